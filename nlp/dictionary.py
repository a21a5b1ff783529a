"""The readings of a Russian word form, and its other forms: pymorphy3's dictionary and, for what it lacks, its guess.

What stands in the dictionary is read from its compiled tables themselves, a fifth of what `MorphAnalyzer.parse` costs:
a word form is a stem between the prefix and the suffix of a place in a paradigm, and what a place has to say is kept.
Where a word stands is looked up once; its grammar is made only of words whose readings are asked.
Korobov, "Morphological Analyzer and Generator for Russian and Ukrainian Languages", 2015, arXiv:1503.07283.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

READINGS_KEPT = 8  # readings a form; what comes after is noise of the guesser
WORDS_KEPT = 50_000  # words whose places and forms are asked again shortly after
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


class Place(NamedTuple):
    """A place in a paradigm: what its forms begin and end with, what the dictionary form has instead, the number of its
    tag, and its key in the table of probabilities."""

    prefix: str
    suffix: str
    first_prefix: str
    first_suffix: str
    tag: int
    key: str


Seat = tuple[str, int, int, float, str]
"""Where a word form stands: the form as spelt there, its paradigm and its index in it, how likely it stands there, and
what a guess set aside before it."""

_score = itemgetter(3)


class Reading(NamedTuple):
    """One way to read a word form: dictionary form, part of speech and grammemes as in OpenCorpora, probability 0-1.

    `case` is one of `nomn gent datv accs ablt loct`, or empty; `gender` one of `masc femn neut`, or empty (plural
    adjectives, words of common gender). `source` is where the dictionary has it, or what pymorphy3 guessed.
    """

    form: str
    lemma: str
    part: str
    grammemes: frozenset[str]
    case: str
    gender: str
    is_plural: bool
    score: float
    seat: Seat | None = None
    guess: Any = None


@lru_cache(maxsize=WORDS_KEPT)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word in small letters, likeliest first."""
    found = _found(word)
    return _read(_weighed(word, found)) if found else _guessed(word)


def likeliest_lemma(word: str) -> str:
    """The dictionary form of the likeliest reading of a word in small letters."""
    found = _found(word)
    if not found:
        return readings(word)[0].lemma
    form, paradigm, index = found[0] if len(found) == 1 or not _is_weighed(word) else _weighed(word, found)[0][:3]
    return _lemma(form, _place(paradigm, index)) if index else form


def is_known(word: str) -> bool:
    """Whether the dictionary has the word in small letters; е may stand for ё."""
    return bool(_found(word))


def inflected(reading: Reading, wanted: frozenset[str]) -> str | None:
    """The form of the same word that has the grammemes; None where there is none."""
    if reading.seat is None:
        guessed = reading.guess.inflect(set(wanted))
        return None if guessed is None else str(guessed.word)
    form, paradigm, index, _, lead = reading.seat
    other = _inflected(paradigm, index, wanted)
    if other is None:
        return None
    target = _place(paradigm, other)
    return lead + target.prefix + _stem(form, _place(paradigm, index)) + target.suffix


