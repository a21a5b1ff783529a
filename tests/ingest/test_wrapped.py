"""Tables without rules whose cells run over several lines, and what looks like one."""

from collections.abc import Sequence
from typing import Any

import pytest

from ingest import Document, read
from tests.ingest.conftest import Draw, Paper

XS = (60, 200, 420)
ROWS = (
    (("Регион",), ("Специализация",), ("Субсидия",)),
    (("Пермский край",), ("волоконная оптика и", "производство датчиков"), ("118,0",)),
    (("Томская область и", "её города"), ("лекарства",), ("94",)),
    (("Самарская область",), ("авиация, космос и", "двигатели для них", "обоих"), ("152,4",)),
)


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    found = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = document.text[cell.start : cell.end]
    return found


def drawn(rows: Sequence[Sequence[Sequence[str]]], *, centred: bool = False, white: float = 12) -> Draw:
    """The rows from the top, each cell's lines 13 points apart, at the head of the row or about its middle."""

    def draw(canvas: Any) -> None:
        y = 760.0
        for row in rows:
            tall = max(len(cell) for cell in row)
            for x, cell in zip(XS, row, strict=False):
                first = y - (13 * (tall - len(cell)) / 2 if centred else 0)
                for index, line in enumerate(cell):
                    canvas.drawString(x, first - 13 * index, line)
            y -= 13 * tall + white

    return draw


@pytest.mark.parametrize("centred", [False, True])
def test_rows_are_told_apart_by_the_white_between_them(paper: Paper, centred: bool) -> None:
    document = read(paper(drawn(ROWS, centred=centred)), "wrapped.pdf")
    assert cells(document) == [[" ".join(cell) for cell in row] for row in ROWS]
    assert [cell.is_header for cell in document.tables[0].cells[:4]] == [True, True, True, True]
    x0, y0, x1, y1 = document.tables[0].cells[4].box or (0, 0, 0, 0)
    assert x0 < 200 < x1 <= 420
    assert (y0, y1) == pytest.approx((842 - 760 + 25 - 10, 842 - 760 + 38 + 3), abs=4)


def test_text_around_the_table_stays_text(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        drawn(ROWS)(canvas)
        canvas.drawString(60, 800, "Перечень кластеров по регионам, получившим субсидии из бюджета в прошлом году")
        canvas.drawString(60, 560, "Источник: сведения регионов, поданные ими в министерство до конца прошлого года")

    document = read(paper(draw), "around.pdf")
    assert cells(document)[1] == ["Пермский край", "волоконная оптика и производство датчиков", "118,0"]
    assert document.text.startswith("Перечень")
    assert document.text.endswith("прошлого года")


def test_columns_of_text_without_a_number_for_each_row_are_no_table(paper: Paper) -> None:
    left = [f"первая колонка рассказывает {index}" for index in range(3)]
    right = [f"вторая колонка продолжает {index}" for index in range(3)]
    document = read(paper(drawn([(left, right)] * 3)), "columns.pdf")
    assert document.tables == ()


def test_a_table_whose_rows_stand_in_groups_keeps_its_rows(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        for index, (name, value) in enumerate((("Пермь", "1"), ("Томск", "2"), ("Самара", "3"), ("Тула", "4"))):
            y = 760 - 13 * index - 20 * (index // 2)
            canvas.drawString(60, y, name)
            canvas.drawString(200, y, "кластер")
            canvas.drawString(420, y, value)

    assert len(cells(read(paper(draw), "groups.pdf"))) == 4
