"""Short names made of the first letters of long ones: РВК, ОИЯИ, HSE, СамГТУ."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from graph.resolution.letters import is_near, skeleton, stem
from graph.resolution.lexicon import DEDICATION, LEGAL_FORMS, PARENT_NAMES, STOP
from graph.resolution.meanings import has_meaning, has_subject, letters_abroad
from graph.resolution.short_forms import ABBREVIATIONS
from graph.resolution.words import is_own_letters, name_parts, words_in
from nlp.legal_forms import BUDGET
from nlp.normal import plain

SHORTEST, LONGEST = 2, 8
"""Letters of a short name."""
SMALL_WORDS = frozenset(("и", "в", "во", "на", "по", "для", "при", "of", "and", "for", "the", "in"))
NAMED = frozenset({"им", "имени"})
SHORTEST_ABROAD = 3
"""Letters of a short name of one language that is read into the words of the other."""
JOINED = {"санкт": "с", "петербургский": "пб", "петербурга": "пб"}
"""Words that a short name writes with other letters than their first: СПбГУ."""
OF_PLACE = re.compile("[сц]к(?:ий|ая|ое|ого|ой)$")
"""Words of which a short name may give a piece: СамГТУ, ТулГУ."""
PIECE = 4
"""Letters of the longest such piece."""
PLACED, MOST_OPEN = 2, 4
"""Words among which the place is looked for, and of which a short name may have more or less than the first letter."""
SHORTEST_OF_PIECES = 4
"""Letters of a short name that may be made of pieces, of halves of compounds, and without what many leave out."""
LEFT_OUT = ("научн", "исследовательск")
"""Beginnings of words that short names give or leave out: ВИАМ."""
LINKS = "ое"
"""What joins the halves of a compound: электр-о-технический."""
UNDER = re.compile(
    r"\bпри (?:президенте|правительстве)\b(?: российской федерации| рф| россии)?"
    r"|\bunder the (?:president|government) of (?:the )?russia\w*(?: federation)?"
)
"""Under whom an academy stands: it is no part of what it is called."""
AND = "и"
"""The small word of which a short name may have its letter: РАНХиГС."""
OF_THE_STATE = "г"
PETERSBURG = {"пб": "petersburg"}
"""Letters of short names that stand for a place in Latin letters: СПбГЭТУ."""
HALF = 4
"""Letters of the shortest half."""
OF_A_KIND = (
    *((short,) for short in ("фиц", "ниц", "гнц", "фнц", "нии", "нпо", "нпп")),
    *((rank, "исследовательский", "центр") for rank in ("федеральный", "национальный", "научно")),
    *((rank, "научный", "центр") for rank in ("федеральный", "государственный")),
)
"""Kinds that stand before a name which has a short form of its own."""
PARENTS_AT_END = sorted(
    {("ран",), ("ras",), *(tuple(word for word in name if word not in SMALL_WORDS) for name in PARENT_NAMES)},
    key=lambda words: (-len(words), words),
)
BEGINNING = 8
"""Letters of a half that must be known."""


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words that can stand in a short name: no small words, no legal form.

    >>> words_of("ОАО «Российская венчурная компания»")
    ('российская', 'венчурная', 'компания')
    """
    words = words_in(UNDER.sub("", plain(name)))
    return tuple(
        word
        for place, word in enumerate(words)
        if is_own_letters(words, place)
        or not (word in SMALL_WORDS or word in LEGAL_FORMS or word in NAMED or BUDGET.fullmatch(word))
    )


def without_honours(words: tuple[str, ...], honours: frozenset[str]) -> tuple[str, ...]:
    """The words without those that only say whom a name honours."""
    said = [word for word in words if any(is_near(stem(word), honour) for honour in honours)]
    return tuple(word for word in words if word not in said and word not in DEDICATION) if said else words


