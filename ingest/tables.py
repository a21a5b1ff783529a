"""Tables of a PDF page: ruled grids filled with the lines that stand in them, and borderless ones by alignment."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby, pairwise

from ingest.columns import are_stacks, blocks
from ingest.document import Box
from ingest.figures import BIG, NUMBER, is_figure
from ingest.gutters import Interval, cover, inner_gaps, merge, middle_one, part
from ingest.layout import MARK, is_full, is_item, rows
from ingest.lines import Line, union
from ingest.pool import Pool, Region
from ingest.record import record
from ingest.rulings import Lattice

YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?г(?:\.|од)?|\*)?$")
CELL_REACH = 32  # characters a cell on average: longer ones are columns of text
LABEL_REACH = 60  # characters
ROW_GAP = 2.4  # line heights between the rows of a borderless table
FILLED = 0.25  # of a ruled grid's cells that must hold text: an emptier one is a chart
MOSTLY = 0.5  # of the cells that must, where shapes make the grid: bars and panels of a picture are shapes too
CUT = 0.05  # of the words in such a grid that may stand across its walls
CROSSING = 0.25  # of the lines that may: neighbouring cells can be one line to pdfium, running text always is
INDENT = 3.0  # line heights by which a label without values may be set in, or out
SAME_SIZE = 0.1  # of the usual line height
SAME_WHITE = 0.3  # line heights by which the white above and below it may differ
TRIES = 3  # bands left off at either end of a run that is no table as a whole: a title above it, a note below
NUMERIC = 0.5  # of the values of a borderless table with three or more columns that are numbers


@record
class GridCell:
    """A cell with its lines from top to bottom; rows and columns from 0."""

    row: int
    column: int
    box: Box
    lines: tuple[Line, ...]
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False

    @property
    def text(self) -> str:
        """Its lines joined by blanks."""
        return " ".join(line.text for line in self.lines)


@record
class Grid:
    """A table of a page: its cells row by row, each merged cell once; `is_open` where it has rules, but none below."""

    box: Box
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    is_open: bool = False


Shelf = tuple[float, float, list[tuple[int, Box]]]
"""Where the cells that begin in one row of a grid begin and end, and their numbers and boxes."""


def ruled(
    lattices: Sequence[Lattice],
    lines: Sequence[Line],
    words: Callable[[Line], list[Line]],
    *,
    filled: float = FILLED,
) -> tuple[list[Grid], list[Line]]:
    """The grids that hold text, and the lines that stand in none. `words` parts a line that crosses a wall.

    `filled` is the share of a grid's cells that must hold text.
    """
    grids: list[Grid] = []
    rest = list(lines)
    for lattice in lattices:
        inside = [line for line in rest if _holds(lattice.box, line)]
        if sum(line.text.count(" ") + 1 for line in inside) < filled * len(lattice.frames):
            continue
        held: dict[int, list[Line]] = {index: [] for index in range(len(lattice.frames))}
        shelves = _shelves(lattice)
        for line in inside:
            for index, piece in _placed(line, lattice, shelves, words):
                held[index].append(piece)
        if sum(bool(pieces) for pieces in held.values()) < max(3, filled * len(lattice.frames)):
            continue
        taken = {id(line) for line in inside}
        rest = [line for line in rest if id(line) not in taken]
        grids.append(_grid(lattice, held))
    return grids, rest


def shaped(
    lattices: Sequence[Lattice], lines: Sequence[Line], words: Callable[[Line], list[Line]]
) -> tuple[list[Grid], list[Line]]:
    """`ruled` for grids made of shapes: most of the cells must hold text, and the text must stand inside them."""
    sound = [lattice for lattice in lattices if not _cuts_text(lattice, lines, words)]
    return ruled(sound, lines, words, filled=MOSTLY)


def _cuts_text(lattice: Lattice, lines: Sequence[Line], words: Callable[[Line], list[Line]]) -> bool:
    """Whether walls of the grid go through the text, as those of a picture under or over it do."""
    inside = [line for line in lines if _holds(lattice.box, line)]
    parted = [word for line in inside for word in words(line)]
    return _crossing(lattice, inside) > CROSSING * len(inside) or _crossing(lattice, parted) > CUT * len(parted)


def _crossing(lattice: Lattice, pieces: Sequence[Line]) -> int:
    """How many of the pieces stand across a wall."""
    shelves = _shelves(lattice)
    return sum(not _stands_in(piece, lattice.frames[_frame(lattice, shelves, piece)].box) for piece in pieces)


def _stands_in(word: Line, box: Box) -> bool:
    x0, y0, x1, y1 = word.place
    return (box[0] - 2 <= x0 and x1 <= box[2] + 2) if word.turn % 2 == 0 else (box[1] - 2 <= y0 and y1 <= box[3] + 2)


def _holds(box: Box, line: Line) -> bool:
    x, y = _centre(line)
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _centre(line: Line) -> tuple[float, float]:
    x0, y0, x1, y1 = line.place
    return (x0 + x1) / 2, (y0 + y1) / 2


def _placed(
    line: Line, lattice: Lattice, shelves: Sequence[Shelf], words: Callable[[Line], list[Line]]
) -> Iterator[tuple[int, Line]]:
    """The line's pieces with the cell each stands in."""
    index = _frame(lattice, shelves, line)
    box = lattice.frames[index].box
    place = line.place
    across = box[0] - 2 <= place[0] and place[2] <= box[2] + 2
    if across and (line.turn == 0 or (box[1] - 2 <= place[1] and place[3] <= box[3] + 2)):
        yield index, line
        return
    pieces: dict[int, list[Line]] = {}
    for word in words(line):
        pieces.setdefault(_frame(lattice, shelves, word), []).append(word)
    for number, found in pieces.items():
        yield from ((number, row) for row in rows(found))


