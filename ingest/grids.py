"""The cells of an HTML table on its grid (HTML Standard, 4.9.12.1: forming a table)."""

from collections.abc import Container
from dataclasses import dataclass, replace

from ingest.parts import UNSEEN, Element, Text, below
from ingest.raised import is_mark

BLOCKS_INSIDE = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h3", "h4", "h5", "h6", "address", "section"}
)
CELLS = frozenset({"td", "th"})
HOLDING = CELLS | {"caption"}
PLACED = frozenset({"table", "h1", "h2", "dl", "form"})
BOLD = frozenset({"b", "strong"})
FIELDS = 4  # columns of a table of two pairs a row, at least
LINE_END = "\0"  # a made line end, told from those of the source, which are blanks; no HTML text holds it
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
    element: Element | None = None  # of HTML


def slots(table: Element) -> list[Slot]:
    """The cells of a table row by row; each merged cell once, at its first row and column."""
    taken: set[tuple[int, int]] = set()
    found: list[Slot] = []
    rows = [cells for row in below(table) if row.tag == "tr" and (cells := _cells(row))]
    for index, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (index, column) in taken:
                column += 1
            wide, tall = 1, 1
            if cell.attributes:
                wide, tall = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - index)
                taken.update((index + down, column + across) for down in range(1, tall) for across in range(wide))
            found.append(Slot(index, column, tall, wide, cell.tag == "th", shown(cell), cell))
            column += wide
    return _with_bold_labels(found)


def _with_bold_labels(found: list[Slot]) -> list[Slot]:
    """The cells, those of every second column header cells where they alone, and all of them, are set bold: labels, as
    in tables of two pairs a row."""
    columns = 1 + max((slot.column + slot.column_span - 1 for slot in found), default=-1)
    if columns < FIELDS or columns % 2 or any(slot.is_header or slot.column_span > 1 for slot in found):
        return found
    if not all(_is_bold(slot.element) is (slot.column % 2 == 0) for slot in found if slot.text):
        return found
    return [replace(slot, is_header=True) if slot.column % 2 == 0 else slot for slot in found]


def _is_bold(cell: Element | None) -> bool:
    """Whether all that a cell shows is set bold."""
    return (
        cell is not None and len(cell.parts) == 1 and isinstance(cell.parts[0], Element) and cell.parts[0].tag in BOLD
    )


def shown(cell: Element) -> str:
    """The text of a cell as a person sees it: white space collapsed, a line end for each `br` and each block inside."""
    children = cell.children
    if not children:
        return ""
    if len(children) == 1 and isinstance(children[0], Text):
        return " ".join(children[0].text.split())
    pieces: list[str] = []
    _gather(cell, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split(LINE_END))
    return "\n".join(line for line in lines if line)


def _gather(element: Element, pieces: list[str]) -> None:
    """Append the text inside an element; neighbouring inline elements are parted by a blank."""
    follows_element = False
    for child in element.children:
        if isinstance(child, Text):
            pieces.append(child.text)
            follows_element = False
            continue
        if child.tag == "br":
            pieces.append(LINE_END)
        elif child.tag == "sup":
            before = len(pieces)
            _gather(child, pieces)
            if before and is_mark(pieces[before - 1], "".join(pieces[before:])):
                pieces.insert(before, " ")
        elif child.tag not in UNSEEN:
            is_block = child.tag in BLOCKS_INSIDE
            pieces.append(LINE_END if is_block else " " if follows_element else "")
            _gather(child, pieces)
            pieces.append(LINE_END if is_block else "")
        follows_element = True


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in CELLS]


def _span(cell: Element, name: str) -> int:
    """A colspan or rowspan; 1 when missing or not a number, as browsers do."""
    value = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isdecimal() else 1


def is_layout(table: Element, said: Container[Element]) -> bool:
    """Whether a table only places other things: one cell, tables, headings and lists inside its cells, or cells that
    are fields (`said`).
    """
    cells = 0
    pending = [(table, "table")]  # with the cell, caption or table that each stands in
    while pending:
        element, holder = pending.pop()
        for child in element.children:
            if isinstance(child, Text):
                continue
            tag = child.tag
            if tag in CELLS:
                cells += 1
                if child in said:
                    return True
            elif tag == "table" or (holder == "td" and tag in PLACED):
                return True
            if child.children:
                pending.append((child, tag if tag in HOLDING else holder))
    return cells < 2
