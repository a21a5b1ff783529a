"""The one place that calls pdfium: opening, lines of text, boxes of characters, ruling lines, page images.

pdfium keeps global state and is not thread-safe, so one lock is held for as long as a file is open.
Boxes leave this module as points from the top-left corner of the page as displayed (CropBox, after rotation).
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import RLock
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL.Image import Image
from pypdfium2 import raw

from ingest import native
from ingest.attached import attachments
from ingest.covered import Cover, beneath, characters, hidden
from ingest.document import Attachment, Box
from ingest.errors import Damaged, Encrypted
from ingest.forms import Field
from ingest.glyphwise import TextLayer, text_layer
from ingest.lines import Line
from ingest.mended import Mended, mended
from ingest.pictures import bounds_of, grey, whole_page
from ingest.record import Kept
from ingest.stretches import LINE_END_HYPHEN
from ingest.strokes import Matrix, Strokes, strokes
from ingest.textlines import TextLines
from ingest.unseen import doubts, faint, inside_page
from ingest.widgets import Widget, flatten, set_states, widgets

GRAIN = 1000  # device units a point, for reading pdfium's page-to-device mapping exactly enough
AT_ONCE = 16  # pages held open together, at most
MOST_HELD = 60_000  # characters and objects of theirs, beyond which no further page is opened
MOST_BYTES = 1 << 20  # of the file that they take on average: pictures and drawings are larger opened

Floats = NDArray[np.float64]
Handle = Any  # a pdfium object, as ctypes gives it

_LOCK = RLock()

# What pdfium writes a single answer into; whoever asks holds the lock.
_EDGES = tuple(ctypes.c_double() for _ in range(4))
_LOOSE = raw.FS_RECTF()


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator["PdfFile"]:
    """The PDF in `data`, closed at the end; `password` where it needs one. Raises Encrypted or Damaged."""
    with _LOCK:
        pdf, whole = _opened(data, password)
        try:
            yield PdfFile(pdf, len(data), whole)
        finally:
            pdf.close()


def _opened(data: bytes, password: str | None) -> tuple["pypdfium2.PdfDocument", Mended | None]:
    """pdfium's document, if need be of the mended bytes. Raises Encrypted or Damaged."""
    try:
        try:
            return pypdfium2.PdfDocument(data, password=password), None
        except pypdfium2.PdfiumError as error:
            whole = mended(data) if error.err_code == raw.FPDF_ERR_FORMAT else None
            if whole is None:
                raise
            return pypdfium2.PdfDocument(whole.data, password=password), whole
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Encrypted(_why_closed(password)) from error
        raise Damaged(f"this PDF cannot be opened ({error}): it may be truncated or damaged") from error


