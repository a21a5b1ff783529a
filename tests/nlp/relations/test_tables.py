"""Register tables: a cluster a row."""

from collections.abc import Callable

import pytest

from ingest.document import Cell, Document, Page, Table
from nlp import annotate, state
from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

REGISTER = (
    "<html><body><table><tr><th>№</th><th>Наименование кластера</th><th>Регион</th><th>Число участников</th></tr>"
    "<tr><td>1</td><td>Кластер «Пущино»</td><td>Московская область</td><td>36</td></tr>"
    "<tr><td>2</td><td>Ульяновск-Авиа</td><td>Ульяновская область</td><td>58</td></tr>"
    "<tr><td></td><td>Итого</td><td></td><td>94</td></tr></table></body></html>"
)


def test_the_header_says_the_relation_and_the_cell_the_value(stated: Stated) -> None:
    facts = {fact for fact, statement in stated(REGISTER) if statement.rule == "register_row"}
    assert facts == {
        ("Кластер «Пущино»", "schema:location", "region/RU-MOS"),
        ("Кластер «Пущино»", "svod:memberCount", "36"),
        ("Ульяновск-Авиа", "schema:location", "region/RU-ULY"),
        ("Ульяновск-Авиа", "svod:memberCount", "58"),
    }


def test_a_cell_rests_on_itself_its_rows_name_and_its_columns_header(stated: Stated) -> None:
    rows = [statement for _, statement in stated(REGISTER, "svod:memberCount")]
    assert [evidence.role for evidence in rows[0].evidence] == ["value", "subject", "label"]


def test_a_table_without_clusters_states_no_rows(stated: Stated) -> None:
    table = "Регион\tЧисло школ\tГод\nТульская область\t12\t2012\nМосква\t40\t2013\n"
    assert [statement for _, statement in stated(table) if statement.rule == "register_row"] == []


@pytest.mark.parametrize(
    "table",
    [
        "Показатель\tЕдиница\t2022\t2023\nЧисло участников кластера\tед.\t29\t34\nОбъём продукции\tмлн руб.\t4\t5\n",
        "Специализация кластера\tЧисло участников\tРегион\nСтанкостроение\t12\tЛипецкая область\n",
    ],
)
def test_labels_of_indicators_and_properties_are_no_names_of_clusters(stated: Stated, table: str) -> None:
    assert [fact for fact, statement in stated(table) if statement.rule == "register_row"] == []


ROWS = (
    ("Наименование кластера", "Регион", "Число участников", "Управляющая организация"),
    ("Кластер «Пущино»", "Московская область", "36", "АО «Центр развития"),
    ("", "и Тульская область", "", "кластера»"),
)
"""The head, a row, and the rest of that row on the next page."""


def parted() -> Document:
    """A table whose second row goes on over the page end."""
    text = "\f".join(("\n".join("\t".join(row) for row in ROWS[:2]), "\t".join(ROWS[2])))
    cells, start = [], 0
    for row, texts in enumerate(ROWS):
        for column, words in enumerate(texts):
            if words or row < 2:
                cells.append(Cell(min(row, 1), column, start, start + len(words), is_header=row == 0))
            start += len(words) + 1
    cut = text.index("\f")
    pages = (Page(1, 595, 842, 0, cut), Page(2, 595, 842, cut + 1, len(text)))
    return Document(
        "t", "0" * 64, "application/pdf", "t", "ru", text, pages, tables=(Table(0, len(text), 2, 4, tuple(cells)),)
    )


def test_what_stands_in_a_cell_over_a_page_end_is_said_by_the_part_that_holds_it() -> None:
    document = parted()
    said = {
        tuple(document.text[evidence.span.start : evidence.span.end] for evidence in statement.evidence): [
            document.page_at(evidence.span.start).number for evidence in statement.evidence
        ]
        for statement in state(annotate(document)).statements
        if statement.rule == "register_row"
    }
    assert said == {
        ("36", "Кластер «Пущино»", "Число участников"): [1, 1, 1],
        ("Тульская область", "Кластер «Пущино»", "Регион"): [2, 1, 1],
    }
