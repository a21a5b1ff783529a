"""Tables that stand side by side on a sheet with no blank column between them.

Each is a whole table: names over at least two columns, no blank cell, its first column telling its rows apart. What
speaks for two is that one ends (or begins) on another row than the other, or that both have the same names.
"""

import re
from collections.abc import Sequence

from ingest.office.headers import is_number
from ingest.office.held import Area, Held

FEWEST_COLUMNS, FEWEST_ROWS = 2, 3  # of each table, its names among the rows
TOTAL = re.compile(
    r"^(?:итог|всего|в том числе|в т\. ?ч|из них|прим|средн|total|sum|of which|average|note)", re.IGNORECASE
)


def beside(cells: Area) -> list[Area]:
    """The cells of an area as tables side by side, from left to right; all in one where nothing speaks for two."""
    if not _may_be_several(cells):
        return [cells]
    columns = sorted({cell.column for cell in cells})
    for column in columns[FEWEST_COLUMNS : len(columns) - FEWEST_COLUMNS + 1]:
        left = [cell for cell in cells if cell.right <= column]
        right = [cell for cell in cells if cell.column >= column]
        if len(left) + len(right) == len(cells) and _are_two(left, right):
            return [left, *beside(right)]
    return [cells]


def _may_be_several(cells: Area) -> bool:
    """Whether the columns end or begin on different rows, or have a name twice."""
    tops: dict[int, int] = {}
    bottoms: dict[int, int] = {}
    for cell in cells:
        for column in range(cell.column, cell.right):
            tops[column] = min(cell.row, tops.get(column, cell.row))
            bottoms[column] = max(cell.bottom, bottoms.get(column, 0))
    if len(tops) < 2 * FEWEST_COLUMNS:
        return False
    first = [cell.text for cell in cells if cell.row == cells[0].row]
    return len(set(bottoms.values())) > 1 or len(set(tops.values())) > 1 or len(set(first)) < len(first)


def _are_two(left: Area, right: Area) -> bool:
    tables = [_without_title(part) for part in (left, right)]
    if not all(map(_is_whole, tables)):
        return False
    one, other = tables
    if [cell.text for cell in _first_row(one)] == [cell.text for cell in _first_row(other)]:
        return True
    edges = [(part[0].row, max(cell.bottom for cell in part)) for part in (left, right)]
    if edges[0] == edges[1]:
        return False
    least = min(bottom for _, bottom in edges)
    further = [cell for part in tables for cell in part if cell.row >= least and cell.column == part[0].column]
    return not further or not all(TOTAL.match(cell.text) for cell in further)


def _without_title(cells: Area) -> Area:
    """The cells without the row above them that holds one."""
    first = _first_row(cells)
    return cells[1:] if len(first) == 1 and len(cells) > 1 else cells


def _first_row(cells: Area) -> Sequence[Held]:
    return [cell for cell in cells if cell.row == cells[0].row]


def _is_whole(cells: Area) -> bool:
    """Whether the cells fill a rectangle whose first row holds names, and whose first column tells the rows apart."""
    rows = 1 + max(cell.row for cell in cells) - cells[0].row
    columns = {cell.column for cell in cells}
    if rows < FEWEST_ROWS or len(columns) < FEWEST_COLUMNS or len(cells) != rows * len(columns):
        return False
    names = [cell.text for cell in _first_row(cells)]
    if len(set(names)) < len(names) or any(map(is_number, names)):
        return False
    labels = [cell.text for cell in cells if cell.column == min(columns)]
    return len(set(labels)) == len(labels)