def forms_of(lemma: str) -> Iterator[str]:
    """Every form of the words that the dictionary has under this dictionary form; е may stand for ё."""
    for form, paradigm, index in _found(lemma):
        if index == 0:
            stem = _stem(form, _place(paradigm, 0))
            for other in range(len(analyzer().dictionary.paradigms[paradigm]) // 3):
                place = _place(paradigm, other)
                yield place.prefix + stem + place.suffix


@cache
def analyzer() -> Any:
    """pymorphy3 with its dictionary, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _tables() -> tuple[Any, Any, Any]:
    """The dictionary's word forms, the letters that may stand for others, and how likely a form has a tag, in
    millionths."""
    morph = analyzer()
    return morph.dictionary.words, morph.char_substitutes, morph.prob_estimator.p_t_given_w


@lru_cache(maxsize=WORDS_KEPT)
def _found(word: str) -> Sequence[tuple[str, int, int]]:
    """The word as the dictionary spells it, with paradigm and index, wherever it stands there."""
    return [(form, *place) for form, places in _spelt(_tables()[0], word) for place in places]


def _weighed(word: str, found: Sequence[tuple[str, int, int]]) -> list[Seat]:
    """The places with their probabilities, likeliest first; equal ones where the dictionary knows of none."""
    if not _is_weighed(word):
        return [(*place, 1 / len(found), "") for place in found]
    estimated = _tables()[2]
    scores = [estimated.get(word + _place(paradigm, index)[5], 0) for _, paradigm, index in found]
    if not any(scores):
        return [(*place, 1 / len(found), "") for place in found]
    whole = estimated.MULTIPLIER
    seats = [(*place, score / whole, "") for place, score in zip(found, scores, strict=True)]
    if len(seats) > 1:
        seats.sort(key=_score, reverse=True)
    return seats


def _is_weighed(word: str) -> bool:
    """Whether the dictionary knows how likely any of the word's places is: of four words in ten."""
    return bool(_tables()[2].has_keys_with_prefix(f"{word}:"))


def _spelt(table: Any, letters: str) -> Any:
    """What a compiled table has of the letters, with е and with ё: pairs of how it spells them, and its records."""
    if "е" in letters:
        return table.similar_items(letters, _tables()[1])
    records = table.get(letters)  # twice as quick
    return [(letters, records)] if records else ()


def _read(seats: Sequence[Seat]) -> tuple[Reading, ...]:
    """What the likeliest of the seats, which come first, make of a word."""
    made = tuple.__new__
    found = []
    for seat in seats[:READINGS_KEPT]:
        form, paradigm, index, score, lead = seat
        place = _place(paradigm, index)
        lemma = lead + _lemma(form, place) if index else lead + form
        found.append(made(Reading, (lead + form, lemma, *_grammar(place[4]), score, seat, None)))
    return tuple(found)


EndingPlace = tuple[str, int, int, int, float]
"""An ending as it is spelt at a place, the place's paradigm, index and tag, and how likely a guess it is."""


def _guessed(word: str) -> tuple[Reading, ...]:
    seats = _by_analogy(word) if PLAIN.fullmatch(word) else []
    if seats and not _is_weighed(word):
        whole = sum(map(_score, seats))
        return _read([(*place, score / whole, lead) for *place, score, lead in seats[:READINGS_KEPT]])
    return tuple(
        Reading(guess.word, guess.normal_form, *grammar_of(guess.tag), guess.score, None, guess)
        for guess in analyzer().parse(word)[:READINGS_KEPT]
    )


PLAIN = re.compile("[а-яё]{4,}")


def _by_analogy(word: str) -> list[Seat]:
    """A plain word that the dictionary lacks, read as it would be without its first letters (байт-код), then as words
    of its ending are (бутявк-ать), as the last units of the analyzer do; none where an earlier unit has its say."""
    units = _units()
    if any(len(word) - len(prefix) >= SHORTEST_REST for prefix in units.known.get_prefixes(word)):
        return []
    seen: set[tuple[str, int, int]] = set()
    found = []
    for cut in range(1, 1 + min(LONGEST_LEAD, len(word) - SHORTEST_REST)):
        lead = word[:cut]
        for form, paradigm, index in _found(word[cut:]):
            tag = _place(paradigm, index).tag
            key = (lead + form, tag, paradigm)
            if key not in seen and _is_productive(tag):
                seen.add(key)
                found.append((form, paradigm, index, DOUBT, lead))
    return found + _by_ending(word, seen)


def _by_ending(word: str, seen: set[tuple[str, int, int]]) -> list[Seat]:
    """The word read as words of its longest known ending are, for each prefix of paradigms that it begins with."""
    units = _units()
    found: list[Seat] = []
    for number, prefix in units.prefixes:
        if not word.startswith(prefix):
            continue
        for ending, paradigm, index, tag, score in _ending_places(number, word):
            form = word[: len(word) - len(ending)] + ending
            if not seen or (form, tag, paradigm) not in seen:
                found.append((form, paradigm, index, score, ""))
        if prefix:  # the empty one comes last
            seen.update((form, _place(paradigm, index).tag, paradigm) for form, paradigm, index, *_ in found)
    return sorted(found, key=_score, reverse=True)


def _ending_places(prefix: int, word: str) -> Sequence[EndingPlace]:
    for size in _units().endings:
        if places := _places_of(prefix, word[-size:]):
            return places
    return ()


@lru_cache(maxsize=WORDS_KEPT)
def _places_of(prefix: int, ending: str) -> Sequence[EndingPlace]:
    """The places where words with this ending stand, each once."""
    total = 1
    counts: dict[tuple[str, int, int], tuple[int, int]] = {}
    for spelt, places in _spelt(analyzer().dictionary.prediction_suffixes_dawgs[prefix], ending):
        for count, paradigm, index in places:
            tag = _place(paradigm, index).tag
            if _is_productive(tag):
                total += count
                counts.setdefault((spelt, tag, paradigm), (index, count))
    return tuple(
        (spelt, paradigm, index, tag, count / total * DOUBT)
        for (spelt, tag, paradigm), (index, count) in counts.items()
    )


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
def _is_productive(tag: int) -> bool:
    """Whether new words may have the tag."""
    return bool(analyzer().dictionary.gramtab[tag].is_productive())


@cache
def _grammar(tag: int) -> Grammar:
    return grammar_of(analyzer().dictionary.gramtab[tag])


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
    suffixes, prefixes, tag = tables.suffixes, tables.paradigm_prefixes, row[size + index]
    return Place(
        prefixes[row[2 * size + index]],
        suffixes[row[index]],
        prefixes[row[2 * size]],
        suffixes[row[0]],
        tag,
        f":{tables.gramtab[tag]}",
    )


def _stem(form: str, place: Place) -> str:
    return form[len(place.prefix) : len(form) - len(place.suffix)]


def _lemma(form: str, place: Place) -> str:
    prefix, suffix, first_prefix, first_suffix, _, _ = place
    return first_prefix + form[len(prefix) : len(form) - len(suffix)] + first_suffix


@lru_cache(maxsize=WORDS_KEPT)
def _inflected(paradigm: int, index: int, wanted: frozenset[str]) -> int | None:
    """The place of the paradigm that has the grammemes and is likest the place at `index`, as `Parse.inflect` has it;
    None where there is none."""
    tables = analyzer().dictionary
    size = len(tables.paradigms[paradigm]) // 3
    tags = [tables.gramtab[_place(paradigm, other).tag] for other in range(size)]
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
