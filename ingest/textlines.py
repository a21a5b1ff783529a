"""pdfium's text as lines: its pieces parted where they stand apart, put in one where they do not.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdfium2 import raw

from ingest.document import Box
from ingest.lines import MADE, Line, turned, union
from ingest.plainlines import PlainLines
from ingest.record import Kept
from ingest.respelled import respelled
from ingest.stretches import (
    LEANING,
    LINE_END_HYPHEN,
    RAISED,
    WORD,
    Stretch,
    apart,
    are_stacked,
    font_reach,
    has_marks,
    is_close,
    is_printed,
    measured_at,
    of_any,
    of_printed,
)

if TYPE_CHECKING:
    from ingest.pdfium import PdfPage

TALLEST = 2.0  # times the first character's height: what a font claims beyond it is absurd
LOOSE_TEXT = 1.3  # times the page's usual width a character: such a line may hide a gap inside one text object
BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
UNTIDY = re.compile(f"  |{CONTROL.pattern}")
BIG_FIGURE = re.compile(r"[<>≈~+]?\d[\d\s.,]{0,9}(?:%|млн|млрд|тыс\.?|bn|mln)? ?(?:руб\.?)? (?=[^\W\d_])")
SMALL = 0.75  # of a figure's size: what is set smaller beside it is its label
NOTE_MARK = re.compile(r"(?:\d{1,3}|\*{1,3}|[†‡])\)?(?: (?=\S)|(?=[^\W\d]))")
NUMBERS = re.compile(r"\d[\d.,;:)]*\d")
FULL_TURN = 2 * math.pi
NAME_REACH = 128  # bytes of a font's name that are looked at

# What pdfium writes a single answer into; whoever asks holds the lock of the file.
_EDGES = tuple(ctypes.c_double() for _ in range(4))
_NAME = ctypes.create_string_buffer(NAME_REACH)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start:end` of a page's text and its characters; `hyphen` if it ends in one that pdfium marked."""

    text: str
    chars: "range | list[int]"
    start: int
    end: int
    hyphen: bool
    turn: int


