"""What sentences say of clusters, programmes and organizations, in Russian and English.

Each rule reads the masked sentences (`masking.py`) with a list of patterns (`patterns.py`); plans, conditions and
denials become the statement's modality.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from ingest.document import Span
from nlp.linking import local_entity
from nlp.modality import modality_of
from nlp.relations.masking import SLOT, Masked, Pattern, Slot, masked_sentences
from nlp.relations.patterns import (
    ACTIVE,
    ADMINISTERED,
    COOPERATES,
    COUNTED,
    EMPLOYED,
    ESTABLISHED_IN,
    FOUNDING,
    GROUNDED,
    HAS_STATUS,
    JOINED,
    LED,
    LEVELLED,
    LISTED,
    LOCATED,
    OPERATED,
    REGISTERED,
    REGISTERED_BY,
    RELATED,
    SERVED,
    SPECIALIZED,
    SUPPORTED,
)
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.values import date_value, whole_number
from nlp.statement import Evidence, Qualifiers, Statement


def manager_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says who heads, leads or manages the cluster."""
    yield from _things(reading, LED, "svod:manager", "p", "manager_in_sentence")


def location_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says in which region the cluster is, works or was created."""
    yield from _things(reading, LOCATED, "schema:location", "r", "location_in_sentence")


def establishment_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says in which region the organization or the centre was established."""
    rule = "establishment_in_sentence"
    yield from _things(reading, ESTABLISHED_IN, "svod:establishedIn", "r", rule, subject="o")


def founding_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says when the cluster or the organization was founded."""
    for sentence, match in _matches(reading, FOUNDING):
        subject, date = sentence.slot(match, "c"), sentence.slot(match, "d")
        if subject.entity is None or date.mention is None or "/" in str(date.mention.attributes.get("value", "/")):
            continue
        value = date_value(str(date.mention.attributes["value"]), date.mention.text)
        limits = Qualifiers(modality=sentence.modality(match))
        passages = _passages(date.span, subject)
        yield Statement(subject.entity.id, "schema:foundingDate", value, passages, "founding_in_sentence", limits)


def member_count_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says how many organizations the cluster unites."""
    yield from _counts(reading, COUNTED, "svod:memberCount", "member_count_in_sentence")


def staff_count_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says how many people work in the cluster."""
    yield from _counts(reading, EMPLOYED, "svod:staffCount", "staff_count_in_sentence")


@lru_cache(maxsize=2)
def counted_places(reading: Reading) -> frozenset[Span]:
    """Where numbers stand that count a cluster's members or staff: no other rule has to read them."""
    counts = (*member_count_in_sentence(reading), *staff_count_in_sentence(reading))
    return frozenset(found.evidence[0].span for found in counts if isinstance(found, Statement))


def specialization_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says what the cluster specializes in."""
    yield from _things(reading, SPECIALIZED, "svod:keySpecialization", "s", "specialization_in_sentence")


def related_specialization_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says what the cluster does beside its key specialization."""
    rule = "related_specialization_in_sentence"
    yield from _things(reading, RELATED, "svod:relatedSpecialization", "s", rule)


def status_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which status the cluster has, or in whose list it is."""
    yield from _things(reading, HAS_STATUS, "svod:status", "t", "status_in_sentence")


def level_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which level of organizational development the cluster has."""
    if reading.has("OrganizationalLevel"):
        yield from _things(reading, LEVELLED, "svod:organizationalLevel", "v", "level_in_sentence")


def member_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says that the organization belongs to the cluster."""
    yield from _inverse(reading, JOINED, "member_in_sentence")
    yield from _inverse(reading, LISTED, "member_in_sentence")


def management_organization_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which organization manages or coordinates the cluster."""
    yield from _things(reading, OPERATED, "svod:managementOrganization", "o", "management_organization_in_sentence")


def registration_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says when the cluster was included in a register, or by which act."""
    yield from _dates(reading, REGISTERED, "svod:registeredOn", "registration_in_sentence")
    yield from _things(reading, REGISTERED_BY, "svod:legalBasis", "l", "registration_in_sentence")


def support_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says under which programme the cluster is supported."""
    yield from _things(reading, SUPPORTED, "svod:supportedUnder", "g", "support_in_sentence")


def administration_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The words beside the programme's name say which body runs it."""
    for sentence, match in _matches(reading, ADMINISTERED):
        programme, body = sentence.slot(match, "g"), sentence.slot(match, "o")
        if programme.entity and body.entity and body.entity.type == "svod:Authority":
            limits = Qualifiers(modality=sentence.modality(match))
            passages = _passages(body.span, programme)
            yield Statement(
                programme.entity.id,
                "svod:administeredBy",
                body.entity.id,
                passages,
                "administration_in_sentence",
                limits,
            )


def administration_in_name(reading: Reading) -> Iterator[Finding]:
    """The programme's name holds the name of the body that runs it."""
    for index, mention in reading.of_type("Programme"):
        bodies = reading.inside(span_of(mention), "Authority")
        if len(bodies) == 1 and bodies[0][1].id and index in reading.links:
            at, body = bodies[0]
            passages = evidence(span_of(body), subject=span_of(mention))
            programme = reading.links[index]
            yield Statement(
                programme.id, "svod:administeredBy", reading.links[at].id, passages, "administration_in_name"
            )


