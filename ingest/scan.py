"""What OCR made of one page, and how the page set upright lies on the page as displayed."""

from dataclasses import dataclass

from ingest.document import Box
from ingest.strokes import Matrix, applied


@dataclass(frozen=True, slots=True)
class ScanWord:
    """A word: its first character among all the characters of the page, its box on the upright page, in points."""

    text: str
    char: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Scan:
    """A recognised page: `width` and `height` in points as displayed; `to_page` leads from points of the upright page
    there. `words` follow each other by `char`; `confidence` is that of the page, letter by letter, 0 to 1.

    Characters below `first` are those of the page's text layer: only its pictures were recognised."""

    width: float
    height: float
    to_page: Matrix
    words: tuple[ScanWord, ...]
    languages: str
    confidence: float
    first: int = 0

    def displayed(self, box: Box) -> Box:
        """The box, in points of the upright page, as the least box about it on the page as displayed."""
        x0, y0, x1, y1 = box
        corners = [applied(self.to_page, x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        found = (max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), self.width), min(max(ys), self.height))
        return tuple(round(edge, 2) for edge in found)  # type: ignore[return-value]
