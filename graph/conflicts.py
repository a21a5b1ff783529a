"""Where documents disagree: two values of a thing that has one at a time. Both stand; the disagreement is a node.

A conflict's key is the thing, the property and what limits the statements (period, from, to, area, "about"): a count of
2012 and one of 2015 do not meet. Its sides are facts, so that each opens to its passages; its state is `open` until a
judgement says which side holds (`upheld`) or that one has taken the place of the others (`superseded`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from graph.change import Change
from graph.claims import Said
from graph.digests import digest
from graph.facts import Fact, Turnover
from graph.judgement import Judgement, Judgements
from graph.plain import DEFAULT, PlainQuad, Term, matching
from graph.terms import (
    APPROXIMATION,
    AREA,
    CONFLICT,
    CONFLICT_OF,
    CONFLICT_ON,
    DECIDED_BY,
    OF_DOCUMENT,
    PERIOD,
    ROLES,
    SIDE,
    STANDS,
    STATE,
    SUBJECT,
    SUPPORTS,
    TYPE,
    VALID_FROM,
    VALID_TO,
    Graphs,
    named,
)
from graph.things import Things
from graph.values import term_of
from graph.verdicts import ChangeView
from ontology.iri import compress, expand

ONE_AT_A_TIME = frozenset(
    named(curie)
    for curie in (
        "svod:memberCount",
        "svod:staffCount",
        "svod:manager",
        "svod:managementOrganization",
        "svod:organizationalLevel",
        "schema:foundingDate",
        "sdmx-measure:obsValue",
    )
)
"""Properties of which a thing has one value at a time, so that two documents can disagree on it."""

LIMITS = (PERIOD, VALID_FROM, VALID_TO, AREA, APPROXIMATION)
DATES = frozenset({named("xsd:date"), named("xsd:gYearMonth"), named("xsd:gYear")})
DECIDING: Mapping[str, str] = {"uphold": "upheld", "supersede": "superseded"}
"""Judgements that decide a conflict, and the state that they give it."""

Pair = tuple[NamedNode, NamedNode]
Limits = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement on which a side rests: its value, the document that makes it, what limits it."""

    value: Term
    document: NamedNode
    limits: Limits


def update_conflicts(change: Change, things: Things, turnover: Turnover, before: Judgements, after: Judgements) -> None:
    """Bring the graph `conflicts` up to date with the facts and judgements that will stand."""
    merged = ChangeView(change, things).merged
    touched = {pair for pair in (*turnover.gained, *turnover.lost) if pair[1] in ONE_AT_A_TIME}
    judged = {pair: set(_standing_limits(change, *pair)) for pair in _judged(before, after, merged)}
    decided = {_about(row, after.base, merged) for row in (*before.standing, *after.standing) if row.kind in DECIDING}
    for pair in (*touched, *(judged.keys() - touched)):
        if things.belonging.was_of_one(pair[0]):
            continue  # where one document spoke, no two disagreed
        property_ = _Property(change, pair, turnover, is_decided=pair in decided)
        if pair[0] in change.novel and not property_.is_disputable:
            continue  # of a new thing no conflict is known
        moved = {_limits_of(change, statement) for statement in property_.moved}
        for limits in moved | judged.get(pair, set()):
            property_.update(limits, after, merged)


def _limits_of(change: Change, statement: NamedNode) -> Limits:
    """What limits a statement that comes, stays or goes."""
    for graph in change.fresh:
        stated = change.said(statement, graph)  # type: ignore[arg-type]  # only documents come whole
        if SUBJECT in stated:
            return _limits(stated)
    for graph in change.dropped:
        if change.last_said(statement, graph, (SUBJECT,)):
            return _limits(change.last_said(statement, graph, LIMITS))
    for look in (change.after, change.before):
        for quad in list(look(statement, SUBJECT, None, None)):
            if quad.graph_name != change.graphs.facts:
                said: dict[NamedNode, list[Any]] = defaultdict(list)
                for each in look(statement, None, None, quad.graph_name):
                    said[each.predicate].append(each.object)
                return _limits(said)
    return ("",) * len(LIMITS)


