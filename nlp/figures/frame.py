"""What the rows and columns of a table of figures stand for: a period, a region, a measure with its unit.

The heads may be of several rows (years under "Значение показателя", plan and fact under a year); the rows' own heads
stand in the first column that is no numbering, and their units may have a column of their own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.document import Cell, Document, Span, Table
from ingest.record import record
from nlp.dates import read_dates
from nlp.figures.amount import read_amount, split_unit
from nlp.figures.periods import period_of
from nlp.figures.prose import within
from nlp.mention import Mention
from nlp.outline import flat

KIND = r"план|прогноз|факт|отч[её]т|оценк|ожида|целев|базов|plan|forecast|fact|actual|target|estimate|baseline"
YEAR = re.compile(
    rf"(?:(?:на|за|в|in|for|{KIND}\w*)\s+){{0,2}}(?P<year>(?:19|20)\d\d)\s*(?:г\.?|год[а-я]*|y\.?)?"
    rf"(?:\s*[(,]?\s*(?:{KIND})[\w ]*\)?)?\*?$",
    re.IGNORECASE,
)
PERIOD = re.compile(r"(?P<from>(?:19|20)\d\d)\s*[-–—/]\s*(?P<to>(?:19|20)\d\d)\s*(?:гг?\.?|год[а-я]*)?$", re.IGNORECASE)
TOTAL = re.compile(r"(?:всего|итого|total|all)\b", re.IGNORECASE)
FORECAST = re.compile(r"план|прогноз|ожида|целев|plan|forecast|target", re.IGNORECASE)
GENERIC = re.compile(
    rf"(?:(?:целев\w+|планов\w+|фактическ\w+|значени[еяй]|показател\w+|индикатор\w*|в\s+том\s+числе|по|год\w*|период\w*|"
    rf"реализации|программы|values?|of|the|indicators?|by|years?|(?:{KIND})\w*|[(),:.])\s*)+$",
    re.IGNORECASE,
)
"""Words over several columns that name no measure."""

NUMBERING = re.compile(r"(?:№|N[oо]?\.?)(?:\s*п\s*/?\s*п\.?)?$|п\s*/\s*п\.?$|#$", re.IGNORECASE)
ORDINAL = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?$")
UNITS = re.compile(r"ед(?:\.|иниц[аы]?)\s*(?:изм(?:\.|ерени[яй])?)?$|units?(?:\s+of\s+measure\w*)?$", re.IGNORECASE)
COMPARED = re.compile(
    r"(?:.*(?:19|20)\d\d.*(?<!\w)(?:к|to|vs)\s.*(?:19|20)\d\d|темп\w*\s|отклонени|изменени|прирост|рост(?!\w)|в?\s*%|примечани|"
    r"growth|change|deviation|notes?(?!\w))",
    re.IGNORECASE,
)
"""Heads of columns that compare the others or note something: they tell of no dimension, and have no measure."""

NOTE_MARK = re.compile(r"(?:\*{1,4}|[¹⁰⁴-⁹]|(?<![мmкс])[²³])\s*\)?\s*\Z")
NOTE_REACH = 600  # characters under a table in which its footnotes stand
DATE_SHARE = 0.7  # of a header's characters: "на 1 января 2016 г." is a date, a sentence with one is not
AREA_SHARE = 0.6  # of a header's characters that the name of a region takes
DIMENSIONS = 0.75  # of the heads of one side that are years or regions
HEADS = 3  # rows of heads at the most


UNIT_NAME = re.compile(r"[^\W\d_][^\d\n]{0,24}$")
PIECES = re.compile(r"(?:ед|шт|единиц|штук|units?|pieces?|pcs|number)\b\W*", re.IGNORECASE)
"""What a column of units may hold, and what in it only says that things are counted."""


@record
class Header:
    """What a row or a column stands for: a period, a region, a `measure` in words ("" where it names none) with its
    unit. `span` is where it says so, `named` where it names the measure, its unit's cell with it."""

    span: Span
    named: Span
    measure: str = ""
    unit: str | None = None
    period: str | None = None
    area: str | None = None
    is_planned: bool = False

    @property
    def is_dimension(self) -> bool:
        """Whether it says when or where."""
        return self.period is not None or self.area is not None


