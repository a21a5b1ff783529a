"""Lines that justification has pulled apart, made whole.

A typesetter stretches the blanks of a line alike until it fills its column (D. E. Knuth, M. F. Plass: Breaking
paragraphs into lines, 1981). So pieces of one row are one line where all the white between their words is the same, and
they begin and end where whole lines do.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from operator import sub

from ingest.lines import Line, joined

FLUSH = 1.5  # points by which edges of justified lines differ: glyphs begin a little inside their widths
WHOLE_LINES = 3  # that begin and end together make a column
BLANKS = 2  # of a whole line, at least
INDENT = 4.0  # line heights by which the first line of a paragraph may be set in
ALIKE = 1.15  # times the narrowest blank: what the widest of a line may measure
BEARING = 0.14  # of the line height: the white that letters bring with them
ALIGNED_ROWS = 3  # whose blanks stand one above the other: a table
NEAR = 2.1  # line heights between the centres of lines that follow each other
SAME_LINE = 0.1  # of the line height by which the centres of a line's pieces differ

Words = Callable[[Line], Sequence[Line]]
Edges = tuple[float, float]
"""Where the lines of a column begin and end."""


def made_whole(lines: Sequence[Line], words: Words) -> list[Line]:
    """The lines in their order, those that justification has pulled apart in one piece; `words` parts a line."""
    level = [line for line in lines if line.turn == 0 and line.table < 0]
    rows = _rows(level)
    if not rows:
        return list(lines)
    whole: dict[int, Line] = {}
    taken: set[int] = set()
    # Where the last piece but one begins, and where the first of those behind another ends: two must be in a column.
    reaches = [(row[-2].box[0], min([line.box[2] for line in row[1:]]), row) for row in rows]
    furthest = max([last for last, _, _ in reaches]), min([first for _, first, _ in reaches])
    for edges in _columns(level, rows, furthest):
        left, right = edges[0] - FLUSH, edges[1] + 2 * FLUSH
        near = [row for last, first, row in reaches if last >= left and first <= right]
        within = [[line for line in row if line.box[0] >= left and line.box[2] <= right] for row in near]
        free = [[line for line in row if id(line) not in taken] for row in within]
        pulled = _not_aligned([row for row in free if len(row) > 1 and _fills(row, edges)])
        filled = [line for line in level if _fills((line,), edges)] if pulled else []
        waiting = sorted(pulled, key=len, reverse=True)
        while waiting:
            left_over = []
            for row in waiting:
                if (len(row) > 2 or _follows(row[0], filled)) and _is_stretched(row, words):
                    whole[id(row[0])] = joined(row)
                    filled.append(whole[id(row[0])])
                    taken.update(id(line) for line in row)
                else:
                    left_over.append(row)
            waiting = left_over if len(left_over) < len(waiting) else []
    if not whole:
        return list(lines)
    return [whole.get(id(line), line) for line in lines if id(line) in whole or id(line) not in taken]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Pieces of one size whose centres stand at one height, from left to right, where there are several."""
    placed = sorted([((line.box[1] + line.box[3]) / 2, index, line) for index, line in enumerate(lines)])
    middles = [own for own, _, _ in placed]
    if min(map(sub, middles[1:], middles), default=inf) > SAME_LINE * max([line.size for line in lines], default=0.0):
        return []  # one line under the other
    found: list[list[Line]] = []
    middle, size = -inf, 0.0
    for own, _, line in placed:
        near = SAME_LINE * line.size
        if own - middle <= near and abs(line.size - size) <= near:
            found[-1].append(line)
        else:
            found.append([line])
            middle, size = own, line.size
    return [sorted(row, key=lambda line: line.box[0]) for row in found if len(row) > 1]


