"""The numbers that Word draws before paragraphs, and no text holds: "1.", "2.1.", "а)" (ECMA-376, part 1, 17.9)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # the letters that Word counts by
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: its number format, its text ("%1.%2."), and where it starts."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    starts: Mapping[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, level: int) -> str:
        """What is drawn before the next paragraph of a list at `level`; empty for bullets and unknown lists."""
        kind = self.lists.get(number)
        if kind is None:
            return ""
        counts = self.counts.setdefault(kind, {})
        restart = self.starts.get((number, level))
        if restart is not None and (number, level) not in self.begun:
            counts[level] = restart
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._level(kind, level).start
        self.begun.add((number, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        form = self._level(kind, level)
        if form.form in ("bullet", "none") or "%" not in form.text:
            return ""
        return re.sub(r"%([1-9])", lambda found: self._shown(kind, int(found[1]) - 1), form.text)

    def _shown(self, kind: str, level: int) -> str:
        form = self._level(kind, level)
        return counted(self.counts[kind].get(level, form.start), form.form)

    def _level(self, kind: str, level: int) -> Level:
        return self.levels.get((kind, level), Level())


def counted(number: int, form: str) -> str:
    """A number as Word's format shows it; formats that are not known here are shown as digits.

    >>> [counted(4, form) for form in ("decimal", "decimalZero", "upperRoman", "lowerLetter", "russianLower")]
    ['4', '04', 'IV', 'd', 'г']
    """
    forms: dict[str, Callable[[int], str]] = {
        "decimalZero": lambda each: f"{each:02d}",
        "lowerRoman": _roman,
        "upperRoman": lambda each: _roman(each).upper(),
        "lowerLetter": lambda each: _letter(each, LATIN),
        "upperLetter": lambda each: _letter(each, LATIN).upper(),
        "russianLower": lambda each: _letter(each, RUSSIAN),
        "russianUpper": lambda each: _letter(each, RUSSIAN).upper(),
    }
    return forms.get(form, str)(number)


def numbering_of(element: Any, name: Callable[[str], str]) -> Numbering:
    """The lists that a `w:numbering` element declares; `name` gives the qualified name of a tag or attribute."""
    levels: dict[tuple[str, int], Level] = {}
    for kind in element.iter(name("w:abstractNum")):
        for level in kind.iter(name("w:lvl")):
            levels[kind.get(name("w:abstractNumId")), _integer(level.get(name("w:ilvl")))] = Level(
                _value(level, "w:numFmt", name) or "decimal",
                _value(level, "w:lvlText", name),
                _integer(_value(level, "w:start", name), 1),
            )
    lists, starts = {}, {}
    for number in element.iter(name("w:num")):
        identifier = number.get(name("w:numId"))
        lists[identifier] = _value(number, "w:abstractNumId", name)
        for override in number.iter(name("w:lvlOverride")):
            restart = _value(override, "w:startOverride", name)
            if restart:
                starts[identifier, _integer(override.get(name("w:ilvl")))] = _integer(restart, 1)
    return Numbering(lists, levels, starts)


def _value(element: Any, tag: str, name: Callable[[str], str]) -> str:
    child = element.find(name(tag))
    return "" if child is None else child.get(name("w:val")) or ""


def _integer(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isdecimal() else otherwise


def _letter(number: int, letters: str) -> str:
    """a, b, …, z, aa, bb, …: Word repeats the letter."""
    place, times = (number - 1) % len(letters), (number - 1) // len(letters) + 1
    return letters[place] * min(times, 9) if number > 0 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    said = ""
    for value, letters in ROMAN:
        said += letters * (number // value)
        number %= value
    return said
