"""All figures of a document: those of its callouts, of its tables and of its prose, with what stands above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc

from ingest.document import Block, Document, Span
from nlp.centres import find_centres
from nlp.figures.apportioned import apportioned
from nlp.figures.callouts import callout_figures
from nlp.figures.figure import Figure, Part
from nlp.figures.periods import period_of
from nlp.figures.prose import DAY_LENGTH, EXCLUDED, Taken, prose_figures, within
from nlp.figures.purses import by_purse
from nlp.figures.series import field_figures, series_figures
from nlp.figures.yearly import by_years
from nlp.mention import Mention
from nlp.outline import Outline, outline_of

THINGS = frozenset({"Cluster", "Programme", "CentreForClusterDevelopment"})
"""Types of mention that a figure may be about."""

FIELD_REACH = 60  # characters: a longer field is prose, and its figures are read as such
CLAUSE = re.compile(r"[^\w+]*[^\W\d_]+[^\w,;]+[^\W\d_]+")  # what begins with two words is prose behind a colon
TITLE_QUOTES = 10  # characters of blanks and quotes between an act and its title
TITLES_LOOKED_AT = 3  # titles above a figure: the group's, the slide's, and one between

NAMED_BY_REGION = frozenset({"LegalAct", "ActReference", "Programme", "Organization", "Authority", "Role"})
"""Types of mention whose names hold a region's without being of the whole of it."""

