"""A name that the end of a page parts inside a cell is written whole where it begins."""

import pytest

from ingest import Span, locate, read
from tests.ingest.conftest import Paper
from tests.ingest.test_brokenrows import ruled

HEAD, FIRST = ("№", "Организация", "Руководитель"), ("1", "ООО «Вега»", "Директор Лунин П. К.")
LAST = ("3", "АО «Шестерня»", "Председатель Гусев А. И.")


@pytest.mark.parametrize(
    ("above", "below", "whole", "left"),
    [
        ("Директор Соловьёв Константин", "Викторович, действует", "Соловьёв Константин Викторович", ", действует"),
        ("Директор — Константин", "Викторович Соловьёв", "Константин Викторович Соловьёв", ""),
        ("Директор — К. В.", "Соловьёв", "К. В. Соловьёв", ""),
        ("Директор общества «Новый", "Город» — Котов Б. Б.", "«Новый Город»", "— Котов Б. Б."),
    ],
)
def test_a_name_in_a_cell_that_a_page_end_parts_is_whole(
    paper: Paper, above: str, below: str, whole: str, left: str
) -> None:
    data = paper(ruled(HEAD, FIRST, ("2", "АО «Редуктор»", above)), ruled(("", "", below), LAST))
    document = read(data, "names.pdf")
    first, second = (document.page_text(page) for page in document.pages)
    assert whole in first
    assert left in second
    assert below.split(maxsplit=1)[0] not in second
    start = document.text.index(whole)
    places = locate(data, document, [Span(start, start + len(whole))])
    assert [(place.page, place.quote) for found in places.values() for place in found] == [(1, whole)]


def test_an_empty_rest_leaves_no_row(paper: Paper) -> None:
    row = ("2", "АО «Редуктор»", "Директор — Константин")
    document = read(paper(ruled(HEAD, FIRST, row), ruled(("", "", "Викторович Соловьёв"), LAST)), "names.pdf")
    assert document.tables[0].rows == 4


def test_names_of_two_rows_stay_two(paper: Paper) -> None:
    row = ("2", "АО «Редуктор»", "Директор Соловьёв Константин")
    document = read(paper(ruled(HEAD, FIRST, row), ruled(("", "", "Гусев Антон Ильич"), LAST)), "names.pdf")
    assert "Гусев Антон Ильич" in document.page_text(document.pages[1])
