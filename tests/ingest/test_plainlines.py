"""pdfium asked about a whole page at once gives the lines that it gives asked one by one."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from bench.reading_files import ORDERS, samples
from ingest.pdfium import PdfPage, opened
from ingest.stretches import stretches
from ingest.textlines import TextLines


def drawn(draw: Callable[[Any], None]) -> bytes:
    out = BytesIO()
    canvas: Any = Canvas(out, invariant=True)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def cells_on_one_row(canvas: Any) -> None:
    for x, text in ((50, "Region"), (200, "Number of clusters"), (400, "Staff")):
        canvas.drawString(x, 700, text)


def cells_drawn_in_pieces(canvas: Any) -> None:
    """As word processors draw a row: words broken in two, blanks as strings of their own, a cell of several words."""
    for x, pieces in ((50, ("Re", "gion")), (200, ("Number", " ", "of clus", "ters")), (400, ("St", "aff"))):
        for index, piece in enumerate(pieces):
            canvas.drawString(x + canvas.stringWidth("".join(pieces[:index]), "Helvetica", 12), 700, piece)


def a_gap_inside_a_word(canvas: Any) -> None:
    canvas.drawString(50, 700, "Clus")
    canvas.drawString(200, 700, "ters of the region")


def a_large_number_before_words(canvas: Any) -> None:
    canvas.setFont("Helvetica", 24)
    canvas.drawString(50, 700, "94 ")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50 + canvas.stringWidth("94 ", "Helvetica", 24), 700, "applications")
    canvas.drawString(300, 700, "were made")


def a_line_of_two_fonts(canvas: Any) -> None:
    canvas.drawString(50, 700, "A cluster of ")
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(50 + canvas.stringWidth("A cluster of ", "Helvetica", 12), 700, "aircraft engines")


def a_line_up_the_page(canvas: Any) -> None:
    canvas.drawString(50, 700, "A level line of text stands here")
    canvas.rotate(90)
    canvas.drawString(100, -300, "and another runs up the page")


def short_lines(canvas: Any) -> None:
    for y, text in ((700, "12"), (660, "94 %"), (620, "7")):
        canvas.drawString(50, y, text)


def blanks_at_both_ends(canvas: Any) -> None:
    for y in (700, 680):
        canvas.drawString(50, y, "  set in and followed by blanks   ")


def one_by_one(page: PdfPage) -> list[Any]:
    ask = TextLines(page)
    return [line for stretch in stretches(page.characters[0]) for line in ask.parts(stretch)]


@pytest.mark.parametrize(
    "draw",
    [
        cells_on_one_row,
        cells_drawn_in_pieces,
        a_gap_inside_a_word,
        a_large_number_before_words,
        a_line_of_two_fonts,
        a_line_up_the_page,
        short_lines,
        blanks_at_both_ends,
    ],
)
def test_all_at_once_gives_what_one_by_one_gives(draw: Callable[[Any], None]) -> None:
    with opened(drawn(draw)) as pdf, pdf.page(1) as page:
        assert [(line.text, line.box, line.is_bold, line.turn) for line in page.lines()] == [
            (line.text, line.box, line.is_bold, line.turn) for line in one_by_one(page)
        ]


@pytest.mark.parametrize("kind", ORDERS)
def test_pages_of_every_kind_have_the_same_lines_both_ways(kind: str) -> None:
    for sample in samples(kind, 2):
        with opened(sample.data) as pdf, pdf.page(1) as page:
            assert [(line.text, line.box) for line in page.lines()] == [
                (line.text, line.box) for line in one_by_one(page)
            ]


def test_cells_of_one_row_are_lines_of_their_own() -> None:
    for draw in (cells_on_one_row, cells_drawn_in_pieces):
        with opened(drawn(draw)) as pdf, pdf.page(1) as page:
            assert [line.text for line in page.lines()] == ["Region", "Number of clusters", "Staff"]


def test_columns_side_by_side_are_parted_whatever_the_widths_of_their_letters() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(50, 700, "ill will fill a little till")
        canvas.drawString(330, 700, "WWW MMM WWW MMM")
        canvas.drawString(50, 680, "MMMM WWWW MMMM")
        canvas.drawString(330, 680, "i l i l i l i l i l i l i l")

    with opened(drawn(draw)) as pdf, pdf.page(1) as page:
        assert [line.text for line in page.lines()] == [
            *("ill will fill a little till", "WWW MMM WWW MMM"),
            *("MMMM WWWW MMMM", "i l i l i l i l i l i l i l"),
        ]


def test_a_line_that_begins_with_a_ligature_is_as_high_as_others() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("DejaVuSans", 10)
        canvas.drawString(60, 700, "members of the cluster make")
        canvas.drawString(60, 685, "ﬁbre and lasers of their own")

    with opened(drawn(draw)) as pdf, pdf.page(1) as page:
        (first, second), ours = page.lines(), one_by_one(page)
    assert second.text.startswith("fibre")
    assert abs(second.size - first.size) < 0.01
    assert [line.size for line in ours] == [first.size, second.size]
