"""What is planned of things, asked of a library of one document of ours: said to be planned, and no fact."""

from pathlib import Path

import pytest

from graph.answer import ask
from graph.build import build
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library, create
from graph.snapshot import Snapshot
from tests.graph.conftest import library_of

PROGRAMME = """Программа развития Томской области

К 2027 году планируется создать кластер «Атомные технологии» в Томской области. Управлять кластером «Атомные технологии»
будет АО «Технопарк Северск». Участниками кластера «Атомные технологии» станут ООО «Изотоп-Томск» и АО «Химкомбинат».
Кластер «Сибирский лес» создан в 2013 году в Томской области. ООО «Кедр» входит в кластер «Сибирский лес».
Возглавить кластер «Сибирский лес» должен Артём Гусев.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, PROGRAMME)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("intended")
    (folder / "programme.txt").write_text(PROGRAMME, encoding="utf-8")
    library = create(folder / "library")
    assert [outcome.status for outcome in build(library, [str(folder / "programme.txt")])] == ["added"]
    return Snapshot.open(library)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Какие кластеры планируется создать в Томской области?", ["кластер «Атомные технологии»"]),
        ("Which clusters are planned in the Tomsk region?", ["кластер «Атомные технологии»"]),
        ("Когда планируется создать кластер «Атомные технологии»?", ["2027"]),
        ("Какие организации войдут в кластер «Атомные технологии»?", ["ООО «Изотоп-Томск»", "АО «Химкомбинат»"]),
        ("Who is planned to join «Атомные технологии»?", ["ООО «Изотоп-Томск»", "АО «Химкомбинат»"]),
        ("В какой кластер планирует войти ООО «Изотоп-Томск»?", ["кластер «Атомные технологии»"]),
        ("Кто будет управлять кластером «Атомные технологии»?", ["АО «Технопарк Северск»"]),
        ("Кто возглавит кластер «Сибирский лес»?", ["Гусев Артём"]),
        (
            "Что планируется в кластере «Сибирский лес»?",
            ["Кластер «Сибирский лес» — менеджер кластера: Гусев Артём"],
        ),
        ("Какие кластеры планируется создать в Пермском крае?", []),
        ("Кто планирует войти в кластер «Сибирский лес»?", []),
    ],
)
def test_what_is_planned_is_said_to_be_planned(snapshot: Snapshot, question: str, labels: list[str]) -> None:
    answer = ask(question, snapshot)
    planned = "планируется" if answer.question.language == "ru" else "planned"
    assert [row.label for row in answer.rows] == [f"{label} ({planned})" for label in labels]
    assert answer.verdict == ("answered" if labels else "not_stated")
    assert answer.question.understood.startswith(planned)
    assert all(row.evidence for row in answer.rows)


@pytest.mark.parametrize(
    "question", ["Кто возглавляет кластер «Сибирский лес»?", "Какие организации входят в кластер «Атомные технологии»?"]
)
def test_a_plan_is_no_fact(snapshot: Snapshot, question: str) -> None:
    assert ask(question, snapshot).verdict == "not_stated"


def test_the_query_shown_gives_the_statements(snapshot: Snapshot) -> None:
    answer = ask("Какие организации войдут в кластер «Атомные технологии»?", snapshot)
    rows = list(snapshot.query(answer.sparql))  # type: ignore[arg-type]
    assert len(rows) == len(answer.rows)


def test_decisions_on_a_plan_are_heard(library: Library) -> None:
    question = "Кто возглавит кластер «Сибирский лес»?"
    (one,) = [r for r in Snapshot.open(library).relations_intended if r.predicate.value.endswith("manager")]
    assert [row.label for row in ask(question, Snapshot.open(library)).rows] == ["Гусев Артём (планируется)"]
    for judgement, labels in (
        (Judgement("reject", statements=(one.statement.value,)), []),
        (Judgement("undo", undoes=1), ["Гусев Артём (планируется)"]),
    ):
        with Ledger.open(library) as ledger:
            ledger.judge(judgement)
            ledger.publish()
        assert [row.label for row in ask(question, Snapshot.open(library)).rows] == labels
