"""Scans made of what a page shows, so that OCR has something to read and the test knows what."""

from io import BytesIO

from PIL import Image

from ingest.render import page_image

RUSSIAN = (
    "Федеральный закон от 31 декабря 2014 г. № 488-ФЗ",
    "определяет основы промышленной политики страны.",
    "Кластер объединяет производителей волоконной",
    "оптики Пермского края и соседних регионов.",
    "Менеджер кластера: Галицкий Сергей Иванович.",
)
ENGLISH = (
    "The innovative territorial cluster was founded in",
    "the year 2012 and unites forty companies of the",
    "region, its universities and research institutes.",
    "The subsidies of the federal budget helped it to",
    "build a centre for prototypes and for training.",
)
SMALL = (595, 260)
"""The size in points of a page that holds five lines of these, and is quickly read."""


def shot(pdf: bytes, page: int = 1, *, dpi: int = 300, turn: int = 0, skew: float = 0.0) -> Image.Image:
    """A page as a scanner gives it: grey, after `turn` clockwise quarter turns, its lines falling by `skew` degrees."""
    image = Image.open(BytesIO(page_image(pdf, page, dpi / 72))).convert("L")
    if skew:
        image = image.rotate(-skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return image.rotate(-90 * turn, expand=True)


def bound(*images: Image.Image, dpi: int = 300) -> bytes:
    """A PDF of nothing but these images, a page each."""
    out = BytesIO()
    images[0].save(out, format="PDF", resolution=dpi, save_all=True, append_images=images[1:])
    return out.getvalue()


def saved(image: Image.Image, kind: str, *, dpi: int | None = 300) -> bytes:
    """The image as a file."""
    out = BytesIO()
    image.save(out, format=kind, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()
