"""Ruling lines as grids: line segments in, the cells that they enclose out. Pure geometry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Box
from ingest.lines import union
from ingest.record import record

THIN = 3.0  # points: a filled rectangle no thicker than this is drawn as a line
SNAP = 2.5  # points: lines nearer than this are one line, drawn twice (the two borders of neighbouring cells)
REACH = 3.5  # points by which lines that should meet may miss each other
COVERED = 0.7  # of a cell's side that a line must run along to be its wall
WALLED = 0.7  # of the cells that must have three drawn sides or more: else lines of a drawing happen to meet
MOST_CELLS = 4000  # of one page: what has more is drawn, not written
MOST_LINES = 400  # in one direction: a drawing with more is a chart or a map, and no table

Interval = tuple[float, float]


@record
class Rule:
    """A straight line at height (if upright: distance from the left) `at`, from `start` to `end`, in points."""

    at: float
    start: float
    end: float


@record
class Frame:
    """One cell of a ruled grid: its first row and column, how many it takes, and its box."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled grid of `rows` × `columns`; `is_open` where no line is drawn under its last row."""

    box: Box
    rows: int
    columns: int
    frames: tuple[Frame, ...]
    is_open: bool = False


def lattices(segments: Iterable[Box]) -> list[Lattice]:
    """The ruled grids of at least two rows and two columns, from thin boxes (as drawn, in points), top to bottom.

    >>> walls = [(x, 0, x, 20) for x in (0, 10, 30)] + [(0, y, 30, y) for y in (0, 10, 20)]
    >>> [(grid.rows, grid.columns, len(grid.frames)) for grid in lattices(walls)]
    [(2, 2, 4)]
    """
    boxes = list(segments)
    across = joined(
        Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in boxes if y1 - y0 <= THIN and x1 - x0 > max(THIN, y1 - y0)
    )
    down = joined(
        Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in boxes if x1 - x0 <= THIN and y1 - y0 > max(THIN, x1 - x0)
    )
    if not 2 <= len(across) <= MOST_LINES or not 2 <= len(down) <= MOST_LINES:
        return []
    grids = [_lattice(rows, columns) for rows, columns in meeting(across, down)]
    found = [grid for grid in grids if grid and grid.rows >= 2 and grid.columns >= 2 and len(grid.frames) >= 3]
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines at nearly one place snapped to it, and those that touch end to end made one."""
    ordered = sorted(rules, key=lambda rule: rule.at)
    clusters: list[list[Rule]] = []
    for rule in ordered:
        if clusters and rule.at - clusters[-1][-1].at <= SNAP and rule.at - clusters[-1][0].at <= 2 * SNAP:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    joined: list[Rule] = []
    for cluster in clusters:
        at = sum(rule.at for rule in cluster) / len(cluster)
        spans: list[Rule] = []
        for rule in sorted(cluster, key=lambda rule: rule.start):
            if spans and rule.start <= spans[-1].end + REACH:
                spans[-1] = Rule(at, spans[-1].start, max(spans[-1].end, rule.end))
            else:
                spans.append(Rule(at, rule.start, rule.end))
        joined.extend(spans)
    return joined


def meeting(across: Sequence[Rule], down: Sequence[Rule], reach: float = REACH) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or over others, put together; `reach` is by how much they may miss each other."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    uprights = [(rule.at, rule.start - reach, rule.end + reach) for rule in down]
    for i, row in enumerate(across):
        at, start, end = row.at, row.start - reach, row.end + reach
        for j, (beside, top, bottom) in enumerate(uprights, start=len(across)):
            if start <= beside <= end and top <= at <= bottom:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *down]):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(rule)
    return [(rows, columns) for rows, columns in groups.values() if len(rows) >= 2 and len(columns) >= 1]


def _lattice(across: Sequence[Rule], down: Sequence[Rule]) -> Lattice | None:
    """The grid of lines that meet; an open side is closed where the crossing lines end."""
    ys = places([rule.at for rule in across] + [end for rule in down for end in (rule.start, rule.end)])
    xs = places([rule.at for rule in down] + [end for rule in across for end in (rule.start, rule.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MOST_CELLS:
        return None
    level, upright = _near(across, ys), _near(down, xs)
    below = [[_is_covered(level[place], side) for side in pairwise(xs)] for place in ys[1:]]
    right = [[_is_covered(upright[place], side) for side in pairwise(ys)] for place in xs[1:]]
    walls_right = [[right[column][row] for column in range(columns)] for row in range(rows)]
    taken: set[tuple[int, int]] = set()
    frames: list[Frame] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide, tall = _extent(row, column, walls_right, below, taken)
            taken.update((row + i, column + j) for i in range(tall) for j in range(wide))
            box = (xs[column], ys[row], xs[column + wide], ys[row + tall])
            frames.append(Frame(row, column, tall, wide, box))
    if sum(_walls_about(frame.box, level, upright) >= 3 for frame in frames) < WALLED * len(frames):
        return None
    is_open = not _is_covered(level[ys[-1]], (xs[0], xs[-1]))
    return Lattice(union(frame.box for frame in frames), rows, columns, tuple(frames), is_open)


def _near(rules: Sequence[Rule], places: Sequence[float]) -> dict[float, list[Rule]]:
    """For each place the lines that stand at it."""
    return {place: [rule for rule in rules if abs(rule.at - place) <= REACH] for place in places}


def _walls_about(box: Box, level: Mapping[float, Sequence[Rule]], upright: Mapping[float, Sequence[Rule]]) -> int:
    """How many of the four sides of a box are drawn, given the lines at each height and at each distance."""
    x0, y0, x1, y1 = box
    across = sum(_is_covered(level[y], (x0, x1)) for y in (y0, y1))
    return across + sum(_is_covered(upright[x], (y0, y1)) for x in (x0, x1))


def _extent(
    row: int, column: int, right: list[list[bool]], below: list[list[bool]], taken: set[tuple[int, int]]
) -> tuple[int, int]:
    """How many columns and rows a cell takes: as far as no wall stands in its way."""
    wide = 1
    while column + wide < len(right[row]) and not right[row][column + wide - 1] and (row, column + wide) not in taken:
        wide += 1
    tall = 1
    while row + tall < len(below) and not any(below[row + tall - 1][column : column + wide]):
        inner = range(column, column + wide - 1)
        if any(right[row + tall][j] for j in inner) or any((row + tall, column + j) in taken for j in range(wide)):
            break
        tall += 1
    return wide, tall


def places(values: Iterable[float]) -> list[float]:
    """Distinct places, those within `REACH` of each other made one."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= REACH:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(cluster) / len(cluster) for cluster in clusters]


def _is_covered(rules: Sequence[Rule], side: Interval) -> bool:
    """Whether lines at one place run along most of a stretch of it."""
    start, end = side
    shared = sum([max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules])
    return shared >= COVERED * (end - start)
