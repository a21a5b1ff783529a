"""Every resolved edge as a node with its support, and the plain triples that follow, kept up to date."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import cast

from pyoxigraph import Literal, NamedNode

from graph.change import ENDS, Change
from graph.claims import Said
from graph.digests import digest, term_key
from graph.judgement import Judgement, Judgements
from graph.labels import choose_labels
from graph.members import Moves
from graph.plain import DEFAULT, PlainQuad, Term
from graph.terms import (
    ALT_LABEL,
    CORRECTED_BY,
    LABEL,
    MERGED_INTO,
    MODALITY,
    OBJECT,
    PASSAGE,
    PREDICATE,
    STATED_AS,
    STATEMENT,
    SUBJECT,
    SUPPORTS,
    TITLE,
    TYPE,
)
from graph.things import Things
from graph.titles import OF_ACT
from graph.verdicts import ChangeView, counts, decides, reconsidered, resolved
from ontology.iri import compress

NAMING = frozenset({LABEL, ALT_LABEL})
"""Predicates whose facts depend on each other: a thing has one label a language."""

FEW = 3
"""Statements of one document that are read one by one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A resolved edge. Its node's IRI is a digest of it."""

    subject: NamedNode
    predicate: NamedNode
    object: Term

    def node(self, base: str) -> NamedNode:
        """The IRI of the edge: `fact/<digest of subject, predicate, object>`, the same under every base."""
        return _node(self.subject, self.predicate, self.object, base)


@lru_cache(maxsize=20_000)
def _node(subject: NamedNode, predicate: NamedNode, object_: Term, base: str) -> NamedNode:
    last = compress(object_.value, base) if isinstance(object_, NamedNode) else term_key(object_)
    return NamedNode(f"{base}fact/{digest([compress(subject.value, base), predicate.value, last])}")


