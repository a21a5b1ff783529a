"""Initials beside a surname in either order, looked for from the initials: "А.Н. Потехин", "Сафину Л.Р."."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp.anchors import matches_at

WORD = r"[А-ЯЁ][а-яё]+(?:[-‑][А-ЯЁ][а-яё]+)?"
FIRST_WORD = r"[А-ЯЁ](?<![\w-].)[а-яё]+(?:[-‑][А-ЯЁ][а-яё]+)?"  # a first letter first: the search has what to look for
GAP = r"[^\S\n]*\n?[^\S\n]*"  # blanks of any kind, at most one line end
INITIALS_FIRST = re.compile(rf"([А-ЯЁ](?<![\w.].)\.{GAP}(?:[А-ЯЁ]\.{GAP})?)({WORD})(?![\w])")
CAPITALS = r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?"
INITIALS_FIRST_IN_CAPITALS = re.compile(rf"([А-ЯЁ](?<![\w.].)\.[^\S\n]?[А-ЯЁ]\.[^\S\n]?)({CAPITALS})(?![\w])")
INITIALS_LAST_IN_CAPITALS = re.compile(rf"(?<![\w-])({CAPITALS})[^\S\n]([А-ЯЁ]\.[^\S\n]?[А-ЯЁ]\.)")
INITIALS_LAST = re.compile(rf"({FIRST_WORD})[^\S\n]+\n?([А-ЯЁ]\.[^\S\n]?[А-ЯЁ](?:\.|(?![\w])))")
INITIAL = re.compile(r"[А-ЯЁ](?<!\w.)\.")
LAST_WORD = re.compile(r"[\w‑-]+\Z")
LONGEST_WORD = 60  # characters of a double surname
LONGEST_INITIALS = 8  # characters of two initials with what follows them


def initials_first(text: str) -> Iterator[re.Match[str]]:
    """What `INITIALS_FIRST.finditer(text)` gives: groups of the initials and of the name after them."""
    return matches_at(INITIALS_FIRST, _initials(text), text)


def initials_first_in_capitals(text: str) -> Iterator[re.Match[str]]:
    """The same with the surname in capitals."""
    return matches_at(INITIALS_FIRST_IN_CAPITALS, _initials(text), text)


def initials_last(text: str) -> Iterator[re.Match[str]]:
    """What `INITIALS_LAST.finditer(text)` gives: groups of the name and of the initials after it.

    >>> [match.groups() for match in initials_last("Глава: Петров-Водкин К.С., Ли А. Б.")]
    [('Петров-Водкин', 'К.С.'), ('Ли', 'А. Б.')]
    """
    return _before_initials(INITIALS_LAST, text)


def initials_last_in_capitals(text: str) -> Iterator[re.Match[str]]:
    """The same with the surname in capitals."""
    return _before_initials(INITIALS_LAST_IN_CAPITALS, text)


@lru_cache(maxsize=2)
def _initials(text: str) -> Sequence[int]:
    return [match.start() for match in INITIAL.finditer(text)]


def _before_initials(whole: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    done = 0
    for place in _initials(text):
        end = place
        while end > done and text[end - 1].isspace():
            end -= 1
        word = LAST_WORD.search(text, max(done, end - LONGEST_WORD), end)
        if word is not None and (match := whole.search(text, word.start(), place + LONGEST_INITIALS)) is not None:
            yield match
            done = match.end()
