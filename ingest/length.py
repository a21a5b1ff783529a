"""How many pages a file says it has, before any of them is read."""

from io import BytesIO

from PIL import Image

from ingest.errors import IngestError
from ingest.images import IMAGES
from ingest.media import PDF, media_type
from ingest.pdfium import opened

MOST = 10_000  # a file that claims more is lying, or wants more time than anyone has


def page_count(data: bytes, password: str | None = None) -> int:
    """The pages of a PDF and the images of a TIFF, at most `MOST`; 1 for everything else, and for what does not open.

    >>> page_count(b"plain text")
    1
    """
    kind = media_type(data) if data else ""
    try:
        if kind == PDF:
            with opened(data, password) as pdf:
                return max(1, min(MOST, pdf.pages))
        if kind in IMAGES:
            with Image.open(BytesIO(data)) as image:
                return max(1, min(MOST, getattr(image, "n_frames", 1)))
    except (IngestError, OSError, SyntaxError, ValueError):  # the reader says what is wrong with it
        return 1
    return 1
