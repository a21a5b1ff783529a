"""Heads of columns that are set sideways above a table without upright rules: they are its first row.

A ruled grid holds such heads in its own cells; where only alignment tells columns, those are told by level text.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Box
from ingest.layout import rows
from ingest.lines import Line
from ingest.tables import Grid, GridCell

FEWEST = 2  # columns that must have such a head
MOST = 0.5  # of the columns behind the first that must
NEAR = 3.0  # line heights between the heads and the table, at most
INTO = 1.0  # line height by which they may reach into it


def with_turned_heads(grids: Sequence[Grid], lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables with the heads above them, and the lines that are not among these."""
    found: list[Grid] = []
    left = list(lines)
    for grid in grids:
        heads = _heads(grid, [line for line in left if line.turn % 2], left)
        if heads:
            taken = {id(line) for held in heads for line in held}
            left = [line for line in left if id(line) not in taken]
        found.append(_headed(grid, heads) if heads else grid)
    return found, left


def _heads(grid: Grid, turned: Sequence[Line], lines: Sequence[Line]) -> list[list[Line]]:
    """The lines above each column, where enough of them have one that is set sideways; else none."""
    sides = _sides(grid)
    above = [line for line in turned if _is_above(line.place, grid.box, line.size)]
    held = [[line for line in above if _is_over(line.place, side)] for side in sides]
    columns = sum(bool(own) for own in held[1:])
    if columns < max(FEWEST, MOST * (len(sides) - 1)) or sum(map(len, held)) < len(above):
        return []
    top = min(line.place[1] for line in above)
    beside = [line for line in lines if not line.turn and line.table < 0 and top <= line.middle <= grid.box[1]]
    for line in beside:
        own = [column for column, side in enumerate(sides) if _is_over(line.box, side)]
        if len(own) == 1 and not any(other.turn for other in held[own[0]]):
            held[own[0]].append(line)
    return held


def _sides(grid: Grid) -> list[tuple[float, float]]:
    """Where each column begins and ends."""
    boxes = [
        [cell.box for cell in grid.cells if cell.column == column and cell.column_span == 1]
        for column in range(grid.columns)
    ]
    return [(min((box[0] for box in own), default=0.0), max((box[2] for box in own), default=0.0)) for own in boxes]


def _is_above(place: Box, box: Box, size: float) -> bool:
    """Whether a line set sideways ends right above the table."""
    return -INTO * size <= box[1] - place[3] <= NEAR * size or (
        place[1] < box[1] and 0 <= box[1] - (place[1] + place[3]) / 2 <= (place[3] - place[1]) + NEAR * size
    )


def _is_over(place: Box, side: tuple[float, float]) -> bool:
    return side[0] <= (place[0] + place[2]) / 2 < side[1]


def _headed(grid: Grid, heads: Sequence[Sequence[Line]]) -> Grid:
    """The table with one more row at its top."""
    top = min(line.place[1] for held in heads for line in held)
    cells = [
        GridCell(0, column, (start, top, end, grid.box[1]), tuple(rows(held)), is_header=True)
        for column, (held, (start, end)) in enumerate(zip(heads, _sides(grid), strict=True))
    ]
    below = [replace(cell, row=cell.row + 1) for cell in grid.cells]
    box = (grid.box[0], top, *grid.box[2:])
    return replace(grid, box=box, rows=grid.rows + 1, cells=(*cells, *below))
