"""The words by which texts name federal subjects, in every case, with what must stand beside them.

Everything comes from the ontology's names: nouns are declined, adjectives get their endings, English names are split
into the name proper and the word for the kind of subject ("Tula" + "region").
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from ingest.record import record
from ontology.vocabulary import Region, vocabulary

Way = Literal["noun", "adjective", "latin_noun", "latin_adjective"]

ADJECTIVE_ENDINGS = (
    "ий",
    "ый",
    "ой",
    "ая",
    "ое",
    "ого",
    "ому",
    "им",
    "ым",
    "ом",
    "ую",
    "ою",
    "ие",
    "ые",
    "их",
    "ых",
    "ими",
    "ыми",
)
KIND_STEMS = {
    "област": "svod:Oblast",
    "край": "svod:Krai",
    "республик": "svod:Republic",
    "автономный округ": "svod:AutonomousOkrug",
    "автономная область": "svod:AutonomousOblast",
}
# fmt: off
GENERIC = frozenset((
    "oblast", "region", "province", "krai", "kray", "territory", "republic", "autonomous", "okrug", "district", "area",
    "city", "ao", "of", "the",
))
# fmt: on
NEEDS_KIND = frozenset({"алтай", "саха", "коми", "altai", "sakha", "komi"})
"""Names that are more often something else: they count beside "Республика" or where the text leaves no doubt."""


@record
class Form:
    """A word form that can name the subject `iso`. `before` has to stand right before it (a part of a compound),
    `after` right after it; both are patterns in small letters or empty."""

    iso: str
    way: Way
    before: str = ""
    after: str = ""


@cache
def region_forms() -> Mapping[str, tuple[Form, ...]]:
    """All forms by their word in small letters with ё as е."""
    table: dict[str, list[Form]] = {}
    for region in vocabulary().regions:
        for word, form in _forms(region):
            known = table.setdefault(word, [])
            if form not in known:
                known.append(form)
    return {word: tuple(forms) for word, forms in table.items()}


def _forms(region: Region) -> Iterator[tuple[str, Form]]:
    iso = region.iso
    first = region.ru.split()[0].lower()
    adjectives = {*region.adjectives, *((first,) if first.endswith(("ий", "ая", "ый")) else ())}
    for adjective in adjectives:
        before, _, last = adjective.replace("ё", "е").rpartition("-")
        for ending in ADJECTIVE_ENDINGS:
            yield last[:-2] + ending, Form(iso, "adjective", _compound(before))
    for name in _nouns(region):
        yield from _noun_forms(iso, name.lower().replace("ё", "е"))
    yield from _latin_forms(region)


def _compound(before: str) -> str:
    return rf"{before}\s?[-‑–—]\s?" if before else ""


@cache
def abbreviations() -> Mapping[str, tuple[str, ...]]:
    """The ISO codes that each abbreviation may stand for, by its first word ("ХМАО", "РСО", "РТ")."""
    table: dict[str, list[str]] = {}
    for region in vocabulary().regions:
        for abbreviation in region.abbreviations:
            isos = table.setdefault(re.split(r"[\s–(-]", abbreviation)[0], [])
            if region.iso not in isos:
                isos.append(region.iso)
    return {word: tuple(isos) for word, isos in table.items()}


def _nouns(region: Region) -> Iterator[str]:
    """The names that are nouns: short, informal, and cities; not "Ненецкий АО"."""
    names = [region.short_ru, *region.informal_ru]
    if region.kind == "svod:FederalCity" or not region.short_ru:
        names += [
            name for name in (region.ru, *region.alt_ru) if re.fullmatch(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", name)
        ]
    names += [name for name in region.alt_ru if re.fullmatch(r"Горный [А-ЯЁ][а-яё]+", name)]
    yield from (name for name in names if name and not re.search(r"АО|Аобл|-город", name))


def _noun_forms(iso: str, name: str) -> Iterator[tuple[str, Form]]:
    words = name.split()
    if len(words) == 2 and words[1] == "эл":
        yield words[0], Form(iso, "noun", "", r"\s+эл(?!\w)")
        return
    before = ""
    if len(words) == 2:
        before = rf"{words[0][:-2]}\w{{2,3}}\s+"
    compound, _, last = words[-1].rpartition("-")
    before += _compound(compound)
    for form in declined(last):
        yield form, Form(iso, "noun", before)


def declined(noun: str) -> tuple[str, ...]:
    """The singular forms of a place name in small letters; names in -и, -о, -у stay as they are.

    >>> declined("чечня"), declined("крым"), declined("прикамье"), declined("коми")
    (('чечня', 'чечни', 'чечне', 'чечню', 'чечней'), ('крым', 'крыма', 'крыму', 'крымом', 'крыме'), \
('прикамье', 'прикамья', 'прикамью', 'прикамьем'), ('коми',))
    """
    stem, last = noun[:-1], noun[-1]
    if noun.endswith("ия"):
        endings: tuple[str, ...] = ("я", "и", "ю", "ей")
    elif last == "я":
        endings = ("я", "и", "е", "ю", "ей")
    elif last == "а":
        soft = stem[-1] in "гкхжшщч"
        endings = ("а", "и" if soft else "ы", "е", "у", "ой")
    elif noun.endswith("ье"):
        endings = ("е", "я", "ю", "ем")
    elif last == "ь":
        endings = ("ь", "и", "ью") if noun.endswith(("нь", "сть", "мь", "рь")) else ("ь", "я", "ю", "ем", "е")
    elif last in "иоуэ":
        return (noun,)
    else:
        return (noun, *(noun + ending for ending in ("а", "у", "ом", "е")))
    return tuple(stem + ending for ending in endings)


def _latin_forms(region: Region) -> Iterator[tuple[str, Form]]:
    for name in dict.fromkeys((region.en, region.short_en, *region.alt_en)):
        words = re.findall(r"[A-Za-z.]+", name)
        proper = [word.lower().rstrip(".") for word in words if word.lower() not in GENERIC]
        if not proper or re.search(r"[–(]", name):
            continue
        is_noun = len(proper) == len(words) or re.match(r"(?:Republic|City|the city) of ", name) is not None
        if region.kind == "svod:FederalCity":
            is_noun = True
        before = "".join(rf"{word}\.?[\s-]+" if len(word) <= 2 else rf"{word}[\s‑–-]+" for word in proper[:-1])
        yield proper[-1], Form(region.iso, "latin_noun" if is_noun else "latin_adjective", before)
