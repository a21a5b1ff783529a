"""Justified text in narrow columns: lines whose words stand far apart are lines."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest import read
from tests.ingest.conftest import FONT, Draw, Paper

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


def justified(texts: tuple[str, ...], x: float, *, width: float = WIDTH, size: float = 10) -> Draw:
    """Each line stretched to the width of the column, word by word, where it is not wider."""

    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, size)
        for index, text in enumerate(texts):
            words = text.split()
            left = width - sum(stringWidth(word, FONT, size) for word in words)
            blank = max(stringWidth(" ", FONT, size), left / max(1, len(words) - 1))
            place = x
            for word in words:
                canvas.drawString(place, 780 - (size + 3) * index, word)
                place += stringWidth(word, FONT, size) + blank

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
        for x, texts in zip((40, 220, 400), columns, strict=True):
            justified(texts, x, width=150, size=8)(canvas)

    document = read(paper(draw), "ends.pdf")
    assert document.text.split() == [word for texts in columns for text in texts for word in text.split()]
    assert document.tables == ()