def _shelves(lattice: Lattice) -> list[Shelf]:
    """The cells that begin in each row, with the height at which the first begins and that at which the last ends."""
    rows_of = groupby(enumerate(lattice.frames), key=lambda place: place[1].row)
    by_row = [[(index, frame.box) for index, frame in row] for _, row in rows_of]
    return [(min(box[1] for _, box in row), max(box[3] for _, box in row), row) for row in by_row]


def _frame(lattice: Lattice, shelves: Sequence[Shelf], line: Line) -> int:
    """The cell that holds the line's centre, or is nearest to it."""
    x, y = _centre(line)
    for top, bottom, row in shelves:
        if top <= y <= bottom:
            for index, (x0, y0, x1, y1) in row:
                if x0 <= x <= x1 and y0 <= y <= y1:
                    return index

    def distance(index: int) -> float:
        x0, y0, x1, y1 = lattice.frames[index].box
        return max(x0 - x, 0, x - x1) + max(y0 - y, 0, y - y1)

    return min(range(len(lattice.frames)), key=distance)


def _grid(lattice: Lattice, held: dict[int, list[Line]]) -> Grid:
    """The lattice with its text; rows and columns that no cell begins in are left out of the count."""
    row_numbers = {row: number for number, row in enumerate(sorted({frame.row for frame in lattice.frames}))}
    column_numbers = {
        column: number for number, column in enumerate(sorted({frame.column for frame in lattice.frames}))
    }

    def span(first: int, count: int, numbers: dict[int, int]) -> int:
        return sum(first <= place < first + count for place in numbers)

    cells = [
        GridCell(
            row_numbers[frame.row],
            column_numbers[frame.column],
            frame.box,
            tuple(rows(held[index])),
            span(frame.row, frame.row_span, row_numbers),
            span(frame.column, frame.column_span, column_numbers),
        )
        for index, frame in enumerate(lattice.frames)
    ]
    return with_headers(Grid(lattice.box, len(row_numbers), len(column_numbers), tuple(cells), lattice.is_open))


def with_headers(grid: Grid) -> Grid:
    """The grid with its header cells marked: the rows above the values, and the first cells of rows of numbers."""
    depth = _header_depth(grid)
    numeric_rows = {
        row
        for row in range(depth, grid.rows)
        if any(cell.row == row and cell.column > 0 and NUMBER.match(cell.text) for cell in grid.cells)
    }

    def is_header(cell: GridCell) -> bool:
        first = cell.column == 0 and cell.row in numeric_rows and bool(cell.text) and not NUMBER.match(cell.text)
        return cell.row < depth or first

    cells = tuple(
        GridCell(cell.row, cell.column, cell.box, cell.lines, cell.row_span, cell.column_span, is_header(cell))
        for cell in grid.cells
    )
    return replace(grid, cells=cells)


