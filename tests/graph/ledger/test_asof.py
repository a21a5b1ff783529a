"""The library as it was: byte for byte what its readers saw."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pyoxigraph import Store

from graph.asof import KEPT, as_of, moment
from graph.edition import Edition
from graph.errors import UnknownTime
from graph.export import export
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.plain import PlainQuad, matching
from graph.rebuild import derived
from graph.snapshot import Snapshot
from graph.terms import PREDICATE, named

Draft = Callable[..., Edition]


def whole(snapshot: Snapshot) -> bytes:
    """Everything that the snapshot says, its log included."""
    return b"".join(export(snapshot, "nquads", with_log=True))


def steps(draft: Draft) -> list[Callable[[Ledger], object]]:
    """Changes of every kind, one after another."""
    first = draft(
        "a.txt", [("cluster:Протон", "schema:location", "region/RU-PER"), ("cluster:Протон", "svod:memberCount", "=12")]
    )
    second = draft("b.txt", [("cluster:Proton", "schema:location", "region/RU-PER")])
    newer = draft(
        "b.txt",
        [("cluster:Proton", "schema:location", "region/RU-TUL"), ("cluster:Волна", "svod:memberCount", "=3")],
        salt="new",
    )
    fewer = replace(newer, extract=replace(newer.extract, statements=newer.extract.statements[1:]), key="other")
    last = draft("e.txt", [("cluster:Волна", "svod:memberCount", "=3")], salt="last")
    fact = Judgement("add", subject="cluster/volna", predicate="svod:staffCount", value="3")
    added = replace(fact, document="a.txt", page=1, quote="cluster:Протон svod:memberCount =12")
    again = draft("c.txt", [("cluster:Волна", "svod:memberCount", "=3")])
    return [
        lambda ledger: ledger.add(first, b"first"),
        lambda ledger: ledger.add(second, b"second"),
        lambda ledger: ledger.judge(Judgement("same", "cluster/proton", "cluster/proton-2", why="one")),
        lambda ledger: ledger.add(newer, b"newer"),
        lambda ledger: ledger.add(again, b"again"),
        lambda ledger: ledger.judge(Judgement("undo", undoes=1)),
        lambda ledger: ledger.see("d.txt", first.document.digest),
        lambda ledger: ledger.withdraw(first.id),
        lambda ledger: ledger.add(first, b"first"),
        lambda ledger: ledger.withdraw(again.id),
        lambda ledger: ledger.revert(ledger.number),
        lambda ledger: ledger.judge(Judgement("reject", statements=(count(ledger),))),
        lambda ledger: ledger.judge(Judgement("undo", undoes=3)),
        lambda ledger: ledger.judge(Judgement("correct", statements=(count(ledger),), value="13")),
        lambda ledger: ledger.judge(added),
        lambda ledger: ledger.add(fewer),
        lambda ledger: ledger.revert(ledger.number),
        lambda ledger: ledger.add(replace(last, source="d.txt")),
        lambda ledger: ledger.add(replace(last, source="a.txt")),
        lambda ledger: ledger.revert(ledger.number),
    ]


def count(ledger: Ledger) -> str:
    """The statement of a number of members."""
    found = matching(ledger.store, None, PREDICATE, named("svod:memberCount"), None)
    return min(quad.subject.value for quad in found if "/statement/" in quad.subject.value)


def test_every_moment_of_the_past_comes_back_as_it_was(library: Library, draft: Draft) -> None:
    seen: list[tuple[datetime, bytes]] = []
    with Ledger.open(library) as ledger:
        for step in steps(draft):
            step(ledger)
            ledger.publish()
            seen.append((datetime.now(UTC), whole(Snapshot.open(library))))
            time.sleep(0.002)
    head = Snapshot.open(library)
    for when, said in seen:
        assert set(whole(as_of(head, when)).splitlines()) ^ set(said.splitlines()) == set()
        assert whole(as_of(head, when)) == said


def test_a_moment_after_the_last_change_is_the_present(library: Library, draft: Draft) -> None:
    with Ledger.open(library) as ledger:
        steps(draft)[0](ledger)
    head = Snapshot.open(library)
    assert as_of(head, datetime.now(UTC) + timedelta(days=1)) is head


def test_before_the_first_commit_nothing_was_known(library: Library) -> None:
    with pytest.raises(UnknownTime, match="knew nothing"):
        as_of(Snapshot.open(library), datetime(2001, 1, 1, tzinfo=UTC))


def test_the_past_is_made_once_and_a_few_of_them_are_kept(library: Library, draft: Draft) -> None:
    times = []
    with Ledger.open(library) as ledger:
        for number in range(KEPT + 3):
            ledger.add(draft(f"{number}.txt", [("cluster:Протон", "svod:memberCount", f"={number}")]), b"x")
            times.append(datetime.now(UTC))
            time.sleep(0.002)
    head = Snapshot.open(library)
    made = [as_of(head, when).folder for when in times[:-1]]
    kept = {path for path in library.past.iterdir() if not path.name.startswith(".")}
    assert kept == set(made[-KEPT:])
    before = (made[-1] / "CURRENT").stat().st_ino
    assert as_of(head, times[-2]).folder == made[-1]
    assert (made[-1] / "CURRENT").stat().st_ino == before


def test_two_readers_of_the_same_moment_do_not_hinder_each_other(
    library: Library, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(library) as ledger:
        steps(draft)[0](ledger)
        when = datetime.now(UTC)
        time.sleep(0.002)
        steps(draft)[1](ledger)
    head = Snapshot.open(library)
    work_out = derived
    others: list[bytes] = []
    has_begun: list[bool] = []

    def while_another_is_quicker(store: Store, base: str) -> Iterable[PlainQuad]:
        if not has_begun:
            has_begun.append(True)
            others.append(whole(as_of(head, when)))
        return work_out(store, base)

    monkeypatch.setattr("graph.asof.derived", while_another_is_quicker)
    assert whole(as_of(head, when)) == others[0]
    assert [path.name for path in library.past.iterdir()] == [as_of(head, when).folder.name]


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(UnknownTime, match="2026-11-22"):
        moment("вчера")
