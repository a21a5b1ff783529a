"""What stands listed under a title that says of what kind it is: goals, requirements, indicators, support measures,
stages of a selection; and products in the field that asks for them.

The titles are the vocabulary's names of the property (`svod:goal`: "Цели", "Key Goals"): a new name there is read here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from ingest.document import Block, Document, Span
from ingest.record import record
from nlp.labels import form_of, key, property_of
from nlp.lookup import Lookup
from nlp.mention import Attribute, Mention
from nlp.morphology import parse
from nlp.outline import Outline, flat, outline_of
from ontology import vocabulary

LISTING = ("svod:requirement", "svod:supportMeasure", "svod:indicator", "svod:goal", "svod:selectionStage")
"""Properties whose names title a list of their values."""

LISTED_TYPES = ("Requirement", "SupportMeasure", "Indicator", "Goal", "SelectionStage", "Product")

MARK = re.compile(
    r"\s*(?:[-–—•●▪◦*‣·]\s+|\d{1,2}(?:\.\d{1,2})?[.)]\s+|[а-яёa-z]\)\s+|(?:first|second|third|fourth|fifth|во-первых|во-вторых|"
    r"в-третьих|в-четв[её]ртых)(?:ly)?,\s+)",
    re.IGNORECASE,
)
"""What an item of a list begins with."""

NEW_ITEM = re.compile(r"\n(?=\s*(?:[-–—•●▪◦*‣·]\s+|\d{1,2}[.)]\s+|[а-яёa-z]\)\s+))")
INLINE = re.compile(r"(?P<label>[^\n:;.]{3,110}):[ \t]+(?P<value>\S[^\n]*)")
OPENS = re.compile(r"[,;:]?\s*(?:to\s+|the\s+)?", re.IGNORECASE)
NO_ITEM = re.compile(
    r"(?:описание|перечень|приложени|обоснование|характеристика|механизм|ресурсное|сроки|методика|анализ|объ[её]м\w*\s+(?:и\s+источник|финанс)|"
    r"общая\s+характеристика|основные\s+понятия|пут[её]м|посредством|за\s+сч[её]т|в\s+том\s+числе)\b",
    re.IGNORECASE,
)
"""How sections of a document begin that are numbered on, and what goes on with an item."""

NUMBER_ALONE = re.compile(r"[\W\d_]*\d[\W\d_]*")
SENTENCE = re.compile(r"(?<=[а-яёa-z)»])[.!?](?=\s+[А-ЯЁA-Z])")
LETTERS = re.compile(r"[^\W\d_]{3,}")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
BEING = re.compile(r"явля(?:ется|ются)|стан(?:ет|ут)", re.IGNORECASE)
PREPOSITIONS = frozenset({"of", "to", "in", "for", "by", "with", "on", "from"})
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
HEAD_WORDS = 18  # words of a title that may name a list
ITEM_WORDS = 60  # a longer item is a paragraph: its first sentence stands for it
GAP = 4  # words between those of a title's name: "process of pilot innovative clusters selection"
NEAR_COLON = 8  # words before a colon in which the name of the list stands: "предъявляются следующие требования:"
ITEMS = 60  # items of one list; the list of a whole annex is none


@record
class Title:
    """A title that names a list: the property of its items, where it stands, and the words after the list's name."""

    curie: str
    span: Span
    is_open: bool
    of: str = ""


def find_listed(doc: Doc) -> list[Mention]:
    """Mentions of `Requirement SupportMeasure Indicator Goal SelectionStage` under their titles, and of `Product` in
    its field; `property`, `head_start`, `head_end` and `of` say what lists them, and of what."""
    document: Document = doc._.document
    found = [*_under_titles(document), *_in_fields(document)]
    return sorted(found, key=lambda one: (one.start, -one.end, one.type))


