"""One change to the ledger while it is being made: the store as it was, and as it will be. Nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from pyoxigraph import NamedNode, Store

from graph.plain import DEFAULT, Graph, PlainQuad, Term, as_rdf, matching
from graph.terms import KEY, PROFILE, SHARED_KEY, SOURCE, SUBJECT, Graphs

FOUND_BY_OBJECT = frozenset({SUBJECT, KEY, SHARED_KEY, PROFILE, SOURCE})
"""Predicates by whose object the quads of a fresh graph are found; the others are found by their subject alone."""


class Change:
    """Quads to add and to remove; the last word on a quad counts. `fresh` are graphs that the store does not have,
    `dropped` those that it will not have."""

    def __init__(self, store: Store, base: str) -> None:
        self.store = store
        self.graphs = Graphs.below(base)
        self.fresh: set[Graph] = set()
        self.dropped: set[Graph] = set()
        self.added: set[PlainQuad] = set()
        self.removed: set[PlainQuad] = set()
        self._by_subject: dict[NamedNode, set[PlainQuad]] = defaultdict(set)
        self._by_object: dict[Term, set[PlainQuad]] = defaultdict(set)
        self._leaving: list[PlainQuad] = []
        self._arriving: list[PlainQuad] = []
        self._said: dict[NamedNode, dict[NamedNode, list[Any]]] = {}
        self._said_of: dict[Term, list[PlainQuad]] = defaultdict(list)

    def arrive(self, graph: NamedNode, quads: Iterable[PlainQuad]) -> None:
        """A graph that the store does not have will hold these quads, each given once; none is removed again."""
        self.fresh.add(graph)
        for quad in quads:
            self._arriving.append(quad)
            said = self._said.get(quad.subject)
            if said is None:
                said = self._said[quad.subject] = {}
            said.setdefault(quad.predicate, []).append(quad.object)
            if quad.predicate in FOUND_BY_OBJECT:
                self._said_of[quad.object].append(quad)

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
        if not (is_added and not any(matching(self.store, *quad))):
            self.removed.add(quad)

    def drop(self, graph: NamedNode, quads: Iterable[PlainQuad]) -> None:
        """The graph, which holds these quads, will be gone, and nothing is added to it again."""
        self.dropped.add(graph)
        self._leaving.extend(quads)

    def stated(self) -> Iterator[PlainQuad]:
        """What document graphs will say that they did not."""
        return chain(self._arriving, [quad for quad in self.added if self.graphs.is_document(quad.graph_name)])

    def unsaid(self) -> Iterator[PlainQuad]:
        """What document graphs will not say any more."""
        return chain(self._leaving, [quad for quad in self.removed if self.graphs.is_document(quad.graph_name)])

    def said(self, subject: NamedNode, graph: NamedNode) -> Mapping[NamedNode, list[Any]]:
        """All that a graph will say of a subject: its values by predicate."""
        if graph in self.fresh:
            return self._said.get(subject, {})
        if graph in self.dropped:
            return {}
        found: dict[NamedNode, list[Any]] = defaultdict(list)
        for quad in self.after(subject, None, None, graph):
            found[quad.predicate].append(quad.object)
        return found

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
        removed, added, dropped = self.removed, self.added, self.dropped
        if self.fresh and (graph is None or graph in self.fresh):
            yield from self._arrived(subject, predicate, object_)
        if graph in self.fresh or graph in self.dropped:
            return
        yield from [
            quad
            for quad in self._added(subject, object_)
            if (predicate is None or quad.predicate == predicate)
            and (object_ is None or quad.object == object_)
            and (graph is None or quad.graph_name == graph)
        ]
        for quad in self.before(subject, predicate, object_, graph):
            if quad not in removed and quad not in added and quad.graph_name not in dropped:
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

    def _arrived(
        self, subject: NamedNode | None, predicate: NamedNode | None, object_: Term | None
    ) -> Iterator[PlainQuad]:
        """The matching quads of the fresh graph; by object alone only those of FOUND_BY_OBJECT."""
        if subject is None:
            quads = self._arriving if object_ is None else self._said_of.get(object_, ())
            yield from (quad for quad in quads if predicate is None or quad.predicate == predicate)
            return
        (graph,) = self.fresh
        for stated, values in self._said.get(subject, {}).items():
            if predicate is None or stated == predicate:
                yield from (PlainQuad(subject, stated, v, graph) for v in values if object_ is None or v == object_)

    def apply(self) -> None:
        """Write the change, all of it or nothing."""
        if self.removed or self.dropped:
            self.store.update("\n".join(self._update()))
        else:
            self.store.extend(as_rdf(chain(self.added, self._arriving)))

    def _update(self) -> Iterator[str]:
        """The change as one SPARQL update, which Oxigraph runs as one transaction."""
        yield from _data("DELETE DATA", self.removed)
        yield from (f"DROP SILENT GRAPH {graph} ;" for graph in self.dropped)
        yield from _data("INSERT DATA", chain(self.added, self._arriving))


def _data(verb: str, quads: Iterable[PlainQuad]) -> Iterator[str]:
    graphs: dict[Graph, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    yield f"{verb} {{"
    for graph, lines in graphs.items():
        body = "\n".join(lines)
        yield body if graph == DEFAULT else f"GRAPH {graph} {{ {body} }}"
    yield "} ;"
