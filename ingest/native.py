"""pdfium asked of many characters at once.

The functions that reading calls for every line are bound a second time, without letting go of the interpreter's lock
(each takes less than a microsecond), so that `map` asks of a whole page with no step of Python between. Handles are
addresses here; only `ingest.pdfium` and what it calls use this, one thread at a time.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

Floats = NDArray[np.float64]
Colours = NDArray[np.uint32]
Shape = tuple[float, float, int, float, float, float, float]
_ADDRESS, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _bound(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """pdfium's function `name`, taking and giving plain numbers.

    Without `arguments` it takes C's own integers and what ctypes has made already, in half the time: nothing is asked
    how it is to be turned.
    """
    place = ctypes.cast(getattr(raw, name), _ADDRESS).value
    assert place is not None
    bound: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(place)
    return bound


class _Answers:
    """Room for numbers that pdfium writes, kept from question to question, and ctypes' references to each of them."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._array = (kind * 0)()
        self._numbers: NDArray[Any] = np.zeros(0)
        self._references: list[Any] = []

    def room(self, rows: int) -> tuple[NDArray[Any], list[Any]]:
        """Zeros, four a row, and the references to all of them, row by row, which more may follow."""
        if 4 * rows > len(self._array):
            self._array = (self._kind * (8 * rows))()
            self._numbers = np.ctypeslib.as_array(self._array)
            size = ctypes.sizeof(self._kind)
            self._references = [ctypes.byref(self._array, size * index) for index in range(8 * rows)]
        numbers = self._numbers[: 4 * rows]
        numbers[:] = 0
        return numbers.reshape(-1, 4), self._references


_DOUBLES, _SINGLES, _WHOLE = _Answers(ctypes.c_double), _Answers(ctypes.c_float), _Answers(ctypes.c_uint)

