"""What this machine can read that another may not: part of an edition's key, so that a new Tesseract reads again."""

from ingest.images import IMAGES
from ingest.media import PDF, media_type
from ingest.tesseract import engine


def capabilities(data: bytes) -> str:
    """The capabilities that the reading of these bytes rests on, `ocr=eng+rus-5.3.0`; `none` without any.

    >>> capabilities(b"plain text needs no OCR")
    'none'
    """
    if media_type(data) not in (PDF, *IMAGES):
        return "none"
    found = engine()
    return f"ocr={'+'.join(sorted(found.languages))}-{found.version}" if found and found.languages else "none"
