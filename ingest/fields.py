"""Labels and values by the shape of the markup alone: no class name, no site is known here."""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

from ingest.pairs import is_label

VALUE_REACH = 1500  # characters: a longer second part is a text, not a value
MOST_FIELDS = 1000  # elements in one parent; no card has more
NOT_LABELS = frozenset({"h1", "h2", "h3", "img", "table", "ul", "ol", "form", "br", "hr", "script", "style"})
NOT_VALUES = frozenset({"h1", "h2", "h3", "table", "form", "br", "hr", "script", "style"})
ONE_PART = frozenset({"dl", "dt", "dd", "tr", "table", "a", "br", "hr", "img", "script", "style", "input"})
HOLDERS = "div,li,p,section,article,span,dl,tr,body,main,td,ul"

Values = tuple[int, ...]
Shape = tuple[str, ...]


def field_nodes(root: LexborNode) -> dict[int, Values]:
    """For each label element the value elements that belong to it, by their `mem_id`.

    Shapes, tried in this order: `dt` with its `dd`; a parent of two children, when the label ends in a colon or the
    same shape repeats beside it; a parent whose children alternate between two shapes.
    """
    fields: dict[int, Values] = {}
    for term in root.css("dt"):
        values = _definitions(term)
        if values:
            fields[term.mem_id] = values
    for holder in [root, *root.css(HOLDERS)]:
        _two_children(holder, fields)
        _alternating(holder, fields)
    return fields


def _definitions(term: LexborNode) -> Values:
    """The `dd` elements that follow a `dt`, up to the next `dt`."""
    values: list[int] = []
    node = term.next
    while node is not None and (not node.is_element_node or node.tag == "dd"):
        if node.is_element_node:
            values.append(node.mem_id)
        node = node.next
    return tuple(values)


def _two_children(parent: LexborNode, fields: dict[int, Values]) -> None:
    """Children of `parent` that are each a label and a value."""
    shaped = [(child, _children(child, 2)) for child in parent.iter() if child.tag not in ONE_PART]
    two = [(child, parts) for child, parts in shaped if len(parts) == 2 and _can_be_field(parts[0], parts[1])]
    if not two:
        return
    shapes = Counter(_shape(child, parts) for child, parts in two)
    labels = Counter(_shown(parts[0]) for _, parts in two)
    for child, (label, value) in two:
        repeats = shapes[_shape(child, [label, value])] >= 2 and labels[_shown(label)] < max(2, len(two))
        if _shown(label).endswith(":") or (repeats and not _shown(label)[-1:].isdigit()):
            fields.setdefault(label.mem_id, (value.mem_id,))


def _alternating(parent: LexborNode, fields: dict[int, Values]) -> None:
    """Children label, value, label, value, …: two shapes that take turns."""
    if parent.tag in ("dl", "tr", "ul", "ol"):
        return
    children = _children(parent)
    if len(children) < 4 or len(children) % 2:
        return
    odd = {(child.tag, child.attributes.get("class")) for child in children[::2]}
    even = {(child.tag, child.attributes.get("class")) for child in children[1::2]}
    if len(odd) == 1 and len(even) == 1 and odd != even:
        for label, value in zip(children[::2], children[1::2], strict=True):
            if _can_be_field(label, value):
                fields.setdefault(label.mem_id, (value.mem_id,))


def _children(node: LexborNode, most: int = MOST_FIELDS) -> list[LexborNode]:
    """The element children, or none when the node also has text of its own or more than `most` of them."""
    children = []
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            if child.tag != "br":
                children.append(child)
                if len(children) > most:
                    return []
        elif child.is_text_node and (child.text_content or "").strip(" \t\r\n:—–-"):
            return []
        child = child.next
    return children


def _can_be_field(label: LexborNode, value: LexborNode) -> bool:
    """A short first part whose own parts are inline, and a second part that is no whole text."""
    if label.tag in NOT_LABELS or value.tag in NOT_VALUES or _holds(label, "a,img,div,p,li,ul,table,h1,h2,h3,input"):
        return False
    shown, said = _shown(label), _shown(value)
    if not shown or not said or len(said) > VALUE_REACH or not re.search(r"[^\W\d_]", shown):
        return False
    if label.tag == "a" or _holds(value, "h1,h2,h3,table,dl"):
        return False
    return is_label(shown.rstrip(": \u00a0"))


def _holds(node: LexborNode, query: str) -> bool:
    """Whether something below the element answers the query (selectolax counts the element itself)."""
    return any(found.mem_id != node.mem_id for found in node.css(query))


def _shape(node: LexborNode, parts: list[LexborNode]) -> Shape:
    return (
        node.tag or "",
        *(part.tag or "" for part in parts),
        *(part.attributes.get("class") or "" for part in parts),
    )


def _shown(node: LexborNode) -> str:
    return " ".join((node.text() or "").split())
