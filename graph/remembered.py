"""What a writer remembers from one change to the next, so that it need not ask its store for it again."""

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

MOST_NAMES = 50_000
"""Names that a writer remembers: some ten megabytes."""


@dataclass(slots=True)
class Remembered:
    """All of it stands in the store, or in the change that is being made: a writer whose change fails forgets it all.

    `numbers` has the last number given to a slug, `count` how many names there are (0: not yet known). `things` maps
    keys to their names, and `keys` names to their keys, None where an IRI is no name: a name that stands there stands
    for good. `vocabulary` is everything that the vocabulary speaks of, None where it was not read.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    count: int = 0
    things: dict[str, NamedNode] = field(default_factory=dict)
    keys: dict[NamedNode, str | None] = field(default_factory=dict)
    vocabulary: frozenset[NamedNode] | None = None

    def shrink(self) -> None:
        """Begin anew with the names where many have been read."""
        if len(self.things) + len(self.keys) > MOST_NAMES:
            self.things.clear()
            self.keys.clear()
