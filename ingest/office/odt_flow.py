"""The body of an OpenDocument text, block by block (OpenDocument 1.3, part 3, 4 to 9)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from odfdo import Document as OpenDocument
from odfdo import Element

from ingest.blocks import ENDS_SENTENCE, HEADING_REACH
from ingest.document import BlockKind
from ingest.grids import MOST_SPAN, Slot
from ingest.office.headers import headed
from ingest.office.leaves import Leaf, Part, flat, tidy
from ingest.office.odt_lists import lists_of

TITLES = {"Title": 1, "Subtitle": 2}
BOLD_LEVEL = 2  # of a short bold line that stands as a heading without being marked as one
BOLD = re.compile(r"^(?:bold|[6-9]00)$")
LEFT_OUT = frozenset(
    {"text:tracked-changes", "office:annotation", "office:annotation-end", "text:bibliography-mark", "office:forms",
     "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "svg:title", "svg:desc", "text:ruby-text"}
)  # fmt: skip
BLANKS = {"text:tab": "\t", "text:line-break": "\n"}
MOST_REPEATED = 50  # empty cells and rows that a sheet-like table repeats to its edge


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph style says, with what it inherits."""

    breaks_before: bool = False
    breaks_after: bool = False
    is_bold: bool = False
    named: str = ""


