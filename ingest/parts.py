"""An HTML page as its parts: a light tree of what was parsed, and which of it says something."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from selectolax.lexbor import LexborNode

MOST_PARTS = 2000  # in one parent that can be fields; no card has more
DEEPEST = 200  # elements inside each other whose structure counts; real pages stay below 60
CUT = DEEPEST + 20  # what stands deeper is one text: the rows and cells of the deepest table are still told apart
BLANKS = " \t\r\n\f"
# fmt: off
UNSEEN = frozenset((
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video", "map",
    "button", "select", "option", "datalist", "input", "textarea", "head", "link", "meta", "base", "title",
))
# fmt: on
"""Elements that show nothing, or ask instead of saying."""

BREAKS = frozenset({"br", "hr"})
SEPARATORS = " \t\r\n\f:—–-\u00a0"
CONTROLS = frozenset({"input", "textarea"})
NO_ATTRIBUTES: Mapping[str, str | None] = {}
READ_ONLY = frozenset({"readonly", "disabled"})
TYPED = frozenset({"", "text", "tel", "email", "url", "number", "date", "search"})
"""Types of `input` that show their value as it is."""


@dataclass(slots=True, eq=False)
class Text:
    """Character data of a page, as it stands in the source."""

    text: str
    tag: ClassVar[str] = ""


BLANK = Text(" ")
"""White space between other things, wherever it stands; `pre` keeps its own."""


@dataclass(slots=True, eq=False)
class Element:
    """An element with its children: elements and texts, comments left out.

    `parts` are those that say something, and line breaks between them; icons and blanks are left out. `elements` are
    the parts where all of them are elements, line breaks left out, else none. Both are empty where there are too many.
    """

    tag: str
    node: LexborNode
    attributes: Mapping[str, str | None]
    children: "Sequence[Part]" = ()
    parts: "Sequence[Part]" = ()
    elements: "Sequence[Element]" = ()
    is_said: bool = False  # it says something
    is_linked: bool = False  # it is a link or holds one
    words: str | None = None  # what `shown` has found


Part = Element | Text


@dataclass(slots=True)
class Parts:
    """A page: its elements in their order, and its scripts that have a type."""

    elements: list[Element] = field(default_factory=list)
    scripts: list[LexborNode] = field(default_factory=list)

    def add(self, node: LexborNode, tag: str, depth: int = 0) -> Element:
        """Read an element and all in it."""
        element = Element(tag, node, node.attributes or NO_ATTRIBUTES)
        self.elements.append(element)
        if tag in UNSEEN:
            self._unseen(element)
        if depth >= CUT:
            return self._cut(element)
        children: list[Part] = []
        parts: list[Part] = []
        elements: list[Element] = []
        is_linked, is_plain, is_silent, is_worded = tag == "a", tag != "pre", tag in UNSEEN, False
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                text = child.text_content or ""
                if text.strip(SEPARATORS):
                    word = Text(text)
                    children.append(word)
                    if not is_silent:
                        parts.append(word)
                        is_worded = True
                else:
                    children.append(BLANK if is_plain and not text.strip(BLANKS) else Text(text))
            elif child.is_element_node:
                inner = self.add(child, child.tag or "", depth + 1)
                children.append(inner)
                is_linked = is_linked or inner.is_linked
                if inner.is_said:
                    parts.append(inner)
                    elements.append(inner)
                elif parts and inner.tag in BREAKS:
                    parts.append(inner)
                    elements.extend((inner,) if inner.tag == "hr" else ())
            child = child.next
        element.children, element.is_linked = children, is_linked
        if parts:
            element.is_said = True
            if len(parts) <= MOST_PARTS:
                element.parts = parts
                element.elements = () if is_worded else elements
        return element

    def _cut(self, element: Element) -> Element:
        """An element that stands too deep, with all its text as one."""
        self.scripts.extend(element.node.css("script[type]"))
        text = element.node.text(separator=" ") or ""
        element.children = (Text(text),)
        if element.tag not in UNSEEN and text.strip(SEPARATORS):
            element.parts, element.is_said = element.children, True
        return element

    def _unseen(self, element: Element) -> None:
        if element.tag in CONTROLS:
            element.is_said = bool(shown_value(element))
        elif element.tag == "script" and "type" in element.attributes:
            self.scripts.append(element.node)


def parts_of(root: LexborNode | None) -> Parts:
    """All that stands below `root`, and itself, as the first of the elements."""
    page = Parts()
    if root is not None:
        page.add(root, root.tag or "")
    return page


def innermost(element: Element) -> Element:
    """The element itself, or, where it holds one element only, what that holds."""
    while len(element.parts) == 1 and isinstance(element.parts[0], Element):
        element = element.parts[0]
    return element


def shown_value(element: Element) -> str:
    """What a field of a form shows that nobody may change; of others nothing, for it is asked rather than said."""
    attributes = element.attributes
    if element.tag not in CONTROLS or not READ_ONLY & attributes.keys():
        return ""
    if element.tag == "textarea":
        return (element.node.text() or "").strip()
    return (attributes.get("value") or "").strip() if (attributes.get("type") or "").lower() in TYPED else ""


def shown(part: Part) -> str:
    """The words of a part, white space collapsed."""
    if isinstance(part, Text):
        return " ".join(part.text.split())
    if part.words is None:
        part.words = " ".join((part.node.text() or "").split()) or shown_value(part)
    return part.words


def below(element: Element) -> Iterator[Element]:
    """The elements inside an element, in their order."""
    pending = [iter(element.children)]
    while pending:
        for child in pending[-1]:
            if isinstance(child, Element):
                yield child
                pending.append(iter(child.children))
                break
        else:
            pending.pop()


def holds(part: Part, tags: Container[str]) -> bool:
    """Whether an element below a part has one of the tags.

    The part itself is left out.
    """
    if isinstance(part, Text):
        return False
    for child in part.children:
        if isinstance(child, Element) and (child.tag in tags or (child.children and holds(child, tags))):
            return True
    return False
