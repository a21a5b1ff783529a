"""The whole flow: a source is read, annotated, stated, located, and added to the ledger."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.edition import Edition, edition_key
from graph.kept import kept_read
from graph.ledger import Commit, Ledger
from graph.library import Library
from ingest.capabilities import capabilities
from ingest.errors import IngestError, NotFound

PUBLISH_EVERY = 2.0
"""Seconds between snapshots within a batch: a snapshot costs 10-70 ms, and readers may see a document this late."""

DocumentStatus = Literal["added", "unchanged", "replaced", "refused"]

Progress = Callable[[str, str], None]
"""Told a source's path and the verb that begins: read, annotate, state, locate, add."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `id` is the document's (None when refused), `reason` says why it was refused or
    replaced, or that no facts were found; `seconds` is wall time."""

    source: str
    id: str | None
    status: DocumentStatus
    reason: str
    pages: int
    mentions: int
    statements: int
    seconds: float


def build(
    target: Library | Ledger,
    sources: Iterable[str],
    *,
    progress: Progress | None = None,
    password: str | None = None,
) -> Iterator[Outcome]:
    """Bring the sources into the library, in their order; one outcome each, failures among them.

    `password` opens those that are encrypted; it is kept nowhere.

    An open ledger is left open. Raises LibraryBusy where another process writes.
    """
    tell = progress or _silent
    with nullcontext(target) if isinstance(target, Ledger) else Ledger.open(target) as ledger:
        published = time.monotonic()
        for source in sources:
            yield _build_one(ledger, source, tell, password)
            if time.monotonic() - published > PUBLISH_EVERY:
                ledger.publish()
                published = time.monotonic()
        ledger.publish()


def _build_one(ledger: Ledger, source: str, progress: Progress, password: str | None) -> Outcome:
    begun = time.perf_counter()
    try:
        progress(source, "read")
        data = read_bytes(source)
        digest = hashlib.sha256(data).hexdigest()
        key = edition_key(digest, capabilities(data))
        if data and ledger.status_of(source, digest, key)[0] == "unchanged":
            commit = ledger.see(source, digest)
            return outcome(source, kept_read(ledger.library, digest), commit, time.perf_counter() - begun)
        edition = extract(data, source, progress=progress, password=password)
    except IngestError as error:
        return refusal(source, error, time.perf_counter() - begun)
    progress(source, "add")
    commit = ledger.add(edition, data)
    return outcome(source, edition, commit, time.perf_counter() - begun)


def read_bytes(source: str) -> bytes:
    """The bytes of a file. Raises NotFound."""
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(f"{source} cannot be read: {reason.lower()}") from error


def extract(data: bytes, source: str, *, progress: Progress | None = None, password: str | None = None) -> Edition:
    """What these bytes state, needing no library: read, annotated, stated, located. Raises IngestError.

    `source` stays as given here; the ledger keeps it relative to the library's parent.
    """
    import ingest  # with nlp, seconds of loading that readers of a library do not need
    import nlp

    tell = progress or _silent
    document = ingest.read(data, source, password)
    tell(source, "annotate")
    doc = nlp.annotate(document)
    tell(source, "state")
    stated = nlp.state(doc)
    tell(source, "locate")
    spans = sorted({evidence.span for statement in stated.statements for evidence in statement.evidence})
    passages = ingest.locate(data, document, spans, password)
    return Edition(stated, passages, source, edition_key(document.digest, capabilities(data)))


def extract_source(source: str, *, progress: Progress | None = None) -> Edition:
    """What a file states. Raises IngestError."""
    return extract(read_bytes(source), source, progress=progress)


def outcome(source: str, edition: Edition, commit: Commit, seconds: float) -> Outcome:
    """What became of a source that the ledger took."""
    status: DocumentStatus = "unchanged"
    if commit.status in ("added", "replaced"):
        status = commit.status
    statements = len(edition.extract.statements)
    reason = commit.reason or ("" if statements else "it holds text, but no facts were found in it")
    return Outcome(
        source=source,
        id=edition.id,
        status=status,
        reason=reason,
        pages=len(edition.document.pages),
        mentions=len(edition.extract.mentions),
        statements=statements,
        seconds=round(seconds, 3),
    )


def refusal(source: str, error: IngestError, seconds: float) -> Outcome:
    """What became of a source that could not be read."""
    return Outcome(source, None, "refused", str(error), 0, 0, 0, round(seconds, 3))


def _silent(source: str, verb: str) -> None:
    """Progress that nobody watches."""
