"""What was read: one text, and the place of everything in it.

All offsets are Unicode code points into `Document.text`, end excluded. Pages follow each other in that text,
separated by one form feed (U+000C) that belongs to no page; a one-page text file is its own characters, unchanged.
Boxes are points from the top-left corner of the page as displayed (CropBox, after rotation); text and HTML have none.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from ingest.record import ordered_record, record

Box = tuple[float, float, float, float]
"""`(x0, y0, x1, y1)` in points, origin top-left."""

BlockKind = Literal["heading", "paragraph", "list_item", "caption", "table", "header", "footer", "metadata"]
"""`metadata` is what a page says to machines only, a line a field, behind its own text."""

PAGE_BREAK = "\f"


@ordered_record
class Span:
    """A stretch of a document's text, `start <= offset < end`."""

    start: int
    end: int


@record
class Run:
    """Where characters came from: `text[start:end]` are the page's pdfium characters `char`, `char + 1`, …

    Characters of the text in no run (joining blanks, line ends) were made by the reader and have no box.
    """

    start: int
    end: int
    char: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word that OCR read as `text[start:end]`: its box on the page as displayed, and how sure OCR is, 0 to 1.

    A word that is broken at a line's end is two of them, the hyphen in neither.
    """

    start: int
    end: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points (0 × 0 for text and HTML), and its stretch of the text.

    `words` are those of a page that was read by OCR, in the order of the text; such a page has no runs, unless only its
    pictures were read so.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    words: tuple[Word, ...] = ()


@record
class Block:
    """A heading, a paragraph, a list item…: the unit that sentences do not cross. `level` counts headings from 1.

    A paragraph may run over a page break; its `box` is then that of its part on the first page.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    box: Box | None = None


@record
class Cell:
    """One cell of a table, rows and columns from 0. An empty cell has `start == end`.

    A cell that the end of a page parts is a `Cell` on each page, all with the same row and column.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of `rows` × `columns`; merged cells stand once, at their first row and column.

    It may go on over pages: `box` is then that of its first part, each cell's box is on the page of its `start`, and
    running headers, footers and the repeated header row stand between its cells in the text without being cells.
    """

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: Box | None = None

    def filled(self) -> dict[tuple[int, int], tuple[Cell, ...]]:
        """The cells that hold text by row and column: several where the end of a page parts one, in their order."""
        found: dict[tuple[int, int], tuple[Cell, ...]] = {}
        for cell in self.cells:
            if cell.start < cell.end:
                place = cell.row, cell.column
                found[place] = (*found.get(place, ()), cell)
        return found


@record
class Pair:
    """A label and its value, wherever the page shows them side by side (`dl`, `th/td`, "Label: value")."""

    label: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A span on one page: `start` and `end` count from the beginning of that page's text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says of itself, as it says it; empty where it says nothing. Nobody has checked it.

    `created` and `modified` are XML Schema dates, as precise as the file has them; `conforms_to` is "PDF/A-2b".
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""
    language: str = ""
    conforms_to: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file: its name, how many bytes it has, and its media type. It is not read.

    `is_damaged`: it cannot be unpacked (0 bytes), or not as it was packed.
    """

    name: str
    size: int
    media_type: str
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A source as it was read. `findings` says what could not be read, one sentence each.

    `unreadable_pages` are the numbers of pages whose text is missing for it; `claims` is what the file says of itself,
    `attachments` the files inside it.
    """

    source: str
    digest: str
    media_type: str
    title: str
    language: Literal["ru", "en"]
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pairs: tuple[Pair, ...] = ()
    findings: tuple[str, ...] = ()
    unreadable_pages: tuple[int, ...] = ()
    claims: Claims = Claims()
    attachments: tuple[Attachment, ...] = ()

    @property
    def id(self) -> str:
        """The document's IRI below the base: `document/<first 16 hex digits of its SHA-256>`."""
        return f"document/{self.digest[:16]}"

    def page_at(self, offset: int) -> Page:
        """The page that holds `offset` (the page break after a page counts to that page)."""
        return self.pages[self._index_at(offset)]

    def _index_at(self, offset: int) -> int:
        return max(0, bisect_right(self.pages, offset, key=lambda page: page.start) - 1)

    def page_text(self, page: Page) -> str:
        """The text of one page."""
        return self.text[page.start : page.end]

    def places(self, span: Span) -> tuple[Place, ...]:
        """The span page by page, several places where it runs over a page break; white space at the edges left out."""
        places = []
        for page in self.pages[self._index_at(span.start) :]:
            if page.start >= span.end:
                break
            start, end = max(span.start, page.start), min(span.end, page.end)
            part = self.text[start:end]
            start, end = start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
            if start < end:
                places.append(Place(page.number, start - page.start, end - page.start))
        return tuple(places)
