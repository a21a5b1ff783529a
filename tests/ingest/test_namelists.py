"""Names set in columns are one list, read downwards; names beside what is said of them are rows."""

import pytest

from ingest import read
from tests.ingest.conftest import Paper, both, lines

PEOPLE = (
    ("Сидоров Пётр Иванович", "Антонова Мария Сергеевна", "Яковлев Глеб Олегович", "Берг Анна Львовна"),
    ("Мельник Олег Романович", "Щукина Елена Фёдоровна", "Гусев Андрей Павлович"),
)
FIRMS = (
    ("АО «Станкомаш»", "ООО «Литейщик»", "ПАО «Горизонт»", "ФГУП «Заря»"),
    ("ООО «Полимер»", "АО «Искра-Энергетика»", "НИИ «Атлант»", "ООО «Блик»"),
)


@pytest.mark.parametrize("columns", [PEOPLE, FIRMS, (*PEOPLE, ("Орлова И. М.", "Зимин Е. А.", "Жданов Л. И."))])
def test_unsorted_names_side_by_side_are_read_down_each_column(paper: Paper, columns: tuple[tuple[str, ...]]) -> None:
    draws = [lines(*column, x=40 + 190 * number, top=740, size=9) for number, column in enumerate(columns)]
    document = read(paper(both(lines("Состав рабочей группы", top=780), *draws)), "names.pdf")
    assert document.tables == ()
    places = [document.text.index(name) for column in columns for name in column]
    assert places == sorted(places)


def test_names_beside_what_is_said_of_them_stand_in_rows(paper: Paper) -> None:
    regions = ("Пермский край", "Томская область", "Республика Татарстан", "Калужская область")
    draws = both(lines(*PEOPLE[0], top=740), lines(*regions, x=320, top=740))
    text = read(paper(both(lines("Координаторы", top=780), draws)), "coordinators.pdf").text
    places = [text.index(one) for row in zip(PEOPLE[0], regions, strict=True) for one in row]
    assert places == sorted(places)
