"""Cards of registries: a cluster's name, and the labelled fields under it, wherever the page breaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ingest.document import Block, Pair, Span
from ingest.record import record
from nlp.entity import Entity
from nlp.labels import key, property_of
from nlp.linking import language_of, local_entity
from nlp.mention import Mention
from nlp.overlaps import Overlaps
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.tables import fields_of_card
from nlp.relations.values import CONTACTS, read_values, said_of, trimmed
from nlp.statement import Statement, Value
from ontology.vocabulary import Term

NAME_LABEL = re.compile(
    r"(?:(?:полное|краткое|сокращ[её]нное|официальное)\s+)?(?:наименование|название|имя)(?:\s+кластера)?|кластер|"
    r"(?:(?:full|short|cluster)\s+)?name(?:\s+of\s+the\s+cluster)?|cluster",
    re.IGNORECASE,
)
"""Labels whose value names the card."""

ONE_CLUSTER = re.compile(r"\bкластер\b|\bcluster\b", re.IGNORECASE)
FIELDS_OF_A_CARD = 2  # known labels under a heading that make it a card
NAME_WORDS = 25
LEFT_OVER_MOST = 1_000  # characters to each side that are looked at: what is left over is short, a line may be long
LEFT_OVER = re.compile(r"[\W\d_]*")


@record
class Head:
    """The name of a card: whose card it is, and where the name stands. `level` is its heading's, 0 where it is none."""

    entity: Entity
    span: Span
    end: int
    level: int = 0


@record
class Cards:
    """The names of cards in order of place; where each name ends, and where a title of a higher rank ends its card."""

    heads: list[Head]
    ends: list[int]
    closed: list[int]


@record
class Field:
    """A labelled value whose label the vocabulary knows."""

    term: Term
    label: Span
    value: Span


def cluster_card_field(reading: Reading) -> Iterator[Finding]:
    """Under the cluster's name stands a labelled field: the label says the relation, the field the value."""
    fields = _fields(reading)
    if not fields:
        return
    for field in fields:
        head = head_of(reading, field.label.start)
        if head is None:
            continue
        yield head.entity
        for value in read_values(reading, field.term, field.value, reading.words(field.label)):
            if value.entity is not None:
                yield value.entity
            passages = evidence(value.span, subject=head.span, label=field.label)
            yield said_of(head.entity, value, passages, "cluster_card_field")


def name_of_card(reading: Reading) -> Iterator[Finding]:
    """The card's heading calls the cluster so."""
    named = {mention.start for _, mention in reading.of_type("Cluster")}
    for head in _cards(reading).heads:
        if head.span.start in named or not reading.document.pairs:
            continue
        name = Value(head.entity.name, "rdf:langString", lang=head.entity.language)
        yield head.entity
        yield Statement(head.entity.id, "rdfs:label", name, evidence(head.span), "name_of_card")
        yield Statement(reading.document.id, "schema:mentions", head.entity.id, evidence(head.span), "name_of_card")


def name_in_field(reading: Reading) -> Iterator[Finding]:
    """A field of the card gives the cluster's full, short or official name beside the name in the card's heading."""
    titles = {head.span.start: head for head in (*_bare_titles(reading), *_named_titles(reading))}
    labels = {trimmed(reading.document.text, pair.value).start: pair.label for pair in _shown_pairs(reading)}
    for head, span in _other_names(reading, titles):
        words = reading.words(span)
        if words != head.entity.name:
            name = Value(words, "rdf:langString", lang=language_of(words))
            passages = evidence(span, subject=head.span, label=labels.get(span.start))
            yield head.entity
            yield Statement(head.entity.id, "skos:altLabel", name, passages, "name_in_field")


