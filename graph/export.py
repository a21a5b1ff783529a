"""A snapshot as a file in one of the usual formats, in an order that depends on its content alone."""

import csv
import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.errors import UnknownFormat
from graph.plain import DEFAULT, PlainQuad, as_rdf, matching, n_quads, triples
from graph.snapshot import Snapshot
from graph.terms import OBJECT, PREDICATE, SUBJECT
from ontology.iri import PREFIXES, compress

CHUNK = 1 << 16
"""Bytes of a piece."""


def export(snapshot: Snapshot, format: str, *, with_log: bool = False) -> Iterator[bytes]:  # noqa: A002
    """The snapshot in a format of FORMATS, in pieces. `log` is left out unless asked.

    Formats of datasets hold every graph; those of graphs hold the resolved view. Raises UnknownFormat.
    """
    try:
        writer = FORMATS[format]
    except KeyError as error:
        raise UnknownFormat(f"{format!r} is no export format: give one of {', '.join(FORMATS)}") from error
    return writer(snapshot, with_log)


def _quads(snapshot: Snapshot, with_log: bool) -> list[PlainQuad]:
    """Every quad."""
    return [quad for quad in matching(snapshot.store) if with_log or quad.graph_name != snapshot.graphs.log]


def _view(snapshot: Snapshot) -> list[PlainQuad]:
    """The resolved view, sorted."""
    return sorted(matching(snapshot.store, None, None, None, DEFAULT), key=_order)


def _n_quads(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    """One quad a line; sorting the lines changes nothing (the lines of `LC_ALL=C sort`)."""
    yield from _pieces(n_quads(_quads(snapshot, with_log)))


def _trig(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    quads = sorted(_quads(snapshot, with_log), key=_order)
    yield from _serialized(as_rdf(quads), RdfFormat.TRIG)


def _turtle(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    yield from _serialized(triples(_view(snapshot)), RdfFormat.TURTLE)


def _json_ld(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    quads = sorted(_quads(snapshot, with_log), key=_order)
    yield from _serialized(as_rdf(quads), RdfFormat.JSON_LD)


def _rdf_xml(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    yield from _serialized(triples(_view(snapshot)), RdfFormat.RDF_XML)


def _serialized(terms: Iterable[Quad] | Iterable[Triple], format_: RdfFormat) -> Iterator[bytes]:
    yield from _pieces([serialize(terms, format=format_, prefixes=dict(PREFIXES)) or b""])


def _graphml(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    """The things and the edges between them; values as attributes of their node."""
    import networkx  # half a second of loading that the other formats do not need

    graph = networkx.MultiDiGraph()
    for quad in _view(snapshot):
        subject, predicate = compress(quad.subject.value, snapshot.base), compress(quad.predicate.value, snapshot.base)
        graph.add_node(subject)
        if isinstance(quad.object, NamedNode):
            fact = compress(snapshot.fact(quad.subject, quad.predicate, quad.object).value, snapshot.base)
            graph.add_edge(subject, compress(quad.object.value, snapshot.base), key=fact, label=predicate)
        else:
            name = f"{predicate}@{quad.object.language}" if quad.object.language else predicate
            values = (graph.nodes[subject].get(name), quad.object.value)
            graph.nodes[subject][name] = " | ".join(value for value in values if value)
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # networkx asks lxml in an old way
        networkx.write_graphml(graph, out)
    yield from _pieces([out.getvalue()])


COLUMNS = ("subject", "predicate", "object", "fact", "document", "title", "page", "quote")


def _csv(snapshot: Snapshot, with_log: bool) -> Iterator[bytes]:
    """A row for each fact and each passage that states its value, with names in place of ids."""
    facts: dict[NamedNode, dict[NamedNode, NamedNode]] = {}
    for quad in matching(snapshot.store, None, None, None, snapshot.graphs.facts):
        if quad.predicate in {SUBJECT, PREDICATE, OBJECT}:
            facts.setdefault(quad.subject, {})[quad.predicate] = quad.object
    yield _row(COLUMNS)
    for node in sorted(facts, key=str):
        ends = facts[node]
        subject = snapshot.label(ends[SUBJECT])
        predicate = compress(ends[PREDICATE].value, snapshot.base)
        last = ends[OBJECT]
        object_ = snapshot.label(last) if isinstance(last, NamedNode) else str(last.value)
        for row in snapshot.evidence(node):
            if row.role == "value":
                fact = compress(node.value, snapshot.base)
                yield _row((subject, predicate, object_, fact, row.document, row.title, str(row.page), row.quote))


def _row(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def _order(quad: PlainQuad) -> tuple[str, ...]:
    """Sorts quads by graph, the resolved view first, then subject, predicate and object as N-Quads writes them."""
    graph = "" if quad.graph_name == DEFAULT else quad.graph_name.value
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def _pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts in pieces of about CHUNK bytes."""
    piece = bytearray()
    for part in parts:
        piece += part
        while len(piece) >= CHUNK:
            yield bytes(piece[:CHUNK])
            del piece[:CHUNK]
    if piece:
        yield bytes(piece)


FORMATS: Mapping[str, Callable[[Snapshot, bool], Iterator[bytes]]] = {
    "nquads": _n_quads,
    "trig": _trig,
    "turtle": _turtle,
    "jsonld": _json_ld,
    "rdfxml": _rdf_xml,
    "graphml": _graphml,
    "csv": _csv,
}
"""Every format by its name on the command line."""
