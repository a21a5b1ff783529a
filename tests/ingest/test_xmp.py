"""What a PDF says of itself: PDF/A's mark, title, authors, dates and language, as it says them."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import read
from ingest.xmp import own_packet
from tests.ingest.conftest import Paper, lines

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
)
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ELEMENTS = f"""
<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" {SPACES}>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Перечень кластеров</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Иванова А. А.</rdf:li><rdf:li>Петров Б. Б.</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2021-03-15T12:05+03:00</xmp:CreateDate><xmp:ModifyDate>2021-04</xmp:ModifyDate>
</rdf:Description></rdf:RDF>"""
ATTRIBUTES = f"""
<x:xmpmeta xmlns:x="adobe:ns:meta/" {SPACES}><rdf:RDF xmlns:rdf="{RDF}">
<rdf:Description rdf:about="" pdfaid:part="1" pdfaid:conformance="A" xmp:CreateDate="2019-13-45"/>
</rdf:RDF></x:xmpmeta>"""


def with_packet(data: bytes, packet: str) -> bytes:
    stream = b"99 0 obj\n<< /Type /Metadata >>\nstream\n" + packet.encode() + b"\nendstream\nendobj\n"
    return data.replace(b"startxref", stream + b"startxref")


def test_a_pdfa_file_names_its_part_level_title_and_authors(paper: Paper) -> None:
    document = read(with_packet(paper(lines("Текст перечня")), ELEMENTS), "list.pdf")
    assert document.title == "Перечень кластеров"
    said = document.claims
    assert said.conforms_to == "PDF/A-2b"
    assert said.authors == ("Иванова А. А.", "Петров Б. Б.")
    assert (said.created, said.modified) == ("2021-03-15T12:05:00+03:00", "2021-04")


def test_properties_may_be_attributes_and_a_date_that_is_none_is_not_taken(paper: Paper) -> None:
    said = read(with_packet(paper(lines("Текст")), ATTRIBUTES), "list.pdf").claims
    assert said.conforms_to == "PDF/A-1a"
    assert said.created == "2000-01-01T00:00:00+00:00"  # its Info dictionary's


def test_the_info_dictionary_speaks_where_there_is_no_packet(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setAuthor("Иванова А. А.; Петров Б. Б.")
        canvas.setTitle("Справка о кластерах")
        canvas.drawString(60, 700, "Текст справки")

    said = read(paper(draw), "note.pdf").claims
    assert (said.title, said.authors) == ("Справка о кластерах", ("Иванова А. А.", "Петров Б. Б."))
    assert read(paper(lines("Текст")), "plain.pdf").claims.authors == ()  # reportlab's own "anonymous"


@pytest.mark.parametrize(
    "packet",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>' + ELEMENTS,
        ELEMENTS.replace("<rdf:Description", '<!DOCTYPE a [<!ENTITY b "c">]><rdf:Description'),
        ELEMENTS.replace("</rdf:Description>", ""),
        ELEMENTS.replace("pdfaid", "photo"),
    ],
)
def test_a_packet_that_is_broken_or_a_pictures_says_nothing_or_only_itself(packet: str) -> None:
    found = own_packet(packet.encode())
    assert found.first("pdfaid:part") == ("2" if packet.startswith("<!") else "")


def test_a_packet_that_is_broken_is_said(paper: Paper) -> None:
    letter = paper(lines("Текст письма"))
    for packet, why in (
        (ELEMENTS.replace("</rdf:Description>", ""), "mismatched tag"),
        (ELEMENTS.replace("<rdf:Description", '<!DOCTYPE a [<!ENTITY b "c">]><rdf:Description'), "declarations"),
    ):
        said = [finding for finding in read(with_packet(letter, packet), "letter.pdf").findings if "XMP" in finding]
        assert len(said) == 1
        assert why in said[0]
    for packet in (ELEMENTS, ELEMENTS.replace("pdfaid", "photo")):
        assert not any("XMP" in finding for finding in read(with_packet(letter, packet), "letter.pdf").findings)
