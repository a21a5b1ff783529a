"""Names stay inside their blocks and cells."""

from ingest import read
from nlp import annotate
from nlp.borders import crosses_border

PAGE = "<html><body><table><tr><th>Якорное предприятие</th><td>ФГУП «РФЯЦ-ВНИИЭФ»</td></tr></table></body></html>"


def test_a_cell_ends_a_name() -> None:
    doc = annotate(read(PAGE.encode(), "page.html"))
    text = doc._.document.text
    value = text.index("ФГУП")
    assert crosses_border(doc, 0, value + 4)
    assert not crosses_border(doc, value, len(text))
    assert [mention.text for mention in doc._.mentions if mention.type == "Organization"] == ["ФГУП «РФЯЦ-ВНИИЭФ»"]
