"""Image files as documents, a page each."""

from io import BytesIO

import pytest
from PIL import Image

from ingest import Span, locate, read
from ingest.errors import Damaged
from ingest.images import page_of
from ingest.render import page_image
from tests.ingest.conftest import Paper, lines
from tests.ingest.scanning import ENGLISH, RUSSIAN, SMALL, saved, shot


@pytest.fixture
def image(paper: Paper) -> Image.Image:
    return shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_an_image_file_is_a_page(image: Image.Image, kind: str) -> None:
    data = saved(image, kind)
    document = read(data, f"scan.{kind.lower()}")
    assert document.media_type == f"image/{kind.lower()}"
    (page,) = document.pages
    assert (page.width, page.height) == pytest.approx(SMALL, abs=1)
    assert "488-ФЗ" in document.text
    start = document.text.index("Галицкий")
    (passage,) = locate(data, document, [Span(start, start + 8)])[Span(start, start + 8)]
    assert passage.quote == "Галицкий"
    assert len(passage.boxes) == 1


def test_each_image_of_a_tiff_is_a_page(paper: Paper, image: Image.Image) -> None:
    second = shot(paper(lines(*ENGLISH, top=210, size=15, leading=30), size=SMALL))
    out = BytesIO()
    image.convert("1").save(out, format="TIFF", dpi=(300, 300), save_all=True, append_images=[second.convert("1")])
    document = read(out.getvalue(), "two.tif")
    assert len(document.pages) == 2
    assert "prototypes" in document.page_text(document.pages[1])


def test_a_coarse_image_with_a_clear_ground_is_read(paper: Paper) -> None:
    page = shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL), dpi=110)
    clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
    clear.putalpha(page.point(lambda value: 255 - value))
    document = read(saved(clear, "PNG", dpi=110), "screen.png")
    assert "Менеджер кластера" in document.text
    assert document.pages[0].width == pytest.approx(SMALL[0], abs=1)


def test_an_image_turned_by_its_exif_is_shown_as_it_is_read(image: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the file lies on its side: turn it clockwise to show it
    out = BytesIO()
    image.rotate(90, expand=True).save(out, format="JPEG", dpi=(300, 300), exif=exif)
    document = read(out.getvalue(), "phone.jpg")
    assert document.pages[0].width > document.pages[0].height
    shown = Image.open(BytesIO(page_image(out.getvalue(), 1, 1.0)))
    assert shown.size == (round(document.pages[0].width), round(document.pages[0].height))


def test_an_image_that_claims_no_dots_an_inch_is_taken_for_a_usual_scan(image: Image.Image) -> None:
    _, dpi = page_of(saved(image, "PNG", dpi=None), 1)
    assert dpi == 300
    with pytest.raises(IndexError, match="page 2"):
        page_of(saved(image, "PNG"), 2)


def test_a_broken_image_is_damaged(image: Image.Image) -> None:
    data = saved(image, "PNG")
    with pytest.raises(Damaged, match="truncated or damaged"):
        read(data[: len(data) // 2], "half.png")