def lone_contact(reading: Reading) -> Iterator[Finding]:
    """The document gives this address on a line of its own, not as anyone's field."""
    values = Overlaps(pair.value for pair in reading.document.pairs)
    for _, mention in reading.of_type("Contact"):
        predicate = CONTACTS.get(str(mention.attributes.get("kind")))
        block = reading.outline.block_at(mention.start)
        if predicate != "schema:url" or block is None or _is_cell(reading, mention.start):
            continue
        rest = reading.document.text[block.start : mention.start] + reading.document.text[mention.end : block.end]
        if LEFT_OVER.fullmatch(rest) and not values.has(mention.start, mention.start + 1):
            address = Value(str(mention.attributes.get("value") or mention.text), as_written=mention.text)
            yield Statement(reading.document.id, predicate, address, evidence(span_of(mention)), "lone_contact")


def _fields(reading: Reading) -> list[Field]:
    text, tables = reading.document.text, reading.document.tables
    known = [(pair.label, pair.value) for pair in reading.document.pairs]
    of_tables = [field for table in tables for field in fields_of_card(reading, table)]
    fields: dict[tuple[int, int], Field] = {}
    for label, value in (*known, *of_tables):
        term = property_of(reading.words(label))
        if term is not None:
            fields.setdefault((label.start, value.start), Field(term, trimmed(text, label), value))
    return list(fields.values())


def head_of(reading: Reading, offset: int) -> Head | None:
    """The name of the card that a field at `offset` belongs to: the last one above it that no higher title closed.

    What a page says to machines names its own thing.
    """
    block = reading.outline.block_at(offset)
    if block is not None and block.kind == "metadata":
        return _described(reading, block)
    cards = _cards(reading)
    at = bisect_right(cards.ends, offset) - 1
    return cards.heads[at] if at >= 0 and offset <= cards.closed[at] else None


def _described(reading: Reading, block: Block) -> Head | None:
    """The cluster that a block of metadata is about: its name names it, or a card of the page has that name."""
    own = [pair for pair in reading.document.pairs if block.start <= pair.label.start < block.end]
    for pair in own:
        if not NAME_LABEL.fullmatch(reading.words(pair.label)):
            continue
        clusters = reading.inside(pair.value, "Cluster")
        if clusters:
            return Head(reading.links[clusters[0][0]], span_of(clusters[0][1]), block.start)
        words = reading.words(pair.value).casefold()
        return next((head for head in _cards(reading).heads if words == head.entity.name.casefold()), None)
    return None


def _shown_pairs(reading: Reading) -> list[Pair]:
    """The fields that the page shows with their labels."""
    hidden = [block for block in reading.outline.blocks if block.kind == "metadata"]
    first = hidden[0].start if hidden else len(reading.document.text)
    return [pair for pair in reading.document.pairs if pair.label.start < first]


@lru_cache(maxsize=2)
def _cards(reading: Reading) -> Cards:
    """The cards of the document."""
    titles = {head.span.start: head for head in (*_bare_titles(reading), *_named_titles(reading))}
    fields = {head.span.start: head for head in _named_fields(reading)}
    others = {other.start for _, other in _other_names(reading, titles)}
    heads = {start: head for start, head in {**fields, **titles}.items() if start not in others}
    in_order = [heads[start] for start in sorted(heads)]
    ranks = _ranks(reading)
    closed = [_closing(head, ranks, len(reading.document.text)) for head in in_order]
    return Cards(in_order, [head.end for head in in_order], closed)


def _ranks(reading: Reading) -> Mapping[int, list[int]]:
    """Where the headings of each level begin."""
    ranks: dict[int, list[int]] = {}
    for block in reading.outline.blocks:
        if block.kind == "heading" and block.level > 0:
            ranks.setdefault(block.level, []).append(block.start)
    return ranks


def _closing(head: Head, ranks: Mapping[int, list[int]], last: int) -> int:
    """Where a title of a higher rank ends the card; `last` where none does."""
    higher = (starts for level, starts in ranks.items() if level < head.level)
    return min((starts[at] for starts in higher if (at := bisect_left(starts, head.end)) < len(starts)), default=last)


