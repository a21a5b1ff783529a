"""The language of a document by its letters."""

import re
from typing import Literal

_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")

RUSSIAN_SHARE = 0.5  # of the letters: names and addresses in Latin do not make a Russian text English


def language(text: str) -> Literal["ru", "en"]:
    """`ru` when at least half of the letters are Cyrillic, else `en`.

    >>> language("Кластер INNO"), language("Cluster"), language("")
    ('ru', 'en', 'en')
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    return "ru" if cyrillic and cyrillic >= RUSSIAN_SHARE * (cyrillic + latin) else "en"
