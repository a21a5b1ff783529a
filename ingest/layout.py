"""Reading order by geometry: boxes of lines in, the same lines out in the order a person reads them.

Recursive XY-cut (G. Nagy, S. Seth: Hierarchical representation of optically scanned documents, ICPR 1984) with the two
amendments that office pages need: what spans the columns is cut off before they are parted (J.-L. Meunier: Optimized
XY-cut for determining a page reading order, ICDAR 2005), and a region whose lines stand in rows (a table, a label
beside its value, a big number beside what it counts) is read row by row. Nothing is lost or taken twice: `flow` returns
every line that it was given once.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, zip_longest
from operator import sub

from ingest.asides import first_paragraph, text_beside
from ingest.columns import are_stacks, blocks, is_in_turn, is_inset, is_justified, is_other_text, is_title, runs_on
from ingest.document import Box
from ingest.figures import BIG, is_callout, is_figure
from ingest.gutters import Cover, Interval, cover, inner_gaps, merge, middle_one, part, widened, within
from ingest.lines import Line, joined, union
from ingest.pool import Pool, Region, bands, columns_of, pooled
from ingest.stretches import RAISED

SAME_ROW = 0.45  # of the smaller height: centres nearer than this stand on one row
FLUSH = 1.5  # points by which justified lines may miss the edge
JUSTIFIED_RUN = 2  # lines pulled apart that follow each other; more are columns
COLUMN_BREAK = 1.8  # line heights of white below which a one-sided line still belongs to the columns above it
PROSE = 22  # characters a line: columns of such lines are text to be read downwards
ROWS = 0.8  # of a column's lines that stand on a row with the others, where they are cells
PITCH_LINES = 4  # lines of a column from which its own pitch is told
SAME_PITCH = 0.03  # of the pitch: columns set closer than this may be rows
RUNNING_PITCH = 1.7  # line heights: lines further apart are no running text
STEADY = 0.6  # of a column's distances that must be its pitch
ROW_WHITE = 0.45  # line heights of white between rows of cells
NARROW = 0.6  # of the width of the text beside it: a box at the side
LONE_MARK = re.compile(
    r"^(?:[•●○▪■□◦‣⁃·∙➢✓\uf0b7\uf0a7\uf0d8\uf076\uf0fc–—-]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVX]{1,4}\.|[а-яa-z]\))$"
)
NOTE_MARK = re.compile(r"^(?:\d{1,3}|\*{1,3}|[†‡])\)?$")
MOST_NOTES = 40  # of a page: more are the figures of a table
MARK_REACH = 4.0  # line heights between a mark and its text
MARK = re.compile(r"^(?:[•●○▪■□◦‣⁃·∙➢✓\uf0b7\uf0a7\uf0d8\uf076\uf0fc–—-]|\(?\d{1,2}[.)]|[а-яa-z]\))\s")

Group = tuple[list[Region], Cover, list[Interval]]
"""Bands that are read together, what they stand on, and the gutters in that."""


def is_item(text: str) -> bool:
    """Whether the text begins with a bullet or an item number.

    >>> is_item("• первый"), is_item("1) первый"), is_item("а) первый"), is_item("первый")
    (True, True, True, False)
    """
    return not (text[:1].isalpha() and text[1:2] != ")") and MARK.match(text) is not None


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each bullet, item number or footnote's mark that stands by itself joined to its text."""
    short = [line for line in lines if len(line.text) <= 4]
    if not short:
        return list(lines)
    marks = {id(line): _beside(line, lines) for line in short if LONE_MARK.match(line.text)}
    small = RAISED * max([line.size for line in lines], default=0.0)
    notes = [line for line in short if line.size < small and id(line) not in marks and NOTE_MARK.match(line.text)]
    if len(notes) <= MOST_NOTES:
        marks |= {id(line): _note_beside(line, lines) for line in notes}
    if not marks:
        return list(lines)
    marked = {id(text): line for line in lines if (text := marks.get(id(line))) is not None}
    joined_marks = {id(mark) for mark in marked.values()}
    return [
        joined([marked[id(line)], line]) if id(line) in marked else line
        for line in lines
        if id(line) not in joined_marks
    ]


