"""Erasing: a document or a person goes out of everything that the library keeps, for good.

The record in the log says when, by whom, what kind and how much, and no name. What is erased is first written down
(`erasing.json`), so that a killed process is continued; the note goes last. Oxigraph keeps what was deleted until it
compacts, so the ledger is written anew into another store, which then takes the place of the old one.

Of a person: every statement and mention, and the name wherever it stands, in any of its word forms; in texts that were
read each letter gives way to a block (█). Bytes cannot be rewritten so: a document that names the person loses its
original file, and its pages cannot be shown as pictures any more.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import zstandard

from graph.cleaning import Cleaner
from graph.edition import dump, load
from graph.erasing import Target, documents_named, person_named
from graph.kept import original_path, write_whole
from graph.ledger import Commit, Ledger
from graph.library import Library
from graph.log import Cause, now, who_runs
from graph.plain import matching
from graph.redaction import redacted
from graph.staging import drop, staged_edition, waiting

NOTE = "erasing.json"
WAITING = "judgements-waiting.jsonl"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is being erased, by whom, since when, as which commit."""

    target: Target
    who: str
    when: str
    number: int

    @property
    def id(self) -> str:
        """The id of the record below the base."""
        return f"erasure/{self.number}"

    @property
    def kind(self) -> str:
        """What kind of thing is erased."""
        return "document" if self.target.documents else "person"


def erase_document(ledger: Ledger, name: str, who: str = "") -> Commit:
    """Erase a document, with every edition of its sources. Raises UnknownDocument."""
    return _begin(ledger, documents_named(ledger, name), who)


def erase_person(ledger: Ledger, names: Sequence[str], who: str = "") -> Commit:
    """Erase a person by the ids of all that go by the name. Raises ErasureError."""
    return _begin(ledger, person_named(ledger, names), who)


def resume(ledger: Ledger) -> None:
    """Carry out what a killed process had begun."""
    note = ledger.library.path / NOTE
    if note.exists():
        said = json.loads(note.read_text(encoding="utf-8"))
        target = Target(**{name: tuple(values) for name, values in said.pop("target").items()})
        _carry_out(ledger, Erasure(target, **said))


def _begin(ledger: Ledger, target: Target, who: str) -> Commit:
    erasure = Erasure(target, who or who_runs(), now(), ledger.number + 1)
    write_whole(ledger.library.path / NOTE, json.dumps(asdict(erasure), ensure_ascii=False).encode())
    return _carry_out(ledger, erasure)


def _carry_out(ledger: Ledger, erasure: Erasure) -> Commit:
    library = ledger.library
    _files(library, erasure.target)
    cleaner = Cleaner(library, erasure.target, erasure.id)
    commit = Commit(ledger.number, "erased", erasure.kind, 0, 0)
    if ledger.number < erasure.number:
        inputs = cleaner.inputs(list(matching(ledger.store)))
        count = f"{erasure.kind}: {cleaner.statements} statements, {cleaner.documents} documents"
        cause = Cause("erased", erasure.id, erasure.who, erasure.when, "", count)
        commit = ledger.rewrite(inputs, cause)
    cleaner.archive()
    ledger.publish()
    for path in library.snapshots.iterdir():
        if path.name.isdigit() and int(path.name) != ledger.number:
            shutil.rmtree(path)
    (library.path / NOTE).unlink()
    return commit


def _files(library: Library, target: Target) -> None:
    """Take it out of all that is kept beside the ledger, but the archive."""
    hexes = tuple(name.rpartition("/")[2] for name in target.documents)
    redaction = target.redaction
    for path in [*library.files.glob("??/*"), *library.read.glob("??/*"), *library.archive.glob("*")]:
        if hexes and path.name.lstrip(".").startswith(hexes):
            path.unlink()
    if not hexes:
        for path in [*library.read.glob("??/*.zst"), *library.archive.glob("*.read.zst")]:
            edition = load(path.read_bytes())
            cleaned = redacted(edition, redaction)
            if cleaned is not None:
                original_path(library, edition.document.digest).unlink(missing_ok=True)
                write_whole(path, dump(cleaned))
    for row in waiting(library):
        edition, _ = staged_edition(library, row)
        if row.document in target.documents or row.source in target.sources or redacted(edition, redaction):
            drop(library, row)
    for path in library.fetched.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        if redaction.clean(text) != text or json.loads(text)["document"].startswith(hexes or ("-",)):
            path.unlink()
    (library.path / WAITING).unlink(missing_ok=True)  # it says what other libraries say: let it be imported again
    for path in library.path.glob(f"{library.search.name}*"):
        path.unlink()
    shutil.rmtree(library.past, ignore_errors=True)
    _releases(library, target)


def _releases(library: Library, target: Target) -> None:
    """Releases that hold what is erased go: a release is what it was, or it is not."""
    marks = [*target.documents, *target.sources, *(iri.rpartition("/")[2] for iri in target.things)]
    for folder in library.releases.glob("*"):
        for path in [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []:
            text = _text(path)
            if any(mark in text for mark in marks) or target.redaction.clean(text) != text:
                shutil.rmtree(folder)
                break


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".zst":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return data.decode("utf-8", "replace")
