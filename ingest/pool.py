"""The lines of a region in bands: cut at every height that no line's core crosses, from top to bottom."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from operator import sub

from ingest.gutters import Cover, Interval, cover, inner_gaps, merge, middle_one, widened
from ingest.lines import Line
from ingest.record import Kept, keeping_record

CORE = 0.35  # half of the stretch around a line's centre that counts as its row, of its height
STRIDE = 16  # bands that are looked at together

Region = tuple[Line, ...]


@keeping_record
class Pool:
    """`lines` in their bands, and what follows from both, each worked out when it is first asked for."""

    lines: Region
    bands: Sequence[Region]

    @property
    def is_single(self) -> bool:
        """Whether one line stands under the other: nothing is beside anything."""
        return len(self.bands) == len(self.lines)

    @Kept
    def unit(self) -> float:
        """The usual height of the lines."""
        return middle_one([line.size for line in self.lines])

    @Kept
    def covers(self) -> list[Cover]:
        """What the lines of each band stand on."""
        return [cover(band) for band in self.bands]

    @Kept
    def inner(self) -> list[list[Interval]]:
        """The white in each band that is wide enough for a gutter."""
        unit = self.unit
        return [inner_gaps(held, unit) if len(held) > 1 else [] for held in self.covers]

    @Kept
    def whites(self) -> list[float]:
        """How much white stands between each band and the one below it, in points."""
        bands = self.bands
        bottoms = [band[0].box[3] if len(band) == 1 else max([line.box[3] for line in band]) for band in bands]
        tops = [band[0].box[1] if len(band) == 1 else min([line.box[1] for line in band]) for band in bands[1:]]
        return list(map(sub, tops, bottoms))

    @Kept
    def gaps(self) -> list[Interval]:
        """The gutters that run through all bands."""
        return inner_gaps(merge(list(chain.from_iterable(self.covers))), self.unit)

    def parted_until(self, first: int, stop: int, unit: float) -> int:
        """Where the bands before `stop` end that keep white between them, from the one at `first` on, which has some;
        `unit` as `inner_gaps` has it."""
        covers = self.covers
        held = covers[first]
        left, right = held[0][0], held[-1][1]
        last = first + 1
        while last < stop:
            step = min(last + STRIDE, stop)
            merged = merge([*held, *chain.from_iterable(covers[last:step])])
            if any(left <= start and end <= right for start, end in inner_gaps(merged, unit)):
                held, last = merged, step
                continue
            for index in range(last, step):
                merged = widened(held, covers[index])
                if merged is not held and not inner_gaps(merged, unit):
                    return index
                held = merged
            last = step
        return stop


def pooled(lines: Sequence[Line]) -> Pool:
    """The lines with their bands."""
    return Pool(tuple(lines), bands(lines))


def columns_of(found: Sequence[Region], gutters: Sequence[Interval]) -> list[Pool]:
    """The lines of bands that follow each other, parted at gutters, from left to right: what stands in bands of its own
    on the page does so in its column."""
    edges = [(start + end) / 2 for start, end in gutters]
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    last = [-1] * len(columns)  # the band of each column's last line
    shared: set[int] = set()
    for number, band in enumerate(found):
        for line in band:
            box = line.box
            column = bisect_left(edges, (box[0] + box[2]) / 2)
            if last[column] == number:
                shared.add(column)
            last[column] = number
            columns[column].append(line)
    return [
        pooled(lines) if column in shared else Pool(tuple(lines), [(line,) for line in lines])
        for column, lines in enumerate(columns)
        if lines
    ]


def bands(lines: Sequence[Line]) -> list[Region]:
    """The lines cut at every height that no line's core crosses, from top to bottom; within a band by their cores."""
    found: list[list[Line]] = []
    reach = above = left = float("-inf")
    for line in lines:
        x0, y0, _, y1 = line.box
        middle, half = (y0 + y1) / 2, CORE * line.size
        top, bottom = middle - half, middle + half
        if top <= above and (top < above or x0 < left):  # not in order yet
            return bands(_by_cores(lines))
        above, left = top, x0
        if top >= reach:
            found.append([line])
            reach = bottom
        else:
            found[-1].append(line)
            reach = max(reach, bottom)
    return list(map(tuple, found))


def _by_cores(lines: Sequence[Line]) -> list[Line]:
    """The lines by where their cores begin, from left to right where several begin at one height."""
    cores: list[tuple[float, float, int]] = []
    for line in lines:
        left, top, _, bottom = line.box
        cores.append(((top + bottom) / 2 - CORE * line.size, left, len(cores)))
    cores.sort()
    return [lines[index] for _, _, index in cores]
