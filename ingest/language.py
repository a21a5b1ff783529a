"""The language of a document by its letters."""

from typing import Literal

import numpy as np

_CYRILLIC = ("А", "я")
_LATIN = (("A", "Z"), ("a", "z"))

RUSSIAN_SHARE = 0.5  # of the letters: names and addresses in Latin do not make a Russian text English


def language(text: str) -> Literal["ru", "en"]:
    """`ru` when at least half of the letters are Cyrillic, else `en`.

    >>> language("Кластер INNO"), language("Cluster"), language("")
    ('ru', 'en', 'en')
    """
    codes = np.frombuffer(text.encode("utf-32-le", errors="surrogatepass"), dtype=np.uint32)

    def count(first: str, last: str) -> int:
        return int(np.count_nonzero((codes >= ord(first)) & (codes <= ord(last))))

    cyrillic, latin = count(*_CYRILLIC), sum(count(*stretch) for stretch in _LATIN)
    return "ru" if cyrillic and cyrillic >= RUSSIAN_SHARE * (cyrillic + latin) else "en"
