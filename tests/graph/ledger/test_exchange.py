"""Judgements go to another library and hold there, however it calls its things."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from graph.edition import Edition
from graph.exchange import exported
from graph.judgement import Judgement
from graph.librarian import Librarian
from graph.library import open_library
from graph.snapshot import Snapshot

Draft = Callable[..., Edition]
MOMENT = "2026-11-22T10:00:00+00:00"
COUNT = ("cluster:А", "svod:memberCount", "=26")
PLACE = ("cluster:Б", "schema:location", "region/RU-PER")
VIEW = "SELECT ?s ?o { ?s svod:memberCount|svod:staffCount|schema:location ?o } ORDER BY ?s ?o"


def _view(ledger: Librarian) -> list[tuple[str, str]]:
    ledger.publish()
    return [(row[0].value, row[1].value) for row in Snapshot.open(ledger.library).query(VIEW)]  # type: ignore[union-attr]


def test_judgements_of_one_moment_on_other_things_are_told_apart(tmp_path: Path, empty: Path, draft: Draft) -> None:
    here, there = (open_library(shutil.copytree(empty, tmp_path / name / "library", symlinks=True)) for name in "ab")
    places = {name: (f"cluster:{name}", "schema:location", "region/RU-PER") for name in "АБ"}
    one, two = (draft(f"http://x/{name}", [place], salt=name) for name, place in places.items())
    with Librarian.open(here) as ledger:
        ledger.add(one)
        ledger.add(two)
        for cluster in ("cluster/a", "cluster/b"):
            fact = Snapshot.open(here).fact(cluster, "schema:location", "region/RU-PER").value
            ledger.judge(Judgement("reject", statements=(fact,), who="Анна", when=MOMENT))
        assert _view(ledger) == []
    lines = list(exported(Snapshot.open(here)))
    assert len({json.loads(line)["id"] for line in lines}) == 2
    with Librarian.open(there) as ledger:
        ledger.add(two)  # what the second is about is here, what the first is about is not
        assert ledger.import_judgements(lines).waiting == 2
        ledger.add(one)
        assert _view(ledger) == []
        again = ledger.import_judgements(lines)
        assert (again.made, again.known, again.waiting) == (0, 2, 0)


def test_judgements_hold_in_another_library(tmp_path: Path, empty: Path, draft: Draft) -> None:
    here, there = (open_library(shutil.copytree(empty, tmp_path / name / "library", symlinks=True)) for name in "ab")
    one, two = draft("http://x/a", [COUNT]), draft("http://x/b", [PLACE], salt="Работают трое")
    with Librarian.open(here) as ledger:
        ledger.add(one)
        ledger.add(two)
        ledger.publish()
        fact = Snapshot.open(here).fact("cluster/b", "schema:location", "region/RU-PER").value
        ledger.judge(Judgement("reject", statements=(fact,), who="Анна"))
        ledger.judge(Judgement("undo", undoes=1, who="Анна"))
        ledger.judge(Judgement("same", "cluster/a", "cluster/b", who="Анна", why="одно", score=0.9))
        added = Judgement("add", subject="cluster/b", predicate="svod:staffCount", value="3")
        ledger.judge(replace(added, document="http://x/b", page=1, quote="Работают трое"))
        wanted = _view(ledger)
    lines = list(exported(Snapshot.open(here)))
    with Librarian.open(there) as ledger:
        ledger.add(one)
        found = ledger.import_judgements(lines)
        assert (found.made, found.waiting) == (0, 4)
        assert any("cluster/b" in reason for reason in found.reasons)
        ledger.add(two)  # what waits is made when the documents are here
        assert _view(ledger) == wanted
        assert not (there.path / "judgements-waiting.jsonl").exists()
        again = ledger.import_judgements(lines)
        assert (again.made, again.known, again.waiting) == (0, 4, 0)
        same = next(row for row in ledger.judgements.rows if row.kind == "same")
        assert (same.who, same.why, same.score) == ("Анна", "одно", 0.9)
