"""pdfium's text as lines: text set sideways, alone, side by side, and behind level text."""

from typing import Any

import pytest

from ingest.pdfium import opened
from tests.ingest.conftest import FONT, Draw, Paper, both, lines

HEADS = ("Зерно", "II", "Новый вид", "7")


def set_sideways(angle: float) -> Draw:
    """Four heads side by side, each turned about its own beginning."""

    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, 10)
        for index, text in enumerate(HEADS):
            canvas.saveState()
            canvas.translate(157 + 25 * index, 644)
            canvas.rotate(angle)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    return draw


def found(data: bytes) -> list[tuple[str, int]]:
    """The lines of the page with their turns."""
    with opened(data) as pdf, pdf.page(1) as page:
        return [(line.text, line.turn) for line in page.lines()]


@pytest.mark.parametrize(("angle", "turn"), [(90, 1), (-90, 3)])
def test_heads_set_sideways_are_lines_of_their_own_one_letter_too(paper: Paper, angle: float, turn: int) -> None:
    assert found(paper(set_sideways(angle))) == [(text, turn) for text in HEADS]


def test_text_set_sideways_behind_level_text_is_no_part_of_it(paper: Paper) -> None:
    draw = both(lines("Под таблицей стоит примечание.", top=590), set_sideways(90))
    assert found(paper(draw)) == [("Под таблицей стоит примечание.", 0), *((text, 1) for text in HEADS)]
