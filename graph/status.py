"""What is in a library: counted, not guessed."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graph.library import Library
from graph.plain import DEFAULT, matching
from graph.snapshot import Snapshot
from graph.terms import (
    DIGEST,
    DOCUMENT,
    FINDING,
    FORMAT,
    LANGUAGE,
    PAGES,
    SOURCE,
    STATEMENT,
    SUBJECT,
    TITLE,
    TYPE,
)
from ontology.iri import compress


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """A document in the library: id, every source that gave it, title, language, media type, SHA-256, pages,
    statements, and what could not be read of it."""

    id: str
    sources: tuple[str, ...]
    title: str
    language: str
    media_type: str
    digest: str
    pages: int
    statements: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A library at a commit: things by class (CURIEs), facts, quads, bytes on disk by folder."""

    path: str
    base: str
    commit: int
    documents: tuple[DocumentStatus, ...]
    things: dict[str, int]
    facts: int
    quads: int
    sizes: dict[str, int]


def status(snapshot: Snapshot) -> Status:
    """What is in the library that the snapshot shows."""
    store, base, ontology = snapshot.store, snapshot.base, snapshot.graphs.ontology
    vocabulary = {quad.subject for quad in matching(store, None, TYPE, None, ontology)}
    stated = {quad.object for quad in matching(store, None, SUBJECT, None, snapshot.graphs.facts)}
    things: Counter[str] = Counter(
        compress(quad.object.value, base)
        for quad in matching(store, None, TYPE, None, DEFAULT)
        if quad.subject in stated or quad.subject not in vocabulary
    )
    return Status(
        path=str(snapshot.library.path),
        base=base,
        commit=snapshot.commit,
        documents=documents(snapshot),
        things=dict(sorted(things.items())),
        facts=sum(1 for _ in matching(store, None, SUBJECT, None, snapshot.graphs.facts)),
        quads=len(store),
        sizes=_sizes(snapshot.library),
    )


def documents(snapshot: Snapshot) -> tuple[DocumentStatus, ...]:
    """Every document, by its first source."""
    found = [
        _document(snapshot, quad.subject.value)
        for quad in matching(snapshot.store, None, TYPE, DOCUMENT, None)
        if quad.graph_name == quad.subject
    ]
    return tuple(sorted(found, key=lambda document: (document.sources, document.id)))


def _document(snapshot: Snapshot, iri: str) -> DocumentStatus:
    node = snapshot.iri(iri)

    def texts(predicate: object) -> list[str]:
        quads = matching(snapshot.store, node, predicate, None, node)  # type: ignore[arg-type]
        return sorted(str(quad.object.value) for quad in quads)

    return DocumentStatus(
        id=compress(iri, snapshot.base),
        sources=tuple(texts(SOURCE)),
        title=texts(TITLE)[0],
        language=texts(LANGUAGE)[0],
        media_type=texts(FORMAT)[0],
        digest=texts(DIGEST)[0],
        pages=int(texts(PAGES)[0]),
        statements=sum(1 for _ in matching(snapshot.store, None, TYPE, STATEMENT, node)),
        findings=tuple(texts(FINDING)),
    )


def _sizes(library: Library) -> dict[str, int]:
    folders = (library.files, library.read, library.store, library.snapshots, library.archive)
    return {folder.name: _size(folder) for folder in folders}


def _size(folder: Path) -> int:
    """Bytes of the files in a folder, each once however often it is linked; links are not followed."""
    stats = [path.lstat() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum({stat.st_ino: stat.st_size for stat in stats}.values())
