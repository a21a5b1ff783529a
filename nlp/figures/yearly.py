"""Sums that a text parts by years beneath a total: "8 млн рублей, в том числе: 2014 год – 3 млн рублей; 2015 – …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isclose

from ingest.document import Span
from ingest.record import record
from nlp.figures.amount import Amount, read_amounts
from nlp.figures.figure import Figure, Part

TAIL = re.compile(
    r"[\s,.;:(*–—-]*(?:(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них)(?:\s+по\s+годам)?|по\s+годам)[\s:,–—-]*",
    re.IGNORECASE,
)
"""What leads from a total to its years."""

YEAR = re.compile(
    r"[\s\-–—•●▪*;,.]*(?:(?:в|на|за)\s+)?(?P<year>(?:19|20)\d\d)\s*(?:год[а-я]*|гг?\.?)?\s*[-–—:]*\s*(?=\d)",
    re.IGNORECASE,
)
PART = re.compile(
    r"[\s\-–—•●▪*;,.()]*(?:(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них)[\s:,]*)?"
    r"(?:[^\d;:\n]{3,120}?[-–—:\s]\s*)?\d[\d\s\xa0.,]*(?:тыс\w*|млн|млрд)?\.?\s*(?:руб\w*\.?|₽)[^\S\n]*\)?(?!\s*,?\s*(?:в\s+том\s+числе|в\s+т\.\s?ч\.))",
    re.IGNORECASE,
)
INCLUDES = re.compile(r"[\s,(]*(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них)", re.IGNORECASE)
"""A part of a year's sum: whose money it is, and how much."""

YEAR_LINE = re.compile(
    r"(?:[:;\n]|\A)[ \t\-–—•●▪*]*(?:(?:в|на|за)\s+)?(?P<year>(?:19|20)\d\d)\s*(?:год[а-я]*|гг?\.?)?\s*[-–—:]+\s*"
    r"\d[\d\s\xa0.,]*(?:тыс\w*|млн|млрд)?\.?\s*руб\w*\.?(?=\s*[,(]?\s*(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них))",
    re.IGNORECASE,
)
"""A year's sum that goes on with its parts."""

LONGEST_GROUP = 400  # characters from a year to the last part of its sum
LONGEST_LINE = 60  # characters of a year's amount with its unit
CURRENCIES = ("руб.", "RUB", "долл.", "USD", "евро", "EUR")


@record
class Year:
    """A year's line with its sum, and how far its own parts reach."""

    period: Part
    amount: Amount
    end: int


def by_years(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, with those of the years beneath each total, and with the year of the parts of each year's sum."""
    made: list[tuple[Figure, int]] = []
    for figure in figures:
        lead = TAIL.match(text, figure.amount.end) if _is_total(figure) else None
        if lead is not None:
            made += _years(text, figure, lead.end())
    periods = [(Span(one.span.end, end), one.period) for one, end in made]
    taken = {one.span for one, _ in made}
    kept = [_dated(text, figure, periods) for figure in figures if not taken or figure.span not in taken]
    return [*kept, *(one for one, _ in made)]


def _is_total(figure: Figure) -> bool:
    unit = figure.amount.unit
    return figure.rule == "prose_figure" and unit is not None and unit.endswith(CURRENCIES)


def _dated(text: str, figure: Figure, periods: Sequence[tuple[Span, Part | None]]) -> Figure:
    """The figure with the year beneath whose sum it stands."""
    if figure.period is not None or not _is_total(figure):
        return figure
    at = figure.amount.at
    period = next((period for span, period in periods if span.start <= at < span.end), None)
    return replace(figure, period=period or _year_above(text, at))


def _year_above(text: str, at: int) -> Part | None:
    """The year whose sum stands over the part at `at`: "2017 год – 9 млн рублей, в том числе"."""
    lines = list(YEAR_LINE.finditer(text, max(0, at - LONGEST_GROUP), at))
    if not lines or _past_parts(text, lines[-1].end()) <= at:
        return None
    return Part(lines[-1]["year"], Span(lines[-1].start("year"), lines[-1].end("year")))


def _years(text: str, total: Figure, start: int) -> list[tuple[Figure, int]]:
    """The total's measure for each year, with where the parts of that year's sum end."""
    found = list(_lines(text, start, total.amount.unit))
    if len(found) < LEAST_YEARS or len({year.period.value for year in found}) < len(found):
        return []
    if not isclose(sum(float(year.amount.value) for year in found), float(total.amount.value), rel_tol=ROUNDED):
        return []
    return [(replace(total, amount=year.amount, period=year.period), year.end) for year in found]


LEAST_YEARS = 2  # one year alone is no parting by years
ROUNDED = 0.02  # of the total: years that sum up to something else are parts of another sum


def _lines(text: str, start: int, unit: str | None) -> Iterator[Year]:
    while (line := YEAR.match(text, start)) is not None:
        amounts = read_amounts(text, line.end(), line.end() + LONGEST_LINE, "ru")
        if not amounts or amounts[0].at != line.end() or amounts[0].unit != unit:
            return
        end = _past_parts(text, amounts[0].end)
        yield Year(Part(line["year"], Span(line.start("year"), line.end("year"))), amounts[0], end)
        start = end


def _past_parts(text: str, start: int) -> int:
    """Where the parts of a year's sum end and the next year or other words begin; a total of its own is no part."""
    if INCLUDES.match(text, start) is None:
        return start
    while YEAR.match(text, start) is None and (part := PART.match(text, start)) is not None:
        start = part.end()
    return start
