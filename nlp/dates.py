"""Dates and periods of time, as precise as the text gives them: `2014-12-31`, `2014-12`, `2015`, `2010/2015`."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from nlp.mention import Mention

MONTHS_RU = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH_RU = (
    r"(?:январ[яьею]|феврал[яьею]|март[аеу]?|апрел[яьею]|ма[йяею]|июн[яьею]|июл[яьею]|август[аеу]?|сентябр[яьею]|октябр[яьею]"
    r"|ноябр[яьею]|декабр[яьею])"
)
MONTH_EN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
QUOTE = r"[«»\"“”„']?"
YEAR_WORD = r"(?:\s*(?:года|году|годом|год|г\b\.?))"
NUMERIC = r"(?<![\d.,/])\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:19|20)\s?\d\s?\d(?![\d])"
WORDY_RU = rf"{QUOTE}\s?(?<!\d)\d{{1,2}}\s?{QUOTE}\s+{MONTH_RU}\s+(?:19|20)\d\d(?!\d)"
DAY_EN = r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?"
WORDY_EN = rf"(?:{MONTH_EN}\s+{DAY_EN}\s?,?\s+|{DAY_EN}\s+(?:of\s+)?{MONTH_EN}\s?,?\s+)(?:19|20)\d\d(?!\d)"
FULL_DATE = rf"(?:{NUMERIC}|{WORDY_RU}|{WORDY_EN})"
"""A day of a month of a year, in figures or words, without the word "года" after it."""

DASH = r"\s?[-–—/]\s?"
ISO = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
FULL = re.compile(FULL_DATE + YEAR_WORD + "?", re.IGNORECASE)
MONTH = re.compile(rf"\b({MONTH_RU}|{MONTH_EN})\s+((?:19|20)\d\d)\b{YEAR_WORD}?", re.IGNORECASE)
PERIOD = re.compile(
    rf"(?<![\w./-])(?:(?:с|from)\s+)?((?:19|20)\d\d)(?:{DASH}|\s+(?:по|до|to)\s+)((?:19|20)\d\d)(?![\w./-]\d)(?:\s*(?:годов|годами|годах|годам|годы|гг\b\.?|г\b\.?))?",
    re.IGNORECASE,
)
YEAR = re.compile(
    rf"(?<![\w.,/-])((?:19|20)\d\d){YEAR_WORD}"
    r"|\b(?:in|since|by|until|before|after|of|during|for|end\s+of|в|к|до|с)\s+((?:19|20)\d\d)(?![\w/-]|[.,]\d|\s?%|\s+[а-яё])",
    re.IGNORECASE,
)
PARTS = re.compile(r"\d+|[^\W\d_]+")


def find_dates(doc: Doc) -> list[Mention]:
    """`Date` mentions with their ISO 8601 `value`; of two that overlap the more precise stays."""
    text = doc.text
    taken: list[tuple[int, int]] = []
    mentions: list[Mention] = []
    for rule, read in RULES:
        found = [(start, end, value) for start, end, value in read(text) if not _overlaps(taken, start, end)]
        mentions.extend(
            Mention("Date", start, end, text[start:end], attributes={"value": value}, rule=rule)
            for start, end, value in found
        )
        taken = sorted(taken + [(start, end) for start, end, _ in found])
    return sorted(mentions, key=lambda mention: mention.start)


def parse_date(text: str) -> str | None:
    """The day that `text` writes in full, as ISO 8601, or None when it writes none or one that no calendar has.

    >>> [parse_date(text) for text in ("«17» октября 2017 г.", "31/12/ 2014", "July 31, 2015", "31.02.2015")]
    ['2017-10-17', '2014-12-31', '2015-07-31', None]
    """
    parts = PARTS.findall(text)
    numbers = [part for part in parts if part.isdigit()]
    month = next((number for part in parts if (number := month_number(part))), None)
    if month is None:
        if len(numbers) < 3:
            return None
        day, month, year = int(numbers[0]), int(numbers[1]), int("".join(numbers[2:]))
    elif len(numbers) < 2:
        return None
    else:
        day, year = int(numbers[0]), int("".join(numbers[1:]))
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not 1 <= month <= 12 or not 1800 <= year <= 2100 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


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


def _read_iso(text: str) -> Iterator[tuple[int, int, str]]:
    for match in ISO.finditer(text):
        yield match.start(), match.end(), match.group()


def _read_days(text: str) -> Iterator[tuple[int, int, str]]:
    for match in FULL.finditer(text):
        value = parse_date(match.group())
        if value is not None:
            lead = len(match.group()) - len(match.group().lstrip())
            yield match.start() + lead, match.end(), value


def _read_months(text: str) -> Iterator[tuple[int, int, str]]:
    for match in MONTH.finditer(text):
        number = month_number(match.group(1))
        if number is not None:
            yield match.start(), match.end(), f"{match.group(2)}-{number:02}"


def _read_periods(text: str) -> Iterator[tuple[int, int, str]]:
    for match in PERIOD.finditer(text):
        if match.group(1) < match.group(2):
            yield match.start(), match.end(), f"{match.group(1)}/{match.group(2)}"


def _read_years(text: str) -> Iterator[tuple[int, int, str]]:
    for match in YEAR.finditer(text):
        group = 1 if match.group(1) else 2
        end = match.end() if group == 1 else match.end(2)
        yield match.start(group), end, match.group(group)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, end))
    return any(left < end and start < right for left, right in taken[max(0, at - 1) : at + 1])


RULES: tuple[tuple[str, Callable[[str], Iterator[tuple[int, int, str]]]], ...] = (
    ("iso_date", _read_iso),
    ("day", _read_days),
    ("period", _read_periods),
    ("month", _read_months),
    ("year", _read_years),
)
