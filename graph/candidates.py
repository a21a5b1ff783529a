"""Pairs that resolution decided to be one thing, or could not decide: kept up to date with each change.

The graph `candidates` holds the blocking keys (`block/… svod:holds <profile>`) and, for each two profiles that share
one and are not found to be different, a node with both, the outcome, the score and the features that speak for it. A
key that holds more than LARGEST profiles is common: it is marked `svod:crowded`, and no pair is looked for under it.
Everything follows from the profiles that documents give; the order in which they came does not matter.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice
from typing import cast
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.belonging import Belonging
from graph.change import Change
from graph.digests import digest
from graph.plain import PlainQuad
from graph.resolution.blocks import LARGEST, blocks
from graph.resolution.decision import decide
from graph.resolution.profile import load
from graph.terms import BETWEEN, CANDIDATE, CROWDED, HOLDS, JOINS, OUTCOME, PROFILE, REASON, SCORE, TYPE, Graphs

TRUE = Literal(True)


def block_iri(key: str, base: str) -> NamedNode:
    """The node of a blocking key: `block/cluster/own/sfstn`."""
    return NamedNode(f"{base}block/{quote(key, safe='/@')}")


def candidate_iri(one: str, other: str, base: str) -> NamedNode:
    """The node of a pair of profiles: `candidate/<digest of both>`."""
    return NamedNode(f"{base}candidate/{digest(sorted((one, other)))}")


def pair_quads(one: str, other: str, graphs: Graphs) -> list[PlainQuad]:
    """What is recorded of a pair: nothing where the two are different, or meet by a key already."""
    left, right = load(one), load(other)
    if left.family != right.family or set(left.keys) & set(right.keys):
        return []
    decision = decide(left, right)
    if decision.outcome == "different":
        return []
    node, graph = candidate_iri(one, other, graphs.base), graphs.candidates
    quads = [PlainQuad(node, TYPE, CANDIDATE, graph), PlainQuad(node, OUTCOME, Literal(decision.outcome), graph)]
    quads += [PlainQuad(node, BETWEEN, Literal(profile), graph) for profile in (one, other)]
    quads += [PlainQuad(node, SCORE, Literal(decision.score), graph)]
    quads += [PlainQuad(node, REASON, Literal(reason.feature), graph) for reason in decision.reasons]
    if decision.outcome == "same":
        quads += [PlainQuad(node, JOINS, Literal(profile.keys[0]), graph) for profile in (left, right)]
    return quads


def update_candidates(change: Change, belonging: Belonging | None = None) -> set[str]:
    """Bring `candidates` up to date with the profiles of the change; comes back with the keys whose links changed.

    `belonging` may be given where no judgement says who is who: then entities of one profile belong to one thing.
    """
    return _Candidates(change, belonging).update()


class _Candidates:
    def __init__(self, change: Change, belonging: Belonging | None) -> None:
        self._change = change
        self._belonging = belonging
        self._graphs = change.graphs
        self._graph = change.graphs.candidates
        self._moved: set[str] = set()
        self._crowded: dict[str, bool] = {}
        self._holding: dict[str, list[str]] = {}  # of keys that are not common
        self._paired: set[str] = set()  # profiles that go, and shared a key that was not common

    def update(self) -> set[str]:
        """Link the profiles that came, unlink those that went; comes back with the keys whose links changed."""
        arrived = {quad.object for quad in self._change.stated(PROFILE)}
        left = {quad.object: quad.subject for quad in self._change.unsaid(PROFILE) if quad.object not in arrived}
        fresh = sorted(one.value for one in arrived if not self._is_held(one))
        gone = sorted(one.value for one, entity in left.items() if self._is_gone(one, entity))
        self._fill(fresh, gone)
        for profile in sorted(self._paired):
            self._forget(profile)
        for profile in fresh:
            for other in sorted({other for key in blocks(load(profile)) for other in self._mates(key)} - {profile}):
                self._ensure(profile, other)
        return self._moved

    def _is_held(self, profile: Literal) -> bool:
        if Literal(load(profile.value).keys[0]) in self._change.novel:
            return False  # no document stated its key before
        return any(True for _ in self._change.before(None, HOLDS, profile, self._graph))

    def _is_gone(self, profile: Literal, entity: NamedNode) -> bool:
        """Whether no document will give a profile, which an entity that goes had."""
        if self._belonging is not None and self._belonging.was_alone(entity):
            return True
        return not self._change.holds(None, PROFILE, profile, None)

    def _forget(self, profile: str) -> None:
        for quad in list(self._change.after(None, BETWEEN, Literal(profile), self._graph)):
            self._remove(quad.subject)

    def _fill(self, fresh: Iterable[str], gone: Iterable[str]) -> None:
        """Put profiles under their keys and take them out; see to keys that became common, or are so no longer."""
        coming: dict[str, list[str]] = {}
        going: dict[str, list[str]] = {}
        for profile, of_key in chain(((p, coming) for p in fresh), ((p, going) for p in gone)):
            for key in blocks(load(profile)):
                of_key.setdefault(key, []).append(profile)
        turned: list[tuple[str, list[str]]] = []
        for key in sorted(coming.keys() | going.keys()):
            node = block_iri(key, self._graphs.base)
            leaving, arriving = going.get(key, []), coming.get(key, [])
            was = self._is_crowded(key)
            is_ = was and self._stays_crowded(node, len(leaving) - len(arriving))
            before = [] if is_ else list(islice(self._held(node), LARGEST + 1 + len(leaving)))
            if not was and len(before) > 1:
                self._paired.update(leaving)
            is_ = is_ or len(before) - len(leaving) + len(arriving) > LARGEST
            for profile in leaving:
                self._change.remove(node, HOLDS, Literal(profile), self._graph)
            for profile in arriving:
                self._change.add(node, HOLDS, Literal(profile), self._graph)
            self._crowded[key] = is_
            self._holding[key] = [profile for profile in before if profile not in leaving] + arriving
            if was != is_:
                (self._change.add if is_ else self._change.remove)(node, CROWDED, TRUE, self._graph)
                turned.append((key, before))
        for key, before in turned:
            self._turn(key, before)

    def _stays_crowded(self, node: NamedNode, fewer: int) -> bool:
        """Whether a key that is common remains so with so many profiles fewer; none is looked into."""
        if fewer <= 0:
            return True
        limit = (
            f"{{ SELECT ?profile {{ GRAPH {self._graph} {{ {node} {HOLDS} ?profile }} }} LIMIT {LARGEST + 1 + fewer} }}"
        )
        (row,) = cast("QuerySolutions", self._change.store.query(f"SELECT (COUNT(*) AS ?n) {{ {limit} }}"))
        return int(cast("Literal", row["n"]).value) - fewer > LARGEST

    def _turn(self, key: str, before: list[str]) -> None:
        if self._crowded[key]:
            for one, other in combinations(before, 2):
                if not self._is_sought(one, other):
                    self._remove(candidate_iri(one, other, self._graphs.base))
        else:
            for one, other in combinations(self._mates(key), 2):
                self._ensure(one, other)

    def _held(self, node: NamedNode) -> Iterator[str]:
        return (quad.object.value for quad in self._change.after(node, HOLDS, None, self._graph))

    def _mates(self, key: str) -> list[str]:
        """The profiles under a key, none where it is common."""
        if self._is_crowded(key):
            return []
        if key not in self._holding:
            self._holding[key] = list(self._held(block_iri(key, self._graphs.base)))
        return self._holding[key]

    def _is_sought(self, one: str, other: str) -> bool:
        """Whether two profiles share a key that is not common."""
        return any(not self._is_crowded(key) for key in set(blocks(load(one))) & set(blocks(load(other))))

    def _is_crowded(self, key: str) -> bool:
        if key not in self._crowded:
            self._crowded[key] = self._change.has(block_iri(key, self._graphs.base), CROWDED, TRUE, self._graph)
        return self._crowded[key]

    def _ensure(self, one: str, other: str) -> None:
        quads = pair_quads(one, other, self._graphs)
        if quads and not self._change.has(*quads[0]):
            self._note(quads)
            for quad in quads:
                self._change.add_quad(quad)

    def _remove(self, node: NamedNode) -> None:
        quads = list(self._change.after(node, None, None, self._graph))
        self._note(quads)
        for quad in quads:
            self._change.remove_quad(quad)

    def _note(self, quads: Iterable[PlainQuad]) -> None:
        self._moved |= {quad.object.value for quad in quads if quad.predicate == JOINS}
