"""Rows of a table that the end of a page parts: the first row of the next page is the rest of the last one before.

Three things speak for it, and two of them must: no rule is drawn under the last row, a cell goes on in the middle of a
sentence, and the cell that every other row begins with is empty.
"""

from collections.abc import Mapping, Sequence

from ingest.document import Cell, Table
from ingest.figures import is_number

HEADS = 1  # rows at the top that may be heads, and begin otherwise than the rows below
SENTENCE_END = ".!?;:"
NEEDED = 2  # of the three things

Row = Mapping[int, str]
"""The texts of a row's filled cells by column."""


def goes_on_below(whole: Table, part: Table, repeated: int, texts: str, *, is_open: bool) -> bool:
    """Whether the part's first row, below the heads that are `repeated`, is the rest of the whole's last row.

    `texts` is the document's text; `is_open` says that no rule is drawn under the last row.
    """
    if any(cell.row_span > 1 for cell in part.cells if cell.row == repeated):
        return False
    rows = _rows(whole, texts)
    last, first = rows.get(whole.rows - 1, {}), _rows(part, texts).get(repeated, {})
    if not first or not first.keys() <= last.keys() or any(is_number(first[at]) for at in first):
        return False
    others = [row for number, row in rows.items() if number >= HEADS]
    begins_empty = 0 not in first and len(others) == whole.rows - HEADS and all(0 in row for row in others)
    goes_on = any(_goes_on(last[at], first[at], [row[at] for row in others if at in row]) for at in first)
    return is_open + begins_empty + goes_on >= NEEDED


def spanned(whole: Table, below: Cell) -> int | None:
    """Which cell of several rows at the end of the whole goes on in an empty cell at the head of its next part."""
    if below.start < below.end:
        return None
    for index, cell in enumerate(whole.cells):
        reaches = cell.row_span > 1 and cell.row + cell.row_span == whole.rows
        if reaches and cell.column == below.column and cell.column_span == below.column_span:
            return index
    return None


def _rows(table: Table, texts: str) -> dict[int, Row]:
    """The rows that hold text; a merged cell stands in each row that it takes."""
    rows: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span) if cell.start < cell.end else ():
            rows.setdefault(row, {})[cell.column] = _words(texts, cell)
    return dict(rows)


def _words(texts: str, cell: Cell) -> str:
    return " ".join(texts[cell.start : cell.end].split())


def _goes_on(above: str, below: str, column: Sequence[str]) -> bool:
    """Whether a text begins in the middle of a sentence, as no other cell of its `column` does."""
    return below[0].islower() and above[-1] not in SENTENCE_END and not any(text[0].islower() for text in column)
