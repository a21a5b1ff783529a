"""A PDF as a Document: lines from pdfium, order by geometry, blocks, tables, and the origin of every character."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, compress

from ingest.attached import listed
from ingest.banded import banded_lattices, outside
from ingest.blocks import HEADING_SIZE, Leadings, Part, is_heading, leadings, parts, told_apart
from ingest.bullets import with_bullets
from ingest.callouts import callout_rows, expanded
from ingest.collecting import put_off
from ingest.document import Box, Document
from ingest.errors import Damaged, NoText
from ingest.forms import Field, named, with_fields
from ingest.insets import uncovered
from ingest.justified import made_whole
from ingest.layout import flow, with_marks
from ingest.legible import has_function_words, unreadable
from ingest.lines import Line
from ingest.lookalikes import is_mixed, unmixed
from ingest.mirrored import is_mirror_page, mirrored_words, reflected, reflected_strokes, turned_back, upright
from ingest.partednames import with_whole_names
from ingest.pdfium import PdfFile, PdfPage, opened
from ingest.plumber import further_lattices
from ingest.pool import pooled
from ingest.rulings import lattices
from ingest.running import parted
from ingest.runon import run_on
from ingest.scans import placed, recognized_sheets
from ingest.sheets import Sheet
from ingest.soundness import damage
from ingest.strokes import Strokes
from ingest.tables import Grid, borderless, ruled, shaped
from ingest.turnedheads import with_turned_heads
from ingest.worded import worded
from ingest.wrapped import wrapped
from ingest.writing import written
from ingest.xmp import claims, own_packet, passed_over

Words = Callable[[Line], list[Line]]

SCANT = 120  # letters of a text layer on a page that one picture covers, below which it is a stamp on a scan
XFA = "Its form is made with XFA, which is not read here: what its pages show without it may be a notice only."
UNCOUNTED = "It breaks off before it says how many pages it has."
RUNNING_TEXT = 200  # characters in blocks of several lines: a document with fewer is its tables and titles
COVERED = 0.6  # of the page that such a picture takes


@put_off()
def read_pdf(data: bytes, source: str, password: str | None = None) -> Document:
    """The PDF's text in reading order. Raises Encrypted, Damaged, or NoText."""
    with opened(data, password) as pdf:
        if not pdf.pages:
            raise Damaged("this PDF opens but has no pages that can be read: it may be truncated or damaged")
        packet = own_packet(data)
        said, attached = claims(packet, pdf.info(), pdf.language()), pdf.attachments()
        unread_form = XFA if pdf.is_xfa else ""
        sheets = recognized_sheets(pdf, _unbroken(pdf, _sheets(pdf)))
        tree = UNCOUNTED if pdf.mended and not pdf.mended.has_tree else ""
    try:
        document = with_fields(composed(data, source, said.title, sheets), [sheet.fields for sheet in sheets])
    except NoText as error:
        raise NoText(" ".join(filter(None, (str(error), unread_form, listed(attached))))) from error
    broken = damage(data)
    sentences = (
        f"This PDF is damaged ({broken}): what could be found in it was read." if broken else "",
        tree,
        unread_form,
        passed_over(packet),
        listed(attached),
        *document.findings,
    )
    return replace(document, findings=tuple(filter(None, sentences)), claims=said, attachments=tuple(attached))


def composed(data: bytes, source: str, title: str, sheets: Sequence[Sheet]) -> Document:
    """The document of these sheets, in reading order; `title` is what the file claims, or empty. Raises NoText."""
    if not any(sheet.lines or sheet.grids for sheet in sheets):
        raise NoText(_why_no_text(sheets))
    running = parted(sheets)
    ordered = [_ordered(sheet, lines) for sheet, (lines, _) in zip(sheets, running, strict=True)]
    known = leadings(stretch for _, stretches in ordered for stretch in stretches)
    blocks = [
        [*_blocks(stretches, grids, known), *margins]
        for (grids, stretches), (_, margins) in zip(ordered, running, strict=True)
    ]
    laid = [replace(sheet, parts=tuple(parts)) for sheet, parts in zip(sheets, _kinds(blocks), strict=True)]
    if any(sheet.grids for sheet in laid[1:]):
        laid = with_whole_names(laid)
    return turned_back(placed(written(data, source, title, laid), laid), laid)


def _sheets(pdf: PdfFile) -> list[Sheet]:
    """Every page's lines and ruled tables; a page that cannot be opened costs itself only."""
    found: list[Sheet] = []
    while len(found) < pdf.pages:
        first = len(found) + 1
        with pdf.several(first) as several:
            layers = iter(_layers([page for page in several if isinstance(page, PdfPage)]))
            for number, page in enumerate(several, start=first):
                found.append(_left_out(number, page) if isinstance(page, Damaged) else next(layers))
    return found


