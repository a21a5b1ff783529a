"""Line-end hyphenation undone: which hyphens the typesetter put in, and which belong to the word."""

import re
from collections.abc import Callable

HYPHENS = "-\u00ad\u2010\u2011"

# First parts that Russian and English write with a hyphen: "социально-|экономический", "cross-|regional".
_COMPOUND_RU = re.compile(
    r"(?:^|-)(?:[а-яё]{2,}(?:онно|енно|ально|ельно|ивно|ично|ически|ческо|овно)"
    r"|(?:социально|научно|технико|культурно|северо|юго|северно|южно|опытно|учебно|бизнес|интернет|веб|медико|химико|"
    r"физико|военно|горно|лесо|пресс|вице|экс|мини|какой|кое|по|во|из|все|в))$",
    re.IGNORECASE,
)
_COMPOUND_EN = re.compile(
    r"(?:^|-)(?:self|non|cross|inter|co|high|low|long|short|well|so|up|one|two|three|first|second|third|hi|e|state|"
    r"small|large|medium|full|multi|public|decision|policy)$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def undone(before: str, after: str, is_written: Callable[[str], bool]) -> str | None:
    """What the end of `before` becomes when the next line `after` is joined to it without a line end.

    An empty string: the hyphen goes ("clus-|ter"). A hyphen: it stays ("31-|ФЗ", "социально-|экономический"). None: the
    lines are not one word. `is_written(word)` says whether the document writes that word somewhere inside a line.

    >>> undone("the develop-", "ment of clusters", lambda word: False)
    ''
    >>> undone("социально-", "экономического развития", lambda word: False)
    '-'
    >>> undone("в 2010-", "2015 годах", lambda word: False)
    '-'
    """
    if len(before) < 2 or before[-1] not in HYPHENS or not before[-2].isalnum() or not after[:1].isalnum():
        return None
    last, first = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
    if last is None or first is None or not first.group()[0].islower():
        return "-"
    left, right = last.group().lower(), first.group().lower()
    if before[-1] == "\u00ad" or is_written(left + right):
        return ""
    if is_written(f"{left}-{right}"):
        return "-"
    if len(right) >= 4 and (_COMPOUND_RU.search(left) or _COMPOUND_EN.search(left)):
        return "-"
    return ""
