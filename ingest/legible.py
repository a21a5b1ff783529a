"""Whether a page's text layer says what the page shows: letters that make words, told by their statistics."""

import re
from collections.abc import Sequence
from operator import mul

from ingest.letters import (
    ACCENTED,
    CONTROL,
    CYRILLIC,
    LATIN,
    RUSSIAN,
    code_points,
    counted,
    odd_places,
)

ENOUGH = 120  # letters below which statistics say nothing
TOKENS = 12  # words below which their shape says nothing
SAMPLE = 900  # characters of a page whose words are looked at
COUNTED = 1200  # characters of a page, evenly taken, whose letters are counted
ODD_WORDS = 0.25  # share of words with letters and signs mixed as no language mixes them
LIKENESS = (
    0.33  # the least correlation of letter frequencies with the language's; tables of one word have 0.4, text 0.8
)
FOREIGN_SHARE = 0.4  # share of Latin letters with accents, as windows-1251 read as windows-1252 gives
PREFIX_SHARE = 0.3  # share of "Р" and "С" among Cyrillic letters, as UTF-8 read as windows-1251 gives

# How often each letter of `RUSSIAN` and `ENGLISH` comes in a thousand of running text: Russian by the Russian National
# Corpus, English by Norvig's count of Google Books.
OFTEN_RUSSIAN = (
    *(110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20),
    *(19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3),
)
OFTEN_ENGLISH = (125, 93, 80, 76, 76, 72, 65, 63, 51, 41, 38, 33, 27, 25, 24, 21, 19, 17, 17, 15, 11, 5, 2, 2, 1, 1)
PREFIXES = tuple(map(RUSSIAN.index, "рс"))  # what the first byte of Cyrillic in UTF-8 is in windows-1251
WORD = re.compile(r"\S{3,}")
ODD = re.compile(
    r"[^\W\d_][\\^_`\[\]{}|@;<>~=©§¤¦¨ª¬¯°±´¶·¸º]+[^\W\d_]|[\\^\]`{}|][^\W\d_]{2}|[^\W\d_]{2}[\\^\[`{}|](?!\d)"
    r"|[a-zа-яё][A-ZА-ЯЁ]"
)
TOKEN = re.compile(r"[^\W\d_]+")
SMALL_WORD = re.compile(
    r"и|в|на|с|по|не|что|для|от|из|к|о|за|при|как|или|также|до|у|во|со|его|их"
    r"|the|of|and|to|in|is|for|on|with|by|as|that|be|at|are|this|from|or|it|was"
)
SMALL_SHARE = 0.06  # of all words; running text has 0.15 and more
ADDRESS = re.compile(r"@|://|www\.|\.\w{2,4}/|[\w-]+\.(?:ru|com|org|net|рф)\b")


def unreadable(text: str) -> str:
    """Why the text cannot be what the page shows, in words; empty when nothing speaks against it.

    >>> unreadable("Федеральный закон от 31 декабря 2014 г. № 488-ФЗ «О промышленной политике в Российской Федерации»")
    ''
    >>> bool(unreadable("Ih^jy^qbd h[yaZg h[_ki_qblv dhgljhev imlzf aZdexq_gby ^h]hjZ gZ kljhbl_evguc gZ^ahj " * 2))
    True
    """
    codes = code_points(text)
    taken = codes[:: max(1, len(codes) // COUNTED)]
    counts = counted(taken)
    letters = sum(counts[:CONTROL])
    if not letters:
        return "" if re.search(r"\d", text) and not re.search(r"[^\d\s.,:%()/–-]", text) else "it holds no letters"
    if counts[CONTROL] > max(3, 0.02 * len(taken)):
        return "it is full of control characters"
    # Looking for the odd places alone is much quicker than for the words that hold them.
    if odd_places(codes[:SAMPLE]) > ODD_WORDS * TOKENS and _is_odd(text[:SAMPLE]):
        return "its letters make no words"
    return _odd_letters(counts, letters) if letters >= ENOUGH else ""


def has_function_words(text: str) -> bool:
    """Whether the text holds the small words that every sentence of Russian or English is built with.

    >>> has_function_words("Кластер создан в 2012 году и объединяет предприятия Пермского края.")
    True
    >>> has_function_words("Knactep co3gaH B 2012 rogy n o6begnHaet npegnpnatna lepmckoro kpaa.")
    False
    """
    words = TOKEN.findall(text.lower())
    return sum(SMALL_WORD.fullmatch(word) is not None for word in words) > SMALL_SHARE * len(words)


def _is_odd(text: str) -> bool:
    """Whether many words mix letters, capitals and signs as no language does."""
    words = [word for word in WORD.findall(text) if not ADDRESS.search(word)]
    odd = sum(bool(ODD.search(word)) for word in words)
    return len(words) >= TOKENS and odd > ODD_WORDS * len(words)


def _odd_letters(counts: Sequence[int], letters: int) -> str:
    """What is wrong with how often each kind of character comes, `letters` of them in all."""
    russian, english = counts[: len(RUSSIAN)], counts[len(RUSSIAN) : CYRILLIC]
    cyrillic = sum(russian) + counts[CYRILLIC]
    latin = sum(english) + counts[LATIN] + counts[ACCENTED]
    if counts[ACCENTED] > FOREIGN_SHARE * letters:
        return "its letters are those of another character set"
    if cyrillic >= ENOUGH:
        if sum(counts[letter] for letter in PREFIXES) > PREFIX_SHARE * cyrillic:
            return "its letters are those of another character set"
        if _likeness(russian, OFTEN_RUSSIAN) < LIKENESS:
            return "its letters make no words"
    if latin >= ENOUGH and latin >= cyrillic and _likeness(english, OFTEN_ENGLISH) < LIKENESS:
        return "its letters make no words"
    return ""


def _likeness(observed: Sequence[int], expected: Sequence[int]) -> float:
    """Pearson's correlation between how often letters come and how often they should; 0 when all come equally often."""
    count = len(expected)
    about = sum(map(mul, expected, observed)) - sum(expected) * sum(observed) / count
    spread = 1.0
    for numbers in (expected, observed):
        spread *= sum(map(mul, numbers, numbers)) - sum(numbers) ** 2 / count
    return about / spread**0.5 if spread > 0 else 0.0
