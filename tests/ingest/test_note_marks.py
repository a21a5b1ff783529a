"""Footnotes whose mark is set smaller: beside the note, above it, and in one piece with it."""

from typing import Any

from ingest import read
from tests.ingest.conftest import FONT, Draw, Paper, both, lines

NOTE = "Здесь и далее указаны данные за год, предшествующий отчётному, если в тексте"
REST = "не сказано иного; итоги за полугодие не публикуются."


def mark(text: str, x: float, y: float) -> Draw:
    """A small character or two."""

    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, 6)
        canvas.drawString(x, y, text)

    return draw


def blocks(data: bytes) -> list[str]:
    document = read(data, "notes.pdf")
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


def notes(x: float, *marks: Draw) -> Draw:
    """A paragraph, then two notes of two lines each."""
    body = lines("Число участников выросло за год на четверть и достигло трёхсот организаций.", top=780)
    return both(body, *marks, *(lines(NOTE, REST, x=x, top=top, size=9, leading=12) for top in (200, 170)))


def test_a_mark_before_a_note_that_is_set_in_begins_it(paper: Paper) -> None:
    data = paper(notes(74, mark("1", 60, 203), mark("2", 60, 173)))
    assert blocks(data)[1:] == [f"1 {NOTE} {REST}", f"2 {NOTE} {REST}"]


def test_a_mark_on_a_line_of_its_own_begins_the_note_below(paper: Paper) -> None:
    data = paper(notes(60, mark("*", 60, 210), mark("**", 60, 180)))
    assert blocks(data)[1:] == [f"* {NOTE} {REST}", f"** {NOTE} {REST}"]
