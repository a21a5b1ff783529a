"""What the graph of a document says of the document itself."""

from dataclasses import replace

from graph.edition import Edition, edition_key
from graph.quads import document_quads
from ingest import read
from ingest.document import Claims
from nlp.extract import Extract

BASE = "http://localhost:8765/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def properties(claims: Claims) -> dict[str, tuple[str, str]]:
    """The document's Dublin Core properties: value and datatype by name."""
    document = replace(read(b"A short note on clusters.", "note.txt"), claims=claims)
    edition = Edition(Extract(document, (), (), ()), {}, "note.txt", edition_key(document.digest))
    terms = "http://purl.org/dc/terms/"
    return {
        quad.predicate.value.removeprefix(terms): (quad.object.value, quad.object.datatype.value)
        for quad in document_quads(edition, BASE)
        if quad.predicate.value.startswith(terms)
    }


def test_what_a_file_says_of_itself_is_stated_of_the_document() -> None:
    found = properties(Claims("T", ("Иванова А. А.",), "2021-03-15T12:05:00+03:00", "2021-04", "ru", "PDF/A-2b"))
    assert found["creator"] == ("Иванова А. А.", XSD + "string")
    assert found["created"] == ("2021-03-15T12:05:00+03:00", XSD + "dateTime")
    assert found["modified"] == ("2021-04", XSD + "gYearMonth")
    assert found["conformsTo"] == ("PDF/A-2b", XSD + "string")


def test_what_it_leaves_open_is_not_stated() -> None:
    assert not {"creator", "created", "modified", "conformsTo"} & properties(Claims()).keys()
    assert properties(Claims(created="2021"))["created"] == ("2021", XSD + "gYear")
