"""Lines of a stretch as blocks: where a paragraph, a list item, a heading ends and the next begins."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.document import BlockKind, Box
from ingest.layout import is_item, is_number
from ingest.lines import Line, union
from ingest.tables import Grid

SAME_SIZE = 0.12  # of the larger: line heights nearer than this are one font size
INDENT = 0.6  # of the line height: a first line set in by more begins a paragraph
PARAGRAPH_GAP = 1.35  # times the usual distance between lines
RUNNING_GAP = 1.12  # times the widest distance of lines that run on: beyond it a capital begins a block
NEARLY_FULL = 0.15  # of a column's width that a line may leave free and still have been broken for want of room
EVIDENCE = 3  # pairs of lines that run on, for a size
WIDE_GAP = 2.1  # line heights between centres that always part blocks
SHORT_WORD = 0.4  # of the line height: the width of an average character
HEADING_SIZE = 1.12  # times the size of running text
HEADING_REACH = 180  # characters: a longer block is no heading
DASHES = "-–—"
RUN_ON = 30  # characters: a shorter line may be a label or a list item without a mark
ENDS_SENTENCE = re.compile(r"[.;,:!?…]$")
CAPTION = re.compile(
    r"^(?:рис(?:унок|\.)|табл(?:ица|\.)|схема|диаграмма|fig(?:ure|\.)|table|chart)\s*\d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one block, what kind it is, and its heading level (0 for none)."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0
    grid: Grid | None = None

    @property
    def box(self) -> Box:
        """The box around its lines, or of its table."""
        return self.grid.box if self.grid else union(line.place for line in self.lines)

    @property
    def size(self) -> float:
        """The usual height of its lines."""
        return median(line.size for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines, joined by blanks: for looking at, not for offsets."""
        return " ".join(line.text for line in self.lines)


Leadings = Mapping[int, float]
"""For a line height in half points, the widest distance at which its lines run on, in line heights."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines of a chunk share: their edges, and the usual and the widest distance at which lines run on."""

    left: float
    right: float
    usual: float
    widest: float


