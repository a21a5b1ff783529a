"""A page as an image."""

from io import BytesIO

import pytest
from PIL import Image

from ingest.render import page_image
from tests.ingest.conftest import Paper, lines


def test_the_image_has_the_page_s_size_and_its_ink(paper: Paper) -> None:
    image = Image.open(BytesIO(page_image(paper(lines("text", x=100, top=742)), 1, scale=2.0)))
    assert image.format == "PNG"
    assert image.size == (1190, 1684)
    ink = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert ink is not None
    assert ink == pytest.approx((200, 183, 250, 201), abs=12)


def test_a_page_that_is_not_there_is_said(paper: Paper) -> None:
    with pytest.raises(IndexError, match="page 2 of a PDF with 1"):
        page_image(paper(lines("text")), 2)
