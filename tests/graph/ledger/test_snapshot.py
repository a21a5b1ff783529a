"""What readers ask of a snapshot: evidence, labels, documents, counts, and whether it keeps to the shapes."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal

from graph.edition import Edition
from graph.errors import UnknownDocument
from graph.ledger import Ledger
from graph.snapshot import Snapshot
from graph.status import status
from graph.validate import validate

Draft = Callable[..., Edition]


@pytest.fixture
def edition(draft: Draft) -> Edition:
    made = draft("a.txt", [("cluster:А", "schema:location", "region/RU-PER"), ("cluster:А", "svod:memberCount", "=3")])
    span = min(made.passages)
    boxed = replace(made.passages[span][0], boxes=((1.0, 2.0, 3.123, 4.0),))
    return replace(made, passages={**made.passages, span: (boxed,)})


@pytest.fixture
def snapshot(ledger: Ledger, edition: Edition) -> Snapshot:
    ledger.add(edition, b"the bytes")
    ledger.publish()
    return Snapshot.open(ledger.library)


def test_a_fact_opens_to_its_passage(snapshot: Snapshot, edition: Edition) -> None:
    (row,) = snapshot.evidence(("cluster/a", "schema:location", "region/RU-PER"))
    text = edition.document.text
    assert (row.document, row.title, row.role, row.page) == (edition.id, "Документ", "value", 1)
    assert row.quote == text[row.start : row.end] == "cluster:А schema:location region/RU-PER"
    assert (row.boxes, row.rule) == (((1.0, 2.0, 3.12, 4.0),), "by_hand")
    assert snapshot.evidence(row.statement) == (row,)
    fact = snapshot.fact("cluster/a", "schema:location", "region/RU-PER")
    assert snapshot.statements(fact) == (row.statement,)


def test_every_triple_of_the_view_that_is_stated_has_evidence(snapshot: Snapshot) -> None:
    found = snapshot.query("SELECT ?s ?p ?o { <cluster/a> ?p ?o . BIND(<cluster/a> AS ?s) FILTER(?p != rdf:type) }")
    triples = [(row["s"], row["p"], row["o"]) for row in found]  # type: ignore[union-attr]
    assert len(triples) == 3
    assert all(snapshot.evidence(triple) for triple in triples)


def test_a_fact_that_nothing_states_has_no_evidence(snapshot: Snapshot) -> None:
    assert snapshot.evidence(("cluster/a", "schema:location", "region/RU-TUL")) == ()


def test_queries_take_parameters(snapshot: Snapshot) -> None:
    found = snapshot.query("SELECT ?c ?name { ?c rdfs:label ?name }", {"name": Literal("А", language="ru")})
    assert [row["c"].value for row in found] == [f"{snapshot.base}cluster/a"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("iri", "language", "label"),
    [
        ("cluster/a", "ru", "А"),
        ("cluster/a", "en", "А"),
        ("region/RU-PER", "en", "Perm Krai"),
        ("svod:manager", "ru", "управляющий"),
        ("thing/unknown", "ru", "thing/unknown"),
    ],
)
def test_labels_are_in_the_language_asked_else_in_another(
    snapshot: Snapshot, iri: str, language: str, label: str
) -> None:
    found = snapshot.label(iri, language)
    assert found == label or (iri == "svod:manager" and found != iri)


def test_a_document_comes_back_as_it_was_read(snapshot: Snapshot, edition: Edition) -> None:
    assert snapshot.document(edition.id) == edition.document
    assert snapshot.data(edition.id) == b"the bytes"
    assert snapshot.label(edition.id, "ru") == "Документ"
    with pytest.raises(UnknownDocument, match="document/0000"):
        snapshot.document("document/0000")


def test_status_counts_what_documents_name(snapshot: Snapshot, edition: Edition) -> None:
    counted = status(snapshot)
    assert counted.things["svod:Cluster"] == 1
    assert (counted.facts, counted.commit) == (3, snapshot.commit)
    (document,) = counted.documents
    assert (document.id, document.pages, document.statements) == (edition.id, 1, 3)
    assert counted.sizes["files"] == len(b"the bytes")


def test_a_snapshot_keeps_to_the_shapes_and_a_wrong_one_is_told(
    ledger: Ledger, snapshot: Snapshot, draft: Draft
) -> None:
    assert validate(snapshot).results == ()
    ledger.add(draft("b.txt", [("cluster:Б", "schema:location", '"не место')]))
    ledger.publish()
    report = validate(Snapshot.open(ledger.library))
    assert not report.conforms
    assert "cluster/b" in {result.focus for result in report.results}
