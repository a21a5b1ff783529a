"""Register tables: a cluster a row, and columns whose headers name properties."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.document import Cell, Span, Table
from ingest.record import record
from nlp.entity import Entity
from nlp.labels import property_of
from nlp.linking import local_entity
from nlp.relations.reading import Finding, Reading, evidence
from nlp.relations.values import Read, read_values, said_of, trimmed
from ontology.vocabulary import Term

NAMES_CLUSTER = re.compile(r"(?:наименование|название|name)?.{0,20}\b(?:кластер\w*|clusters?)\b", re.IGNORECASE)
HEADER_ROWS = 3  # rows looked at for the headers; registers put a title and a numbering above or below them
NAMING = frozenset({"rdfs:label", "skos:altLabel"})
NUMBERING = re.compile(r"[\W\d]*")


Place = tuple[int, int]
"""A row and a column."""


@record
class Column:
    """A column whose header names a property."""

    term: Term
    header: Span


def register_row(reading: Reading) -> Iterator[Finding]:
    """In a table with a cluster in each row, the column's header says the relation and the cell the value."""
    for table in reading.document.tables:
        if any(True for _ in fields_of_card(reading, table)):
            continue
        parts = table.filled()
        cells = {place: found[0] for place, found in parts.items()}
        header = _header_row(reading, table, cells)
        if header is None:
            continue
        columns = _columns(reading, table, cells, header)
        name_column = _name_column(reading, table, cells, header)
        if name_column is None or not columns:
            continue
        for row in range(header + 1, table.rows):
            if len(parts.get((row, name_column), ())) == 1:
                yield from _row(reading, parts, row, name_column, columns)


def fields_of_card(reading: Reading, table: Table) -> Iterator[tuple[Span, Span]]:
    """The labels and values of a table that is a card without headers: in every other column nothing but labels that
    the vocabulary knows, each once."""
    columns = range(0, table.columns, 2)
    first = [_span(cell) for cell in table.cells[: 2 * table.columns] if cell.column in columns]
    if table.columns % 2 or not any(property_of(reading.words(span)) for span in first):
        return
    cells = {(cell.row, cell.column): _span(cell) for cell in table.cells if cell.start < cell.end}
    labels = [at for at in cells if at[1] in columns]
    words = [reading.words(cells[at]) for at in labels]
    if len(labels) < LABELS_OF_A_CARD or len({word.casefold() for word in words}) < len(words):
        return
    if KNOWN_OF_A_CARD * len(words) <= sum(property_of(word) is not None for word in words):
        for row, column in labels:
            if (row, column + 1) in cells:
                yield cells[row, column], cells[row, column + 1]


LABELS_OF_A_CARD = 3  # a register has no three rows whose first cells are all names of properties
KNOWN_OF_A_CARD = 0.75  # of the labels; cards have a few of their own


def _span(cell: Cell) -> Span:
    return Span(cell.start, cell.end)


def _header_row(reading: Reading, table: Table, cells: Mapping[Place, Cell]) -> int | None:
    """The row whose cells name most properties, among the first rows."""
    best, most = None, 0
    for row in range(min(HEADER_ROWS, table.rows - 1)):
        heads = [cells[row, at] for at in range(min(row, 1), table.columns) if (row, at) in cells]
        named = sum(property_of(reading.words(_span(cell))) is not None for cell in heads)
        if named > most:
            best, most = row, named
    return best if table.columns > 2 or most > 1 else None


def _columns(reading: Reading, table: Table, cells: Mapping[Place, Cell], header: int) -> dict[int, Column]:
    columns = {}
    for column in range(table.columns):
        cell = cells.get((header, column))
        term = property_of(reading.words(_span(cell))) if cell else None
        if cell is not None and term is not None:
            columns[column] = Column(term, _span(cell))
    return columns


def _name_column(reading: Reading, table: Table, cells: Mapping[Place, Cell], header: int) -> int | None:
    """The column of the clusters' names: its header says so, or most of its cells name a cluster."""
    rows = range(header + 1, table.rows)
    for column in range(table.columns):
        head = cells.get((header, column))
        words = reading.words(_span(head)) if head is not None else ""
        if NAMES_CLUSTER.fullmatch(words) and not _names_property(words):
            return column
    for column in range(table.columns):
        filled = [cells[row, column] for row in rows if (row, column) in cells]
        named = sum(bool(reading.inside(_span(cell), "Cluster")) for cell in filled)
        if filled and named > len(filled) / 2:
            return column
    return None


def _names_property(words: str) -> bool:
    """Whether a header names a property of clusters, not the clusters: "Специализация кластера"."""
    term = property_of(words)
    return term is not None and term.curie not in NAMING and not NAMING.intersection(term.broader)


def _row(
    reading: Reading, parts: Mapping[Place, Sequence[Cell]], row: int, name_column: int, columns: Mapping[int, Column]
) -> Iterator[Finding]:
    name = trimmed(reading.document.text, _span(parts[row, name_column][0]))
    entity = _subject(reading, name)
    if entity is None:
        return
    yield entity
    for at, column in columns.items():
        if at == name_column:
            continue
        for value in _values(reading, column, parts.get((row, at), ())):
            if value.entity is not None:
                yield value.entity
            passages = evidence(value.span, subject=name, label=column.header)
            yield said_of(entity, value, passages, "register_row")


def _values(reading: Reading, column: Column, cells: Sequence[Cell]) -> Iterator[Read]:
    """What a cell gives; of one that the end of a page parts what is found in either part, the words of neither."""
    for cell in cells:
        whole = trimmed(reading.document.text, _span(cell))
        for value in read_values(reading, column.term, whole, reading.words(column.header)):
            if len(cells) == 1 or value.span != whole:
                yield value


def _subject(reading: Reading, name: Span) -> Entity | None:
    words = reading.words(name)
    clusters = reading.inside(name, "Cluster")
    if NUMBERING.fullmatch(words) or re.match(r"(?:итого|всего|total)\b", words, re.IGNORECASE):
        return None
    if clusters:
        return reading.links[clusters[0][0]]
    return local_entity(reading.document, "svod:Cluster", words, name)