@cache
def _names() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The names of each listing property, the longest first."""
    terms = vocabulary().properties
    found = {
        (key(name), curie) for curie in LISTING for term in (terms[curie],)
        for name in (term.ru, term.en, *term.alt_ru, *term.alt_en)
    }  # fmt: skip
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _first_words() -> Lookup:
    return Lookup((name[0] for name, _ in _names()), _form)


def _form(word: str) -> str:
    return form_of(word) if word.isalpha() else key(word)[0]


def listing(words: str) -> tuple[str, str] | None:
    """The property whose name a title or the words before a colon hold, and the words after that name; or None.

    >>> listing("Russian Cluster Policy Key Goals"), listing("Требования к промышленным кластерам")
    (('svod:goal', ''), ('svod:requirement', 'к промышленным кластерам'))
    >>> listing("К заявителям предъявляются следующие требования:"), listing("Достижение цели программы")
    (('svod:requirement', ''), None)
    """
    tokens = WORD.findall(words)
    last = len(tokens) - NEAR_COLON if words.rstrip().endswith(":") else 0
    if len(tokens) > HEAD_WORDS and last <= 0:
        return None
    held = set(map(_first_words().__getitem__, tokens))
    if not any(held):
        return None
    said = [_form(token) for token in tokens]
    for name, curie in _names():
        at, end = (_place(said, name) if name[0] in held else None) or (-1, -1)
        if at >= 0 and (at < HEAD_WORDS or at >= last) and _is_named_there(tokens, at):
            return curie, " ".join(tokens[end + 1 :])
    return None


def _place(said: Sequence[str], name: Sequence[str]) -> tuple[int, int] | None:
    """Where the first and the last word of the name stand among those said, in order and near each other."""
    for start, word in enumerate(said):
        if word != name[0]:
            continue
        at = start
        for other in name[1:]:
            at = next((place for place in range(at + 1, min(at + GAP + 2, len(said))) if said[place] == other), -1)
            if at < 0:
                break
        if at >= start:
            return start, at
    return None


def _is_named_there(tokens: Sequence[str], at: int) -> bool:
    """Whether the title is of what stands at `at`: no noun and no preposition before it governs that word."""
    before = tokens[:at]
    if before and before[-1].lower().startswith("следующ"):
        return True
    if tokens[at].isascii():
        return not any(word.lower() in PREPOSITIONS for word in before)
    is_subject = any(reading.case == "nomn" for reading in parse(tokens[at])) or BEING.search(" ".join(tokens[at:]))
    return bool(is_subject) and all(
        parse(word)[0].part in {"ADJF", "CONJ", "NUMR", ""} or word.isascii() for word in before
    )


def _under_titles(document: Document) -> Iterator[Mention]:
    outline = outline_of(document)
    title: Title | None = None
    count, after_number, style = 0, False, ""
    for block, part in _parts(outline):
        if block.kind in {"header", "footer", "table"}:
            continue
        if (new := _title(outline, block, part)) is not None:
            title, count, style = new, 0, ""
            yield from _inline(document, new, part)
            continue
        is_number = NUMBER_ALONE.fullmatch(document.text, part.start, part.end) is not None
        if title is None or (title.curie == "svod:selectionStage" and is_number):
            after_number = is_number
            continue
        mark = _style(document.text, part)
        is_other_list = count > 0 and mark != style and "" not in (mark, style)
        if is_other_list:
            title = None
        elif _is_item(document, block, part, title) or (title.curie == "svod:selectionStage" and after_number):
            count, style = count + 1, style or mark
            if count <= ITEMS:
                yield from _mention(document, title, part)
        elif _is_prose(flat(document.text[part.start : part.end])):
            title = None
        after_number = is_number


def _is_prose(words: str) -> bool:
    """Whether the words stand between lists, and do not lead to one."""
    return not words.endswith(":") and LETTERS.search(words) is not None


def _parts(outline: Outline) -> Iterator[tuple[Block, Span]]:
    """The items and paragraphs of each block, in order of place."""
    document = outline.document
    for block in outline.blocks:
        start = block.start
        for cut in (*NEW_ITEM.finditer(document.text, block.start, block.end), None):
            end = cut.start() if cut else block.end
            lines = [Span(start, end)]
            if not document.blocks and MARK.match(document.text, start) is None:
                lines = list(_lines(document.text, start, end))
            yield from ((block, line) for line in lines if document.text[line.start : line.end].strip())
            start = cut.end() if cut else end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = stop if stop >= 0 else end
        yield Span(at, stop)
        at = stop + 1


def _title(outline: Outline, block: Block, part: Span) -> Title | None:
    """The part as a title that names a list."""
    document = outline.document
    text = document.text[part.start : part.end].strip()
    label = INLINE.fullmatch(text) if ":" in text else None
    if label is not None:
        found = listing(f"{flat(label['label'])}:")
        begins = document.text.index(label["label"], part.start)
        span = Span(begins, begins + len(label["label"]))
        return Title(found[0], span, is_open=False, of=found[1]) if found else None
    if not text.endswith(":") and not (outline.is_title(block) and MARK.match(text) is None):
        return None
    words = flat(text)
    found = listing(words) if len(words.split()) <= HEAD_WORDS or text.endswith(":") else None
    start = part.start + len(document.text[part.start : part.end]) - len(document.text[part.start : part.end].lstrip())
    span = Span(start, start + len(text))
    return Title(found[0], span, is_open=text.endswith(":"), of=found[1]) if found else None


def _inline(document: Document, title: Title, part: Span) -> Iterator[Mention]:
    """The values behind the colon of "Цель программы: …", parted at semicolons."""
    colon = document.text.find(":", title.span.start, part.end)
    if title.is_open or colon < 0:
        return
    start = colon + 1
    for end in [*(match.start() for match in re.finditer(";", document.text[start : part.end])), part.end - start]:
        yield from _mention(document, title, Span(start, colon + 1 + end))
        start = colon + 2 + end


def _is_item(document: Document, block: Block, part: Span, title: Title) -> bool:
    """Whether the part is marked as an item, or goes on after a colon in small letters."""
    text = document.text[part.start : part.end].strip()
    if block.kind == "list_item" or MARK.match(text):
        return True
    return title.is_open and text[:1].islower() and text[-1:] in ";."


def _mention(document: Document, title: Title, part: Span) -> Iterator[Mention]:
    span = _trimmed(document.text, part)
    words = flat(document.text[span.start : span.end])
    if len(words.split()) > ITEM_WORDS and (stop := SENTENCE.search(document.text, span.start, span.end)):
        span = Span(span.start, stop.start())
        words = flat(document.text[span.start : span.end])
    if NO_ITEM.match(words):
        return
    years = YEAR.findall(document.text, title.span.start, title.span.end)
    is_other_time = bool(years) and bool(said := YEAR.findall(words)) and not set(said) & set(years)
    if not LETTERS.search(words) or len(words.split()) > ITEM_WORDS or is_other_time:
        return
    type_ = vocabulary().properties[title.curie].range[0].removeprefix("svod:")
    attributes: dict[str, Attribute] = {
        "name": words, "property": title.curie, "of": title.of,
        "head_start": title.span.start, "head_end": title.span.end,
    }  # fmt: skip
    yield Mention(type_, span.start, span.end, document.text[span.start : span.end], None, attributes, 1.0, "listed")


def _style(text: str, part: Span) -> str:
    """How the part is marked: by a number, a letter, a sign or a word; "" where it is not."""
    mark = MARK.match(text, part.start, part.end)
    sign = mark[0].strip()[:1] if mark else ""
    return "number" if sign.isdigit() else "letter" if sign.isalpha() else "sign" if sign else ""


def _trimmed(text: str, part: Span) -> Span:
    """The part without the mark before it and the punctuation after it."""
    mark = MARK.match(text, part.start, part.end)
    start, end = mark.end() if mark else part.start, part.end
    while start < end and (text[start].isspace() or text[start] in "*–—-•"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*;,.:"):
        end -= 1
    return Span(start, end)


def _in_fields(document: Document) -> Iterator[Mention]:
    """The products that a field labelled so lists."""
    for pair in document.pairs:
        label = flat(document.text[pair.label.start : pair.label.end])
        term = property_of(label)
        if term is None or term.curie != "svod:produces":
            continue
        span = _trimmed(document.text, pair.value)
        words = flat(document.text[span.start : span.end])
        if LETTERS.search(words):
            written = document.text[span.start : span.end]
            yield Mention("Product", span.start, span.end, written, None, {"name": words}, 1.0, "field of products")
