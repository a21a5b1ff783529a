"""Text under pictures and boxes that were drawn after it: what looks the same without it is not seen.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from pypdfium2 import raw

from ingest import native
from ingest.document import Box
from ingest.lines import MADE, Line
from ingest.pictures import grey
from ingest.unseen import FAINT

SCAN = 0.6  # of the page: the text under a larger picture is what OCR read in it
HAIR = 1.0  # points by which a line may stand out from under what hides it

Handle = Any  # a pdfium object, as ctypes gives it
Cover = tuple[Box, int]
"""The box of a picture or of a filled rectangle, and the address of the page's object that draws it."""


def characters(line: Line) -> list[int]:
    """The line's characters that stand on the page."""
    return [char for char in line.chars if char != MADE]


def beneath(lines: Sequence[Line], covers: Sequence[Cover], area: float) -> list[Line]:
    """The lines that lie in the box of a cover, whichever is drawn first; `area` is that of the page."""
    boxes = [box for box, _ in covers if (box[2] - box[0]) * (box[3] - box[1]) < SCAN * area]
    wider = [(left - HAIR, top - HAIR, right + HAIR, bottom + HAIR) for left, top, right, bottom in boxes]
    return [line for line in lines if _is_held(line.place, wider)] if boxes else []


def hidden(
    page: Handle, size: tuple[float, float], lines: Sequence[tuple[Line, Sequence[int]]], covers: Sequence[Cover]
) -> set[int]:
    """The identities of those of the lines, each given with its text objects, that covers drawn after them hide."""
    order = {one: number for number, one in enumerate(native.objects(native.address(page)))}
    under = [
        (line, texts)
        for line, texts in lines
        if texts and any(_holds(box, line.place) and _is_after(place, texts, order) for box, place in covers)
    ]
    if not under:
        return set()
    shown = grey(page, *size)
    with _undrawn({text for _, texts in under for text in texts}):
        bare = grey(page, *size)
    changed = np.abs(shown.astype(np.int16) - bare) >= FAINT
    return {id(line) for line, _ in under if not changed[_pixels(line.place)].any()}


def _is_held(own: Box, boxes: Sequence[Box]) -> bool:
    x0, y0, x1, y1 = own
    return any(left <= x0 and x1 <= right and top <= y0 and y1 <= bottom for left, top, right, bottom in boxes)


def _holds(box: Box, own: Box) -> bool:
    across = box[0] - HAIR <= own[0] and own[2] <= box[2] + HAIR
    return across and box[1] - HAIR <= own[1] and own[3] <= box[3] + HAIR


def _is_after(place: int, texts: Sequence[int], order: dict[int, int]) -> bool:
    """Whether an object is drawn after texts of the page's own; those inside a form have no number."""
    return all(order.get(text, len(order)) < order.get(place, -1) for text in texts)


@contextmanager
def _undrawn(texts: set[int]) -> Iterator[None]:
    """While this lasts the texts are not drawn."""
    handles = [ctypes.cast(text, raw.FPDF_PAGEOBJECT) for text in texts]
    modes = [raw.FPDFTextObj_GetTextRenderMode(handle) for handle in handles]
    for handle in handles:
        raw.FPDFTextObj_SetTextRenderMode(handle, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    try:
        yield
    finally:
        for handle, mode in zip(handles, modes, strict=True):
            raw.FPDFTextObj_SetTextRenderMode(handle, mode)


def _pixels(box: Box) -> tuple[slice, slice]:
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box)
    return slice(y0, max(y1, y0 + 1)), slice(x0, max(x1, x0 + 1))
