"""What Word's paragraph styles say of a paragraph: heading level, list, bold face (ECMA-376, part 1, 17.7)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

HEADING_NAME = re.compile(r"^(?:heading|заголовок)\s*([1-9])$", re.IGNORECASE)
TITLES = {"title": 1, "название": 1, "subtitle": 2, "подзаголовок": 2}
CAPTIONS = frozenset({"caption", "название объекта", "table caption"})
BODY_LEVEL = 9  # w:outlineLvl of running text


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it inherits: `level` counts headings from 1 (0 for none), `list` is (list, level)."""

    level: int = 0
    is_caption: bool = False
    is_bold: bool = False
    list: tuple[str, int] | None = None


def styles_of(element: Any) -> dict[str, Style]:
    """The styles that a `w:styles` element declares, by their id."""
    declared = {style.get(qn("w:styleId")): style for style in element.iter(qn("w:style"))}
    found: dict[str, Style] = {}
    for identifier in declared:
        _resolve(identifier, declared, found, frozenset())
    return found


def _resolve(identifier: str, declared: Mapping[str, Any], found: dict[str, Style], above: frozenset[str]) -> Style:
    """One style, its ancestors first; a circle of styles ends where it began."""
    if identifier in found:
        return found[identifier]
    element = declared.get(identifier)
    if element is None or identifier in above:
        return Style()
    based = value(element, "w:basedOn")
    parent = _resolve(based, declared, found, above | {identifier}) if based else Style()
    name = value(element, "w:name").strip().lower()
    properties = element.find(qn("w:pPr"))
    level = outline_level(properties)
    named = HEADING_NAME.match(name)
    if level is None:
        level = int(named[1]) if named else TITLES.get(name, parent.level)
    bold = is_on(element.find(qn("w:rPr")), "w:b")
    style = Style(
        level,
        name in CAPTIONS or parent.is_caption,
        parent.is_bold if bold is None else bold,
        listed(properties) or parent.list,
    )
    found[identifier] = style
    return style


def outline_level(properties: Any) -> int | None:
    """The heading level that paragraph properties name, 0 for running text, None where they name none."""
    said = value(properties, "w:outlineLvl")
    if not said.isdecimal():
        return None
    return 0 if int(said) >= BODY_LEVEL else int(said) + 1


def listed(properties: Any) -> tuple[str, int] | None:
    """The list and level that paragraph properties name; list "0" takes a paragraph out of its style's list."""
    numbered = None if properties is None else properties.find(qn("w:numPr"))
    if numbered is None:
        return None
    level = value(numbered, "w:ilvl")
    return value(numbered, "w:numId"), int(level) if level.isdecimal() else 0


def is_on(properties: Any, tag: str) -> bool | None:
    """Whether a switch of properties is on; None where it is not there."""
    switch = None if properties is None else properties.find(qn(tag))
    if switch is None:
        return None
    return switch.get(qn("w:val")) not in ("0", "false", "off")


def value(element: Any, tag: str) -> str:
    """The `w:val` of a child element, or an empty string."""
    child = None if element is None else element.find(qn(tag))
    return "" if child is None else child.get(qn("w:val")) or ""
