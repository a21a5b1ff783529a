"""The stretches of a page's text that pdfium sets as lines, and where their rectangles stand apart."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from ingest.document import Box

SPLIT_GAP = 0.6  # of the line's height: a wider gap inside one of pdfium's lines parts columns, cells and tabs
RAISED = 0.86  # of the size before it: a digit set smaller is a footnote's mark; browsers set them at 0.83
STACKED = 0.7  # of the height: what stands so much lower, and no further right, is on another line
LOWER = 0.8  # of the height of a line: a box that is lower may be such a mark
LEANING = 0.1  # radians: text that leans less is level
LINE_END_HYPHEN = "\ufffe"  # pdfium writes U+FFFE for a hyphen at a line's end and leaves the line end out
LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(
    rf"(?:([^\s{LINE_END_HYPHEN}][^{LINE_ENDS}{LINE_END_HYPHEN}]*)({LINE_END_HYPHEN}?)|({LINE_END_HYPHEN}))"
    rf"[{LINE_ENDS}{LINE_END_HYPHEN}]*"
)
LIGATURES = ("ff", "fi", "fl")
WORD = re.compile(r"\S+")

Stretch = tuple[int, int, bool, bool]
"""Where a line begins and ends in the page's text, blanks left out; whether it ends in a hyphen that pdfium saw, and
whether there were blanks to leave out."""


def is_printed(text: str) -> bool:
    """Whether nothing but line ends and blanks is white in a page's text, and everything else can be seen."""
    return text.replace("\r\n", " ").isprintable()


def stretches(text: str) -> list[Stretch]:
    r"""The lines of a page's text.

    >>> stretches("One \r\n\r\ntwo-\ufffethree")
    [(0, 3, False, True), (8, 13, True, False), (13, 18, False, False)]
    """
    return of_printed(text) if is_printed(text) else of_any(text)


def of_any(text: str) -> list[Stretch]:
    """The lines of a text that need not be printed."""
    found = []
    for line in _LINE.finditer(text):
        start = line.start(1)
        if start < 0:
            found.append((line.start(3), line.end(3), True, True))
            continue
        before = text[max(0, start - 1) : start]
        is_set_in = before.isspace() and before not in LINE_ENDS
        end = line.end(2) if line[2] else start + len(line[1].rstrip())
        found.append((start, end, bool(line[2]), is_set_in or end < line.end(2)))
    return found


def of_printed(text: str) -> list[Stretch]:
    """The lines of a text that `is_printed`."""
    if " \r" not in text and "\n " not in text and text[:1] != " " != text[-1:]:
        ends = list(accumulate([len(line) + 2 for line in text.split("\r\n")], initial=0))
        return [(start, end - 2, False, False) for start, end in pairwise(ends) if end - start > 2]
    found = []
    at = 0
    for line in text.split("\r\n"):
        start, end = at, at + len(line)
        at = end + 2
        if line[:1] == " " or line[-1:] == " ":
            start, end = end - len(line.lstrip()), start + len(line.rstrip())
            if start < end:
                found.append((start, end, False, True))
        elif line:
            found.append((start, end, False, False))
    return found


def measured_at(text: str, start: int, end: int) -> int:
    """Which character of a stretch has the box by which its font's height is told.

    The first; but of a ligature pdfium makes letters whose boxes are pieces of its ink, so then the one behind it.

    >>> measured_at("first", 0, 5), measured_at("from", 0, 4), measured_at("offices", 1, 7)
    (2, 0, 4)
    """
    if not text.startswith(LIGATURES, start):
        return start
    place = start + (3 if text.startswith(LIGATURES, start + 1) else 2)
    return place if place < end and not text[place].isspace() else start


def is_close(boxes: Sequence[Box], height: float) -> bool:
    """Whether boxes follow each other from left to right on one row, with no gap wider than `SPLIT_GAP`."""
    return all(_follows(before, box, height) for before, box in pairwise(boxes))


def _follows(before: Box, box: Box, height: float) -> bool:
    gap = box[0] - before[2]
    if gap > SPLIT_GAP * height or gap < -2 * height:
        return False
    low = before[3] if before[3] < box[3] else box[3]
    high = before[1] if before[1] > box[1] else box[1]
    return low >= high - 0.3 * height


def apart(boxes: Sequence[Box], height: float) -> list[tuple[int, Box]]:
    """Boxes that follow each other closely put together: how many, and the box around them."""
    groups: list[tuple[int, Box]] = []
    count, around = 1, boxes[0]
    for box in boxes[1:]:
        if _follows(around, box, height):
            count += 1
            x0, y0, x1, y1 = box
            left, top, right, bottom = around
            around = (
                x0 if x0 < left else left,
                y0 if y0 < top else top,
                x1 if x1 > right else right,
                y1 if y1 > bottom else bottom,
            )
        else:
            groups.append((count, around))
            count, around = 1, box
    return [*groups, (count, around)]


def font_reach(loose: Box, glyphs: Box) -> tuple[float, float]:
    """Top and bottom of a font by its character's `loose` box; of the `glyphs` where that is missing or absurd."""
    height, inked = loose[3] - loose[1], glyphs[3] - glyphs[1]
    if inked * 0.8 <= height <= max(4 * inked, 30) and loose[1] <= glyphs[3] and glyphs[1] <= loose[3]:
        return loose[1], loose[3]
    return glyphs[1], glyphs[3]


def are_stacked(boxes: Sequence[Box], height: float) -> bool:
    """Whether some of a line's boxes stand one below the other, as pdfium puts single letters of a column in one line;
    `height` is that of the font."""
    return any(_is_below(above, box, height) for above, box in pairwise(boxes))


def _is_below(above: Box, box: Box, height: float) -> bool:
    return box[0] < above[2] and abs(box[1] + box[3] - above[1] - above[3]) > 2 * STACKED * height


def has_marks(boxes: Sequence[Box], around: Box) -> bool:
    """Whether some of the boxes are so much lower than all together that they may be footnote marks."""
    return len(boxes) > 1 and min(box[3] - box[1] for box in boxes) < LOWER * (around[3] - around[1])
