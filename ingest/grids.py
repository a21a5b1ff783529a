"""The cells of an HTML table on its grid (HTML Standard, 4.9.12.1: forming a table)."""

from collections.abc import Container
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ingest.boilerplate import UNSEEN

BLOCKS_INSIDE = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h3", "h4", "h5", "h6", "address", "section"}
)
CELLS = frozenset({"td", "th"})
PLACED = frozenset({"table", "h1", "h2", "dl", "form"})
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
    element: int = 0  # its `mem_id`, in HTML


def slots(table: LexborNode) -> list[Slot]:
    """The cells of a table row by row; each merged cell once, at its first row and column."""
    taken: set[tuple[int, int]] = set()
    found: list[Slot] = []
    rows = [row for row in table.traverse() if row.tag == "tr" and _cells(row)]
    for index, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (index, column) in taken:
                column += 1
            wide, tall = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - index)
            taken.update((index + down, column + across) for down in range(tall) for across in range(wide))
            text = shown(cell)
            found.append(Slot(index, column, tall, wide, cell.tag == "th", text, cell.mem_id))
            column += wide
    return found


def shown(cell: LexborNode) -> str:
    """The text of a cell as a person sees it: white space collapsed, a line end for each `br` and each block inside."""
    child = cell.first_child
    if child is None:
        return ""
    if child.next is None and child.is_text_node:
        return " ".join((child.text_content or "").split())
    pieces: list[str] = []
    _gather(cell, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split(LINE_END))
    return "\n".join(line for line in lines if line)


def _gather(node: LexborNode, pieces: list[str]) -> None:
    """Append the text below `node`; neighbouring inline elements are parted by a blank."""
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            pieces.append(child.text_content or "")
        elif child.is_element_node and child.tag == "br":
            pieces.append(LINE_END)
        elif child.is_element_node and child.tag not in UNSEEN:
            edge = LINE_END if child.tag in BLOCKS_INSIDE else " " if _follows_element(child) else ""
            pieces.append(edge)
            _gather(child, pieces)
            pieces.append(edge.strip(" "))
        child = child.next


def _follows_element(node: LexborNode) -> bool:
    return node.prev is not None and bool(node.prev.is_element_node)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _span(cell: LexborNode, name: str) -> int:
    """A colspan or rowspan; 1 when missing or not a number, as browsers do."""
    value = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isdecimal() else 1


def is_layout(table: LexborNode, said: Container[int]) -> bool:
    """Whether a table only places other things: one cell, tables, headings and lists inside its cells, or cells that
    are fields (`said`).
    """
    cells = 0
    for node in table.traverse():
        tag = node.tag
        if tag in CELLS:
            cells += 1
            if node.mem_id in said:
                return True
        elif tag in PLACED and node.mem_id != table.mem_id and (tag == "table" or _is_in_cell(node)):
            return True
    return cells < 2


def _is_in_cell(node: LexborNode) -> bool:
    """Whether an element of a table stands in a data cell, not in a header cell or the caption."""
    holder = node.parent
    while holder is not None and holder.tag not in (*CELLS, "caption", "table"):
        holder = holder.parent
    return holder is not None and holder.tag == "td"
