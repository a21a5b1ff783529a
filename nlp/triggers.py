"""One walk over a text that finds where each step has something to look at: stems, signs and names known beforehand.

Most patterns of the steps need a certain word or sign. Looking for them pattern by pattern walks over a text some forty
times, at 13 to 40 ns a character for each that does not begin with a letter of its own; two automata over all of them,
one over small letters and one over letters as written, take 14 each, and a step then tries its pattern there alone.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import ahocorasick

from ingest.record import record
from nlp.anchors import lowered, small_letters
from nlp.place_forms import Place, place_forms
from nlp.region_forms import Form, abbreviations, region_forms

STEMS: Mapping[str, tuple[str, ...]] = {
    "law": ("закон", "law", "federal act"),
    "act": (
        "закон", "указ", "постановлени", "распоряжени", "приказ", "решени", "кодекс", "law", "decree", "resolution",
        "order", "decision", "code",
    ),
    "number_sign": ("№", "#", "no", "номер", "фз", "фкз", "ф3", "fz", "fkz"),
    "code": ("кодекс", "code"),
    "constitution": ("конституци", "constitution of"),
    "charter": ("устав",),
    "part_of_whole": tuple(f"{blank}{word}" for blank in " \t\n\xa0\u202f" for word in ("из", "of")),
    "settlement": ("город", "г.", "посел", "сел", "деревн", "пгт"),
    "district": ("район",),
    "country": ("росси", "рф", "russia"),
    "label": (
        "специализац", "статус", "отрасл", "направлени", "уров", "speciali", "sector", "status", "industr", "level",
        "organi",
    ),
    "web": ("http", "www.", *(f".{domain}" for domain in (
        "ru", "рф", "su", "com", "org", "net", "info", "gov", "edu", "eu", "io", "pro", "biz", "tech", "center",
        "online", "site", "moscow", "tatar", "academy",
    ))),
    "telephone": ("тел", "факс", "phone", "tel", "fax"),
    "address": (
        "г.", "город", "ул.", "улица", "пр.", "просп", "пр-т", "пер.", "переулок", "пл.", "площадь", "б-р", "бульвар",
        "наб.", "набережная", "шоссе", "ш.", "мкр", "тракт", "проезд", "пр-д", "линия",
    ),
}  # fmt: skip
"""What begins (or, of a web address, stands inside) what each step looks for: small letters, ё as е."""

SIGNS: Mapping[str, tuple[str, ...]] = {
    "number_sign": ("N",),
    "code_in_capitals": ("К",),
    "standard": ("ГОСТ", "СНиП", "СанПиН", "СП", "ВСН", "ОСТ", "РД", "МДС", "ГН", "НПБ", "ППБ", "ТР", "GOST"),
    "region": tuple(abbreviations()),
}
"""The same where the case of letters tells; what begins with the letter "К" or ends with it, of codes."""

SHORT = 400  # characters of an issuer or a title: such a text is not kept
NUMBER = re.compile(r"\d+")


@record
class Triggers:
    """What a text holds: `small` is the text in small letters with ё as е, `stems` and `signs` are where each of
    `STEMS` and `SIGNS` begins, in order, `regions` and `places` the forms of known names with their ends."""

    small: str
    stems: Mapping[str, Sequence[int]]
    signs: Mapping[str, Sequence[int]]
    regions: Sequence[tuple[int, int, tuple[Form, ...]]]
    places: Sequence[tuple[int, int, Place]]


def triggers(text: str) -> Triggers:
    """Where each step has something to look at.

    >>> triggers("Указ и закон").stems["act"]
    [0, 7]
    """
    return _walked(text) if len(text) < SHORT else _kept(text)


@lru_cache(maxsize=2)
def _kept(text: str) -> Triggers:
    return _walked(text)


def _walked(text: str) -> Triggers:
    small = (small_letters(text) if len(text) < SHORT else lowered(text)).replace("ё", "е")
    stems: dict[str, list[int]] = {name: [] for name in STEMS}
    regions: list[tuple[int, int, tuple[Form, ...]]] = []
    places: list[tuple[int, int, Place]] = []
    for last, (length, names, forms, place) in _of_small_letters().iter(small):
        start = last + 1 - length
        for name in names:
            stems[name].append(start)
        if forms:
            regions.append((start, last + 1, forms))
        if place is not None:
            places.append((start, last + 1, place))
    signs: dict[str, list[int]] = {name: [] for name in SIGNS}
    for last, (length, names) in _of_letters_as_written().iter(text):
        for name in names:
            signs[name].append(last + 1 - length)
    return Triggers(small, _in_order(stems), _in_order(signs), regions, places)


def _in_order(found: Mapping[str, list[int]]) -> Mapping[str, Sequence[int]]:
    """The automaton gives them by their ends."""
    for starts in found.values():
        starts.sort()
    return found


@cache
def _of_small_letters() -> Any:
    forms, places, stems = region_forms(), place_forms(), _names_of(STEMS)
    machine = ahocorasick.Automaton()
    for word in {*forms, *places, *stems}:
        machine.add_word(word, (len(word), stems.get(word, ()), forms.get(word, ()), places.get(word)))
    machine.make_automaton()
    return machine


@cache
def _of_letters_as_written() -> Any:
    machine = ahocorasick.Automaton()
    for word, names in _names_of(SIGNS).items():
        machine.add_word(word, (len(word), names))
    machine.make_automaton()
    return machine


def _names_of(table: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    return {
        word: tuple(name for name, others in table.items() if word in others)
        for words in table.values()
        for word in words
    }


def numbers(text: str) -> Sequence[tuple[int, int]]:
    """Where the text has digits: the start and the end of every row of them, in order.

    >>> numbers("с 2014 по 15.02")
    [(2, 6), (10, 12), (13, 15)]
    """
    return _all_numbers(text) if len(text) < SHORT else _kept_numbers(text)


@lru_cache(maxsize=2)
def _kept_numbers(text: str) -> Sequence[tuple[int, int]]:
    return _all_numbers(text)


def _all_numbers(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in NUMBER.finditer(text)]


def numbers_in(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those that begin in `text[start:end]`."""
    found = numbers(text)
    first = bisect_left(found, (start,))
    return found[first : bisect_left(found, (end,), first)]
