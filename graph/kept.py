"""What a library keeps of its documents beside its store: bytes (`files/`) and what was read (`read/`).

Every file is written whole under another name, then renamed, and is named by its content: what a killed process left
behind is either right or never looked at.
"""

import os
from pathlib import Path

from graph.edition import Edition, dump, load
from graph.errors import UnknownDocument
from graph.library import Library
from ingest.version import READER


def keep_file(library: Library, digest: str, data: bytes) -> Path:
    """Keep the original bytes; comes back with their place."""
    path = original_path(library, digest)
    if not path.exists():
        write_whole(path, data)
    return path


def keep_read(library: Library, edition: Edition) -> Path:
    """Keep the document as read, with its mentions, statements and passages."""
    path = reading_path(library, edition.document.digest)
    write_whole(path, dump(edition))
    return path


def kept_file(library: Library, digest: str) -> bytes:
    """The original bytes. Raises UnknownDocument."""
    try:
        return original_path(library, digest).read_bytes()
    except FileNotFoundError as error:
        raise UnknownDocument(f"the library keeps no bytes of {digest}") from error


def kept_read(library: Library, digest: str) -> Edition:
    """The edition as it was read, by this reader's version, else by the latest. Raises UnknownDocument."""
    path = reading_path(library, digest)
    others = sorted(path.parent.glob(f"{digest}-*.zst"), key=lambda other: other.stat().st_mtime_ns)
    if not path.exists() and not others:
        raise UnknownDocument(f"the library keeps no reading of {digest}")
    return load((path if path.exists() else others[-1]).read_bytes())


def original_path(library: Library, digest: str) -> Path:
    """Where the original bytes of that SHA-256 are kept."""
    return library.files / digest[:2] / digest


def reading_path(library: Library, digest: str) -> Path:
    """Where the document of that SHA-256 is kept as this version of the reader read it."""
    return library.read / digest[:2] / f"{digest}-{READER}.zst"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole under another name, then give it its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
