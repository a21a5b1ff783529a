"""Where spans stand on their pages: the quote, and boxes that hold the span's characters and no other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ingest.confidence import words_in
from ingest.document import Box, Document, Page, Place, Span
from ingest.lines import union
from ingest.media import PDF
from ingest.passage import Passage
from ingest.pdfium import PdfPage, opened
from ingest.wordboxes import word_boxes

HAIR = 0.05  # points: the least half-width of a box, for glyphs without ink
ROW = 0.5  # of the smaller height: characters whose boxes share this much height stand on one line

Floats = NDArray[np.float64]


def locate(
    data: bytes, document: Document, spans: Iterable[Span], password: str | None = None
) -> dict[Span, tuple[Passage, ...]]:
    """Each span's passages, one a page; in a PDF with boxes such that every non-blank character of the span has its
    centre in one, and no character outside the span has its centre in any; on a page that was read by OCR with those
    of the words that hold the span, as in a picture of text beside a text layer.

    `data` are the bytes that `document` was read from; `password` opens them where they need one.
    """
    places = {span: document.places(span) for span in dict.fromkeys(spans)}
    passages = {place: _without_glyphs(document, place) for found in places.values() for place in found}
    if document.media_type == PDF:
        passages.update(_in_pdf(data, document, passages, password))
    return {span: tuple(passages[place] for place in found) for span, found in places.items()}


def _in_pdf(data: bytes, document: Document, places: Iterable[Place], password: str | None) -> dict[Place, Passage]:
    """The passages of those places that stand in a text layer."""
    wanted: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        page = document.pages[place.page - 1]
        if page.runs or not page.words:
            wanted[place.page].append(place)
    passages: dict[Place, Passage] = {}
    if not wanted:
        return passages
    with opened(data, password) as pdf:
        for number, on_page in sorted(wanted.items()):
            page = document.pages[number - 1]
            with pdf.page(number) as opened_page:
                glyphs = Glyphs(opened_page)
                for place in on_page:
                    boxes = (*glyphs.boxes(_characters(page, place)), *_without_glyphs(document, place).boxes)
                    passages[place] = Passage(place.page, place.start, place.end, _quote(document, place), boxes)
    return passages


def _quote(document: Document, place: Place) -> str:
    start = document.pages[place.page - 1].start
    return document.text[start + place.start : start + place.end]


def _without_glyphs(document: Document, place: Place) -> Passage:
    """The passage with the boxes of its OCR words, or without boxes where the page has none."""
    page = document.pages[place.page - 1]
    held = words_in(page, page.start + place.start, page.start + place.end)
    return Passage(place.page, place.start, place.end, _quote(document, place), word_boxes(page.words, held))


def _characters(page: Page, place: Place) -> list[int]:
    """The page's pdfium characters that the place covers, in reading order."""
    start, end = page.start + place.start, page.start + place.end
    first = max(0, bisect_right([run.start for run in page.runs], start) - 1)
    chars: list[int] = []
    for run in page.runs[first:]:
        if run.start >= end:
            break
        low, high = max(run.start, start), min(run.end, end)
        chars.extend(range(run.char + low - run.start, run.char + high - run.start))
    return chars


class Glyphs:
    """The boxes of a page's characters: their ink, and their font's full height."""

    def __init__(self, page: PdfPage) -> None:
        self._page = page
        self._tight = page.tight_boxes()
        self._loose: dict[int, Box] = {}
        width, height = self._tight[:, 2] - self._tight[:, 0], self._tight[:, 3] - self._tight[:, 1]
        self._inked: NDArray[np.bool_] = (width > 0) & (height > 0)
        self._middle_x: Floats = (self._tight[:, 0] + self._tight[:, 2]) / 2
        self._middle_y: Floats = (self._tight[:, 1] + self._tight[:, 3]) / 2

    def boxes(self, chars: Iterable[int]) -> tuple[Box, ...]:
        """The fewest boxes, line by line, that hold the centres of these characters and of no others."""
        inked = [char for char in chars if self._inked[char]]
        own = np.zeros(len(self._inked), dtype=np.bool_)
        own[inked] = True
        found: list[Box] = []
        for group in self._rows(inked):
            found.extend(self._cover(group, own))
        return tuple(found)

    def _reach(self, char: int) -> Box:
        """The character's box by its font's height; asked once."""
        if char not in self._loose:
            self._loose[char] = self._page.loose_box(char)
        return self._loose[char]

    def _rows(self, chars: list[int]) -> list[list[int]]:
        """Characters that follow each other on one line."""
        rows: list[list[int]] = []
        for char in chars:
            if rows and self._follows(rows[-1][-1], char):
                rows[-1].append(char)
            else:
                rows.append([char])
        return rows

    def _follows(self, before: int, char: int) -> bool:
        a, b = self._reach(before), self._reach(char)
        height = min(a[3] - a[1], b[3] - b[1])
        shared = min(a[3], b[3]) - max(a[1], b[1])
        across = min(a[2] - a[0], b[2] - b[0])
        beside = min(a[2], b[2]) - max(a[0], b[0])
        # Beside each other on a row, or below each other in text that runs up or down the page.
        return bool(shared >= ROW * height or (beside >= 0.9 * across > 0 and abs(a[1] - b[1]) < 2 * height))

    def _cover(self, group: list[int], own: NDArray[np.bool_]) -> list[Box]:
        """One box for the group when it keeps others out: of the font's height, else of the ink; else half and half."""
        for box in (self._full(group), self._ink(group)):
            if not self._intrudes(box, own):
                return [_rounded(box)]
        if len(group) == 1:
            return [_rounded(self._speck(group[0], own))]
        half = len(group) // 2
        return [*self._cover(group[:half], own), *self._cover(group[half:], own)]

    def _full(self, group: list[int]) -> Box:
        """Ink from left to right, the font's height (and any ink beyond it) from top to bottom."""
        boxes = self._tight[group]
        reaches = [self._reach(char) for char in group]
        return (
            float(boxes[:, 0].min()),
            float(min(boxes[:, 1].min(), *(reach[1] for reach in reaches))),
            float(boxes[:, 2].max()),
            float(max(boxes[:, 3].max(), *(reach[3] for reach in reaches))),
        )

    def _ink(self, group: list[int]) -> Box:
        return union(tuple(float(edge) for edge in self._tight[char]) for char in group)  # type: ignore[misc]

    def _intrudes(self, box: Box, own: NDArray[np.bool_]) -> bool:
        """Whether the centre of a character outside the span lies in the box."""
        inside = (
            (self._middle_x >= box[0] - 0.01)
            & (self._middle_x <= box[2] + 0.01)
            & (self._middle_y >= box[1] - 0.01)
            & (self._middle_y <= box[3] + 0.01)
        )
        return bool(np.any(inside & self._inked & ~own))

    def _speck(self, char: int, own: NDArray[np.bool_]) -> Box:
        """A box about a character's centre, shrunk until no other centre lies in it."""
        box = tuple(float(edge) for edge in self._tight[char])
        x, y = float(self._middle_x[char]), float(self._middle_y[char])
        width, height = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
        while width > HAIR and self._intrudes((x - width, y - height, x + width, y + height), own):
            width, height = width / 2, max(HAIR, height / 2)
        return x - width, y - height, x + width, y + height


def _rounded(box: Box) -> Box:
    """Hundredths of a point: finer than any printer, and short in JSON."""
    x0, y0, x1, y1 = box
    return round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)
