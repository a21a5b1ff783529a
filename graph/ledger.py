"""The ledger: what each document states, who is who, and the view that follows. One process writes; each change is one
transaction and one numbered commit."""

import getpass
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal as OneOf
from typing import Self

from pyoxigraph import Literal, NamedNode, Store

from graph.additions import add_passage, find_additions
from graph.change import Change
from graph.checks import checked
from graph.concepts import ontology_quads
from graph.edition import Edition, vocabulary_digest, what_changed
from graph.errors import UnknownDocument
from graph.facts import Turnover, update_facts
from graph.judgement import Judgement, Judgements, judgement_quads, read_judgements, weigh
from graph.kept import keep_archive, keep_file, keep_read, kept_read
from graph.library import Library
from graph.lock import Lock
from graph.log import Cause, latest, write_entry
from graph.members import judged_iris, name_keys, update_members
from graph.names import Names
from graph.plain import PlainQuad, as_rdf, matching
from graph.quads import document_quads
from graph.rebuild import derived, is_derived
from graph.snapshot import publish, published
from graph.terms import (
    DIGEST,
    EDITION_KEY,
    SOURCE,
    SUBJECT,
    Graphs,
)
from graph.things import Things
from ontology.iri import compress

Status = OneOf["added", "replaced", "unchanged", "withdrawn", "judged", "rebuilt"]


@dataclass(frozen=True, slots=True)
class Commit:
    """What a change did. `number` is that of the commit, or of the last one where nothing was written (`unchanged`)."""

    number: int
    status: Status
    reason: str
    facts_added: int
    facts_removed: int


