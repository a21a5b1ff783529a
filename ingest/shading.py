"""A photographed or badly lit page as paper of one brightness, and a negative as a positive."""

import numpy as np
from PIL import Image, ImageFilter, ImageOps
from PIL.Image import Resampling

COARSE = 16  # pixels made one, to look at: 19 dpi of 300
REACH = 9  # of these, half an inch: no letter is so wide that paper is not seen beside it
NEGATIVE = 100  # of 255: a page whose middle brightness is lower is light on dark
EVEN = 0.85  # of the lightest paper's brightness: all of an evenly lit page has more
SMOOTH = 0.05  # of it, from one look to the next: light falls off gently, a picture begins at an edge
EDGES = 0.003  # of the page that may be steeper
FAINTEST = 40  # of 255: darker paper has no ink to be told from it


def evened(grey: Image.Image) -> Image.Image:
    """The grey page, light letters on dark ground made dark on light, and shadows on its paper made white.

    What is evenly lit, or holds pictures, comes back as it is.
    """
    small = grey.reduce(COARSE)
    if float(np.median(np.asarray(small))) < NEGATIVE:
        grey, small = ImageOps.invert(grey), ImageOps.invert(small)
    if min(small.size) <= REACH:
        return grey
    paper = small.filter(ImageFilter.MaxFilter(REACH))
    levels = np.asarray(paper).astype(np.float64)
    lightest = float(np.percentile(levels, 95))
    if np.percentile(levels, 5) >= EVEN * lightest or np.percentile(levels, 1) < FAINTEST:
        return grey
    steps = np.concatenate([np.abs(np.diff(levels, axis=axis)).ravel() for axis in (0, 1)])
    if np.mean(steps > SMOOTH * lightest) > EDGES:
        return grey
    gentle = paper.filter(ImageFilter.BoxBlur(REACH // 2))
    light = np.asarray(gentle.resize(grey.size, Resampling.BICUBIC)).astype(np.uint16)
    white = np.asarray(grey).astype(np.uint16) * 255 // np.maximum(light, 1)
    return Image.fromarray(np.minimum(white, 255).astype(np.uint8))
