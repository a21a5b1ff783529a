"""Pages in mirror writing: read as a mirror shows them, columns and cells from the right to the left.

Such a page is laid out as the mirror shows it; the boxes that come of it are then turned back to where they stand.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.document import Block, Box, Cell, Document, Table
from ingest.lines import Line
from ingest.pdfium import PdfPage
from ingest.sheets import Sheet
from ingest.strokes import Strokes

MOST = 0.9  # of a page's lines that are in mirror writing where the page is

Item = TypeVar("Item", Block, Cell)


def upright(page: PdfPage, lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines, those in mirror writing (which run leftwards, yet not upside down) upright; how many these are."""
    if not any(line.turn for line in lines):
        return list(lines), 0
    found = [
        replace(line, box=line.place, turn=0) if line.turn == 2 and page.is_mirrored(line.chars[0]) else line
        for line in lines
    ]
    return found, sum(line is not own for line, own in zip(lines, found, strict=True))


def is_mirror_page(lines: Sequence[Line], mirrored: int) -> bool:
    """Whether a page is in mirror writing as a whole: so many of its lines are."""
    return mirrored > 0 and mirrored >= MOST * len(lines)


def reflected(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines of a page of this width as a mirror shows them."""
    return [line if line.turn else replace(line, box=_reflected(line.box, width)) for line in lines]


def mirrored_words(page: PdfPage) -> Callable[[Line], list[Line]]:
    """What parts a line of a mirrored page into its words."""
    return lambda line: reflected(page.words(line), page.width)


def reflected_strokes(strokes: Strokes, width: float) -> Strokes:
    """The strokes of a page of this width as a mirror shows them; pictures and what covers text are left out."""
    lines, sides, dots = (
        [_reflected(box, width) for box in boxes] for boxes in (strokes.lines, strokes.sides, strokes.dots)
    )
    return Strokes(lines, sides, dots)


def turned_back(document: Document, sheets: Sequence[Sheet]) -> Document:
    """The document, every box on a mirrored page where it stands as the page is displayed."""
    widths = {sheet.number: sheet.width for sheet in sheets if sheet.is_mirrored}
    if not widths:
        return document

    def placed(item: Item) -> Item:
        width = widths.get(document.page_at(item.start).number)
        return replace(item, box=_reflected(item.box, width)) if item.box and width else item

    def of_table(table: Table) -> Table:
        width = widths.get(document.page_at(table.start).number)
        box = _reflected(table.box, width) if table.box and width else table.box
        return replace(table, box=box, cells=tuple(map(placed, table.cells)))

    return replace(document, blocks=tuple(map(placed, document.blocks)), tables=tuple(map(of_table, document.tables)))


def _reflected(box: Box, width: float) -> Box:
    return width - box[2], box[1], width - box[0], box[3]
