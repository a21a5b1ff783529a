"""Justified text in narrow columns: lines whose words stand far apart are lines."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest import read
from tests.ingest.conftest import FONT, Draw, Paper, lines

LEFT = (
    "Настоящая концепция определяет",
    "цели кластерной политики и её",
    "межрегиональное сотрудничество",
    "территориально обособленных",
    "предприятий и учреждений,",
    "которые входят в объединения",
    "участников на основании",
)
RIGHT = (
    "Координацию осуществляет",
    "министерство экономического",
    "развития области, которое до",
    "первого марта представляет",
    "правительству сводный доклад",
    "о достигнутых результатах и",
    "предложения по мероприятиям",
)
WIDTH = 210.0


def justified(texts: tuple[str, ...], x: float, *, top: float = 780) -> Draw:
    """Each line stretched to the width of the column, word by word."""

    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, 10)
        for index, text in enumerate(texts):
            words = text.split()
            blank = (WIDTH - sum(stringWidth(word, FONT, 10) for word in words)) / max(1, len(words) - 1)
            place = x
            for word in words:
                canvas.drawString(place, top - 13 * index, word)
                place += stringWidth(word, FONT, 10) + blank

    return draw


def test_columns_of_stretched_lines_are_read_one_after_the_other(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        justified(LEFT, 60)(canvas)
        justified(RIGHT, 300)(canvas)

    document = read(paper(draw), "columns.pdf")
    assert document.text.split() == " ".join((*LEFT, *RIGHT)).split()
    assert document.tables == ()


def test_words_that_stand_unevenly_between_lines_are_no_line(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        justified(LEFT[:4], 60)(canvas)
        for row, y in (
            (("Год", "Край", "Сумма"), 700),
            (("2015", "Пермь", "118,0"), 685),
            (("2016", "Уфа", "94,0"), 670),
        ):
            for x, cell in zip((60, 110, 232), row, strict=True):
                canvas.drawString(x, y, cell)

    document = read(paper(draw), "table.pdf")
    (table,) = document.tables
    assert (table.rows, table.columns) == (3, 3)


def test_three_lines_left_of_each_column_are_read_downwards(paper: Paper) -> None:
    columns = (
        ("средств областного бюджета,", "внебюджетных источников и", "межбюджетных трансфертов."),
        ("Предельный объём субсидии одному", "получателю не может превышать 15", "млн рублей в год, при этом доля"),
        ("софинансирования со стороны", "участника составляет не менее", "тридцати процентов."),
    )

    def draw(canvas: Any) -> None:
        for x, texts in zip((40, 215, 400), columns, strict=True):
            lines(*texts, x=x, size=9, leading=11)(canvas)

    document = read(paper(draw), "ends.pdf")
    assert document.text.split() == [word for texts in columns for text in texts for word in text.split()]
    assert document.tables == ()
