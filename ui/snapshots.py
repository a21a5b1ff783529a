"""The snapshot that readers look at: opened once a commit, kept until the next one is published."""

import threading
from pathlib import Path

from graph.asof import as_of, moment
from graph.library import Library, open_library
from graph.search import Index
from graph.snapshot import Snapshot, published

_opened: dict[Path, Snapshot] = {}
_lock = threading.Lock()


def current(path: Path) -> Snapshot:
    """The library's newest snapshot. Raises NotALibrary where there is no library, or nothing in it yet."""
    library = open_library(path)
    with _lock:
        kept = _opened.get(library.path)
        if kept is None or kept.commit != published(library):
            kept = _opened[library.path] = Snapshot.open(library)
        return kept


def past(path: Path, when: str | None) -> Snapshot:
    """The library as it was at a time that a person wrote, else its newest snapshot. Raises UnknownTime."""
    head = current(path)
    return as_of(head, moment(when)) if when else head


def sync_index(library: Library) -> None:
    """Bring the full-text index beside the store to the newest snapshot."""
    index = Index(library.search)
    try:
        index.sync(current(library.path))
    finally:
        index.close()
