"""The pictures on a PDF page: which of them is the whole page, as in a scan, and how large they are.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

from collections.abc import Iterator
from itertools import islice

import pypdfium2
from PIL.Image import Image
from pypdfium2 import raw

from ingest.document import Box

PLAIN_COLOURS = (raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_DEVICERGB)
SQUARE = 0.01  # by which a pixel may be wider than high
DEPTH = 3  # of forms within forms that are looked into


def whole_page(page: "pypdfium2.PdfPage") -> tuple[Image, float] | None:
    """The picture that is all of the page, as the file holds it, and its pixels a point.

    None where the page holds anything else, or where its picture would have to be turned, stretched or masked.
    """
    found = list(islice(page.get_objects(max_depth=1), 2))
    if len(found) != 1 or not isinstance(found[0], pypdfium2.PdfImage) or page.get_rotation():
        return None
    across, down = _own_scale(found[0], page.get_bbox())
    if not across or abs(across - down) > SQUARE * across:
        return None
    image: Image = found[0].get_bitmap().to_pil()
    return image, across


def bounds_of(page: "pypdfium2.PdfPage") -> Iterator[Box]:
    """Left, bottom, right and top of each picture of the page, in its own coordinates."""
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEPTH):
        yield picture.get_bounds()


def _own_scale(picture: "pypdfium2.PdfImage", page: Box) -> tuple[float, float]:
    """The picture's pixels a point, across and down; zeros where it is not simply the page."""
    a, b, c, d, _, _ = picture.get_matrix().get()
    about = picture.get_metadata()
    is_plain = about.colorspace in PLAIN_COLOURS and about.bits_per_pixel in (8, 24) and a > 0 < d and not b and not c
    is_page = all(abs(edge - own) <= 1 for edge, own in zip(picture.get_bounds(), page, strict=True))
    if not is_plain or not is_page:
        return 0.0, 0.0
    width, height = picture.get_px_size()
    return width / a, height / d
