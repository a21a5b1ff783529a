"""Tables whose rows are told by level rules or by shades alone."""

from collections.abc import Sequence
from typing import Any

import pytest

from ingest import Document, read
from tests.ingest.conftest import BOLD, FONT, Draw, Paper, both, lines

XS = (64, 220, 420)
ROWS = (
    (("Организация",), ("Функции",), ("Кто отвечает",)),
    (("Центр развития",), ("Ведение реестра и", "подготовка заявок"), ("Ершова Марина",)),
    (("Корпорация",), ("Сопровождение", "инвесторов области"), ("Лунин Пётр,", "директор")),
    (("Технопарк",), ("Помещения для", "резидентов"), ("Сомов Илья",)),
    (("Палата",), ("Выставки",), ("Комитет по", "кооперации")),
)


def drawn(rows: Sequence[Sequence[Sequence[str]]], *, shaded: bool) -> Draw:
    """The rows from the top, a rule under each or every second one from the header on shaded."""

    def draw(canvas: Any) -> None:
        y = 700.0
        for index, row in enumerate(rows):
            height = 12 * max(len(cell) for cell in row) + 8
            if shaded and index % 2 == 0:
                canvas.setFillGray(0.85)
                canvas.rect(60, y - height, 470, height, stroke=0, fill=1)
                canvas.setFillGray(0)
            elif not shaded:
                canvas.line(60, y - height, 530, y - height)
            canvas.setFont(BOLD if index == 0 else FONT, 10)
            for x, cell in zip(XS, row, strict=True):
                for line, text in enumerate(cell):
                    canvas.drawString(x, y - 13 - 12 * line, text)
            y -= height

    return draw


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    found = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = document.text[cell.start : cell.end]
    return found


@pytest.mark.parametrize("shaded", [False, True])
@pytest.mark.parametrize("count", [4, 5])
def test_rules_and_shades_part_rows_whose_cells_run_over_several_lines(paper: Paper, shaded: bool, count: int) -> None:
    around = "Перечень организаций области, которые ведут программу развития кластеров в этом году"
    page = both(lines(around, top=730), drawn(ROWS[:count], shaded=shaded), lines(around, top=500))
    document = read(paper(page), "banded.pdf")
    assert cells(document) == [[" ".join(cell) for cell in row] for row in ROWS[:count]]
    assert [cell.is_header for cell in document.tables[0].cells[:3]] == [True, True, True]
    assert document.text.count(around) == 2


def test_a_row_that_one_text_runs_across_is_one_cell(paper: Paper) -> None:
    wide = (("Организации, которые помогают участникам на внешних рынках",), (), ())
    document = read(paper(drawn((*ROWS[:3], wide, *ROWS[3:]), shaded=False)), "wide.pdf")
    (across,) = [cell for cell in document.tables[0].cells if cell.row == 3]
    assert across.column_span == 3


def test_columns_of_text_between_rules_are_no_table(paper: Paper) -> None:
    left = (
        "Центр ведёт реестр участников, готовит",
        "заявки на конкурсы и помогает им найти",
        "поставщиков в области.",
    )
    right = ("Министерство распределяет субсидии и", "проверяет, как получатели тратят их на", "свои проекты и кадры.")

    def draw(canvas: Any) -> None:
        for place in range(3):
            lines(*left, x=60, top=700 - 60 * place, size=10, leading=13)(canvas)
            lines(*right, x=310, top=700 - 60 * place, size=10, leading=13)(canvas)
        canvas.line(60, 720, 530, 720)
        canvas.line(60, 540, 530, 540)

    document = read(paper(draw), "text.pdf")
    assert document.tables == ()
    assert document.text.index("Министерство") > document.text.rindex("поставщиков")


def test_rows_between_two_rules_are_told_apart_by_their_figures(paper: Paper) -> None:
    rows = (
        ("Measure", "2020", "2021"),
        ("Grants to members", "12.4", "13.0"),
        ("Training of staff, including", "", ""),
        ("apprentices of the second year", "3.3", "4.1"),
        ("Shared equipment", "40.0", "38.2"),
        ("Total", "55.7", "55.3"),
    )

    def draw(canvas: Any) -> None:
        for y in (712, 694, 634, 616):
            canvas.line(60, y, 400, y)
        for index, row in enumerate(rows):
            for x, text in zip((64, 280, 350), row, strict=True):
                canvas.drawString(x, 700 - 16 * index + (2 if index else 0) - 2, text)

    (table,) = read(paper(draw), "measures.pdf").tables
    assert (table.rows, table.columns) == (5, 3)