def _beside(mark: Line, lines: Sequence[Line]) -> Line | None:
    """The nearest text to the right of a mark, on its row."""
    near = [
        line
        for line in lines
        if line is not mark and _on_one_row(mark, line) and 0 <= line.box[0] - mark.box[2] <= MARK_REACH * line.size
    ]
    nearest = min(near, key=lambda line: line.box[0], default=None)
    return nearest if nearest is not None and not LONE_MARK.match(nearest.text) else None


def _note_beside(mark: Line, lines: Sequence[Line]) -> Line | None:
    """The note that a mark set smaller begins: the text to its right, where no text stands right before it."""
    note = _beside(mark, lines)
    if note is None or mark.size >= RAISED * note.size:
        return None
    is_first = not any(_on_one_row(mark, line) and -1 < mark.box[0] - line.box[2] < note.size for line in lines)
    return note if is_first else None


def flow(lines: Sequence[Line], pool: Pool | None = None) -> list[list[Line]]:
    """The lines in reading order, as stretches within which a paragraph may run on (a column, a full-width part).

    Pieces of one row inside a stretch are joined into one line. `pool` are the lines in their bands, where they are
    known and none is turned.
    """
    stretches: list[list[Line]] = []
    if pool is not None:
        _cut(pool, stretches)
        return stretches
    for turn in _turns(lines):
        _cut(pooled([line for line in lines if line.turn == turn]), stretches)
    return stretches


def _turns(lines: Sequence[Line]) -> list[int]:
    """The turns of the page's lines, the one of most characters first: text set sideways is read by itself."""
    weight = Counter({0: 1})
    for line in lines:
        weight[line.turn] += len(line.text)
    return [turn for turn, _ in weight.most_common()]


def _cut(pool: Pool, out: list[list[Line]]) -> None:
    """Append the stretches of one region to `out`."""
    if pool.is_single:
        if pool.bands:
            out.append([band[0] for band in pool.bands])
        return
    columns = part(pool.lines, pool.gaps)
    if len(columns) > 1 and _differ_in_pitch(columns):
        for column in _in_turn([pooled(column) for column in columns]):
            _cut(column, out)
        return
    running: list[Line] = []
    held: Region = ()
    groups = _groups(pool)
    for group, following in zip_longest(groups, groups[1:]):
        inside, _, gaps = group
        row = _single_row(inside[0]) if len(inside) == 1 else None
        if row is not None:
            running.append(row)
        elif not gaps:
            running.extend(line for band in inside for line in rows(band))
        else:
            _flush(running, held, out)
            below = min(following[0][0], key=_left) if following else None
            running, held = _cut_columns(group, out, (running[-1] if running else None, below))
    _flush(running, held, out)


def _flush(running: list[Line], held: Region, out: list[list[Line]]) -> None:
    """Append running text, what is `held` back (a box at the side of the text before) after its first paragraph."""
    count = first_paragraph(running) if held else 0
    if count:
        out.append(running[:count])
    if held:
        _cut(pooled(held), out)
    if running[count:]:
        out.append(running[count:])


def _left(line: Line) -> float:
    return line.box[0]


def _cut_columns(
    group: Group, out: list[list[Line]], around: tuple[Line | None, Line | None]
) -> tuple[list[Line], Region]:
    """One group of bands that share gutters: column by column, or row by row. `around` are the lines above and below;
    returned are lines with which the text below begins, and what is to be read after its first paragraph."""
    inside, _, gaps = group
    columns = columns_of(inside, gaps)
    are_columns = len(inside) == 1 or _are_columns(columns, len(inside))
    are_callouts = all(is_callout(column.lines) for column in columns)
    beside = None if are_callouts else text_beside([column.lines for column in columns], *around)
    if beside and (are_columns or _is_running(beside.text)):
        _cut(pooled(beside.text), out)
        return list(beside.rest), beside.box
    if are_columns:
        for column in _in_turn(columns):
            _cut(column, out)
        return [], ()
    parted = blocks(inside, gaps)
    cells = [part([line for band in block for line in band], gaps) for block in parted]
    for region in chain.from_iterable(cells) if len(parted) > 1 else inside:
        _cut(pooled(region), out)
    return [], ()


