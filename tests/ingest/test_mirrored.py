"""Pages in mirror writing are read as a mirror shows them."""

from typing import Any

from ingest import Document, Span, locate, read
from tests.ingest.conftest import Draw, Paper, lines

LEFT = tuple(f"Строка {number} четырнадцатой страницы" for number in "абвгде")
RIGHT = tuple(f"строка {number} пятнадцатой страницы" for number in "абвгде")


def mirrored(*draws: Draw, width: float) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.translate(width, 0)
        canvas.scale(-1, 1)
        for each in draws:
            each(canvas)

    return draw


def grid(canvas: Any) -> None:
    for y in (780, 750, 720):
        canvas.line(60, y, 500, y)
    for x in (60, 200, 500):
        canvas.line(x, 780, x, 720)
    for row, texts in enumerate((("Регион", "Кластеров"), ("Пермский край", "4"))):
        for x, text in zip((65, 205), texts, strict=True):
            canvas.drawString(x, 760 - 30 * row, text)


def cells(document: Document) -> list[str]:
    return [document.text[cell.start : cell.end] for cell in document.tables[0].cells]


def test_the_halves_of_a_mirrored_sheet_are_read_in_their_order(paper: Paper) -> None:
    halves = mirrored(lines(*LEFT, x=50, top=500), lines(*RIGHT, x=470, top=500), width=842)
    text = read(paper(halves, size=(842, 595)), "halves.pdf").text
    places = [text.index(line) for line in (*LEFT, *RIGHT)]
    assert places == sorted(places)


def test_a_mirrored_table_has_its_columns_in_order_and_its_boxes_where_they_stand(paper: Paper) -> None:
    data = paper(mirrored(grid, width=595))
    document = read(data, "table.pdf")
    assert cells(document) == ["Регион", "Кластеров", "Пермский край", "4"]
    for cell in document.tables[0].cells:
        span = Span(cell.start, cell.end)
        ((x0, _, x1, _),) = locate(data, document, [span])[span][0].boxes
        left, _, right, _ = cell.box or (0, 0, 0, 0)
        assert left <= x0 < x1 <= right
