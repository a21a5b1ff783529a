"""The folder of a library: what lies where, and how one is made and opened."""

import os
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LibraryError, NotALibrary
from ontology.iri import DEFAULT_BASE

FORMAT = 4
"""The version of the layout on disk and of the graphs."""

FORMATS = (1, 2, 3, 4)
"""The versions that can be brought to this one, and this one."""

SETTINGS = "library.toml"
FOLDERS = ("files", "read", "snapshots", "archive")


@dataclass(frozen=True, slots=True)
class Library:
    """A library on disk: its folder (absolute), the base of its IRIs (ends in "/" or "#"), its format version."""

    path: Path
    base: str
    format: int = FORMAT

    @property
    def files(self) -> Path:
        """The original bytes, by SHA-256."""
        return self.path / "files"

    @property
    def read(self) -> Path:
        """What was read of them."""
        return self.path / "read"

    @property
    def store(self) -> Path:
        """The Oxigraph store, opened by its one writer only."""
        return self.path / "store"

    @property
    def snapshots(self) -> Path:
        """What readers open: `<commit>/` and the link `current`."""
        return self.path / "snapshots"

    @property
    def archive(self) -> Path:
        """Document graphs that left."""
        return self.path / "archive"

    @property
    def past(self) -> Path:
        """Snapshots of the library as it was, by commit: made when asked for."""
        return self.path / "as-of"

    @property
    def releases(self) -> Path:
        """What was released, by number."""
        return self.path / "releases"

    @property
    def review(self) -> Path:
        """Editions that wait for a librarian, and what was begun with them."""
        return self.path / "review"

    @property
    def search(self) -> Path:
        """The full-text projection."""
        return self.path / "search.sqlite"

    @property
    def fetched(self) -> Path:
        """What the addresses of documents said when they were asked last."""
        return self.path / "fetched"

    @property
    def lock(self) -> Path:
        """Held by the process that writes."""
        return self.path / "lock"

    @property
    def server(self) -> Path:
        """Where `svod serve` says its address and token."""
        return self.path / "server.json"

    def source_name(self, source: str) -> str:
        """A source as the library keeps it: relative to the library's parent when below, else absolute; URLs stay."""
        if "://" in source:
            return source
        path = Path(source).absolute()
        path = Path(os.path.normpath(path))
        parent = self.path.parent
        return path.relative_to(parent).as_posix() if path.is_relative_to(parent) else path.as_posix()


def create(path: str | Path, base: str = DEFAULT_BASE) -> Library:
    """Make a library in `path`. Raises LibraryError where there is one already, or the base is no base."""
    folder = Path(os.path.normpath(Path(path).absolute()))
    if not base.startswith(("http://", "https://")) or not base.endswith(("/", "#")):
        raise LibraryError(f"{base!r} cannot be a base: give an http(s) IRI that ends in / or #")
    if '"' in base or not base.isascii():
        raise LibraryError(f"{base!r} cannot be a base: it must be ASCII, without quotes")
    if (folder / SETTINGS).exists():
        raise LibraryError(f"{folder} holds a library already: open it, or give another folder")
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_settings(folder, base)
    return open_library(folder)


def write_settings(folder: Path, base: str) -> None:
    """Say that the folder holds a library of this program's format with this base."""
    settings = folder / f"{SETTINGS}.new"
    settings.write_text(f'format = {FORMAT}\nbase = "{base}"\n', encoding="utf-8")
    settings.rename(folder / SETTINGS)


def open_library(path: str | Path, *, formats: Collection[int] = (FORMAT,)) -> Library:
    """The library in `path`, whose format must be one of `formats`. Raises NotALibrary."""
    folder = Path(os.path.normpath(Path(path).absolute()))
    try:
        settings = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotALibrary(
            f"{folder} holds no library: make one with `svod init`, or name one with --library"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotALibrary(f"{folder / SETTINGS} cannot be read: {error}") from error
    version, base = settings.get("format"), settings.get("base")
    if not isinstance(version, int) or version not in formats or not isinstance(base, str):
        raise NotALibrary(f"{folder} has library format {version}, this Svod reads format {FORMAT}: {_cure(version)}")
    return Library(folder, base, version)


def _cure(version: object) -> str:
    if version in FORMATS:
        return "bring it to this one with `svod upgrade`"
    return "use the version of Svod that made it"
