"""The hard core of a citation: its date and number, in either order, in Russian and English."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.record import record
from nlp.acts.numbers import BLANK, LAW_MARK, LAW_NUMBER, NUMBER, SIGN, normal_number
from nlp.anchors import matches_at
from nlp.dates import MONTH_EN, MONTH_RU, parse_date, read_dates
from nlp.triggers import triggers

_QUOTE = r"[«»\"“”„<>_]{0,2}"
_YEAR = r"(?:(?:1[789]|20)\s?\d\s?\d(?!\d))"
_FIGURES = rf"\d{{1,2}}[.\s/]{{1,3}}\d{{1,2}}[.\s/]{{1,3}}(?:{_YEAR}|\d\d(?![\d.,]))"
_WORDS_RU = rf"{_QUOTE}\s?\d{{1,2}}\s?{_QUOTE}\s{{0,40}}(?i:{MONTH_RU})[\s_]+{_YEAR}"
_DAY_EN = r"\d{1,2}(?:st|nd|rd|th)?"
_WORDS_EN = rf"(?:(?i:{MONTH_EN})\s+{_DAY_EN}|{_DAY_EN}\s+(?i:{MONTH_EN}))\s?,?\s+{_YEAR}"
_ISO = r"(?:19|20)\d\d-\d\d-\d\d(?!\d)"
_YEAR_WORD = r"(?:\s*(?i:года|году|год|г(?!\w)))?"
DATE = rf"(?<![\d.,/-])(?:{_ISO}|{_FIGURES}|{_WORDS_RU}|{_WORDS_EN}){_YEAR_WORD}"
"""A day as acts are dated: "31.12.2014", "«17» октября 2017 г", "31/12/ 2014", "19 02.2018", "July 31, 2015"."""

FROM = r"(?<!\w)(?i:от|of|from|dated|on)\s{1,40}"
_TOWN = r"(?:г|гор|с|п|пос|ст|д|рп|р\.\s?п|пгт|п\.\s?г\.\s?т)\."
_PLACE = rf"(?:{BLANK}*(?:\n\s*)?(?<!\w){_TOWN}{BLANK}*[А-ЯЁ][\w-]+(?:{BLANK}[А-ЯЁ][\w-]+)?\s+)"
_GAP = rf"\s?\.?\s?,?{_PLACE}?\s*\(?(?:за\s+|рег(?:истрационный)?\.?\s+)?[*_]{{0,3}}"

_MARK_FIRST = r"(?<!\w)ФЗ\s?-?\s?"  # "ФЗ-44"

CORE = re.compile(
    r"(?=[\dА-ЯЁA-ZфоofdnИ№#«»\"“”„<>_])(?:"
    rf"(?P<date_number>(?:{FROM})?(?P<d1>{DATE}){_GAP}(?:{SIGN}(?P<n1>{NUMBER})|(?P<n1law>{LAW_NUMBER})(?![\s,]*{FROM}\d)))"
    rf"|(?P<number_date>(?:{SIGN}(?P<n2>{NUMBER})|(?P<n2law>{LAW_NUMBER})|{_MARK_FIRST}(?P<n3>\d{{1,3}}))[\s*,]*{FROM}(?P<d2>{DATE}))"
    rf"|(?P<date>{FROM}(?P<d3>{DATE}))"
    rf"|(?P<number>{SIGN}(?P<n4>{NUMBER}))"
    rf"|(?P<law_number>(?P<n5>{LAW_NUMBER})|{_MARK_FIRST}(?P<n6>\d{{1,3}})(?![\w.]\d|\w)))"
)

FORMS = ("date_number", "number_date", "date", "number", "law_number")


@record
class Core:
    """A date, a number or both. `form` is the branch of the grammar; `has_from` says that "от" or its like leads."""

    start: int
    end: int
    form: str
    number: str | None
    date: str | None
    has_from: bool


def find_cores(text: str) -> list[Core]:
    """Every stretch that could be the core of a citation, in order; what it belongs to is decided later.

    >>> [(core.number, core.date) for core in find_cores("от 30.12. 2016 г.№345; №411 от 27.10.2017 г")]
    [('345', '2016-12-30'), ('411', '2017-10-27')]
    >>> [(core.number, core.date) for core in find_cores("приказы №№ 1, 2-п от 15.03.2016")]
    [('1', '2016-03-15'), ('2-п', '2016-03-15')]
    """
    cores: list[Core] = []
    for left, right in _neighbourhoods(text):
        at = max(left, cores[-1].end if cores else 0)
        while (match := CORE.search(text, at, right)) is not None:
            core = _core(match)
            if core is None:
                at = match.start() + 1
                continue
            cores += _several(text, core, right) if core.number and _SEVERAL.search(match[0]) else [core]
            at = cores[-1].end
    return cores


_SEVERAL = re.compile(r"№\s?№")
_MORE = re.compile(rf"\s*(?:,|(?<!\w)(?:и|and)(?!\w))\s*(?!{DATE})(?P<number>{NUMBER})(?!\w)")
_DATED = re.compile(rf"[\s*,]*{FROM}(?P<date>{DATE})")


def _several(text: str, first: Core, right: int) -> list[Core]:
    """The first of several numbers under one doubled sign and those behind it, with the date that ends them:
    "№№ 779, 780 и 781 от 31.07.2015"."""
    found, at = [first], first.end
    while (match := _MORE.match(text, at, right)) is not None:
        number = normal_number(match["number"], is_russian=_is_russian(match))
        at = match.end()
        found.append(Core(match.start("number"), at, "number", number, None, has_from=False))
    dated = _DATED.match(text, at, right) if first.date is None and len(found) > 1 else None
    date = parse_date(dated["date"]) if dated else None
    if dated is None or date is None:
        return found
    found = [replace(core, form="number_date", date=date) for core in found]
    return [*found[:-1], replace(found[-1], end=dated.end())]


def _is_russian(match: re.Match[str]) -> bool:
    """Whether the last letter before the core, or else the first after it, is Cyrillic; a core alone counts as such."""
    text, start, end = match.string, match.start(), match.end()
    letter = _LETTER.search(text[max(0, start - NEAR) : start][::-1]) or _LETTER.search(text, end, end + NEAR)
    return letter is None or letter[0] >= "Ѐ"


def _neighbourhoods(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around every number sign, law mark and day: nothing else can hold a core."""
    held = triggers(text)
    signs = sorted({*held.stems["number_sign"], *held.signs["number_sign"]})
    anchors = [match.start() for match in matches_at(_ANCHOR, signs, text)]
    anchors += [date.start for date in read_dates(text) if date.rule in ("day", "iso_date")]
    left = right = -1
    for anchor in sorted(anchors):
        if anchor - NEAR > right:
            if right >= 0:
                yield left, right
            left = max(0, anchor - NEAR)
        right = anchor + NEAR
    if right >= 0:
        yield left, right


