"""Rows of callouts: figures set large side by side, each with its label below, above or beside it.

A figure and its label are read together, callout by callout; so a row of them holds its place on the page as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.figures import BIG, is_figure
from ingest.lines import Line, joined, union

LEAST = 2  # figures side by side; one alone stands with its label anyway
SAME_FIGURE = 0.12  # of the height by which the figures of a row differ
SAME_ROW = 0.7  # of the height by which their middles differ: each may stand at the middle of a label of its own length
NEAR = 0.8  # of the figure's height: white between it and its label
BESIDE = 4.0  # times its height: white between it and a label beside it
LEADING = 0.7  # of the label's height: white between its lines
HAIR = 1.0  # points
UNIT_GAP = 0.6  # of the figure's height
UNIT_REACH = 10  # characters
LABEL_REACH = 160  # characters
STANDING = 1_000_000  # the numbers of tables on a page end far below the first of these

Callout = tuple[Line, ...]
"""A figure and the lines of its label, in the order of reading."""


@dataclass(frozen=True, slots=True)
class CalloutRow:
    """Callouts side by side, from left to right."""

    callouts: tuple[Callout, ...]

    def standing(self, index: int) -> Line:
        """A line that holds the row's place while the page is put in order."""
        box = union(line.box for callout in self.callouts for line in callout)
        return Line("", (), box, box[3] - box[1], table=STANDING + index)


