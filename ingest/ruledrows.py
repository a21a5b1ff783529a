"""Rows between two rules: several where each line has its label and its figure, as in tables with few rules."""

from collections.abc import Callable, Sequence

from ingest.figures import is_number
from ingest.lines import Line

SAME_ROW = 0.45  # of the line height by which the lines of a row differ in height

Row = list[Line]


def rows_between(lines: Sequence[Line], column_of: Callable[[Line], int]) -> list[Row]:
    """The lines between two rules as rows, told apart where each has a label in the first column and a figure in one
    column behind it; all in one where they have not. `column_of` says in which column a line stands.

    A line without a figure goes with the row above it, or below where that one's label goes on with it; or it is a
    title of rows.
    """
    rows = _level(lines)
    columns = [{column_of(line) for line in row if is_number(line.text)} for row in rows]
    if len(rows) < 2 or not any(columns):
        return [list(lines)]
    every = [column for own in columns for column in own if column]
    most = max(set(every), key=every.count, default=0)
    numbered = [most in own for own in columns]
    labels = [next((line.text for line in row if column_of(line) == 0), "") for row in rows]
    if sum(numbered) < 2 or not all(label for label, has in zip(labels, numbered, strict=True) if has):
        return [list(lines)]
    if any(is_number(label) or not label for label in labels):
        return [list(lines)]
    found: list[Row] = []
    is_begun = False  # by a line whose label goes on with the next
    for index, (row, label) in enumerate(zip(rows, labels, strict=True)):
        goes_on = found and (is_begun or not numbered[index]) and label[0].islower()
        if goes_on:
            found[-1].extend(row)
        else:
            found.append(list(row))
        is_begun = not numbered[index] and (is_begun or not goes_on)
    return found


def _level(lines: Sequence[Line]) -> list[Row]:
    """The lines that stand at one height, from top to bottom."""
    found: list[Row] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if found and line.middle - found[-1][0].middle <= SAME_ROW * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    return found
