"""Registers as delimited text (RFC 4180 and what spreadsheets make of it): one page, one table."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.charset import decode
from ingest.document import Document
from ingest.office.areas import area_parts
from ingest.office.held import Held
from ingest.office.leaves import Binding, Leaf, composed, flat

CSV = "text/csv"
AGREED = {";": 0.6, "\t": 0.6, ",": 0.8, "|": 0.8}
"""The delimiters, and the share of rows that must have the usual number of cells: commas stand in prose as well."""

SAMPLE = 64 * 1024  # characters looked at to find the delimiter
ROWS = 2  # that must agree before a text is taken for a table
HINT = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
LONGEST_CELL = 1_000_000  # characters; the csv module stops at 131,072


@dataclass(frozen=True, slots=True)
class Dialect:
    """The delimiter, where the rows begin, and the share of rows that have the usual number of cells."""

    delimiter: str
    start: int = 0
    agreed: float = 1.0


def read_csv(data: bytes, source: str, charset: str = "") -> Document:
    """The rows as a table, titles above it and notes below it as blocks; letters and delimiter by evidence.

    Raises NoText. Rows of another length than the usual are kept as they are and said.
    """
    text = decode(data, charset)
    dialect = dialect_of(text) or Dialect(",")
    rows = _rows(text[dialect.start :], dialect.delimiter)
    cells = [
        Held(row, column, shown)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
        if (shown := flat(cell))
    ]
    return composed(data, source, Binding(CSV, "", tuple(_uneven(rows))), [Leaf(tuple(area_parts(cells)))])


def is_delimited(data: bytes) -> bool:
    """Whether the bytes are a text whose lines are rows of cells: most have the same number of them, two or more."""
    return dialect_of(decode(data[:SAMPLE])) is not None


def dialect_of(text: str) -> Dialect | None:
    """The delimiter that gives the most even rows of two cells or more, or None.

    >>> dialect_of("Кластер;Число\\nФотоника;1,5\\nИНО;2,5")
    Dialect(delimiter=';', start=0, agreed=1.0)
    >>> dialect_of("Кластер создан в Перми, на Урале.\\nОн велик.") is None
    True
    """
    hint = HINT.match(text)
    if hint:
        return Dialect(hint[1], hint.end())
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    found = []
    for delimiter, least in AGREED.items():
        widths = [len(row) for row in _rows(sample, delimiter) if sum(map(bool, row)) > 1]
        if len(widths) < ROWS:
            continue
        width, times = Counter(widths).most_common(1)[0]
        filled = sum(1 for line in sample.splitlines() if line.strip())
        if width > 1 and times >= least * len(widths) and (width > 2 or times >= least * filled):
            found.append((times * (width - 1), Dialect(delimiter, 0, times / len(widths))))
    return max(found, key=lambda each: each[0])[1] if found else None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows of cells, blanks around each cell left out."""
    csv.field_size_limit(LONGEST_CELL)
    quote = '"' if _quotes_balance(text, delimiter) else None
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, quotechar=quote, quoting=quoting, skipinitialspace=True)
    return [[cell.strip() for cell in row] for row in reader]


def _quotes_balance(text: str, delimiter: str) -> bool:
    """Whether quotation marks enclose cells; where they are odd in number they only stand in names."""
    return text.count('"') % 2 == 0 or re.search(rf'(?:^|{re.escape(delimiter)})"', text, re.MULTILINE) is None


def _uneven(rows: Sequence[Sequence[str]]) -> list[str]:
    """What to say of rows that are longer than the usual."""
    widths = Counter(len(row) for row in rows if sum(map(bool, row)) > 1)
    if not widths:
        return []
    usual = widths.most_common(1)[0][0]
    longer = sum(1 for row in rows if len(row) > usual and any(row[usual:]))
    return [f"{longer} rows hold more cells than the usual {usual}"] if longer else []