def _left_out(number: int, error: Damaged) -> Sheet:
    return Sheet(number, 0.0, 0.0, finding=f"Page {number} was left out: {error}.", is_unreadable=True)


def _unbroken(pdf: PdfFile, sheets: list[Sheet]) -> list[Sheet]:
    """The sheets; of a PDF that breaks off those without legible text are unreadable, unless they are scans: without
    the fonts that are missing OCR would see other letters."""
    if not pdf.mended:
        return sheets
    return [sheet if not sheet.doubt or _is_scan(pdf, sheet.number) else _broken_off(sheet) for sheet in sheets]


def _is_scan(pdf: PdfFile, number: int) -> bool:
    with pdf.page(number) as page:
        return page.pictures() >= COVERED


def _broken_off(sheet: Sheet) -> Sheet:
    said = f"Page {sheet.number} cannot be read: this PDF breaks off before all that the page is made of."
    return replace(sheet, doubt="", finding=said, is_unreadable=True)


def _layers(pages: Sequence[PdfPage]) -> list[Sheet]:
    """The text layers of pages. One step is taken for all of them, then the next: in the processor's caches stays what
    the step needs, and a page takes a sixth less than step after step for each."""
    doubts = [_illegible(page.characters[0]) for page in pages]
    legible = [page for page, doubt in zip(pages, doubts, strict=True) if not doubt]
    drawn = [page.lines() for page in legible]
    seen = [page.seen(lines) for page, lines in zip(legible, drawn, strict=True)]
    strokes = [page.strokes() for page in legible]
    sheets = iter([_sheet(*one) for one in zip(legible, drawn, seen, strokes, strict=True)])
    return [
        Sheet(page.number, page.width, page.height, doubt=doubt) if doubt else next(sheets)
        for page, doubt in zip(pages, doubts, strict=True)
    ]


def _illegible(text: str) -> str:
    """Why a text layer is of no use; empty where it is."""
    if not text.strip():
        return "no text layer"
    reason = unreadable(text)
    return f"its text layer is not what the page shows ({reason})" if reason else ""


def _sheet(page: PdfPage, drawn: Sequence[Line], seen: Sequence[Line], strokes: Strokes) -> Sheet:
    """One page's lines and ruled tables: of its lines as `drawn` those that can be `seen`."""
    number = page.number
    shown = page.uncovered(seen, strokes.covers) if strokes.covers else seen
    lines, count = upright(page, shown)
    fields = page.fields()
    doubt = _doubt(page, page.characters[0])
    under = {id(line) for line in seen}.difference(map(id, shown)) if len(shown) < len(seen) else ()
    bare = () if doubt else _bare(page, strokes, drawn, under)
    words: Words = page.words
    is_mirrored = is_mirror_page(lines, count)
    if is_mirrored:
        lines, strokes, words = (
            reflected(lines, page.width),
            reflected_strokes(strokes, page.width),
            mirrored_words(page),
        )
    grids, lines = _ruled(lines, strokes, words)
    lines = made_whole(lines, words)
    if strokes.dots:
        lines = with_bullets(lines, strokes.dots)
    if fields:
        lines = named(lines, fields)
    mirrored = f"Page {number} holds text in mirror writing; it is read line by line." if count else ""
    said = (_unseen(number, len(drawn) - len(shown)), mirrored, _unshown(number, fields))
    finding = " ".join(filter(None, said))
    sheet = Sheet(
        number,
        page.width,
        page.height,
        tuple(lines),
        tuple(grids),
        finding=finding,
        doubt=doubt,
        fields=tuple(fields),
        pictures=bare,
        is_mirrored=is_mirrored,
    )
    return unmixed(sheet) if is_mixed(page.characters[0]) else sheet


def _bare(page: PdfPage, strokes: Strokes, drawn: Sequence[Line], under: Container[int]) -> tuple[Box, ...]:
    """The large pictures that text leaves bare; lines whose identities are among those `under` a picture are none."""
    if not strokes.pictures:
        return ()
    printed = [line for line in drawn if id(line) not in under]
    return uncovered(strokes.pictures, printed, (page.width, page.height))


def _ruled(seen: Sequence[Line], strokes: Strokes, words: Words) -> tuple[list[Grid], list[Line]]:
    """The page's tables, pdfplumber asked about the edges that our grids leave over; and the lines outside them."""
    if not strokes.lines and not strokes.sides:
        return [], list(seen)
    own = lattices(strokes.lines)
    grids, lines = ruled(own, seen, words)
    closed = further_lattices(strokes, own)
    rows = banded_lattices(strokes, lines, [*own, *closed])
    further, lines = shaped(outside(closed, rows), lines, words)
    banded, lines = ruled(rows, lines, words)
    return sorted([*grids, *further, *banded], key=lambda grid: (grid.box[1], grid.box[0])), lines


