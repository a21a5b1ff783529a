"""Figures of tables and fields: years over sums, regions over counts, a number behind its label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document, Span, Table
from nlp.figures.amount import Amount, read_amount, split_unit, with_unit
from nlp.figures.figure import Figure, Part
from nlp.figures.frame import COMPARED, GENERIC, NOTE_MARK, YEAR, Header, framed
from nlp.figures.parted import parted
from nlp.mention import Mention
from nlp.outline import flat
from nlp.statement import Modality

NO_MEASURE = re.compile(
    r"(?:постановля|приказыва|реш|распоряж|обяз)\w*|(?:всего|итого|total)\W*"
    r"|(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|ОКТМО|ОКАТО|ОКВЭД2?|БИК|ОКФС|ОКОПФ|INN|KPP|OGRN|TIN|PSRN|[\s/])+",
    re.IGNORECASE,
)
"""Labels after which the points of an act stand, or a sum of which nothing is said, or a number that is a code."""

COUNTED = re.compile(
    r"(?:общ\w+\s+)?(?:числ|количеств|дол[яи]|удельн|индекс|темп|уровень|number|share|rate)", re.IGNORECASE
)
"""Measures that a unit of money over the whole table is not meant for."""

BY_YEARS = re.compile(r"[\s,(]*(?:по\s+годам|по\s+периодам|by\s+years?)[^:]*", re.IGNORECASE)
UNIT_LINE = re.compile(r"\(?\s*(?:в\s+|in\s+)?(?P<unit>[^()]{1,30}?)\s*\)?\s*", re.IGNORECASE)
CAPTION = 200  # characters of the longest caption of a table that is looked at
TABLE_NUMBER = re.compile(r"(?:таблица|табл\.|table)\s*(?:№\s*)?[\d.]*\s*[-–—.:]?\s*", re.IGNORECASE)
DIMENSION = re.compile(
    r"(?:№|субъект\w*|регион\w*|год\w*|период\w*|территори\w+|област\w+|российской|федерации|рф|наименование|regions?|years?|areas?|"
    r"periods?|[\s/,()])*",
    re.IGNORECASE,
)
"""What the corner says where it names the rows or the columns, and not what their cells hold."""

STOPS = frozenset(".;:!?")
SHORT = 2  # words of a head that only compares
LETTERS = re.compile(r"[^\W\d_]{3,}")


def series_figures(document: Document, table: Table, regions: Sequence[Mention]) -> Iterator[Figure]:
    """The figures of a table whose headers of one side are years or regions, row by row."""
    frame = framed(document, table, regions)
    if frame is None:
        return
    rows = parted(frame.rows, document.language)
    over = _over(document, table)
    for cell in frame.body:
        row, column = rows.get(cell.row), frame.columns.get(cell.column)
        if row is None or column is None:
            continue
        amount = read_amount(document.text, cell.start, cell.end, document.language)
        corner = over if over and frame.corner and DIMENSION.fullmatch(frame.corner.measure) else frame.corner
        figure = _figure(document, amount, row, column, corner) if amount else None
        unit = over.unit if over is not None else None
        if figure is not None and figure.amount.unit is None and unit and not COUNTED.match(figure.measure.value):
            figure = replace(figure, amount=with_unit(figure.amount, unit))
        if figure is not None:
            yield figure


def _over(document: Document, table: Table) -> Header | None:
    """What the line over the table names with its unit, which may stand on a line of its own: "(тыс. рублей)"."""
    line = _line_before(document.text, table.start)
    alone = UNIT_LINE.fullmatch(flat(document.text[line.start : line.end]))
    name, unit = split_unit(f"x, {alone['unit']}", document.language) if alone is not None else ("", None)
    if name != "x":
        unit = None
    elif unit is not None:
        line = _line_before(document.text, line.start)
    words, own = split_unit(TABLE_NUMBER.sub("", flat(document.text[line.start : line.end])), document.language)
    is_name = LETTERS.search(words) is not None and words[-1] not in STOPS
    return Header(line, line, words if is_name else "", unit or own) if is_name or unit or own else None


def _line_before(text: str, end: int) -> Span:
    """The last line with words before `end`."""
    above = text[max(0, end - CAPTION) : end].rstrip()
    start = max(0, end - CAPTION) + above.rfind("\n") + 1
    return Span(start, max(0, end - CAPTION) + len(above))


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
    if len(measures) > 1 and (column.period is None or COMPARED.match(column.measure)):
        return None
    measure = measures[0] if measures else corner
    if measure is None or not LETTERS.search(measure.measure) or GENERIC.match(measure.measure):
        return None  # "План" over a column says of nothing what was planned
    words, unit = split_unit(measure.measure, document.language)
    words = NOTE_MARK.sub("", words)
    if NO_MEASURE.fullmatch(words) or (COMPARED.match(words) and len(words.split()) <= SHORT):
        return None  # "Итого" says of nothing what it is the total of, "Темп роста" not what grew
    unit = (
        unit or measure.unit or (split_unit(corner.measure, document.language)[1] if corner and row.measure else None)
    )
    if len(measures) > 1:
        over, its_unit = split_unit(column.measure, document.language)
        words, unit = f"{BY_YEARS.sub('', over)}: {words}", unit or its_unit
    if amount.unit is None and unit is not None:
        amount = with_unit(amount, unit)
    period = next((Part(header.period, header.span) for header in (row, column) if header.period), None)
    area = next((Part(header.area, header.span) for header in (row, column) if header.area), None)
    modality: Modality = "planned" if row.is_planned or column.is_planned else "asserted"
    return Figure(amount, Part(words, measure.named), "series_figure", period, area, modality=modality)
