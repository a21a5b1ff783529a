"""A new edition waits, is shown with what it changes, and is approved or let go as a whole."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from graph.approval import approve, resume, roll_back
from graph.edition import Edition
from graph.errors import RollbackError
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.log import entries
from graph.plain import matching, n_quads
from graph.rebuild import derived, is_derived
from graph.report import Difference, report
from graph.snapshot import Snapshot
from graph.staging import Reviewer, waiting
from graph.terms import PREDICATE, named
from nlp.statement import Qualifiers
from nlp.version import EXTRACTOR

Draft = Callable[..., Edition]
COUNT = ("cluster:А", "svod:memberCount", "=26")
MORE = ("cluster:А", "svod:memberCount", "=27")
PLACE = ("cluster:А", "schema:location", "region/RU-PER")
TULA = ("cluster:А", "schema:location", "region/RU-TUL")


def _snapshot(ledger: Ledger) -> Snapshot:
    ledger.publish()
    return Snapshot.open(ledger.library)


def _put_up(ledger: Ledger, *editions: Edition) -> Snapshot:
    """Put editions up for review; comes back with what readers see."""
    snapshot = _snapshot(ledger)
    for edition in editions:
        Reviewer(ledger.library, snapshot).add(edition, edition.document.text.encode())
    return snapshot


def _content(ledger: Ledger) -> list[bytes]:
    """All but the log, which says what was tried."""
    log = _snapshot(ledger).graphs.log
    return n_quads(quad for quad in matching(ledger.store) if quad.graph_name != log)


def _is_count(ledger: Ledger, fact: str) -> bool:
    return any(
        matching(ledger.store, NamedNode(ledger.library.base + fact), PREDICATE, named("svod:memberCount"), None)
    )


def _said(rows: tuple[Difference, ...]) -> list[tuple[str, str]]:
    return [(row.predicate, row.object) for row in rows]


def test_a_waiting_edition_changes_nothing_until_it_is_approved(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT, PLACE]))
    before = _content(ledger)
    newer = draft("a.txt", [COUNT, TULA])
    _put_up(ledger, newer)
    assert _content(ledger) == before
    (row,) = waiting(ledger.library)
    assert (row.document, row.status, row.reason) == (newer.id, "replaced", "new bytes")
    decision = approve(ledger)
    assert [commit.status for commit in decision.commits] == ["replaced"]
    assert waiting(ledger.library) == []
    assert ledger.find_document("a.txt").value.endswith(newer.id)


def test_the_report_puts_each_fact_in_one_list_with_both_passages(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT, PLACE, ("cluster:А", "svod:cooperatesWith", "region/RU-MOW")]))
    newer = draft("a.txt", [MORE, ("cluster:«А»", *PLACE[1:]), ("cluster:«А»", *TULA[1:])])
    snapshot = _put_up(ledger, newer)
    found = report(snapshot, waiting(ledger.library))
    assert ("svod:cooperatesWith", "region/RU-MOW") in _said(found.lost)
    assert "svod:memberCount" not in {row.predicate for row in (*found.added, *found.lost)}
    assert ("schema:location", "region/RU-TUL") in _said(found.added)
    (place,) = (row for row in found.resupported if row.predicate == "schema:location")
    assert (place.old[0].quote, place.new[0].quote) == (" ".join(PLACE), f"cluster:«А» {' '.join(PLACE[1:])}")
    (count,) = found.contradicted
    assert (count.object, count.instead_of, count.subject) == ("27", "26", "cluster/a")
    assert (count.old[0].quote, count.new[0].quote) == (" ".join(COUNT), " ".join(MORE))
    assert not list(ledger.library.review.glob(".rehearsal*"))


def test_the_report_says_that_another_document_contradicts(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    found = report(_put_up(ledger, draft("b.txt", [MORE])), waiting(ledger.library))
    (count,) = found.contradicted
    assert (count.object, count.instead_of, found.lost) == ("27", "26", ())


def test_counts_of_two_periods_do_not_contradict_each_other(ledger: Ledger, draft: Draft) -> None:
    def of(year: str, edition: Edition) -> Edition:
        dated = tuple(replace(row, qualifiers=Qualifiers(period=year)) for row in edition.extract.statements)
        return replace(edition, extract=replace(edition.extract, statements=dated))

    ledger.add(of("2012", draft("a.txt", [COUNT])))
    found = report(_put_up(ledger, of("2015", draft("b.txt", [MORE]))), waiting(ledger.library))
    assert (found.contradicted, ("svod:memberCount", "27") in _said(found.added)) == ((), True)


def test_a_report_tells_that_another_manages_now(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:А", "svod:manager", "person:Иван Петров")]))
    newer = draft("a.txt", [("cluster:А", "svod:manager", "person:Анна Серова")])
    (manager,) = report(_put_up(ledger, newer), waiting(ledger.library)).contradicted
    assert (manager.instead_of, manager.object_name) == ("Иван Петров", "Анна Серова")


def test_a_report_passes_over_what_was_added_from_a_document_that_has_left(ledger: Ledger, draft: Draft) -> None:
    gone = draft("b.txt", [TULA], salt="Всего сорок участников.")
    ledger.add(gone)
    passage = {"document": "b.txt", "page": 1, "quote": "Всего сорок участников"}
    ledger.judge(Judgement("add", subject="cluster/a", predicate="svod:memberCount", value="40", **passage))  # type: ignore[arg-type]
    ledger.withdraw(gone.id)
    ledger.add(draft("a.txt", [COUNT]))
    found = report(_put_up(ledger, draft("a.txt", [MORE])), waiting(ledger.library))
    assert [(one.instead_of, one.object) for one in found.contradicted] == [("26", "27")]


def test_the_report_of_a_better_extractor_on_the_same_bytes(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [COUNT, PLACE])
    ledger.add(edition)
    fewer = replace(edition.extract, statements=edition.extract.statements[1:])
    _put_up(
        ledger, replace(edition, extract=fewer, key=edition.key.replace(f"extractor={EXTRACTOR}", "extractor=better"))
    )
    rows = waiting(ledger.library)
    found = report(_snapshot(ledger), rows)
    assert [row.reason for row in rows] == ["new extractor"]
    assert (_said(found.lost), found.added, found.resupported) == ([("svod:memberCount", "26")], (), ())
    assert found.kept == 2  # its place and its name
    before = _content(ledger)
    approve(ledger)
    assert _content(ledger) != before
    roll_back(ledger, ["a.txt"])
    assert _content(ledger) == before


def test_the_report_reckons_with_judgements(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    (fact,) = (name for name in entries(ledger.store, ledger.library.base)[-1].added if _is_count(ledger, name))
    ledger.judge(Judgement("reject", statements=(fact,)))
    found = report(_put_up(ledger, draft("a.txt", [COUNT, PLACE])), waiting(ledger.library))
    assert "svod:memberCount" not in {row.predicate for row in (*found.added, *found.lost, *found.contradicted)}


def test_several_editions_are_approved_and_rolled_back_as_one(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    ledger.add(draft("b.txt", [PLACE]))
    before = _content(ledger)
    _put_up(ledger, draft("a.txt", [MORE]), draft("b.txt", [TULA]), draft("c.txt", [("cluster:В", *COUNT[1:])]))
    done = approve(ledger, who="Анна")
    assert [commit.status for commit in done.commits] == ["replaced", "replaced", "added"]
    made = entries(ledger.store, ledger.library.base)[-3:]
    assert {entry.cause.who for entry in made} == {"Анна"}
    (part_of,) = {entry.cause.part_of for entry in made}
    back = roll_back(ledger, [part_of])
    assert len(back.commits) == 3
    names = Snapshot.open(ledger.library).graphs.names
    assert [line for line in _content(ledger) if names.value.encode() not in line] == [
        line for line in before if names.value.encode() not in line
    ]
    kept = n_quads(quad for quad in matching(ledger.store) if is_derived(quad, ledger.library.base))
    assert kept == n_quads(derived(ledger.store, ledger.library.base))


def test_what_waits_is_let_go(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    before = _content(ledger)
    _put_up(ledger, draft("a.txt", [MORE]), draft("b.txt", [TULA]))
    assert len(roll_back(ledger, ["b.txt"]).dropped) == 1
    assert [row.source.rpartition("/")[2] for row in waiting(ledger.library)] == ["a.txt"]
    roll_back(ledger)
    assert (waiting(ledger.library), _content(ledger)) == ([], before)
    with pytest.raises(RollbackError, match="nothing waits"):
        roll_back(ledger)


def test_a_second_edition_takes_the_place_of_the_first_that_waits(ledger: Ledger, draft: Draft) -> None:
    _put_up(ledger, draft("a.txt", [COUNT]))
    _put_up(ledger, draft("a.txt", [MORE]))
    assert [row.document for row in waiting(ledger.library)] == [draft("a.txt", [MORE]).id]


def test_what_the_library_has_moved_on_from_is_not_approved(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    _put_up(ledger, draft("a.txt", [MORE]))
    ledger.add(draft("a.txt", [TULA]))
    number = ledger.number
    with pytest.raises(RollbackError, match="has changed in the library"):
        approve(ledger)
    assert ledger.number == number


def test_an_older_change_is_rolled_back_after_the_newer(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    first = ledger.add(draft("a.txt", [MORE])).number
    second = ledger.add(draft("a.txt", [TULA])).number
    with pytest.raises(RollbackError, match=f"commit {second} changed the same document"):
        roll_back(ledger, [str(first)])
    roll_back(ledger, ["a.txt"])
    roll_back(ledger, ["a.txt"])
    assert ledger.find_document("a.txt").value.endswith(draft("a.txt", [COUNT]).id)
    with pytest.raises(RollbackError, match="already"):
        roll_back(ledger, [str(first)])


def test_a_withdrawal_is_rolled_back_with_what_a_person_added(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [PLACE], salt="Всего сорок участников"))
    fact = Judgement("add", subject="cluster/a", predicate="svod:memberCount", value="40")
    ledger.judge(replace(fact, document="a.txt", page=1, quote="сорок участников"))
    before = _content(ledger)
    number = ledger.withdraw("a.txt").number
    roll_back(ledger, [f"commit/{number}"])
    assert _content(ledger) == before


def test_a_document_of_two_sources_gets_its_source_back(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [COUNT])
    ledger.add(edition)
    ledger.add(replace(edition, source="b.txt"))
    before = _content(ledger)
    number = ledger.add(draft("a.txt", [TULA])).number
    roll_back(ledger, [str(number)])
    assert _content(ledger) == before


def test_what_a_killed_process_began_is_carried_out(
    library: Library, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(library) as ledger:
        ledger.add(draft("a.txt", [COUNT]))
        _put_up(ledger, draft("a.txt", [MORE]), draft("b.txt", [TULA]))
        add = ledger.add
        made: list[object] = []

        def dies(*arguments: object) -> object:
            if made:
                raise KeyboardInterrupt
            made.append(add(*arguments))  # type: ignore[arg-type]
            return made[-1]

        monkeypatch.setattr(ledger, "add", dies)
        with pytest.raises(KeyboardInterrupt):
            approve(ledger)
        monkeypatch.undo()
    with Ledger.open(library) as ledger:
        assert waiting(library) == []
        assert ledger.find_document("b.txt")
        parts = {entry.cause.part_of for entry in entries(ledger.store, library.base)[-2:]}
        assert len(parts) == 1


def test_an_edition_that_cannot_be_added_takes_the_others_back(
    ledger: Ledger, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    _put_up(ledger, draft("a.txt", [MORE]), draft("b.txt", [TULA]))
    add = ledger.add

    def fails(edition: Edition, *arguments: object) -> object:
        if edition.source.endswith("b.txt"):
            raise ValueError("broken")
        return add(edition, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ledger, "add", fails)
    with pytest.raises(RollbackError, match=r"b\.txt could not be added"):
        approve(ledger)
    assert ledger.find_document("a.txt").value.endswith(draft("a.txt", [COUNT]).id)
    assert len(waiting(ledger.library)) == 2
    assert not (ledger.library.review / "begun.json").exists()
    resume(ledger)


def test_the_intention_names_nothing_but_ids(ledger: Ledger, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    _put_up(ledger, draft("a.txt", [MORE]))
    monkeypatch.setattr(ledger, "add", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        approve(ledger)
    said = json.loads((ledger.library.review / "begun.json").read_text(encoding="utf-8"))
    assert said["approve"] == [row.id for row in waiting(ledger.library)]
