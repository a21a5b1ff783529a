"""Lines of a stretch as blocks: where a paragraph, a list item, a heading ends and the next begins."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ingest.document import BlockKind, Box
from ingest.figures import is_number
from ingest.gutters import middle_one
from ingest.layout import NOTE_MARK, is_item
from ingest.lines import Line, union
from ingest.record import Kept, keeping_record, record
from ingest.stretches import RAISED
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
NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[†‡])\)? [^\W\d]")
NUMBERED_NOTE = re.compile(r"(\d{1,3})\)? [A-ZА-ЯЁ«“\"]")
LEADER = re.compile(r"(?:\.\s?){4,}\d{1,4}$|…\s?\d{1,4}$")
MARK_LENGTH = 4  # characters
RUN_ON = 30  # characters: a shorter line may be a label or a list item without a mark
ENDS_SENTENCE = re.compile(r"[.;,:!?…]$")
CAPTION = re.compile(
    r"^(?:рис(?:унок|\.)|табл(?:ица|\.)|схема|диаграмма|fig(?:ure|\.)|table|chart)\s*\d", re.IGNORECASE
)
CAPTION_LETTERS = tuple("ртсдftc")  # with which a caption begins


@keeping_record
class Part:
    """The lines of one block, what kind it is, and its heading level (0 for none)."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0
    grid: Grid | None = None

    @Kept
    def box(self) -> Box:
        """The box around its lines, or of its table."""
        return self.grid.box if self.grid else union([line.place if line.turn else line.box for line in self.lines])

    @Kept
    def size(self) -> float:
        """The usual height of its lines."""
        return middle_one([line.size for line in self.lines])

    @Kept
    def text(self) -> str:
        """Its lines, joined by blanks: for looking at, not for offsets."""
        return " ".join([line.text for line in self.lines])


Leadings = Mapping[int, float]
"""For a line height in half points, the widest distance at which its lines run on, in line heights."""


