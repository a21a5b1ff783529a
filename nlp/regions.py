"""Federal subjects of Russia in text: full, short, inflected, in lists that share one noun, abbreviated, in English."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.line_ends import unbroken
from nlp.mention import Mention
from nlp.region_forms import NEEDS_KIND, abbreviations, declined
from nlp.region_hits import WINDOW, Hit, Name, find_hits, kind_of
from nlp.region_lists import KIND, TAIL, adjectives, with_tail
from nlp.triggers import triggers
from ontology.iri import region_iri
from ontology.vocabulary import vocabulary

_REPUBLIC_BEFORE = re.compile(r"(?:республик\w{0,3}|респ\.?|republic\s+of(?:\s+the)?)\s+$", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:в|во|по|из|на|для|главы?|главой|правительств\w|парламент\w?|территории|in)\s+$", re.IGNORECASE
)
_STREET_BEFORE = re.compile(
    r"(?<!\w)(?:ул|улиц\w{1,2}|просп|проспект\w?|пр-т|пер|переул\w+|площад\w{1,2}|пл|шоссе|бульвар\w?|станци\w{1,2}|кинотеатр\w?|р|рек[аиеу]|рекой)"
    r"\.?\s*[«\"]?$",
    re.IGNORECASE,
)
_MEDIA_BEFORE = re.compile(
    r"(?<!\w)(?:эх(?:о|а|у|ом|е)|радио|вечерн\w{2,3}|телеканал\w?|газет\w{1,2}|журнал\w?|агентств\w{1,2})\s+[«\"]?\w*\s?$",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"эх(?:о|а|у|ом|е)\s+\w+\s+в\s+$", re.IGNORECASE)
_NEWSPAPER_AFTER = re.compile(r"\s+(?:Times|News|Exchange)(?!\w)|\s+River(?!\w)|-(?:Сити|рек[аиеу]|рекой)(?!\w)")
DOUBTFUL = frozenset(form for name in NEEDS_KIND for form in declined(name))
"""The forms of those names: "Сахалин" is none of "Саха"."""

_COMPOUND = re.compile(r"[-‑–][A-ZА-ЯЁ]")  # «Якутия-Трейд»
_OPEN, _CLOSE = "«\"“„'", "»\"”'"


def find_regions(doc: Doc) -> list[Mention]:
    """`Region` mentions with their ids (`region/RU-PER`) and how they are written."""
    text = doc._.document.text
    return [_mention(text, name) for name in region_names(doc)]


def _mention(text: str, name: Name) -> Mention:
    written = text[name.start : name.end]
    rule = f"region_{name.form}"
    return Mention("Region", name.start, name.end, written, region_iri(name.iso), {"form": name.form}, rule=rule)


def region_names(doc: Doc) -> list[Name]:
    """The federal subjects named in a document, computed once a document."""
    if "region_names" not in doc.user_data:
        text, offsets = unbroken(doc._.document.text)
        found = find_names(text)
        doc.user_data["region_names"] = [
            replace(name, start=offsets(name.start), end=offsets(name.end - 1) + 1) for name in found
        ]
    names: list[Name] = doc.user_data["region_names"]
    return names


def find_names(text: str) -> list[Name]:
    """The federal subjects that a text names, in order, none inside another.

    >>> [name.iso for name in find_names("Самарской, Свердловской и Новосибирской областях")]
    ['RU-SAM', 'RU-SVE', 'RU-NVS']
    """
    hits = find_hits(text)
    names = [*adjectives(text, hits, "adjective"), *adjectives(text, hits, "latin_adjective"), *_nouns(text, hits)]
    certain = {name.iso for name in names}
    names += _abbreviations(text, certain)
    names += _doubtful(text, hits, certain)
    return _outermost(names)


def _nouns(text: str, hits: Sequence[Hit]) -> list[Name]:
    """ "Татарстана", "Республики Коми", "Москве", "Tatarstan": names that need no word for their kind."""
    names = []
    for hit in hits:
        form = next((form for form in hit.forms if form.way in ("noun", "latin_noun")), None)
        if form is None or not text[hit.end - 1 : hit.end] or not _is_capital(text, hit):
            continue
        republic = _REPUBLIC_BEFORE.search(text, max(0, hit.start - WINDOW), hit.start)
        kind = KIND.match(text, with_tail(text, hit.end)) if form.way == "latin_noun" else None
        isos = [other.iso for other in hit.forms if other.way == form.way]
        if republic is None and kind is None and (_is_doubtful(text, hit) or _is_trap(text, hit)):
            continue
        start = republic.start() if republic else hit.start
        end = kind.end() if kind else with_tail(text, hit.end)
        iso = next((iso for iso in isos if kind_of(iso) == "svod:Republic"), isos[0]) if republic else isos[0]
        is_city = kind_of(iso) == "svod:FederalCity"
        if is_city and kind is not None:
            continue  # "Moscow region" is another subject
        names.append(Name(start, end, iso, "federal_city" if is_city else "full" if republic or kind else "short_name"))
    return names


def _is_capital(text: str, hit: Hit) -> bool:
    return text[hit.start].isupper()


def _is_doubtful(text: str, hit: Hit) -> bool:
    """Names such as Коми (a people, a surname) and Алтай (mountains, a krai) say nothing by themselves."""
    word = text[hit.start : hit.end].lower().replace("ё", "е")
    return word in DOUBTFUL and TAIL.match(text, hit.end) is None


def _is_trap(text: str, hit: Hit) -> bool:
    """A street, a newspaper, a radio station, a hotel: what bears the name of a subject and is none."""
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if before and after and before in _OPEN and (after in _CLOSE or _COMPOUND.match(text, hit.end)):
        return True
    window = max(0, hit.start - WINDOW)
    if _STREET_BEFORE.search(text, window, hit.start) or _MEDIA.search(text, window, hit.start):
        return True
    return (
        _MEDIA_BEFORE.search(text, window, hit.start) is not None or _NEWSPAPER_AFTER.match(text, hit.end) is not None
    )


_LONE = frozenset({"ХМАО", "ЯНАО", "ЕАО", "КБР", "КЧР", "РСО", "ЧАО", "СПб", "РМЭ"})
"""Abbreviations that name one subject wherever they stand in capitals."""

_POWER_BEFORE = re.compile(
    r"(?:закон\w{0,3}|президент\w{0,2}|правительств\w|министерств\w|министр\w{0,3}|министров|км|совет\w?|главы?|район\w?|округа|республик\w{0,3}|"
    r"в|по|из|территории|бюджет\w?|субъект\w?|губернатор\w?|прокуратур\w)\s+$",
    re.IGNORECASE,
)
_DEFAULTS = {"РТ": "RU-TA", "РБ": "RU-BA", "РМ": "RU-MO", "РХ": "RU-KK", "УР": "RU-UD", "РД": "RU-DA"}
"""Whom a shared abbreviation means among the words of power where the document names no other subject of that name."""


def _abbreviations(text: str, certain: set[str]) -> list[Name]:
    names = []
    for at in triggers(text).signs["region"]:
        word = _WORD_AT.match(text, at)
        isos = abbreviations().get(word[0]) if word is not None else None
        if word is None or isos is None or text[max(0, at - 1) : at].isalnum():
            continue
        if not _QUOTE_AFTER.match(text, word.end(), word.end() + 3):
            iso = _meant(text, at, isos, word[0], certain)
            names += [Name(at, with_tail(text, word.end()), iso, "abbreviation")] if iso else []
    return names


_WORD_AT = re.compile(r"[^\W_]+")
_QUOTE_AFTER = re.compile(r"\s*[«\"“]")


def _meant(text: str, start: int, isos: Sequence[str], word: str, certain: set[str]) -> str | None:
    if word in _LONE:
        return isos[0]
    named = [iso for iso in isos if iso in certain]
    if len(named) == 1:
        return named[0]
    hinted = [iso for iso in isos if not named and _names_capital(text, iso)]
    if len(hinted) == 1:
        return hinted[0]
    if named or not _POWER_BEFORE.search(text, max(0, start - WINDOW), start):
        return None
    return _DEFAULTS.get(word)


def _names_capital(text: str, iso: str) -> bool:
    """Whether the text names the subject's capital or people, in any case: "Казани", "татарский"."""
    region = vocabulary().regions_by_iso[iso]
    stems = [region.capital_ru[:-1], (region.short_ru or region.ru)[:STEM]]
    return any(re.search(rf"(?<!\w){re.escape(stem)}\w{{0,6}}(?!\w)", text, re.IGNORECASE) for stem in stems)


STEM = 5  # letters of a republic's name that its people and its adjective share: татар-стан, татар-ский


def _doubtful(text: str, hits: Sequence[Hit], certain: set[str]) -> list[Name]:
    """Коми, Алтай, Саха alone, where the document itself names the republic or a preposition of place stands before."""
    names = []
    for hit in hits:
        isos = [form.iso for form in hit.forms if form.way in ("noun", "latin_noun")]
        if not isos or not _is_capital(text, hit) or not _is_doubtful(text, hit) or _is_trap(text, hit):
            continue
        is_placed = _PLACE_BEFORE.search(text, max(0, hit.start - WINDOW), hit.start) is not None
        is_komi = isos[0] in ("RU-KO", "RU-SA")
        if isos[0] in certain or (is_placed and is_komi):
            names.append(Name(hit.start, hit.end, isos[0], "short_name"))
    return names


def _outermost(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
