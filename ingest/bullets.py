"""Bullets that a page draws instead of writing: a small disc, ring or square before each item of a list.

Browsers print lists so. The mark gets its letter back, so that the item reads as one with a written bullet does.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Box
from ingest.layout import MARK_REACH, is_item
from ingest.lines import MADE, Line

BULLET = "• "
LARGEST = 0.75  # of the line height that a bullet may measure
LEVEL = 0.3  # of the line height by which its middle may stand off the line's
SAME_EDGE = 1.0  # points by which the bullets of one list differ in place and in size
LEAST = 2  # bullets under each other make a list; dots that stand alone are those of a drawing
OWN_ROW = 0.8  # line heights between bullets under each other: what is nearer is a dotted line


def with_bullets(lines: Sequence[Line], dots: Sequence[Box]) -> list[Line]:
    """The lines, those of items with a bullet (a character that the reader made) for the dot that is drawn before."""
    if len(dots) < LEAST:
        return list(lines)
    beside = [(dot, line) for dot in dots if (line := _text_of(dot, lines)) is not None]
    marks = {id(line): dot for dot, line in _listed(beside)}
    return [_marked(line, marks[id(line)]) if id(line) in marks else line for line in lines]


def _text_of(dot: Box, lines: Sequence[Line]) -> Line | None:
    """The nearest text to the right of a dot on its row; none where text ends before the dot, or has a mark already."""
    middle = (dot[1] + dot[3]) / 2
    near = [line for line in lines if line.box[1] <= middle <= line.box[3]]  # `LEVEL` is less than half of the height
    row = [line for line in near if line.turn == 0 and abs(line.middle - middle) <= LEVEL * line.size]
    right = [line for line in row if 0 <= line.box[0] - dot[2] <= MARK_REACH * line.size]
    nearest = min(right, key=lambda line: line.box[0], default=None)
    if nearest is None or dot[3] - dot[1] > LARGEST * nearest.size or is_item(nearest.text):
        return None
    is_first = not any(-nearest.size < dot[0] - line.box[2] < nearest.size for line in row if line is not nearest)
    return nearest if is_first else None


def _listed(beside: Sequence[tuple[Box, Line]]) -> list[tuple[Box, Line]]:
    """Those that stand under others of their size, and single ones of the same size (an inner list of one item)."""
    columns = [column for column in _columns(beside) if _are_apart(column)]
    sizes = [_size(column[0][0]) for column in columns if len(column) >= LEAST]
    return [
        one
        for column in columns
        for one in column
        if len(column) >= LEAST or any(abs(_size(one[0]) - size) <= SAME_EDGE for size in sizes)
    ]


def _columns(beside: Sequence[tuple[Box, Line]]) -> list[list[tuple[Box, Line]]]:
    """Those that begin at one place and measure the same, from the top."""
    columns: list[list[tuple[Box, Line]]] = []
    for dot, line in sorted(beside, key=lambda one: one[0][1]):
        for column in columns:
            first = column[0][0]
            if abs(first[0] - dot[0]) <= SAME_EDGE and abs(_size(first) - _size(dot)) <= SAME_EDGE:
                column.append((dot, line))
                break
        else:
            columns.append([(dot, line)])
    return columns


def _are_apart(column: Sequence[tuple[Box, Line]]) -> bool:
    return all(below[1] - above[1] >= OWN_ROW * line.size for (above, line), (below, _) in pairwise(column))


def _size(dot: Box) -> float:
    return dot[3] - dot[1]


def _marked(line: Line, dot: Box) -> Line:
    _, top, right, bottom = line.box
    chars = [MADE] * len(BULLET) + list(line.chars)
    return replace(line, text=BULLET + line.text, chars=chars, box=(dot[0], top, right, bottom))
