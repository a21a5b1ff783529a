"""Paragraphs that go on in the next stretch of a page: at the head of the next column, beside and below a box."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.blocks import RUN_ON, SAME_SIZE, Part
from ingest.gutters import middle_one
from ingest.layout import is_item

PITCH = 1.7  # line heights: lines further apart are no running text
SAME_PITCH = 0.05  # of the distance between lines by which it may differ where the text makes room for a box
FULL = 0.15  # of a line's width that it may leave free and still be full
LEVEL = 0.6  # of the line height by which a line may begin beside the one above it, and be no indent


def run_on(stretches: Iterable[Iterable[Part]]) -> list[Part]:
    """The blocks of a page's stretches, with a paragraph that goes on in the next stretch made one."""
    joined: list[Part] = []
    for stretch in stretches:
        for index, part in enumerate(stretch):
            if joined and (_goes_on(joined[-1], part) or (index == 0 and _goes_on_below(joined[-1], part))):
                joined[-1] = Part((*joined[-1].lines, *part.lines))
            else:
                joined.append(part)
    return joined


def _goes_on(before: Part, after: Part) -> bool:
    """Whether `after` stands in a later column and begins in the middle of a sentence."""
    if after.grid or not after.lines[0].text[:1].islower() or not _may_go_on(before, after):
        return False
    last, first = before.lines[-1], after.lines[0]
    is_next_column = first.box[1] < last.box[1] and first.box[0] > last.box[0]
    return is_next_column and before.text[-1] not in ".!?;"


def _goes_on_below(before: Part, after: Part) -> bool:
    """Whether `after` stands right below and goes on, in another width: in the sentence, or at the pitch of both."""
    if not _may_go_on(before, after):
        return False
    last, first = before.lines[-1], after.lines[0]
    distance = first.middle - last.middle
    above, below = before.box, after.box  # a last line may be so short that it stands under the box alone
    if not (below[0] < above[2] and above[0] < below[2] and 0 < distance <= PITCH * last.size):
        return False
    if after.text[0].islower() and before.text[-1] not in ".!?;:":
        return True
    pitches = _pitches(before) + _pitches(after)
    if not pitches or is_item(after.text):
        return False
    usual = middle_one(pitches)
    lefts = [line.box[0] for line in after.lines[1:]]
    is_level = not lefts or first.box[0] - min(lefts) < LEVEL * first.size
    return is_level and abs(distance - usual) <= SAME_PITCH * usual and _is_full(before)


def _may_go_on(before: Part, after: Part) -> bool:
    """Whether both are text of one size and weight, the first of them long enough for a sentence."""
    if before.grid or after.grid or len(before.text) < RUN_ON:
        return False
    last, first = before.lines[-1], after.lines[0]
    same = abs(last.size - first.size) <= SAME_SIZE * last.size and last.is_bold == first.is_bold
    return same and first.turn == last.turn


def _pitches(part: Part) -> list[float]:
    found: Sequence[float] = [below.middle - above.middle for above, below in pairwise(part.lines)]
    return [distance for distance in found if distance > 0]


def _is_full(part: Part) -> bool:
    """Whether the last line reaches as far as the widest of the lines of its width."""
    last = part.lines[-1]
    right = max(line.box[2] for line in part.lines[-2:])
    return right - last.box[2] <= FULL * (right - last.box[0])
