"""Lines under a title that leave out their subject: the title names it."""

import re
from collections.abc import Iterator

from ingest.document import Block, Span
from nlp.centres import find_centres
from nlp.entity import Entity
from nlp.linking import language_of
from nlp.normal import plain
from nlp.relations.masking import GAP, Masked, Pattern, Slot, compiled, masked_sentences, slot
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.values import date_value
from nlp.statement import Qualifiers, Statement

G = slot("G", group="g")
YEAR = re.compile(r"(?:19|20)\d\d")
FOUNDED = compiled(
    rf"^[\W_]*(?:established|founded|created|set\s+up|launched|создан\w*|основан\w*|образован\w*|учрежд[её]н\w*)\s+"
    rf"(?:since|in|from|с|в)?\s*{slot('D', 'N', group='d')}",
)
SUPPORTED = compiled(
    rf"^[\W_]*(?:established|founded|created|supported|funded|создан\w*|поддерж\w+)\b{GAP}{{0,20}}(?:⟦D\d+⟧{GAP}{{0,10}})?"
    rf"(?:⟦N\d+⟧{GAP}{{0,10}})?\b(?:within\s+(?:the\s+)?framework\s+of|under|within|в\s+рамках|по)\s+(?:the\s+)?{G}",
)
THINGS = ("Cluster", "CentreForClusterDevelopment", "Organization")


def founding_under_title(reading: Reading) -> Iterator[Finding]:
    """The line says since when, and the title above it what has existed since then."""
    for sentence, match, entity, place in _under_titles(reading, FOUNDED):
        date = sentence.slot(match, "d")
        value = _date(date)
        if value is not None:
            yield entity
            limits = Qualifiers(modality=sentence.modality(match))
            passages = evidence(date.span, subject=place)
            literal = date_value(value, reading.words(date.span))
            yield Statement(entity.id, "schema:foundingDate", literal, passages, "founding_under_title", limits)


def support_under_title(reading: Reading) -> Iterator[Finding]:
    """The line says under which programme, and the title above it what is supported."""
    for sentence, match, entity, place in _under_titles(reading, SUPPORTED):
        programme = sentence.slot(match, "g")
        if programme.entity is not None:
            yield entity
            passages = evidence(programme.span, subject=place)
            yield Statement(entity.id, "svod:supportedUnder", programme.entity.id, passages, "support_under_title")


def _date(slot: Slot) -> str | None:
    """The date of a slot; a bare number is one where it can only be a year."""
    if slot.amount is not None:
        return slot.amount.value if YEAR.fullmatch(slot.amount.value) and slot.amount.is_bare else None
    value = str(slot.mention.attributes.get("value") or "") if slot.mention else ""
    return value if value and "/" not in value else None


def _under_titles(
    reading: Reading, patterns: tuple[Pattern, ...]
) -> Iterator[tuple[Masked, re.Match[str], Entity, Span]]:
    for sentence in masked_sentences(reading):
        for pattern in patterns:
            for match in sentence.find(pattern):
                title = next(reading.outline.titles_before(sentence.offsets[0], reach=0), None)
                named = _named(reading, title) if title else []
                if len({entity.id for entity, _ in named}) == 1:
                    yield sentence, match, *named[0]


def _named(reading: Reading, title: Block) -> list[tuple[Entity, Span]]:
    found = reading.inside(Span(title.start, title.end), *THINGS)
    named = [(reading.links[index], span_of(mention)) for index, mention in found if index in reading.links]
    return named or [
        (
            Entity(
                centre.id or "",
                "svod:CentreForClusterDevelopment",
                centre.text,
                language_of(centre.text),
                plain(centre.text),
            ),
            span_of(centre),
        )
        for centre in find_centres(reading.document, title)
    ]
