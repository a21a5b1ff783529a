"""Editions that wait for a librarian: read and understood, kept beside the ledger, seen by no reader."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode, Store

from graph.digests import digest
from graph.edition import Edition, dump, load
from graph.errors import RollbackError
from graph.kept import kept_read, write_whole
from graph.ledger import Commit
from graph.library import Library
from graph.log import now, who_runs
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.sources import Planned, document_of, planned, superseded
from graph.terms import EDITION_KEY
from ontology.iri import compress

EDITION, BYTES, STAGED = "edition.zst", "bytes", "staged.json"


@dataclass(frozen=True, slots=True)
class Staged:
    """An edition that waits: its id, source, document, `status` and `reason` as its approval will give them, who put it
    there and when. `stands` are the documents that it will replace, each with the key of its edition then."""

    id: str
    source: str
    document: str
    status: str
    reason: str
    stands: tuple[tuple[str, str], ...]
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Takes editions as the ledger does, and puts them where they wait. Needs no writer: it reads the snapshot."""

    library: Library
    snapshot: Snapshot

    def status_of(self, source: str, digest: str, key: str) -> tuple[Planned, str]:
        """What adding these bytes from this source, read under this key, would do, and why."""
        return planned(self.snapshot.store, self.library, source, digest, key)

    def add(self, edition: Edition, data: bytes | None = None) -> Commit:
        """Put an edition where it waits."""
        status, reason = self.status_of(edition.source, edition.document.digest, edition.key)
        stage(self.snapshot, edition, data, status, reason)
        return Commit(self.snapshot.commit, status, reason, 0, 0)

    def see(self, source: str, digest: str) -> Commit:
        """Bytes that are here, from this source: they wait too where the source gave another document before."""
        named = self.library.source_name(source)
        if superseded(self.snapshot.store, named, document_of(self.library, digest)):
            edition = replace(kept_read(self.library, digest), source=named)
            stage(self.snapshot, edition, None, "replaced", "bytes of another source")
        return Commit(self.snapshot.commit, "unchanged", "", 0, 0)

    def publish(self) -> int:
        """Nothing is shown to readers."""
        return self.snapshot.commit


def stage(snapshot: Snapshot, edition: Edition, data: bytes | None, status: str, reason: str) -> Staged:
    """Keep an edition for review, in the place of an earlier one of its source."""
    library = snapshot.library
    edition = replace(edition, source=library.source_name(edition.source))
    row = Staged(
        id=digest([edition.source, edition.document.digest, edition.key]),
        source=edition.source,
        document=edition.id,
        status=status,
        reason=reason,
        stands=_stands(snapshot.store, library, edition.source, edition.id),
        who=who_runs(),
        when=now(),
    )
    for earlier in waiting(library):
        if earlier.source == row.source and earlier.id != row.id:
            drop(library, earlier)
    folder = library.review / row.id
    write_whole(folder / EDITION, dump(edition))
    if data is not None:
        write_whole(folder / BYTES, data)
    write_whole(folder / STAGED, json.dumps(asdict(row), ensure_ascii=False).encode())
    return row


def waiting(library: Library) -> list[Staged]:
    """The editions that wait, by source. One whose last file was not written is not among them."""
    found = []
    for path in library.review.glob(f"[0-9a-f]*/{STAGED}"):
        fields = json.loads(path.read_text(encoding="utf-8"))
        found.append(Staged(**{**fields, "stands": tuple((name, key) for name, key in fields["stands"])}))
    return sorted(found, key=lambda row: (row.source, row.id))


def chosen(library: Library, names: Sequence[str]) -> list[Staged]:
    """The waiting editions of these ids, sources or documents; all where none is named. Raises RollbackError."""
    rows = waiting(library)
    if not names:
        if not rows:
            raise RollbackError("nothing waits for review: `svod ingest --review PATH` puts it there")
        return rows
    found = {}
    for name in names:
        named = {name, library.source_name(name)}
        own = [row for row in rows if named & {row.id, row.source, row.document, row.document.rpartition("/")[2]}]
        if not own:
            raise RollbackError(f"nothing waits under {name!r}: `svod review` lists what does")
        found.update({row.id: row for row in own})
    return list(found.values())


def staged_edition(library: Library, row: Staged) -> tuple[Edition, bytes | None]:
    """A waiting edition, its source as the library names it, and the bytes it was read from."""
    folder = library.review / row.id
    data = folder / BYTES
    return load((folder / EDITION).read_bytes()), data.read_bytes() if data.exists() else None


def whole_source(library: Library, source: str) -> str:
    """A source that the library names, as any folder finds it: paths below the library's parent are made whole."""
    return source if "://" in source else str(library.path.parent / source)


def require_current(store: Store, library: Library, row: Staged) -> None:
    """Raises RollbackError where the library has changed under a waiting edition."""
    if _stands(store, library, row.source, row.document) != row.stands:
        raise RollbackError(
            f"{row.source} has changed in the library since it was put up for review: ingest it for review again"
        )


def drop(library: Library, row: Staged) -> None:
    """Let a waiting edition go; the file that makes it one goes first."""
    folder: Path = library.review / row.id
    (folder / STAGED).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _stands(store: Store, library: Library, source: str, document: str) -> tuple[tuple[str, str], ...]:
    """The documents that this source gives now, and the document itself, with the keys of their editions."""
    node = NamedNode(library.base + document)
    found = []
    for graph in (node, *superseded(store, source, node)):
        keys = [quad.object.value for quad in matching(store, graph, EDITION_KEY, None, graph)]
        found += [(compress(graph.value, library.base), key) for key in keys]
    return tuple(sorted(found))
