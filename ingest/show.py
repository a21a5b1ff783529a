"""A page as it was read, painted on its image: lines, blocks in their order, the cells of tables, and marked spans."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from ingest.document import Block, BlockKind, Box, Cell, Document, Page, Span
from ingest.errors import UnknownMedia
from ingest.lines import union
from ingest.locate import locate
from ingest.media import media_name
from ingest.render import page_image

Colour = tuple[int, int, int]

COLOURS: dict[BlockKind, Colour] = {
    "heading": (186, 26, 26),
    "paragraph": (30, 90, 200),
    "list_item": (0, 130, 150),
    "caption": (150, 80, 0),
    "table": (20, 130, 40),
    "header": (130, 130, 130),
    "footer": (130, 130, 130),
    "metadata": (130, 130, 130),
}
LINE: Colour = (150, 180, 235)
CELL: Colour = (60, 170, 80)
MARK = (255, 214, 0, 90)  # the last number is the opacity, of 255
LABEL: Colour = (120, 70, 0)
LETTER = 8.0  # points: the height of numbers and labels
ROOM = 2.0  # points between a block's text and its frame


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked, and what to write above it: the type of a mention."""

    span: Span
    label: str = ""


def painted(
    data: bytes,
    document: Document,
    page_number: int,
    marks: Sequence[Mark] = (),
    *,
    scale: float = 2.0,
    password: str | None = None,
) -> bytes:
    """Page `page_number` (from 1) as PNG, `scale` pixels a point: a frame and a number for each block in reading order
    (its colour is its kind), thin boxes for lines and cells, marks in yellow with their labels.

    `data` are the bytes that `document` was read from. Raises UnknownMedia for what has no page images, and IndexError
    when there is no such page.
    """
    if not 1 <= page_number <= len(document.pages):
        raise IndexError(f"page {page_number} of a document with {len(document.pages)}")
    page = document.pages[page_number - 1]
    if not page.width:
        raise UnknownMedia(f"{media_name(document.media_type)} has no page images: PDFs and pictures have")
    blocks = [block for block in document.blocks if _overlaps(page, Span(block.start, block.end))]
    shown = [mark for mark in marks if _overlaps(page, mark.span)]
    spans = [*(Span(block.start, block.end) for block in blocks), *(mark.span for mark in shown)]
    passages = locate(data, document, spans, password)
    boxes = {
        span: [box for passage in found if passage.page == page_number for box in passage.boxes]
        for span, found in passages.items()
    }
    image = Image.open(BytesIO(page_image(data, page_number, scale, password))).convert("RGBA")
    brush = _Brush(image, scale)
    for number, block in enumerate(blocks, start=1):
        brush.block(block, number, boxes[Span(block.start, block.end)])
    for cell in _cells(document, page):
        if cell.box:
            brush.frame(cell.box, CELL)
    for mark in shown:
        brush.mark(mark, boxes[mark.span])
    out = BytesIO()
    Image.alpha_composite(image, brush.layer).convert("RGB").save(out, "PNG")
    return out.getvalue()


def _overlaps(page: Page, span: Span) -> bool:
    return span.start < page.end and page.start < span.end


def _cells(document: Document, page: Page) -> list[Cell]:
    return [cell for table in document.tables for cell in table.cells if page.start <= cell.start <= page.end]


def _columns(lines: Sequence[Box]) -> list[list[Box]]:
    """The lines of a block, parted where it goes on at the head of another column."""
    columns: list[list[Box]] = []
    for line in lines:
        if columns and line[3] > columns[-1][-1][1]:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


class _Brush:
    """Draws on a clear layer that lies over the page; takes boxes in points."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self.layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self.layer)
        self._scale = scale
        self._font = ImageFont.load_default(size=LETTER * scale)

    def frame(self, box: Box, colour: Colour, *, width: int = 1, room: float = 0.0) -> None:
        """An outline."""
        x0, y0, x1, y1 = box
        corners = (x0 - room, y0 - room, x1 + room, y1 + room)
        self._draw.rectangle([edge * self._scale for edge in corners], outline=(*colour, 255), width=width)

    def block(self, block: Block, number: int, lines: Sequence[Box]) -> None:
        """The block's lines thin, its frame thick, its number before its first line."""
        colour = COLOURS[block.kind]
        for line in lines:
            self.frame(line, LINE)
        frames = [union(column) for column in _columns(lines)]
        for index, frame in enumerate(frames or ([block.box] if block.box else [])):
            self.frame(frame, colour, width=2, room=ROOM)
            if index == 0:
                self._write(str(number), frame[0] - ROOM, frame[1], colour, anchor="rt")

    def mark(self, mark: Mark, boxes: Sequence[Box]) -> None:
        """The span in yellow, its label above its beginning."""
        for box in boxes:
            self._draw.rectangle([edge * self._scale for edge in box], fill=MARK)
        if boxes and mark.label:
            self._write(mark.label, boxes[0][0], boxes[0][1], LABEL, anchor="lb")

    def _write(self, text: str, x: float, y: float, colour: Colour, *, anchor: str) -> None:
        place = (max(0.0, x) * self._scale, y * self._scale)
        self._draw.text(place, text, fill=(*colour, 255), font=self._font, anchor=anchor)
