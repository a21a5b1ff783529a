"""The shapes accept a sound library and name what is wrong with an unsound one."""

import pytest
from pyshacl import validate
from rdflib import Graph

from ontology.triples import SHAPES

HEAD = """
@prefix svod: <https://w3id.org/svod/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@base <http://localhost:8765/id/> .
"""
DIGEST = "0123456789abcdef" * 4
DOCUMENT = f'<document/0123> a svod:Document ; svod:digest "{DIGEST}" ; svod:pages 2 ; dcterms:source "a.pdf" .'
PASSAGE = """<passage/1> a svod:Passage ; svod:document <document/0123> ; svod:quote "Средний" ; svod:page 1 ;
    svod:start 10 ; svod:end 17 ; svod:boxes "[[1.0,2.0,3.0,4.0]]" ."""
STATEMENT = """<statement/1> a svod:Statement ; rdf:subject <document/0123/entity/1> ;
    rdf:predicate svod:organizationalLevel ; rdf:object <level/medium> ; svod:passage <passage/1> ; svod:rule "pair" ;
    svod:supports <fact/1> ."""
FACT = "<fact/1> rdf:subject <cluster/x> ; rdf:predicate svod:organizationalLevel ; rdf:object <level/medium> ."
THINGS = """<document/0123/entity/1> a svod:Cluster ; svod:normal "икс" .
<cluster/x> a svod:Cluster ; rdfs:label "Икс"@ru ; svod:memberCount 12 ; svod:organizationalLevel <level/medium> ."""
SOUND = "\n".join((HEAD, DOCUMENT, PASSAGE, STATEMENT, FACT, THINGS))


SHAPE_GRAPH = Graph().parse(SHAPES, format="turtle")


def report(data: str, *, is_meta: bool = False) -> tuple[bool, str]:
    graph = Graph().parse(data=data, format="turtle")
    conforms, _, text = validate(graph, shacl_graph=SHAPE_GRAPH, meta_shacl=is_meta)
    return bool(conforms), str(text)


def test_a_sound_library_conforms() -> None:
    conforms, text = report(SOUND, is_meta=True)  # the shapes are themselves checked
    assert conforms, text


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("svod:passage <passage/1> ;", "", "at least one passage"),
        ("rdf:predicate svod:organizationalLevel ; rdf:object <level/medium> ; svod:passage",
         "rdf:predicate svod:organizationalLevel ; rdf:object <level/medium>, <level/high> ; svod:passage",
         "exactly one object"),
        ('svod:rule "pair" ;', "", "the one rule"),
        ('svod:quote "Средний" ;', 'svod:quote "" ;', "one quote, not empty"),
        ("svod:page 1 ;", "svod:page 0 ;", "counted from 1"),
        ("svod:start 10 ;", "svod:start 17 ;", "before its end"),
        ("svod:document <document/0123> ;", "", "exactly one document"),
        ("[[1.0,2.0,3.0,4.0]]", "1 2 3 4", "JSON list"),
        (DIGEST, "0123", "SHA-256"),
        ('svod:pages 2 ; dcterms:source "a.pdf"', "svod:pages 2", "where it came from"),
        ('rdfs:label "Икс"@ru ;', "", "has a name"),
        ("svod:memberCount 12", 'svod:memberCount "twelve"', "whole numbers"),
        ("svod:memberCount 12", 'svod:manager "Иванов"', "points to a thing"),
        ("rdf:object <level/medium> .\n<", "rdf:object <level/medium>, 1 .\n<", "a fact has exactly one object"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(before: str, after: str, message: str) -> None:
    assert before in SOUND
    conforms, text = report(SOUND.replace(before, after))
    assert not conforms
    assert message in text
