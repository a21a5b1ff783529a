"""What runs over a page break: paragraphs broken in the middle of a sentence, tables that go on, with or without their
header repeated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks import NOTE, RUN_ON, SAME_SIZE, Part
from ingest.brokenrows import goes_on_below, spanned
from ingest.document import Cell, Table
from ingest.sheets import Sheet
from ingest.tables import Grid

MARGINS = ("header", "footer")
SAME_EDGE = 4.0  # points by which the columns of a table's two parts may differ
HEADER_ROWS = 3  # of a table that may be repeated on its next page
CONTINUED = re.compile(r"^\W*(?:продолжение|окончание)\b|\bcontinued\)?\W*$", re.IGNORECASE)
NOTICE = 60  # characters: the longest "Table 3 (continued)"
SMALLER = 0.94  # of the size of the text above it: a note is set smaller
SENTENCE_END = ".!?;:"


@dataclass(frozen=True, slots=True)
class Placed:
    """A table of one page as written, with its grid; whether it is the first and the last thing on its page."""

    page: int
    table: Table
    grid: Grid
    is_first: bool
    is_last: bool


def flowing(sheet: Sheet) -> list[Part]:
    """The parts of a page that are read on, without its running headers and footers."""
    return [part for part in sheet.parts if part.kind not in MARGINS]


def body(parts: Sequence[Part]) -> list[Part]:
    """The parts without the footnotes at their end: smaller than what is above them, the first with its mark."""
    for index in range(len(parts) - 1, 0, -1):
        above, note = parts[index - 1], parts[index]
        if note.grid or note.kind == "heading":
            break
        if note.lines[0].text[:1].isalpha():  # no mark
            continue
        size = max(line.size for line in above.lines) if above.grid else above.size
        if NOTE.match(note.text) and note.size < SMALLER * size:
            return list(parts[:index])
    return list(parts)


def runs_over(before: Sheet, after: Sheet) -> bool:
    """Whether the last paragraph of a page ends in the middle of a sentence that the next page begins with."""
    parts, following = body(flowing(before)), flowing(after)
    if not parts or not following or after.number != before.number + 1:
        return False
    last, first = parts[-1], following[0]
    if last.grid or first.grid or last.kind not in ("paragraph", "list_item") or first.kind != "paragraph":
        return False
    ends, begins = last.lines[-1], first.lines[0]
    same = abs(ends.size - begins.size) <= SAME_SIZE * ends.size and ends.turn == begins.turn
    return same and len(last.text) >= RUN_ON and first.text[0].islower() and last.text[-1] not in SENTENCE_END


def written_order(sheet: Sheet, *, goes_on: bool) -> list[Part]:
    """The page's parts as they are written: headers and footers last; they and notes before what runs over its end."""
    own = flowing(sheet)
    margins = [part for part in sheet.parts if part.kind in MARGINS]
    if not goes_on:
        return [*own, *margins]
    text = body(own)
    return [*text[:-1], *own[len(text) :], *margins, text[-1]]


def carried(sheets: Sequence[Sheet]) -> list[bool]:
    """For each page whether its last paragraph is written as one with the first of the next page.

    A page that is the middle of one paragraph and has a header or footer of its own is not: they would stand in it.
    """
    found: list[bool] = []
    for before, after in pairwise(sheets):
        own = body(flowing(before))
        is_middle = bool(found and found[-1]) and len(own) == 1 and len(own) < len(before.parts)
        found.append(not is_middle and runs_over(before, after))
    return [*found, False]


def whole_tables(placed: Sequence[Placed], texts: str) -> list[Table]:
    """The tables, those that go on over pages made one: the repeated header is not counted again.

    `texts` is the document's text. The box of such a table is that of its first part; each cell has its own.
    """
    found: list[Table] = []
    last: Placed | None = None
    for one in placed:
        if last is not None and _continues(last, one, found[-1], texts):
            found[-1] = _joined(found[-1], one.table, texts, is_open=last.grid.is_open)
        else:
            found.append(one.table)
        last = one
    return found


def is_notice(part: Part) -> bool:
    """Whether a block only says that a table goes on: "Продолжение таблицы 3"."""
    if part.grid is not None or len(part.lines[0].text) > NOTICE:
        return False
    return len(part.text) <= NOTICE and CONTINUED.search(part.text) is not None


def _continues(before: Placed, after: Placed, whole: Table, texts: str) -> bool:
    """Whether the table at the head of a page is the rest of the one at the foot of the page before."""
    if not (before.is_last and after.is_first and after.page == before.page + 1):
        return False
    if before.table.columns != after.table.columns:
        return False
    ours, theirs = _edges(before.grid), _edges(after.grid)
    if any(abs(ours[column] - theirs[column]) > SAME_EDGE for column in ours.keys() & theirs.keys()):
        return False
    return _repeated(whole, after.table, texts) > 0 or not _has_own_header(before.grid, after.grid)


def _edges(grid: Grid) -> dict[int, float]:
    """Where each column begins."""
    return {cell.column: cell.box[0] for cell in grid.cells}


def _has_own_header(before: Grid, after: Grid) -> bool:
    """Whether the first row is bold and the last row of the part before is not: then another table begins."""
    return _is_bold(after, 0) and not _is_bold(before, before.rows - 1)


def _is_bold(grid: Grid, row: int) -> bool:
    lines = [line for cell in grid.cells if cell.row == row for line in cell.lines]
    return bool(lines) and all(line.is_bold for line in lines)


def _rows(table: Table, texts: str) -> list[list[tuple[int, str]]]:
    """The texts of the first rows with their columns."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(min(HEADER_ROWS, table.rows))]
    for cell in table.cells:
        if cell.row < len(rows):
            rows[cell.row].append((cell.column, " ".join(texts[cell.start : cell.end].split())))
    return rows


def _repeated(whole: Table, part: Table, texts: str) -> int:
    """How many rows at the head of the part repeat the whole's."""
    count = 0
    for ours, theirs in zip(_rows(whole, texts), _rows(part, texts), strict=False):
        if ours != theirs or not any(text for _, text in theirs):
            break
        count += 1
    return count


def _joined(whole: Table, part: Table, texts: str, *, is_open: bool) -> Table:
    """The part's rows below the whole's; what passed for its header is not one unless it names rows."""
    repeated = _repeated(whole, part, texts)
    names_rows = any(cell.is_header and cell.column == 0 and cell.row >= HEADER_ROWS for cell in whole.cells)
    goes_on = goes_on_below(whole, part, repeated, texts, is_open=is_open)
    shift = whole.rows - repeated - goes_on

    def moved(cell: Cell) -> Cell:
        is_header = cell.is_header and cell.column == 0 and names_rows
        return replace(cell, row=cell.row + shift, is_header=is_header)

    spanning = {at: cell for cell in part.cells if cell.row == repeated and (at := spanned(whole, cell)) is not None}
    grown = [
        replace(cell, row_span=cell.row_span + spanning[index].row_span) if index in spanning else cell
        for index, cell in enumerate(whole.cells)
    ]
    added = [cell for cell in part.cells if cell.row >= repeated and cell not in spanning.values()]
    kept = [cell for cell in added if not goes_on or cell.row > repeated or cell.start < cell.end]
    return replace(whole, end=part.end, rows=shift + part.rows, cells=(*grown, *map(moved, kept)))
