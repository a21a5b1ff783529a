"""Figures as observations: what is counted, how many, of what, when and where."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.figures import Figure, figures_of
from nlp.figures.amount import Amount
from nlp.labels import property_of
from nlp.linking import language_of, local_id
from nlp.normal import plain
from nlp.relations.cards import head_of
from nlp.relations.masking import masked_sentences
from nlp.relations.reading import Finding, Reading, evidence
from nlp.relations.sentences import counted_places
from nlp.statement import Qualifiers, Statement, Value

FUNDED = re.compile(
    r"(?<!\w)(?:выделен|выделя|профинансир|финансир|направлен|предоставлен|получил|субсиди|грант|allocat|fund|financ|grant|subsid|provid)",
    re.IGNORECASE,
)
"""Words that say that a sum was given to what the sentence is about."""

CURRENCIES = ("руб.", "RUB", "долл.", "USD", "евро", "EUR")
FUNDABLE = frozenset({"svod:Cluster", "svod:Programme"})


def figure_in_text(reading: Reading) -> Iterator[Finding]:
    """A sentence or a list item gives a number, and the words beside it say what is counted."""
    yield from _observations(reading, "prose_figure", "figure_in_text")


def figure_in_callout(reading: Reading) -> Iterator[Finding]:
    """A number stands alone on the slide, and the words under it say what is counted."""
    yield from _observations(reading, "callout_figure", "figure_in_callout")


def figure_in_field(reading: Reading) -> Iterator[Finding]:
    """A labelled field holds a number; the label says what is counted, the card's name of what."""
    for figure in figures_of(reading.doc):
        if figure.rule == "field_figure" and property_of(reading.words(figure.measure.span)) is None:
            yield from _observation(reading, figure, "figure_in_field")


def figure_in_series(reading: Reading) -> Iterator[Finding]:
    """A table's cell gives the number; the headers of its row and column say what is counted, when and where."""
    yield from _observations(reading, "series_figure", "figure_in_series")


def funding_in_text(reading: Reading) -> Iterator[Finding]:
    """The sentence gives a sum, and its words say that it was given to the cluster or the programme."""
    for figure in figures_of(reading.doc):
        unit, words = figure.amount.unit or "", figure.measure.value
        if figure.rule != "prose_figure" or not unit.endswith(CURRENCIES) or FUNDED.search(words) is None:
            continue
        about = _thing(reading, figure)
        if about is not None and about[0].type in FUNDABLE:
            thing, place = about
            passages = evidence(figure.span, subject=place, label=figure.measure.span, context=_context(figure))
            id_ = _id(reading, figure, thing)
            yield Statement(
                thing.id, "svod:fundedWith", id_, passages, "funding_in_text", _limits(figure, figure.amount)
            )


def _observations(reading: Reading, found_by: str, rule: str) -> Iterator[Finding]:
    counted = counted_places(reading)
    for figure in figures_of(reading.doc):
        if figure.rule != found_by or (counted and figure.span in counted):
            continue
        if not _is_card_field(reading, figure):
            yield from _observation(reading, figure, rule)


def _is_card_field(reading: Reading, figure: Figure) -> bool:
    """Whether a callout's words are a property's name on a cluster's card: then the card's rule reads it."""
    words, place = figure.measure.value, figure.measure.span.start
    return figure.rule == "callout_figure" and property_of(words) is not None and head_of(reading, place) is not None


