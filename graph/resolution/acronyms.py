"""Short names made of the first letters of long ones: РВК, ОИЯИ, HSE."""

from collections.abc import Sequence
from functools import lru_cache

from graph.resolution.letters import skeleton
from graph.resolution.lexicon import LEGAL_FORMS
from graph.resolution.words import WORD
from nlp.normal import plain

SHORTEST, LONGEST = 2, 8
"""Letters of a short name."""
SMALL_WORDS = frozenset(("и", "в", "во", "на", "по", "для", "при", "of", "and", "for", "the", "in"))
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
    where there is no such word.

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


def _match(left: list[str], right: list[str]) -> tuple[list[str], list[str]] | None:
    for place, word in enumerate(left):
        if not SHORTEST <= len(word) <= LONGEST or word in right:
            continue
        for start in range(len(right)):
            for end in range(start + 2, min(len(right), start + LONGEST) + 1):
                if initials(right[start:end]) == word:
                    return left[:place] + left[place + 1 :], right[:start] + right[end:]
    return None


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same but for their spelling."""
    return sorted(map(skeleton, one)) == sorted(map(skeleton, other))
