"""Sheets in, Document out: the text of every page composed, with the origin of every character."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import PurePath

from ingest.blocks import Part
from ingest.composing import Composer
from ingest.document import PAGE_BREAK, Block, Cell, Document, Page, Table
from ingest.hyphens import HYPHENS, undone
from ingest.language import language
from ingest.lines import MADE, Line
from ingest.media import PDF
from ingest.pairs import all_pairs
from ingest.sheets import Sheet
from ingest.spreads import Placed, body, carried, flowing, is_notice, whole_tables, written_order
from ingest.tables import Grid
from ingest.tails import Tail, without_beginning, word_rest

TITLE_REACH = 300  # characters
ENDINGS = tuple(HYPHENS)  # of lines that may end inside a word
CONTENTS = re.compile(r"^(?:содержание|оглавление|(?:table\s+of\s+)?contents)\W*$", re.IGNORECASE)
INNER_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

FILE_NAME = re.compile(
    r"""
    \.(?:docx?|rtf|odt|pptx?|odp|xlsx?|pdf|txt|html?|tex|indd|cdr|pmd|qxd|dvi)\b
    | ^(?:file|https?):// | ^[a-z]:\\ | ^/\w+/
    | ^(?: untitled | microsoft\ (?:word|powerpoint)\b | powerpoint\ presentation | презентация\ powerpoint | слайд\ \d
    | без\ (?:имени|названия) | document\d*$ | документ\d*$ )
    """,
    re.IGNORECASE | re.VERBOSE,
)

IsWritten = Callable[[str], bool]


def written(data: bytes, source: str, title: str, sheets: Sequence[Sheet]) -> Document:
    """The document of these sheets; `title` is what the file claims, or empty."""
    composer = Composer()
    is_written = _vocabulary(sheets)
    pages: list[Page] = []
    blocks: list[Block] = []
    tables: list[Placed] = []
    goes_on = False
    taken = 0
    for sheet, runs_over, following in zip_longest(sheets, carried(sheets), sheets[1:]):
        if pages:
            composer.made(PAGE_BREAK)
        start = composer.length
        own = body([part for part in flowing(sheet) if not is_notice(part)])
        ordered = written_order(sheet, goes_on=runs_over)
        if taken:
            ordered[0] = without_beginning(ordered[0], taken)
        is_broken = runs_over and sheet.scan is None and following.scan is None  # the words of scans stand one by one
        tail = word_rest(ordered[-1], flowing(following)[0], is_written) if is_broken else None
        taken = tail.taken if tail else 0
        for index, part in enumerate(ordered):
            if index:
                composer.made("\n\n")
            if part.grid is not None:
                table = _table(composer, part.grid, is_written)
                tables.append(Placed(sheet.number, table, part.grid, part is own[0], part is own[-1]))
                blocks.append(Block("table", table.start, table.end, box=part.box))
                continue
            block = _block(composer, part, is_written, tail if part is ordered[-1] else None)
            if index == 0 and goes_on:
                blocks[-1] = replace(blocks[-1], end=block.end)
            else:
                blocks.append(block)
        goes_on = runs_over
        pages.append(Page(sheet.number, sheet.width, sheet.height, start, composer.length, composer.take_runs()))
    text = composer.text
    whole = whole_tables(tables, text)
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=PDF,
        title=_claimed(title) or _title(sheets) or PurePath(source).stem,
        language=language(text),
        text=text,
        pages=tuple(pages),
        blocks=tuple(blocks),
        tables=tuple(whole),
        pairs=all_pairs(text, blocks, whole),
        findings=tuple(sheet.finding for sheet in sheets if sheet.finding),
        unreadable_pages=tuple(sheet.number for sheet in sheets if sheet.is_unreadable),
    )


def _vocabulary(sheets: Sequence[Sheet]) -> IsWritten:
    """Whether the document writes a word inside a line; gathered when the first line-end hyphen asks."""

    @cache
    def words() -> frozenset[str]:
        lines = (line.text for sheet in sheets for part in sheet.parts for line in part.lines)
        return frozenset(word.lower() for line in lines for word in INNER_WORD.findall(line)[:-1])

    return lambda word: word in words()


def _table(composer: Composer, grid: Grid, is_written: IsWritten) -> Table:
    """Write a table row by row: tabs between cells, line ends between rows, blanks between the lines of a cell."""
    start = composer.length
    cells: list[Cell] = []
    row = 0
    for index, cell in enumerate(sorted(grid.cells, key=lambda cell: (cell.row, cell.column))):
        if index:
            composer.made("\n" if cell.row != row else "\t")
        row = cell.row
        first = composer.length
        _lines(composer, cell.lines, " ", is_written)
        place = (cell.row, cell.column, first, composer.length)
        cells.append(Cell(*place, cell.row_span, cell.column_span, cell.is_header, cell.box))
    return Table(start, composer.length, grid.rows, grid.columns, tuple(cells), grid.box)


def _block(composer: Composer, part: Part, is_written: IsWritten, tail: Tail | None = None) -> Block:
    start = composer.length
    if tail is None:
        _lines(composer, part.lines, "\n", is_written)
    else:
        last = part.lines[-1]
        kept = len(last.text) - tail.left_out
        whole = replace(last, text=last.text[:kept] + tail.text, chars=[*last.chars[:kept], *[MADE] * len(tail.text)])
        _lines(composer, (*part.lines[:-1], whole), "\n", is_written)
    return Block(part.kind, start, composer.length, part.level, part.box)


def _lines(composer: Composer, lines: Sequence[Line], between: str, is_written: IsWritten) -> None:
    """Write lines joined by `between`, line-end hyphens undone."""
    if not any(line.text.endswith(ENDINGS) for line in lines):
        composer.add_lines(lines, between)
        return
    for line, following in pairwise(lines):
        text = line.text
        hyphen = undone(text, following.text, is_written)
        if hyphen == "":
            composer.add(text[:-1], line.chars[:-1])
        else:
            composer.add(text, line.chars, between if hyphen is None else "")
    if lines:
        composer.add(lines[-1].text, lines[-1].chars)


def _claimed(title: str) -> str:
    """The file's own title, unless a program filled it in: a file name, "Untitled", nothing with letters."""
    return "" if FILE_NAME.search(title) or not re.search(r"[^\W\d_]{2}", title) else title[:TITLE_REACH]


def _title(sheets: Sequence[Sheet]) -> str:
    """The largest heading of the first page that has text, else its first block, unless that is a table or an item."""
    for sheet in sheets:
        own = [part for part in flowing(sheet) if not CONTENTS.match(part.text) and not FILE_NAME.search(part.text)]
        headings = [part for part in own if part.kind == "heading"]
        if headings:
            return max(headings, key=lambda part: part.size).text[:TITLE_REACH]
        if own:
            is_title = own[0].kind == "paragraph" and len(own[0].text) <= TITLE_REACH
            return own[0].text if is_title else ""
    return ""
