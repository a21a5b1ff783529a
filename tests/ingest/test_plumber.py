"""Tables that our own grids do not read and pdfplumber's table finder does: cells, boxes, and what is no table."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest import Document, read
from ingest.document import Box
from ingest.pdfium import opened
from ingest.plumber import further_lattices
from ingest.rulings import lattices
from ingest.strokes import Strokes
from tests.ingest.conftest import Paper, both, lines

XS, YS = (60, 190, 300, 430), (760, 725, 690, 640, 610)
TEXTS = [
    ["Регион", "Кластеров", "Субсидия"],
    ["Пермский край", "1", "118,0"],
    ["Томская область", "5", "94"],
    ["Самарская область", "7", "152,4"],
]
SHADE = (0.82, 0.88, 0.95)


def cell_boxes() -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, width and height of each cell, as a canvas takes them."""
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            yield left, bottom, right - left, top - bottom


def filled_cells(canvas: Any, gap: float = 1.5) -> None:
    """Shaded boxes with white between them."""
    canvas.setFillColorRGB(*SHADE)
    for x, y, width, height in cell_boxes():
        canvas.rect(x + gap / 2, y + gap / 2, width - gap, height - gap, stroke=0, fill=1)


def boxes_apart(canvas: Any) -> None:
    """A frame around each cell, four points from the next."""
    for x, y, width, height in cell_boxes():
        canvas.rect(x + 2, y + 2, width - 4, height - 4)


def round_boxes(canvas: Any) -> None:
    """A frame with round corners around each cell."""
    for x, y, width, height in cell_boxes():
        canvas.roundRect(x + 1, y + 1, width - 2, height - 2, 3)


def along_walls(draw: Callable[[float, float, float, float], None]) -> None:
    """Each rule of the grid from end to end."""
    for x in XS:
        draw(x, YS[-1], x, YS[0])
    for y in YS:
        draw(XS[0], y, XS[-1], y)


