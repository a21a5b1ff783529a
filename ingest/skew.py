"""How a scanned page lies: on its side or not, and by how many degrees its lines slope; and the page set upright.

Lines of text make the profile of ink along the page rise and fall most sharply at the angle at which they run (W.
Postl: Detection of linear oblique structures and skew scan in digitized documents, ICPR 1986).
"""

from dataclasses import dataclass
from math import cos, radians, sin, tan

import numpy as np
from numpy.typing import NDArray
from PIL.Image import Image, Resampling, Transform, Transpose

from ingest.strokes import Matrix, product

COARSE, FINE = 8, 4  # pixels made one, for the first and the second look: 37 and 75 dpi of 300
REACH = 12.0  # degrees that a sheet may lie aslant in a scanner; more is a photograph
STEP, FINE_STEP = 0.5, 0.1  # degrees
DARK = 0.8  # of the paper's brightness: what is darker is ink
LEAST_INK = 12  # dark pixels at 75 dpi below which a page is blank
SIDEWAYS = 1.3  # times sharper across than along before a page is taken to lie on its side
LEVEL = 0.3  # degrees that need no levelling: a row misses itself by 3 points across a page

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bearing:
    """`is_sideways`: the lines run up or down the page. `slope`: degrees by which they fall from left to right."""

    is_sideways: bool
    slope: float


def bearing(image: Image) -> Bearing | None:
    """How the lines of a grey page lie; None when the page is blank."""
    fine = _ink(image.reduce(FINE))
    if len(fine[0]) < LEAST_INK:
        return None
    rough = _ink(image.reduce(COARSE))
    slopes = np.arange(-REACH, REACH + STEP, STEP)
    along, across = (_sharpest(rough, slopes, is_sideways=sideways) for sideways in (False, True))
    is_sideways = across[1] > SIDEWAYS * along[1]
    first = across[0] if is_sideways else along[0]
    near = np.arange(first - STEP, first + STEP + FINE_STEP / 2, FINE_STEP)
    slope, _ = _sharpest(fine, near, is_sideways=is_sideways)
    return Bearing(is_sideways, slope if abs(slope) >= LEVEL else 0.0)


def _ink(image: Image) -> tuple[Floats, Floats]:
    """The x and y of the dark pixels."""
    grey = np.asarray(image)
    paper = float(np.percentile(grey[::4, ::4], 90))
    ys, xs = np.nonzero(grey < DARK * paper)
    return xs.astype(np.float64), ys.astype(np.float64)


def _sharpest(ink: tuple[Floats, Floats], slopes: Floats, *, is_sideways: bool) -> tuple[float, float]:
    """The slope at which the profile of the ink rises and falls most, and how much."""
    xs, ys = ink
    # On a page that lies on its side the lines run along y; turned clockwise, x' = -y and y' = x.
    along, down = (-ys, xs) if is_sideways else (xs, ys)
    best = (0.0, -1.0)
    for slope in slopes:
        heights = np.rint(down - along * tan(radians(float(slope)))).astype(np.int64)
        profile = np.bincount(heights - int(heights.min()))
        sharpness = float(np.square(np.diff(profile)).sum())
        if sharpness > best[1] * (1 + 1e-9):
            best = (float(slope), sharpness)
    return best


def levelled(image: Image, turn: int, slope: float) -> tuple[Image, Matrix]:
    """The grey page after `turn` clockwise quarter turns and with lines that fall by `slope` degrees made level.

    The matrix leads from the pixels of what comes back to those of `image`.
    """
    width, height = image.size
    back: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    match turn % 4:
        case 1:
            image, back = image.transpose(Transpose.ROTATE_270), (0.0, -1.0, 1.0, 0.0, 0.0, float(height))
        case 2:
            image, back = image.transpose(Transpose.ROTATE_180), (-1.0, 0.0, 0.0, -1.0, float(width), float(height))
        case 3:
            image, back = image.transpose(Transpose.ROTATE_90), (0.0, 1.0, -1.0, 0.0, float(width), 0.0)
    if not slope:
        return image, back
    width, height = image.size
    c, s = cos(radians(slope)), sin(radians(slope))
    size = (round(width * c + height * abs(s)), round(height * c + width * abs(s)))
    # Output pixel (x, y) about its own middle is input (c x - s y, s x + c y) about the input's.
    level: Matrix = (c, s, -s, c, 0.0, 0.0)
    level = (
        *level[:4],
        width / 2 - c * size[0] / 2 + s * size[1] / 2,
        height / 2 - s * size[0] / 2 - c * size[1] / 2,
    )
    a, b, p, q, e, f = level
    paper = int(np.percentile(np.asarray(image)[::16, ::16], 90))
    turned = image.transform(size, Transform.AFFINE, (a, p, e, b, q, f), Resampling.BILINEAR, fillcolor=paper)
    return turned, product(level, back)
