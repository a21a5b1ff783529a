"""PDFs with tables for `bench.reading`: ruled, merged, thin boxes for rules, several a page, over pages, borderless."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from bench.reading_files import BOLD, SANS, fonts
from bench.reading_words import Words

Cell = tuple[int, int, int, int, str]
"""Row, column, rows taken, columns taken, text with single blanks."""

Command = tuple[Any, ...]
Rows = list[list[str]]

TEXT = ParagraphStyle("text", fontName=SANS, fontSize=7, leading=9.5)
HEAD = ParagraphStyle("head", fontName=BOLD, fontSize=7, leading=9.5)
PLAIN: list[Command] = [("FONT", (0, 0), (-1, -1), SANS, 9), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
GRID: Command = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


@dataclass(frozen=True, slots=True)
class TableSample:
    """A PDF and the cells of each of its tables; a merged cell once, empty cells too."""

    data: bytes
    tables: tuple[frozenset[Cell], ...]


def rows_of(words: Words, count: int, columns: int) -> Rows:
    """A header, then a name, words and numbers in each row; one in six cells of words has two lines."""
    rows = [[words.phrase(1, 2) for _ in range(columns)]]
    for _ in range(count - 1):
        row = [words.phrase(1, 3)]
        for column in range(1, columns):
            if column == 1 and columns > 3:
                row.append(words.phrase(2, 9 if words.chance.random() < 0.2 else 3))
            else:
                row.append(f"{words.chance.randint(1, 999)},{words.chance.randint(0, 9)}")
        rows.append(row)
    return rows


def cells_of(rows: Rows, spans: Mapping[tuple[int, int], tuple[int, int]] | None = None) -> frozenset[Cell]:
    """The gold cells; `spans` are rows and columns taken by merged ones."""
    spans = spans or {}
    hidden = {
        (r + i, c + j) for (r, c), (tall, wide) in spans.items() for i in range(tall) for j in range(wide) if i or j
    }
    return frozenset(
        (r, c, *spans.get((r, c), (1, 1)), text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in hidden
    )


def table(rows: Rows, style: list[Command], widths: list[float], repeat: int = 0) -> Table:
    """The platypus table; the first row is bold."""
    filled = [[Paragraph(text, TEXT if r else HEAD) for text in row] for r, row in enumerate(rows)]
    return Table(filled, colWidths=widths, repeatRows=repeat, style=[*PLAIN, *style])


def widths(columns: int, total: float = 470.0) -> list[float]:
    """The second of many columns is wide."""
    unit = total / (columns + 1)
    return [unit * (2 if index == 1 and columns > 3 else 1) for index in range(columns)]


def ruled(words: Words, style: list[Command] | None = None) -> TableSample:
    """One table between paragraphs."""
    columns = words.chance.randint(2, 4)
    rows = rows_of(words, words.chance.randint(4, 14), columns)
    made = table(rows, [GRID] if style is None else style, widths(columns))
    return built([text(words), made, text(words)], [cells_of(rows)])


def merged(words: Words) -> TableSample:
    """A header of two rows with cells over two columns and two rows; a first column over several rows."""
    rows = rows_of(words, 9, 5)
    rows.insert(1, [words.phrase(1, 2) for _ in range(5)])
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3), (3, 0): (3, 1), (6, 0): (2, 1), (9, 0): (1, 2)}
    made = table(rows, [GRID, *spanned(spans)], widths(5))
    return built([text(words), made], [cells_of(rows, spans)])


def spanned(spans: Mapping[tuple[int, int], tuple[int, int]]) -> list[Command]:
    """Platypus' commands for merged cells."""
    return [("SPAN", (c, r), (c + wide - 1, r + tall - 1)) for (r, c), (tall, wide) in spans.items()]


def several(words: Words) -> TableSample:
    """Three tables on a page, a paragraph between them, the last two without one."""
    made: list[Flowable] = [text(words)]
    gold = []
    for gap in (0, 1, 0):
        columns = words.chance.randint(2, 4)
        rows = rows_of(words, words.chance.randint(3, 6), columns)
        made += [table(rows, [GRID], widths(columns)), text(words) if gap else Spacer(1, 24)]
        gold.append(cells_of(rows))
    return built(made, gold)


