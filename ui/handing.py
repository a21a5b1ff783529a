"""Ingesting while a server holds the library: read and understood here, committed there."""

import hashlib
import time
from collections.abc import Iterable, Iterator

from graph.build import Outcome, Progress, extract, outcome, read_bytes, refusal
from graph.edition import edition_key
from graph.kept import kept_read
from ingest.capabilities import capabilities
from ingest.errors import IngestError
from ui.remote import RemoteLedger


def hand_over(
    ledger: RemoteLedger, sources: Iterable[str], *, progress: Progress, password: str | None = None
) -> Iterator[Outcome]:
    """Bring the sources to the server, in their order; one outcome each, as `graph.build.build` gives them."""
    for source in sources:
        yield _hand_one(ledger, source, progress, password)
    ledger.publish()


def _hand_one(ledger: RemoteLedger, source: str, progress: Progress, password: str | None) -> Outcome:
    begun = time.perf_counter()
    try:
        progress(source, "read")
        data = read_bytes(source)
        digest = hashlib.sha256(data).hexdigest()
        if data and ledger.status_of(source, digest, edition_key(digest, capabilities(data)))[0] == "unchanged":
            commit = ledger.see(source, digest)
            return outcome(source, kept_read(ledger.library, digest), commit, time.perf_counter() - begun)
        edition = extract(data, source, progress=progress, password=password)
    except IngestError as error:
        return refusal(source, error, time.perf_counter() - begun)
    progress(source, "add")
    commit = ledger.add(edition, data)
    return outcome(source, edition, commit, time.perf_counter() - begun)
