"""A line of a page: characters that stand side by side, with what layout needs to know of them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.document import Box
from ingest.record import record

MADE = -1
"""The character index of a blank that the reader put in."""

TOUCHING = 0.12  # of the line's size: pieces nearer than this are one word


@record
class Line:
    """`text[i]` is the page's pdfium character `chars[i]` (`MADE` if the reader put it in).

    `box` is in points from the top-left of the page as displayed; its height is the font's, so that the centres of
    lines compare. `size` is that height. `hyphen` says that pdfium took the last character for a line-end hyphen.
    `table` is the number of the page's table that stands here in place of a line, if not negative.
    `turn` counts the quarter turns, clockwise, by which the page must be turned for the line to be read upright; `box`
    is then in the turned page's coordinates, and `place` on the page as displayed.
    """

    text: str
    chars: Sequence[int]
    box: Box
    size: float
    is_bold: bool = False
    hyphen: bool = False
    table: int = -1
    turn: int = 0

    @property
    def place(self) -> Box:
        """The line's box on the page as displayed."""
        return turned(self.box, -self.turn % 4) if self.turn else self.box

    @property
    def middle(self) -> float:
        """The height of the line's centre."""
        return (self.box[1] + self.box[3]) / 2


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them.

    >>> union([(0, 0, 1, 1), (2, 1, 3, 4)])
    (0, 0, 3, 4)
    """
    found = iter(boxes)
    x0, y0, x1, y1 = next(found)
    for left, top, right, bottom in found:
        x0 = left if left < x0 else x0
        y0 = top if top < y0 else y0
        x1 = right if right > x1 else x1
        y1 = bottom if bottom > y1 else y1
    return x0, y0, x1, y1


def turned(box: Box, turn: int) -> Box:
    """The box after `turn` clockwise quarter turns of the page about its origin.

    >>> turned(turned((1, 2, 5, 3), 1), 3), turned((1, 2, 5, 3), 2)
    ((1, 2, 5, 3), (-5, -3, -1, -2))
    """
    x0, y0, x1, y1 = box
    match turn:
        case 1:
            return -y1, x0, -y0, x1
        case 2:
            return -x1, -y1, -x0, -y0
        case 3:
            return y0, -x1, y1, -x0
        case _:
            return box


def joined(lines: Sequence[Line]) -> Line:
    """Pieces of one row, from left to right, as one line; a blank is made between pieces that do not touch."""
    if len(lines) == 1:
        return lines[0]
    text, chars = lines[0].text, list(lines[0].chars)
    for before, line in pairwise(lines):
        if line.box[0] - before.box[2] > TOUCHING * min(before.size, line.size):
            text += " "
            chars.append(MADE)
        text += line.text
        chars.extend(line.chars)
    longest = max(lines, key=lambda line: len(line.text))
    bold = all(line.is_bold for line in lines)
    return Line(
        text, chars, union(line.box for line in lines), longest.size, bold, lines[-1].hyphen, turn=lines[0].turn
    )
