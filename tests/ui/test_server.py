"""The server as other programs meet it: health, linked data, dumps, page images, the API."""

import json
import stat
from io import BytesIO
from typing import Any

import pyoxigraph as ox
import pytest
from PIL import Image

from ui.framing import frame

Server = Any
CLUSTER = "cluster/tekhnopolis-novyi-zvezdnyi"
BASE = "http://localhost:8765/id/"
RDF = {
    "text/turtle": ("ttl", ox.RdfFormat.TURTLE),
    "application/ld+json": ("jsonld", ox.RdfFormat.JSON_LD),
    "application/n-triples": ("nt", ox.RdfFormat.N_TRIPLES),
    "application/rdf+xml": ("rdf", ox.RdfFormat.RDF_XML),
}


def token_of(server: Server) -> str:
    return str(json.loads((server.library / "server.json").read_text(encoding="utf-8"))["token"])


def first(server: Server, query: str) -> str:
    """The first value of a query's first variable."""
    found = server.get("/sparql", query=query).json()
    return str(next(iter(found["results"]["bindings"][0].values()))["value"])


def test_health_says_the_commit(server: Server) -> None:
    found = server.get("/health").json()
    assert found["status"] == "ok"
    assert found["commit"] > 1


def test_the_address_and_token_are_for_the_owner_alone(server: Server) -> None:
    path = server.library / "server.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text(encoding="utf-8"))["url"] == server.url


def test_the_page_is_at_the_root(server: Server) -> None:
    found = server.get("/", accept="text/html")
    assert found.status_code == 200
    assert '<div id="root">' in found.text


