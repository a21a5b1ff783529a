"""A page of a PDF as an image, for showing passages on it."""

from io import BytesIO

from ingest.pdfium import opened


def page_image(data: bytes, page_number: int, scale: float = 2.0) -> bytes:
    """The page (from 1) as displayed, as PNG; `scale` pixels a point.

    Raises Encrypted or Damaged, and IndexError when there is no such page.
    """
    with opened(data) as pdf:
        if not 1 <= page_number <= pdf.pages:
            raise IndexError(f"page {page_number} of a PDF with {pdf.pages}")
        image = pdf.image(page_number, scale)
        out = BytesIO()
        image.save(out, format="PNG")
        return out.getvalue()
