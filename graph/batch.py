"""One run over many sources: each is asked for its bytes, read by a worker, and committed, or refused with a reason."""

import hashlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from graph.addresses import Addresses, Given, is_address, text_digest
from graph.edition import Edition, edition_key
from graph.kept import kept_read
from graph.ledger import Commit
from graph.library import Library
from graph.workers import Job, Reading, Workers, fault
from ingest.capabilities import capabilities
from ingest.errors import IngestError, NotFound

MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What our own faults raise; a full disk, a library that is gone or a server that is silent is no document's fault."""

DocumentStatus = Literal["added", "unchanged", "replaced", "refused"]

Progress = Callable[[str, str], None]
"""Told a source's path and the verb that begins: read, annotate, state, locate, add. Several threads may tell."""

log = logging.getLogger(__name__)


class Taker(Protocol):
    """Who commits: a ledger, or the server that holds it."""

    @property
    def library(self) -> Library: ...

    def status_of(
        self, source: str, digest: str, key: str
    ) -> tuple[Literal["added", "replaced", "unchanged"], str]: ...

    def add(self, edition: Edition, data: bytes | None = None) -> Commit:
        """Take an edition, and the bytes it was read from where they are to be kept."""
        ...

    def see(self, source: str, digest: str) -> Commit:
        """Take note that bytes which are here come from this source too."""
        ...

    def publish(self) -> int:
        """Show readers what was taken; comes back with the commit that they see."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `id` is the document's (None when refused), `reason` says why it was refused or
    replaced, or that no facts were found; `seconds` is wall time: its worker's, and the writer's."""

    source: str
    id: str | None
    status: DocumentStatus
    reason: str
    pages: int
    mentions: int
    statements: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Begun:
    """A source that was asked for its bytes; `reading` is on its way unless the library seems to have them, `given`
    is there where it is an address, `refused` says why it has no bytes."""

    source: str
    data: bytes
    digest: str
    key: str
    seconds: float
    reading: "Future[Reading] | None" = None
    given: Given | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """One run: who commits, who reads, and how."""

    taker: Taker
    workers: Workers
    addresses: Addresses
    tell: Progress
    password: str | None

    def begin(self, source: str) -> Begun:
        """Ask a source for its bytes, and have them read unless the library has them."""
        began = time.perf_counter()
        self.tell(source, "read")
        given = None
        try:
            if is_address(source):
                given = self.addresses.ask(source)
            data = given.data if given else read_bytes(source)
            digest = hashlib.sha256(data).hexdigest()
            key = edition_key(digest, capabilities(data))
        except IngestError as error:
            return Begun(source, b"", "", "", time.perf_counter() - began, refused=str(error))
        except MISTAKES as error:
            log.exception("%s could not be opened", source)
            said = fault(f"{type(error).__name__}: {error}", "opened")
            return Begun(source, b"", "", "", time.perf_counter() - began, refused=said)
        is_new = self.taker.status_of(source, digest, key)[0] != "unchanged"
        reading = self._read(source, data, given) if is_new else None
        return Begun(source, data, digest, key, time.perf_counter() - began, reading, given)

    def finish(self, begun: Begun) -> Outcome:
        """Wait for what was read of a source, and commit it."""
        if begun.refused:
            return refusal(begun.source, begun.refused, begun.seconds)
        if begun.reading is None and self._is_here(begun):  # still: what was committed since may have taken it out
            return self._see(begun, begun.digest)
        reading = (begun.reading or self._read(begun.source, begun.data, begun.given)).result()
        if reading.edition is None:
            return refusal(begun.source, reading.reason, begun.seconds + reading.seconds)
        last = self._last(begun, reading.edition)
        if last:
            return self._see(begun, last)
        return self._add(begun, reading.edition, begun.seconds + reading.seconds)

    def _read(self, source: str, data: bytes, given: Given | None) -> "Future[Reading]":
        return self.workers.read(Job(source, data, self.password, given.charset if given else None), self.tell)

    def _is_here(self, begun: Begun) -> bool:
        return self.taker.status_of(begun.source, begun.digest, begun.key)[0] == "unchanged"

    def _last(self, begun: Begun, edition: Edition) -> str:
        """The digest of what the address gave before, where that has the same text and is here, understood as it would
        be today; else an empty string."""
        known = begun.given.known if begun.given else None
        if known is None or known.text != text_digest(edition.document):
            return ""
        key = begun.key.replace(begun.digest, known.document, 1)
        return known.document if self.taker.status_of(begun.source, known.document, key)[0] == "unchanged" else ""

    def _see(self, begun: Begun, digest: str) -> Outcome:
        """The library has it."""
        began = time.perf_counter()
        commit = self.taker.see(begun.source, digest)
        edition = kept_read(self.taker.library, digest)
        if begun.given:
            self.addresses.remember(begun.source, begun.given, edition.document)
        return outcome(begun.source, edition, commit, begun.seconds + time.perf_counter() - began)

    def _add(self, begun: Begun, edition: Edition, seconds: float) -> Outcome:
        self.tell(begun.source, "add")
        began = time.perf_counter()
        try:
            commit = self.taker.add(edition, begun.data)
        except MISTAKES as error:
            log.exception("%s could not be added", begun.source)
            said = fault(f"{type(error).__name__}: {error}", "added")
            return refusal(begun.source, said, seconds + time.perf_counter() - began)
        if begun.given:
            self.addresses.remember(begun.source, begun.given, edition.document)
        return outcome(begun.source, edition, commit, seconds + time.perf_counter() - began)


def read_bytes(source: str) -> bytes:
    """The bytes of a file. Raises NotFound."""
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(f"{source} cannot be read: {reason.lower()}") from error


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


def refusal(source: str, reason: str, seconds: float) -> Outcome:
    """What became of a source that could not be read."""
    return Outcome(source, None, "refused", reason, 0, 0, 0, round(seconds, 3))
