"""HTML in, text with blocks, tables and pairs out: what a person sees, in document order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.attributed import ATTRIBUTES, said_labels
from ingest.boilerplate import is_boilerplate
from ingest.document import Block, BlockKind, Cell, Pair, Span, Table
from ingest.fields import Values, field_nodes
from ingest.grids import Slot, is_layout, slots
from ingest.parts import CONTROLS, parts_of, shown_value

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
APART = frozenset({"span", "label", "a", "b", "strong", "i", "em", "small"})
"""Inline elements that stand apart from a neighbour of the same parent even when no white space parts them."""

PLAIN = frozenset({"p", "div", "span", "b", "strong", "h1", "h2", "h3", "ul", "li", "dl", "dt", "dd", "br"})
"""Elements that can be left out for their attributes or links only."""

BLANKS = " \t\r\n\f"
BLANK = re.compile(r"[ \t\r\n\f]+")
EDGE = re.compile(r"[\s:]*(?:[—–-]\s+)?")  # before a value, when its label stands before it on the line
DEEPEST = 200  # elements inside each other; real pages stay below 60
TITLE_REACH = 300  # characters


@dataclass(slots=True)
class Markup:
    """A page's text, and what stands where in it."""

    text: str = ""
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    spans: dict[int, Span] = field(default_factory=dict)


