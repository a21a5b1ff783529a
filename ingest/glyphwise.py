"""Pages that pdfium takes for vertical writing, letter below letter, though their lines are level.

pdfium decides so of a page whose text leaves much white from left to right and little from top to bottom (narrow
columns, cards, short lists), and then takes each letter that is drawn by itself for a line. It decides anew where an
object spans the page: one is put on it while the text is loaded, behind all others, so that no character before it has
another index; it is taken off again, and its letter is not counted.
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from ingest import native

SHORT = 8  # characters a line on average, its end counted: lines of letters drawn one by one have 3
FEWER = 0.7  # of the lines that the page has when it is read as level, if its letters were taken for lines
LETTER = ctypes.create_string_buffer("M".encode("utf-16-le") + b"\0\0")
HEIGHT = 4.0  # points: of the object that spans the page, at its foot
LINE_END = "\n".encode("utf-16-le")

Handle = Any


@dataclass(frozen=True, slots=True)
class TextLayer:
    """pdfium's handle on a page's text, how many characters it has, and what it gives for them in UTF-16."""

    handle: Handle
    count: int
    units: bytes
    close: Callable[[], None]


def text_layer(pdf: Handle, page: Handle) -> TextLayer | None:
    """The text of an open page; None where it cannot be loaded."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return None
    count = max(0, raw.FPDFText_CountChars(text))
    units = native.units(native.address(text), count) if count else b""
    found = TextLayer(text, count, units, lambda: raw.FPDFText_ClosePage(text))
    lines = units.count(LINE_END)
    if SHORT * lines <= count:
        return found
    level = _level(pdf, page)
    if level is None or level.units.count(LINE_END) > FEWER * lines:
        if level is not None:
            level.close()
        return found
    found.close()
    return level


def _level(pdf: Handle, page: Handle) -> TextLayer | None:
    """The text of a page with an object on it that spans it from left to right."""
    spanning = raw.FPDFPageObj_NewTextObj(pdf, b"Helvetica", 1.0)
    raw.FPDFText_SetText(spanning, ctypes.cast(LETTER, ctypes.POINTER(ctypes.c_ushort)))
    width = raw.FPDF_GetPageWidthF(page)
    raw.FPDFPageObj_Transform(spanning, 2 * width, 0, 0, HEIGHT, -width / 2, 0)
    raw.FPDFPage_InsertObject(page, spanning)
    text = raw.FPDFText_LoadPage(page)
    raw.FPDFPage_RemoveObject(page, spanning)

    def close() -> None:
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDFPageObj_Destroy(spanning)

    count = raw.FPDFText_CountChars(text) if text else 0
    if count < 1:
        close()
        return None
    return TextLayer(text, count - 1, native.units(native.address(text), count - 1), close)