_get_text = _bound("FPDFText_GetText", _INT)
_count_rects = _bound("FPDFText_CountRects", _INT, _ADDRESS, _INT, _INT)
_get_rect = _bound("FPDFText_GetRect", _INT)
_loose_box = _bound("FPDFText_GetLooseCharBox", _INT)
_char_box = _bound("FPDFText_GetCharBox", _INT)
_text_object = _bound("FPDFText_GetTextObject", _ADDRESS)
_font = _bound("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
_render_mode = _bound("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
_angle = _bound("FPDFText_GetCharAngle", _FLOAT, _ADDRESS, _INT)
_fill = _bound("FPDFText_GetFillColor", _INT)
_to_device = _bound(
    "FPDF_PageToDevice", _INT, _ADDRESS, *([_INT] * 5), ctypes.c_double, ctypes.c_double, _ADDRESS, _ADDRESS
)
_width, _height = _bound("FPDF_GetPageWidthF", _FLOAT), _bound("FPDF_GetPageHeightF", _FLOAT)
_rotation, _bounds = _bound("FPDFPage_GetRotation", _INT), _bound("FPDF_GetPageBoundingBox", _INT)
_unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint)
_count_objects = _bound("FPDFPage_CountObjects", _INT, _ADDRESS)
_object = _bound("FPDFPage_GetObject", _ADDRESS)
_kind = _bound("FPDFPageObj_GetType", _INT, _ADDRESS)

_count_segments = _bound("FPDFPath_CountSegments", _INT, _ADDRESS)
_segment = _bound("FPDFPath_GetPathSegment", _ADDRESS)
_segment_kind = _bound("FPDFPathSegment_GetType", _INT)
_segment_point = _bound("FPDFPathSegment_GetPoint", _INT)
_closes = _bound("FPDFPathSegment_GetClose", _INT)


def address(handle: Any) -> int:
    """Where the object is that a handle of pypdfium2's points to."""
    return ctypes.addressof(handle.contents) if handle else 0


@cache
def _buffer(bits: int) -> Any:
    """Room for so many bytes as the number of bits counts: of few sizes, for ctypes makes a type of each."""
    return ctypes.create_string_buffer(1 << bits)


def units(text: int, count: int) -> bytes:
    """What pdfium gives for the first `count` characters of the page, in UTF-16, low bytes first."""
    buffer = _buffer((2 * count + 2).bit_length())
    length = _get_text(_ADDRESS(text), 0, count, buffer) - 1
    return ctypes.string_at(buffer, 2 * max(0, length))


def rectangles(text: int, start: int = 0, count: int = -1) -> Floats:
    """Left, top, right and bottom, in the file's coordinates, of each stretch of one text object among `count`
    characters from `start` on, all of the page if negative."""
    held = _count_rects(text, start, count)
    found, cells = _DOUBLES.room(held)
    left, top, right, bottom = (cells[edge : 4 * held : 4] for edge in range(4))
    deque(map(_get_rect, repeat(_ADDRESS(text)), range(held), left, top, right, bottom), maxlen=0)
    return found.copy()


def count_rectangles(text: int, start: int, count: int) -> int:
    """Of how many stretches of one text object `count` characters from `start` on are."""
    return int(_count_rects(text, start, count))


def have_boxes(text: int, chars: Sequence[int]) -> list[bool]:
    """Of each character whether it takes part in its stretch's rectangle, as blanks of some fonts do."""
    found, cells = _DOUBLES.room(len(chars))
    left, right, bottom, top = (cells[edge : 4 * len(chars) : 4] for edge in range(4))
    deque(map(_char_box, repeat(_ADDRESS(text)), chars, left, right, bottom, top), maxlen=0)
    return list(((found[:, 0] != found[:, 1]) & (found[:, 2] != found[:, 3])).tolist())


def loose_boxes(text: int, chars: Sequence[int]) -> Floats:
    """Left, top, right and bottom of each character by its font's height, in the file's coordinates."""
    found, cells = _SINGLES.room(len(chars))
    deque(map(_loose_box, repeat(_ADDRESS(text)), chars, cells[: 4 * len(chars) : 4]), maxlen=0)
    return found.astype(np.float64)


def text_objects(text: int, chars: Sequence[int]) -> list[int | None]:
    """The text object that each character belongs to; none for characters that pdfium put in."""
    return list(map(_text_object, repeat(_ADDRESS(text)), chars))


def text_object(text: int, char: int) -> int | None:
    """The text object that a character belongs to."""
    found: int | None = _text_object(_ADDRESS(text), char)
    return found


def fonts(objects: Sequence[int | None]) -> list[int | None]:
    """The font of each text object."""
    return list(map(_font, objects))


def render_modes(objects: Sequence[int | None]) -> list[int]:
    """How each text object is drawn (ISO 32000-1, 9.3.6)."""
    return list(map(_render_mode, objects))


def angle(text: int, char: int) -> float:
    """By how much a character is turned, in radians."""
    return float(_angle(text, char))


def fill_colours(text: int, chars: Sequence[int]) -> tuple[Colours, list[int]]:
    """Red, green, blue and opacity of each character, 0 to 255, and whether pdfium knows them."""
    found, cells = _WHOLE.room(len(chars))
    red, green, blue, alpha = (cells[part : 4 * len(chars) : 4] for part in range(4))
    known = list(map(_fill, repeat(_ADDRESS(text)), chars, red, green, blue, alpha))
    return found.copy(), known


def code_points(text: int, count: int) -> list[int]:
    """The code point of each character of the page; 0 where it has none."""
    return list(map(_unicode, repeat(_ADDRESS(text)), range(count)))


def objects(page: int) -> list[int]:
    """The page's own objects, in drawing order."""
    return list(map(_object, repeat(_ADDRESS(page)), range(_count_objects(page))))


def other_objects(page: int, known: Iterable[int | None]) -> list[tuple[int, int]]:
    """The page's own objects that are none of the `known` ones, with their kinds, in drawing order."""
    held = set(known)
    others = [one for one in objects(page) if one not in held]
    return list(zip(others, map(_kind, others), strict=True))


def segments(path: int) -> list[tuple[int, list[float], int]]:
    """The steps of a path: of what kind each is, the point that it leads to, and whether it closes what it ends."""
    count = _count_segments(path)
    held = list(map(_ADDRESS, map(_segment, repeat(_ADDRESS(path)), range(count))))
    points, cells = _SINGLES.room(count)
    deque(map(_segment_point, held, cells[: 4 * count : 4], cells[1 : 4 * count : 4]), maxlen=0)
    return list(zip(map(_segment_kind, held), points[:, :2].tolist(), map(_closes, held), strict=True))


def shape(page: int) -> Shape:
    """The page's width and height as displayed, its quarter turns, and its box in the file's coordinates: what the way
    from those to the display depends on."""
    handle = _ADDRESS(page)
    found, cells = _SINGLES.room(1)
    _bounds(handle, cells[0])
    left, top, right, bottom = found[0].tolist()
    return _width(handle), _height(handle), _rotation(handle), left, top, right, bottom


def on_device(page: int, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    """Where a point of the page lies on a device of so many pixels."""
    found = (_INT * 2)()
    across = ctypes.addressof(found)
    _to_device(page, 0, 0, *size, 0, x, y, across, across + ctypes.sizeof(_INT))
    return found[0], found[1]
