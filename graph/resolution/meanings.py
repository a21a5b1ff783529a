"""What words of names mean, in either language, by the beginnings that the lexicon has."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

from graph.resolution.letters import skeleton
from graph.resolution.lexicon import GENERIC, HEADS, PREFIXES, TITLES, lines
from graph.resolution.sciences import SCIENCES
from graph.resolution.subjects import DOMAINS
from graph.resolution.trades import TRADES

Part = Literal["head", "generic", "domain", "place", "number", "proper", "form"]
WORD = re.compile(r"[^\W\d_]+|\d+")
SPLITTING = frozenset({"bio", "chemistry", "nano", "agro", "radio", "power"})
"""Meanings that begin longer words, each part of which counts: биофармацевтический."""
LONG = 6
"""Letters from which the beginning of a word tells its meaning whatever follows (технолог-ический)."""
CONSTRUCTION: tuple[Part, str] = ("domain", "construction")
MAKING: tuple[Part, str] = ("generic", "making")
"""What construction is as the second part of a word: двигателестроительный."""
LINK = 4
"""Letters from which the rest of a word may be a word of its own, after a vowel that links both."""
ENDINGS = {3: 4, 4: 5, 5: 7}
LONG_ENDING = 12
"""Letters that may follow a beginning of so many letters, and a longer one."""
TITLE_ENDING = re.compile("(?:[еиь]?й?н?ск)?[а-я]{0,3}|[a-z]{0,3}")
"""What may follow the beginning of a word of a title: Северсталь is not north."""
DESCRIBING = re.compile("(?:[иы]й|[ао]я|ое|ые|ие|ого|ых|их|ой|ому?|[ei]c|al)$")
"""How adjectives end."""
COUNTRY = frozenset({"россии", "россия", "рф", "russia", "russian", "rf", "rossiya", "rossii", "rossiia"})
OF_COUNTRY = ("российск", "всероссийск", "общероссийск")
"""What says that a body is one of the whole country."""


def has_meaning(word: str) -> bool:
    """Whether the lexicon knows the word, or it is the country's name."""
    return bool(meanings(word)) or word in COUNTRY or word.startswith(OF_COUNTRY)


def has_subject(word: str) -> bool:
    """Whether the word says what a thing does."""
    return any(part == "domain" for part, _ in meanings(word))


@lru_cache(maxsize=50_000)
def letter_abroad(word: str) -> str:
    """The likeliest of `letters_abroad`.

    >>> letter_abroad("institute"), letter_abroad("rocket")
    ('i', 'k')
    """
    found = meanings(word)
    return _first_letters()[found[0]][0 if word.isascii() else 1][0] if found else skeleton(word)[:1]


@lru_cache(maxsize=50_000)
def letters_abroad(word: str) -> frozenset[str]:
    """The first letters, by sound, that a word may have in the other language: by its meaning, else its own.

    >>> sorted(letters_abroad("rocket")), letters_abroad("кемеровский")
    (['k', 'r'], frozenset({'k'}))
    """
    side = 0 if word.isascii() else 1
    found = {sound for meaning in meanings(word) for sound in _first_letters()[meaning][side]}
    return frozenset(found or {skeleton(word)[:1]})


@cache
def _first_letters() -> Mapping[tuple[Part, str], tuple[list[str], list[str]]]:
    """The first letters of the Russian and of the English words of each meaning, in the lexicon's order."""
    found: dict[tuple[Part, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for word, meaning in _lexicon():
        found[meaning][word.lstrip("=").isascii()].append(skeleton(word.lstrip("="))[:1])
    return found


@lru_cache(maxsize=50_000)
def meanings(word: str) -> tuple[tuple[Part, str], ...]:
    """What the beginning of a word means, or each part of a compound; nothing where the lexicon has no such word."""
    whole = _whole().get(word)
    if whole:
        return (whole,)
    found = _by_beginning(word, _beginnings()) or _compound(word)
    if found or not word.isascii():
        return found
    sound = skeleton(word)
    known = _sounds_whole().get(sound)
    return (known,) if known else _by_beginning(sound, _sounds(), shortest=4)


def _compound(word: str) -> tuple[tuple[Part, str], ...]:
    """The meanings of a first part, and of the kind or adjective behind it: авиазавод, electromechanical."""
    for first, prefixes in PREFIXES.items():
        for prefix in prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) > LINK:
                others = meanings(rest)
                is_kind = any(part == "head" for part, _ in others)
                if is_kind or (others and DESCRIBING.search(rest)):
                    return (("domain", first), *others)
    return ()


def _by_beginning(
    word: str, table: Mapping[str, tuple[Part, str]], *, shortest: int = 3
) -> tuple[tuple[Part, str], ...]:
    for end in range(len(word), shortest - 1, -1):
        known = table.get(word[:end])
        if known is None:
            continue
        rest = word[end:]
        is_word = len(rest) > LINK or (known[1] in SPLITTING and rest in _whole())
        others = meanings(rest) or meanings(rest[1:]) if is_word else ()
        if known[0] == "proper" and any(part != "proper" for part, _ in others):
            others = ()
        if others and word.isascii() == rest.isascii():
            return (known, *(MAKING if meaning == CONSTRUCTION else meaning for meaning in others))
        if known[1] in SPLITTING and rest and end < LONG:
            continue
        if known[0] == "proper" and not TITLE_ENDING.fullmatch(rest):
            continue
        if len(rest) <= ENDINGS.get(end, LONG_ENDING):
            return (known,)
    return ()


@cache
def _beginnings() -> Mapping[str, tuple[Part, str]]:
    return {word: meaning for word, meaning in _lexicon() if not word.startswith("=")}


@cache
def _sounds() -> Mapping[str, tuple[Part, str]]:
    """The Russian beginnings as transliterations sound."""
    return {skeleton(word): meaning for word, meaning in _lexicon() if not word.startswith("=") and not word.isascii()}


@cache
def _sounds_whole() -> Mapping[str, tuple[Part, str]]:
    return {skeleton(word): meaning for word, meaning in _whole().items() if not word.isascii()}


@cache
def _whole() -> Mapping[str, tuple[Part, str]]:
    return {word[1:]: meaning for word, meaning in _lexicon() if word.startswith("=")}


def _lexicon() -> Iterator[tuple[str, tuple[Part, str]]]:
    tables: tuple[tuple[Part, str], ...] = (
        ("domain", DOMAINS + TRADES + SCIENCES),
        ("generic", GENERIC),
        ("head", HEADS),
        ("proper", TITLES),
    )
    for part, table in tables:
        for meaning, (russian, english) in lines(table).items():
            yield from ((word, (part, meaning)) for word in (*russian, *english))