class Ledger:
    """The only writer of a library. Use it as a context manager, or close it: closing publishes what was committed."""

    def __init__(self, library: Library, lock: Lock, store: Store) -> None:
        self.library = library
        self._lock = lock
        self._store = store
        self._graphs = Graphs.below(library.base)
        self._judgements = read_judgements(store, library.base)
        self._number = latest(store, library.base)
        self._is_open = True
        self._slugs: dict[str, int] = {}

    @classmethod
    def open(cls, library: Library) -> Self:
        """Open for writing. Raises LibraryBusy. Publishes what an earlier process committed and did not publish."""
        lock = Lock.take(library.lock)
        try:
            ledger = cls(library, lock, Store(library.store))
        except BaseException:
            lock.release()
            raise
        ledger._load_ontology()
        ledger.publish()
        return ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Publish what is not published, and let others write."""
        if self._is_open:
            self._is_open = False
            try:
                self.publish()
            finally:
                del self._store  # closes Oxigraph: it has no close of its own
                self._lock.release()

    @property
    def number(self) -> int:
        """The number of the last commit."""
        return self._number

    @property
    def store(self) -> Store:
        """The live store, for reading within this process only."""
        return self._store

    @property
    def judgements(self) -> Judgements:
        """Every judgement made so far, and what stands."""
        return self._judgements

    def status_of(self, source: str, digest: str, key: str) -> tuple[OneOf["added", "replaced", "unchanged"], str]:
        """What adding these bytes from this source, read under this key, would do, and why."""
        document = self._document(digest)
        old = self._value(document, EDITION_KEY)
        superseded = self._superseded(self.library.source_name(source), document)
        if old is not None and old != key:
            return "replaced", what_changed(old, key)
        if old is not None:
            return "unchanged", ""
        return ("replaced", "new bytes") if superseded else ("added", "")

    def add(self, edition: Edition, data: bytes | None = None) -> Commit:
        """Add or replace a document. `data` are its bytes (None where `files/` has them already).

        Bytes, then reading, then ledger: a process killed in between leaves files that are right and not yet used.
        """
        started = _now()
        digest = edition.document.digest
        status, reason = self.status_of(edition.source, digest, edition.key)
        edition = replace(edition, source=self.library.source_name(edition.source))
        graph = self._document(digest)
        if status == "unchanged":
            return self._add_source(graph, edition.source, started)
        self._keep(edition, data)
        change = Change(self._store, self.library.base)
        old = set(matching(self._store, None, None, None, graph))
        new = document_quads(edition, self.library.base)
        new += [quad for quad in old if quad.predicate == SOURCE and quad.subject == graph]
        if old:
            keep_archive(self.library, edition.id, self._number + 1, old)
            _replace(change, old, new)
        else:
            change.arrive(graph, new)
        for superseded in self._superseded(edition.source, graph):
            self._leave_source(change, superseded, edition.source)
        after = find_additions(change, self._judgements, self.library, edition)
        return self._commit(change, Cause(status, edition.id, _who(), started, "", reason), status, after)

    def see(self, source: str, digest: str) -> Commit:
        """Record that a source gives the bytes of a document that is here, unchanged. Raises UnknownDocument."""
        document = self._document(digest)
        if self._value(document, DIGEST) is None:
            raise UnknownDocument(f"no document has the digest {digest}")
        return self._add_source(document, self.library.source_name(source), _now())

    def withdraw(self, name: str) -> Commit:
        """Take a document out: its id, source, or digest (at least 8 digits). Raises UnknownDocument."""
        started = _now()
        document = self.find_document(name)
        change = Change(self._store, self.library.base)
        self._archive(change, document)
        identifier = compress(document.value, self.library.base)
        return self._commit(change, Cause("withdrawn", identifier, _who(), started, ""), "withdrawn")

    def judge(self, judgement: Judgement) -> Commit:
        """Record a judgement; `who` and `when` are filled in where empty. Raises JudgementError and UnknownThing."""
        started = _now()
        row = replace(judgement, number=self._judgements.next_number)
        row = replace(checked(row, self._store, self._judgements), who=row.who or _who(), when=row.when or started)
        change = Change(self._store, self.library.base)
        if row.kind == "add":
            row = add_passage(change, row, self.library, self.find_document(row.document or ""))
        for quad in judgement_quads(row, self.library.base):
            change.add_quad(quad)
        after = weigh((*self._judgements.rows, row), self.library.base)
        return self._commit(change, Cause("judged", row.id, row.who, started, "", row.why), "judged", after)

    def rebuild(self) -> Commit:
        """Work out members, facts and the resolved view from nothing, and put right what differs."""
        cause = Cause("rebuilt", "graph/facts", _who(), _now(), "")
        return replace(self._settle(Change(self._store, self.library.base), cause), status="rebuilt")

    def publish(self) -> int:
        """Bring the snapshot that readers open to the last commit; comes back with its number."""
        if published(self.library) != self._number:
            publish(self.library, self._store, self._number)
        return self._number

    def find_document(self, name: str) -> NamedNode:
        """A document by its id, IRI, source or digest. Raises UnknownDocument."""
        base = self.library.base
        for iri in (name, base + name, f"{base}document/{name[:16]}"):
            if iri.startswith(f"{base}document/") and self._value(NamedNode(iri), DIGEST) is not None:
                return NamedNode(iri)
        for source in (name, self.library.source_name(name)):
            for quad in matching(self._store, None, SOURCE, Literal(source), None):
                return NamedNode(quad.graph_name.value)
        raise UnknownDocument(f"no document is {name!r}: give an id, a source or a digest that `svod status` lists")

    def _commit(self, change: Change, cause: Cause, status: Status, judgements: Judgements | None = None) -> Commit:
        """Work out what follows, and write everything in one transaction."""
        before, after = self._judgements, judgements or self._judgements
        names = Names(change, self._slugs)
        name_keys(change, names)
        things = Things(change, after, names)
        moves = update_members(change, things, names, judged_iris(before, after))
        turnover = update_facts(change, things, before, after, moves)
        return self._write(change, cause, status, turnover, after)

    def _write(
        self, change: Change, cause: Cause, status: Status, turnover: Turnover, judgements: Judgements
    ) -> Commit:
        number = self._number + 1
        write_entry(change, number, replace(cause, ended=_now()), turnover)
        change.apply()
        self._flush()
        self._number, self._judgements = number, judgements
        return Commit(number, status, cause.why, len(turnover.added), len(turnover.removed))

    def _keep(self, edition: Edition, data: bytes | None) -> None:
        if data is not None:
            keep_file(self.library, edition.document.digest, data)
        keep_read(self.library, edition)

    def _flush(self) -> None:
        self._store.flush()

    def _settle(self, change: Change, cause: Cause) -> Commit:
        """Commit a change of inputs whose consequences are worked out from nothing."""
        base = self.library.base
        whole = Store()
        whole.bulk_extend(as_rdf(quad for quad in matching(self._store) if quad not in change.removed))
        whole.bulk_extend(as_rdf(change.added))
        should = derived(whole, base)
        stale = {quad for quad in matching(whole) if is_derived(quad, base)} - should
        turnover = Turnover(
            added={quad.subject for quad in should if self._is_new_fact(quad)},
            removed={
                quad.subject for quad in stale if quad.predicate == SUBJECT and quad.graph_name == self._graphs.facts
            },
        )
        _replace(change, stale, should - set(matching(whole)))
        return self._write(change, cause, "judged", turnover, self._judgements)

    def _is_new_fact(self, quad: PlainQuad) -> bool:
        is_fact = quad.predicate == SUBJECT and quad.graph_name == self._graphs.facts
        return is_fact and not any(matching(self._store, *quad))

    def _load_ontology(self) -> None:
        """Load the vocabulary where it is absent or not the one of this program."""
        graph = self._graphs.ontology
        held = self._value(graph, DIGEST)
        if held == vocabulary_digest():
            return
        started = _now()
        change = Change(self._store, self.library.base)
        old = set(matching(self._store, None, None, None, graph))
        new = {quad for quad in ontology_quads(self.library.base) if quad.graph_name == graph}
        _replace(change, old, new)
        self._settle(change, Cause("ontology", "graph/ontology", _who(), started, ""))

    def _document(self, digest: str) -> NamedNode:
        return NamedNode(f"{self.library.base}document/{digest[:16]}")

    def _value(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        quad = next(iter(matching(self._store, subject, predicate, None, subject)), None)
        return quad.object.value if quad else None

    def _superseded(self, source: str, document: NamedNode) -> list[NamedNode]:
        """The documents that this source gave before."""
        quads = matching(self._store, None, SOURCE, Literal(source), None)
        return [quad.graph_name for quad in quads if quad.graph_name != document]

    def _add_source(self, document: NamedNode, source: str, started: str) -> Commit:
        """The same bytes from one more source: recorded, and nothing else. What that source gave before goes."""
        quad = PlainQuad(document, SOURCE, Literal(source), document)
        if any(matching(self._store, *quad)):
            return Commit(self._number, "unchanged", "", 0, 0)
        change = Change(self._store, self.library.base)
        for superseded in self._superseded(source, document):
            self._leave_source(change, superseded, source)
        change.add_quad(quad)
        identifier = compress(document.value, self.library.base)
        after = self._judgements
        if any(row.kind == "add" for row in after.rows):
            edition = replace(kept_read(self.library, str(self._value(document, DIGEST))), source=source)
            after = find_additions(change, after, self.library, edition)
        commit = self._commit(change, Cause("source", identifier, _who(), started, "", source), "unchanged", after)
        return replace(commit, reason="")

    def _leave_source(self, change: Change, document: NamedNode, source: str) -> None:
        """A source gives other bytes now: the document goes, unless another source still gives it."""
        sources = list(matching(self._store, document, SOURCE, None, document))
        if len(sources) > 1:
            change.remove(document, SOURCE, Literal(source), document)
        else:
            self._archive(change, document)

    def _archive(self, change: Change, document: NamedNode) -> None:
        quads = list(matching(self._store, None, None, None, document))
        keep_archive(self.library, compress(document.value, self.library.base), self._number + 1, quads)
        change.drop(document, quads)


def _replace(change: Change, old: Iterable[PlainQuad], new: Iterable[PlainQuad]) -> None:
    """Take out what is only old, put in what is only new."""
    before, after = set(old), set(new)
    for quad in before - after:
        change.remove_quad(quad)
    for quad in after - before:
        change.add_quad(quad)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _who() -> str:
    """Who runs this: `SVOD_USER`, else the user's name."""
    return os.environ.get("SVOD_USER") or getpass.getuser()
