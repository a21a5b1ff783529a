"""Taking back a commit that changed documents: each stands again as it was before, from the archive."""

from collections.abc import Collection, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from graph.archive import archived, keep_archive, restore_reading
from graph.change import Change
from graph.edition import Edition
from graph.errors import RollbackError, UnknownDocument
from graph.kept import kept_read
from graph.library import Library
from graph.log import Entry
from graph.plain import PlainQuad, matching, n_quads
from graph.terms import DIGEST, SOURCE

KINDS = frozenset({"added", "replaced", "withdrawn", "source", "rolled back"})
"""What commits did that can be taken back; a judgement is undone by another, and what was erased is gone."""


def revertible(log: Sequence[Entry], number: int, besides: Collection[int] = ()) -> Entry:
    """The commit of that number, which nothing stands in the way of taking back, once those `besides` it are.

    Raises RollbackError.
    """
    entry = next((entry for entry in log if entry.number == number), None)
    if entry is None or entry.cause.kind not in KINDS:
        what = "there is none" if entry is None else f"it is {entry.cause.kind!r}"
        raise RollbackError(f"commit {number} cannot be rolled back: {what}; `svod history` lists them")
    if entry.cause.of.startswith("erasure/"):
        raise RollbackError(f"commit {number} cannot be rolled back: what it was about was erased")
    cancelled = taken_back(log)
    if number in cancelled:
        raise RollbackError(f"commit {number} was rolled back already")
    touched = _touched(log)
    others = [n for n in touched if n > number and n not in cancelled and n not in besides]
    later = [n for n in others if touched[n] & touched[number]]
    if later:
        raise RollbackError(f"commit {later[-1]} changed the same document later: roll that back first")
    return entry


def _touched(log: Sequence[Entry]) -> dict[int, frozenset[str]]:
    """The documents that each commit touched; a rollback touches those of what it took back."""
    found: dict[int, frozenset[str]] = {}
    for entry in log:
        of = int(entry.cause.of.rpartition("/")[2]) if entry.cause.kind == "rolled back" else 0
        found[entry.number] = entry.documents | found.get(of, frozenset())
    return found


def taken_back(log: Sequence[Entry]) -> frozenset[int]:
    """The commits that were rolled back, and the rollbacks of them: together they changed nothing."""
    found: set[int] = set()
    for entry in reversed(log):
        if entry.cause.kind == "rolled back" and entry.number not in found:
            found |= {entry.number, int(entry.cause.of.rpartition("/")[2])}
    return frozenset(found)


def revert(change: Change, entry: Entry, library: Library, commit: int) -> None:
    """Add to the change, which is to be that commit, what takes the entry back; what leaves is archived."""
    kept = archived(library, entry.number)
    for document in sorted({*entry.arrived, *kept}):
        node = NamedNode(library.base + document)
        now = list(matching(change.store, graph=node))
        if now:
            keep_archive(library, document, commit, n_quads(now))
        before = kept[document].quads() if document in kept else []
        if now and not before:
            change.drop(node, n_quads(now))
        for quad in set(before) - set(now):
            change.add_quad(quad)
        if now and before:
            for quad in set(now) - set(before):
                change.remove_quad(quad)
            restore_reading(library, document, entry.number, _digest(before))
    _sources(change, entry, library)


def _sources(change: Change, entry: Entry, library: Library) -> None:
    """Documents that only lost or gained a source."""
    for document in entry.cause.moved:
        node = NamedNode(library.base + document)
        change.add(node, SOURCE, Literal(entry.cause.source), node)
    if entry.cause.kind == "source":
        node = NamedNode(library.base + entry.cause.of)
        change.remove(node, SOURCE, Literal(entry.cause.source), node)


def restored(entry: Entry, library: Library) -> Iterator[Edition]:
    """The editions that stand again, as they were read, each under one of its sources."""
    for graph in archived(library, entry.number).values():
        try:
            edition = kept_read(library, _digest(graph.quads()))
        except UnknownDocument:
            continue  # its reading was not kept: what people added to it cannot be looked for
        yield edition


def _digest(quads: Sequence[PlainQuad]) -> str:
    return next(str(quad.object.value) for quad in quads if quad.predicate == DIGEST)
