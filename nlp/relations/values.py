"""What stands in a field or a cell, read by what the property may have as its value."""

import re
from collections.abc import Iterator

from ingest.document import Span
from ingest.record import record
from nlp.entity import Entity
from nlp.figures.amount import Amount, joined_bounds, read_amounts, split_unit, with_unit
from nlp.labels import concept_of
from nlp.linking import language_of, local_entity
from nlp.mention import Mention
from nlp.relations.reading import Reading, span_of
from nlp.statement import Evidence, Qualifiers, Statement, Value
from ontology.vocabulary import Term

EMPTY = re.compile(
    r"[\s\-–—.…*]*(?:нет|нет\s+данных|не\s+указан[аоы]?|отсутству\w+|n/?a|none|unknown)?[\s\-–—.]*", re.IGNORECASE
)
"""Fields that say that there is no value."""

SEPARATOR = re.compile(r"[,;]\s+|\n\s*[-•●▪]?\s*|\s[•●▪]\s")
ITEM_SEPARATOR = re.compile(r";\s+|\n\s*[-•●▪]\s*")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CONTACTS = {"phone": "schema:telephone", "email": "schema:email", "url": "schema:url", "address": "schema:address"}
CONTACT_PROPERTIES = frozenset({*CONTACTS.values(), "svod:contact", "schema:contactPoint"})
INVERSE = frozenset({"org:memberOf"})
"""Properties whose field on a cluster's card lists subjects, not objects."""

CONCEPTS = ("svod:Specialization", "svod:ClusterStatus", "svod:OrganizationalLevel")
THINGS = {
    "svod:Person": ("Person",),
    "svod:ManagementOrganization": ("ManagementOrganization", "Organization", "Authority"),
    "svod:Organization": ("Organization", "Authority"),
    "svod:Authority": ("Authority",),
    "svod:Region": ("Region",),
    "svod:Programme": ("Programme",),
    "svod:LegalAct": ("LegalAct",),
    "svod:Cluster": ("Cluster",),
    "svod:Place": ("Region",),
}
"""Which mentions can be a value of which class, the likeliest first."""

MENTIONED_ONLY = frozenset({"svod:Region", "svod:Place", "svod:LegalAct"})
"""Classes whose things are known: words that name none of them are no value."""

NUMBERS = frozenset({"xsd:integer", "xsd:nonNegativeInteger", "xsd:positiveInteger", "xsd:int", "xsd:decimal"})
DATES = frozenset({"xsd:gYear", "xsd:gYearMonth", "xsd:date"})
PEOPLE = frozenset({"чел.", "people"})
SCALES = {"тыс": 1_000, "k": 1_000, "млн": 1_000_000, "mln": 1_000_000, "млрд": 1_000_000_000, "bln": 1_000_000_000}
ASSERTED = Qualifiers()
NAME_WORDS = 12  # words of a name that no mention covers; longer fields are descriptions


@record
class Read:
    """One value of a field: what it is, where it stands, and the thing when no mention names it."""

    predicate: str
    object: str | Value
    span: Span
    qualifiers: Qualifiers = ASSERTED
    entity: Entity | None = None


def read_values(reading: Reading, term: Term, span: Span, label: str = "") -> Iterator[Read]:
    """The values that the field at `span` gives for the property, in order; an empty field gives none.

    `label` is the field's, for the unit that it may give ("Численность работников, тыс. чел.").
    """
    span = trimmed(reading.document.text, span)
    if span.start >= span.end or EMPTY.fullmatch(reading.text(span)):
        return
    ranges = {"svod:Organization"} if term.curie in INVERSE else set(term.range)
    if term.curie in CONTACT_PROPERTIES:
        yield from _contacts(reading, term, span)
    elif ranges & set(CONCEPTS):
        yield from _concepts(reading, term, span, next(type_ for type_ in CONCEPTS if type_ in ranges))
    elif ranges & NUMBERS:
        yield from _numbers(reading, term, span, split_unit(label, reading.document.language)[1])
    elif ranges & DATES:
        yield from _dates(reading, term, span)
    elif things := next((type_ for type_ in THINGS if type_ in ranges), None):
        yield from _things(reading, term, span, things)
    else:
        yield from _literals(reading, term, span)


