"""The quoted title that follows a citation."""

import re

LONGEST_TITLE = 900  # characters; titles of amending acts quote the titles of others
_OPENING = re.compile(r"[*_]{0,2}\s*(?:г\.|года)?\s*,?\s*[*_]{0,2}(?P<quote>[«\"“„<]{1,2})")
_FAMILY = {"«": ("«<", "»>"), "<": ("«<", "»>"), "“": ("“„", "”"), "„": ("“„", "”“")}


def title_after(text: str, at: int) -> str | None:
    """The title in the quotes that open at `at` (blanks before them allowed), or None.

    >>> title_after("№ 1 «О программе «Дети» района» и", 3)
    'О программе «Дети» района'
    """
    found = quoted(text, at)
    return found[0] if found else None


def quoted(text: str, at: int) -> tuple[str, int] | None:
    """The text in the quotes that open at `at`, blanks collapsed, and where the closing quote ends."""
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    quote = opening["quote"][0]
    end = _closing(text, opening.end(), quote)
    title = " ".join(text[opening.end() : end].split()).strip('«»"“” ')
    return (title, min(end + 1, len(text))) if title else None


def _closing(text: str, start: int, quote: str) -> int:
    limit = min(len(text), start + LONGEST_TITLE)
    if quote not in _FAMILY:
        end = text.find('"', start, limit)
        return end if end >= 0 else limit
    opens, closes = _FAMILY[quote]
    depth, last = 1, -1
    for index in range(start, limit):
        if text[index] in opens:
            depth += 1
        elif text[index] in closes:
            depth, last = depth - 1, index
            if depth == 0:
                return index
        elif text[index] == "\n" and last >= 0 and text[last + 1 : index].strip(" ,;.") == "":
            return last  # quotes that never balance end with the line
    return last if last >= 0 else limit
