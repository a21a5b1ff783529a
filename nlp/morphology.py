"""Russian words in their dictionary form, and phrases in the nominative."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.record import record
from nlp.dictionary import Reading, inflected, is_known, likeliest_lemma, readings

FORMS_KEPT = 200_000  # word forms; a large library has about 150,000, and one costs about 1 kB

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MODIFIERS = frozenset({"ADJF", "PRTF"})
NOUNS = frozenset({"NOUN"})
DASHES = "-‐‑–—"


@lru_cache(maxsize=FORMS_KEPT)
def parse(word: str) -> tuple[Reading, ...]:
    """The readings of a word form, likeliest first; case of letters does not matter.

    A noun stands before a short adjective that is no likelier.

    >>> parse("парков")[0].lemma
    'парк'
    """
    found = readings(word.lower())
    return _nouns_first(found) if found and found[0].part == "ADJS" else found


def _nouns_first(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    first = [one for one in found if one.part == "NOUN" and one.score >= found[0].score]
    return (*first, *(one for one in found if one not in first))


def lemma(word: str) -> str:
    """The likeliest dictionary form, in small letters.

    >>> lemma("кластеров")
    'кластер'
    """
    return _lemma(word.lower())


@lru_cache(maxsize=FORMS_KEPT)
def _lemma(word: str) -> str:
    return likeliest_lemma(word)


@lru_cache(maxsize=FORMS_KEPT)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that the word may have."""
    return frozenset(reading.lemma for reading in parse(word))


def like(form: str, model: str) -> str:
    """`form` with the capitals of `model`.

    >>> like("глава", "Главы"), like("россия", "РОССИИ")
    ('Глава', 'РОССИЯ')
    """
    if len(model) > 1 and model.isupper():
        return form.upper()
    parts, models = form.split("-"), model.split("-")
    if len(parts) == len(models):
        return "-".join(_capital(part, kind) for part, kind in zip(parts, models, strict=True))
    return _capital(form, model)


def _capital(form: str, model: str) -> str:
    return form[:1].upper() + form[1:] if model[:1].isupper() else form


@lru_cache(maxsize=FORMS_KEPT)
def inflect(word: str, case: str, number: str = "", gender: str = "", *, part: str = "") -> str:
    """The word in another case (and number, gender), its capitals kept; the word itself where it does not change so."""
    wanted = frozenset(grammeme for grammeme in (case, number, gender) if grammeme)
    for reading in parse(word):
        if part and reading.part != part:
            continue
        form = inflected(reading, wanted)
        if form is not None:
            return like(_yo(form, word), word)
    return word


def _yo(form: str, source: str) -> str:
    """`form` without ё where the source writes its words without it: we change endings, not spelling."""
    return form if "ё" in source.lower() else form.replace("ё", "е")


def words_of(text: str) -> list[re.Match[str]]:
    """The words of a text, with their places."""
    return list(WORD.finditer(text))


def nominative(text: str, number: str = "") -> str:
    """A noun phrase with its head, and what agrees with it, in the nominative; the rest stays as it is.

    >>> nominative("Алтайского полимерного композитного кластера")
    'Алтайский полимерный композитный кластер'
    >>> nominative("заместителя Главы администрации Асиновского района", number="sing")
    'заместитель Главы администрации Асиновского района'
    """
    words = words_of(text)
    head = _head([word.group() for word in words], number)
    if head is None:
        return text
    forms = _inflected([word.group() for word in words[: head.index + 1]], head)
    pieces, place = [], 0
    for word, form in zip(words, forms, strict=False):
        pieces += [text[place : word.start()], form]
        place = word.end()
    return "".join([*pieces, text[place:]])


@record
class Head:
    """The word that a phrase hangs on: where it stands, and how it is read. `modifiers` are the places that agree
    with it."""

    index: int
    reading: Reading
    modifiers: tuple[int, ...] = ()


def head_of(words: Sequence[str], number: str = "") -> Head | None:
    """The head of a noun phrase: its first noun that the words before it agree with; None where there is no noun."""
    return _head(words, number)


def _head(words: Sequence[str], number: str) -> Head | None:
    modifiers: list[int] = []
    for index, word in enumerate(words[:12]):
        found = [reading for reading in parse(word) if not (number == "sing" and reading.is_plural)]
        nouns = [reading for reading in found if reading.part == "NOUN"]
        if _is_modifier(found) and not (nouns and _is_last(words, index)):
            modifiers.append(index)
            continue
        if nouns:
            return _agreeing(words, modifiers, index, nouns)
        if modifiers and found and found[0].part not in {"CONJ", "ADVB", "PREP"}:
            break
    return None


def _is_last(words: Sequence[str], index: int) -> bool:
    return index == len(words) - 1


def _is_modifier(found: Sequence[Reading]) -> bool:
    return bool(found) and any(reading.part in MODIFIERS for reading in found[:3])


def _agreeing(words: Sequence[str], modifiers: Sequence[int], index: int, nouns: Sequence[Reading]) -> Head | None:
    """The reading of the noun that the modifiers agree with; the nominative before others; a head among the modifiers
    ("управляющего делами") where none agrees."""
    ranked = sorted(nouns, key=lambda reading: (reading.case != "nomn", -reading.score))
    for noun in ranked:
        if all(_agrees(words[place], noun) for place in modifiers):
            return Head(index, noun, tuple(modifiers))
    if modifiers:  # a participle or an adjective that stands for a noun: исполняющего обязанности, управляющего делами
        place = modifiers[0]
        found = [reading for reading in parse(words[place]) if reading.part in MODIFIERS]
        return Head(place, sorted(found, key=lambda reading: reading.case != "nomn")[0])
    return Head(index, ranked[0])


def _agrees(word: str, noun: Reading) -> bool:
    return any(
        reading.part in MODIFIERS
        and reading.case == noun.case
        and (reading.is_plural == noun.is_plural)
        and (reading.is_plural or not noun.gender or reading.gender == noun.gender)
        and not (noun.case == "accs" and _animacy_clashes(reading, noun))
        for reading in parse(word)
    )


def _animacy_clashes(reading: Reading, noun: Reading) -> bool:
    return ("anim" in reading.grammemes and "inan" in noun.grammemes) or (
        "inan" in reading.grammemes and "anim" in noun.grammemes
    )


def _inflected(words: Sequence[str], head: Head) -> list[str]:
    """The words up to the head, the head and what agrees with it in the nominative."""
    if head.reading.case == "nomn":
        return list(words)
    number = "plur" if head.reading.is_plural else "sing"
    gender = "" if head.reading.is_plural else head.reading.gender
    forms = list(words)
    for place in head.modifiers:
        forms[place] = _modifier(words[place], number, gender)
    forms[head.index] = nominative_of(words[head.index], head.reading)
    return forms


def _modifier(word: str, number: str, gender: str) -> str:
    for part in ("ADJF", "PRTF"):
        form = inflect(word, "nomn", number, gender, part=part)
        if form != word:
            return form
    return word


def nominative_of(word: str, reading: Reading) -> str:
    """The word in the nominative of one of its readings, number and capitals kept; the word itself where there is
    none."""
    for own in parse(word):
        if own.grammemes == reading.grammemes and own.lemma == reading.lemma:
            form = inflected(own, NOMINATIVE)
            if form is not None:
                return like(_yo(form, word), word)
    return word


NOMINATIVE = frozenset({"nomn"})


@lru_cache(maxsize=FORMS_KEPT)
def is_in_dictionary(word: str) -> bool:
    """Whether the dictionary has the form, so that its readings are not guessed by its ending."""
    return is_known(word.lower())
