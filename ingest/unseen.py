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


HOLLOW = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))


def doubts(text: int, chars: Sequence[int], objects: Sequence[int | None]) -> list[int]:
    """Which of the characters are drawn white, transparent, or not at all, so that what lies under must be looked at.

    `text` is the address of the page's text, `objects` are those of the text objects that the characters belong to.
    """
    if not chars:
        return []
    colours, known = native.fill_colours(text, chars)
    modes = native.render_modes(objects)
    is_clear = colours[:, 0].max() <= WHITE and colours[:, 3].min() >= CLEAR
    if is_clear and HOLLOW.isdisjoint(modes):
        return []
    pale = (colours[:, 3] < CLEAR) | (colours[:, :3].min(axis=1) > WHITE)
    return [
        index
        for index, (light, mode) in enumerate(zip(pale.tolist(), modes, strict=True))
        if (light and known[index]) or mode in HOLLOW
    ]


def inside_page(lines: Sequence[Line], width: float, height: float) -> list[Line]:
    """The lines whose centre lies on the page and that are high enough to be read."""
    if not any(line.turn for line in lines) and _are_inside([line.box for line in lines], width, height):
        return [line for line in lines if line.size >= TINY]
    right, bottom = 2 * width, 2 * height
    return [
        line
        for line in lines
        if line.size >= TINY
        and 0 <= (box := line.place if line.turn else line.box)[0] + box[2] <= right
        and 0 <= box[1] + box[3] <= bottom
    ]


def _are_inside(boxes: Sequence[Box], width: float, height: float) -> bool:
    """Whether no box reaches over the page's edges."""
    if not boxes:
        return True
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return bool(min(lefts) >= 0 <= min(tops) and max(rights) <= width and max(bottoms) <= height)


def faint(lines: Sequence[Line], grey: NDArray[np.uint8]) -> set[int]:
    """The identities of the lines under which the page, drawn at one pixel a point, is of one tone."""
    return {id(line) for line in lines if _tones(line.place, grey) < FAINT}


def _tones(box: Box, grey: NDArray[np.uint8]) -> int:
    """How far the darkest and the lightest pixel of a box are apart."""
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box)
    under = grey[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return int(under.max()) - int(under.min()) if under.size else 0
