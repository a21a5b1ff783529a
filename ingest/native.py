"""pdfium asked of many characters at once.

The functions that reading calls for every line are bound a second time, to numbers instead of ctypes objects and
without letting go of the interpreter's lock (each takes less than a microsecond), so that `map` asks of a whole page
with no step of Python between. Handles are addresses here; only `ingest.pdfium` and what it calls use this.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

Floats = NDArray[np.float64]
Colours = NDArray[np.uint32]
_ADDRESS, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _bound(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """pdfium's function `name`, taking and giving plain numbers."""
    place = ctypes.cast(getattr(raw, name), _ADDRESS).value
    assert place is not None
    bound: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(place)
    return bound


_count_rects = _bound("FPDFText_CountRects", _INT, _ADDRESS, _INT, _INT)
_get_rect = _bound("FPDFText_GetRect", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
_loose_box = _bound("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
_char_box = _bound("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
_text_object = _bound("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
_font = _bound("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
_render_mode = _bound("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
_angle = _bound("FPDFText_GetCharAngle", _FLOAT, _ADDRESS, _INT)
_fill = _bound("FPDFText_GetFillColor", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
_to_device = _bound(
    "FPDF_PageToDevice", _INT, _ADDRESS, *([_INT] * 5), ctypes.c_double, ctypes.c_double, _ADDRESS, _ADDRESS
)
_unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
_count_objects = _bound("FPDFPage_CountObjects", _INT, _ADDRESS)
_object = _bound("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
_kind = _bound("FPDFPageObj_GetType", _INT, _ADDRESS)


def address(handle: Any) -> int:
    """Where the object is that a handle of pypdfium2's points to."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def rectangles(text: int, start: int = 0, count: int = -1) -> Floats:
    """Left, top, right and bottom, in the file's coordinates, of each stretch of one text object among `count`
    characters from `start` on, all of the page if negative."""
    found = np.zeros((_count_rects(text, start, count), 4))
    left, top, right, bottom = _columns(found)
    deque(map(_get_rect, repeat(text), range(len(found)), left, top, right, bottom), maxlen=0)
    return found


def count_rectangles(text: int, start: int, count: int) -> int:
    """Of how many stretches of one text object `count` characters from `start` on are."""
    return int(_count_rects(text, start, count))


def have_boxes(text: int, chars: Sequence[int]) -> list[bool]:
    """Of each character whether it takes part in its stretch's rectangle, as blanks of some fonts do."""
    found = np.zeros((len(chars), 4))
    left, right, bottom, top = _columns(found)
    deque(map(_char_box, repeat(text), chars, left, right, bottom, top), maxlen=0)
    return list(((found[:, 0] != found[:, 1]) & (found[:, 2] != found[:, 3])).tolist())


def loose_boxes(text: int, chars: Sequence[int]) -> Floats:
    """Left, top, right and bottom of each character by its font's height, in the file's coordinates."""
    found = np.zeros((len(chars), 4), dtype=np.float32)
    deque(map(_loose_box, repeat(text), chars, _rows(found)), maxlen=0)
    return found.astype(np.float64)


def text_objects(text: int, chars: Sequence[int]) -> list[int | None]:
    """The text object that each character belongs to; none for characters that pdfium put in."""
    return list(map(_text_object, repeat(text), chars))


def text_object(text: int, char: int) -> int | None:
    """The text object that a character belongs to."""
    found: int | None = _text_object(text, char)
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
    found = np.zeros((len(chars), 4), dtype=np.uint32)
    red, green, blue, alpha = _columns(found)
    return found, list(map(_fill, repeat(text), chars, red, green, blue, alpha))


def code_points(text: int, count: int) -> list[int]:
    """The code point of each character of the page; 0 where it has none."""
    return list(map(_unicode, repeat(text), range(count)))


def other_objects(page: int, known: Iterable[int | None]) -> list[tuple[int, int]]:
    """The page's own objects that are none of the `known` ones, with their kinds, in drawing order."""
    objects = list(map(_object, repeat(page), range(_count_objects(page))))
    held = set(known)
    others = [one for one in objects if one not in held]
    return list(zip(others, map(_kind, others), strict=True))


def on_device(page: int, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    """Where a point of the page lies on a device of so many pixels."""
    found = (_INT * 2)()
    across = ctypes.addressof(found)
    _to_device(page, 0, 0, *size, 0, x, y, across, across + ctypes.sizeof(_INT))
    return found[0], found[1]


def _rows(array: NDArray[Any]) -> range:
    """The address of each row of an array."""
    start = array.ctypes.data
    return range(start, start + array.nbytes, array.shape[1] * array.itemsize)


def _columns(array: NDArray[Any]) -> Iterator[range]:
    """For each column of an array the addresses of its numbers."""
    start, step = array.ctypes.data, array.itemsize
    return (
        range(start + step * column, start + step * column + array.nbytes, step * array.shape[1])
        for column in range(array.shape[1])
    )
