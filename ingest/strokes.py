"""The straight lines that a PDF page draws: strokes, and filled rectangles no thicker than a line.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from ingest.document import Box
from ingest.rulings import THIN

STRAIGHT = 0.5  # points by which a stroke may lean and still be upright or level

Handle = Any  # a pdfium object, as ctypes gives it
Counter = Callable[[Handle], int]
Getter = Callable[[Handle, int], Handle]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def segments(page: Handle, display: Matrix) -> Iterator[Box]:
    """The axis-parallel lines of a page as thin boxes; `display` leads from page coordinates to points as displayed."""
    for obj, matrix in _paths(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, IDENTITY):
        yield from _drawn(obj, product(product(_matrix(obj), matrix), display))


def _paths(count: Counter, get: Getter, holder: Handle, matrix: Matrix) -> Iterator[tuple[Handle, Matrix]]:
    """The path objects of a page or form, with the matrix that leads to page coordinates."""
    for index in range(count(holder)):
        obj = get(holder, index)
        kind = raw.FPDFPageObj_GetType(obj)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield obj, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            inner = product(_matrix(obj), matrix)
            yield from _paths(raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, obj, inner)


def _drawn(obj: Handle, matrix: Matrix) -> Iterator[Box]:
    """The lines of one path."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(obj, fill, stroke)
    for outline in _outlines(obj):
        points = [applied(matrix, x, y) for x, y in outline]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            if stroke.value or fill.value:
                yield box
        elif stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                if min(abs(x1 - x0), abs(y1 - y0)) <= STRAIGHT:
                    yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


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


def _outlines(obj: Handle) -> Iterator[list[tuple[float, float]]]:
    """The points of each subpath made of straight segments, closed ones ending where they began."""
    points: list[tuple[float, float]] = []
    is_straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(obj)):
        segment = raw.FPDFPath_GetPathSegment(obj, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and is_straight:
                yield points
            points, is_straight = [], True
        is_straight = is_straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1 and is_straight:
        yield points
