"""An edition as the graph of its document: what this document states, in the terms in which it states it."""

import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode

from graph.digests import Json, digest
from graph.edition import Edition
from graph.keys import keys
from graph.plain import PlainQuad
from graph.resolution.profile import dump, profiles
from graph.terms import (
    APPROXIMATION,
    AREA,
    AS_WRITTEN,
    BOXES,
    CONFORMS_TO,
    CREATED,
    CREATOR,
    DIGEST,
    DOCUMENT,
    EDITION_KEY,
    END,
    FINDING,
    FORMAT,
    KEY,
    LANGUAGE,
    MODALITY,
    MODIFIED,
    NORMAL,
    OBJECT,
    OF_DOCUMENT,
    PAGE,
    PAGES,
    PASSAGE,
    PERIOD,
    PREDICATE,
    PROFILE,
    QUOTE,
    ROLES,
    RULE,
    SCORE,
    SHARED_KEY,
    SOURCE,
    START,
    STATEMENT,
    SUBJECT,
    TITLE,
    TITLE_KEY,
    TYPE,
    UNIT,
    UNREADABLE_PAGES,
    VALID_FROM,
    VALID_TO,
)
from graph.titles import title_keys
from ingest.document import Claims, Document
from ingest.passage import Passage
from nlp.statement import Qualifiers, Statement, Value
from ontology.iri import expand

DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""The datatype of a date by its length in characters; a longer one has a time."""

QUALIFIERS = {
    "valid_from": VALID_FROM,
    "valid_to": VALID_TO,
    "period": PERIOD,
    "approximation": APPROXIMATION,
}


UNQUALIFIED = Qualifiers()


def document_quads(edition: Edition, base: str) -> list[PlainQuad]:
    """The graph of an edition, each quad once. A statement whose value stands nowhere on a page is left out."""
    graph = NamedNode(base + edition.id)
    writer = _Writer(edition, base, graph)
    writer.document()
    writer.entities()
    writer.statements()
    return writer.quads


def statement_id(document_digest: str, statement: Statement, quote: str) -> str:
    """The id of a statement: a digest of edition, stated subject, predicate, object, qualifiers and the quote without
    white space; no offset, rule or score, so that a better reader or extractor keeps judgements and citations alive."""
    object_ = statement.object if isinstance(statement.object, str) else _value_key(statement.object)
    limits = statement.qualifiers
    qualifiers = [limits.approximation, limits.area, limits.modality, limits.period, limits.valid_from, limits.valid_to]
    stated = [statement.subject, statement.predicate, object_, qualifiers, "".join(quote.split())]
    return f"statement/{digest([document_digest, *stated])}"


def literal(value: Value) -> Literal:
    """A value as an RDF literal."""
    if value.lang:
        return Literal(value.value, language=value.lang)
    return Literal(value.value, datatype=_datatype(value.datatype))


@cache
def _datatype(curie: str) -> NamedNode:
    return NamedNode(expand(curie))


def _value_key(value: Value) -> list[str | None]:
    return [value.value, value.datatype, value.lang, value.unit]


def passage_quads(passage: Passage, document: Document, base: str, graph: NamedNode) -> list[PlainQuad]:
    """A passage as a node of a graph; the node is the subject of each quad."""
    place: list[Json] = [document.digest, passage.page, passage.start, passage.end, passage.quote]
    node = NamedNode(f"{base}passage/{digest(place)}")
    quads = [
        PlainQuad(node, TYPE, PASSAGE, graph),
        PlainQuad(node, OF_DOCUMENT, _iri(base + document.id), graph),
        PlainQuad(node, QUOTE, Literal(passage.quote), graph),
        PlainQuad(node, PAGE, _number(passage.page), graph),
        PlainQuad(node, START, _number(passage.start), graph),
        PlainQuad(node, END, _number(passage.end), graph),
    ]
    if passage.boxes:
        quads.append(PlainQuad(node, BOXES, Literal(_boxes(passage.boxes)), graph))
    return quads


@lru_cache(maxsize=4096)
def _number(number: int) -> Literal:
    return Literal(number)


@lru_cache(maxsize=4096)
def _text(text: str) -> Literal:
    """Words that many statements share: of rules, units, periods."""
    return Literal(text)


@lru_cache(maxsize=4096)
def _iri(iri: str) -> NamedNode:
    return NamedNode(iri)


def _claimed(claims: Claims) -> Iterator[tuple[NamedNode, Literal]]:
    """What the file says of itself, as properties of the document; its dates as precise as it has them."""
    yield from ((CREATOR, Literal(author)) for author in dict.fromkeys(claims.authors))
    for predicate, date in ((CREATED, claims.created), (MODIFIED, claims.modified)):
        if date:
            yield predicate, Literal(date, datatype=NamedNode(expand(DATES.get(len(date), "xsd:dateTime"))))
    if claims.conforms_to:
        yield CONFORMS_TO, Literal(claims.conforms_to)


class _Writer:
    """Collects the quads of one edition."""

    def __init__(self, edition: Edition, base: str, graph: NamedNode) -> None:
        self._edition = edition
        self._base = base
        self._graph = graph
        self._iris: dict[str, NamedNode] = {}
        self._passages: dict[Passage, NamedNode] = {}
        self.quads: list[PlainQuad] = []

    def document(self) -> None:
        """What is said of the document itself."""
        document = self._edition.document
        self._add(self._graph, TYPE, DOCUMENT)
        texts = [
            (TITLE, Literal(document.title, language=document.language)),
            (SOURCE, Literal(self._edition.source)),
            (LANGUAGE, Literal(document.language)),
            (FORMAT, Literal(document.media_type)),
            (DIGEST, Literal(document.digest)),
            (PAGES, Literal(len(document.pages))),
            (UNREADABLE_PAGES, Literal(len(set(document.unreadable_pages)))),
            (EDITION_KEY, Literal(self._edition.key)),
            *((FINDING, Literal(finding)) for finding in dict.fromkeys(document.findings)),
            *_claimed(document.claims),
        ]
        for predicate, value in texts:
            self._add(self._graph, predicate, value)

    def entities(self) -> None:
        """The things it mentions, each with its keys and its profile."""
        found = keys(self._edition.extract)
        profile = profiles(self._edition.extract, found)
        titles = title_keys(self._edition.extract)
        for entity in self._edition.extract.entities:
            node = self._iri(entity.id)
            self._add(node, TYPE, self._iri(entity.type))
            if entity.is_local and entity.normal:
                self._add(node, NORMAL, Literal(entity.normal))
            own = found.get(entity.id, ())
            for key in own:
                self._add(node, KEY if len(own) == 1 else SHARED_KEY, Literal(key))
            for key in titles.get(entity.id, ()):
                self._add(node, TITLE_KEY, Literal(key))
            if entity.id in profile:
                self._add(node, PROFILE, Literal(dump(profile[entity.id])))

    def statements(self) -> None:
        """What it states, each statement once, with the passages that it rests on."""
        best: dict[str, Statement] = {}
        rests: dict[str, dict[tuple[str, Passage], None]] = {}
        for statement in self._edition.extract.statements:
            passages = self._passages_of(statement)
            quote = " ".join(passage.quote for role, passage in passages if role == "value")
            if not quote.strip():
                continue
            name = statement_id(self._edition.document.digest, statement, quote)
            rests.setdefault(name, {}).update(dict.fromkeys(passages))
            if name not in best or _rank(statement) < _rank(best[name]):
                best[name] = statement
        for name, statement in best.items():
            node = NamedNode(self._base + name)
            self._statement(node, statement)
            for role, passage in rests[name]:
                self._add(node, ROLES[role], self._passage(passage))

    def _statement(self, node: NamedNode, statement: Statement) -> None:
        value, graph = statement.object if isinstance(statement.object, Value) else None, self._graph
        self.quads += (
            PlainQuad(node, TYPE, STATEMENT, graph),
            PlainQuad(node, SUBJECT, self._iri(statement.subject), graph),
            PlainQuad(node, PREDICATE, self._iri(statement.predicate), graph),
            PlainQuad(node, OBJECT, literal(value) if value else self._iri(str(statement.object)), graph),
            PlainQuad(node, RULE, _text(statement.rule), graph),
        )
        qualifiers = statement.qualifiers
        if qualifiers != UNQUALIFIED:
            self._qualifiers(node, qualifiers)
        if statement.score < 1:
            self._add(node, SCORE, Literal(statement.score))
        if value and value.unit:
            self._add(node, UNIT, _text(value.unit))
        if value and value.as_written:
            self._add(node, AS_WRITTEN, Literal(value.as_written))

    def _qualifiers(self, node: NamedNode, qualifiers: Qualifiers) -> None:
        if qualifiers.modality != "asserted":
            self._add(node, MODALITY, _text(qualifiers.modality))
        if qualifiers.area:
            self._add(node, AREA, self._iri(qualifiers.area))
        for name, predicate in QUALIFIERS.items():
            text = getattr(qualifiers, name)
            if text:
                self._add(node, predicate, _text(text))

    def _passages_of(self, statement: Statement) -> list[tuple[str, Passage]]:
        return [
            (evidence.role, passage)
            for evidence in statement.evidence
            for passage in self._edition.passages.get(evidence.span, ())
        ]

    def _passage(self, passage: Passage) -> NamedNode:
        known = self._passages.get(passage)
        if known is not None:
            return known
        quads = passage_quads(passage, self._edition.document, self._base, self._graph)
        self.quads += quads
        self._passages[passage] = quads[0].subject
        return quads[0].subject

    def _iri(self, name: str) -> NamedNode:
        iri = self._iris.get(name)
        if iri is None:
            iri = self._iris[name] = NamedNode(expand(name, self._base))
        return iri

    def _add(self, subject: NamedNode, predicate: NamedNode, object_: NamedNode | Literal) -> None:
        self.quads.append(PlainQuad(subject, predicate, object_, self._graph))


def _rank(statement: Statement) -> tuple[float, str]:
    """The surer of two equal statements is the one whose rule and score are written."""
    return -statement.score, statement.rule


def _boxes(boxes: Sequence[Sequence[float]]) -> str:
    return json.dumps([[round(side, 2) for side in box] for box in boxes], separators=(",", ":"))
