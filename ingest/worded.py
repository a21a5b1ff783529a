"""Tables of words without rules and without numbers: cells of several lines, rows told apart by the white between them.

What makes them tables is that the cells of a row begin, or stand in the middle, at one height, and that nearly all of a
column begin alike while the text of their neighbours goes on for more or fewer lines; text in columns does neither.
"""

from collections.abc import Sequence

from ingest.figures import BIG
from ingest.gutters import cover, inner_gaps, merge, part
from ingest.layout import is_item
from ingest.lines import Line, union
from ingest.pool import Pool
from ingest.tables import ROW_GAP, Grid, GridCell, cells_of, with_headers

Row = tuple[Line, ...]

LEAST_ROWS = 3
NARROW = 0.6  # of the gutter that parts columns of text: that of cells, which the white between rows tells too
ROW_WHITE = 0.14  # line heights by which the white between rows is wider than that between lines
ALIGNED = 0.35  # of the line height by which the first lines, or the middles, of a row's cells differ
MOST = 0.8  # of the rows that are aligned, and of the cells that begin as cells do
FULL = 0.7  # of the rows that must have a cell in all columns but one
CELL_TEXT = 110  # characters a cell on average
LABEL_TEXT = 60  # characters of a cell in the first column


def worded(lines: Sequence[Line], pool: Pool) -> tuple[list[Grid], list[Line]]:
    """The tables of words, and the other lines; `pool` are the lines that are not turned."""
    if pool.is_single or len(pool.bands) <= LEAST_ROWS or not any(pool.inner):
        return [], list(lines)
    found: list[Grid] = []
    taken: set[int] = set()
    first = 0
    while first < len(pool.bands):
        last = _reach(pool, first)
        bands = pool.bands[first:last]
        found_rows = _rows(bands, pool.whites[first : last - 1], pool.unit) if len(bands) > LEAST_ROWS else []
        grid = _table(found_rows, pool.unit) if LEAST_ROWS <= len(found_rows) < len(bands) else None
        if grid:
            found.append(grid)
            taken.update(id(line) for band in bands for line in band if line.middle <= grid.box[3])
        first = last
    return found, [line for line in lines if id(line) not in taken] if taken else list(lines)


def _reach(pool: Pool, first: int) -> int:
    """Where the bands end that keep a white band of the first one, and stand near each other."""
    covers, whites = pool.covers, pool.whites
    stop, white, unit = first + 1, ROW_GAP * pool.unit, NARROW * pool.unit
    if not inner_gaps(covers[first], unit):
        return stop
    while stop < len(covers) and whites[stop - 1] <= white:
        stop += 1
    return pool.parted_until(first, stop, unit)


def _rows(bands: Sequence[Row], whites: Sequence[float], unit: float) -> list[Row]:
    """Bands put together to rows: the white between rows is wider than between the lines of a cell."""
    widest = min(whites) + ROW_WHITE * unit
    found = [list(bands[0])]
    for band, white in zip(bands[1:], whites, strict=True):
        if white > widest:
            found.append(list(band))
        else:
            found[-1].extend(band)
    return [tuple(row) for row in found]


def _table(table_rows: Sequence[Row], unit: float) -> Grid | None:
    """The rows as a table, those at the end left out that have one cell; none where they are no table."""
    while table_rows and len(cover(table_rows[-1])) < 2:
        table_rows = table_rows[:-1]
    if len(table_rows) < LEAST_ROWS or not _begin_with_cells(table_rows):
        return None
    lines = [line for row in table_rows for line in row]
    columns = part(lines, inner_gaps(merge([(line.box[0], line.box[2]) for line in lines]), NARROW * unit))
    if len(columns) < 2 or any(line.table >= 0 for line in lines):
        return None
    cells = cells_of(table_rows, columns)
    if not _is_table(cells, len(table_rows), len(columns), unit):
        return None
    return with_headers(Grid(union(line.box for line in lines), len(table_rows), len(columns), tuple(cells)))


def _begin_with_cells(table_rows: Sequence[Row]) -> bool:
    """Whether nearly no row begins in the middle of a sentence, as those do that white cuts out of columns of text."""
    firsts = [min(row, key=_top).text[:1] for row in table_rows]
    return sum([letter.islower() for letter in firsts]) <= (1 - MOST) * len(firsts)


def _top(line: Line) -> float:
    return line.box[1]


def _is_table(cells: Sequence[GridCell], count: int, columns: int, unit: float) -> bool:
    """Cells of several lines beside others of fewer, in filled and aligned rows that begin with labels: in one row of
    two where there are two columns, of three with three."""
    filled = [cell for cell in cells if cell.lines]
    by_row = [[cell for cell in filled if cell.row == row] for row in range(count)]
    if sum(len(cell.text) for cell in filled) > CELL_TEXT * len(filled) or min(map(len, by_row)) < 2:
        return False
    if sum(len(row) >= columns - 1 for row in by_row) < FULL * count or any(is_item(cell.text) for cell in filled):
        return False
    sizes = [cell.lines[0].size for cell in filled]
    bold = [_is_bold(row) for row in by_row]
    if max(sizes) > BIG * min(sizes) or (any(bold[1:]) and not all(bold)):  # headings of cards
        return False
    uneven = sum(len({len(cell.lines) for cell in row}) > 1 for row in by_row)
    begun = sum(_begun([cell for cell in filled if cell.column == column]) for column in range(columns))
    aligned = sum(_are_aligned(row, unit) for row in by_row)
    labels = [cell.text for cell in filled if cell.column == 0]
    if columns * uneven < count or begun < MOST * len(filled) or aligned < MOST * count:
        return False
    return max(map(len, labels)) <= LABEL_TEXT and sum(label.endswith(".") for label in labels) <= len(labels) / 4


def _begun(column: Sequence[GridCell]) -> int:
    """How many cells of a column begin alike: with a capital, or below its head and behind labels with a small letter,
    as explanations do."""
    small = sum(cell.text[0].islower() for cell in column if cell.column and cell.row)
    return max(
        len(column) - sum(cell.text[0].islower() for cell in column), small + sum(not cell.row for cell in column)
    )


def _is_bold(row: Sequence[GridCell]) -> bool:
    return all(line.is_bold for cell in row for line in cell.lines)


def _are_aligned(row: Sequence[GridCell], unit: float) -> bool:
    """Whether the cells of a row begin at one height, or stand in the middle at one."""
    tops = [cell.lines[0].middle for cell in row]
    middles = [(cell.lines[0].middle + cell.lines[-1].middle) / 2 for cell in row]
    return min(max(found) - min(found) for found in (tops, middles)) <= ALIGNED * unit
