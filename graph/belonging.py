"""To which things entities belonged before a change, and which things are left with nobody.

What is left with nobody is looked at no more: nothing states it any longer, so its facts, names and classes all go.
"""

from functools import cached_property

from pyoxigraph import NamedNode

from graph.change import Change
from graph.judgement import Judgements
from graph.names import Names
from graph.terms import KEY, MEMBER_OF, MERGED_INTO
from graph.titles import OF_ACT
from graph.values import is_literal
from ontology.iri import expand


class Belonging:
    """The graph `members` as the store has it, and how far a change empties it."""

    def __init__(self, change: Change, judgements: Judgements, names: Names) -> None:
        self._change = change
        self._judgements = judgements
        self._names = names
        self._members = change.graphs.members
        self._things: dict[NamedNode, NamedNode | None] = {}
        self._alone: dict[NamedNode, bool] = {}
        self._forsaken: dict[NamedNode, bool] = {}

    def thing(self, entity: NamedNode) -> NamedNode | None:
        """The thing that an entity belonged to, None where it belonged to none."""
        if entity not in self._things:
            self._things[entity] = self._likely(entity) or self._read(entity)
        return self._things[entity]

    def _likely(self, entity: NamedNode) -> NamedNode | None:
        """The thing that the key of an entity that goes was named, where it is remembered and so it was."""
        keys = self._change.last_said(entity, self._change.graphs.document_of(entity), (KEY,)).get(KEY, ())
        thing = self._change.remembered.things.get(keys[0].value) if keys else None
        if thing is None or not self._change.had(entity, MEMBER_OF, thing, self._members):
            return None
        return thing

    def _read(self, entity: NamedNode) -> NamedNode | None:
        found = next(iter(self._change.before(entity, MEMBER_OF, None, self._members)), None)
        return found.object if found else None

    def was_alone(self, entity: NamedNode) -> bool:
        """Whether no entity but of documents that go belonged to the thing of an entity that goes."""
        thing = self.thing(entity)
        return thing is not None and self._is_emptied(thing)

    def was_of_one(self, thing: NamedNode) -> bool:
        """Whether a thing is left with nobody, and no document but the one that goes spoke of it."""
        is_alone = len(self._change.dropped) == 1 and not self._change.fresh
        return is_alone and self._is_emptied(thing) and self.is_forsaken(thing)

    def is_forsaken(self, thing: NamedNode) -> bool:
        """Whether nothing speaks of a thing any more, once `members` is up to date: no entity belongs to it, no other
        name was merged into it, it has no natural key, and no person added or gave it as a value."""
        if thing not in self._forsaken:
            self._forsaken[thing] = self._is_left(thing) and self._is_unspoken(thing)
        return self._forsaken[thing]

    def _is_left(self, thing: NamedNode) -> bool:
        if self._alone.get(thing):
            return not self._change.gains(thing, self._members)
        return not self._change.holds(None, None, thing, self._members)

    def _is_emptied(self, thing: NamedNode) -> bool:
        if thing not in self._alone:
            members = self._change.before(None, None, thing, self._members)
            self._alone[thing] = all(self._goes(quad.subject) for quad in members)
        return self._alone[thing]

    def _goes(self, member: NamedNode) -> bool:
        graphs = self._change.graphs
        return graphs.is_local(member) and graphs.document_of(member) in self._change.dropped

    def _is_unspoken(self, thing: NamedNode) -> bool:
        if thing in self._spoken:
            return False
        may_be_natural = self._judgements.touches(thing.value) or OF_ACT in thing.value
        return not may_be_natural or self._names.key(thing) is not None

    @cached_property
    def _spoken(self) -> set[NamedNode]:
        """The things of which standing judgements state something."""
        found = set()
        for row in self._judgements.standing:
            if row.kind in ("add", "correct"):
                for name in (row.subject, row.value):
                    if name and not is_literal(name):
                        thing = NamedNode(expand(name, self._judgements.base))
                        merged = next(self._change.after(thing, MERGED_INTO, None, self._members), None)
                        found.add(merged.object if merged else thing)
        return found
