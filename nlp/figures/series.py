"""Figures of tables and fields: years over sums, regions over counts, a number behind its label."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Document, Table
from nlp.figures.amount import Amount, read_amount, split_unit, with_unit
from nlp.figures.figure import Figure, Part
from nlp.figures.frame import GENERIC, YEAR, Header, framed
from nlp.mention import Mention
from nlp.outline import flat
from nlp.statement import Modality

NO_MEASURE = re.compile(
    r"(?:постановля|приказыва|реш|распоряж|обяз)\w*|(?:всего|итого|total)\W*"
    r"|(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|ОКТМО|ОКАТО|ОКВЭД2?|БИК|ОКФС|ОКОПФ|INN|KPP|OGRN|TIN|PSRN|[\s/])+",
    re.IGNORECASE,
)
"""Labels after which the points of an act stand, or a sum of which nothing is said, or a number that is a code."""

LETTERS = re.compile(r"[^\W\d_]{3,}")


def series_figures(document: Document, table: Table, regions: Sequence[Mention]) -> Iterator[Figure]:
    """The figures of a table whose headers of one side are years or regions, row by row."""
    frame = framed(document, table, regions)
    if frame is None:
        return
    for cell in frame.body:
        row, column = frame.rows.get(cell.row), frame.columns.get(cell.column)
        if row is None or column is None:
            continue
        amount = read_amount(document.text, cell.start, cell.end, document.language)
        figure = _figure(document, amount, row, column, frame.corner) if amount else None
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


def _figure(document: Document, amount: Amount, row: Header, column: Header, corner: Header | None) -> Figure | None:
    """One cell: of its two headers one is the measure, or both are dimensions and the corner is the measure."""
    measures = [header for header in (row, column) if header.measure]
    if len(measures) > 1:
        return None
    measure = measures[0] if measures else corner
    if measure is None or not LETTERS.search(measure.measure) or GENERIC.match(measure.measure):
        return None  # "План" over a column says of nothing what was planned
    words, unit = split_unit(measure.measure, document.language)
    unit = unit or measure.unit
    if amount.unit is None and unit is not None:
        amount = with_unit(amount, unit)
    period = next((Part(header.period, header.span) for header in (row, column) if header.period), None)
    area = next((Part(header.area, header.span) for header in (row, column) if header.area), None)
    modality: Modality = "planned" if row.is_planned or column.is_planned else "asserted"
    return Figure(amount, Part(words, measure.named), "series_figure", period, area, modality=modality)
