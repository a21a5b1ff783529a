"""A page of a PDF, or of an image file, as an image, for showing passages on it."""

from io import BytesIO

from PIL.Image import Image

from ingest.images import IMAGES, page_of
from ingest.media import media_type
from ingest.pdfium import opened


def page_image(data: bytes, page_number: int, scale: float = 2.0, password: str | None = None) -> bytes:
    """The page (from 1) as displayed, as PNG; `scale` pixels a point; `password` where the PDF needs one.

    Raises Encrypted or Damaged, and IndexError when there is no such page.
    """
    image = (
        _scaled(data, page_number, scale) if media_type(data) in IMAGES else _drawn(data, page_number, scale, password)
    )
    out = BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def _drawn(data: bytes, page_number: int, scale: float, password: str | None) -> Image:
    with opened(data, password) as pdf:
        if not 1 <= page_number <= pdf.pages:
            raise IndexError(f"page {page_number} of a PDF with {pdf.pages}")
        return pdf.image(page_number, scale)


def _scaled(data: bytes, page_number: int, scale: float) -> Image:
    image, dpi = page_of(data, page_number)
    return image.resize((max(1, round(image.width * 72 / dpi * scale)), max(1, round(image.height * 72 / dpi * scale))))