class TextLines:
    """Asks pdfium for the lines of one page."""

    def __init__(self, page: "PdfPage") -> None:
        self._page = page
        self._handle = page.text
        self._bold_names: dict[bytes, bool] = {}
        self._bold_fonts: dict[int | None, bool] = {}

    def lines(self) -> list[Line]:
        """The page's lines in drawing order, parted where a wide gap stands in one; blanks at ends left out."""
        text = self._page.characters[0]
        found = of_printed(text) if self._is_printed else of_any(text)
        if self._page.is_upright and self._is_tidy:
            lines = PlainLines(self._page, self).lines(found)
        else:
            lines = [line for stretch in found for line in self.parts(stretch) if line.text.strip()]
        return respelled(self._without_hidden_gaps(lines), self._page.loose_box)

    def words(self, line: Line) -> list[Line]:
        """The line's words, each as a line of its own."""
        indices = list(line.chars)
        found = []
        for word in WORD.finditer(line.text):
            boxes = self._rectangles(indices[word.start()], indices[word.end() - 1] + 1, line.turn)
            if boxes:
                is_last = line.hyphen and word.end() == len(line.text)
                piece = Piece(line.text, indices, word.start(), word.end(), is_last, line.turn)
                found.append(self._line(piece, boxes))
        return found

    def parts(self, stretch: Stretch, boxes: Sequence[Box] | None = None) -> list[Line]:
        """One of pdfium's lines as one Line, or as several where its pieces stand apart.

        `boxes` are its rectangles, where they are known.
        """
        text, chars = self._page.characters
        start, end, hyphen, _ = stretch
        first, last = chars[start], chars[end - 1]
        if self.is_bent(first, last):
            return [line for own in self._of_one_angle(stretch) for line in self.parts(own)]
        turn = self._turn_of(first)
        piece = Piece(text, chars, start, end, hyphen, turn)
        if turn:
            return self._adjoining(piece)
        if boxes is None:
            boxes = self._rectangles(first, last + 1)
        if not boxes:
            return []
        height = self._height(chars[measured_at(text, start, end)], boxes[0])
        levels = self._unstacked(stretch, height) if are_stacked(boxes, height) else ()
        if len(levels) > 1:
            return [line for own in levels for line in self.parts(own)]
        if len(boxes) == 1 or is_close(boxes, height):
            lines = [self._line(piece, boxes)]
        else:
            lines = self._parted_at(piece, boxes, height) or self._split(piece, TALLEST * height)
        return [part for line in lines for part in self._figure_and_label(line)] if len(boxes) > 1 else lines

    def is_bent(self, first: int, last: int) -> bool:
        """Whether a line ends at another angle than it begins: pdfium puts text set sideways behind what is level."""
        return first != last and abs(self._angle(first) - self._angle(last)) > LEANING

    def _angle(self, char: int) -> float:
        return float(raw.FPDFText_GetCharAngle(self._handle, char)) % FULL_TURN

    def _of_one_angle(self, stretch: Stretch) -> list[Stretch]:
        """A stretch parted where the angle of its characters changes; blanks, which have none, end no part."""
        text, chars = self._page.characters
        start, end, hyphen, _ = stretch
        found: list[tuple[int, int]] = []
        angle = 0.0
        for place in range(start, end):
            if text[place].isspace():
                continue
            own = self._angle(chars[place])
            if found and abs(own - angle) <= LEANING:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
            angle = own
        return [(first, last, hyphen and last == end, False) for first, last in found]

    def _unstacked(self, stretch: Stretch, height: float) -> list[Stretch]:
        """A stretch parted where a character stands below the one before it, unless letters so spell a word."""
        text, chars = self._page.characters
        start, end, hyphen, _ = stretch
        if text[start:end].isalpha():
            return [stretch]
        found: list[tuple[int, int]] = []
        before: Box | None = None
        for place in range(start, end):
            if text[place].isspace():
                continue
            box = self._page.loose_box(chars[place])
            if before is None or are_stacked((before, box), height):
                found.append((place, place + 1))
            else:
                found[-1] = (found[-1][0], place + 1)
            before = box
        return [(first, last, hyphen and last == end, False) for first, last in found]

    @Kept
    def _is_tidy(self) -> bool:
        """Whether no line of the page holds what a line leaves out."""
        if self._is_printed:
            return "  " not in self._page.characters[0]
        text = self._page.characters[0].replace(LINE_END_HYPHEN, "")
        return "  " not in text and (is_printed(text) or CONTROL.search(text) is None)

    @Kept
    def _is_printed(self) -> bool:
        return is_printed(self._page.characters[0])

    def _parted_at(self, whole: "Piece", boxes: Sequence[Box], height: float) -> list[Line]:
        """The piece parted where its rectangles stand apart on one row; nothing where that does not come out."""
        groups = [box for _, box in apart(boxes, height)]
        words = [word.span() for word in WORD.finditer(whole.text, whole.start, whole.end)]
        if len(groups) > len(words) or any(b[0] <= a[2] for a, b in pairwise(groups)):
            return []
        lines: list[Line] = []
        first = 0
        for index, held in enumerate(groups):
            end = len(words)
            if index + 1 < len(groups):
                edge = (held[2] + groups[index + 1][0]) / 2
                rest = range(first, len(words))
                end = first + bisect_left(rest, True, key=lambda word: self._begins_after(whole, words[word], edge))
            if end == first:
                return []
            is_last = whole.hyphen and end == len(words)
            line = self._piece(whole, words[first][0], words[end - 1][1], is_last)
            if line is None or abs(line.box[0] - held[0]) > 1 or abs(line.box[2] - held[2]) > 1:
                return []
            lines.append(line)
            first = end
        return lines

    def _figure_and_label(self, line: Line) -> list[Line]:
        """A line that begins with a figure set much larger than all behind it as two."""
        figure = BIG_FIGURE.match(line.text)
        if figure is None or MADE in line.chars:
            return [line]
        stop, end = len(figure[0].rstrip()), len(line.text)
        places = (0, stop - 1, figure.end(), end - 1)
        large, last_large, small, last = (raw.FPDFText_GetFontSize(self._handle, line.chars[at]) for at in places)
        if last_large < large or max(small, last) > SMALL * large:
            return [line]
        whole = Piece(line.text, list(line.chars), 0, end, line.hyphen, 0)
        parts = [self._piece(whole, 0, stop, False), self._piece(whole, figure.end(), end, line.hyphen)]
        return [part for part in parts if part is not None]

    def _piece(self, whole: "Piece", start: int, end: int, hyphen: bool) -> Line | None:
        """A stretch of a level piece as a Line; none where pdfium has no rectangle for it."""
        boxes = self._rectangles(whole.chars[start], whole.chars[end - 1] + 1)
        return self._line(replace(whole, start=start, end=end, hyphen=hyphen), boxes) if boxes else None

    def _begins_after(self, whole: "Piece", word: tuple[int, int], edge: float) -> bool:
        return self._page.loose_box(whole.chars[word[0]])[0] > edge

    def _adjoining(self, whole: "Piece") -> list[Line]:
        """A turned piece as lines of the characters that stand one after the other: pdfium puts in one line what stands
        side by side on the page as displayed, and leaves out the blanks between."""
        groups: list[tuple[int, int, Box]] = []
        for place in range(whole.start, whole.end):
            if whole.text[place].isspace():
                continue
            box = turned(self._page.loose_box(whole.chars[place]), whole.turn)
            if groups and is_close((groups[-1][2], box), box[3] - box[1]):
                groups[-1] = (groups[-1][0], place + 1, box)
            else:
                groups.append((place, place + 1, box))
        lines = []
        for start, end, _ in groups:
            boxes = self._rectangles(whole.chars[start], whole.chars[end - 1] + 1, whole.turn)
            if boxes:
                own = replace(whole, start=start, end=end, hyphen=whole.hyphen and end == whole.end)
                lines.append(self._line(own, boxes))
        return lines

    def _split(self, whole: "Piece", tallest: float) -> list[Line]:
        """The piece's words, joined where they stand near each other on one row; `tallest` bounds a font's height."""
        groups: list[tuple[int, int, Box]] = []
        for word in WORD.finditer(whole.text, whole.start, whole.end):
            first = turned(self._page.loose_box(whole.chars[word.start()]), whole.turn)
            last = turned(self._page.loose_box(whole.chars[word.end() - 1]), whole.turn)
            box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
            if groups and is_close((groups[-1][2], box), min(first[3] - first[1], tallest)):
                groups[-1] = (groups[-1][0], word.end(), union((groups[-1][2], box)))
            else:
                groups.append((word.start(), word.end(), box))
        lines = []
        for start, end, _ in groups:
            boxes = self._rectangles(whole.chars[start], whole.chars[end - 1] + 1, whole.turn)
            if boxes:
                is_last = whole.hyphen and end == whole.end
                lines.append(self._line(replace(whole, start=start, end=end, hyphen=is_last), boxes))
        return lines

    def _line(self, piece: "Piece", boxes: Sequence[Box]) -> Line:
        """The Line of a piece, its height taken from the font."""
        box = union(boxes)
        first = piece.chars[piece.start]
        is_marked = has_marks(boxes, box)
        mark = self._mark_before(piece) if is_marked else 0
        tall = piece.chars[measured_at(piece.text, piece.start + mark, piece.end)]
        top, bottom = self._font_reach(tall, box if mark else boxes[0], piece.turn)
        written = piece.text[piece.start : piece.end]
        indices = piece.chars[piece.start : piece.end]
        if piece.hyphen:
            written = written[:-1] + "-"
        if is_marked:
            written, indices = self._with_marks_apart(written, indices, mark)
        if not self._is_tidy and UNTIDY.search(written):
            kept = [i for i, letter in enumerate(written) if not _is_dropped(letter, written[i - 1] if i else "")]
            written, indices = "".join(written[i] for i in kept), [indices[i] for i in kept]
        box = (box[0], top, box[2], bottom)
        return Line(written, indices, box, bottom - top, self._is_bold(first), piece.hyphen, turn=piece.turn)

    def _mark_before(self, piece: "Piece") -> int:
        """How long the footnote's mark is, and a blank after it, that a piece begins with: it is set smaller."""
        mark = NOTE_MARK.match(piece.text, piece.start, piece.end)
        if mark is None:
            return 0
        own, note = (raw.FPDFText_GetFontSize(self._handle, piece.chars[place]) for place in (piece.start, mark.end()))
        return mark.end() - piece.start if own < RAISED * note else 0

    def _with_marks_apart(
        self, written: str, indices: "range | list[int]", mark: int
    ) -> tuple[str, "range | list[int]"]:
        """A blank made between a number and the footnote's mark behind it, which is set smaller, and after the `mark`
        of so many characters that the text begins with."""
        places = [mark] if mark and written[mark - 1] != " " else []
        for number in NUMBERS.finditer(written):
            sizes = [raw.FPDFText_GetFontSize(self._handle, indices[i]) for i in range(*number.span())]
            places += [number.start() + i for i in range(1, len(sizes)) if sizes[i] < RAISED * sizes[i - 1]]
        if not places:
            return written, indices
        spaced, chars = "", list(indices)
        for before, place in pairwise([0, *places, len(written)]):
            spaced += (" " if before else "") + written[before:place]
        for place in reversed(places):
            chars.insert(place, MADE)
        return spaced, chars

    def _without_hidden_gaps(self, lines: list[Line]) -> list[Line]:
        """Lines drawn as one text object with a jump inside, parted at the jump.

        They are found by their width a character, in units of their height.
        """
        rates = [
            (line.box[2] - line.box[0]) / (length * (line.size if line.size > 0.1 else 0.1)) if length > 3 else 0.0
            for line, length in zip(lines, [len(line.text) for line in lines], strict=True)
        ]
        known = sorted(rate for rate in rates if rate)
        if not known or known[-1] <= LOOSE_TEXT * known[len(known) // 2]:
            return lines
        usual = known[len(known) // 2]
        parted: list[Line] = []
        for line, rate in zip(lines, rates, strict=True):
            if " " in line.text and rate > LOOSE_TEXT * usual:
                whole = Piece(line.text, list(line.chars), 0, len(line.text), line.hyphen, line.turn)
                parted.extend(self._split(whole, TALLEST * line.size))
            else:
                parted.append(line)
        return parted

    def _turn_of(self, char: int) -> int:
        """The quarter turns that set a character upright on the page as displayed; angles between count as none."""
        if abs(raw.FPDFText_GetCharAngle(self._handle, char)) < LEANING and not self._page.is_turned:
            return 0
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._handle, char, matrix)
        a, b, c, d, _, _ = self._page.matrix
        right, down = a * matrix.a + c * matrix.b, b * matrix.a + d * matrix.b
        if abs(right) > 4 * abs(down):
            return 0 if right >= 0 else 2
        if abs(down) > 4 * abs(right):
            return 3 if down > 0 else 1
        return 0

    def _height(self, char: int, box: Box) -> float:
        top, bottom = self._font_reach(char, box)
        return bottom - top

    def _font_reach(self, char: int, box: Box, turn: int = 0) -> tuple[float, float]:
        """Top and bottom of the font at a character; the glyphs' own when the font's are missing or absurd."""
        loose = turned(self._page.loose_box(char), turn) if turn else self._page.loose_box(char)
        return font_reach(loose, box)

    def is_bold(self, font: int | None, char: int) -> bool:
        """Whether the font at an address is bold; `char` is a character set in it."""
        if font not in self._bold_fonts:
            self._bold_fonts[font] = self._is_bold(char)
        return self._bold_fonts[font]

    def _is_bold(self, char: int) -> bool:
        length = raw.FPDFText_GetFontInfo(self._handle, char, _NAME, NAME_REACH, None)
        if not 0 < length <= NAME_REACH:
            return False
        name = _NAME.value
        if name not in self._bold_names:
            self._bold_names[name] = BOLD_NAME.search(name) is not None
        return self._bold_names[name]

    def _rectangles(self, start: int, end: int, turn: int = 0) -> list[Box]:
        """pdfium's rectangles around the characters `start:end`, one a text object."""
        left, top, right, bottom = _EDGES
        boxes = []
        for index in range(raw.FPDFText_CountRects(self._handle, start, end - start)):
            raw.FPDFText_GetRect(self._handle, index, left, top, right, bottom)
            box = self._page.displayed(left.value, bottom.value, right.value, top.value)
            boxes.append(turned(box, turn) if turn else box)
        return boxes


def _is_dropped(letter: str, before: str) -> bool:
    """Whether a character is left out of a line: a second blank, a control character, half a surrogate pair."""
    return (letter == " " and before == " ") or CONTROL.match(letter) is not None
