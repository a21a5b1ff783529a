"""Where sentences begin and end.

A block of the page is the limit of a sentence; in a text without blocks, a blank line is. Inside, a full stop ends
a sentence unless it belongs to an abbreviation ("ст. 5", "г. Пермь"), an initial ("А.Б. Иванов") or a number
("1. Общие", "30.12. 2016").
"""

import re
from collections.abc import Iterator

from ingest.document import Block, Document, Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\f")
"""What separates blocks where the reader found none."""

STOP = re.compile(r"[.!?…][»\"”)\]]*\s+(?=[«\"“(\[]?[A-ZА-ЯЁ\d–—•-])|;\s*\n\s*")
"""A possible end: closing punctuation before a capital, a digit or a dash, or the end of a list item."""

# fmt: off
ABBREVIATIONS = frozenset((
    "г", "гг", "ст", "п", "пп", "ч", "абз", "подп", "разд", "гл", "им", "ул", "пр", "просп", "пер", "пл", "д",
    "корп", "стр", "оф", "кв", "тел", "факс", "т", "тыс", "млн", "млрд", "руб", "коп", "чел", "ред", "см",
    "рис", "табл", "прил", "обл", "р", "н", "пос", "с", "дер", "ж", "мкр", "проф", "акад", "доц", "зам",
    "нач", "гр", "ок", "др", "изд", "св", "ед", "экз", "у", "мин", "сек", "напр", "утв", "постан", "пост",
    "no", "mr", "mrs", "ms", "dr", "prof", "inc", "ltd", "co", "vs", "st", "fig", "approx", "vol", "e", "i",
    "etc",
))
# fmt: on
"""Words whose full stop seldom ends a sentence, without it and in lower case."""

LAST_WORD = re.compile(r"(\w+)$")
NEAR = 8  # characters after a full stop in which a date may go on
LONGEST_WORD = 12  # characters looked at before a full stop: longer words are no abbreviation


def find_sentences(document: Document) -> list[Span]:
    """The sentences of a document in order, as document offsets without the white space around them.

    Blocks that overlap (a table and its rows) give each stretch of text once.
    """
    sentences: list[Span] = []
    done = 0
    for block in _blocks(document):
        start = max(block.start, done)
        if start < block.end:
            sentences.extend(split(document.text, start, block.end))
            done = block.end
    return sentences


def split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]`.

    >>> text = "Закон принят в 2014 г. Думой. Он действует с 1 января."
    >>> [text[s.start : s.end] for s in split(text, 0, len(text))]
    ['Закон принят в 2014 г. Думой.', 'Он действует с 1 января.']
    """
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _is_end(text, begin, stop.start()):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _is_end(text: str, begin: int, stop: int) -> bool:
    if text[stop] != ".":
        return True
    word = LAST_WORD.search(text, max(begin, stop - LONGEST_WORD), stop)
    if word is None:
        return True
    before = word.group(1)
    if before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
        return False
    goes_on = word.start() == begin or text[stop + 1 : stop + NEAR].lstrip()[:1].isdigit()
    return not (before.isdigit() and goes_on)  # "1. Общие положения" and "30.12. 2016" are one


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _blocks(document: Document) -> Iterator[Span]:
    if document.blocks:
        filled = (cell for table in document.tables for cell in table.cells if cell.start < cell.end)
        cells = [Span(cell.start, cell.end) for cell in filled]
        blocks = [
            span for block in document.blocks if block.kind != "table" or not cells for span in _parts(document, block)
        ]
        yield from sorted([*blocks, *cells])  # a cell says what it says on its own
        return
    start = 0
    for gap in BLANK_LINE.finditer(document.text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(document.text))


def _parts(document: Document, block: Block) -> Iterator[Span]:
    """The block, or each of its lines where a line is a field."""
    start = block.start
    while block.kind == "metadata" and (end := document.text.find("\n", start, block.end)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, block.end)