def said_of(subject: Entity, value: Read, passages: tuple[Evidence, ...], rule: str) -> Statement:
    """The statement that a field makes; "Участники: …" says of each member that it belongs to the cluster."""
    if value.predicate in INVERSE and isinstance(value.object, str):
        return Statement(value.object, value.predicate, subject.id, passages, rule, value.qualifiers)
    return Statement(subject.id, value.predicate, value.object, passages, rule, value.qualifiers)


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks, list marks and separators at its edges."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "*•●▪:;,–—-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*;,"):
        end -= 1
    return Span(start, end)


def parts_of(text: str, span: Span, separator: re.Pattern[str] = SEPARATOR) -> Iterator[Span]:
    """The parts of a list; separators in brackets or quotes do not part it.

    >>> text = "станки (в т.ч. прессы, пилы), роботы"
    >>> [text[part.start : part.end] for part in parts_of(text, Span(0, len(text)))]
    ['станки (в т.ч. прессы, пилы)', 'роботы']
    """
    start = span.start
    for match in separator.finditer(text, span.start, span.end):
        before = text[span.start : match.start()]
        if before.count("(") > before.count(")") or before.count("«") > before.count("»"):
            continue
        part = trimmed(text, Span(start, match.start()))
        if part.start < part.end:
            yield part
        start = match.end()
    part = trimmed(text, Span(start, span.end))
    if part.start < part.end:
        yield part


def _contacts(reading: Reading, term: Term, span: Span) -> Iterator[Read]:
    """Each contact by its own kind, whatever the label promises; an address is the field's words."""
    if term.curie == CONTACTS["address"]:
        yield Read(term.curie, _literal(reading.words(span), reading.text(span)), span)
        return
    for _, mention in reading.inside(span, "Contact"):
        predicate = CONTACTS.get(str(mention.attributes.get("kind")))
        if predicate is not None:
            value = _literal(str(mention.attributes.get("value") or mention.text), mention.text)
            yield Read(predicate, value, span_of(mention))


def _concepts(reading: Reading, term: Term, span: Span, type_: str) -> Iterator[Read]:
    parts = list(parts_of(reading.document.text, span))
    whole = concept_of(reading.words(span), type_)
    if whole is not None:
        parts = [span]
    tail = reading.words(parts[-1]).split(" ")[-1] if parts else ""
    for part in parts:
        words = reading.words(part)
        concept = concept_of(words, type_) or concept_of(f"{words} {tail}", type_)
        mention = _covering(reading, part, type_.removeprefix("svod:"))
        id_ = concept.id if concept else mention.id if mention else None
        if id_ is not None:
            entity = Entity(
                id_, concept.type if concept else type_, words, language_of(words), words.casefold(), (), (part,)
            )
        elif len(words.split()) <= NAME_WORDS:
            entity = local_entity(reading.document, type_, words, part)
        else:
            continue
        yield Read(term.curie, entity.id, part, entity=entity)


def _covering(reading: Reading, span: Span, mention_type: str) -> Mention | None:
    mentions = [mention for _, mention in reading.inside(span, mention_type) if mention.id]
    covering = [m for m in mentions if m.end - m.start >= 0.7 * (span.end - span.start)]
    return covering[0] if covering else None


