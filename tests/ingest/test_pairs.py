"""A number and what it counts are a pair; a heading's number, an item and the next page are none."""

from ingest import Document, read
from tests.ingest.conftest import BOLD, Paper, both, lines


def pairs(document: Document) -> list[tuple[str, str]]:
    return [
        (document.text[pair.label.start : pair.label.end], document.text[pair.value.start : pair.value.end])
        for pair in document.pairs
    ]


def test_a_numbered_heading_counts_nothing(paper: Paper) -> None:
    text = lines("The survey was sent to 640 firms; 411 answered.", top=700)
    for heading in ("2 Method", "1.1 Aims", "3.2.1 Data"):
        assert pairs(read(paper(both(lines(heading, size=16, font=BOLD), text)), "report.pdf")) == []


def test_a_figure_at_the_end_of_a_page_has_no_label_on_the_next(paper: Paper) -> None:
    first, second = lines("Итоги года", "5 парков", leading=60), lines("Три вывода из опыта края")
    assert pairs(read(paper(first, second), "slides.pdf")) == []


def test_items_of_a_list_are_no_label_and_figure() -> None:
    page = "<h1>Было и стало</h1><ul><li>2 парка</li><li>Стало</li><li>37 участников</li><li>Ещё лаборатория</li></ul>"
    assert pairs(read(page.encode(), "list.html")) == []


def test_the_years_below_a_chart_count_nothing(paper: Paper) -> None:
    years = both(*(lines(year, x=60 + 90 * place, top=700) for place, year in enumerate(("2019", "2020", "2021"))))
    text = lines("Число рабочих мест выросло за четыре года", top=660)
    assert pairs(read(paper(both(years, text)), "chart.pdf")) == []


def test_numbers_of_two_parties_side_by_side_are_no_label_and_value() -> None:
    rows = (("Поставщик", "Покупатель"), ("ИНН 5902123456", "ИНН 5902654321"))
    table = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
    labels = [label for label, _ in pairs(read(f"<table>{table}</table>".encode(), "parties.html"))]
    assert "ИНН 5902123456" not in labels
