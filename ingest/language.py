"""The language of a document by its letters."""

from string import ascii_letters
from typing import Literal

_CYRILLIC = bytes(range(0xC0, 0x100))  # А to я in windows-1251
_LATIN = ascii_letters.encode()

RUSSIAN_SHARE = 0.5  # of the letters: names and addresses in Latin do not make a Russian text English


def language(text: str) -> Literal["ru", "en"]:
    """`ru` when at least half of the letters are Cyrillic, else `en`.

    >>> language("Кластер INNO"), language("Cluster"), language("")
    ('ru', 'en', 'en')
    """
    if text.isascii():
        return "en"
    letters = text.encode("cp1251", errors="replace")
    cyrillic = len(letters) - len(letters.translate(None, _CYRILLIC))
    latin = len(letters) - len(letters.translate(None, _LATIN))
    return "ru" if cyrillic and cyrillic >= RUSSIAN_SHARE * (cyrillic + latin) else "en"
