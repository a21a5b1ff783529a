"""Characters that pdfium puts in one line though they stand one below the other."""

from ingest import read
from tests.ingest.conftest import Paper, both, lines


def test_single_digits_drawn_column_by_column_make_no_number(paper: Paper) -> None:
    columns = (
        (60, ("1", "2", "3", "4")),
        (100, ("Введение", "Состояние", "Выводы", "Итог")),
        (400, ("10", "4", "9", "7")),
    )
    document = read(paper(both(*(lines(*texts, x=x, top=700) for x, texts in columns))), "columns.pdf")
    (table,) = document.tables
    found = {at: document.text[cell.start : cell.end] for at, (cell, *_) in table.filled().items()}
    assert found == {(row, column): text for column, (_, texts) in enumerate(columns) for row, text in enumerate(texts)}


def test_marks_drawn_column_by_column_stand_each_on_its_row(paper: Paper) -> None:
    text = read(paper(both(lines("+", "–", "+", x=300), lines("Пермь", "Томск", "Омск", x=60))), "marks.pdf").text
    assert "+–+" not in text


def test_letters_one_below_the_other_spell_a_word(paper: Paper) -> None:
    assert "ПЛАН" in read(paper(both(lines(*"ПЛАН", x=60), lines("Работы на год", x=120))), "spelled.pdf").text
