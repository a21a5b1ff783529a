"""What a library keeps beside its store: bytes (`files/`), what was read (`read/`), graphs that left (`archive/`).

Every file is written whole under another name, then renamed, and is named by its content: what a killed process left
behind is either right or never looked at.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import zstandard
from pyoxigraph import RdfFormat, parse

from graph.edition import Edition, dump, load
from graph.errors import UnknownDocument
from graph.library import Library
from graph.plain import PlainQuad, n_quads
from ingest.version import READER


def keep_file(library: Library, digest: str, data: bytes) -> Path:
    """Keep the original bytes; comes back with their place."""
    path = _file(library, digest)
    if not path.exists():
        write_whole(path, data)
    return path


def keep_read(library: Library, edition: Edition) -> Path:
    """Keep the document as read, with its mentions, statements and passages."""
    path = _read(library, edition.document.digest)
    write_whole(path, dump(edition))
    return path


def keep_archive(library: Library, document: str, commit: int, quads: Iterable[PlainQuad]) -> Path:
    """Keep a document graph that leaves with this commit, as compressed N-Quads, sorted."""
    path = library.archive / f"{document.removeprefix('document/')}-{commit}.nq.zst"
    write_whole(path, zstandard.ZstdCompressor().compress(b"".join(n_quads(quads))))
    return path


def keep_reading(library: Library, document: str, commit: int, digest: str) -> None:
    """Keep how a document was read before this commit reads it anew."""
    path = _read(library, digest)
    if path.exists():
        write_whole(_old_reading(library, document, commit), path.read_bytes())


def restore_reading(library: Library, document: str, commit: int, digest: str) -> None:
    """Bring back how a document was read before that commit, where it was kept."""
    path = _old_reading(library, document, commit)
    if path.exists():
        write_whole(_read(library, digest), path.read_bytes())


def archived(library: Library, commit: int) -> dict[str, Path]:
    """The graphs that left with a commit: their files, by the documents' ids."""
    found = library.archive.glob(f"*-{commit}.nq.zst")
    return {f"document/{path.name.partition('-')[0]}": path for path in found if not path.name.startswith(".")}


def forget_unmade(library: Library, last: int) -> None:
    """Take away what a killed process archived for a commit that was never made: another will have its number."""
    for path in library.archive.glob("*-*.zst"):
        number = path.name.partition(".")[0].rpartition("-")[2]
        if number.isdecimal() and int(number) > last:
            path.unlink()


def read_archive(path: Path) -> list[PlainQuad]:
    """The quads of an archived graph."""
    quads = parse(zstandard.ZstdDecompressor().decompress(path.read_bytes()), format=RdfFormat.N_QUADS)
    return [PlainQuad(quad.subject, quad.predicate, quad.object, quad.graph_name) for quad in quads]


def kept_file(library: Library, digest: str) -> bytes:
    """The original bytes. Raises UnknownDocument."""
    try:
        return _file(library, digest).read_bytes()
    except FileNotFoundError as error:
        raise UnknownDocument(f"the library keeps no bytes of {digest}") from error


def kept_read(library: Library, digest: str) -> Edition:
    """The edition as it was read, by this reader's version, else by the latest. Raises UnknownDocument."""
    path = _read(library, digest)
    others = sorted(path.parent.glob(f"{digest}-*.zst"), key=lambda other: other.stat().st_mtime_ns)
    if not path.exists() and not others:
        raise UnknownDocument(f"the library keeps no reading of {digest}")
    return load((path if path.exists() else others[-1]).read_bytes())


def _old_reading(library: Library, document: str, commit: int) -> Path:
    return library.archive / f"{document.removeprefix('document/')}-{commit}.read.zst"


def _file(library: Library, digest: str) -> Path:
    return library.files / digest[:2] / digest


def _read(library: Library, digest: str) -> Path:
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
