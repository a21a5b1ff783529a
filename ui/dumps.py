"""`/dump/…` and `/.well-known/void`: the whole library to take away, and what it is."""

from collections.abc import Mapping

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from graph.export import export
from graph.snapshot import Snapshot
from ontology import expand
from ui.desk import desk
from ui.forms import TURTLE, write
from ui.linked_data import OPEN
from ui.selecting import select

DUMPS: Mapping[str, tuple[str, str]] = {
    # file: (format of `svod export`, media type)
    "all.nq": ("nquads", "application/n-quads"),
    "all.trig": ("trig", "application/trig"),
    "all.ttl": ("turtle", "text/turtle"),
    "all.jsonld": ("jsonld", "application/ld+json"),
    "all.rdf": ("rdfxml", "application/rdf+xml"),
    "all.graphml": ("graphml", "application/xml"),
    "all.csv": ("csv", "text/csv"),
}
COUNTS = {
    "void:triples": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "void:distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }",
    "void:properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?s ?p ?o }",
}


def dump(request: Request) -> Response:
    """One dump, streamed."""
    name = request.path_params["name"]
    if name not in DUMPS:
        raise HTTPException(404, f"there is no dump {name!r}: take one of {', '.join(DUMPS)}", headers=OPEN)
    form, media = DUMPS[name]
    return StreamingResponse(export(desk().snapshot(), form), media_type=media, headers=OPEN)


def void(request: Request) -> Response:
    """The description of the dataset (https://www.w3.org/TR/void/), in Turtle."""
    snapshot = desk().snapshot()
    home = str(request.base_url)
    return Response(write(dataset(snapshot, home), TURTLE), media_type=TURTLE.media, headers=OPEN)


def dataset(snapshot: Snapshot, home: str) -> list[ox.Triple]:
    """The dataset at `home` (a URL that ends in a slash): its endpoint, its dumps, its size."""
    this = ox.NamedNode(f"{home}.well-known/void#dataset")
    stated: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        ("rdf:type", ox.NamedNode(expand("void:Dataset"))),
        ("dcterms:title", ox.Literal("Svod")),
        ("void:sparqlEndpoint", ox.NamedNode(f"{home}sparql")),
        ("void:uriSpace", ox.Literal(snapshot.base)),
        ("void:vocabulary", ox.NamedNode(expand("svod:"))),
        *(("void:dataDump", ox.NamedNode(f"{home}dump/{name}")) for name in DUMPS),
    ]
    for term, query in COUNTS.items():
        stated += [(term, ox.Literal(int(row["n"].value))) for row in select(snapshot, query)]
    return [ox.Triple(this, ox.NamedNode(expand(term)), value) for term, value in stated]


def to_void(request: Request) -> Response:
    """`/dump/` itself: what there is stands in the description."""
    return RedirectResponse("/.well-known/void", 303, headers=OPEN)


ROUTES = [Route("/dump/{name}", dump), Route("/dump/", to_void), Route("/.well-known/void", void)]
