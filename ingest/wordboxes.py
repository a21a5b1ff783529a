"""Boxes around words that OCR read: one for words side by side, as long as it keeps every other word out."""

from collections.abc import Sequence

from ingest.document import Box, Word
from ingest.lines import union

ALONG = 0.5  # of the smaller extent: words that share this much stand on one line
APART = 2.0  # line heights between words of one line


def word_boxes(page: Sequence[Word], held: Sequence[Word]) -> tuple[Box, ...]:
    """The fewest boxes that hold the words `held` of a page and the centre of none of its others."""
    boxes: list[Box] = []
    inside: list[Word] = []
    for word in held:
        if boxes and _is_beside(inside[-1].box, word.box):
            whole = union((boxes[-1], word.box))
            if not _intrudes(page, held, whole):
                boxes[-1] = whole
                inside.append(word)
                continue
        boxes.append(word.box)
        inside.append(word)
    return tuple(boxes)


def _is_beside(box: Box, other: Box) -> bool:
    """Whether two words stand on one line, level or upright, with no wide gap."""
    for low, high in ((1, 0), (0, 1)):
        shared = min(box[low + 2], other[low + 2]) - max(box[low], other[low])
        height = min(box[low + 2] - box[low], other[low + 2] - other[low])
        gap = max(box[high], other[high]) - min(box[high + 2], other[high + 2])
        if shared >= ALONG * height and -height <= gap <= APART * height:
            return True
    return False


def _intrudes(page: Sequence[Word], held: Sequence[Word], box: Box) -> bool:
    """Whether the centre of a word that is not held lies in the box."""
    first, last = held[0].start, held[-1].end
    for word in page:
        if first <= word.start and word.end <= last:
            continue
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return True
    return False
