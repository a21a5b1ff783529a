"""PDFs for `bench.reading`, made by a script that knows in which order their lines are to be read.

Fonts are Debian's `fonts-dejavu-core`; the same seed gives the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.reading_words import Words

FONTS = Path("/usr/share/fonts/truetype/dejavu")
SANS, BOLD, SERIF = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif"
A4, SLIDE = (595.0, 842.0), (842.0, 474.0)


@cache
def fonts() -> None:
    """Make reportlab know the fonts."""
    for name in (SANS, BOLD, SERIF):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


@dataclass(frozen=True, slots=True)
class Piece:
    """A string that is drawn at once: its left end and base line in points from the bottom left, as PDF has it."""

    x: float
    y: float
    text: str
    font: str
    size: float


@dataclass(slots=True)
class Sheet:
    """The pieces of one page in reading order. `others` are further orders that are as right (of piece numbers)."""

    size: tuple[float, float] = A4
    pieces: list[Piece] = field(default_factory=list)
    others: list[list[int]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    drawn: str = "in order"

    def __post_init__(self) -> None:
        fonts()

    def put(self, x: float, y: float, text: str, size: float = 10, font: str = SANS) -> None:
        """One string."""
        self.pieces.append(Piece(x, y, text, font, size))

    def flow(self, text: str, x: float, y: float, width: float, *, size: float = 10, font: str = SANS) -> float:
        """A paragraph, broken into lines of at most `width`; returns the next base line. `^1` is a footnote's mark."""
        line: list[str] = []
        for word in [*text.split(), ""]:
            if not word or stringWidth(" ".join([*line, word.split("^")[0]]), font, size) > width:
                self._line(line, x, y, size, font)
                y -= size * 1.35
                line = []
            line.append(word)
        return y

    def _line(self, words: list[str], x: float, y: float, size: float, font: str) -> None:
        """One line, its footnote marks set small and high, as pieces of their own."""
        run = ""
        for word in words:
            body, _, mark = word.partition("^")
            run += (" " if run and not run.endswith(" ") else "") + body
            if mark:
                self.put(x, y, run, size, font)
                x += stringWidth(run, font, size)
                self.put(x, y + 0.35 * size, mark, 0.6 * size, font)
                x += stringWidth(mark, font, 0.6 * size)
                run = " "
        if run.strip():
            lead = len(run) - len(run.lstrip())
            self.put(x + stringWidth(" " * lead, font, size), y, run.strip(), size, font)


@dataclass(frozen=True, slots=True)
class Sample:
    """A one-page PDF and the orders in which it may be read: each a text."""

    data: bytes
    orders: tuple[str, ...]


def sample(sheet: Sheet, words: Words) -> Sample:
    """The page drawn, and its texts."""
    orders = [list(range(len(sheet.pieces))), *sheet.others]
    return Sample(pdf([sheet], words), tuple(" ".join(sheet.pieces[i].text for i in order) for order in orders))


