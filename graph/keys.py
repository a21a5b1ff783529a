"""The keys by which entities of different documents meet: functions of one document alone."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from graph.resolution.common_nouns import is_word
from graph.resolution.words import name_parts
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.normal import BRACKETED, plain
from nlp.registration import REGISTER, TAX
from nlp.statement import Statement, Value

FAMILIES: Mapping[str, str] = {
    "svod:Cluster": "cluster",
    "svod:Organization": "organization",
    "svod:ManagementOrganization": "organization",
    "svod:Authority": "organization",
    "svod:Person": "person",
}
"""Classes whose things share one space of names, and the word in their IRIs; every other class is its own."""

COMPOSITES: Mapping[str, tuple[str, ...]] = {
    "svod:Observation": (
        "svod:measure",
        "svod:observationOf",
        "sdmx-dimension:refArea",
        "sdmx-dimension:refPeriod",
        "sdmx-attribute:unitMeasure",
    ),
    "svod:Membership": ("org:member", "org:organization", "svod:roleName"),
}
"""Things of more than two ends: the predicates whose values together are their key."""

ENOUGH: Mapping[str, tuple[frozenset[str], ...]] = {
    "svod:Observation": (
        frozenset({"svod:measure", "svod:observationOf"}),
        frozenset({"svod:measure", "sdmx-dimension:refArea"}),
    ),
    "svod:Membership": (frozenset({"org:member", "org:organization"}),),
}
"""Parts that must be stated (one of the sets) for two documents to meet in a composite."""

REGISTERED: Mapping[str, str] = {TAX: "inn", REGISTER: "ogrn"}
"""The numbers of legal persons, and how keys call them: of two the first is the key's."""

NAMED_APART = frozenset({"cluster", "organization"})
"""Families whose things share names."""

CONTEXTS = frozenset({"cluster", "organization"})
"""What tells two people of one name apart, or shows them to be one."""


@cache
def family(type_: str) -> str:
    """The word under which things of a class are named.

    >>> family("svod:ManagementOrganization"), family("svod:SupportMeasure")
    ('organization', 'support-measure')
    """
    local = type_.rpartition(":")[2]
    return FAMILIES.get(type_) or re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local).lower()


def keys(extract: Extract) -> dict[str, tuple[str, ...]]:
    """The keys of every document-local entity that is not a composite, each `family|…`, sorted.

    Clusters, organizations and other named things meet by normal name and what else tells them apart (see
    `thing_key`); people by normal name and each cluster or organization they are stated with. What has no name, or a
    person stated with nobody, has a key of its own.
    """
    entities = {entity.id: entity for entity in extract.entities}
    contexts = _contexts(entities, extract.statements)
    regions: dict[str, set[str]] = {}
    for statement in extract.statements:
        if statement.predicate == "schema:location" and isinstance(statement.object, str):
            regions.setdefault(statement.subject, set()).add(statement.object)
    numbers = registered(extract.statements)
    found = {}
    for entity in extract.entities:
        if entity.is_local and entity.type not in COMPOSITES:
            around = [entities[other] for other in contexts.get(entity.id, ())]
            found[entity.id] = _keys_of(entity, around, regions.get(entity.id, ()), numbers.get(entity.id, ()))
    return found