PART_OF = re.compile(
    r"(?:район|округ|поселени|город|образовани|сельсовет|посёлк|поселк|сел)[а-яё]*\s+(?:[«\"]?[А-ЯЁ][\w-]+[»\"]?\s*,?\s*)?$|"
    r"(?<!\w)(?:г|гор|пос|п|с)\.\s*[А-ЯЁ][\w-]+\s*,?\s*$|(?<!\w)(?:губернатор|глав|правительств|администраци|министр)[а-яё]{0,3}\s+$|\b(?:district|city|town|municipality)\s+(?:of|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a region whose part, or whose head, is spoken of."""

DISTRICT = re.compile(r"район|округ|поселени|\bdistrict\b", re.IGNORECASE)
IN_QUOTES = re.compile(r"[«“„][^«»“”„\n]*[^\s«»“”„][^«»“”„\n]*\Z")  # a name that has begun with other words
ORIGIN = re.compile(r"(?<!\w)(?:из|from)\s+\Z", re.IGNORECASE)
OF_PROGRAMME = re.compile(r"программ|проект|programme|project", re.IGNORECASE)
"""What a sentence says whose figures are of the programme that the title over it names."""

PART_REACH = 60  # characters before a region in which the part of it stands

Doc.set_extension("figures", default=None, force=True)


def find_figures(doc: Doc) -> list[Mention]:
    """`Observation` mentions, in order of place: `measure value upper unit as_written approximation period area`."""
    text = doc._.document.text
    figures = told_apart(by_purse(text, by_years(text, list(_found(doc)))))
    figures.sort(key=_place)
    doc._.figures = figures
    return [_mention(text, figure) for figure in figures]


def _place(figure: Figure) -> tuple[int, int, int, int]:
    amount, measure = figure.amount, figure.measure.span
    return amount.at, amount.stop, measure.start, measure.end


def figures_of(doc: Doc) -> Sequence[Figure]:
    """The figures that the pipeline's step found."""
    return doc._.figures or ()


def told_apart(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of prose without those that the words give one name and one period or none, and several values: what
    tells them apart stands elsewhere, so of none is it certain what it counts."""
    values: dict[tuple[object, ...], set[str]] = {}
    for figure in figures:
        if _is_short(figure):
            values.setdefault(_name_of(figure), set()).add(figure.amount.value)
    return [figure for figure in figures if not _is_short(figure) or len(values[_name_of(figure)]) == 1]


SHORT_NAME = 3  # words; two values of one year under a longer name are a disagreement of the document


def _is_short(figure: Figure) -> bool:
    """Whether the words may name several things: they give no period, or are few."""
    is_told = figure.rule == "prose_figure" and figure.modality == "asserted"
    return is_told and (figure.period is None or len(figure.measure.value.split()) <= SHORT_NAME)


def _name_of(figure: Figure) -> tuple[object, ...]:
    area = figure.area.value if figure.area else None
    period = figure.period.value if figure.period else None
    return (
        figure.measure.value.casefold(),
        figure.amount.unit,
        period,
        area,
        figure.thing.text if figure.thing else None,
    )


def _mention(text: str, figure: Figure) -> Mention:
    amount = figure.amount
    return Mention(
        "Observation",
        amount.at,
        amount.stop,
        text[amount.at : amount.stop],
        attributes={
            "measure": figure.measure.value,
            "value": amount.value,
            "upper": amount.upper.value if amount.upper else None,
            "unit": amount.unit,
            "as_written": amount.as_written,
            "approximation": amount.approximation,
            "period": figure.period.value if figure.period else None,
            "area": figure.area.value if figure.area else None,
        },
        rule=figure.rule,
    )


def _found(doc: Doc) -> Iterator[Figure]:
    document: Document = doc._.document
    outline = outline_of(document)
    mentions: Sequence[Mention] = sorted(doc._.mentions, key=lambda mention: (mention.start, -mention.end))
    dates = [mention for mention in mentions if mention.type == "Date"]
    regions = [mention for mention in mentions if mention.type == "Region"]
    areas, parts = whole_areas(document, mentions), parts_of_regions(mentions)
    things = sorted((mention for mention in mentions if mention.type in THINGS), key=lambda m: (m.start, -m.end))
    clusters = [thing for thing in things if thing.type != "Programme"]
    captions: set[int] = set()
    for caption, figure in callout_figures(outline, dates):
        captions.add(caption.start)
        yield _under_titles(outline, figure, things, dates, captions)
    for table in document.tables:
        for figure in series_figures(document, table, regions):
            yield _under_titles(outline, figure, things, [], captions)
    yield from field_figures(document)
    taken = Taken(_taken(document, mentions, captions, outline))
    for sentence, figure in _with_shares(document, doc._.sentences, areas, taken, dates):
        if figure.area is not None:
            yield _under_titles(outline, figure, things, [], captions)
            continue
        if (own := _own_thing(figure, sentence, things)) is not None:
            yield replace(figure, thing=own, area=_own_area(document, sentence, areas, parts))
            continue
        placed, is_item = replace(figure, area=_own_area(document, sentence, areas, parts)), _is_item(outline, sentence)
        owners = things if is_item or OF_PROGRAMME.search(document.text, sentence.start, sentence.end) else clusters
        yield _under_titles(outline, placed, owners, dates if is_item else [], captions)


def _with_shares(
    document: Document,
    sentences: Sequence[Span],
    regions: Sequence[Mention],
    taken: Taken,
    dates: Sequence[Mention],
) -> Iterator[tuple[Span, Figure]]:
    """The figures of the sentences, and those that they share out among regions after a figure of one region."""
    by_sentence: dict[int, list[Figure]] = {}
    for sentence, figure in prose_figures(document, sentences, taken, dates):
        by_sentence.setdefault(sentence.start, []).append(figure)
        yield sentence, figure
    last: Figure | None = None
    for sentence in sentences:
        own = by_sentence.get(sentence.start, [])
        if not own and last is None:
            continue
        if own:
            last = replace(own[-1], area=_own_area(document, sentence, regions, ())) if len(own) == 1 else None
        shared = list(apportioned(document, sentence, regions, last))
        if shared:
            known = {figure.span for figure in own}
            shared = [figure for figure in shared if figure.span not in known]
        yield from ((sentence, figure) for figure in shared)
        last = last if shared or own else None


def _taken(document: Document, mentions: Sequence[Mention], captions: set[int], outline: Outline) -> list[Span]:
    """Where digits are no amounts of prose: inside names and dates, tables, captions, page headers and footers."""
    spans = [Span(m.start, m.end) for m in mentions if m.type in EXCLUDED]
    spans += [
        Span(m.end, m.end + len(str(m.attributes["title"])) + TITLE_QUOTES)
        for m in mentions
        if m.type == "LegalAct" and m.attributes.get("title")
    ]
    spans += [Span(table.start, table.end) for table in document.tables]
    hidden = next((block.start for block in outline.blocks if block.kind == "metadata"), len(document.text))
    spans += [
        pair.value
        for pair in document.pairs
        if (pair.label < pair.value or pair.label.start >= hidden)
        and pair.value.end - pair.value.start < FIELD_REACH
        and (pair.label.start >= hidden or not CLAUSE.match(document.text[pair.value.start : pair.value.end]))
    ]
    spans += [
        Span(block.start, block.end)
        for block in outline.blocks
        if block.start in captions or block.kind in {"header", "footer", "metadata", "table"}
    ]
    return spans


def _own_thing(figure: Figure, sentence: Span, things: Sequence[Mention]) -> Mention | None:
    """The one named cluster of the figure's sentence."""
    named = [m for m in within(things, sentence) if m.type == "Cluster"]
    return named[0] if len({str(m.attributes.get("name", m.text)) for m in named}) == 1 else None


def whole_areas(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The regions that a figure may be of: not in the name of an act, a programme or a body, nor after the name of a
    district or town that lies in them."""
    names = Taken([Span(m.start, m.end) for m in mentions if m.type in NAMED_BY_REGION])
    return [
        region
        for region in mentions
        if region.type == "Region"
        and not names.holds(region.start, region.end)
        and not PART_OF.search(document.text, max(0, region.start - PART_REACH), region.start)
        and not IN_QUOTES.search(document.text, max(0, region.start - PART_REACH), region.start)
    ]


def parts_of_regions(mentions: Sequence[Mention]) -> list[Mention]:
    """The districts and towns of regions: what a sentence says of one of them it does not say of the region."""
    return [m for m in mentions if m.type == "Settlement" or (m.type == "Place" and DISTRICT.search(m.text))]


def _is_origin(text: str, region: Mention) -> bool:
    """Whether the region is only where something came from: "туристов из Москвы"."""
    return ORIGIN.search(text, max(0, region.start - PART_REACH), region.start) is not None


def _own_area(document: Document, sentence: Span, regions: Sequence[Mention], parts: Sequence[Mention]) -> Part | None:
    inside = [region for region in within(regions, sentence) if region.id and not _is_origin(document.text, region)]
    own = [part for part in within(parts, sentence) if not any(r.start <= part.start < r.end for r in inside)]
    if len({region.id for region in inside}) != 1 or own:
        return None
    return Part(str(inside[0].id), Span(inside[0].start, inside[0].end))


def _is_item(outline: Outline, sentence: Span) -> bool:
    """Whether the sentence is a list item or a line of a slide: then its title's date is its own."""
    block = outline.block_at(sentence.start)
    return block is not None and (block.kind == "list_item" or outline.is_title(block))


def _under_titles(
    outline: Outline, figure: Figure, things: Sequence[Mention], dates: Sequence[Mention], captions: set[int]
) -> Figure:
    """The figure with the thing that the nearest titles name, and with the nearest title's date where it has none."""
    is_line = figure.rule != "prose_figure" or _is_item(outline, figure.span)
    start = min(figure.amount.at, figure.measure.span.start)
    is_prose = figure.rule == "prose_figure"
    nearest: Block | None = None
    titles = (title for title in outline.titles_before(start) if title.start not in captions)
    for title in islice(titles, TITLES_LOOKED_AT):
        if nearest is not None and (not is_line or _is_peer(nearest, title)):
            break
        nearest = title
        inside = within(dates, Span(title.start, title.end))
        if figure.period is None and len(inside) == 1 and not (is_prose and _is_no_time(inside[0])):
            period = period_of(outline.document.text, inside[0])
            figure = replace(figure, period=period, context=Span(title.start, title.end))
        named = within(things, Span(title.start, title.end))
        named = named or list(find_centres(outline.document, title))
        if figure.thing is None and named:
            return replace(figure, thing=named[0], context=figure.context or Span(title.start, title.end))
    return figure


def _is_no_time(date: Mention) -> bool:
    """Whether a title's date is the term of a programme, or the day of an act: nothing is said of that day."""
    value = str(date.attributes["value"])
    return "/" in value or len(value) == DAY_LENGTH


def _is_peer(one: Block, other: Block) -> bool:
    """Whether two titles are of one rank: what the earlier one names is over where the later one begins."""
    return one.kind == other.kind == "heading" and one.level <= other.level
