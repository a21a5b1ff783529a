"""Rows of a table that are parts of the row above them: "в том числе собственные средства" under "Инвестиции"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from nlp.figures.amount import split_unit
from nlp.figures.frame import Header

PART = re.compile(
    r"(?P<joint>в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них|из\s+общего\s+\w+|of\s+(?:which|them)|including)[\s:,–—-]*(?P<words>.*)",
    re.IGNORECASE,
)
"""How a row begins that is a part of another, or that leads to several."""


def parted(rows: Mapping[int, Header], language: str) -> dict[int, Header]:
    """The rows' heads, those of parts with the words of the whole; a row that only leads to parts has none."""
    named: dict[int, Header] = {}
    whole: Header | None = None
    joint = ""
    for at, header in sorted(rows.items()):
        part = PART.fullmatch(header.measure)
        if part is not None and not part["words"]:
            joint = part["joint"] if whole is not None else ""
            continue
        if part is not None and whole is not None:
            named[at] = _of(header, whole, part["joint"], part["words"], language)
        elif joint and whole is not None and _is_part(header, whole, language):
            named[at] = _of(header, whole, joint, header.measure, language)
        else:
            named[at], whole, joint = header, header if header.measure else None, ""
    return named


def _is_part(header: Header, whole: Header, language: str) -> bool:
    """Whether a row under "в том числе:" goes on with its list: in small letters, and in the unit of the whole."""
    units = {_unit(one, language) for one in (header, whole)}
    return header.measure[:1].islower() and (len(units) == 1 or _unit(header, language) is None)


def _unit(header: Header, language: str) -> str | None:
    return header.unit or split_unit(header.measure, language)[1]


def _of(header: Header, whole: Header, joint: str, words: str, language: str) -> Header:
    name, _ = split_unit(whole.measure, language)
    part, own = split_unit(words, language)
    unit = header.unit or own or _unit(whole, language)
    return replace(header, measure=f"{name}, {joint} {part}", unit=unit)
