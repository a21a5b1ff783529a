"""What a fact rests on: its statements' passages, as a reader is shown them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode, Store

from graph.plain import matching
from graph.terms import (
    BOXES,
    BY_HAND,
    CORRECTED_BY,
    END,
    OF_DOCUMENT,
    OF_STATEMENT,
    PAGE,
    QUOTE,
    ROLES,
    RULE,
    START,
    SUPPORTS,
    TITLE,
    Graphs,
)
from ingest.document import Box
from nlp.statement import Role
from ontology.iri import compress

FIRST: tuple[Role, ...] = ("value", "subject", "label", "context")
"""The order in which passages are shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, and what it gives a statement (`role`). `document` and `statement` are ids below the base, `title` is
    the document's, `start` and `end` are offsets into the page's text, boxes as in `ingest.document`; `rule` is the
    function that read the statement; `judgement` is the id of the one that corrected or added it, else empty."""

    document: str
    title: str
    role: Role
    page: int
    quote: str
    boxes: tuple[Box, ...]
    start: int
    end: int
    statement: str
    rule: str
    judgement: str = ""


def evidence_of(store: Store, base: str, fact: NamedNode) -> tuple[Evidence, ...]:
    """The passages of every statement that supports the fact: statements by document title, each value first."""
    graph = Graphs.below(base).facts
    statements = [quad.subject for quad in matching(store, None, SUPPORTS, fact, graph)]
    found = [statement_evidence(store, base, statement) for statement in statements]
    ordered = sorted(
        (rows for rows in found if rows), key=lambda rows: (rows[0].title, rows[0].page, rows[0].statement)
    )
    return tuple(row for rows in ordered for row in rows)


def statement_evidence(store: Store, base: str, statement: NamedNode) -> tuple[Evidence, ...]:
    """The passages of one statement, value first; empty where there is no such statement, or its document has left."""
    rows = list(_rows(store, base, statement))
    return tuple(sorted(rows, key=lambda row: (FIRST.index(row.role), row.page, row.start)))


def _rows(store: Store, base: str, statement: NamedNode) -> Iterator[Evidence]:
    quads = list(matching(store, statement, None, None, None))
    rule = next((quad.object.value for quad in quads if quad.predicate == RULE), "")
    judged = [quad.object for quad in quads if quad.predicate == CORRECTED_BY]
    judged += [quad.subject for quad in matching(store, None, OF_STATEMENT, statement) if rule == BY_HAND]
    for quad in quads:
        role = _ROLE_OF.get(quad.predicate)
        if role is None:
            continue
        said = {q.predicate: q.object for q in matching(store, quad.object, None, None, quad.graph_name)}
        document = cast("NamedNode", said[OF_DOCUMENT])
        title = next(iter(matching(store, document, TITLE, None, document)), None)
        if title is None:
            continue  # what a person added from a document that was withdrawn
        boxes = json.loads(said[BOXES].value) if BOXES in said else []
        yield Evidence(
            document=compress(document.value, base),
            title=title.object.value,
            role=role,
            page=int(said[PAGE].value),
            quote=said[QUOTE].value,
            boxes=tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in boxes),
            start=int(said[START].value),
            end=int(said[END].value),
            statement=compress(statement.value, base),
            rule=rule,
            judgement=compress(judged[0].value, base) if judged else "",
        )


_ROLE_OF: dict[NamedNode, Role] = {predicate: cast("Role", role) for role, predicate in ROLES.items()}
