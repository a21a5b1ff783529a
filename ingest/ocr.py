"""Images of pages as lines of text: how the page lies, which languages it is in, and what Tesseract reads on it."""

import math
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from PIL.Image import Image

from ingest.drawn import drawn
from ingest.errors import Unrecognized
from ingest.legible import unreadable
from ingest.lines import MADE, Line, union
from ingest.rulings import lattices
from ingest.scan import Scan, ScanWord
from ingest.shading import evened
from ingest.sheets import Sheet
from ingest.skew import bearing, levelled
from ingest.strokes import Matrix
from ingest.tables import ruled
from ingest.tesseract import INSTALL, PACKAGES, SeenLine, SeenWord, engine, recognized

DPI = 300  # what Tesseract's models were trained for
MOST_PIXELS = 25_000_000  # of one page: A3 at 300 dpi has 17 million; a larger sheet is looked at more coarsely
SECONDS = 60.0  # for one page, all its tries together; a dense page takes 3
SURE = 0.7  # of a page's mean confidence: text that lies upright has 0.85 and more, upside down 0.3 to 0.5
LEAST = 0.45  # below it what was read is noise
SURE_WORD = 0.6  # of one word's
DOUBTFUL = 0.02  # of a page's words that one language alone may leave doubtful, before both are asked
SAME_SURE = 0.01  # by which two readings may differ and be equally sure
FEW = 0.1  # of a page's words that Latin letters make Cyrillic by mistake
LONG_WORD = 5  # letters: Tesseract makes no surer Cyrillic words as long as this of Latin letters
EVIDENCE = 20  # words of one script and none of the other, before the other is left out
SPLIT_GAP = 0.9  # of the line's height: a wider gap parts columns and cells
JUSTIFIED = (0.45, 2.0)  # times the usual gap of a line: gaps that all lie between were pulled apart by justification
JUSTIFIED_GAPS = 4  # in a line: fewer say nothing
PROSE = 0.7  # of a justified line's characters that are letters, as in no row of figures
WORD = re.compile(r"[^\W\d_]{2,}")
CYRILLIC = re.compile("[\u0400-\u04ff]")

