"""Quads as this ledger has them: no blank nodes, no quoted triples.

pyoxigraph types its quads for all of RDF 1.2; these two functions are where the narrower promise is made.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

Term = NamedNode | Literal
Graph = NamedNode | DefaultGraph

DEFAULT = DefaultGraph()


class PlainQuad(Protocol):
    """A quad whose subject and predicate are IRIs. The object is a NamedNode or a Literal, as the predicate says; the
    graph a NamedNode, or the default graph."""

    @property
    def subject(self) -> NamedNode: ...
    @property
    def predicate(self) -> NamedNode: ...
    @property
    def object(self) -> Any: ...
    @property
    def graph_name(self) -> Any: ...


def plain(subject: NamedNode, predicate: NamedNode, object_: Term, graph: Graph = DEFAULT) -> PlainQuad:
    """A quad."""
    return cast("PlainQuad", Quad(subject, predicate, object_, graph))


def matching(
    store: Store,
    subject: NamedNode | None = None,
    predicate: NamedNode | None = None,
    object_: Term | None = None,
    graph: Graph | None = None,
) -> Iterator[PlainQuad]:
    """The quads of a store that match; None matches everything."""
    return cast("Iterator[PlainQuad]", store.quads_for_pattern(subject, predicate, object_, graph))


def as_rdf(quads: Iterable[PlainQuad]) -> Iterable[Quad]:
    """The same quads, for pyoxigraph."""
    return cast("Iterable[Quad]", quads)


def n_quads(quads: Iterable[PlainQuad]) -> list[bytes]:
    """The quads as N-Quads, one a line with its line end, sorted: the canonical form, as there are no blank nodes."""
    return sorted((serialize(as_rdf(quads), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))


def triples(quads: Iterable[PlainQuad]) -> Iterator[Triple]:
    """The quads without their graph."""
    return (quad.triple for quad in as_rdf(quads))


def n_triples(quads: Iterable[PlainQuad]) -> list[bytes]:
    """The quads without their graph as N-Triples, sorted, each once."""
    return n_quads({plain(quad.subject, quad.predicate, quad.object) for quad in quads})
