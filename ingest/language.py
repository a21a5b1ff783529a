"""The language of a document by its letters."""

from string import ascii_letters
from typing import Literal

_CYRILLIC = 4  # the upper byte of U+0400 to U+04FF
_LATIN = ascii_letters.encode()

RUSSIAN_SHARE = 0.5  # of the letters: names and addresses in Latin do not make a Russian text English


def language(text: str) -> Literal["ru", "en"]:
    """`ru` when at least half of the letters are Cyrillic, else `en`.

    >>> language("Кластер INNO"), language("Cluster"), language("")
    ('ru', 'en', 'en')
    """
    if text.isascii():
        return "en"
    cyrillic = text.encode("utf-16-le", errors="surrogatepass")[1::2].count(_CYRILLIC)
    plain = text.encode("ascii", errors="ignore")
    latin = len(plain) - len(plain.translate(None, _LATIN))
    return "ru" if cyrillic and cyrillic >= RUSSIAN_SHARE * (cyrillic + latin) else "en"
