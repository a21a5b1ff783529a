"""The white bands between columns: what lines cover from left to right, and the gaps that are left."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.lines import Line

GUTTER = 0.75  # of the usual line height: the narrowest white band between two columns

Interval = tuple[float, float]


def cover(lines: Sequence[Line]) -> list[Interval]:
    """The stretches from left to right that the lines stand on."""
    if len(lines) == 1:
        return [(lines[0].box[0], lines[0].box[2])]
    return merge([(line.box[0], line.box[2]) for line in lines])


def merge(intervals: Sequence[Interval]) -> list[Interval]:
    """Overlapping intervals made one, from left to right.

    >>> merge([(5, 6), (0, 2), (1, 3)])
    [(0, 3), (5, 6)]
    """
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
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
    return [(a[1], b[0]) for a, b in pairwise(held) if b[0] - a[1] >= GUTTER * unit]


def within(gap: Interval, other: Interval) -> bool:
    """Whether `gap` lies inside `other`."""
    return other[0] <= gap[0] and gap[1] <= other[1]


def part(lines: Sequence[Line], gutters: Sequence[Interval]) -> list[tuple[Line, ...]]:
    """The lines between gutters, from left to right."""
    edges = [(start + end) / 2 for start, end in gutters]
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        columns[sum((line.box[0] + line.box[2]) / 2 > edge for edge in edges)].append(line)
    return [tuple(column) for column in columns if column]
