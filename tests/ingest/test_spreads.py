"""What runs over a page break: one paragraph, one table, and never two tables made one."""

from typing import Any

from ingest import Document, Span, locate, read
from tests.ingest.conftest import BOLD, FONT, Draw, Paper, both, lines

ROWS = [(f"Регион {number}", str(10 + number), f"{number},5") for number in range(1, 9)]
HEAD = ("Регион", "Кластеров", "Субсидия")


def ruled(*rows: tuple[str, ...], top: float = 780, head: bool = False) -> Draw:
    """A ruled table of three columns; the first row in bold if it is a header."""

    def draw(canvas: Any) -> None:
        for x in (60, 200, 320, 440):
            canvas.line(x, top, x, top - 24 * len(rows))
        for index in range(len(rows) + 1):
            canvas.line(60, top - 24 * index, 440, top - 24 * index)
        for index, row in enumerate(rows):
            canvas.setFont(BOLD if head and index == 0 else FONT, 11)
            for x, text in zip((65, 205, 325), row, strict=True):
                canvas.drawString(x, top - 24 * index - 16, text)

    return draw


def cells(document: Document, number: int = 0) -> list[tuple[str, ...]]:
    table = document.tables[number]
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return [tuple(row) for row in rows]


def numbered(number: int) -> Draw:
    return lines(str(number), x=300, top=20, size=8)


def test_a_table_goes_on_over_pages_without_its_header(paper: Paper) -> None:
    pages = [ruled(HEAD, *ROWS[:3], head=True), ruled(*ROWS[3:6]), ruled(*ROWS[6:])]
    document = read(paper(*(both(page, numbered(n)) for n, page in enumerate(pages, 1))), "over.pdf")
    assert len(document.tables) == 1
    assert cells(document) == [HEAD, *ROWS]
    assert [cell.row for cell in document.tables[0].cells if cell.is_header and cell.column] == [0, 0]
    assert [block.kind for block in document.blocks].count("table") == 3


def test_a_repeated_header_is_counted_once_and_a_notice_of_continuation_is_no_break(paper: Paper) -> None:
    again = both(lines("Продолжение таблицы 1"), ruled(HEAD, *ROWS[3:], head=True, top=740))
    document = read(paper(ruled(HEAD, *ROWS[:3], head=True), again), "again.pdf")
    assert cells(document) == [HEAD, *ROWS]
    assert document.text.count("Кластеров") == 2


def test_a_table_with_a_header_of_its_own_on_the_next_page_is_another(paper: Paper) -> None:
    other = ("Область", "Парков", "Площадь")
    first, second = ruled(HEAD, *ROWS[:3], head=True), ruled(other, *ROWS[3:6], head=True)
    document = read(paper(first, second), "two.pdf")
    assert cells(document) == [HEAD, *ROWS[:3]]
    assert cells(document, 1) == [other, *ROWS[3:6]]


def test_a_sentence_that_runs_over_the_page_is_one_paragraph_without_the_footer(paper: Paper) -> None:
    first = lines("Министерство утверждает перечень территориальных кластеров, которые", top=90)
    second = lines("получают субсидию из федерального бюджета на развитие инфраструктуры.", top=780)
    last = lines("Третья страница начинается с нового предложения и нового абзаца.", top=780)
    pages = [both(page, numbered(n)) for n, page in enumerate((first, second, last), 1)]
    data = paper(*pages)
    document = read(data, "over.pdf")
    paragraphs = [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"]
    assert paragraphs[0] == (
        "Министерство утверждает перечень территориальных кластеров, которые\f"
        "получают субсидию из федерального бюджета на развитие инфраструктуры."
    )
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "footer"] == ["1", "2", "3"]
    span = Span(document.text.index("которые"), document.text.index("субсидию") + len("субсидию"))
    passages = locate(data, document, [span])[span]
    assert [(passage.page, passage.quote) for passage in passages] == [(1, "которые"), (2, "получают субсидию")]
    assert all(passage.boxes for passage in passages)
