"""Labels and their values in running text: "Менеджер кластера: Галицкий Сергей", and a label line above its value."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ingest.document import Block, Pair, Span, Table

LABEL_REACH = 70  # characters: a longer text before a colon is a sentence
LABEL_WORDS = 8
LABEL = re.compile(
    r"^[ \t]*(?:[•●○▪■□◦‣⁃·∙➢✓\uf0b7\uf0a7\uf0d8*–—-]\s+|\(?\d{1,2}[.)]\s+)?"
    r"(?P<label>[^\W\d_][^:\n]{0,69}?)[^\S\n]*:(?:[^\S\n]+(?P<value>\S)|[^\S\n]*\n\s*(?P<below>\S))",
)
LONE_LABEL = re.compile(r"^\s*(?:[•●▪·–—-]\s+)?(?P<label>[^\W\d_][^:\n]{0,69}?)\s*:\s*$")
NOT_LABEL = re.compile(
    r"(?<!чел)(?<!руб)(?<!тыс)(?<!млн)(?<!млрд)(?<!ед)(?<!шт)(?<!тел)(?<!эл)\.(?:\s|$)|[;!?»\"](?:\s|$)|,.*,|"
    r"\b(?:http|https|e-?mail to)$"
)
"""A sentence rather than a label; the full stop of a unit ("тыс. чел.") ends none."""


def written_pairs(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """The pairs of blocks that read "Label: value", and of a lone "Label:" with the block that follows it."""
    flowing = [block for block in blocks if block.kind in ("paragraph", "list_item", "heading")]
    for index, block in enumerate(flowing):
        yield from _lines(text, block)
        lone = LONE_LABEL.match(text[block.start : block.end])
        if lone and index + 1 < len(flowing) and is_label(lone.group("label")):
            after = flowing[index + 1]
            if after.kind != "heading" and not LABEL.match(text[after.start : after.end]):
                yield Pair(_moved(lone.span("label"), block.start), Span(after.start, after.end))


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
    """
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
