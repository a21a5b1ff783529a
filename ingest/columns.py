"""Columns told from cells, and what stands above them all from what belongs to one."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.gutters import Cover
from ingest.lines import Line

FLUSH = 3.0  # points by which justified lines may miss the edge
LEAST_LINES = 4  # of a justified column
RUNNING_LINES = 6  # of a narrow column from which it is told whether its sentences run on
MOST = 0.6  # of a column's lines that must fill it, or run on
LARGER = 1.1  # times the size of the text: a title's
CENTRED = 1.5  # line heights: the middle of a title may miss that of the columns below it
SET_IN = 4.0  # line heights by which a line of a column may be set in
SENTENCE_END = (".", "!", "?", ";", ":")


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
