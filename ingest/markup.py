"""HTML in, text with blocks, tables and pairs out: what a person sees, in document order."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from ingest.attributed import ATTRIBUTES, said_labels
from ingest.boilerplate import is_boilerplate
from ingest.document import Block, BlockKind, Cell, Pair, Span, Table
from ingest.fields import Values, fields_of
from ingest.grids import Slot, is_layout, slots
from ingest.parts import BLANK, CONTROLS, DEEPEST, Element, Part, Parts, shown, shown_value
from ingest.raised import is_mark

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
PARAGRAPH: tuple[BlockKind, int] = ("paragraph", 0)
KINDS: Mapping[str, tuple[BlockKind, int]] = {
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
    "li": ("list_item", 0),
    "figcaption": ("caption", 0),
    "caption": ("caption", 0),
}
"""What kind of block an element is, if no paragraph, and its level."""

ALONE = CONTROLS | {"table", "br"}
"""Elements that are not written as their children in turn, or not always."""

APART = frozenset({"span", "label", "a", "b", "strong", "i", "em", "small", "output", "time", "data"})
"""Inline elements that stand apart from a neighbour of the same parent even when no white space parts them."""

PLAIN = frozenset({"p", "div", "span", "b", "strong", "h1", "h2", "h3", "ul", "li", "dl", "dt", "dd", "br"})
"""Elements that can be left out for their attributes or links only."""

SPACES = re.compile(r"[ \t\r\n\f]+")
EDGE = re.compile(r"[\s:]*(?:[—–-]\s+)?")  # before a value, when its label stands before it on the line
TITLE_REACH = 300  # characters


Place = tuple[int, int]
"""Where a part stands in the text: its first offset, and the one behind it."""


@dataclass(slots=True)
class Markup:
    """A page's text, and what stands where in it."""

    text: str = ""
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    places: dict[Part, Place] = field(default_factory=dict)


def flowed(source: str, tree: LexborHTMLParser, page: Parts, marked: Collection[Element] = ()) -> Markup:
    """The visible content of an HTML page; the places of the `marked` elements are noted."""
    if not page.elements:
        return Markup()
    body = page.elements[0]
    walk = _Walk(len(body.node.text() or ""))
    walk.fields = fields_of(page)
    walk.said = said_labels(page) if any(name in source for name in ATTRIBUTES) else {}
    walk.values = {value for values in walk.fields.values() for value in values}
    walk.noted = {*marked, *walk.fields, *walk.values, *walk.said}
    walk.element(body)
    walk.end_block()
    markup = walk.markup
    markup.text = "".join(walk.pieces)
    markup.title = _title(tree, markup)
    markup.places = walk.places(markup.text)
    markup.pairs.extend(walk.pairs(markup.text, markup.places))
    return markup


def _title(tree: LexborHTMLParser, markup: Markup) -> str:
    """The first `h1`, else what the head says, else the first heading."""
    headings = [block for block in markup.blocks if block.kind == "heading"]
    for block in headings:
        if block.level == 1:
            return _tidy(markup.text[block.start : block.end])
    for query, attribute in (('meta[property="og:title"]', "content"), ("title", "")):
        node = tree.css_first(query)
        text = _tidy((node.attributes.get(attribute) if attribute else node.text()) or "") if node else ""
        if text:
            return text
    return _tidy(markup.text[headings[0].start : headings[0].end]) if headings else ""


def _tidy(text: str) -> str:
    return " ".join(text.split())[:TITLE_REACH]


