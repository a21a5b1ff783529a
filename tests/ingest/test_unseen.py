"""Text that nobody sees on the page is not read; white text on a dark ground is."""

from typing import Any

from ingest import read
from tests.ingest.conftest import Draw, Paper, both, lines

SHOWN = lines("Строка, которую видит каждый читатель страницы.", top=780)


def white(*texts: str, top: float) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.setFillGray(1)
        lines(*texts, top=top)(canvas)
        canvas.setFillGray(0)

    return draw


def test_white_text_on_white_paper_is_left_out_and_said(paper: Paper) -> None:
    document = read(paper(both(SHOWN, white("Скрытая строка для поисковых машин.", top=600))), "white.pdf")
    assert document.text == "Строка, которую видит каждый читатель страницы."
    assert document.findings == ("Page 1 holds 1 line of text that it does not show; left out.",)


def test_white_text_on_a_dark_band_is_read(paper: Paper) -> None:
    def band(canvas: Any) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(50, 590, 400, 30, stroke=0, fill=1)
        white("Заголовок на тёмной плашке", top=600)(canvas)

    document = read(paper(both(SHOWN, band)), "band.pdf")
    assert "Заголовок на тёмной плашке" in document.text
    assert document.findings == ()


def test_invisible_and_off_page_text_is_left_out(paper: Paper) -> None:
    def invisible(canvas: Any) -> None:
        text = canvas.beginText(60, 500)
        text.setTextRenderMode(3)
        text.textLine("Невидимая строка страницы")
        canvas.drawText(text)

    outside = lines("Строка за краем страницы", top=-40)
    document = read(paper(both(SHOWN, invisible, outside)), "hidden.pdf")
    assert document.text == "Строка, которую видит каждый читатель страницы."
    assert document.findings == ("Page 1 holds 2 lines of text that it does not show; left out.",)


def test_a_footnote_mark_behind_a_number_is_not_its_last_digit(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 700, "Получено заявок 94")
        width = canvas.stringWidth("Получено заявок 94", "DejaVuSans", 11)
        canvas.setFont("DejaVuSans", 6.5)
        canvas.drawString(60 + width, 704, "3")
        canvas.setFont("DejaVuSans", 11)
        canvas.drawString(60 + width + 4.5, 700, " от регионов страны")

    assert read(paper(draw), "mark.pdf").text == "Получено заявок 94 3 от регионов страны"
