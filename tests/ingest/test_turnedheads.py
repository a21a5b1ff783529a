"""Heads set sideways above columns that no upright rules part are the first row of the table."""

from typing import Any

import pytest

from ingest import read
from tests.ingest.conftest import Draw, Paper

HEADS = ("Субъект Российской Федерации", "Количество кластеров", "Число участников", "Рабочие места")
ROWS = (
    ("Пермский край", "4", "120", "8 300"),
    ("Томская область", "3", "95", "6 120"),
    ("Алтайский край", "1", "40", "2 210"),
)


def table(*, ruled: bool) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 800, "Показатели кластеров в 2022 году")
        for y in (650, 625, 600, 575) if ruled else ():
            canvas.line(55, y, 480, y)
        canvas.drawString(60, 660, HEADS[0])
        for x, head in zip((270, 340, 420), HEADS[1:], strict=True):
            canvas.saveState()
            canvas.translate(x + 15, 655)
            canvas.rotate(90)
            canvas.drawString(0, 0, head)
            canvas.restoreState()
        for index, row in enumerate(ROWS):
            for x, text in zip((60, 270, 340, 420), row, strict=True):
                canvas.drawString(x, 632 - 25 * index, text)

    return draw


@pytest.mark.parametrize("ruled", [True, False])
def test_heads_set_sideways_are_the_first_row_of_a_table_without_upright_rules(paper: Paper, ruled: bool) -> None:
    document = read(paper(table(ruled=ruled)), "turned.pdf")
    (found,) = document.tables
    cells = {at: document.text[cell.start : cell.end] for at, (cell, *_) in found.filled().items()}
    assert [[cells[row, column] for column in range(4)] for row in range(4)] == [list(HEADS), *map(list, ROWS)]
    assert all(cell.is_header for cell in found.cells if cell.row == 0)
    assert document.text.index("Показатели") < found.start
