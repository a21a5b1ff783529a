"""One change to the ledger while it is being made: the store as it was, and as it will be. Nothing is written here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from graph.leaving import Leaving
from graph.plain import DEFAULT, Graph, PlainQuad, Term, as_rdf, matching
from graph.remembered import Remembered
from graph.terms import KEY, MODALITY, OBJECT, PREDICATE, PROFILE, SHARED_KEY, SOURCE, SUBJECT, TITLE_KEY, Graphs

FOUND_BY_OBJECT = frozenset({SUBJECT, KEY, SHARED_KEY, TITLE_KEY, PROFILE, SOURCE})
"""Predicates by whose object the quads of a fresh graph are found; the others are found by their subject alone."""

ENDS = (SUBJECT, PREDICATE, OBJECT, MODALITY)
"""What of a statement says which fact it supports."""
SHARE = 4
"""A graph is read whole where this many times the wanted statements are all: a statement by itself costs as much."""

Said = Mapping[NamedNode, list[Any]]


class Change:
    """Quads to add and to remove; the last word on a quad counts. `fresh` are graphs that the store does not have,
    `dropped` those that it will not have, `novel` names and keys of which it says nothing yet, the vocabulary apart."""

    def __init__(self, store: Store, base: str, remembered: Remembered | None = None) -> None:
        self.store = store
        self.remembered = remembered or Remembered()
        self.graphs = Graphs.below(base)
        self.fresh: set[Graph] = set()
        self.dropped: set[Graph] = set()
        self.novel: set[Term] = set()
        self.added: dict[PlainQuad, None] = {}  # as they came: what is of one subject is written at one place
        self.removed: set[PlainQuad] = set()
        self._restated: set[PlainQuad] = set()  # what is added to document graphs that were there
        self._redrawn: set[Graph] = set()  # graphs to which quads are added, or from which some are taken
        self._ends: dict[NamedNode, dict[NamedNode, Said]] = {}  # by document graphs that stay as they are
        self._by_subject: dict[NamedNode, list[PlainQuad]] = defaultdict(list)
        self._by_object: dict[Term, list[PlainQuad]] = defaultdict(list)
        self._leaving = Leaving()
        self._arriving: dict[NamedNode, list[PlainQuad]] = defaultdict(list)
        self._whole: list[PlainQuad] = []  # what arrives, as it came
        self._said: dict[NamedNode, dict[NamedNode, list[Any]]] = {}
        self._said_of: dict[Term, list[PlainQuad]] = defaultdict(list)

    @property
    def vocabulary(self) -> frozenset[NamedNode]:
        """Everything that the vocabulary speaks of."""
        known = self.remembered.vocabulary
        if known is None:
            found = self.store.query(f"SELECT DISTINCT ?s {{ GRAPH {self.graphs.ontology} {{ ?s ?p ?o }} }}")
            known = frozenset(row["s"] for row in cast("QuerySolutions", found))
            self.remembered.vocabulary = known
        return known

    def arrive(self, graph: NamedNode, quads: Sequence[PlainQuad]) -> None:
        """A graph that the store does not have will hold these quads, each given once; none is removed again."""
        self.fresh.add(graph)
        said, arriving = self._said, self._arriving
        self._whole += quads
        for quad in quads:
            subject, predicate, object_, _ = quad
            arriving[predicate].append(quad)
            values = said.get(subject)
            if values is None:
                values = said[subject] = {}
            if predicate in values:
                values[predicate].append(object_)
            else:
                values[predicate] = [object_]
        for predicate in FOUND_BY_OBJECT:
            for quad in arriving.get(predicate, ()):
                self._said_of[quad.object].append(quad)

    def add(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> None:
        """The quad will be there."""
        self.add_quad(PlainQuad(subject, predicate, object_, graph))

    def remove(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> None:
        """The quad will not be there."""
        self.remove_quad(PlainQuad(subject, predicate, object_, graph))

    def add_quad(self, quad: PlainQuad) -> None:
        """The quad will be there."""
        if self.removed:
            self.removed.discard(quad)
        if quad not in self.added:
            self.added[quad] = None
            self._by_subject[quad.subject].append(quad)
            self._by_object[quad.object].append(quad)
            self._redrawn.add(quad.graph_name)
            if quad.graph_name is not DEFAULT and self.graphs.is_document(quad.graph_name):
                self._restated.add(quad)

    def remove_quad(self, quad: PlainQuad) -> None:
        """The quad will not be there."""
        self._redrawn.add(quad.graph_name)
        is_added = quad in self.added
        if is_added:
            del self.added[quad]
            self._restated.discard(quad)
            self._by_subject[quad.subject].remove(quad)
            self._by_object[quad.object].remove(quad)
        if not is_added or Quad(*quad) in self.store:
            self.removed.add(quad)

    def take(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> None:
        """The quad, which is there, will not be: `remove` without asking the store."""
        quad = PlainQuad(subject, predicate, object_, graph)
        if quad in self.added:
            self.remove_quad(quad)
        else:
            self._redrawn.add(graph)
            self.removed.add(quad)

    def drop(self, graph: NamedNode, lines: Iterable[bytes]) -> None:
        """The graph, which holds these quads, will be gone, and nothing is added to it again."""
        self.dropped.add(graph)
        self._leaving.add(lines)

    def stated(self, *predicates: NamedNode) -> Iterator[PlainQuad]:
        """What document graphs will say that they did not: of these predicates, or all."""
        return _among(self._arriving, self._restated, predicates)

    def unsaid(self, *predicates: NamedNode) -> Iterator[PlainQuad]:
        """What document graphs will not say any more, of these predicates."""
        removed = [q for q in self.removed if q.predicate in predicates and self.graphs.is_document(q.graph_name)]
        return chain(*(self._leaving.of(predicate) for predicate in predicates), removed)

    def last_said(self, subject: NamedNode, graph: Graph | None, predicates: Iterable[NamedNode]) -> Said:
        """What a graph that goes says of a subject: its values by these predicates, nothing of any other graph."""
        if graph not in self.dropped:
            return {}
        return {p: values for p in predicates if (values := self._leaving.values(subject, p))}

    def said(self, subject: NamedNode, graph: NamedNode) -> Said:
        """All that a graph will say of a subject: its values by predicate."""
        if graph in self.fresh:
            return self._said.get(subject, {})
        if graph in self.dropped:
            return {}
        found: dict[NamedNode, list[Any]] = defaultdict(list)
        for quad in self.after(subject, None, None, graph):
            found[quad.predicate].append(quad.object)
        return found

    def is_kept(self, graph: NamedNode) -> bool:
        """Whether a graph of the store stays as it is."""
        return not (graph in self._redrawn or graph in self.fresh or graph in self.dropped)

    def look_up(self, statements: Collection[NamedNode], graph: NamedNode) -> None:
        """Read together the ends of many statements of a graph that stays as it is."""
        terms = " ".join(map(str, ENDS))
        pattern = f"GRAPH {graph} {{ ?st ?p ?o }}"
        if self.count(None, SUBJECT, graph) > SHARE * len(statements):
            names = " ".join(map(str, statements))
            where = f"VALUES ?st {{ {names} }} {pattern} FILTER(?p IN ({terms.replace(' ', ', ')}))"
        else:
            where = f"VALUES ?p {{ {terms} }} {pattern}"
        found: dict[NamedNode, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for statement, predicate, term in cast("Iterable[Any]", self.store.query(f"SELECT ?st ?p ?o {{ {where} }}")):
            found[statement][predicate].append(term)
        self._ends[graph] = dict(found)

    def ends(self, statement: NamedNode, graph: NamedNode) -> Said:
        """What a graph will say of a statement, its ends (ENDS) at least."""
        known = self._ends.get(graph, {}).get(statement)
        return self.said(statement, graph) if known is None or graph in self._redrawn else known

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
        if graph in self.fresh or graph in dropped:
            return
        known = self._added(subject, object_)
        if known:
            yield from [
                quad
                for quad in known
                if (predicate is None or quad.predicate == predicate)
                and (object_ is None or quad.object == object_)
                and (graph is None or quad.graph_name == graph)
            ]
        if self._is_unheard_of(subject, object_, graph):
            return
        for quad in matching(self.store, subject, predicate, object_, graph):
            if not (quad in removed or quad in added or quad.graph_name in dropped):
                yield quad

    def _is_unheard_of(self, subject: NamedNode | None, object_: Term | None, graph: Graph | None) -> bool:
        """Whether the store can say nothing of a subject or an object in a graph."""
        if not self.novel:
            return False
        if isinstance(object_, Literal) and object_ in self.novel:
            return True
        is_elsewhere = graph is not None and graph != self.graphs.ontology
        return is_elsewhere and (subject in self.novel or object_ in self.novel)

    def gains(self, object_: Term, graph: Graph) -> bool:
        """Whether quads with this object are added to a graph."""
        return any(quad.graph_name == graph for quad in self._by_object.get(object_, ()))

    def holds(
        self, subject: NamedNode | None, predicate: NamedNode | None, object_: Term | None, graph: Graph | None
    ) -> bool:
        """Whether any quad will match."""
        return next(self.after(subject, predicate, object_, graph), None) is not None

    def has(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph) -> bool:
        """Whether this quad will be there: `holds`, in a sixth of its time."""
        quad = PlainQuad(subject, predicate, object_, graph)
        if quad in self.added:
            return True
        if graph in self.fresh:
            return object_ in self._said.get(subject, {}).get(predicate, ())
        return quad not in self.removed and graph not in self.dropped and Quad(*quad) in self.store

    def had(self, subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph) -> bool:
        """Whether this quad was there before."""
        return Quad(subject, predicate, object_, graph) in self.store

    def count(self, subject: NamedNode | None, predicate: NamedNode, graph: Graph) -> int:
        """How many quads of a subject (None: of any) and a predicate a graph held before; none is looked into."""
        pattern = f"{subject or '?subject'} {predicate} ?object"
        where = pattern if graph == DEFAULT else f"GRAPH {graph} {{ {pattern} }}"
        (row,) = cast("QuerySolutions", self.store.query(f"SELECT (COUNT(*) AS ?n) {{ {where} }}"))
        return int(cast("Literal", row["n"]).value)

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
            if object_ is None:
                yield from _among(self._arriving, (), (predicate,) if predicate else ())
            else:
                quads = self._said_of.get(object_, ())
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
            self.store.extend(as_rdf(chain(self._whole, self.added)))

    def _update(self) -> Iterator[str]:
        """The change as one SPARQL update, which Oxigraph runs as one transaction."""
        yield from _data("DELETE DATA", self.removed)
        yield from (f"DROP SILENT GRAPH {graph} ;" for graph in self.dropped)
        yield from _data("INSERT DATA", chain(self._whole, self.added))


def _among(
    by_predicate: Mapping[NamedNode, list[PlainQuad]], more: Collection[PlainQuad], predicates: Collection[NamedNode]
) -> Iterator[PlainQuad]:
    """The quads of some predicates, or all where none is named."""
    if not predicates:
        return chain(*by_predicate.values(), more)
    found = [by_predicate[predicate] for predicate in predicates if predicate in by_predicate]
    return chain(*found, [quad for quad in more if quad.predicate in predicates])


def _data(verb: str, quads: Iterable[PlainQuad]) -> Iterator[str]:
    graphs: dict[Graph, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    yield f"{verb} {{"
    for graph, lines in graphs.items():
        body = "\n".join(lines)
        yield body if graph == DEFAULT else f"GRAPH {graph} {{ {body} }}"
    yield "} ;"