@record
class Frame:
    """The heads of a table's rows and columns, what its corner says, and the cells they are heads of."""

    rows: Mapping[int, Header]
    columns: Mapping[int, Header]
    corner: Header | None
    body: tuple[Cell, ...]


Cells = Mapping[tuple[int, int], Cell]


def framed(document: Document, table: Table, regions: Sequence[Mention]) -> Frame | None:
    """The table's frame; None where neither its rows nor its columns are years or regions."""
    cells = _spread(table)
    numberings = {at for at in range(table.columns) if _is_numbering(document, table, cells, at)}
    units = _units(document, cells)
    side = next((at for at in range(table.columns) if at not in numberings | units), 0)
    depth = _depth(document, table, cells, side, regions)
    columns = {
        at: header
        for at in range(side + 1, table.columns)
        if at not in units and at not in numberings and (header := _stacked(document, cells, at, depth, regions))
    }
    rows = {
        at: _with_unit(document, _header(document, cells[at, side], regions), cells, (at, units))
        for at in range(depth, table.rows)
        if (at, side) in cells and not _counts_columns(document, cells, at, table.columns)
    }
    columns = {at: _noted(document, table, cells[depth - 1, at], header) for at, header in columns.items()}
    if not _are_dimensions(columns.values()) and not _are_dimensions(rows.values()):
        return None
    corner = _header(document, cells[0, side], ()) if (0, side) in cells else None
    body = [cell for cell in table.cells if cell.start < cell.end and cell.row >= depth and cell.column > side]
    return Frame(rows, columns, corner, tuple(sorted(body, key=lambda cell: (cell.row, cell.column))))


def _noted(document: Document, table: Table, cell: Cell, header: Header) -> Header:
    """The head, planned where its footnote under the table says so: "2022**" and "** план"."""
    mark = NOTE_MARK.search(document.text, cell.start, cell.end)
    if mark is None:
        return header
    sign = re.escape(mark[0].strip(" )"))
    note = re.compile(rf"(?<!\*){sign}(?!\*)\)?\s*[-–—]?\s*(?P<words>[^*;\n]+)")
    said = note.search(document.text, table.end, min(len(document.text), table.end + NOTE_REACH))
    return replace(header, is_planned=True) if said is not None and FORECAST.search(said["words"]) else header


