"""Labels that stand in an attribute: shown by a style sheet (`data-label`) or read aloud (`aria-label`)."""

from ingest.pairs import is_label
from ingest.parts import Element, Parts, shown

LABELLING = ("data-label", "data-title", "data-th", "data-caption", "data-name", "aria-label")
ATTRIBUTES = ("data-", "aria-label")
"""What stands in the source of every page that has such labels."""

LABELLED = frozenset({"div", "span", "p", "li", "td", "dd", "section"})
LEAST = 2  # neighbours with labels of their own; one alone may be a tooltip


def said_labels(page: Parts) -> dict[Element, str]:
    """The label of each element that has one in an attribute and not in its text.

    Cells of a table with header cells are left out: the label repeats the header.
    """
    said: dict[Element, str] = {}
    for parent in page.elements:
        groups: dict[str, list[tuple[Element, str]]] = {}
        for child in parent.children:
            if child.tag in LABELLED and isinstance(child, Element) and child.attributes and child.parts:
                name = next((name for name in LABELLING if name in child.attributes), None)
                label = " ".join((child.attributes.get(name) or "").split()).rstrip(" :") if name else ""
                if name and label[:1].isalpha() and is_label(label):
                    groups.setdefault(name, []).append((child, label))
        for group in groups.values():
            is_labelling = len(group) >= LEAST and len({label for _, label in group}) == len(group)
            if is_labelling and not _is_headed(group[0][0]):
                said.update({element: label for element, label in group if not _is_shown(element, label)})
    return said


def _is_shown(element: Element, label: str) -> bool:
    return shown(element).casefold().startswith(label.casefold())


def _is_headed(cell: Element) -> bool:
    """Whether the element is a cell of a table that has header cells."""
    table = cell.node.parent if cell.tag == "td" else None
    while table is not None and table.tag != "table":
        table = table.parent
    return table is not None and any(node.tag == "th" for node in table.traverse())
