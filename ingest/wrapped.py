"""Tables without rules whose cells run over several lines: rows are told apart by the white between them.

A row of figures beside the words is what makes such a stretch a table: in a column behind the first, nearly every row
has one number and no more. Without one, cells of several lines cannot be told from text in columns.
"""

from collections.abc import Sequence

from ingest.document import Box
from ingest.figures import BIG, NUMBER, is_number
from ingest.gutters import cover, inner_gaps, merge, middle_one, part
from ingest.layout import MARK
from ingest.lines import Line, union
from ingest.pool import Pool
from ingest.tables import ROW_GAP, TRIES, Grid, GridCell, cells_of, with_headers

LEADING = 0.45  # line heights of white between the lines of one cell, at most
LEAST_ROWS = 3
NUMBERED = 0.8  # of the rows below the first that must have their one number in one column
FULL = 0.7  # of the rows that must have a cell in all columns but one
CELL_TEXT = 120  # characters a cell on average

Row = tuple[Line, ...]


def wrapped(lines: Sequence[Line], pool: Pool) -> tuple[list[Grid], list[Line]]:
    """The tables with cells of several lines, and the other lines; `pool` are the lines that are not turned."""
    if sum([is_number(line.text) for line in pool.lines if not line.text[:1].isalpha()]) < LEAST_ROWS - 1:
        return [], list(lines)
    unit = pool.unit
    found: list[Grid] = []
    taken: set[int] = set()
    for stretch in _stretches(pool.bands, unit):
        grid = _grid(stretch, unit)
        if grid:
            found.append(grid)
            taken.update(id(line) for cell in grid.cells for line in cell.lines)
            taken.update(id(line) for row in stretch for line in row if _is_inside(line, grid.box))
    return found, [line for line in lines if id(line) not in taken]


def _is_inside(line: Line, box: Box) -> bool:
    return box[1] <= line.middle <= box[3] and box[0] <= line.box[0] <= box[2]


def _stretches(pool: Sequence[Row], unit: float) -> list[list[Row]]:
    """Rows that follow each other without much white, each of them parted from left to right."""
    found: list[list[Row]] = []
    bottom = float("-inf")
    for row in _rows(pool, unit):
        is_parted = bool(inner_gaps(cover(row), unit))
        near = min(line.box[1] for line in row) - bottom <= ROW_GAP * unit
        if not (found and near and is_parted):
            found.append([])
        if is_parted:
            found[-1].append(row)
        bottom = max(line.box[3] for line in row)
    return [stretch for stretch in found if len(stretch) >= LEAST_ROWS]


def _rows(pool: Sequence[Row], unit: float) -> list[Row]:
    """Bands that stand as near to each other as the lines of one cell, put together."""
    found: list[list[Line]] = []
    bottom = float("-inf")
    for band in pool:
        top = min(line.box[1] for line in band)
        if found and top - bottom <= LEADING * unit:
            found[-1].extend(band)
        else:
            found.append(list(band))
        bottom = max(line.box[3] for line in band)
    return [tuple(row) for row in found]


def _grid(stretch: Sequence[Row], unit: float) -> Grid | None:
    """The stretch as a table, if need be without a row or two at either end."""
    for first in range(min(TRIES, len(stretch) - LEAST_ROWS + 1)):
        for last in range(len(stretch), max(first + LEAST_ROWS, len(stretch) - TRIES + 1) - 1, -1):
            grid = _table(stretch[first:last], unit)
            if grid:
                return grid
    return None


def _table(table_rows: Sequence[Row], unit: float) -> Grid | None:
    lines = [line for row in table_rows for line in row]
    gaps = inner_gaps(merge([(line.box[0], line.box[2]) for line in lines]), unit)
    columns = part(lines, gaps)
    if len(columns) < 2:
        return None
    cells = cells_of(table_rows, columns)
    if not _is_table(table_rows, columns, cells):
        return None
    return with_headers(Grid(union(line.box for line in lines), len(table_rows), len(columns), tuple(cells)))


def _is_table(table_rows: Sequence[Row], columns: Sequence[Row], cells: Sequence[GridCell]) -> bool:
    """Rows that are filled, cells of several lines among them, and a number for each row."""
    filled = [cell for cell in cells if cell.lines]
    if all(len(cell.lines) == 1 for cell in filled) or sum(len(cell.text) for cell in filled) > CELL_TEXT * len(filled):
        return False
    if sum(any(MARK.match(line.text) for line in column) for column in columns) >= 2:
        return False
    sizes = [middle_one([line.size for line in row]) for row in table_rows]
    if max(sizes) > BIG * min(sizes):
        return False
    counts = [sum(cell.row == row for cell in filled) for row in range(len(table_rows))]
    if min(counts) < 2 or sum(count >= len(columns) - 1 for count in counts) < FULL * len(counts):
        return False
    return any(_numbers(cells, column) for column in range(1, len(columns)))


def _numbers(cells: Sequence[GridCell], column: int) -> bool:
    """Whether nearly every row below the first has its one number in a column."""
    own = [cell for cell in cells if cell.column == column and cell.row > 0]
    return sum(len(cell.lines) == 1 and bool(NUMBER.match(cell.text)) for cell in own) >= NUMBERED * len(own)
