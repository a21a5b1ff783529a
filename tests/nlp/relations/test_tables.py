"""Register tables: a cluster a row."""

from collections.abc import Callable

import pytest

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
