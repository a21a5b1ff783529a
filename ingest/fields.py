"""Labels and values by the shape of the markup alone: no class name, no site is known here."""

import re
from collections.abc import Container, Sequence
from itertools import islice

from ingest.leads import leads, runs, stacked
from ingest.pairs import is_figure, is_label
from ingest.parts import Element, Part, Parts, Text, below, holds, innermost, shown

VALUE_REACH = 1500  # characters: a longer second part is a text, not a value
FIELDS_INSIDE = 2  # in what is no value but a part of the page; one may be a telephone number beside a name
NOT_LABELS = frozenset({"h1", "h2", "h3", "img", "table", "ul", "ol", "form", "br", "hr", "script", "style", "a"})
NOT_VALUES = frozenset({"h1", "h2", "h3", "table", "form", "br", "hr", "script", "style"})
NOT_IN_LABELS = frozenset({"a", "img", "div", "p", "li", "ul", "table", "h1", "h2", "h3", "input"})
NOT_IN_VALUES = frozenset({"h1", "h2", "h3", "table", "dl"})
ONE_PART = frozenset({"dl", "dt", "dd", "tr", "table", "a", "br", "hr", "img", "script", "style", "input"})
HOLDERS = frozenset(
    {"div", "li", "p", "section", "article", "span", "dl", "tr", "body", "main", "td", "ul", "ol", "form", "fieldset"}
)
ROWS = frozenset({"dl", "tr", "ul", "ol"})
"""Holders whose children are parts of one thing, never labels and values in turn."""

LISTS = frozenset({"ul", "ol"})
NESTED = LISTS | NOT_IN_VALUES
PROPERTY = "itemprop"
"""What an element has that shows one property of a thing."""

INNER = frozenset({"table"})
GROUPS = frozenset({"tbody", "thead", "tfoot"})
TITLES = frozenset({"h1", "h2", "h3", "hr"})
LETTER = re.compile(r"[^\W\d_]")

SET_OFF = (leads, stacked, runs)

Values = tuple[Part, ...]
Shape = tuple[str, ...]
Two = tuple[Element, Element]


def fields_of(page: Parts) -> dict[Part, Values]:
    """For each label the parts that are its value. The title of a part of the page that has fields is no label.

    Shapes, tried in this order: `dt` with its `dd`; rows of a table that holds tables; a parent of two children, when
    the label ends in a colon or the same shape repeats beside it; a parent whose children alternate between two shapes;
    words set off at the beginning of a line, on the line above, or as a title.
    """
    fields: dict[Part, Values] = {}
    if any(element.tag == "dt" for element in page.elements):
        for element in page.elements:
            _definitions(element, fields)
    for element in page.elements:
        if element.tag == "table":
            _rows_around_tables(element, fields)
            continue
        parts = element.parts
        if (
            not parts
            or (element.tag not in HOLDERS and "-" not in element.tag)
            or (len(parts) == 1 and isinstance(parts[0], Text))
        ):
            continue
        _two_children(parts, fields)
        if element.tag in LISTS:
            _outlined(element.elements, fields)
        if len(parts) > 1:
            _alternating(element, fields)
            for rule in SET_OFF:
                for label, values in rule(parts, fields):
                    fields.setdefault(label, tuple(values))
    return {label: values for label, values in fields.items() if label.tag == "dt" or not _has_fields(values, fields)}


def _has_fields(values: Values, fields: Container[Part]) -> bool:
    """Whether labels of other fields stand in a value."""
    inside = (each for value in values if isinstance(value, Element) for each in below(value))
    return sum(1 for _ in islice((each for each in inside if each in fields), FIELDS_INSIDE)) == FIELDS_INSIDE


def _definitions(parent: Element, fields: dict[Part, Values]) -> None:
    """The `dd` elements that follow each `dt` of a parent, up to the next one."""
    term: Element | None = None
    for child in parent.children:
        if isinstance(child, Text):
            continue
        if child.tag != "dd":
            term = child if child.tag == "dt" else None
        elif term is not None:
            fields[term] = (*fields.get(term, ()), child)


def _rows_around_tables(table: Element, fields: dict[Part, Values]) -> None:
    """The rows of a label and its value in a table that holds others, so that it is read as text."""
    if not holds(table, INNER):
        return
    for row in (each for part in table.elements for each in (part.elements if part.tag in GROUPS else (part,))):
        cells = row.elements if row.tag == "tr" else []
        if len(cells) != 2 or cells[1].tag != "td" or holds(cells[1], INNER):
            continue
        label, value = cells
        if (label.tag == "th" or shown(label).endswith(":")) and _can_be_field(label, value):
            fields.setdefault(label, (value,))


