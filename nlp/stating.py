"""What an annotated document states: every rule's findings, each once, each with its passages, in order of place."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from ingest.document import Document
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.joining import joined
from nlp.linking import merged
from nlp.relations import RULES, Reading
from nlp.statement import Statement, Value

Key = tuple[object, ...]


def state(doc: Doc) -> Extract:
    """The document with its mentions, entities and statements; the same document gives the same extract, always."""
    reading = Reading.of(doc)
    entities: list[Entity] = [reading.links[index] for index in sorted(reading.links)]
    statements: list[Statement] = []
    for rule in RULES:
        for finding in rule(reading):
            if isinstance(finding, Entity):
                entities.append(finding)
            else:
                statements.append(finding)
    located = [statement for statement in statements if is_located(reading.document, statement)]
    things, said = joined(entities, located)
    return Extract(reading.document, tuple(reading.mentions), merged(things), ordered(reading.document, said))


def is_located(document: Document, statement: Statement) -> bool:
    """Whether every passage of the statement holds text of the document, and the first is its value's."""
    spans = [evidence.span for evidence in statement.evidence]
    return (
        bool(spans)
        and statement.evidence[0].role == "value"
        and all(
            0 <= span.start < span.end <= len(document.text) and document.text[span.start : span.end].strip()
            for span in spans
        )
    )


def ordered(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements by place; what is stated twice in the same words stays once, at its first place."""
    first: dict[Key, Statement] = {}
    for statement in sorted(statements, key=_place):
        first.setdefault(_identity(document, statement), statement)
    return tuple(first.values())


def _place(statement: Statement) -> Key:
    span = statement.evidence[0].span
    value = statement.object.value if isinstance(statement.object, Value) else statement.object
    return (span.start, span.end, statement.subject, statement.predicate, value)


def _identity(document: Document, statement: Statement) -> Key:
    span = statement.evidence[0].span
    quote = re.sub(r"\s+", "", document.text[span.start : span.end])
    return (statement.subject, statement.predicate, statement.object, statement.qualifiers, quote)
