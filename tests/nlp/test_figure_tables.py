"""Figures of tables in either orientation, with their units, parts, totals and notes, and of numbers on slides."""

import pytest

from ingest import read
from nlp import annotate
from nlp.figures import Figure, figures_of


def table(*rows: str) -> str:
    """A page with a table; the cells of a row stand between bars."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def figures(page: str) -> list[Figure]:
    """The figures of a page, as the whole pipeline gives them."""
    return list(figures_of(annotate(read(page.encode(), "page.html"))))


def values(page: str) -> dict[tuple[str, str | None], tuple[str, str | None]]:
    """Value and unit of each figure, by its measure and its period or area."""
    return {
        (one.measure.value, one.period.value if one.period else one.area.value if one.area else None): (
            one.amount.value,
            one.amount.unit,
        )
        for one in figures(page)
    }


def test_the_corner_gives_the_unit_of_the_rows_and_a_total_says_of_nothing_what_it_sums() -> None:
    page = table(
        "Источник, млн руб. | 2021 | 2022", "Бюджет края | 12,5 | –", "Бюджет города | 3 | 4", "Итого | 15,5 | 4"
    )
    assert values(page) == {
        ("Бюджет края", "2021"): ("12.5", "млн руб."),
        ("Бюджет города", "2021"): ("3", "млн руб."),
        ("Бюджет города", "2022"): ("4", "млн руб."),
    }


@pytest.mark.parametrize("caption", ["Таблица 2. Вложения участников, тыс. рублей", "Вложения</p><p>(тыс. руб.)"])
def test_the_caption_gives_the_unit_of_sums_and_not_of_counts(caption: str) -> None:
    rows = ("Показатель | 2019 год | 2020 год", "Вложения в станки | 1 200 | 1 310", "Число станков | 41 | 44")
    assert values(f"<p>{caption}</p>{table(*rows)}") == {
        ("Вложения в станки", "2019"): ("1200", "тыс. руб."),
        ("Вложения в станки", "2020"): ("1310", "тыс. руб."),
        ("Число станков", "2019"): ("41", None),
        ("Число станков", "2020"): ("44", None),
    }


def test_a_part_has_the_words_and_the_unit_of_its_whole() -> None:
    page = table(
        "Показатель | Ед. изм. | 2019 | 2020",
        "Занято | тыс. чел. | 8,1 | 8,4",
        "в том числе: | | |",
        "на заводах | тыс. чел. | 3 | 3,2",
        "доля женщин | % | 41 | 42",
        "Вложения | млн руб. | 90 | 95",
        "из них в станки | | 30 | 31",
    )
    found = values(page)
    assert found["Занято, в том числе на заводах", "2020"] == ("3.2", "тыс. чел.")
    assert found["доля женщин", "2020"] == ("42", "%")
    assert found["Вложения, из них в станки", "2019"] == ("30", "млн руб.")
    assert len(found) == 10


def test_a_head_over_the_years_names_what_the_rows_are_paid() -> None:
    page = (
        '<table><tr><th rowspan="2">Работы</th><th colspan="2">Объём затрат по годам, тыс. руб.</th></tr>'
        "<tr><th>2020</th><th>2021</th></tr><tr><td>Уборка снега</td><td>10</td><td>20</td></tr></table>"
    )
    assert values(page) == {
        ("Объём затрат: Уборка снега", "2020"): ("10", "тыс. руб."),
        ("Объём затрат: Уборка снега", "2021"): ("20", "тыс. руб."),
    }


@pytest.mark.parametrize("head", ["2021 к 2020, %", "Темп роста, %", "Отклонение", "Примечание"])
def test_a_column_that_compares_the_others_hides_none_of_them(head: str) -> None:
    page = table(f"Показатель | 2020 | 2021 | {head}", "Оборот, млн руб. | 500 | 550 | 110,0")
    assert values(page) == {("Оборот", "2020"): ("500", "млн руб."), ("Оборот", "2021"): ("550", "млн руб.")}


def test_how_fast_something_grew_is_of_nothing() -> None:
    page = table("Год | Оборот, млн руб. | Темп роста, %", "2019 | 100 | 104", "2020 | 110 | 110")
    assert values(page) == {("Оборот", "2019"): ("100", "млн руб."), ("Оборот", "2020"): ("110", "млн руб.")}


def test_years_over_regions_count_what_the_caption_names() -> None:
    page = f"<p>Объём поддержки, млн руб.</p>{table('Регион | 2018 | 2019', 'Липецкая область | 40 | 55')}"
    first, second = figures(page)
    assert (first.measure.value, first.amount.unit, first.period and first.period.value) == (
        "Объём поддержки",
        "млн руб.",
        "2018",
    )
    assert (second.amount.value, second.area and second.area.value) == ("55", "region/RU-LIP")


def test_a_quarter_over_a_column_is_a_part_of_its_year() -> None:
    page = table("Показатель | I квартал 2021 года | II квартал 2021 года", "Выдано займов | 31 | 28")
    assert values(page) == {
        ("Выдано займов", "2021-01/2021-03"): ("31", None),
        ("Выдано займов", "2021-04/2021-06"): ("28", None),
    }


def test_a_footnote_makes_a_column_a_plan_and_is_no_part_of_a_name() -> None:
    page = f"{table('Показатель | 2020 | 2021**', 'Сбыт¹, млн руб. | 14 | 18*')}<p>* оценка; ** план</p>"
    found = {(one.measure.value, one.amount.value, one.modality) for one in figures(page)}
    assert found == {("Сбыт", "14", "asserted"), ("Сбыт", "18", "planned")}


def test_units_of_a_column_of_units_stay_as_they_are_written() -> None:
    page = table("Indicator | Unit | 2014 | 2015", "Employees | people | 23 | 25", "Firms | units | 4 | 5")
    assert values(page)["Employees", "2015"] == ("25", "people")
    assert values(page)["Firms", "2015"] == ("5", None)


def slide(*lines: str) -> list[tuple[str, str]]:
    text = "\n\n".join(lines) + "\n"
    return [(one.amount.value, one.measure.value) for one in figures_of(annotate(read(text.encode(), "slide.txt")))]


def test_a_row_that_begins_with_words_and_ends_with_a_number_has_its_words_above() -> None:
    words = ("Share of new goods", "12 %", "Share of old goods", "88 %")
    assert slide(*words) == [("12", "Share of new goods"), ("88", "Share of old goods")]
    assert slide("12 %", "share of new goods", "88 %", "share of old goods") == [
        ("12", "share of new goods"),
        ("88", "share of old goods"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("600", "500", "400", "Firms that oppose the plan"),
        ("13", "Miller et al. [1990]", "7", "Brown et al. [1996]"),
        ("4 %", "New York", "5 %", "Ohio"),
        ("31", "where the units of the second row are meant and"),
    ],
)
def test_marks_of_an_axis_sources_and_names_make_no_callout(lines: tuple[str, ...]) -> None:
    assert slide(*lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "The events on 5 March were observed by many firms.",
        "They met again on March 5 near the park.",
        "1\nFinnish Institute of Technology, Helsinki.",
        "The signal of 16 kHz was heard in the region.",
        "The probe GOES–11 satellite carries cameras.",
    ],
)
def test_days_notes_and_names_are_no_english_figures(text: str) -> None:
    assert list(figures_of(annotate(read(f"{text}\n".encode(), "text.txt")))) == []
