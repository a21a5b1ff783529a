"""A page painted as it was read: frames where the blocks are, and nothing where nothing was read."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from ingest import Span, read
from ingest.document import Box
from ingest.errors import UnknownMedia
from ingest.show import CELL, COLOURS, Mark, painted
from tests.ingest.conftest import Paper, both, lines

SCALE = 2.0


def colours(png: bytes, box: Box | None) -> set[Any]:
    """The colours of the picture in a box (points) and three points around it, or in all of it."""
    image = Image.open(BytesIO(png)).convert("RGB")
    if box is not None:
        x0, y0, x1, y1 = box
        image = image.crop(tuple(round(edge * SCALE) for edge in (x0 - 3, y0 - 3, x1 + 3, y1 + 3)))  # type: ignore[arg-type]
    return {colour for _, colour in image.getcolors(1 << 24) or ()}


def test_blocks_cells_and_marks_are_painted_where_they_stand(paper: Paper) -> None:
    def table(canvas: Any) -> None:
        for x in (60, 200, 320):
            canvas.line(x, 500, x, 440)
        for y in (500, 470, 440):
            canvas.line(60, y, 320, y)
        for x, y, text in ((65, 480, "Регион"), (205, 480, "Число"), (65, 450, "Томск"), (205, 450, "5")):
            canvas.drawString(x, y, text)

    data = paper(both(lines("Обычный абзац текста на странице, и больше ничего."), table))
    document = read(data, "page.pdf")
    start = document.text.index("абзац")
    png = painted(data, document, 1, [Mark(Span(start, start + 5), "Word")], scale=SCALE)
    assert COLOURS["paragraph"] in colours(png, document.blocks[0].box)
    assert CELL in colours(png, document.tables[0].cells[3].box)
    assert any(blue < 200 < red for red, _, blue in colours(png, document.blocks[0].box))  # the marker's yellow
    assert colours(png, (300, 600, 500, 800)) == {(255, 255, 255)}


def test_a_page_without_an_image_says_so(paper: Paper) -> None:
    note = "Просто текст без страниц.".encode()
    with pytest.raises(UnknownMedia, match="plain text has no page images"):
        painted(note, read(note, "note.txt"), 1)
    data = paper(lines("Одна страница."))
    with pytest.raises(IndexError, match="page 2 of a document with 1"):
        painted(data, read(data, "one.pdf"), 2)