def leadings(stretches: Iterable[Sequence[Line]]) -> Leadings:
    """How far apart the document sets lines that plainly run on (a sentence broken before a small letter)."""
    found: dict[int, list[float]] = defaultdict(list)
    for stretch in stretches:
        right = max(line.box[2] for line in stretch)
        for before, line in pairwise(stretch):
            distance = line.middle - before.middle
            near = 0 < distance < WIDE_GAP * line.size and abs(line.size - before.size) <= SAME_SIZE * line.size
            full = before.box[2] > right - NEARLY_FULL * (right - before.box[0])
            if near and full and line.text[:1].islower() and _runs_on(before.text, line.text):
                found[_height(line)].append(distance / line.size)
    return {size: sorted(ratios)[-1 - len(ratios) // 10] for size, ratios in found.items() if len(ratios) >= EVIDENCE}


def _height(line: Line) -> int:
    return round(2 * line.size)


def parts(stretch: Sequence[Line], known: Leadings | None = None) -> list[Part]:
    """The blocks of one stretch of lines in reading order, not yet told apart by kind."""
    found: list[Part] = []
    for chunk in _chunks(stretch):
        column = Column(
            left=min(line.box[0] for line in chunk),
            right=max(line.box[2] for line in chunk),
            usual=_usual_distance(chunk),
            widest=(known or {}).get(_height(chunk[0]), 0.0),
        )
        groups: list[list[Line]] = [[chunk[0]]]
        for before, line in pairwise(chunk):
            if _begins(groups[-1], before, line, column):
                groups.append([line])
            else:
                groups[-1].append(line)
        found.extend(Part(tuple(group)) for group in groups)
    return found


def _chunks(stretch: Sequence[Line]) -> list[list[Line]]:
    """The stretch parted where the size changes or much white stands between lines: each part has its own edge."""
    chunks: list[list[Line]] = []
    for line in stretch:
        if chunks:
            before = chunks[-1][-1]
            distance = line.middle - before.middle
            same = abs(line.size - before.size) <= SAME_SIZE * max(line.size, before.size)
            if same and 0 < distance <= WIDE_GAP * min(line.size, before.size) and line.turn == before.turn:
                chunks[-1].append(line)
                continue
        chunks.append([line])
    return chunks


def _usual_distance(stretch: Sequence[Line]) -> float:
    """The usual distance between lines of one size, in line heights: the lower quartile, so that gaps do not count."""
    distances = sorted(
        (line.middle - before.middle) / line.size
        for before, line in pairwise(stretch)
        if line.middle > before.middle and abs(line.size - before.size) <= SAME_SIZE * line.size
    )
    return distances[len(distances) // 4] if distances else 0.0


def _begins(group: list[Line], before: Line, line: Line, column: Column) -> bool:
    """Whether `line` begins a block rather than running on from `before`."""
    distance = line.middle - before.middle
    unit = min(line.size, before.size)
    if line.is_bold != before.is_bold and _had_room(before, line, column.right):
        return True
    if column.usual and distance > PARAGRAPH_GAP * column.usual * unit:
        return True
    if column.widest and distance > RUNNING_GAP * column.widest * unit and not line.text[0].islower():
        return True
    if is_number(before.text) or (is_number(line.text) and line.text[-1] not in ".,;"):
        return True
    fits = _would_have_fitted(before, line, column.right)
    if is_item(line.text):
        # A dash may also stand where a sentence happens to be broken.
        return fits or line.text[0] not in DASHES or ENDS_SENTENCE.search(before.text) is not None
    in_item = is_item(group[0].text)
    if in_item and len(group) > 1 and line.box[0] < before.box[0] - INDENT * unit:
        return True
    if not in_item and line.box[0] > before.box[0] + INDENT * unit and before.box[0] < column.left + INDENT * unit:
        return not _is_centred(before, line)
    if before.hyphen or _runs_on(before.text, line.text):
        return False
    return fits


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence plainly goes on: a comma at the join, or nothing that ends it and a small letter after it."""
    if after[0] in ",;)»" or before[-1] in ",(«-":
        return True
    return after[0].islower() and before[-1].isalnum() and len(before) > RUN_ON


def _would_have_fitted(before: Line, line: Line, edge: float) -> bool:
    """Whether the author broke the line on purpose: there was room, and the lines are not centred as titles are."""
    return _had_room(before, line, edge) and not _is_centred(before, line)


def _had_room(before: Line, line: Line, edge: float) -> bool:
    """Whether the first word of `line` had room at the end of `before`."""
    word = len(line.text.split(" ", 1)[0])
    rate = (line.box[2] - line.box[0]) / max(1, len(line.text))
    return before.box[2] + (word + 1.5) * rate < edge


def _is_centred(before: Line, line: Line) -> bool:
    """Whether two lines of different width share their middle, as titles do."""
    unit = min(line.size, before.size)
    middles = abs((before.box[0] + before.box[2]) - (line.box[0] + line.box[2])) / 2
    return middles < 0.3 * unit and abs(before.box[0] - line.box[0]) > unit


def told_apart(blocks: Sequence[Part], body: float, heading_sizes: Sequence[float]) -> list[Part]:
    """The blocks with their kinds: headings by size, weight and shape against the running text of height `body`.

    `heading_sizes` are the document's heading heights from the largest: the level is the place among them.
    """
    told = []
    for part in blocks:
        if part.kind == "paragraph":
            kind, level = _kind(part, body, heading_sizes)
            told.append(replace(part, kind=kind, level=level))
        else:
            told.append(part)
    return told


def _kind(part: Part, body: float, heading_sizes: Sequence[float]) -> tuple[BlockKind, int]:
    text = part.text
    if is_heading(part, body):
        level = 1 + sum(size > part.size * (1 + SAME_SIZE / 2) for size in heading_sizes)
        return "heading", min(level, 6)
    if CAPTION.match(text) and len(text) < 2 * HEADING_REACH:
        return "caption", 0
    if is_item(text):
        return "list_item", 0
    return "paragraph", 0


def is_heading(part: Part, body: float) -> bool:
    """Larger or bolder than running text, or in capitals; short; without the end of a sentence; not a bare number."""
    if part.grid or sum(len(line.text) for line in part.lines) > HEADING_REACH:
        return False
    is_large = part.size >= HEADING_SIZE * body
    if not is_large and not all(line.is_bold or line.text.isupper() for line in part.lines):
        return False
    text = part.text
    letters = sum(letter.isalpha() for letter in text)
    if letters < 3 or is_number(text):
        return False
    if is_large:
        return not text.endswith((";", ","))
    if ENDS_SENTENCE.search(text) or ": " in text:
        return False
    return all(line.is_bold for line in part.lines) or (letters > 5 and text.isupper())
