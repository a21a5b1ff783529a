"""The vocabulary as the ledger holds it: all of it in `graph/ontology`, and what it says of things in the resolved view."""

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.edition import vocabulary_digest
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


def ontology_quads(base: str) -> set[Quad]:
    """The graph `ontology`, with the digest of the files it was read from, and its part of the resolved view.

    Raises TypeError on a blank node: the ledger has none.
    """
    graph = Graphs.below(base).ontology
    quads = {Quad(graph, DIGEST, Literal(vocabulary_digest()), graph)}
    for triple in triples(base):
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise TypeError(f"the vocabulary must not hold blank nodes, but says {triple}")
        quads.add(Quad(triple.subject, triple.predicate, triple.object, graph))
    return quads | {Quad(quad.subject, quad.predicate, quad.object) for quad in quads if _is_resolved(quad, base)}


def _is_resolved(quad: Quad, base: str) -> bool:
    subject = quad.subject
    return quad.predicate in RESOLVED and isinstance(subject, NamedNode) and subject.value.startswith(base)
