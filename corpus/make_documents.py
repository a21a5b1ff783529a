"""Makes the PDFs of `corpus/documents` from `corpus/sources`: `python -m corpus.make_documents`.

The fonts are Debian's `fonts-dejavu-core`. ReportLab's invariant mode leaves out the clock, so the same sources give
the same bytes; `tests/corpus/test_documents.py` compares them.
"""

import sys
import tomllib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

Source = Mapping[str, Any]

FOLDER = Path(__file__).parent
SOURCES = FOLDER / "sources"
DOCUMENTS = FOLDER / "documents"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SANS, BOLD, SERIF, SERIF_BOLD = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif", "DejaVuSerif-Bold"

SLIDE = (842.0, 474.0)  # points: 16:9, as wide as A4 is long
MARGIN = 42.0  # points
GAP = 20.0  # points between columns
ACCENT = colors.HexColor("#1F4E79")
SHADE = colors.HexColor("#E8EEF5")


def make(source: Source) -> bytes:
    """The PDF of one source. The same source and fonts give the same bytes. Raises KeyError for an unknown kind."""
    for name in (SANS, BOLD, SERIF, SERIF_BOLD):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(SANS, normal=SANS, bold=BOLD, italic=SANS, boldItalic=BOLD)
    pdfmetrics.registerFontFamily(SERIF, normal=SERIF, bold=SERIF_BOLD, italic=SERIF, boldItalic=SERIF_BOLD)
    return MAKERS[source["kind"]](source)


def style(name: str = SANS, size: float = 10.0, **others: Any) -> ParagraphStyle:
    """A paragraph style; the leading is 1.35 of the size unless given."""
    return ParagraphStyle("", fontName=name, fontSize=size, leading=others.pop("leading", size * 1.35), **others)


def paragraph(text: str, look: ParagraphStyle) -> Paragraph:
    """The text as it is, no markup; line ends become breaks."""
    return Paragraph(escape(text).replace("\n", "<br/>"), look)


def slides(source: Source) -> bytes:
    """A deck: a title, then callouts (a big number over its words), bullets, a table of a series, a note."""
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=SLIDE, invariant=1, lang=source["language"])
    canvas.setTitle(source["title"])
    for number, slide in enumerate(source["slides"], start=1):
        _cover(canvas, slide) if slide.get("layout") == "cover" else _slide(canvas, slide)
        canvas.setFont(SANS, 8)
        canvas.setFillColor(colors.grey)
        canvas.drawString(MARGIN, 18, source["footer"])
        canvas.drawRightString(SLIDE[0] - MARGIN, 18, str(number))
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _cover(canvas: Canvas, slide: Source) -> None:
    canvas.setFillColor(ACCENT)
    canvas.rect(0, SLIDE[1] - 150, SLIDE[0], 150, stroke=0, fill=1)
    _place(canvas, paragraph(slide["title"], style(BOLD, 28, textColor=colors.white)), SLIDE[1] - 60)
    top = SLIDE[1] - 200
    for line in slide["lines"]:
        top = _place(canvas, paragraph(line, style(SANS, 16)), top) - 8


def _slide(canvas: Canvas, slide: Source) -> None:
    top = _place(canvas, paragraph(slide["title"], style(BOLD, 22, textColor=ACCENT)), SLIDE[1] - 30) - 14
    if "subtitle" in slide:
        top = _place(canvas, paragraph(slide["subtitle"], style(BOLD, 14)), top) - 10
    if "callouts" in slide:
        top = _callouts(canvas, slide["callouts"], top) - 16
    for bullet in slide.get("bullets", ()):
        look = style(SANS, 13, leftIndent=16, bulletIndent=0)
        top = _place(canvas, Paragraph(escape(bullet), look, bulletText="•"), top) - 7
    if "table" in slide:
        top = _place(canvas, _series(slide["table"]["rows"]), top - 8) - 10
    for index, words in enumerate(slide.get("columns", ())):
        left, down = MARGIN + index * (SLIDE[0] / 2 - MARGIN), top
        for word in words:
            look = style(SANS, 13, leftIndent=16, bulletIndent=0)
            down = _place(canvas, Paragraph(escape(word), look, bulletText="•"), down, left, SLIDE[0] / 2 - 60) - 6
    if "note" in slide:
        _place(canvas, paragraph(slide["note"], style(SANS, 12, textColor=ACCENT)), top - 6)


def _callouts(canvas: Canvas, callouts: list[list[str]], top: float) -> float:
    """Boxes side by side, the number above its words; their bottom."""
    width = (SLIDE[0] - 2 * MARGIN - GAP * (len(callouts) - 1)) / len(callouts)
    height = 92.0
    for index, (number, words) in enumerate(callouts):
        left = MARGIN + index * (width + GAP)
        canvas.setFillColor(SHADE)
        canvas.roundRect(left, top - height, width, height, 6, stroke=0, fill=1)
        look = style(BOLD, 26, textColor=ACCENT, alignment=TA_CENTER)
        below = _place(canvas, paragraph(number, look), top - 10, left + 6, width - 12)
        _place(canvas, paragraph(words, style(SANS, 11, alignment=TA_CENTER)), below - 4, left + 6, width - 12)
    return top - height


