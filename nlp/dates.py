"""Dates and periods of time, as precise as the text gives them: `2014-12-31`, `2014-12`, `2015`, `2010/2015`."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from ingest.record import record
from nlp.mention import Mention
from nlp.triggers import SHORT, numbers
from nlp.words import word_set

MONTHS_RU = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_RU = (
    r"(?:январ[яьею]|феврал[яьею]|март[аеу]?|апрел[яьею]|ма[йяею]|июн[яьею]|июл[яьею]|август[аеу]?|сентябр[яьею]"
    r"|октябр[яьею]|ноябр[яьею]|декабр[яьею])"
)
MONTH_EN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)

_YEAR = re.compile(r"[12][09]\d\d|1[78]\d\d")
_OLD = ("17", "18")  # centuries of years that are told from numbers by a month or the word "year" alone
_PART = re.compile(r"(?<!\w)(?:(?P<quarter>Q[1-4]|[1-4]Q)|(?P<half>H[12]|[12]H))[ \xa0]\Z")
_YEAR_DIGITS = 4
_WORD = r"\s*(?:годов|годами|годах|годам|годы|года|году|годом|год|гг?(?!\w)\.?)"
_AFTER = re.compile(_WORD + r"(?!\w)", re.IGNORECASE)
_TO_YEAR = re.compile(r"(?:\s?[-–—/]\s?|\s+(?:по|до|to)\s+)((?:19|20)\d\d)(?!\d|[./-]\d)", re.IGNORECASE)
_ISO_END = re.compile(r"-(\d\d)-(\d\d)(?![\w-])")
_FIGURES = re.compile(r"(?<![\d.,/])\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?$|(?<![\d.,/])\d{1,2}\s\d{1,2}\.\s?$")
_QUOTE = r"[«»\"“”„']?"
_DAY_MONTH = re.compile(
    rf"{_QUOTE}\s?(?<!\d)\d{{1,2}}\s?{_QUOTE}\s+(?:{MONTH_RU})\s+$"
    rf"|(?<!\w){MONTH_EN}\s+\d{{1,2}}(?:st|nd|rd|th)?\s?,?\s+$"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_EN}\s?,?\s+$",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<!\w)({MONTH_RU}|{MONTH_EN})\s+$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"(?<!\w)({MONTH_RU}|{MONTH_EN})\s*(?:[-–—]|по|to|until)\s*$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?<!\w)(?:in|since|by|until|before|after|of|during|for|от|в|к|до|с|на|за|from)\s+$", re.IGNORECASE
)
_COUNTED = re.compile(r"[\w/]|[.,]\d|-\d|\s?%|\s+[а-яё]")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_MONTH_LETTERS = word_set(
    """
    рь ря ре рю ль ля ле лю рт та те ту ай ая ае аю нь ня не ню ст
    ry ch il ay ne ly st er an eb ar pr un ul ug ep pt ct ov ec
    """
)
"""What the names of months end with, in any case and short: before a year few other words do."""

_NEAR = 45  # characters before a year in which its day and month stand: "« 17 »   сентября   2017"


@record
class Date:
    """A date or period at `start:end`; `value` is ISO 8601, `rule` how it was read."""

    start: int
    end: int
    value: str
    rule: str


def find_dates(doc: Doc) -> list[Mention]:
    """`Date` mentions with their ISO 8601 `value`; each stretch of text belongs to the most precise reading."""
    text = doc._.document.text
    return [
        Mention("Date", date.start, date.end, text[date.start : date.end], None, {"value": date.value}, rule=date.rule)
        for date in read_dates(text)
    ]


def read_dates(text: str) -> Sequence[Date]:
    """The dates of a text in order: every one holds a year, and the reading starts from that.

    >>> [date.value for date in read_dates("от «17» октября 2017 г., на 2014-2020 годы, в мае 2015 г., in 2012")]
    ['2017-10-17', '2014/2020', '2015-05', '2012']
    >>> [date.value for date in read_dates("за январь - июнь 2017 года, с марта по май 2018 г.")]
    ['2017-01/2017-06', '2018-03/2018-05']
    """
    return tuple(_dates(text)) if len(text) < SHORT else _kept_dates(text)


@lru_cache(maxsize=2)
def _kept_dates(text: str) -> Sequence[Date]:
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[Date]:
    done = 0
    for start, end in numbers(text):
        if end - start != _YEAR_DIGITS or start < done or _YEAR.match(text, start) is None:
            continue
        date = _around(text, start, end, max(done, start - _NEAR))
        if date is not None:
            yield date
            done = date.end


def _around(text: str, start: int, end: int, left: int) -> Date | None:
    day = _day(text, start, end, left)
    if day is not None:
        return day
    before = text[start - 1 : start]
    if before in ("-", ".", ",", "/", "–") or before.isalpha():
        return None
    until = _TO_YEAR.match(text, end)
    if until is not None and until[1] > text[start:end] and _is_of_years(text, start, until.end()):
        return Date(start, _with_word(text, until.end()), f"{text[start:end]}/{until[1]}", "period")
    month = _MONTH.search(text, left, start) if _last_letters(text, left, start) in _MONTH_LETTERS else None
    number = month_number(month[1]) if month else None
    if month is not None and number is not None:
        return _months(text, month.start(), _with_word(text, end), f"{text[start:end]}-{number:02}")
    word = _AFTER.match(text, end)
    if word is not None:
        return Date(start, word.end(), text[start:end], "year")
    if part := _PART.search(text, left, start):
        return _part(part, text[start:end], end)
    if text.startswith(_OLD, start):
        return None
    if _PREPOSITION.search(text, left, start) and not _COUNTED.match(text, end):
        return Date(start, end, text[start:end], "year")
    return None


def _is_of_years(text: str, start: int, end: int) -> bool:
    """Whether two numbers are years: those of earlier centuries with the word for it alone."""
    return not text.startswith(_OLD, start) or _AFTER.match(text, end) is not None


def _part(part: re.Match[str], year: str, end: int) -> Date:
    """The quarter or the half of a year as English reports call it: "Q3 2020", "1H 2021"."""
    length = 3 if part["quarter"] else 6
    last = length * int(part[0].strip().strip("QH"))
    return Date(part.start(), end, f"{year}-{last - length + 1:02}/{year}-{last:02}", "part of a year")


def _months(text: str, start: int, end: int, value: str) -> Date:
    """The month at `start`, or the months from an earlier one of its year up to it: "январь – июнь 2017 г."."""
    first = _MONTH_BEFORE.search(text, max(0, start - _NEAR), start)
    number = month_number(first[1]) if first else None
    if first is None or number is None or f"{value[:_YEAR_DIGITS]}-{number:02}" >= value:
        return Date(start, end, value, "month")
    return Date(first.start(), end, f"{value[:_YEAR_DIGITS]}-{number:02}/{value}", "period")


def _day(text: str, start: int, end: int, left: int) -> Date | None:
    iso = _ISO_END.match(text, end)
    if iso is not None:
        value = _valid(int(text[start:end]), int(iso[1]), int(iso[2]))
        return Date(start, iso.end(), value, "iso_date") if value else None
    last = text[left:start].rstrip()[-1:]
    if last in ("", ",", ".", "/"):
        found = _FIGURES.search(text, max(left, start - 12), start) or _DAY_MONTH.search(text, left, start)
    elif last.isalnum() and (last < "Ѐ" or _last_letters(text, left, start) in _MONTH_LETTERS):
        found = _DAY_MONTH.search(text, left, start)
    else:
        return None
    value = parse_date(text[found.start() : end]) if found else None
    if found is None or value is None:
        return None
    lead = len(found[0]) - len(found[0].lstrip())
    return Date(found.start() + lead, _with_word(text, end), value, "day")


def _last_letters(text: str, left: int, start: int) -> str:
    """The last two letters before `start`, small."""
    return text[left:start].rstrip().rstrip(".")[-2:].lower()


def _with_word(text: str, end: int) -> int:
    word = _AFTER.match(text, end)
    return word.end() if word else end


def parse_date(text: str) -> str | None:
    """The day that `text` writes in full, as ISO 8601, or None when it writes none or one that no calendar has.

    >>> [parse_date(text) for text in ("«17» октября 2017 г.", "31/12/ 2014", "July 31, 2015", "31.02.2015")]
    ['2017-10-17', '2014-12-31', '2015-07-31', None]
    """
    parts = _PARTS.findall(text)
    numbers = [part for part in parts if part.isdigit()]
    month = next((number for part in parts if (number := month_number(part))), None)
    if len(numbers) < (3 if month is None else 2):
        return None
    if len(numbers[0]) == 4:
        return _valid(int(numbers[0]), int(numbers[1]), int(numbers[2])) if len(numbers) > 2 else None
    if month is None:
        return _valid(int("".join(numbers[2:])), int(numbers[1]), int(numbers[0]))
    return _valid(int("".join(numbers[1:])), month, int(numbers[0]))


def _valid(year: int, month: int, day: int) -> str | None:
    if year < 100:
        year += 2000 if year < CENTURY else 1900
    if not 1 <= month <= 12 or not 1800 <= year <= 2100 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


CENTURY = 50  # "12.03.09" is of this century, "12.03.92" of the last


def month_number(word: str) -> int | None:
    """The number of the month that a Russian or English word names in any case, else None.

    >>> month_number("октября"), month_number("мая"), month_number("July"), month_number("года")
    (10, 5, 7, None)
    """
    word = word.lower()
    for months in (MONTHS_RU, MONTHS_EN):
        for number, stem in enumerate(months, 1):
            if word.startswith(stem) and (stem != "ма" or word[2:] in ("й", "я", "е", "ю")):
                return number
    return None
