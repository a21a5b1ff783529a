"""Reading order of boxes that were placed by hand: top to bottom, columns one after the other, cards whole.

A recursive XY-cut (G. Nagy, S. Seth, ICPR 1984) that cuts where the widest gap is: a big number and the words beneath
it stand nearer to each other than to the next card.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from ingest.document import Box

Item = TypeVar("Item")
Interval = tuple[float, float]

INSET = 7.2, 3.6  # points: the default margins inside a text box, by which neighbours may overlap
MOST_INSET = 0.25  # of a box's side
LIKE = 0.6  # of the widest gap: gaps at least so wide part the same things
SAME_ROW = 0.5  # of the smaller height that two boxes of one row share


@dataclass(frozen=True, slots=True)
class Placed(Generic[Item]):
    """An item, its box without margins, and whether it is a bare number."""

    box: Box
    item: Item
    is_figure: bool


def ordered(items: Sequence[Item], box_of: Callable[[Item], Box], is_figure: Callable[[Item], bool]) -> list[Item]:
    """The items in reading order, each once; `is_figure` says which are bare numbers.

    >>> cards = {"94": (0, 0, 40, 30), "asked": (0, 32, 40, 50), "25": (90, 0, 130, 30), "pilots": (90, 32, 130, 50)}
    >>> ordered(sorted(cards), cards.__getitem__, str.isdecimal)
    ['94', 'asked', '25', 'pilots']
    >>> rows = {"a": (0, 0, 40, 20), "1": (90, 0, 130, 20), "b": (0, 32, 40, 52), "2": (90, 32, 130, 52)}
    >>> ordered(sorted(rows), rows.__getitem__, str.isdecimal)
    ['a', '1', 'b', '2']
    """
    return _cut([Placed(_shrunk(box_of(item)), item, is_figure(item)) for item in items])


def _cut(inner: Sequence[Placed[Item]]) -> list[Item]:
    if len(inner) < 2:
        return [each.item for each in inner]
    across = _gaps([(each.box[0], each.box[2]) for each in inner])
    down = _gaps([(each.box[1], each.box[3]) for each in inner])
    if not across and not down:
        return _uncovered(inner)
    widest_across = max((end - start for start, end in across), default=0.0)
    widest_down = max((end - start for start, end in down), default=0.0)
    if down and across and _are_rows(_parted(inner, across, 0)):
        groups = _parted(inner, down, 1)
    elif widest_down >= widest_across:
        groups = _parted(inner, [gap for gap in down if gap[1] - gap[0] >= LIKE * widest_down], 1)
    else:
        groups = _parted(inner, [gap for gap in across if gap[1] - gap[0] >= LIKE * widest_across], 0)
    return [item for group in groups for item in _cut(group)]


def _parted(inner: Sequence[Placed[Item]], gaps: Sequence[Interval], side: int) -> list[list[Placed[Item]]]:
    """The boxes between the gaps, from left to right (side 0) or from top to bottom (side 1)."""
    cuts = [(start + end) / 2 for start, end in gaps]
    groups: list[list[Placed[Item]]] = [[] for _ in range(len(cuts) + 1)]
    for each in inner:
        groups[sum(cut < each.box[side] for cut in cuts)].append(each)
    return groups


def _uncovered(inner: Sequence[Placed[Item]]) -> list[Item]:
    """Boxes that no cut parts: the largest lies under the others, as a text frame does that is larger than its text.
    It is read where its top stands, before what begins below that."""
    largest = max(inner, key=lambda each: (each.box[2] - each.box[0]) * (each.box[3] - each.box[1]))
    others = [each for each in inner if each is not largest]
    above = [each for each in others if each.box[1] < largest.box[1]]
    below = [each for each in others if each.box[1] >= largest.box[1]]
    return [*_cut(above), largest.item, *_cut(below)]


def _are_rows(columns: Sequence[Sequence[Placed[Item]]]) -> bool:
    """Whether the columns are labels and figures: as many in each, side by side, one of nothing but figures."""
    if len(columns[0]) < 2 or len({len(column) for column in columns}) > 1:
        return False
    if not any(all(each.is_figure for each in column) for column in columns):
        return False
    sides = [sorted(column, key=lambda each: each.box[1]) for column in columns]
    return all(
        _on_one_row(left.box, right.box)
        for before, after in pairwise(sides)
        for left, right in zip(before, after, strict=True)
    )


def _on_one_row(box: Box, other: Box) -> bool:
    shared = min(box[3], other[3]) - max(box[1], other[1])
    return shared >= SAME_ROW * min(box[3] - box[1], other[3] - other[1])


def _gaps(intervals: Sequence[Interval]) -> list[Interval]:
    """The stretches between the intervals that none of them covers."""
    found: list[Interval] = []
    reach = min(start for start, _ in intervals)
    for start, end in sorted(intervals):
        if start > reach:
            found.append((reach, start))
        reach = max(reach, end)
    return found


def _shrunk(box: Box) -> Box:
    x0, y0, x1, y1 = box
    dx, dy = (min(inset, MOST_INSET * side) for inset, side in zip(INSET, (x1 - x0, y1 - y0), strict=True))
    return x0 + dx, y0 + dy, x1 - dx, y1 - dy
