"""The fields of a PDF form: their values made part of the page, so that each character of a value has its place.

An AcroForm keeps a value beside the page (ISO 32000-1, 12.7); what the page shows is a picture of it. Here that picture
is flattened into the open copy of the page, and the state of a check box or radio button is set as text: `[x]` or
`[ ]`. Nothing is run: neither the form's scripts nor its actions. Works on pdfium's own handles; only `ingest.pdfium`
calls it.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from ingest.document import Box

TICKED, EMPTY = "[x]", "[ ]"
TICK_WIDTH = 1.06  # of the font size: "[x]" in Helvetica
DESCENT = 0.22  # of the font size
STATES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW

Handle = Any  # a pdfium object, as ctypes gives it


@dataclass(frozen=True, slots=True)
class Widget:
    """A field where the page shows it: what it is called for people, its value, and its box.

    `box` is left, bottom, right, top in the file's coordinates; `value` is `[x]` or `[ ]` where `is_state`.
    """

    label: str
    value: str
    box: Box
    is_state: bool = False


def widgets(page: Handle, form: Handle) -> list[Widget]:
    """The fields of a page that hold something; its buttons, and its boxes to tick, are taken off the page."""
    found: list[Widget] = []
    taken: list[int] = []
    for index, annotation in _annotations(page):
        kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
        if kind == raw.FPDF_FORMFIELD_PUSHBUTTON or kind in STATES:
            taken.append(index)
        if kind == raw.FPDF_FORMFIELD_PUSHBUTTON or raw.FPDFAnnot_GetFlags(annotation) & HIDDEN:
            continue
        found.append(_widget(form, annotation, is_state=kind in STATES))
    for index in reversed(taken):
        raw.FPDFPage_RemoveAnnot(page, index)
    return [widget for widget in found if widget.value]


def flatten(page: Handle) -> None:
    """Make the pictures of the fields part of the page, which must be opened anew to be seen so."""
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)


def set_states(pdf: Handle, page: Handle, found: list[Widget]) -> None:
    """Write the state of each box to tick where the box stands, upright as the page is displayed."""
    turn = raw.FPDFPage_GetRotation(page) % 4
    for widget in found:
        if not widget.is_state:
            continue
        left, bottom, right, top = widget.box
        size = min(top - bottom, (right - left) / TICK_WIDTH)
        text = raw.FPDFPageObj_NewTextObj(pdf, b"Helvetica", size)
        raw.FPDFText_SetText(text, _wide(widget.value))
        rise = DESCENT * size
        across, x, y = (
            ((1, 0, 0, 1), left, bottom + rise),
            ((0, 1, -1, 0), right - rise, bottom),
            ((-1, 0, 0, -1), right, top - rise),
            ((0, -1, 1, 0), left + rise, top),
        )[turn]
        raw.FPDFPageObj_Transform(text, *across, x, y)
        raw.FPDFPage_InsertObject(page, text)


def _annotations(page: Handle) -> Iterator[tuple[int, Handle]]:
    """The page's form fields with their numbers among its annotations."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                yield index, annotation
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _widget(form: Handle, annotation: Handle, *, is_state: bool) -> Widget:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    label = _text(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation) or _spoken(
        _text(raw.FPDFAnnot_GetFormFieldName, form, annotation)
    )
    if is_state:
        value = TICKED if raw.FPDFAnnot_IsChecked(form, annotation) else EMPTY
    else:
        value = _text(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    return Widget(label, value, (rect.left, rect.bottom, rect.right, rect.top), is_state)


def _spoken(name: str) -> str:
    """The last part of a field's name, if it is written for people.

    >>> _spoken("card.Region"), _spoken("topmostSubform[0].Page1[0].f1_01[0]")
    ('Region', '')
    """
    last = name.rsplit(".", 1)[-1].replace("_", " ").strip()
    return last if all(letter.isalpha() or letter in " -" for letter in last) else ""


def _text(ask: Callable[..., int], form: Handle, annotation: Handle) -> str:
    """What pdfium answers in UTF-16, blanks at its ends left out."""
    length = ask(form, annotation, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(form, annotation, buffer, length)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", errors="replace").strip()


def _wide(text: str) -> Any:
    """Text as pdfium takes it: UTF-16 and a zero."""
    units = text.encode("utf-16-le") + b"\0\0"
    return (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)
