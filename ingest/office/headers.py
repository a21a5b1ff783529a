"""Which rows of a table are its header, where the file does not say: by what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.grids import Slot

NUMBER = re.compile(r"^[<>≈~+\-–−]?\s*[\d.,\s\u00a0:/%–-]*\d[\d.,\s\u00a0:/%–-]*(?:%|руб\.?|млн|тыс\.?|г\.?)?$")
HEADER_REACH = 160  # characters: longer cells are text, not names of columns
HEADER_WORDS = re.compile(
    r"^(?:№(?:\s*п/?п)?|n|no\.?|наименование|название|показател\w*|параметр\w*|поле|характеристика|критери\w*|значение|сведения|"
    r"описание|содержание|name|title|field|property|indicator|parameter|value|description)\b",
    re.IGNORECASE,
)


def headed(slots: Sequence[Slot], styled_rows: int = 0) -> tuple[Slot, ...]:
    """The slots with their header rows marked; `styled_rows` rows at the top look different from those below them.

    Rows of names (no number, no text twice, none long) above at least one other row are a header; under merged names
    the header goes on, and a row that only numbers the columns belongs to it. A table of two columns is taken for
    labels and values unless its first row is styled, says "name" and "value", or is the only one without a number.
    """
    rows = 1 + max((slot.row + slot.row_span - 1 for slot in slots), default=-1)
    columns = 1 + max((slot.column + slot.column_span - 1 for slot in slots), default=-1)
    if any(slot.is_header for slot in slots) or rows < 2 or columns < 2:
        return tuple(slots)
    count = _name_rows(slots, rows)
    if count and columns == 2 and not styled_rows and not _heads_two(slots):
        count = 0
    if count and _numbers_columns(slots, count, columns):
        count += 1
    return tuple(replace(slot, is_header=True) if slot.row < count else slot for slot in slots)


def is_number(text: str) -> bool:
    """Whether a cell holds a figure, a date or a year and no word.

    >>> is_number("1 234,5 %"), is_number("31.07.2015"), is_number("Пермский край"), is_number("")
    (True, True, False, False)
    """
    return NUMBER.match(text) is not None


def _name_rows(slots: Sequence[Slot], rows: int) -> int:
    """How many rows at the top hold nothing but names of columns."""
    first = [slot for slot in slots if slot.row == 0 and slot.text]
    tall = max((slot.row_span for slot in first), default=1)
    split = any(slot.column_span > 1 for slot in first)
    count = tall if split or tall > 1 else 1
    if count >= rows or len(first) < 2:
        return 0
    names = [slot.text for slot in slots if slot.row < count and slot.text]
    years = [name for name in names if re.fullmatch(r"(?:19|20)\d\d\s*(?:г\.?|год)?", name)]
    plain = [name for name in names if name not in years]
    if not plain or any(is_number(name) or len(name) > HEADER_REACH for name in plain):
        return 0
    if len({slot.text for slot in first}) < len(first):
        return 0
    covered = sum(slot.column_span for slot in first)
    columns = 1 + max(slot.column + slot.column_span - 1 for slot in slots)
    return count if covered >= columns - 1 else 0


def _heads_two(slots: Sequence[Slot]) -> bool:
    """Whether the first row of a two-column table names its columns."""
    first = [slot.text for slot in slots if slot.row == 0 and slot.text]
    if len(first) == 2 and all(HEADER_WORDS.match(text) for text in first):
        return True
    below = [slot.text for slot in slots if slot.row > 0 and slot.column == 1 and slot.text]
    return len(below) > 1 and all(is_number(text) for text in below)


def _numbers_columns(slots: Sequence[Slot], row: int, columns: int) -> bool:
    """Whether the row only counts the columns: 1, 2, 3, …"""
    texts = [slot.text for slot in slots if slot.row == row]
    return len(texts) == columns and texts == [str(number) for number in range(1, columns + 1)]
