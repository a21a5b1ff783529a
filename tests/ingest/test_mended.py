"""A PDF that breaks off is read as far as it goes, and what is missing is said."""

import re
import zlib

import pytest

from ingest import Span, locate, read
from ingest.errors import Damaged, NoText
from tests.ingest.conftest import Paper, lines

BROKEN = (
    "This PDF is damaged (it does not say where its cross-reference table is; its end is missing):"
    " what could be found in it was read."
)


def before(data: bytes, mark: bytes) -> bytes:
    """The data up to the last place where an object that holds `mark` begins."""
    place = data.rindex(mark)
    return data[: [found.start() for found in re.finditer(rb"\d+ 0 obj", data) if found.start() < place][-1]]


def two_pages(paper: Paper) -> bytes:
    return paper(lines("Первая страница программы"), lines("Вторая страница программы"))


def test_a_pdf_cut_before_its_trailer_is_read_whole(paper: Paper) -> None:
    whole = two_pages(paper)
    cut = whole[: whole.index(b"\nxref")]
    document = read(cut, "cut.pdf")
    assert document.text == "Первая страница программы\fВторая страница программы"
    assert document.findings == (BROKEN,)
    word = Span(0, 6)
    assert locate(cut, document, [word]) == locate(whole, read(whole, "whole.pdf"), [word])


def test_pages_are_found_where_the_list_of_them_is_cut_off(paper: Paper) -> None:
    document = read(before(written_last(two_pages(paper)), b"/Kids"), "cut.pdf")
    assert document.text == "Первая страница программы\fВторая страница программы"
    assert document.findings == (BROKEN, "It breaks off before it says how many pages it has.")


def written_last(data: bytes) -> bytes:
    """The same objects, the catalog and the tree of pages behind all others."""
    body = data[: data.index(b"\nxref")]
    objects: list[bytes] = re.findall(rb"\d+ 0 obj.*?endobj", body, re.DOTALL)
    frame = [one for one in objects if b"/Catalog" in one or b"/Kids" in one]
    return b"%PDF-1.4\n" + b"\n".join([*(one for one in objects if one not in frame), *frame])


def test_a_page_whose_fonts_are_cut_off_is_unreadable_and_not_guessed(paper: Paper) -> None:
    data = two_pages(paper)
    body = data[: data.index(b"\nxref")]
    objects: list[bytes] = re.findall(rb"\d+ 0 obj.*?endobj", body, re.DOTALL)
    without = b"%PDF-1.4\n" + b"\n".join(one for one in objects if b"/FontFile2" not in one and b"stream" not in one)
    with pytest.raises(NoText, match="Page 1 cannot be read: this PDF breaks off before all that the page is made of"):
        read(without, "cut.pdf")


def test_a_page_that_breaks_off_within_its_text_is_read_as_far_as_it_goes() -> None:
    text = b"".join(
        b"BT /F1 11 Tf 60 %d Td (Line number %d of the page) Tj ET\n" % (780 - 15 * n, n) for n in range(40)
    )
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 2 0 R>>>>>>"
    head = b"%PDF-1.4\n1 0 obj " + page + b" endobj\n"
    font = b"2 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n3 0 obj <</Length 9999>> stream\n"
    document = read(head + font + text[: len(text) // 2], "cut.pdf")
    assert document.text.startswith("Line number 0 of the page\nLine number 1")
    assert "Line number 18" in document.text
    assert "Line number 30" not in document.text


def test_objects_packed_in_streams_are_found_again() -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    heads = b" ".join(b"%d %d" % (index + 1, sum(map(len, objects[:index])) + index) for index in range(4)) + b"\n"
    packed = zlib.compress(heads + b" ".join(objects))
    content = b"BT /F1 11 Tf 60 780 Td (Packed but found) Tj ET"
    data = b"%%PDF-1.5\n5 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (len(content), content)
    data += b"6 0 obj <</Type/ObjStm/N 4/First %d/Filter/FlateDecode/Length %d>> stream\n" % (len(heads), len(packed))
    document = read(data + packed + b"\nendstream endobj\n7 0 obj <</Type/XR", "cut.pdf")
    assert (document.text, document.findings) == ("Packed but found", (BROKEN,))


def test_an_encrypted_pdf_that_breaks_off_is_refused(paper: Paper) -> None:
    data = paper(lines("Тайна"), encrypt="secret")
    with pytest.raises(Damaged, match="truncated or damaged"):
        read(data[: data.index(b"\nxref")], "cut.pdf", password="secret")
