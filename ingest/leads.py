"""Labels that are set off from their value by emphasis: before it on its line, on the line above, as a title."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from ingest.pairs import LABEL, is_label
from ingest.parts import BREAKS, Element, Part, Text, holds, shown

EMPHASIS = frozenset({"b", "strong", "em", "i", "u", "font", "label", "small", "span", "dfn", "cite"})
TITLES = frozenset({"h3", "h4", "h5", "h6"})
LINES = frozenset({"p", "div", "li", "td", "dd", "section", "article"})
VALUES = frozenset({"p", "div", "ul", "ol", "address", "blockquote"})
BLOCKS = LINES | VALUES | TITLES | {"table", "dl", "form", "h1", "h2", "main", "nav", "header", "footer"}
ENDS = BLOCKS | BREAKS
"""What ends a line."""

WALLS = frozenset({"h1", "h2", "hr", "table", "form", "footer", "nav"})
NOT_IN_LABELS = BLOCKS | {"a", "img", "br"}
NOT_IN_VALUES = TITLES | {"table", "h1", "h2", "form"}
LINES_OF_TWO = 2
LEAST = 2  # labels set off alike; one alone may be a word that matters
LABEL_WORDS = 6  # of a label without a colon
LINE_REACH = 300  # characters of a value that no colon announces
VALUE_REACH = 1500
BEGINNING = re.compile(r"[\s:—–-]*[A-ZА-ЯЁ\d«\"“„(+№@]|\s*[:—–-]\s+\S|\s*(?:www\.|https?:|[\w.+-]+@\w)")
"""How a value begins that does not go on with the sentence of its label: by a capital, as an address, or parted by a
sign."""

Field = tuple[Element, Sequence[Part]]


def leads(parts: Sequence[Part], known: Container[Part]) -> list[Field]:
    """Lines that begin with a label set off: `<b>Region</b> Perm<br>`, or a paragraph each, of one line or of two.

    Lines of one holder, or neighbours of one kind that are a line each, at least two of them. What is `known` as a
    label is not looked at again.
    """
    lines: list[list[Part]] = []
    above: list[list[list[Part]]] = []  # paragraphs of two lines, the label on the first
    is_inline = False
    for part in parts:
        if isinstance(part, Text):
            continue
        tag = part.tag
        if tag in LINES:
            inner = part.parts
            if len(inner) > 1 and inner[0].tag in EMPHASIS and inner[0] not in known:
                own = _lines(inner)
                lines.extend(own if len(own) == 1 else [])
                above.extend([own] if len(own) == LINES_OF_TWO else [])
        elif tag in EMPHASIS and part not in known:
            is_inline = True
    if is_inline:
        lines.extend(_lines(parts))
    if len(lines) + len(above) < LEAST:
        return []
    found = [lead for line in lines if (lead := _lead(line)) is not None]
    found += [field for label, value in above if (field := _over(label, value)) is not None]
    return found if _are_fields(found) else []


def stacked(parts: Sequence[Part], known: Container[Part]) -> list[Field]:
    """Lines that are a label set off, each with the line below it: `<b>Region</b><br>Perm<br>`."""
    first = next((part for part in parts if part.tag in EMPHASIS), None)
    if len(parts) < 2 * LEAST or first is None or first in known:
        return []
    found: list[Field] = []
    for above, below in pairwise(_lines(parts)):
        if (field := _over(above, below)) is not None:
            found.append(field)
    return found if len(found) >= LEAST else []


def runs(parts: Sequence[Part], known: Container[Part]) -> list[Field]:
    """Blocks that are a title or a label set off, each with the one short block below it, or the list."""
    if len(parts) < 2 * LEAST or parts[0] in known:
        return []
    titles = [_title(part) for part in parts]
    if titles.count(None) > len(parts) - LEAST:
        return []
    found: list[Field] = []
    for at, (title, after) in enumerate(pairwise(titles)):
        value = parts[at + 1]
        is_last = at + 2 == len(parts) or titles[at + 2] is not None or parts[at + 2].tag in WALLS
        if title is not None and after is None and is_last and _is_short(value):
            found.append((title, [value]))
    return found if _are_fields(found) else []


def _over(above: Sequence[Part], below: Sequence[Part]) -> Field | None:
    """The label set off that a line is, and the line below it."""
    label = _set_off(above)
    return (label, below) if label is not None and _set_off(below) is None and _is_value(below) else None


def _are_fields(found: Sequence[Field]) -> bool:
    """Whether labels are set off alike, and are not all one."""
    return len(found) >= LEAST and len({shown(label) for label, _ in found}) > 1


def _lines(parts: Sequence[Part]) -> list[list[Part]]:
    """Inline parts line by line; blocks end a line and stand in none."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        if part.tag in ENDS:
            lines.append([])
        else:
            lines[-1].append(part)
    return [line for line in lines if line]


def _lead(line: Sequence[Part]) -> Field | None:
    """The label that a line begins with, and the rest of the line."""
    if len(line) < 2 or line[0].tag == line[1].tag:
        return None
    label = _set_off(line[:1])
    return (label, line[1:]) if label is not None and _is_value(line[1:]) else None


def _set_off(line: Sequence[Part]) -> Element | None:
    """The one inline element that a line is, when it is a label."""
    if len(line) != 1 or line[0].tag not in EMPHASIS:
        return None
    element = line[0]
    return element if isinstance(element, Element) and not holds(element, NOT_IN_LABELS) and _is_name(element) else None


def _is_name(element: Element, is_capital: bool = True) -> bool:
    """Whether the words of an element are a label, if need be one that begins with a capital."""
    words = shown(element).rstrip(": \u00a0")
    if not words[:1].isalpha() or (is_capital and not words[0].isupper()):
        return False
    return len(words.split()) <= LABEL_WORDS and is_label(words)


def _is_value(line: Sequence[Part]) -> bool:
    words = " ".join(shown(part) for part in line)
    return len(words) <= LINE_REACH and BEGINNING.match(words) is not None


def _title(part: Part) -> Element | None:
    """The part as the title of what follows: a heading, or a block that is nothing but a label set off."""
    if isinstance(part, Text):
        return None
    if part.tag in TITLES:
        return part if _is_name(part, is_capital=False) else None
    return part if part.tag in ("p", "div") and _set_off(part.parts) is not None else None


def _is_short(value: Part) -> bool:
    """Whether a block can be a value: a list, or a few words that are no field themselves."""
    if value.tag not in VALUES or holds(value, NOT_IN_VALUES):
        return False
    words = shown(value)
    if value.tag in ("ul", "ol"):
        return len(words) <= VALUE_REACH
    return len(words) <= LINE_REACH and (":" not in words or LABEL.match(words) is None)
