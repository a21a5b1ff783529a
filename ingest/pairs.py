"""Labels and their values in text: "Менеджер: Галицкий Сергей", a label above its value, a number and its label."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from ingest.document import Block, Pair, Span, Table

LABEL_REACH = 70  # characters: a longer text before a colon is a sentence
LABEL_WORDS = 8
FOOTNOTE = 0.8  # of a line's height: a number set smaller than that is a footnote's mark
CALLOUT_REACH = 150  # characters of what a number that stands by itself counts
LABEL = re.compile(
    r"^[ \t]*(?:[•●○▪■□◦‣⁃·∙➢✓\uf0b7\uf0a7\uf0d8*–—-]\s+|\(?\d{1,2}[.)]\s+)?"
    r"(?P<label>[^\W\d_][^:\n]{0,69}?)[^\S\n]*:(?:[^\S\n]+(?P<value>\S)|[^\S\n]*\n\s*(?P<below>\S))",
)
LONE_LABEL = re.compile(r"^\s*(?:[•●▪·–—-]\s+)?(?P<label>[^\W\d_][^:\n]{0,69}?)\s*:\s*$")
FIGURE = re.compile(
    r"^[<>≈~+$€₽]?\s?\d[\d\s.,\u00a0]*\+?(?:\s?(?:%|[^\W\d_]{1,4}\.?){1,2})?(?:\s?[^\W\d_]{1,4}\.?)?\+?$"
)
NOT_LABEL = re.compile(
    r"(?<!чел)(?<!руб)(?<!тыс)(?<!млн)(?<!млрд)(?<!ед)(?<!шт)(?<!тел)(?<!эл)\.(?:\s|$)|[;!?»\"](?:\s|$)|,.*,|"
    r"\b(?:http|https|e-?mail to)$"
)
"""A sentence rather than a label; the full stop of a unit ("тыс. чел.") ends none."""

NAVIGATION = re.compile(
    r"^(?:(?:смотрите|см\.?|читайте|узнайте)\s+(?:также|ещё|еще|подробнее)|(?:(?:ещё|еще)\s+)?по\s+теме|подробнее|"
    r"see\s+also|read\s+(?:also|more)|related(?:\s+(?:articles?|pages?|links?|news|posts?|materials?|documents?|content))?$|more\s+on)\b",
    re.IGNORECASE,
)
"""What leads away from the page rather than naming a field of it."""


def all_pairs(text: str, blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Pair, ...]:
    """The pairs of running text and of two-column tables, in the order of their labels."""
    found = {*written_pairs(text, blocks), *table_pairs(text, tables)}
    return tuple(sorted(found, key=lambda pair: (pair.label, pair.value)))


def written_pairs(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """Blocks that read "Label: value", a lone "Label:" with the block after it, a lone number with what it counts."""
    flowing = [block for block in blocks if block.kind in ("paragraph", "list_item", "heading")]
    yield from _callouts(text, flowing)
    for index, block in enumerate(flowing):
        if text.find(":", block.start, block.end) < 0:
            continue
        yield from _lines(text, block)
        lone = LONE_LABEL.match(text[block.start : block.end])
        if lone and index + 1 < len(flowing) and is_label(lone.group("label")):
            after = flowing[index + 1]
            if after.kind != "heading" and not LABEL.match(text[after.start : after.end]):
                yield Pair(_moved(lone.span("label"), block.start), Span(after.start, after.end))


def _callouts(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """A number that stands by itself, and what it counts: the block after it ("94" above "applications came in")."""
    for block, after in pairwise(blocks):
        label = text[after.start : after.end]
        if len(label) > CALLOUT_REACH or not label[:1].isalpha() or LABEL.match(label):
            continue
        if FIGURE.match(text[block.start : block.end]) and not _is_footnote_mark(block, after, label):
            yield Pair(Span(after.start, after.end), Span(block.start, block.end))


def _is_footnote_mark(number: Block, after: Block, text: str) -> bool:
    """Whether the number is set smaller than the text behind it."""
    if number.box is None or after.box is None:
        return False
    line = (after.box[3] - after.box[1]) / (1.25 * text.count("\n") + 1)
    return number.box[3] - number.box[1] < FOOTNOTE * line


def _lines(text: str, block: Block) -> Iterator[Pair]:
    """The labelled lines of a block that begins with one: each value runs to the next label."""
    starts = [block.start] + [block.start + found.end() for found in re.finditer("\n", text[block.start : block.end])]
    labelled = []
    for start in starts:
        match = LABEL.match(text[start : block.end])
        if match and is_label(match.group("label")):
            labelled.append((start, match))
    if not labelled or labelled[0][0] != block.start:
        return
    for (start, match), following in zip_longest(labelled, labelled[1:]):
        end = following[0] if following else block.end
        first = start + match.start("value" if match.group("value") else "below")
        value = text[first:end].rstrip()
        if value:
            yield Pair(_moved(match.span("label"), start), Span(first, first + len(value)))


def is_label(text: str) -> bool:
    """Whether words before a colon are the name of a field.

    >>> is_label("Ключевая специализация кластера"), is_label("It is important. To achieve this, we need")
    (True, False)
    >>> is_label("Смотрите также")
    False
    """
    if NAVIGATION.match(text):
        return False
    return len(text) <= LABEL_REACH and len(text.split()) <= LABEL_WORDS and NOT_LABEL.search(text) is None


def table_pairs(text: str, tables: Sequence[Table]) -> Iterator[Pair]:
    """Each row of a two-column table whose first cell is a label; header rows left out."""
    for table in tables:
        if table.columns != 2:
            continue
        headed = {cell.row for cell in table.cells if cell.is_header and cell.column == 1}
        rows: dict[int, dict[int, Span]] = {}
        for cell in table.cells:
            if cell.start < cell.end and cell.column_span == 1 and cell.row not in headed:
                rows.setdefault(cell.row, {})[cell.column] = Span(cell.start, cell.end)
        for row in rows.values():
            if len(row) == 2 and is_label(text[row[0].start : row[0].end].rstrip(": ")):
                label = text[row[0].start : row[0].end].rstrip(": ")
                yield Pair(Span(row[0].start, row[0].start + len(label)), row[1])


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
