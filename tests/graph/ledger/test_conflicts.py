"""Two documents disagree: both stay, and the disagreement is a node with a state."""

from collections.abc import Callable

import pytest
from pyoxigraph import QuerySolutions

from graph.disputes import Dispute, disputes
from graph.edition import Edition
from graph.errors import JudgementError
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.plain import matching
from graph.rebuild import derived
from graph.snapshot import Snapshot
from graph.status import DocumentStatus, documents
from graph.terms import Graphs

Draft = Callable[..., Edition]
COUNT = "svod:memberCount"


def found(ledger: Ledger) -> tuple[Dispute, ...]:
    ledger.publish()
    return disputes(Snapshot.open(ledger.library))


def documents_of(ledger: Ledger) -> tuple[DocumentStatus, ...]:
    return documents(Snapshot.open(ledger.library))


def counted(draft: Draft, source: str, *counts: str, cluster: str = "cluster:Протон", salt: str = "") -> Edition:
    return draft(source, [(cluster, COUNT, f"={count}") for count in counts], salt=salt or source)


@pytest.fixture
def disputed(ledger: Ledger, draft: Draft) -> Ledger:
    """26 members says one document, 27 another."""
    ledger.add(counted(draft, "a.txt", "26"), b"a")
    ledger.add(counted(draft, "b.txt", "27"), b"b")
    return ledger


def test_both_values_stay_and_the_conflict_opens_to_both_passages(disputed: Ledger) -> None:
    (dispute,) = found(disputed)
    assert (dispute.subject, dispute.predicate, dispute.state) == ("cluster/proton", COUNT, "open")
    assert [side.value for side in dispute.sides] == ["26", "27"]
    speaking = {item.document for side in dispute.sides for item in side.evidence}
    assert speaking == {document.id for document in documents_of(disputed)}


def test_conflicts_are_asked_for_in_sparql(disputed: Ledger) -> None:
    disputed.publish()
    rows = Snapshot.open(disputed.library).query("""
        SELECT ?count WHERE {
          GRAPH <graph/conflicts> { ?conflict svod:conflictOf <cluster/proton> ; svod:state "open" ; svod:side ?fact }
          GRAPH <graph/facts> { ?fact rdf:object ?count } } ORDER BY ?count""")
    assert isinstance(rows, QuerySolutions)
    assert [str(row["count"].value) for row in rows] == ["26", "27"]


def test_one_document_that_gives_two_values_is_no_conflict_of_documents(ledger: Ledger, draft: Draft) -> None:
    ledger.add(counted(draft, "a.txt", "26", "27"), b"a")
    assert found(ledger) == ()


def test_two_documents_that_agree_are_no_conflict(ledger: Ledger, draft: Draft) -> None:
    ledger.add(counted(draft, "a.txt", "26"), b"a")
    ledger.add(counted(draft, "b.txt", "26"), b"b")
    assert found(ledger) == ()


def test_what_may_have_several_values_is_never_in_conflict(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [("cluster:Протон", "svod:cooperatesWith", "cluster:А")]), b"a")
    ledger.add(draft("b.txt", [("cluster:Протон", "svod:cooperatesWith", "cluster:Б")]), b"b")
    assert found(ledger) == ()


def test_observations_of_different_meaning_do_not_meet(ledger: Ledger, draft: Draft) -> None:
    for source, measure, value in (("a.txt", '"отобрано', "=25"), ("b.txt", '"получили субсидии', "=26")):
        rows = [("observation:1", "svod:measure", measure), ("observation:1", "svod:observationOf", "cluster:Протон")]
        ledger.add(draft(source, [*rows, ("observation:1", "sdmx-measure:obsValue", value)]), b"x")
    assert found(ledger) == ()


def test_a_conflict_goes_with_its_document(disputed: Ledger) -> None:
    disputed.withdraw("b.txt")
    assert found(disputed) == ()


def test_a_merge_brings_a_conflict_and_its_undoing_takes_it(ledger: Ledger, draft: Draft) -> None:
    ledger.add(counted(draft, "a.txt", "26"), b"a")
    ledger.add(counted(draft, "b.txt", "27", cluster="cluster:Волна"), b"b")
    assert found(ledger) == ()
    ledger.judge(Judgement("same", "cluster/proton", "cluster/volna"))
    assert len(found(ledger)) == 1
    ledger.judge(Judgement("undo", undoes=1))
    assert found(ledger) == ()


@pytest.mark.parametrize(("kind", "state"), [("uphold", "upheld"), ("supersede", "superseded")])
def test_a_person_decides_and_may_take_it_back(disputed: Ledger, kind: str, state: str) -> None:
    side = found(disputed)[0].sides[1]
    disputed.judge(Judgement(kind, statements=(side.fact,), who="librarian", why="the later report"))  # type: ignore[arg-type]
    (dispute,) = found(disputed)
    assert (dispute.state, dispute.stands, dispute.decided_by) == (state, side.fact, "judgement/1")
    assert len(dispute.sides) == 2
    disputed.judge(Judgement("undo", undoes=1))
    assert found(disputed)[0].state == "open"


def test_a_decision_holds_on_the_next_edition(disputed: Ledger, draft: Draft) -> None:
    side = found(disputed)[0].sides[1]
    disputed.judge(Judgement("uphold", statements=(side.fact,)))
    disputed.add(counted(draft, "b.txt", "27", salt="new bytes"), b"new")
    (dispute,) = found(disputed)
    assert (dispute.state, dispute.stands) == ("upheld", side.fact)


def test_a_rejected_side_ends_the_conflict(disputed: Ledger) -> None:
    disputed.judge(Judgement("reject", statements=(found(disputed)[0].sides[0].fact,)))
    assert found(disputed) == ()


def test_what_is_no_side_cannot_be_upheld(disputed: Ledger) -> None:
    with pytest.raises(JudgementError, match="no side of a conflict"):
        disputed.judge(Judgement("uphold", statements=("fact/0123456789abcdef",)))


def test_a_year_and_a_day_in_it_agree(ledger: Ledger, draft: Draft, library: Library) -> None:
    ledger.add(draft("a.txt", [("cluster:Протон", "schema:foundingDate", "=2012")]), b"a")
    ledger.add(draft("b.txt", [("cluster:Протон", "schema:foundingDate", "=2013")]), b"b")
    assert [side.value for side in found(ledger)[0].sides] == ["2012", "2013"]


def test_the_sides_of_a_conflict_of_many_are_those_of_a_rebuild_after_each_change(ledger: Ledger, draft: Draft) -> None:
    drafts = [counted(draft, f"{number}.txt", count) for number, count in enumerate(("26", "27", "27.0", "28", "28"))]
    twofold = counted(draft, "both.txt", "29", "30")  # one document gives both: each disagrees with the others only
    sides = []
    for edition in (*drafts, twofold):
        ledger.add(edition, b"x")
        sides.append(len(found(ledger)[0].sides) if found(ledger) else 0)
        assert unequal(ledger) == 0
    assert sides == [0, 2, 3, 4, 4, 6]
    for edition in (drafts[3], drafts[4], drafts[0], drafts[1], drafts[2]):
        ledger.withdraw(edition.id)
        assert unequal(ledger) == 0
    assert found(ledger) == ()  # 29 and 30, of one document


def unequal(ledger: Ledger) -> int:
    """How many quads of the conflicts are not as a rebuild has them."""
    graph = Graphs.below(ledger.library.base).conflicts
    stored = set(matching(ledger.store, None, None, None, graph))
    return len(stored ^ {quad for quad in derived(ledger.store, ledger.library.base) if quad.graph_name == graph})
