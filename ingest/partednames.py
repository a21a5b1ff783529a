"""Names that the end of a page parts inside a cell are written whole on the page where they begin.

What stands on the next page of such a name has no place on the first; nothing is moved unless the row plainly goes on
(its first cell is empty, or no rule is drawn under it) and the words, too, say that the name does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Part
from ingest.lines import MADE, Line
from ingest.sheets import Sheet
from ingest.spreads import body, flowing, is_notice
from ingest.tables import Grid, GridCell

HEADS = 3  # rows at the head of a page that may repeat those of the page before
QUOTED = 80  # characters: a longer rest of what stands in quotation marks is left where it is
WORD = r"[A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ][a-zа-яё]+)?"
INITIALS = r"[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)?"
PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|ьич|мич|кич|вна|чна)\b"
ENDINGS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(rf"{WORD}\s{WORD}$"), re.compile(rf"{PATRONYMIC}")),
    (re.compile(rf"{WORD}$"), re.compile(rf"{PATRONYMIC}(?:\s{WORD})?")),
    (re.compile(rf"(?<![A-Za-zА-Яа-яё.]\s){INITIALS}$"), re.compile(rf"{WORD}(?![\w.])")),
    (re.compile(rf"(?<![.!?]\s){WORD}$"), re.compile(rf"{INITIALS}(?!\s?{WORD})")),
)
"""How the part of a name ends that stands above, and how the rest of it begins."""

Row = dict[int, GridCell]


def with_whole_names(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, names that are parted over the end of a page whole."""
    found = list(sheets)
    for index, (before, after) in enumerate(pairwise(sheets)):
        own = body([part for part in flowing(before) if not is_notice(part)])
        following = [part for part in flowing(after) if not is_notice(part)]
        if not (own and following and own[-1].grid and following[0].grid):
            continue
        whole = _whole(own[-1].grid, following[0].grid)
        if whole:
            found[index] = _with(found[index], own[-1], whole[0])
            found[index + 1] = _with(found[index + 1], following[0], whole[1])
    return found


def _with(sheet: Sheet, part: Part, grid: Grid) -> Sheet:
    """The sheet with another grid in one of its parts."""
    return replace(sheet, parts=tuple(replace(one, grid=grid) if one.grid is part.grid else one for one in sheet.parts))


def _whole(before: Grid, after: Grid) -> tuple[Grid, Grid] | None:
    """Both grids with the names whole that their rows part; None where none is parted."""
    if before.columns != after.columns:
        return None
    repeated = _repeated(before, after)
    last, first = _row(before, before.rows - 1), _row(after, repeated)
    if not first or not first.keys() <= last.keys() or (0 in first and not before.is_open):
        return None
    moved = {column: count for column in first if (count := _moved(last[column], first[column]))}
    if not moved:
        return None
    for column, count in moved.items():
        before = _replaced(before, last[column], _lengthened(last[column].lines, first[column].lines[0].text[:count]))
        after = _replaced(after, first[column], _shortened(first[column].lines, count))
    return before, after if _row(after, repeated) else _without(after, repeated)


def _repeated(before: Grid, after: Grid) -> int:
    """How many rows at the head of the second are those of the first."""
    count = 0
    while count < min(HEADS, after.rows) and _texts(before, count) == _texts(after, count) != {}:
        count += 1
    return count


def _row(grid: Grid, row: int) -> Row:
    """The cells that hold text and end with a row."""
    return {cell.column: cell for cell in grid.cells if cell.lines and cell.row + cell.row_span == row + 1}


def _texts(grid: Grid, row: int) -> dict[int, str]:
    return {column: cell.text for column, cell in _row(grid, row).items()}


def _moved(above: GridCell, below: GridCell) -> int:
    """How many characters at the head of the cell below belong to the name that the one above ends in."""
    ends, begins = above.lines[-1].text.rstrip(), below.lines[0].text
    for ending, rest in ENDINGS:
        found = rest.match(begins) if ending.search(ends) else None
        if found:
            return len(found[0])
    close = begins.find("»") + 1
    is_open = above.text.count("«") > above.text.count("»") and 0 < close <= QUOTED
    return close if is_open and "«" not in begins[:close] and not ends.endswith("-") else 0


def _lengthened(lines: Sequence[Line], rest: str) -> tuple[Line, ...]:
    last = lines[-1]
    text = f" {rest}"
    return (*lines[:-1], replace(last, text=last.text + text, chars=[*last.chars, *[MADE] * len(text)]))


def _shortened(lines: Sequence[Line], count: int) -> tuple[Line, ...]:
    first = lines[0]
    count += len(first.text[count:]) - len(first.text[count:].lstrip())
    rest = replace(first, text=first.text[count:], chars=first.chars[count:])
    return (rest, *lines[1:]) if rest.text else tuple(lines[1:])


def _replaced(grid: Grid, cell: GridCell, lines: tuple[Line, ...]) -> Grid:
    cells = tuple(replace(own, lines=lines) if own is cell else own for own in grid.cells)
    return replace(grid, cells=cells)


def _without(grid: Grid, row: int) -> Grid:
    """The grid without a row that holds nothing."""
    kept = [cell for cell in grid.cells if cell.row != row]
    cells = tuple(replace(cell, row=cell.row - 1) if cell.row > row else cell for cell in kept)
    return replace(grid, rows=grid.rows - 1, cells=cells)
