"""What a document speaks of, and what it calls it."""

from collections.abc import Iterator

from nlp.entity import Entity
from nlp.linking import class_of, language_of, name_of
from nlp.mention import Mention
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value

UNNAMED = (
    "region/",
    "district/",
    "specialization/",
    "sector/",
    "status/",
    "level/",
    "authority/",
    "programme/",
    "centre/",
)
"""Ids of things that the vocabulary names: no document has to."""


def mentions(reading: Reading) -> Iterator[Finding]:
    """The document names the thing here for the first time."""
    seen: set[str] = set()
    for index, mention in enumerate(reading.mentions):
        entity = reading.links.get(index)
        if entity is None or entity.id in seen or mention.type == "LegalAct":
            continue
        seen.add(entity.id)
        yield Statement(
            reading.document.id,
            "schema:mentions",
            entity.id,
            evidence(span_of(mention)),
            "mentions",
            score=mention.score,
        )


def names(reading: Reading) -> Iterator[Finding]:
    """The document calls the thing so."""
    said: set[tuple[str, str]] = set()
    for index, mention in enumerate(reading.mentions):
        entity = reading.links.get(index)
        if entity is None or entity.id.startswith(UNNAMED) or entity.type != class_of(mention.type):
            continue
        name = name_of(mention)
        if (entity.id, name.casefold()) in said or (mention.type == "LegalAct" and name != entity.name):
            continue
        said.add((entity.id, name.casefold()))
        yield _name(entity, mention, name)


def _name(entity: Entity, mention: Mention, name: str) -> Statement:
    predicate = "rdfs:label" if name == entity.name else "skos:altLabel"
    value = Value(name, "rdf:langString", lang=language_of(name), as_written=name_as_written(mention, name))
    return Statement(entity.id, predicate, value, evidence(span_of(mention)), "names", score=mention.score)


def name_as_written(mention: Mention, name: str) -> str | None:
    """The text that was read as this name, None where it is the name itself."""
    return None if mention.text == name else mention.text
