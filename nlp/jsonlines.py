"""One line of `svod extract`: an extract and its passages as plain JSON, exactly as the contract has it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from ingest.document import Document, Span
from ingest.passage import Passage
from nlp.extract import Extract
from nlp.mention import Attribute, Mention
from nlp.statement import Qualifiers, Statement, Value

Passages = Mapping[Span, Sequence[Passage]]
Json = dict[str, Any]


def to_json(extract: Extract, passages: Passages) -> Json:
    """The object of one document. `passages` may hold any of the extract's spans; those it lacks come without boxes.

    A document with files inside it lists them as `attachments`. Offsets count from the beginning of their page's text.
    A statement none of whose value stands on a page is left out.
    """
    document = extract.document
    attached = {"attachments": [asdict(one) for one in document.attachments]} if document.attachments else {}
    statements = (_statement(document, statement, passages) for statement in extract.statements)
    return {
        "document": {
            "source": document.source,
            "id": document.id,
            "title": document.title,
            "language": document.language,
            "pages": [
                {"number": page.number, "width": page.width, "height": page.height, "text": document.page_text(page)}
                for page in document.pages
            ],
            **attached,
        },
        "mentions": [line for mention in extract.mentions for line in _mention(document, mention, passages)],
        "statements": [statement for statement in statements if statement is not None],
    }


def _passages(document: Document, span: Span, passages: Passages) -> Sequence[Passage]:
    if known := passages.get(span):
        return known
    pages = {page.number: page for page in document.pages}
    return [
        Passage(place.page, place.start, place.end, document.page_text(pages[place.page])[place.start : place.end])
        for place in document.places(span)
    ]


def _mention(document: Document, mention: Mention, passages: Passages) -> list[Json]:
    """The mention on the page where it begins; nothing for one that is all white space."""
    places = _passages(document, Span(mention.start, mention.end), passages)
    return [
        {
            "type": mention.type,
            "page": place.page,
            "start": place.start,
            "end": place.end,
            "text": place.quote,
            "id": mention.id,
            "boxes": [list(box) for box in place.boxes],
            "attributes": {name: _plain(value) for name, value in mention.attributes.items()},
            "score": mention.score,
            "rule": mention.rule,
        }
        for place in places[:1]
    ]


def _plain(value: Attribute) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _statement(document: Document, statement: Statement, passages: Passages) -> Json | None:
    evidence = [
        {
            "role": item.role,
            "page": place.page,
            "start": place.start,
            "end": place.end,
            "quote": place.quote,
            "boxes": [list(box) for box in place.boxes],
        }
        for item in statement.evidence
        for place in _passages(document, item.span, passages)
    ]
    if not evidence or evidence[0]["role"] != "value":
        return None
    value = evidence[0]
    return {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": _object(statement.object),
        "qualifiers": _qualifiers(statement.qualifiers),
        "rule": statement.rule,
        "score": statement.score,
        "page": value["page"],
        "quote": value["quote"],
        "boxes": value["boxes"],
        "evidence": evidence,
    }


def _object(value: str | Value) -> Json:
    if isinstance(value, str):
        return {"id": value}
    parts = {
        "value": value.value,
        "datatype": value.datatype,
        "lang": value.lang,
        "unit": value.unit,
        "as_written": value.as_written,
    }
    return {name: part for name, part in parts.items() if part is not None}


def _qualifiers(qualifiers: Qualifiers) -> Json:
    """Only what is said; an asserted statement does not say that it is."""
    parts = {field.name: getattr(qualifiers, field.name) for field in fields(qualifiers)}
    return {
        name: part
        for name, part in parts.items()
        if part is not None and not (name == "modality" and part == "asserted")
    }