def _is_running(column: Region) -> bool:
    """Whether a column holds lines of running text that fill it."""
    lines = rows(column)
    return len(lines) > 1 and sum(len(line.text) for line in lines) >= PROSE * len(lines) and is_full([tuple(lines)])


def _in_turn(columns: list[Pool]) -> list[Pool]:
    """Columns from left to right, but a narrow one that begins lower than its neighbour on the right after it."""
    if len(columns) != 2:
        return columns
    side, main = (union([line.box for line in column.lines]) for column in columns)
    lower = side[1] - main[1] > 2 * max([line.size for line in columns[1].lines])
    return columns[::-1] if lower and side[2] - side[0] < NARROW * (main[2] - main[0]) else columns


def _justified(pool: Pool) -> list[Group]:
    """The bands, each a group of its own, with lines that justification has pulled apart made whole.

    Such a line stands alone or with one more between whole lines, and begins or ends exactly where they do.
    """
    regions, inner = pool.bands, pool.inner
    found: list[Group] = [([band], held, gaps) for band, held, gaps in zip(regions, pool.covers, inner, strict=True)]
    first = 0
    while first < len(found):
        end = first
        while end < len(found) and inner[end]:
            end += 1
        if 0 < end - first <= JUSTIFIED_RUN:
            whole = [regions[index] for index in (first - 1, end) if 0 <= index < len(regions)]
            for index in range(first, end):
                row = _single_row(regions[index])
                if row is not None and any(_same_reach(row, line) for band in whole for line in band):
                    found[index] = [(row,)], [(row.box[0], row.box[2])], []
        first = max(end, first + 1)
    return found


def _same_reach(row: Line, line: Line) -> bool:
    """Whether a row ends where a line does, begins no further left, and is set in its size."""
    same_size = abs(row.size - line.size) <= 0.1 * line.size
    return same_size and abs(row.box[2] - line.box[2]) <= FLUSH and row.box[0] >= line.box[0] - 4 * line.size


def _groups(pool: Pool) -> list[Group]:
    """Bands that follow each other and share a gutter, or have none: what spans the columns stands by itself."""
    unit = pool.unit
    groups: list[Group] = []
    for single in _justified(pool):
        (band,), own, has = single
        if groups:
            before, held, had = groups[-1]
            if had and has and _is_within(own, held):
                before.append(band)
                continue
            merged = widened(held, own)
            left = had
            if merged is not held:
                left = [gap for gap in inner_gaps(merged, unit) if any(within(gap, old) for old in (had or has))]
            spans = not has and len(left) < len(had) and len(before) > 1
            goes_on = has or (_is_near(before[-1], band, unit) and not is_other_text(before, band))
            if (left and had and goes_on and not spans) or not (had or has or left):
                gaps = had if merged is held else inner_gaps(merged, unit)
                if gaps and not had and is_in_turn(before[-1], band):
                    groups.append(single)
                    continue
                before.append(band)
                groups[-1] = (before, merged, gaps)
                continue
            if has and not had:
                # The first lines of one column stand higher than the other's: take them back from the part above.
                taken = _taken_back(before, band, unit)
                if taken:
                    rest = before[: len(before) - len(taken)]
                    groups[-1:] = [_covering(rest, unit)] if rest else []
                    groups.append(_covering([*taken, band], unit))
                    continue
        groups.append(single)
    return groups


def _is_within(own: Cover, held: Cover) -> bool:
    """Whether two columns stand on no more than two others do."""
    if len(own) != 2 or len(held) != 2:
        return False
    (a, b), (c, d) = own
    (left, right), (start, end) = held
    return left <= a and b <= right and start <= c and d <= end


def _covering(group: list[Region], unit: float) -> Group:
    held = cover([line for lines in group for line in lines])
    return group, held, inner_gaps(held, unit)


def _is_near(above: Region, band: Region, unit: float) -> bool:
    return _top(band) - _bottom(above) < COLUMN_BREAK * unit


