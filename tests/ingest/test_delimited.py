"""Registers as delimited text, in every charset and with every delimiter."""

import pytest

from ingest import Document, read
from ingest.delimited import is_delimited

REGISTER = "Кластер;Регион;Участники\nФотоника;Пермский край;37\nИНО Томск;Томская область;12\n"


def grid(document: Document) -> dict[str, tuple[int, int, bool]]:
    (table,) = document.tables
    return {document.text[c.start : c.end]: (c.row, c.column, c.is_header) for c in table.cells}


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_letters_and_delimiter_are_told_by_evidence(charset: str, delimiter: str) -> None:
    document = read(REGISTER.replace(";", delimiter).encode(charset), "register.csv")
    assert document.text == REGISTER.replace(";", "\t").strip()
    assert grid(document)["Регион"] == (0, 1, True)
    assert grid(document)["12"] == (2, 2, False)
    assert document.media_type == "text/csv"


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    document = read(
        'Имя;Адрес;Тел\r\n"АО ""Завод""; филиал";"Пермь,\r\nул. Мира";1\r\nООО;Томск;2\r\n'.encode(), "a.csv"
    )
    assert grid(document)['АО "Завод"; филиал'] == (1, 0, False)
    assert grid(document)["Пермь, ул. Мира"] == (1, 1, False)


def test_decimal_commas_do_not_part_cells() -> None:
    document = read("Регион;2014;2015\nТомск;1,5;2,5\nПермь;3,5;4,5\n".encode("cp1251"), "a.csv")
    assert grid(document)["4,5"] == (2, 2, False)


def test_a_title_above_the_table_is_a_heading() -> None:
    document = read(("Реестр кластеров;;\n;;\n" + REGISTER).encode(), "a.csv")
    assert document.blocks[0].kind == "heading"
    assert document.title == "Реестр кластеров"


def test_the_delimiter_that_a_spreadsheet_names_is_believed() -> None:
    assert grid(read(b"sep=|\nName|Region|N\nPhotonics|Perm|37\n", "a.csv"))["Perm"] == (1, 1, False)


def test_rows_longer_than_the_usual_are_kept_and_said() -> None:
    document = read((REGISTER + "Лишний;Край;1;2\n").encode(), "a.csv")
    assert document.findings == ("1 rows hold more cells than the usual 3",)
    assert "Лишний\tКрай\t1\t2" in document.text


def test_a_text_named_csv_is_read_as_a_text() -> None:
    words = "Кластер создан в Перми, на Урале.\nОн велик.\n"
    document = read(words.encode(), "a.csv")
    assert (document.text, document.media_type) == (words, "text/plain")
    assert not is_delimited(words.encode())


def test_a_plain_text_keeps_its_own_characters() -> None:
    assert read(REGISTER.encode(), "register.txt").text == REGISTER
