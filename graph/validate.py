"""Does the resolved view keep to the shapes (SHACL)?"""

from dataclasses import dataclass
from typing import Any

import pyoxigraph

from graph.change import DEFAULT
from graph.snapshot import Snapshot
from ontology.iri import compress
from ontology.triples import SHAPES


@dataclass(frozen=True, slots=True)
class Result:
    """One violation: the thing, its property and value (ids and CURIEs, "" where none), the severity, the shape's message."""

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
    """The SHACL report of a snapshot's resolved view against `ontology/shapes.ttl`."""
    import pyshacl  # with rdflib, a second of loading that nothing else here needs
    import rdflib

    data, shapes, vocabulary = rdflib.Graph(), rdflib.Graph(), rdflib.Graph()
    data.parse(data=_turtle(snapshot, DEFAULT), format="nt")
    vocabulary.parse(data=_turtle(snapshot, snapshot.graphs.ontology), format="nt")
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


def _turtle(snapshot: Snapshot, graph: pyoxigraph.NamedNode | pyoxigraph.DefaultGraph) -> bytes:
    """A graph as N-Triples."""
    triples = (quad.triple for quad in snapshot.store.quads_for_pattern(None, None, None, graph))
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