def _limits(said: Said) -> Limits:
    return tuple("|".join(sorted(term.value for term in said.get(name, ()))) for name in LIMITS)


def fact_limits(store: Store, facts: NamedNode, fact: NamedNode) -> frozenset[Limits]:
    """What limits the statements of a store on which a fact rests; `facts` is the graph of facts."""
    found: set[Limits] = set()
    for support in matching(store, None, SUPPORTS, fact, facts):
        said: dict[NamedNode, list[Any]] = defaultdict(list)
        for quad in matching(store, support.subject):
            said[quad.predicate].append(quad.object)
        found.add(_limits(said))
    return frozenset(found)


def _judged(before: Judgements, after: Judgements, merged: Callable[[NamedNode], NamedNode]) -> Iterator[Pair]:
    """The subject and property of each decision that stands and did not, or no longer."""
    if before is after:
        return
    for row in {row for judgements in (before, after) for row in judgements.standing if row.kind in DECIDING}:
        yield _about(row, after.base, merged)


def _about(row: Judgement, base: str, merged: Callable[[NamedNode], NamedNode]) -> Pair:
    return merged(NamedNode(expand(row.subject or "", base))), NamedNode(expand(row.predicate or "", base))


def _standing_limits(change: Change, subject: NamedNode, predicate: NamedNode) -> Iterator[Limits]:
    """The limits of the conflicts on this property of this thing that the ledger has."""
    graph = change.graphs.conflicts
    for quad in list(change.before(None, CONFLICT_OF, subject, graph)):
        said: dict[NamedNode, list[Any]] = defaultdict(list)
        for each in change.before(quad.subject, None, None, graph):
            said[each.predicate].append(each.object)
        if predicate in said[CONFLICT_ON]:
            yield _limits(said)


