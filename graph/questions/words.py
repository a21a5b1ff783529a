"""The words of a question or a name, and the forms they are compared in: dictionary form or stem."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from nlp.morphology import lemma, lemmas, parse
from ontology.iri import transliterate

FORMS_KEPT = 100_000  # word forms, about 0.5 kB each

_WORD = re.compile(
    r"\d{1,4}(?:[./-]\d{1,2}[./-]\d{1,4})(?!\d)"  # a day
    r"|\d+(?:[.,]\d+)+(?!\w)"  # 402.7
    r"|\d{4}(?=\s*[-–—]\s*\d{4})"  # the years of a range
    r"|[^\W_]+(?:[-‐‑/][^\W_]+)*"
)
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|\"[^\"]+\"|“[^“”]+”|„[^„“”]+[“”]")
_NUMBER_SIGN = re.compile(r"(?:№|\bN|\bNo\.?|\bномер(?:ом)?|\bnumber)\s*$", re.IGNORECASE)
_SIGN_REACH = 12  # characters before a number in which its sign ends: the longest sign is "номером "
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands in the text (`start`, `end`), its key, every form it may be, and how it is written:
    in quotation marks, after a number sign."""

    text: str
    start: int
    end: int
    key: str
    forms: frozenset[str] = field(repr=False)
    is_quoted: bool = False
    is_numbered: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_short_name(self) -> bool:
        """Whether it is an abbreviation in Latin capitals (IT), which no Russian or small word is."""
        return len(self.text) > 1 and self.text.isupper() and self.text.isascii()


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order.

    >>> [word.key for word in words("Кто управляет кластером «Новый Звёздный»?")]
    ['кто', 'управлять', 'кластер', 'новый', 'звездный']
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return tuple(
        Word(
            match.group(),
            match.start(),
            match.end(),
            key(match.group()),
            forms(match.group()),
            any(start <= match.start() < end for start, end in quoted),
            bool(_NUMBER_SIGN.search(text, max(0, match.start() - _SIGN_REACH), match.start())),
        )
        for match in _WORD.finditer(text)
    )


def keys(text: str) -> list[str]:
    """The keys of a text's words in order: `words` for a text of any length.

    >>> keys("Кто управляет кластером?")
    ['кто', 'управлять', 'кластер']
    """
    return [key(match.group()) for match in _WORD.finditer(text)]


def quotations(text: str) -> tuple[str, ...]:
    """What stands in quotation marks, without them.

    >>> quotations('кластер «Новый Звездный»')
    ('Новый Звездный',)
    """
    return tuple(match.group()[1:-1] for match in _QUOTED.finditer(text))


_INNER = re.compile(r"[«„“\"]([^«»„“”\"]+)[»“”\"]")


def inner_quotations(name: str) -> tuple[str, ...]:
    """The innermost quotations of a name, which it goes by alone.

    >>> inner_quotations('кластер "Технополис "Новый Звездный""')
    ('Новый Звездный',)
    """
    found = [match.group(1).strip() for match in _INNER.finditer(name)]
    inner = re.search(r"\"([^\"]+)\"\"", name)
    return (inner.group(1),) if inner else tuple(found)


@lru_cache(maxsize=FORMS_KEPT)
def key(word: str) -> str:
    """The one form a word is looked up by: dictionary form, stem, or the ISO day of a date.

    >>> key("Звёздном"), key("clusters"), key("31.12.2014"), key("488-ФЗ")
    ('звездный', 'cluster', '2014-12-31', '488-fz')
    """
    day = _DAY.fullmatch(word)
    if day:
        year, month, date = (day[3], day[2], day[1]) if day[3] else (day[4], day[5], day[6])
        return f"{year}-{int(month):02}-{int(date):02}"
    if word[:1].isdigit():
        return transliterate(word.replace("Ф3", "ФЗ").replace("‑", "-").replace("‐", "-")).casefold()
    if _CYRILLIC.search(word):
        return _plain(lemma(word))
    return _stem(word.casefold())


@lru_cache(maxsize=FORMS_KEPT)
def forms(word: str) -> frozenset[str]:
    """Every key the word may have, and the word itself."""
    if word[:1].isdigit() or not _CYRILLIC.search(word):
        return frozenset({key(word)})
    return frozenset({key(word), _plain(word), *(_plain(form) for form in lemmas(word))})


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е")


def _stem(word: str) -> str:
    """A word of English without its common endings: `managed`, `manages`, `managing` and `manage` are `manag`."""
    word = word.removesuffix("'s").replace("isation", "ization")
    if len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "ls" else word
            return _american(word)
    return _american(word[:-1] if word.endswith("e") and len(word) > 4 else word)


def _american(stem: str) -> str:
    """One spelling for both: `specialis` as `specializ`, `centr` as `center`, `programm` as `program`."""
    for british, american in (("alis", "aliz"), ("nis", "niz"), ("mis", "miz"), ("ntr", "nter"), ("gramm", "gram")):
        if stem.endswith(british):
            return stem.removesuffix(british) + american
    return stem


NAMING = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})  # OpenCorpora's grammemes of proper nouns


def is_proper(word: str) -> bool:
    """Whether a word is written like a name and is no common noun ("Департамент" at the head of a line is one).

    >>> is_proper("Галицкий"), is_proper("Департамент"), is_proper("галицкий"), is_proper("Pavlov")
    (True, False, False, True)
    """
    if not word[:1].isupper():
        return False
    return not any(reading.part == "NOUN" and not reading.grammemes & NAMING for reading in parse(word)[:1])


LONGEST_SHORT = 6  # letters of a company's short name in capitals (КАМАЗ); longer ones are headings


def is_naming(word: str) -> bool:
    """Whether a word is written like a name and can be one: of a person, a place, a company.

    >>> is_naming("Галицкий"), is_naming("КАМАЗ"), is_naming("Развитие"), is_naming("галицкий")
    (True, True, False, False)
    """
    if not word[:1].isupper() or not _CYRILLIC.match(word):
        return False
    is_short = word.isupper() and len(word) <= LONGEST_SHORT
    return is_short or (is_proper(word) and any(reading.grammemes & NAMING for reading in parse(word)))


_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("zh", "z"), ("kh", "h"), ("ts", "c"), ("ch", "c"), ("sh", "s"), ("ks", "x"),
    ("iu", "u"), ("yu", "u"), ("ju", "u"), ("ia", "a"), ("ya", "a"), ("ja", "a"), ("yo", "e"), ("ye", "e"), ("ie", "e"),
    ("y", "i"), ("j", "i"),
)  # fmt: skip


@lru_cache(maxsize=FORMS_KEPT)
def sound(word: str) -> str:
    """How a name sounds in Latin letters, whichever system it was transliterated by; "" for what is no name.

    >>> sound("Галицкий"), sound("Galitsky"), sound("Новый"), sound("Novy")
    ('galicki', 'galicki', 'novi', 'novi')
    """
    if not word or word[:1].isdigit():
        return ""
    latin = transliterate(word).casefold()
    for letters, one in _SOUNDS:
        latin = latin.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", latin))


def language_of(text: str) -> str:
    """`ru` where Cyrillic letters are not outnumbered three to one (Latin names stand in Russian questions), else `en`.

    >>> language_of("Кто управляет Novy Zvezdny?"), language_of("Who manages «Новый Звездный»?")
    ('ru', 'en')
    """
    outside = _QUOTED.sub(" ", text)
    cyrillic, latin = len(_CYRILLIC.findall(outside)), len(_LATIN.findall(outside))
    return "ru" if cyrillic * 3 > latin else "en"
