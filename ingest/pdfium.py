"""The one place that calls pdfium: opening, lines of text, boxes of characters, ruling lines, page images.

pdfium keeps global state and is not thread-safe, so one lock is held for as long as a file is open.
Boxes leave this module as points from the top-left corner of the page as displayed (CropBox, after rotation).
"""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise
from threading import RLock

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL.Image import Image
from pypdfium2 import raw

from ingest.document import Box
from ingest.errors import Damaged, Encrypted
from ingest.lines import MADE, Line, turned, union
from ingest.strokes import segments
from ingest.unseen import Doubts, faint, is_off_page

LINE_END_HYPHEN = "\ufffe"  # pdfium writes U+FFFE for a hyphen at a line's end and leaves the line end out
GRAIN = 1000  # device units a point, for reading pdfium's page-to-device mapping exactly enough
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

PLAIN_COLOURS = (raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_DEVICERGB)
NAME_REACH = 128  # bytes of a font's name that are looked at
LEANING = 0.1  # radians: text that leans less is level

Floats = NDArray[np.float64]

_LOCK = RLock()


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator["PdfFile"]:
    """The PDF in `data`, closed at the end; `password` where it needs one. Raises Encrypted or Damaged."""
    with _LOCK:
        try:
            pdf = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise Encrypted(_why_closed(password)) from error
            raise Damaged(f"this PDF cannot be opened ({error}): it may be truncated or damaged") from error
        try:
            yield PdfFile(pdf)
        finally:
            pdf.close()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start:end` of a page's text and its characters; `hyphen` if it ends in one that pdfium marked."""

    text: str
    chars: "range | list[int]"
    start: int
    end: int
    hyphen: bool
    turn: int


class PdfFile:
    """An open PDF."""

    def __init__(self, pdf: "pypdfium2.PdfDocument") -> None:
        self._pdf = pdf
        self.pages: int = len(pdf)

    def title(self) -> str:
        """The title that the file's metadata gives, or an empty string."""
        return str(self._pdf.get_metadata_value("Title") or "").strip()

    def image(self, number: int, scale: float) -> Image:
        """Page `number` drawn as displayed, `scale` pixels a point."""
        page = self._pdf[number - 1]
        try:
            image: Image = page.render(scale=scale).to_pil()
            return image
        finally:
            page.close()

    def picture(self, number: int) -> tuple[Image, float] | None:
        """The picture that is all of page `number`, as the file holds it, and its pixels a point.

        None where the page holds anything else, or where its picture would have to be turned, stretched or masked.
        """
        page = self._pdf[number - 1]
        try:
            found = list(islice(page.get_objects(max_depth=1), 2))
            if len(found) != 1 or not isinstance(found[0], pypdfium2.PdfImage) or page.get_rotation():
                return None
            across, down = _own_scale(found[0], page.get_bbox())
            if not across or abs(across - down) > 0.01 * across:
                return None
            return found[0].get_bitmap().to_pil(), across
        finally:
            page.close()

    @contextmanager
    def page(self, number: int) -> Iterator["PdfPage"]:
        """Page `number`, from 1. Raises Damaged when pdfium cannot load it."""
        try:
            page = self._pdf[number - 1]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Damaged(f"page {number} cannot be opened ({error})") from error
        try:
            yield PdfPage(page, text)
        finally:
            text.close()
            page.close()


class PdfPage:
    """An open page: `width` and `height` in points as displayed."""

    def __init__(self, page: "pypdfium2.PdfPage", text: "pypdfium2.PdfTextPage") -> None:
        self._page = page
        self._text = text.raw
        self.width: float = page.get_width()
        self.height: float = page.get_height()
        self.count: int = max(0, raw.FPDFText_CountChars(self._text))
        self._matrix = self._display_matrix()
        self._is_turned = self._matrix[0] <= 0  # by the page's own /Rotate: upright in the file is not so as displayed
        self._is_upright = self._matrix[0] > 0 and self._matrix[1] == self._matrix[2] == 0 > self._matrix[3]
        self._bold_names: dict[bytes, bool] = {}
        self._edge = tuple(ctypes.c_double() for _ in range(4))
        self._loose = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(NAME_REACH)

    def lines(self) -> list[Line]:
        """The page's lines in drawing order, parted where a wide gap stands in one; blanks at ends left out."""
        text, chars = self.characters
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

    @cached_property
    def characters(self) -> tuple[str, "range | list[int]"]:
        """The page's text, and the pdfium character index of each of its code points."""
        if not self.count:
            return "", range(0)
        buffer = (ctypes.c_ushort * (self.count + 1))()
        length = raw.FPDFText_GetText(self._text, 0, self.count, buffer) - 1
        text = bytes(buffer)[: 2 * length].decode("utf-16-le", errors="surrogatepass")
        if length == self.count and len(text) == length:
            return text, range(self.count)
        # The string leaves out characters without Unicode, and code points beyond the BMP take two units.
        pieces, chars = [], []
        for index in range(self.count):
            code = raw.FPDFText_GetUnicode(self._text, index)
            if code == 0:
                continue
            is_hyphen = raw.FPDFText_IsHyphen(self._text, index) == 1 and code in (2, 0xFFFE)
            pieces.append(LINE_END_HYPHEN if is_hyphen else chr(code))
            chars.append(index)
        return "".join(pieces), chars

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

    def pictures(self) -> float:
        """The share of the page that its largest picture takes, 0 to 1."""
        found = 0.0
        for picture in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = picture.get_bounds()
            x0, y0, x1, y1 = self._displayed(left, bottom, right, top)
            across, down = min(x1, self.width) - max(x0, 0.0), min(y1, self.height) - max(y0, 0.0)
            found = max(found, max(0.0, across) * max(0.0, down) / (self.width * self.height))
        return found

    @property
    def is_hidden(self) -> bool:
        """Whether the text layer begins with text that is not drawn, as OCR programs lay it over a scan."""
        text, chars = self.characters
        first = next((chars[index] for index, letter in enumerate(text) if letter.isalnum()), None)
        if first is None:
            return False
        drawn = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(self._text, first))
        return bool(drawn == raw.FPDF_TEXTRENDERMODE_INVISIBLE)

    def segments(self) -> list[Box]:
        """The straight lines drawn on the page, as thin boxes, as far as the page shows them."""
        found = []
        for x0, y0, x1, y1 in segments(self._page.raw, self._matrix):
            box = (max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height))
            if box[0] <= box[2] and box[1] <= box[3]:
                found.append(box)
        return found

    def seen(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that the page shows: not those outside it, nor those that cannot be told from their ground."""
        doubts = Doubts(self._text)
        inside = [line for line in lines if not is_off_page(line, self.width, self.height)]
        doubted = [line for line in inside if doubts.about(line.chars[0])]
        if not doubted:
            return inside
        unseen = faint(doubted, self._page.render(scale=1, grayscale=True).to_numpy().squeeze())
        return [line for line in inside if id(line) not in unseen]

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
        first, handle = chars[start], self._text
        if raw.FPDFText_CountRects(handle, first, chars[end - 1] + 1 - first) != 1:
            return None
        left, top, right, bottom = self._edge
        raw.FPDFText_GetRect(handle, 0, left, top, right, bottom)
        loose = self._loose
        raw.FPDFText_GetLooseCharBox(handle, first, loose)
        a, _, _, d, e, f = self._matrix
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
        return self._is_upright and self._is_tidy

    @cached_property
    def _is_tidy(self) -> bool:
        """Whether no line of the page holds what a line leaves out."""
        text = self.characters[0].replace(LINE_END_HYPHEN, "")
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
            piece = replace(
                whole, start=words[first][0], end=words[end - 1][1], hyphen=whole.hyphen and end == len(words)
            )
            found = self._rectangles(whole.chars[piece.start], whole.chars[piece.end - 1] + 1)
            if not found or abs(union(found)[0] - held[0]) > 1 or abs(union(found)[2] - held[2]) > 1:
                return []
            lines.append(self._line(piece, found))
            first = end
        return lines

    def _begins_after(self, whole: "Piece", word: tuple[int, int], edge: float) -> bool:
        return self.loose_box(whole.chars[word[0]])[0] > edge

    def _split(self, whole: "Piece", tallest: float) -> list[Line]:
        """The piece's words, joined where they stand near each other on one row; `tallest` bounds a font's height."""
        groups: list[tuple[int, int, Box]] = []
        for word in WORD.finditer(whole.text, whole.start, whole.end):
            first = turned(self.loose_box(whole.chars[word.start()]), whole.turn)
            last = turned(self.loose_box(whole.chars[word.end() - 1]), whole.turn)
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
            sizes = [raw.FPDFText_GetFontSize(self._text, indices[i]) for i in range(*number.span())]
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
        if first == last or abs(raw.FPDFText_GetCharAngle(self._text, first)) < LEANING:
            return 0 if not self._is_turned else self._turn_by_place(first, last)
        return self._turn_by_place(first, last)

    def _turn_by_place(self, first: int, last: int) -> int:
        """The quarter turns by where the first and the last character stand."""
        a, b = self.tight_box(first), self.tight_box(last)
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
        loose = turned(self.loose_box(char), turn) if turn else self.loose_box(char)
        glyphs = box[3] - box[1]
        height = loose[3] - loose[1]
        if glyphs * 0.8 <= height <= max(4 * glyphs, 30) and loose[1] <= box[3] and box[1] <= loose[3]:
            return loose[1], loose[3]
        return box[1], box[3]

    def _is_bold(self, char: int) -> bool:
        length = raw.FPDFText_GetFontInfo(self._text, char, self._name, NAME_REACH, None)
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
        for index in range(raw.FPDFText_CountRects(self._text, start, end - start)):
            raw.FPDFText_GetRect(self._text, index, left, top, right, bottom)
            box = self._displayed(left.value, bottom.value, right.value, top.value)
            boxes.append(turned(box, turn) if turn else box)
        return boxes

    def loose_box(self, char: int) -> Box:
        """The box of a character by its font's height and its own advance."""
        loose = self._loose
        raw.FPDFText_GetLooseCharBox(self._text, char, loose)
        return self._displayed(loose.left, loose.bottom, loose.right, loose.top)

    def tight_box(self, char: int) -> Box:
        """The box of a character's own ink; of no width or no height for blanks."""
        left, top, right, bottom = self._edge
        raw.FPDFText_GetCharBox(self._text, char, left, right, bottom, top)
        return self._displayed(left.value, bottom.value, right.value, top.value)

    def tight_boxes(self) -> Floats:
        """`tight_box` of every character of the page, one row each."""
        left, top, right, bottom = self._edge
        found = []
        for char in range(self.count):
            raw.FPDFText_GetCharBox(self._text, char, left, right, bottom, top)
            found.append((left.value, bottom.value, right.value, top.value))
        boxes = np.array(found, dtype=np.float64).reshape(-1, 4)
        a, b, c, d, e, f = self._matrix
        xs = boxes[:, 0::2, None] * (a, b) + (e, f)
        corners = xs + boxes[:, 1::2, None] * (c, d)
        return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)

    def _displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        a, b, c, d, e, f = self._matrix
        if self._is_upright:
            return a * left + e, d * top + f, a * right + e, d * bottom + f
        x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
        x1, y1 = a * right + c * top + e, b * right + d * top + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _display_matrix(self) -> tuple[float, float, float, float, float, float]:
        """How page coordinates become points from the top-left as displayed, asked of pdfium at three points."""
        origin, right, up = (self._device(x, y) for x, y in ((0, 0), (1000, 0), (0, 1000)))
        return (
            (right[0] - origin[0]) / 1000,
            (right[1] - origin[1]) / 1000,
            (up[0] - origin[0]) / 1000,
            (up[1] - origin[1]) / 1000,
            *origin,
        )

    def _device(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        width, height = round(self.width * GRAIN), round(self.height * GRAIN)
        raw.FPDF_PageToDevice(self._page.raw, 0, 0, width, height, 0, x, y, across, down)
        return across.value / GRAIN, down.value / GRAIN


def _own_scale(picture: "pypdfium2.PdfImage", page: Box) -> tuple[float, float]:
    """The picture's pixels a point, across and down; zeros where it is not simply the page."""
    a, b, c, d, _, _ = picture.get_matrix().get()
    about = picture.get_metadata()
    is_plain = about.colorspace in PLAIN_COLOURS and about.bits_per_pixel in (8, 24) and a > 0 < d and not b and not c
    is_page = all(abs(edge - own) <= 1 for edge, own in zip(picture.get_bounds(), page, strict=True))
    if not is_plain or not is_page:
        return 0.0, 0.0
    width, height = picture.get_px_size()
    return width / a, height / d


def _why_closed(password: str | None) -> str:
    if password is None:
        return "this PDF is encrypted and opens only with a password; give it with --password"
    return "this PDF is encrypted and the password given does not open it; give another with --password"


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
