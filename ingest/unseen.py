"""Text that a page holds and does not show: invisible, in the colour of what lies under it, or outside the page.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from ingest import native
from ingest.document import Box
from ingest.lines import Line

WHITE = 240  # of 255: a fill of three parts above it is seen on dark ground only
FAINT = 12  # of 255 grey levels: what differs by less from its ground is not seen
CLEAR = 16  # of 255: text of less opacity is not seen
TINY = 1.5  # points: lower lines are not read by people


HOLLOW = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


def doubts(text: int, chars: Sequence[int], objects: Sequence[int | None]) -> list[bool]:
    """Of each character whether it is drawn white, transparent, or not at all: what lies under it must be looked at.

    `text` is the address of the page's text, `objects` are those of the text objects that the characters belong to.
    """
    colours, known = native.fill_colours(text, chars)
    hollow = [mode in HOLLOW for mode in native.render_modes(objects)]
    pale = (colours[:, 3] < CLEAR) | (colours[:, :3].min(axis=1) > WHITE)
    if not pale.any():
        return hollow
    return [bool(mode or (seen and light)) for mode, seen, light in zip(hollow, known, pale.tolist(), strict=True)]


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
