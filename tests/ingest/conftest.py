"""PDFs made on the spot, so that each test shows what its page holds."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/dejavu")
FONT, BOLD = "DejaVuSans", "DejaVuSans-Bold"

Draw = Callable[[Any], None]
Paper = Callable[..., bytes]


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    """Fonts with Cyrillic letters, from Debian's fonts-dejavu-core."""
    for name in (FONT, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


@pytest.fixture
def paper() -> Paper:
    """`paper(draw, draw, …)` gives the bytes of a PDF, one page a function; `size` in points, `encrypt` a password."""

    def make(*pages: Draw, size: tuple[float, float] = (595, 842), encrypt: str | None = None) -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=size, encrypt=encrypt, invariant=True)
        for draw in pages:
            canvas.setFont(FONT, 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return make


def lines(
    *texts: str, x: float = 60, top: float = 780, size: float = 11, leading: float = 15, font: str = FONT
) -> Draw:
    """Text lines under each other, from `top` points above the page's bottom downwards."""

    def draw(canvas: Any) -> None:
        canvas.setFont(font, size)
        for index, text in enumerate(texts):
            canvas.drawString(x, top - index * leading, text)

    return draw


def both(*draws: Draw) -> Draw:
    """Several drawings on one page, in this drawing order."""

    def draw(canvas: Any) -> None:
        for each in draws:
            each(canvas)

    return draw