def activity_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says since when the cluster is at work."""
    yield from _dates(reading, ACTIVE, "svod:activeSince", "activity_in_sentence")


def facility_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which facility serves the cluster, and when it opens."""
    for sentence, match in _matches(reading, SERVED):
        cluster = sentence.slot(match, "c")
        if cluster.entity is None:
            continue
        place = sentence.span(match.start("facility"), match.end("facility"))
        facility = local_entity(reading.document, "svod:Organization", reading.words(place), place)
        yield facility
        limits = Qualifiers(modality=modality_of(match["verb"]))
        yield Statement(
            cluster.entity.id, "svod:facility", facility.id, _passages(place, cluster), "facility_in_sentence", limits
        )
        dates = [slot for slot in sentence.slots if slot.mention is not None and slot.mention.type == "Date"]
        value = str(dates[0].mention.attributes.get("value") or "") if len(dates) == 1 and dates[0].mention else ""
        if value and "/" not in value:
            literal = date_value(value, reading.words(dates[0].span))
            opening = sentence.span(match.start("verb"), match.end("verb"))
            passages = evidence(dates[0].span, subject=place, label=opening)
            yield Statement(facility.id, "schema:foundingDate", literal, passages, "facility_in_sentence", limits)


def legal_basis_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which act approved the programme."""
    yield from _things(reading, GROUNDED, "svod:legalBasis", "l", "legal_basis_in_sentence", subject="g")


def cooperation_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says with whom the cluster or the organization works together."""
    yield from _things(reading, COOPERATES, "svod:cooperatesWith", "o", "cooperation_in_sentence")


def _matches(reading: Reading, patterns: Sequence[Pattern]) -> Iterator[tuple[Masked, re.Match[str]]]:
    for sentence in masked_sentences(reading):
        for pattern in patterns:
            for match in sentence.find(pattern):
                yield sentence, match


def _passages(value: Span, subject: Slot, context: Span | None = None) -> tuple[Evidence, ...]:
    return evidence(value, subject=subject.name_span, context=context or (subject.span if subject.named else None))


def _things(
    reading: Reading, patterns: Sequence[Pattern], predicate: str, value: str, rule: str, *, subject: str = "c"
) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        subjects = (sentence.slot(match, subject), *_listed(sentence, match, "also"))
        for about, found in product(subjects, tuple(_caught(sentence, match, value))):
            if about.entity is None or found.entity is None or about.entity.id == found.entity.id:
                continue
            limits = Qualifiers(modality=sentence.modality(match))
            yield Statement(about.entity.id, predicate, found.entity.id, _passages(found.span, about), rule, limits)


def _dates(reading: Reading, patterns: Sequence[Pattern], predicate: str, rule: str) -> Iterator[Finding]:
    """A day, month or year of the cluster; a term of several years is none."""
    for sentence, match in _matches(reading, patterns):
        cluster, date = sentence.slot(match, "c"), sentence.slot(match, "d")
        value = str(date.mention.attributes.get("value") or "") if date.mention else ""
        if cluster.entity is None or date.mention is None or not value or "/" in value:
            continue
        limits = Qualifiers(modality=sentence.modality(match))
        literal = date_value(value, date.mention.text)
        yield Statement(cluster.entity.id, predicate, literal, _passages(date.span, cluster), rule, limits)


def _inverse(reading: Reading, patterns: Sequence[Pattern], rule: str) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        whole = sentence.slot(match, "c")
        for found in _caught(sentence, match, "o"):
            if whole.entity is None or found.entity is None or found.entity.type == "svod:Authority":
                continue
            limits = Qualifiers(modality=sentence.modality(match))
            passages = evidence(whole.span, subject=found.span, context=whole.named)
            yield Statement(found.entity.id, "org:memberOf", whole.entity.id, passages, rule, limits)


def _caught(sentence: Masked, match: re.Match[str], group: str) -> Iterator[Slot]:
    """The slot of the group, and those of the list that it is in."""
    yield sentence.slot(match, group)
    yield from _listed(sentence, match, "more")


def _listed(sentence: Masked, match: re.Match[str], group: str) -> Iterator[Slot]:
    """The slots of a list that the pattern caught as `group`, if it did."""
    for more in SLOT.finditer(match.groupdict().get(group) or ""):
        yield sentence.slots[int(more[2])]


def _counts(reading: Reading, patterns: Sequence[Pattern], predicate: str, rule: str) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        subject, number = sentence.slot(match, "c"), sentence.slot(match, "n")
        if subject.entity is None or number.amount is None:
            continue
        passages = _passages(Span(number.amount.at, number.amount.stop), subject)
        for bound in number.amount.bounds:
            limits = Qualifiers(approximation=bound.approximation, modality=sentence.modality(match))
            yield Statement(subject.entity.id, predicate, whole_number(bound), passages, rule, limits)
