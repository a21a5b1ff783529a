"""The characters of a Word paragraph as they are shown: without deleted and hidden text, field codes and anchors."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.office.word_styles import is_on, value
from ingest.raised import RAISED, unraised

PAGE = "\f"
"""Stands in a paragraph's text where the author broke the page."""

ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
CODES = frozenset({qn("w:instrText"), qn("w:delText"), qn("w:pPr"), qn("w:rPr"), qn("w:rt"), qn("w:sdtPr")})
BOXES = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})
BOX = qn("w:txbxContent")
NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
WRITTEN = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


@dataclass(slots=True)
class Words:
    """A paragraph's text, and what hangs on it: notes (kind, id), text boxes, what was deleted or hidden, pictures."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    deletions: int = 0
    hidden: int = 0
    pictures: int = 0
    is_bold: bool = True


def words_of(paragraph: Any, *, is_bold: bool = False) -> Words:
    """What a `w:p` shows; `is_bold` is the face of its style."""
    words = Words()
    words.text = unraised("".join(_written(paragraph, words, is_bold)))
    words.is_bold = words.is_bold and bool(words.text.strip())
    return words


def _written(element: Any, words: Words, is_bold: bool) -> Iterator[str]:
    for child in element.iterchildren():
        tag = child.tag
        if tag in DELETED:
            words.deletions += 1
        elif tag in CODES or not isinstance(tag, str):
            continue
        elif tag in (qn("w:t"), FORMULA_TEXT):
            yield child.text or ""
        elif tag == qn("w:r"):
            yield from _run(child, words, is_bold)
        elif tag in WRITTEN:
            yield WRITTEN[tag]
        elif tag == qn("w:br"):
            yield PAGE if child.get(qn("w:type")) == "page" else "\n"
        elif tag in NOTES:
            words.notes.append((NOTES[tag], child.get(qn("w:id"))))
        elif tag in BOXES or tag == ALTERNATE:
            _drawn(child, words)
        else:
            yield from _written(child, words, is_bold)


def _run(run: Any, words: Words, is_bold: bool) -> Iterator[str]:
    """The text of one run, unless it is hidden."""
    properties = run.find(qn("w:rPr"))
    if is_on(properties, "w:vanish"):
        words.hidden += any((each.text or "").strip() for each in run.iter(qn("w:t")))
        return
    own = is_on(properties, "w:b")
    text = "".join(_written(run, words, is_bold))
    if value(properties, "w:vertAlign") == "superscript":
        text = RAISED + text
    if text.strip() and not (is_bold if own is None else own):
        words.is_bold = False
    yield text


def _drawn(element: Any, words: Words) -> None:
    """Note the text boxes of a drawing (of the first of its alternatives), or count it as a picture."""
    chosen = next(element.iterchildren(), element) if element.tag == ALTERNATE else element
    boxes = [box for box in chosen.iter(BOX) if not any(above.tag == BOX for above in box.iterancestors())]
    words.boxes.extend(boxes)
    if not boxes:
        words.pictures += 1
