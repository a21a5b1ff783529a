"""The white bands between columns: what lines cover from left to right, and the gaps that are left."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ingest.lines import Line

GUTTER = 0.75  # of the usual line height: the narrowest white band between two columns

Interval = tuple[float, float]
Cover = list[Interval]


def middle_one(numbers: Sequence[float]) -> float:
    """The median, as `statistics.median` has it, without its search for what kind of numbers these are.

    >>> middle_one([3, 1, 2]), middle_one([1, 2, 4, 3])
    (2, 2.5)
    """
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def cover(lines: Sequence[Line]) -> Cover:
    """The stretches from left to right that the lines stand on."""
    if len(lines) == 1:
        box = lines[0].box
        return [(box[0], box[2])]
    if len(lines) == 2:
        (start, _, end, _), (other, _, last, _) = sorted([lines[0].box, lines[1].box])
        return [(start, end), (other, last)] if other > end else [(start, max(end, last))]
    return merge([(line.box[0], line.box[2]) for line in lines])


def merge(intervals: Sequence[Interval]) -> list[Interval]:
    """Overlapping intervals made one, from left to right.

    >>> merge([(5, 6), (0, 2), (1, 3)])
    [(0, 3), (5, 6)]
    """
    merged: Cover = []
    ordered = sorted(intervals)
    if not ordered:
        return merged
    low, high = ordered[0]
    for start, end in ordered:
        if start > high:
            merged.append((low, high))
            low, high = start, end
        elif end > high:
            high = end
    merged.append((low, high))
    return merged


def widened(held: list[Interval], own: Sequence[Interval]) -> list[Interval]:
    """Both made one; `held` itself where it covers `own` already.

    >>> widened([(0, 3), (5, 8)], [(1, 2), (6, 9)])
    [(0, 3), (5, 9)]
    """
    for start, end in own:
        for low, high in held:
            if low <= start and end <= high:
                break
        else:
            return merge([*held, *own])
    return held


def inner_gaps(held: Sequence[Interval], unit: float) -> list[Interval]:
    """The white bands between covered stretches that are wide enough for a gutter."""
    if len(held) < 2:
        return []
    return [(a[1], b[0]) for a, b in pairwise(held) if b[0] - a[1] >= GUTTER * unit]


def within(gap: Interval, other: Interval) -> bool:
    """Whether `gap` lies inside `other`."""
    return other[0] <= gap[0] and gap[1] <= other[1]


def part(lines: Sequence[Line], gutters: Sequence[Interval]) -> list[tuple[Line, ...]]:
    """The lines between gutters, from left to right."""
    edges = [(start + end) / 2 for start, end in gutters]
    if not edges:
        return [tuple(lines)] if lines else []
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        columns[bisect_left(edges, (line.box[0] + line.box[2]) / 2)].append(line)
    return [tuple(column) for column in columns if column]
