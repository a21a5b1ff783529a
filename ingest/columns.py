"""Columns told from cells, and what stands above them all from what belongs to one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.figures import is_number
from ingest.gutters import Cover, Interval, middle_one, part
from ingest.lines import Line
from ingest.namelists import is_one_list

FLUSH = 3.0  # points by which justified lines may miss the edge
LEAST_LINES = 4  # of a justified column
RUNNING_LINES = 6  # of a narrow column from which it is told whether its sentences run on
MOST = 0.6  # of a column's lines that must fill it, or run on
LARGER = 1.1  # times the size of the text: a title's
CENTRED = 1.5  # line heights: the middle of a title may miss that of the columns below it
SET_IN = 4.0  # line heights by which a line of a column may be set in
HEADLINE = 1.35  # times the size of the row above it
SMALLER = 0.9  # of the size of the text above it: a note's
NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[†‡])\)?\s?[^\W\d]")
SENTENCE_END = (".", "!", "?", ";", ":")
STEADY = 1.15  # times the least distance between the lines of a stack: the largest
SIGNED = "___"  # where somebody signs
LEAST_HEAD = 3  # lines of a letterhead, and of the address beside it
ANSWERS = "На №"  # how a letterhead says to which letter it answers
WORDY = 5  # letters of a line that is no figure
SIGNATURE = 8  # lines of a signature's column, at most
ONE_ROW = 0.3  # of the line height by which the lines of a row differ in height
BLOCK_WHITE = 0.4  # line heights by which the white between blocks is wider than that between their lines


def is_title(above: Sequence[Line], columns: Cover, unit: float) -> bool:
    """Whether a line above columns is a title of them all: it begins far from where the lines of its column do, or
    stands at the middle of them all and is set larger than they are."""
    for line in above:
        left, _, right, _ = line.box
        begins = max([start for start, _ in columns if start <= left + unit], default=left)
        middle = (left + right) / 2 - (columns[0][0] + columns[-1][1]) / 2
        is_centred = len(above) == 1 and abs(middle) <= CENTRED * unit
        if left - begins > (CENTRED if is_centred else SET_IN) * unit or (is_centred and line.size > LARGER * unit):
            return True
    return False


def is_other_text(before: Sequence[Sequence[Line]], band: Sequence[Line]) -> bool:
    """Whether a line below columns is none of theirs: a headline below a single row, as of the name and the number of a
    journal, or a note that begins with its mark, set smaller than the text that the columns end with."""
    line = band[0]
    if len(before) == 1:
        return line.size > HEADLINE * max([own.size for own in before[0]])
    return line.size < SMALLER * before[-1][0].size and NOTE.match(line.text) is not None


def is_in_turn(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether of two lines one stands clear of the other to its side and above it, as an address on the right does of
    the title and the text below it."""
    if not len(above) == len(below) == 1 or below[0].box[1] < above[0].box[3]:
        return False
    return above[0].box[0] > below[0].box[2] or below[0].box[0] > above[0].box[2]


def is_justified(column: Sequence[Line]) -> bool:
    """Whether most lines of a column begin and end together, as those of justified text do, and hold several words."""
    if len(column) < LEAST_LINES:
        return False
    left, right = min([line.box[0] for line in column]), max([line.box[2] for line in column])
    flush = [line for line in column if line.box[0] - left <= FLUSH and right - line.box[2] <= FLUSH]
    return len(flush) > MOST * len(column) and sum([line.text.count(" ") for line in flush]) >= len(flush)


def runs_on(column: Sequence[Line]) -> bool:
    """Whether sentences run on from line to line of a column, in its order."""
    if len(column) < RUNNING_LINES:
        return False
    broken = [low.text[:1].islower() and not high.text.endswith(SENTENCE_END) for high, low in pairwise(column)]
    return sum(broken) >= MOST * len(broken)