def _header_depth(grid: Grid) -> int:
    """How many rows at the top name what stands below them."""
    top = [cell for cell in grid.cells if cell.row == 0 and cell.lines]
    below = [cell for cell in grid.cells if cell.row > 0 and cell.lines]
    if not top or not below:
        return 0
    depth = max(cell.row_span for cell in top)
    if any(cell.column_span > 1 for cell in top) and depth == 1 and len(top) > 1 and grid.rows > 2:
        depth = 2
    years = all(YEAR.match(cell.text) for cell in top if cell.column > 0)
    if years and any(cell.column > 0 for cell in top):
        return depth
    if any(NUMBER.match(cell.text) for cell in top if cell.column > 0):
        return depth if _are_over_years(grid, top, depth) else 0
    bold = all(line.is_bold for cell in top for line in cell.lines)
    if bold and not all(line.is_bold for cell in below for line in cell.lines):
        return depth
    values = [cell for cell in below if cell.column > 0 and cell.row >= depth]
    numbers = sum(bool(NUMBER.match(cell.text)) for cell in values)
    if grid.columns == 2:
        return depth if values and numbers == len(values) and len(top) == 2 else 0
    return depth if numbers or len(top) == len([cell for cell in grid.cells if cell.row == 0]) else 0


def _are_over_years(grid: Grid, top: Sequence[GridCell], depth: int) -> bool:
    """Whether the numbers of the first row are years in their order, among names, above figures that are no years."""
    years = [cell for cell in top if cell.column > 0 and NUMBER.match(cell.text)]
    if len(years) < 2 or not all(YEAR.match(cell.text) for cell in years):
        return False
    if any(int(high.text[:4]) >= int(low.text[:4]) for high, low in pairwise(years)):
        return False
    over = {column for cell in years for column in range(cell.column, cell.column + cell.column_span)}
    below = [cell.text for cell in grid.cells if cell.row >= depth and cell.column in over and cell.lines]
    return bool(below) and not any(YEAR.match(text) for text in below)


def borderless(lines: Sequence[Line], pool: Pool) -> tuple[list[Grid], list[Line]]:
    """Tables without rules, by rows that keep the same white bands between their columns; and the other lines.

    `pool` are the lines that are not turned.
    """
    if len(pool.lines) < 4 or pool.is_single or not any(pool.inner):  # one line under the other
        return [], list(lines)
    found: list[Grid] = []
    taken: set[int] = set()
    first = 0
    while first < len(pool.bands):
        grid, used = _first_table(pool, range(first, _reach(pool, first)))
        if grid:
            found.append(grid)
            taken.update(id(line) for band in pool.bands[used.start : used.stop] for line in band)
        first = used.stop
    return found, [line for line in lines if id(line) not in taken] if taken else list(lines)


def _reach(pool: Pool, first: int) -> int:
    """Where the bands end that share a white band with the one at `first`, stand near each other and in rows."""
    regions, covers, whites, unit = pool.bands, pool.covers, pool.whites, pool.unit
    stop = first + 1
    if not pool.inner[first]:
        return stop
    while stop < len(covers) and whites[stop - 1] <= ROW_GAP * unit:
        if len(covers[stop]) < 2 and not _continues(regions[stop - 1], regions[stop], unit):
            gaps = inner_gaps(merge(list(chain.from_iterable(covers[first:stop]))), unit)
            if not gaps or not _is_lone_label(pool, stop, gaps[0]):
                break
        stop += 1
    return pool.parted_until(first, stop, unit)


