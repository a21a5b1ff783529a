"""Where no name runs on: the edges of blocks, of table cells and of a label and its value."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.document import Document


def crosses_border(doc: Doc, start: int, end: int) -> bool:
    """Whether a border of the document lies inside `start:end`."""
    borders = _borders(doc)
    at = bisect_right(borders, start)
    return at < len(borders) and borders[at] < end


def _borders(doc: Doc) -> Sequence[int]:
    """The document's borders in order, computed once a document."""
    if "borders" not in doc.user_data:
        doc.user_data["borders"] = sorted(_edges(doc._.document))
    found: Sequence[int] = doc.user_data["borders"]
    return found


def _edges(document: Document) -> set[int]:
    return (
        {block.start for block in document.blocks}
        | {cell.start for table in document.tables for cell in table.cells if cell.start < cell.end}
        | {span.start for pair in document.pairs for span in (pair.label, pair.value)}
    )
