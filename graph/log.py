"""What was done to the ledger: numbered commits with cause, who, when, and the facts that came and went (PROV).

Everything that depends on when, who ran it or how long stands here and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from graph.change import Change
from graph.facts import Turnover
from graph.names import assigned, first_free
from graph.plain import PlainQuad, matching
from graph.terms import KIND, ORDER, TYPE, WHO, WHY, Graphs, named
from ontology.iri import expand

COMMIT = named("svod:Commit")
ACTIVITY = named("prov:Activity")
STARTED, ENDED, USED = named("prov:startedAtTime"), named("prov:endedAtTime"), named("prov:used")
ADDED_COUNT, REMOVED_COUNT = named("svod:factsAdded"), named("svod:factsRemoved")
ADDED, REMOVED = named("svod:addedFacts"), named("svod:removedFacts")
NAMES_COUNT = named("svod:namesAssigned")
DATE_TIME = named("xsd:dateTime")


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a commit is made: what was done (`added`, `replaced`, `withdrawn`, `source`, `judged`, `ontology`), to what
    (an id below the base), by whom, why, and when it began and ended (ISO 8601 with zone)."""

    kind: str
    of: str
    who: str
    started: str
    ended: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit as the log holds it. `added` and `removed` are the IRIs of facts below the base (`fact/…`), `names`
    how many names were assigned up to it."""

    number: int
    cause: Cause
    facts_added: int
    facts_removed: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    names: int


def latest(store: Store, base: str) -> int:
    """The number of the last commit, 0 in an empty ledger: commits are numbered in turn from 1."""
    graph = Graphs.below(base).log
    return first_free(lambda n: any(matching(store, NamedNode(f"{base}commit/{n}"), ORDER, None, graph))) - 1


def write_entry(change: Change, number: int, cause: Cause, turnover: Turnover) -> None:
    """Add the commit to the change."""
    graphs, base = change.graphs, change.graphs.base
    node = NamedNode(f"{base}commit/{number}")
    terms: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, ACTIVITY),
        (TYPE, COMMIT),
        (ORDER, Literal(number)),
        (KIND, Literal(cause.kind)),
        (USED, NamedNode(expand(cause.of, base))),
        (WHO, Literal(cause.who)),
        (STARTED, Literal(cause.started, datatype=DATE_TIME)),
        (ENDED, Literal(cause.ended, datatype=DATE_TIME)),
        (ADDED_COUNT, Literal(len(turnover.added))),
        (REMOVED_COUNT, Literal(len(turnover.removed))),
        (NAMES_COUNT, Literal(assigned(change))),
    ]
    if cause.why:
        terms.append((WHY, Literal(cause.why)))
    if turnover.added:
        terms.append((ADDED, Literal(_digests(turnover.added))))
    if turnover.removed:
        terms.append((REMOVED, Literal(_digests(turnover.removed))))
    for predicate, term in terms:
        change.add(node, predicate, term, graphs.log)


def entries(store: Store, base: str) -> list[Entry]:
    """Every commit, oldest first."""
    graph = Graphs.below(base).log
    found = [quad.subject for quad in matching(store, None, TYPE, COMMIT, graph)]
    return sorted((_entry(store, node, graph, base) for node in found), key=lambda entry: entry.number)


def _entry(store: Store, node: NamedNode, graph: NamedNode, base: str) -> Entry:
    said: dict[NamedNode, str] = {q.predicate: q.object.value for q in _quads(store, node, graph)}
    cause = Cause(
        kind=said[KIND],
        of=said[USED].removeprefix(base),
        who=said.get(WHO, ""),
        started=said[STARTED],
        ended=said[ENDED],
        why=said.get(WHY, ""),
    )
    counts = int(said[ADDED_COUNT]), int(said[REMOVED_COUNT])
    facts = _facts(said.get(ADDED, "")), _facts(said.get(REMOVED, ""))
    return Entry(int(said[ORDER]), cause, *counts, *facts, int(said[NAMES_COUNT]))


def _quads(store: Store, node: NamedNode, graph: NamedNode) -> Iterable[PlainQuad]:
    return matching(store, node, None, None, graph)


def _digests(facts: Iterable[NamedNode]) -> str:
    """Facts as their digests, sorted, one blank between: a commit of 1,000 facts is one literal of 17 kB."""
    return " ".join(sorted(fact.value.rpartition("/")[2] for fact in facts))


def _facts(digests: str) -> tuple[str, ...]:
    return tuple(f"fact/{name}" for name in digests.split())