class _Walk:
    """One pass over the elements: text is written as it comes, a block ends at each block element."""

    def __init__(self, page_length: int) -> None:
        self.markup = Markup()
        self.pieces: list[str] = []
        self.length = 0
        self.page_length = page_length
        self.fields: dict[Part, Values] = {}
        self.values: set[Part] = set()
        self.noted: set[Part] = set()
        self.said: dict[Element, str] = {}
        self.labels: dict[Element, Span] = {}
        self.written: dict[Part, Place] = {}
        self._start = -1  # of the open block
        self._kind = PARAGRAPH  # of the open block, and its level
        self._blank = False  # white space is due before the next character
        self._break = False  # a line end is due

    def element(self, element: Element, depth: int = 0) -> None:
        """Write one element and all in it; what is nested deeper than any page needs comes as bare text."""
        tag = element.tag
        if tag in ALONE and depth <= DEEPEST and self._alone(element):
            return
        if (tag not in PLAIN or element.attributes or element.is_linked) and is_boilerplate(element, self.page_length):
            return
        if depth > DEEPEST:
            self._text(element.node.text(separator=" ") or " ")
            return
        if tag == "sup" and self.pieces and is_mark(self.pieces[-1], shown(element)):
            self._blank = True
        is_block = tag in BLOCKS or "-" in tag  # a site's own elements hold blocks
        if is_block:
            self.end_block()
            self._kind = KINDS.get(tag, PARAGRAPH)
        if element in self.said:
            self._label(element)
        before = self.length
        self._children(element, depth)
        if is_block:
            self.end_block()
        if element in self.noted:
            self.written[element] = (before, self.length)
            if element in self.values and self._start >= 0:
                self._break = True

    def _alone(self, element: Element) -> bool:
        """Write a line break, the value of a field of a form, or a data table; whether the element was one."""
        if element.tag == "br":
            self._break = self._break or not (element.attributes and is_boilerplate(element, self.page_length))
            return True
        if element.tag in CONTROLS:
            value = shown_value(element)
            before = self.length
            if value:
                self._blank = True
                self._text(value)
                self.written[element] = (before, self.length)
                self._break = value[0] != "["
            return True
        is_data = not is_boilerplate(element, self.page_length) and not is_layout(element, self.said)
        if is_data:
            self._table(element)
        return is_data

    def _children(self, element: Element, depth: int) -> None:
        """Write what stands in an element; inline elements that touch each other are parted by a blank."""
        is_pre = element.tag == "pre"
        is_apart = False
        for child in element.children:
            if child is BLANK:
                self._blank = True
                is_apart = False
            elif isinstance(child, Element):
                was_apart, is_apart = is_apart, child.tag in APART
                if was_apart and is_apart:
                    self._blank = True
                self.element(child, depth + 1)
            else:
                start = self.length
                self._text(child.text, is_pre=is_pre)
                if child in self.noted:
                    self.written[child] = (start, self.length)
                is_apart = False

    def _label(self, element: Element) -> None:
        """Write the label that an element has in an attribute before its text."""
        label = self.said[element]
        self._write(label)
        self.labels[element] = Span(self.length - len(label), self.length)
        self._put(":")
        self._blank = True

    def places(self, text: str) -> dict[Part, Place]:
        """Where what was noted stands in the whole text, without what parts it from its neighbours."""
        places = {}
        for part, (before, after) in self.written.items():
            start, end = before, after
            if start < end and not text[start].isalnum():
                edge = EDGE.match(text, start, end)
                start = edge.end() if edge else start
            while end > start and text[end - 1].isspace():
                end -= 1
            places[part] = (start, end)
        return places

    def _text(self, text: str, *, is_pre: bool = False) -> None:
        """Write character data, its white space collapsed as a browser does (CSS 2.2, 16.6.1)."""
        if is_pre:
            self._write(text.strip("\n"))
            return
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = SPACES.sub(" ", text)
        words = text.strip(" ")
        if not words:
            self._blank = True
            return
        self._blank = self._blank or text.startswith(" ")
        self._write(words)
        self._blank = text.endswith(" ")

    def _write(self, text: str) -> None:
        if self._start < 0:
            if self.length:
                self._put("\n\n")
            self._start = self.length
        elif self._break:
            self._put("\n")
        elif self._blank:
            self._put(" ")
        self._blank = self._break = False
        self._put(text)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def end_block(self) -> None:
        """Close the open block, if any."""
        if self._start >= 0:
            kind, level = self._kind
            self.markup.blocks.append(Block(kind, self._start, self.length, level))
            self._start = -1
        self._kind = PARAGRAPH
        self._blank = self._break = False

    def _table(self, element: Element) -> None:
        """Write a data table row by row: tabs between cells, line ends between rows."""
        self.end_block()
        caption = next((part for part in element.children if part.tag == "caption"), None)
        if isinstance(caption, Element):
            self.element(caption)
        placed = slots(element)
        if not any(slot.text for slot in placed):
            return
        if self.length:
            self._put("\n\n")
        start = self.length
        cells: list[Cell] = []
        row, rows, columns = 0, 0, 0
        for slot in placed:
            if cells:
                self._put("\t" if slot.row == row else "\n")
            row = slot.row
            rows, columns = max(rows, row + slot.row_span), max(columns, slot.column + slot.column_span)
            cells.append(self._cell(slot))
        self.markup.tables.append(Table(start, self.length, rows, columns, tuple(cells)))
        self.markup.blocks.append(Block("table", start, self.length))

    def _cell(self, slot: Slot) -> Cell:
        start = self.length
        self._put(slot.text)
        if slot.element in self.noted:
            self.written[slot.element] = (start, self.length)
        return Cell(slot.row, slot.column, start, self.length, slot.row_span, slot.column_span, slot.is_header)

    def pairs(self, text: str, places: Mapping[Part, Place]) -> list[Pair]:
        """The fields whose label and value were both written."""
        pairs = []
        for label, values in self.fields.items():
            if label not in places:
                continue
            said = [places[value] for value in values if value in places]
            if said and said[0][0] < said[-1][1]:
                start, end = places[label]
                shown = text[start:end].rstrip(" :\u00a0\n")
                if shown:
                    pairs.append(Pair(Span(start, start + len(shown)), Span(said[0][0], said[-1][1])))
        pairs.extend(Pair(name, Span(*places[element])) for element, name in self.labels.items() if element in places)
        return pairs
