"""Labels and their values in text: "Менеджер: Галицкий Сергей", a label above its value, a number and its label."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from ingest.document import PAGE_BREAK, Block, Cell, Pair, Span, Table

LABEL_REACH = 70  # characters: a longer text before a colon is a sentence
LABEL_WORDS = 8
FOOTNOTE = 0.8  # of a line's height: a number set smaller than that is a footnote's mark
CALLOUT_REACH = 150  # characters of what a number that stands by itself counts
LABEL = re.compile(
    r"[ \t]*(?:[•●○▪■□◦‣⁃·∙➢✓\uf0b7\uf0a7\uf0d8*–—-]\s+|\(?\d{1,2}[.)]\s+)?"
    r"(?P<label>[^\W\d_][^:\n]{0,69}?)[^\S\n]*:(?:[^\S\n]+(?P<value>\S)|[^\S\n]*\n\s*(?P<below>\S))",
)
LONE_LABEL = re.compile(r"\s*(?:[•●▪·–—-]\s+)?(?P<label>[^\W\d_][^:\n]{0,69}?)\s*:\s*$")
FIGURE = re.compile(
    r"^(?!\d{1,3}(?:[.)]\s+[^\W\d_]|(?:\.\d{1,2})*\s+[A-ZА-ЯЁ][a-zа-яё]{3}))"
    r"[<>≈~+$€₽]?\s?\d[\d\s.,\u00a0]*\+?(?:\s?(?:%|[^\W\d_]{1,4}\.?){1,2})?(?:\s?[^\W\d_]{1,4}\.?)?\+?$"
)
"""A number with its unit; "2. второй" is an item of a list, "2 Method" a heading."""

YEARS = re.compile(r"(?:(?:19|20)\d\d\s+)+(?:19|20)\d\d")
"""What stands below a chart."""

BEFORE_FIGURE = frozenset("<>≈~+$€₽")
REPEATED = re.compile(r"\s*:\s*|\s*\n\s*|\s+[–—-]\s+")
ROW_NUMBER = re.compile(r"\d{1,4}[.)]?\s*$")
OF_FIELDS = re.compile(
    r"(?:наименование\s+)?(?:показател|параметр|характеристик|сведени|реквизит|пол[ея]\b|раздел|"
    r"indicator|parameter|characteristic|field|property|attribute|item\b|detail)",
    re.IGNORECASE,
)
"""How a header begins over a column of labels."""

OF_VALUES = re.compile(
    r"(?:значени|содержани|сведени|описани|данные|информаци|характеристик|value|description|detail|content|data)\w*$",
    re.IGNORECASE,
)
"""A header over a column of values."""

NOT_LABEL = re.compile(
    r"(?<!\b[^\W\d_]{2})(?<!\b[^\W\d_]{3})(?<!\b[^\W\d_]{4})\.(?:\s|$)|"
    r"(?<!чел)(?<!руб)(?<!тыс)(?<!млн)(?<!млрд)(?<!ед)(?<!шт)(?<!тел)(?<!эл)\.\s+[^a-zа-яё\s]|[;!?»\"](?:\s|$)|,.*,|"
    r"\b(?:http|https|e-?mail to)$"
)
"""A sentence rather than a label; the full stop of a short word ("эл. почта", "тыс. чел.") ends none."""

SENTENCE = re.compile(r"[.;!?»\",]|(?:http|https|mail to)$")
"""What stands in all that `NOT_LABEL` finds; it is found ten times as fast."""

NAVIGATION = re.compile(
    r"^(?:(?:смотрите|см\.?|читайте|узнайте)\s+(?:также|ещё|еще|подробнее)|(?:(?:ещё|еще)\s+)?по\s+теме|подробнее|"
    r"see\s+also|read\s+(?:also|more)|related(?:\s+(?:articles?|pages?|links?|news|posts?|materials?|documents?|content))?$|more\s+on)\b",
    re.IGNORECASE,
)
"""What leads away from the page rather than naming a field of it."""

SAYING = re.compile(
    r"\b(?:(?:сообщ|отмет|заяв|поясн|уточн|напомн|ответ|добав)ил|(?:рас)?сказал|указал|подчеркнул)[аи]?$|"
    r"\b(?:said|says|noted|added|told|explained|stressed)$",
    re.IGNORECASE,
)
"""How words end that announce what somebody says."""

SAID = frozenset("лаиsd")
"""The letters that `SAYING` ends with."""

AWAY = frozenset("счуепsrm")
"""The letters that `NAVIGATION` begins with."""


def all_pairs(text: str, blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Pair, ...]:
    """The pairs of running text and of two-column tables, in the order of their labels."""
    found = {*written_pairs(text, blocks), *table_pairs(text, tables)}
    return tuple(sorted(found, key=lambda pair: (pair.label, pair.value)))


def written_pairs(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """Blocks that read "Label: value", a lone "Label:" with the block after it, a lone number with what it counts."""
    flowing = [block for block in blocks if block.kind in ("paragraph", "list_item", "heading")]
    tables = [block.start for block in blocks if block.kind == "table"]
    yield from _callouts(text, flowing)
    yield from _dashed(text, flowing)
    for index, block in enumerate(flowing):
        if text.find(":", block.start, block.end) < 0:
            continue
        yield from _lines(text, block)
        last = text[block.end - 1]
        lone = LONE_LABEL.match(text, block.start, block.end) if last == ":" or last.isspace() else None
        if lone and index + 1 < len(flowing) and is_label(lone.group("label")):
            after = flowing[index + 1]
            is_next = not any(block.end <= at < after.start for at in tables)
            if after.kind != "heading" and is_next and not _begins_field(text, after):
                yield Pair(Span(*lone.span("label")), Span(after.start, after.end))


def _dashed(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """Neighbouring lines of a label and a short value that a dash or a row of dots parts: "Регион – Пермский край"."""
    run: list[re.Match[str]] = []
    for block in (*blocks, None):
        lines = [] if block is None or block.kind == "heading" else _lines_of(text, block)
        found = [match for line in lines if (match := DASHED.fullmatch(text, *line)) and is_label(match["label"])]
        if len(found) == len(lines) > 0:
            run += found
            continue
        if len(run) >= DASHED_LINES and len({match["label"] for match in run}) == len(run):
            yield from (Pair(Span(*match.span("label")), Span(*match.span("value"))) for match in run)
        run = []


def _lines_of(text: str, block: Block) -> list[tuple[int, int]]:
    """The lines of a block as offsets, where every one of them can be a field."""
    if not any(mark in text[block.start : block.end] for mark in DASHES):
        return []
    lines, start = [], block.start
    for line in text[block.start : block.end].split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


DASHES = (" – ", " — ", " - ", "...", "…")
DASHED = re.compile(
    r"[^\S\n]*(?P<label>[A-ZА-ЯЁ](?:[^\n–—…:;.]|\.(?!\.)){0,68}?[^\s–—…:;])(?:\s+[–—-]\s+|\s*(?:\.{3,}|…+)\s*)"
    r"(?P<value>[^\s;–—](?:[^\n]{0,98}[^\s;,])?)[^\S\n]*"
)
DASHED_LINES = 4  # fewer lines with a dash are sentences or the terms of a definition


def _begins_field(text: str, block: Block) -> bool:
    """Whether a block is or begins with a label of its own."""
    return any(label.match(text, block.start, block.end) for label in (LABEL, LONE_LABEL))


def _callouts(text: str, blocks: Sequence[Block]) -> Iterator[Pair]:
    """A number that stands by itself, and what it counts: the block after it ("94" above "applications came in")."""
    for block, after in pairwise(blocks):
        first = text[block.start : block.start + 1]
        if not first.isdecimal() and first not in BEFORE_FIGURE:
            continue
        label = text[after.start : after.end]
        if len(label) > CALLOUT_REACH or not label[:1].isalpha() or label.endswith(":") or LABEL.match(label):
            continue
        if block.kind == after.kind == "list_item" or PAGE_BREAK in text[block.end : after.start]:
            continue
        figure = text[block.start : block.end]
        if is_figure(figure) and not YEARS.fullmatch(figure) and not _is_footnote_mark(block, after, label):
            yield Pair(Span(after.start, after.end), Span(block.start, block.end))


def _is_footnote_mark(number: Block, after: Block, text: str) -> bool:
    """Whether the number is set smaller than the text behind it."""
    if number.box is None or after.box is None:
        return False
    line = (after.box[3] - after.box[1]) / (1.25 * text.count("\n") + 1)
    return number.box[3] - number.box[1] < FOOTNOTE * line


def _lines(text: str, block: Block) -> Iterator[Pair]:
    """The labelled lines of a block that begins with one: each value runs to the next label."""
    match = LABEL.match(text, block.start, block.end)
    if match is None or not is_label(match.group("label")):
        return
    labelled = [match]
    line = text.find("\n", block.start, block.end)
    while line >= 0:
        match = LABEL.match(text, line + 1, block.end)
        if match is not None and is_label(match.group("label")):
            labelled.append(match)
        line = text.find("\n", line + 1, block.end)
    for match, following in zip_longest(labelled, labelled[1:]):
        end = following.start() if following else block.end
        first = match.start("value" if match.group("value") else "below")
        value = text[first:end].rstrip()
        if value:
            yield Pair(Span(*match.span("label")), Span(first, first + len(value)))


def is_label(text: str) -> bool:
    """Whether words before a colon are the name of a field.

    >>> is_label("Ключевая специализация кластера"), is_label("It is important. To achieve this, we need")
    (True, False)
    >>> is_label("Смотрите также"), is_label("Губернатор сообщил"), is_label("Эл. почта")
    (False, False, True)
    """
    if len(text) > LABEL_REACH or len(text.split()) > LABEL_WORDS:
        return False
    if text[:1].casefold() in AWAY and NAVIGATION.match(text):
        return False
    if text[-1:].casefold() in SAID and SAYING.search(text):
        return False
    return SENTENCE.search(text) is None or NOT_LABEL.search(text.lower() if text.isupper() else text) is None


def is_figure(text: str) -> bool:
    """Whether a text is a number, with its unit.

    >>> is_figure("94 %"), is_figure("> 1 500 чел."), is_figure("2012 год основания"), is_figure("много")
    (True, True, False, False)
    """
    first = text[:1]
    return (first.isdecimal() or first.isspace() or first in BEFORE_FIGURE) and FIGURE.match(text) is not None


def table_pairs(text: str, tables: Sequence[Table]) -> Iterator[Pair]:
    """Each row of a table of labels and values whose label is one; header rows left out.

    Two columns; a column of numbers before them; two columns side by side several times; a header above a single row.
    """
    for table in tables:
        rows: dict[int, dict[int, Cell]] = {}
        for cell in table.cells:
            if cell.start < cell.end and cell.column_span == 1:
                rows.setdefault(cell.row, {}).setdefault(cell.column, cell)
        for name, value in _fields(text, table, rows):
            label = text[name.start : name.end].rstrip(": ")
            if is_label(label) and not _says_the_same(label, text[value.start : value.end]):
                yield Pair(Span(name.start, name.start + len(label)), Span(value.start, value.end))


def _says_the_same(label: str, value: str) -> bool:
    """Whether two cells give one thing of two: "ИНН 5902123456" beside "ИНН 5902654321"."""
    return label[-1:].isdigit() and value[-1:].isdigit() and label.split(maxsplit=1)[0] == value.split(maxsplit=1)[0]


def _fields(text: str, table: Table, rows: Mapping[int, Mapping[int, Cell]]) -> Iterator[tuple[Cell, Cell]]:
    """The cells of labels, each with the cell of its value."""
    if table.columns > 2 and table.rows == 2 and _is_card(text, table, rows):
        yield from ((rows[0][column], cell) for column, cell in rows.get(1, {}).items() if column in rows[0])
        return
    columns = _columns(text, table, rows)
    for row in rows.values():
        for label, value in columns:
            if label in row and value in row and not _is_heading(text, row[label], row[value]):
                yield row[label], row[value]


def _is_heading(text: str, label: Cell, value: Cell) -> bool:
    """Whether two cells say what stands below them: a header cell, or "Показатель" beside "Значение"."""
    if value.is_header:
        return True
    says_value = value.row == 0 and OF_VALUES.match(text[value.start : value.end]) is not None
    return says_value and OF_FIELDS.match(text[label.start : label.end]) is not None


def _columns(text: str, table: Table, rows: Mapping[int, Mapping[int, Cell]]) -> Sequence[tuple[int, int]]:
    """Which columns hold labels, and which their values; none in a table of another make."""
    if table.columns == 2:
        return [(0, 1)]
    if table.columns == 3 and _is_numbered(text, rows):
        return [(1, 2)]
    if table.columns % 2 or table.columns == 0:
        return []
    labels = [cell for row in rows.values() for column, cell in row.items() if column % 2 == 0]
    values = [cell for row in rows.values() for column, cell in row.items() if column % 2]
    is_marked = all(cell.is_header for cell in labels) and not any(cell.is_header for cell in values)
    is_written = all(text[cell.end - 1] == ":" for cell in labels)
    return [(column, column + 1) for column in range(0, table.columns, 2)] if is_marked or is_written else []


def _is_numbered(text: str, rows: Mapping[int, Mapping[int, Cell]]) -> bool:
    """Whether the first column counts the rows 1, 2, 3, … under a header that speaks of fields.

    Without a header a column of figures is no column of values: it says one thing of many.
    """
    numbers: list[int] = []
    is_headed = is_said = False
    for row in rows.values():
        words = {column: text[cell.start : cell.end] for column, cell in row.items()}
        if ROW_NUMBER.match(words.get(0, "")):
            numbers.append(int(words[0].rstrip(".) ")))
            is_said = is_said or (2 in words and not is_figure(words[2]))
        elif 1 in row and (row[1].is_header or not numbers) and OF_FIELDS.match(words[1]):
            is_headed = True
        else:
            return False
    is_counted = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return is_counted and (is_headed or is_said)


def _is_card(text: str, table: Table, rows: Mapping[int, Mapping[int, Cell]]) -> bool:
    """Whether two rows are labels above values, not a series of figures with its name before it."""
    labels, values = rows.get(0, {}), rows.get(1, {})
    if len(labels) < table.columns or not all(cell.is_header for cell in labels.values()):
        return False
    rest = [cell for column, cell in values.items() if column and not cell.is_header]
    return any(not is_figure(text[cell.start : cell.end]) for cell in rest)


def bare(text: str, pair: Pair) -> Pair:
    """The pair without the label that a page repeats before its value, for narrow windows."""
    start, label = pair.value.start, text[pair.label.start : pair.label.end]
    if text[start : start + len(label)].casefold() != label.casefold():
        return pair
    gap = REPEATED.match(text, start + len(label), pair.value.end)
    return Pair(pair.label, Span(gap.end(), pair.value.end)) if gap and gap.end() < pair.value.end else pair