class PdfFile:
    """An open PDF of `size` bytes; `mended` where it breaks off, and could be opened only with an end put to it."""

    def __init__(self, pdf: "pypdfium2.PdfDocument", size: int = 0, whole: Mended | None = None) -> None:
        self._pdf = pdf
        self.mended = whole
        if not self.is_xfa:
            pdf.init_forms()
        self.pages: int = len(pdf)
        self._widgets: dict[int, list[Widget]] = {}
        self._displays: dict[native.Shape, Display] = {}
        self._at_once = max(1, min(AT_ONCE, MOST_BYTES * self.pages // max(1, size)))

    def info(self) -> dict[str, str]:
        """The file's Info dictionary (ISO 32000-1, 14.3.3)."""
        found: dict[str, str] = self._pdf.get_metadata_dict(skip_empty=True)
        return found

    @property
    def is_xfa(self) -> bool:
        """Whether its form is laid out by XFA alone (Adobe XML Forms Architecture 3.3), so that pages show nothing."""
        return bool(raw.FPDF_GetFormType(self._pdf.raw) == raw.FORMTYPE_XFA_FULL)

    def language(self) -> str:
        """The language that the file's catalog names, or an empty string."""
        length = raw.FPDFCatalog_GetLanguage(self._pdf.raw, None, 0)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        raw.FPDFCatalog_GetLanguage(self._pdf.raw, buffer, length)
        return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", errors="replace").strip()

    def attachments(self) -> list[Attachment]:
        """The files inside the file."""
        return attachments(self._pdf)

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
            return whole_page(page)
        finally:
            page.close()

    @contextmanager
    def page(self, number: int) -> Iterator["PdfPage"]:
        """Page `number`, from 1, the values of its form fields part of it. Raises Damaged when it cannot be loaded."""
        page = self._opened(number)
        try:
            yield page
        finally:
            page.close()

    @contextmanager
    def several(self, first: int) -> Iterator[list["PdfPage | Damaged"]]:
        """Page `first` and as many after it as may be held open together, or why one cannot be loaded."""
        found: list[PdfPage | Damaged] = []
        held = 0
        try:
            for number in range(first, min(first + self._at_once, self.pages + 1)):
                try:
                    page = self._opened(number)
                except Damaged as error:
                    found.append(error)
                    continue
                found.append(page)
                held += page.weight
                if held > MOST_HELD:
                    break
            yield found
        finally:
            for one in found:
                if isinstance(one, PdfPage):
                    one.close()

    def _opened(self, number: int) -> "PdfPage":
        """Page `number`; pypdfium2's own page is half as slow again where there are few lines."""
        held = self._of_form(number) if self._pdf.formenv else None
        handle = held.raw if held else raw.FPDF_LoadPage(self._pdf.raw, number - 1)
        if not handle:
            raise Damaged(f"page {number} cannot be opened (Failed to load page.)")
        text = text_layer(self._pdf.raw, handle)
        close = held.close if held else partial(raw.FPDF_ClosePage, handle)
        if text is None:
            close()
            raise Damaged(f"page {number} cannot be opened (Failed to load text page.)")
        display = self._display(native.address(handle))
        return PdfPage(number, handle, text, close, display, self._widgets.get(number, ()))

    def _display(self, page: int) -> "Display":
        """How a page is displayed; asked once for all pages of one shape."""
        shape = native.shape(page)
        if shape not in self._displays:
            self._displays[shape] = _display(page, shape)
        return self._displays[shape]

    def _of_form(self, number: int) -> "pypdfium2.PdfPage":
        try:
            return self._filled(self._pdf[number - 1], number)
        except pypdfium2.PdfiumError as error:
            raise Damaged(f"page {number} cannot be opened ({error})") from error

    def _filled(self, page: "pypdfium2.PdfPage", number: int) -> "pypdfium2.PdfPage":
        """The page opened anew with the values of its fields on it; a page that has none as it is."""
        if number not in self._widgets:
            self._widgets[number] = widgets(page.raw, self._pdf.formenv.raw)
            flatten(page.raw)
            page.close()
            page = self._pdf[number - 1]
        set_states(self._pdf.raw, page.raw, self._widgets[number])
        return page


@dataclass(frozen=True, slots=True)
class Display:
    """How pages of one shape are displayed: their width and height in points, and the `matrix` that leads from the
    file's coordinates to points as displayed.

    Where the page is upright, the four edges of a box are multiplied by `scale` and `shift` is added.
    """

    width: float
    height: float
    matrix: Matrix
    scale: Floats
    shift: Floats


class PdfPage:
    """An open page: `number` from 1, `width` and `height` in points as displayed, `text` pdfium's handle on its text.

    `matrix` leads from the file's coordinates to points as displayed; `is_upright` where it only moves, scales and
    flips, `is_turned` where the page's own /Rotate turns it.
    """

    def __init__(
        self,
        number: int,
        page: Handle,
        text: TextLayer,
        close: Callable[[], None],
        display: Display,
        filled: Sequence[Widget] = (),
    ) -> None:
        self.number = number
        self._page = page
        self._close = close
        self._filled = filled
        self._layer = text
        self.text = text.handle
        self.address = native.address(text.handle)
        self.width, self.height, self.matrix = display.width, display.height, display.matrix
        self._display = display
        self.count = text.count
        self.is_turned = self.matrix[0] <= 0
        self.is_upright = self.matrix[0] > 0 and self.matrix[1] == self.matrix[2] == 0 > self.matrix[3]
        self._objects: dict[int, int | None] = {}

    def close(self) -> None:
        """Let pdfium forget the page; nothing may be asked of it then."""
        self._layer.close()
        self._close()

    @property
    def weight(self) -> int:
        """How many characters and objects pdfium holds for the page."""
        return self.count + int(raw.FPDFPage_CountObjects(self._page))

    def lines(self) -> list[Line]:
        """The page's lines in drawing order, parted where a wide gap stands in one; blanks at ends left out."""
        return TextLines(self).lines()

    def words(self, line: Line) -> list[Line]:
        """The line's words, each as a line of its own."""
        return TextLines(self).words(line)

    @Kept
    def characters(self) -> tuple[str, "range | list[int]"]:
        """The page's text, and the pdfium character index of each of its code points."""
        if not self.count:
            return "", range(0)
        units = self._layer.units
        text = units.decode("utf-16-le", errors="surrogatepass")
        if len(units) == 2 * self.count and len(text) == self.count:
            return text, range(self.count)
        # The string leaves out characters without Unicode, and code points beyond the BMP take two units.
        codes = native.code_points(self.address, self.count)
        chars = [index for index, code in enumerate(codes) if code]
        for index in chars:
            if codes[index] in (2, 0xFFFE) and raw.FPDFText_IsHyphen(self.text, index) == 1:
                codes[index] = ord(LINE_END_HYPHEN)
        return "".join([chr(codes[index]) for index in chars]), chars

    def fields(self) -> list[Field]:
        """The filled fields of the page's form, with the characters that stand in each."""
        if not self._filled:
            return []
        boxes = self.tight_boxes()
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        inked = (boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
        found = []
        for widget in self._filled:
            box = self.displayed(*widget.box)
            inside = inked & (middles >= box[:2]).all(axis=1) & (middles <= box[2:]).all(axis=1)
            chars = tuple(int(char) for char in np.flatnonzero(inside))
            found.append(Field(widget.label, box, chars, widget.is_state))
        return found

    def pictures(self) -> float:
        """The share of the page that its largest picture takes, 0 to 1."""
        found = 0.0
        for bounds in bounds_of(self._page):
            x0, y0, x1, y1 = self.displayed(*bounds)
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
        return native.render_modes(self.text_objects([first])) == [raw.FPDF_TEXTRENDERMODE_INVISIBLE]

    def is_mirrored(self, char: int) -> bool:
        """Whether a character is drawn as a mirror shows it: its matrix turns left and right about, not both ways."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, char, matrix)
        return bool(matrix.a * matrix.d < matrix.b * matrix.c)

    def strokes(self) -> Strokes:
        """The straight lines drawn on the page, and the sides of its shapes, as far as the page shows them."""
        drawn = strokes(native.other_objects(native.address(self._page), self._objects.values()), self.matrix)
        lines, sides, dots, pictures = map(self._shown, (drawn.lines, drawn.sides, drawn.dots, drawn.pictures))
        return Strokes(lines, sides, dots, pictures, drawn.covers)

    def _shown(self, boxes: Sequence[Box]) -> list[Box]:
        found = []
        width, height = self.width, self.height
        for own in boxes:
            x0, y0, x1, y1 = own
            if x0 >= 0 <= y0 and x1 <= width and y1 <= height:
                found.append(own)
                continue
            box = (max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height))
            if box[0] <= box[2] and box[1] <= box[3]:
                found.append(box)
        return found

    def seen(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that the page shows: not those outside it, nor those that cannot be told from their ground."""
        inside = inside_page(lines, self.width, self.height)
        firsts = [line.chars[0] for line in inside]
        doubted = [inside[index] for index in doubts(self.address, firsts, self.text_objects(firsts))]
        if not doubted:
            return inside
        unseen = faint(doubted, grey(self._page, self.width, self.height))
        return [line for line in inside if id(line) not in unseen]

    def uncovered(self, lines: Sequence[Line], covers: Sequence[Cover]) -> list[Line]:
        """The lines but those that one of the `covers`, drawn after them, hides."""
        doubted = beneath(lines, covers, self.width * self.height)
        if not doubted:
            return list(lines)
        drawn = [[one for one in self.text_objects(characters(line)) if one] for line in doubted]
        unseen = hidden(self._page, (self.width, self.height), list(zip(doubted, drawn, strict=True)), covers)
        return [line for line in lines if id(line) not in unseen]

    def loose_box(self, char: int) -> Box:
        """The box of a character by its font's height and its own advance."""
        loose = _LOOSE
        raw.FPDFText_GetLooseCharBox(self.text, char, loose)
        return self.displayed(loose.left, loose.bottom, loose.right, loose.top)

    def text_objects(self, chars: Sequence[int]) -> list[int | None]:
        """The text object, as an address, that each character belongs to."""
        known = self._objects
        if not known:
            found = native.text_objects(self.address, chars)
            known.update(zip(chars, found, strict=True))
            return found
        unknown = [char for char in chars if char not in known]
        if unknown:
            known.update(zip(unknown, native.text_objects(self.address, unknown), strict=True))
        return [known[char] for char in chars]

    def displayed_rows(self, boxes: Floats) -> list[Box]:
        """`displayed` of many boxes (left, top, right, bottom; a row each) of an upright page."""
        rows: list[Box] = (boxes * self._display.scale + self._display.shift).tolist()
        return rows

    def tight_box(self, char: int) -> Box:
        """The box of a character's own ink; of no width or no height for blanks."""
        left, top, right, bottom = _EDGES
        raw.FPDFText_GetCharBox(self.text, char, left, right, bottom, top)
        return self.displayed(left.value, bottom.value, right.value, top.value)

    def tight_boxes(self) -> Floats:
        """`tight_box` of every character of the page, one row each."""
        left, top, right, bottom = _EDGES
        found = []
        for char in range(self.count):
            raw.FPDFText_GetCharBox(self.text, char, left, right, bottom, top)
            found.append((left.value, bottom.value, right.value, top.value))
        boxes = np.array(found, dtype=np.float64).reshape(-1, 4)
        a, b, c, d, e, f = self.matrix
        xs = boxes[:, 0::2, None] * (a, b) + (e, f)
        corners = xs + boxes[:, 1::2, None] * (c, d)
        return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)

    def displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box in the file's coordinates as points from the top-left of the page as displayed."""
        a, b, c, d, e, f = self.matrix
        if self.is_upright:
            return a * left + e, d * top + f, a * right + e, d * bottom + f
        x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
        x1, y1 = a * right + c * top + e, b * right + d * top + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _display(page: int, shape: native.Shape) -> Display:
    """How a page of this shape is displayed, asked of pdfium at three points."""
    width, height = shape[:2]
    device = (round(width * GRAIN), round(height * GRAIN))
    points = (native.on_device(page, device, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000)))
    origin, right, up = ((across / GRAIN, down / GRAIN) for across, down in points)
    a, b, c, d = ((point[axis] - origin[axis]) / 1000 for point, axis in ((right, 0), (right, 1), (up, 0), (up, 1)))
    e, f = origin
    return Display(width, height, (a, b, c, d, e, f), np.array((a, d, a, d)), np.array((e, f, e, f)))


def _why_closed(password: str | None) -> str:
    if password is None:
        return "this PDF is encrypted and opens only with a password; give it with --password"
    return "this PDF is encrypted and the password given does not open it; give another with --password"
