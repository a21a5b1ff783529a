"""The promise, walked: every statement of the corpus library opens to its exact text and to boxes that hold just it."""

import ctypes
import json
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pyoxigraph import QuerySolutions

from graph import Library, Snapshot

BLANKS_AND_HYPHENS = {ord(letter): None for letter in "\u00ad-\u2010\u2011"}

PASSAGES = """
SELECT DISTINCT ?statement ?role ?document ?quote ?page ?start ?end ?boxes WHERE {
  GRAPH ?document {
    ?statement a svod:Statement ; ?role ?passage .
    ?passage a svod:Passage ; svod:quote ?quote ; svod:page ?page ; svod:start ?start ; svod:end ?end .
    OPTIONAL { ?passage svod:boxes ?boxes }
  }
}
"""

NAMES = ("statement", "role", "document", "quote", "page", "start", "end", "boxes")

STATEMENTS = "SELECT (COUNT(DISTINCT ?statement) AS ?n) WHERE { GRAPH ?document { ?statement a svod:Statement } }"


@dataclass(frozen=True)
class Stands:
    """A passage as SPARQL gives it."""

    statement: str
    role: str
    document: str
    quote: str
    page: int
    start: int
    end: int
    boxes: tuple[tuple[float, float, float, float], ...]


@pytest.fixture(scope="module")
def snapshot(corpus_library: Library) -> Snapshot:
    return Snapshot.open(corpus_library)


@pytest.fixture(scope="module")
def passages(snapshot: Snapshot) -> list[Stands]:
    found = []
    for row in solutions(snapshot, PASSAGES):
        said = {str(name): term.value for name, term in zip(NAMES, row, strict=True) if term is not None}
        boxes = tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in json.loads(said.get("boxes", "[]")))
        page, start, end = (int(said[name]) for name in ("page", "start", "end"))
        found.append(Stands(said["statement"], said["role"], said["document"], said["quote"], page, start, end, boxes))
    return found


def solutions(snapshot: Snapshot, sparql: str) -> QuerySolutions:
    answer = snapshot.query(sparql)
    assert isinstance(answer, QuerySolutions)
    return answer


def plain(text: str) -> str:
    return "".join(text.translate(BLANKS_AND_HYPHENS).split())


def test_every_statement_has_a_passage_that_states_its_value(snapshot: Snapshot, passages: list[Stands]) -> None:
    (row,) = solutions(snapshot, STATEMENTS)
    with_value = {p.statement for p in passages if p.role == "https://w3id.org/svod/passage"}
    assert len(with_value) == int(row["n"].value) > 500


def test_every_quote_is_the_text_at_its_offsets(snapshot: Snapshot, passages: list[Stands]) -> None:
    documents = {name: snapshot.document(name) for name in {p.document for p in passages}}
    for p in passages:
        document = documents[p.document]
        assert document.page_text(document.pages[p.page - 1])[p.start : p.end] == p.quote
        assert p.quote.strip()


def characters(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[tuple[str, float, float]]:
    """Each inked character of a page and the middle of its box, from the top-left: read by pdfium alone, not by us."""
    page = pdf[number - 1]
    assert page.get_rotation() == 0
    left, _, _, top = page.get_cropbox()
    text = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if letter.isspace() or not pdfium.FPDFText_GetCharBox(text, index, *box):
            continue
        x0, x1, y0, y1 = (value.value for value in box)
        if x1 > x0 and y1 > y0:
            yield letter, (x0 + x1) / 2 - left, top - (y0 + y1) / 2


def test_the_boxes_of_every_passage_hold_its_quote_and_no_other_character(
    snapshot: Snapshot, passages: list[Stands]
) -> None:
    boxed = [p for p in passages if p.boxes]
    pdfs = {name: pypdfium2.PdfDocument(snapshot.data(name)) for name in {p.document for p in boxed}}
    pages = {(p.document, p.page) for p in boxed}
    glyphs = {(name, number): list(characters(pdfs[name], number)) for name, number in pages}
    assert len(boxed) > 300
    for p in boxed:
        read_back = []
        for x0, y0, x1, y1 in p.boxes:
            inside = [g for g in glyphs[p.document, p.page] if x0 <= g[1] <= x1 and y0 <= g[2] <= y1]
            read_back += [letter for letter, _, _ in sorted(inside, key=lambda glyph: glyph[1])]
        assert plain("".join(read_back)) == plain(p.quote), p


def test_every_statement_of_a_pdf_has_boxes_and_of_a_page_has_none(snapshot: Snapshot, passages: list[Stands]) -> None:
    media = {name: snapshot.document(name).media_type for name in {p.document for p in passages}}
    assert set(media.values()) >= {"application/pdf", "text/html", "text/plain"}
    for p in passages:
        assert bool(p.boxes) == (media[p.document] == "application/pdf"), p
