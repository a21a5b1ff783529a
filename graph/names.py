"""Which IRI a thing got: assigned once, when its key is first seen, and never again."""

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode

from graph.change import Change
from graph.digests import digest
from graph.keys import FAMILIES
from graph.terms import CONTINUES, KEY, NAMED_FOR, ORDER, TYPE
from graph.titles import FAMILY as OF_ACTS
from ontology.iri import slug

UNSHARED = tuple(f"{family}/" for family in sorted(set(FAMILIES.values())))
"""Where IRIs of assigned names begin that no natural key begins with (`cluster/`)."""
LONGEST = 80
"""Characters of a slug: longer names are cut at a hyphen, so that an IRI fits a line."""


class Names:
    """The names in a library as they will be after a change; `assign` adds to the change."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._given = change.remembered
        self._given.shrink()
        self._graph = change.graphs.names
        self._base = change.graphs.base
        self._things: dict[str, NamedNode | None] = {}
        self._keys: dict[NamedNode, str | None] = {}
        self._is_continued: bool | None = None

    def thing(self, key: str) -> NamedNode | None:
        """The IRI that was assigned to this key."""
        if key not in self._things:
            self._things[key] = self._given.things.get(key) or self._read_thing(key)
        return self._things[key]

    def _read_thing(self, key: str) -> NamedNode | None:
        found = next(iter(self._change.after(None, NAMED_FOR, Literal(key), self._graph)), None)
        if found is None:
            return None
        self._given.things[key] = found.subject
        return found.subject

    def key(self, thing: NamedNode) -> str | None:
        """The key that this IRI was assigned to, or None where it is no assigned name."""
        if thing not in self._keys:
            if thing not in self._given.keys:
                found = next(iter(self._change.after(thing, NAMED_FOR, None, self._graph)), None)
                self._given.keys[thing] = found.object.value if found else None
            self._keys[thing] = self._given.keys[thing]
        return self._keys[thing]

    def order(self, thing: NamedNode) -> int:
        """The place of an assigned name in the order of assignment, from 1."""
        return int(next(iter(self._change.after(thing, ORDER, None, self._graph))).object.value)

    def order_of_key(self, key: str) -> int | None:
        """The order of the name assigned to this key, None where it has none."""
        thing = self.thing(key)
        return None if thing is None else self.order(thing)

    def assign(self, key: str, name: str) -> NamedNode:
        """The IRI of this key; where it has none yet, one is made of `name` and assigned."""
        known = self.thing(key)
        if known is not None:
            return known
        thing = NamedNode(self._free(f"{self._base}{key.partition('|')[0]}/{_slug(name) or digest(key)}"))
        number = self._number()
        self._change.add(thing, NAMED_FOR, Literal(key), self._graph)
        self._change.add(thing, ORDER, Literal(number), self._graph)
        self._things[key], self._keys[thing] = thing, key
        self._given.keys.pop(thing, None)
        self._change.novel.add(thing)
        if not key.startswith(OF_ACTS):  # what an act is called the store may know already
            self._change.novel.add(Literal(key))
        return thing

    def continue_key(self, key: str, former: str) -> None:
        """Record that what had the key `former` has this key in a new edition of its document."""
        thing = self.thing(key)
        if thing is not None:
            self._change.add(thing, CONTINUES, Literal(former), self._graph)
            self._is_continued = True

    def continued(self, key: str) -> list[tuple[str, str]]:
        """The pairs of keys, with the former one second, of which this key is one: an edition gave it for the other."""
        if self._is_continued is None:
            self._is_continued = any(True for _ in self._change.after(None, CONTINUES, None, self._graph))
        if not self._is_continued:
            return []
        thing = self.thing(key)
        formers = self._change.after(thing, CONTINUES, None, self._graph) if thing is not None else ()
        pairs = {(key, quad.object.value) for quad in formers}
        for quad in self._change.after(None, CONTINUES, Literal(key), self._graph):
            later = self.key(quad.subject)
            pairs |= {(later, key)} if later else set()
        return sorted(pairs)

    def is_stated(self, key: str) -> bool:
        """Whether a document states a key that each entity has alone."""
        return any(True for _ in self._change.after(None, KEY, Literal(key), None))

    def is_new(self, thing: NamedNode) -> bool:
        """Whether the name was assigned in this change: nothing was said of it before."""
        return thing in self._change.novel

    def _free(self, iri: str) -> str:
        def taken(n: int) -> bool:
            name = NamedNode(iri if n == 1 else f"{iri}-{n}")
            if name in self._change.vocabulary or self._change.holds(name, NAMED_FOR, None, self._graph):
                return True
            return not is_unshared and self._change.holds(name, TYPE, None, None)  # of a natural key

        is_unshared = iri.removeprefix(self._base).startswith(UNSHARED)
        n = first_free(taken, self._given.numbers.get(iri, 0))
        self._given.numbers[iri] = n
        return iri if n == 1 else f"{iri}-{n}"

    def _number(self) -> int:
        self._given.count = self.count() + 1
        return self._given.count

    def count(self) -> int:
        """How many names the ledger will have assigned after the change."""
        if not self._given.count:
            self._given.count = assigned(self._change)
        return self._given.count


def assigned(change: Change) -> int:
    """How many names the ledger will have assigned after a change."""
    graph = change.graphs.names
    return first_free(lambda n: change.holds(None, ORDER, Literal(n), graph)) - 1


def first_free(taken: Callable[[int], bool], last: int = 0) -> int:
    """A number from 1 that is not taken, the one before it taken: where numbers are given in turn, the next one.
    `last` is known to be taken.

    >>> first_free(lambda n: n in {1, 2, 3, 4, 5}), first_free(lambda n: False), first_free(lambda n: n < 4, 3)
    (6, 1, 4)
    """
    if last and not taken(last + 1):
        return last + 1
    if not taken(1):
        return 1
    low, high = 1, 2
    while taken(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(middle) else (low, middle)
    return high


def _slug(name: str) -> str:
    """The name as ASCII words, cut at a hyphen.

    >>> len(_slug("слово " * 50)) <= LONGEST
    True
    """
    whole = slug(name)
    return whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
