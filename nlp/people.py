"""People: their names in the nominative, surname first, with the role and the organization that stand beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from ingest.document import Span
from nlp.mention import Attribute, Mention
from nlp.morphology import nominative
from nlp.names import PersonName, surname_readings
from nlp.overlaps import Overlaps
from nlp.people_en import EnglishName, find_latin
from nlp.persons import SINGLE, Found, find_persons, parsed, surnames
from nlp.roles import RolePhrase, before_blanks, before_copula, role_after, role_before, role_of_body

FOREIGN = r"(?:[A-Z\u0370-\u03ff\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af][^\s()А-Яа-яЁё,;:«»\"]*)"
LATIN_AFTER = re.compile(rf"\s?\(({FOREIGN}(?:\s+(?:{FOREIGN}|de|van|von|der|la|el|al|bin)){{0,3}})(?=[\s),])")


def find_people(doc: Doc) -> list[Mention]:
    """Mentions of people (`Person`) and of their roles (`Role`), in order of place."""
    document = doc._.document
    text = document.text
    found = find_persons(doc)
    lasts = frozenset(surnames(text, found))
    mentions: list[Mention] = []
    floor = 0
    for index, name in enumerate(found):
        ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
        mentions += _mentions(doc, text, name, Span(floor, ceiling), lasts)
        floor = name.end
        mentions += _latin_twin(text, mentions[-1])
    if document.language == "en":
        mentions += list(_latin(text, mentions))
    return mentions


def _latin(text: str, own: list[Mention]) -> Iterator[Mention]:
    """People in Latin letters, with their roles."""
    named = Overlaps(own)
    for item in find_latin(text):
        if named.has(item.start, item.end):
            continue
        if item.role:
            written = text[item.role_start : item.role_end]
            yield Mention(
                "Role",
                item.role_start,
                item.role_end,
                written,
                attributes={"name": item.role},
                rule="role beside a name",
            )
        yield _latin_person(text, item)


def _latin_person(text: str, item: EnglishName) -> Mention:
    attributes: dict[str, Attribute] = {"name": item.name}
    if item.role:
        attributes |= {"role": item.role, "role_start": item.role_start, "role_end": item.role_end}
    return Mention("Person", item.start, item.end, text[item.start : item.end], None, attributes, item.score, item.rule)


def _again_as(written: str, lasts: frozenset[str]) -> PersonName | None:
    """A surname alone, read as the one surname of the document that it can be a form of; None where none or several
    fit."""
    if not SINGLE.fullmatch(written):
        return None
    fitting = {
        (reading.nominative, reading.form[0]) for reading in surname_readings(written) if reading.nominative in lasts
    }
    if len({nominative for nominative, _ in fitting}) != 1:
        return None
    last = next(iter(fitting))[0]
    genders = {gender for _, gender in fitting}
    return PersonName(last=last, gender=genders.pop() if len(genders) == 1 else "")


def _mentions(doc: Doc, text: str, found: Found, room: Span, lasts: frozenset[str]) -> list[Mention]:
    """The person, and before it the role where one stands beside the name; `room` reaches from name to name."""
    role = _role(doc, text, found, room)
    name = _again_as(text[found.start : found.end], lasts) or parsed(
        text[found.start : found.end], role.cases if role else ()
    )
    attributes: dict[str, Attribute] = {"name": name.full}
    for key in ("last", "first", "patronymic", "initials", "gender"):
        if value := getattr(name, key):
            attributes[key] = value
    mentions = []
    if role:
        attributes["role"] = role.name
        attributes["role_start"], attributes["role_end"] = role.start, role.end
        mentions.append(
            Mention(
                "Role",
                role.start,
                role.end,
                text[role.start : role.end],
                attributes={"name": role.name},
                rule="role beside a name",
            )
        )
    if organization := _organization(doc, text, found, role):
        attributes["organization"] = organization
    person = Mention(
        "Person",
        found.start,
        found.end,
        text[found.start : found.end],
        attributes=attributes,
        score=found.score,
        rule=found.rule,
    )
    return [*mentions, person]


def _role(doc: Doc, text: str, found: Found, room: Span) -> RolePhrase | None:
    """The role beside the name: before it, with "был" or a dash between, before a body's name there, or after it."""
    floor = room.start
    if (role := role_before(text, found.start, floor)) is not None:
        return _without_dash(text, role)
    end = before_copula(text, found.start, floor)
    if end < found.start and (role := role_before(text, end, floor)) is not None:
        return role
    stop = before_blanks(text, end)
    body = next((m.start for m in _organizations(doc, floor, stop) if m.end == stop), _quoted(text, floor, stop))
    if body is not None and (role := role_of_body(text, body, stop, floor)) is not None:
        return role
    return role_after(text, found.end, room.end)