@dataclass(slots=True)
class Turnover:
    """The facts that entered and left with a change; the statements that came to support a subject's predicate, or no
    longer do (`gained`, `lost`), each with its fact."""

    added: set[NamedNode] = field(default_factory=set)
    removed: set[NamedNode] = field(default_factory=set)
    gained: dict[tuple[NamedNode, NamedNode], dict[NamedNode, NamedNode]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    lost: dict[tuple[NamedNode, NamedNode], dict[NamedNode, NamedNode]] = field(
        default_factory=lambda: defaultdict(dict)
    )


def update_facts(change: Change, things: Things, before: Judgements, after: Judgements, moves: Moves) -> Turnover:
    """Bring `facts` and the resolved view up to date with the judgements that will stand."""
    return _Facts(change, things, after).update(moves, before)


class _Facts:
    def __init__(self, change: Change, things: Things, judgements: Judgements) -> None:
        self._change = change
        self._graphs = change.graphs
        self._things = things
        self._judgements = judgements
        self._view = ChangeView(change, things)
        self._losing: dict[Fact, set[NamedNode]] = defaultdict(set)
        self._moved: Mapping[NamedNode, NamedNode | None] = {}  # the things before of what moved
        self._gaining: dict[Fact, set[NamedNode]] = defaultdict(set)
        self._forms: dict[NamedNode, dict[Literal, set[NamedNode]]] = defaultdict(lambda: defaultdict(set))
        self._given: set[tuple[NamedNode, Term]] = set()  # forms that some document gives as the name
        self._left: set[NamedNode] = set()  # the things that entities belonged to and no longer do
        self._entered: set[NamedNode] = set()
        self._renamed: set[NamedNode] = set()
        self._natural: set[NamedNode] = set()  # things that documents name by a natural key, and type no longer
        self._is_correcting = self._is_weighed = True
        self._before = judgements
        self._turnover = Turnover()

    def update(self, moves: Moves, before: Judgements) -> Turnover:
        """Bring the facts and the view up to date; comes back with the facts that came and went."""
        kinds = {row.kind for row in (*before.rows, *self._judgements.rows)}
        self._is_correcting, self._is_weighed = "correct" in kinds, not kinds.isdisjoint({"reject", "correct"})
        self._moved, self._before = moves.things, before
        self._left = {thing for thing in moves.things.values() if thing is not None}
        touched = self._touched(moves)
        for statement, graph in reconsidered(self._change, before, self._judgements):
            touched.setdefault(statement, graph)
        self._look_up(touched)
        for statement, graph in touched.items():
            self._weigh(statement, graph)
        for fact, statements in self._losing.items():
            if statements:
                self._lose(fact, statements)
        for fact, statements in self._gaining.items():
            self._gain(fact, statements)
        for thing in self._renamed:
            self._label(thing)
        self._type(moves)
        return self._turnover

    def _touched(self, moves: Moves) -> dict[NamedNode, NamedNode | None]:
        """The statements that came, left or changed, or whose subject or object moved, and the document where known."""
        found: dict[NamedNode, NamedNode | None] = {}
        for quad in chain(self._change.stated(*ENDS), self._change.unsaid(*ENDS)):
            found[quad.subject] = quad.graph_name
        for entity in moves.things:
            graph = self._graphs.document_of(entity) if self._graphs.is_local(entity) else None
            if graph in self._change.fresh:
                continue  # its statements are among those that came
            for predicate in (SUBJECT, OBJECT):
                quads = self._change.after(None, predicate, entity, graph)
                found.update({quad.subject: quad.graph_name for quad in quads if self._is_stated(quad)})
        return found

    def _look_up(self, touched: Mapping[NamedNode, NamedNode | None]) -> None:
        """Read many statements of one document together. Claims are heard on their passages too, one by one."""
        of_graph: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        for statement, graph in touched.items():
            if graph is not None and self._change.is_kept(graph) and self._graphs.is_document(graph):
                of_graph[graph].append(statement)
        for graph, statements in of_graph.items():
            if len(statements) > FEW and not self._judgements.claimed:
                self._change.look_up(statements, graph)

    def _is_stated(self, quad: PlainQuad) -> bool:
        return self._graphs.is_document(quad.graph_name)

    def _weigh(self, statement: NamedNode, graph: NamedNode | None) -> None:
        """Note which fact the statement supported and which it will."""
        graph = graph or self._graph_of(statement)
        said = self._change.ends(statement, graph) if graph else {}
        was = None if graph in self._change.fresh else self._supported(statement, said, graph)
        if was is not None:
            self._losing[was].add(statement)
        row = decides(self._judgements, self._view, statement, said, graph) if graph and SUBJECT in said else None
        self._note(statement, row if row and row.kind == "correct" else None, graph)
        if graph is None or not counts(self._judgements, self._view, statement, said, graph):
            return
        if row is not None and row.kind == "reject":
            return
        subject, object_ = resolved(self._view, said, row, graph)
        fact = Fact(subject, said[PREDICATE][0], object_)
        if fact.predicate in NAMING:
            self._name(fact, statement)
        elif fact == was:
            self._losing[fact].discard(statement)
        else:
            self._gaining[fact].add(statement)

    def _supported(self, statement: NamedNode, said: Said, graph: NamedNode | None) -> Fact | None:
        """The fact that a statement supported before: as a rule that of its ends, which is asked for first."""
        stated = said or self._change.last_said(statement, graph, ENDS)
        if SUBJECT in stated and graph != self._graphs.judgements:
            subject, object_ = stated[SUBJECT][0], stated[OBJECT][0]
            last = self._thing_before(object_) if isinstance(object_, NamedNode) else object_
            likely = Fact(self._thing_before(subject), stated[PREDICATE][0], last)
            if graph is not None and self._is_plain(likely, graph):
                return None if MODALITY in stated else likely
            if self._change.had(statement, SUPPORTS, likely.node(self._graphs.base), self._graphs.facts):
                return likely
        was = next(iter(self._change.before(statement, SUPPORTS, None, self._graphs.facts)), None)
        return self._fact(was.object) if was else None

    def _is_plain(self, fact: Fact, graph: NamedNode) -> bool:
        """Whether an asserted statement of a graph supported the fact of its ends, and no other, as things were."""
        if fact.predicate in NAMING or self._is_weighed or not self._graphs.is_document(graph):
            return False
        return graph in self._change.dropped or self._change.is_kept(graph)

    def _note(self, statement: NamedNode, row: Judgement | None, graph: NamedNode | None) -> None:
        """Keep up to date which judgement corrects a statement."""
        after = NamedNode(self._graphs.base + row.id) if row else None
        if self._is_correcting and graph not in self._change.fresh:
            for quad in list(self._change.before(statement, CORRECTED_BY, None, self._graphs.facts)):
                if quad.object != after:
                    self._change.remove_quad(quad)
        if after is not None:
            self._change.add(statement, CORRECTED_BY, after, self._graphs.facts)

    def _graph_of(self, statement: NamedNode) -> NamedNode | None:
        """The graph that states it: a document's, or that of the judgements for one that a person added."""
        quads = [quad.graph_name for quad in self._change.after(statement, SUBJECT, None, None)]
        return next((g for g in quads if self._graphs.is_document(g) or g == self._graphs.judgements), None)

    def _lose(self, fact: Fact, statements: set[NamedNode]) -> None:
        node = fact.node(self._graphs.base)
        for statement in statements:
            self._change.take(statement, SUPPORTS, node, self._graphs.facts)
        self._turnover.lost[fact.subject, fact.predicate].update(dict.fromkeys(statements, node))
        if fact.predicate in NAMING:
            self._renamed.add(fact.subject)
        if self._is_of_forsaken(fact) or not self._change.holds(None, SUPPORTS, node, self._graphs.facts):
            self._leave(node, fact)
        elif fact.predicate in NAMING:
            self._recheck_name(node)

    def _is_of_forsaken(self, fact: Fact) -> bool:
        """Whether an end of a fact is a thing that is left with nobody, so that nothing can support it."""
        ends = [end for end in (fact.subject, fact.object) if isinstance(end, NamedNode) and end in self._left]
        return any(self._things.belonging.is_forsaken(end) for end in ends)

    def _gain(self, fact: Fact, statements: set[NamedNode]) -> None:
        node = fact.node(self._graphs.base)
        self._turnover.gained[fact.subject, fact.predicate].update(dict.fromkeys(statements, node))
        for statement in statements:
            self._change.add(statement, SUPPORTS, node, self._graphs.facts)
        self._enter(node, fact)

    def _enter(self, node: NamedNode, fact: Fact) -> None:
        if self._stands(fact, node):
            return
        for predicate, term in ((SUBJECT, fact.subject), (PREDICATE, fact.predicate), (OBJECT, fact.object)):
            self._change.add(node, predicate, term, self._graphs.facts)
        self._change.add(fact.subject, fact.predicate, fact.object)
        if node in self._turnover.removed:
            self._turnover.removed.discard(node)
        else:
            self._turnover.added.add(node)
            self._entered.add(node)

    def _leave(self, node: NamedNode, fact: Fact) -> None:
        for predicate, term in ((SUBJECT, fact.subject), (PREDICATE, fact.predicate), (OBJECT, fact.object)):
            self._change.take(node, predicate, term, self._graphs.facts)
        if fact.predicate in NAMING:
            self._change.remove(node, STATED_AS, LABEL, self._graphs.facts)
        self._drop(fact.subject, fact.predicate, fact.object)
        if node in self._turnover.added:
            self._turnover.added.discard(node)
        else:
            self._turnover.removed.add(node)

    def _drop(self, subject: NamedNode, predicate: NamedNode, object_: Term) -> None:
        """Take a triple out of the resolved view, unless the vocabulary says it too."""
        is_of_vocabulary = subject in self._change.vocabulary
        if not (is_of_vocabulary and self._change.has(subject, predicate, object_, self._graphs.ontology)):
            self._change.take(subject, predicate, object_)

    def _fact(self, node: NamedNode) -> Fact:
        terms = {quad.predicate: quad.object for quad in self._change.after(node, None, None, self._graphs.facts)}
        return Fact(terms[SUBJECT], terms[PREDICATE], terms[OBJECT])

    def _stands(self, fact: Fact, node: NamedNode) -> bool:
        """Whether the fact is in the ledger already."""
        if self._things.is_new(fact.subject):
            return node in self._entered
        return self._change.has(node, SUBJECT, fact.subject, self._graphs.facts)

    # Names: a thing's forms are facts too, under `rdfs:label` when chosen, else under `skos:altLabel`.

    def _name(self, fact: Fact, statement: NamedNode) -> None:
        """Note that a statement gives a form of a thing's name; which fact it supports depends on all forms."""
        self._renamed.add(fact.subject)
        self._forms[fact.subject][cast("Literal", fact.object)].add(statement)
        if fact.predicate == LABEL:
            self._given.add((fact.subject, fact.object))

    def _recheck_name(self, node: NamedNode) -> None:
        """Whether some document still gives the form as the name."""
        if self._change.has(node, STATED_AS, LABEL, self._graphs.facts):
            supports = (quad.subject for quad in self._change.after(None, SUPPORTS, node, self._graphs.facts))
            if not any(self._change.holds(statement, PREDICATE, LABEL, None) for statement in supports):
                self._change.remove(node, STATED_AS, LABEL, self._graphs.facts)

    def _label(self, thing: NamedNode) -> None:
        """Choose the thing's labels, move the support of forms that became or ceased to be one, and add what is new."""
        if thing not in self._forms and thing in self._left and self._things.belonging.is_forsaken(thing):
            return  # all its names have gone
        is_new = self._things.is_new(thing)
        standing = {} if is_new else self._standing_forms(thing)
        gained = self._forms[thing]
        forms = {*standing, *gained}
        known = self._known_labels(thing) if forms and not is_new else set()
        chosen = known or choose_labels((form, self._is_name(thing, form, standing.get(form))) for form in forms)
        for form, fact in standing.items():
            predicate = LABEL if form in chosen else ALT_LABEL
            if fact.predicate != predicate:
                self._rename(fact, Fact(thing, predicate, form))
        for form, statements in gained.items():
            fact = Fact(thing, LABEL if form in chosen else ALT_LABEL, form)
            self._gain(fact, statements)
            if (thing, form) in self._given:
                self._change.add(fact.node(self._graphs.base), STATED_AS, LABEL, self._graphs.facts)

    def _known_labels(self, thing: NamedNode) -> set[Term]:
        """The labels that the vocabulary gives a thing."""
        if thing not in self._change.vocabulary:
            return set()
        return {quad.object for quad in self._change.after(thing, LABEL, None, self._graphs.ontology)}

    def _standing_forms(self, thing: NamedNode) -> dict[Literal, Fact]:
        """The forms that documents give a thing, and the facts that they are, before what this change adds."""
        facts = [
            Fact(thing, predicate, quad.object)
            for predicate in (LABEL, ALT_LABEL)
            for quad in self._change.after(thing, predicate, None, DEFAULT)
        ]
        return {cast("Literal", f.object): f for f in facts if self._stands(f, f.node(self._graphs.base))}

    def _is_name(self, thing: NamedNode, form: Literal, fact: Fact | None) -> bool:
        if (thing, form) in self._given:
            return True
        return fact is not None and self._change.has(fact.node(self._graphs.base), STATED_AS, LABEL, self._graphs.facts)

    def _rename(self, old: Fact, new: Fact) -> None:
        before, after = old.node(self._graphs.base), new.node(self._graphs.base)
        is_name = self._change.has(before, STATED_AS, LABEL, self._graphs.facts)
        for quad in list(self._change.after(None, SUPPORTS, before, self._graphs.facts)):
            self._change.take(quad.subject, SUPPORTS, before, self._graphs.facts)
            self._change.add(quad.subject, SUPPORTS, after, self._graphs.facts)
        self._leave(before, old)
        self._enter(after, new)
        if is_name:
            self._change.add(after, STATED_AS, LABEL, self._graphs.facts)

    # Types: a thing is of every class that a member has. Documents are things of their own.

    def _type(self, moves: Moves) -> None:
        gone: set[tuple[NamedNode, NamedNode]] = set()
        for quad in self._change.unsaid(TYPE, TITLE):
            if quad.predicate == TYPE and not self._is_inner(quad):
                gone.add((self._thing_before(quad.subject), quad.object))
                if not self._graphs.is_local(quad.subject):
                    self._natural.add(quad.subject)
            elif quad.predicate == TITLE:
                self._drop(quad.subject, TITLE, quad.object)
        for quad in self._change.stated(TYPE, TITLE):
            if quad.predicate == TYPE and not self._is_inner(quad):
                self._change.add(self._things.thing(quad.subject), TYPE, quad.object)
            elif quad.predicate == TITLE:
                self._change.add(quad.subject, TITLE, quad.object)
        for entity, before in moves.things.items():
            graph = self._graphs.document_of(entity) if self._graphs.is_local(entity) else None
            if graph in self._change.fresh:
                continue  # its types are among what is stated
            for quad in self._change.after(entity, TYPE, None, graph):
                if self._is_stated(quad):
                    self._change.add(self._things.thing(entity), TYPE, quad.object)
                    if before is not None:
                        gone.add((before, quad.object))
        for thing, type_ in gone:
            if not self._has_type(thing, type_):
                self._drop(thing, TYPE, type_)

    def _is_inner(self, quad: PlainQuad) -> bool:
        """Statements and passages are no things of the resolved view."""
        return quad.object in {STATEMENT, PASSAGE}

    def _thing_before(self, entity: NamedNode) -> NamedNode:
        if entity in self._moved:
            return self._moved[entity] or entity
        if self._graphs.is_local(entity):
            return self._things.thing(entity)
        if not self._is_judged(entity):
            return entity
        merged = next(iter(self._change.before(entity, MERGED_INTO, None, self._graphs.members)), None)
        return merged.object if merged else entity

    def _has_type(self, thing: NamedNode, type_: NamedNode) -> bool:
        """Whether any member of the thing is of the class."""
        if thing in self._left and self._things.belonging.is_forsaken(thing):
            return False
        merged = []
        for quad in self._change.after(None, None, thing, self._graphs.members):
            if quad.predicate == MERGED_INTO:
                merged.append(quad.subject)
            elif self._change.has(quad.subject, TYPE, type_, self._graphs.document_of(quad.subject)):
                return True
        if self._may_be_natural(thing) and self._is_of(thing, type_) and self._things.thing(thing) == thing:
            return True
        return any(self._is_of(other, type_) for other in merged)

    def _may_be_natural(self, thing: NamedNode) -> bool:
        """Whether documents may type a thing itself: of what its members leave, only a judgement makes it so."""
        return thing in self._natural or self._is_judged(thing)

    def _is_judged(self, thing: NamedNode) -> bool:
        """Whether a judgement says who this is, before or after: without one no natural key is another thing, but an
        act that others may name by its title."""
        return self._before.touches(thing.value) or self._judgements.touches(thing.value) or OF_ACT in thing.value

    def _is_of(self, entity: NamedNode, type_: NamedNode) -> bool:
        return any(self._is_stated(quad) for quad in self._change.after(entity, TYPE, type_, None))
