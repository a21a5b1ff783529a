"""Presentations: a page a slide, in the order a person reads it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from ingest import Document, read
from ingest.errors import NoText

TITLE_AND_BODY, TITLE_ONLY, BLANK = 1, 5, 6


def read_back(*slides: tuple[int, Callable[[Any], None]]) -> Document:
    presentation = pptx.Presentation()
    for layout, draw in slides:
        draw(presentation.slides.add_slide(presentation.slide_layouts[layout]))
    out = BytesIO()
    presentation.save(out)
    return read(out.getvalue(), "a.pptx")


def put(slide: Any, text: str, x: float, y: float, width: float = 2.5, height: float = 0.5) -> Any:
    box = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(width), Inches(height))
    box.text_frame.text = text
    return box


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_the_title_comes_first_and_bullets_are_items() -> None:
    def draw(slide: Any) -> None:
        slide.placeholders[1].text_frame.text = "Отобрано 25 кластеров\nПоддержка до 2015 года"
        slide.shapes.title.text = "Программа пилотных\vкластеров"

    document = read_back((TITLE_AND_BODY, draw), (TITLE_AND_BODY, draw))
    assert [(block.kind, block.level) for block in document.blocks[:3]] == [
        ("heading", 1),
        ("list_item", 0),
        ("list_item", 0),
    ]
    assert texts(document)[:2] == ["Программа пилотных кластеров", "Отобрано 25 кластеров"]
    assert [page.number for page in document.pages] == [1, 2]
    assert document.title == "Программа пилотных кластеров"


def test_columns_are_read_one_after_the_other_whatever_was_drawn_first() -> None:
    def draw(slide: Any) -> None:
        put(slide, "правый низ", 5.5, 3.2)
        put(slide, "левый низ", 0.5, 3.2)
        put(slide, "правый верх", 5.5, 2.4)
        put(slide, "левый верх", 0.5, 2.4)
        slide.shapes.title.text = "Заголовок"

    assert texts(read_back((TITLE_ONLY, draw))) == ["Заголовок", "левый верх", "левый низ", "правый верх", "правый низ"]


def test_a_big_number_and_its_label_stay_together() -> None:
    def draw(slide: Any) -> None:
        slide.shapes.title.text = "Отбор"
        for index, (number, label) in enumerate((("94", "заявки подано"), ("25", "кластеров отобрано"))):
            put(slide, label, 0.5 + 4 * index, 3.0)
            put(slide, number, 0.5 + 4 * index, 2.5)

    document = read_back((TITLE_ONLY, draw))
    assert texts(document) == ["Отбор", "94", "заявки подано", "25", "кластеров отобрано"]
    assert [
        (document.text[p.label.start : p.label.end], document.text[p.value.start : p.value.end]) for p in document.pairs
    ] == [("заявки подано", "94"), ("кластеров отобрано", "25")]


def test_labels_beside_their_numbers_are_read_row_by_row() -> None:
    def draw(slide: Any) -> None:
        slide.shapes.title.text = "Отбор"
        for index, (label, number) in enumerate((("заявки", "94"), ("кластеры", "25"), ("регионы", "19"))):
            put(slide, number, 6, 2.0 + index)
            put(slide, label, 0.5, 2.0 + index)

    assert texts(read_back((TITLE_ONLY, draw)))[1:] == ["заявки", "94", "кластеры", "25", "регионы", "19"]


def test_shapes_in_a_group_stand_where_they_are_shown() -> None:
    def draw(slide: Any) -> None:
        slide.shapes.title.text = "Схема"
        put(slide, "внизу", 0.5, 6)
        group = slide.shapes.add_group_shape()
        box = group.shapes.add_textbox(Inches(0.5), Inches(3), Inches(2), Inches(0.5))
        box.text_frame.text = "в группе"
        put(slide, "вверху", 0.5, 2)

    assert texts(read_back((TITLE_ONLY, draw)))[1:] == ["вверху", "в группе", "внизу"]


def test_a_table_keeps_merged_cells_and_its_header() -> None:
    def draw(slide: Any) -> None:
        table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
        for row, line in enumerate((("Регион", "2014", "2015"), ("Томск", "94", "90"), ("", "1", "2"))):
            for column, text in enumerate(line):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))

    document = read_back((BLANK, draw))
    (table,) = document.tables
    cells = {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span, c.is_header) for c in table.cells
    }
    assert cells["Регион"] == (0, 0, 1, 1, True)
    assert cells["Томск"] == (1, 0, 2, 1, False)
    assert cells["2"] == (2, 2, 1, 1, False)


def test_the_figures_of_a_chart_are_a_table() -> None:
    def draw(slide: Any) -> None:
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = ["2014", "2015"]
        data.add_series("Субсидия, млн руб.", (402.7, 1250))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(5), Inches(3), data)
        put(slide, "Рост субсидий", 1, 1)

    document = read_back((BLANK, draw))
    assert document.text == "Рост субсидий\n\n\tСубсидия, млн руб.\n2014\t402.7\n2015\t1250"
    assert document.blocks[0].kind == "heading"


def test_hidden_slides_and_notes_are_left_out_and_said() -> None:
    def shown(slide: Any) -> None:
        slide.shapes.title.text = "Видно"
        slide.notes_slide.notes_text_frame.text = "не забыть"

    def hidden(slide: Any) -> None:
        slide.shapes.title.text = "Спрятано"
        slide.element.set("show", "0")

    document = read_back((TITLE_ONLY, hidden), (TITLE_ONLY, shown))
    assert document.text == "Видно"
    assert document.findings == (
        "hidden slides were left out: 1 of 2",
        "speaker notes were left out: those of slides 1",
    )


def test_a_slide_of_pictures_is_unreadable_and_alone_refused() -> None:
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")

    def drawn(slide: Any) -> None:
        slide.shapes.add_picture(picture, 0, 0)

    def worded(slide: Any) -> None:
        slide.shapes.title.text = "Слова"

    document = read_back((TITLE_ONLY, worded), (BLANK, drawn))
    assert document.unreadable_pages == (2,)
    assert document.findings == ("slide 2 holds only pictures: what they show was not read",)
    with pytest.raises(NoText, match="only pictures"):
        read_back((BLANK, drawn))
