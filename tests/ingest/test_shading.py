"""Pages in bad light: shadows, vignettes and negatives read as well as evenly lit ones."""

import numpy as np
import pytest
from PIL import Image

from ingest import read
from ingest.shading import evened
from tests.ingest.conftest import Paper, lines
from tests.ingest.scanning import ENGLISH, RUSSIAN, SMALL, bound, saved, shot


@pytest.fixture
def page(paper: Paper) -> bytes:
    return paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL)


def lit(image: Image.Image, across: tuple[float, float], down: tuple[float, float]) -> Image.Image:
    """The image under light that falls off from its left to its right and from its top to its bottom."""
    pixels = np.asarray(image).astype(float)
    height, width = pixels.shape
    light = np.linspace(*across, width)[None, :] * np.linspace(*down, height)[:, None]
    return Image.fromarray((pixels * light).astype(np.uint8))


@pytest.mark.parametrize("ends", [((1.0, 0.35), (1.0, 0.8)), ((0.4, 1.0), (0.7, 1.0))], ids=["right", "left"])
def test_a_page_in_a_shadow_is_read_whole(page: bytes, ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
    document = read(bound(lit(shot(page), *ends)), "shadow.pdf")
    assert "".join(document.text.split()) == "".join("".join(RUSSIAN).split())


def test_a_photograph_in_a_shadow_is_set_level_too(paper: Paper) -> None:
    shown = shot(paper(lines(*ENGLISH, top=210, size=15, leading=30), size=SMALL), skew=1.5)
    document = read(saved(lit(shown, (1.0, 0.4), (1.0, 0.8)), "JPEG"), "phone.jpg")
    assert "".join(document.text.split()) == "".join("".join(ENGLISH).split())


def test_a_negative_is_read_as_its_positive(page: bytes) -> None:
    negative = Image.fromarray(255 - np.asarray(shot(page)))
    document = read(saved(negative, "PNG"), "microfilm.png")
    assert "".join(document.text.split()) == "".join("".join(RUSSIAN).split())


def test_an_even_page_and_one_with_a_picture_stay_as_they_are(page: bytes) -> None:
    even = shot(page)
    assert evened(even) is even
    pictured = even.copy()
    pictured.paste(Image.radial_gradient("L").resize((700, 500)), (1600, 300))
    assert evened(pictured) is pictured