@record
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
        right = max([line.box[2] for line in stretch])
        for before, line in pairwise(stretch):
            if not line.text[:1].islower():
                continue
            (left, top, end, bottom), (_, high, _, low), size = before.box, line.box, line.size
            distance = (high + low) / 2 - (top + bottom) / 2
            near = 0 < distance < WIDE_GAP * size and abs(size - before.size) <= SAME_SIZE * size
            if near and end > right - NEARLY_FULL * (right - left) and _runs_on(before.text, line.text):
                found[_height(line)].append(distance / size)
    return {size: sorted(ratios)[-1 - len(ratios) // 10] for size, ratios in found.items() if len(ratios) >= EVIDENCE}


def _height(line: Line) -> int:
    return round(2 * line.size)


def parts(stretch: Sequence[Line], known: Leadings | None = None) -> list[Part]:
    """The blocks of one stretch of lines in reading order, not yet told apart by kind."""
    found: list[Part] = []
    for chunk, distances in _chunks(stretch):
        if not distances:
            found.append(Part((chunk[0],)))
            continue
        column = Column(
            left=min([line.box[0] for line in chunk]),
            right=max([line.box[2] for line in chunk]),
            usual=_usual_distance(chunk, distances),
            widest=(known or {}).get(_height(chunk[0]), 0.0),
        )
        first, in_item = 0, is_item(chunk[0].text)
        for index, ((before, line), distance) in enumerate(zip(pairwise(chunk), distances, strict=True), start=1):
            if _begins(before, line, distance, column, head=chunk[first], in_item=in_item):
                found.append(Part(tuple(chunk[first:index])))
                first, in_item = index, is_item(line.text)
        found.append(Part(tuple(chunk[first:])))
    return _with_note_marks(found)


def _with_note_marks(blocks: list[Part]) -> list[Part]:
    """The blocks, a footnote's mark that stands on a line of its own made part of the note below it."""
    found: list[Part] = []
    for part in blocks:
        if found and len(found[-1].lines) == 1 and _is_mark_of(found[-1].lines[0], part.lines[0]):
            found[-1] = Part((*found[-1].lines, *part.lines))
        else:
            found.append(part)
    return found


def _is_mark_of(above: Line, below: Line) -> bool:
    """Whether a line is nothing but a small mark that stands right above the beginning of another."""
    if len(above.text) > MARK_LENGTH or not NOTE_MARK.match(above.text):
        return False
    is_near = -below.size < below.box[1] - above.box[3] < below.size and abs(above.box[0] - below.box[0]) < below.size
    return is_near and above.size < RAISED * below.size


def _chunks(stretch: Sequence[Line]) -> list[tuple[list[Line], list[float]]]:
    """The stretch parted where the size changes or much white stands between lines: each part has its own edge. With
    each part how far its lines stand below those above them."""
    chunks: list[tuple[list[Line], list[float]]] = []
    lines: list[Line] = []
    distances: list[float] = []
    other = above = turn = 0.0
    for line in stretch:
        size = line.size
        _, top, _, bottom = line.box
        middle = (top + bottom) / 2
        distance = middle - above
        larger, smaller = (size, other) if size > other else (other, size)
        near = larger - smaller <= SAME_SIZE * larger and 0 < distance <= WIDE_GAP * smaller
        if near and lines and line.turn == turn:
            lines.append(line)
            distances.append(distance)
        else:
            lines, distances = [line], []
            chunks.append((lines, distances))
        other, above, turn = size, middle, line.turn
    return chunks


def _usual_distance(chunk: Sequence[Line], distances: Sequence[float]) -> float:
    """The usual distance between lines of one size, in line heights: the lower quartile, so that gaps do not count."""
    sizes = [line.size for line in chunk]
    found = sorted(
        [
            distance / size
            for other, size, distance in zip(sizes, sizes[1:], distances, strict=False)
            if distance > 0 and abs(size - other) <= SAME_SIZE * size
        ]
    )
    return found[len(found) // 4] if found else 0.0


def _begins(before: Line, line: Line, distance: float, column: Column, *, head: Line, in_item: bool) -> bool:
    """Whether `line`, that far below `before`, begins a block rather than running on in the one that `head` begins,
    which is a list item or not."""
    text, written, box, above = line.text, before.text, line.box, before.box
    first = text[0]
    unit = before.size if before.size < line.size else line.size
    if written[-1].isdigit() and LEADER.search(written):
        return True  # an entry of a table of contents
    if first.isdigit() and _is_next_note(head.text, text):
        return True
    if column.usual and distance > PARAGRAPH_GAP * column.usual * unit:
        return True
    if column.widest and distance > RUNNING_GAP * column.widest * unit and not first.islower():
        return True
    word = text.find(" ")  # whether the first word of the line had room at the end of the one before
    width = ((word if word >= 0 else len(text)) + 1.5) * ((box[2] - box[0]) / len(text))
    had_room = above[2] + width < column.right
    if had_room and line.is_bold != before.is_bold:
        return True
    is_letter, left, edge = first.isalpha(), box[0], above[0]
    if not had_room and is_letter and text[1:2] != ")" and written[:1].isalpha() and abs(left - edge) <= INDENT * unit:
        return False  # the next line of running text
    if (not written[:1].isalpha() and is_number(written)) or (
        not is_letter and is_number(text) and text[-1] not in ".,;"
    ):
        return True
    fits = had_room and not _is_centred(before, line)  # then its author broke the line on purpose
    if (not is_letter or text[1:2] == ")") and is_item(text):
        # A dash may also stand where a sentence happens to be broken.
        return fits or first not in DASHES or ENDS_SENTENCE.search(written) is not None
    hangs = in_item or abs(head.box[0] - left) < INDENT * unit
    if hangs and head is not before and left < edge - INDENT * unit:
        return True
    if not in_item and left > edge + INDENT * unit and edge < column.left + INDENT * unit:
        goes_on = not fits and (NOTE.match(written) is not None or _runs_on(written, text))
        return not (goes_on or _is_centred(before, line))
    return fits and not (before.hyphen or _runs_on(written, text))


def _is_next_note(note: str, text: str) -> bool:
    """Whether a text begins with the number behind the one that a note begins with."""
    number, following = NUMBERED_NOTE.match(note), NUMBERED_NOTE.match(text)
    return number is not None and following is not None and int(following[1]) == int(number[1]) + 1


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence plainly goes on: a comma at the join, or nothing that ends it and a small letter after it."""
    if after[0] in ",;)»" or before[-1] in ",(«-":
        return True
    return after[0].islower() and before[-1].isalnum() and len(before) > RUN_ON


def _is_centred(before: Line, line: Line) -> bool:
    """Whether two lines of different width share their middle, as titles do."""
    unit = min(line.size, before.size)
    middles = abs((before.box[0] + before.box[2]) - (line.box[0] + line.box[2])) / 2
    return middles < 0.3 * unit and abs(before.box[0] - line.box[0]) > unit


def told_apart(blocks: Sequence[Part], are_headings: Sequence[bool], heading_sizes: Sequence[float]) -> list[Part]:
    """The blocks with their kinds; `are_headings` says of each what `is_heading` says of it.

    `heading_sizes` are the document's heading heights from the largest: the level is the place among them.
    """
    told = []
    for part, heads in zip(blocks, are_headings, strict=True):
        if part.kind == "paragraph":
            kind, level = _heading(part, heading_sizes) if heads else (_kind(part), 0)
            told.append(part if kind == "paragraph" else Part(part.lines, kind, level, part.grid))
        else:
            told.append(part)
    return told


def _heading(part: Part, heading_sizes: Sequence[float]) -> tuple[BlockKind, int]:
    level = 1 + sum(size > part.size * (1 + SAME_SIZE / 2) for size in heading_sizes)
    return "heading", min(level, 6)


def _kind(part: Part) -> BlockKind:
    """What a block is that is no heading."""
    head = " ".join([line.text for line in part.lines[:2]])  # where a caption's number and an item's mark stand
    if head[:1].lower() in CAPTION_LETTERS and CAPTION.match(head) and len(part.text) < 2 * HEADING_REACH:
        return "caption"
    return "list_item" if is_item(head) else "paragraph"


def is_heading(part: Part, body: float) -> bool:
    """Larger or bolder than running text of height `body`, or in capitals; short; without the end of a sentence; not a
    bare number."""
    if part.grid or sum([len(line.text) for line in part.lines]) > HEADING_REACH:
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
