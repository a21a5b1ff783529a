"""The SPARQL 1.1 Protocol, by hand and through a client that others use."""

import csv
import io
import json
from typing import Any

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

Server = Any
SELECT = "SELECT ?c WHERE { ?c a svod:Cluster } ORDER BY ?c LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?c a svod:Cluster } WHERE { ?c a svod:Cluster }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_tables_come_as_the_client_wants_them(server: Server, accept: str, media: str) -> None:
    found = server.get("/sparql", accept=accept, query=SELECT)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith(media)
    assert "cluster/" in found.text


GRAPHS = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml", "*/*": "turtle"}


@pytest.mark.parametrize(("accept", "parser"), GRAPHS.items())
def test_graphs_come_as_the_client_wants_them(server: Server, accept: str, parser: str) -> None:
    found = server.get("/sparql", accept=accept, query=CONSTRUCT)
    assert len(rdflib.Graph().parse(data=found.content, format=parser)) > 5


def test_a_query_may_be_posted_in_both_ways(server: Server) -> None:
    as_form = server.post("/sparql", str(httpx.QueryParams({"query": SELECT})), FORM).json()
    assert as_form == server.post("/sparql", SELECT, DIRECT).json() == server.get("/sparql", query=SELECT).json()


def test_the_csv_is_rfc_4180(server: Server) -> None:
    rows = list(csv.reader(io.StringIO(server.get("/sparql", accept="text/csv", query=SELECT).text)))
    assert rows[0] == ["c"]
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("media", "body", "status"),
    [
        ("application/sparql-update", "CLEAR ALL", 400),
        (FORM, "update=CLEAR+ALL", 400),
        (DIRECT, "CLEAR ALL", 400),
        (DIRECT, "SELECT nonsense", 400),
        (DIRECT, "SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", 400),
        (FORM, "", 400),
        (FORM, "query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("text/plain", SELECT, 415),
    ],
)
def test_what_is_not_a_query_is_refused(server: Server, media: str, body: str, status: int) -> None:
    found = server.post("/sparql", body, media)
    assert found.status_code == status
    assert found.json()["detail"]


def test_other_methods_are_not_allowed(server: Server) -> None:
    found = httpx.put(f"{server.url}/sparql", content=SELECT)
    assert found.status_code == 405
    assert "GET" in found.headers["allow"]


def test_browsers_of_other_sites_may_ask(server: Server) -> None:
    found = httpx.options(f"{server.url}/sparql", headers={"Origin": "https://example.org"})
    assert found.status_code == 204
    assert found.headers["access-control-allow-origin"] == "*"
    assert "Content-Type" in found.headers["access-control-allow-headers"]


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    graph = rdflib.Graph().parse(data=server.get("/sparql", accept="text/turtle").content, format="turtle")
    service = rdflib.URIRef(f"{server.url}/sparql")
    assert (service, None, service) in graph
    assert "<textarea" in server.get("/sparql", accept="text/html").text


def test_rdflib_asks_as_any_client_does(server: Server) -> None:
    graph = rdflib.Graph(store=SPARQLStore(f"{server.url}/sparql"))
    found = list(graph.query("SELECT ?c WHERE { ?c a <https://w3id.org/svod/Cluster> }"))
    assert len(found) > 5
    assert graph.query("ASK { ?c a <https://w3id.org/svod/Cluster> }").askAnswer is True


def test_the_evidence_of_an_edge_is_in_sparql(server: Server) -> None:
    query = """SELECT ?quote ?page WHERE {
      GRAPH ?facts { ?f rdf:predicate svod:status . ?st svod:supports ?f }
      GRAPH ?document { ?st svod:passage ?p . ?p svod:quote ?quote ; svod:page ?page }
    } LIMIT 1"""
    row = json.loads(server.get("/sparql", query=query).content)["results"]["bindings"][0]
    assert row["quote"]["value"]
    assert int(row["page"]["value"]) >= 1
