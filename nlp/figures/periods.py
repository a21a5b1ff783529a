"""When a figure holds: which date of its clause is its own, and which part of a year the words before a year name."""

import re
from collections.abc import Mapping, Sequence

from ingest.document import Span
from nlp.figures.amount import Amount
from nlp.figures.figure import Part
from nlp.figures.measures import is_compared_with
from nlp.mention import Mention

YEAR_LENGTH = 4
LEAD_REACH = 40  # characters before a year in which the words stand that make it its first day, or a part of it
JOINT_REACH = 12  # characters before a date or a number in which the preposition stands that leads to it
COMPARISON_REACH = 60  # characters before a date within which the words of a comparison stand

EDGE = re.compile(
    r"(?<!\w)(?:(?:на|к)\s+(?:(?P<last>кон(?:ец|цу))|начал[оу])|(?:at|by|as\s+of)\s+the\s+(?:(?P<last_en>end)|beginning|start)\s+of)\s+\Z",
    re.IGNORECASE,
)
"""What makes a year its last or its first day."""

HALF_OR_QUARTER = re.compile(
    r"(?<!\w)(?:the\s+)?(?P<number>перв(?:ом|ого|ое|ый|ые)|втор(?:ом|ого|ое|ой)|треть(?:ем|его)|трет[иь]й|четв[её]рт(?:ом|ого|ый)|"
    r"first|second|third|fourth|iii|iv|ii|i|[1-4])(?:[-–](?:м|ом|го|й|е))?"
    r"\s+(?P<part>полугоди[еяию]\w*|квартал\w*|half|quarter)(?:\s+of)?(?:\s+the\s+year)?\s+\Z",
    re.IGNORECASE,
)
MONTHS = re.compile(
    r"(?<!\w)(?:(?P<months>[1-9]|1[01]|шесть|девять|three|six|nine)\s+(?:месяц(?:ев|а)|months\s+of)|"
    r"(?P<half>полугоди[еию]))\s+\Z",
    re.IGNORECASE,
)
"""What makes of a year a part of it: "в первом полугодии", "за 9 месяцев"."""

NUMERALS: Mapping[str, int] = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
STEMS: tuple[tuple[str, int], ...] = (
    ("перв", 1), ("втор", 2), ("трет", 3), ("четв", 4), ("first", 1), ("second", 2), ("third", 3), ("fourth", 4),
    ("шесть", 6), ("девять", 9), ("three", 3), ("six", 6), ("nine", 9),
)  # fmt: skip
"""The numbers of halves, quarters and months, as they are written."""

BY = re.compile(r"(?<!\w)на\s+[*_]*\Z", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\([^()]*%[^()]*(?<!\w)к\s+", re.IGNORECASE)
TOWARDS = re.compile(r"[\s*_]*(?<!\w)к\s+\Z", re.IGNORECASE)
UNTIL = re.compile(r"\s*(?:год[ау]?|г\.?)?\s*(?:до|to)\s+[*_]*", re.IGNORECASE)
"""What stands between the date of the value before a change and the value after it: "в 2007 году до 11 % в 2011"."""

SINCE = re.compile(r"(?<!\w)(?:с|со|since|(?:период\w*|срок\w*)\s+до)\s+\Z", re.IGNORECASE)


def own_date(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> Mention | None:
    """The date that the clause gives for the number: the last one before it, else the first one after it."""
    inside = [
        date
        for date in dates
        if clause.start <= date.start
        and date.end <= clause.end
        and not is_compared(text, date)
        and not is_since(text, date)
        and not _is_base(text, amount, date, dates)
    ]
    before = [date for date in inside if date.end <= amount.start]
    after = inside[len(before) :]
    if before and after and UNTIL.fullmatch(text, before[-1].end, amount.at):
        return after[0]
    return before[-1] if before else after[0] if after else None


def _is_base(text: str, amount: Amount, date: Mention, dates: Sequence[Mention]) -> bool:
    """Whether "к 2016 году" says against which year a share is taken: right after it, or beside a later year."""
    if IN_BRACKETS.fullmatch(text, amount.end, date.start):
        return True
    if amount.unit != "%" or not TOWARDS.search(text, max(0, date.start - JOINT_REACH), date.start):
        return False
    value = str(date.attributes["value"])
    later = any(str(other.attributes["value"]) > value for other in dates if other.start < date.start)
    is_change = BY.search(text, max(0, amount.start - JOINT_REACH), amount.start) is not None
    return later or (not is_change and TOWARDS.fullmatch(text, amount.end, date.start) is not None)


def period_of(text: str, date: Mention) -> Part:
    """When a figure holds by its date: "на конец 2015 года" is the last day of the year, "at the beginning of" the
    first, "в первом полугодии" its first six months."""
    value = str(date.attributes["value"])
    if len(value) != YEAR_LENGTH:
        return Part(value, Span(date.start, date.end))
    reach = max(0, date.start - LEAD_REACH)
    if edge := EDGE.search(text, reach, date.start):
        day = "12-31" if edge["last"] or edge["last_en"] else "01-01"
        return Part(f"{value}-{day}", Span(edge.start(), date.end))
    if part := HALF_OR_QUARTER.search(text, reach, date.start):
        length = 6 if part["part"][0].casefold() in "пh" else 3
        last = length * _number(part["number"])
    elif part := MONTHS.search(text, reach, date.start):
        length = last = 6 if part["half"] else _number(part["months"])
    else:
        return Part(value, Span(date.start, date.end))
    months = f"{value}-{last - length + 1:02}/{value}-{last:02}"
    return Part(months if last <= 12 else value, Span(part.start(), date.end))


def _number(word: str) -> int:
    """The number that a word or a numeral of a half, a quarter or of months says.

    >>> [_number(word) for word in ("1", "II", "третьем", "первого", "девять", "fourth")]
    [1, 2, 3, 1, 9, 4]
    """
    low = word.casefold()
    if low.isdigit():
        return int(low)
    return NUMERALS[low] if low in NUMERALS else next(number for stem, number in STEMS if low.startswith(stem))


def is_compared(text: str, date: Mention) -> bool:
    """Whether a figure is only compared with what was at that date."""
    return is_compared_with(text, max(0, date.start - COMPARISON_REACH), date.start)


def is_since(text: str, date: Mention) -> bool:
    """Whether the date only begins or ends a time whose other end nothing says: "с 2003 года", "на период до 2020"."""
    return SINCE.search(text, max(0, date.start - LEAD_REACH), date.start) is not None and "/" not in str(
        date.attributes["value"]
    )
