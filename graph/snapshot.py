"""What readers see: the ledger as it was at a commit. Any number of processes may read while one writes."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from graph.edition import Edition
from graph.errors import NotALibrary, UnknownDocument
from graph.evidence import Evidence, evidence_of, statement_evidence
from graph.facts import Fact
from graph.intended import Intended, relations_intended
from graph.judgement import Judgements, read_judgements
from graph.kept import kept_file, kept_read
from graph.library import Library
from graph.log import Entry, entries
from graph.plain import DEFAULT, Term, matching
from graph.planned import Planned, figures_planned
from graph.terms import ALT_LABEL, DIGEST, LABEL, MERGED_INTO, SUPPORTS, TITLE, Graphs
from ingest.document import Document
from ontology.iri import PREFIXES, compress, expand

KEPT = 4
"""Snapshots left standing: a reader holds one for a query or a page, and is given the next when it opens again."""

CURRENT = "current"
Results = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True)
class Snapshot:
    """A library at one commit, for reading. `folder` holds its store, for processes that open it themselves."""

    library: Library
    commit: int
    store: Store = field(repr=False)
    folder: Path = field(repr=False)

    @classmethod
    def open(cls, library: Library) -> "Snapshot":
        """The latest published snapshot. Raises NotALibrary where none was published yet."""
        link = library.snapshots / CURRENT
        for _ in range(KEPT):  # the link may be swapped, and its old target removed, while we look
            try:
                folder = link.resolve(strict=True)
                return cls(library, int(folder.name), Store.read_only(str(folder)), folder)
            except FileNotFoundError as error:
                missing = error
            except OSError as error:
                if folder.exists():
                    raise
                missing = FileNotFoundError(str(error))
        raise NotALibrary(f"{library.path} has published nothing yet: ingest a document first") from missing

    @property
    def base(self) -> str:
        """The base of the library's IRIs."""
        return self.library.base

    @property
    def graphs(self) -> Graphs:
        """The names of the ledger's graphs."""
        return Graphs.below(self.base)

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """Run SPARQL with the vocabulary's prefixes and the library's base. `substitutions` give variables values.

        A variable that is given a value must be among those that the query selects. Raises SyntaxError.
        """
        values: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): term for name, term in (substitutions or {}).items()
        }
        return self.store.query(sparql, base_iri=self.base, prefixes=dict(PREFIXES), substitutions=values)

    def iri(self, name: str | NamedNode) -> NamedNode:
        """An id below the base, a CURIE or an IRI as a term."""
        return name if isinstance(name, NamedNode) else NamedNode(expand(name, self.base))

    def fact(self, subject: str | NamedNode, predicate: str | NamedNode, object_: str | Term) -> NamedNode:
        """The IRI of the fact with these ends, whether or not it stands. A `str` object is an id, not a literal."""
        last = object_ if isinstance(object_, Literal) else self.iri(object_)
        return Fact(self.iri(subject), self.iri(predicate), last).node(self.base)

    def evidence(
        self, fact: str | NamedNode | tuple[str | NamedNode, str | NamedNode, str | Term]
    ) -> tuple[Evidence, ...]:
        """The passages of a fact (its IRI, or its subject, predicate and object) or of a statement."""
        node = self.fact(*fact) if isinstance(fact, tuple) else self.iri(fact)
        if node.value.startswith(f"{self.base}statement/"):
            return statement_evidence(self.store, self.base, node)
        return evidence_of(self.store, self.base, node)

    def statements(self, fact: str | NamedNode) -> tuple[str, ...]:
        """The ids of the statements that support a fact, sorted."""
        quads = matching(self.store, None, SUPPORTS, self.iri(fact), self.graphs.facts)
        return tuple(sorted(compress(quad.subject.value, self.base) for quad in quads))

    def label(self, iri: str | NamedNode, language: str = "en") -> str:
        """What a thing is called in a language, else in another, else its id. Documents go by their title."""
        node = self.iri(iri)
        for predicate in (LABEL, TITLE, ALT_LABEL):
            for graph in (DEFAULT, self.graphs.ontology):
                forms: list[Literal] = [quad.object for quad in matching(self.store, node, predicate, None, graph)]
                if forms:
                    return min((form.language != language, form.language or "", form.value) for form in forms)[-1]
        return compress(node.value, self.base)

    def merged_into(self, iri: str | NamedNode) -> str | None:
        """The id of the thing that this one was merged into, None where it stands for itself."""
        quads = matching(self.store, self.iri(iri), MERGED_INTO, None, self.graphs.members)
        found = next(iter(quads), None)
        return compress(found.object.value, self.base) if found else None

    def edition(self, document: str | NamedNode) -> Edition:
        """A document as it was read, with mentions, statements and passages. Raises UnknownDocument."""
        return kept_read(self.library, self.digest(document))

    def document(self, document: str | NamedNode) -> Document:
        """A document as it was read. Raises UnknownDocument."""
        return self.edition(document).document

    def data(self, document: str | NamedNode) -> bytes:
        """A document's original bytes. Raises UnknownDocument."""
        return kept_file(self.library, self.digest(document))

    def digest(self, document: str | NamedNode) -> str:
        """The SHA-256 of a document's bytes. Raises UnknownDocument."""
        node = self.iri(document)
        quad = next(iter(matching(self.store, node, DIGEST, None, node)), None)
        if quad is None or not self.graphs.is_document(node):
            raise UnknownDocument(f"no document is {compress(node.value, self.base)!r}")
        return str(quad.object.value)

    @cached_property
    def judgements(self) -> Judgements:
        """Every judgement made so far."""
        return read_judgements(self.store, self.base)

    @cached_property
    def figures_planned(self) -> tuple[Planned, ...]:
        """Every planned figure, as people decided: `graph.planned`."""
        return tuple(figures_planned(self))

    @cached_property
    def relations_intended(self) -> tuple[Intended, ...]:
        """Every planned relation, as people decided: `graph.intended`."""
        return tuple(relations_intended(self))

    def history(self) -> list[Entry]:
        """Every commit, oldest first."""
        return entries(self.store, self.base)


def published(library: Library) -> int | None:
    """The commit of the snapshot that readers open, None where there is none."""
    try:
        folder = (library.snapshots / CURRENT).resolve(strict=True)
    except FileNotFoundError:
        return None
    return int(folder.name)


def publish(library: Library, store: Store, commit: int) -> Path:
    """Make the snapshot of a commit and swap the link to it; older ones but the last few are removed."""
    folder = library.snapshots / str(commit)
    making = library.snapshots / f".{commit}"
    for left in (making, folder):
        shutil.rmtree(left, ignore_errors=True)
    store.backup(making)
    making.rename(folder)
    link = library.snapshots / f".{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    link.replace(library.snapshots / CURRENT)
    _prune(library)
    return folder


def _prune(library: Library) -> None:
    numbers = sorted(int(path.name) for path in library.snapshots.iterdir() if path.name.isdigit())
    for number in numbers[:-KEPT]:
        shutil.rmtree(library.snapshots / str(number))
    for left in library.snapshots.glob(".[0-9]*"):
        shutil.rmtree(left)
