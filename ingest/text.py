"""A plain text as a Document: one page whose text is the file's own characters, unchanged."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePath

from ingest.charset import decode
from ingest.document import Block, BlockKind, Cell, Document, Page, Table
from ingest.errors import NoText
from ingest.language import language
from ingest.layout import MARK
from ingest.media import TEXT
from ingest.pairs import all_pairs

HARD_WRAP = 120  # characters: a file with longer lines than this is not hard-wrapped
TITLE_REACH = 200  # characters
HEADING_REACH = 120  # characters
TAB_ROWS = 2  # lines with as many tabs, next to each other, make a table
MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+\S")
MARKDOWN_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$")

Line = tuple[int, int]


def read_text(data: bytes, source: str, charset: str = "") -> Document:
    """The text as it stands (a byte order mark left out), with blocks by blank lines and line shapes. Raises NoText."""
    text = decode(data, charset)
    if not text.strip():
        raise NoText("this text file holds nothing but white space")
    tables = tuple(_tables(text))
    blocks = tuple(_blocks(text, tables))
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=TEXT,
        title=_title(text, source),
        language=language(text),
        text=text,
        pages=(Page(1, 0.0, 0.0, 0, len(text)),),
        blocks=blocks,
        tables=tables,
        pairs=all_pairs(text, blocks, tables),
    )


def _title(text: str, source: str) -> str:
    """The first line with letters, when it is short enough for a title; else the file's name."""
    for line in text.splitlines():
        if any(letter.isalpha() for letter in line):
            stripped = line.strip(" #\t*\ufeff\u00a0")
            return stripped if len(stripped) <= TITLE_REACH else PurePath(source).stem
    return PurePath(source).stem


def _lines(text: str) -> Iterator[Line]:
    """Every line as offsets, blanks at its ends left out; blank lines as empty ones."""
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        start = offset + len(line) - len(line.lstrip()) if body else offset
        yield start, start + len(body)
        offset += len(line)


def _blocks(text: str, tables: tuple[Table, ...]) -> Iterator[Block]:
    """Blocks end at blank lines, at the marks of list items and headings, and where a line ends before it had to."""
    lines = list(_lines(text))
    width = max(end - start for start, end in lines)
    start, last = -1, (0, 0)
    pending = list(tables)
    for line in lines:
        if start >= 0 and _ends(text, last, line, width, bool(pending) and line[0] >= pending[0].start):
            yield _block(text, start, last[1])
            start = -1
        while pending and line[0] >= pending[0].end:
            yield Block("table", pending[0].start, pending[0].end)
            pending.pop(0)
        inside = pending and pending[0].start <= line[0] < pending[0].end
        if line[0] < line[1] and not inside:
            start = line[0] if start < 0 else start
            last = line
    if start >= 0:
        yield _block(text, start, last[1])
    for table in pending:
        yield Block("table", table.start, table.end)


def _ends(text: str, last: Line, line: Line, width: int, is_table: bool) -> bool:
    """Whether the block whose last line is `last` ends before `line`."""
    if line[0] == line[1] or is_table or width > HARD_WRAP:
        return True
    following, before = text[line[0] : line[1]], text[last[0] : last[1]]
    if MARK.match(following) or MARKDOWN_HEADING.match(following) or MARKDOWN_HEADING.match(before):
        return True
    return len(before) + 1 + len(following.split(maxsplit=1)[0]) <= 0.9 * width


def _block(text: str, start: int, end: int) -> Block:
    kind, level = _kind(text[start:end])
    return Block(kind, start, end, level)


def _kind(text: str) -> tuple[BlockKind, int]:
    """Heading by Markdown's marks or by capitals, list item by its mark, else paragraph."""
    marked = MARKDOWN_HEADING.match(text)
    if marked:
        return "heading", len(marked.group(1))
    if MARK.match(text) or text.startswith("* "):
        return "list_item", 0
    letters = [letter for letter in text if letter.isalpha()]
    shouted = len(letters) > 5 and all(letter.isupper() for letter in letters)
    if shouted and len(text) <= HEADING_REACH and not text.endswith((".", ";", ",", ":")):
        return "heading", 2
    return "paragraph", 0


def _tables(text: str) -> Iterator[Table]:
    """Neighbouring lines with equally many tabs (or Markdown's bars), at least two of them."""
    rows: list[list[Line]] = []
    for line in [*_raw_lines(text), (len(text), len(text))]:
        part = text[line[0] : line[1]]
        if rows and MARKDOWN_RULE.match(part) and "|" in part:
            continue
        cells = _cells(text, line)
        if rows and len(cells) != len(rows[0]):
            if len(rows) >= TAB_ROWS:
                yield _table(rows)
            rows = []
        if len(cells) >= 2:
            rows.append(cells)
    if len(rows) >= TAB_ROWS:
        yield _table(rows)


def _raw_lines(text: str) -> Iterator[Line]:
    """Every line as offsets without its line end; tabs at its start kept, for they are empty cells."""
    offset = 0
    for line in text.splitlines(keepends=True):
        yield offset, offset + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        offset += len(line)


def _cells(text: str, line: Line) -> list[Line]:
    """The cells of one line, or one when it holds neither tabs nor bars at both ends."""
    start, end = line
    part = text[start:end]
    if "\t" in part.strip() or (part.startswith("\t") and part.strip()):
        mark = "\t"
    elif part.count("|") >= 2 and part.strip().startswith("|") and part.strip().endswith("|"):
        start, end = start + part.index("|") + 1, start + part.rindex("|")
        mark = "|"
    else:
        return []
    cells: list[Line] = []
    for piece in text[start:end].split(mark):
        body = piece.strip()
        first = start + len(piece) - len(piece.lstrip()) if body else start
        cells.append((first, first + len(body)))
        start += len(piece) + 1
    return cells


def _table(rows: list[list[Line]]) -> Table:
    """Rows of cells as a Table; the first row is its header when none of its cells is a number."""
    cells = tuple(
        Cell(row, column, start, end, is_header=row == 0)
        for row, line in enumerate(rows)
        for column, (start, end) in enumerate(line)
    )
    filled = [cell for cell in cells if cell.start < cell.end]
    return Table(filled[0].start, max(cell.end for cell in filled), len(rows), len(rows[0]), cells)
