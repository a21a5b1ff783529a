"""The pictures on a PDF page: which of them is the whole page, as in a scan, and how large they are.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from math import ceil
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL.Image import Image
from pypdfium2 import raw

from ingest.document import Box

PLAIN_COLOURS = (raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_DEVICERGB)
SQUARE = 0.01  # by which a pixel may be wider than high
DEPTH = 3  # of forms within forms that are looked into

Handle = Any  # a pdfium object, as ctypes gives it
Counter = Callable[[Handle], int]
Getter = Callable[[Handle, int], Handle]


def whole_page(page: "pypdfium2.PdfPage") -> tuple[Image, float] | None:
    """The picture that is all of the page, as the file holds it, and its pixels a point.

    None where the page holds anything else, or where its picture would have to be turned, stretched or masked.
    """
    found = list(islice(page.get_objects(max_depth=1), 2))
    if len(found) != 1 or not isinstance(found[0], pypdfium2.PdfImage) or page.get_rotation():
        return None
    across, down = _own_scale(found[0], page.get_bbox())
    if not across or abs(across - down) > SQUARE * across:
        return None
    image: Image = found[0].get_bitmap().to_pil()
    return image, across


def bounds_of(page: Handle) -> Iterator[Box]:
    """Left, bottom, right and top of each picture of the page, in its own coordinates."""
    yield from _bounds(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, DEPTH)


def _bounds(count: Counter, get: Getter, holder: Handle, depth: int) -> Iterator[Box]:
    for index in range(count(holder)):
        obj = get(holder, index)
        kind = raw.FPDFPageObj_GetType(obj)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = edges = tuple(ctypes.c_float() for _ in range(4))
            if raw.FPDFPageObj_GetBounds(obj, *edges):
                yield left.value, bottom.value, right.value, top.value
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _bounds(raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, obj, depth - 1)


def grey(page: Handle, width: float, height: float) -> NDArray[np.uint8]:
    """The page drawn on white at one pixel a point, row by row."""
    across, down = ceil(width), ceil(height)
    drawn = np.full((down, across), 255, dtype=np.uint8)
    bitmap = raw.FPDFBitmap_CreateEx(across, down, raw.FPDFBitmap_Gray, drawn.ctypes.data, across)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE)
    raw.FPDFBitmap_Destroy(bitmap)
    return drawn


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
