"""A library of an earlier format, brought to this one: in place, in one transaction, and only from what it keeps.

Formats differ in what entities are compared by (2 keeps that with them, 3 and 4 compare by more), so that documents are
written anew from what was read of them, and what follows from them is worked out anew.

Killed at any moment, an upgrade has not happened, or lacks its last step only, which the next `svod upgrade` takes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from graph.archive import archived_graphs
from graph.change import Change
from graph.errors import UnknownDocument
from graph.kept import kept_read
from graph.ledger import Ledger
from graph.library import FORMAT, FORMATS, Library, open_library, write_settings
from graph.lock import Lock
from graph.log import COMMIT, GENERATED, NAMES_COUNT, USED
from graph.members import name_keys
from graph.names import Names, assigned
from graph.plain import PlainQuad, matching
from graph.quads import document_quads
from graph.takeover import recover
from graph.terms import (
    DIGEST,
    DOCUMENT,
    EDITION_KEY,
    INVALIDATED,
    KEY,
    KIND,
    NAMED_FOR,
    ORDER,
    SHARED_KEY,
    SOURCE,
    TYPE,
)

KEPT_AS_IT_IS = frozenset({SOURCE, EDITION_KEY})
"""What a document's graph says of itself that no reading gives."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A library's format before and after; how many documents were written anew, and which could not be, having no
    reading: these say what they said."""

    before: int
    after: int
    documents: int
    left: tuple[str, ...]


def upgrade(path: Path) -> Upgraded:
    """Bring the library in `path` to this program's format. Raises NotALibrary and LibraryBusy."""
    library = open_library(path, formats=FORMATS)
    if library.format == FORMAT:
        return Upgraded(FORMAT, FORMAT, 0, ())
    lock = Lock.take(library.lock)
    try:
        recover(library.store)
        ledger = Ledger(library, lock, Store(library.store))
    except BaseException:
        lock.release()
        raise
    with ledger:
        change = Change(ledger.store, library.base)
        written, left = _write_anew(library, change)
        _keep_names(change)
        name_keys(change, Names(change))
        if library.format == 1:
            _complete_log(library, change)
        ledger.settle(change, "upgraded", f"format {library.format} to {FORMAT}")
        write_settings(library.path, library.base)
        ledger.publish()
    return Upgraded(library.format, FORMAT, written, tuple(sorted(left)))


def _complete_log(library: Library, change: Change) -> None:
    """The log of format 1 did not say which documents came and went with a commit, nor how many names there were; of
    old commits all that there are, for nobody counted them."""
    count, graph = assigned(change), change.graphs.log
    archived = {(NamedNode(library.base + row.document), row.commit) for row in archived_graphs(library)}
    for quad in list(matching(change.store, None, TYPE, COMMIT, graph)):
        commit = quad.subject
        said = {row.predicate: row.object.value for row in matching(change.store, commit, None, None, graph)}
        number, document = int(said[ORDER]), NamedNode(said[USED])
        if NAMES_COUNT not in said:
            change.add(commit, NAMES_COUNT, Literal(count), graph)
        if said[KIND] in ("added", "replaced") and (document, number) not in archived:
            change.add(document, GENERATED, commit, graph)
        for left, at in archived:
            if at == number and (left != document or said[KIND] == "withdrawn"):
                change.add(left, INVALIDATED, commit, graph)


def _write_anew(library: Library, change: Change) -> tuple[int, list[str]]:
    """Every document's graph as this program writes what was read of it."""
    written, left = 0, []
    for quad in list(matching(change.store, None, TYPE, DOCUMENT, None)):
        graph = quad.graph_name
        if graph != quad.subject:
            continue
        old = set(matching(change.store, None, None, None, graph))
        digest = next(quad.object.value for quad in old if quad.predicate == DIGEST and quad.subject == graph)
        try:
            edition = kept_read(library, digest)
        except UnknownDocument:
            left.append(graph.value.removeprefix(library.base))
            continue
        own = {quad for quad in old if quad.subject == graph and quad.predicate in KEPT_AS_IT_IS}
        new = {quad for quad in document_quads(edition, library.base) if not _is_own(quad, graph)} | own
        for gone in old - new:
            change.remove_quad(gone)
        for added in new - old:
            change.add_quad(added)
        written += 1
    return written, left


def _is_own(quad: PlainQuad, graph: NamedNode) -> bool:
    return quad.subject == graph and quad.predicate in KEPT_AS_IT_IS


def _keep_names(change: Change) -> None:
    """Where all that went by a key goes by one other now, the thing keeps its IRI."""
    now: dict[str, set[str]] = defaultdict(set)
    after = _keys(change, is_after=True)
    for entity, old in _keys(change, is_after=False).items():
        for key in old:
            now[key] |= after.get(entity, set())
    graph = change.graphs.names
    for key, keys in sorted(now.items()):
        if len(keys) != 1 or key in keys:
            continue
        (new,) = keys
        for quad in list(change.after(None, NAMED_FOR, Literal(key), graph)):
            if not change.holds(None, NAMED_FOR, Literal(new), graph):
                change.remove_quad(quad)
                change.add(quad.subject, NAMED_FOR, Literal(new), graph)


def _keys(change: Change, *, is_after: bool) -> Mapping[NamedNode, set[str]]:
    """The keys of every entity, before or after the change."""
    found: dict[NamedNode, set[str]] = defaultdict(set)
    for quad in _key_quads(change, is_after=is_after):
        found[quad.subject].add(quad.object.value)
    return found


def _key_quads(change: Change, *, is_after: bool) -> Iterator[PlainQuad]:
    for predicate in (KEY, SHARED_KEY):
        look = change.after if is_after else change.before
        yield from list(look(None, predicate, None, None))
