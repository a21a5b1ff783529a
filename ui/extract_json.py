"""One line of `svod extract`: what was read and understood of one document, in page offsets."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest import Document, Passage, Span
from nlp.extract import Extract
from nlp.mention import Mention
from nlp.statement import Qualifiers, Statement, Value

Passages = Mapping[Span, tuple[Passage, ...]]


def spans_of(extract: Extract) -> set[Span]:
    """Every stretch of the document that the line shows with its boxes."""
    mentions = {Span(mention.start, mention.end) for mention in extract.mentions}
    return mentions | {evidence.span for statement in extract.statements for evidence in statement.evidence}


def line(extract: Extract, passages: Passages) -> dict[str, Any]:
    """The object of one document: `document`, `mentions`, `statements`; what has no place on a page is left out."""
    mentions = (mention_json(mention, passages) for mention in extract.mentions)
    statements = (statement_json(statement, passages) for statement in extract.statements)
    return {
        "document": document_json(extract.document),
        "mentions": [mention for mention in mentions if mention],
        "statements": [statement for statement in statements if statement],
    }


def refusal(source: str, reason: str) -> dict[str, Any]:
    """The line of a source that was not read: as empty as it is, and why."""
    document = {"source": source, "id": None, "title": None, "language": None, "pages": []}
    return {"document": document, "mentions": [], "statements": [], "status": "refused", "reason": reason}


def document_json(document: Document) -> dict[str, Any]:
    """The document and the text of its pages."""
    pages = [
        {"number": page.number, "width": page.width, "height": page.height, "text": document.page_text(page)}
        for page in document.pages
    ]
    return {
        "source": document.source,
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "pages": pages,
        "findings": list(document.findings),
    }


def mention_json(mention: Mention, passages: Passages) -> dict[str, Any] | None:
    """A mention at its first page's offsets."""
    places = passages.get(Span(mention.start, mention.end), ())
    if not places:
        return None
    place = places[0]
    return {
        "type": mention.type,
        "page": place.page,
        "start": place.start,
        "end": place.end,
        "text": place.quote,
        "id": mention.id,
        "boxes": boxes(place),
        "attributes": dict(mention.attributes),
        "score": mention.score,
        "rule": mention.rule,
    }


def statement_json(statement: Statement, passages: Passages) -> dict[str, Any] | None:
    """A statement with its passages by role; its own page, quote and boxes are those of the value."""
    evidence = [
        {"role": item.role, "page": place.page, "start": place.start, "end": place.end} | shown(place)
        for item in statement.evidence
        for place in passages.get(item.span, ())
    ]
    if not evidence:
        return None
    first = evidence[0]
    return {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": object_json(statement.object),
        "qualifiers": qualifiers_json(statement.qualifiers),
        "rule": statement.rule,
        "score": statement.score,
        "page": first["page"],
        "quote": first["quote"],
        "boxes": first["boxes"],
        "evidence": evidence,
    }


def shown(place: Passage) -> dict[str, Any]:
    """The quote and its boxes."""
    return {"quote": place.quote, "boxes": boxes(place)}


def boxes(place: Passage) -> list[list[float]]:
    """The passage's boxes as JSON has them."""
    return [list(box) for box in place.boxes]


def object_json(value: str | Value) -> dict[str, Any]:
    """`{"id"}` of a thing, or a value with what is known of it."""
    if isinstance(value, str):
        return {"id": value}
    fields: Iterable[tuple[str, str | None]] = (
        ("value", value.value),
        ("datatype", value.datatype),
        ("lang", value.lang),
        ("unit", value.unit),
        ("as_written", value.as_written),
    )
    return {name: content for name, content in fields if content is not None}


def qualifiers_json(qualifiers: Qualifiers) -> dict[str, Any]:
    """The qualifiers that are set; the modality only where the statement is not plainly asserted."""
    names = ("valid_from", "valid_to", "period", "area", "approximation")
    found = {name: getattr(qualifiers, name) for name in names if getattr(qualifiers, name) is not None}
    return found if qualifiers.modality == "asserted" else found | {"modality": qualifiers.modality}