def _is_lone_label(pool: Pool, at: int, gap: Interval) -> bool:
    """Whether a band of one piece is a label without values, or the title of the rows below it: set like the rows above
    and below it and as far from them as they are from each other, before the `gap` that parts off the first column."""
    line, unit = pool.bands[at][0], pool.unit
    if at + 1 >= len(pool.bands) or len(pool.bands[at]) > 1 or not pool.inner[at + 1] or line.box[2] >= gap[1]:
        return False
    above, below = pool.whites[at - 1], pool.whites[at]
    left = min([own.box[0] for own in pool.bands[at + 1]])
    is_level = abs(line.box[0] - left) <= INDENT * unit and abs(line.size - unit) <= SAME_SIZE * unit
    return is_level and abs(above - below) <= SAME_WHITE * unit and line.turn == 0 and line.table < 0


def _first_table(pool: Pool, run: range) -> tuple[Grid | None, range]:
    """The first and longest table among the bands of `run`, and its bands; none, and the whole run."""
    if len(run) < 2:
        return None, run
    if len(run) > 2 * TRIES and _is_text(pool, run):
        return None, run
    tries = list(_tries(pool, run))
    if not tries:
        return None, run
    if any(_are_big_figures(band, pool.unit) for band in pool.bands[run.start : run.stop]):
        return None, run
    for bounds, gaps in tries:
        grid = _aligned(pool.bands[bounds.start : bounds.stop], gaps, pool.unit)
        if grid:
            return (None, run) if _holds_stacks(pool, run) else (grid, bounds)
    return None, run


def _is_text(pool: Pool, run: range) -> bool:
    """Whether all bands of a run together are columns of running text."""
    held = merge(list(chain.from_iterable(pool.covers[run.start : run.stop])))
    columns = part([line for band in pool.bands[run.start : run.stop] for line in band], inner_gaps(held, pool.unit))
    return len(columns) > 1 and _are_prose(columns)


def _holds_stacks(pool: Pool, run: range) -> bool:
    """Whether the bands hold texts side by side, whose lines only happen to stand on rows."""
    bands = pool.bands[run.start : run.stop]
    gaps = inner_gaps(merge(list(chain.from_iterable(pool.covers[run.start : run.stop]))), pool.unit)
    return are_stacks(part([line for band in bands for line in band], gaps)) or len(blocks(bands, gaps)) > 1


def _tries(pool: Pool, run: range) -> Iterator[tuple[range, list[Interval]]]:
    """The stretches of a run that may be a table, the best first, and their gutters.

    Those with more text than short cells hold are left out: columns to be read downwards.
    """
    covers = pool.covers
    lengths = [sum([len(line.text) for line in band]) for band in pool.bands[run.start : run.stop]]
    sums = [0, *accumulate(lengths)]
    start, stop = run.start + TRIES, max(run.start + TRIES, run.stop - TRIES)
    common = merge([stretch for own in covers[start:stop] for stretch in own])
    for first in run[:TRIES]:
        for last in run[max(first - run.start + 1, len(run) - TRIES) :][::-1]:
            ends = (*covers[first : min(start, last + 1)], *covers[stop : last + 1])
            held = merge([*common, *chain.from_iterable(ends)])
            gaps = inner_gaps(held, pool.unit)
            if sums[last + 1 - run.start] - sums[first - run.start] <= CELL_REACH * (1 + len(gaps)) * (
                last + 1 - first
            ):
                yield range(first, last + 1), gaps


def _are_big_figures(band: Sequence[Line], unit: float) -> bool:
    """Numbers side by side, set much larger than what they count, which stands below or beside them."""
    return all(line.size > BIG * unit and is_figure(line) for line in band)


def _continues(before: Sequence[Line], band: Sequence[Line], unit: float) -> bool:
    """Whether a band of one piece is the second line of a cell above it."""
    gap = min(line.middle for line in band) - max(line.middle for line in before)
    return gap < 1.35 * unit


def _aligned(run: Sequence[Region], gaps: Sequence[Interval], unit: float) -> Grid | None:
    """The run as a table, if it reads like one."""
    lines = tuple(line for band in run for line in band)
    columns = part(lines, gaps)
    if len(columns) < 2 or _are_prose(columns):
        return None
    table_rows: list[list[Line]] = []
    for band in run:
        if table_rows and len(cover(band)) < 2 and _continues(table_rows[-1], band, unit):
            table_rows[-1].extend(band)
        else:
            table_rows.append(list(band))
    if not _may_be_table(table_rows, columns):
        return None
    cells = cells_of(table_rows, columns)
    if not _is_table(table_rows, columns, cells):
        return None
    return with_headers(Grid(union(line.box for line in lines), len(table_rows), len(columns), tuple(cells)))


