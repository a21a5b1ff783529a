"""The small parts of the interfaces: negotiation, the protocol, texts, markup, passages, pictures."""

import doctest
import string
from importlib import import_module
from io import BytesIO

import pytest
from PIL import Image

from ui import address, examples, framing, highlight, markup, negotiation, output, passages, protocol, server, texts
from ui.highlight import draw_boxes
from ui.markup import Html, tag
from ui.negotiation import choose
from ui.protocol import ProtocolError, is_graph_query, parse

MODULES = (address, examples, framing, markup, negotiation, output, passages, protocol, server, texts)


@pytest.mark.parametrize("name", [*(module.__name__ for module in MODULES), "ui.views.links", "ui.commands.ingesting"])
def test_the_examples_in_docstrings_hold(name: str) -> None:
    tried = doctest.testmod(import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.mark.parametrize(
    ("accept", "offers", "chosen"),
    [
        (None, ("text/html", "text/turtle"), "text/html"),
        ("", ("text/html", "text/turtle"), "text/html"),
        ("text/turtle, */*;q=0.1", ("text/html", "text/turtle"), "text/turtle"),
        ("text/*", ("application/ld+json", "text/turtle"), "text/turtle"),
        ("text/turtle;q=0", ("text/turtle",), None),
        ("text/html;q=high", ("text/html",), None),
        ("TEXT/HTML", ("text/html",), "text/html"),
        ("*/*;q=0.5, text/turtle;q=0.1", ("text/turtle", "text/csv"), "text/csv"),
    ],
)
def test_the_heaviest_offer_is_chosen(accept: str | None, offers: tuple[str, ...], chosen: str | None) -> None:
    assert choose(accept, offers) == chosen


@pytest.mark.parametrize(
    ("query", "is_graph"),
    [
        ("SELECT * { ?construct ?p ?o }", False),
        ("PREFIX construct: <http://x/> ASK { ?s construct:p 'DESCRIBE' }", False),
        ("# SELECT\nDESCRIBE <http://x/>", True),
        ("prefix a: <http://select/>\nconstruct { ?s ?p ?o } where { ?s ?p ?o }", True),
    ],
)
def test_the_kind_of_a_query_is_told_by_its_form(query: str, is_graph: bool) -> None:
    assert is_graph_query(query) is is_graph


def test_a_bare_get_asks_for_the_description_and_a_long_query_is_refused() -> None:
    assert parse("GET", "", "", b"") is None
    with pytest.raises(ProtocolError, match="characters"):
        parse("POST", "", protocol.QUERY, b"ASK {}" + b" " * protocol.QUERY_MOST)
    with pytest.raises(ProtocolError, match="UTF-8"):
        parse("POST", "", protocol.QUERY, b"\xff")


def test_every_text_is_there_in_both_languages_with_the_same_gaps() -> None:
    def gaps(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, (russian, english) in texts.TEXTS.items():
        assert russian.strip(), key
        assert english.strip(), key
        assert gaps(russian) == gaps(english), key


def test_markup_escapes_what_is_not_markup() -> None:
    assert tag("a", '<script>"', href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">&lt;script&gt;&quot;</a>'
    assert tag("p", Html("<b>x</b>")) == "<p><b>x</b></p>"


def page(width: int = 400, height: int = 300) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (255, 255, 255)).save(out, "PNG")
    return out.getvalue()


def test_boxes_are_marked_and_ink_stays_ink() -> None:
    out = BytesIO()
    sheet = Image.new("RGB", (400, 300), (255, 255, 255))
    sheet.putpixel((120, 60), (0, 0, 0))
    sheet.save(out, "PNG")
    marked = Image.open(BytesIO(draw_boxes(out.getvalue(), [(50, 25, 80, 40)], 2.0)))
    assert marked.getpixel((121, 61)) == highlight.MARKER
    assert marked.getpixel((120, 60)) == (0, 0, 0)
    assert marked.getpixel((300, 200)) == (255, 255, 255)


def test_a_crop_keeps_the_surroundings_and_stays_on_the_page() -> None:
    whole = Image.open(BytesIO(draw_boxes(page(2000, 2000), [(10, 10, 30, 20)], 2.0, is_cropped=True)))
    assert whole.width >= highlight.NARROWEST * 2
    assert whole.height < 2000
    assert Image.open(BytesIO(draw_boxes(page(), [(0, 0, 200, 150)], 2.0, is_cropped=True))).size == (400, 300)
    assert Image.open(BytesIO(draw_boxes(page(), [], 2.0, is_cropped=True))).size == (400, 300)