BOTH = "rus+eng"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one try gave: the page set upright, the way back from it, and its lines in its pixels."""

    image: Image
    back: Matrix
    lines: list[SeenLine]
    languages: str
    turn: int

    @property
    def words(self) -> list[SeenWord]:
        """All its words."""
        return [word for line in self.lines for word in line.words]

    @property
    def confidence(self) -> float:
        """The mean confidence of its letters and digits, 0 without any."""
        weights = [(word.confidence, sum(letter.isalnum() for letter in word.text)) for word in self.words]
        total = sum(weight for _, weight in weights)
        return sum(confidence * weight for confidence, weight in weights) / total if total else 0.0

    @property
    def has_doubts(self) -> bool:
        """Whether more words are doubtful than a page has by chance: they may be in the other script."""
        words = [word for word in self.words if WORD.search(word.text)]
        doubtful = sum(word.confidence < SURE_WORD for word in words)
        return doubtful > max(1, DOUBTFUL * len(words))

    @property
    def is_english(self) -> bool:
        """Whether its few Cyrillic words are such as Tesseract makes of Latin letters: short or doubtful."""
        words = [word for word in self.words if WORD.search(word.text)]
        cyrillic = [word for word in words if CYRILLIC.search(word.text)]
        genuine = any(len(word.text) >= LONG_WORD and word.confidence >= SURE_WORD for word in cyrillic)
        return 0 < len(cyrillic) <= FEW * len(words) and not genuine


@dataclass(slots=True)
class Recognizer:
    """Reads the pages of one document in order; what one taught (scripts, turn) is tried first on the next."""

    cyrillic: int = 0
    latin: int = 0
    turns: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 1})

    def learn(self, text: str) -> None:
        """Count the words of a text of this document by their script."""
        words = WORD.findall(text)
        cyrillic = sum(CYRILLIC.search(word) is not None for word in words)
        self.cyrillic += cyrillic
        self.latin += len(words) - cyrillic

    def sheet(self, number: int, image: Image, *, dpi: float) -> Sheet:
        """The page in `image`, of `dpi` pixels an inch: its lines and ruled tables on the page set upright.

        A page without ink or words has no lines. Raises Unrecognized, with what to install where that is the reason.
        """
        found = engine()
        if found is None or not found.languages:
            raise Unrecognized(f"reading it needs OCR: {INSTALL}")
        grey = evened(image if image.mode == "L" else image.convert("L"))
        lies = bearing(grey)
        size = (grey.width * 72 / dpi, grey.height * 72 / dpi)
        if lies is None:
            return Sheet(number, *size)
        reading = self._read(grey, lies.is_sideways, lies.slope, dpi)
        if not reading.words:
            return Sheet(number, *size, finding=f"Page {number} shows no text: OCR found none on it.")
        noise = _why_noise(reading, found.languages)
        if noise:
            raise Unrecognized(noise)
        self.turns[lies.is_sideways] = reading.turn
        self.learn(" ".join(word.text for word in reading.words if word.confidence >= SURE_WORD))
        return _sheet(number, size, reading, dpi)

    def _read(self, grey: Image, is_sideways: bool, slope: float, dpi: float) -> Reading:
        """The surest of the ways the page can lie, the likeliest first; the others only when it leaves doubt."""
        deadline = time.monotonic() + SECONDS
        likely = self.turns[is_sideways]
        best: Reading | None = None
        for turn in (likely, (likely + 2) % 4):
            reading = self._recognized(grey, turn, slope, dpi, deadline)
            if best is None or reading.confidence > best.confidence:
                best = reading
            if best.confidence >= SURE:
                break
        assert best is not None
        return best

    def _recognized(self, grey: Image, turn: int, slope: float, dpi: float, deadline: float) -> Reading:
        """The page read one way up: by the one language that the document has shown so far, by both when in doubt."""
        image, back = levelled(grey, turn, slope)

        def tried(languages: str) -> Reading:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Unrecognized(f"OCR was stopped after {SECONDS:.0f} seconds")
            return Reading(image, back, recognized(image, languages, dpi=dpi, seconds=left), languages, turn)

        first, rest = self._languages()
        reading = tried(first)
        if rest and reading.has_doubts:
            again = tried(rest)
            return again if again.confidence > reading.confidence else reading
        if not rest and "eng" in first and reading.is_english and first != "eng":
            again = tried("eng")
            return again if again.confidence >= reading.confidence - SAME_SURE else reading
        return reading

    def _languages(self) -> tuple[str, str]:
        """The languages to try first, and those to try when they leave doubt (empty: none)."""
        found = engine()
        here = found.languages if found else frozenset()
        if not {"rus", "eng"} <= here:
            return "+".join(sorted(here)), ""
        both = BOTH if self.cyrillic >= self.latin else "eng+rus"
        if self.cyrillic >= EVIDENCE and not self.latin:
            return "rus", both
        if self.latin >= EVIDENCE and not self.cyrillic:
            return "eng", both
        return both, ""


def resolution(width: float, height: float) -> float:
    """The pixels an inch at which a page of so many points is drawn for OCR, `MOST_PIXELS` of it at most.

    >>> resolution(595, 842), round(resolution(3600, 7200), 2)
    (300.0, 70.71)
    """
    return min(float(DPI), 72 * math.sqrt(MOST_PIXELS / max(1.0, width * height)))


def _why_noise(reading: Reading, languages: frozenset[str]) -> str:
    """Why what was read cannot be what the page shows, in words; empty when nothing speaks against it."""
    missing = [package for language, package in PACKAGES.items() if language not in languages]
    if missing and reading.confidence < SURE:
        return f"OCR could not read it with {reading.languages} alone: install {' '.join(missing)}"
    if reading.confidence < LEAST:
        return f"OCR is only {reading.confidence:.0%} sure of what it reads there"
    reason = unreadable(" ".join(word.text for word in reading.words))
    return f"OCR reads no better ({reason})" if reason else ""


def _sheet(number: int, size: tuple[float, float], reading: Reading, dpi: float) -> Sheet:
    """What was read, in points of the upright page."""
    points = 72 / dpi
    rules = drawn(reading.image, points)
    words: list[ScanWord] = []
    lines: list[Line] = []
    for seen, height in zip(reading.lines, _heights(reading.lines), strict=True):
        lines.extend(_lines(seen, height, points, words))
    by_char = {word.char: word for word in words}

    def parted(line: Line) -> list[Line]:
        return [_line([by_char[char]], line.box[1], line.box[3]) for char in line.chars if char in by_char]

    grids, rest = ruled(lattices(rules), lines, parted) if rules else ([], lines)
    a, b, c, d, e, f = reading.back
    to_page = (a, b, c, d, e * points, f * points)
    scan = Scan(*size, to_page, tuple(words), reading.languages, round(reading.confidence, 3))
    upright = (reading.image.width * points, reading.image.height * points)
    return Sheet(number, *upright, tuple(rest), tuple(grids), scan=scan)


def _heights(lines: list[SeenLine]) -> list[float]:
    """The font's height of each line in pixels: the usual one of its paragraph, for one line alone says little."""
    sizes: dict[int, list[float]] = {}
    for line in lines:
        sizes.setdefault(line.paragraph, []).append(line.bottom - line.top)
    return [median(sizes[line.paragraph]) for line in lines]


def _lines(seen: SeenLine, height: float, points: float, words: list[ScanWord]) -> list[Line]:
    """One of Tesseract's lines as one Line, or as several where its words stand apart; its words go to `words`."""
    top = ((seen.top + seen.bottom) / 2 - height / 2) * points
    bottom = top + height * points
    groups: list[list[ScanWord]] = []
    is_whole = _is_justified(seen.words)
    for word in seen.words:
        char = words[-1].char + len(words[-1].text) if words else 0
        x0, y0, x1, y1 = (edge * points for edge in word.box)
        words.append(ScanWord(word.text, char, (x0, y0, x1, y1), word.confidence))
        if groups and (is_whole or x0 - groups[-1][-1].box[2] <= SPLIT_GAP * (bottom - top)):
            groups[-1].append(words[-1])
        else:
            groups.append([words[-1]])
    return [_line(group, top, bottom) for group in groups]


def _is_justified(words: Sequence[SeenWord]) -> bool:
    """Whether the words are prose with gaps of one width, however wide: no row of cells."""
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(words)]
    if len(gaps) < JUSTIFIED_GAPS:
        return False
    usual = median(gaps)
    text = "".join(word.text for word in words)
    is_even = JUSTIFIED[0] * usual <= min(gaps) and max(gaps) <= JUSTIFIED[1] * usual
    return is_even and sum(letter.isalpha() for letter in text) >= PROSE * len(text)


def _line(words: list[ScanWord], top: float, bottom: float) -> Line:
    """Words side by side as a line of the font's reach."""
    text = " ".join(word.text for word in words)
    chars = [*range(words[0].char, words[0].char + len(words[0].text))]
    for _, word in pairwise(words):
        chars += [MADE, *range(word.char, word.char + len(word.text))]
    x0, _, x1, _ = union(word.box for word in words)
    hyphen = len(text) > 1 and text[-1] == "-" and text[-2].isalpha()
    return Line(text, chars, (x0, top, x1, bottom), bottom - top, hyphen=hyphen)