def flowed(source: str, tree: LexborHTMLParser, marked: frozenset[int] = frozenset()) -> Markup:
    """The visible content of an HTML page; the places of the `marked` elements are noted (by their `mem_id`)."""
    walk = _Walk(len(tree.body.text() or "") if tree.body else 0)
    if tree.body:
        page = parts_of(tree.body)
        walk.fields = field_nodes(page)
        walk.said = said_labels(page) if any(name in source for name in ATTRIBUTES) else {}
        walk.values = {value for values in walk.fields.values() for value in values}
        walk.linked = page.linked
        walk.noted = marked.union(walk.fields, walk.values, walk.said)
        walk.element(tree.body)
        walk.end_block()
    markup = walk.markup
    markup.text = "".join(walk.pieces)
    markup.title = _title(tree, markup)
    markup.spans = walk.places(markup.text)
    markup.pairs.extend(walk.pairs(markup.text, markup.spans))
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
        self.fields: dict[int, Values] = {}
        self.values: set[int] = set()
        self.noted: frozenset[int] = frozenset()
        self.linked: set[int] = set()
        self.said: dict[int, str] = {}
        self.labels: dict[int, Span] = {}
        self.written: dict[int, tuple[int, int]] = {}
        self._start = -1  # of the open block
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._blank = False  # white space is due before the next character
        self._break = False  # a line end is due

    def element(self, node: LexborNode, depth: int = 0) -> None:
        """Write one element and all in it; what is nested deeper than any page needs comes as bare text."""
        tag = node.tag or ""
        if tag in CONTROLS and shown_value(node):
            before = self.length
            self._text(shown_value(node), is_pre=False)
            self._note(node, before)
            return
        is_suspect = tag not in PLAIN or node.attributes or node.mem_id in self.linked
        if is_suspect and is_boilerplate(node, self.page_length, self.linked):
            return
        if depth > DEEPEST:
            self._text(node.text(separator=" ") or "", is_pre=False)
            return
        if tag == "table" and not is_layout(node, self.said):
            self._table(node)
            return
        if tag == "br":
            self._break = True
            return
        is_block = tag in BLOCKS
        if is_block:
            self.end_block()
            if tag in HEADINGS:
                self._kind, self._level = "heading", HEADINGS[tag]
            elif tag == "li":
                self._kind = "list_item"
            elif tag in ("figcaption", "caption"):
                self._kind = "caption"
        if node.mem_id in self.said:
            self._label(node)
        before = self.length
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                text = child.text_content or ""
                if tag != "pre" and not text.strip(BLANKS):
                    self._blank = True
                else:
                    start = self.length
                    self._text(text, is_pre=tag == "pre")
                    if child.mem_id in self.noted:
                        self._note(child, start)
            elif child.is_element_node:
                if child.tag in APART and _after_element(child):
                    self._blank = True
                self.element(child, depth + 1)
            child = child.next
        if is_block:
            self.end_block()
        if node.mem_id in self.noted:
            self._note(node, before)
            if node.mem_id in self.values and self._start >= 0:
                self._break = True

    def _label(self, node: LexborNode) -> None:
        """Write the label that an element has in an attribute before its text."""
        self._write(self.said[node.mem_id])
        self.labels[node.mem_id] = Span(self.length - len(self.said[node.mem_id]), self.length)
        self._put(":")
        self._blank = True

    def _note(self, node: LexborNode, before: int) -> None:
        """Remember where a field's label or value, or what is marked for machines, was written."""
        self.written[node.mem_id] = (before, self.length)

    def places(self, text: str) -> dict[int, Span]:
        """Where what was noted stands in the whole text, without what parts it from its neighbours."""
        spans = {}
        for element, (before, after) in self.written.items():
            edge = EDGE.match(text, before, after)
            start = edge.end() if edge else before
            spans[element] = Span(start, start + len(text[start:after].rstrip()))
        return spans

    def _text(self, text: str, *, is_pre: bool) -> None:
        """Write character data, its white space collapsed as a browser does (CSS 2.2, 16.6.1)."""
        if is_pre:
            self._write(text.strip("\n"))
            return
        words = BLANK.sub(" ", text)
        self._blank = self._blank or words.startswith(" ")
        self._write(words.strip(" "))
        self._blank = words.endswith(" ")

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
        self.pieces.append(text)
        self.length += len(text)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def end_block(self) -> None:
        """Close the open block, if any."""
        if self._start >= 0:
            self.markup.blocks.append(Block(self._kind, self._start, self.length, self._level))
            self._start = -1
        self._kind, self._level = "paragraph", 0
        self._blank = self._break = False

    def _table(self, node: LexborNode) -> None:
        """Write a data table row by row: tabs between cells, line ends between rows."""
        self.end_block()
        caption = node.css_first("caption")
        if caption is not None:
            self.element(caption)
        placed = slots(node)
        if not any(slot.text for slot in placed):
            return
        if self.length:
            self._put("\n\n")
        start = self.length
        cells: list[Cell] = []
        for index, slot in enumerate(placed):
            if index:
                self._put("\n" if slot.row != placed[index - 1].row else "\t")
            cells.append(self._cell(slot))
        rows = 1 + max(slot.row + slot.row_span - 1 for slot in placed)
        columns = 1 + max(slot.column + slot.column_span - 1 for slot in placed)
        self.markup.tables.append(Table(start, self.length, rows, columns, tuple(cells)))
        self.markup.blocks.append(Block("table", start, self.length))

    def _cell(self, slot: Slot) -> Cell:
        start = self.length
        self._put(slot.text)
        if slot.element in self.noted:
            self.written[slot.element] = (start, self.length)
        return Cell(slot.row, slot.column, start, self.length, slot.row_span, slot.column_span, slot.is_header)

    def pairs(self, text: str, spans: Mapping[int, Span]) -> list[Pair]:
        """The fields whose label and value were both written."""
        pairs = []
        for label, values in self.fields.items():
            said = [spans[value] for value in values if value in spans]
            if label in spans and said and said[0].start < said[-1].end:
                name = spans[label]
                shown = text[name.start : name.end].rstrip(" :\u00a0\n")
                if shown:
                    pairs.append(Pair(Span(name.start, name.start + len(shown)), Span(said[0].start, said[-1].end)))
        for element, label_span in self.labels.items():
            if element in spans:
                pairs.append(Pair(label_span, spans[element]))
        return pairs


def _after_element(node: LexborNode) -> bool:
    """Whether the element stands directly behind another inline element."""
    before = node.prev
    return before is not None and before.is_element_node and before.tag in APART
