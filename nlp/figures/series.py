"""Figures of tables: years over sums, regions over counts, in either orientation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Cell, Document, Span, Table
from nlp.dates import read_dates
from nlp.figures.amount import Amount, read_amount, split_unit, with_unit
from nlp.figures.figure import Figure, Part
from nlp.figures.prose import within
from nlp.mention import Mention
from nlp.outline import flat

YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:г\.?|год[а-я]*|y\.?)?(?:\s*\((?:план|прогноз|факт|plan|forecast|fact)\w*\))?\*?$",
    re.IGNORECASE,
)
PERIOD = re.compile(r"(?P<from>(?:19|20)\d\d)\s*[-–—/]\s*(?P<to>(?:19|20)\d\d)\s*(?:гг?\.?|год[а-я]*)?$", re.IGNORECASE)
TOTAL = re.compile(r"(?:всего|итого|total|all)\b", re.IGNORECASE)
FORECAST = re.compile(r"план|прогноз|plan|forecast", re.IGNORECASE)
DATE_SHARE = 0.7  # of a header's characters: "на 1 января 2016 г." is a date, a sentence with one is not
NO_MEASURE = re.compile(r"(?:постановля|приказыва|реш|распоряж|обяз)\w*|(?:всего|итого|total)\W*", re.IGNORECASE)
"""Labels after which the points of an act stand, or a sum of which nothing is said."""

LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a row or a column stands for: a period, a region, or a measure in words."""

    span: Span
    words: str
    period: str | None = None
    area: str | None = None

    @property
    def is_dimension(self) -> bool:
        """Whether it says when or where, not what."""
        return self.period is not None or self.area is not None


def series_figures(document: Document, table: Table, regions: Sequence[Mention]) -> Iterator[Figure]:
    """The figures of a table whose headers of one side are years or regions, row by row."""
    cells = {(cell.row, cell.column): cell for cell in table.cells if cell.start < cell.end}
    columns = {at: _header(document, cells[0, at], regions) for at in range(table.columns) if (0, at) in cells}
    rows = {at: _header(document, cells[at, 0], regions) for at in range(table.rows) if (at, 0) in cells}
    wide = _is_dimension([header for at, header in columns.items() if at > 0])
    tall = _is_dimension([header for at, header in rows.items() if at > 0])
    if not wide and not tall:
        return
    for (row, column), cell in sorted(cells.items()):
        if row == 0 or column == 0 or row not in rows or column not in columns:
            continue
        amount = read_amount(document.text, cell.start, cell.end, document.language)
        figure = _figure(document, amount, rows[row], columns[column], _corner(document, cells)) if amount else None
        if figure is not None:
            yield figure


def field_figures(document: Document) -> Iterator[Figure]:
    """The figures of labelled fields whose value is a number; a bare year is none."""
    for pair in document.pairs:
        if pair.value < pair.label:
            continue  # a number above its words is a callout
        amount = read_amount(document.text, pair.value.start, pair.value.end, document.language)
        words, unit = split_unit(flat(document.text[pair.label.start : pair.label.end]).rstrip(": "), document.language)
        if (
            amount is None
            or not LETTERS.search(words)
            or NO_MEASURE.fullmatch(words)
            or (amount.is_bare and YEAR.match(amount.value))
        ):
            continue
        if amount.unit is None and unit is not None:
            amount = with_unit(amount, unit)
        yield Figure(amount, Part(words, pair.label), "field_figure")


def _header(document: Document, cell: Cell, regions: Sequence[Mention]) -> Header:
    words = flat(document.text[cell.start : cell.end])
    span = Span(cell.start, cell.end)
    if year := YEAR.match(words):
        return Header(span, words, period=year["year"])
    if period := PERIOD.match(words):
        return Header(span, words, period=f"{period['from']}/{period['to']}")
    dates = list(read_dates(words))
    if len(dates) == 1 and dates[0].end - dates[0].start >= DATE_SHARE * len(words):
        return Header(span, words, period=dates[0].value)
    inside = [region for region in within(regions, span) if region.id]
    if len({region.id for region in inside}) == 1 and inside[0].end - inside[0].start >= 0.6 * (cell.end - cell.start):
        return Header(span, words, area=inside[0].id)
    return Header(span, words)


def _is_dimension(headers: Sequence[Header]) -> bool:
    named = [header for header in headers if not TOTAL.match(header.words)]
    return bool(named) and sum(header.is_dimension for header in named) >= 0.75 * len(named)


def _corner(document: Document, cells: Mapping[tuple[int, int], Cell]) -> Header | None:
    cell = cells.get((0, 0))
    return _header(document, cell, ()) if cell else None


def _figure(document: Document, amount: Amount, row: Header, column: Header, corner: Header | None) -> Figure | None:
    """One cell: of its two headers one is the measure, or both are dimensions and the corner is the measure."""
    measures = [header for header in (row, column) if not header.is_dimension]
    if len(measures) == 2:
        return None
    measure = measures[0] if measures else corner
    if measure is None or measure.is_dimension or not LETTERS.search(measure.words):
        return None
    words, unit = split_unit(measure.words, document.language)
    if amount.unit is None and unit is not None:
        amount = with_unit(amount, unit)
    dimensions = [header for header in (row, column) if header.is_dimension]
    period = next((Part(header.period, header.span) for header in dimensions if header.period), None)
    area = next((Part(header.area, header.span) for header in dimensions if header.area), None)
    planned = any(FORECAST.search(header.words) for header in dimensions)
    return Figure(
        amount, Part(words, measure.span), "series_figure", period, area, modality="planned" if planned else "asserted"
    )
