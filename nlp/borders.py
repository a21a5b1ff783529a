"""Where no name runs on: the edges of blocks, of table cells and of a label and its value.

Lines of a heading that a text sets one under the other may be blocks of their own: only a blank line parts names.
"""

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
        {block.start for block in document.blocks if _is_apart(document.text, block.start)}
        | {cell.start for table in document.tables for cell in table.cells if cell.start < cell.end}
        | {span.start for pair in document.pairs for span in (pair.label, pair.value)}
    )


def _is_apart(text: str, start: int) -> bool:
    """Whether a blank line or a page's end stands before `start`."""
    before = text[max(0, start - LOOK_BACK) : start]
    blank = before[len(before.rstrip()) :]
    return blank.count("\n") > 1 or "\f" in blank


LOOK_BACK = 80  # characters: a centred line is indented by less
