"""Things that a document says are one: a card's other name, and the thing that bears it elsewhere in the text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.document import Span
from nlp.entity import Entity
from nlp.statement import Statement


def joined(
    entities: Sequence[Entity], statements: Iterable[Statement]
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """The things and statements with each thing that another one's other name names put in that one's place."""
    given = tuple(statements)
    same = _same(entities, given)
    if not same:
        return tuple(entities), given
    kept = tuple(replace(entity, id=same.get(entity.id, entity.id)) for entity in entities)
    # the thing's own name comes first, so that it stays the thing's name
    kept = (*(one for one in kept if one.id not in same.values()), *_own_first(kept, entities, same))
    return kept, tuple(dict.fromkeys(_said(statement, same) for statement in given))


def _same(entities: Iterable[Entity], statements: Iterable[Statement]) -> Mapping[str, str]:
    """Local id → the id of the thing that it is: its name stands where another thing of its class is given a name."""
    given = [statement for statement in statements if statement.predicate == "skos:altLabel"]
    if not given:
        return {}
    bearers: dict[tuple[str, Span], str] = {}
    types = {}
    for entity in entities:
        types[entity.id] = entity.type
        if entity.is_local:
            bearers |= {(entity.type, span): entity.id for span in entity.spans}
    same: dict[str, str] = {}
    for statement in given:
        one, other = statement.subject, bearers.get((types.get(statement.subject, ""), statement.evidence[0].span))
        if other is not None and other != one and other not in same.values() and one not in same:
            same[other] = one
    return same


def _own_first(kept: Sequence[Entity], entities: Sequence[Entity], same: Mapping[str, str]) -> list[Entity]:
    merged = [(one, before) for one, before in zip(kept, entities, strict=True) if one.id in same.values()]
    return [one for one, before in sorted(merged, key=lambda pair: pair[0].id != pair[1].id)]


def _said(statement: Statement, same: Mapping[str, str]) -> Statement:
    subject = same.get(statement.subject, statement.subject)
    object_ = statement.object
    if isinstance(object_, str):
        object_ = same.get(object_, object_)
    predicate = statement.predicate
    if subject != statement.subject and predicate == "rdfs:label":
        predicate = "skos:altLabel"
    if (subject, predicate, object_) == (statement.subject, statement.predicate, statement.object):
        return statement
    return replace(statement, subject=subject, predicate=predicate, object=object_)
