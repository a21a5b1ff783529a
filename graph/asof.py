"""The library as it was at a time: rebuilt from the archive, the log and the judgements, and kept as a snapshot.

What documents stated at a commit is what their graphs hold now, less what arrived later, plus what has left since
(`archive/`, each graph under the number of the commit that it left with). What followed from it is worked out anew.
The vocabulary is the one of today, and a document's sources are those of today less those that a later commit added.
"""

import errno
import os
import shutil
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Store

from graph.archive import ArchivedGraph, archived_graphs
from graph.errors import UnknownTime
from graph.library import Library
from graph.log import GENERATED, Entry
from graph.plain import PlainQuad, as_rdf, matching
from graph.rebuild import derived
from graph.snapshot import Snapshot
from graph.terms import (
    INVALIDATED,
    KEY,
    KIND,
    NAMED_FOR,
    OF_DOCUMENT,
    OF_STATEMENT,
    ORDER,
    ROLES,
    SHARED_KEY,
    SOURCE,
)
from ontology.iri import compress

KEPT = 8
"""Snapshots of the past that stay on disk; the one that was asked for longest ago goes first."""


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
    return head if number == head.commit else _kept(head, entries[:count], entries[count:])


def _kept(head: Snapshot, past: Sequence[Entry], later: Sequence[Entry]) -> Snapshot:
    """The snapshot of the last of these commits, made where it is not kept yet."""
    folder = head.library.past / str(past[-1].number)
    if not folder.exists():
        _make(head, past, later, folder)
    os.utime(folder)
    return Snapshot(head.library, past[-1].number, Store.read_only(str(folder)), folder)


def _make(head: Snapshot, past: Sequence[Entry], later: Sequence[Entry], folder: Path) -> None:
    """Build the store beside its place, then give it its place; whoever comes second keeps the first one's."""
    draft = folder.with_name(f".{folder.name}.{uuid4().hex}")
    draft.mkdir(parents=True)
    try:
        store = Store(str(draft))
        store.bulk_extend(as_rdf(inputs(head, past, later)))
        store.bulk_extend(as_rdf(derived(store, head.base)))
        store.flush()
        del store
        _take_place(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    _prune(folder.parent, folder)


def _take_place(draft: Path, folder: Path) -> None:
    """Give the draft its place, unless another process was first: theirs holds the same."""
    try:
        draft.rename(folder)
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise


def _prune(folder: Path, latest: Path) -> None:
    kept = [path for path in folder.iterdir() if path.name.isdigit() and path != latest]
    for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[: 1 - KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def inputs(head: Snapshot, past: Sequence[Entry], later: Sequence[Entry]) -> Iterator[PlainQuad]:
    """What documents, judgements, names, vocabulary and log held after the last of these commits."""
    number, graphs = past[-1].number, head.graphs
    yield from matching(head.store, graph=graphs.ontology)
    yield from _log(head, number)
    judged = [int(entry.cause.of.rpartition("/")[2]) for entry in past if entry.cause.kind == "judged"]
    arrived = {document for entry in past for document in entry.arrived}
    yield from _judgements(head, max(judged, default=0), arrived)
    yield from _names(head, past[-1].names)
    for quads in _documents(head, past, later):
        yield from quads
        yield from _names_of(head, quads)


def _log(head: Snapshot, last: int) -> Iterator[PlainQuad]:
    """The commits up to a number, and which documents came and went with them."""
    graph = head.graphs.log
    for number in range(1, last + 1):
        node = NamedNode(f"{head.base}commit/{number}")
        yield from matching(head.store, node, None, None, graph)
        for predicate in (GENERATED, INVALIDATED):
            yield from matching(head.store, None, predicate, node, graph)


def _judgements(head: Snapshot, last: int, arrived: Collection[str]) -> Iterator[PlainQuad]:
    """The judgements up to a number; of the facts that they add, the statements in documents that had arrived."""
    graph = head.graphs.judgements
    for number in range(1, last + 1):
        quads = list(matching(head.store, NamedNode(f"{head.base}judgement/{number}"), None, None, graph))
        is_addition = PlainQuad(quads[0].subject, KIND, Literal("add"), graph) in quads if quads else False
        for quad in quads:
            if not is_addition or quad.predicate != OF_STATEMENT:
                yield quad
                continue
            stated = list(_statement(head, quad.object))
            if all(q.object.value.removeprefix(head.base) in arrived for q in stated if q.predicate == OF_DOCUMENT):
                yield from (quad, *stated)


def _statement(head: Snapshot, statement: NamedNode) -> Iterator[PlainQuad]:
    """A statement that a person added, with its passages."""
    for quad in matching(head.store, statement, None, None, head.graphs.judgements):
        yield quad
        if quad.predicate in ROLES.values():
            yield from matching(head.store, quad.object, None, None, head.graphs.judgements)


def _names(head: Snapshot, count: int) -> Iterator[PlainQuad]:
    """The first names, by the order in which they were assigned."""
    graph = head.graphs.names
    for number in range(1, count + 1):
        for quad in matching(head.store, None, ORDER, Literal(number), graph):
            yield from matching(head.store, quad.subject, None, None, graph)


def _names_of(head: Snapshot, quads: Iterable[PlainQuad]) -> Iterator[PlainQuad]:
    """The names of the keys that a document states: an upgrade may have split a key since, and named the parts."""
    for key in {quad.object for quad in quads if quad.predicate in (KEY, SHARED_KEY)}:
        for named in matching(head.store, None, NAMED_FOR, key, head.graphs.names):
            yield from matching(head.store, named.subject, None, None, head.graphs.names)


def _documents(head: Snapshot, past: Sequence[Entry], later: Sequence[Entry]) -> Iterator[list[PlainQuad]]:
    """The graph of each document that was there."""
    number = past[-1].number
    left = _next_to_leave(head.library, number)
    present: set[str] = set()
    for entry in past:
        present = (present | set(entry.arrived)) - set(entry.left)
    for document in sorted(present):
        gone, node = left.get(document), NamedNode(head.base + document)
        quads = set(gone.quads()) if gone else set(matching(head.store, graph=node))
        since = [entry for entry in later if not gone or entry.number < gone.commit]
        yield list(_with_sources(quads, node, since, {e.number: e for e in (*past, *later)}))


def _next_to_leave(library: Library, number: int) -> dict[str, ArchivedGraph]:
    """Of each document that left after a commit, the first graph that did: what the document stated at that commit."""
    later = [graph for graph in archived_graphs(library) if graph.commit > number]
    return {graph.document: graph for graph in reversed(later)}


def _with_sources(
    quads: set[PlainQuad], document: NamedNode, since: Sequence[Entry], known: Mapping[int, Entry]
) -> set[PlainQuad]:
    """The graph of a document with the sources that it had before these commits."""
    for entry in reversed(since):
        is_back = entry.cause.kind == "rolled back"
        done = known[int(entry.cause.of.rpartition("/")[2])] if is_back else entry
        name = compress(document.value, document.value.partition("document/")[0])
        quad = PlainQuad(document, SOURCE, Literal(done.cause.source), document)
        gained, lost = done.cause.kind == "source" and done.cause.of == name, name in done.cause.moved
        if gained or lost:
            quads = quads - {quad} if gained != is_back else quads | {quad}
    return quads
