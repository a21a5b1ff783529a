"""Word documents, each made on the spot with what its test is named after."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest import Document, read
from ingest.errors import NoText

W = nsdecls("w")


def written(write: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    write(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read_back(write: Callable[[Any], None]) -> Document:
    return read(written(write), "a.docx")


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def add(document: Any, xml: str) -> None:
    """Put raw blocks before the last section."""
    body = document.element.body
    for element in parse_xml(f"<w:body {W}>{xml}</w:body>").iterchildren():
        body.insert(len(body) - 1, element)


def grid(document: Document) -> dict[str, tuple[int, int, int, int, bool]]:
    (table,) = document.tables
    return {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span, c.is_header) for c in table.cells
    }


def test_headings_lists_and_pairs_keep_their_place() -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "Положение о кластере"
        document.add_heading("Общие положения", 1)
        document.add_heading("Термины", 2)
        document.add_paragraph("Регион: Пермский край")
        document.add_paragraph("участник", style="List Bullet")
        document.add_paragraph("Кластер создан в 2012 году.")

    document = read_back(write)
    assert blocks(document) == [
        ("heading", 1, "Общие положения"),
        ("heading", 2, "Термины"),
        ("paragraph", 0, "Регион: Пермский край"),
        ("list_item", 0, "участник"),
        ("paragraph", 0, "Кластер создан в 2012 году."),
    ]
    (pair,) = document.pairs
    assert document.text[pair.label.start : pair.label.end] == "Регион"
    assert document.text[pair.value.start : pair.value.end] == "Пермский край"
    assert (document.title, document.language, len(document.pages)) == ("Положение о кластере", "ru", 1)
    assert document.media_type.endswith("wordprocessingml.document")
    assert (document.pages[0].width, document.pages[0].height) == (0, 0)


def test_numbers_that_word_draws_stand_in_the_text() -> None:
    levels = (
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='russianLower'/><w:lvlText w:val='%1.%2)'/></w:lvl>"
    )

    def write(document: Any) -> None:
        numbering = document.part.numbering_part.element
        abstract = f"<w:abstractNum {W} w:abstractNumId='77'>{levels}</w:abstractNum>"
        numbering.insert(0, parse_xml(abstract))
        numbering.append(parse_xml(f"<w:num {W} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
        for level, text in (
            (0, "Утвердить перечень."),
            (1, "кластеров;"),
            (1, "парков."),
            (0, "Опубликовать."),
            (1, "да."),
        ):
            add(
                document,
                f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='77'/></w:numPr></w:pPr>"
                f"<w:r><w:t>{text}</w:t></w:r></w:p>",
            )

    assert [text for _, _, text in blocks(read_back(write))] == [
        "1. Утвердить перечень.",
        "1.а) кластеров;",
        "1.б) парков.",
        "2. Опубликовать.",
        "2.а) да.",
    ]


def test_a_page_begins_where_the_author_broke_it() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Первая.").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("Вторая.")
        document.add_paragraph("Третья.").paragraph_format.page_break_before = True
        document.add_section()
        document.add_paragraph("Четвёртая.")

    document = read_back(write)
    assert [document.page_text(page) for page in document.pages] == ["Первая.", "Вторая.", "Третья.", "Четвёртая."]
    assert [page.number for page in document.pages] == [1, 2, 3, 4]


def test_a_table_keeps_merged_cells_and_its_header() -> None:
    def write(document: Any) -> None:
        table = document.add_table(4, 3)
        for row, texts in enumerate(
            (("Регион", "Субсидия", ""), ("", "план", "факт"), ("Томск", "94", "90"), ("", "12", "12"))
        ):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(2, 0).merge(table.cell(3, 0))

    document = read_back(write)
    (table,) = document.tables
    assert (table.rows, table.columns) == (4, 3)
    cells = grid(document)
    assert cells["Регион"] == (0, 0, 2, 1, True)
    assert cells["Субсидия"] == (0, 1, 1, 2, True)
    assert cells["факт"] == (1, 2, 1, 1, True)
    assert cells["Томск"] == (2, 0, 2, 1, False)
    assert cells["90"] == (2, 2, 1, 1, False)


def test_a_table_with_a_table_in_one_cell_keeps_its_own_cells() -> None:
    def write(document: Any) -> None:
        table = document.add_table(3, 3)
        for row, texts in enumerate((("Показатель", "2021", "2022"), ("Выручка", "10", "12"), ("Экспорт", "1", "2"))):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        inner = table.cell(2, 2).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "по", "оценке"

    document = read_back(write)
    (table,) = document.tables
    assert (table.rows, table.columns) == (3, 3)
    assert document.text == "Показатель\t2021\t2022\nВыручка\t10\t12\nЭкспорт\t1\t2 по оценке"
    assert document.pairs == ()


def test_a_table_that_only_places_others_leaves_them_apart() -> None:
    def write(document: Any) -> None:
        table = document.add_table(2, 2)
        for cell in (table.cell(0, 0), table.cell(1, 1)):
            inner = cell.add_table(2, 2)
            for index, text in enumerate(("Регион", "Тула", "Год", "2012")):
                inner.cell(index // 2, index % 2).text = text

    assert [(table.rows, table.columns) for table in read_back(write).tables] == [(2, 2), (2, 2)]


def test_a_table_of_two_columns_gives_labels_and_values() -> None:
    def write(document: Any) -> None:
        table = document.add_table(0, 2)
        for texts in (("Регион", "Пермский край"), ("Специализация:", "Фотоника"), ("Менеджер", "Галицкий Сергей")):
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text

    document = read_back(write)
    assert [
        (document.text[p.label.start : p.label.end], document.text[p.value.start : p.value.end]) for p in document.pairs
    ] == [("Регион", "Пермский край"), ("Специализация", "Фотоника"), ("Менеджер", "Галицкий Сергей")]


def test_a_row_that_repeats_on_every_page_is_the_header() -> None:
    def write(document: Any) -> None:
        table = document.add_table(2, 2)
        for row, texts in enumerate((("Кластер", "Регион"), ("Фотоника", "Пермский край"))):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))

    document = read_back(write)
    assert grid(document)["Регион"][-1]
    assert document.pairs[0].label.start > document.tables[0].start + len("Кластер")


def test_what_is_not_shown_is_left_out_and_said() -> None:
    def write(document: Any) -> None:
        add(
            document,
            "<w:p><w:r><w:t xml:space='preserve'>Кластер </w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>старый</w:delText></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>новый</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайный</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:t>, ин</w:t><w:softHyphen/><w:t>но</w:t><w:noBreakHyphen/><w:t>парк</w:t></w:r></w:p>",
        )

    document = read_back(write)
    assert document.text == "Кластер новый, инно-парк"
    assert document.findings == (
        "1 passages deleted under change tracking were left out",
        "1 passages of hidden text were left out",
    )


def test_content_controls_and_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Во врезке.</w:t></w:r></w:p></w:txbxContent>"
    drawn = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    def write(document: Any) -> None:
        add(document, "<w:sdt><w:sdtContent><w:p><w:r><w:t>В поле.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
        add(document, f"<w:p><w:r><w:t>Рядом.</w:t>{drawn}</w:r></w:p>")

    assert read_back(write).text == "В поле.\n\nРядом.\n\nВо врезке."


def test_footnotes_stand_at_the_end_of_their_page() -> None:
    notes = (
        f"<w:footnotes {W}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>По данным Минпромторга.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )

    def write(document: Any) -> None:
        add(document, "<w:p><w:r><w:t>Их 37</w:t><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>")
        document.add_paragraph("Ещё абзац.").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("Далее.")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    document = read_back(write)
    assert document.page_text(document.pages[0]) == "Их 37.\n\nЕщё абзац.\n\n[1] По данным Минпромторга."
    assert document.page_text(document.pages[1]) == "Далее."


def test_headers_and_footers_are_kept_apart_from_the_text() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Правительство Пермского края"
        document.sections[0].footer.paragraphs[0].text = "12"
        document.add_paragraph("Текст.")

    assert blocks(read_back(write)) == [("header", 0, "Правительство Пермского края"), ("paragraph", 0, "Текст.")]


def test_a_bold_line_by_itself_is_a_heading() -> None:
    def write(document: Any) -> None:
        document.add_paragraph().add_run("Меры поддержки").bold = True
        document.add_paragraph().add_run("Важно, что это предложение.").bold = True
        paragraph = document.add_paragraph()
        paragraph.add_run("Регион").bold = True
        paragraph.add_run(" Пермь")

    assert [kind for kind, _, _ in blocks(read_back(write))] == ["heading", "paragraph", "paragraph"]


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(NoText, match="holds no text"):
        read_back(lambda document: None)


def test_a_mark_behind_a_number_is_no_digit_of_it() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph("В 2022")
        paragraph.add_run("1").font.superscript = True
        paragraph.add_run(" году")

    assert read_back(write).text == "В 2022 1 году"


def test_a_section_that_goes_on_below_begins_no_page() -> None:
    def write(document: Any) -> None:
        document.add_heading("Вестник кластеров", 0)
        document.add_section(WD_SECTION.CONTINUOUS)
        document.add_paragraph("Текст в две колонки.")

    assert len(read_back(write).pages) == 1


def test_a_letterhead_beside_an_address_is_text_and_a_running_header_no_title() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Для служебного пользования"
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "МИНИСТЕРСТВО ЭКОНОМИКИ\nКАМСКОГО КРАЯ"
        table.cell(0, 1).text = "Директору\nНазаровой И. О."
        document.add_paragraph("О субсидии")

    document = read_back(write)
    assert document.tables == ()
    assert document.title == "МИНИСТЕРСТВО ЭКОНОМИКИ КАМСКОГО КРАЯ"
    assert "КРАЯ\n\nДиректору" in document.text


def test_a_label_and_its_value_in_one_row_are_a_pair() -> None:
    def write(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Руководитель", "Фомин А. Л."

    assert len(read_back(write).pairs) == 1
