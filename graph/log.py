"""What was done to the ledger: numbered commits with cause, who, when, and the facts that came and went (PROV).

Everything that depends on when, who ran it or how long stands here and nowhere else.
"""

import getpass
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Store

from graph.change import Change
from graph.facts import Turnover
from graph.names import first_free
from graph.plain import PlainQuad, matching
from graph.terms import DIGEST, INVALIDATED, KIND, ORDER, TYPE, WHO, WHY, Graphs, named
from ontology.iri import expand

COMMIT = named("svod:Commit")
ACTIVITY = named("prov:Activity")
STARTED, ENDED, USED = named("prov:startedAtTime"), named("prov:endedAtTime"), named("prov:used")
ADDED_COUNT, REMOVED_COUNT = named("svod:factsAdded"), named("svod:factsRemoved")
GENERATED = named("prov:wasGeneratedBy")
LOCATION, PART_OF, MOVED = named("prov:atLocation"), named("dcterms:isPartOf"), named("svod:movedFrom")
ADDED, REMOVED = named("svod:addedFacts"), named("svod:removedFacts")
NAMES_COUNT = named("svod:namesAssigned")
DATE_TIME = named("xsd:dateTime")


def who_runs() -> str:
    """Who runs this: `SVOD_USER`, else the user's name."""
    return os.environ.get("SVOD_USER") or getpass.getuser()


def now() -> str:
    """This moment, ISO 8601 with zone."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Mandate:
    """In whose name a change is made, and what it is part of (`approval/7`)."""

    who: str = ""
    part_of: str = ""

    @property
    def name(self) -> str:
        """Who it is: who runs this, unless someone else is named."""
        return self.who or who_runs()


OWN = Mandate()
"""Of whoever runs this."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a commit is made: what was done (`added`, `replaced`, `withdrawn`, `source`, `judged`, `ontology`, `rebuilt`,
    `rolled back`, `erased`), to what (an id below the base), by whom, why, and when it began and ended (ISO 8601 with
    zone). `source` is where a document came from, `moved` are those that it gave before and that another source still
    gives, `part_of` the approval or rollback that it is part of (`approval/7`)."""

    kind: str
    of: str
    who: str
    started: str
    ended: str
    why: str = ""
    source: str = ""
    part_of: str = ""
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit as the log holds it. `added` and `removed` are the IRIs of facts below the base (`fact/…`), `names`
    how many names were assigned up to it, `arrived` and `left` the ids of the documents that came into the ledger and
    went out of it."""

    number: int
    cause: Cause
    facts_added: int
    facts_removed: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    names: int
    arrived: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def documents(self) -> frozenset[str]:
        """Every document that the commit touched."""
        own = {self.cause.of} if self.cause.of.startswith("document/") else set()
        return frozenset(own | {*self.arrived, *self.left, *self.cause.moved})


def latest(store: Store, base: str) -> int:
    """The number of the last commit, 0 in an empty ledger: commits are numbered in turn from 1."""
    graph = Graphs.below(base).log
    return first_free(lambda n: any(matching(store, NamedNode(f"{base}commit/{n}"), ORDER, None, graph))) - 1


def write_entry(change: Change, number: int, cause: Cause, turnover: Turnover, names: int) -> None:
    """Add the commit to the change; `names` is how many will have been assigned."""
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
        (NAMES_COUNT, Literal(names)),
    ]
    if cause.why:
        terms.append((WHY, Literal(cause.why)))
    if turnover.added:
        terms.append((ADDED, Literal(_digests(turnover.added))))
    if turnover.removed:
        terms.append((REMOVED, Literal(_digests(turnover.removed))))
    if cause.source:
        terms.append((LOCATION, Literal(cause.source)))
    if cause.part_of:
        terms.append((PART_OF, NamedNode(expand(cause.part_of, base))))
    terms += [(MOVED, NamedNode(expand(document, base))) for document in cause.moved]
    for predicate, term in terms:
        change.add(node, predicate, term, graphs.log)
    for predicate, quads in ((GENERATED, change.stated(DIGEST)), (INVALIDATED, change.unsaid(DIGEST))):
        for document in [quad.subject for quad in quads]:
            change.add(document, predicate, node, graphs.log)


def entries(store: Store, base: str, after: int = 0) -> list[Entry]:
    """Every commit, oldest first; those alone after the one of a number, where one is given."""
    if after:
        graph = Graphs.below(base).log
        numbers = range(after + 1, latest(store, base) + 1)
        return [_entry(store, NamedNode(f"{base}commit/{number}"), graph, base) for number in numbers]
    graph = Graphs.below(base).log
    found = [quad.subject for quad in matching(store, None, TYPE, COMMIT, graph)]
    return sorted((_entry(store, node, graph, base) for node in found), key=lambda entry: entry.number)


def rollbacks(store: Store, base: str) -> list[Entry]:
    """The commits that took others back, oldest first."""
    graph = Graphs.below(base).log
    found = [quad.subject for quad in matching(store, None, KIND, Literal("rolled back"), graph)]
    return sorted((_entry(store, node, graph, base) for node in found), key=lambda entry: entry.number)


def entry_of(store: Store, base: str, number: int) -> Entry | None:
    """The commit of a number, None where there is none."""
    graph, node = Graphs.below(base).log, NamedNode(f"{base}commit/{number}")
    return _entry(store, node, graph, base) if any(matching(store, node, ORDER, None, graph)) else None


def _entry(store: Store, node: NamedNode, graph: NamedNode, base: str) -> Entry:
    quads = list(_quads(store, node, graph))
    said: dict[NamedNode, str] = {q.predicate: q.object.value for q in quads}
    cause = Cause(
        kind=said[KIND],
        of=said[USED].removeprefix(base),
        who=said.get(WHO, ""),
        started=said[STARTED],
        ended=said[ENDED],
        why=said.get(WHY, ""),
        source=said.get(LOCATION, ""),
        part_of=said.get(PART_OF, "").removeprefix(base),
        moved=tuple(sorted(quad.object.value.removeprefix(base) for quad in quads if quad.predicate == MOVED)),
    )
    counts = int(said[ADDED_COUNT]), int(said[REMOVED_COUNT])
    facts = _facts(said.get(ADDED, "")), _facts(said.get(REMOVED, ""))
    documents = _touched(store, node, graph, base)
    return Entry(int(said[ORDER]), cause, *counts, *facts, int(said[NAMES_COUNT]), *documents)


def _touched(store: Store, node: NamedNode, graph: NamedNode, base: str) -> Iterator[tuple[str, ...]]:
    """The documents that arrived with a commit, and those that left with it."""
    for predicate in (GENERATED, INVALIDATED):
        found = (quad.subject.value for quad in matching(store, None, predicate, node, graph))
        yield tuple(sorted(iri.removeprefix(base) for iri in found))


def _quads(store: Store, node: NamedNode, graph: NamedNode) -> Iterable[PlainQuad]:
    return matching(store, node, None, None, graph)


def _digests(facts: Iterable[NamedNode]) -> str:
    """Facts as their digests, sorted, one blank between: a commit of 1,000 facts is one literal of 17 kB."""
    return " ".join(sorted(fact.value.rpartition("/")[2] for fact in facts))


def _facts(digests: str) -> tuple[str, ...]:
    return tuple(f"fact/{name}" for name in digests.split())
