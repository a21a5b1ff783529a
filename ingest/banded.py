"""Tables whose rows are told by level rules or by shades, and whose columns by the white between them.

Neither has walls that close a cell: a rule under each row, or every second row shaded.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.document import Box
from ingest.gutters import Interval, cover, inner_gaps, merge, middle_one
from ingest.layout import MARK
from ingest.lines import Line
from ingest.record import record
from ingest.ruledrows import rows_between
from ingest.rulings import REACH, Frame, Lattice, Rule, joined
from ingest.strokes import Strokes

LEAST_ROWS = 3
FEWEST = 2  # cells of a row
LEAST_WIDTH = 100.0  # points: a shorter rule is no table's
THINNEST_ROW = 0.8  # line heights
TALLEST_ROW = 14.0  # line heights
PARTED = 0.6  # of the rows that must have text in several columns
CELL_TEXT = 160  # characters a cell on average: more are columns of text
OVERHANG = 2.0  # points by which text may stand over the ends of the rules
NEXT_ROW = 1.0  # line heights of white between a rule and the text of a row that no rule ends
LEADING = 0.45  # line heights of white between the lines of one cell, at most
MOST_RULES = 400


@record
class Band:
    """One row: from `top` to `bottom`, with the lines that stand in it."""

    top: float
    bottom: float
    lines: tuple[Line, ...]


def banded_lattices(strokes: Strokes, lines: Sequence[Line], known: Sequence[Lattice]) -> list[Lattice]:
    """The grids of rules and shades that run from side to side, those inside `known` grids left out."""
    level = [box for box in (*strokes.lines, *strokes.sides) if box[2] - box[0] >= box[3] - box[1]]
    upright = [line for line in lines if line.turn == 0]
    if len(level) <= LEAST_ROWS or not upright:
        return []
    rules = joined(Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in level)
    unit = middle_one([line.size for line in upright])
    found = []
    for group in _alike(rules[:MOST_RULES]):
        for run in _runs(group, unit):
            lattice = _lattice(run, upright, unit)
            if lattice and not any(_covers(grid.box, lattice.box) for grid in known):
                found.append(lattice)
    return found


def outside(lattices: Sequence[Lattice], banded: Sequence[Lattice]) -> list[Lattice]:
    """The grids but those that are only some rows of a banded one."""
    return [lattice for lattice in lattices if not any(_covers(whole.box, lattice.box) for whole in banded)]


def _covers(box: Box, other: Box) -> bool:
    """Whether a grid takes most of the height of another that stands on it."""
    shared = min(box[3], other[3]) - max(box[1], other[1])
    return box[0] < other[2] and other[0] < box[2] and shared > (other[3] - other[1]) / 2


def _alike(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that begin and end together, from top to bottom."""
    groups: list[list[Rule]] = []
    for rule in rules:
        if rule.end - rule.start < LEAST_WIDTH:
            continue
        for group in groups:
            if abs(group[0].start - rule.start) <= REACH and abs(group[0].end - rule.end) <= REACH:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > LEAST_ROWS]


def _runs(group: Sequence[Rule], unit: float) -> Iterator[list[Rule]]:
    """The rules of a group that follow each other as those of rows do."""
    run: list[Rule] = []
    for rule in group:
        if run and rule.at - run[-1].at > TALLEST_ROW * unit:
            yield run
            run = []
        if not run or rule.at - run[-1].at >= THINNEST_ROW * unit:
            run.append(rule)
    yield run


