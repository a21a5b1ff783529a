"""The ledger: what each document states, who is who, and the view that follows. One process writes; each change is one
transaction and one numbered commit."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Literal as OneOf
from typing import Self

from pyoxigraph import Literal, NamedNode, Store

from graph.additions import add_passage, find_additions
from graph.archive import forget_unmade, keep_archive, keep_reading
from graph.candidates import update_candidates
from graph.change import Change
from graph.checks import checked
from graph.concepts import ontology_quads
from graph.conflicts import update_conflicts
from graph.edition import Edition, vocabulary_digest
from graph.errors import UnknownDocument
from graph.facts import Turnover, update_facts
from graph.judgement import Judgement, Judgements, judgement_quads, read_judgements, weigh
from graph.kept import keep_file, keep_read, kept_read
from graph.library import Library
from graph.lock import Lock
from graph.log import OWN, Cause, Mandate, entries, latest, now, who_runs, write_entry
from graph.members import judged_iris, name_keys, update_members
from graph.names import Names, assigned
from graph.plain import PlainQuad, as_rdf, graph_lines, matching, n_quads
from graph.quads import document_quads
from graph.rebuild import derived, is_derived
from graph.remembered import Remembered
from graph.reverting import restored, revert, revertible
from graph.snapshot import publish, published
from graph.sources import Planned, document_of, planned, superseded
from graph.takeover import recover, take_over
from graph.terms import (
    DIGEST,
    SOURCE,
    SUBJECT,
    Graphs,
)
from graph.things import Things
from graph.undisturbed import undisturbed
from ontology.iri import compress

Status = OneOf["added", "replaced", "unchanged", "withdrawn", "judged", "rebuilt", "rolled back", "erased"]


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
        self._remembered = Remembered()

    @classmethod
    def open(cls, library: Library) -> Self:
        """Open for writing. Raises LibraryBusy. Publishes what an earlier process committed and did not publish."""
        lock = Lock.take(library.lock)
        try:
            recover(library.store)
            ledger = cls(library, lock, Store(library.store))
        except BaseException:
            lock.release()
            raise
        forget_unmade(library, ledger.number)
        _resume(ledger)
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

    def status_of(self, source: str, digest: str, key: str) -> tuple[Planned, str]:
        """What adding these bytes from this source, read under this key, would do, and why."""
        return planned(self._store, self.library, source, digest, key)

    @undisturbed()
    def add(self, edition: Edition, data: bytes | None = None, mandate: Mandate = OWN) -> Commit:
        """Add or replace a document. `data` are its bytes (None where `files/` has them already).

        Bytes, then reading, then ledger: a process killed in between leaves files that are right and not yet used.
        """
        started = now()
        digest = edition.document.digest
        status, reason = self.status_of(edition.source, digest, edition.key)
        edition = replace(edition, source=self.library.source_name(edition.source))
        graph = document_of(self.library, digest)
        if status == "unchanged":
            return self._add_source(graph, edition.source, started, mandate)
        change = self._change()
        old = set(matching(self._store, None, None, None, graph))
        new = document_quads(edition, self.library.base)
        new += [quad for quad in old if quad.predicate == SOURCE and quad.subject == graph]
        if old:
            keep_archive(self.library, edition.id, self._number + 1, n_quads(old))
            keep_reading(self.library, edition.id, self._number + 1, digest)
            _replace(change, old, new)
        else:
            change.arrive(graph, new)
        self._keep(edition, data)
        moved = self._leave_source(change, edition.source, graph)
        after = find_additions(change, self._judgements, self.library, edition)
        cause = Cause(status, edition.id, mandate.name, started, "", reason, edition.source, mandate.part_of, moved)
        return self._commit(change, cause, status, after)

    def see(self, source: str, digest: str, mandate: Mandate = OWN) -> Commit:
        """Record that a source gives the bytes of a document that is here, unchanged. Raises UnknownDocument."""
        document = document_of(self.library, digest)
        if self._value(document, DIGEST) is None:
            raise UnknownDocument(f"no document has the digest {digest}")
        return self._add_source(document, self.library.source_name(source), now(), mandate)

    @undisturbed()
    def withdraw(self, name: str, mandate: Mandate = OWN) -> Commit:
        """Take a document out: its id, source, or digest (at least 8 digits). Raises UnknownDocument."""
        started = now()
        document = self.find_document(name)
        change = self._change()
        self._archive(change, document)
        identifier = compress(document.value, self.library.base)
        return self._commit(change, Cause("withdrawn", identifier, mandate.name, started, ""), "withdrawn")

    @undisturbed()
    def judge(self, judgement: Judgement) -> Commit:
        """Record a judgement; `who` and `when` are filled in where empty. Raises JudgementError and UnknownThing."""
        started = now()
        row = replace(judgement, number=self._judgements.next_number)
        row = replace(checked(row, self._store, self._judgements), who=row.who or who_runs(), when=row.when or started)
        change = self._change()
        if row.kind == "add":
            row = add_passage(change, row, self.library, self.find_document(row.document or ""))
        for quad in judgement_quads(row, self.library.base):
            change.add_quad(quad)
        after = weigh((*self._judgements.rows, row), self.library.base)
        return self._commit(change, Cause("judged", row.id, row.who, started, "", row.why), "judged", after)

    @undisturbed()
    def revert(self, number: int, mandate: Mandate = OWN) -> Commit:
        """Take back a commit that changed documents: each as it was before, from the archive, in one transaction.

        Raises RollbackError where there is no such commit, or a later one changed the same documents.
        """
        started = now()
        entry = revertible(entries(self._store, self.library.base), number)
        change = self._change()
        revert(change, entry, self.library, self._number + 1)
        after = self._judgements
        for edition in restored(entry, self.library):
            after = find_additions(change, after, self.library, edition)
        cause = Cause("rolled back", f"commit/{number}", mandate.name, started, "", "", "", mandate.part_of)
        return self._commit(change, cause, "rolled back", after)

    def rebuild(self) -> Commit:
        """Work out members, facts and the resolved view from nothing, and put right what differs."""
        cause = Cause("rebuilt", "graph/facts", who_runs(), now(), "")
        return replace(self._settle(self._change(), cause), status="rebuilt")

    def settle(self, change: Change, kind: str, why: str) -> Commit:
        """Commit a change of inputs, and work out what follows from nothing."""
        return self._settle(change, Cause(kind, "graph/facts", who_runs(), now(), "", why))

    def rewrite(self, inputs: Sequence[PlainQuad], cause: Cause) -> Commit:
        """Write the ledger anew, with these inputs and what follows, into another store, which takes the place of this
        one: what was deleted is on the disk no more."""
        draft = self.library.store.with_name(f"{self.library.store.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        new, base = Store(draft), self.library.base
        new.bulk_extend(as_rdf(inputs))
        new.bulk_extend(as_rdf(derived(new, base)))
        change, before = (
            Change(new, base),
            sum(1 for _ in matching(self._store, None, SUBJECT, None, self._graphs.facts)),
        )
        write_entry(change, self._number + 1, replace(cause, ended=now()), Turnover(), assigned(change))
        change.apply()
        new.flush()
        after = sum(1 for _ in matching(new, None, SUBJECT, None, self._graphs.facts))
        del new, change
        del self._store
        take_over(self.library.store)
        self._store = Store(self.library.store)
        self._judgements, self._number = read_judgements(self._store, base), self._number + 1
        self._remembered = Remembered()
        return Commit(self._number, "erased", cause.why, 0, max(0, before - after))

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

    def _change(self) -> Change:
        """A change to begin. It takes with it what the writer remembers, and gives it back when it is written."""
        remembered, self._remembered = self._remembered, Remembered()
        return Change(self._store, self.library.base, remembered)

    def _commit(self, change: Change, cause: Cause, status: Status, judgements: Judgements | None = None) -> Commit:
        """Work out what follows, and write everything in one transaction."""
        before, after = self._judgements, judgements or self._judgements
        names = Names(change)
        name_keys(change, names)
        things = Things(change, after, names)
        is_judged = before.is_identity_judged or after.is_identity_judged
        rejoined = update_candidates(change, None if is_judged else things.belonging)
        moves = update_members(change, things, names, judged_iris(before, after), rejoined)
        things.settle()
        turnover = update_facts(change, things, before, after, moves)
        update_conflicts(change, things, turnover, before, after)
        return self._write(change, cause, status, turnover, after)

    def _write(
        self, change: Change, cause: Cause, status: Status, turnover: Turnover, judgements: Judgements
    ) -> Commit:
        number = self._number + 1
        write_entry(change, number, replace(cause, ended=now()), turnover, Names(change).count())
        change.apply()
        self._flush()
        self._number, self._judgements, self._remembered = number, judgements, change.remembered
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
        commit = self._write(change, cause, "judged", turnover, self._judgements)
        self._remembered = Remembered()
        return commit

    def _is_new_fact(self, quad: PlainQuad) -> bool:
        is_fact = quad.predicate == SUBJECT and quad.graph_name == self._graphs.facts
        return is_fact and not any(matching(self._store, *quad))

    def _load_ontology(self) -> None:
        """Load the vocabulary where it is absent or not the one of this program."""
        graph = self._graphs.ontology
        held = self._value(graph, DIGEST)
        if held == vocabulary_digest():
            return
        started = now()
        change = self._change()
        old = set(matching(self._store, None, None, None, graph))
        new = {quad for quad in ontology_quads(self.library.base) if quad.graph_name == graph}
        _replace(change, old, new)
        self._settle(change, Cause("ontology", "graph/ontology", who_runs(), started, ""))

    def _value(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        quad = next(iter(matching(self._store, subject, predicate, None, subject)), None)
        return quad.object.value if quad else None

    def _add_source(self, document: NamedNode, source: str, started: str, mandate: Mandate) -> Commit:
        """The same bytes from one more source: recorded, and nothing else. What that source gave before goes."""
        quad = PlainQuad(document, SOURCE, Literal(source), document)
        if any(matching(self._store, *quad)):
            return Commit(self._number, "unchanged", "", 0, 0)
        change = self._change()
        moved = self._leave_source(change, source, document)
        change.add_quad(quad)
        identifier = compress(document.value, self.library.base)
        after = self._judgements
        if any(row.kind == "add" for row in after.rows):
            edition = replace(kept_read(self.library, str(self._value(document, DIGEST))), source=source)
            after = find_additions(change, after, self.library, edition)
        cause = Cause("source", identifier, mandate.name, started, "", source, source, mandate.part_of, moved)
        return replace(self._commit(change, cause, "unchanged", after), reason="")

    def _leave_source(self, change: Change, source: str, document: NamedNode) -> tuple[str, ...]:
        """A source gives this document now: what it gave before goes, unless another source still gives it; comes back
        with those that stay."""
        moved = []
        for old in superseded(self._store, source, document):
            if len(list(matching(self._store, old, SOURCE, None, old))) > 1:
                change.remove(old, SOURCE, Literal(source), old)
                moved.append(compress(old.value, self.library.base))
            else:
                self._archive(change, old)
        return tuple(sorted(moved))

    def _archive(self, change: Change, document: NamedNode) -> None:
        lines = graph_lines(self._store, document)
        keep_archive(self.library, compress(document.value, self.library.base), self._number + 1, lines)
        change.drop(document, lines)


def _resume(ledger: Ledger) -> None:
    """Carry out what a killed process had begun, and take away what it left."""
    from graph import approval, erasure, rehearsal  # they are made of changes to a ledger

    rehearsal.sweep(ledger.library)
    erasure.resume(ledger)
    approval.resume(ledger)


def _replace(change: Change, old: Iterable[PlainQuad], new: Iterable[PlainQuad]) -> None:
    """Take out what is only old, put in what is only new."""
    before, after = set(old), set(new)
    for quad in before - after:
        change.remove_quad(quad)
    for quad in after - before:
        change.add_quad(quad)
