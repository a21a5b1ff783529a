"""Text that a page holds and does not show: invisible, in the colour of what lies under it, or outside the page.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from ingest.document import Box
from ingest.lines import Line

WHITE = 240  # of 255: a fill of three parts above it is seen on dark ground only
FAINT = 12  # of 255 grey levels: what differs by less from its ground is not seen
CLEAR = 16  # of 255: text of less opacity is not seen
TINY = 1.5  # points: lower lines are not read by people

Handle = Any  # a pdfium object, as ctypes gives it


class Doubts:
    """Asks of a character whether it may be unseen; the numbers that pdfium writes into are made once."""

    def __init__(self, text: Handle) -> None:
        self._text = text
        self._parts = tuple(ctypes.c_uint() for _ in range(4))

    def about(self, char: int) -> bool:
        """Whether the character is drawn white, transparent, or not at all: what lies under it must be looked at."""
        red, green, blue, alpha = self._parts
        known = raw.FPDFText_GetFillColor(self._text, char, red, green, blue, alpha)
        if known and (alpha.value < CLEAR or min(red.value, green.value, blue.value) > WHITE):
            return True
        drawn = raw.FPDFText_GetTextObject(self._text, char)
        return bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) in HOLLOW


HOLLOW = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


def is_off_page(line: Line, width: float, height: float) -> bool:
    """Whether the line's centre lies outside the page, or the line is too low to be read."""
    x0, y0, x1, y1 = line.place if line.turn else line.box
    return not (0 <= (x0 + x1) / 2 <= width and 0 <= (y0 + y1) / 2 <= height) or line.size < TINY


def faint(lines: Sequence[Line], grey: NDArray[np.uint8]) -> set[int]:
    """The identities of the lines under which the page, drawn at one pixel a point, is of one tone."""
    return {id(line) for line in lines if _tones(line.place, grey) < FAINT}


def _tones(box: Box, grey: NDArray[np.uint8]) -> int:
    """How far the darkest and the lightest pixel of a box are apart."""
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box)
    under = grey[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return int(under.max()) - int(under.min()) if under.size else 0
