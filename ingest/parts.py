"""An HTML page as its parts: which elements say something, and what each consists of."""

from collections.abc import Set
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ingest.boilerplate import UNSEEN

MOST_PARTS = 2000  # in one parent that can be fields; no card has more
NONE: list[LexborNode] = []
BREAKS = frozenset({"br", "hr"})
SEPARATORS = " \t\r\n:—–-\u00a0"
CONTROLS = frozenset({"input", "textarea"})
READ_ONLY = frozenset({"readonly", "disabled"})
TYPED = frozenset({"", "text", "tel", "email", "url", "number", "date", "search"})
"""Types of `input` that show their value as it is."""


@dataclass(slots=True)
class Parts:
    """The elements of a page in its order.

    `linked` are those that hold or are a link, `worded` those that have words of their own, `children` what says
    something in each: elements and texts, and line breaks; icons and blanks left out (all by their `mem_id`).
    """

    elements: list[LexborNode] = field(default_factory=list)
    linked: set[int] = field(default_factory=set)
    worded: set[int] = field(default_factory=set)
    children: dict[int, list[LexborNode]] = field(default_factory=dict)

    def of(self, node: LexborNode) -> list[LexborNode]:
        """The children that say something; none of them where there are too many."""
        parts = self.children.get(node.mem_id, NONE)
        return parts if len(parts) <= MOST_PARTS else NONE

    def elements_of(self, node: LexborNode) -> list[LexborNode]:
        """The children that say something where they are all elements, else none; line breaks left out."""
        if node.mem_id in self.worded:
            return NONE
        return [part for part in self.of(node) if part.tag != "br"]

    def innermost(self, node: LexborNode) -> LexborNode:
        """The element itself, or, where it holds one element only, what that holds."""
        parts = self.of(node)
        while len(parts) == 1 and parts[0].is_element_node:
            node = parts[0]
            parts = self.of(node)
        return node

    def add(self, node: LexborNode) -> None:
        """Count a node among what says something in its parent, and that in its own."""
        parent = node.parent
        while parent is not None:
            parts = self.children.get(parent.mem_id)
            if parts is not None:
                parts.append(node)
                return
            self.children[parent.mem_id] = [node]
            node, parent = parent, parent.parent


def parts_of(root: LexborNode) -> Parts:
    """The parts of all that stands below `root`, and of itself."""
    page = Parts()
    for node in root.traverse(include_text=True):
        if node.is_text_node:
            holder = node.parent
            if holder is not None and (node.text_content or "").strip(SEPARATORS) and holder.tag not in UNSEEN:
                page.worded.add(holder.mem_id)
                page.add(node)
        elif node.is_element_node:
            page.elements.append(node)
            tag = node.tag
            if tag in BREAKS:
                holder = node.parent
                if holder is not None and holder.mem_id in page.children:
                    page.children[holder.mem_id].append(node)
            elif tag == "a":
                _mark(node, page.linked)
            elif tag in CONTROLS and shown_value(node):
                page.add(node)
                page.children.setdefault(node.mem_id, [])
    return page


def _mark(node: LexborNode | None, marked: set[int]) -> None:
    """Add the element and all it stands in."""
    while node is not None:
        element = node.mem_id
        if element in marked:
            return
        marked.add(element)
        node = node.parent


def shown_value(node: LexborNode) -> str:
    """What a field of a form shows that nobody may change; of others nothing, for it is asked rather than said."""
    tag = node.tag
    if tag not in CONTROLS:
        return ""
    attributes = node.attributes
    if not READ_ONLY & attributes.keys():
        return ""
    if tag == "textarea":
        return (node.text() or "").strip()
    return (attributes.get("value") or "").strip() if (attributes.get("type") or "").lower() in TYPED else ""


def shown(node: LexborNode) -> str:
    """The words of a node, white space collapsed."""
    text = node.text_content if node.is_text_node else node.text()
    return " ".join((text or "").split()) or (shown_value(node) if node.is_element_node else "")


def holds(node: LexborNode, tags: Set[str]) -> bool:
    """Whether an element below the node has one of the tags.

    The node itself is left out.
    """
    return any(found.tag in tags and found.mem_id != node.mem_id for found in node.traverse())
