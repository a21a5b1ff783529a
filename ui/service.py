"""The SPARQL service described: in RDF for programs, as a form for people."""

import pyoxigraph as ox

from ui.markup import Html, joined, page, tag
from ui.texts import Language, text

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPH_FORMATS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
EXAMPLE = """PREFIX svod: <https://w3id.org/svod/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?cluster ?name WHERE {
  ?cluster a svod:Cluster ; rdfs:label ?name
} LIMIT 20"""


def describe_service(endpoint: str) -> list[ox.Triple]:
    """The service at that URL (https://www.w3.org/TR/sparql11-service-description/)."""
    service = ox.NamedNode(endpoint)
    stated = [
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"{SD}Service"),
        (f"{SD}endpoint", endpoint),
        (f"{SD}supportedLanguage", f"{SD}SPARQL11Query"),
        *((f"{SD}resultFormat", FORMATS + name) for name in (*RESULT_FORMATS, *GRAPH_FORMATS)),
    ]
    return [ox.Triple(service, ox.NamedNode(predicate), ox.NamedNode(value)) for predicate, value in stated]


def query_form(language: Language) -> str:
    """A page with one text field and the choice of a form; the results come as they are."""
    choices = (("application/sparql-results+json", "JSON"), ("text/csv", "CSV"), ("text/turtle", "Turtle"))
    options = joined(tag("option", name, value=media) for media, name in choices)
    form = tag(
        "form",
        tag("p", tag("textarea", EXAMPLE, name="query", rows="12", aria_label="SPARQL")),
        tag(
            "p",
            tag("select", options, name="format", aria_label=text("format", language)),
            " ",
            tag("button", text("run", language)),
        ),
        method="get",
        action="/sparql",
    )
    return page("SPARQL", joined((tag("h1", "SPARQL"), Html(form))), language)
