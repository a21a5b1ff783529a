"""What an annotated document states: every rule's findings, each once, each with its passages, in order of place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from ingest.confidence import confidence
from ingest.document import Document, Span
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.joining import joined
from nlp.linking import merged
from nlp.memory import uncollected
from nlp.mention import Mention
from nlp.relations import RULES, Reading
from nlp.statement import Evidence, Statement, Value

Key = tuple[object, ...]
UNNAMED = {"svod:Observation", "svod:Membership"}
"""Things that are known by their parts, and have no name of their own."""


@uncollected()
def state(doc: Doc) -> Extract:
    """The document with its mentions, entities and statements; the same document gives the same extract, always."""
    reading = Reading.of(doc)
    entities: list[Entity] = list({id(link): link for _, link in sorted(reading.links.items(), key=_index)}.values())
    statements: list[Statement] = []
    for rule in RULES:
        for finding in rule(reading):
            if isinstance(finding, Entity):
                entities.append(finding)
            else:
                statements.append(finding)
    located = [statement for statement in statements if is_located(reading.document, statement)]
    joined_things, said = joined(entities, located)
    things = merged(joined_things)
    all_said = [*said, *missing_names(things, said)]
    mentions, stated = weighed(reading.document, reading.mentions, ordered(reading.document, all_said))
    return Extract(reading.document, mentions, things, stated)


def _index(pair: tuple[int, Entity]) -> int:
    return pair[0]


def missing_names(things: Iterable[Entity], statements: Sequence[Statement]) -> Iterator[Statement]:
    """The name of each thing that only a rule found, from its first passage: nothing goes without a name."""
    named = {statement.subject for statement in statements if statement.predicate == "rdfs:label"}
    for thing in things:
        if thing.is_local and thing.type not in UNNAMED and thing.spans and thing.id not in named:
            words = Value(thing.name, "rdf:langString", lang=thing.language)
            yield Statement(thing.id, "rdfs:label", words, (Evidence("value", thing.spans[0]),), "names")


def weighed(
    document: Document, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[tuple[Mention, ...], tuple[Statement, ...]]:
    """Both with scores no surer than OCR is of the words they rest on; as they were where it read none of them."""
    if not any(page.words for page in document.pages):
        return tuple(mentions), tuple(statements)

    def by(score: float, spans: Iterable[Span]) -> float:
        return round(score * min(confidence(document, span) for span in spans), 2)

    return (
        tuple(replace(mention, score=by(mention.score, [Span(mention.start, mention.end)])) for mention in mentions),
        tuple(
            replace(statement, score=by(statement.score, [evidence.span for evidence in statement.evidence]))
            for statement in statements
        ),
    )


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
    quote = "".join(document.text[span.start : span.end].split())
    return (statement.subject, statement.predicate, statement.object, statement.qualifiers, quote)
