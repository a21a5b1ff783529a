"""Callouts of slides: a number alone in its block, and the words under (or above) it that say what it counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Block, Document, Span
from nlp.figures.amount import Amount, read_amount
from nlp.figures.figure import Figure, Part
from nlp.figures.periods import period_of
from nlp.mention import Mention
from nlp.modality import modality_of
from nlp.outline import Outline
from nlp.triggers import numbers_in

CAPTION_WORDS = 35  # a longer block is a paragraph of its own, not the caption of a number
NO_CAPTION = re.compile(
    r"(?:приложени|глав|раздел|таблиц|утвержд|к\b|паспорт|annex|chapter|section|table|appendix)|"
    r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+\s*$|[А-ЯЁ][а-яё-]+\s(?:[А-ЯЁ]\.\s?){1,2}$",
    re.IGNORECASE,
)
"""Words beside which a number is a page's or a telephone's, not a callout: a part of a document, a person's name."""


CITED = re.compile(r"\bet\s+al\b|\[\d|%|,$")
CALCULATED = re.compile(r"^\d[\d\s]*[./]|\d[.,:]\d|\w/\w.*,\s*\w{1,3}")
HANGS = re.compile(
    r"(?<!\w)(?:and|or|the|a|of|for|to|in|with|by|and\s+for|и|или|в|на|с|по|для|из|от|к|до)$", re.IGNORECASE
)
"""Words that are a source or another number, those with numbers of their own, and how a line ends that goes on: the
first are no caption, the others none of a bare number."""

NAMES = re.compile(r"(?:[A-ZА-ЯЁ][\w.-]*\s?){1,3}$")
"""A name alone says of no percentage what it is a share of."""

AXIS = 3  # lone numbers one after the other are the marks of an axis, or a column of a table that was not seen


def callout_figures(outline: Outline, dates: Sequence[Mention]) -> Iterator[tuple[Block, Figure]]:
    """Each callout with the block of its caption."""
    document = outline.document
    fields = {pair.value.start for pair in document.pairs if pair.label < pair.value}
    alone = {
        at: amount
        for at, block in enumerate(outline.blocks)
        if block.start not in fields and (amount := _alone(document, block))
    }
    for at, amount in alone.items():
        if not _is_callout(outline, alone, at):
            continue
        caption = _caption(outline, alone, at)
        if caption is None:
            continue
        span = Span(caption.start, caption.end)
        inside = [date for date in dates if span.start <= date.start and date.end <= span.end]
        words = outline.text_of(caption)
        figure = Figure(amount, Part(words, span), "callout_figure", modality=modality_of(words))
        if len(inside) == 1:
            figure = replace(figure, period=period_of(document.text, inside[0]))
        yield caption, figure


def _alone(document: Document, block: Block) -> Amount | None:
    if block.end - block.start > 40 or block.kind in {"header", "footer", "metadata", "table"}:
        return None
    if not numbers_in(document.text, block.start, block.end):
        return None
    return read_amount(document.text, block.start, block.end, document.language)


def _is_callout(outline: Outline, alone: dict[int, Amount], at: int) -> bool:
    """Whether the number is no page number: it has a unit, or stands inside its page, or among other callouts."""
    amount, document = alone[at], outline.document
    if not amount.is_bare:
        return True
    if any(all(number in alone for number in range(first, first + AXIS)) for first in range(at - AXIS + 1, at + 1)):
        return False
    page = document.page_at(outline.blocks[at].start)
    if (
        "." in amount.as_written
        or (amount.value == str(page.number) and len(document.pages) > 1)
        or _is_numbering(alone, at)
    ):
        return False
    others = [other for other in alone if document.page_at(outline.blocks[other].start) is page]
    edges = (outline.index_at(page.start), outline.index_at(max(page.start, page.end - 1)))
    first = next((number for number, block in enumerate(outline.blocks) if block.start >= page.start), edges[0])
    return len(others) > 1 or at not in {first, edges[1]}


def _is_numbering(alone: dict[int, Amount], at: int) -> bool:
    """Whether the number counts the paragraphs: it follows the lone number before it by one, or begins such a row."""
    order = sorted(alone)
    place, value = order.index(at), float(alone[at].value)
    before = float(alone[order[place - 1]].value) if place else 0.0
    after = float(alone[order[place + 1]].value) if place + 1 < len(order) else -1.0
    return value == before + 1 or after == value + 1


def _caption(outline: Outline, alone: dict[int, Amount], at: int) -> Block | None:
    """The words under the number, unless the row of callouts began with words: then those above it."""
    under = outline.blocks[at + 1] if at + 1 < len(outline.blocks) and at + 1 not in alone else None
    above = outline.blocks[at - 1] if at > 0 and at - 1 not in alone else None
    for block in (above, under) if _stand_under(outline, alone, at) else (under, above):
        if block is not None and _is_caption(outline, block, outline.blocks[at], alone[at]):
            return block
    return None


def _stand_under(outline: Outline, alone: dict[int, Amount], at: int) -> bool:
    """Whether a row of words and numbers in turn began with words and ends with a number: each number is of those
    above it."""
    first = last = at
    while first - 2 in alone and first - 1 not in alone:
        first -= 2
    while last + 2 in alone and last + 1 not in alone:
        last += 2
    if first in {last, 0}:
        return False
    below = outline.blocks[last + 1] if last + 1 < len(outline.blocks) else None
    above = outline.blocks[first - 1]
    ends = below is None or not _is_caption(outline, below, outline.blocks[last], alone[last])
    return ends and above.kind != "heading" and _is_caption(outline, above, outline.blocks[first], alone[first])


def _is_caption(outline: Outline, block: Block, number: Block, amount: Amount) -> bool:
    document = outline.document
    pages = {document.page_at(block.start).number, document.page_at(number.start).number}
    text = outline.text_of(block)
    words = text.split()
    if amount.is_bare and (
        text[-1:] in {*".;:"} or any(shape.search(text) for shape in (CALCULATED, HANGS)) or NO_CAPTION.match(text)
    ):
        return False
    if CITED.search(text) or (amount.unit == "%" and NAMES.match(text)):
        return False
    return (
        words[:1] != ["("]
        and block.kind in {"paragraph", "caption", "heading", "list_item"}
        and 0 < len(words) <= CAPTION_WORDS
        and any(len(word) > 3 for word in words)
        and "\t" not in document.text[block.start : block.end].strip()
        and max(pages) - min(pages) <= 1
    )
