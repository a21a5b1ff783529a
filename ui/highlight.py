"""Drawing passages on their page: the boxes in a marker's yellow, the letters still black."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from ingest.document import Box

MARKER = (255, 226, 89)  # multiplied with the page: white turns to this, ink stays ink
EDGE = (214, 120, 0)
PADDING = 1.5  # points around a box, so that the letters do not touch its edge
MARGIN = 56.0  # points of the page kept above and below the boxes when it is cropped: about three lines


def draw_boxes(png: bytes, boxes: Sequence[Box], scale: float, *, is_cropped: bool = False) -> bytes:
    """The page image with the boxes (points) marked; `scale` is the image's pixels per point. Returns PNG.

    `is_cropped` keeps the strip of the page that holds the boxes, over its whole width.
    """
    page = Image.open(BytesIO(png)).convert("RGB")
    if boxes:
        page = _marked(page, [_pixels(box, scale) for box in boxes], width=max(1, round(scale / 2)))
    if boxes and is_cropped:
        top = max(0.0, min(box[1] for box in boxes) - MARGIN) * scale
        bottom = min(page.height, (max(box[3] for box in boxes) + MARGIN) * scale)
        page = page.crop((0, round(top), page.width, round(bottom)))
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _marked(page: Image.Image, corners: Sequence[tuple[float, float, float, float]], *, width: int) -> Image.Image:
    marker = Image.new("RGB", page.size, (255, 255, 255))
    pen = ImageDraw.Draw(marker)
    for corner in corners:
        pen.rectangle(corner, fill=MARKER)
    marked = ImageChops.multiply(page, marker)
    outline = ImageDraw.Draw(marked)
    for corner in corners:
        outline.rectangle(corner, outline=EDGE, width=width)
    return marked


def _pixels(box: Box, scale: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return (x0 - PADDING) * scale, (y0 - PADDING) * scale, (x1 + PADDING) * scale, (y1 + PADDING) * scale
