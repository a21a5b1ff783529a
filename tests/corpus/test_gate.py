"""The gate: it passes what holds, names what does not, and holds for the gold that is here."""

import json
from pathlib import Path

import pytest

from corpus import gate
from corpus.gate import GOLD, changes, check, pinned, read_floors, saved, there
from corpus.score import ByDocument, Count, by_document

COUNTED: ByDocument = {"facts": {"a.txt": {"facts": Count(found=9, missed=1)}, "b.txt": {"facts": Count(found=10)}}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a gold file."""
    (tmp_path / "facts.jsonl").write_text('{"document": "a.txt"}\n', encoding="utf-8")
    return tmp_path


def reasons(folder: Path, counted: ByDocument, floors: gate.Floors) -> list[str]:
    return [str(breach) for breach in check(folder, floors, counted)]


def test_what_was_pinned_holds(folder: Path) -> None:
    floors = pinned(folder, COUNTED)
    assert floors["facts"]["types"] == {"facts": {"precision": 1.0, "recall": 0.95}}
    assert reasons(folder, COUNTED, floors) == []


def test_what_is_not_measured_has_no_floor(folder: Path) -> None:
    counted: ByDocument = {"facts": {"a.txt": {"facts": Count(found=9, missed=1, is_recall_only=True)}}}
    floors = pinned(folder, counted)
    assert floors["facts"]["types"] == {"facts": {"recall": 0.9}}
    assert reasons(folder, counted, floors) == []


def test_a_value_below_its_floor_is_named(folder: Path) -> None:
    worse: ByDocument = {
        "facts": {"a.txt": {"facts": Count(found=8, false=1, missed=2)}, "b.txt": COUNTED["facts"]["b.txt"]}
    }
    assert reasons(folder, worse, pinned(folder, COUNTED)) == [
        "facts facts: precision 0.9474 is below its floor 1.0",
        "facts facts: recall 0.9 is below its floor 0.95",
    ]


def test_changed_gold_needs_new_floors(folder: Path) -> None:
    floors = pinned(folder, COUNTED)
    (folder / "facts.jsonl").write_text("{}\n", encoding="utf-8")
    assert len(reasons(folder, COUNTED, floors)) == 1
    (folder / "facts.jsonl").unlink()
    assert reasons(folder, COUNTED, floors) == ["facts: the gold is gone"]


def test_gold_without_floors_and_documents_that_failed_are_no_pass(folder: Path) -> None:
    assert reasons(folder, COUNTED, {}) == ["facts: has no floors: pin them"]
    failure = {"document": "a", "error": "ValueError: broken"}
    floors = pinned(folder, COUNTED)
    assert [str(one) for one in check(folder, floors, COUNTED, [failure])] == ["a: failed: ValueError: broken"]


def test_a_type_that_is_found_no_more_is_below_its_floor(folder: Path) -> None:
    nothing: ByDocument = {"facts": {"a.txt": {"facts": Count(missed=20)}}}
    assert reasons(folder, nothing, pinned(folder, COUNTED)) == ["facts facts: recall 0.0 is below its floor 0.95"]


def test_gains_and_losses_stand_by_document() -> None:
    now: ByDocument = {"facts": {"a.txt": {"facts": Count(found=10)}, "b.txt": {"facts": Count(found=9, missed=1)}}}
    assert list(changes(saved(COUNTED), now)) == [
        "+ facts a.txt facts: found 9 -> 10, false 0 -> 0, missed 1 -> 0",
        "- facts b.txt facts: found 10 -> 9, false 0 -> 0, missed 0 -> 1",
    ]
    assert list(changes(saved(COUNTED), COUNTED)) == []


def test_the_command_says_by_its_exit_whether_the_floors_hold(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = folder / "floors.json"
    floors.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "GOLD", {"corpus": folder})
    monkeypatch.setattr(gate, "read_floors", lambda: json.loads(floors.read_text(encoding="utf-8")))
    monkeypatch.setattr(gate, "by_document", lambda _: (COUNTED, []))
    assert gate.main([]) == 1
    assert "no floors" in capsys.readouterr().err
    assert gate.main(["--pin", "--save", str(folder / "kept.json")]) == 0
    assert gate.main(["--compare", str(folder / "kept.json")]) == 0
    assert "R 0.9500" in capsys.readouterr().out


def test_our_own_gold_is_always_there() -> None:
    assert "corpus" in there()
    assert set(read_floors()) == set(GOLD)


@pytest.mark.parametrize("name", there())
def test_the_floors_hold(name: str) -> None:
    counted, failed = by_document(GOLD[name])
    assert [str(breach) for breach in check(GOLD[name], read_floors()[name], counted, failed)] == []