def registered(statements: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """The numbers under which organizations are registered, by entity, with their kind (`inn 7707083893`), sorted.
    Of one that has two of a kind none is given: they are of several."""
    found: dict[tuple[str, str], set[str]] = {}
    for statement in statements:
        if statement.predicate in REGISTERED and isinstance(statement.object, Value):
            found.setdefault((statement.subject, statement.predicate), set()).add(statement.object.value)
    numbers: dict[str, list[str]] = {}
    for (entity, predicate), values in sorted(found.items()):
        if len(values) == 1:
            numbers.setdefault(entity, []).append(f"{REGISTERED[predicate]} {min(values)}")
    return {entity: tuple(sorted(own)) for entity, own in numbers.items()}


def thing_key(kind: str, name: str, normal: str, regions: Collection[str] = (), numbers: Sequence[str] = ()) -> str:
    """The key of a thing by its name: `family|normal name`, and what tells it from others of that name.

    Of an organization that is what stands outside the quotation marks, its legal form and general words apart. A name
    of general words, and a cluster's without quotation marks (Железногорский кластер: two regions have one), says which
    thing it is only together with its region; so does a word of the dictionary, of a company with its legal form, and
    the name of a body without one that says no place (Кванториум: every region has one).
    What is registered under a number (`registered`) is told by that too.

    >>> thing_key("organization", "Фонд «Сколково»", "сколково"), thing_key("organization", "ОАО «Протон»", "протон")
    ('organization|сколково|fund', 'organization|протон|jsc')
    >>> thing_key("cluster", "Биофармацевтический кластер", "биофармацевтический кластер", ["region/RU-ALT"])
    'cluster|биофармацевтический кластер|region/RU-ALT'
    >>> thing_key("organization", "Детский технопарк «Кванториум»", "кванториум", ["region/RU-TOM"])
    'organization|кванториум|children technopark|region/RU-TOM'
    """
    key = f"{kind}|{normal}"
    if kind not in NAMED_APART:
        return key
    if numbers:
        return f"{thing_key(kind, name, normal, regions)}|{numbers[0]}"
    own = name_parts(normal)
    where = min(regions) if len(regions) == 1 else ""
    if kind == "organization":
        whole = name_parts(BRACKETED.sub("", name) or name)
        is_quoted = normal != plain(name)
        more = " ".join(sorted(whole.telling - own.telling)) if is_quoted else ""
        form = whole.form if is_quoted and not more else ""
        is_anywhere = is_word(own) if whole.form else not whole.places
        return "|".join(part for part in (key, more, form, where if is_anywhere else "") if part)
    is_general = not own.places and "cluster" in own.heads
    return f"{key}|{where}" if where and (is_general or is_word(own)) else key


def _keys_of(
    entity: Entity, contexts: Sequence[Entity], regions: Collection[str], numbers: Sequence[str]
) -> tuple[str, ...]:
    kind = family(entity.type)
    if not entity.normal or (kind == "person" and not contexts):
        return (f"{kind}|{entity.id}",)
    if kind != "person":
        return (thing_key(kind, entity.name, entity.normal, regions, numbers),)
    return tuple(sorted({f"person|{entity.normal}|{_context_key(other)}" for other in contexts}))


def _context_key(context: Entity) -> str:
    return f"{family(context.type)}|{context.normal}" if context.is_local else context.id


def _contexts(entities: Mapping[str, Entity], statements: Sequence[Statement]) -> dict[str, set[str]]:
    """Each person's clusters and organizations: stated directly, either way round, or through a membership."""
    found: dict[str, set[str]] = {}
    members: dict[str, list[str]] = {}
    organizations: dict[str, list[str]] = {}
    for statement in statements:
        if not isinstance(statement.object, str):
            continue
        if statement.predicate == "org:member":
            members.setdefault(statement.subject, []).append(statement.object)
        elif statement.predicate == "org:organization":
            organizations.setdefault(statement.subject, []).append(statement.object)
        _pair(found, entities, statement.subject, statement.object)
        _pair(found, entities, statement.object, statement.subject)
    for membership, people in members.items():
        for person in people:
            for organization in organizations.get(membership, ()):
                _pair(found, entities, person, organization)
    return found


def _pair(found: dict[str, set[str]], entities: Mapping[str, Entity], person: str, context: str) -> None:
    one, other = entities.get(person), entities.get(context)
    if one is None or other is None or not other.normal:
        return
    if family(one.type) == "person" and family(other.type) in CONTEXTS:
        found.setdefault(person, set()).add(context)
