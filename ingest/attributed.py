"""Labels that stand in an attribute: shown by a style sheet (`data-label`) or read aloud (`aria-label`)."""

from selectolax.lexbor import LexborNode

from ingest.pairs import is_label
from ingest.parts import Parts, shown

LABELLING = ("data-label", "data-title", "data-th", "data-caption", "data-name", "aria-label")
ATTRIBUTES = ("data-", "aria-label")
"""What stands in the source of every page that has such labels."""

LABELLED = frozenset({"div", "span", "p", "li", "td", "dd", "section"})
LEAST = 2  # neighbours with labels of their own; one alone may be a tooltip


def said_labels(page: Parts) -> dict[int, str]:
    """The label of each element that has one in an attribute and not in its text, by its `mem_id`.

    Cells of a table with header cells are left out: the label repeats the header.
    """
    groups: dict[tuple[int, str], list[tuple[LexborNode, str]]] = {}
    for node in page.elements:
        if node.tag in LABELLED and page.of(node) and node.parent is not None:
            attributes = node.attributes
            name = next((name for name in LABELLING if name in attributes), None) if attributes else None
            label = " ".join((attributes.get(name) or "").split()).rstrip(" :") if name else ""
            if name and label[:1].isalpha() and is_label(label):
                groups.setdefault((node.parent.mem_id, name), []).append((node, label))
    said: dict[int, str] = {}
    for group in groups.values():
        is_labelling = len(group) >= LEAST and len({label for _, label in group}) == len(group)
        if is_labelling and not _is_headed(group[0][0]):
            said.update({node.mem_id: label for node, label in group if not _is_shown(node, label)})
    return said


def _is_shown(node: LexborNode, label: str) -> bool:
    return shown(node).casefold().startswith(label.casefold())


def _is_headed(cell: LexborNode) -> bool:
    """Whether the element is a cell of a table that has header cells."""
    table = cell.parent if cell.tag == "td" else None
    while table is not None and table.tag != "table":
        table = table.parent
    return table is not None and any(node.tag == "th" for node in table.traverse())
