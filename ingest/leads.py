"""Labels that are set off from their value by emphasis: before it on its line, on the line above, as a title."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from selectolax.lexbor import LexborNode

from ingest.pairs import LABEL, is_label
from ingest.parts import BREAKS, Parts, holds, shown

EMPHASIS = frozenset({"b", "strong", "em", "i", "u", "font", "label", "small", "span", "dfn", "cite"})
TITLES = frozenset({"h3", "h4", "h5", "h6"})
LINES = frozenset({"p", "div", "li", "td", "dd", "section", "article"})
VALUES = frozenset({"p", "div", "ul", "ol", "address", "blockquote"})
BLOCKS = LINES | VALUES | TITLES | {"table", "dl", "form", "h1", "h2", "main", "nav", "header", "footer"}
NOT_IN_LABELS = BLOCKS | {"a", "img", "br"}
NOT_IN_VALUES = TITLES | {"table", "h1", "h2", "form"}
LEAST = 2  # labels set off alike; one alone may be a word that matters
LABEL_WORDS = 6  # of a label without a colon
LINE_REACH = 300  # characters of a value that no colon announces
VALUE_REACH = 1500
BEGINNING = re.compile(r"[\s:—–-]*[A-ZА-ЯЁ\d«\"“„(+№@]")
"""How a value begins that does not go on with the sentence of its label."""

Field = tuple[LexborNode, Sequence[LexborNode]]


def leads(page: Parts, parts: Sequence[LexborNode], known: Container[int]) -> Iterator[Field]:
    """Lines that begin with a label set off: `<b>Region</b> Perm<br>`, or a paragraph each.

    Lines of one holder, or neighbours of one kind that are a line each, at least two of them. What is `known` as a
    label is not looked at again.
    """
    lines: list[list[LexborNode]] = []
    is_inline = False
    for part in parts:
        tag = part.tag
        if tag in LINES:
            inner = page.of(part)
            if len(inner) > 1 and inner[0].tag in EMPHASIS and inner[0].mem_id not in known:
                own = _lines(inner)
                lines.extend(own if len(own) == 1 else [])
        elif tag in EMPHASIS and part.mem_id not in known:
            is_inline = True
    if is_inline:
        lines.extend(_lines(parts))
    found = [lead for line in lines if (lead := _lead(line)) is not None]
    if len(found) >= LEAST and len({shown(label) for label, _ in found}) > 1:
        yield from found


def stacked(page: Parts, parts: Sequence[LexborNode], known: Container[int]) -> Iterator[Field]:
    """Lines that are a label set off, each with the line below it: `<b>Region</b><br>Perm<br>`."""
    if len(parts) < 2 * LEAST or parts[0].tag not in EMPHASIS or parts[0].mem_id in known:
        return
    lines = _lines(parts)
    found = []
    for above, below in pairwise(lines):
        if _is_set_off(above) and not _is_set_off(below) and _is_value(below):
            found.append((above[0], below))
    if len(found) >= LEAST:
        yield from found


def runs(page: Parts, parts: Sequence[LexborNode], known: Container[int]) -> Iterator[Field]:
    """Blocks that are a title or a label set off, each with the one short block below it, or the list."""
    if len(parts) < 2 * LEAST or parts[0].mem_id in known:
        return
    titles = [_title(page, part) for part in parts]
    if titles.count(None) > len(parts) - LEAST:
        return
    found = []
    for at, (title, after) in enumerate(pairwise(titles)):
        value = parts[at + 1]
        is_last = at + 2 == len(parts) or titles[at + 2] is not None or _is_wall(parts[at + 2])
        if title is not None and after is None and is_last and _is_short(value):
            found.append((title, [value]))
    if len(found) >= LEAST and len({shown(title) for title, _ in found}) > 1:
        yield from found


def _lines(parts: Sequence[LexborNode]) -> list[list[LexborNode]]:
    """Inline parts line by line; blocks end a line and stand in none."""
    lines: list[list[LexborNode]] = [[]]
    for part in parts:
        if part.tag in BREAKS or part.tag in BLOCKS:
            lines.append([])
        else:
            lines[-1].append(part)
    return [line for line in lines if line]


def _lead(line: Sequence[LexborNode]) -> Field | None:
    """The label that a line begins with, and the rest of the line."""
    if len(line) < 2 or not _is_set_off(line[:1]) or line[0].tag == line[1].tag:
        return None
    return (line[0], line[1:]) if _is_value(line[1:]) else None


def _is_set_off(line: Sequence[LexborNode]) -> bool:
    """Whether a line is one inline element that is a label."""
    if len(line) != 1 or line[0].tag not in EMPHASIS or holds(line[0], NOT_IN_LABELS):
        return False
    words = shown(line[0]).rstrip(": \u00a0")
    return words[:1].isalpha() and words[0].isupper() and len(words.split()) <= LABEL_WORDS and is_label(words)


def _is_value(line: Sequence[LexborNode]) -> bool:
    words = " ".join(shown(part) for part in line)
    return len(words) <= LINE_REACH and BEGINNING.match(words) is not None


def _title(page: Parts, part: LexborNode) -> LexborNode | None:
    """The part as the title of what follows: a heading, or a block that is nothing but a label set off."""
    if part.tag in TITLES:
        words = shown(part).rstrip(": \u00a0")
        return part if words[:1].isalpha() and len(words.split()) <= LABEL_WORDS and is_label(words) else None
    if part.tag in ("p", "div") and _is_set_off(page.of(part)):
        return part
    return None


def _is_wall(part: LexborNode) -> bool:
    return part.tag in ("h1", "h2", "hr", "table", "form", "footer", "nav")


def _is_short(value: LexborNode) -> bool:
    """Whether a block can be a value: a list, or a few words that are no field themselves."""
    if value.tag not in VALUES or holds(value, NOT_IN_VALUES):
        return False
    words = shown(value)
    if value.tag in ("ul", "ol"):
        return len(words) <= VALUE_REACH
    return len(words) <= LINE_REACH and LABEL.match(words) is None