@pytest.mark.parametrize("accept", ["text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "*/*"])
def test_a_thing_leads_people_to_its_page(server: Server, accept: str) -> None:
    found = server.get(f"/id/{CLUSTER}", accept=accept)
    assert found.status_code == 303
    assert found.headers["location"] == f"/page/{CLUSTER}"


@pytest.mark.parametrize("media", RDF)
def test_a_thing_leads_programs_to_its_data(server: Server, media: str) -> None:
    suffix, form = RDF[media]
    found = server.get(f"/id/{CLUSTER}", accept=media)
    assert found.status_code == 303
    assert found.headers["location"] == f"/data/{CLUSTER}.{suffix}"
    data = server.get(found.headers["location"])
    assert data.headers["content-type"].startswith(media)
    triples = {quad.triple for quad in ox.parse(data.content, format=form)}
    assert any(
        t.predicate.value == "https://w3id.org/svod/status" and t.subject.value == BASE + CLUSTER for t in triples
    )


def test_a_form_that_is_not_offered_is_406(server: Server) -> None:
    assert server.get(f"/id/{CLUSTER}", accept="image/png").status_code == 406


def test_the_page_of_a_thing_shows_facts_with_their_passages(server: Server) -> None:
    text = server.get(f"/page/{CLUSTER}", lang="ru").text
    assert '<html lang="ru">' in text
    assert "<blockquote>" in text
    assert "статус кластера" in text
    assert f"/data/{CLUSTER}.ttl" in text


@pytest.mark.parametrize("kind", ["fact", "statement", "passage", "document"])
def test_whatever_has_an_iri_opens(server: Server, kind: str) -> None:
    iri = first(
        server, f"SELECT ?s WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER STRSTARTS(STR(?s), '{BASE}{kind}/') }} LIMIT 1"
    )
    identifier = iri.removeprefix(BASE)
    assert server.get(f"/page/{identifier}").status_code == 200
    assert server.get(f"/data/{identifier}.nt").text.strip()


def test_a_passage_is_a_web_annotation_resource(server: Server) -> None:
    iri = first(server, "SELECT ?p WHERE { GRAPH ?g { ?p svod:boxes ?b } } LIMIT 1")
    text = server.get(f"/data/{iri.removeprefix(BASE)}.ttl").text
    for term in ("oa:SpecificResource", "oa:TextQuoteSelector", "oa:TextPositionSelector", "viewrect="):
        assert term in text


def test_what_never_was_is_404_as_a_problem(server: Server) -> None:
    for path in ("/id/cluster/never", "/page/cluster/never", "/data/cluster/never"):
        found = server.get(path)
        assert found.status_code == 404
        assert found.headers["content-type"] == "application/problem+json"
        assert "cluster/never" in found.json()["detail"]


def test_data_is_open_to_other_sites_and_answers_head(server: Server) -> None:
    import httpx

    found = httpx.head(f"{server.url}/data/{CLUSTER}.ttl")
    assert found.status_code == 200
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.content == b""


def test_the_dataset_describes_itself_and_its_dumps_can_be_taken(server: Server) -> None:
    void = ox.parse(server.get("/.well-known/void").content, format=ox.RdfFormat.TURTLE)
    dumps = [quad.object.value for quad in void if quad.predicate.value == "http://rdfs.org/ns/void#dataDump"]
    assert f"{server.url}/dump/all.nq" in dumps
    quads = list(ox.parse(server.get("/dump/all.nq").content, format=ox.RdfFormat.N_QUADS))
    assert len(quads) > 1000
    assert server.get("/dump/all.doc").status_code == 404


def test_the_vocabulary_answers_as_page_and_as_data(server: Server) -> None:
    assert "svod:Cluster" in server.get("/ontology", accept="text/html").text
    data = server.get("/ontology", accept="text/turtle")
    assert any(
        quad.subject.value == "https://w3id.org/svod/Cluster"
        for quad in ox.parse(data.content, format=ox.RdfFormat.TURTLE)
    )


def place_with_box(server: Server) -> tuple[str, str, str]:
    """Document, page and statement of some passage that has a box."""
    query = """SELECT ?d ?n ?st WHERE { GRAPH ?d { ?st svod:passage ?p . ?p svod:page ?n ; svod:boxes ?b } } LIMIT 1"""
    row = server.get("/sparql", query=query).json()["results"]["bindings"][0]
    return tuple(row[name]["value"].rpartition("/")[2] for name in ("d", "n", "st"))


def test_a_page_image_marks_the_statement(server: Server) -> None:
    document, page, statement = place_with_box(server)
    plain = Image.open(BytesIO(server.get(f"/image/{document}/{page}.png").content))
    marked = Image.open(BytesIO(server.get(f"/image/{document}/{page}.png", statement=statement).content))
    cropped = Image.open(BytesIO(server.get(f"/image/{document}/{page}.png", statement=statement, crop="1").content))
    yellow = (255, 226, 89)
    colours = {colour for _, colour in marked.convert("RGB").getcolors(1 << 24) or ()}
    assert plain.size == marked.size
    assert yellow in colours
    assert yellow not in {colour for _, colour in plain.convert("RGB").getcolors(1 << 24) or ()}
    assert cropped.height < plain.height


def test_pages_that_are_not_there_have_no_image(server: Server) -> None:
    document, _, _ = place_with_box(server)
    assert server.get(f"/image/{document}/999.png").status_code == 404
    assert server.get("/image/0000000000000000/1.png").status_code == 404
    text = first(server, "SELECT ?d WHERE { GRAPH ?d { ?d dcterms:format 'text/html' } } LIMIT 1").rpartition("/")[2]
    assert "no page images" in server.get(f"/image/{text}/1.png").json()["detail"]


def test_a_question_is_answered_over_http(server: Server) -> None:
    answer = server.get("/api/ask", question="Какие кластеры есть в Алтайском крае?").json()
    assert answer["verdict"] == "answered"
    assert answer["answers"][0]["evidence"]
    assert server.get("/api/ask").status_code == 400


@pytest.mark.parametrize("path", ["/api/editions", "/api/withdrawals", "/api/judgements", "/api/publication"])
def test_writing_asks_for_the_token(server: Server, path: str) -> None:
    assert server.post(path, "{}", "application/json").status_code == 401
    assert server.post(path, "{}", "application/json", token="wrong").status_code == 401


def test_writes_that_cannot_be_read_are_refused(server: Server) -> None:
    token = token_of(server)
    refused = {
        "/api/editions": frame(b"Anna", frame(b"no edition", b"")),
        "/api/withdrawals": b"not JSON",
        "/api/judgements": b'{"kind": "nonsense"}',
    }
    for path, body in refused.items():
        found = server.post(path, body, "application/octet-stream", token=token)
        assert 400 <= found.status_code < 500, path
        assert found.json()["detail"]
    unknown = server.post("/api/withdrawals", b'{"document": "nowhere.pdf"}', "application/json", token=token)
    assert unknown.status_code == 404


def test_a_person_has_posts_by_their_roles_and_a_way_to_put_the_card_right(server: Server) -> None:
    page = server.get("/page/person/shadrin-artem", accept="text/html", lang="ru").text
    assert "директор Департамента инновационного развития · Министерство экономического развития" in page
    assert "/thing?thing=person%2Fshadrin-artem" in page
