"""How two things are connected: the shortest ways over facts, each hop with the passages that state it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from graph.queries import select
from ontology.iri import compress

if TYPE_CHECKING:
    from graph.evidence import Evidence
    from graph.snapshot import Snapshot

LONGEST = 6  # hops; farther things have nothing to do with each other that a reader could follow
SHOWN = 10  # paths; all are equally short, the first ones by IRI are shown
THINGS_VISITED = 20_000  # a bound on the work; reached only between things that are far apart
NAMING = ("schema:mentions", "dcterms:references")
"""Facts by which a document only names a thing: followed when nothing else connects the two."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One fact on the way: absolute IRIs of its ends, its predicate as a CURIE, and its passages."""

    subject: str
    predicate: str
    object: str
    fact: str
    evidence: "tuple[Evidence, ...]" = ()


Path = tuple[Hop, ...]


def paths(start: str, end: str, snapshot: "Snapshot") -> tuple[Path, ...]:
    """The shortest paths between two things (ids or IRIs), at most `SHOWN`; facts go in either direction.

    Paths over facts between things come first; over documents that name both only where there is no other. Empty where
    nothing connects the two, or they are one.
    """
    source, target = snapshot.iri(start).value, snapshot.iri(end).value
    if source == target:
        return ()
    for skipped in (NAMING, ()):
        hops = _breadth_first(source, target, snapshot, skipped)
        found = sorted(_unwound(source, target, hops), key=lambda path: [hop.fact for hop in path])[:SHOWN]
        if found:
            return tuple(tuple(_with_evidence(hop, snapshot) for hop in path) for path in found)
    return ()


def as_json(found: Sequence[Path]) -> dict[str, Any]:
    """The paths as `svod path --json` gives them."""
    from graph.answer import evidence_json

    return {
        "paths": [
            [
                {
                    "subject": hop.subject,
                    "predicate": hop.predicate,
                    "object": hop.object,
                    "evidence": [evidence_json(evidence) for evidence in hop.evidence],
                }
                for hop in path
            ]
            for path in found
        ]
    }


def _breadth_first(
    source: str, target: str, snapshot: "Snapshot", skipped: Sequence[str]
) -> Mapping[str, Sequence[tuple[str, Hop]]]:
    """For every thing reached, the hops by which it was reached first, each with the thing it came from."""
    came: dict[str, list[tuple[str, Hop]]] = {source: []}
    level = [source]
    for _ in range(LONGEST):
        reached: dict[str, list[tuple[str, Hop]]] = defaultdict(list)
        for thing in level:
            for other, hop in _neighbours(thing, snapshot):
                if other not in came and hop.predicate not in skipped:
                    reached[other].append((thing, hop))
        came.update(reached)
        if target in reached or not reached or len(came) > THINGS_VISITED:
            break
        level = sorted(reached)
    return came


def _neighbours(thing: str, snapshot: "Snapshot") -> Iterator[tuple[str, Hop]]:
    for row in select(snapshot, "neighbours", thing=NamedNode(thing), facts=snapshot.graphs.facts):
        subject, object_ = row["subject"].value, row["object"].value
        predicate = compress(row["predicate"].value, snapshot.base)
        yield (object_ if subject == thing else subject), Hop(subject, predicate, object_, row["fact"].value)


def _unwound(source: str, target: str, came: Mapping[str, Sequence[tuple[str, Hop]]]) -> Iterator[Path]:
    """Every shortest path, from its end back to its beginning."""
    if target not in came:
        return
    stack: list[tuple[str, Path]] = [(target, ())]
    while stack:
        thing, path = stack.pop()
        if thing == source:
            yield path
        else:
            stack += [(before, (hop, *path)) for before, hop in came[thing]]


def _with_evidence(hop: Hop, snapshot: "Snapshot") -> Hop:
    return Hop(hop.subject, hop.predicate, hop.object, hop.fact, snapshot.evidence(hop.fact))
