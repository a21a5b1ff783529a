"""Short names made of the first letters of long ones: РВК, ОИЯИ, HSE."""

from collections.abc import Sequence
from functools import lru_cache

from graph.resolution.letters import skeleton
from graph.resolution.lexicon import ABBREVIATIONS, LEGAL_FORMS
from graph.resolution.words import WORD, letters_abroad
from nlp.normal import plain

SHORTEST, LONGEST = 2, 8
"""Letters of a short name."""
SMALL_WORDS = frozenset(("и", "в", "во", "на", "по", "для", "при", "of", "and", "for", "the", "in"))
SHORTEST_ABROAD = 3
"""Letters of a short name of one language that is read into the words of the other."""
JOINED = {"санкт": "с", "петербургский": "пб", "петербурга": "пб"}
"""Words that a short name writes with other letters than their first: СПбГУ."""


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words that can stand in a short name: no small words, no legal form.

    >>> words_of("ОАО «Российская венчурная компания»")
    ('российская', 'венчурная', 'компания')
    """
    return tuple(
        word
        for word in WORD.findall(plain(name))
        if word not in SMALL_WORDS and word not in LEGAL_FORMS and word not in {"им", "имени"}
    )


def initials(words: Sequence[str]) -> str:
    """The first letters of words.

    >>> initials(("российская", "венчурная", "компания"))
    'рвк'
    """
    return "".join(JOINED.get(word, word[0]) for word in words)


def common_short(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Both names without a word of one that is made of the first letters of neighbouring words of the other; None
    where there is no such word, or where it is known to stand for others.

    >>> common_short(("ркц", "прогресс"), ("ракетно", "космический", "центр", "прогресс"))
    (['прогресс'], ['прогресс'])
    """
    left, right = list(one), list(other)
    while True:
        found = _match(left, right)
        if found is None:
            swapped = _match(right, left)
            found = (swapped[1], swapped[0]) if swapped else None
        if found is None:
            break
        left, right = found
    return None if len(left) == len(one) else (left, right)


def common_short_abroad(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """The same across languages: each letter begins one of the neighbouring words, translated, in whatever order.

    >>> common_short_abroad(("ркц", "прогресс"), ("progress", "rocket", "space", "centre"))
    (['прогресс'], ['progress'])
    """
    left, right = list(one), list(other)
    found = _match_abroad(left, right)
    if found is None:
        swapped = _match_abroad(right, left)
        found = (swapped[1], swapped[0]) if swapped else None
    return found


def _match_abroad(left: list[str], right: list[str]) -> tuple[list[str], list[str]] | None:
    for place, word in enumerate(left):
        size = len(word)
        if not SHORTEST_ABROAD <= size <= LONGEST:
            continue
        for start in range(len(right) - size + 1):
            window = right[start : start + size]
            if all(other.isascii() != word.isascii() for other in window) and _is_short(word, window):
                return left[:place] + left[place + 1 :], right[:start] + right[start + size :]
    return None


def _is_short(letters: str, words: Sequence[str]) -> bool:
    """Whether each letter begins another of the words in the other language."""
    if not letters:
        return True
    first = skeleton(letters[0])
    return any(
        first in letters_abroad(word) and _is_short(letters[1:], [*words[:place], *words[place + 1 :]])
        for place, word in enumerate(words)
    )


def _match(left: list[str], right: list[str]) -> tuple[list[str], list[str]] | None:
    for place, word in enumerate(left):
        if not SHORTEST <= len(word) <= LONGEST or word in right or word in ABBREVIATIONS:
            continue
        for start in range(len(right)):
            for end in range(start + 2, min(len(right), start + LONGEST) + 1):
                if initials(right[start:end]) == word:
                    return left[:place] + left[place + 1 :], right[:start] + right[end:]
    return None


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same but for their spelling."""
    return sorted(map(skeleton, one)) == sorted(map(skeleton, other))
