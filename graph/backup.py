"""A library as one file, and back: everything that cannot be worked out anew, with the digest of each part.

The file is a tar archive compressed with Zstandard: `library.toml`, the ledger as N-Quads (`store.nq`, so that another
version of Oxigraph can load it), the folders of the library, and last `manifest.json`, which says what must be there.
"""

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

import zstandard
from pyoxigraph import RdfFormat, Store

from graph.errors import BackupError, NotALibrary
from graph.library import FOLDERS, FORMATS, Library, open_library
from graph.snapshot import CURRENT, Snapshot, publish

MANIFEST, LEDGER = "manifest.json", "store.nq"
WORKED_OUT = frozenset({"store", "snapshots", "search.sqlite", "lock", "server.json", "as-of"})
"""What a backup leaves out of a library's folder: the store goes as N-Quads, the rest is worked out or of a moment."""

LEVEL = 3  # Zstandard: most parts are compressed already
CHUNK = 1 << 20  # bytes read at once


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file: its path, its size in bytes, its SHA-256, the commit it holds, and how many quads and files."""

    file: str
    bytes: int
    sha256: str
    commit: int
    quads: int
    files: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A file in the archive: bytes and SHA-256."""

    bytes: int
    sha256: str


def backup(library: Library, target: Path) -> Backup:
    """Write the library's latest snapshot, with its files, to `target`; the library may be written to meanwhile.

    Raises BackupError where `target` is there already, NotALibrary where nothing was published yet.
    """
    if target.exists():
        raise BackupError(f"{target} is there already: a backup replaces nothing, give another name")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _held(library) as snapshot, draft.open("wb") as file:
            with zstandard.ZstdCompressor(level=LEVEL).stream_writer(file, closefd=False) as packed:
                quads, parts = _write(packed, library, snapshot)
            file.flush()
            os.fsync(file.fileno())
            commit = snapshot.commit
        sha256 = _digest_of(draft)
        os.link(draft, target)
    except FileExistsError as error:
        raise BackupError(f"{target} was made by another process meanwhile: give another name") from error
    finally:
        draft.unlink(missing_ok=True)
    return Backup(str(target), target.stat().st_size, sha256, commit, quads, parts)


def restore(file: Path, target: Path) -> Library:
    """Make the library that `file` holds in the folder `target`, which must be absent or empty.

    Every part is checked by its digest before the library shows. Raises BackupError.
    """
    folder = target.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"{folder} is not empty: name a folder that is not there yet with --library")
    draft = folder.with_name(f".{folder.name}.restoring-{os.getpid()}")
    try:
        manifest = _unpack(file, draft)
        _load(draft, manifest)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return open_library(folder, formats=FORMATS)


@contextmanager
def _held(library: Library) -> Iterator[Snapshot]:
    """The latest snapshot by links of our own: it stays while the writer publishes others and takes it away."""
    own = library.path / f".backup-{os.getpid()}"
    try:
        for _ in range(100):
            try:
                folder = (library.snapshots / CURRENT).resolve(strict=True)
                shutil.copytree(folder, own, copy_function=os.link)
                break
            except (FileNotFoundError, shutil.Error):  # it was swapped and removed while we linked
                shutil.rmtree(own, ignore_errors=True)
                if not (library.snapshots / CURRENT).exists():
                    raise NotALibrary(f"{library.path} has published nothing yet: ingest a document first") from None
        else:
            raise BackupError(f"{library.path} publishes faster than a snapshot can be held: try again")
        yield Snapshot(library, int(folder.name), Store.read_only(str(own)), own)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _write(packed: IO[bytes], library: Library, snapshot: Snapshot) -> tuple[int, int]:
    """Write the archive; comes back with the number of quads and of files in it."""
    parts: dict[str, _Part] = {}
    quads = len(snapshot.store)
    with tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        dumped = library.path / f".backup-{os.getpid()}.nq"
        try:
            snapshot.store.dump(dumped, format=RdfFormat.N_QUADS)
            parts[LEDGER] = _put(archive, dumped, LEDGER)
        finally:
            dumped.unlink(missing_ok=True)
        for name in _names(library):
            try:
                parts[name] = _put(archive, library.path / name, name)
            except FileNotFoundError:
                continue  # taken out of the library since it was listed
        manifest = {"format": library.format, "base": library.base, "commit": snapshot.commit, "quads": quads}
        said = json.dumps(
            manifest | {"files": {name: asdict(part) for name, part in parts.items()}}, ensure_ascii=False, indent=1
        ).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(said)
        archive.addfile(info, io.BytesIO(said))
    return quads, len(parts)


