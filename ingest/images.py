"""An image file as a Document: one page an image, read by OCR."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from ingest.document import Document
from ingest.errors import Damaged, Unrecognized
from ingest.media import media_type
from ingest.ocr import DPI, MOST_PIXELS, Recognizer
from ingest.pdf import composed
from ingest.sheets import Sheet

IMAGES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}
"""What is read, and what its library calls it."""

PLAUSIBLE = (72.0, 1200.0)  # dots an inch: what an image claims beyond is made up
WIDEST = 1300.0  # points: a sheet that would be wider than A2 is a photograph whose dots an inch say nothing
COARSE = 200.0  # dots an inch below which letters are enlarged for OCR


def read_image(data: bytes, source: str) -> Document:
    """The text on the images of a file, a page each. Raises Damaged, or NoText with what OCR lacks."""
    recognizer = Recognizer()
    with frames(data) as found:
        sheets = [_sheet(number, image, recognizer) for number, image in enumerate(found, start=1)]
    return replace(composed(data, source, "", sheets), media_type=media_type(data))


def page_of(data: bytes, number: int) -> tuple[Image.Image, float]:
    """Image `number`, from 1, as displayed, and its dots an inch. Raises Damaged, and IndexError past the last."""
    with frames(data) as found:
        for index, image in enumerate(found, start=1):
            if index == number:
                return image, dots(image)
    raise IndexError(f"page {number} of a file with fewer images")


@contextmanager
def frames(data: bytes) -> Iterator[Iterator[Image.Image]]:
    """The images of a file as displayed, turned as its EXIF says and on white paper. Raises Damaged."""
    try:
        with Image.open(BytesIO(data), formats=tuple(IMAGES.values())) as image:
            yield (_shown(frame) for frame in ImageSequence.Iterator(image))
    except UnidentifiedImageError as error:
        raise Damaged("this file begins as an image does, but is none that can be opened: it may be damaged") from error
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Damaged(f"this image cannot be opened ({error}): it may be truncated or damaged") from error


def _shown(frame: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(frame)
    dpi = frame.info.get("dpi")
    if turned.mode in ("RGBA", "LA", "PA", "P"):
        clear = turned.convert("RGBA")
        turned = Image.new("RGB", clear.size, "white")
        turned.paste(clear, mask=clear.getchannel("A"))
    shown = turned.convert("L" if turned.mode in ("1", "L", "I", "I;16", "F") else "RGB")
    shown.info = {"dpi": dpi} if dpi else {}
    return shown


def dots(image: Image.Image) -> float:
    """The image's own dots an inch where they can be believed, else those of a usual scan (300)."""
    claimed = image.info.get("dpi", (0, 0))
    dpi = float(min(claimed))
    believed = PLAUSIBLE[0] <= dpi <= PLAUSIBLE[1] and max(image.size) * 72 / dpi <= WIDEST
    return dpi if believed else float(DPI)


def _sheet(number: int, image: Image.Image, recognizer: Recognizer) -> Sheet:
    dpi = dots(image)
    size = (image.width * 72 / dpi, image.height * 72 / dpi)
    grey = image.convert("L")
    wanted = DPI / dpi if dpi < COARSE else min(1.0, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    if wanted != 1.0:
        grey = grey.resize((round(grey.width * wanted), round(grey.height * wanted)), Image.Resampling.BICUBIC)
    try:
        sheet = recognizer.sheet(number, grey, dpi=dpi * wanted)
    except Unrecognized as error:
        return Sheet(number, *size, finding=f"Page {number} was left out: an image, and {error}.", is_unreadable=True)
    return replace(sheet, doubt="an image") if sheet.scan else sheet
