"""SPARQL from anyone: formats, refusals, limits."""

import json

import pytest
import rdflib

from graph.query import FORMATS, Limits, QueryLimit, WrongFormat, WrongQuery, query
from graph.snapshot import Snapshot

MANAGERS = "SELECT ?c ?m WHERE { ?c svod:manager ?m } ORDER BY ?m ?c"
ABOUT = "CONSTRUCT { ?c svod:manager ?m } WHERE { ?c svod:manager ?m }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_json_results(asked: Snapshot) -> None:
    found = json.loads(query(asked, MANAGERS))
    assert found["head"]["vars"] == ["c", "m"]
    assert len(found["results"]["bindings"]) == 3


def test_a_table_for_the_terminal(asked: Snapshot) -> None:
    lines = query(asked, MANAGERS, "table").decode().splitlines()
    assert lines[0].split() == ["c", "m"]
    assert len(lines) == 5


@pytest.mark.parametrize("format_", [name for name, format_ in FORMATS.items() if format_.select])
def test_every_format_of_tables(asked: Snapshot, format_: str) -> None:
    assert b"galitskii-sergei" in query(asked, MANAGERS, format_)
    assert query(asked, "ASK { ?c svod:manager ?m }", format_).strip()


@pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph:DeprecationWarning"
)  # rdflib's JSON-LD reader uses its own old class
@pytest.mark.parametrize(
    ("format_", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("xml", "xml")]
)
def test_every_format_of_graphs_is_read_by_another_reader(asked: Snapshot, format_: str, parser: str) -> None:
    assert len(rdflib.Graph().parse(data=query(asked, ABOUT, format_), format=parser)) == 3


def test_formats_that_do_not_fit_are_refused_with_those_that_do(asked: Snapshot) -> None:
    with pytest.raises(WrongFormat, match=r"csv cannot hold it.*turtle"):
        query(asked, ABOUT, "csv")
    with pytest.raises(WrongFormat, match=r"turtle cannot hold it.*csv"):
        query(asked, MANAGERS, "turtle")
    with pytest.raises(WrongFormat, match="choose one of table, json"):
        query(asked, MANAGERS, "yaml")


@pytest.mark.parametrize("sparql", ["SELECT WHERE", "DROP ALL", "INSERT DATA { <a:b> <a:b> <a:b> }", ""])
def test_only_queries_are_taken(asked: Snapshot, sparql: str) -> None:
    with pytest.raises(WrongQuery):
        query(asked, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?s { ?s ?p ?o } }",
        "SELECT * {SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { # '\n SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } # '\n }",
    ],
)
def test_other_servers_are_not_asked(asked: Snapshot, sparql: str) -> None:
    with pytest.raises(WrongQuery, match="SERVICE"):
        query(asked, sparql)


def test_the_word_service_may_be_said(asked: Snapshot) -> None:
    sparql = 'SELECT ?service { VALUES ?service { "SERVICE <x>" <urn:SERVICE> } } # SERVICE'
    assert len(json.loads(query(asked, sparql))["results"]["bindings"]) == 2


def test_a_query_past_its_deadline_is_killed(asked: Snapshot) -> None:
    with pytest.raises(QueryLimit, match="after 1 s"):
        query(asked, ENDLESS, limits=Limits(seconds=1))


def test_a_query_past_its_memory_is_killed(asked: Snapshot) -> None:
    sparql = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(QueryLimit, match="MiB of memory"):
        query(asked, sparql, limits=Limits(seconds=60, memory=400 << 20))


def test_a_result_past_its_size_is_cut_off_with_a_reason(asked: Snapshot) -> None:
    with pytest.raises(QueryLimit, match="larger than 1 MiB"):
        query(asked, "SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(output=1 << 20))
