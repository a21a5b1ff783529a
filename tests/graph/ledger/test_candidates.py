"""Joining by decision in the ledger: what joins, what people say against it, and the queue of what is unsure."""

from collections.abc import Callable

import pytest

from graph import candidates
from graph.edition import Edition
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.terms import CROWDED, MEMBER_OF, OUTCOME
from graph.unsure import as_json, unsure

Draft = Callable[..., Edition]
RUSSIAN = [("cluster:Новый Звездный", "schema:location", "region/RU-PER")]
ENGLISH = [("cluster:Novy Zvezdny", "schema:location", "region/RU-PER")]
GENERAL = [("cluster:Биофармацевтический кластер", "svod:memberCount", "=12")]
GENERAL_EN = [("cluster:Biopharmaceutical cluster", "svod:memberCount", "=13")]
CLUSTERS = "SELECT DISTINCT ?c { ?c a svod:Cluster } ORDER BY ?c"


def clusters(ledger: Ledger) -> list[str]:
    ledger.publish()
    snapshot = Snapshot.open(ledger.library)
    return [str(row["c"].value).removeprefix(snapshot.base) for row in snapshot.query(CLUSTERS)]  # type: ignore[union-attr]


def waiting(ledger: Ledger) -> list[tuple[str, str]]:
    ledger.publish()
    return [(one.left.thing, one.right.thing) for one in unsure(Snapshot.open(ledger.library))]


def test_a_name_in_another_script_joins_and_leaves_with_its_document(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", RUSSIAN))
    ledger.add(draft("b.txt", ENGLISH))
    assert clusters(ledger) == ["cluster/novyi-zvezdnyi"]
    assert Snapshot.open(ledger.library).merged_into("cluster/novy-zvezdny") == "cluster/novyi-zvezdnyi"
    ledger.withdraw("a.txt")
    assert clusters(ledger) == ["cluster/novy-zvezdny"]
    ledger.add(draft("a.txt", RUSSIAN))
    assert clusters(ledger) == ["cluster/novyi-zvezdnyi"]


def test_a_person_who_says_different_is_believed(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", RUSSIAN))
    ledger.add(draft("b.txt", ENGLISH))
    ledger.judge(Judgement("different", "cluster/novyi-zvezdnyi", "cluster/novy-zvezdny", who="w"))
    assert clusters(ledger) == ["cluster/novy-zvezdny", "cluster/novyi-zvezdnyi"]
    ledger.judge(Judgement("undo", undoes=1, who="w"))
    assert clusters(ledger) == ["cluster/novyi-zvezdnyi"]


@pytest.mark.parametrize(("kind", "left"), [("same", 1), ("different", 2)])
def test_what_is_unsure_waits_until_a_person_decides(ledger: Ledger, draft: Draft, kind: str, left: int) -> None:
    ledger.add(draft("a.txt", GENERAL))
    ledger.add(draft("b.txt", GENERAL_EN))
    pair = ("cluster/biofarmatsevticheskii-klaster", "cluster/biopharmaceutical-cluster")
    assert len(clusters(ledger)) == 2
    assert sorted(waiting(ledger)[0]) == sorted(pair)
    ledger.judge(Judgement(kind, *pair, who="w"))  # type: ignore[arg-type]
    assert waiting(ledger) == []
    assert len(clusters(ledger)) == left
    ledger.judge(Judgement("undo", undoes=1, who="w"))
    assert len(waiting(ledger)) == 1


def test_each_side_of_a_question_has_its_name_document_and_passage(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", GENERAL))
    ledger.add(draft("b.txt", GENERAL_EN))
    ledger.publish()
    (one,) = unsure(Snapshot.open(ledger.library))
    shown = as_json(one)
    assert shown["score"] == pytest.approx(sum(reason["weight"] for reason in shown["reasons"]))
    assert shown["reasons"][0]["sentence"]
    for side in (shown["left"], shown["right"]):
        assert side["names"]
        assert side["documents"]
        assert side["evidence"][0]["quote"]


def test_under_a_common_key_no_pair_is_looked_for(
    ledger: Ledger, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "LARGEST", 2)
    ledger.add(draft("a.txt", RUSSIAN))
    ledger.add(draft("b.txt", ENGLISH))
    assert len(clusters(ledger)) == 1
    ledger.add(draft("c.txt", [("cluster:Novyi Zvezdnyi", "schema:location", "region/RU-PER")]))
    assert len(clusters(ledger)) == 3
    assert any(matching(ledger.store, None, CROWDED))
    assert not any(matching(ledger.store, None, OUTCOME))
    ledger.withdraw("c.txt")
    assert len(clusters(ledger)) == 1
    assert not any(matching(ledger.store, None, CROWDED))


def test_a_split_off_entity_stays_apart_in_the_next_edition(ledger: Ledger, draft: Draft) -> None:
    row = ("cluster:А", "svod:memberCount", "=1")
    ledger.add(draft("a.txt", [row], salt="a"))
    ledger.add(draft("b.txt", [row], salt="b"))
    (entity,) = (
        quad.subject.value
        for quad in matching(ledger.store, None, MEMBER_OF)
        if quad.subject.value.startswith(ledger.library.base + draft("b.txt", [row], salt="b").id)
    )
    ledger.judge(Judgement("different", "cluster/a", entity, who="w"))
    assert clusters(ledger) == ["cluster/a", "cluster/a-2"]
    ledger.add(draft("b.txt", [row], salt="other bytes"))
    assert clusters(ledger) == ["cluster/a", "cluster/a-2"]
    ledger.judge(Judgement("undo", undoes=1, who="w"))
    assert clusters(ledger) == ["cluster/a"]


def test_a_merge_of_an_entity_holds_in_the_next_edition(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:А", "svod:memberCount", "=1")]))
    edition = draft("b.txt", [("person:Иванов Иван", "svod:cooperatesWith", "region/RU-PER")])
    ledger.add(draft("c.txt", [("person:Иванов И", "svod:cooperatesWith", "region/RU-PER")]))
    ledger.add(edition)
    entity = next(
        quad.subject.value
        for quad in matching(ledger.store, None, MEMBER_OF)
        if quad.subject.value.startswith(ledger.library.base + edition.id)
    )
    ledger.judge(Judgement("same", "person/ivanov-i", entity, who="w"))
    ledger.add(draft("b.txt", [("person:Иванов Иван", "svod:cooperatesWith", "region/RU-PER")], salt="new"))
    ledger.publish()
    people = list(Snapshot.open(ledger.library).query("SELECT ?p { ?p a svod:Person }"))  # type: ignore[arg-type]
    assert len(people) == 1


def test_companies_that_differ_by_legal_form_alone_are_two_until_a_person_joins_them(
    ledger: Ledger, draft: Draft
) -> None:
    ledger.add(draft("a.txt", [("organization:ООО «Вектор»", "svod:memberCount", "=3")]))
    ledger.add(draft("b.txt", [("organization:АО «Вектор»", "svod:memberCount", "=4")]))
    ledger.publish()
    (one,) = unsure(Snapshot.open(ledger.library))
    assert one.reasons[-1].feature == "other_legal_form"
    ledger.judge(Judgement("same", one.left.thing, one.right.thing, who="w"))
    assert waiting(ledger) == []
