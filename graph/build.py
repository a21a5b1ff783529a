"""The whole flow: a source is read, annotated, stated, located, and added to the ledger."""

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from graph.addresses import Addresses
from graph.batch import Batch, Begun, Outcome, Progress, Taker, read_bytes
from graph.conformity import examined
from graph.edition import Edition, edition_key
from graph.ledger import Ledger
from graph.library import Library
from graph.workers import Limits, Workers
from ingest.capabilities import capabilities
from ingest.document import Span

PUBLISH_EVERY = 2.0
"""Seconds between snapshots within a batch: a snapshot costs 10-70 ms, and readers may see a document this late."""

AHEAD = 2  # documents read ahead of the writer for each worker: none waits while it commits, and memory stays small


def build(
    target: Library | Taker,
    sources: Iterable[str],
    *,
    progress: Progress | None = None,
    password: str | None = None,
    workers: Workers | Limits | None = None,
    addresses: Addresses | None = None,
) -> Generator[Outcome, None, None]:
    """Bring the sources (paths, addresses) into the library; one outcome each, in their order, failures among them.

    They are read and understood in worker processes within their limits, and committed in their order, so that any
    number of workers gives the same library. `password` opens those that are encrypted; it is kept nowhere.

    An open ledger is left open, and so are workers that are given. Raises WorkerFailed, and LibraryBusy where another
    process writes.
    """
    tell = progress or _silent
    with _opened(target) as taker, _started(workers) as pool:
        batch = Batch(taker, pool, addresses or Addresses(taker.library), tell, password)
        published = time.monotonic()
        for begun in _ahead(map(batch.begin, sources), AHEAD * pool.limits.count):
            yield batch.finish(begun)
            if time.monotonic() - published > PUBLISH_EVERY:
                taker.publish()
                published = time.monotonic()
        taker.publish()


def extract(
    data: bytes,
    source: str,
    *,
    progress: Progress | None = None,
    password: str | None = None,
    charset: str | None = None,
) -> Edition:
    """What these bytes state, needing no library: read, annotated, stated, located. Raises IngestError.

    `source` stays as given here; the ledger keeps it relative to the library's parent. `charset` is what a server said.
    """
    import ingest  # with nlp, seconds of loading that readers of a library do not need
    import nlp

    tell = progress or _silent
    document = ingest.read(data, source, password, charset=charset)
    tell(source, "annotate")
    doc = nlp.annotate(document)
    tell(source, "state")
    stated = nlp.state(doc)
    tell(source, "locate")
    spans = sorted({evidence.span for statement in stated.statements for evidence in statement.evidence})
    passages = ingest.locate(data, document, spans, password)
    return examined(Edition(stated, passages, source, edition_key(document.digest, capabilities(data))))


def extract_line(data: bytes, source: str, password: str | None = None) -> dict[str, Any]:
    """The line of `svod extract`, with the boxes of every mention and of every passage. Raises IngestError."""
    import ingest
    import nlp

    stated = nlp.state(nlp.annotate(ingest.read(data, source, password)))
    spans = {Span(mention.start, mention.end) for mention in stated.mentions}
    spans |= {evidence.span for statement in stated.statements for evidence in statement.evidence}
    return nlp.to_json(stated, ingest.locate(data, stated.document, sorted(spans), password))


def extract_source(source: str, *, progress: Progress | None = None) -> Edition:
    """What a file states. Raises IngestError."""
    return extract(read_bytes(source), source, progress=progress)


def _opened(target: Library | Taker) -> AbstractContextManager[Taker]:
    return Ledger.open(target) if isinstance(target, Library) else nullcontext(target)


def _started(workers: Workers | Limits | None) -> AbstractContextManager[Workers]:
    return nullcontext(workers) if isinstance(workers, Workers) else Workers(workers or Limits())


def _ahead(begun: Iterator[Begun], count: int) -> Iterator[Begun]:
    """The same, with `count` of them begun before the first is asked for."""
    waiting: deque[Begun] = deque()
    for each in begun:
        waiting.append(each)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


def _silent(source: str, verb: str) -> None:
    """Progress that nobody watches."""
