"""Subjects named by adjectives: "Пермский край", and lists that share one noun."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.region_forms import Way
from nlp.region_hits import Hit, Name, kind_of

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"автономн\w{2,3}\s+област\w{1,3}|аобл", ("svod:AutonomousOblast",)),
    (r"автономн\w{2,3}\s+округ\w{0,3}|ао|а\.о\.", ("svod:AutonomousOkrug", "svod:AutonomousOblast")),
    (r"област(?:ь|и|ью|ей|ям|ями|ях)|обл\.?", ("svod:Oblast",)),
    (r"кра(?:й|я|ю|ем|е|ев|ям|ями|ях)|кр\.", ("svod:Krai",)),
    (r"республик(?:а|и|е|у|ой|ою|ам|ами|ах)?|респ\.", ("svod:Republic",)),
    (r"autonomous\s+(?:oblast|region)", ("svod:AutonomousOblast",)),
    (r"autonomous\s+(?:okrugs?|districts?|areas?)|ao|okrugs?", ("svod:AutonomousOkrug",)),
    (r"oblasts?|provinces?", ("svod:Oblast",)),
    (r"krais?|krays?|territor(?:y|ies)", ("svod:Krai",)),
    (r"republics?", ("svod:Republic",)),
    (r"regions?", ("svod:Oblast", "svod:Krai", "svod:Republic", "svod:AutonomousOkrug")),
)
KIND = re.compile(
    r"\s+(?:" + "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS)) + r")(?!\w)",
    re.IGNORECASE,
)
_OF_REGION = re.compile(r"\s+(областн|краев|республиканск)\w{1,3}(?!\w)", re.IGNORECASE)
_POWER_KINDS = {"областн": "svod:Oblast", "краев": "svod:Krai", "республиканск": "svod:Republic"}
_OF_POWER = re.compile(r"\s+(?:\w+\s+){0,2}(?:кластер|губернатор)\w{0,4}(?!\w)")
TAIL = re.compile(
    r"\s*(?:[-–—]\s*|\(\s*)(?:Югр\w|Кузбасс\w{0,2}|Чуваши\w{1,2}|Алани\w{1,2}|Якути\w{1,2}|Yugra|Ugra|Alania|Yakutia)\)?"
)
_JOIN = re.compile(
    r"\s*(?:\(Югр\w\)\s*)?(?:,|(?<!\w)(?:и|или|and|or|а также)(?!\w)|/|,\s*(?:и|and|а также)(?!\w))\s*", re.IGNORECASE
)


SHARED: dict[tuple[str, ...], tuple[str, ...]] = {("svod:AutonomousOblast",): ("svod:Oblast",)}
"""Kinds that share the noun of another: "Амурская и Еврейская автономная области"."""


def adjectives(text: str, hits: Sequence[Hit], way: Way) -> list[Name]:
    """ "Пермский край", "Костромской областной", and lists before one noun: "Самарской и Свердловской областях"."""
    names: list[Name] = []
    following: tuple[int, tuple[str, ...]] | None = None  # where the next member of the list stands, its kinds
    for hit in reversed([hit for hit in hits if any(form.way == way for form in hit.forms)]):
        kind = KIND.match(text, hit.end) or KIND.match(text, _after_note(text, hit.end))
        if kind is not None:
            kinds = next(kinds for index, (_, kinds) in enumerate(_KINDS) if kind[f"k{index}"])
            name = _of_kinds(hit, way, kinds)
            shares = name is not None and (way == "adjective" or kind[0].endswith("s"))
            following = (hit.start, kinds + SHARED.get(kinds, ())) if shares else None
            names += [replace(name, end=with_tail(text, kind.end()))] if name else []
        elif following and _JOIN.fullmatch(text, hit.end, following[0]) and (name := _of_kinds(hit, way, following[1])):
            names.append(replace(name, form="elliptical", end=_after_note(text, hit.end)))
            following = (hit.start, following[1])
        else:
            following = None
            names += _of_power(text, hit) if way == "adjective" else []
    return names


def _of_power(text: str, hit: Hit) -> list[Name]:
    """ "Костромской областной", "Пермский кластер": an adjective that speaks of the subject without its noun."""
    isos = [form.iso for form in hit.forms if form.way == "adjective"]
    region = _OF_REGION.match(text, hit.end)
    if region is not None:
        kind = _POWER_KINDS[region[1].lower()]
        return [Name(hit.start, region.end(), iso, "adjective") for iso in isos if kind_of(iso) == kind][:1]
    if text[hit.start].isupper() and _OF_POWER.match(text, hit.end):
        return [Name(hit.start, hit.end, isos[-1], "adjective")]
    return []


def _after_note(text: str, at: int) -> int:
    note = re.compile(r"\s*\(Югр\w\)").match(text, at)
    return note.end() if note else at


def _of_kinds(hit: Hit, way: Way, kinds: tuple[str, ...]) -> Name | None:
    isos = [form.iso for form in hit.forms if form.way == way]
    fitting = [iso for kind in kinds for iso in isos if kind_of(iso) == kind]
    return Name(hit.start, hit.end, fitting[0], "full") if fitting else None


def with_tail(text: str, end: int) -> int:
    """`end`, or the end of a second name after it: "– Югра", "(Якутия)"."""
    tail = TAIL.match(text, end)
    return tail.end() if tail else end
