"""The ways to read a Russian word form, and its other forms: pymorphy3's dictionary and, for what it lacks, its guess.

What stands in the dictionary is read from its compiled tables themselves, a fifth of what `MorphAnalyzer.parse` costs:
a word form is a stem between the prefix and the suffix of a place in a paradigm, and what a place has to say is kept.
Korobov, "Morphological Analyzer and Generator for Russian and Ukrainian Languages", 2015, arXiv:1503.07283.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

READINGS_KEPT = 8  # readings a form; what comes after is noise of the guesser
GUESSES_KEPT = 50_000  # words that no dictionary has

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn", "neut")
OTHER_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


class Grammar(NamedTuple):
    """Part of speech and grammemes as in OpenCorpora; `case` is one of `CASES` or empty, `gender` one of `GENDERS` or
    empty (plural adjectives, words of common gender)."""

    part: str
    grammemes: frozenset[str]
    case: str
    gender: str
    is_plural: bool


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place in a paradigm: what its forms begin and end with, what they are, and their key in the table of
    probabilities."""

    paradigm: int
    index: int
    prefix: str
    suffix: str
    tag: Any
    key: str
    grammar: Grammar


class Way(NamedTuple):
    """One way to read a word form: dictionary form, grammar, probability 0-1; where it stands in the dictionary, or
    what pymorphy3 guessed."""

    form: str
    lemma: str
    grammar: Grammar
    score: float
    place: Place | None
    guess: Any


def ways(word: str) -> tuple[Way, ...]:
    """The ways to read a word in small letters, likeliest first."""
    found = _found(word)
    if not found:
        return _guessed(word)
    return tuple(
        Way(form, _lemma(form, place), place.grammar, score, place, None)
        for form, place, score in _weighed(word, found)[:READINGS_KEPT]
    )


def likeliest_lemma(word: str) -> str:
    """The dictionary form of the likeliest reading of a word in small letters."""
    found = _found(word)
    if not found:
        return _guessed(word)[0].lemma
    form, place = found[0]
    if len(found) > 1:
        form, place, _ = _weighed(word, found)[0]
    return _lemma(form, place)


def is_known(word: str) -> bool:
    """Whether the dictionary has the word in small letters; е may stand for ё."""
    morph = analyzer()
    return bool(morph.dictionary.words.similar_keys(word, morph.char_substitutes))


def inflected(way: Way, wanted: frozenset[str]) -> str | None:
    """The form of the same word that has the grammemes; None where there is none."""
    if way.place is None:
        form = way.guess.inflect(set(wanted))
        return None if form is None else str(form.word)
    index = _inflected(way.place.paradigm, way.place.index, wanted)
    if index is None:
        return None
    target = _place(way.place.paradigm, index)
    return target.prefix + _stem(way.form, way.place) + target.suffix


@cache
def analyzer() -> Any:
    """pymorphy3 with its dictionary, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _found(word: str) -> list[tuple[str, Place]]:
    """The places of the dictionary where the word stands; е may stand for ё."""
    morph = analyzer()
    return [
        (form, _place(paradigm, index))
        for form, places in morph.dictionary.words.similar_items(word, morph.char_substitutes)
        for paradigm, index in places
    ]


def _weighed(word: str, found: list[tuple[str, Place]]) -> list[tuple[str, Place, float]]:
    """The places with their probabilities, likeliest first; equal ones where the dictionary knows of none."""
    estimated = analyzer().prob_estimator.p_t_given_w
    scores = [estimated.get(word + place.key, 0) for _, place in found]
    if not any(scores):
        return [(form, place, 1 / len(found)) for form, place in found]
    scored = [(form, place, score / estimated.MULTIPLIER) for (form, place), score in zip(found, scores, strict=True)]
    return sorted(scored, key=_score, reverse=True)


def _score(weighed: tuple[str, Place, float]) -> float:
    return weighed[2]


@lru_cache(maxsize=GUESSES_KEPT)
def _guessed(word: str) -> tuple[Way, ...]:
    return tuple(
        Way(guess.word, guess.normal_form, grammar_of(guess.tag), guess.score, None, guess)
        for guess in analyzer().parse(word)[:READINGS_KEPT]
    )


@cache
def grammar_of(tag: Any) -> Grammar:
    """What a tag of OpenCorpora says; there are some five thousand."""
    grammemes = frozenset(map(str, tag.grammemes))
    case = next((case for case in CASES if case in grammemes), "")
    other = next((case for other, case in OTHER_CASES.items() if other in grammemes), "")
    gender = next((gender for gender in GENDERS if gender in grammemes), "")
    return Grammar(str(tag.POS or ""), grammemes, case or other, gender, "plur" in grammemes)


@cache
def _place(paradigm: int, index: int) -> Place:
    """A place of the tables: suffixes, tags and prefixes stand in a row of a paradigm, a third each."""
    tables = analyzer().dictionary
    row = tables.paradigms[paradigm]
    size = len(row) // 3
    tag = tables.gramtab[row[size + index]]
    prefix, suffix = tables.paradigm_prefixes[row[2 * size + index]], tables.suffixes[row[index]]
    return Place(paradigm, index, prefix, suffix, tag, f":{tag}", grammar_of(tag))


def _stem(form: str, place: Place) -> str:
    return form[len(place.prefix) : len(form) - len(place.suffix)]


def _lemma(form: str, place: Place) -> str:
    if place.index == 0:
        return form
    first = _place(place.paradigm, 0)
    return first.prefix + _stem(form, place) + first.suffix


@lru_cache(maxsize=GUESSES_KEPT)
def _inflected(paradigm: int, index: int, wanted: frozenset[str]) -> int | None:
    """The place of the paradigm that has the grammemes and is likest the place at `index`, as `Parse.inflect` has it;
    None where there is none."""
    size = len(analyzer().dictionary.paradigms[paradigm]) // 3
    tags = [_place(paradigm, other).tag for other in range(size)]
    fitting = [other for other, tag in enumerate(tags) if wanted <= tag.grammemes]
    asked = wanted
    if not fitting:
        asked = analyzer().TagClass.fix_rare_cases(wanted)
        fitting = [other for other, tag in enumerate(tags) if asked <= tag.grammemes]
    likest = tags[index].updated_grammemes(asked)

    def likeness(other: int) -> float:
        grammemes = tags[other].grammemes
        return len(likest & grammemes) - 0.1 * len(likest ^ grammemes)

    return max(fitting, key=likeness, default=None)
