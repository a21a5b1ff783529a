"""Labels and values by the shape of the markup alone: no class name, no site is known here."""

import re
from collections import Counter
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from ingest.leads import leads, runs, stacked
from ingest.pairs import FIGURE, is_label
from ingest.parts import Parts, holds, shown

VALUE_REACH = 1500  # characters: a longer second part is a text, not a value
NOT_LABELS = frozenset({"h1", "h2", "h3", "img", "table", "ul", "ol", "form", "br", "hr", "script", "style", "a"})
NOT_VALUES = frozenset({"h1", "h2", "h3", "table", "form", "br", "hr", "script", "style"})
NOT_IN_LABELS = frozenset({"a", "img", "div", "p", "li", "ul", "table", "h1", "h2", "h3", "input"})
NOT_IN_VALUES = frozenset({"h1", "h2", "h3", "table", "dl"})
ONE_PART = frozenset({"dl", "dt", "dd", "tr", "table", "a", "br", "hr", "img", "script", "style", "input"})
HOLDERS = frozenset(
    {"div", "li", "p", "section", "article", "span", "dl", "tr", "body", "main", "td", "ul", "form", "fieldset"}
)
ROWS = frozenset({"dl", "tr", "ul", "ol"})
"""Holders whose children are parts of one thing, never labels and values in turn."""

LETTER = re.compile(r"[^\W\d_]")

SET_OFF = (leads, stacked, runs)

Values = tuple[int, ...]
Shape = tuple[str, ...]
Two = tuple[LexborNode, LexborNode]


def field_nodes(page: Parts) -> dict[int, Values]:
    """For each label the nodes that are its value, by their `mem_id`.

    Shapes, tried in this order: `dt` with its `dd`; a parent of two children, when the label ends in a colon or the
    same shape repeats beside it; a parent whose children alternate between two shapes; words set off at the beginning
    of a line, on the line above, or as a title.
    """
    fields: dict[int, Values] = {}
    for node in page.elements:
        if node.tag == "dt":
            _definitions(node, fields)
    for node in page.elements:
        parts = page.of(node)
        if node.tag not in HOLDERS or not parts or (len(parts) == 1 and parts[0].is_text_node):
            continue
        _two_children(page, parts, fields)
        if len(parts) > 1:
            _alternating(page, node, fields)
            for rule in SET_OFF:
                for label, values in rule(page, parts, fields):
                    fields.setdefault(label.mem_id, tuple(value.mem_id for value in values))
    return fields


def _definitions(term: LexborNode, fields: dict[int, Values]) -> None:
    """The `dd` elements that follow a `dt`, up to the next `dt`."""
    values: list[int] = []
    node = term.next
    while node is not None and (not node.is_element_node or node.tag == "dd"):
        if node.is_element_node:
            values.append(node.mem_id)
        node = node.next
    if values:
        fields[term.mem_id] = tuple(values)


def _two_children(page: Parts, children: Sequence[LexborNode], fields: dict[int, Values]) -> None:
    """Neighbours that are each a label and a value, or each a figure above its label."""
    groups: dict[Shape, list[Two]] = {}
    for child in children:
        if child.is_element_node and child.tag not in ONE_PART:
            two = _two(page, child)
            if two is not None:
                groups.setdefault(_shape(child, two[0]), []).append(two)
    if not groups:
        return
    found = [[two for two in _turned(group) if _can_be_field(page, *two)] for group in groups.values()]
    labels = Counter(shown(label) for group in found for label, _ in group)
    for group in found:
        for label, value in group:
            words = shown(label)
            repeats = len(group) >= 2 and labels[words] < max(2, labels.total()) and not words[-1:].isdigit()
            if words.endswith(":") or repeats:
                fields.setdefault(label.mem_id, (value.mem_id,))


def _two(page: Parts, node: LexborNode) -> Two | None:
    """The two parts of an element, or of the only one in it.

    A label that is there twice, for wide and for narrow windows, counts once.
    """
    parts = page.elements_of(node)
    while len(parts) == 1 and parts[0].tag not in ONE_PART:
        parts = page.elements_of(parts[0])
    if len(parts) == 3 and shown(parts[0]).rstrip(":") == shown(parts[1]).rstrip(":"):
        parts = parts[1:]
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _turned(group: list[Two]) -> list[Two]:
    """The pairs with their label first: where one begins with a figure and none ends with one, labels stand below."""
    is_below = any(FIGURE.match(shown(first)) for first, _ in group)
    if is_below and not any(FIGURE.match(shown(second)) for _, second in group):
        return [(second, first) for first, second in group]
    return group


def _alternating(page: Parts, parent: LexborNode, fields: dict[int, Values]) -> None:
    """Children label, value, label, value, …: two shapes that take turns."""
    if parent.tag in ROWS:
        return
    children = page.elements_of(parent)
    if len(children) < 4 or len(children) % 2:
        return
    odd = {(child.tag, child.attributes.get("class")) for child in children[::2]}
    even = {(child.tag, child.attributes.get("class")) for child in children[1::2]}
    if len(odd) == 1 and len(even) == 1 and odd != even:
        for label, value in zip(children[::2], children[1::2], strict=True):
            if _can_be_field(page, label, value):
                fields.setdefault(label.mem_id, (value.mem_id,))


def _can_be_field(page: Parts, label: LexborNode, value: LexborNode) -> bool:
    """A short first part whose own parts are inline, and a second part that is no whole text."""
    inner = page.innermost(label)
    if inner.mem_id != label.mem_id and _outline(page, label) == _outline(page, value):
        return False  # two columns of one kind
    if {inner.tag, label.tag} & NOT_LABELS or value.tag in NOT_VALUES or holds(inner, NOT_IN_LABELS):
        return False
    words, said = shown(label), shown(value)
    if not words or not said or len(said) > VALUE_REACH or not LETTER.search(words):
        return False
    return is_label(words.rstrip(": \u00a0")) and not holds(value, NOT_IN_VALUES)


def _outline(page: Parts, node: LexborNode) -> list[tuple[str, str]]:
    """Tags and classes from an element to its innermost."""
    outline = [(node.tag or "", node.attributes.get("class") or "")]
    parts = page.of(node)
    while len(parts) == 1 and parts[0].is_element_node:
        outline.append((parts[0].tag or "", parts[0].attributes.get("class") or ""))
        parts = page.of(parts[0])
    return outline


def _shape(node: LexborNode, label: LexborNode) -> Shape:
    """What the fields of one kind share: their own element and their label's; a value may be a link or a list."""
    return node.tag or "", label.tag or "", label.attributes.get("class") or ""
