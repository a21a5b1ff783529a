"""How many pages a file says it has."""

from io import BytesIO

import pytest
from PIL import Image

from ingest import length
from ingest.length import page_count


def images(count: int) -> bytes:
    out = BytesIO()
    first, *others = (Image.new("L", (8, 8), "white") for _ in range(count))
    first.save(out, format="TIFF", save_all=True, append_images=others)
    return out.getvalue()


def pdf(pages: int) -> bytes:
    out = BytesIO()
    first, *others = (Image.new("L", (8, 8), "white") for _ in range(pages))
    first.save(out, format="PDF", save_all=True, append_images=others)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "pages"),
    [(pdf(3), 3), (images(2), 2), (b"", 1), ("Текст".encode(), 1), (pdf(3)[:200], 3), (pdf(3)[:60], 1)],
    ids=["pdf", "tiff", "nothing", "text", "half a pdf", "a quarter of it"],
)
def test_pages_are_counted_and_what_does_not_open_counts_one(data: bytes, pages: int) -> None:
    assert page_count(data) == pages


def test_a_file_cannot_ask_for_any_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(length, "MOST", 2)
    assert page_count(pdf(3)) == 2
