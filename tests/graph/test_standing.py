"""Questions about the acts that stood on a day, in both languages, by what documents date and repeal."""

from datetime import date
from pathlib import Path

import pytest

from graph.answer import Answer, ask
from graph.build import build
from graph.ledger import Ledger
from graph.library import create
from graph.questions.standing import limits
from graph.snapshot import Snapshot

ORDER = """ПРАВИТЕЛЬСТВО РОССИЙСКОЙ ФЕДЕРАЦИИ

ПОСТАНОВЛЕНИЕ

от 28 января 2016 г. № 41

О некоторых актах Правительства

1. Признать утратившим силу постановление Правительства Российской Федерации от 31 июля 2015 г. № 779.

2. Внести в постановление Правительства Российской Федерации от 15 апреля 2014 г. № 316 следующие изменения.
"""
NEW, GONE, AMENDED = "2016-01-28/41", "2015-07-31/779", "2014-04-15/316"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("standing")
    (folder / "order.txt").write_text(ORDER, encoding="utf-8")
    library = create(folder / "library")
    Ledger.open(library).close()
    assert [outcome.status for outcome in build(library, [str(folder / "order.txt")])] == ["added"]
    return Snapshot.open(library)


def acts(answer: Answer) -> list[str]:
    """The ends of the ids of the acts answered, in order."""
    return ["/".join((row.iri or "").rsplit("/", 2)[1:]) for row in answer.rows]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Какие акты действовали на 31.12.2015?", [AMENDED, GONE]),
        ("какие законы и постановления были в силе 31 декабря 2015 года", [AMENDED, GONE]),
        ("Which legal acts were in force on 1 March 2016?", [AMENDED, NEW]),
        ("Какие акты действовали 1 января 2015 г.?", [AMENDED]),
        ("Which acts stood on 2001-05-05?", []),
        ("Действовало ли постановление № 779 на 31 декабря 2015 года?", [GONE]),
        ("Действовало ли постановление № 779 на 1 марта 2016 года?", [NEW]),
        ("Действовало ли постановление № 779 на 1 марта 2010 года?", []),
    ],
)
def test_the_acts_that_stood_on_a_day_are_answered(snapshot: Snapshot, question: str, expected: list[str]) -> None:
    answer = ask(question, snapshot)
    assert acts(answer) == expected
    assert answer.verdict == ("answered" if expected else "not_stated")
    assert all(row.evidence for row in answer.rows)


def test_an_act_that_is_asked_for_is_found_behind_more_acts_than_are_shown(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.answer.ROWS_SHOWN", 1)  # AMENDED is the first of the acts that stood
    assert acts(ask("Действовало ли постановление № 779 на 31 декабря 2015 года?", snapshot)) == [GONE]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Каким актом отменено постановление № 779?", [NEW]),
        ("By which act was resolution No. 779 repealed?", [NEW]),
        ("Какие акты отменены постановлением № 41?", [GONE]),
        ("Which acts were repealed by resolution No. 41?", [GONE]),
    ],
)
def test_what_is_done_to_an_act_is_told_from_what_it_does(
    snapshot: Snapshot, question: str, expected: list[str]
) -> None:
    assert acts(ask(question, snapshot)) == expected


def test_the_query_shown_gives_the_same_acts(snapshot: Snapshot) -> None:
    answer = ask("Какие акты действовали на 31.12.2015?", snapshot)
    found = {row["act"].value for row in snapshot.store.query(answer.sparql)}  # type: ignore[union-attr]
    assert found == {row.iri for row in answer.rows}
    assert "MATCH" in answer.cypher


def test_today_is_a_day_and_a_year_is_none(snapshot: Snapshot) -> None:
    assert acts(ask("Какие правовые акты действуют сегодня?", snapshot)) == [AMENDED, NEW]
    assert ask("Какие кластеры действовали на 31.12.2015?", snapshot).verdict != "answered"


def test_a_month_is_over_on_its_last_day() -> None:
    texts = {name: terms[0].value for name, terms in limits(date(2016, 2, 29)).items()}
    assert texts == {"day": "2016-02-29", "month": "2016-02", "year": "2015"}
    assert limits(date(2015, 12, 31))["year"][0].value == "2015"
    assert limits(date(2016, 2, 28))["month"][0].value == "2016-01"
