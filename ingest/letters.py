"""The characters of a text counted by kind: each letter of Russian and English, other letters, controls, and shapes.

A text is looked up as an array of code points; a page takes some twenty microseconds.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"
ENGLISH = "etaoinsrhldcumfpgwybvkxjqz"
SIGNS = "\\^_`[]{}|@;<>~=©§¤¦¨ª¬¯°±´¶·¸º"

CYRILLIC = len(RUSSIAN) + len(ENGLISH)
"""Kinds below it are the letters of the two strings, in their order; then follow other letters, controls, the rest."""
LATIN, ACCENTED, FURTHER, CONTROL, REST = range(CYRILLIC + 1, CYRILLIC + 6)
SIGN, SMALL, CAPITAL = 1, 2, 3

LAST = 0x530  # code points from here on stand in no table: a text of the two languages holds few, and no letters


def code_points(text: str) -> Codes:
    """The text as an array."""
    return np.frombuffer(text.encode("utf-32-le", errors="surrogatepass"), dtype=np.uint32)


def counted(codes: Codes) -> list[int]:
    """How many characters of each kind there are, capitals counted as small letters.

    >>> counts = counted(code_points("Ёж, eat Ω中"))
    >>> counts[RUSSIAN.index("ж")], counts[CYRILLIC], counts[FURTHER], counts[REST]
    (1, 1, 2, 3)
    """
    counts: list[int] = np.bincount(_table(_kind).take(codes, mode="clip"), minlength=REST + 1).tolist()
    for code in codes[codes >= LAST].tolist():
        counts[REST] -= 1
        counts[_kind(chr(code))] += 1
    return counts


def odd_places(codes: Codes) -> int:
    """How many signs that words do not hold there are, and capitals behind small letters.

    >>> odd_places(code_points("Iн[y iPhone")), odd_places(code_points("Пермь, 2014"))
    (2, 0)
    """
    shapes = _table(_shape).take(codes, mode="clip")
    camels = np.count_nonzero((shapes[:-1] == SMALL) & (shapes[1:] == CAPITAL))
    return int(np.count_nonzero(shapes == SIGN) + camels)


@cache
def _table(of: Callable[[str], int]) -> NDArray[np.uint8]:
    """A number for each code point; the last is that of all the others."""
    return np.array([of(chr(code)) for code in range(LAST)] + [of("\u2026")], dtype=np.uint8)


@cache
def _kind(character: str) -> int:
    """The kind that a character is counted as."""
    if not character.isalpha():
        return CONTROL if _is_control(character) else REST
    small = character.lower()[0]
    if small in RUSSIAN:
        return RUSSIAN.index(small)
    if small in ENGLISH:
        return len(RUSSIAN) + ENGLISH.index(small)
    if "\u0400" <= small < "\u0500":
        return CYRILLIC
    if small < "\u0250":
        return ACCENTED if small >= "\u00c0" else LATIN
    return FURTHER


def _is_control(character: str) -> bool:
    return character < "\x09" or "\x0d" < character < "\x20" or character == "\ufffd"


def _shape(character: str) -> int:
    """What words are told by: signs, small letters and capitals; 0 for all others."""
    if character in SIGNS:
        return SIGN
    small = character.lower()
    if "a" <= small <= "z" or "а" <= small <= "я" or small == "ё":
        return SMALL if character == small else CAPITAL
    return 0
