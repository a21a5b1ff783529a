"""The library as it was at a time: rebuilt from the archive, the log and the judgements, and kept as a snapshot.

What documents stated at a commit is what their graphs hold now, less what arrived later, plus what has left since
(`archive/`, each graph under the number of the commit that it left with). What followed from it is worked out anew.
The vocabulary is the one of today, and a document's sources are those of today less those that a later commit added.
"""

import os
import shutil
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from graph.errors import UnknownTime
from graph.kept import read_archive
from graph.library import Library
from graph.log import Entry
from graph.plain import PlainQuad, as_rdf, matching
from graph.rebuild import derived
from graph.snapshot import Snapshot
from graph.terms import ORDER, SOURCE

KEPT = 8
"""Snapshots of the past that stay on disk; the one that was asked for longest ago goes first."""

NO_ARRIVAL = frozenset({"source", "withdrawn", "judged", "ontology", "rebuilt"})
"""Kinds of commits after which their document is not there anew."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A graph in the archive: the document's IRI, the commit it left with, its file."""

    document: str
    commit: int
    path: Path


def moment(text: str) -> datetime:
    """The moment that a person writes: a day means its end, a time without a zone is UTC. Raises UnknownTime.

    >>> moment("2026-11-22").isoformat(), moment("2026-11-22T10:00+03:00").isoformat()
    ('2026-11-22T23:59:59.999999+00:00', '2026-11-22T10:00:00+03:00')
    """
    try:
        if len(text) == len("2026-11-22"):
            return datetime.combine(date.fromisoformat(text) + timedelta(days=1), time(), UTC) - datetime.resolution
        found = datetime.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        raise UnknownTime(f"{text!r} is no time: give 2026-11-22 or 2026-11-22T10:00 (UTC, or with a zone)") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def as_of(head: Snapshot, when: datetime) -> Snapshot:
    """The library as its readers could know it at this moment. Raises UnknownTime where it knew nothing yet."""
    entries = head.history()
    times = [datetime.fromisoformat(entry.cause.ended) for entry in entries]
    count = bisect_right(times, when)
    if not count:
        first = f"it begins at {entries[0].cause.ended}" if entries else "it has no history yet"
        raise UnknownTime(f"{head.library.path} knew nothing at {when.isoformat()}: {first}")
    number = entries[count - 1].number
    return head if number == head.commit else _kept(head, entries[:count])


def _kept(head: Snapshot, past: Sequence[Entry]) -> Snapshot:
    """The snapshot of the last of these commits, made where it is not kept yet."""
    folder = head.library.past / str(past[-1].number)
    if not folder.exists():
        _make(head, past, folder)
    os.utime(folder)
    return Snapshot(head.library, past[-1].number, Store.read_only(str(folder)), folder)


def _make(head: Snapshot, past: Sequence[Entry], folder: Path) -> None:
    """Build the store beside its place, then give it its place; whoever comes second keeps the first one's."""
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        store = Store(str(draft))
        store.bulk_extend(as_rdf(inputs(head, past)))
        store.bulk_extend(as_rdf(derived(store, head.base)))
        store.flush()
        del store
        if not folder.exists():
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    _prune(folder.parent, folder)


def _prune(folder: Path, latest: Path) -> None:
    kept = [path for path in folder.iterdir() if path.name.isdigit() and path != latest]
    for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[: 1 - KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def inputs(head: Snapshot, past: Sequence[Entry]) -> Iterator[PlainQuad]:
    """What documents, judgements, names, vocabulary and log held after the last of these commits."""
    number, graphs = past[-1].number, head.graphs
    yield from matching(head.store, graph=graphs.ontology)
    yield from _numbered(head, graphs.log, "commit/", number)
    judged = [int(entry.cause.of.rpartition("/")[2]) for entry in past if entry.cause.kind == "judged"]
    yield from _numbered(head, graphs.judgements, "judgement/", max(judged, default=0))
    yield from _names(head, past[-1].names)
    for quads in _documents(head, past):
        yield from quads


def _numbered(head: Snapshot, graph: NamedNode, kind: str, last: int) -> Iterator[PlainQuad]:
    """The quads of rows up to a number (`commit/1`, `commit/2`, …)."""
    for number in range(1, last + 1):
        yield from matching(head.store, NamedNode(f"{head.base}{kind}{number}"), None, None, graph)


def _names(head: Snapshot, count: int) -> Iterator[PlainQuad]:
    """The first names, by the order in which they were assigned."""
    graph = head.graphs.names
    for number in range(1, count + 1):
        for quad in matching(head.store, None, ORDER, Literal(number), graph):
            yield from matching(head.store, quad.subject, None, None, graph)


def _documents(head: Snapshot, past: Sequence[Entry]) -> Iterator[list[PlainQuad]]:
    """The graph of each document that was there."""
    number = past[-1].number
    left = sorted(_left(head.library, head.base), key=lambda gone: gone.commit)
    arrived = {head.base + entry.cause.of: entry.number for entry in past if entry.cause.kind not in NO_ARRIVAL}
    for document, arrival in sorted(arrived.items()):
        leaves = [gone for gone in left if gone.document == document]
        if any(arrival < gone.commit <= number for gone in leaves):
            continue
        later = next((gone for gone in leaves if gone.commit > number), None)
        node = NamedNode(document)
        quads = read_archive(later.path) if later else list(matching(head.store, graph=node))
        new = _new_sources(head, node, number)
        yield [quad for quad in quads if quad not in new]


def _left(library: Library, base: str) -> Iterator[_Left]:
    for path in library.archive.glob("*.nq.zst"):
        document, _, commit = path.name.removesuffix(".nq.zst").rpartition("-")
        yield _Left(f"{base}document/{document}", int(commit), path)


def _new_sources(head: Snapshot, document: NamedNode, number: int) -> set[PlainQuad]:
    """The sources that a document got after a commit."""
    return {
        PlainQuad(document, SOURCE, Literal(entry.cause.why), document)
        for entry in head.history()
        if entry.number > number and entry.cause.kind == "source" and head.base + entry.cause.of == document.value
    }
