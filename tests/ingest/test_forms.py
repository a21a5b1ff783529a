"""What a form holds is text of its page: values in their places, states of boxes to tick, labels beside them."""

import ctypes
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from ingest import Document, read
from ingest.locate import locate
from tests.ingest.conftest import Paper, lines

Place = tuple[float, float]


def form(*draws: Callable[[Any], None], turn: int = 0) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.setPageRotation(turn)
    canvas.setFont("DejaVuSans", 11)
    for draw in draws:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def field(name: str, value: str, at: Place, **more: Any) -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        size = {"width": 250, "height": 22, "fontSize": 11}
        canvas.acroForm.textfield(name=name, value=value, x=at[0], y=at[1], **{**size, **more})

    return draw


def label(text: str, at: Place) -> Callable[[Any], None]:
    return lambda canvas: canvas.drawString(*at, text)


def refilled(data: bytes, values: Sequence[str]) -> bytes:
    """The form with other values in its first fields, and no pictures of them."""
    with pypdfium2.PdfDocument(data) as pdf:
        pdf.init_forms()
        page = pdf[0]
        for index, value in enumerate(values):
            annotation = raw.FPDFPage_GetAnnot(page.raw, index)
            units = value.encode("utf-16-le") + b"\0\0"
            wide = (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)
            raw.FPDFAnnot_SetStringValue(annotation, b"V", wide)
            raw.FPDFAnnot_SetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None)
            raw.FPDFPage_CloseAnnot(annotation)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def pairs(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [(text[p.label.start : p.label.end], text[p.value.start : p.value.end]) for p in document.pairs]


def test_a_value_stands_in_its_field_beside_its_label() -> None:
    data = form(
        label("Название кластера", (60, 700)), field("f1", "Photonics", (200, 694)),
        label("Регион ______", (60, 660)), field("f2", "Perm Krai", (200, 654)),
    )  # fmt: skip
    document = read(data, "form.pdf")
    assert pairs(document) == [("Название кластера", "Photonics"), ("Регион", "Perm Krai")]
    value = document.pairs[0].value
    ((passage,),) = locate(data, document, [value]).values()
    (box,) = passage.boxes
    assert passage.quote == "Photonics"
    assert 200 <= box[0] < box[2] <= 450
    assert 842 - 716 <= box[1] < box[3] <= 842 - 694


def test_a_label_above_a_field_names_it() -> None:
    document = read(form(label("Ответственный", (60, 704)), field("f1", "Ivanov", (60, 676))), "above.pdf")
    assert pairs(document) == [("Ответственный", "Ivanov")]


def test_a_value_without_a_picture_is_drawn_as_viewers_draw_it() -> None:
    data = form(label("Регион", (60, 700)), field("f1", "x", (200, 694)))
    assert pairs(read(refilled(data, ["Пермский край"]), "russian.pdf")) == [("Регион", "Пермский край")]


def test_the_fields_own_name_stands_in_where_the_page_shows_no_label() -> None:
    data = form(
        field("f1", "Perm Krai", (60, 694), tooltip="Region"),
        field("topmostSubform[0].f1_01[0]", "nameless", (60, 594)),
    )
    document = read(data, "unlabelled.pdf")
    assert document.text == "Region: Perm Krai\n\nnameless"
    assert pairs(document) == [("Region", "Perm Krai")]


def test_boxes_to_tick_say_which_is_ticked() -> None:
    def draw(canvas: Any) -> None:
        for number, (name, y) in enumerate((("Пилотный", 700), ("Закрытый", 670))):
            canvas.acroForm.checkbox(name=name, x=60, y=y, size=16, checked=number == 0)
            canvas.drawString(84, y + 4, name)
        canvas.drawString(60, 634, "Уровень:")
        for value, x in (("высокий", 140), ("средний", 240)):
            canvas.acroForm.radio(name="level", value=value, selected=value == "средний", x=x, y=630, size=16)
            canvas.drawString(x + 22, 634, value)

    data = form(draw)
    document = read(data, "boxes.pdf")
    assert "[x] Пилотный" in document.text
    assert set(pairs(document)) == {
        ("Пилотный", "[x]"), ("Закрытый", "[ ]"), ("высокий", "[ ]"), ("средний", "[x]"),
    }  # fmt: skip
    ticked = next(p.value for p in document.pairs if document.text[p.value.start : p.value.end] == "[x]")
    ((passage,),) = locate(data, document, [ticked]).values()
    assert passage.boxes


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_to_tick_are_read_on_a_turned_page(turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.acroForm.checkbox(name="Pilot", x=100, y=400, size=16, checked=True)

    document = read(form(draw, turn=turn), "turned.pdf")
    assert document.text == "Pilot: [x]"
    # The canvas lays a page down that is turned on its side: 842 × 595 points before it is displayed.
    at = {90: (400, 100, 416, 116), 180: (479, 400, 495, 416), 270: (595 - 416, 842 - 116, 595 - 400, 842 - 100)}
    block = document.blocks[0].box
    assert block is not None
    assert block == pytest.approx(at[turn], abs=4)


def test_empty_and_hidden_fields_say_nothing() -> None:
    data = form(
        label("Заявка", (60, 760)),
        field("f1", "", (60, 694), tooltip="Region"),
        field("f2", "secret", (60, 594), tooltip="Code", annotationFlags="hidden"),
    )
    document = read(data, "empty.pdf")
    assert (document.text, document.pairs) == ("Заявка", ())


def test_a_form_that_is_laid_out_by_xfa_alone_is_said(paper: Paper) -> None:
    plain = paper(lines("Подождите, пока откроется форма."))
    form = b"/Type /Catalog /NeedsRendering true /AcroForm << /Fields [] /XFA [(template) 3 0 R] >>"
    document = read(plain.replace(b"/Type /Catalog", form), "form.pdf")
    assert any("made with XFA, which is not read" in finding for finding in document.findings)
    assert read(plain, "plain.pdf").findings == ()


def test_a_field_too_small_to_show_its_value_is_a_finding() -> None:
    data = form(label("Текст заявки", (60, 760)), field("f1", "Perm", (60, 694), tooltip="Region", width=0, height=0))
    document = read(data, "hidden.pdf")
    assert document.findings == ("Page 1 does not show what its form holds in the field “Region”.",)
