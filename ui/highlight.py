"""Drawing passages on their page: the boxes in a marker's yellow, the letters still black."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from ingest.document import Box

MARKER = (255, 226, 89)  # multiplied with the page: white turns to this, ink stays ink
EDGE = (214, 120, 0)
PADDING = 1.5  # points around a box, so that the letters do not touch its edge
MARGIN = 48.0  # points of the page kept around the boxes when it is cropped: about three lines
NARROWEST = 460.0  # points; a narrower crop shows too little of the lines around


def draw_boxes(png: bytes, boxes: Sequence[Box], scale: float, *, is_cropped: bool = False) -> bytes:
    """The page image with the boxes (points) marked; `scale` is the image's pixels per point. Returns PNG.

    `is_cropped` keeps the part of the page around the boxes.
    """
    page = Image.open(BytesIO(png)).convert("RGB")
    if boxes:
        page = _marked(page, [_pixels(box, scale) for box in boxes], width=max(1, round(scale / 2)))
    if boxes and is_cropped:
        page = page.crop(_around(boxes, page.width / scale, page.height / scale, scale))
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


def _around(boxes: Sequence[Box], width: float, height: float, scale: float) -> tuple[int, int, int, int]:
    """The part of a page of that size (points) to keep, in pixels."""
    left, right = min(box[0] for box in boxes) - MARGIN, max(box[2] for box in boxes) + MARGIN
    missing = max(0.0, NARROWEST - (right - left))
    left = max(0.0, left - missing / 3)
    right = min(width, max(right, left + NARROWEST))
    top = max(0.0, min(box[1] for box in boxes) - MARGIN)
    bottom = min(height, max(box[3] for box in boxes) + MARGIN)
    return round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)


def _pixels(box: Box, scale: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return (x0 - PADDING) * scale, (y0 - PADDING) * scale, (x1 + PADDING) * scale, (y1 + PADDING) * scale