def _numbers(reading: Reading, term: Term, span: Span, unit: str | None) -> Iterator[Read]:
    read = read_amounts(reading.document.text, span.start, span.end, reading.document.language)
    amounts = joined_bounds(reading.document.text, read)
    amounts = [a for a in amounts if not any(m.start <= a.at < m.end for _, m in reading.inside(span, "Date"))]
    if not amounts:
        return
    amount, dates = amounts[0], reading.inside(span, "Date")
    if amount.unit is None and unit is not None:
        amount = with_unit(amount, unit)
    period = str(dates[0][1].attributes.get("value")) if len(dates) == 1 else None
    for bound in amount.bounds:
        limits = Qualifiers(period=period, approximation=bound.approximation)
        yield Read(term.curie, whole_number(bound), Span(amount.at, amount.stop), limits)


def whole_number(amount: Amount) -> Value:
    """The amount as a literal of its own: a scale ("21 тыс.") is multiplied out, other units stay."""
    unit = (amount.unit or "").split(" ")
    factor = SCALES.get(unit[0].rstrip(".").casefold(), 1)
    value = amount.value
    if factor > 1:
        number = float(value) * factor
        value = str(round(number))
        unit = unit[1:]
    datatype = "xsd:decimal" if "." in value else "xsd:integer"
    kept = [part for part in unit if part not in PEOPLE]
    return Value(value, datatype, unit=" ".join(kept) or None, as_written=amount.as_written)


def date_value(value: str, as_written: str) -> Value:
    """A date as precise as it is written.

    >>> date_value("2008", "2008 году").datatype, date_value("2008-05-12", "").datatype
    ('xsd:gYear', 'xsd:date')
    """
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}.get(len(value), "xsd:string")
    return Value(value, datatype, as_written=as_written)


def _dates(reading: Reading, term: Term, span: Span) -> Iterator[Read]:
    for _, mention in reading.inside(span, "Date"):
        yield Read(term.curie, date_value(str(mention.attributes.get("value")), mention.text), span_of(mention))
        return
    if year := YEAR.search(reading.document.text, span.start, span.end):
        yield Read(term.curie, Value(year[0], "xsd:gYear", as_written=year[0]), Span(year.start(), year.end()))


def _things(reading: Reading, term: Term, span: Span, class_: str) -> Iterator[Read]:
    """Each item's mentions of the class; of an item without any its words, where they are short enough for a name."""
    types = THINGS[class_]
    is_list = class_ in {"svod:Organization", "svod:ManagementOrganization", "svod:Cluster", "svod:Person"}
    for part in parts_of(reading.document.text, span, ITEM_SEPARATOR) if is_list else (span,):
        found = _outermost(reading.inside(part, *types), types)
        for index, mention in found:
            yield Read(term.curie, reading.links[index].id, span_of(mention))
        words = reading.words(part)
        if found or class_ in MENTIONED_ONLY or len(words.split()) > NAME_WORDS:
            continue
        if words[0].isupper() or words[0] in '«"“':
            entity = local_entity(reading.document, class_, words, part)
            yield Read(term.curie, entity.id, part, entity=entity)


def _outermost(mentions: list[tuple[int, Mention]], types: tuple[str, ...]) -> list[tuple[int, Mention]]:
    """Mentions that lie in no other of them; of two at one place the likelier type."""
    kept: list[tuple[int, Mention]] = []
    for index, mention in sorted(mentions, key=lambda pair: (pair[1].start, -pair[1].end, types.index(pair[1].type))):
        if not kept or mention.end > kept[-1][1].end:
            kept.append((index, mention))
    return kept


def _literals(reading: Reading, term: Term, span: Span) -> Iterator[Read]:
    """Text as it stands; products are a list, parted at semicolons and lines."""
    parts = parts_of(reading.document.text, span, ITEM_SEPARATOR) if term.curie == "svod:produces" else iter((span,))
    for part in parts:
        yield Read(term.curie, _literal(reading.words(part), reading.text(part), tagged=True), part)


def _literal(value: str, as_written: str, *, tagged: bool = False) -> Value:
    if tagged:
        return Value(value, "rdf:langString", lang=language_of(value), as_written=as_written)
    return Value(value, "xsd:string", as_written=as_written)
