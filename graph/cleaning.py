"""Taking a document or a person out of quads: of documents, judgements, names and log."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.archive import archived_graphs
from graph.edition import load
from graph.erasing import Target
from graph.library import Library
from graph.log import ADDED, LOCATION, MOVED, REMOVED, USED
from graph.plain import PlainQuad
from graph.redaction import BLOCK
from graph.terms import (
    CLAIM,
    CONTINUES,
    KEY,
    LEFT,
    NAMED_FOR,
    NORMAL,
    OBJECT,
    OF_DOCUMENT,
    OF_STATEMENT,
    ORDER,
    PREDICATE,
    QUOTE,
    RIGHT,
    ROLES,
    SHARED_KEY,
    STATEMENT,
    SUBJECT,
    TYPE,
    UNDOES,
    WHY,
    Graphs,
    named,
)
from ontology.iri import compress

ENDS = frozenset({LEFT, RIGHT, SUBJECT, OBJECT, OF_DOCUMENT})
"""What a judgement is about."""

PERSON, MEMBER = named("svod:Person"), named("org:member")


class Cleaner:
    """Takes what is erased out of quads."""

    def __init__(self, library: Library, target: Target, record: str) -> None:
        """`record` is the id that commits are about from now on whose document is erased."""
        self._library, self._target, self._record = library, target, NamedNode(library.base + record)
        self._base, self._graphs = library.base, Graphs.below(library.base)
        self._redaction = target.redaction
        self._gone: set[str] = set(target.things)  # IRIs of all that goes
        self.statements = 0
        self.documents = 0

    def inputs(self, quads: Iterable[PlainQuad]) -> list[PlainQuad]:
        """What the ledger's inputs are without it: documents, then names and judgements, which speak of them."""
        graphs = self._by_graph(quads)
        kept: list[PlainQuad] = list(graphs.pop(self._graphs.ontology, []))
        for graph in [graph for graph in graphs if self._graphs.is_document(graph)]:
            kept += self._document(graph, graphs.pop(graph))
        keys, counts = _keys(kept), (self.statements, self.documents)
        for gone in archived_graphs(self._library):
            own = gone.quads()
            keys |= _keys(self._document(own[0].graph_name, own))
        self.statements, self.documents = counts
        kept += self._names(graphs.get(self._graphs.names, []), keys)
        kept += self._judgements(graphs.get(self._graphs.judgements, []))
        return kept + self._log(graphs.get(self._graphs.log, []))

    def archive(self) -> None:
        """Write the archived graphs that hold something of it anew."""
        for graph in archived_graphs(self._library):
            own = graph.quads()
            cleaned = self._document(own[0].graph_name, own)
            if set(cleaned) != set(own):
                graph.rewrite(cleaned)

    def _by_graph(self, quads: Iterable[PlainQuad]) -> dict[Any, list[PlainQuad]]:
        found: dict[Any, list[PlainQuad]] = defaultdict(list)
        for quad in quads:
            found[quad.graph_name].append(quad)
        return found

    def _document(self, graph: NamedNode, quads: Sequence[PlainQuad]) -> list[PlainQuad]:
        """A document's graph without it; empty where the document is erased."""
        said: dict[NamedNode, dict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            said[quad.subject][quad.predicate].append(quad.object)
        if compress(graph.value, self._base) in self._target.documents:
            self._gone |= {subject.value for subject in said if self._is_own(subject)}
            self.documents += 1
            self.statements += sum(STATEMENT in own.get(TYPE, ()) for own in said.values())
            return []
        gone = self._entities(said)
        for subject, own in said.items():
            if {*own.get(SUBJECT, ()), *own.get(OBJECT, ())} & gone:
                gone.add(subject)
                self.statements += 1
        kept = [quad for quad in quads if quad.subject not in gone]
        rested = {quad.object for quad in kept if quad.predicate in ROLES.values()}
        lost = {q.object for q in quads if q.subject in gone and q.predicate in ROLES.values()} - rested
        self._gone |= {node.value for node in gone}
        cleaned = [self._clean(quad) for quad in kept if quad.subject not in lost]
        self.documents += set(cleaned) != set(quads)
        return self._quotes(graph, cleaned)

    def _is_own(self, node: NamedNode) -> bool:
        """Whether a node is of its document alone: an entity, a statement, a passage, the document."""
        return node.value.startswith(tuple(f"{self._base}{kind}/" for kind in ("document", "statement", "passage")))

    def _entities(self, said: Mapping[NamedNode, Mapping[NamedNode, Sequence[object]]]) -> set[NamedNode]:
        """The local things that go: the person, and the memberships of the person."""
        found = {node for node in said if compress(node.value, self._base) in self._target.entities}
        for node, own in said.items():
            normal = " ".join(str(getattr(term, "value", "")) for term in own.get(NORMAL, ()))
            if PERSON in own.get(TYPE, ()) and self._redaction.clean(normal) != normal:
                found.add(node)
        for own in list(said.values()):
            if MEMBER in own.get(PREDICATE, ()) and set(own[OBJECT]) & found:
                found |= {node for node in own[SUBJECT] if isinstance(node, NamedNode)}
        return found

    def _quotes(self, graph: NamedNode, quads: list[PlainQuad]) -> list[PlainQuad]:
        """Passages as the redacted text of their page has them: of mentions in other words than the name's, too."""
        if not self._target.names:
            return quads
        pages = self._pages(graph)
        place: dict[NamedNode, dict[str, int]] = defaultdict(dict)
        for quad in quads:
            name = quad.predicate.value.rpartition("/")[2]
            if name in ("page", "start", "end"):
                place[quad.subject][name] = int(quad.object.value)
        found = []
        for quad in quads:
            at = place.get(quad.subject, {})
            if quad.predicate == QUOTE and at.get("page", 0) in pages:
                text = pages[at["page"]][at["start"] : at["end"]]
                if len(text) == len(quad.object.value) and BLOCK in text:
                    quad = quad._replace(object=Literal(text))  # noqa: PLW2901
            found.append(quad)
        return found

    def _pages(self, graph: NamedNode) -> dict[int, str]:
        """The text of each page as it is kept."""
        digits = graph.value.rpartition("/")[2]
        for path in sorted((self._library.read / digits[:2]).glob(f"{digits}*.zst")):
            document = load(path.read_bytes()).document
            return {page.number: document.page_text(page) for page in document.pages}
        return {}

    def _clean(self, quad: PlainQuad) -> PlainQuad:
        term = quad.object
        if not self._target.names or not isinstance(term, Literal):
            return quad
        text = self._redaction.clean(term.value)
        if text == term.value:
            return quad
        is_said = term.language is not None
        return quad._replace(object=Literal(text, language=term.language) if is_said else Literal(text))

    def _judgements(self, quads: Sequence[PlainQuad]) -> list[PlainQuad]:
        """What judgements say of it goes; one that says nothing else goes whole, and so does what undoes it."""
        nodes: dict[str, list[PlainQuad]] = defaultdict(list)
        for quad in quads:
            nodes[quad.subject.value].append(quad)
        rows = {iri: own for iri, own in nodes.items() if iri.startswith(f"{self._base}judgement/")}
        self._additions({iri: own for iri, own in nodes.items() if iri not in rows})
        for iri, own in rows.items():
            rows[iri] = nodes[iri] = [quad for quad in own if not self._speaks(quad)]
            had, has = (any(q.predicate == OF_STATEMENT for q in said) for said in (own, rows[iri]))
            if (had and not has) or any(q.predicate in ENDS and self._is_gone(q.object) for q in own):
                self._gone.add(iri)
        while undone := {
            iri
            for iri, own in rows.items()
            if iri not in self._gone and any(q.predicate == UNDOES and q.object.value in self._gone for q in own)
        }:
            self._gone |= undone
        for iri in self._gone & rows.keys():  # what a judgement added goes with it
            added = [quad.object.value for quad in rows[iri] if quad.predicate == OF_STATEMENT]
            self._gone |= {name for name in added if name in nodes}
        rested = {q.object.value for iri, own in nodes.items() if iri not in self._gone for q in own if _is_role(q)}
        passages = {iri for iri, own in nodes.items() if any(q.predicate == QUOTE and iri not in rows for q in own)}
        self._gone |= passages - rested
        return [self._clean(quad) for iri, own in nodes.items() if iri not in self._gone for quad in own]

    def _additions(self, nodes: Mapping[str, Sequence[PlainQuad]]) -> None:
        """Statements that people added, and their passages, which go."""
        for ends in ((OF_DOCUMENT,), (SUBJECT, OBJECT, ROLES["value"])):
            for iri, own in nodes.items():
                if any(quad.predicate in ends and self._is_gone(quad.object) for quad in own):
                    self._gone.add(iri)

    def _is_gone(self, term: object) -> bool:
        if not isinstance(term, NamedNode):
            return False
        return term.value in self._gone or compress(term.value, self._base) in self._target.documents

    def _speaks(self, quad: PlainQuad) -> bool:
        """Whether it says what a judgement claims of what is erased, or that it is about a statement that goes."""
        if quad.predicate == CLAIM:
            marks = [*self._target.sources, *(compress(iri, self._base) for iri in self._target.things)]
            return any(json.dumps(mark, ensure_ascii=False) in quad.object.value for mark in marks)
        return quad.predicate == OF_STATEMENT and quad.object.value in self._gone

    def _names(self, quads: Sequence[PlainQuad], keys: Collection[str]) -> list[PlainQuad]:
        """Names that nothing else is called by go; their place in the order stays, under no name."""
        marks = tuple(f"{name}/entity/" for name in self._target.documents)
        for quad in quads:
            if quad.predicate == NAMED_FOR:
                key = quad.object.value
                own = self._base + key.partition("|")[2]
                is_orphan = own in self._gone or (key not in keys and "document/" not in key)
                if is_orphan or self._redaction.clean(key) != key or any(mark in key for mark in marks):
                    self._gone.add(quad.subject.value)
        kept = []
        for quad in quads:
            said = quad.object.value
            if quad.predicate == CONTINUES and (said not in keys or self._redaction.clean(said) != said):
                continue
            if quad.subject.value not in self._gone:
                kept.append(quad)
            elif quad.predicate == ORDER:
                kept.append(quad._replace(subject=NamedNode(f"{self._base}name/{quad.object.value}")))
        return kept

    def _log(self, quads: Sequence[PlainQuad]) -> list[PlainQuad]:
        """Commits that were about it say that they were about something erased."""
        documents = {self._base + name for name in self._target.documents}
        touched = {
            q.subject for q in quads if q.predicate in (USED, MOVED) and q.object.value in documents | self._gone
        }
        touched |= {q.object for q in quads if q.subject.value in documents}
        kept = []
        for quad in quads:
            if quad.subject.value in documents:
                continue
            if quad.subject in touched:
                if quad.predicate in (WHY, LOCATION, MOVED, ADDED, REMOVED):
                    continue
                if quad.predicate == USED and quad.object.value in documents:
                    quad = quad._replace(object=self._record)  # noqa: PLW2901
            kept.append(self._clean(quad))
        return kept


def _keys(quads: Iterable[PlainQuad]) -> set[str]:
    return {quad.object.value for quad in quads if quad.predicate in (KEY, SHARED_KEY)}


def _is_role(quad: PlainQuad) -> bool:
    """Whether a statement rests on a passage by it."""
    return quad.predicate in ROLES.values()
