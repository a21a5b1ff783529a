"""Names of people: the parts of a Russian name, and the name in the nominative, surname first.

A surname, a first name and a patronymic stand in one case and one gender. So each part is read in every way it can be,
and the reading on which all parts agree (and which suits the case that the sentence asks for) gives the nominative.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.record import record
from nlp.morphology import inflect, like, nominative_of, parse

Form = tuple[str, str]
"""A gender (`masc`, `femn`) and a case (`nomn gent datv accs ablt loct`)."""

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
PERSONAL = ("masc", "femn")
KNOWN, LIKELY, GUESSED = 3, 2, 1  # how far a reading is to be trusted: the dictionary, a Russian ending, any ending

INITIAL = r"[А-ЯЁA-Z]\."
PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]+?(?:(?P<masc>[оеё]вич|ьич|[аи]ич|мич|тич|кич|лич|нич)(?P<m>|а|у|ем|е)"
    r"|(?P<femn>[оеё]вн|ичн|иничн)(?P<f>а|ы|е|у|ой|ою))"
)
PATRONYMIC_PARTICLES = frozenset({"оглы", "кызы", "оглу", "гызы", "улы", "уулу"})
MASC_ENDINGS = {"": ("nomn",), "а": ("gent", "accs"), "у": ("datv",), "ем": ("ablt",), "е": ("loct",)}
FEMN_ENDINGS = {
    "а": ("nomn",),
    "ы": ("gent",),
    "е": ("datv", "loct"),
    "у": ("accs",),
    "ой": ("ablt",),
    "ою": ("ablt",),
}

POSSESSIVE = re.compile(r"(.+(?:ов|ев|ёв|ин|ын))(|а|у|ым|е|ой|ою)")
POSSESSIVE_FORMS: dict[str, tuple[tuple[str, Form], ...]] = {
    "": (("", ("masc", "nomn")),),
    "а": (("", ("masc", "gent")), ("", ("masc", "accs")), ("а", ("femn", "nomn"))),
    "у": (("", ("masc", "datv")), ("а", ("femn", "accs"))),
    "ым": (("", ("masc", "ablt")),),
    "е": (("", ("masc", "loct")),),
    "ой": tuple(("а", ("femn", case)) for case in ("gent", "datv", "ablt", "loct")),
    "ою": (("а", ("femn", "ablt")),),
}
ADJECTIVAL = re.compile(r"(.+?(?:[сц]к|[а-яё]))(ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем|ая|яя|ую|юю|ей)")
ADJECTIVE_FORMS: dict[str, tuple[Form, ...]] = {
    "ий": (("masc", "nomn"),),
    "ый": (("masc", "nomn"),),
    "ого": (("masc", "gent"), ("masc", "accs")),
    "его": (("masc", "gent"), ("masc", "accs")),
    "ому": (("masc", "datv"),),
    "ему": (("masc", "datv"),),
    "им": (("masc", "ablt"),),
    "ым": (("masc", "ablt"),),
    "ом": (("masc", "loct"),),
    "ая": (("femn", "nomn"),),
    "яя": (("femn", "nomn"),),
    "ую": (("femn", "accs"),),
    "юю": (("femn", "accs"),),
    "ой": tuple(("femn", case) for case in ("gent", "datv", "ablt", "loct")),
}
HARD = "бвгджзклмнпрстфхцчшщ"
CONSONANT_FORMS = {"а": ("gent", "accs"), "у": ("datv",), "ом": ("ablt",), "ем": ("ablt",), "е": ("loct",)}
SOFT_FORMS = {"я": ("gent", "accs"), "ю": ("datv",), "ем": ("ablt",), "е": ("loct",)}
VOWEL_FORMS = {"ы": ("gent",), "и": ("gent",), "е": ("datv", "loct"), "у": ("accs",), "ой": ("ablt",), "ей": ("ablt",)}
EVERY_FORM: tuple[Form, ...] = tuple((gender, case) for gender in PERSONAL for case in CASES)


class PartReading(NamedTuple):
    """A part of a name read one way: its nominative, its gender and case, and how far to trust it."""

    nominative: str
    form: Form
    trust: int


@record
class PersonName:
    """A name as written, part by part; initials as `И. О.`. `forms` are the genders and cases its parts agree on."""

    last: str = ""
    first: str = ""
    patronymic: str = ""
    initials: str = ""
    gender: str = ""

    @property
    def full(self) -> str:
        """Surname first, then first name and patronymic or initials."""
        return " ".join(part for part in (self.last, self.first, self.patronymic, self.initials) if part)


@lru_cache(maxsize=50_000)
def person_name(
    last: str = "", first: str = "", patronymic: str = "", initials: str = "", *, cases: tuple[str, ...] = ()
) -> PersonName:
    """The name in the nominative. `cases` are those that the sentence asks for, likeliest first (empty: not known).

    >>> person_name(last="Мантурову", first="Денису", patronymic="Валентиновичу").full
    'Мантуров Денис Валентинович'
    >>> person_name(last="Булыгину", initials="О.В.", cases=("accs", "gent")).full
    'Булыгина О. В.'
    """
    parts = [forms for forms in (surname_forms(last), first_forms(first), patronymic_forms(patronymic)) if forms]
    order = list(dict.fromkeys([*cases, *CASES]))
    best, best_rank = None, (-1, -1, 0, 0)
    for gender in PERSONAL:
        for place, case in enumerate(order):
            form = (gender, case)
            if all(form in forms for forms in parts):
                rank = (int(case in cases), sum(forms[form].trust for forms in parts), -place, -PERSONAL.index(gender))
                if rank > best_rank:
                    best, best_rank = form, rank
    if best is None:
        return PersonName(last, first, patronymic, spaced_initials(initials))
    names = [
        forms[best].nominative if best in forms else ""
        for forms in (surname_forms(last), first_forms(first), patronymic_forms(patronymic))
    ]
    return PersonName(names[0], names[1], names[2], spaced_initials(initials), best[0])


@lru_cache(maxsize=50_000)
def surname_forms(word: str) -> Mapping[Form, PartReading]:
    """The surest reading of a surname in each form that it can have."""
    return _by_form(surname_readings(word))


@lru_cache(maxsize=50_000)
def first_forms(word: str) -> Mapping[Form, PartReading]:
    """The surest reading of a first name in each form that it can have."""
    return _by_form(first_readings(word))


@lru_cache(maxsize=50_000)
def patronymic_forms(word: str) -> Mapping[Form, PartReading]:
    """The reading of a patronymic in each form that it can have."""
    return _by_form(patronymic_readings(word))


def _by_form(readings: Sequence[PartReading]) -> Mapping[Form, PartReading]:
    surest: dict[Form, PartReading] = {}
    for reading in readings:
        if reading.form not in surest or reading.trust > surest[reading.form].trust:
            surest[reading.form] = reading
    return surest


def spaced_initials(initials: str) -> str:
    """Initials in one form.

    >>> spaced_initials("и.О"), spaced_initials("Т.В")
    ('И. О.', 'Т. В.')
    """
    return " ".join(f"{letter.upper()}." for letter in re.findall(r"[^\W\d_]", initials))


def patronymic_readings(word: str) -> tuple[PartReading, ...]:
    """The readings of a patronymic; none where the word is not one."""
    found = PATRONYMIC.fullmatch(word)
    if found is None:
        return ()
    if found["masc"]:
        stem = word[: len(word) - len(found["m"])]
        return tuple(PartReading(stem, ("masc", case), KNOWN) for case in MASC_ENDINGS[found["m"]])
    stem = word[: len(word) - len(found["f"])]
    return tuple(PartReading(stem + "а", ("femn", case), KNOWN) for case in FEMN_ENDINGS[found["f"]])


def first_readings(word: str) -> tuple[PartReading, ...]:
    """The readings of a first name: those of the dictionary, else those of a noun for a person, else the word as it
    is."""
    if not word:
        return ()
    if "-" in word:
        return _hyphenated(word, first_readings)
    names = [reading for reading in parse(word) if "Name" in reading.grammemes and not reading.is_plural]
    trust = KNOWN if names else GUESSED
    found = names or [reading for reading in parse(word) if reading.part == "NOUN" and not reading.is_plural]
    readings = []
    for reading in found:
        genders = [reading.gender] if reading.gender in PERSONAL else list(PERSONAL)
        lemma = like(reading.lemma, word) if "ё" in word or "ё" not in reading.lemma else inflect(word, "nomn")
        readings += [PartReading(lemma, (gender, reading.case), trust) for gender in genders if reading.case]
    if not names:
        readings += [PartReading(word, form, GUESSED) for form in EVERY_FORM]
    return tuple(readings)


@lru_cache(maxsize=50_000)
def surname_readings(word: str) -> tuple[PartReading, ...]:
    """Every way to read a surname by its ending; the dictionary's own readings before others."""
    if not word:
        return ()
    if "-" in word:
        return _hyphenated(word, surname_readings)
    model, low = word, word.lower()
    found: list[PartReading] = []
    if possessive := POSSESSIVE.fullmatch(low):
        stem, ending = possessive.groups()
        found += [PartReading(like(stem + own, model), form, LIKELY) for own, form in POSSESSIVE_FORMS[ending]]
    elif (adjectival := ADJECTIVAL.fullmatch(low)) and _is_adjectival(low):
        found += _adjectival(adjectival, model)
    elif low[-1] in "оеёуюэ" or re.search(r"[ыи]х$", low):
        trust = KNOWN if low.endswith(("ых", "их", "ко")) else LIKELY if low[-1] in "оеэ" else GUESSED
        found += [PartReading(word, form, trust) for form in EVERY_FORM]
    if not found or not POSSESSIVE.fullmatch(low):
        found += _by_any_ending(low, model)
    return (*_known_surnames(word), *found)


