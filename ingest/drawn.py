"""The ruling lines of a scanned page: long straight runs of dark pixels, as the thin boxes that `rulings` takes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL.Image import Image

from ingest.document import Box

GROUP = 8  # pixels averaged along a line: letters part within them, lines do not
DARK = 0.6  # of the paper's brightness
SHORTEST = 18.0  # points: the least wall of a cell that is looked for
THICK = 4.0  # points: what is dark further down is a picture or a bar
PLACES = (0.22, 0.45, 0.57)  # of a run: where other lines cross it, as at its middle, it is not thin
MOST = 20_000  # runs on one page: more are those of a picture

Bools = NDArray[np.bool_]


def drawn(image: Image, points: float) -> list[Box]:
    """The level and upright lines of a grey image that lies straight, `points` a pixel, as boxes in points."""
    dark = round(DARK * float(np.percentile(np.asarray(image)[::16, ::16], 90)))
    least = round(SHORTEST / points / GROUP)
    found: list[Box] = []
    for is_level in (True, False):
        mask = np.asarray(image.reduce((GROUP, 1))) < dark if is_level else _upright(image, dark)
        runs = list(_runs(mask, least))
        if len(runs) > MOST:
            return []
        runs = [run for run in runs if _is_thin(mask, run, round(THICK / points))]
        if len(runs) < 2:
            return []
        for row, start, end in runs:
            at, low, high = row * points, start * GROUP * points, end * GROUP * points
            found.append((low, at, high, at + points) if is_level else (at, low, at + points, high))
    return found


def _upright(image: Image, dark: int) -> Bools:
    """The dark pixels of the page on its side, so that upright lines are rows."""
    return np.ascontiguousarray((np.asarray(image.reduce((1, GROUP))) < dark).T)


def _is_thin(mask: Bools, run: tuple[int, int, int], thick: int) -> bool:
    """Whether the run, at most of the places looked at, is not part of something dark for `thick` rows."""
    row, start, end = run
    firsts = (row, max(0, row - thick // 2), max(0, row - thick + 1))
    columns = [mask[:, start + int((end - start) * place)] for place in PLACES]
    dark = sum(any(bool(column[first : first + thick].all()) for first in firsts) for column in columns)
    return 2 * dark < len(PLACES)


def _runs(mask: Bools, least: int) -> Iterator[tuple[int, int, int]]:
    """Row, start and end of every run of at least `least` in a row."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    for index in np.flatnonzero(ends - starts >= max(least, 1)):
        yield int(rows[index]), int(starts[index]), int(ends[index])
