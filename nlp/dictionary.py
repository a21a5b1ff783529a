"""The ways to read a Russian word form, and its other forms: pymorphy3's dictionary and, for what it lacks, its guess.

What stands in the dictionary is read from its compiled tables themselves, a fifth of what `MorphAnalyzer.parse` costs:
a word form is a stem between the prefix and the suffix of a place in a paradigm, and what a place has to say is kept.
Korobov, "Morphological Analyzer and Generator for Russian and Ukrainian Languages", 2015, arXiv:1503.07283.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

READINGS_KEPT = 8  # readings a form; what comes after is noise of the guesser
WORDS_KEPT = 50_000  # words whose ways and forms are asked again shortly after
SHORTEST_REST, LONGEST_LEAD = 3, 5  # letters: what may be left of a word without its first letters, and how many
DOUBT = 0.5  # the score of a guess before all are made to sum up to one

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
    """One way to read a word form: dictionary form, grammar, probability 0-1; its place in a paradigm and what stands
    before its own beginning there, or what pymorphy3 guessed."""

    form: str
    lemma: str
    grammar: Grammar
    score: float
    place: Place | None = None
    lead: str = ""
    guess: Any = None


@lru_cache(maxsize=WORDS_KEPT)
def ways(word: str) -> tuple[Way, ...]:
    """The ways to read a word in small letters, likeliest first."""
    found = _found(word)
    if not found:
        return _guessed(word)
    # a way is made as the tuple that it is: a third of the time of its own constructor, for every new word
    return tuple(
        [
            tuple.__new__(Way, (form, _lemma(form, place), place.grammar, score, place, "", None))
            for form, place, score in _weighed(word, found)[:READINGS_KEPT]
        ]
    )


def likeliest_lemma(word: str) -> str:
    """The dictionary form of the likeliest reading of a word in small letters."""
    found = _found(word)
    if not found:
        return ways(word)[0].lemma
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
    return way.lead + target.prefix + _stem(way.form[len(way.lead) :], way.place) + target.suffix


@cache
def analyzer() -> Any:
    """pymorphy3 with its dictionary, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _found(word: str) -> Sequence[tuple[str, Place]]:
    """The places of the dictionary where the word stands; е may stand for ё."""
    words, substitutes = _tables()
    if "е" not in word:  # twice as quick to look up
        return [(word, _place(paradigm, index)) for paradigm, index in words.get(word, ())]
    return [
        (form, _place(paradigm, index))
        for form, places in words.similar_items(word, substitutes)
        for paradigm, index in places
    ]


@cache
def _tables() -> tuple[Any, Any]:
    """The dictionary's word forms, and the letters that may stand for others."""
    morph = analyzer()
    return morph.dictionary.words, morph.char_substitutes


def _weighed(word: str, found: Sequence[tuple[str, Place]]) -> list[tuple[str, Place, float]]:
    """The places with their probabilities, likeliest first; equal ones where the dictionary knows of none."""
    estimated = analyzer().prob_estimator.p_t_given_w
    scores = [estimated.get(word + place.key, 0) for _, place in found]
    if not any(scores):
        return [(form, place, 1 / len(found)) for form, place in found]
    scored = [(form, place, score / estimated.MULTIPLIER) for (form, place), score in zip(found, scores, strict=True)]
    return sorted(scored, key=_score, reverse=True)


def _score(weighed: tuple[str, Place, float]) -> float:
    return weighed[2]


def _way_score(way: Way) -> float:
    return way.score


def _guessed(word: str) -> tuple[Way, ...]:
    found = _by_analogy(word) if PLAIN.fullmatch(word) else []
    if found and not analyzer().prob_estimator.p_t_given_w.has_keys_with_prefix(f"{word}:"):
        whole = sum(way.score for way in found)
        return tuple(way._replace(score=way.score / whole) for way in found[:READINGS_KEPT])
    return tuple(
        Way(guess.word, guess.normal_form, grammar_of(guess.tag), guess.score, guess=guess)
        for guess in analyzer().parse(word)[:READINGS_KEPT]
    )


PLAIN = re.compile("[а-яё]{4,}")


def _by_analogy(word: str) -> list[Way]:
    """A plain word that the dictionary lacks, read as it would be without its first letters (байт-код), then as words
    of its ending are (бутявк-ать), as the last units of the analyzer do; none where an earlier unit has its say."""
    units = _units()
    if any(len(word) - len(prefix) >= SHORTEST_REST for prefix in units.known.get_prefixes(word)):
        return []
    seen: set[tuple[str, str, int]] = set()
    found = []
    for cut in range(1, 1 + min(LONGEST_LEAD, len(word) - SHORTEST_REST)):
        lead = word[:cut]
        for form, place in _found(word[cut:]):
            key = (lead + form, place.key, place.paradigm)
            if key not in seen and place.tag.is_productive():
                seen.add(key)
                found.append(Way(lead + form, lead + _lemma(form, place), place.grammar, DOUBT, place, lead))
    return found + _by_ending(word, seen)


def _by_ending(word: str, seen: set[tuple[str, str, int]]) -> list[Way]:
    units = _units()
    found = []
    for number, prefix in units.prefixes:
        if not word.startswith(prefix):
            continue
        own = []
        total = 1
        for size in units.endings:
            for ending, place, count in _places_of(number, word[-size:]):
                total += count
                form = word[: len(word) - len(ending)] + ending
                key = (form, place.key, place.paradigm)
                if key not in seen:
                    seen.add(key)
                    own.append(Way(form, _lemma(form, place), place.grammar, count, place))
            if total > 1:
                break
        found += [way._replace(score=way.score / total * DOUBT) for way in own]
    return sorted(found, key=_way_score, reverse=True)


@lru_cache(maxsize=WORDS_KEPT)
def _places_of(prefix: int, ending: str) -> tuple[tuple[str, Place, int], ...]:
    """The places where words with this ending stand, with the ending as they spell it and how many they are."""
    morph = analyzer()
    found = (
        (spelt, _place(paradigm, index), count)
        for spelt, places in morph.dictionary.prediction_suffixes_dawgs[prefix].similar_items(
            ending, morph.char_substitutes
        )
        for count, paradigm, index in places
    )
    return tuple(one for one in found if one[1].tag.is_productive())


class Units(NamedTuple):
    """What the analyzer's guessing units go by: the one of known prefixes, the prefixes of paradigms with their
    numbers, and the lengths of endings, in the order in which they are tried."""

    known: Any
    prefixes: tuple[tuple[int, str], ...]
    endings: tuple[int, ...]


@cache
def _units() -> Units:
    by_name = {type(unit.analyzer).__name__: unit.analyzer for unit in analyzer()._units}
    ending = by_name["KnownSuffixAnalyzer"]
    return Units(by_name["KnownPrefixAnalyzer"], tuple(ending._paradigm_prefixes), tuple(ending._prediction_splits))


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


@lru_cache(maxsize=WORDS_KEPT)
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
