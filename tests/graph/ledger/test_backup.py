"""A library as one file, and back."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from graph.backup import MANIFEST, backup, restore
from graph.edition import Edition
from graph.errors import BackupError, NotALibrary
from graph.export import export
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library, create
from graph.snapshot import Snapshot

Draft = Callable[..., Edition]


def whole(library: Library) -> bytes:
    """Everything the latest snapshot says, its log included."""
    return b"".join(export(Snapshot.open(library), "nquads", with_log=True))


@pytest.fixture
def kept(library: Library, draft: Draft) -> Library:
    """A library with two documents, one replaced, and a judgement."""
    with Ledger.open(library) as ledger:
        ledger.add(draft("a.txt", [("cluster:Протон", "schema:location", "region/RU-PER")]), b"one")
        ledger.add(draft("b.txt", [("cluster:Proton", "schema:location", "region/RU-PER")]), b"two")
        ledger.add(draft("b.txt", [("cluster:Proton", "schema:location", "region/RU-PER")], salt="new"), b"three")
        ledger.judge(Judgement("same", "cluster/proton", "cluster/proton-2", who="librarian"))
    return library


def test_a_restored_library_is_the_one_that_was_saved(kept: Library, tmp_path: Path) -> None:
    made = backup(kept, tmp_path / "saved")
    back = restore(tmp_path / "saved", tmp_path / "back")
    assert whole(back) == whole(kept)
    names = {path.name for folder in (back.files, back.read, back.archive) for path in folder.rglob("*")}
    assert names == {path.name for folder in (kept.files, kept.read, kept.archive) for path in folder.rglob("*")}
    with Ledger.open(back) as ledger:
        assert ledger.number == made.commit
        assert (ledger.rebuild().facts_added, ledger.number) == (0, made.commit + 1)


def test_a_backup_is_taken_while_a_writer_works(kept: Library, draft: Draft, tmp_path: Path) -> None:
    with Ledger.open(kept) as ledger:
        ledger.publish()
        before = whole(kept)
        ledger.add(draft("c.txt", [("cluster:Позже", "schema:location", "region/RU-TUL")]), b"later")
        backup(kept, tmp_path / "saved")
    assert whole(restore(tmp_path / "saved", tmp_path / "back")) == before
    assert not list(kept.path.glob(".backup*"))


def test_a_backup_replaces_nothing(kept: Library, tmp_path: Path) -> None:
    (tmp_path / "saved").write_bytes(b"something")
    with pytest.raises(BackupError, match="is there already"):
        backup(kept, tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == b"something"


def test_a_restore_writes_over_no_library(kept: Library, tmp_path: Path) -> None:
    backup(kept, tmp_path / "saved")
    with pytest.raises(BackupError, match="not empty"):
        restore(tmp_path / "saved", kept.path)


def test_what_was_never_published_cannot_be_saved(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="published nothing"):
        backup(create(tmp_path / "bare"), tmp_path / "saved")


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.98])
def test_a_file_that_was_cut_off_is_refused(kept: Library, tmp_path: Path, cut: float) -> None:
    backup(kept, tmp_path / "saved")
    data = (tmp_path / "saved").read_bytes()
    (tmp_path / "saved").write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(BackupError, match=r"damaged|manifest"):
        restore(tmp_path / "saved", tmp_path / "back")
    assert not (tmp_path / "back").exists()


def rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    """Write a backup anew, each file of it as `change` gives it."""
    out = io.BytesIO()
    packed = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(path.read_bytes())).read()
    with tarfile.open(fileobj=io.BytesIO(packed)) as old, tarfile.open(fileobj=out, mode="w") as new:
        for member in old:
            file = old.extractfile(member)
            assert file
            changed = change(member.name, file.read())
            if changed:
                info = tarfile.TarInfo(changed[0])
                info.size = len(changed[1])
                new.addfile(info, io.BytesIO(changed[1]))
    path.write_bytes(zstandard.ZstdCompressor().compress(out.getvalue()))


def test_a_part_that_differs_from_its_digest_is_named(kept: Library, tmp_path: Path) -> None:
    backup(kept, tmp_path / "saved")
    rewritten(tmp_path / "saved", lambda name, data: (name, data.replace(b"three", b"thrEe")))
    with pytest.raises(BackupError, match="files/"):
        restore(tmp_path / "saved", tmp_path / "back")


def test_a_part_that_is_missing_is_named(kept: Library, tmp_path: Path) -> None:
    backup(kept, tmp_path / "saved")
    rewritten(tmp_path / "saved", lambda name, data: None if name.startswith("archive/") else (name, data))
    with pytest.raises(BackupError, match="archive/"):
        restore(tmp_path / "saved", tmp_path / "back")


def test_a_name_outside_the_library_is_refused(kept: Library, tmp_path: Path) -> None:
    backup(kept, tmp_path / "saved")
    rewritten(tmp_path / "saved", lambda name, data: (f"../{name}" if name == "library.toml" else name, data))
    with pytest.raises(BackupError, match="outside"):
        restore(tmp_path / "saved", tmp_path / "back")
    assert not (tmp_path / "library.toml").exists()


def test_a_backup_of_a_format_to_come_is_refused(kept: Library, tmp_path: Path) -> None:
    def newer(name: str, data: bytes) -> tuple[str, bytes]:
        return name, (json.dumps(json.loads(data) | {"format": 99}).encode() if name == MANIFEST else data)

    backup(kept, tmp_path / "saved")
    rewritten(tmp_path / "saved", newer)
    with pytest.raises(BackupError, match="format 99"):
        restore(tmp_path / "saved", tmp_path / "back")


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "saved").write_bytes(b"%PDF-1.7 and so on")
    with pytest.raises(BackupError, match="no backup of Svod"):
        restore(tmp_path / "saved", tmp_path / "back")
