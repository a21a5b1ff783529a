"""How sure a span is."""

from dataclasses import replace

from ingest import Document, Span
from ingest.confidence import confidence
from ingest.document import Page, Word

BOX = (0.0, 0.0, 1.0, 1.0)
DOCUMENT = Document(
    source="scan.pdf",
    digest="0" * 64,
    media_type="application/pdf",
    title="",
    language="ru",
    text="один два -\fтри",
    pages=(
        Page(1, 10, 10, 0, 10, words=(Word(0, 4, BOX, 0.96), Word(5, 8, BOX, 0.6), Word(9, 10, BOX, 0.1))),
        Page(2, 10, 10, 11, 14),
    ),
)


def test_a_span_is_as_sure_as_its_least_sure_word() -> None:
    assert confidence(DOCUMENT, Span(0, 4)) == 0.96
    assert confidence(DOCUMENT, Span(0, 8)) == 0.6
    assert confidence(DOCUMENT, Span(2, 6)) == 0.6
    assert confidence(DOCUMENT, Span(0, 14)) == 0.6


def test_signs_alone_do_not_weigh_and_text_layers_are_sure() -> None:
    assert confidence(DOCUMENT, Span(9, 10)) == 1.0
    assert confidence(DOCUMENT, Span(11, 14)) == 1.0


def test_no_word_of_ocr_is_quite_sure() -> None:
    page = replace(DOCUMENT.pages[0], words=(Word(0, 4, BOX, 1.0),))
    assert confidence(replace(DOCUMENT, pages=(page, DOCUMENT.pages[1])), Span(0, 4)) == 0.99
