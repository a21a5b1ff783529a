"""Word tables on their grid, merged cells once (ECMA-376, part 1, 17.4)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from ingest.grids import MOST_SPAN, Slot
from ingest.office.headers import headed
from ingest.office.word_styles import is_on, value

ROW, CELL, TABLE = qn("w:tr"), qn("w:tc"), qn("w:tbl")
NO_LINE = (None, "nil", "none")
PLACED = 0.25  # of a table's cells that hold tables themselves: more, and it is there for them
WRAPPERS = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:moveTo")})


def slots_of(table: Any, shown: Callable[[Any], str]) -> tuple[Slot, ...]:
    """The cells of a `w:tbl`; `shown` gives the text of one cell."""
    slots: list[Slot] = []
    open_cells: dict[int, int] = {}  # column to the slot that may grow downwards
    for row, element in enumerate(rows_of(table)):
        properties = element.find(qn("w:trPr"))
        column = _integer(value(properties, "w:gridBefore"), 0)
        is_header = is_on(properties, "w:tblHeader") is True
        for cell in _inside(element, CELL):
            own = cell.find(qn("w:tcPr"))
            wide = max(1, min(_integer(value(own, "w:gridSpan"), 1), MOST_SPAN))
            merge = None if own is None else own.find(qn("w:vMerge"))
            above = open_cells.get(column)
            if merge is not None and merge.get(qn("w:val")) != "restart" and above is not None:
                slots[above] = replace(slots[above], row_span=row - slots[above].row + 1)
            else:
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = len(slots)
                slots.append(Slot(row, column, 1, wide, is_header, shown(cell)))
            column += wide
    return headed(slots)


def rows_of(table: Any) -> list[Any]:
    """The rows that were not deleted."""
    return [row for row in _inside(table, ROW) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]


def is_layout(table: Any) -> bool:
    """Whether a table only places other things: a single cell, tables in one row, one column or many cells, or texts of
    several lines in one row without rules, as a letterhead and an address."""
    rows = [list(_inside(row, CELL)) for row in rows_of(table)]
    holding = sum(next(cell.iter(TABLE), None) is not None for row in rows for cell in row)
    cells = sum(map(len, rows))
    if not holding:
        return cells < 2 or (len(rows) == 1 and not _is_ruled(table) and any(map(_has_lines, rows[0])))
    return len(rows) < 2 or max(map(len, rows)) < 2 or holding > PLACED * cells


def _is_ruled(table: Any) -> bool:
    """Whether a table has borders, or the style that has them."""
    properties = table.find(qn("w:tblPr"))
    if "grid" in value(properties, "w:tblStyle").lower():
        return True
    borders = None if properties is None else properties.find(qn("w:tblBorders"))
    return borders is not None and any(side.get(qn("w:val")) not in NO_LINE for side in borders.iterchildren())


def _has_lines(cell: Any) -> bool:
    """Whether a cell holds several lines that its author parted."""
    paragraphs = [
        each for each in cell.iter(qn("w:p")) if any((text.text or "").strip() for text in each.iter(qn("w:t")))
    ]
    return len(paragraphs) > 1 or any(next(each.iter(qn("w:br")), None) is not None for each in paragraphs)


def cells_of(table: Any) -> Iterator[Any]:
    """Every cell, row by row."""
    for row in rows_of(table):
        yield from _inside(row, CELL)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The children of one tag, those inside content controls and insertions too."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _integer(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise
