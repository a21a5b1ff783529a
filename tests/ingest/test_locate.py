"""The promise of evidence: the quote is the page's text, and its boxes hold its characters and no other."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from ingest import Document, Passage, Span, locate, read
from ingest.document import Box
from ingest.pdfium import opened
from tests.ingest.conftest import Paper, both, lines

INVISIBLE = " \t\n\r\f\u00a0\u00ad-\u2010\u0002\ufffe"

Glyph = tuple[str, Box]


def glyphs(data: bytes, number: int) -> list[Glyph]:
    """The page's characters with ink, and their boxes, asked of pdfium one by one."""
    with opened(data) as pdf, pdf.page(number) as page:
        found = [(chr(raw.FPDFText_GetUnicode(page.text, i)), page.tight_box(i)) for i in range(page.count)]
    return [(letter, box) for letter, box in found if box[2] > box[0] and box[3] > box[1] and letter not in INVISIBLE]


def inside(box: Box, boxes: tuple[Box, ...]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)


def check(document: Document, passage: Passage, characters: list[Glyph]) -> None:
    page = document.pages[passage.page - 1]
    assert document.page_text(page)[passage.start : passage.end] == passage.quote
    read_back = sorted(letter for letter, box in characters if inside(box, passage.boxes))
    assert read_back == sorted(letter for letter in passage.quote if letter not in INVISIBLE)


def turned(canvas: Any) -> None:
    canvas.setPageRotation(90)
    canvas.translate(842, 0)
    canvas.rotate(90)
    lines("Повёрнутая страница с двумя строками", "и числами 94, 114 и 120 на второй из них")(canvas)


def table(canvas: Any) -> None:
    for x in (60, 160, 260, 360):
        canvas.line(x, 700, x, 640)
    for y in (700, 670, 640):
        canvas.line(60, y, 360, y)
    for x, y, text in (
        (65, 680, "Регион"),
        (165, 680, "Год"),
        (265, 680, "Сумма"),
        (65, 650, "Томск"),
        (165, 650, "2013"),
    ):
        canvas.drawString(x, y, text)


@pytest.fixture
def awkward(paper: Paper) -> bytes:
    """Two columns drawn row by row in tight leading, a turned page, a table, and hyphens at line ends."""
    words = ["Инновационный", "территориальный", "кластер", "объединяет", "участников", "и", "промышлен-"]
    tight = both(
        *(lines(" ".join(words[i : i + 3]), x=60, top=780 - 12 * i) for i in range(6)),
        *(lines("ность, (вторая) колонка; «кавычки» — тире,,", x=320, top=780 - 12 * i) for i in range(6)),
        lines("94", x=60, top=600, size=40),
        lines("мелкая подпись", x=60, top=590, size=6),
    )
    return paper(tight, turned, table)


def test_every_random_span_reads_back_as_its_quote(awkward: bytes) -> None:
    document = read(awkward, "awkward.pdf")
    characters = {page.number: glyphs(awkward, page.number) for page in document.pages}
    size = len(document.text)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.integers(0, size - 1), st.integers(1, 90)), min_size=1, max_size=12))
    def walk(cuts: list[tuple[int, int]]) -> None:
        spans = [Span(start, min(size, start + length)) for start, length in cuts]
        for span, passages in locate(awkward, document, spans).items():
            joined = "".join(passage.quote for passage in passages)
            assert joined.split() == document.text[span.start : span.end].split() or len(passages) > 1
            for passage in passages:
                check(document, passage, characters[passage.page])

    walk()


def test_a_span_over_a_page_break_gives_one_passage_a_page(awkward: bytes) -> None:
    document = read(awkward, "awkward.pdf")
    first, second = document.pages[:2]
    (passages,) = locate(awkward, document, [Span(first.end - 7, second.start + 10)]).values()
    assert [passage.page for passage in passages] == [1, 2]
    assert passages[1].quote == "Повёрнутая"


def test_boxes_stand_where_the_page_shows_them(paper: Paper) -> None:
    data = paper(lines("Менеджер кластера: Галицкий Сергей", x=100, top=700))
    document = read(data, "card.pdf")
    start = document.text.index("Галицкий")
    (passages,) = locate(data, document, [Span(start, start + 8)]).values()
    ((x0, y0, x1, y1),) = passages[0].boxes
    assert 210 < x0 < x1 < 290
    assert 128 < y0 < 142 < y1 < 148  # 842 - 700 is the baseline


def test_text_and_html_have_quotes_without_boxes() -> None:
    for data, name in ((b"One line.\nTwo lines.", "a.txt"), (b"<p>One line.</p><p>Two lines.</p>", "a.html")):
        document = read(data, name)
        start = document.text.index("Two")
        (passages,) = locate(data, document, [Span(start, start + 9)]).values()
        assert passages == (Passage(1, start, start + 9, "Two lines"),)


def test_the_same_span_asked_twice_is_answered_once(paper: Callable[..., bytes]) -> None:
    data = paper(lines("text"))
    assert len(locate(data, read(data, "a.pdf"), [Span(0, 4), Span(0, 4)])) == 1