def _names(library: Library) -> list[str]:
    """The files of a library that a backup holds, relative to its folder, sorted."""
    found = []
    for path in library.path.rglob("*"):
        name = path.relative_to(library.path)
        is_draft = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not is_draft and name.parts[0] not in WORKED_OUT:
            found.append(name.as_posix())
    return sorted(found)


class _Hashing:
    """A file being read, with the digest of what was read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()
        self.bytes = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.sha256.update(data)
        self.bytes += len(data)
        return data

    @property
    def part(self) -> _Part:
        return _Part(self.bytes, self.sha256.hexdigest())


def _put(archive: tarfile.TarFile, path: Path, name: str) -> _Part:
    with path.open("rb") as file:
        info = tarfile.TarInfo(name)
        info.size = os.fstat(file.fileno()).st_size
        hashing = _Hashing(file)
        archive.addfile(info, hashing)
    return hashing.part


def _unpack(file: Path, draft: Path) -> Mapping[str, Any]:
    """The archive's files in `draft`, each checked against the manifest, which comes back. Raises BackupError."""
    found: dict[str, _Part] = {}
    said = b""
    try:
        with (
            file.open("rb") as raw,
            zstandard.ZstdDecompressor().stream_reader(raw) as packed,
            tarfile.open(fileobj=packed, mode="r|") as archive,
        ):
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is None:
                    raise BackupError(f"{file} is no backup of Svod: it holds {member.name!r}, which is no file")
                if member.name == MANIFEST:
                    said = content.read()
                else:
                    found[member.name] = _copy(content, _place(draft, member.name, file))
    except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
        raise BackupError(f"{file} is damaged, or no backup of Svod: {error}") from error
    return _checked(file, said, found)


def _place(draft: Path, name: str, file: Path) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise BackupError(f"{file} holds {name!r}, which lies outside a library: it was not made by Svod")
    return draft / path


def _copy(content: IO[bytes], place: Path) -> _Part:
    place.parent.mkdir(parents=True, exist_ok=True)
    hashing = _Hashing(content)
    with place.open("wb") as file:
        while data := hashing.read(CHUNK):
            file.write(data)
    return hashing.part


def _checked(file: Path, said: bytes, found: Mapping[str, _Part]) -> Mapping[str, Any]:
    """The manifest, whose parts must be exactly those that were found. Raises BackupError."""
    try:
        manifest: Mapping[str, Any] = json.loads(said)
        version = manifest["format"]
        promised = {name: _Part(**part) for name, part in manifest["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(f"{file} ends without its manifest: it was cut off, or is no backup of Svod") from error
    if version not in FORMATS:
        known = ", ".join(map(str, FORMATS))
        raise BackupError(f"{file} holds a library of format {version}, this Svod restores {known}: use a newer one")
    wrong = sorted(name for name in promised.keys() | found.keys() if promised.get(name) != found.get(name))
    if wrong:
        raise BackupError(f"{file} is damaged: {len(wrong)} of its files differ from their digests, {wrong[0]} first")
    return manifest


def _load(draft: Path, manifest: Mapping[str, Any]) -> None:
    """Make the store, and its first snapshot, of the ledger's N-Quads."""
    library = open_library(draft, formats=FORMATS)
    store = Store(library.store)
    store.bulk_load(path=draft / LEDGER, format=RdfFormat.N_QUADS)
    if len(store) != manifest["quads"]:
        raise BackupError(f"{LEDGER} holds {len(store)} quads, {manifest['quads']} were saved: the backup is damaged")
    store.flush()
    (draft / LEDGER).unlink()
    for name in FOLDERS:
        (draft / name).mkdir(exist_ok=True)
    publish(library, store, manifest["commit"])


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
