"""Grids of callouts: every figure is read with its own label, callout by callout, row by row."""

from typing import Any

from ingest import read
from tests.ingest.conftest import BOLD, FONT, Draw, Paper, both, lines

FIGURES = ("126", "48 %", "7,5 млрд", "31", "902", "64 %")
LABELS = (
    ("кластеров в", "реестре"),
    ("доля экспорта",),
    ("выручка", "участников"),
    ("регион",),
    ("новых рабочих", "места"),
    ("доля малых", "предприятий"),
)


def grid(figure: tuple[float, float], label: tuple[float, float], columns: int) -> Draw:
    """Callouts in rows of so many; where a figure and its label begin in their cell."""

    def draw(canvas: Any) -> None:
        for index, (number, words) in enumerate(zip(FIGURES, LABELS, strict=True)):
            x, y = 60 + 480 / columns * (index % columns), 700 - 110 * (index // columns)
            canvas.setFont(BOLD, 28)
            canvas.drawString(x + figure[0], y + figure[1], number)
            canvas.setFont(FONT, 10)
            for row, text in enumerate(words):
                canvas.drawString(x + label[0], y + label[1] - 12 * row, text)

    return draw


def said(data: bytes) -> str:
    return " ".join(read(data, "callouts.pdf").text.split())


def callouts(*, figure_first: bool = True) -> str:
    pairs = [(number, " ".join(words)) for number, words in zip(FIGURES, LABELS, strict=True)]
    return " ".join(" ".join(pair if figure_first else pair[::-1]) for pair in pairs)


def test_labels_below_or_above_their_figures_stay_with_them(paper: Paper) -> None:
    title = lines("Итоги года", top=790, size=18)
    below, above = grid((0, 0), (0, -16), 3), grid((0, 0), (0, 42), 3)
    assert said(paper(both(title, below))) == f"Итоги года {callouts()}"
    assert said(paper(both(title, above))) == f"Итоги года {callouts(figure_first=False)}"


def test_a_figure_beside_a_label_of_two_lines_is_read_before_it(paper: Paper) -> None:
    assert said(paper(grid((0, 0), (155, 12), 2))) == callouts()


def test_a_label_that_touches_its_figure_is_told_from_it(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        for x, number, first, second in ((60, "512", "заявок на", "отбор"), (320, "170", "заявок", "поддержано")):
            canvas.setFont(BOLD, 28)
            canvas.drawString(x, 700, number)
            canvas.setFont(FONT, 10)
            canvas.drawString(x + canvas.stringWidth(number, BOLD, 28) + 6, 712, first)
            canvas.drawString(x + canvas.stringWidth(number, BOLD, 28) + 6, 700, second)

    assert said(paper(draw)) == "512 заявок на отбор 170 заявок поддержано"


def test_a_row_of_figures_over_running_text_has_no_labels(paper: Paper) -> None:
    row = both(*(lines(text, x=x, top=700, size=26) for x, text in ((60, "2021"), (260, "2022"), (460, "2023"))))
    text = lines("Показатели трёх лет сравнимы: порядок их расчёта за это время не менялся ни разу.", top=660)
    assert said(paper(both(row, text))).startswith("2021 2022 2023 Показатели трёх лет")
