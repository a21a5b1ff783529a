"""A thing tells what happened to it: documents, judgements and rollbacks in order, with the passages."""

from collections.abc import Callable

import pytest

from graph.edition import Edition
from graph.errors import UnknownThing
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.snapshot import Snapshot
from graph.story import Said, story

Draft = Callable[..., Edition]
COUNT = ("cluster:А", "svod:memberCount", "=26")
MORE = ("cluster:А", "svod:memberCount", "=27")
OTHER = ("cluster:Б", "svod:memberCount", "=3")


def _counts(rows: tuple[Said, ...]) -> list[str]:
    return [row.value for row in rows if row.predicate == "svod:memberCount"]


def test_a_thing_tells_its_story_in_order(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    ledger.add(draft("b.txt", [OTHER]))
    ledger.add(draft("a.txt", [MORE]))
    ledger.publish()
    fact = Snapshot.open(ledger.library).query("SELECT ?f { GRAPH <graph/facts> { ?f rdf:object 27 } }")
    ledger.judge(Judgement("correct", statements=(next(iter(fact))[0].value,), value="28", who="Анна", why="описка"))  # type: ignore[arg-type]
    ledger.judge(Judgement("undo", undoes=1, who="Пётр"))
    ledger.withdraw("a.txt")
    ledger.publish()
    events = story(Snapshot.open(ledger.library), "cluster/a")
    assert [event.kind for event in events] == ["added", "replaced", "correct", "undo", "withdrawn"]
    assert [event.who for event in events][2:4] == ["Анна", "Пётр"]
    counts = [(_counts(event.came), _counts(event.went)) for event in events]
    assert counts == [(["26"], []), (["27"], ["26"]), ([], []), ([], []), ([], ["27"])]
    assert events[1].went[-1].quote == " ".join(COUNT)
    assert events[2].judgement is not None
    assert (events[2].judgement.why, events[2].why) == ("описка", "описка")
    assert [event.kind for event in story(Snapshot.open(ledger.library), "cluster/b")] == ["added"]


def test_a_document_tells_its_story(ledger: Ledger, draft: Draft) -> None:
    old = draft("a.txt", [COUNT])
    ledger.add(old)
    number = ledger.add(draft("a.txt", [MORE])).number
    ledger.revert(number)
    ledger.publish()
    kinds = [event.kind for event in story(Snapshot.open(ledger.library), old.id)]
    assert kinds == ["added", "replaced", "rolled back"]


def test_what_never_was_has_no_story(ledger: Ledger) -> None:
    ledger.publish()
    with pytest.raises(UnknownThing, match="cluster/nothing"):
        story(Snapshot.open(ledger.library), "cluster/nothing")
