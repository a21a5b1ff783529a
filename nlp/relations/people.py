"""People in office: the person, the post as the document names it, and the body where it is held."""

from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.linking import language_of, local_entity, local_id
from nlp.mention import Mention
from nlp.normal import plain
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value

NEAR = 200  # characters around a name within which the role's organization stands


def person_in_office(reading: Reading) -> Iterator[Finding]:
    """The name stands beside a post, as in a signature, a mailing list or an apposition."""
    for index, mention in reading.of_type("Person"):
        role = mention.attributes.get("role")
        place = _role_place(reading, mention)
        if not role or place is None:
            continue
        if any(pair.label.start <= place.start < pair.label.end for pair in reading.document.pairs):
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


def _organization(reading: Reading, mention: Mention, place: Span) -> tuple[Entity | None, Span | None]:
    """The organization that the role names: a mention within the role or of that name near it, else the name given."""
    inside = reading.inside(place, "Organization", "Authority", "ManagementOrganization")
    ending = [pair for pair in inside if pair[1].end == place.end] or inside
    if ending:
        index, found = min(ending, key=lambda pair: pair[1].start)
        return reading.links[index], span_of(found)
    name = mention.attributes.get("organization")
    if not name:
        return None, None
    near = Span(max(0, mention.start - NEAR), min(len(reading.document.text), mention.end + NEAR))
    for index, other in reading.inside(near, "Organization", "Authority", "ManagementOrganization"):
        if other.attributes.get("name") == name:
            return reading.links[index], span_of(other)
    return local_entity(reading.document, "svod:Organization", str(name), place), place