_ANCHOR = re.compile(r"[№#]|N[oо°º]?\.?\s?(?=[\d*A-ZА-Я])|no\.?\s?(?=\d)|Ф(?:К?З|3)|фк?з(?!\w)|FK?Z|номер", re.ASCII)
_LETTER = re.compile(r"[^\W\d_]")
NEAR = 120  # characters around an anchor: a date, a place and a number of a header line fit in


_PART_BEFORE = re.compile(
    r"(?<!\w)(?:стат\w{1,3}|ст(?:\.?\s?ст)?|част\w{1,2}|ч|пункт\w{0,3}|п)\.?\s?(?:[\d.]+(?:,|\sи)\s)*$", re.IGNORECASE
)
_MARKED = re.compile(rf"\d+\s{LAW_MARK}")
PART_REACH = 40  # characters before a number in which "статьями 7, 9 и" stands


def _is_part(match: re.Match[str]) -> bool:
    """Whether the digits before ФЗ count an article: "статьёй 23 ФЗ от 17.12.1997 № 2"."""
    start = match.start()
    is_marked = match["d1"] is None and _MARKED.match(match.string, start) is not None
    return is_marked and _PART_BEFORE.search(match.string, max(0, start - PART_REACH), start) is not None


def _core(match: re.Match[str]) -> Core | None:
    groups = match.groupdict()
    written = groups["d1"] or groups["d2"] or groups["d3"]
    date = parse_date(written) if written else None
    if (written and date is None) or _is_part(match):
        return None
    number = next((groups[name] for name in ("n1", "n1law", "n2", "n2law", "n4", "n5") if groups[name]), None)
    if number is None and (after_mark := groups["n3"] or groups["n6"]):
        number = f"{after_mark}-ФЗ"
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    end = match.start() + len(match.group().rstrip(" \t\n\xa0*"))
    has_from = match.group()[:1] in "оОofdOFD"
    if number is not None:
        number = normal_number(number, is_russian=_is_russian(match))
    form = next(form for form in FORMS if groups[form])
    return Core(start, end, form, number, date, has_from)
