"""The compiled shapes say what pySHACL says."""

import pyoxigraph
import pyshacl
import pytest
import rdflib

from graph.plain import PlainQuad
from graph.shapes import compile_shapes, violations
from ontology.triples import SHAPES, triples
from tests.ontology.test_shapes import SOUND

CHANGES = [
    ("", ""),
    ("svod:passage <passage/1> ;", ""),
    ("svod:passage <passage/1> ;", "svod:passage <fact/1> ;"),
    ("rdf:object <level/medium> ; svod:passage", "rdf:object <level/medium>, <level/high> ; svod:passage"),
    ("rdf:predicate svod:organizationalLevel ; rdf:object <level/medium> ; svod:p", 'rdf:predicate "p" ; svod:p'),
    ('svod:rule "pair" ;', ""),
    ('svod:rule "pair" ;', 'svod:rule "a", "b" ;'),
    ('svod:rule "pair" ;', 'svod:rule "pair"@en ; svod:modality "wished" ; svod:approximation "about" ;'),
    ('svod:rule "pair" ;', 'svod:rule "pair" ; svod:score 1.0 ;'),
    ('svod:rule "pair" ;', 'svod:rule "pair" ; svod:score "half" ;'),
    ('svod:quote "Средний" ;', 'svod:quote "" ;'),
    ("svod:page 1 ;", "svod:page 0 ;"),
    ("svod:page 1 ;", 'svod:page "1" ;'),
    ("svod:start 10 ;", "svod:start 17 ;"),
    ("svod:start 10 ;", 'svod:start "ten" ;'),
    ("svod:document <document/0123> ;", ""),
    ("[[1.0,2.0,3.0,4.0]]", "1 2 3 4"),
    ('svod:pages 2 ; dcterms:source "a.pdf"', "svod:pages 0"),
    ('rdfs:label "Икс"@ru ;', ""),
    ("<cluster/x> a svod:Cluster ; rdfs:label", "<cluster/x> a svod:ManagementOrganization ; svod:finding"),
    ("svod:memberCount 12", 'svod:memberCount "twelve", -3'),
    ("svod:memberCount 12", 'svod:manager "Иванов" ; svod:isoCode "perm", "RU-PER" ; svod:capital 1'),
    (
        "svod:memberCount 12",
        '<http://data.europa.eu/eli/ontology#date_document> "2014"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    ),
    ("svod:memberCount 12", '<http://data.europa.eu/eli/ontology#date_document> "31.12.2014"'),
    ("<fact/1> rdf:subject <cluster/x> ;", '<fact/1> rdf:subject "x", <cluster/x> ;'),
]


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES, format="turtle")


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    data = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


def oracle(data: str, shapes: rdflib.Graph, vocabulary: rdflib.Graph) -> set[str]:
    """The nodes that pySHACL finds wrong."""
    graph = rdflib.Graph().parse(data=data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=vocabulary)
    assert isinstance(report, rdflib.Graph)
    return {str(node) for node in report.objects(None, rdflib.Namespace("http://www.w3.org/ns/shacl#").focusNode)}


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_both_name_the_same_nodes(before: str, after: str, shapes: rdflib.Graph, vocabulary: rdflib.Graph) -> None:
    assert before in SOUND
    data = SOUND.replace(before, after) if before else SOUND
    parsed = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)
    quads = [PlainQuad(quad.subject, quad.predicate, quad.object) for quad in parsed]
    ours = {violation.focus for violation in violations(quads)}
    assert ours == {node for node in oracle(data, shapes, vocabulary) if not node.startswith("https://w3id.org/")}
    assert bool(ours) == (bool(before) and "gYear" not in after)


def test_a_constraint_that_is_not_compiled_is_refused() -> None:
    shape = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://x/> .
    :S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:uniqueLang true ] ."""
    with pytest.raises(NotImplementedError, match="uniqueLang"):
        compile_shapes(shape.encode())