class OdtFlow:
    """One pass over a document: leaves filled as the paragraphs come."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._looks = _looks(document)
        self._lists = lists_of(document)
        self._label = ""  # of the list item whose text is due
        self._pages: list[list[Part]] = [[]]
        self._notes: list[Part] = []  # of the open page
        self._noted = 0
        self._pictures = 0
        self._boxes: list[Element] = []

    def run(self) -> None:
        """Read the whole body."""
        for child in self._document.body.children:
            self._block(child, "paragraph")
        self._end_page()
        if len(self._pages) > 1 and not self._pages[-1]:
            self._pages.pop()

    def leaves(self) -> list[Leaf]:
        """The pages that were filled."""
        return [Leaf(tuple(parts)) for parts in self._pages]

    def findings(self) -> tuple[str, ...]:
        """What is in the file and not in the leaves."""
        body = self._document.body
        said = (
            (len(body.get_elements("//text:deletion")), "passages deleted under change tracking were left out"),
            (len(body.get_elements("//office:annotation")), "comments were left out"),
            (self._pictures, "pictures: what they show was not read"),
        )
        return tuple(f"{number} {words}" for number, words in said if number)

    def _block(self, element: Element, kind: BlockKind) -> None:
        tag = element.tag
        if tag in LEFT_OUT:
            return
        if tag in ("text:p", "text:h"):
            self._paragraph(element, kind)
        elif tag == "table:table":
            self._table(element)
        elif tag == "text:list":
            self._list(element, "", 1)
        else:
            for child in element.children:
                self._block(child, kind)

    def _list(self, element: Element, style: str, level: int) -> None:
        """The items of a list, each with the number that is drawn before it; inner lists inherit the style."""
        style = element.get_attribute_string("text:style-name") or style
        self._lists.begin(element, style, level)
        for item in element.children:
            self._label = self._lists.item(item, style, level) if item.tag == "text:list-item" else ""
            for child in item.children:
                if child.tag == "text:list":
                    self._list(child, style, level + 1)
                else:
                    self._block(child, "list_item")
        self._label = ""

    def _paragraph(self, element: Element, kind: BlockKind) -> None:
        look = self._look(element)
        if look.breaks_before:
            self._break()
        text = tidy(self._text(element))
        if text:
            level = _level(element, look)
            is_short = len(text) <= HEADING_REACH and not ENDS_SENTENCE.search(text) and re.search(r"\w{2}", text)
            if not level and is_short and self._is_bold(element, look):
                level = BOLD_LEVEL
            if not level and look.named == "Caption":
                kind = "caption"
            text = f"{self._label} {text}".lstrip()
            self._label = ""
            self._pages[-1].append(Part("heading", text, level) if level else Part(kind, text))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for child in box.children:
                self._block(child, "paragraph")
        if look.breaks_after:
            self._break()

    def _look(self, element: Element) -> Look:
        return self._looks.get(element.get_attribute_string("text:style-name") or "", Look())

    def _is_bold(self, element: Element, look: Look) -> bool:
        """Whether all of a paragraph is set bold: by its own style, or by one span around its text."""
        if look.is_bold:
            return True
        spans = [child for child in element.children if child.tag == "text:span"]
        return bool(spans) and not element.text.strip() and all(
            self._look(span).is_bold and not (span.tail or "").strip() for span in spans
        )  # fmt: skip

    def _text(self, element: Element) -> str:
        return (element.text or "") + "".join(f"{self._inline(child)}{child.tail or ''}" for child in element.children)

    def _inline(self, element: Element) -> str:
        """The text of an element inside a paragraph; notes and text boxes are kept for later."""
        tag = element.tag
        if tag in LEFT_OUT:
            return ""
        if tag == "text:s":
            return " " * min(int(element.get_attribute_string("text:c") or 1), MOST_SPAN)
        if tag in BLANKS:
            return BLANKS[tag]
        if tag == "text:note":
            self._note(element)
            return ""
        if tag == "draw:text-box":
            self._boxes.append(element)
            return ""
        if tag == "draw:image":
            self._pictures += 1
            return ""
        return self._text(element)

    def _note(self, element: Element) -> None:
        body = element.get_element("text:note-body")
        text = flat(" ".join(self._text(child) for child in body.children)) if body is not None else ""
        if text:
            self._noted += 1
            self._notes.append(Part("paragraph", f"[{self._noted}] {text}"))

    def _table(self, element: Element) -> None:
        """A table, or what stands in it when it only places other things."""
        look = self._look_of_table(element)
        if look.breaks_before:
            self._break()
        rows = list(_rows(element))
        cells = [cell for row, _ in rows for cell in _cells(row)]
        if len(cells) < 2 or any(cell.get_elements("descendant::table:table") for cell in cells):
            for cell in cells:
                for child in cell.children:
                    self._block(child, "paragraph")
            return
        slots = _trimmed(
            [slot for index, (row, is_header) in enumerate(rows) for slot in self._slots(index, row, is_header)]
        )
        if any(slot.text for slot in slots):
            self._pages[-1].append(Part("table", slots=headed(slots)))

    def _look_of_table(self, element: Element) -> Look:
        return self._looks.get(element.get_attribute_string("table:style-name") or "", Look())

    def _slots(self, index: int, row: Element, is_header: bool) -> Iterator[Slot]:
        column = 0
        for cell in row.children:
            if cell.tag not in ("table:table-cell", "table:covered-table-cell"):
                continue
            times = min(_count(cell, "table:number-columns-repeated"), MOST_REPEATED)
            if cell.tag == "table:table-cell":
                text = flat(" ".join(self._block_text(child) for child in cell.children))
                tall, wide = _count(cell, "table:number-rows-spanned"), _count(cell, "table:number-columns-spanned")
                for copy in range(times):
                    yield Slot(index, column + copy, tall, wide, is_header, text)
            column += times

    def _block_text(self, element: Element) -> str:
        """What one block inside a cell shows."""
        if element.tag in ("text:p", "text:h"):
            text = self._text(element)
            boxes, self._boxes = self._boxes, []
            return " ".join([text, *(self._block_text(child) for box in boxes for child in box.children)])
        return " ".join(self._block_text(child) for child in element.children if child.tag not in LEFT_OUT)

    def _break(self) -> None:
        """Begin a page, unless the open one is the first and still empty."""
        self._end_page()
        if self._pages[-1] or len(self._pages) > 1:
            self._pages.append([])

    def _end_page(self) -> None:
        self._pages[-1].extend(self._notes)
        self._notes = []


def _level(element: Element, look: Look) -> int:
    """The heading level, 0 for none."""
    if element.tag == "text:h":
        return _count(element, "text:outline-level")
    return TITLES.get(look.named, 0)


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """Each row, and whether it stands among the header rows."""
    for child in table.children:
        if child.tag == "table:table-row":
            yield child, False
        elif child.tag == "table:table-header-rows":
            yield from ((row, True) for row, _ in _rows(child))
        elif child.tag in ("table:table-rows", "table:table-row-group"):
            yield from _rows(child)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if cell.tag == "table:table-cell"]


def _trimmed(slots: list[Slot]) -> list[Slot]:
    """The slots without the empty columns that a table repeats to its right edge."""
    edge = max((slot.column + slot.column_span for slot in slots if slot.text), default=0)
    return [slot for slot in slots if slot.column < edge]


def _count(element: Element, attribute: str) -> int:
    """A count that an attribute gives, at least 1."""
    text = element.get_attribute_string(attribute) or ""
    return max(1, min(int(text), MOST_SPAN)) if text.isdecimal() else 1


def _looks(document: OpenDocument) -> dict[str, Look]:
    """The styles of the document by name, those of its content before the common ones."""
    declared: dict[str, Element] = {}
    for part in (document.styles, document.content):
        for style in part.get_elements("//style:style"):
            declared[style.get_attribute_string("style:name") or ""] = style
    return {name: _look(name, declared, frozenset()) for name in declared}


def _look(name: str, declared: Mapping[str, Element], above: frozenset[str]) -> Look:
    """One style after its ancestors; a circle of styles ends where it began."""
    style = declared.get(name)
    if style is None or name in above:
        return Look()
    based = style.get_attribute_string("style:parent-style-name") or ""
    parent = _look(based, declared, above | {name}) if based else Look()
    page = _property(style, "fo:break-before"), _property(style, "fo:break-after")
    master = style.get_attribute_string("style:master-page-name")
    weight = _property(style, "fo:font-weight")
    return Look(
        breaks_before=page[0] == "page" or (not page[0] and parent.breaks_before) or bool(master),
        breaks_after=page[1] == "page" or (not page[1] and parent.breaks_after),
        is_bold=bool(BOLD.match(weight)) if weight else parent.is_bold,
        named=name if name in TITLES or name == "Caption" else parent.named,
    )


def _property(style: Element, name: str) -> str:
    """A formatting property of a style, whatever kind of properties holds it."""
    found = (child.get_attribute_string(name) for child in style.children if child.tag.endswith("-properties"))
    return next((text for text in found if text), "")