def _doubt(page: PdfPage, text: str) -> str:
    """Why OCR is to be asked for another reading of a legible text layer; empty when nothing speaks against it."""
    if len(text) < SCANT and page.pictures() >= COVERED:
        return "its text layer holds little of what the page shows"
    if page.is_hidden and not has_function_words(text):
        return "its hidden text layer is not what the page shows"
    return ""


def _unseen(number: int, count: int) -> str:
    """What to say of lines that were left out because the page does not show them."""
    if not count:
        return ""
    return f"Page {number} holds {count} line{'s' if count > 1 else ''} of text that it does not show; left out."


def _unshown(number: int, fields: Sequence[Field]) -> str:
    """What to say of form fields whose value the page does not show."""
    names = [f"“{field.name or 'without a name'}”" for field in fields if not field.chars]
    if not names:
        return ""
    plural = "s" if len(names) > 1 else ""
    return f"Page {number} does not show what its form holds in the field{plural} {', '.join(names)}."


def _ordered(sheet: Sheet, lines: Sequence[Line]) -> tuple[list[Grid], list[list[Line]]]:
    """The page's tables, and its lines in reading order, a stand-in for each table among them."""
    callouts, own = callout_rows(with_marks(lines))
    pool = pooled([line for line in own if not line.turn])
    several, rest = wrapped(own, pool)
    if several:
        pool = pooled([line for line in rest if not line.turn])
    of_words, left = worded(rest, pool)
    if of_words:
        pool = pooled([line for line in left if not line.turn])
    aligned, left = borderless(left, pool)
    grids = [*sheet.grids, *several, *of_words, *aligned]
    if not grids and not callouts and len(pool.lines) == len(rest):
        return grids, flow(rest, pool)
    if grids and any(line.turn for line in left):
        grids, left = with_turned_heads(grids, left)
    stand_ins = [_standing_for(grid, index) for index, grid in enumerate(grids)]
    stand_ins += [row.standing(index) for index, row in enumerate(callouts)]
    return grids, expanded(flow([*left, *stand_ins]), callouts)


def _blocks(stretches: Sequence[Sequence[Line]], grids: Sequence[Grid], known: Leadings) -> list[Part]:
    """The page's blocks in reading order."""
    return run_on(_parts(stretch, grids, known) for stretch in stretches)


def _why_no_text(sheets: Sequence[Sheet]) -> str:
    pages = f"{len(sheets)} pages" if len(sheets) > 1 else "one page"
    findings = [sheet.finding for sheet in sheets if sheet.finding]
    return f"no text was found ({pages}). {findings[0] if findings else 'Nothing is on it but white paper.'}"


def _standing_for(grid: Grid, index: int) -> Line:
    """A line that holds a table's place while the page is put in order."""
    return Line("", (), grid.box, grid.box[3] - grid.box[1], table=index)


def _parts(stretch: Sequence[Line], grids: Sequence[Grid], known: Leadings) -> Iterator[Part]:
    """The blocks of a stretch, tables among them."""
    lines: list[Line] = []
    for line in stretch:
        if line.table < 0:
            lines.append(line)
            continue
        yield from parts(lines, known)
        lines = []
        grid = grids[line.table]
        yield Part(tuple(row for cell in grid.cells for row in cell.lines), "table", grid=grid)
    yield from parts(lines, known)


def _kinds(pages: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """The blocks page by page, each with its kind, headings measured against the document's running text."""
    body = _body_size(pages)
    headings = [[is_heading(part, body) for part in parts] for parts in pages]
    sizes = [
        part.size
        for parts, heads in zip(pages, headings, strict=True)
        for part in compress(parts, heads)
        if part.size >= HEADING_SIZE * body
    ]
    ranks: list[float] = []
    for size in sorted(sizes, reverse=True):
        if not ranks or size < ranks[-1] * 0.94:
            ranks.append(size)
    return [told_apart(parts, heads, ranks) for parts, heads in zip(pages, headings, strict=True)]


def _body_size(pages: Iterable[Iterable[Part]]) -> float:
    """The line height that most characters of the document's running text have, of all its text where it has none."""
    held = list(chain.from_iterable(pages))
    text = [part for part in held if not part.grid]
    if sum([len(part.text) for part in text if len(part.lines) > 1]) < RUNNING_TEXT:
        text = held
    weight: dict[float, int] = defaultdict(int)
    for line in chain.from_iterable(part.lines for part in text):
        weight[line.size] += len(line.text)
    rounded: Counter[float] = Counter()
    for size, letters in weight.items():
        rounded[round(size * 2) / 2] += letters
    return rounded.most_common(1)[0][0]
