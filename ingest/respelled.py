"""Lines set sideways whose letters are drawn one by one: pdfium takes each for a line of its own.

Letters that follow each other, by the widths that their font gives them, are words again.
"""

from collections.abc import Callable, Sequence

from ingest.document import Box
from ingest.lines import MADE, Line, turned, union

FEWEST = 3  # letters by themselves, before any are looked at
LETTER = 2  # characters of such a piece, at most
ONE_WORD = 0.15  # of the line height between letters of a word
ONE_LINE = 0.6  # of the line height between words
LEVEL = 0.2  # of the line height by which letters of a line differ in height
SAME_SIZE = 0.1  # of the line height by which they differ in size

Loose = Callable[[int], Box]
"""The box of a character by its font's widths, on the page as displayed."""


def respelled(lines: Sequence[Line], loose: Loose) -> list[Line]:
    """The lines in their order, letters set sideways one by one put together."""
    if sum([len(line.text) <= LETTER for line in lines if line.turn % 2]) < FEWEST:
        return list(lines)
    found: list[Line] = []
    for line in lines:
        gap = _gap(found[-1], line, loose) if found else None
        if gap is None:
            found.append(line)
            continue
        before = found[-1]
        is_apart = gap > ONE_WORD * line.size
        text = f"{before.text} {line.text}" if is_apart else before.text + line.text
        chars = [*before.chars, *([MADE] if is_apart else []), *line.chars]
        found[-1] = Line(text, chars, union((before.box, line.box)), before.size, before.is_bold, turn=line.turn)
    return found


def _gap(before: Line, line: Line, loose: Loose) -> float | None:
    """How far behind another a line begins that goes on with it; None where it does not."""
    if not line.turn % 2 or before.turn != line.turn or abs(before.size - line.size) > SAME_SIZE * line.size:
        return None
    if abs(before.middle - line.middle) > LEVEL * line.size:
        return None
    ends, begins = (turned(loose(char), line.turn) for char in (before.chars[-1], line.chars[0]))
    gap = begins[0] - ends[2]
    return gap if -ONE_LINE * line.size < gap <= ONE_LINE * line.size else None
