"""Which files a list of paths names."""

from pathlib import Path

import pytest

from ingest import collect


def test_folders_are_sorted_and_other_files_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.pdf", "in/a.HTML", "in/sub/c.txt", "in/notes.rtf", "in/.hidden/d.txt", "in/.e.txt", "one.dat"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")
    found = collect(["one.dat", "in", "gone.pdf", "in/b.pdf"])
    assert [source.path for source in found.sources] == ["one.dat", "in/a.HTML", "in/b.pdf", "in/sub/c.txt", "gone.pdf"]
    assert found.skipped == 1


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [Path(source.path).name for source in collect([str(tmp_path)]).sources] == ["a.txt"]