def _observation(reading: Reading, figure: Figure, rule: str) -> Iterator[Finding]:
    amount, measure = figure.amount, figure.measure
    thing, about = _thing(reading, figure) or (None, None)
    normal, id_ = _normal(figure, thing), _id(reading, figure, thing)
    language = language_of(measure.value)
    yield Entity(id_, "svod:Observation", measure.value, language, normal, (), (figure.span,))
    passages = evidence(figure.span, subject=about, label=measure.span, context=_context(figure))
    for bound in amount.bounds:
        value = Value(bound.value, bound.datatype, unit=bound.unit, as_written=bound.as_written)
        yield Statement(id_, "sdmx-measure:obsValue", value, passages, rule, _limits(figure, bound))
    said = Qualifiers(modality=figure.modality)
    words = Value(measure.value, "rdf:langString", lang=language)
    yield Statement(id_, "svod:measure", words, evidence(measure.span, context=figure.span), rule, said)
    if amount.unit is not None:
        unit = Value(amount.unit, as_written=amount.as_written)
        yield Statement(id_, "sdmx-attribute:unitMeasure", unit, evidence(figure.span, label=measure.span), rule, said)
    if thing is not None and about is not None:
        yield thing
        yield Statement(id_, "svod:observationOf", thing.id, evidence(about, context=figure.span), rule, said)
    if figure.area is not None:
        passages = evidence(figure.area.span, context=figure.span)
        yield Statement(id_, "sdmx-dimension:refArea", figure.area.value, passages, rule, said)
    if figure.period is not None:
        passages = evidence(figure.period.span, context=figure.span)
        yield Statement(id_, "sdmx-dimension:refPeriod", period_value(figure.period.value), passages, rule, said)


def _normal(figure: Figure, thing: Entity | None) -> str:
    """What makes two figures of a document the same observation."""
    return "|".join((
        plain(figure.measure.value), thing.id if thing else "", figure.area.value if figure.area else "",
        figure.period.value if figure.period else "", figure.amount.unit or "",
    ))  # fmt: skip


def _id(reading: Reading, figure: Figure, thing: Entity | None) -> str:
    return local_id(reading.document, "svod:Observation", _normal(figure, thing))


def _limits(figure: Figure, bound: Amount) -> Qualifiers:
    """What limits the figure's value, or one bound of its range."""
    return Qualifiers(
        period=figure.period.value if figure.period else None,
        area=figure.area.value if figure.area else None,
        approximation=bound.approximation,
        modality=figure.modality,
    )


def period_value(period: str) -> Value:
    """A period as a literal: a year, a month, a day, or an interval `2010/2015`.

    >>> period_value("2015").datatype, period_value("2010/2015").datatype
    ('xsd:gYear', 'svod:interval')
    """
    datatypes = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return Value(period, datatypes.get(len(period), "svod:interval") if "/" not in period else "svod:interval")


def _context(figure: Figure) -> Span | None:
    if figure.context is not None:
        return figure.context
    part = figure.period or figure.area
    return part.span if part else None


def _thing(reading: Reading, figure: Figure) -> tuple[Entity, Span] | None:
    """What the figure is about, and where that is named: a thing of the vocabulary needs no mention of its own."""
    mention = figure.thing
    if mention is None and figure.rule == "field_figure":
        head = head_of(reading, figure.measure.span.start)
        return (head.entity, head.span) if head else None
    if mention is None:
        return _named_before(reading, figure)
    place = Span(mention.start, mention.end)
    found = reading.inside(place, mention.type)
    linked = next((reading.links[index] for index, other in found if other == mention and index in reading.links), None)
    if linked is None and mention.id is not None:
        name = reading.words(place)
        linked = Entity(mention.id, f"svod:{mention.type}", name, language_of(name), plain(name), (), (place,))
    return (linked, place) if linked else None


def _named_before(reading: Reading, figure: Figure) -> tuple[Entity, Span] | None:
    """The cluster that "кластер" alone stands for in the figure's sentence."""
    sentences = masked_sentences(reading)
    at = bisect_right(sentences, figure.span.start, key=lambda sentence: sentence.offsets[0]) - 1
    if at < 0 or figure.span.start > sentences[at].offsets[-1]:
        return None
    meant = ((slot.entity, slot.named) for slot in sentences[at].slots)
    return next(((entity, named) for entity, named in meant if entity is not None and named is not None), None)