def dots(canvas: Any) -> None:
    """Rules made of squares, one point wide and two apart."""

    def dotted(x0: float, y0: float, x1: float, y1: float) -> None:
        steps = int(max(x1 - x0, y1 - y0) // 3)
        for step in range(steps + 1):
            x, y = (x0, y0 + 3 * step) if x0 == x1 else (x0 + 3 * step, y0)
            canvas.rect(x - 0.5, y - 0.5, 1, 1, stroke=0, fill=1)

    along_walls(dotted)


def bars(canvas: Any) -> None:
    """Rules that are filled boxes four and a half points thick."""

    def bar(x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.rect(x0 - 2.25, y0 - 2.25, x1 - x0 + 4.5, y1 - y0 + 4.5, stroke=0, fill=1)

    along_walls(bar)


def broken_corners(canvas: Any) -> None:
    """Walls of each cell that end four points before its corners."""
    for x, y, width, height in cell_boxes():
        for low in (y, y + height):
            canvas.line(x + 4, low, x + width - 4, low)
        for left in (x, x + width):
            canvas.line(left, y + 4, left, y + height - 4)


def pictures(canvas: Any) -> None:
    """Rules that are stretched pictures of one pixel."""
    pixel = ImageReader(Image.new("RGB", (1, 1), (0, 0, 0)))

    def stretched(x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.drawImage(pixel, x0, y0, max(x1 - x0, 0.7), max(y1 - y0, 0.7))

    along_walls(stretched)


def texts(canvas: Any) -> None:
    canvas.setFillColorRGB(0, 0, 0)
    for row, (top, cells) in enumerate(zip(YS, TEXTS, strict=False)):
        for x, text in zip(XS, cells, strict=False):
            canvas.drawString(x + 8, top - 22 - row % 2, text)


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    found = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = document.text[cell.start : cell.end]
    return found


def expected_boxes(height: float = 842) -> list[Box]:
    return [(x, height - y - tall, x + wide, height - y) for x, y, wide, tall in cell_boxes()]


DRAWINGS = {
    "filled cells with white between them": filled_cells,
    "filled cells that touch": lambda canvas: filled_cells(canvas, 0),
    "a box for each cell, apart": boxes_apart,
    "boxes with round corners": round_boxes,
    "rules made of dots": dots,
    "thick bars": bars,
    "walls that end before the corner": broken_corners,
}


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_pdfplumber_reads_what_our_grids_do_not(paper: Paper, drawing: Callable[[Any], None]) -> None:
    data = paper(both(drawing, texts))
    with opened(data) as pdf, pdf.page(1) as page:
        assert lattices(page.strokes().lines) == []
    document = read(data, "shapes.pdf")
    assert rows(document) == TEXTS
    for cell, box in zip(document.tables[0].cells, expected_boxes(), strict=True):
        assert cell.box == pytest.approx(box, abs=2.5)


def test_rules_that_are_pictures_are_rules(paper: Paper) -> None:
    assert rows(read(paper(both(pictures, texts)), "pictures.pdf")) == TEXTS


def test_boxes_are_of_the_page_as_displayed() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(842, 842), cropBox=(40, 60, 802, 802), invariant=True)
    canvas.setPageRotation(90)
    canvas.translate(842, 0)
    canvas.rotate(90)
    canvas.setFont("DejaVuSans", 11)
    both(filled_cells, texts)(canvas)
    canvas.save()
    document = read(out.getvalue(), "turned.pdf")
    assert rows(document) == TEXTS
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((742, 762), abs=0.1)
    shift = (60, 40)  # what the crop box takes off at the left and at the top, once the page is turned
    for cell, (x0, y0, x1, y1) in zip(document.tables[0].cells, expected_boxes(), strict=True):
        assert cell.box == pytest.approx((x0 - shift[0], y0 - shift[1], x1 - shift[0], y1 - shift[1]), abs=2.5)


def test_a_merged_cell_of_shapes_stands_once(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(*SHADE)
        for x, y, width, height in ((60, 641, 118, 58), (180, 671, 239, 28), (180, 641, 119, 28), (301, 641, 118, 28)):
            canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for x, y, text in ((65, 668, "Год"), (185, 680, "Субсидия"), (185, 650, "план"), (305, 650, "факт")):
            canvas.drawString(x, y, text)

    document = read(paper(draw), "merged.pdf")
    spans = {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span) for c in document.tables[0].cells
    }
    assert spans == {"Год": (0, 0, 2, 1), "Субсидия": (0, 1, 1, 2), "план": (1, 1, 1, 1), "факт": (1, 2, 1, 1)}


def bar_chart(canvas: Any) -> None:
    """Bars on a ground of bands, their values above them."""
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    for index in range(5):
        canvas.rect(60, 300 + 60 * index, 400, 58, stroke=0, fill=1)
    for index in range(8):
        canvas.setFillColorRGB(0.2, 0.3, 0.7)
        canvas.rect(70 + 48 * index, 300, 24, 60 + 30 * index, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(74 + 48 * index, 285, str(2010 + index))


def tiles_under_text(canvas: Any) -> None:
    """A pattern of tinted tiles behind a paragraph."""
    canvas.setFillColorRGB(*SHADE)
    for row in range(6):
        for column in range(8):
            canvas.rect(60 + 55 * column, 600 + 25 * row, 54, 24, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    lines(*["Строка абзаца, который стоит поверх плиток рисунка и пересекает их стены."] * 8, top=730)(canvas)


@pytest.mark.parametrize("drawing", [bar_chart, tiles_under_text])
def test_shapes_of_a_drawing_are_no_table(paper: Paper, drawing: Callable[[Any], None]) -> None:
    assert read(paper(drawing), "drawing.pdf").tables == ()


def test_boxes_that_share_no_columns_mark_words_and_are_no_table() -> None:
    def sides(*walls: float, top: float) -> list[Box]:
        level = [(x0, y, x1 - 1, y) for x0, x1 in pairwise(walls) for y in (top, top + 13)]
        return level + [(x, top, x, top + 13) for x0, x1 in pairwise(walls) for x in (x0, x1 - 1)]

    marked = [
        *sides(60, 166, 235, 330, top=100),
        *sides(60, 120, 190, 260, 330, top=114),
        *sides(60, 140, 215, 280, 330, top=128),
    ]
    even = [box for top in (100, 114, 128) for box in sides(60, 140, 215, 280, 330, top=top)]
    assert further_lattices(Strokes(sides=marked), []) == []
    (grid,) = further_lattices(Strokes(sides=even), [])
    assert (grid.rows, grid.columns, len(grid.frames)) == (3, 4, 12)


def test_white_shapes_wall_in_nothing(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        for row in range(3):
            for column in range(2):
                canvas.rect(60 + 240 * column, 700 - 100 * row, 239, 99, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for column in range(2):
            for row in range(3):
                lines("Текст этой колонки идёт сверху", "вниз и дальше не прерывается", x=66 + 240 * column,
                      top=770 - 100 * row)(canvas)  # fmt: skip

    assert read(paper(draw), "white.pdf").tables == ()


def test_pages_whose_rules_are_all_explained_do_not_load_pdfplumber(paper: Paper) -> None:
    def ruled(canvas: Any) -> None:
        along_walls(canvas.line)
        canvas.line(60, 800, 430, 800)
        texts(canvas)

    def framed(canvas: Any) -> None:
        for y in (500, 300, 100):
            canvas.rect(60, y, 300, 120)
        lines("Рамка с текстом внутри", top=600)(canvas)

    data = paper(lines("Страница без единой линии."), ruled, framed)
    code = (
        "import sys; from ingest import read; document = read(sys.stdin.buffer.read(), 'plain.pdf');"
        "print(len(document.tables), 'pdfplumber' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.decode().split() == ["1", "False"]