def _named_titles(reading: Reading) -> Iterator[Head]:
    """Lines and headings that are a cluster's name and nothing else."""
    values = Overlaps(pair.value for pair in _shown_pairs(reading))
    for index, mention in reading.of_type("Cluster"):
        near = values.at(mention.start, mention.end)
        if any(value.start <= mention.start and mention.end <= value.end for value in near):
            continue
        block = reading.outline.block_at(mention.start)
        heading = block if block is not None and block.kind == "heading" else None
        if _fills(reading, mention, block) and not _is_cell(reading, mention.start):
            yield Head(reading.links[index], span_of(mention), mention.end, heading.level if heading else 0)


def _bare_titles(reading: Reading) -> Iterator[Head]:
    """Headings that call themselves a cluster over fields that clusters have, where no step found a name."""
    headings = [block for block in reading.outline.blocks if block.kind == "heading"]
    known = (pair.label for pair in _shown_pairs(reading) if property_of(reading.words(pair.label)) is not None)
    labels = sorted(label.start for label in known)
    for at, block in enumerate(headings):
        span = trimmed(reading.document.text, Span(block.start, block.end))
        words = reading.words(span)
        if not ONE_CLUSTER.search(words) or property_of(words) is not None or reading.inside(span, "Cluster"):
            continue
        following = (headings[other] for other in range(at + 1, len(headings)))
        limit = next((other.start for other in following if other.level <= block.level), len(reading.document.text))
        under = bisect_left(labels, limit) - bisect_left(labels, block.end)
        if under >= FIELDS_OF_A_CARD and len(words.split()) <= NAME_WORDS:
            yield Head(local_entity(reading.document, "svod:Cluster", words, span), span, block.end, block.level)


def _fills(reading: Reading, mention: Mention, block: Block | None) -> bool:
    """Whether the mention is its whole line, or at least half of its heading."""
    text, size = reading.document.text, mention.end - mention.start
    if block is not None and block.kind == "heading" and 2 * size >= block.end - block.start:
        return True
    first, last = max(0, mention.start - LEFT_OVER_MOST), mention.end + LEFT_OVER_MOST
    begin = max(text.rfind("\n", first, mention.start) + 1, first, block.start if block else 0)
    stop = text.find("\n", mention.end, last)
    stop = min(stop if stop >= 0 else last, block.end if block else len(text))
    return LEFT_OVER.fullmatch(text[begin : mention.start] + text[mention.end : stop]) is not None


def _is_cell(reading: Reading, offset: int) -> bool:
    return any(table.start <= offset < table.end and table.columns > 2 for table in reading.document.tables)


def _named_fields(reading: Reading) -> Iterator[Head]:
    """Fields that are labelled as the cluster's name."""
    for pair in _shown_pairs(reading):
        if not NAME_LABEL.fullmatch(reading.words(pair.label).rstrip(": ")):
            continue
        span = trimmed(reading.document.text, pair.value)
        clusters = reading.inside(span, "Cluster")
        if clusters:
            yield Head(reading.links[clusters[0][0]], span_of(clusters[0][1]), pair.label.start)
        elif "кластер" in reading.words(pair.label).casefold() or "cluster" in reading.words(pair.label).casefold():
            entity = local_entity(reading.document, "svod:Cluster", reading.words(span), span)
            yield Head(entity, span, pair.label.start)


def _other_names(reading: Reading, titles: Mapping[int, Head]) -> Iterator[tuple[Head, Span]]:
    """Fields labelled as a name under a heading that is one already: of each label the first under its heading."""
    starts = sorted(start for start, head in titles.items() if head.level > 0)
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for pair in _shown_pairs(reading):
        at = bisect_right(starts, pair.label.start) - 1
        label = reading.words(pair.label)
        if at < 0 or not NAME_LABEL.fullmatch(label.rstrip(": ")) or (starts[at], key(label)) in seen:
            continue
        seen.add((starts[at], key(label)))
        span = trimmed(reading.document.text, pair.value)
        if span.start < span.end:
            yield titles[starts[at]], span
