"""The library as it would be: editions that wait, added to a copy of the ledger (hard links, some milliseconds).

Who rehearses holds a shared lock on `review/.rehearsing`, which the system takes back when the process dies: copies
that stand there while nobody holds it were left by a process that was killed, and the next writer takes them away.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.ledger import Ledger
from graph.library import Library
from graph.snapshot import Snapshot
from graph.staging import Staged, staged_edition

PREFIX, LOCK = ".rehearsal-", ".rehearsing"


@contextmanager
def rehearsed(snapshot: Snapshot, rows: Sequence[Staged]) -> Iterator[Snapshot]:
    """The library as it would be once these editions are in it."""
    library = snapshot.library
    library.review.mkdir(exist_ok=True)
    with (library.review / LOCK).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=library.review))
        try:
            scratch = _Copy(folder, library.base, library.format)
            snapshot.store.backup(str(scratch.store))
            scratch.snapshots.mkdir()
            for row in rows:
                _lend(library, scratch, row.document)
            with Ledger.open(scratch) as ledger:
                for row in rows:
                    ledger.add(*staged_edition(library, row))
            yield Snapshot.open(scratch)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sweep(library: Library) -> None:
    """Take away the copies that killed processes left, unless somebody rehearses just now."""
    left = list(library.review.glob(f"{PREFIX}*"))
    if not left:
        return
    with (library.review / LOCK).open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return  # the next writer looks again
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Copy(Library):
    """A copy of a library elsewhere, whose sources keep the names that they have in the library."""

    def source_name(self, source: str) -> str:
        return source


def _lend(library: Library, scratch: Library, document: str) -> None:
    """Let the copy see what the library keeps of a document by links; what it writes stays its own."""
    digits = document.rpartition("/")[2]
    for name in ("files", "read"):
        for path in (library.path / name / digits[:2]).glob(f"{digits}*"):
            target = scratch.path / name / digits[:2] / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.hardlink_to(path)
