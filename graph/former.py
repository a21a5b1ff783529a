"""Editions that the library has moved on from: each stays addressable, from the archive.

`document/<digest>` of an edition that another replaced answers with its graph as it was, and says by what it was
replaced; `document/<digest>/edition/<commit>` is the edition of that document that left with a commit, also where the
same bytes were read anew. What was withdrawn or erased is gone.
"""

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.archive import archived
from graph.log import Entry, entry_of
from graph.plain import PlainQuad, matching
from graph.snapshot import Snapshot
from graph.terms import INVALIDATED, REPLACED_BY, TITLE

_EDITION = re.compile(r"(document/[0-9a-f]{16})/edition/(\d+)")


@dataclass(frozen=True, slots=True)
class Former:
    """An edition that is in the archive: its id, the commit that it left with, and the document that took its place
    (None where that is the same document, read anew)."""

    id: str
    document: str
    commit: int
    replaced_by: str | None

    def quads(self, snapshot: Snapshot) -> list[PlainQuad]:
        """The graph of its document as it was, and what took its place."""
        found = archived(snapshot.library, self.commit)[self.document].quads()
        node = NamedNode(snapshot.base + self.id)
        found.append(
            PlainQuad(node, INVALIDATED, NamedNode(f"{snapshot.base}commit/{self.commit}"), found[0].graph_name)
        )
        if self.replaced_by:
            found.append(PlainQuad(node, REPLACED_BY, NamedNode(snapshot.base + self.replaced_by), found[0].graph_name))
        return found

    def title(self, snapshot: Snapshot) -> str:
        """Its document's title then."""
        return next((quad.object.value for quad in self.quads(snapshot) if quad.predicate == TITLE), self.document)


def former(snapshot: Snapshot, identifier: str) -> Former | None:
    """The edition of that id, where it is in the archive and was not withdrawn; None for everything else."""
    named = _EDITION.fullmatch(identifier)
    document = named[1] if named else identifier
    if not re.fullmatch(r"document/[0-9a-f]{16}", document):
        return None
    if named:
        return _left(snapshot, identifier, document, int(named[2]))
    log = snapshot.graphs.log
    left = matching(snapshot.store, NamedNode(snapshot.base + document), INVALIDATED, None, log)
    commits = [int(quad.object.value.rpartition("/")[2]) for quad in left]
    return _left(snapshot, identifier, document, max(commits)) if commits else None


def _left(snapshot: Snapshot, identifier: str, document: str, commit: int) -> Former | None:
    if document not in archived(snapshot.library, commit):
        return None
    entry: Entry | None = entry_of(snapshot.store, snapshot.base, commit)
    if entry is None or entry.cause.kind == "withdrawn":
        return None
    successors = [
        name for name in (*entry.arrived, entry.cause.of) if name.startswith("document/") and name != document
    ]
    return Former(identifier, document, commit, successors[0] if successors else None)
