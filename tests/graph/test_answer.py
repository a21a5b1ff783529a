"""What questions get for answers over a small library: values, passages, verdicts, and the queries shown."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from graph.answer import Answer, as_json, ask, coverage
from graph.ledger import Ledger
from graph.library import create
from graph.snapshot import Snapshot
from tests.graph.conftest import card

ZVEZDNYI = 'Инновационный территориальный кластер "Технополис "Новый Звездный"'


def answers(answer: Answer) -> list[str]:
    return [row.label for row in answer.rows]


@pytest.mark.parametrize(
    "question",
    [
        "кто управляет кластером «Новый Звездный»",
        "Кто руководит Новым Звездным?",
        "кто менеджер Технополиса «Новый Звездный»",
        "who manages Novy Zvezdny?",
        "Who is the manager of the Novyi Zvezdnyi cluster?",
    ],
)
def test_who_manages_a_cluster(asked: Snapshot, question: str) -> None:
    answer = ask(question, asked)
    assert answers(answer) == ["Галицкий Сергей"]
    (evidence,) = answer.rows[0].evidence
    assert (evidence.role, evidence.page, evidence.quote) == ("value", 1, "Галицкий Сергей")
    assert ZVEZDNYI in answer.question.understood


def test_several_properties_of_one_thing_come_in_the_order_asked(asked: Snapshot) -> None:
    answer = ask("Who manages «Новый Звездный», its status and level?", asked)
    assert answers(answer) == ["Галицкий Сергей", "Pilot innovative territorial cluster", "Medium"]
    assert all(row.evidence for row in answer.rows)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("какими кластерами управляет Павлов Олег", {"кластер «Фотоника»", "Кластер «Сигнал»"}),
        ("which clusters does Pavlov manage?", {"кластер «Фотоника»", "Кластер «Сигнал»"}),
        ("кластеры, которыми управляет Галицкий", {ZVEZDNYI}),
        ("какие пилотные кластеры есть в Пермском крае", {"кластер «Фотоника»", ZVEZDNYI}),
        ("clusters in Tatarstan specialising in petrochemistry", {"Камский инновационный кластер"}),
        ("кластеры Тульской области", {"Кластер «Сигнал»"}),
        ("кластеры Пермского края и Тульской области", {"кластер «Фотоника»", ZVEZDNYI, "Кластер «Сигнал»"}),
        ("which clusters are in Perm Krai or the Tula region", {"кластер «Фотоника»", ZVEZDNYI, "Кластер «Сигнал»"}),
        ("пилотные кластеры в Тульской области и Татарстане", {"Камский инновационный кластер"}),
        ("менеджеры кластеров Пермского края", {"Галицкий Сергей", "Павлов Олег"}),
        ("кто участники кластера «Фотоника»", {"ООО «Сокол»"}),
        ("какие организации в кластере «Фотоника»", {"ООО «Сокол»"}),
        ("в каком регионе находится кластер Сигнал", {"Тульская область"}),
        ("где находится Камский кластер", {"Республика Татарстан"}),
        ("which documents mention Proton-PM", {"Карта кластеров: карточка", "Реестр"}),
        ("контакты Технополиса «Новый Звездный»", {"+7 342 212 17 47", "+7 952 339 66 66"}),
    ],
)
def test_relations_both_ways(asked: Snapshot, question: str, expected: set[str]) -> None:
    answer = ask(question, asked)
    assert set(answers(answer)) == expected
    assert all(row.evidence for row in answer.rows)


def test_what_lies_in_a_district_the_vocabulary_says(asked: Snapshot) -> None:
    found = answers(ask("какие регионы в Уральском федеральном округе", asked))
    assert len(found) == 6
    assert {"Курганская область", "Челябинская область"} <= set(found)


@pytest.mark.parametrize(
    "question", ["какие регионы входят в Уральский федеральный округ", "which regions are in the Ural Federal District"]
)
def test_a_district_is_asked_of_in_other_words_too(asked: Snapshot, question: str) -> None:
    plain = ask("какие регионы в Уральском федеральном округе", asked)
    assert {row.iri for row in ask(question, asked).rows} == {row.iri for row in plain.rows}


def test_a_district_holds_what_its_regions_hold(asked: Snapshot) -> None:
    answer = ask("какие кластеры есть в Приволжском федеральном округе", asked)
    assert set(answers(answer)) == {"кластер «Фотоника»", "Камский инновационный кластер", ZVEZDNYI}


@pytest.mark.parametrize(
    "question",
    ["сколько промышленных кластеров в Тульской области", "how many industrial clusters are in the Tula region?"],
)
def test_a_stated_figure_comes_before_a_count(asked: Snapshot, question: str) -> None:
    (row,) = ask(question, asked).rows
    assert (row.value, row.is_counted) == (9, False)
    assert row.evidence[0].quote == "Tula region 9"


def test_the_measure_that_says_no_more_than_the_question(asked: Snapshot) -> None:
    assert [row.value for row in ask("how many industrial clusters are there in Russia?", asked).rows] == [125]
    assert [row.value for row in ask("how many industrial clusters have programmes?", asked).rows] == [42]


def test_what_no_document_counts_is_counted_here(asked: Snapshot) -> None:
    (row,) = ask("сколько кластеров в Пермском крае", asked).rows
    assert (row.value, row.is_counted, len(row.evidence)) == (2, True, 2)


def test_a_number_stated_of_a_thing(asked: Snapshot) -> None:
    (row,) = ask("сколько участников в кластере «Новый Звездный»", asked).rows
    assert (row.value, row.is_counted) == (46, False)


@pytest.mark.parametrize(
    "question",
    [
        "subsidy for centres for cluster development 2010–2012",
        "субсидия ЦКР по годам",
        "how much subsidy did CCD get in 2010-2012?",
    ],
)
def test_a_series_is_found_by_its_heading(asked: Snapshot, question: str) -> None:
    answer = ask(question, asked)
    assert [(row.value, row.unit) for row in answer.rows] == [(94, "mln RUB"), (114, "mln RUB"), (120, "mln RUB")]
    assert {piece.role for row in answer.rows for piece in row.evidence} == {"value", "context"}


def test_one_year_of_a_series(asked: Snapshot) -> None:
    answer = ask("какой была субсидия центрам кластерного развития в 2011 году", asked)
    assert [row.value for row in answer.rows] == [114]


def test_legal_background(asked: Snapshot) -> None:
    expected = {"http://localhost:8765/id/act/ru/federal-law/2014-12-31/488-fz"}
    expected |= {"http://localhost:8765/id/act/ru/government-resolution/2015-07-31/779"}
    for question in (
        "which acts are the legal background",
        "какие акты составляют правовую основу программы поддержки промышленных кластеров",
    ):
        assert {row.iri for row in ask(question, asked).rows} == expected


def test_who_cites_whom(asked: Snapshot) -> None:
    forward = ask("на какие акты ссылается постановление № 779", asked)
    assert {row.iri for row in forward.rows} == {
        "http://localhost:8765/id/act/ru/federal-law/2014-12-31/488-fz",  # on which it rests
        "http://localhost:8765/id/act/ru/federal-law/2020-12-30/488-fz",
    }
    english = ask("which acts does Resolution No. 779 cite?", asked)
    assert {row.iri for row in english.rows} == {row.iri for row in forward.rows}
    rests_on = ask("на основании каких актов принято постановление № 779", asked)
    assert [row.iri for row in rests_on.rows] == ["http://localhost:8765/id/act/ru/federal-law/2014-12-31/488-fz"]
    backward = ask("какие акты ссылаются на закон 488-ФЗ от 30.12.2020", asked)
    assert answers(backward) == ["Постановление Правительства РФ от 31.07.2015 № 779"]


def test_the_rest_of_the_question_tells_acts_of_one_number_apart(asked: Snapshot) -> None:
    assert [row.value for row in ask("когда принят 488-ФЗ о промышленной политике", asked).rows] == ["2014-12-31"]
    assert [row.value for row in ask("когда принят закон 488-ФЗ от 30.12.2020", asked).rows] == ["2020-12-30"]


def test_a_bare_number_is_not_guessed(asked: Snapshot) -> None:
    answer = ask("when was 488-FZ adopted", asked)
    assert answer.verdict == "not_understood"
    assert not answer.rows
    assert "2014-12-31/488-fz" in answer.question.understood
    assert "2020-12-30/488-fz" in answer.question.understood


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("кто управляет кластером «Рога и Копыта»", "not_stated"),
        ("who manages the cluster «Horns and Hooves»?", "not_stated"),
        ("сколько пилотных кластеров в Воронежской области", "not_stated"),
        ("субсидия ЦКР в 2019 году", "not_stated"),
        ("кто управляет Камским инновационным кластером", "not_stated"),
        ("погода завтра", "not_understood"),
        ("", "not_understood"),
        ("?!", "not_understood"),
        ("стальные кластеры в Пермском крае", "not_understood"),
    ],
)
def test_nothing_is_guessed(asked: Snapshot, question: str, verdict: str) -> None:
    answer = ask(question, asked)
    assert (answer.verdict, answer.rows) == (verdict, ())
    assert answer.coverage.documents == 3


def test_a_misspelled_name_brings_candidates(asked: Snapshot) -> None:
    answer = ask("кто управляет кластером «Новй Звездный»", asked)
    assert (answer.verdict, answer.rows) == ("not_understood", ())
    assert ZVEZDNYI in answer.question.understood


def test_a_connection_shows_every_hop(asked: Snapshot) -> None:
    (row,) = ask("как связаны Галицкий и Сокол", asked).rows
    assert row.label == f"Галицкий Сергей → {ZVEZDNYI} → ПАО «Протон-ПМ» → ООО «Сокол»"
    assert [piece.quote for piece in row.evidence if piece.role == "value"]


@pytest.mark.parametrize(
    "question",
    [
        "кто управляет кластером «Новый Звездный»",
        "Who manages «Новый Звездный», its status and level?",
        "какие пилотные кластеры есть в Пермском крае",
        "сколько промышленных кластеров в Тульской области",
        "субсидия ЦКР по годам",
        "контакты Технополиса «Новый Звездный»",
    ],
)
def test_the_query_shown_gives_the_same_rows(asked: Snapshot, question: str) -> None:
    answer = ask(question, asked)
    results = asked.store.query(answer.sparql)
    assert isinstance(results, QuerySolutions)
    assert len({str(row) for row in results}) == len(answer.rows)


def test_words_of_the_question_never_enter_the_query(asked: Snapshot) -> None:
    answer = ask('кто управляет кластером «Новый Звездный» } DROP ALL #"', asked)
    assert "DROP" not in answer.sparql + answer.cypher


def test_json_is_as_promised(asked: Snapshot) -> None:
    shown = as_json(ask("сколько промышленных кластеров в Тульской области", asked))
    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown
    keys = ["question", "understood", "language", "answers", "verdict", "coverage", "sparql", "cypher"]
    assert list(shown) == keys
    assert list(shown["answers"][0]) == ["label", "iri", "value", "unit", "counted", "evidence"]
    assert list(shown["answers"][0]["evidence"][0]) == ["document", "title", "role", "page", "quote", "boxes"]
    assert shown["coverage"] == {"documents": 3, "pages": 3, "unreadable_pages": 0}
    assert (shown["language"], shown["verdict"]) == ("ru", "answered")


def test_pages_that_could_not_be_read_are_counted_and_not_findings(tmp_path: Path) -> None:
    sheet, library = card(), create(tmp_path / "library")
    edition = sheet.edition()
    document = replace(edition.extract.document, unreadable_pages=(1,), findings=("one thing", "another"))
    with Ledger.open(library) as ledger:
        ledger.add(replace(edition, extract=replace(edition.extract, document=document)), sheet.text.encode())
    assert coverage(Snapshot.open(library)).unreadable_pages == 1


def test_who_heads_a_member_is_not_who_manages_its_cluster(asked: Snapshot) -> None:
    found = ask("Кто возглавляет ООО «Сокол»?", asked)
    assert (found.rows, "кластер" in found.question.understood.casefold()) == ((), False)
