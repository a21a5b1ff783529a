"""Items of an enumeration and parts of a whole: the words before the first number are said of all of them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.document import Span
from ingest.record import record
from nlp.figures.amount import Amount
from nlp.figures.clause import OF_THEM, is_count, sides
from nlp.figures.figure import Figure
from nlp.figures.said import RELATIVE
from nlp.figures.wording import worded
from nlp.mention import Mention
from nlp.morphology import parse

PART = re.compile(
    r"\s*(?:из\s+(?:них|которых)|в\s+том\s+числе|в\s+т\.\s?ч\.|of\s+(?:them|which|these|those|whom)|including)(?!\w)",
    re.IGNORECASE,
)
"""What begins the words of a part of what was counted before."""

JOINT = re.compile(r"(?:[,;:]|\s(?:и|а\s+также|and))[\s*_]*\Z", re.IGNORECASE)
"""What stands between the items of an enumeration."""

ENGLISH_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|can|do|does|did|came|come|go|went|take|took|ran|runs?|rose|fell|grew|got|"
    r"made|makes?|held|led|gave|gives?|works?|operates?|[a-z]{2,}ed)\b"
)
"""The commonest verbs, and what ends as the past of most others."""

JOINT_REACH = 12  # characters before an item in which it stands

PARTED = re.compile(PART.pattern.removeprefix(r"\s*"), re.IGNORECASE)
"""The same anywhere in a sentence."""

WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[a-z]{2}")
TELLING = frozenset({"VERB", "PRTS", "INFN"})


@record
class Lead:
    """The words that the items of an enumeration share; of parts of a whole they name the whole."""

    words: str
    is_whole: bool


def lead_of(
    text: str, clause: Span, amount: Amount, dates: Sequence[Mention], *, before: Lead | None, whole: Figure | None
) -> Lead | None:
    """What the number shares with others: the words of `whole`, the figure right before, of which it counts a part; the
    verb before it, for itself and those after it; else what the item before it had. What stands behind a part may be
    another part or no part at all."""
    part = PART.match(text, clause.start, amount.start) or OF_THEM.match(text, amount.end, clause.end)
    if part is not None:
        known = whole is not None and _is_alike(amount, whole.amount)
        return Lead(f"{whole.measure.value}, {part[0].strip()}", is_whole=True) if whole and known else None
    if not text[clause.start : amount.start].strip(" *_\n"):
        return before if before is not None and not before.is_whole else None
    words, _ = sides(text, clause, amount, dates)
    is_lead = is_count(amount) and _leads(words) and RELATIVE.search(words) is None
    return Lead(words, is_whole=False) if is_lead else None


def _is_alike(one: Amount, other: Amount) -> bool:
    return (is_count(one) and is_count(other)) or one.unit == other.unit


def _leads(words: str) -> bool:
    """Whether the words say what is told of all items: a verb, or where they are."""
    readings = [parse(word)[0].part for word in WORD.findall(words)]
    if readings[-1:] == ["PREP"]:
        return False
    return readings[:1] == ["PREP"] or not {"VERB", "PRTS", "INFN", "ADJS"}.isdisjoint(readings)


def with_lead(text: str, clause: Span, amount: Amount, words: str, lead: Lead | None) -> str:
    """The words of an item or of a part, with those that it shares with others."""
    is_of_them = lead is not None and lead.is_whole and OF_THEM.match(text, amount.end) is not None
    if lead is None or (has_verb(words) and not is_of_them):
        return words
    if lead.is_whole:
        return f"{lead.words} {OF_THEM.sub('', words, count=1).lstrip() if is_of_them else words}"
    is_item = not text[clause.start : amount.start].strip(" *_\n") and JOINT.search(
        text, max(0, amount.start - JOINT_REACH), amount.start
    )
    if not is_item or not is_count(amount):
        return words
    return worded(lead.words, text[amount.end : clause.end], amount.value, is_counted=True)


@lru_cache(maxsize=1000)
def has_verb(words: str) -> bool:
    """Whether a verb tells what was done or is.

    >>> has_verb("applications came from"), has_verb("pilot clusters"), has_verb("построены школы")
    (True, False, True)
    """
    if LATIN.search(words) is not None and ENGLISH_VERB.search(words) is not None:
        return True
    return any(parse(word)[0].part in TELLING for word in WORD.findall(words))