def _quoted(text: str, floor: int, end: int) -> int | None:
    """Where the name in quotation marks that ends here begins: "Глава сельского поселения «Заречное» …"."""
    quote = (
        QUOTED_BEFORE.search(text, max(floor, end - LONGEST_QUOTED), end) if text[end - 1 : end] in CLOSING else None
    )
    return quote.start() if quote else None


QUOTED_BEFORE = re.compile(r"(?:«[^«»\n]+»|\"[^\"\n]+\"|“[^“”\n]+”|„[^„“]+“)\Z")
CLOSING = ("»", '"', "”", "“")
LONGEST_QUOTED = 120  # characters of the name of a settlement or a firm in its quotation marks


def _without_dash(text: str, role: RolePhrase) -> RolePhrase:
    """The role without the dash that links it to the name."""
    end = role.start + len(text[role.start : role.end].rstrip(" \xa0\n–—-"))
    return RolePhrase(role.start, end, role.name.rstrip(" –—-"), role.cases)


def _organization(doc: Doc, text: str, found: Found, role: RolePhrase | None) -> str:
    """The organization that the role names, or behind whose name the person stands in brackets."""
    if role is None:
        end = before_blanks(text, found.start)
        if text[end - 1 : end] != "(":
            return ""
        end = before_blanks(text, end - 1)
        return _widest(m for m in _organizations(doc, end - LONGEST_NAME, end) if m.end == end)
    inside = _widest(_organizations(doc, role.start + 1, role.end))
    if inside:
        return inside
    headed = HEADED.match(role.name)
    return nominative(headed.group(1), "sing") if headed else ""


HEADED = re.compile(r"(?:[Ии]\.?\s?о\.?\s+)?(?:[Гг]лав[аы]|[Мм]эра?|[Гг]убернатора?)\s+([А-ЯЁ].+)")


def _widest(mentions: Iterable[Mention]) -> str:
    """The name of the one that starts first; an empty string where there is none."""
    first = min(mentions, key=lambda mention: mention.start, default=None)
    return str(first.attributes.get("name", "")) if first else ""


LONGEST_NAME = 600  # characters of an organization's name


def _organizations(doc: Doc, start: int, end: int) -> list[Mention]:
    """The organizations that lie within a stretch of the text."""
    if "bodies" not in doc.user_data:
        found = (m for m in doc._.mentions if m.type in {"Organization", "Authority"} and m.rule != "common name")
        doc.user_data["bodies"] = sorted(found, key=lambda mention: mention.start)
    bodies: list[Mention] = doc.user_data["bodies"]
    first = bisect_left(bodies, start, key=lambda mention: mention.start)
    last = bisect_left(bodies, end, key=lambda mention: mention.start)
    return [mention for mention in bodies[first:last] if mention.end <= end]


def _latin_twin(text: str, person: Mention) -> list[Mention]:
    """The same name in Latin letters in brackets after it: Майкл Мэйсон (Michael Mason)."""
    match = LATIN_AFTER.match(text, person.end)
    if match is None:
        return []
    words = match.group(1).split()
    name = f"{words[-1]} {' '.join(words[:-1])}".strip()
    return [
        Mention(
            "Person",
            match.start(1),
            match.end(1),
            match.group(1),
            attributes={"name": name},
            score=0.9,
            rule="latin name",
        )
    ]
