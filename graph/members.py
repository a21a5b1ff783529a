"""Which entity belongs to which thing: kept up to date with each change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from pyoxigraph import Literal, NamedNode

from graph.change import Change
from graph.judgement import Judgements, ends_with_sources, local_part
from graph.keys import NAMED_APART
from graph.names import Names
from graph.resolve import is_key
from graph.terms import KEY, MEMBER_OF, MERGED_INTO, NORMAL, OBJECT, SHARED_KEY, SOURCE, SUBJECT, TITLE_KEY, TYPE
from graph.things import COMPOSITE_TYPES, Things, name_of
from graph.titles import FAMILY as OF_ACTS

KEYS = frozenset({KEY, SHARED_KEY})
_TELLING = (TYPE, KEY, SHARED_KEY, TITLE_KEY, SOURCE, SUBJECT, OBJECT)  # what a difference in can move an entity


@dataclass(slots=True)
class Moves:
    """What changed its thing: `things` maps each to its thing before, None where it had none."""

    things: dict[NamedNode, NamedNode | None] = field(default_factory=dict)


def update_members(
    change: Change, things: Things, names: Names, flipped: Mapping[str, Iterable[str]], rejoined: Iterable[str]
) -> Moves:
    """Bring `members` up to date with the document graphs and judgements of the change.

    `flipped` are the IRIs whose judgements changed, with the sources of their documents, `rejoined` the keys whose
    candidates did. Comes back with what moved.
    """
    return _Members(change, things, names).update(flipped, rejoined)


def name_keys(change: Change, names: Names) -> None:
    """Assign a name to each key that documents state and that has none yet, in the order of the keys."""
    found = {quad.object.value: quad for quad in change.stated(*KEYS)}
    former = _former_keys(change) if change.dropped and change.fresh else {}
    for key in sorted(found):
        normal = change.said(found[key].subject, found[key].graph_name).get(NORMAL)
        was = former.get(local_part(found[key].subject.value))
        is_other = bool(was) and was != key and names.thing(key) is None
        names.assign(key, name_of(key) or (normal[0].value if normal else ""))
        if was and is_other and names.thing(was) is not None:
            names.continue_key(key, was)


def _former_keys(change: Change) -> dict[str, str]:
    """The keys of the clusters and organizations of the edition that a new one of its source replaces, by what stays of
    their ids."""
    kept = {quad.object for quad in change.stated(SOURCE)} & {quad.object for quad in change.unsaid(SOURCE)}
    if not kept:
        return {}
    left = ((local_part(quad.subject.value), quad.object.value) for quad in change.unsaid(KEY))
    return {part: key for part, key in sorted(left) if part and key.partition("|")[0] in NAMED_APART}


class _Members:
    def __init__(self, change: Change, things: Things, names: Names) -> None:
        self._change = change
        self._graphs = change.graphs
        self._things = things
        self._names = names
        self._moves = Moves()
        self._composed: dict[NamedNode, bool] = {}

    def update(self, flipped: Mapping[str, Iterable[str]], rejoined: Iterable[str]) -> Moves:
        """Bring the members up to date; comes back with those that moved to another thing."""
        touched, composites, seeds = self._changed_entities()
        seeds.update(rejoined)
        for iri, sources in flipped.items():
            seeds.add(self._things.node(iri))
            if self._graphs.is_local(NamedNode(iri)):
                for local in (iri, *self._things.continuing(iri, sources)):
                    touched.add(NamedNode(local))
                    seeds.update((local, *self._things.keys(NamedNode(local))))
        for node in {other for seed in seeds for other in self._things.region(seed)}:
            touched |= self._update_node(node)
        for entity in touched:
            self._move(entity)
        for entity in composites | self._dependent_composites():
            self._move(entity)
        return self._moves

    def _changed_entities(self) -> tuple[set[NamedNode], set[NamedNode], set[str]]:
        """What the document graphs' differences touch: named entities, composites; and the nodes to resolve anew."""
        entities: set[NamedNode] = set()
        seeds: set[str] = set()
        for quad in chain(self._change.stated(*_TELLING), self._change.unsaid(*_TELLING)):
            if quad.predicate == TITLE_KEY:
                seeds.add(quad.object.value)
                continue
            if quad.predicate == KEY and quad.object.value.startswith(OF_ACTS):
                seeds.add(quad.object.value)
            if quad.predicate in KEYS or quad.predicate == TYPE:
                if self._graphs.is_local(quad.subject):
                    entities.add(quad.subject)
                if quad.predicate == SHARED_KEY or (quad.predicate == KEY and self._names.continued(quad.object.value)):
                    seeds.add(quad.object.value)
                if quad.predicate in KEYS and self._things.is_judged(quad.subject):
                    seeds.update((quad.object.value, quad.subject.value, *self._things.elsewhere(quad.subject.value)))
            elif quad.graph_name in self._change.fresh or quad.graph_name in self._change.dropped:
                continue  # every entity of a document that comes or goes has a type among the quads
            elif quad.predicate == SOURCE:
                found = self._things.judged_from(quad.object.value, quad.subject)
                entities.update(NamedNode(node) for node in found if not is_key(node))
                seeds.update(found)
            elif quad.predicate == SUBJECT and self._graphs.is_local(quad.object):
                entities.add(quad.object)
            elif quad.predicate == OBJECT:
                entities.update(self._subjects_of(quad.subject, quad.graph_name))
        composites = {entity for entity in entities if self._is_composite(entity)}
        return entities - composites, composites, seeds

    def _subjects_of(self, statement: NamedNode, graph: NamedNode) -> set[NamedNode]:
        """The local subject of a statement whose object changed."""
        subjects = (quad.object for quad in self._change.after(statement, SUBJECT, None, graph))
        return {subject for subject in subjects if self._graphs.is_local(subject)}

    def _is_composite(self, entity: NamedNode) -> bool:
        return self._things.composite_type(entity) is not None and not self._things.keys(entity)

    def _update_node(self, node: str) -> set[NamedNode]:
        """Bring one key or natural thing up to date; comes back with the entities that may have moved."""
        if is_key(node):
            return self._update_key(node)
        iri = NamedNode(node)
        if self._graphs.is_local(iri):
            return {iri}
        before = self._merged(iri) or iri
        after = self._things.thing(iri)
        self._set(iri, MERGED_INTO, after if after != iri else None)
        if before != after:
            self._moves.things[iri] = before
        return set()

    def _update_key(self, key: str) -> set[NamedNode]:
        name = self._names.thing(key)
        if name is None:
            return set()
        before = self._merged(name) or name
        after = self._things.of_key(key)
        self._set(name, MERGED_INTO, after if after != name else None)
        if before == after:
            return set()
        return {quad.subject for quad in self._change.after(None, KEY, Literal(key), None)}

    def _merged(self, thing: NamedNode) -> NamedNode | None:
        return self._value(thing, MERGED_INTO)

    def _value(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        found = next(iter(self._change.before(subject, predicate, None, self._graphs.members)), None)
        return found.object if found else None

    def _set(self, subject: NamedNode, predicate: NamedNode, after: NamedNode | None) -> None:
        before = self._value(subject, predicate)
        if before is not None and before != after:
            self._change.remove(subject, predicate, before, self._graphs.members)
        if after is not None and before != after:
            self._change.add(subject, predicate, after, self._graphs.members)

    def _move(self, entity: NamedNode) -> None:
        graph = self._graphs.document_of(entity)
        is_there = TYPE in self._change.said(entity, graph)
        before = None if graph in self._change.fresh else self._things.belonging.thing(entity)
        after = self._things.thing(entity) if is_there else None
        if before == after:
            return
        if before is not None:
            self._change.remove(entity, MEMBER_OF, before, self._graphs.members)
        if after is not None:
            self._change.add(entity, MEMBER_OF, after, self._graphs.members)
        self._moves.things[entity] = before

    def _dependent_composites(self) -> set[NamedNode]:
        """The composites, in documents that were there before, one of whose parts moved."""
        found: set[NamedNode] = set()
        for part in self._moves.things:
            graph = self._graphs.document_of(part) if self._graphs.is_local(part) else None
            if graph in self._change.fresh:
                continue
            if graph is not None and not self._has_composites(graph):
                continue
            for quad in self._change.after(None, OBJECT, part, graph):
                if self._graphs.is_document(quad.graph_name):
                    found.update(self._subjects_of(quad.subject, quad.graph_name))
        return {entity for entity in found if self._is_composite(entity)}

    def _has_composites(self, graph: NamedNode) -> bool:
        if graph not in self._composed:
            self._composed[graph] = any(
                self._change.holds(None, TYPE, type_, graph) for type_ in COMPOSITE_TYPES.values()
            )
        return self._composed[graph]


def judged_iris(before: Judgements, after: Judgements) -> dict[str, set[str]]:
    """The IRIs on which standing judgements of identity differ, with the sources of those that are local."""
    old = {row.number: row for row in before.standing}
    new = {row.number: row for row in after.standing}
    differing = [row for number, row in {**old, **new}.items() if (number in old) != (number in new)]
    found: dict[str, set[str]] = {}
    for row in differing:
        if row.kind in {"same", "different"}:
            found.update({iri: found.get(iri, set()) for iri in after.ends(row)})
            for iri, source in ends_with_sources(row, after.base):
                found[iri].add(source)
    return found