def _columns(lines: Sequence[Line], rows: Sequence[Sequence[Line]], furthest: Edges) -> list[Edges]:
    """The edges that several whole lines share, or words set evenly, the narrowest column first; none where no column
    begins before and ends behind the `furthest` that the rows ask for."""
    whole = [line.box for line in lines if line.text.count(" ") >= BLANKS]
    runs = [run for row in rows if len(row) > BLANKS for run in _even(row)]
    lefts = [box[0] for box in whole] + [run[0].box[0] for run in runs]
    rights = [box[2] for box in whole] + [run[-1].box[2] for run in runs]
    begins, (last, first) = _clusters(lefts), furthest
    edges = zip(lefts, rights, strict=True)
    if sum([begins[left] - FLUSH <= last and first <= right + 2 * FLUSH for left, right in edges]) < WHOLE_LINES:
        return []
    ends = _clusters(rights)
    shared = Counter(zip(map(begins.__getitem__, lefts), map(ends.__getitem__, rights), strict=True))
    return sorted(
        [edges for edges, count in shared.items() if count >= WHOLE_LINES], key=lambda edge: edge[1] - edge[0]
    )


def _even(row: Sequence[Line]) -> list[list[Line]]:
    """The stretches of a row in which several pieces of words stand at one distance from each other."""
    runs: list[list[Line]] = [[row[0]]]
    for before, line in pairwise(row):
        blank = line.box[0] - before.box[2]
        if len(runs[-1]) > 1 and not _are_alike([blank, runs[-1][1].box[0] - runs[-1][0].box[2]], line.size):
            runs.append([line])
        else:
            runs[-1].append(line)
    return [run for run in runs if len(run) > BLANKS and sum(line.text[0].isalpha() for line in run) > len(run) / 2]


def _clusters(edges: Sequence[float]) -> dict[float, float]:
    """For each edge the first of those that stand less than `FLUSH` from one to the next.

    >>> _clusters([60.4, 300, 60, 61.5])
    {60: 60, 60.4: 60, 61.5: 60, 300: 300}
    """
    found: dict[float, float] = {}
    first = before = float("-inf")
    for edge in sorted(edges):
        if edge - before > FLUSH:
            first = edge
        found[edge] = first
        before = edge
    return found


def _fills(row: Sequence[Line], edges: Edges) -> bool:
    """Whether a row reaches from edge to edge, or from an indent."""
    left, right = edges
    begins = -FLUSH <= row[0].box[0] - left <= INDENT * row[0].size
    return begins and -FLUSH <= row[-1].box[2] - right <= 2 * FLUSH


def _follows(line: Line, filled: Sequence[Line]) -> bool:
    """Whether one of the whole lines stands next to the line, above or below."""
    return any(0 < abs(line.middle - other.middle) <= NEAR * line.size for other in filled)


def _is_stretched(row: Sequence[Line], words: Words) -> bool:
    """Whether all blanks of a row, those inside its pieces too, are of one width."""
    single = [word for line in row for word in (words(line) if " " in line.text else (line,))]
    blanks = [after.box[0] - before.box[2] for before, after in pairwise(single)]
    return min(blanks) > 0 and _are_alike(blanks, row[0].size)


def _are_alike(blanks: Sequence[float], size: float) -> bool:
    return max(blanks) <= ALIKE * min(blanks) + BEARING * size


def _not_aligned(rows: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The rows but those whose blanks stand one above the other, as between the columns of a table."""
    runs: list[list[Sequence[Line]]] = []
    for row in rows:
        if runs and _align(runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return [row for run in runs if len(run) < ALIGNED_ROWS for row in run]


def _align(row: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether the blanks of two rows next to each other stand one above the other, as between a table's columns."""
    if len(row) != len(other) or abs(row[0].middle - other[0].middle) > NEAR * row[0].size:
        return False
    if any(abs(a.box[0] - b.box[0]) > FLUSH and b.text[0].isalpha() for a, b in zip(row[1:], other[1:], strict=True)):
        return False  # words of a table's column begin one under the other
    return all(
        max(a.box[2], c.box[2]) < min(b.box[0], d.box[0])
        for (a, b), (c, d) in zip(pairwise(row), pairwise(other), strict=True)
    )
