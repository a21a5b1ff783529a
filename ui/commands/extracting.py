"""`svod extract`: files in, statements out, nothing stored."""

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ui.commands.ingesting import add_limits, limits
from ui.output import emit_json, say

if TYPE_CHECKING:
    from concurrent.futures import Future

    from graph.workers import Reading, Workers

AHEAD = 2  # documents read ahead of the one that is printed, for each worker


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `extract`."""
    extract = commands.add_parser("extract", parents=[shared], help="read and understand files, storing nothing")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument("--password", help="opens encrypted PDFs among them")
    add_limits(extract)
    extract.set_defaults(run=run_extract)


def run_extract(arguments: argparse.Namespace) -> int:
    """Print a line for each source, in their order; the exit code is 1 where one of them was refused."""
    from graph.workers import Workers
    from ingest import collect

    refused = 0
    with Workers(limits(arguments)) as workers:
        for line in lines(workers, [source.path for source in collect(arguments.paths).sources], arguments.password):
            if "reason" in line:
                refused += 1
                say(f"refused    {line['document']['source']}: {line['reason']}")
            emit_json(line)
    return 1 if refused else 0


def lines(workers: "Workers", sources: Sequence[str], password: str | None) -> Iterator[dict[str, Any]]:
    """The line of each source, read by the workers, a few of them ahead."""
    from graph.batch import read_bytes
    from graph.workers import Job
    from ingest.errors import IngestError

    waiting: deque[tuple[str, Future[Reading] | str]] = deque()
    for source in sources:
        try:
            job = Job(source, read_bytes(source), password, is_line=True)
            waiting.append((source, workers.read(job, _silent)))
        except IngestError as error:
            waiting.append((source, str(error)))
        if len(waiting) > AHEAD * workers.limits.count:
            yield line_of(*waiting.popleft())
    while waiting:
        yield line_of(*waiting.popleft())


def line_of(source: str, reading: "Future[Reading] | str") -> dict[str, Any]:
    """The line of one source, as soon as it is read."""
    if isinstance(reading, str):
        return refusal(source, reading)
    found = reading.result()
    return found.line if found.line is not None else refusal(source, found.reason)


def refusal(source: str, reason: str) -> dict[str, Any]:
    """The line of a source that was not read: as empty as it is, and why."""
    document: dict[str, Any] = {"source": source, "id": None, "title": None, "language": None, "pages": []}
    return {"document": document, "mentions": [], "statements": [], "status": "refused", "reason": reason}


def _silent(source: str, verb: str) -> None:
    """Steps that nobody watches."""
