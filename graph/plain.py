"""Quads as this ledger has them: no blank nodes, no quoted triples, and cheap to look into."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

Term = NamedNode | Literal
Graph = NamedNode | DefaultGraph

DEFAULT = DefaultGraph()


class PlainQuad(NamedTuple):
    """A quad whose subject and predicate are IRIs. The object is a NamedNode or a Literal, as the predicate says; the
    graph a NamedNode, or the default graph. (Looking into a quad of pyoxigraph makes a new object each time.)"""

    subject: NamedNode
    predicate: NamedNode
    object: Any
    graph_name: Any = DEFAULT


def matching(
    store: Store,
    subject: NamedNode | None = None,
    predicate: NamedNode | None = None,
    object_: Term | None = None,
    graph: Graph | None = None,
) -> Iterator[PlainQuad]:
    """The quads of a store that match; None matches everything."""
    for quad in store.quads_for_pattern(subject, predicate, object_, graph):
        yield PlainQuad(quad.subject, quad.predicate, quad.object, quad.graph_name)  # type: ignore[arg-type]


def as_rdf(quads: Iterable[PlainQuad]) -> Iterator[Quad]:
    """The same quads, for pyoxigraph (to which the default graph is said in an eighth of the time by saying none)."""
    return (Quad(*quad[:3]) if quad[3] is DEFAULT else Quad(*quad) for quad in quads)


def n_quads(quads: Iterable[PlainQuad]) -> list[bytes]:
    """The quads as N-Quads, one a line with its line end, sorted: the canonical form, as there are no blank nodes."""
    return sorted((serialize(as_rdf(quads), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))


def graph_lines(store: Store, graph: NamedNode) -> list[bytes]:
    """The quads of a store's graph as `n_quads` gives them, without looking into each."""
    triples = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return sorted(triples.replace(b" .\n", f" {graph} .\n".encode()).splitlines(keepends=True))


def parsed(data: bytes) -> list[PlainQuad]:
    """The quads that N-Quads write."""
    quads = parse(data, format=RdfFormat.N_QUADS)
    return [PlainQuad(quad.subject, quad.predicate, quad.object, quad.graph_name) for quad in quads]


def triples(quads: Iterable[PlainQuad]) -> Iterator[Triple]:
    """The quads without their graph."""
    return (Triple(quad.subject, quad.predicate, quad.object) for quad in quads)


def n_triples(quads: Iterable[PlainQuad]) -> list[bytes]:
    """The quads without their graph as N-Triples, sorted, each once."""
    return n_quads({PlainQuad(quad.subject, quad.predicate, quad.object) for quad in quads})
