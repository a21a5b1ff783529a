"""What the server holds while it runs: the library, its one writer, and the token that a write must bring."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from graph.ledger import Ledger
from graph.library import Library
from graph.snapshot import Snapshot
from ui.snapshots import past, sync_index

T = TypeVar("T")


@dataclass
class Desk:
    """The writer behind its lock, and the reader's newest snapshot."""

    library: Library
    ledger: Ledger
    token: str
    lock: threading.Lock = field(default_factory=threading.Lock)

    def write(self, change: Callable[[Ledger], T]) -> T:
        """Let one change at a time at the ledger."""
        with self.lock:
            return change(self.ledger)

    def publish(self) -> int:
        """Let readers see every commit so far, and the index of names reach it; comes back with the commit's number."""
        number = self.write(lambda ledger: ledger.publish())
        sync_index(self.library)
        return number

    def snapshot(self, when: str | None = None) -> Snapshot:
        """What every reader sees now, or saw at a time. Raises UnknownTime."""
        return past(Path(self.library.path), when)


_seated: list[Desk] = []


def seat(desk: Desk) -> None:
    """Make this the desk that the page of this process asks."""
    _seated[:] = [desk]


def desk() -> Desk:
    """The desk of this process. Raises LookupError where no server runs in it."""
    if not _seated:
        raise LookupError("no server runs in this process")
    return _seated[0]
