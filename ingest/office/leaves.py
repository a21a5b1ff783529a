"""Leaves in, Document out: the parts of each page, slide or sheet written one after the other."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ingest.composing import Composer
from ingest.document import PAGE_BREAK, Block, BlockKind, Cell, Document, Page, Table
from ingest.errors import NoText
from ingest.grids import Slot
from ingest.language import language
from ingest.pairs import all_pairs
from ingest.writing import FILE_NAME, TITLE_REACH

UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff]")
LINE_END = re.compile(r"[ \t]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """One block to be: its text (lines parted by `\\n`), or the slots of a table."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, slide or sheet: its parts in reading order, and whether what it shows could not be read."""

    parts: tuple[Part, ...]
    is_unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """What a file says of itself: its kind, the title it claims (may be empty), and what was left out of its leaves."""

    media_type: str
    title: str = ""
    findings: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """The text with what is not shown left out, line ends as `\\n`, and no blank at either end.

    >>> tidy(" Клас\\u00adтер\\x0bИНО \\r\\n")
    'Кластер\\nИНО'
    """
    return LINE_END.sub("\n", UNSEEN.sub("", text)).strip()


def flat(text: str) -> str:
    """The text on one line, blanks collapsed: what a cell shows.

    >>> flat("Пермский\\n край")
    'Пермский край'
    """
    return " ".join(UNSEEN.sub("", text).split())


def composed(data: bytes, source: str, binding: Binding, leaves: Sequence[Leaf]) -> Document:
    """The document of these leaves, one page of 0 × 0 points each. Raises NoText where none holds text."""
    composer = Composer()
    pages: list[Page] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    for number, leaf in enumerate(leaves, 1):
        if pages:
            composer.made(PAGE_BREAK)
        start = composer.length
        for part in leaf.parts:
            if composer.length > start:
                composer.made("\n\n")
            first = composer.length
            if part.slots:
                tables.append(_table(composer, part.slots))
            else:
                composer.made(part.text)
            blocks.append(Block(part.kind, first, composer.length, part.level))
        pages.append(Page(number, 0.0, 0.0, start, composer.length))
    text = composer.text
    if not text.strip():
        raise NoText(" ".join(("it opened, and holds no text.", *binding.findings)))
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=binding.media_type,
        title=claimed(binding.title) or _title(leaves) or PurePath(source).stem,
        language=language(text),
        text=text,
        pages=tuple(pages),
        blocks=tuple(blocks),
        tables=tuple(tables),
        pairs=all_pairs(text, blocks, tables),
        findings=binding.findings,
        unreadable_pages=tuple(number for number, leaf in enumerate(leaves, 1) if leaf.is_unreadable),
    )


def claimed(title: str) -> str:
    """The file's own title, unless a program filled it in: a file name, "Untitled", nothing with letters."""
    title = flat(title)
    return "" if FILE_NAME.search(title) or not re.search(r"[^\W\d_]{2}", title) else title[:TITLE_REACH]


def _table(composer: Composer, slots: Sequence[Slot]) -> Table:
    """Write a table row by row: tabs between cells, line ends between rows."""
    start = composer.length
    cells: list[Cell] = []
    row = 0
    for index, slot in enumerate(slots):
        if index:
            composer.made("\n" if slot.row != row else "\t")
        row = slot.row
        first = composer.length
        composer.made(slot.text)
        place = (slot.row, slot.column, first, composer.length)
        cells.append(Cell(*place, slot.row_span, slot.column_span, slot.is_header))
    rows = 1 + max(slot.row + slot.row_span - 1 for slot in slots)
    columns = 1 + max(slot.column + slot.column_span - 1 for slot in slots)
    return Table(start, composer.length, rows, columns, tuple(cells))


def _title(leaves: Sequence[Leaf]) -> str:
    """The highest heading of the first leaf that has text, else its first part if that is short."""
    for leaf in leaves:
        headings = [part for part in leaf.parts if part.kind == "heading"]
        if headings:
            return flat(min(headings, key=lambda part: part.level).text)[:TITLE_REACH]
        texts = [flat(part.text) for part in leaf.parts if part.text and part.kind not in ("header", "footer")]
        if texts:
            return texts[0] if len(texts[0]) <= TITLE_REACH else ""
    return ""