def _taken_back(before: Sequence[Region], band: Region, unit: float) -> list[Region]:
    """The last bands before `band` that stand clear of its gutters, close above it and each other."""
    own = cover(band)
    taken: list[Region] = []
    below = band
    for above in reversed(before):
        if len(inner_gaps(merge([*own, *cover(above)]), unit)) < len(inner_gaps(own, unit)):
            break
        if _top(below) - _bottom(above) > COLUMN_BREAK * unit or is_title(above, own, unit):
            break
        if taken and is_in_turn(above, below):
            break
        taken.insert(0, above)
        below = above
    return taken


def _are_columns(pools: Sequence[Pool], count: int) -> bool:
    """Whether parts side by side, all together of so many bands, are read one after the other, and not row by row."""
    columns = [pool.lines for pool in pools]
    if any(_is_big_number_beside(left, right) for left, right in pairwise(columns)):
        return False
    tall = sum([len(pool.bands) >= 2 for pool in pools])
    if tall < 2:
        return _differ_in_pitch(columns) or (tall == 1 and count <= 2)
    joined_rows = [_in_rows(pool) for pool in pools]
    prose = [sum([len(line.text) for line in column]) / len(column) >= PROSE for column in joined_rows]
    if all(prose) and is_full(joined_rows):
        return True
    if _differ_in_pitch(columns) or all(map(is_callout, columns)):
        return True
    if len(columns) == 2 and any(is_inset(*pair) for pair in (columns, columns[::-1])):
        return True
    if len(columns) == 2 and any(_are_callouts_beside(*pair) for pair in (columns, columns[::-1])):
        return True
    if sum(any(is_item(line.text) for line in column) for column in columns) >= 2:
        return True
    columns = joined_rows
    if (
        are_stacks(columns)
        or all(map(is_justified, columns))
        or (all(map(runs_on, columns)) and not _is_in_rows(columns))
    ):
        return True
    aligned = _aligned(columns)
    lengths = [len(column) for column in columns]
    if aligned < ROWS and prose[lengths.index(max(lengths))] and max(lengths) >= 1.5 * min(lengths):
        return True
    return aligned < 0.5 or (all(prose) and aligned < 0.9 and len(columns) == 2)


def _in_rows(pool: Pool) -> Region:
    """`rows` of a column, which no two of its lines share where each has a band of its own."""
    return tuple([band[0] for band in pool.bands]) if pool.is_single else tuple(rows(pool.lines))


def _is_in_rows(columns: Sequence[Region]) -> bool:
    """Whether white parts rows of all the columns."""
    unit = middle_one([line.size for line in columns[0]])
    pool = bands(tuple([line for column in columns for line in column]))
    return sum([_top(low) - _bottom(high) > ROW_WHITE * unit for high, low in pairwise(pool)]) > 1


def _differ_in_pitch(columns: Sequence[Region]) -> bool:
    """Whether columns of running text are each set at a pitch of their own, as no rows can be."""
    pitches: list[float] = []
    for column in columns:
        pitch = _pitch(column)
        if not pitch:
            return False
        pitches.append(pitch)
    return any(b - a > SAME_PITCH * b for a, b in pairwise(sorted(pitches)))


def _pitch(column: Region) -> float:
    """The distance that most neighbouring lines of a column have; 0 where they have none, or stand far apart."""
    if len(column) < PITCH_LINES:
        return 0.0
    middles = sorted([(line.box[1] + line.box[3]) / 2 for line in column])
    distances = [below - above for above, below in pairwise(middles)]
    usual = middle_one(distances)
    steady = sum([abs(distance - usual) <= SAME_PITCH * usual for distance in distances])
    if steady < STEADY * len(distances) or usual > RUNNING_PITCH * middle_one([line.size for line in column]):
        return 0.0
    return usual


