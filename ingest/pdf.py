"""A PDF as a Document: lines from pdfium, order by geometry, blocks, tables, and the origin of every character."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from ingest.blocks import HEADING_SIZE, Part, is_heading, parts, told_apart
from ingest.composing import Composer
from ingest.document import PAGE_BREAK, Block, Document, Page, Table
from ingest.errors import Damaged, NoText
from ingest.hyphens import undone
from ingest.language import language
from ingest.layout import flow
from ingest.media import PDF
from ingest.pairs import table_pairs, written_pairs
from ingest.pdfium import PdfFile, opened
from ingest.running import without_running
from ingest.sheets import Sheet

TITLE_REACH = 300  # characters
INNER_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_pdf(data: bytes, source: str) -> Document:
    """The PDF's text in reading order. Raises Encrypted, Damaged, or NoText."""
    with opened(data) as pdf:
        if not pdf.pages:
            raise Damaged("this PDF opens but has no pages that can be read: it may be truncated or damaged")
        title = pdf.title()
        sheets = [_sheet(pdf, number) for number in range(1, pdf.pages + 1)]
    if not any(sheet.parts for sheet in sheets):
        raise NoText(_why_no_text(sheets))
    return _document(data, source, title, without_running(_kinds(sheets)))


def _sheet(pdf: PdfFile, number: int) -> Sheet:
    """One page, laid out; a page that cannot be opened costs itself only."""
    try:
        with pdf.page(number) as page:
            lines = page.lines()
            width, height = page.width, page.height
    except Damaged as error:
        return Sheet(number, 0.0, 0.0, finding=f"{error}; it was left out.")
    if not lines:
        return Sheet(number, width, height, finding=f"Page {number} has no text layer; OCR is not available yet.")
    found = tuple(part for stretch in flow(lines) for part in parts(stretch))
    return Sheet(number, width, height, found)


def _why_no_text(sheets: Sequence[Sheet]) -> str:
    pages = f"{len(sheets)} pages" if len(sheets) > 1 else "one page"
    return f"this PDF ({pages}) has no text layer that can be read: it may be a scan, and OCR is not available yet"


def _kinds(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with each block's kind, headings measured against the document's running text."""
    body = _body_size(sheets)
    sizes = [
        part.size
        for sheet in sheets
        for part in sheet.parts
        if is_heading(part, body) and part.size >= HEADING_SIZE * body
    ]
    ranks: list[float] = []
    for size in sorted(sizes, reverse=True):
        if not ranks or size < ranks[-1] * 0.94:
            ranks.append(size)
    return [
        Sheet(sheet.number, sheet.width, sheet.height, tuple(told_apart(sheet.parts, body, ranks)), sheet.finding)
        for sheet in sheets
    ]


def _body_size(sheets: Sequence[Sheet]) -> float:
    """The line height that most characters of the document have."""
    weight: Counter[float] = Counter()
    for sheet in sheets:
        for part in sheet.parts:
            for line in part.lines:
                weight[round(line.size * 2) / 2] += len(line.text)
    return weight.most_common(1)[0][0]


def _document(data: bytes, source: str, title: str, sheets: Sequence[Sheet]) -> Document:
    """The text composed, page by page."""
    composer = Composer()
    words = frozenset(
        word.lower()
        for sheet in sheets
        for part in sheet.parts
        for line in part.lines
        for word in INNER_WORD.findall(line.text)[:-1]
    )
    pages: list[Page] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    for sheet in sheets:
        if pages:
            composer.made(PAGE_BREAK)
        start = composer.length
        for index, part in enumerate(sheet.parts):
            if index:
                composer.made("\n\n")
            blocks.append(_block(composer, part, words))
        pages.append(Page(sheet.number, sheet.width, sheet.height, start, composer.length, composer.take_runs()))
    text = composer.text
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=PDF,
        title=title or _title(sheets) or PurePath(source).stem,
        language=language(text),
        text=text,
        pages=tuple(pages),
        blocks=tuple(blocks),
        tables=tuple(tables),
        pairs=(*written_pairs(text, blocks), *table_pairs(text, tables)),
        findings=tuple(sheet.finding for sheet in sheets if sheet.finding),
    )


def _block(composer: Composer, part: Part, words: frozenset[str]) -> Block:
    """Write one block: its lines joined by line ends, line-end hyphens undone."""
    start = composer.length
    for line, following in zip(part.lines, [*part.lines[1:], None], strict=True):
        hyphen = undone(line.text, following.text, words.__contains__) if following else None
        if hyphen == "":
            composer.add(line.text[:-1], line.chars[:-1])
        else:
            composer.add(line.text, line.chars)
            if hyphen is None and following:
                composer.made("\n")
    return Block(part.kind, start, composer.length, part.level, part.box)


def _title(sheets: Sequence[Sheet]) -> str:
    """The largest heading of the first page that has text."""
    for sheet in sheets:
        headings = [part for part in sheet.parts if part.kind == "heading"]
        if headings:
            return max(headings, key=lambda part: part.size).text[:TITLE_REACH]
        if sheet.parts:
            return sheet.parts[0].text[:TITLE_REACH] if len(sheet.parts[0].text) <= TITLE_REACH else ""
    return ""
