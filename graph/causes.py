"""What brought a quad in or took it out between two commits: the document or judgement, from the quads and the log."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Store

from graph.facts import Fact
from graph.log import Entry
from graph.plain import PlainQuad, matching
from graph.terms import MEMBER_OF, OF_STATEMENT, ORDER, SUPPORTS, TITLE, TYPE, Graphs
from ontology.iri import expand

INPUT_KINDS = frozenset({"judged"})


class Causes:
    """Answers for the quads that differ between two states of a library, `before` and `after`, `since` being the log's
    entries between them, oldest first. A cause is an IRI: of a document, a judgement, or the graph `ontology`."""

    def __init__(
        self, base: str, differing: Iterable[PlainQuad], before: Store, after: Store, since: Sequence[Entry]
    ) -> None:
        self._base = base
        self._graphs = Graphs.below(base)
        self._since = since
        self._stores = (before, after)
        self._facts = {fact: entry for entry in since for fact in (*entry.added, *entry.removed)}
        self._documents: set[str] = set()
        self._typed: dict[tuple[NamedNode, NamedNode], set[str]] = defaultdict(set)
        self._read(differing)

    def _read(self, differing: Iterable[PlainQuad]) -> None:
        """Which documents differ, and what types they say of their entities."""
        for quad in differing:
            if not self._graphs.is_document(quad.graph_name):
                continue
            self._documents.add(quad.graph_name.value)
            if quad.predicate == TYPE:
                for thing in self._things(quad.subject):
                    self._typed[thing, quad.object].add(quad.graph_name.value)

    def _things(self, entity: NamedNode) -> set[NamedNode]:
        """What an entity belonged and belongs to; itself where it is no local one."""
        found = {
            quad.object
            for store in self._stores
            for quad in matching(store, entity, MEMBER_OF, None, self._graphs.members)
        }
        return found or {entity}

    def of(self, quad: PlainQuad) -> str:
        """The cause of one quad that differs."""
        graphs, graph = self._graphs, quad.graph_name
        if graphs.is_document(graph):
            return str(graph.value)
        if graph == graphs.judgements:
            return self._of_judged(quad.subject)
        if graph == graphs.ontology:
            return graphs.ontology.value
        if graph == graphs.names:
            return self._of_name(quad.subject)
        if graph == graphs.facts:
            return self._of_fact_quad(quad)
        if graph == graphs.members:
            return self._of_member(quad)
        return self._of_view(quad)

    def _of_judged(self, node: NamedNode) -> str:
        """A judgement, or the one that added a statement or its passage."""
        graph = self._graphs.judgements
        for store in self._stores:
            for quad in matching(store, None, None, node, graph):
                return quad.subject.value if quad.predicate == OF_STATEMENT else self._of_judged(quad.subject)
        return node.value

    def _of_name(self, thing: NamedNode) -> str:
        """A name is assigned in the commit after which as many names are there."""
        for store in reversed(self._stores):
            for quad in matching(store, thing, ORDER, None, self._graphs.names):
                number = int(quad.object.value)
                for entry in self._since:
                    if entry.names >= number:
                        return self._cause(entry)
        return self._last()

    def _of_fact_quad(self, quad: PlainQuad) -> str:
        if quad.predicate == SUPPORTS:
            document = self._document_of(quad.subject)
            return document if document in self._documents else self._of_fact(quad.object)
        return self._of_fact(quad.subject)

    def _of_fact(self, fact: NamedNode) -> str:
        entry = self._facts.get(fact.value.removeprefix(self._base))
        return self._cause(entry) if entry else self._of_judgement()

    def _of_member(self, quad: PlainQuad) -> str:
        if self._graphs.is_local(quad.subject):
            document = self._graphs.document_of(quad.subject).value
            if document in self._documents:
                return document
        return self._of_judgement()

    def _of_view(self, quad: PlainQuad) -> str:
        """A plain triple: a fact, a title, a type, or what the vocabulary says."""
        fact = Fact(quad.subject, quad.predicate, quad.object).node(self._base).value.removeprefix(self._base)
        if fact in self._facts:
            return self._cause(self._facts[fact])
        if quad.predicate == TITLE and quad.subject.value in self._documents:
            return quad.subject.value
        stating = self._typed.get((quad.subject, quad.object)) if quad.predicate == TYPE else None
        if stating:
            return min(stating)
        if any(True for store in self._stores for _ in matching(store, *quad[:3], self._graphs.ontology)):
            return self._graphs.ontology.value
        return self._of_judgement()

    def _document_of(self, statement: NamedNode) -> str:
        for store in self._stores:
            for quad in matching(store, statement, TYPE, None, None):
                if self._graphs.is_document(quad.graph_name):
                    return str(quad.graph_name.value)
        return ""

    def _of_judgement(self) -> str:
        """The last judgement since, for what no document accounts for; else the last change at all."""
        for entry in reversed(self._since):
            if entry.cause.kind in INPUT_KINDS:
                return self._cause(entry)
        return self._last()

    def _last(self) -> str:
        return self._cause(self._since[-1])

    def _cause(self, entry: Entry) -> str:
        if entry.cause.kind == "rolled back" and (entry.arrived or entry.left):
            return expand((*entry.arrived, *entry.left)[0], self._base)
        return expand(entry.cause.of, self._base)
