"""The pairs that resolution could not decide and no person has yet: what the librarian is asked, and why.

Among them are those of a name that fits several things, which it would join if it were one with each.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.evidence import Evidence, statement_evidence
from graph.plain import PlainQuad, matching
from graph.resolution.decision import Reason, decide, torn
from graph.resolution.doubts import DOUBTFUL
from graph.resolution.profile import Profile, load
from graph.snapshot import Snapshot
from graph.terms import BETWEEN, LABEL, MEMBER_OF, MERGED_INTO, OUTCOME, PREDICATE, PROFILE, SCORE, SUBJECT
from ontology.iri import compress

MOST_PASSAGES = 3
"""Passages of each side that are shown."""


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a pair: the thing's id below the base, its names in these documents, and passages that give them."""

    thing: str
    names: tuple[str, ...]
    profile: Profile
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A pair that waits for a person. `score` is from 0 to 1; `reasons` are the features that hold, with weights."""

    id: str
    left: Side
    right: Side
    score: float
    reasons: tuple[Reason, ...]


def unsure(snapshot: Snapshot, limit: int | None = None) -> list[Unsure]:
    """The pairs to be decided, the likeliest first; each two things once."""
    graph, store = snapshot.graphs.candidates, snapshot.store
    nodes = [quad.subject for quad in matching(store, None, OUTCOME, Literal("unsure"), graph)]
    scored = [(_score(snapshot, node), node.value, node) for node in nodes]
    joined = [quad.subject for quad in matching(store, None, OUTCOME, Literal("same"), graph)]
    scored += [
        (DOUBTFUL, node.value, node) for node in joined if any(len(pair) == 2 for pair in _things(snapshot, node))
    ]
    settled = _settled(snapshot)
    found: list[Unsure] = []
    for _, _, node in sorted(scored, key=lambda row: (-row[0], row[1])):
        if limit is not None and len(found) >= limit:
            break
        for things in _things(snapshot, node):
            if things not in settled and len(things) == 2:
                settled.add(things)
                found.append(_pair(snapshot, node, things))
    return found


def as_json(one: Unsure) -> dict[str, Any]:
    """A pair as `svod unsure --json` lists it."""
    return {
        "id": one.id,
        "score": one.score,
        "reasons": [
            {"feature": reason.feature, "weight": reason.weight, "sentence": reason.sentence} for reason in one.reasons
        ],
        "left": _side_json(one.left),
        "right": _side_json(one.right),
    }


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "thing": side.thing,
        "names": list(side.names),
        "documents": list(side.documents),
        "evidence": [
            {"document": e.document, "title": e.title, "page": e.page, "quote": e.quote, "boxes": e.boxes}
            for e in side.evidence
        ],
    }


def _score(snapshot: Snapshot, node: NamedNode) -> float:
    return float(next(iter(matching(snapshot.store, node, SCORE, None, snapshot.graphs.candidates))).object.value)


def _ends(snapshot: Snapshot, node: NamedNode) -> list[str]:
    return sorted(
        quad.object.value for quad in matching(snapshot.store, node, BETWEEN, None, snapshot.graphs.candidates)
    )


def _entities(snapshot: Snapshot, profile: str) -> list[PlainQuad]:
    """Each document-local entity that has the profile, as the quad that says so."""
    return sorted(matching(snapshot.store, None, PROFILE, Literal(profile)), key=lambda quad: quad.subject.value)


def _things(snapshot: Snapshot, node: NamedNode) -> Iterator[frozenset[str]]:
    """The things that the ends belong to: one pair, or several where entities of a profile were judged apart."""
    sides = [
        sorted({thing_of(snapshot, quad.subject) for quad in _entities(snapshot, end)}) for end in _ends(snapshot, node)
    ]
    for left in sides[0]:
        for right in sides[1]:
            yield frozenset((left, right))


def thing_of(snapshot: Snapshot, node: NamedNode) -> str:
    """The IRI of the thing that an entity or a named thing is now."""
    for predicate in (MEMBER_OF, MERGED_INTO):
        for quad in matching(snapshot.store, node, predicate, None, snapshot.graphs.members):
            return str(quad.object.value)
    return node.value


def _settled(snapshot: Snapshot) -> set[frozenset[str]]:
    """The pairs of things that a standing judgement says are different."""
    judgements = snapshot.judgements
    return {
        frozenset(thing_of(snapshot, NamedNode(end)) for end in judgements.ends(row))
        for row in judgements.standing
        if row.kind == "different"
    }


def _pair(snapshot: Snapshot, node: NamedNode, things: frozenset[str]) -> Unsure:
    ends = _ends(snapshot, node)
    decision = decide(load(ends[0]), load(ends[1]))
    decision = torn(decision) if decision.outcome == "same" else decision
    members: dict[str, list[PlainQuad]] = defaultdict(list)
    sides = []
    left_things = {thing_of(snapshot, quad.subject) for quad in _entities(snapshot, ends[0])}
    for end in ends:
        for quad in _entities(snapshot, end):
            members[end].append(quad)
    first = min(things & left_things)
    second = next(iter(things - {first}))
    for thing, end in ((first, ends[0]), (second, ends[1])):
        own = [quad for quad in members[end] if thing_of(snapshot, quad.subject) == thing]
        sides.append(_side(snapshot, thing, load(end), own))
    return Unsure(compress(node.value, snapshot.base), sides[0], sides[1], decision.score, decision.reasons)


def _side(snapshot: Snapshot, thing: str, profile: Profile, members: list[PlainQuad]) -> Side:
    evidence: list[Evidence] = []
    names: dict[str, None] = {}
    for member in members:
        for quad in matching(snapshot.store, None, SUBJECT, member.subject, member.graph_name):
            is_name = any(matching(snapshot.store, quad.subject, PREDICATE, LABEL, member.graph_name))
            rows = statement_evidence(snapshot.store, snapshot.base, quad.subject) if is_name else ()
            names.update(dict.fromkeys(row.quote for row in rows if row.role == "value"))
            evidence += [row for row in rows if row.role == "value"]
    documents = dict.fromkeys(compress(member.graph_name.value, snapshot.base) for member in members)
    shown = tuple(names) or profile.names
    return Side(compress(thing, snapshot.base), shown, profile, tuple(documents), tuple(evidence[:MOST_PASSAGES]))
