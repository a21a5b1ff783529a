"""Which rows of a PDF's table name what stands below them."""

from collections.abc import Sequence
from typing import Any

from ingest import read
from tests.ingest.conftest import Draw, Paper, both, lines


def ruled(rows: Sequence[tuple[str, ...]]) -> Draw:
    def draw(canvas: Any) -> None:
        xs = [60 + 110 * column for column in range(len(rows[0]) + 1)]
        for y in range(len(rows) + 1):
            canvas.line(xs[0], 780 - 20 * y, xs[-1], 780 - 20 * y)
        for x in xs:
            canvas.line(x, 780, x, 780 - 20 * len(rows))
        for number, row in enumerate(rows):
            for x, text in zip(xs, row, strict=False):
                canvas.drawString(x + 4, 780 - 20 * number - 14, text)

    return draw


def heads(data: bytes) -> set[str]:
    document = read(data, "table.pdf")
    (table,) = document.tables
    return {document.text[cell.start : cell.end] for cell in table.cells if cell.is_header and not cell.row}


def test_years_among_names_over_figures_are_heads(paper: Paper) -> None:
    rows = [
        ("Мероприятие", "Источник", "2021", "2022"),
        ("Обучение", "бюджет", "12,5", "14,0"),
        ("Парк", "фонд", "3", "4"),
    ]
    assert heads(paper(ruled(rows))) == set(rows[0])


def test_years_over_years_are_no_heads(paper: Paper) -> None:
    rows = [("Луч", "Камск", "2012", "2022"), ("Ток", "Волжск", "2013", "2021"), ("Сплав", "Северск", "2015", "2023")]
    assert heads(paper(ruled(rows))) <= {"Луч"}


def columns(*rows: tuple[str, ...], step: float = 120) -> Draw:
    """Rows without rules; of an empty text nothing is drawn."""
    placed = [
        (60 + step * column, 740 - 18 * row, text) for row, line in enumerate(rows) for column, text in enumerate(line)
    ]
    return both(*(lines(text, x=x, top=top) for x, top, text in placed if text))


def test_a_title_between_rows_without_rules_cuts_no_table(paper: Paper) -> None:
    rows = (
        ("Всего", "1 240,1", "1 310,9"),
        ("в том числе:", "", ""),
        ("химия", "60,5", "70,7"),
        ("прочие", "430", "440"),
    )
    document = read(paper(columns(("", "2021", "2022"), *rows)), "bulletin.pdf")
    (table,) = document.tables
    assert (table.rows, table.columns) == (5, 3)


def test_a_field_without_a_value_cuts_no_list_of_fields(paper: Paper) -> None:
    fields = (("ИНН", "5260123456"), ("Руководитель", "Назарова И. О."), ("Телефон", ""), ("Почта", "info@ckr.example"))
    document = read(paper(columns(*fields, step=180)), "form.pdf")
    labels = [document.text[pair.label.start : pair.label.end] for pair in document.pairs]
    assert labels == ["ИНН", "Руководитель", "Почта"]