def cells_of(table_rows: Sequence[Sequence[Line]], columns: Sequence[Sequence[Line]]) -> list[GridCell]:
    """A cell for each row and column, with the lines that stand in both; `columns` hold every line of the rows."""
    owner = {id(line): number for number, column in enumerate(columns) for line in column}
    sides = _edges(columns)
    cells = []
    for number, row in enumerate(table_rows):
        top, bottom = min(line.box[1] for line in row), max(line.box[3] for line in row)
        for column in range(len(columns)):
            pieces = rows([line for line in row if owner[id(line)] == column])
            cells.append(GridCell(number, column, (sides[column], top, sides[column + 1], bottom), tuple(pieces)))
    return cells


def _edges(columns: Sequence[Sequence[Line]]) -> list[float]:
    """Where columns part: the middle of the white between them."""
    boxes = [union(line.box for line in column) for column in columns]
    between = [(left[2] + right[0]) / 2 for left, right in pairwise(boxes)]
    return [boxes[0][0], *between, boxes[-1][2]]


def _may_be_table(table_rows: Sequence[Sequence[Line]], columns: Sequence[Sequence[Line]]) -> bool:
    """Whether rows and columns hold no list items side by side, no long text, no big numbers above their labels."""
    letters = sum([len(line.text) for row in table_rows for line in row])
    if len(table_rows) < 2 or letters > CELL_REACH * len(table_rows) * len(columns):
        return False
    if sum(any(is_item(line.text) for line in column) for column in columns) >= 2:
        return False
    sizes = [middle_one([line.size for line in row]) for row in table_rows]
    return max(sizes) <= BIG * min(sizes)


def _is_table(
    table_rows: Sequence[Sequence[Line]], columns: Sequence[Sequence[Line]], cells: Sequence[GridCell]
) -> bool:
    """Short cells in rows that are filled: numbers, labels and values, or words in columns of one line each."""
    filled = [cell for cell in cells if cell.lines]
    if sum([len(cell.text) for cell in filled]) > CELL_REACH * len(filled):
        return False
    by_row = [[cell for cell in filled if cell.row == row] for row in range(len(table_rows))]
    lone = [row for row in by_row if len(row) < 2]
    if 3 * len(lone) > len(by_row) or any(not row or row[0].column for row in lone) or len(by_row[0]) < 2:
        return False
    by_row = [row for row in by_row if len(row) > 1]
    numeric = sum(bool(NUMBER.match(cell.text)) for cell in filled if cell.row > 0)
    values = sum(cell.row > 0 and cell.column > 0 for cell in filled)
    if len(columns) == 2:
        return _is_list_of_fields(by_row, columns, numeric)
    full = sum(len(row) >= len(columns) - 1 for row in by_row) >= 0.7 * len(by_row)
    single = all(len(cell.lines) == 1 for cell in filled)
    return full and (numeric >= NUMERIC * values or (single and len(by_row) >= 3 and not _are_prose(columns)))


def _is_list_of_fields(by_row: Sequence[Sequence[GridCell]], columns: Sequence[Sequence[Line]], numeric: int) -> bool:
    """Two columns: labels that differ in length on the left, values on the right, aligned at their left edges."""
    if len(by_row) < 3 and numeric < len(by_row):
        return False
    labels = [row[0] for row in by_row]
    if any(MARK.match(cell.text) or NUMBER.match(cell.text) or len(cell.text) > LABEL_REACH for cell in labels):
        return False
    if _are_prose(columns):
        return False
    lefts = [line.box[0] for line in columns[0]]
    return max(lefts) - min(lefts) <= 0.5 * columns[0][0].size


def _are_prose(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the columns hold running text: lines of even width, in one piece or pulled apart."""
    columns = [rows(column) for column in columns]
    return sum(is_full([tuple(column)]) for column in columns) >= 2 and all(
        sum(len(line.text) for line in column) >= 15 * len(column) for column in columns
    )
