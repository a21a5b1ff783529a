"""Making a library, opening it, and who may write."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.edition import Edition, dump, edition_key, load, what_changed
from graph.errors import LibraryBusy, LibraryError, NotALibrary, UnknownDocument
from graph.kept import keep_file, keep_read, kept_file, kept_read
from graph.ledger import Ledger
from graph.library import Library, create, open_library
from graph.snapshot import KEPT, Snapshot
from nlp.extract import Extract
from nlp.mention import Mention

Draft = Callable[..., Edition]


def test_a_library_remembers_its_base(tmp_path: Path) -> None:
    create(tmp_path / "library", "https://example.org/id/")
    assert open_library(tmp_path / "library").base == "https://example.org/id/"


@pytest.mark.parametrize("base", ["example.org", "https://example.org", 'https://example.org/"/', "https://пример.рф/"])
def test_what_is_no_base_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(LibraryError, match="base"):
        create(tmp_path / "library", base)


def test_a_folder_without_a_library_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match=str(tmp_path)):
        open_library(tmp_path)


def test_a_library_of_another_format_is_not_opened(library: Library) -> None:
    (library.path / "library.toml").write_text('format = 99\nbase = "http://x/"\n', encoding="utf-8")
    with pytest.raises(NotALibrary, match="99"):
        open_library(library.path)


def test_making_a_library_twice_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="already"):
        create(library.path)


def test_sources_below_the_librarys_parent_are_kept_relative(library: Library) -> None:
    parent = library.path.parent
    assert library.source_name(str(parent / "docs" / ".." / "a.pdf")) == "a.pdf"
    assert library.source_name("/elsewhere/a.pdf") == "/elsewhere/a.pdf"
    assert library.source_name("https://example.org/a.html") == "https://example.org/a.html"


def test_a_second_writer_is_told_who_holds_the_library(library: Library) -> None:
    with Ledger.open(library), pytest.raises(LibraryBusy, match=str(os.getpid())) as caught:
        Ledger.open(library)
    assert caught.value.pid == os.getpid()
    assert caught.value.since
    Ledger.open(library).close()


def test_a_lock_left_by_a_dead_process_is_taken_over(library: Library) -> None:
    code = f"""
import os
from graph.ledger import Ledger
from graph.library import open_library
Ledger.open(open_library({str(library.path)!r}))
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert json.loads(library.lock.read_text(encoding="utf-8"))["pid"]
    with Ledger.open(library) as ledger:
        assert ledger.number >= 1


def test_readers_see_the_last_published_commit_and_old_snapshots_go(ledger: Ledger, draft: Draft) -> None:
    held = Snapshot.open(ledger.library)
    for number in range(KEPT + 2):
        ledger.add(draft(f"{number}.txt", [("cluster:А", "svod:memberCount", f"={number}")]))
        ledger.publish()
    assert Snapshot.open(ledger.library).commit == ledger.number
    assert len([path for path in ledger.library.snapshots.iterdir() if path.name.isdigit()]) == KEPT
    assert held.commit < ledger.number


def test_an_unpublished_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="published nothing"):
        Snapshot.open(create(tmp_path / "library"))


def test_an_edition_survives_the_wire(draft: Draft) -> None:
    edition = draft("a.txt", [("cluster:А", "svod:memberCount", "=1"), ("cluster:А", "svod:manager", "person:Иванов")])
    candidate = {"id": "act/ru/federal-law/2014-12-31/488-fz", "title": "О политике", "reason": "the date"}
    mention = Mention("LegalAct", 0, 3, "abc", None, {"articles": ("1", "2"), "candidates": (candidate,), "date": None})
    extract = Extract(edition.document, (mention,), edition.extract.entities, edition.extract.statements)
    whole = Edition(extract, edition.passages, edition.source, edition.key)
    assert load(dump(whole)) == whole
    assert dump(load(dump(whole))) == dump(whole)


def test_what_is_kept_comes_back(library: Library, draft: Draft) -> None:
    edition = draft("a.txt", [("cluster:А", "svod:memberCount", "=1")])
    keep_file(library, edition.document.digest, b"bytes")
    keep_read(library, edition)
    assert kept_file(library, edition.document.digest) == b"bytes"
    assert kept_read(library, edition.document.digest) == edition
    with pytest.raises(UnknownDocument):
        kept_file(library, "0" * 64)
    with pytest.raises(UnknownDocument):
        kept_read(library, "0" * 64)


def test_the_key_says_what_changed() -> None:
    old = edition_key("aa")
    assert what_changed(old, edition_key("bb")) == "new bytes"
    assert what_changed(old, edition_key("aa", "rus")) == "new capabilities"
    assert what_changed(old, old) == ""


def test_a_library_named_from_a_folder_below_names_its_sources_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tmp_path / "library")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert open_library("../library").source_name("../a.txt") == "a.txt"


def test_what_was_archived_for_a_commit_that_was_never_made_is_forgotten(library: Library) -> None:
    with Ledger.open(library) as ledger:
        number = ledger.number
    kept, unmade = (library.archive / f"{'0' * 16}-{n}.nq.zst" for n in (number, number + 1))
    kept.write_bytes(b"")
    unmade.write_bytes(b"")
    Ledger.open(library).close()
    assert (kept.exists(), unmade.exists()) == (True, False)
