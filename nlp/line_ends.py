"""Words that a line end cut in two, made whole, with the way back to the source's offsets."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

BROKEN = re.compile(r"(?<=[а-яёa-z])(?:-|\u00ad)[^\S\n]*\n\s*(?=[а-яёa-z])|\u00ad")
"""A hyphen and a line end between small letters, or a soft hyphen."""

LINE_END = re.compile(r"-(?=[^\S\n]*\n)")
"""A hyphen at a line's end: quick to look for, because it begins with a letter of its own."""


@lru_cache(maxsize=2)
def unbroken(text: str) -> tuple[str, Callable[[int], int]]:
    """The text without the hyphens of line ends, and a function from its offsets to those of `text`.

    >>> whole, source = unbroken("поста-\\nновление № 5")
    >>> whole, source(10)
    ('постановление № 5', 12)
    """
    if "\u00ad" not in text and LINE_END.search(text) is None:
        return text, _same
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for gap in BROKEN.finditer(text):
        pieces.append(text[at : gap.start()])
        length += gap.start() - at
        at = gap.end()
        starts.append(length)
        shifts.append(at - length)
    pieces.append(text[at:])

    def source(offset: int) -> int:
        index = bisect_right(starts, offset)
        return offset + (shifts[index - 1] if index else 0)

    return "".join(pieces), source


def _same(offset: int) -> int:
    return offset
