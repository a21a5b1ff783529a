"""pdfium's text as lines: its pieces parted where they stand apart, put in one where they do not.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdfium2 import raw

from ingest.document import Box
from ingest.lines import MADE, Line, turned, union

if TYPE_CHECKING:
    from ingest.pdfium import PdfPage

LINE_END_HYPHEN = "\ufffe"  # pdfium writes U+FFFE for a hyphen at a line's end and leaves the line end out
SPLIT_GAP = 0.6  # of the line's height: a wider gap inside one of pdfium's lines parts columns, cells and tabs
TALLEST = 2.0  # times the first character's height: what a font claims beyond it is absurd
RAISED = 0.8  # of the size before it: a digit set smaller is a footnote's mark
LOOSE_TEXT = 1.3  # times the page's usual width a character: such a line may hide a gap inside one text object
BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
BREAK = re.compile(f"[\r\n\x0b\x0c\x85\u2028\u2029{LINE_END_HYPHEN}]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
UNTIDY = re.compile(f"  |{CONTROL.pattern}")
WORD = re.compile(r"\S+")
NUMBERS = re.compile(r"\d{2,}")
NAME_REACH = 128  # bytes of a font's name that are looked at
LEANING = 0.1  # radians: text that leans less is level


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
        self._edge = tuple(ctypes.c_double() for _ in range(4))
        self._loose = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(NAME_REACH)

    def lines(self) -> list[Line]:
        """The page's lines in drawing order, parted where a wide gap stands in one; blanks at ends left out."""
        text, chars = self._page.characters
        lines: list[Line] = []
        start = 0
        for mark in [*BREAK.finditer(text), None]:
            end = mark.start() if mark else len(text)
            hyphen = mark is not None and mark.group()[0] == LINE_END_HYPHEN
            if hyphen:
                end += 1
            if text[start:end].strip():
                lines.extend(self._parts(text, chars, start, end, hyphen))
            start = mark.end() if mark else end
        return self._without_hidden_gaps([line for line in lines if line.text.strip()])

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

    def _parts(self, text: str, chars: "range | list[int]", start: int, end: int, hyphen: bool) -> list[Line]:
        """One of pdfium's lines as one Line, or as several where its pieces stand apart."""
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        first = chars[start]
        turn = self._turn_of(first, chars[end - 1])
        if not turn and self._is_plain:
            line = self._whole(text, chars, start, end, hyphen)
            if line is not None:
                return [line]
        boxes = self._rectangles(first, chars[end - 1] + 1, turn)
        if not boxes:
            return []
        piece = Piece(text, chars, start, end, hyphen, turn)
        height = self._height(first, boxes[0], turn)
        if len(boxes) == 1 or _is_close(boxes, height):
            return [self._line(piece, boxes)]
        return self._parted_at(piece, boxes, height) or self._split(piece, TALLEST * height)

    def _whole(self, text: str, chars: "range | list[int]", start: int, end: int, hyphen: bool) -> Line | None:
        """A level line drawn as one object, of a font that says its height: what most lines are. Else none."""
        first, handle = chars[start], self._handle
        if raw.FPDFText_CountRects(handle, first, chars[end - 1] + 1 - first) != 1:
            return None
        left, top, right, bottom = self._edge
        raw.FPDFText_GetRect(handle, 0, left, top, right, bottom)
        loose = self._loose
        raw.FPDFText_GetLooseCharBox(handle, first, loose)
        a, _, _, d, e, f = self._page.matrix
        high, low = d * loose.top + f, d * loose.bottom + f
        inked_high, inked_low = d * top.value + f, d * bottom.value + f
        height, inked = low - high, inked_low - inked_high
        if not (inked * 0.8 <= height <= max(4 * inked, 30) and high <= inked_low and inked_high <= low):
            return None
        box = (a * left.value + e, high, a * right.value + e, low)
        written = text[start : end - 1] + "-" if hyphen else text[start:end]
        return Line(written, chars[start:end], box, height, self._is_bold(first), hyphen)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether the page is not turned, and holds nothing that its lines leave out."""
        return self._page.is_upright and self._is_tidy

    @cached_property
    def _is_tidy(self) -> bool:
        """Whether no line of the page holds what a line leaves out."""
        text = self._page.characters[0].replace(LINE_END_HYPHEN, "")
        return "  " not in text and CONTROL.search(text) is None

    def _parted_at(self, whole: "Piece", boxes: Sequence[Box], height: float) -> list[Line]:
        """The piece parted where its rectangles stand apart on one row; nothing where that does not come out."""
        apart: list[Box] = []
        for box in boxes:
            if apart and _is_close((apart[-1], box), height):
                apart[-1] = union((apart[-1], box))
            else:
                apart.append(box)
        words = [word.span() for word in WORD.finditer(whole.text, whole.start, whole.end)]
        if whole.turn or len(apart) > len(words) or any(b[0] <= a[2] for a, b in pairwise(apart)):
            return []
        lines: list[Line] = []
        first = 0
        for index, held in enumerate(apart):
            end = len(words)
            if index + 1 < len(apart):
                edge = (held[2] + apart[index + 1][0]) / 2
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

    def _piece(self, whole: "Piece", start: int, end: int, hyphen: bool) -> Line | None:
        """A stretch of a level piece as a Line; none where pdfium has no rectangle for it."""
        line = self._whole(whole.text, whole.chars, start, end, hyphen) if self._is_plain else None
        if line is not None:
            return line
        boxes = self._rectangles(whole.chars[start], whole.chars[end - 1] + 1)
        return self._line(replace(whole, start=start, end=end, hyphen=hyphen), boxes) if boxes else None

    def _begins_after(self, whole: "Piece", word: tuple[int, int], edge: float) -> bool:
        return self._page.loose_box(whole.chars[word[0]])[0] > edge

    def _split(self, whole: "Piece", tallest: float) -> list[Line]:
        """The piece's words, joined where they stand near each other on one row; `tallest` bounds a font's height."""
        groups: list[tuple[int, int, Box]] = []
        for word in WORD.finditer(whole.text, whole.start, whole.end):
            first = turned(self._page.loose_box(whole.chars[word.start()]), whole.turn)
            last = turned(self._page.loose_box(whole.chars[word.end() - 1]), whole.turn)
            box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
            if groups and _is_close((groups[-1][2], box), min(first[3] - first[1], tallest)):
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

    def _line(self, piece: "Piece", boxes: list[Box]) -> Line:
        """The Line of a piece, its height taken from the font."""
        box = union(boxes)
        first = piece.chars[piece.start]
        top, bottom = self._font_reach(first, boxes[0], piece.turn)
        written = piece.text[piece.start : piece.end]
        indices = piece.chars[piece.start : piece.end]
        if piece.hyphen:
            written = written[:-1] + "-"
        if len(boxes) > 1 and min(b[3] - b[1] for b in boxes) < RAISED * (box[3] - box[1]):
            written, indices = self._with_marks_apart(written, indices)
        if not self._is_tidy and UNTIDY.search(written):
            kept = [i for i, letter in enumerate(written) if not _is_dropped(letter, written[i - 1] if i else "")]
            written, indices = "".join(written[i] for i in kept), [indices[i] for i in kept]
        box = (box[0], top, box[2], bottom)
        return Line(written, indices, box, bottom - top, self._is_bold(first), piece.hyphen, turn=piece.turn)

    def _with_marks_apart(self, written: str, indices: "range | list[int]") -> tuple[str, "range | list[int]"]:
        """A blank made between a number and the footnote's mark behind it, which is set smaller."""
        places = []
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
        """Lines drawn as one text object with a jump inside, found by their width a character, parted at the jump."""
        rates = [_rate(line) if len(line.text) > 3 else 0.0 for line in lines]
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

    def _turn_of(self, first: int, last: int) -> int:
        """The quarter turns that set the text from `first` to `last` upright; angles between count as none."""
        if first == last or abs(raw.FPDFText_GetCharAngle(self._handle, first)) < LEANING:
            return 0 if not self._page.is_turned else self._turn_by_place(first, last)
        return self._turn_by_place(first, last)

    def _turn_by_place(self, first: int, last: int) -> int:
        """The quarter turns by where the first and the last character stand."""
        a, b = self._page.tight_box(first), self._page.tight_box(last)
        right, down = b[0] + b[2] - a[0] - a[2], b[1] + b[3] - a[1] - a[3]
        if abs(right) > 4 * abs(down):
            return 0 if right >= 0 else 2
        if abs(down) > 4 * abs(right):
            return 3 if down > 0 else 1
        return 0

    def _height(self, char: int, box: Box, turn: int) -> float:
        top, bottom = self._font_reach(char, box, turn)
        return bottom - top

    def _font_reach(self, char: int, box: Box, turn: int) -> tuple[float, float]:
        """Top and bottom of the font at a character; the glyphs' own when the font's are missing or absurd."""
        loose = turned(self._page.loose_box(char), turn) if turn else self._page.loose_box(char)
        glyphs = box[3] - box[1]
        height = loose[3] - loose[1]
        if glyphs * 0.8 <= height <= max(4 * glyphs, 30) and loose[1] <= box[3] and box[1] <= loose[3]:
            return loose[1], loose[3]
        return box[1], box[3]

    def _is_bold(self, char: int) -> bool:
        length = raw.FPDFText_GetFontInfo(self._handle, char, self._name, NAME_REACH, None)
        if not 0 < length <= NAME_REACH:
            return False
        name = self._name.value
        if name not in self._bold_names:
            self._bold_names[name] = BOLD_NAME.search(name) is not None
        return self._bold_names[name]

    def _rectangles(self, start: int, end: int, turn: int = 0) -> list[Box]:
        """pdfium's rectangles around the characters `start:end`, one a text object."""
        left, top, right, bottom = self._edge
        boxes = []
        for index in range(raw.FPDFText_CountRects(self._handle, start, end - start)):
            raw.FPDFText_GetRect(self._handle, index, left, top, right, bottom)
            box = self._page.displayed(left.value, bottom.value, right.value, top.value)
            boxes.append(turned(box, turn) if turn else box)
        return boxes


def _is_dropped(letter: str, before: str) -> bool:
    """Whether a character is left out of a line: a second blank, a control character, half a surrogate pair."""
    return (letter == " " and before == " ") or CONTROL.match(letter) is not None


def _is_close(boxes: Sequence[Box], height: float) -> bool:
    """Whether boxes follow each other from left to right on one row, with no gap wider than `SPLIT_GAP`."""
    for before, box in pairwise(boxes):
        gap = box[0] - before[2]
        if gap > SPLIT_GAP * height or gap < -2 * height:
            return False
        if min(before[3], box[3]) < max(before[1], box[1]) - 0.3 * height:
            return False
    return True


def _rate(line: Line) -> float:
    """Width a character, in units of the line's height."""
    return (line.box[2] - line.box[0]) / (len(line.text) * max(line.size, 0.1))