def is_full(columns: Sequence[Region]) -> bool:
    """Whether most lines fill their column's width, as running text does and cells do not."""
    for column in columns:
        lefts, _, rights, _ = zip(*[line.box for line in column], strict=True)
        widths = sorted(map(sub, rights, lefts))  # from the narrowest: the half of them that is wider tells
        if widths[len(widths) // 2] <= 0.7 * (max(rights) - min(lefts)):
            return False
    return True


def _aligned(columns: Sequence[Region]) -> float:
    """The share of the shortest column's lines that stand on a row with a line of each other column."""
    shortest = min(columns, key=len)
    others = [column for column in columns if column is not shortest]
    matched = sum(all(any(_on_one_row(line, other) for other in column) for column in others) for line in shortest)
    return matched / len(shortest)


def _are_callouts_beside(stack: Region, text: Region) -> bool:
    """Big numbers one below the other, each above its label, beside list items or running text."""
    if not any(is_figure(line) for line in stack):
        return False
    lines = sorted(stack, key=lambda line: line.middle)
    label = middle_one([line.size for line in lines if not is_figure(line)]) if not all(map(is_figure, lines)) else 0.0
    are_big = [is_figure(line) and line.size > BIG * label for line in lines]
    apart = all(not (one and other) for one, other in pairwise([*are_big, True]))
    if not label or not are_big[0] or not apart or any(line.size > BIG * label for line in text):
        return False
    return any(is_item(line.text) for line in text) or _pitch(text) > 0


def _is_big_number_beside(left: Region, right: Region) -> bool:
    """A column of numbers set larger than the text beside them."""
    if not all(is_figure(line) for line in left):
        return False
    return min(line.size for line in left) > 1.1 * max(line.size for line in right) and len(left) <= len(bands(right))


def rows(band: Sequence[Line]) -> list[Line]:
    """The lines of a band as rows from top to bottom; pieces of one row joined from left to right."""
    if len(band) == 1 or _is_stacked(band):
        return list(band)
    placed = []
    for index, line in enumerate(band):
        left, top, _, bottom = line.box
        placed.append((line.turn, (top + bottom) / 2, left, index))
    placed.sort()
    found: list[list[Line]] = []
    head = float("-inf")  # the height of the last row's first line
    for _, middle, _, index in placed:
        line = band[index]
        near = abs(middle - head) <= SAME_ROW * line.size and _on_one_row(found[-1][0], line)
        if near and not any(_overlap(line, other) for other in found[-1]):
            found[-1].append(line)
        else:
            found.append([line])
            head = middle
    return [row[0] if len(row) == 1 else joined(sorted(row, key=_left)) for row in found]


def _is_stacked(band: Sequence[Line]) -> bool:
    """Whether each line stands on a row of its own, below that of the line before."""
    above, turn = float("-inf"), band[0].turn if band else 0
    for line in band:
        _, top, _, bottom = line.box
        middle = (top + bottom) / 2
        if middle - above <= SAME_ROW * line.size or line.turn != turn:
            return False
        above = middle
    return True


def _single_row(band: Region) -> Line | None:
    """The band as one line, when all its pieces stand on one row."""
    found = rows(band)
    return found[0] if len(found) == 1 else None


def _on_one_row(line: Line, other: Line) -> bool:
    if line.table >= 0 or other.table >= 0 or line.turn != other.turn:
        return False
    return abs(line.middle - other.middle) <= SAME_ROW * min(line.size, other.size)


def _overlap(line: Line, other: Line) -> bool:
    """Whether two lines stand over each other from left to right by more than a hair."""
    return min(line.box[2], other.box[2]) - max(line.box[0], other.box[0]) > 0.3 * min(line.size, other.size)


def _top(band: Region) -> float:
    return min([line.box[1] for line in band])


def _bottom(band: Region) -> float:
    return max([line.box[3] for line in band])


def order(boxes: Sequence[Box]) -> list[int]:
    """The reading order of bare boxes, as indices: what `flow` does, for boxes without text.

    >>> order([(50, 20, 90, 30), (0, 0, 40, 10), (50, 0, 90, 10), (0, 20, 40, 30)])
    [1, 2, 3, 0]
    """
    lines = [Line("", [index], box, box[3] - box[1]) for index, box in enumerate(boxes)]
    return [index for stretch in flow(lines) for line in stretch for index in line.chars if index >= 0]
