"""A row of a table that the end of a page parts is one row; what only looks so stays two."""

from typing import Any

from ingest import Document, Span, locate, read
from tests.ingest.conftest import Draw, Paper, both, lines

HEAD = ("№", "Мера поддержки", "Содержание")
FIRST = ("1", "Субсидия", "Возмещение затрат на оборудование")
PARTED = ("2", "Гарантия", "Поручительство фонда по кредитам, которые")
REST = ("", "", "получены участниками кластера в банках")
LAST = ("3", "Льгота", "Пониженная ставка налога на имущество")


def ruled(*rows: tuple[str, str, str], is_open: bool = False) -> Draw:
    """A ruled table; if it `is_open`, without the rule under its last row."""

    def draw(canvas: Any) -> None:
        bottom = 780 - 24 * len(rows)
        for x in (60, 100, 240, 540):
            canvas.line(x, 780, x, bottom)
        for index in range(len(rows) + (not is_open)):
            canvas.line(60, 780 - 24 * index, 540, 780 - 24 * index)
        for index, row in enumerate(rows):
            for x, text in zip((65, 105, 245), row, strict=True):
                canvas.drawString(x, 780 - 24 * index - 16, text)

    return draw


def number(page: int) -> Draw:
    return lines(str(page), x=300, top=20, size=8)


def rows(document: Document) -> list[list[list[str]]]:
    """The table's rows: of each cell the parts that hold text."""
    (table,) = document.tables
    found: list[list[list[str]]] = [[[] for _ in range(table.columns)] for _ in range(table.rows)]
    for (row, column), parts in table.filled().items():
        found[row][column] = [document.text[cell.start : cell.end] for cell in parts]
    return found


def single(*row: str) -> list[list[str]]:
    return [[text] for text in row]


def test_a_row_without_a_rule_under_it_goes_on_over_the_page_end(paper: Paper) -> None:
    first, second = ruled(HEAD, FIRST, PARTED, is_open=True), ruled(HEAD, REST, LAST)
    document = read(paper(*(both(page, number(at)) for at, page in enumerate((first, second), 1))), "open.pdf")
    assert rows(document) == [
        single(*HEAD),
        single(*FIRST),
        [["2"], ["Гарантия"], [PARTED[2], REST[2]]],
        single(*LAST),
    ]


def test_a_sentence_that_goes_on_below_an_empty_first_cell_joins_rows_though_a_rule_is_drawn(paper: Paper) -> None:
    document = read(paper(ruled(HEAD, FIRST, PARTED), ruled(REST, LAST)), "closed.pdf")
    assert len(rows(document)) == 4
    assert rows(document)[2][2] == [PARTED[2], REST[2]]


def test_each_part_of_a_cell_has_its_page_and_its_box(paper: Paper) -> None:
    data = paper(ruled(HEAD, FIRST, PARTED, is_open=True), ruled(HEAD, REST, LAST))
    document = read(data, "open.pdf")
    spans = [Span(cell.start, cell.end) for cell in document.tables[0].filled()[2, 2]]
    found = locate(data, document, spans)
    assert [[(one.page, one.quote) for one in found[span]] for span in spans] == [[(1, PARTED[2])], [(2, REST[2])]]
    for span, cell in zip(spans, document.tables[0].filled()[2, 2], strict=True):
        ((x0, y0, x1, y1),) = found[span][0].boxes
        left, top, right, bottom = cell.box or (0, 0, 0, 0)
        assert left <= x0 < x1 <= right
        assert top <= y0 < y1 <= bottom


def test_a_new_row_below_a_cell_that_is_drawn_once_is_a_row(paper: Paper) -> None:
    more = ("", "Гарантия фонда", "Поручительство по кредитам банков")
    document = read(paper(ruled(HEAD, FIRST, LAST), ruled(more, ("4", "Заём", "Деньги на срок"))), "merged.pdf")
    assert len(rows(document)) == 5


def test_a_table_whose_cells_begin_with_small_letters_is_not_joined(paper: Paper) -> None:
    small = [(str(number), f"мера {number}", f"уровень {number}") for number in range(1, 7)]
    document = read(paper(ruled(HEAD, *small[:3], is_open=True), ruled(*small[3:], is_open=True)), "small.pdf")
    assert rows(document) == [single(*row) for row in (HEAD, *small)]


def test_a_row_of_figures_is_never_the_rest_of_another(paper: Paper) -> None:
    figures = ("", "", "1 250,5")
    document = read(paper(ruled(HEAD, FIRST, PARTED, is_open=True), ruled(figures, LAST)), "figures.pdf")
    assert len(rows(document)) == 5


def grouped(*rows: tuple[str, str], first: str) -> Draw:
    """A ruled table whose first column is one cell."""

    def draw(canvas: Any) -> None:
        bottom = 780 - 24 * len(rows)
        for x in (60, 200, 400, 540):
            canvas.line(x, 780, x, bottom)
        for index in range(len(rows) + 1):
            canvas.line(60 if index in (0, len(rows)) else 200, 780 - 24 * index, 540, 780 - 24 * index)
        canvas.drawString(65, 764, first)
        for index, row in enumerate(rows):
            for x, text in zip((205, 405), row, strict=True):
                canvas.drawString(x, 780 - 24 * index - 16, text)

    return draw


def test_a_cell_of_several_rows_goes_on_over_the_page_end(paper: Paper) -> None:
    first = grouped(("Северный", "Пермь"), ("Волжский", "Казань"), first="Фотоника")
    second = grouped(("Донской", "Курск"), ("Камский", "Томск"), first="")
    (table,) = read(paper(first, second), "groups.pdf").tables
    assert [(cell.row, cell.row_span) for cell in table.cells if cell.column == 0] == [(0, 4)]