def _is_adjectival(low: str) -> bool:
    return bool(
        re.search(r"(?:[сц]к|[жшчщ]|н|в|т|л|р|д|г|б)(?:ий|ый|ой|ого|его|ому|ему|им|ым|ом|ая|яя|ую|юю)$", low)
    ) and (
        bool(re.search(r"[сц]к(?:ий|ой|ого|ому|им|ом|ая|ую)$", low))
        or any(reading.part == "ADJF" for reading in parse(low))
    )


def _adjectival(found: re.Match[str], model: str) -> list[PartReading]:
    stem, ending = found.groups()
    low = stem + ending
    masc = stem + ("ий" if stem[-1] in "кгхжшчщ" else "ый")
    for reading in parse(low):
        if reading.part == "ADJF" and reading.lemma.startswith(stem):
            masc = reading.lemma
            break
    if ending == "ой" and not low.endswith(("ской", "цкой")):
        return [PartReading(model, ("masc", "nomn"), LIKELY)] + [
            PartReading(like(stem + "ая", model), form, LIKELY) for form in ADJECTIVE_FORMS["ой"]
        ]
    soft = ending in {"яя", "юю", "его", "ему"} and stem[-1] not in "жшчщ"
    femn = stem + ("яя" if soft else "ая")
    forms = ADJECTIVE_FORMS.get(ending, ())
    return [PartReading(like(masc if form[0] == "masc" else femn, model), form, LIKELY) for form in forms]


