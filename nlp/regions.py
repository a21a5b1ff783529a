"""Federal subjects of Russia in text: full, short, inflected, in lists that share one noun, abbreviated, in English."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from nlp.mention import Mention
from nlp.region_forms import NEEDS_KIND, Form, abbreviations, automaton
from ontology.iri import region_iri
from ontology.vocabulary import vocabulary

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
_KIND = re.compile(
    r"\s+(?:" + "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS)) + r")(?!\w)",
    re.IGNORECASE,
)
_OF_REGION = re.compile(r"\s+(?:областн|краев|республиканск)\w{1,3}(?!\w)", re.IGNORECASE)
_OF_POWER = re.compile(r"\s+(?:\w+\s+){0,2}(?:кластер|губернатор)\w{0,4}(?!\w)")
_TAIL = re.compile(
    r"\s*(?:[-–—]\s*|\(\s*)(?:Югр\w|Кузбасс\w{0,2}|Чуваши\w{1,2}|Алани\w{1,2}|Якути\w{1,2}|Yugra|Ugra|Alania|Yakutia)\)?"
)
_JOIN = re.compile(
    r"\s*(?:\(Югр\w\)\s*)?(?:,|(?<!\w)(?:и|или|and|or|а также)(?!\w)|/|,\s*(?:и|and|а также)(?!\w))\s*", re.IGNORECASE
)
_REPUBLIC_BEFORE = re.compile(r"(?:республик\w{0,3}|респ\.?|republic\s+of(?:\s+the)?)\s+$", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:в|во|по|из|на|для|главы?|главой|правительств\w|парламент\w?|территории|in)\s+$", re.IGNORECASE
)
_STREET_BEFORE = re.compile(
    r"(?<!\w)(?:ул|улиц\w{1,2}|просп|проспект\w?|пр-т|пер|переул\w+|площад\w{1,2}|пл|шоссе|бульвар\w?|станци\w{1,2}|кинотеатр\w?)"
    r"\.?\s*[«\"]?$",
    re.IGNORECASE,
)
_MEDIA_BEFORE = re.compile(
    r"(?<!\w)(?:эх(?:о|а|у|ом|е)|радио|вечерн\w{2,3}|телеканал\w?|газет\w{1,2}|журнал\w?|агентств\w{1,2})\s+[«\"]?\w*\s?$",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"эх(?:о|а|у|ом|е)\s+\w+\s+в\s+$", re.IGNORECASE)
_NEWSPAPER_AFTER = re.compile(r"\s+(?:Times|News|Exchange)(?!\w)|-(?:Сити|реки|река|реке)(?!\w)")
_OPEN, _CLOSE = "«\"“„'", "»\"”'"
WINDOW = 40  # characters looked at on either side of a name


@dataclass(frozen=True, slots=True)
class Name:
    """A federal subject named at `start:end`; `form` is how, in the words of `data/README.md`."""

    start: int
    end: int
    iso: str
    form: str


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    forms: tuple[Form, ...]


def find_regions(doc: Doc) -> list[Mention]:
    """`Region` mentions with their ids (`region/RU-PER`) and how they are written."""
    return [_mention(doc._.document.text, name) for name in region_names(doc)]


def _mention(text: str, name: Name) -> Mention:
    written = text[name.start : name.end]
    rule = f"region_{name.form}"
    return Mention("Region", name.start, name.end, written, region_iri(name.iso), {"form": name.form}, rule=rule)


def region_names(doc: Doc) -> list[Name]:
    """The federal subjects named in a document, computed once a document."""
    if "region_names" not in doc.user_data:
        doc.user_data["region_names"] = find_names(doc._.document.text)
    names: list[Name] = doc.user_data["region_names"]
    return names


def find_names(text: str) -> list[Name]:
    """The federal subjects that a text names, in order, none inside another.

    >>> [name.iso for name in find_names("Самарской, Свердловской и Новосибирской областях")]
    ['RU-SAM', 'RU-SVE', 'RU-NVS']
    """
    hits = _hits(text)
    names = [*_adjectives(text, hits, "adjective"), *_adjectives(text, hits, "latin_adjective"), *_nouns(text, hits)]
    certain = {name.iso for name in names}
    names += _abbreviations(text, certain)
    names += _doubtful(text, hits, certain)
    return _outermost(names)


def _hits(text: str) -> list[_Hit]:
    small = _small(text)
    hits = []
    for last, (length, forms) in automaton().iter(small):
        start, end = last + 1 - length, last + 1
        if (end < len(small) and (small[end].isalnum() or small[end] == "_")) or (start and small[start - 1].isalnum()):
            continue
        hit = _fitting(text, small, start, end, forms)
        if hit is not None:
            hits.append(hit)
    return hits


def _small(text: str) -> str:
    small = text.lower().replace("ё", "е")
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text).replace("ё", "е")


def _fitting(text: str, small: str, start: int, end: int, forms: Iterable[Form]) -> _Hit | None:
    """The forms whose surroundings suit, widened over what must stand beside them."""
    best: list[tuple[int, int, Form]] = []
    for form in forms:
        left, right = start, end
        if form.before:
            match = _before(form.before).search(small, max(0, start - WINDOW), start)
            if match is None:
                continue
            left = match.start()
        elif start and small[start - 1] in "-‑–" and start > 1 and small[start - 2].isalpha():
            continue
        if form.after:
            rest = re.compile(form.after, re.IGNORECASE).match(small, end)
            if rest is None:
                continue
            right = rest.end()
        best.append((left, right, form))
    if not best:
        return None
    widest = max(right - left for left, right, _ in best)
    kept = [(left, right, form) for left, right, form in best if right - left == widest]
    left, right, _ = kept[0]
    return _Hit(left, right, tuple(form for _, _, form in kept))


@cache
def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}$")


@cache
def _kind_of(iso: str) -> str:
    return vocabulary().regions_by_iso[iso].kind


def _adjectives(text: str, hits: Sequence[_Hit], way: str) -> list[Name]:
    """ "Пермский край", "Костромской областной", and lists before one noun: "Самарской и Свердловской областях"."""
    names: list[Name] = []
    following: tuple[int, tuple[str, ...]] | None = None  # where the next member of the list stands, its kinds
    for hit in reversed([hit for hit in hits if any(form.way == way for form in hit.forms)]):
        kind = _KIND.match(text, hit.end) or _KIND.match(text, _after_note(text, hit.end))
        if kind is not None:
            kinds = next(kinds for index, (_, kinds) in enumerate(_KINDS) if kind[f"k{index}"])
            name = _of_kinds(hit, way, kinds)
            shares = name is not None and (way == "adjective" or kind[0].endswith("s"))
            following = (hit.start, kinds) if shares else None
            names += [replace(name, end=_with_tail(text, kind.end()))] if name else []
        elif following and _JOIN.fullmatch(text, hit.end, following[0]) and (name := _of_kinds(hit, way, following[1])):
            names.append(replace(name, form="elliptical", end=_after_note(text, hit.end)))
            following = (hit.start, following[1])
        else:
            following = None
            names += _of_power(text, hit) if way == "adjective" else []
    return names


def _of_power(text: str, hit: _Hit) -> list[Name]:
    """ "Костромской областной", "Пермский кластер": an adjective that speaks of the subject without its noun."""
    iso = [form.iso for form in hit.forms if form.way == "adjective"][-1]
    region = _OF_REGION.match(text, hit.end)
    if region is not None:
        return [Name(hit.start, region.end(), iso, "adjective")]
    if text[hit.start].isupper() and _OF_POWER.match(text, hit.end):
        return [Name(hit.start, hit.end, iso, "adjective")]
    return []


def _after_note(text: str, at: int) -> int:
    note = re.compile(r"\s*\(Югр\w\)").match(text, at)
    return note.end() if note else at


def _of_kinds(hit: _Hit, way: str, kinds: tuple[str, ...]) -> Name | None:
    isos = [form.iso for form in hit.forms if form.way == way]
    fitting = [iso for kind in kinds for iso in isos if _kind_of(iso) == kind]
    return Name(hit.start, hit.end, fitting[0], "full") if fitting else None


def _with_tail(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _nouns(text: str, hits: Sequence[_Hit]) -> list[Name]:
    """ "Татарстана", "Республики Коми", "Москве", "Tatarstan": names that need no word for their kind."""
    names = []
    for hit in hits:
        form = next((form for form in hit.forms if form.way in ("noun", "latin_noun")), None)
        if form is None or not text[hit.end - 1 : hit.end] or not _is_capital(text, hit):
            continue
        republic = _REPUBLIC_BEFORE.search(text, max(0, hit.start - WINDOW), hit.start)
        kind = _KIND.match(text, _with_tail(text, hit.end)) if form.way == "latin_noun" else None
        isos = [other.iso for other in hit.forms if other.way == form.way]
        if republic is None and kind is None and (_is_doubtful(text, hit) or _is_trap(text, hit)):
            continue
        start = republic.start() if republic else hit.start
        end = kind.end() if kind else _with_tail(text, hit.end)
        iso = next((iso for iso in isos if _kind_of(iso) == "svod:Republic"), isos[0]) if republic else isos[0]
        is_city = _kind_of(iso) == "svod:FederalCity"
        if is_city and kind is not None:
            continue  # "Moscow region" is another subject
        names.append(Name(start, end, iso, "federal_city" if is_city else "full" if republic or kind else "short_name"))
    return names


def _is_capital(text: str, hit: _Hit) -> bool:
    return text[hit.start].isupper()


def _is_doubtful(text: str, hit: _Hit) -> bool:
    """Names such as Коми (a people, a surname) and Алтай (mountains, a krai) say nothing by themselves."""
    word = text[hit.start : hit.end].lower().replace("ё", "е")
    return any(word.startswith(name) for name in NEEDS_KIND) and _TAIL.match(text, hit.end) is None


def _is_trap(text: str, hit: _Hit) -> bool:
    """A street, a newspaper, a radio station, a hotel: what bears the name of a subject and is none."""
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if before and after and before in _OPEN and after in _CLOSE:
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
    for word, isos in abbreviations().items():
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            is_word = not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum())
            if is_word and not re.match(r"\s*[«\"“]", text[end : end + 3]):
                iso = _meant(text, at, isos, word, certain)
                names += [Name(at, _with_tail(text, end), iso, "abbreviation")] if iso else []
            at = text.find(word, end)
    return names


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


def _doubtful(text: str, hits: Sequence[_Hit], certain: set[str]) -> list[Name]:
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
