"""What is planned, and what the document that is an act mentions, asked of a library of two documents of ours."""

from pathlib import Path
from typing import Any, Literal

import pytest

from graph.answer import ask
from graph.build import build
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library, create
from graph.snapshot import Snapshot
from tests.graph.conftest import library_of

ORDER = """ПРИКАЗ
Минпромторга России
от 15 марта 2017 г. № 777

Об изменении реестра промышленных кластеров

В соответствии с постановлением Правительства Российской Федерации от 31.07.2015 № 779 приказываю:
1. Включить в реестр кластер «Композиты Дона» и кластер «Фотоника Прикамья».
2. В кластере «Композиты Дона» планируется создать 120 рабочих мест к 2025 году.
"""
PROGRAMME = """Программа развития Тульской области

В 2026 году планируется построить 14 технопарков. В 2020 году построено 3 технопарка.
"""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("planned")
    for name, text in (("order.txt", ORDER), ("programme.txt", PROGRAMME)):
        (folder / name).write_text(text, encoding="utf-8")
    library = create(folder / "library")
    assert {outcome.status for outcome in build(library, sorted(map(str, folder.glob("*.txt"))))} == {"added"}
    return Snapshot.open(library)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Сколько рабочих мест планируется создать в кластере «Композиты Дона»?", [120]),
        ("Сколько рабочих мест планируется создать?", [120]),
        ("Сколько технопарков планируется построить в 2026 году?", [14]),
        ("Сколько технопарков построено?", [3]),
        ("Сколько технопарков планируется построить в 2027 году?", []),
        ("Сколько школ планируется построить?", []),
        ("Сколько рабочих мест создано?", []),
    ],
)
def test_a_plan_is_asked_for_as_a_plan(snapshot: Snapshot, question: str, values: list[int]) -> None:
    answer = ask(question, snapshot)
    assert [row.value for row in answer.rows] == values
    assert answer.verdict == ("answered" if values else "not_stated")
    assert all(row.evidence for row in answer.rows)
    assert all(("планируется)" in row.label) is ("планируется" in question) for row in answer.rows)


@pytest.mark.parametrize(
    "question",
    [
        "Какие кластеры упоминает приказ № 777?",
        "Which clusters does order 777 mention?",
        "Какие кластеры упоминаются в приказе № 777?",
    ],
)
def test_an_act_mentions_what_the_document_does_that_is_the_act(snapshot: Snapshot, question: str) -> None:
    answer = ask(question, snapshot)
    assert {row.label for row in answer.rows} == {"кластер «Композиты Дона»", "кластер «Фотоника Прикамья»"}
    assert all(len(row.evidence) > 1 for row in answer.rows)


def test_an_act_whose_text_is_not_in_the_library_mentions_nothing_that_is_stated(snapshot: Snapshot) -> None:
    assert ask("Какие кластеры упоминает постановление № 779?", snapshot).verdict == "not_stated"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, PROGRAMME)


def _parks(library: Library) -> list[Any]:
    return [row.value for row in ask("Сколько технопарков планируется построить?", Snapshot.open(library)).rows]


def _judge(library: Library, kind: Literal["reject", "correct", "undo"], **said: Any) -> None:
    (figure,) = Snapshot.open(library).figures_planned if kind != "undo" else (None,)
    with Ledger.open(library) as ledger:
        ledger.judge(Judgement(kind, statements=(figure.statement.value,) if figure else (), **said))
        ledger.publish()


def test_a_rejected_plan_stays_rejected_in_the_next_edition_until_it_is_undone(library: Library) -> None:
    _judge(library, "reject")
    assert _parks(library) == []
    programme = library.path.parent / "programme.txt"
    programme.write_text(f"{PROGRAMME}\nВ 2027 году планируется построить 2 моста.\n", encoding="utf-8")
    assert [outcome.status for outcome in build(library, [str(programme)])] == ["replaced"]
    assert _parks(library) == []
    _judge(library, "undo", undoes=1)
    assert _parks(library) == [14]
    _judge(library, "undo", undoes=2)
    assert _parks(library) == []


def test_a_corrected_plan_is_answered_as_corrected_with_the_passage_of_the_document(library: Library) -> None:
    _judge(library, "correct", value="15")
    assert _parks(library) == [15]
    (row,) = ask("Сколько технопарков планируется построить?", Snapshot.open(library)).rows
    assert (row.evidence[0].quote, row.evidence[0].judgement) == ("14", "judgement/1")
