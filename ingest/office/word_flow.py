"""The body of a Word document, block by block, in the order in which its author wrote it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ingest.blocks import ENDS_SENTENCE, HEADING_REACH
from ingest.document import BlockKind
from ingest.office.leaves import Leaf, Part, flat, tidy
from ingest.office.numbering import Numbering, numbering_of
from ingest.office.word_styles import Style, is_on, listed, outline_level, styles_of, value
from ingest.office.word_tables import TABLE, WRAPPERS, cells_of, is_layout, slots_of
from ingest.office.word_text import BOX, PAGE, Words, words_of

PARAGRAPH = qn("w:p")
BOLD_LEVEL = 2  # of a short bold line that stands as a heading without being marked as one
SAME_PAGE = ("continuous", "nextColumn")  # section breaks that begin no page


class Flow:
    """One pass over a document: leaves filled as the paragraphs come."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = styles_of(document.styles.element)
        numbering = self._related("numbering")
        self._numbering = numbering_of(numbering, qn) if numbering is not None else Numbering()
        self._notes = {kind: self._note_texts(kind) for kind in ("footnote", "endnote")}
        sections = list(document.element.body.iter(qn("w:sectPr")))
        self._sections = dict(pairwise(sections))  # a section says how it begins itself (ECMA-376, part 1, 17.6.22)
        self._pages: list[list[Part]] = [[]]
        self._due: list[Part] = []  # footnotes of the open page
        self._last: list[Part] = []  # endnotes
        self._noted = 0
        self._deletions = 0
        self._hidden = 0
        self._pictures = 0

    def run(self) -> None:
        """Read the whole document."""
        self._pages[0].extend(self._running("header"))
        self._blocks(self._document.element.body)
        self._end_page()
        if len(self._pages) > 1 and not self._pages[-1]:
            self._pages.pop()
        self._pages[-1].extend([*self._last, *self._running("footer")])

    def leaves(self) -> list[Leaf]:
        """The pages that were filled."""
        return [Leaf(tuple(parts)) for parts in self._pages]

    def findings(self) -> tuple[str, ...]:
        """What is in the file and not in the leaves."""
        comments = self._related("comments")
        count = 0 if comments is None else sum(1 for _ in comments.iter(qn("w:comment")))
        said = (
            (self._deletions, "passages deleted under change tracking were left out"),
            (self._hidden, "passages of hidden text were left out"),
            (count, "comments were left out"),
            (self._pictures, "pictures or drawings: what they show was not read"),
        )
        return tuple(f"{number} {words}" for number, words in said if number)

    def _blocks(self, container: Any) -> None:
        for child in container.iterchildren():
            if child.tag == PARAGRAPH:
                self._paragraph(child)
            elif child.tag == TABLE:
                self._table(child)
            elif child.tag in WRAPPERS:
                self._blocks(child)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(qn("w:pPr"))
        style = self._styles.get(value(properties, "w:pStyle"), Style())
        if is_on(properties, "w:pageBreakBefore"):
            self._break()
        words = self._words(paragraph, style)
        label = self._label(properties, style)
        for index, piece in enumerate(words.text.split(PAGE)):
            if index:
                self._break()
            text = tidy(piece)
            if text:
                kind, level = self._kind(properties, style, words, text)
                self._put(Part(kind, f"{label} {text}".lstrip(), level))
                label = ""
        for box in words.boxes:
            self._blocks(box)
        section = None if properties is None else properties.find(qn("w:sectPr"))
        if section is not None and value(self._sections.get(section), "w:type") not in SAME_PAGE:
            self._break()

    def _kind(self, properties: Any, style: Style, words: Words, text: str) -> tuple[BlockKind, int]:
        own = outline_level(properties)
        level = style.level if own is None else own
        if level:
            return "heading", level
        if style.is_caption:
            return "caption", 0
        if (
            words.is_bold
            and len(text) <= HEADING_REACH
            and not ENDS_SENTENCE.search(text)
            and re.search(r"\w{2}", text)
        ):
            return "heading", BOLD_LEVEL
        return ("list_item" if self._list(properties, style) else "paragraph"), 0

    def _list(self, properties: Any, style: Style) -> tuple[str, int] | None:
        found = listed(properties) or style.list
        return found if found and found[0] not in ("", "0") else None

    def _label(self, properties: Any, style: Style) -> str:
        """The number that Word draws before the paragraph."""
        found = self._list(properties, style)
        return self._numbering.label(*found) if found else ""

    def _words(self, paragraph: Any, style: Style) -> Words:
        words = words_of(paragraph, is_bold=style.is_bold)
        self._deletions += words.deletions
        self._hidden += words.hidden
        self._pictures += words.pictures
        for kind, identifier in words.notes:
            text = self._notes[kind].get(identifier, "")
            if text:
                self._noted += 1
                (self._due if kind == "footnote" else self._last).append(Part("paragraph", f"[{self._noted}] {text}"))
        return words

    def _table(self, table: Any) -> None:
        if is_layout(table):
            for cell in cells_of(table):
                self._blocks(cell)
            return
        slots = slots_of(table, self._cell)
        if any(slot.text for slot in slots):
            self._put(Part("table", slots=slots))

    def _cell(self, cell: Any) -> str:
        """The paragraphs of a cell on one line."""
        texts = []
        for paragraph in cell.iter(PARAGRAPH):
            if any(above.tag == BOX for above in paragraph.iterancestors()):
                continue
            properties = paragraph.find(qn("w:pPr"))
            style = self._styles.get(value(properties, "w:pStyle"), Style())
            label = self._label(properties, style)
            words = self._words(paragraph, style)
            boxed = (_plain(each) for box in words.boxes for each in box.iter(PARAGRAPH))
            texts.append(flat(" ".join((label, words.text, *boxed))))
        return " ".join(filter(None, texts))

    def _put(self, part: Part) -> None:
        self._pages[-1].append(part)

    def _break(self) -> None:
        """Begin a page, unless the open one is still empty and first."""
        self._end_page()
        if self._pages[-1] or len(self._pages) > 1:
            self._pages.append([])

    def _end_page(self) -> None:
        self._pages[-1].extend(self._due)
        self._due = []

    def _running(self, kind: str) -> Iterator[Part]:
        """The texts of the headers or footers, each once; bare page numbers left out."""
        block: BlockKind = "header" if kind == "header" else "footer"
        seen: set[str] = set()
        for section in self._document.sections:
            for running in (getattr(section, f"first_page_{kind}"), getattr(section, kind)):
                if running.is_linked_to_previous:
                    continue
                text = "\n".join(filter(None, (_plain(each) for each in running._element.iter(PARAGRAPH))))
                if re.search(r"[^\W\d_]{3}", text) and text not in seen:
                    seen.add(text)
                    yield Part(block, text)

    def _note_texts(self, kind: str) -> dict[str, str]:
        """The text of each note by its id; the drawn separators are no notes."""
        element = self._related(f"{kind}s")
        if element is None:
            return {}
        notes = (note for note in element.iter(qn(f"w:{kind}")) if note.get(qn("w:type")) in (None, "normal"))
        return {note.get(qn("w:id")): flat(" ".join(_plain(each) for each in note.iter(PARAGRAPH))) for note in notes}

    def _related(self, name: str) -> Any:
        """The root element of a part that the main part refers to, or None."""
        related = (each for each in self._document.part.rels.values() if not each.is_external)
        part = next((each.target_part for each in related if each.reltype.endswith(f"/{name}")), None)
        return None if part is None else parse_xml(part.blob)


def _plain(paragraph: Any) -> str:
    """The text of a paragraph that has no place in the flow of blocks."""
    return flat(words_of(paragraph).text)
