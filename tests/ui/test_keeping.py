"""A library saved, brought back and rebuilt from the command line, also while a server holds it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Svod = Callable[..., Any]


def exported(svod: Svod, library: Path) -> str:
    """The library as N-Quads."""
    return str(svod("export", "--format", "nquads", "--library", library).out)


def test_a_library_is_saved_and_restored(svod: Svod, own: Path, tmp_path: Path) -> None:
    made = svod("backup", "-o", tmp_path / "saved", "--library", own, "--json").json
    assert made["file"] == str(tmp_path / "saved")
    assert made["bytes"] == (tmp_path / "saved").stat().st_size
    back = svod("restore", tmp_path / "saved", "--library", tmp_path / "back", "--json")
    assert (back.code, back.json["commit"]) == (0, made["commit"])
    assert exported(svod, tmp_path / "back") == exported(svod, own)


def test_a_restored_library_takes_documents_and_questions(svod: Svod, own: Path, card: Path, tmp_path: Path) -> None:
    back = tmp_path / "back"
    svod("backup", "-o", tmp_path / "saved", "--library", own)
    svod("restore", tmp_path / "saved", "--library", back)
    (again,) = svod("ingest", card, "--library", back, "--json").json["documents"]
    assert again["status"] == "unchanged"
    assert svod("ask", "Кто управляет кластером «Проба»?", "--library", back, "--json").json["verdict"] == "answered"


def test_a_restore_over_a_library_is_refused_with_the_reason(svod: Svod, own: Path, tmp_path: Path) -> None:
    svod("backup", "-o", tmp_path / "saved", "--library", own)
    ran = svod("restore", tmp_path / "saved", "--library", own)
    assert ran.code == 1
    assert "not empty" in ran.err


def test_a_rebuild_of_what_is_right_changes_no_fact(svod: Svod, own: Path) -> None:
    before = exported(svod, own)
    ran = svod("rebuild", "--library", own, "--json")
    assert (ran.json["status"], ran.json["facts_added"], ran.json["facts_removed"]) == ("rebuilt", 0, 0)
    assert exported(svod, own) == before


def test_both_work_beside_a_server(svod: Svod, server: Any, tmp_path: Path) -> None:
    assert svod("rebuild", "--library", server.library, "--json").json["status"] == "rebuilt"
    assert svod("backup", "-o", tmp_path / "saved", "--library", server.library).code == 0
    assert svod("restore", tmp_path / "saved", "--library", tmp_path / "back").code == 0
    assert exported(svod, tmp_path / "back") == exported(svod, server.library)


def test_a_release_is_written_and_checked(svod: Svod, own: Path) -> None:
    assert svod("release", "--check", "--library", own).code == 1
    made = svod("release", "--library", own, "--json").json
    assert (made["number"], Path(made["folder"]).name) == (1, "1")
    checked = svod("release", "--check", "--library", own, "--json")
    assert (checked.code, checked.json["equal"]) == (0, True)
    again = svod("release", "--library", own)
    assert again.code == 1
    assert "nothing changed" in again.err


def test_a_library_of_this_format_needs_no_upgrade(svod: Svod, own: Path) -> None:
    ran = svod("upgrade", "--library", own)
    assert (ran.code, "already" in ran.out) == (0, True)
