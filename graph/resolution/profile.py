"""What one document says of an entity that tells it from others: all that a decision about two entities reads."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from pydantic_core import to_json

from graph.keys import family, registered
from graph.resolution.words import name_parts
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.normal import plain
from nlp.statement import Statement, Value

RESOLVED_FAMILIES = frozenset({"cluster", "organization", "person"})
"""Families whose things are looked for under other names; the rest meet by their keys alone."""

MOST_NAMES = 4
"""Names of one entity that are compared: the shortest ones, which say least besides the name."""

REGION_OF = "schema:location"
FOUNDED = "schema:foundingDate"
CONTACTS = frozenset({"schema:telephone", "schema:email", "schema:url"})
APOSTROPHE = re.compile(r"(?<=\w)['’ʹ](?=\w)")
IN_BRACKETS = re.compile(r"(?P<short>.*\S)\s*\((?P<full>[^()]+)\)\s*$", re.DOTALL)
NOT_DIGIT = re.compile(r"\D")
SITE = re.compile(r"^(?:https?://)?(?:www\.)?")


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """An entity as one document gives it. `keys` are those of `graph.keys`; `names` plain, in small letters; `regions`
    ids; `roles` plain; `contacts` normal; `founded` years; `registered` numbers with
    their kind (`inn 7707083893`)."""

    family: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    regions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    founded: tuple[str, ...] = ()
    registered: tuple[str, ...] = ()

    @property
    def normal(self) -> str:
        """The normal name, as the keys have it."""
        return self.keys[0].split("|")[1] if self.keys and "|" in self.keys[0] else ""

    @property
    def contexts(self) -> tuple[str, ...]:
        """The cluster or organization that each key of a person ends in: `organization|протон-пм` or an id."""
        parts = (key.split("|", 2) for key in self.keys if self.family == "person")
        return tuple(part[2] for part in parts if len(part) > 2 and part[2])


def dump(profile: Profile) -> str:
    """The profile as text: equal profiles give equal text. What is empty is left out.

    >>> dump(Profile("cluster", ("cluster|фотоника",), ("фотоника",)))
    '{"family":"cluster","keys":["cluster|фотоника"],"names":["фотоника"]}'
    """
    said = {field.name: value for field in fields(profile) if (value := getattr(profile, field.name))}
    return to_json(said).decode()


@lru_cache(maxsize=20_000)
def load(text: str) -> Profile:
    """The profile that `dump` was given.

    >>> load(dump(Profile("person", ("person|а б|cluster|в",), ("а б",)))).contexts
    ('cluster|в',)
    """
    said = json.loads(text)
    return Profile(said.pop("family"), **{name: tuple(values) for name, values in said.items()})


def profiles(extract: Extract, keys: Mapping[str, tuple[str, ...]]) -> dict[str, Profile]:
    """The profile of every document-local entity of a resolved family that has a name, by the entity's id."""
    said: dict[str, list[Statement]] = defaultdict(list)
    roles: dict[str, list[str]] = defaultdict(list)
    entities = {entity.id: entity for entity in extract.entities}
    for statement in extract.statements:
        said[statement.subject].append(statement)
    for statement in extract.statements:
        if statement.predicate == "org:member" and isinstance(statement.object, str):
            roles[statement.object] += _texts(said[statement.subject], "svod:roleName")
    found = {}
    for id_, own in keys.items():
        entity = entities[id_]
        if family(entity.type) in RESOLVED_FAMILIES and entity.normal:
            found[id_] = _profile(entity, own, said.get(id_, ()), roles.get(id_, ()))
    return found


def _profile(entity: Entity, keys: tuple[str, ...], said: Sequence[Statement], roles: Sequence[str]) -> Profile:
    names = plain_names(family(entity.type), entity.normal, (entity.name, *entity.aliases))
    return Profile(
        family(entity.type),
        tuple(sorted(keys)),
        names,
        tuple(sorted({s.object for s in said if s.predicate == REGION_OF and isinstance(s.object, str)})),
        tuple(sorted({plain(role) for role in roles})),
        tuple(sorted({contact(text) for predicate in CONTACTS for text in _texts(said, predicate)})),
        tuple(sorted({text[:4] for text in _texts(said, FOUNDED)})),
        registered(said).get(entity.id, ()),
    )


def plain_names(kind: str, normal: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are compared, plain and sorted. A cluster's own name, in quotation marks as a rule, is one.

    >>> plain_names("cluster", "биодолина прикамья", ["Кластер «БиоДолина Прикамья»"])
    ('биодолина прикамья', 'кластер биодолина прикамья')
    """
    if kind == "organization":
        names = [said for name in names for said in (name, *_bracketed(name))]
    found = {plain(APOSTROPHE.sub("", name)) for name in names} - {""}
    found = set(sorted(found, key=lambda name: (len(name), name))[:MOST_NAMES])
    return tuple(sorted(found | {normal} if kind == "cluster" else found))


def _bracketed(name: str) -> Iterator[str]:
    """What a name says before brackets at its end that give its kind or its name in full, and that name."""
    match = IN_BRACKETS.match(name)
    full = name_parts(match["full"]) if match else None
    if match and full and full.heads and "branch" not in full.heads and not full.numbers:
        yield match["short"]
        if full.domains or full.propers:
            yield match["full"]


def _texts(said: Sequence[Statement], predicate: str) -> list[str]:
    return [s.object.value for s in said if s.predicate == predicate and isinstance(s.object, Value)]


def contact(text: str) -> str:
    """A telephone number, e-mail or web address in one form.

    >>> contact("+7 (342) 212-17-47"), contact("8 342 2121747"), contact("https://www.volgacluster.ru/")
    ('3422121747', '3422121747', 'volgacluster.ru')
    """
    low = text.strip().casefold()
    if re.search("[a-zа-я]", low):
        return SITE.sub("", low).rstrip("/")
    return NOT_DIGIT.sub("", low)[-10:]