@lru_cache(maxsize=50_000)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a short name is made of where more stand around it: without the body that the named one belongs to
    and the place at the end, and without a kind that has a short form of its own at the beginning.

    >>> core(("итпм", "ран")), core(("региональный", "центр", "инжиниринга", "пермского", "края"))
    (('итпм',), ('региональный', 'центр', 'инжиниринга'))
    >>> core(("фиц", "кнц", "ран")), core(("федеральный", "исследовательский", "центр", "кольский", "научный", "центр"))
    (('кнц',), ('кольский', 'научный', 'центр'))
    """
    start = next((len(kind) for kind in OF_A_KIND if words[: len(kind)] == kind), 0)
    end = len(words)
    while end > start + 1:
        parent = next((len(one) for one in PARENTS_AT_END if words[start + 1 : end][-len(one) :] == one), 0)
        if not parent and not (words[end - 1] in STOP or name_parts(words[end - 1]).places):
            break
        end -= parent or 1
    return words[start:end]


def initials(words: Sequence[str]) -> str:
    """The first letters of words.

    >>> initials(("российская", "венчурная", "компания"))
    'рвк'
    """
    return "".join(JOINED.get(word, word[0]) for word in words)


@lru_cache(maxsize=50_000)
def short_names(words: tuple[str, ...]) -> frozenset[str]:
    """The short names that may be made of words: of their first letters; longer ones with a piece of the place, with
    both halves of compounds, and without what short names leave out.

    >>> "самгту" in short_names(("самарский", "государственный", "технический", "университет"))
    True
    >>> "цаги" in short_names(("центральный", "аэрогидродинамический", "институт"))
    True
    """
    usual = initials(words)
    if any(word.isascii() for word in words) or len(words) > LONGEST:
        return frozenset({usual})
    rest = usual[len(initials(words[:MOST_OPEN])) :]
    made = map("".join, product(*(_letters(word, place) for place, word in enumerate(words[:MOST_OPEN]))))
    return frozenset({usual, *(name + rest for name in made if SHORTEST_OF_PIECES <= len(name + rest) <= LONGEST)})


def _letters(word: str, place: int) -> tuple[str, ...]:
    """What a short name may have of a word at this place."""
    if word in JOINED:
        return (JOINED[word],)
    if word.startswith(LEFT_OUT):
        return (word[0], "")
    is_place = place < PLACED and OF_PLACE.search(word) and not has_subject(word)
    return (*(word[:size] for size in range(1, PIECE + 1 if is_place else 2)), *_halves(word))


def _halves(word: str) -> Iterator[str]:
    """The first letters of both halves of a compound."""
    for at in range(HALF - 1, len(word) - HALF):
        half = word[at + 1 :]
        if word[at] in LINKS and (has_meaning(half[:BEGINNING]) or name_parts(half).places):
            yield word[0] + half[0]


def common_short(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Both names without a word of one that is a short name of neighbouring words of the other; None where there is no
    such word, or where it is known to stand for others.

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
    >>> common_short_abroad(("самгту",), ("samara", "state", "technical", "university"))
    ([], [])
    """
    left, right = list(one), list(other)
    found = _match_abroad(left, right)
    if found is None:
        swapped = _match_abroad(right, left)
        found = (swapped[1], swapped[0]) if swapped else None
    return found


def _match_abroad(left: list[str], right: list[str]) -> tuple[list[str], list[str]] | None:
    for place, word in enumerate(left):
        if not SHORTEST_ABROAD <= len(word) <= LONGEST or _is_word(word):
            continue
        if any(is_near(stem(word), stem(other)) for other in right):
            continue
        if found := _match_letters(left, right, place):
            return found
    return None


def _match_letters(left: list[str], right: list[str], place: int) -> tuple[list[str], list[str]] | None:
    """The same of one word, with and without its letter for "state", which translations leave out: СПбГЭТУ."""
    word = left[place]
    for letters in (word, *((word[0] + word[1:].replace(OF_THE_STATE, "", 1),) if OF_THE_STATE in word[1:-1] else ())):
        fewest = max(SHORTEST_ABROAD, len(letters) - PIECE + 1) if len(letters) >= SHORTEST_OF_PIECES else len(letters)
        for size in range(len(letters), fewest - 1, -1):
            for start in range(len(right) - size + 1):
                window = right[start : start + size]
                if all(other.isascii() != word.isascii() for other in window) and _is_short(letters, window):
                    return left[:place] + left[place + 1 :], right[:start] + right[start + size :]
    return None


def _is_short(letters: str, words: Sequence[str]) -> bool:
    """Whether each letter begins another of the words in the other language, or a few together a place."""
    if not letters or not words:
        return not letters and not words
    longest = min(PIECE, len(letters) - len(words) + 1)
    return any(
        _begins(letters[:size], word) and _is_short(letters[size:], [*words[:place], *words[place + 1 :]])
        for place, word in enumerate(words)
        for size in range(1, longest + 1)
    )


def _begins(letters: str, word: str) -> bool:
    sound = skeleton(letters)
    if word == PETERSBURG.get(letters):
        return True
    if len(letters) == 1:
        return sound in letters_abroad(word)
    return not has_subject(word) and len(sound) < len(stem(word)) and skeleton(word).startswith(sound)


def _match(left: list[str], right: list[str]) -> tuple[list[str], list[str]] | None:
    for place, word in enumerate(left):
        if not SHORTEST <= len(word) <= LONGEST or word in right or word in ABBREVIATIONS or _is_word(word):
            continue
        for start in range(len(right)):
            if skeleton(right[start][0]) != skeleton(word[0]):
                continue
            for end in range(start + 2, min(len(right), start + LONGEST) + 1):
                if _is_made(word, tuple(right[start:end])):
                    return left[:place] + left[place + 1 :], right[:start] + right[end:]
    return None


def _is_word(word: str) -> bool:
    """Whether a word means something, and is no short name."""
    return word in STOP or has_meaning(word) or bool(name_parts(word).places)


def _is_made(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word is short for others, as it is written or in Latin letters (NLMK), with or without an "and"."""
    shorts = short_names(words)
    if word.isascii() and not any(other.isascii() for other in words):
        return len(word) >= SHORTEST_OF_PIECES and skeleton(word) in map(skeleton, shorts)
    return word in shorts or (len(word) > SHORTEST_OF_PIECES and word.replace(AND, "", 1) in shorts)


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same but for their spelling."""
    return sorted(map(skeleton, one)) == sorted(map(skeleton, other))
