"""People in office: the person, the post as the document names it, and the body where it is held."""

import re
from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.linking import language_of, local_entity, local_id
from nlp.mention import Mention
from nlp.normal import plain
from nlp.overlaps import Overlaps
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.roles import phrase
from nlp.statement import Statement, Value

BODIES = ("Organization", "Authority", "ManagementOrganization")
QUOTES = '«"“„'
OF = re.compile(r"(?:\s*,)?\s+(?:of|at|for|in)(?:\s+the)?\s*$", re.IGNORECASE)
THEIR = re.compile(r"\s*[,;]\s*(?:а\s+|и\s+)?(?:её|ее|его|their|its)\s+", re.IGNORECASE)
NEAR = 200  # characters around a name within which the role's organization stands


def person_in_office(reading: Reading) -> Iterator[Finding]:
    """The name stands beside a post, as in a signature, a mailing list or an apposition."""
    labels = Overlaps(pair.label for pair in reading.document.pairs)
    for index, mention in reading.of_type("Person"):
        role = mention.attributes.get("role")
        place = _role_place(reading, mention)
        if not role or place is None:
            continue
        if labels.has(place.start, place.start + 1):
            continue  # a card's label is no post: the card's own rule reads it
        yield from _membership(reading, reading.links[index], mention, str(role).strip(" ,–—-"), place)


def _role_place(reading: Reading, mention: Mention) -> Span | None:
    start, end = mention.attributes.get("role_start"), mention.attributes.get("role_end")
    if isinstance(start, int) and isinstance(end, int) and start < end:
        return Span(start, end)
    near = Span(max(0, mention.start - NEAR), min(len(reading.document.text), mention.end + NEAR))
    roles = [role for _, role in reading.inside(near, "Role")]
    named = [role for role in roles if role.attributes.get("name") == mention.attributes.get("role")]
    return span_of(named[0]) if named else None


def _membership(reading: Reading, person: Entity, mention: Mention, role: str, place: Span) -> Iterator[Finding]:
    organization, where = _organization(reading, mention, place)
    if organization is not None and where is not None and place.start < where.start and where.end <= place.end:
        role, place = _post(reading, organization, where, role, place)
    parts = (person.normal, plain(role), organization.normal if organization else "")
    normal = "|".join(parts)
    id_ = local_id(reading.document, "svod:Membership", normal)
    name, language = f"{person.name}, {role}", language_of(role)
    yield Entity(id_, "svod:Membership", name, language, normal, (), (place,))
    who = span_of(mention)
    yield Statement(id_, "org:member", person.id, evidence(who, label=place), "person_in_office", score=mention.score)
    words = Value(role, "rdf:langString", lang=language, as_written=reading.words(place))
    passages = evidence(place, subject=who)
    yield Statement(id_, "svod:roleName", words, passages, "person_in_office", score=mention.score)
    if organization is not None and where is not None:
        yield organization
        passages = evidence(where, subject=who, label=place)
        yield Statement(id_, "org:organization", organization.id, passages, "person_in_office", score=mention.score)


def _post(reading: Reading, organization: Entity, where: Span, role: str, place: Span) -> tuple[str, Span]:
    """The role without the name of its body, where that is one of its own: a company, a body of the vocabulary."""
    written = reading.text(where)
    own = not organization.is_local or any(mark in written for mark in QUOTES) or language_of(role) == "en"
    before = OF.sub("", reading.text(Span(place.start, where.start))).rstrip(" ,\n\xa0–—-")
    if not own or not before:
        return role, place
    span = Span(place.start, place.start + len(before))
    words = reading.words(span)
    return (words if language_of(words) == "en" else phrase(reading.document.text, span.start, span.end).name), span


def _organization(reading: Reading, mention: Mention, place: Span) -> tuple[Entity | None, Span | None]:
    """The organization that the role names, or that "её" before the role stands for, else the name given."""
    inside = reading.inside(place, *BODIES)
    if inside:
        _, first = min(inside, key=lambda pair: (pair[1].start, -pair[1].end))
        known = [pair for pair in inside if pair[1].end == first.end and pair[1].id is not None]
        index, found = known[0] if known else next(pair for pair in inside if pair[1] is first)
        return reading.links[index], span_of(found)
    if (meant := _meant(reading, place)) is not None:
        return reading.links[meant[0]], span_of(meant[1])
    name = mention.attributes.get("organization")
    if not name or reading.inside(place, "Region"):
        return None, None  # "Глава Республики Крым" heads a region, no organization
    near = Span(max(0, mention.start - NEAR), min(len(reading.document.text), mention.end + NEAR))
    for index, other in reading.inside(near, *BODIES):
        if other.attributes.get("name") == name:
            return reading.links[index], span_of(other)
    return local_entity(reading.document, "svod:Organization", str(name), place), place


def _meant(reading: Reading, place: Span) -> tuple[int, Mention] | None:
    """The body for which "её" or "его" before the role stands: the one named right before it."""
    before = Span(max(0, place.start - NEAR), place.start)
    bodies = reading.inside(before, *BODIES)
    if not bodies:
        return None
    index, last = max(bodies, key=lambda pair: (pair[1].end, -pair[1].start))
    return (index, last) if THEIR.fullmatch(reading.text(Span(last.end, place.start))) else None
