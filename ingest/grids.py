"""The cells of an HTML table on its grid (HTML Standard, 4.9.12.1: forming a table)."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

MOST_SPAN = 1000  # the standard's limit for colspan; a page may not ask for more


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell where it begins, with the text it shows (white space collapsed)."""

    row: int
    column: int
    row_span: int
    column_span: int
    is_header: bool
    text: str


def slots(table: LexborNode) -> list[Slot]:
    """The cells of a table row by row; each merged cell once, at its first row and column."""
    taken: set[tuple[int, int]] = set()
    found: list[Slot] = []
    rows = [row for row in table.css("tr") if _cells(row)]
    for index, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (index, column) in taken:
                column += 1
            wide, tall = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - index)
            taken.update((index + down, column + across) for down in range(tall) for across in range(wide))
            text = " ".join((cell.text(separator=" ") or "").split())
            found.append(Slot(index, column, tall, wide, cell.tag == "th", text))
            column += wide
    return found


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _span(cell: LexborNode, name: str) -> int:
    """A colspan or rowspan; 1 when missing or not a number, as browsers do."""
    value = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isdecimal() else 1