def _by_any_ending(low: str, model: str) -> list[PartReading]:
    """Surnames that end in any consonant or in -а, as nouns do. A woman's surname in a consonant does not change."""
    found = []
    if low[-1] in HARD + "йь":
        found.append(PartReading(model, ("masc", "nomn"), LIKELY))
        found += [PartReading(model, ("femn", case), LIKELY) for case in CASES]
        found += [PartReading(model, ("masc", case), 0) for case in CASES[1:]]
    if low[-1] in "ая":
        found += [PartReading(model, (gender, "nomn"), LIKELY) for gender in PERSONAL]
    for ending, cases in CONSONANT_FORMS.items():
        stem = low[: len(low) - len(ending)]
        if low.endswith(ending) and len(stem) > 1 and stem[-1] in HARD:
            found += [PartReading(like(stem, model), ("masc", case), GUESSED) for case in cases]
    for ending, cases in SOFT_FORMS.items():
        stem = low[: len(low) - len(ending)]
        if low.endswith(ending) and len(stem) > 1:
            own = "й" if stem[-1] in "аеёиоуыэюя" else "ь"
            found += [PartReading(like(stem + own, model), ("masc", case), GUESSED) for case in cases]
    for ending, cases in VOWEL_FORMS.items():
        stem = low[: len(low) - len(ending)]
        if low.endswith(ending) and len(stem) > 1 and stem[-1] in HARD:
            found += [
                PartReading(like(stem + "а", model), (gender, case), GUESSED) for gender in PERSONAL for case in cases
            ]
    return found


def _known_surnames(word: str) -> list[PartReading]:
    """The dictionary's readings: of surnames, and of nouns that a surname may look like (Чайка, Медведь)."""
    found = []
    for reading in parse(word):
        if reading.part != "NOUN" or reading.is_plural or not reading.case:
            continue
        is_surname = "Surn" in reading.grammemes
        if not is_surname and (POSSESSIVE.fullmatch(word.lower()) or "Name" in reading.grammemes):
            continue
        genders = [reading.gender] if is_surname and reading.gender in PERSONAL else list(PERSONAL)
        nominative = nominative_of(word, reading)
        if not is_surname and reading.gender == "masc":
            genders = ["masc"]
        found += [PartReading(nominative, (gender, reading.case), LIKELY) for gender in genders]
    return found


def _hyphenated(word: str, read: Callable[[str], tuple[PartReading, ...]]) -> tuple[PartReading, ...]:
    """A double name: both halves in one form (Салтыков-Щедрин), or only the last one changes (Миклухо-Маклай)."""
    left, right = word.split("-", 1)
    lefts = _by_form(read(left))
    found = []
    for reading in read(right):
        same = lefts.get(reading.form)
        own = same.nominative if same else left
        found.append(PartReading(f"{own}-{reading.nominative}", reading.form, reading.trust))
    return tuple(found)
