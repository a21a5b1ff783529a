"""The areas of a sheet: what blank rows and blank columns part, as titles, tables and notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.grids import Slot
from ingest.office.beside import beside
from ingest.office.headers import headed, is_number
from ingest.office.held import Area, Held
from ingest.office.leaves import Part

AREA_LEVEL = 2  # of a title above a table; the sheet's name is level 1
TITLE_REACH = 200  # characters
WIDE = 3  # columns from which a blank row may stand inside a table


NOTE = re.compile(r"^(?:\*|\d\)|¹|примечани|источник|сноск|note|source)", re.IGNORECASE)
NOTE_LENGTH = 80  # characters: a longer text in the first column is no label


def area_parts(cells: Sequence[Held], styled: int = 0) -> list[Part]:
    """The parts of a sheet in reading order; its rows down to `styled` are marked as headers by the file."""
    parts: list[Part] = []
    for area in _rejoined(list(_areas(sorted(cells, key=lambda cell: (cell.row, cell.column))))):
        parts.extend(_area(area, styled))
    return parts


def _areas(cells: Area) -> Iterator[Area]:
    """The cells cut at blank rows, then at blank columns between parts of two columns and rows or more."""
    if not cells:
        return
    bands = _split(cells, 0)
    if len(bands) > 1:
        for band in bands:
            yield from _areas(band)
        return
    columns = _split(cells, 1)
    if _are_tables(columns):
        for column in columns:
            yield from _areas(column)
        return
    titles = [cell for cell in cells if cell.column_span > 1 and cell.bottom <= _first_row(cells)]
    below = [cell for cell in cells if cell not in titles]
    if titles and _are_tables(_split(below, 1)):
        yield titles
        yield from _areas(below)
        return
    yield from beside(cells)


def _are_tables(columns: Sequence[Area]) -> bool:
    """Whether what blank columns part are several tables."""
    return len(columns) > 1 and all(_size(column)[0] > 1 and _size(column)[1] > 1 for column in columns)


def _first_row(cells: Area) -> int:
    """The first row that begins more than one cell."""
    return next((row for row, held in groupby(cells, key=lambda cell: cell.row) if len(list(held)) > 1), 0)


def _split(cells: Area, side: int) -> list[Area]:
    """The cells parted where a whole row (0) or column (1) is blank."""
    groups: list[Area] = []
    reach = -1
    for cell in sorted(cells, key=lambda each: each.column if side else each.row):
        start, end = (cell.column, cell.right) if side else (cell.row, cell.bottom)
        if not groups or start > reach:
            groups.append([])
        groups[-1].append(cell)
        reach = max(reach, end)
    return [sorted(group, key=lambda cell: (cell.row, cell.column)) for group in groups]


def _size(cells: Area) -> tuple[int, int]:
    """How many rows and columns begin a cell."""
    return len({cell.row for cell in cells}), len({cell.column for cell in cells})


def _rejoined(areas: list[Area]) -> list[Area]:
    """The areas, a wide table put together again with what follows a blank row in the same columns."""
    found: list[Area] = []
    for area in areas:
        before = found[-1] if found else None
        first = [cell for cell in area if cell.row == area[0].row]
        if (
            before is not None
            and _size(before)[0] > 1
            and _size(before)[1] >= WIDE
            and len(first) > 1
            and not all(cell.is_bold for cell in first)
            and before[-1].bottom < area[0].row
            and {cell.column for cell in area} <= {cell.column for cell in before}
            and len({cell.column for cell in area}) >= len({cell.column for cell in before}) - 1
        ):
            before.extend(area)
        else:
            found.append(area)
    return found


def _area(cells: Area, styled: int) -> Iterator[Part]:
    """Lines of one cell above and below stand by themselves; what is between them is a table."""
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    is_column = _size(cells)[1] == 1
    top = 0
    while top < len(rows) and len(rows[top]) == 1 and rows[top][0].row_span == 1 and not is_column:
        top += 1
    bottom = len(rows)
    while bottom > top and len(rows[bottom - 1]) == 1 and not is_column and _is_note(rows[bottom - 1][0]):
        bottom -= 1
    if is_column:
        yield from (_line(row[0], is_first=index == 0) for index, row in enumerate(rows))
        return
    yield from (_line(row[0], is_first=True) for row in rows[:top])
    if top < bottom:
        yield Part("table", slots=_slots([cell for row in rows[top:bottom] for cell in row], styled))
    yield from (_line(row[0], is_first=False) for row in rows[bottom:])


def _is_note(cell: Held) -> bool:
    """Whether the only cell of a row below a table is a remark on it, rather than a label without its value."""
    return bool(NOTE.match(cell.text)) or cell.column_span > 1 or len(cell.text) > NOTE_LENGTH


def _line(cell: Held, *, is_first: bool) -> Part:
    is_title = (is_first or cell.is_bold) and len(cell.text) <= TITLE_REACH and cell.text[-1:] not in ".;,:"
    is_title = is_title and not is_number(cell.text) and not NOTE.match(cell.text)
    return Part("heading", cell.text, AREA_LEVEL) if is_title else Part("paragraph", cell.text)


def _slots(cells: Area, styled: int) -> tuple[Slot, ...]:
    """The cells on a grid without blank rows and columns, empty slots filled in."""
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: index for index, column in enumerate(sorted({cell.column for cell in cells}))}
    slots: list[Slot] = []
    taken: set[tuple[int, int]] = set()
    for cell in cells:
        tall = sum(cell.row <= row < cell.bottom for row in rows) if cell.row_span > 1 else 1
        wide = sum(cell.column <= column < cell.right for column in columns) if cell.column_span > 1 else 1
        slot = Slot(rows[cell.row], columns[cell.column], tall, wide, cell.row < styled, cell.text)
        slots.append(slot)
        taken.update((slot.row + down, slot.column + across) for down in range(tall) for across in range(wide))
    for row in range(len(rows)):
        slots.extend(Slot(row, column, 1, 1, False, "") for column in range(len(columns)) if (row, column) not in taken)
    slots.sort(key=lambda slot: (slot.row, slot.column))
    return headed(_unmarked(slots), _bold_rows(cells))


def _unmarked(slots: list[Slot]) -> list[Slot]:
    """The slots; where the file marks every row as a header, none is."""
    rows = {slot.row for slot in slots}
    marked = {slot.row for slot in slots if slot.is_header}
    return [replace(slot, is_header=False) for slot in slots] if marked == rows else slots


def _bold_rows(cells: Area) -> int:
    """How many rows at the top are all bold, where the others are not."""
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    bold = [all(cell.is_bold for cell in row) for row in rows]
    count = next((index for index, is_bold in enumerate(bold) if not is_bold), 0)
    return count if count and not any(bold[count + 1 :]) else 0
