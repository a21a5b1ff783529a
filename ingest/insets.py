"""Pictures of text on a page that has a text layer beside them: read by OCR, their lines put among the page's own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from PIL.Image import Image

from ingest.document import Box
from ingest.errors import Unrecognized
from ingest.lines import MADE, Line, union
from ingest.ocr import SURE, SURE_WORD, Recognizer, resolution
from ingest.pdfium import PdfFile
from ingest.scan import Scan, ScanWord
from ingest.sheets import Sheet
from ingest.strokes import IDENTITY
from ingest.tables import Grid

LARGE = 0.1  # of the page: smaller pictures are logos, stamps and photographs beside a text
LEAST_SIDE = 60.0  # points
BARE = 0.2  # of a picture that lines may take: a stamp on a scan; text fills twice as much and more
TOUCHING = 2.0  # points between the strips that one picture was cut into
ROUGH = 1.0  # pixels a point, for a look at what a picture shows
PAPER = 0.6  # of a picture of text that is about as bright as its paper, at least; a photograph has less
NEARLY = 25  # of 255: by which paper differs from itself
INK = (0.01, 0.3)  # of a picture of text that is much darker than its paper
DARKER = 80  # of 255: by which ink differs from paper
LEAST_WORDS = 15  # sure ones: fewer are the labels of a drawing
FIRST = 1 << 24  # the number of the first character that OCR read; no page's text layer has so many
WHY = "only the text in its pictures, the rest has a text layer"


def uncovered(pictures: Iterable[Box], lines: Sequence[Line], size: tuple[float, float]) -> tuple[Box, ...]:
    """The large pictures of a page that its lines, shown or not, leave mostly bare; strips of one picture joined."""
    large = [
        box
        for box in _whole(pictures)
        if _area([box]) >= LARGE * size[0] * size[1] and min(box[2] - box[0], box[3] - box[1]) >= LEAST_SIDE
    ]
    return tuple(
        box for box in large if _area(line.place for line in lines if _is_in(line.place, box)) <= BARE * _area([box])
    )


def _area(boxes: Iterable[Box]) -> float:
    return sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)


def _whole(pictures: Iterable[Box]) -> list[Box]:
    """The pictures, those that lie below each other edge to edge as one."""
    joined: list[Box] = []
    for box in sorted(pictures, key=lambda each: (each[0], each[2], each[1])):
        last = joined[-1] if joined else None
        if last and max(abs(last[0] - box[0]), abs(last[2] - box[2]), abs(last[3] - box[1])) <= TOUCHING:
            joined[-1] = union((last, box))
        else:
            joined.append(box)
    return sorted(joined, key=lambda each: (each[1], each[0]))


def _is_in(line: Box, box: Box) -> bool:
    x, y = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def with_insets(pdf: PdfFile, sheet: Sheet, recognizer: Recognizer) -> Sheet:
    """The sheet with the lines and tables that OCR surely reads in its pictures; a finding where it cannot."""
    dpi = resolution(sheet.width, sheet.height)
    scale = min(ROUGH, dpi / 72)
    rough = _drawn(pdf, sheet, scale)
    texts = [box for box in sheet.pictures if _shows_text(rough.crop(_pixels(box, scale)))]
    if not texts:
        return sheet
    fine = _drawn(pdf, sheet, dpi / 72)
    for box in texts:
        try:
            read = recognizer.sheet(sheet.number, fine.crop(_pixels(box, dpi / 72)), dpi=dpi)
        except Unrecognized as error:
            said = f"A picture on page {sheet.number} seems to show text that was not read: {error}."
            sheet = replace(sheet, finding=f"{sheet.finding} {said}".strip())
            continue
        if read.scan is not None and _is_sure(read.scan, bool(read.grids)):
            sheet = _joined(sheet, read, read.scan, box)
    return sheet


def _drawn(pdf: PdfFile, sheet: Sheet, scale: float) -> Image:
    """The grey page, the lines of its text layer left white."""
    image = pdf.image(sheet.number, scale).convert("L")
    paper = int(np.percentile(np.asarray(image)[::8, ::8], 75))
    lines = (*sheet.lines, *(line for grid in sheet.grids for cell in grid.cells for line in cell.lines))
    for line in lines:
        image.paste(paper, _pixels(line.place, scale))
    return image


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (round(edge * scale) for edge in box)
    return x0, y0, x1, y1


def _shows_text(image: Image) -> bool:
    """Whether a picture is mostly paper of one brightness, with some ink on it."""
    grey = np.asarray(image).astype(np.int16)
    if not grey.size:
        return False
    paper = int(np.percentile(grey, 75))
    is_paper = float(np.mean(np.abs(grey - paper) <= NEARLY))
    ink = float(np.mean(grey < paper - DARKER))
    return is_paper >= PAPER and INK[0] <= ink <= INK[1]


def _is_sure(scan: Scan, has_tables: bool) -> bool:
    """Whether OCR is sure of what it read, and that it is text, or a table, that stands upright."""
    a, b, _, _, _, _ = scan.to_page
    sure = sum(word.confidence >= SURE_WORD and any(map(str.isalpha, word.text)) for word in scan.words)
    return scan.confidence >= SURE and (has_tables or sure >= LEAST_WORDS) and a > abs(b)


def _joined(sheet: Sheet, read: Sheet, scan: Scan, picture: Box) -> Sheet:
    """The sheet with what was read in one of its pictures, in points of the page as displayed."""
    known = sheet.scan
    first = known.words[-1].char + len(known.words[-1].text) if known else FIRST
    x, y = picture[0], picture[1]

    def placed(box: Box) -> Box:
        x0, y0, x1, y1 = scan.displayed(box)
        return x0 + x, y0 + y, x1 + x, y1 + y

    def moved(line: Line) -> Line:
        chars = [char if char == MADE else char + first for char in line.chars]
        return replace(line, chars=chars, box=placed(line.box))

    def grid_moved(grid: Grid) -> Grid:
        cells = (replace(cell, box=placed(cell.box), lines=tuple(map(moved, cell.lines))) for cell in grid.cells)
        return replace(grid, box=placed(grid.box), cells=tuple(cells))

    words = (ScanWord(word.text, word.char + first, placed(word.box), word.confidence) for word in scan.words)
    return replace(
        sheet,
        lines=(*sheet.lines, *map(moved, read.lines)),
        grids=tuple(sorted((*sheet.grids, *map(grid_moved, read.grids)), key=lambda grid: grid.box[1::-1])),
        doubt=WHY,
        scan=Scan(
            sheet.width,
            sheet.height,
            IDENTITY,
            tuple(chain(known.words if known else (), words)),
            known.languages if known else scan.languages,
            min(scan.confidence, known.confidence) if known else scan.confidence,
            FIRST,
        ),
    )
