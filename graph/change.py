"""One change to the ledger while it is being made: the store as it was, and as it will be. Nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Store

from graph.plain import DEFAULT, Graph, PlainQuad, Term, as_rdf, matching
from graph.terms import Graphs


class Change:
    """Quads to add and to remove; the last word on a quad counts. `fresh` are graphs that the store does not have."""

    def __init__(self, store: Store, base: str) -> None:
        self.store = store
        self.graphs = Graphs.below(base)
        self.fresh: set[Graph] = set()
        self.dropped: set[Graph] = set()
        self.added: set[PlainQuad] = set()
        self.removed: set[PlainQuad] = set()
        self._by_subject: dict[NamedNode, set[PlainQuad]] = defaultdict(set)
        self._by_object: dict[Term, set[PlainQuad]] = defaultdict(set)

    def add(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> None:
        """The quad will be there."""
        self.add_quad(PlainQuad(subject, predicate, object_, graph))

    def remove(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> None:
        """The quad will not be there."""
        self.remove_quad(PlainQuad(subject, predicate, object_, graph))

    def add_quad(self, quad: PlainQuad) -> None:
        """The quad will be there."""
        self.removed.discard(quad)
        if quad not in self.added:
            self.added.add(quad)
            self._by_subject[quad.subject].add(quad)
            self._by_object[quad.object].add(quad)

    def remove_quad(self, quad: PlainQuad) -> None:
        """The quad will not be there."""
        is_added = quad in self.added
        if is_added:
            self.added.discard(quad)
            self._by_subject[quad.subject].discard(quad)
            self._by_object[quad.object].discard(quad)
        if quad.graph_name not in self.fresh and not (is_added and not any(matching(self.store, *quad))):
            self.removed.add(quad)

    def drop(self, graph: NamedNode) -> None:
        """The graph will hold nothing, and not be listed."""
        for quad in list(self.after(None, None, None, graph)):
            self.remove_quad(quad)
        self.dropped.add(graph)

    def before(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object_: Term | None,
        graph: Graph | None,
    ) -> Iterable[PlainQuad]:
        """The matching quads of the store."""
        if graph in self.fresh:
            return ()
        return matching(self.store, subject, predicate, object_, graph)

    def after(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object_: Term | None,
        graph: Graph | None,
    ) -> Iterator[PlainQuad]:
        """The matching quads as they will be; each once."""
        removed, added = self.removed, self.added
        yield from [
            quad
            for quad in self._added(subject, object_)
            if (predicate is None or quad.predicate == predicate)
            and (object_ is None or quad.object == object_)
            and (graph is None or quad.graph_name == graph)
        ]
        for quad in self.before(subject, predicate, object_, graph):
            if quad not in removed and quad not in added:
                yield quad

    def holds(
        self, subject: NamedNode | None, predicate: NamedNode | None, object_: Term | None, graph: Graph | None
    ) -> bool:
        """Whether any quad will match."""
        return next(self.after(subject, predicate, object_, graph), None) is not None

    def _added(self, subject: NamedNode | None, object_: Term | None) -> Iterable[PlainQuad]:
        if subject is not None:
            return self._by_subject.get(subject, ())
        if object_ is not None:
            return self._by_object.get(object_, ())
        return self.added

    def apply(self) -> None:
        """Write the change, all of it or nothing."""
        if self.removed:
            self.store.update("\n".join(self._update()))
        elif self.added:
            self.store.extend(as_rdf(self.added))

    def _update(self) -> Iterator[str]:
        """The change as one SPARQL update, which Oxigraph runs as one transaction."""
        for verb, quads in (("DELETE DATA", self.removed), ("INSERT DATA", self.added)):
            graphs: dict[Graph, list[str]] = defaultdict(list)
            for quad in quads:
                graphs[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
            yield f"{verb} {{"
            for graph, lines in graphs.items():
                body = "\n".join(lines)
                yield body if graph == DEFAULT else f"GRAPH {graph} {{ {body} }}"
            yield "} ;"
            if verb == "DELETE DATA":
                yield from (f"DROP SILENT GRAPH {graph} ;" for graph in self.dropped)
