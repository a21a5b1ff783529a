"""Which acts stood on a day: by the dates that documents state, and by nothing else."""

from datetime import date

import pytest

from graph.acts import ActOnDay, acts_on, day_of
from graph.build import build
from graph.errors import UnknownTime
from graph.ledger import Ledger
from graph.library import create
from graph.snapshot import Snapshot

RESOLUTION = """ПРАВИТЕЛЬСТВО РОССИЙСКОЙ ФЕДЕРАЦИИ

ПОСТАНОВЛЕНИЕ

от 28 января 2016 г. № 41

О некоторых актах Правительства

В соответствии с Федеральным законом от 31 декабря 2014 г. № 488-ФЗ Правительство Российской Федерации постановляет:

1. Признать утратившим силу постановление Правительства Российской Федерации от 31 июля 2015 г. № 779.

2. Внести в постановление Правительства Российской Федерации от 15 апреля 2014 г. № 316 следующие изменения.
"""
FORTY_ONE = "act/ru/government-resolution/2016-01-28/41"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("acts")
    (folder / "resolution.txt").write_text(RESOLUTION, encoding="utf-8")
    library = create(folder / "library")
    Ledger.open(library).close()
    (outcome,) = build(library, [str(folder / "resolution.txt")])
    assert outcome.status == "added"
    return Snapshot.open(library)


def on(snapshot: Snapshot, day: date) -> dict[str, ActOnDay]:
    return {act.id.rpartition("/")[2]: act for act in acts_on(snapshot, day, "ru")}


def test_an_act_stands_from_the_day_that_dates_it(snapshot: Snapshot) -> None:
    assert set(on(snapshot, date(2014, 12, 30))) == {"316"}
    acts = on(snapshot, date(2014, 12, 31))
    assert acts["488-fz"].standing == "stands"
    assert any("488-ФЗ" in item.quote or "2014" in item.quote for item in acts["488-fz"].evidence)


def test_an_act_stands_until_another_repeals_it(snapshot: Snapshot) -> None:
    assert on(snapshot, date(2016, 1, 27))["779"].standing == "stands"
    act = on(snapshot, date(2016, 1, 28))["779"]
    assert act.standing == "repealed"
    (by,) = act.repealed_by
    assert (by.id, by.date) == (FORTY_ONE, "2016-01-28")
    assert "№ 779" in by.evidence[0].quote


def test_an_act_stands_in_the_edition_of_the_last_that_amended_it(snapshot: Snapshot) -> None:
    assert on(snapshot, date(2015, 1, 1))["316"].amended_by == ()
    act = on(snapshot, date(2017, 1, 1))["316"]
    assert (act.standing, [by.id for by in act.amended_by]) == ("stands", [FORTY_ONE])


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(UnknownTime, match=r"31\.12\.2015"):
        day_of("в прошлом году")
