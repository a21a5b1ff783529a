"""Text that nobody sees on the page is not read; white text on a dark ground is."""

from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

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


def picture(*, top: float, height: float = 30, alpha: int = 255) -> Draw:
    """A grey picture over the page's width; `alpha` is its opacity, 0 to 255."""

    def draw(canvas: Any) -> None:
        image = Image.new("RGBA", (60, 10), (90, 120, 150, alpha))
        canvas.drawImage(ImageReader(image), 50, top, 500, height, mask="auto")

    return draw


UNDER = lines("Прежний срок подачи заявок истекает в марте.", top=600)
LEFT_OUT = ("Page 1 holds 1 line of text that it does not show; left out.",)


def test_text_under_an_opaque_picture_or_box_is_left_out_and_said(paper: Paper) -> None:
    for cover in (picture(top=590), lambda canvas: canvas.rect(50, 590, 500, 30, fill=1)):
        document = read(paper(both(SHOWN, UNDER, cover)), "under.pdf")
        assert (document.text, document.findings) == ("Строка, которую видит каждый читатель страницы.", LEFT_OUT)


def test_text_on_a_picture_or_under_one_that_lets_it_through_is_read(paper: Paper) -> None:
    for drawing in ((picture(top=590), UNDER), (UNDER, picture(top=590, alpha=90))):
        document = read(paper(both(SHOWN, *drawing)), "over.pdf")
        assert "Прежний срок подачи" in document.text
        assert document.findings == ()


def test_text_under_the_picture_of_a_whole_page_is_its_text_layer(paper: Paper) -> None:
    document = read(paper(both(SHOWN, UNDER, picture(top=0, height=842))), "layer.pdf")
    assert "Прежний срок подачи" in document.text


def test_a_footnote_mark_behind_a_number_is_not_its_last_digit(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 700, "Получено заявок 94")
        width = canvas.stringWidth("Получено заявок 94", "DejaVuSans", 11)
        canvas.setFont("DejaVuSans", 6.5)
        canvas.drawString(60 + width, 704, "3")
        canvas.setFont("DejaVuSans", 11)
        canvas.drawString(60 + width + 4.5, 700, " от регионов страны")

    assert read(paper(draw), "mark.pdf").text == "Получено заявок 94 3 от регионов страны"
