"""Numbers that a sentence shares out among regions: "в Москве, Липецкой и Воронежской областях — по 6"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document, Span
from ingest.record import record
from nlp.figures.amount import Amount, read_amounts
from nlp.figures.figure import Figure, Part
from nlp.figures.prose import within
from nlp.mention import Mention
from nlp.outline import flat

LINK = re.compile(
    r"\s*(?:област\w+|кра\w+|республик\w+|округ\w*|regions?)?\s*(?:их|[-–—:])?\s*(?:уже\s+)?(?P<each>по|—\s*по)?\s*",
    re.IGNORECASE,
)
"""What may stand between the last region of a group and its number."""

BETWEEN = re.compile(
    r"\s*(?:област\w+|кра\w+|республик\w+|округ\w*)?\s*(?:,|и|а\s+также|,\s*и|and)\s*(?:в|во|in)?\s*", re.I
)
"""What may stand between two regions of a group."""

MOST = re.compile(r"^(?:больше|меньше|более|менее)\s+(?:всего|всех)\s+|^most\s+", re.IGNORECASE)


@record
class Share:
    """A number, the regions that have it, and whether each of them has it."""

    amount: Amount
    regions: tuple[Mention, ...]
    is_each: bool


def apportioned(
    document: Document, sentence: Span, regions: Sequence[Mention], before: Figure | None
) -> Iterator[Figure]:
    """The figures of a sentence that gives numbers to regions and leaves out what is counted: the figure `before` said
    it, in this sentence or the one before."""
    if before is None or before.area is None or before.amount.unit is not None:
        return
    for share in _shares(document, sentence, regions):
        if share.amount.at <= before.span.start or (len(share.regions) > 1 and not share.is_each):
            continue
        words = _without_area(document, before)
        for region in share.regions:
            area = Part(str(region.id), Span(region.start, region.end))
            measure = Part(words, before.measure.span)
            yield replace(before, amount=share.amount, measure=measure, area=area, period=before.period)


def _shares(document: Document, sentence: Span, regions: Sequence[Mention]) -> Iterator[Share]:
    text = document.text
    inside = [one for one in within(regions, sentence) if one.id]
    if not inside:
        return
    for amount in read_amounts(text, sentence.start, sentence.end, document.language):
        earlier = [one for one in inside if one.end <= amount.start]
        if not earlier or amount.unit is not None or not re.match(r"\s*(?:[.,;]|$)", text[amount.end : sentence.end]):
            continue
        link = LINK.fullmatch(text, earlier[-1].end, amount.at)
        if link is not None:
            yield Share(amount, tuple(_group(text, earlier)), link["each"] is not None)


def _group(text: str, regions: Sequence[Mention]) -> list[Mention]:
    """The last region and those before it that commas and "и" join to it."""
    group = [regions[-1]]
    for region in reversed(regions[:-1]):
        if not BETWEEN.fullmatch(text, region.end, group[0].start):
            break
        group.insert(0, region)
    return group


def _without_area(document: Document, figure: Figure) -> str:
    """What the earlier figure counts, without its own region and without "больше всего"."""
    words = figure.measure.value
    if figure.area is not None:
        place = flat(document.text[figure.area.span.start : figure.area.span.end])
        words = re.sub(rf"\s*(?:\b(?:в|во|in)\s+)?{re.escape(place)}\s*", " ", words)
    return flat(MOST.sub("", words))
