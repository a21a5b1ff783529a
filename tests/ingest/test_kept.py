"""A document kept and taken out again is the same document."""

from ingest import read
from ingest.kept import dump, load
from tests.ingest.conftest import Paper, lines


def test_every_kind_of_document_comes_back_equal(paper: Paper) -> None:
    html = b"<h1>A</h1><dl><dt>Region</dt><dd>Perm</dd></dl><table><tr><th>a</th><td>1</td></tr></table>"
    for data, name in ((paper(lines("Регион: Пермь")), "a.pdf"), (html, "a.html"), ("Год: 2012".encode(), "a.txt")):
        document = read(data, name)
        assert load(dump(document)) == document
        assert dump(document) == dump(read(data, name))
