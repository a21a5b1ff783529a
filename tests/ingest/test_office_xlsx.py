"""Workbooks: a page a sheet, cells as they are shown."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.comments import Comment  # type: ignore[import-untyped]
from openpyxl.styles import Font  # type: ignore[import-untyped]

from ingest import Document, read

REGISTER = (
    ("№", "Кластер", "Регион", "Участники"),
    (1, "Фотоника", "Пермский край", 37),
    (2, "ИНО Томск", "Томская область", 12),
)


def read_back(write: Callable[[Any], None]) -> Document:
    book = openpyxl.Workbook()
    write(book)
    out = BytesIO()
    book.save(out)
    return read(out.getvalue(), "a.xlsx")


def fill(sheet: Any, *rows: tuple[object, ...]) -> None:
    for row in rows:
        sheet.append(row)


def grid(document: Document, number: int = 0) -> dict[str, tuple[int, int, int, int, bool]]:
    return {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span, c.is_header)
        for c in document.tables[number].cells
    }


def pairs(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [(text[p.label.start : p.label.end], text[p.value.start : p.value.end]) for p in document.pairs]


def test_tables_side_by_side_under_one_title_are_two() -> None:
    def write(book: Any) -> None:
        sheet = book.active
        fill(
            sheet,
            ("Итоги отбора",),
            ("Год", "Заявок", None, "Регион", "Участники"),
            (2015, 40, None, "Пермский край", 37),
            (2016, 52, None, "Томская область", 12),
        )
        sheet.merge_cells("A1:E1")

    document = read_back(write)
    assert document.text.startswith("Итоги отбора\n")
    assert [(table.rows, table.columns) for table in document.tables] == [(3, 2), (3, 2)]
    assert grid(document, 1)["Томская область"][:2] == (2, 0)


def test_a_register_is_a_title_a_table_and_its_notes() -> None:
    def write(book: Any) -> None:
        sheet = book.active
        fill(sheet, ("Реестр промышленных кластеров",), (), *REGISTER, ("* на 1 марта 2016 года",))
        sheet.merge_cells("A1:D1")

    document = read_back(write)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "Реестр промышленных кластеров"),
        ("table", "№\tКластер\tРегион\tУчастники\n1\tФотоника\tПермский край\t37\n2\tИНО Томск\tТомская область\t12"),
        ("paragraph", "* на 1 марта 2016 года"),
    ]
    assert [cell.row for cell in document.tables[0].cells if cell.is_header] == [0, 0, 0, 0]
    assert document.title == "Реестр промышленных кластеров"
    assert pairs(document) == []


def test_headers_of_several_rows_and_merged_cells_stand_on_the_grid() -> None:
    def write(book: Any) -> None:
        sheet = book.active
        fill(
            sheet,
            ("Регион", "Субсидия", None),
            (None, "план", "факт"),
            (1, 2, 3),
            ("Томск", 94, 90),
            (None, 12, 11),
        )
        for area in ("A1:A2", "B1:C1", "A4:A5"):
            sheet.merge_cells(area)

    document = read_back(write)
    cells = grid(document)
    assert cells["Регион"] == (0, 0, 2, 1, True)
    assert cells["Субсидия"] == (0, 1, 1, 2, True)
    assert cells["факт"] == (1, 2, 1, 1, True)
    assert cells["3"][-1], "the row that numbers the columns belongs to the header"
    assert cells["Томск"] == (3, 0, 2, 1, False)
    assert cells["11"] == (4, 2, 1, 1, False)


def test_a_card_gives_labels_and_values() -> None:
    def write(book: Any) -> None:
        book.active.title = "Фотоника"
        fill(
            book.active,
            ("Регион", "Пермский край"),
            ("Год создания", 2012),
            ("Сайт", None),
            ("Менеджер", "Галицкий С. А."),
        )

    document = read_back(write)
    assert pairs(document) == [("Регион", "Пермский край"), ("Год создания", "2012"), ("Менеджер", "Галицкий С. А.")]
    assert document.title == "Фотоника"


def test_a_list_of_two_columns_with_a_header_gives_none() -> None:
    def write(book: Any) -> None:
        fill(book.active, ("Кластер", "Регион"), ("Фотоника", "Пермский край"), ("ИНО Томск", "Томская область"))
        for cell in book.active[1]:
            cell.font = Font(bold=True)

    document = read_back(write)
    assert grid(document)["Регион"][-1]
    assert ("Кластер", "Регион") not in pairs(document)


def test_tables_on_one_sheet_are_told_apart() -> None:
    def write(book: Any) -> None:
        sheet = book.active
        fill(sheet, *REGISTER, (), ("Итоги отбора",), ("Регион", "2014", "2015"), ("Томск", 3, 4))
        for row, column, text in ((1, 7, "Год"), (1, 8, "Заявки"), (2, 7, 2012), (2, 8, 94)):
            sheet.cell(row, column, text)

    document = read_back(write)
    assert [(table.rows, table.columns) for table in document.tables] == [(3, 4), (2, 2), (2, 3)]
    assert "Итоги отбора\n\nРегион\t2014\t2015" in document.text


def test_values_read_as_they_are_shown() -> None:
    def write(book: Any) -> None:
        sheet = book.active
        values = (
            (0.254, "0.0%"),
            (402.7, '#,##0.0" млн руб."'),
            (date(2015, 7, 31), "dd.mm.yyyy"),
            (date(2015, 1, 1), "yyyy"),
            (5902000001, "000000000000"),
            (1234567, "General"),
            (-3.5, "0.00;(0.00)"),
            (12500, '#,##0," тыс."'),
        )
        for row, (value, form) in enumerate(values, 1):
            sheet.cell(row, 1, f"Показатель {'абвгдежз'[row - 1]}")
            sheet.cell(row, 2, value).number_format = form

    assert [value for _, value in pairs(read_back(write))] == [
        "25.4%",
        "402.7 млн руб.",
        "31.07.2015",
        "2015",
        "005902000001",
        "1234567",
        "(3.50)",
        "12 тыс.",
    ]


def test_what_is_hidden_is_left_out_and_said() -> None:
    def write(book: Any) -> None:
        fill(book.active, *REGISTER, (3, "Тайный", "Где-то", 1))
        book.active.title = "Реестр"
        book.active.row_dimensions[4].hidden = True
        book.active.column_dimensions["D"].hidden = True
        drafts = book.create_sheet("Черновик")
        drafts["A1"] = "не для глаз"
        drafts.sheet_state = "veryHidden"

    document = read_back(write)
    assert document.text == "Реестр\n\n№\tКластер\tРегион\n1\tФотоника\tПермский край\n2\tИНО Томск\tТомская область"
    assert document.findings == (
        "hidden sheets were left out: «Черновик»",
        "sheet «Реестр»: 7 cells in hidden rows or columns were left out",
    )


def test_comments_of_cells_are_left_out_and_said() -> None:
    def write(book: Any) -> None:
        fill(book.active, *REGISTER)
        book.active["B2"].comment = Comment("Уточнить", "автор")

    document = read_back(write)
    assert "Уточнить" not in document.text
    assert document.findings == ("comments of 1 cells of «Sheet» were left out",)


def test_a_formula_without_a_stored_result_is_said() -> None:
    document = read_back(lambda book: fill(book.active, ("Всего", "=1+2"), ("Регион", "Пермь")))
    assert "3" not in document.text
    assert document.findings[0].startswith("1 formulas have no stored result")


def test_each_sheet_is_a_page() -> None:
    def write(book: Any) -> None:
        book.active["A1"] = "Первый лист."
        book.create_sheet("Регионы")["A1"] = "Второй лист."

    document = read_back(write)
    assert [document.page_text(page) for page in document.pages] == ["Первый лист.", "Регионы\n\nВторой лист."]


def side_by_side(*tables: tuple[tuple[object, ...], ...], titles: tuple[str, ...] = ()) -> Document:
    """Tables from left to right without a blank column."""

    def write(book: Any) -> None:
        sheet, column = book.active, 1
        for number, table in enumerate(tables):
            if titles:
                sheet.cell(1, column, titles[number])
                sheet.merge_cells(start_row=1, end_row=1, start_column=column, end_column=column + len(table[0]) - 1)
            for row, line in enumerate(table, 2 if titles else 1):
                for offset, value in enumerate(line):
                    sheet.cell(row, column + offset, value)
            column += len(table[0])

    return read_back(write)


REGIONS = (("Регион", "Кластеры"), ("Пермский край", 4), ("Томская область", 3))
BRANCHES = (("Отрасль", "Участники"), ("Машиностроение", 55), ("Химия", 21), ("Фармацевтика", 17))


def test_tables_side_by_side_without_a_blank_column_are_two() -> None:
    for titles in ((), ("Кластеры по регионам", "Участники по отраслям")):
        document = side_by_side(REGIONS, BRANCHES, titles=titles)
        assert [(table.rows, table.columns) for table in document.tables] == [(3, 2), (4, 2)]
        assert grid(document, 1)["Химия"][:2] == (2, 0)


def test_a_list_folded_under_the_same_names_is_two_tables() -> None:
    names = ("№", "Организация")
    document = side_by_side((names, (1, "АО «Вега»"), (2, "ООО «Луч»")), (names, (3, "АО «Заря»"), (4, "ООО «Мир»")))
    assert [(table.rows, table.columns) for table in document.tables] == [(3, 2), (3, 2)]


def test_a_table_with_a_total_below_its_last_columns_is_one() -> None:
    rows = (("№", "Регион", "Показатель", "Сумма"), (1, "Пермь", "гранты", 4), (2, "Томск", "займы", 3))
    document = side_by_side((*rows, (None, None, "Итого", 7)))
    assert [(table.rows, table.columns) for table in document.tables] == [(4, 4)]


def test_a_note_in_a_cell_of_its_own_is_no_heading() -> None:
    document = side_by_side((*REGIONS, (None, None), ("Примечание: на конец года", None)))
    assert [block.kind for block in document.blocks] == ["table", "paragraph"]