def callout_rows(lines: Sequence[Line]) -> tuple[list[CalloutRow], list[Line]]:
    """The rows of callouts among the lines, and the other lines."""
    small = sorted([line.size for line in lines])[len(lines) // 4] if lines else 0.0
    large = [line for line in lines if line.size > BIG * small and not line.turn]
    if sum(map(is_figure, large)) < LEAST:
        return [], list(lines)
    figures, lines = _with_units(large, lines)
    found: list[CalloutRow] = []
    taken: set[int] = set()
    others = [line for line in lines if not line.turn and line.table < 0]
    hung = _hung(figures, others)
    for row in [[callout[-1] for callout in hung]] if hung else _rows(figures):
        callouts = hung or _with_labels(row, [line for line in others if id(line) not in taken])
        if callouts:
            found.append(CalloutRow(tuple(callouts)))
            taken.update(id(line) for callout in callouts for line in callout)
    return found, [line for line in lines if id(line) not in taken]


def _with_units(large: Sequence[Line], lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The figures among large lines, each in one with the unit right behind it, and the lines with these."""
    figures = []
    whole: dict[int, Line] = {}
    dropped: set[int] = set()
    for figure in filter(is_figure, large):
        unit = next((line for line in large if _is_unit(figure, line)), None)
        if unit is not None:
            whole[id(figure)] = joined([figure, unit])
            dropped.add(id(unit))
        figures.append(whole.get(id(figure), figure))
    return figures, [whole.get(id(line), line) for line in lines if id(line) not in dropped]


def _is_unit(figure: Line, line: Line) -> bool:
    """Whether a short line of the same size goes on right behind a figure."""
    near = 0 < line.box[0] - figure.box[2] <= UNIT_GAP * figure.size
    return near and _is_beside(figure, line) and len(line.text) <= UNIT_REACH and not is_figure(line)


def expanded(stretches: Sequence[Sequence[Line]], rows: Sequence[CalloutRow]) -> list[list[Line]]:
    """The stretches, each callout in the place of the line that stands for its row, as a stretch of its own."""
    if not rows:
        return [list(stretch) for stretch in stretches]
    found: list[list[Line]] = []
    for stretch in stretches:
        running: list[Line] = []
        for line in stretch:
            if line.table < STANDING:
                running.append(line)
                continue
            if running:
                found.append(running)
            running = []
            found.extend(list(callout) for callout in rows[line.table - STANDING].callouts)
        if running:
            found.append(running)
    return found


def _rows(figures: Sequence[Line]) -> Iterator[list[Line]]:
    """Figures of one size at one height, from left to right."""
    left = sorted(figures, key=lambda line: line.middle)
    while left:
        first = left[0]
        row = [line for line in left if _is_beside(first, line)]
        left = [line for line in left if not _is_beside(first, line)]
        if len(row) >= LEAST:
            yield sorted(row, key=lambda line: line.box[0])


def _hung(figures: Sequence[Line], lines: Sequence[Line]) -> list[Callout]:
    """Figures of one size, each right below its label, where the labels begin at one height and differ in length."""
    row = sorted(figures, key=lambda line: line.box[0])
    sizes = [line.size for line in row]
    if (
        len(row) <= LEAST
        or max(sizes) - min(sizes) > SAME_FIGURE * max(sizes)
        or all(_is_beside(row[0], one) for one in row)
    ):
        return []
    small = [line for line in lines if line.size * BIG < min(sizes) and line.text]
    labels = [_chain(figure, row, small, is_below=False) for figure in row]
    tops = [label[0].middle for label in labels if label]
    is_level = len(tops) == len(row) and max(tops) - min(tops) <= HAIR
    return [(*label, figure) for label, figure in zip(labels, row, strict=True)] if is_level else []


def _is_beside(line: Line, other: Line) -> bool:
    same = abs(line.size - other.size) <= SAME_FIGURE * line.size
    return same and abs(line.middle - other.middle) <= SAME_ROW * line.size


def _with_labels(row: Sequence[Line], lines: Sequence[Line]) -> list[Callout]:
    """The figures of a row with their labels; none where one has no label, or more than one may be meant."""
    size = min(line.size for line in row)
    labels = [line for line in lines if line.size * BIG < size and line.text]
    beside = _beside(row, labels)
    if all(beside):
        return [(figure, *label) for figure, label in zip(row, beside, strict=True)]
    below = [_chain(figure, row, labels, is_below=True) for figure in row]
    above = [_chain(figure, row, labels, is_below=False) for figure in row]
    if all(below) and not (all(above) and _distance(row, above) < _distance(row, below)):
        return [(figure, *label) for figure, label in zip(row, below, strict=True)]
    return [(*label, figure) for figure, label in zip(row, above, strict=True)] if all(above) else []


def _beside(row: Sequence[Line], labels: Sequence[Line]) -> list[list[Line]]:
    """For each figure the lines between it and the next one that stand at its height."""
    found = []
    for index, figure in enumerate(row):
        x0, top, x1, bottom = figure.box
        end = row[index + 1].box[0] if index + 1 < len(row) else x1 + (x1 - x0) * 20
        own = [
            line
            for line in labels
            if line.box[0] >= x1 - HAIR and line.box[2] <= end + HAIR and top - HAIR <= line.middle <= bottom + HAIR
        ]
        left = min((line.box[0] for line in own), default=0.0)
        column = [line for line in labels if abs(line.box[0] - left) <= HAIR and line.box[2] <= end + HAIR]
        found.append(_grown(own, column) if own and left - x1 <= BESIDE * figure.size else [])
    return found


def _grown(own: Sequence[Line], column: Sequence[Line]) -> list[Line]:
    """A label with the lines of its column that go on above and below it."""
    grown = list(own)
    for line in sorted(column, key=lambda one: abs(one.middle - own[0].middle)):
        if line not in grown and any(
            0 <= abs(line.middle - one.middle) - one.size <= LEADING * one.size for one in grown
        ):
            grown.append(line)
    return sorted(grown, key=lambda line: (line.middle, line.box[0]))


def _chain(figure: Line, row: Sequence[Line], labels: Sequence[Line], *, is_below: bool) -> list[Line]:
    """The lines right below (or above) a figure that stand under it and under no other of its row."""
    found: list[Line] = []
    edge = figure.box[3] if is_below else figure.box[1]
    room = NEAR * figure.size
    for line in sorted(labels, key=lambda one: one.middle if is_below else -one.middle):
        white = line.box[1] - edge if is_below else edge - line.box[3]
        is_past = line.middle > figure.middle if is_below else line.middle < figure.middle
        if not is_past or not _is_under(line, figure):
            continue
        if white > room or sum(_is_under(line, other) for other in row) > 1:
            break
        if found and abs(line.size - found[0].size) > SAME_FIGURE * line.size:
            break
        found.append(line)
        edge, room = (line.box[3] if is_below else line.box[1]), LEADING * line.size
    is_label = 0 < sum(len(line.text) for line in found) <= LABEL_REACH
    return (found if is_below else found[::-1]) if is_label else []


def _is_under(line: Line, figure: Line) -> bool:
    """Whether a line and a figure stand over each other, from left to right."""
    return min(line.box[2], figure.box[2]) - max(line.box[0], figure.box[0]) > HAIR


def _distance(row: Sequence[Line], labels: Sequence[Sequence[Line]]) -> float:
    """The white between the figures and the nearest lines of their labels, all together."""
    return sum(
        min(max(line.box[1] - figure.box[3], figure.box[1] - line.box[3]) for line in label)
        for figure, label in zip(row, labels, strict=True)
    )
