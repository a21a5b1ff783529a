"""A box at the side of running text: lines above, beside and below it are one text, and the box is read after it.

Running text keeps its size and its pitch when it makes room for a box; a sentence goes on from the full width to the
narrow lines, or from those to the full width again. Columns go on in each other instead.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.gutters import middle_one
from ingest.lines import Line
from ingest.record import record

SAME_TEXT = 0.06  # of the height by which lines of one text may differ
PITCH = 1.7  # line heights: running text is set no wider
SAME_PITCH = 0.05  # of the distance between lines
ROW = 0.5  # of the height: lines whose middles are nearer stand on one row
EDGE = 2.0  # points: lines whose beginnings are nearer, set alike, are one column
OVER = 0.3  # of the box's width that a line above or below it must stand over
SENTENCE_END = ".!?;:"
GAP = 1.2  # times the usual distance of lines: more begins a paragraph
INDENT = 0.6  # of the line height: so does an indent
SHORT = 0.12  # of the width that the last line of a paragraph leaves free

Region = tuple[Line, ...]


@record
class Beside:
    """Running text and the box at its side; `rest` are the last lines of the text, which stand under the box."""

    text: Region
    rest: Region
    box: Region


def text_beside(columns: Sequence[Region], above: Line | None, below: Line | None) -> Beside | None:
    """The text and the box at its side among columns, where the text comes in from `above` or goes on `below`."""
    if above is None and below is None:
        return None
    heights = [_heights(column) for column in columns]
    for place, others in ((0, range(1, len(columns))), (-1, range(len(columns) - 1))):
        text = columns[place]
        first, last = (text[heights[place].index(edge(heights[place]))] for edge in (min, max))
        below_text = last.middle + ROW * last.size
        rest: Region = ()
        if any(max(heights[other]) > 2 * below_text for other in others):
            lower = (line for other in others for line in columns[other] if _height(line) > 2 * below_text)
            rest = tuple([line for line in lower if _is_set_like(last, line)])
        if len(text) < 2 or not (rest or _may_follow(last, below) or _may_follow(above, first)):
            continue
        found = _parted(text, [line for other in others for line in columns[other]], rest)
        is_box = len(found.box) > 1 or (found.box and _is_smaller(found))
        if is_box and _is_whole(found) and (_comes_in(found, above) or _goes_out(found, below)):
            return found
    return None


def _parted(text: Region, others: Sequence[Line], rest: Region) -> Beside:
    """The text and what is beside it, parted from the `rest` that stands below both and is set like the text."""
    under = {id(line) for line in rest}
    box = tuple(line for line in others if id(line) not in under)
    is_column = any(
        _is_set_like(line, other) and abs(line.box[0] - other.box[0]) <= EDGE for line in rest for other in box
    )
    if is_column or (box and rest and min(line.middle for line in rest) < max(line.middle for line in box)):
        return Beside(text, (), tuple(others))
    return Beside(text, rest, box)


def _is_whole(found: Beside) -> bool:
    """Whether the box begins and ends with sentences of its own, or is set in another size."""
    head, foot = _first(found.box), _last(found.box)
    ends = _last(found.text).text[-1:] in SENTENCE_END or not foot.text[-1:].isalnum()
    return not head.text[:1].islower() and (ends or _is_other_size(found))


def _comes_in(found: Beside, above: Line | None) -> bool:
    return above is not None and _is_over(above, found.box) and _goes_on(above, _first(found.text), found)


def _goes_out(found: Beside, below: Line | None) -> bool:
    after = _first(found.rest) if found.rest else below
    if after is None or not (_is_over(after, found.box) or _is_other_size(found)):
        return False
    return _goes_on(_last(found.text), after, found)


def _height(line: Line) -> float:
    return line.box[1] + line.box[3]


def _heights(region: Region) -> list[float]:
    return [line.box[1] + line.box[3] for line in region]


def _first(region: Region) -> Line:
    return min(region, key=_height)


def _last(region: Region) -> Line:
    return max(region, key=_height)


def _is_over(line: Line, box: Region) -> bool:
    """Whether a line stands over a good part of the box, from left to right."""
    left, right = min(one.box[0] for one in box), max(one.box[2] for one in box)
    return line.table < 0 and min(line.box[2], right) - max(line.box[0], left) > OVER * (right - left)


def _is_set_like(line: Line, other: Line) -> bool:
    same = abs(line.size - other.size) <= SAME_TEXT * line.size and line.is_bold == other.is_bold
    return same and line.table < 0 and other.table < 0


def _may_follow(before: Line | None, after: Line | None) -> bool:
    """Whether two lines are set like one text, the one right below the other."""
    if before is None or after is None or not (before.text and after.text and _is_set_like(before, after)):
        return False
    return 0 < after.middle - before.middle <= PITCH * before.size


def _goes_on(before: Line, after: Line, found: Beside) -> bool:
    """Whether a sentence goes on from a line to the next below it; or, by its pitch, text beside smaller letters."""
    if not _may_follow(before, after):
        return False
    distance = after.middle - before.middle
    if before.text[-1] not in SENTENCE_END:
        return after.text[0].islower() or after.text[0].isdigit()
    middles = sorted(line.middle for line in found.text)
    pitches = [low - high for high, low in pairwise(middles) if low - high > ROW * before.size]
    return _is_smaller(found) and bool(pitches) and abs(distance - middle_one(pitches)) <= SAME_PITCH * distance


def _is_other_size(found: Beside) -> bool:
    """Whether no line of the box is set in the size of the text."""
    size = found.text[0].size
    return all(abs(line.size - size) > SAME_TEXT * size for line in found.box)


def _is_smaller(found: Beside) -> bool:
    """Whether the box is set in smaller letters than the text."""
    return max(line.size for line in found.box) < (1 - SAME_TEXT) * found.text[0].size


def first_paragraph(lines: Sequence[Line]) -> int:
    """How many of the lines are the first paragraph: up to a wide gap, an indent or a short line before a capital."""
    distances = [below.middle - above.middle for above, below in pairwise(lines)]
    if not distances:
        return len(lines)
    widest = min(GAP * middle_one(distances), PITCH * lines[0].size)
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    for count, (above, below) in enumerate(pairwise(lines), start=1):
        is_short = right - above.box[2] > SHORT * (right - left) and above.text[-1:] in SENTENCE_END
        is_apart = below.middle - above.middle > widest or below.box[0] - above.box[0] > INDENT * below.size
        if below.table >= 0 or is_apart or (is_short and not below.text[:1].islower()):
            return count
    return len(lines)
