"""A PDF as a Document: lines from pdfium, order by geometry, blocks, tables, and the origin of every character."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.blocks import HEADING_SIZE, Part, is_heading, parts, told_apart
from ingest.document import Document
from ingest.errors import Damaged, NoText
from ingest.layout import flow
from ingest.legible import unreadable
from ingest.lines import Line
from ingest.pdfium import PdfFile, opened
from ingest.rulings import lattices
from ingest.running import without_running
from ingest.sheets import Sheet
from ingest.tables import Grid, borderless, ruled
from ingest.writing import written


def read_pdf(data: bytes, source: str) -> Document:
    """The PDF's text in reading order. Raises Encrypted, Damaged, or NoText."""
    with opened(data) as pdf:
        if not pdf.pages:
            raise Damaged("this PDF opens but has no pages that can be read: it may be truncated or damaged")
        title = pdf.title()
        sheets = [_sheet(pdf, number) for number in range(1, pdf.pages + 1)]
    if not any(sheet.parts for sheet in sheets):
        raise NoText(_why_no_text(sheets))
    return written(data, source, title, without_running(_kinds(sheets)))


def _sheet(pdf: PdfFile, number: int) -> Sheet:
    """One page, laid out; a page that cannot be opened costs itself only."""
    try:
        with pdf.page(number) as page:
            width, height = page.width, page.height
            reason = unreadable(page.characters[0])
            lines = page.lines() if not reason else []
            grids, rest = ruled(lattices(page.segments()), lines, page.words) if lines else ([], [])
    except Damaged as error:
        return Sheet(number, 0.0, 0.0, finding=f"{error}; it was left out.")
    if reason and page.characters[0].strip():
        finding = f"Page {number} was left out: its text layer cannot be what the page shows ({reason})."
        return Sheet(number, width, height, finding=finding)
    if not lines:
        return Sheet(number, width, height, finding=f"Page {number} has no text layer; OCR is not available yet.")
    aligned, rest = borderless(rest)
    grids = [*grids, *aligned]
    stretches = flow([*rest, *(_standing_for(grid, index) for index, grid in enumerate(grids))])
    found = tuple(part for stretch in stretches for part in _parts(stretch, grids))
    return Sheet(number, width, height, found)


def _standing_for(grid: Grid, index: int) -> Line:
    """A line that holds a table's place while the page is put in order."""
    return Line("", (), grid.box, grid.box[3] - grid.box[1], table=index)


def _parts(stretch: Sequence[Line], grids: Sequence[Grid]) -> Iterator[Part]:
    """The blocks of a stretch, tables among them."""
    lines: list[Line] = []
    for line in stretch:
        if line.table < 0:
            lines.append(line)
            continue
        yield from parts(lines)
        lines = []
        grid = grids[line.table]
        yield Part(tuple(row for cell in grid.cells for row in cell.lines), "table", grid=grid)
    yield from parts(lines)


def _why_no_text(sheets: Sequence[Sheet]) -> str:
    pages = f"{len(sheets)} pages" if len(sheets) > 1 else "one page"
    if any("text layer cannot be" in sheet.finding for sheet in sheets):
        return f"the text layer of this PDF ({pages}) is not what its pages show: {sheets[0].finding}"
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
