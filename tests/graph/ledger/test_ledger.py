"""What a librarian relies on: nothing twice, nothing lost, nothing left over."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from graph.archive import archived_graphs
from graph.change import Change
from graph.edition import Edition
from graph.errors import JudgementError, UnknownDocument, UnknownThing
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.terms import ALT_LABEL, SOURCE, SUPPORTS, Graphs
from graph.unsure import thing_of
from ingest.version import READER

Draft = Callable[..., Edition]
PLACE = ("cluster:«Фотоника»", "schema:location", "region/RU-PER")
OTHER = ("cluster:Кластер «Фотоника»", "schema:location", "region/RU-PER")


def _snapshot(ledger: Ledger) -> Snapshot:
    ledger.publish()
    return Snapshot.open(ledger.library)


def _rows(snapshot: Snapshot, sparql: str) -> list[tuple[str, ...]]:
    found = snapshot.query(sparql)
    return sorted(tuple(term.value for term in row) for row in found)  # type: ignore[union-attr]


def test_the_same_bytes_from_the_same_source_change_nothing(ledger: Ledger, draft: Draft) -> None:
    first = ledger.add(draft("a.txt", [PLACE]))
    again = ledger.add(draft("a.txt", [PLACE]))
    assert (first.status, again.status, again.number) == ("added", "unchanged", first.number)


def test_the_same_bytes_from_a_second_source_are_unchanged_and_both_sources_known(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [PLACE]))
    edition = replace(draft("a.txt", [PLACE]), source="copy/a.txt")
    assert ledger.add(edition).status == "unchanged"
    names = [quad.object.value for quad in matching(ledger.store, None, SOURCE, None, None)]
    assert sorted(name.rpartition("/")[2] for name in names) == ["a.txt", "a.txt"]
    assert len(set(names)) == 2


def test_new_bytes_from_a_source_replace_what_it_gave_before(ledger: Ledger, draft: Draft) -> None:
    old = draft("a.txt", [PLACE])
    ledger.add(old)
    commit = ledger.add(draft("a.txt", [("cluster:«Сигнал»", "schema:location", "region/RU-TUL")]))
    assert (commit.status, commit.reason) == ("replaced", "new bytes")
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, "SELECT ?o { ?c schema:location ?o }") == [(f"{snapshot.base}region/RU-TUL",)]
    (archived,) = archived_graphs(ledger.library)
    assert archived.document == old.id
    assert {quad.graph_name.value for quad in archived.quads()} == {snapshot.base + old.id}


def test_a_source_that_changed_leaves_the_document_to_its_other_source(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [PLACE])
    ledger.add(edition)
    ledger.add(replace(edition, source="b.txt"))
    ledger.add(draft("a.txt", [("cluster:«Сигнал»", "schema:location", "region/RU-TUL")]))
    assert ledger.status_of("b.txt", edition.document.digest, edition.key) == ("unchanged", "")


def test_a_new_reader_replaces_the_document_and_says_so(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [PLACE])
    ledger.add(edition)
    again = replace(edition, key=edition.key.replace(f"reader={READER}", "reader=next"))
    commit = ledger.add(again)
    assert (commit.status, commit.reason, commit.facts_added, commit.facts_removed) == ("replaced", "new reader", 0, 0)


def test_two_documents_that_state_one_fact_count_once_and_withdrawal_takes_only_its_own(
    ledger: Ledger, draft: Draft
) -> None:
    ledger.add(draft("a.txt", [PLACE]))
    ledger.add(draft("b.txt", [OTHER, ("cluster:Кластер «Фотоника»", "svod:memberCount", "=12")]))
    count = "SELECT (COUNT(*) AS ?n) { ?c schema:location <region/RU-PER> }"
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, count) == [("1",)]
    evidence = snapshot.evidence(("cluster/fotonika", "schema:location", "region/RU-PER"))
    assert len({row.document for row in evidence}) == 2
    commit = ledger.withdraw("b.txt")
    assert commit.status == "withdrawn"
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, count) == [("1",)]
    assert _rows(snapshot, "SELECT ?n { ?c svod:memberCount ?n }") == []
    ledger.withdraw("a.txt")
    assert _rows(_snapshot(ledger), count) == [("0",)]


def test_a_name_is_not_made_of_what_the_vocabulary_has(ledger: Ledger, draft: Draft) -> None:
    known = "specialization/aviation"
    ledger.add(draft("a.txt", [("cluster:А", "svod:relatedSpecialization", known)]))
    ledger.add(draft("b.txt", [("cluster:Б", "svod:relatedSpecialization", "specialization:Aviation")]))
    rows = _rows(_snapshot(ledger), "SELECT ?o { ?c svod:relatedSpecialization ?o } ORDER BY ?o")
    base = ledger.library.base
    assert rows == [(f"{base}{known}",), (f"{base}{known}-2",)]


def test_a_thing_keeps_its_name_after_withdrawal_and_a_namesake_gets_a_number(ledger: Ledger, draft: Draft) -> None:
    lonely = ("person:Иванов Иван", "svod:cooperatesWith", "region/RU-PER")
    ledger.add(draft("a.txt", [lonely]))
    ledger.add(draft("b.txt", [lonely], salt="b"))
    people = "SELECT ?p { ?p a svod:Person }"
    base = ledger.library.base
    both = [(f"{base}person/ivanov-ivan",), (f"{base}person/ivanov-ivan-2",)]
    assert _rows(_snapshot(ledger), people) == both
    ledger.withdraw("a.txt")
    assert _rows(_snapshot(ledger), people) == both[1:]
    ledger.add(draft("a.txt", [lonely]))
    assert _rows(_snapshot(ledger), people) == both


def test_a_change_that_fails_leaves_nothing_behind(
    ledger: Ledger, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    lonely = ("person:Иванов Иван", "svod:cooperatesWith", "region/RU-PER")
    ledger.add(draft("a.txt", [lonely]))
    with monkeypatch.context() as full:
        full.setattr(Change, "apply", _fail)
        with pytest.raises(OSError, match="full"):
            ledger.add(draft("b.txt", [lonely, PLACE], salt="b"))
    ledger.add(draft("c.txt", [lonely, PLACE], salt="c"))
    base = ledger.library.base
    rows = _rows(_snapshot(ledger), "SELECT ?s { ?s a ?class FILTER(?class IN (svod:Person, svod:Cluster)) }")
    assert rows == [(f"{base}{name}",) for name in ("cluster/fotonika", "person/ivanov-ivan", "person/ivanov-ivan-2")]


def _fail(change: Change) -> None:
    raise OSError("the disk is full")


def test_a_thing_keeps_its_iri_where_a_new_edition_gives_it_another_region(ledger: Ledger, draft: Draft) -> None:
    def located(region: str) -> tuple[str, str, str]:
        return ("organization:Кванториум", "schema:location", f"region/{region}")

    places = "SELECT ?o ?p { ?o a svod:Organization ; schema:location ?p }"
    base = ledger.library.base
    iri = f"{base}organization/kvantorium"
    ledger.add(draft("a.txt", [located("RU-PER")]))
    ledger.add(draft("a.txt", [located("RU-TUL")], salt="new"))
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, places) == [(iri, f"{base}region/RU-TUL")]
    assert thing_of(snapshot, NamedNode(f"{iri}-2")) == iri
    ledger.add(draft("b.txt", [located("RU-PER")], salt="b"))
    assert _rows(_snapshot(ledger), places) == [(iri, f"{base}region/RU-PER"), (f"{iri}-2", f"{base}region/RU-TUL")]
    ledger.withdraw("b.txt")
    assert _rows(_snapshot(ledger), places) == [(iri, f"{base}region/RU-TUL")]


def test_people_of_one_name_are_one_only_with_their_cluster(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:А", "svod:manager", "person:Иванов Иван")]))
    ledger.add(draft("b.txt", [("cluster:«А»", "svod:manager", "person:Иванов Иван")]))
    ledger.add(draft("c.txt", [("cluster:Б", "svod:manager", "person:Иванов Иван")]))
    assert len(_rows(_snapshot(ledger), "SELECT DISTINCT ?p { ?c svod:manager ?p }")) == 2


def test_only_what_is_asserted_reaches_the_resolved_view(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [(*PLACE, "planned")]))
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, "SELECT ?o { ?c schema:location ?o }") == []
    assert _rows(snapshot, "SELECT ?m { GRAPH ?g { ?s svod:modality ?m } }") == [("planned",)]


def test_observations_of_two_documents_meet_and_disagree(ledger: Ledger, draft: Draft) -> None:
    for source, cluster, value in (("a.txt", "cluster:«А»", "=26"), ("b.txt", "cluster:Кластер «А»", "=27")):
        figure = "observation:1"
        parts = [(figure, "svod:measure", '"Число участников'), (figure, "svod:observationOf", cluster)]
        ledger.add(draft(source, [*parts, (figure, "sdmx-measure:obsValue", value)]))
    found = _rows(_snapshot(ledger), "SELECT ?o ?v { ?o sdmx-measure:obsValue ?v }")
    assert [value for _, value in found] == ["26", "27"]
    assert len({thing for thing, _ in found}) == 1


def test_merging_is_undone_exactly(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:А", "svod:memberCount", "=1")]))
    ledger.add(draft("b.txt", [("cluster:Б", "svod:memberCount", "=2")]))
    clusters = "SELECT ?c ?n { ?c svod:memberCount ?n } ORDER BY ?n"
    before = _rows(_snapshot(ledger), clusters)
    commit = ledger.judge(Judgement("same", "cluster/b", "cluster/a", who="Анна", why="одно и то же"))
    merged = _snapshot(ledger)
    assert (commit.facts_added, commit.facts_removed) == (2, 2)  # its count, and its label as the other's second name
    assert {thing for thing, _ in _rows(merged, clusters)} == {f"{merged.base}cluster/a"}
    assert merged.merged_into("cluster/b") == "cluster/a"
    ledger.judge(Judgement("undo", undoes=1))
    after = _snapshot(ledger)
    assert _rows(after, clusters) == before
    assert after.merged_into("cluster/b") is None
    assert next((row.kind, row.who) for row in after.judgements.rows) == ("same", "Анна")


def test_a_rejected_statement_leaves_until_the_rejection_is_undone(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [PLACE]))
    places = "SELECT ?o { ?c schema:location ?o }"
    snapshot = _snapshot(ledger)
    fact = snapshot.fact("cluster/fotonika", "schema:location", "region/RU-PER")
    ledger.judge(Judgement("reject", statements=(fact.value,)))
    assert _rows(_snapshot(ledger), places) == []
    ledger.add(draft("b.txt", [OTHER]))
    assert len(_rows(_snapshot(ledger), places)) == 1
    ledger.judge(Judgement("undo", undoes=1))
    assert len(list(matching(ledger.store, None, SUPPORTS, None, Graphs.below(ledger.library.base).facts))) == 4


def test_a_split_takes_the_right_one_out(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:А", "svod:memberCount", "=1")]))
    edition = draft("b.txt", [("cluster:А", "svod:memberCount", "=2")])
    ledger.add(edition)
    local = next(entity.id for entity in edition.extract.entities)
    ledger.judge(Judgement("different", "cluster/a", local))
    found = _rows(_snapshot(ledger), "SELECT ?c ?n { ?c svod:memberCount ?n }")
    base = ledger.library.base
    assert found == [(f"{base}cluster/a", "1"), (f"{base}cluster/a-2", "2")]


@pytest.mark.parametrize(
    ("judgement", "error"),
    [
        (Judgement("same", "cluster/a", "cluster/a"), JudgementError),
        (Judgement("same", "cluster/a", "cluster/unknown"), UnknownThing),
        (Judgement("reject"), JudgementError),
        (Judgement("reject", statements=("statement/0000000000000000",)), UnknownThing),
        (Judgement("undo", undoes=7), JudgementError),
    ],
)
def test_a_judgement_that_cannot_be_made_changes_nothing(
    ledger: Ledger, draft: Draft, judgement: Judgement, error: type[Exception]
) -> None:
    number = ledger.add(draft("a.txt", [("cluster:А", "svod:memberCount", "=1")])).number
    with pytest.raises(error):
        ledger.judge(judgement)
    assert ledger.number == number


def test_a_document_is_found_by_id_source_or_digest_and_no_other_way(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [PLACE])
    ledger.add(edition)
    node = ledger.library.base + edition.id
    for name in (edition.id, node, "a.txt", edition.document.digest, edition.document.digest[:16]):
        assert ledger.find_document(name).value == node
    with pytest.raises(UnknownDocument, match=r"b\.txt"):
        ledger.withdraw("b.txt")


def test_the_log_numbers_each_change_and_says_what_came_and_went(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [PLACE])
    ledger.add(edition, b"bytes")
    ledger.withdraw("a.txt")
    added, withdrawn = _snapshot(ledger).history()[-2:]
    assert (added.cause.kind, added.cause.of, added.facts_added) == ("added", edition.id, 2)
    assert (withdrawn.cause.kind, withdrawn.removed) == ("withdrawn", added.added)
    assert withdrawn.number == added.number + 1


def test_the_vocabulary_is_in_the_view_and_outlives_the_documents(ledger: Ledger, draft: Draft) -> None:
    label = 'SELECT ?l { <region/RU-PER> rdfs:label ?l FILTER(lang(?l) = "ru") }'
    names = [("region/RU-PER", "rdfs:label", f'"{name}') for name in ("Пермский край", "Прикамье")]
    ledger.add(draft("a.txt", [PLACE, *names]))
    snapshot = _snapshot(ledger)
    assert _rows(snapshot, label) == [("Пермский край",)]
    assert snapshot.evidence(("region/RU-PER", "rdfs:label", Literal("Пермский край", language="ru")))
    assert snapshot.evidence(("region/RU-PER", "skos:altLabel", Literal("Прикамье", language="ru")))
    ledger.withdraw("a.txt")
    assert _rows(_snapshot(ledger), label) == [("Пермский край",)]
    assert not any(matching(ledger.store, None, ALT_LABEL, Literal("Прикамье", language="ru"), None))


def test_closing_publishes_and_the_next_open_goes_on(library: Library, draft: Draft) -> None:
    with Ledger.open(library) as ledger:
        number = ledger.add(draft("a.txt", [PLACE])).number
    assert Snapshot.open(library).commit == number
    with Ledger.open(library) as ledger:
        assert ledger.add(draft("b.txt", [OTHER])).number == number + 1