def over_pages(words: Words) -> TableSample:
    """A table of three pages, its header repeated or not, page numbers below."""
    rows = rows_of(words, 90, 5)
    made = table(rows, [GRID], widths(5), repeat=words.chance.randint(0, 1))
    return built([text(words), made, text(words)], [cells_of(rows)])


def thin_boxes(words: Words) -> TableSample:
    """Rules drawn twice and shaded rows, as office programs do."""
    shade: list[Command] = [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.whitesmoke, colors.white])]
    return ruled(words, [*shade, ("BOX", (0, 0), (-1, -1), 1.5, colors.black), GRID])


def shaded(words: Words) -> TableSample:
    """No rule: each cell is a shaded box of its own, in two shades by turns."""
    columns = words.chance.randint(3, 4)
    rows = rows_of(words, words.chance.randint(4, 14), columns)
    shades = (colors.lightblue, colors.whitesmoke)
    boxes: list[Command] = [
        ("BACKGROUND", (c, r), (c, r), shades[(c + r) % 2]) for r in range(len(rows)) for c in range(columns)
    ]
    return built([text(words), table(rows, boxes, widths(columns)), text(words)], [cells_of(rows)])


def borderless(words: Words) -> TableSample:
    """No rule at all, or only level ones."""
    styles: list[list[Command]] = [[], [("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black)]]
    columns = words.chance.randint(3, 4)
    rows = rows_of(words, words.chance.randint(4, 12), columns)
    # Words on one line each: a wrapped line of a cell may as well be a row of its own.
    rows = [[" ".join(cell.split()[:2]) for cell in row] for row in rows]
    made = table(rows, words.chance.choice(styles), widths(columns))
    return built([text(words), Spacer(1, 12), made, Spacer(1, 12), text(words)], [cells_of(rows)])


def wrapped(words: Words) -> TableSample:
    """No rule, and cells of several lines: white between the rows tells them apart, a number in each row."""
    columns = words.chance.randint(2, 4)
    rows = [[words.phrase(1, 2) for _ in range(columns)]]
    for _ in range(words.chance.randint(3, 8)):
        row = [words.phrase(1, 7)]
        row += [words.phrase(2, 10) if words.chance.random() < 0.6 else words.phrase(1, 2) for _ in range(columns - 2)]
        rows.append([*row, f"{words.chance.randint(1, 999)},{words.chance.randint(0, 9)}"])
    gap = words.chance.choice((3, 4, 6))
    place = words.chance.choice(("TOP", "MIDDLE"))
    style: list[Command] = [("TOPPADDING", (0, 0), (-1, -1), gap), ("BOTTOMPADDING", (0, 0), (-1, -1), gap)]
    style.append(("VALIGN", (0, 0), (-1, -1), place))
    if words.chance.random() < 0.5:
        style.append(("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black))
    made = table(rows, style, widths(columns))
    return built([text(words), Spacer(1, 12), made, Spacer(1, 12), text(words)], [cells_of(rows)])


def text(words: Words) -> Paragraph:
    """A paragraph."""
    return Paragraph(words.paragraph(4), TEXT)


def built(flowables: list[Any], gold: list[frozenset[Cell]]) -> TableSample:
    """The PDF, its pages numbered."""
    out = BytesIO()
    SimpleDocTemplate(out, invariant=True).build(flowables, onFirstPage=numbered, onLaterPages=numbered)
    return TableSample(out.getvalue(), tuple(gold))


def numbered(canvas: Any, template: Any) -> None:
    """The page's number at its foot."""
    canvas.setFont(SANS, 8)
    canvas.drawCentredString(297, 30, str(canvas.getPageNumber()))


TABLES: Mapping[str, Callable[[Words], TableSample]] = {
    "ruled": ruled,
    "ruled: merged cells": merged,
    "ruled: doubled rules, shades": thin_boxes,
    "ruled: several a page": several,
    "ruled: over three pages": over_pages,
    "ruled: shaded cells, no line": shaded,
    "borderless": borderless,
    "borderless: wrapped cells": wrapped,
}
"""The kinds of table that are measured."""


def table_samples(kind: str, count: int) -> list[TableSample]:
    """So many PDFs of a kind, all different."""
    fonts()
    return [TABLES[kind](Words(seed)) for seed in range(count)]
