"""The vocabulary in the ledger: all of it in `graph/ontology`, what it says of things in the resolved view as well."""

from pyoxigraph import Literal, NamedNode

from graph.edition import vocabulary_digest
from graph.plain import PlainQuad
from graph.terms import DIGEST, Graphs, named
from ontology.triples import triples

RESOLVED = frozenset(
    named(curie)
    for curie in (
        "rdf:type",
        "rdfs:label",
        "skos:altLabel",
        "skos:broader",
        "skos:related",
        "skos:broadMatch",
        "skos:closeMatch",
        "geo:lat",
        "geo:long",
        "svod:federalDistrict",
        "svod:capital",
        "svod:isoCode",
        "dcterms:replaces",
        "dcterms:isReplacedBy",
    )
)
"""What the resolved view repeats of the vocabulary's own things (regions, authorities, concepts)."""


def ontology_quads(base: str) -> set[PlainQuad]:
    """The graph `ontology`, with the digest of the files it was read from, and its part of the resolved view.

    Raises TypeError on a blank node: the ledger has none.
    """
    graph = Graphs.below(base).ontology
    quads = {PlainQuad(graph, DIGEST, Literal(vocabulary_digest()), graph)}
    for triple in triples(base):
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode | Literal):
            raise TypeError(f"the vocabulary must not hold blank nodes, but says {triple}")
        quads.add(PlainQuad(triple.subject, triple.predicate, triple.object, graph))
    return quads | {PlainQuad(quad.subject, quad.predicate, quad.object) for quad in quads if _is_resolved(quad, base)}


def _is_resolved(quad: PlainQuad, base: str) -> bool:
    subject = quad.subject
    return quad.predicate in RESOLVED and isinstance(subject, NamedNode) and subject.value.startswith(base)
