"""Letters that a PDF draws one by one are words, though the page is narrow, and though they are set sideways."""

from typing import Any

from ingest import Span, locate, read
from tests.ingest.conftest import FONT, Draw, Paper, both


def letters(text: str, x: float, y: float, *, size: float = 10, turn: int = 0) -> Draw:
    """A text drawn letter by letter."""

    def draw(canvas: Any) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.setFont(FONT, size)
        at = 0.0
        for letter in text:
            if letter != " ":
                canvas.drawString(at, 0, letter)
            at += canvas.stringWidth(letter, FONT, size)
        canvas.restoreState()

    return draw


FIRST = ("аккредитация, 12", "взнос, 7, 19", "гарантия, 31", "заём, 30", "кластер, 3", "комиссия, 14")
SECOND = ("льгота, 33", "оборудование, 21", "отбор, 13", "показатель, 40", "реестр, 5", "субсидия, 28")


def test_letters_of_narrow_columns_are_words_and_have_their_places(paper: Paper) -> None:
    columns = ((60, FIRST), (400, SECOND))
    draws = [letters(text, x, 780 - 11 * row) for x, texts in columns for row, text in enumerate(texts)]
    data = paper(both(*draws))
    document = read(data, "index.pdf")
    assert " ".join(document.text.split()) == " ".join((*FIRST, *SECOND))
    start = document.text.index("комиссия")
    span = Span(start, start + len("комиссия"))
    ((x0, y0, _, y1),) = locate(data, document, [span])[span][0].boxes
    assert 58 < x0 < 64
    assert 840 - 780 + 55 - 12 < y0 < y1 < 842 - 780 + 55 + 6


def test_letters_of_heads_set_sideways_are_words(paper: Paper) -> None:
    heads = ("Число участников", "Кластер «Прикамье»", "Объём выручки")
    draws = [letters(head, 200 + 60 * place, 500, turn=90) for place, head in enumerate(heads)]
    text = read(paper(both(letters("Показатели кластеров по итогам года в крае", 60, 700), *draws)), "heads.pdf").text
    for head in heads:
        assert head in text
