"""Where a block ends and the next begins, and what passes for a heading."""

from typing import Any

from ingest import Document, read
from tests.ingest.conftest import Paper, both, lines


def blocks(document: Document, kind: str = "") -> list[str]:
    held = [block for block in document.blocks if not kind or block.kind == kind]
    return [" ".join(document.text[block.start : block.end].split()) for block in held]


def test_each_entry_of_a_table_of_contents_is_a_block(paper: Paper) -> None:
    entries = ("Введение", "1. Общие положения", "1.1. Термины", "1.2. Нормативные основания", "Приложение А")
    written = [f"{entry} {'.' * (70 - len(entry))} {3 + index}" for index, entry in enumerate(entries)]
    document = read(paper(lines(*written)), "contents.pdf")
    assert blocks(document) == written


def test_numbered_notes_below_the_text_are_a_block_each(paper: Paper) -> None:
    notes = [f"{number} См. отчёт о деятельности за 201{number} год, с. {10 + number}." for number in (1, 2, 3)]
    text = "Число участников выросло за год на четверть и достигло трёхсот организаций."
    document = read(paper(both(lines(text, top=780), lines(*notes, top=200, size=8, leading=11))), "notes.pdf")
    assert blocks(document) == [text, *notes]


def test_small_letters_of_a_long_table_make_no_headings_of_the_text(paper: Paper) -> None:
    text = (
        "В целях развития промышленности края и поддержки кластеров",
        "распоряжаюсь утвердить прилагаемый перечень кластеров и мер,",
        "которые предоставляются их участникам из бюджета края, а также",
        "признать утратившим силу прежний перечень от 12 марта 2019 года.",
    )

    def table(canvas: Any) -> None:
        canvas.setFont("DejaVuSans", 8)
        for x in (60, 100, 350, 500):
            canvas.line(x, 780, x, 780 - 40 * 18)
        for row in range(41):
            canvas.line(60, 780 - 18 * row, 500, 780 - 18 * row)
        for row in range(40):
            for x, cell in ((64, str(row + 1)), (104, f"Кластер номер {row + 1} Камского края"), (354, "действует")):
                canvas.drawString(x, 780 - 18 * row - 13, cell)

    document = read(paper(lines(*text), table), "order.pdf")
    assert blocks(document, "heading") == []
    assert len(document.tables) == 1


def test_a_mark_behind_the_full_stop_after_a_year_is_no_digit_of_it(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        text = "В кластерах создано 4 200 рабочих мест в 2022"
        canvas.drawString(60, 700, text + ".")
        x = 60 + canvas.stringWidth(text + ".", "DejaVuSans", 11)
        canvas.setFont("DejaVuSans", 9.2)
        canvas.drawString(x, 704, "1")

    assert "2022. 1" in read(paper(draw), "year.pdf").text
