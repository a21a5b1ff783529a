"""Stretches of a text that can be asked, again and again, which of them share a place with another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """What stands somewhere: offsets of the text, end excluded."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=Stretch)


class Overlaps(Generic[Item]):
    """The stretches in order of place. What is asked costs what it finds, not what is held, as long as none is long."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items = sorted(items, key=_start)
        self._longest = max((item.end - item.start for item in self._items), default=0)

    def add(self, item: Item) -> None:
        """Hold one more."""
        insort(self._items, item, key=_start)
        self._longest = max(self._longest, item.end - item.start)

    def at(self, start: int, end: int) -> Iterator[Item]:
        """Those that share a character with `start:end`, in order of place.

        >>> from ingest.document import Span
        >>> [span.start for span in Overlaps([Span(0, 4), Span(4, 6), Span(5, 9)]).at(4, 6)]
        [4, 5]
        """
        for index in range(bisect_left(self._items, start - self._longest, key=_start), len(self._items)):
            item = self._items[index]
            if item.start >= end:
                return
            if item.end > start:
                yield item

    def has(self, start: int, end: int) -> bool:
        """Whether any shares a character with `start:end`."""
        return any(True for _ in self.at(start, end))

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)


def _start(item: Stretch) -> int:
    return item.start