def _two_children(children: Sequence[Part], fields: dict[Part, Values]) -> None:
    """Neighbours that are each a label and a value, or each a figure above its label."""
    groups: dict[Shape, list[Two]] = {}
    for child in children:
        if isinstance(child, Element) and child.elements and child.tag not in ONE_PART:
            two = _two(child)
            if two is not None:
                groups.setdefault(_shape(child, two[0]), []).append(two)
    if not groups:
        return
    found = [[two for two in _turned(group) if _can_be_field(*two)] for group in groups.values()]
    labels = [shown(label) for group in found for label, _ in group]
    is_varied = len(labels) < 2 or len(set(labels)) > 1
    for group in found:
        for label, value in group:
            words = shown(label)
            repeats = is_varied and len(group) >= 2 and not words[-1:].isdigit()
            if repeats or words.endswith(":"):
                fields.setdefault(label, (value,))


def _two(element: Element) -> Two | None:
    """The two parts of an element, or of the only one in it.

    A label that is there twice, for wide and for narrow windows, counts once.
    """
    parts = element.elements
    while len(parts) == 1 and parts[0].tag not in ONE_PART:
        parts = parts[0].elements
    if len(parts) == 3 and shown(parts[0]).rstrip(":") == shown(parts[1]).rstrip(":"):
        parts = parts[1:]
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _outlined(items: Sequence[Element], fields: dict[Part, Values]) -> None:
    """Items that are each a label with a list below it: `<li>Region<ul><li>Perm</li></ul></li>`, most of their list."""
    found = [item.parts for item in items if len(item.parts) == 2 and item.parts[1].tag in LISTS]
    if len(found) < FIELDS_INSIDE or 2 * len(found) < len(items):
        return
    for label, value in found:
        name = shown(label).rstrip(": ")
        if isinstance(label, Text) and is_label(name) and name[:1].isupper() and not holds(value, NESTED):
            fields.setdefault(label, (value,))


def _turned(group: list[Two]) -> list[Two]:
    """The pairs with their label first: where one begins with a figure and none ends with one, labels stand below."""
    is_below = any(is_figure(shown(first)) for first, _ in group)
    if is_below and not any(is_figure(shown(second)) for _, second in group):
        return [(second, first) for first, second in group]
    return group


def _alternating(parent: Element, fields: dict[Part, Values]) -> None:
    """Children label, value, label, value, …: two shapes that take turns."""
    children = parent.elements
    while children and children[0].tag in TITLES:
        children = children[1:]
    if len(children) < 4 or len(children) % 2 or parent.tag in ROWS:
        return
    odd = {(child.tag, child.attributes.get("class")) for child in children[::2]}
    even = {(child.tag, child.attributes.get("class")) for child in children[1::2]}
    if len(odd) == 1 and len(even) == 1 and odd != even:
        for label, value in zip(children[::2], children[1::2], strict=True):
            if _can_be_field(label, value):
                fields.setdefault(label, (value,))


def _can_be_field(label: Element, value: Element) -> bool:
    """A short first part whose own parts are inline, and a second part that is no whole text."""
    inner = innermost(label)
    if inner is not label and _outline(label) == _outline(value):
        return False  # two columns of one kind
    if inner.tag in NOT_LABELS or label.tag in NOT_LABELS or value.tag in NOT_VALUES or holds(inner, NOT_IN_LABELS):
        return False
    words, said = shown(label), shown(value)
    if not words or not said or len(said) > VALUE_REACH or not LETTER.search(words):
        return False
    name = words.rstrip(": \u00a0")
    if ": " in name or (_is_property(label, value) and not _is_named_value(label, value)):
        return False  # a field each, with its own label, or with what the page tells machines
    return is_label(name) and not holds(value, NOT_IN_VALUES)


def _is_property(label: Element, value: Element) -> bool:
    return PROPERTY in label.attributes and PROPERTY in value.attributes


def _is_named_value(label: Element, value: Element) -> bool:
    """Whether two elements are the name and the value of one `PropertyValue`."""
    return (label.attributes[PROPERTY], value.attributes[PROPERTY]) == ("name", "value")


def _outline(element: Element) -> list[tuple[str, str]]:
    """Tags and classes from an element to its innermost."""
    outline = [(element.tag, element.attributes.get("class") or "")]
    while len(element.parts) == 1 and isinstance(element.parts[0], Element):
        element = element.parts[0]
        outline.append((element.tag, element.attributes.get("class") or ""))
    return outline


def _shape(element: Element, label: Element) -> Shape:
    """What the fields of one kind share: their own element and their label's; a value may be a link or a list."""
    return element.tag, label.tag, label.attributes.get("class") or ""
