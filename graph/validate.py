"""Do the document graphs, the facts and the resolved view keep to the shapes (SHACL)?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.plain import DEFAULT, PlainQuad, matching, n_triples
from graph.snapshot import Snapshot
from ontology.iri import compress
from ontology.triples import SHAPES


@dataclass(frozen=True, slots=True)
class Result:
    """One violation: the thing, property and value (ids, CURIEs, "" where none), the severity, the shape's message."""

    focus: str
    path: str
    value: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """Whether a snapshot conforms, and every result, sorted."""

    conforms: bool
    results: tuple[Result, ...]


def validate(snapshot: Snapshot) -> Report:
    """The SHACL report of document graphs, facts and resolved view together, by `ontology/shapes.ttl`."""
    import pyshacl  # with rdflib, a second of loading that nothing else here needs
    import rdflib

    data, shapes, vocabulary = rdflib.Graph(), rdflib.Graph(), rdflib.Graph()
    data.parse(data=_n_triples(quad for quad in matching(snapshot.store) if _is_judged(snapshot, quad)), format="nt")
    vocabulary.parse(data=_n_triples(matching(snapshot.store, graph=snapshot.graphs.ontology)), format="nt")
    shapes.parse(SHAPES, format="turtle", publicID=snapshot.base)
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=vocabulary, inference="none")
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    results = [
        _result(report, node, snapshot.base) for node in report.subjects(rdflib.RDF.type, shacl.ValidationResult)
    ]
    return Report(bool(conforms), tuple(sorted(results, key=lambda r: (r.focus, r.path, r.value, r.message))))


def _result(report: Any, node: Any, base: str) -> Result:
    """A result node of pySHACL's report graph."""

    def text(name: str) -> str:
        found = sorted(str(term) for term in report.objects(node, _shacl(name)))
        return compress(found[0], base) if found else ""

    return Result(text("focusNode"), text("resultPath"), text("value"), text("resultSeverity"), text("resultMessage"))


def _shacl(name: str) -> Any:
    import rdflib

    return rdflib.URIRef(f"http://www.w3.org/ns/shacl#{name}")


def _is_judged(snapshot: Snapshot, quad: PlainQuad) -> bool:
    """Whether the quad is of a graph that the shapes are about."""
    graph = quad.graph_name
    return graph in {DEFAULT, snapshot.graphs.facts} or snapshot.graphs.is_document(graph)


def _n_triples(quads: Iterable[PlainQuad]) -> bytes:
    return b"".join(n_triples(quads))