def are_stacks(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns of short lines are each a text of its own: in one a line is broken while the text of the next
    begins anew beside it, and no white is left where cells would wait for each other; or two of them are to be signed,
    or they are one list of names, or a letterhead and an address."""
    if len(columns) < 2 or any(len(column) < 2 for column in columns):
        return False
    if max(map(len, columns)) <= SIGNATURE and sum(any(SIGNED in line.text for line in own) for own in columns) > 1:
        return True
    ordered = [sorted(column, key=_middle) for column in columns]
    if _is_alphabetical(ordered) or is_one_list(ordered) or _is_letterhead(ordered):
        return True
    tops = [own[0].middle for own in ordered]
    if max(tops) - min(tops) > ONE_ROW * columns[0][0].size or not all(map(_is_steady, ordered)):
        return False
    return any(_is_broken(own, number) for own in ordered for number in range(1, min(map(len, ordered))))


def is_inset(text: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether lines of another size stand beside running text at distances of their own, as no cells of rows do."""
    if len(text) < LEAST_LINES or len(other) < 2 or len(other) >= len(text):
        return False
    size, ordered, inset = text[0].size, sorted(text, key=_middle), sorted(other, key=_middle)
    if not _is_steady(inset) or any(abs(line.size - size) <= (LARGER - 1) * size for line in inset):
        return False
    distances = [low.middle - high.middle for high, low in pairwise(ordered)]
    pitch = middle_one(distances)
    steady = sum([abs(distance - pitch) <= (STEADY - 1) * pitch for distance in distances])
    is_own = abs(inset[1].middle - inset[0].middle - pitch) > (STEADY - 1) * pitch
    return is_own and steady > MOST * len(distances)


def blocks(bands: Sequence[Sequence[Line]], gutters: Sequence[Interval]) -> list[list[Sequence[Line]]]:
    """The bands parted where the white between them is wide, if one of the parts holds stacks or each of them cards
    with titles, lines that stand alone left aside; else all in one."""
    if len(bands) < 2:
        return [list(bands)]
    whites = [_top(low) - _bottom(high) for high, low in pairwise(bands)]
    widest = min(whites) + BLOCK_WHITE * bands[0][0].size
    found = [[bands[0]]]
    for band, white in zip(bands[1:], whites, strict=True):
        if white > widest:
            found.append([])
        found[-1].append(band)
    held = [part([line for band in block for line in band], gutters) for block in found if len(block[0]) > 1]
    if any(len(block) == 1 < len(block[0]) for block in found):
        return [list(bands)]
    are_titled = len(held) > 1 and all(map(_are_titled, held))
    return found if are_titled or any(map(are_stacks, held)) else [list(bands)]


def _are_titled(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether each column begins with a bold line and goes on with others."""
    ordered = [sorted(column, key=_middle) for column in columns]
    return len(columns) > 1 and all(
        len(own) > 1 and own[0].is_bold and not any(line.is_bold for line in own[1:]) for own in ordered
    )


def _middle(line: Line) -> float:
    return line.middle


def _top(band: Sequence[Line]) -> float:
    return min([line.box[1] for line in band])


def _bottom(band: Sequence[Line]) -> float:
    return max([line.box[3] for line in band])


def _is_alphabetical(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines, column by column, are names in the order of the alphabet."""
    names = [line.text.casefold() for column in columns for line in column]
    is_long = min(map(len, columns)) >= LEAST_LINES and all(name[:1].isalpha() for name in names)
    return is_long and all(above < below for above, below in pairwise(names))


def _is_letterhead(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether one of two columns is set about its own middle, as a letterhead is, and lines stand without another
    beside them in the other, an address; or one says to which letter it answers."""
    if len(columns) != 2 or min(map(len, columns)) < LEAST_HEAD:
        return False
    if any(line.text.startswith(ANSWERS) for line in columns[0]):
        return True
    if not any(map(_is_centred, columns)) or any(sum(map(_is_wordy, own)) < MOST * len(own) for own in columns):
        return False
    return any(not any(_are_level(line, other) for other in columns[1]) for line in columns[0])


def _is_centred(column: Sequence[Line]) -> bool:
    """Whether lines of different length share their middle."""
    size = column[0].size
    middles = [(line.box[0] + line.box[2]) / 2 for line in column]
    lefts = [line.box[0] for line in column]
    return max(middles) - min(middles) <= ONE_ROW * size and max(lefts) - min(lefts) > SET_IN * size


def _is_wordy(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) >= WORDY


def _are_level(line: Line, other: Line) -> bool:
    return abs(line.middle - other.middle) <= ONE_ROW * line.size


def _is_steady(column: Sequence[Line]) -> bool:
    """Whether the lines of a column follow each other at one distance."""
    distances = [low.middle - high.middle for high, low in pairwise(column)]
    return 0 < max(distances) <= STEADY * min(distances)


def _is_broken(column: Sequence[Line], number: int) -> bool:
    """Whether a line goes on with the sentence of the one above it, which has no room for its first word, in a column
    most of whose lines begin anew."""
    above, line = column[number - 1], column[number]
    small = sum([own.text[:1].islower() for own in column])
    if not line.text[:1].islower() or above.text.endswith(SENTENCE_END) or is_number(above.text):
        return False
    if 2 * small > len(column) - 1:
        return False
    word = len(line.text.split()[0]) / len(line.text) * (line.box[2] - line.box[0])
    return above.box[2] + word > max([own.box[2] for own in column])
