"""The fields of a form as label and value: the label that the page shows beside a field, else the field's own name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.document import Box, Document, Page, Pair, Span
from ingest.lines import MADE, Line
from ingest.pairs import is_label

BESIDE = 260.0  # points to the left of a field (for a box to tick, to either side) in which its label may stand
ABOVE = 1.6  # line heights above a field in which its label may stand
FILLER = " \t:.…_–—-*"  # between a label and its field
BREAKS = "\n\f"


@dataclass(frozen=True, slots=True)
class Field:
    """A filled field of a page: its name, its box as displayed, and the page's pdfium characters of its value."""

    name: str
    box: Box
    chars: tuple[int, ...]
    is_state: bool = False


def named(lines: Sequence[Line], fields: Sequence[Field]) -> list[Line]:
    """The lines, with the name of a field before its value where the page shows no label for it.

    The name is made by the reader: it has no box.
    """
    firsts = {field.chars[0]: field for field in fields if field.chars and field.name}
    told = []
    for line in lines:
        field = firsts.get(line.chars[0]) if line.text else None
        if field is None or line.turn or _is_labelled(field, line, lines):
            told.append(line)
        else:
            name = f"{field.name}: "
            told.append(replace(line, text=name + line.text, chars=[*[MADE] * len(name), *line.chars]))
    return told


def _is_labelled(field: Field, own: Line, lines: Sequence[Line]) -> bool:
    """Whether words stand beside or above a field."""
    left, top, right, bottom = field.box
    for line in lines:
        if line is own or line.turn or not any(letter.isalpha() for letter in line.text):
            continue
        is_on_row = top <= line.middle <= bottom
        if is_on_row and 0 <= left - line.box[2] + 2 <= BESIDE:
            return True
        if is_on_row and field.is_state and 0 <= line.box[0] - right + 2 <= BESIDE:
            return True
        is_above = 0 <= top - line.middle <= ABOVE * line.size
        if is_above and line.box[0] < right and line.box[2] > left:
            return True
    return own.box[0] < left - 2


def with_fields(document: Document, fields: Sequence[Sequence[Field]]) -> Document:
    """The document with a pair for each filled field that has a label; `fields` page by page."""
    found = []
    for page, own in zip(document.pages, fields, strict=True):
        spans = [(field, span) for field in own if (span := _span(page, field.chars)) is not None]
        for field, value in spans:
            label = _label(document.text, value, [span for _, span in spans], is_state=field.is_state)
            if label is not None:
                found.append(Pair(label, value))
    if not found:
        return document
    taken = {pair.value.start for pair in found}
    kept = [pair for pair in document.pairs if pair.value.start not in taken]
    return replace(document, pairs=tuple(sorted([*kept, *found], key=lambda pair: (pair.label, pair.value))))


def _span(page: Page, chars: Iterable[int]) -> Span | None:
    """Where the characters stand in the text; none where they are not all there, or not together."""
    offsets = sorted(
        run.start + char - run.char
        for char in chars
        for run in page.runs
        if run.char <= char < run.char + run.end - run.start
    )
    if not offsets:
        return None
    return Span(offsets[0], offsets[-1] + 1)


def _label(text: str, value: Span, others: Sequence[Span], *, is_state: bool) -> Span | None:
    """The words beside a value on its line (behind a box to tick, before anything else), or on the line above it."""
    first = max((text.rfind(edge, 0, value.start) for edge in BREAKS), default=-1) + 1
    last = min((at for edge in BREAKS if (at := text.find(edge, value.end)) >= 0), default=len(text))
    before = max([first, *(span.end for span in others if first < span.end <= value.start)])
    after = min([last, *(span.start for span in others if value.end <= span.start < last)])
    behind = [(value.end, after)] if is_state else []
    for start, end in (*behind, (before, value.start), _line_above(text, first)):
        label = _words(text, start, end)
        if label is not None and not any(span.start < label.end and label.start < span.end for span in others):
            return label
    return None


def _line_above(text: str, first: int) -> tuple[int, int]:
    end = len(text[:first].rstrip("\n"))
    return max(text.rfind(edge, 0, end) for edge in BREAKS) + 1, end


def _words(text: str, start: int, end: int) -> Span | None:
    """The last cell of a stretch of text without what fills the room to the field, if it can be a label."""
    cell = text[start:end].strip(FILLER)
    cell = cell.rsplit("\t", 1)[-1]
    if not any(letter.isalpha() for letter in cell) or not is_label(cell):
        return None
    at = text.rindex(cell, start, end)
    return Span(at, at + len(cell))
