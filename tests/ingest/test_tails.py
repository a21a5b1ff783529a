"""What goes on over the end of a page: words broken there, and sentences with notes and page numbers between."""

from ingest import Document, Span, locate, read
from tests.ingest.conftest import Draw, Paper, both, lines

ABOVE = (
    "Программа объединяет предприятия нескольких отраслей и даёт им доступ к",
    "общим испытательным центрам, а также к оборудо-",
)
BELOW = ("ванию, которое закупает региональный центр развития по", "заявкам участников программы.")
NOTE = lines("1 Заявки принимаются дважды в год.", top=60, size=8)


def numbered(number: int) -> Draw:
    return lines(str(number), x=300, top=20, size=8)


def pages(first: Draw, second: Draw, paper: Paper) -> Document:
    return read(paper(both(first, numbered(1)), both(second, numbered(2))), "pages.pdf")


def test_a_word_broken_over_a_page_end_is_written_where_it_begins(paper: Paper) -> None:
    data = paper(lines(*ABOVE, top=100), lines(*BELOW))
    document = read(data, "pages.pdf")
    assert "центрам, а также к оборудованию,\fкоторое закупает" in document.text
    start = document.text.index("оборудованию")
    word = Span(start, start + len("оборудованию"))
    (passage,) = locate(data, document, [word])[word]
    assert (passage.page, passage.quote, len(passage.boxes)) == (1, "оборудованию", 1)


def test_the_sentence_after_the_broken_word_has_its_place_on_its_own_page(paper: Paper) -> None:
    document = pages(lines(*ABOVE, top=100), lines(*BELOW), paper)
    (block,) = [block for block in document.blocks if document.text[block.start :].startswith("Программа")]
    assert document.text[block.start : block.end].endswith("участников программы.")
    assert document.page_text(document.pages[1]).startswith("которое закупает")


def test_a_note_at_the_foot_does_not_part_a_sentence_that_goes_on(paper: Paper) -> None:
    document = pages(both(lines(*ABOVE, top=100), NOTE), lines(*BELOW), paper)
    assert "к оборудованию,\fкоторое закупает" in document.text
    assert document.text.index("1 Заявки") < document.text.index("Программа объединяет")


def test_a_compound_keeps_its_hyphen_over_the_page_end(paper: Paper) -> None:
    above = ("Совет рассмотрел на заседании вопросы, которые относятся к развитию социально-",)
    document = pages(lines(*above, top=100), lines("экономическому, и поручил готовить план."), paper)
    assert "развитию социально-экономическому,\fи поручил" in document.text
