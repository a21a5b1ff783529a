"""The pages of a PDF that only OCR can read, and the document with what was read on them in its place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PIL.Image import Image

from ingest.document import Block, Box, Cell, Document, Page, Table, Word
from ingest.errors import Unrecognized
from ingest.insets import with_insets
from ingest.ocr import MOST_PIXELS, SURE, WORD, Recognizer, resolution
from ingest.pdfium import PdfFile
from ingest.scan import Scan
from ingest.sheets import Sheet
from ingest.tesseract import engine

AS_IT_IS = (250.0, 400.0)  # dots an inch of scans that are read as they are; others are drawn anew
AGREED = 0.5  # of the words that OCR reads: a text layer that holds fewer says something else
MORE = 2  # times the letters of a scant text layer that OCR must find to take its place


def recognized_sheets(pdf: PdfFile, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, those whose text layer is of no use (`doubt`) read by OCR, of others their pictures of text; what
    cannot be read says why."""
    if not any(sheet.doubt or sheet.pictures for sheet in sheets):
        return list(sheets)
    recognizer = Recognizer()
    for sheet in sheets:
        for line in sheet.lines:
            recognizer.learn(line.text)
    read = [_recognized(pdf, sheet, recognizer) if sheet.doubt else sheet for sheet in sheets]
    return [with_insets(pdf, sheet, recognizer) if sheet.pictures and not sheet.scan else sheet for sheet in read]


def _recognized(pdf: PdfFile, sheet: Sheet, recognizer: Recognizer) -> Sheet:
    image, dpi = _image(pdf, sheet)
    try:
        read = recognizer.sheet(sheet.number, image, dpi=dpi)
    except Unrecognized as error:
        if sheet.lines or sheet.grids:
            return replace(sheet, doubt="")
        return replace(
            sheet, finding=f"Page {sheet.number} was left out: {sheet.doubt}, and {error}.", is_unreadable=True
        )
    if read.scan is None or not _is_better(read.scan, sheet):
        return replace(sheet, doubt="", finding="" if sheet.lines else read.finding)
    # A page has its size from its file, not from the pixels it was drawn on.
    return replace(read, doubt=sheet.doubt, scan=replace(read.scan, width=sheet.width, height=sheet.height))


def _image(pdf: PdfFile, sheet: Sheet) -> tuple[Image, float]:
    """The page as a picture, and its dots an inch: the scan itself where the page is nothing else, else as drawn."""
    own = pdf.picture(sheet.number)
    if own and AS_IT_IS[0] <= 72 * own[1] <= AS_IT_IS[1] and own[0].width * own[0].height <= MOST_PIXELS:
        return own[0], 72 * own[1]
    dpi = resolution(sheet.width, sheet.height)
    return pdf.image(sheet.number, dpi / 72), dpi


def _is_better(scan: Scan, sheet: Sheet) -> bool:
    """Whether OCR reads much more on a page than its text layer holds, or is sure of other words than those."""
    lines = [*sheet.lines, *(line for grid in sheet.grids for cell in grid.cells for line in cell.lines)]
    layer = {word for line in lines for word in WORD.findall(line.text.lower())}
    found = [word for seen in scan.words for word in WORD.findall(seen.text.lower())]
    shared = sum(word in layer for word in found)
    letters = sum(character.isalnum() for line in lines for character in line.text)
    is_more = sum(character.isalnum() for word in scan.words for character in word.text) >= MORE * letters
    return is_more or (scan.confidence >= SURE and shared < AGREED * len(found))


def placed(document: Document, sheets: Sequence[Sheet]) -> Document:
    """The document with the words of its recognised pages, and every box there on the page as displayed."""
    scans = {sheet.number: sheet.scan for sheet in sheets if sheet.scan}
    if not scans:
        return document
    pages = tuple(_page(page, scans.get(page.number)) for page in document.pages)

    def scan_at(item: Block | Table | Cell) -> Scan | None:
        return scans.get(document.page_at(item.start).number) if item.box else None

    return replace(
        document,
        pages=pages,
        blocks=tuple(_block(block, scan_at(block)) for block in document.blocks),
        tables=tuple(_table(table, scan_at) for table in document.tables),
        findings=(*document.findings, *_said(sheets)),
    )


def _page(page: Page, scan: Scan | None) -> Page:
    """The page with its size as displayed, and a word for each run of characters that one gave."""
    if scan is None:
        return page
    words: list[Word] = []
    index = 0
    owners = {word.char + offset: word for word in scan.words for offset in range(len(word.text))}
    layer = tuple(run for run in page.runs if run.char < scan.first)
    for run in (run for run in page.runs if run.char >= scan.first):
        index = run.start
        while index < run.end:
            word = owners[run.char + index - run.start]
            end = min(run.end, index + word.char + len(word.text) - (run.char + index - run.start))
            words.append(Word(index, end, scan.displayed(word.box), round(word.confidence, 2)))
            index = end
    return replace(page, width=scan.width, height=scan.height, runs=layer, words=tuple(words))


def _block(block: Block, scan: Scan | None) -> Block:
    return replace(block, box=scan.displayed(block.box)) if scan and block.box else block


def _table(table: Table, scan_at: Callable[[Table | Cell], Scan | None]) -> Table:
    """The table, each cell placed by the page that it stands on."""

    def displayed(box: Box | None, scan: Scan | None) -> Box | None:
        return scan.displayed(box) if scan and box else box

    cells = tuple(replace(cell, box=displayed(cell.box, scan_at(cell))) for cell in table.cells)
    return replace(table, box=displayed(table.box, scan_at(table)), cells=cells)


def _said(sheets: Sequence[Sheet]) -> list[str]:
    """One sentence for all the pages that were read by OCR for the same reason."""
    by_reason: dict[tuple[str, str], list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        if sheet.scan:
            by_reason[sheet.doubt, sheet.scan.languages].append(sheet)
    found = engine()
    name = f"Tesseract {found.version}" if found else "Tesseract"
    said = []
    for (doubt, languages), group in by_reason.items():
        sure = min(sheet.scan.confidence for sheet in group if sheet.scan)
        where = numbered([sheet.number for sheet in group])
        least = f"{sure:.0%} sure" if len(group) == 1 else f"{sure:.0%} sure or more"
        said.append(f"{where} read by OCR ({name}, {languages}; {least}): {doubt}.")
    return said


def numbered(numbers: Iterable[int]) -> str:
    """The pages in words, runs of them shortened, as the subject of a sentence in the past.

    >>> numbered([3]), numbered([1, 2, 3, 7])
    ('Page 3 was', 'Pages 1-3, 7 were')
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    names = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    alone = len(runs) == 1 and len(runs[0]) == 1
    return f"Page {names[0]} was" if alone else f"Pages {', '.join(names)} were"