def _spread(table: Table) -> Cells:
    """The filled cells by every row and column that they take."""
    return {
        (row, column): cell
        for cell, *_ in table.filled().values()
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _words(document: Document, cell: Cell) -> str:
    return flat(document.text[cell.start : cell.end])


def _is_numbering(document: Document, table: Table, cells: Cells, column: int) -> bool:
    """Whether a column only numbers the rows: its head says so, or it stands empty over 1, 2, 3."""
    head = _words(document, cells[0, column]) if (0, column) in cells else ""
    if NUMBERING.match(head):
        return True
    own = [_words(document, cells[row, column]) for row in range(1, table.rows) if (row, column) in cells]
    return column == 0 and not head and len(own) > 1 and all(map(ORDINAL.match, own))


def _units(document: Document, cells: Cells) -> set[int]:
    """The columns that hold units."""
    return {column for (row, column), cell in cells.items() if row == 0 and UNITS.match(_words(document, cell))}


def _depth(document: Document, table: Table, cells: Cells, side: int, regions: Sequence[Mention]) -> int:
    """How many rows of heads the table has: more than one where a head stands over several columns that have heads of
    their own."""
    depth = 1
    while depth < min(HEADS, table.rows - 1):
        over = [cells[depth - 1, at] for at in range(side + 1, table.columns) if (depth - 1, at) in cells]
        below = [cells[depth, at] for at in range(side + 1, table.columns) if (depth, at) in cells]
        if not any(cell.column_span > 1 for cell in over) or not below:
            break
        heads = [_header(document, cell, regions) for cell in below]
        amounts = [read_amount(document.text, cell.start, cell.end, document.language) for cell in below]
        if any(amount and not head.is_dimension for amount, head in zip(amounts, heads, strict=True)):
            break
        depth += 1
    return depth


def _counts_columns(document: Document, cells: Cells, row: int, columns: int) -> bool:
    """Whether a row only numbers the columns."""
    words = [_words(document, cells[row, at]) for at in range(columns) if (row, at) in cells]
    return len(words) > 2 and words == [str(number) for number in range(1, len(words) + 1)]


def _stacked(document: Document, cells: Cells, column: int, depth: int, regions: Sequence[Mention]) -> Header | None:
    """The head of a column, of all the cells that stand over it: the lower ones say more."""
    stack = list(dict.fromkeys(cells[row, column] for row in range(depth) if (row, column) in cells))
    heads = [_header(document, cell, regions) for cell in stack]
    if len(heads) < 2:
        return heads[0] if heads else None
    last = heads[-1]
    when = next((head for head in reversed(heads) if head.period), None)
    where = next((head for head in reversed(heads) if head.area), None)
    what = next((head for head in reversed(heads) if head.measure and not GENERIC.match(head.measure)), None)
    return Header(
        (when or where or last).span,
        what.named if what else last.named,
        what.measure if what else "",
        period=when.period if when else None,
        area=where.area if where else None,
        is_planned=any(head.is_planned for head in heads),
    )


def _with_unit(document: Document, header: Header, cells: Cells, where: tuple[int, set[int]]) -> Header:
    """A row's head with what the cell of units in its row says."""
    row, columns = where
    for column in sorted(columns):
        if (row, column) in cells and header.measure:
            cell = cells[row, column]
            words = _words(document, cell)
            _, unit = split_unit(f"x, {words}", document.language)
            unit = unit or (words if UNIT_NAME.match(words) and not PIECES.match(words) else None)
            named = Span(header.named.start, cell.end) if header.named.end <= cell.start else header.named
            return replace(header, unit=unit, named=named if unit else header.named)
    return header


def _header(document: Document, cell: Cell, regions: Sequence[Mention]) -> Header:
    words, span = _words(document, cell), Span(cell.start, cell.end)
    is_planned = FORECAST.search(words) is not None
    if year := YEAR.match(words):
        return Header(span, span, period=year["year"], is_planned=is_planned)
    if period := PERIOD.match(words):
        return Header(span, span, period=f"{period['from']}/{period['to']}", is_planned=is_planned)
    period_said = _period(words)
    if period_said is not None:
        return Header(span, span, period=period_said, is_planned=is_planned)
    inside = [region for region in within(regions, span) if region.id]
    whole = AREA_SHARE * (cell.end - cell.start)
    if len({region.id for region in inside}) == 1 and inside[0].end - inside[0].start >= whole:
        return Header(span, span, area=inside[0].id, is_planned=is_planned)
    if (mark := NOTE_MARK.search(words)) is not None:
        words = words[: mark.start()].rstrip()
    return Header(span, span, words, is_planned=is_planned and GENERIC.match(words) is not None)


def _period(words: str) -> str | None:
    """The date, or the part of a year, that takes most of a head: "на 1 января 2016 г.", "I квартал 2021 года"."""
    dates = list(read_dates(words))
    if len(dates) != 1:
        return None
    start, end = dates[0].start, dates[0].end
    said = period_of(words, Mention("Date", start, end, words[start:end], attributes={"value": dates[0].value}))
    return said.value if said.span.end - said.span.start >= DATE_SHARE * len(words) else None


def _are_dimensions(heads: Iterable[Header]) -> bool:
    named = [head for head in heads if not TOTAL.match(head.measure) and not COMPARED.match(head.measure)]
    return bool(named) and sum(head.is_dimension for head in named) >= DIMENSIONS * len(named)
