"""The straight lines that a PDF page draws: strokes, and filled rectangles no thicker than a line.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from ingest import native
from ingest.document import Box
from ingest.rulings import THIN

STRAIGHT = 0.5  # points by which a stroke may lean and still be upright or level
BAR = 6.0  # points: a filled rectangle up to this thick, and `SLIM` times as long, is a thick line
SLIM = 4
WALL = 6.0  # points: a shorter side of a shape walls in no cell
SMALLEST_DOT, LARGEST_DOT = 1.5, 14.0  # points that a bullet measures
ROUND = 0.75  # of a dot's longer side that the shorter one has at least
WHITE = 250  # of 255: a fill this light is not seen on paper

Handle = Any  # a pdfium object, as ctypes gives it
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Strokes:
    """What a page draws, as thin boxes that are upright or level, in points as displayed.

    `lines` are its lines; `sides` those of shapes that are no lines themselves: filled boxes, boxes with round corners.
    `dots` are the boxes of shapes as small and as wide as high as a bullet, `pictures` those of pictures. `covers` are
    the boxes of pictures and filled rectangles, each with the address of the page's object that draws it.
    """

    lines: list[Box] = field(default_factory=list)
    sides: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    covers: list[tuple[Box, int]] = field(default_factory=list)


def strokes(objects: Iterable[tuple[int, int]], display: Matrix) -> Strokes:
    """The straight lines among a page's objects (address and kind); `display` leads from page coordinates to points as
    displayed."""
    found = Strokes()
    for place, own in objects:
        for obj, kind, matrix in _leaves(ctypes.cast(place, raw.FPDF_PAGEOBJECT), own, IDENTITY):
            whole = product(product(_matrix(obj), matrix), display)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                _gather(obj, place, whole, found)
                continue
            box = _around([applied(whole, *corner) for corner in ((0, 0), (1, 1))])
            if _thickness(box) <= THIN:
                found.lines.append(box)
            else:
                found.pictures.append(box)
                found.covers.append((box, place))
    return found


def _leaves(obj: Handle, kind: int, matrix: Matrix) -> Iterator[tuple[Handle, int, Matrix]]:
    """A path or picture, or all those in a form, each with its kind and the matrix that leads to page coordinates."""
    if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
        yield obj, kind, matrix
    elif kind == raw.FPDF_PAGEOBJ_FORM:
        inner = product(_matrix(obj), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(obj)):
            held = raw.FPDFFormObj_GetObject(obj, index)
            yield from _leaves(held, raw.FPDFPageObj_GetType(held), inner)


def _gather(obj: Handle, place: int, matrix: Matrix, found: Strokes) -> None:
    """Add the lines and sides of one path, drawn by the page's object at the address `place`."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(obj, fill, stroke)
    if not stroke.value and not fill.value:
        return
    a, b, c, d, e, f = matrix
    for outline, curved in _outlines(obj):
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in outline]
        box = _around(points)
        if fill.value and not curved and _thickness(box) > BAR:
            found.covers.append((box, place))
        if _is_dot(box) and (stroke.value or not _is_white(obj)):
            found.dots.append(box)
        if not curved and _thickness(box) <= THIN:
            found.lines.append(box)
        elif not curved and stroke.value:
            found.lines.extend(_straight(points, curved))
        elif max(box[2] - box[0], box[3] - box[1]) >= WALL and (stroke.value or not _is_white(obj)):
            is_bar = _thickness(box) <= BAR and SLIM * _thickness(box) <= max(box[2] - box[0], box[3] - box[1])
            sides = [_middle(box)] if is_bar else _straight(points, curved)
            found.sides.extend([side for side in sides if side[2] - side[0] >= WALL or side[3] - side[1] >= WALL])


def _straight(points: list[Point], curved: set[int]) -> Iterator[Box]:
    """The upright and level steps from point to point, those left out that lead to a `curved` point."""
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points), start=1):
        if (-STRAIGHT <= x1 - x0 <= STRAIGHT or -STRAIGHT <= y1 - y0 <= STRAIGHT) and index not in curved:
            left, right = (x0, x1) if x0 <= x1 else (x1, x0)
            yield (left, y0, right, y1) if y0 <= y1 else (left, y1, right, y0)


def _around(points: list[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_dot(box: Box) -> bool:
    longer = max(box[2] - box[0], box[3] - box[1])
    return SMALLEST_DOT <= longer <= LARGEST_DOT and _thickness(box) >= ROUND * longer


def _thickness(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _middle(box: Box) -> Box:
    """The line along the middle of a long box."""
    x0, y0, x1, y1 = box
    if x1 - x0 < y1 - y0:
        return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
    return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2


def _is_white(obj: Handle) -> bool:
    """Whether a shape's fill cannot be told from paper."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(obj, red, green, blue, opacity):
        return False
    return opacity.value == 0 or min(red.value, green.value, blue.value) >= WHITE


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point that a matrix moves `(x, y)` to (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, `then` the other.

    >>> product((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 7))
    (2, 0, 0, 2, 5, 7)
    """
    a, b, c, d, e, f = first
    x, y = applied(then, e, f)
    p, q, r, s, _, _ = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y


def _matrix(obj: Handle) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(obj, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _outlines(obj: Handle) -> Iterator[tuple[list[Point], set[int]]]:
    """The points of each subpath, closed ones ending where they began, and which of them a curve leads to."""
    points: list[Point] = []
    curved: set[int] = set()
    for kind, (x, y), closes in native.segments(native.address(obj)):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved
            points, curved = [], set()
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            curved.add(len(points))
        points.append((x, y))
        if closes:
            points.append(points[0])
    if len(points) > 1:
        yield points, curved