def _series(rows: list[list[str]]) -> Table:
    """A ruled table of one series a row, its first column the label."""
    cells = [
        [paragraph(cell, style(SANS, 10, alignment=TA_CENTER if at else 0)) for at, cell in enumerate(row)]
        for row in rows
    ]
    first = 190.0
    rest = (SLIDE[0] - 2 * MARGIN - first) / (len(rows[0]) - 1)
    return Table(cells, colWidths=[first] + [min(rest, 90.0)] * (len(rows[0]) - 1), style=_ruled(), hAlign="LEFT")


def _ruled() -> TableStyle:
    return TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), SHADE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )


def _place(canvas: Canvas, flowable: Flowable, top: float, left: float = MARGIN, width: float = 0.0) -> float:
    """Draws downwards from `top`; the bottom of what was drawn."""
    width = width or SLIDE[0] - 2 * MARGIN
    _, height = flowable.wrapOn(canvas, width, SLIDE[1])
    flowable.drawOn(canvas, left, top - height)
    return float(top - height)


def review(source: Source) -> bytes:
    """Prose in two columns under a title, with headings."""
    story: list[Flowable] = [paragraph(source["title"], style(SERIF_BOLD, 15, spaceAfter=10))]
    for section in source["sections"]:
        story.append(paragraph(section["heading"], style(SERIF_BOLD, 11, spaceBefore=8, spaceAfter=4, keepWithNext=1)))
        look = style(SERIF, 9.5, alignment=TA_JUSTIFY, firstLineIndent=14, spaceAfter=3)
        story += [paragraph(text, look) for text in section["paragraphs"]]
    return _flow(source, story, A4, columns=2)


def resolution(source: Source) -> bytes:
    """An act: header, date and number, heading, preamble, numbered items, signature, annex."""
    centred, body = style(BOLD, 12, alignment=TA_CENTER), style(SANS, 11, alignment=TA_JUSTIFY, firstLineIndent=28)
    story: list[Flowable] = [paragraph(line, centred) for line in source["header"]]
    story += [Spacer(0, 12), paragraph(source["number_line"], style(SANS, 11, spaceAfter=12))]
    story += [paragraph(source["heading"], style(BOLD, 11, spaceAfter=12, alignment=TA_CENTER))]
    story += [
        paragraph(source["preamble"], body),
        paragraph(source["verb"], style(BOLD, 11, spaceBefore=4, spaceAfter=6)),
    ]
    story += [paragraph(f"{number}. {text}", body) for number, text in enumerate(source["items"], start=1)]
    signature = [
        paragraph(text, style(SANS, 11, alignment=TA_RIGHT if at else 0)) for at, text in enumerate(source["signature"])
    ]
    story += [Spacer(0, 24), Table([signature], colWidths=[260, 240]), PageBreak()]
    story += [paragraph(source["annex"], style(SANS, 11, leftIndent=260, spaceAfter=18))]
    story += [paragraph(source["annex_heading"], style(BOLD, 11, spaceAfter=12, alignment=TA_CENTER))]
    story += [paragraph(f"{number}. {text}", body) for number, text in enumerate(source["annex_items"], start=1)]
    return _flow(source, story, A4)


def register(source: Source) -> bytes:
    """A ruled table whose header row repeats on every page it spans."""
    header = [paragraph(cell, style(BOLD, 8.5, alignment=TA_CENTER)) for cell in source["header"]]
    rows = [[paragraph(cell, style(SANS, 8.5)) for cell in row] for row in source["rows"]]
    if "total" in source:
        rows.append([paragraph(cell, style(BOLD, 8.5)) for cell in source["total"]])
    table = Table([header, *rows], colWidths=source["widths"], repeatRows=1, style=_ruled())
    title = paragraph(source["title"], style(BOLD, 14, spaceAfter=8))
    note = paragraph(source["note"], style(SANS, 9.5, spaceAfter=10))
    return _flow(source, [title, note, table], landscape(A4))


def _flow(source: Source, story: list[Flowable], size: tuple[float, float], *, columns: int = 1) -> bytes:
    """The story on as many pages as it needs, with the source's footer and page numbers."""
    sink = BytesIO()
    width = (size[0] - 2 * MARGIN - GAP * (columns - 1)) / columns
    height = size[1] - 2 * MARGIN
    frames = [
        Frame(MARGIN + at * (width + GAP), MARGIN, width, height, 0, 0, 0, 0, id=f"column {at}")
        for at in range(columns)
    ]

    def footer(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont(SANS, 7.5)
        canvas.drawString(MARGIN, 22, source["footer"])
        canvas.drawRightString(size[0] - MARGIN, 22, str(template.page))

    template = BaseDocTemplate(sink, pagesize=size, title=source["title"], lang=source["language"], invariant=1)
    template.addPageTemplates([PageTemplate(frames=frames, onPage=footer)])
    template.build(story)
    return sink.getvalue()


MAKERS: Mapping[str, Callable[[Source], bytes]] = {
    "slides": slides,
    "review": review,
    "resolution": resolution,
    "register": register,
}


def sources() -> dict[str, Source]:
    """Every source by the name its PDF has, without suffix."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.toml"))}


def main() -> int:
    """Writes every PDF and says which. Exit status 0."""
    for name, source in sources().items():
        path = DOCUMENTS / f"{name}.pdf"
        path.write_bytes(make(source))
        sys.stderr.write(f"{path.relative_to(FOLDER.parent)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
