"""The triples that describe a thing when its data is asked for."""

import json
from collections.abc import Iterator

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ontology import triples
from ontology.iri import expand
from ui.selecting import Term, graph_named, select

OUT = "SELECT ?thing ?p ?o WHERE { ?thing ?p ?o }"
IN = "SELECT ?thing ?s ?p WHERE { ?s ?p ?thing } LIMIT 1000"
ANYWHERE = (
    "SELECT DISTINCT ?thing ?names ?log ?p ?o WHERE { GRAPH ?g { ?thing ?p ?o } FILTER (?g NOT IN (?names, ?log)) }"
)
LABELS = "SELECT ?thing ?other ?label WHERE { ?thing ?p ?other . ?other rdfs:label ?label }"
FACTS = """
SELECT ?thing ?facts ?f ?p ?o ?st WHERE {
  GRAPH ?facts { ?f rdf:subject ?thing ; rdf:predicate ?p ; rdf:object ?o . ?st svod:supports ?f }
}"""
PASSAGE = """
SELECT ?thing ?document ?quote ?page ?start ?end ?boxes WHERE {
  GRAPH ?document { ?thing svod:quote ?quote ; svod:page ?page ; svod:start ?start ; svod:end ?end
    OPTIONAL { ?thing svod:boxes ?boxes } }
}"""
RDF_TYPE, RDF_VALUE = ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("rdf:value"))
PAGE_FRAGMENT = ox.NamedNode("http://tools.ietf.org/rfc/rfc8118")  # the spelling that the Web Annotation model lists


def statements_about(snapshot: Snapshot, identifier: str) -> list[tuple[ox.NamedNode, Term]]:
    """The predicates and objects of a thing in the resolved view and in every graph but the log, sorted."""
    given = {
        "thing": snapshot.iri(identifier),
        "names": graph_named(snapshot, "names"),
        "log": graph_named(snapshot, "log"),
    }
    rows = [*select(snapshot, OUT, thing=given["thing"]), *select(snapshot, ANYWHERE, **given)]
    return sorted({(row["p"], row["o"]) for row in rows}, key=str)


def describe(snapshot: Snapshot, identifier: str) -> list[ox.Triple]:
    """What the library holds of the thing: its triples, its neighbours' labels, its facts with what supports them."""
    thing = snapshot.iri(identifier)
    found = [ox.Triple(thing, *said) for said in statements_about(snapshot, identifier)]
    found += [ox.Triple(row["s"], row["p"], thing) for row in select(snapshot, IN, thing=thing)]
    label = _term("rdfs:label")
    found += [ox.Triple(row["other"], label, row["label"]) for row in select(snapshot, LABELS, thing=thing)]
    facts = graph_named(snapshot, "facts")
    for row in select(snapshot, FACTS, thing=thing, facts=facts):
        found += [
            ox.Triple(row["f"], _term("rdf:subject"), thing),
            ox.Triple(row["f"], _term("rdf:predicate"), row["p"]),
            ox.Triple(row["f"], _term("rdf:object"), row["o"]),
            ox.Triple(row["st"], _term("svod:supports"), row["f"]),
        ]
    for row in select(snapshot, PASSAGE, thing=thing):
        found += web_annotation(thing, row)
    return found


def web_annotation(passage: ox.NamedNode, row: ox.QuerySolution) -> Iterator[ox.Triple]:
    """The passage as a Web Annotation resource: page and box, then the exact text and its offsets within that page.

    Selectors as in https://www.w3.org/TR/annotation-model/ 4.2 and 4.2.9 (refinement); boxes as RFC 8118 `viewrect`.
    """
    page = ox.NamedNode(f"{passage.value}#page")
    quote, position = ox.NamedNode(f"{passage.value}#quote"), ox.NamedNode(f"{passage.value}#position")
    stated = (
        (passage, RDF_TYPE, _term("oa:SpecificResource")),
        (passage, _term("oa:hasSource"), row["document"]),
        (passage, _term("oa:hasSelector"), page),
        (page, RDF_TYPE, _term("oa:FragmentSelector")),
        (page, _term("dcterms:conformsTo"), PAGE_FRAGMENT),
        *((page, RDF_VALUE, ox.Literal(fragment)) for fragment in fragments(row)),
        (page, _term("oa:refinedBy"), quote),
        (page, _term("oa:refinedBy"), position),
        (quote, RDF_TYPE, _term("oa:TextQuoteSelector")),
        (quote, _term("oa:exact"), row["quote"]),
        (position, RDF_TYPE, _term("oa:TextPositionSelector")),
        (position, _term("oa:start"), row["start"]),
        (position, _term("oa:end"), row["end"]),
    )
    return (ox.Triple(*triple) for triple in stated)


def fragments(row: ox.QuerySolution) -> list[str]:
    """`page=3&viewrect=left,top,width,height`, one for each box; the page alone where there are none."""
    page = row["page"].value
    boxes = json.loads(row["boxes"].value) if row["boxes"] is not None else []
    rectangles = [f"{x0:g},{y0:g},{x1 - x0:g},{y1 - y0:g}" for x0, y0, x1, y1 in boxes]
    return [f"page={page}&viewrect={rectangle}" for rectangle in rectangles] or [f"page={page}"]


def vocabulary_triples(base: str) -> list[ox.Triple]:
    """The vocabulary's classes and properties, without the regions and codes that are things of the library."""
    return list(triples(base, files=("svod.ttl",)))


def _term(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))