def _lattice(run: Sequence[Rule], lines: Sequence[Line], unit: float) -> Lattice | None:
    """The rows between rules, parted where white runs through all rows that have several cells."""
    left, right = run[0].start, run[0].end
    lines = [line for line in lines if line.box[2] > left and line.box[0] < right]
    bands = [_band(above.at, below.at, lines) for above, below in pairwise(run)]
    while bands and not bands[-1].lines:
        bands.pop()
    while bands and not bands[0].lines:
        bands.pop(0)
    parted = [band for band in bands if inner_gaps(cover(band.lines), unit)]
    if len(bands) < LEAST_ROWS or len(parted) < PARTED * len(bands) or not all(band.lines for band in bands):
        return None
    inside = [line for band in bands for line in band.lines]
    if any(line.box[0] < left - OVERHANG or line.box[2] > right + OVERHANG for line in inside):
        return None
    gaps = inner_gaps(merge([side for band in parted for side in cover(band.lines)]), unit)
    if gaps:
        bands = [row for band in bands for row in _told_apart(band, gaps)]
    filled = sum(_filled(band, gaps) for band in bands)
    if not gaps or sum(len(line.text) for line in inside) > CELL_TEXT * filled:
        return None
    if sum(_filled(band, gaps) > 1 for band in bands) < PARTED * len(bands) or _are_lists(inside, gaps):
        return None
    above, below = (_open_row(lines, at, unit, is_above=at == bands[0].top) for at in (bands[0].top, bands[-1].bottom))
    before, after = ([band] if _is_row(band, gaps, left, right) else [] for band in (above, below))
    bands = [*before, *bands, *after]
    xs = [left, *((start + end) / 2 for start, end in gaps), right]
    frames = [frame for row, band in enumerate(bands) for frame in _frames(row, band, gaps, xs)]
    return Lattice((left, bands[0].top, right, bands[-1].bottom), len(bands), len(xs) - 1, tuple(frames))


def _band(top: float, bottom: float, lines: Sequence[Line]) -> Band:
    return Band(top, bottom, tuple(line for line in lines if top < line.middle < bottom))


def _told_apart(band: Band, gaps: Sequence[Interval]) -> list[Band]:
    """The rows that stand between two rules."""
    if len(band.lines) < 2 * FEWEST:
        return [band]
    rows = rows_between(band.lines, lambda line: _column(line, gaps))
    inner = [(max(line.box[3] for line in high) + min(line.box[1] for line in low)) / 2 for high, low in pairwise(rows)]
    edges = pairwise([band.top, *inner, band.bottom])
    return [Band(top, bottom, tuple(row)) for row, (top, bottom) in zip(rows, edges, strict=True)]


def _open_row(lines: Sequence[Line], edge: float, unit: float, *, is_above: bool) -> Band:
    """The lines above or below the rules as one row: those that follow each other closely from the rule at `edge`."""
    held: list[Line] = []
    reach, room = edge, NEXT_ROW * unit
    for line in sorted(lines, key=lambda line: abs(line.middle - edge)):
        near, far = (line.box[3], line.box[1]) if is_above else (line.box[1], line.box[3])
        if (near > edge + 1) if is_above else (near < edge - 1):
            continue
        if abs(near - reach) > room and (near < reach if is_above else near > reach):
            break
        held.append(line)
        reach, room = (min(reach, far), LEADING * unit) if is_above else (max(reach, far), LEADING * unit)
    return Band(min(reach, edge), max(reach, edge), tuple(held))


def _is_row(band: Band, gaps: Sequence[Interval], left: float, right: float) -> bool:
    """Whether what stands next to the rules is one more row: nearly all columns, each line inside its own."""
    if _filled(band, gaps) < max(2, len(gaps)) or any(_crosses(line, gap) for line in band.lines for gap in gaps):
        return False
    return all(left - OVERHANG <= line.box[0] and line.box[2] <= right + OVERHANG for line in band.lines)


def _column(line: Line, gaps: Sequence[Interval]) -> int:
    return sum(line.box[0] >= (start + end) / 2 for start, end in gaps)


def _filled(band: Band, gaps: Sequence[Interval]) -> int:
    """How many columns of a row hold text."""
    return len({_column(line, gaps) for line in band.lines})


def _are_lists(lines: Sequence[Line], gaps: Sequence[Interval]) -> bool:
    """Whether lists stand side by side."""
    return len({_column(line, gaps) for line in lines if MARK.match(line.text)}) > 1


def _frames(row: int, band: Band, gaps: Sequence[Interval], xs: Sequence[float]) -> Iterator[Frame]:
    """The cells of a row; one that text crosses goes on over the next column."""
    first = 0
    for column in range(len(xs) - 1):
        is_last = column == len(xs) - 2
        if is_last or not any(_crosses(line, gaps[column]) for line in band.lines):
            box = (xs[first], band.top, xs[column + 1], band.bottom)
            yield Frame(row, first, 1, column + 1 - first, box)
            first = column + 1


def _crosses(line: Line, gap: Interval) -> bool:
    return line.box[0] < (gap[0] + gap[1]) / 2 < line.box[2]