def pdf(sheets: list[Sheet], words: Words) -> bytes:
    """The pages as one PDF."""
    out = BytesIO()
    canvas: Any = Canvas(out, invariant=True)
    for sheet in sheets:
        canvas.setPageSize(sheet.size)
        canvas.setFillGray(0.93)
        for x0, y0, x1, y1 in sheet.boxes:
            canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
        canvas.setFillGray(0)
        drawn = list(sheet.pieces)
        if sheet.drawn == "by rows":
            drawn.sort(key=lambda piece: (-round(piece.y), piece.x))
        elif sheet.drawn == "shuffled":
            words.chance.shuffle(drawn)
        for piece in drawn:
            canvas.setFont(piece.font, piece.size)
            canvas.drawString(piece.x, piece.y, piece.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def single_column(words: Words) -> Sheet:
    """A heading, paragraphs, a list, paragraphs."""
    sheet, font = Sheet(), words.chance.choice((SANS, SERIF))
    sheet.put(70, 775, words.phrase(3, 6), 16, BOLD)
    y = 740.0
    for _ in range(3):
        y = sheet.flow(words.paragraph(5), 70, y, 455, font=font) - 6
    for _ in range(words.chance.randint(3, 6)):
        sheet.put(76, y, f"• {words.phrase(4, 8)};", 10, font)
        y -= 16
    while y > 160:
        y = sheet.flow(words.paragraph(4), 70, y - 6, 455, font=font)
    return sheet


def two_columns(words: Words) -> Sheet:
    """A title over both columns, then the columns, of uneven length."""
    sheet = Sheet(drawn=words.chance.choice(("in order", "by rows")))
    top = sheet.flow(words.phrase(6, 12), 60, 785, 470, size=16, font=BOLD)
    for x in (60.0, 315.0):
        y, end = top - 6, words.chance.randint(190, 380)
        while y > end:
            y = sheet.flow(words.paragraph(3), x, y, 220, size=9.5) - 5
            if words.chance.random() < 0.3 and y > end + 60:
                y = sheet.flow(words.phrase(2, 4), x, y - 6, 220, size=11, font=BOLD) - 4
    return sheet


def slide(words: Words) -> Sheet:
    """A title, and bullets, callouts with the number above or beside the label, or bullets beside callouts."""
    sheet = Sheet(SLIDE)
    sheet.put(48, 420, words.phrase(3, 7), 24, BOLD)
    kind = words.chance.randrange(4)
    if kind == 0:
        y = 360.0
        for _ in range(6):
            y = sheet.flow(f"• {words.phrase(9, 20)}", 48, y, 740, size=15) - 8
    elif kind == 1:
        count = words.chance.choice((3, 4))
        for index in range(count):
            x = 48 + index * 760 / count
            sheet.put(x, 300, str(words.chance.randint(12, 980)), 44, BOLD)
            sheet.flow(words.phrase(5, 9), x, 268, 700 / count, size=14)
        sheet.flow(words.phrase(8, 14), 48, 130, 740, size=12)
    elif kind == 2:
        for index in range(4):
            y = 350.0 - 80 * index
            sheet.put(48, y - 12, f"{words.chance.randint(12, 98)} %", 30, BOLD)
            sheet.flow(words.phrase(10, 16), 190, y, 560, size=14)
    else:
        y = 360.0
        for _ in range(5):
            y = sheet.flow(f"• {words.phrase(6, 12)}", 48, y, 340, size=13) - 7
        for index in range(2):
            y = 340.0 - 130 * index
            sheet.put(480, y, str(words.chance.randint(12, 980)), 40, BOLD)
            sheet.flow(words.phrase(4, 9), 480, y - 26, 300, size=14)
    return sheet


def shuffled(words: Words) -> Sheet:
    """One of the others, its lines drawn in no order."""
    sheet = words.chance.choice((single_column, two_columns, sidebar))(words)
    sheet.drawn = "shuffled"
    return sheet


def footnotes(words: Words) -> Sheet:
    """Marks in the text, notes below it in small type; one column, or two with their notes over the page's width."""
    sheet, note = Sheet(), 1
    columns = words.chance.choice(((70.0,), (60.0, 315.0)))
    width = 455.0 if len(columns) == 1 else 220.0
    for x in columns:
        y = 770.0
        while y > 350:
            text = words.paragraph(4).split()
            if note <= 4 and words.chance.random() < 0.7:
                text[words.chance.randrange(8, len(text))] += f"^{note}"
                note += 1
            y = sheet.flow(" ".join(text), x, y, width, size=10) - 6
    y = 130.0
    for number in range(1, note):
        y = sheet.flow(f"{number} {words.paragraph(2)}", columns[0], y, 470, size=7.5) - 2
    return sheet


def sidebar(words: Words) -> Sheet:
    """Running text, and beside it a tinted box with smaller text of its own; the box may be read first or last."""
    sheet, is_left = Sheet(), words.chance.random() < 0.4
    x, side = (215.0, 55.0) if is_left else (55.0, 415.0)
    y = 780.0
    sheet.put(x, y, words.phrase(2, 4), 16, BOLD)
    y -= 30
    while y > 180:
        y = sheet.flow(words.paragraph(4), x, y, 335, size=10.5) - 7
    main = len(sheet.pieces)
    top = y = words.chance.randint(480, 740)
    y = sheet.flow(words.phrase(1, 2), side, y, 130, size=11, font=BOLD) - 5
    for _ in range(3):
        y = sheet.flow(words.paragraph(2), side, y, 130, size=8) - 5
    sheet.boxes.append((side - 8, y, side + 140, top + 18))
    if is_left:
        sheet.others.append([*range(main, len(sheet.pieces)), *range(main)])
    return sheet


ORDERS: Mapping[str, Callable[[Words], Sheet]] = {
    "single column": single_column,
    "two columns": two_columns,
    "slides": slide,
    "shuffled drawing order": shuffled,
    "footnotes": footnotes,
    "sidebars": sidebar,
}
"""The kinds of page whose order is measured."""


def samples(kind: str, count: int) -> list[Sample]:
    """So many pages of a kind, all different."""
    made = []
    for seed in range(count):
        words = Words(seed)
        made.append(sample(ORDERS[kind](words), words))
    return made