class _Property:
    """One property of one thing, as it will be: the values it has, and who says so."""

    def __init__(self, change: Change, pair: Pair, turnover: Turnover, *, is_decided: bool) -> None:
        self._change = change
        self._is_decided = is_decided
        self._about = Fact(*pair, pair[0])
        self._gained, self._lost = turnover.gained.get(pair, {}), turnover.lost.get(pair, {})
        self._documents: dict[tuple[NamedNode, Limits], frozenset[NamedNode]] = {}

    @property
    def is_growing(self) -> bool:
        """Whether statements only came."""
        return not self._lost

    @property
    def moved(self) -> set[NamedNode]:
        """The statements that came to support a value, or no longer do."""
        return {*self._gained, *self._lost}

    @cached_property
    def _values(self) -> dict[NamedNode, Term]:
        """The values by their facts."""
        subject, predicate = self._about.subject, self._about.predicate
        values = [quad.object for quad in self._change.after(subject, predicate, None, DEFAULT)]
        return {Fact(subject, predicate, value).node(self._change.graphs.base): value for value in values}

    @cached_property
    def is_disputable(self) -> bool:
        """Whether there is more than one value."""
        about = self._about
        return len(list(islice(self._change.after(about.subject, about.predicate, None, DEFAULT), 2))) > 1

    def update(self, limits: Limits, judgements: Judgements, merged: Callable[[NamedNode], NamedNode]) -> None:
        """Bring the conflict of these limits up to date.

        Where statements only came, its sides stay; where they only went, none begins.
        """
        change, graph = self._change, self._change.graphs.conflicts
        node = conflict_node(self._about, limits, change.graphs.base)
        is_known = change.had(node, TYPE, CONFLICT, graph)
        if not is_known and not (self._gained and self.is_disputable):
            return
        if is_known and not self._is_decided and self._is_as_it_was(node, limits):
            return
        before = {quad.object for quad in change.before(node, SIDE, None, graph)} if is_known else set()
        kept = before & self._values.keys()
        if not self.is_growing:
            kept = self._still(kept, limits)
        found = self._sides(limits, kept)
        if is_known and found and not self._is_decided:
            for fact in before - found:
                change.take(node, SIDE, fact, graph)
            for fact in found - before:
                change.add(node, SIDE, fact, graph)
            return
        sides = {self._values[fact] for fact in found}
        old = set(change.before(node, None, None, graph)) if is_known else set()
        new = set(_quads(self._about, limits, sides, judgements, merged)) if sides else set()
        for quad in old - new:
            change.remove_quad(quad)
        for quad in new - old:
            change.add_quad(quad)

    def _is_as_it_was(self, node: NamedNode, limits: Limits) -> bool:
        """Whether a look at the values that statements came to, or left, shows that the sides stay as they are.

        They do where the values that gained are sides already, and no value is none; and where each that lost is no
        side, or is one that two documents still give: it disagrees with whatever it disagreed with.
        """
        graph = self._change.graphs.conflicts
        if self._gained and self._lost:
            return False
        if self._gained:
            if not all(self._change.had(node, SIDE, fact, graph) for fact in self._gained.values()):
                return False
            values = self._change.count(self._about.subject, self._about.predicate, DEFAULT)
            return values == self._change.count(node, SIDE, graph)
        return all(
            not self._change.had(node, SIDE, fact, graph) or len(self._saying(fact, limits)) > 1
            for fact in set(self._lost.values())
        )

    def _sides(self, limits: Limits, kept: set[NamedNode]) -> set[NamedNode]:
        if not self.is_disputable:
            return set()
        found = set(kept)
        others = [fact for fact in self._values if fact not in kept]
        for fact in others:
            if any(self._disagree(fact, other, limits) for other in (*kept, *others) if other != fact):
                found.add(fact)
        return found

    def _still(self, sides: set[NamedNode], limits: Limits) -> set[NamedNode]:
        """Those of the sides that remain sides, as far as two of them show it.

        Where two of which no statement came or went disagree, two documents speak: every other such side, alike to
        neither of them, disagrees with one or the other.
        """
        settled = sorted(sides.difference(self._gained.values(), self._lost.values()), key=str)
        if len(settled) < 2:
            return set()
        one = settled[0]
        other = next((fact for fact in settled[1:] if self._disagree(one, fact, limits)), None)
        if other is None:
            return set()
        values, ends = self._values, (self._values[one], self._values[other])
        return {one, other} | {fact for fact in settled if not any(are_alike(values[fact], end) for end in ends)}

    def _disagree(self, one: NamedNode, other: NamedNode, limits: Limits) -> bool:
        if are_alike(self._values[one], self._values[other]):
            return False
        left, right = self._saying(one, limits), self._saying(other, limits)
        return bool(left and right and len(left | right) > 1)

    def _saying(self, fact: NamedNode, limits: Limits) -> frozenset[NamedNode]:
        """Documents that give this value within these limits: two at the most, more make no difference."""
        if (fact, limits) not in self._documents:
            found: set[NamedNode] = set()
            for support in self._change.after(None, SUPPORTS, fact, self._change.graphs.facts):
                found |= set(self._speaking(support.subject, limits))
                if len(found) > 1:
                    break
            self._documents[fact, limits] = frozenset(found)
        return self._documents[fact, limits]

    def _speaking(self, statement: NamedNode, limits: Limits) -> Iterator[NamedNode]:
        graphs = self._change.graphs
        said: dict[NamedNode, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for quad in self._change.after(statement, None, None, None):
            said[quad.graph_name][quad.predicate].append(quad.object)
        for graph, values in said.items():
            if graph != graphs.facts and SUBJECT in values and _limits(values) == limits:
                yield speaker(values, graph, graphs, self._change.said)


def speaker(said: Said, graph: NamedNode, graphs: Graphs, look: Callable[[NamedNode, NamedNode], Said]) -> NamedNode:
    """The document that makes a statement of a graph: of one that a person added, the one that it quotes."""
    if graphs.is_document(graph):
        return graph
    passages = [passage for role in ROLES.values() for passage in said.get(role, ())]
    document: NamedNode = look(passages[0], graph)[OF_DOCUMENT][0]
    return document


def saying(
    value: Term, said: Said, graph: NamedNode, graphs: Graphs, look: Callable[[NamedNode, NamedNode], Said]
) -> Saying:
    """A statement of a graph as a side of a conflict."""
    return Saying(value, speaker(said, graph, graphs, look), _limits(said))


def conflict_quads(
    subject: NamedNode,
    predicate: NamedNode,
    sayings: Iterable[Saying],
    judgements: Judgements,
    merged: Callable[[NamedNode], NamedNode],
) -> Iterator[PlainQuad]:
    """The conflicts among these statements of one property of one thing."""
    by_limits: dict[Limits, list[Saying]] = defaultdict(list)
    for each in sayings:
        by_limits[each.limits].append(each)
    for limits, group in by_limits.items():
        sides = {one.value for one in group if any(_disagree(one, other) for other in group)}
        if sides:
            yield from _quads(Fact(subject, predicate, subject), limits, sides, judgements, merged)


def _disagree(one: Saying, other: Saying) -> bool:
    """Whether two documents give values that cannot both be so."""
    return one.document != other.document and not are_alike(one.value, other.value)


def are_alike(one: Term, other: Term) -> bool:
    """Whether two values say one thing, or one of them says it more precisely.

    >>> are_alike(Literal("27"), Literal("27.0")), are_alike(Literal("26"), Literal("27"))
    (True, False)
    >>> are_alike(Literal("2012", datatype=named("xsd:gYear")), Literal("2012-05-01", datatype=named("xsd:date")))
    True
    """
    if one == other:
        return True
    if not isinstance(one, Literal) or not isinstance(other, Literal):
        return False
    if one.datatype in DATES and other.datatype in DATES:
        return one.value.startswith(other.value) or other.value.startswith(one.value)
    try:
        return float(one.value) == float(other.value)
    except ValueError:
        return " ".join(one.value.split()).casefold() == " ".join(other.value.split()).casefold()


def conflict_node(about: Fact, limits: Limits, base: str) -> NamedNode:
    """The IRI of the conflict on this property of this thing within these limits."""
    key = [compress(about.subject.value, base), about.predicate.value, list(limits)]
    return NamedNode(f"{base}conflict/{digest(key)}")


def _quads(
    about: Fact, limits: Limits, sides: set[Term], judgements: Judgements, merged: Callable[[NamedNode], NamedNode]
) -> Iterator[PlainQuad]:
    base = judgements.base
    graphs = Graphs.below(base)
    node = conflict_node(about, limits, base)
    facts = {value: Fact(about.subject, about.predicate, value).node(base) for value in sides}
    state, stands, row = _decision(about, sides, judgements, merged)
    said: list[tuple[NamedNode, Term]] = [
        (TYPE, CONFLICT),
        (CONFLICT_OF, about.subject),
        (CONFLICT_ON, about.predicate),
        (STATE, Literal(state)),
        *((SIDE, fact) for fact in facts.values()),
        *((name, Literal(text)) for name, text in zip(LIMITS, limits, strict=True) if text and name != AREA),
        *((AREA, NamedNode(text)) for name, text in zip(LIMITS, limits, strict=True) if text and name == AREA),
    ]
    if stands is not None and row is not None:
        said += [(STANDS, facts[stands]), (DECIDED_BY, NamedNode(base + row.id))]
    for predicate, term in said:
        yield PlainQuad(node, predicate, term, graphs.conflicts)


def _decision(
    about: Fact, sides: set[Term], judgements: Judgements, merged: Callable[[NamedNode], NamedNode]
) -> tuple[str, Term | None, Judgement | None]:
    """The state of a conflict, the value that stands, and the last judgement that said so."""
    for row in reversed(judgements.standing):
        if row.kind in DECIDING and _about(row, judgements.base, merged) == (about.subject, about.predicate):
            value = term_of(row.value or "", judgements.base)
            value = merged(value) if isinstance(value, NamedNode) else value
            if value in sides:
                return DECIDING[row.kind], value, row
    return "open", None, None
