"""`svod ingest` and `svod extract`: files in, statements out."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_json, emit_line, progress_bar, say

if TYPE_CHECKING:
    from graph.build import Outcome, Progress
    from ui.writer import Writer


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `ingest` and `extract`."""
    ingest = commands.add_parser("ingest", parents=[shared], help="add files and folders to the library")
    ingest.add_argument("paths", nargs="+", metavar="PATH")
    ingest.add_argument("--password", help="opens encrypted PDFs among them; it is kept nowhere")
    ingest.add_argument("--json", action="store_true", help="one JSON object on standard output")
    ingest.set_defaults(run=run_ingest)
    extract = commands.add_parser("extract", parents=[shared], help="read and understand files, storing nothing")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument("--password", help="opens encrypted PDFs among them")
    extract.add_argument("--json", action="store_true", help="JSON Lines, one object a document (always so)")
    extract.set_defaults(run=run_extract)


def run_ingest(arguments: argparse.Namespace) -> int:
    """Add every source; the exit code is 1 where one of them was refused."""
    from ingest import collect
    from ui.snapshots import sync_index
    from ui.writer import writer

    collection = collect(arguments.paths)
    sources = [source.path for source in collection.sources]
    outcomes: list[Outcome] = []
    with writer(Path(arguments.library), is_making=True) as ledger, progress_bar(len(sources)) as watched:
        for outcome in outcomes_of(ledger, sources, watched.began, arguments.password):
            watched.ended()
            outcomes.append(outcome)
            if outcome.status == "refused" or not arguments.json:
                say(describe(outcome))
    sync_index(ledger.library)
    if arguments.json:
        emit_json({"documents": [asdict(outcome) for outcome in outcomes], "skipped": collection.skipped})
    else:
        emit_line(summary(outcomes, collection.skipped))
    return 1 if any(outcome.status == "refused" for outcome in outcomes) else 0


def outcomes_of(
    ledger: "Writer", sources: Sequence[str], progress: "Progress", password: str | None = None
) -> "Iterator[Outcome]":
    """What became of each source, by whichever process commits."""
    from graph.build import build
    from graph.ledger import Ledger
    from ui.handing import hand_over

    if isinstance(ledger, Ledger):
        return build(ledger, sources, progress=progress, password=password)
    return hand_over(ledger, sources, progress=progress, password=password)


def describe(outcome: "Outcome") -> str:
    """One line for the person: what became of one source.

    A page with text and no facts says so, through its reason.
    """
    if outcome.status == "refused":
        return f"refused    {outcome.source}: {outcome.reason}"
    counts = f"{plural(outcome.pages, 'page')}, {plural(outcome.statements, 'statement')}, {outcome.seconds:.1f} s"
    reason = f" ({outcome.reason})" if outcome.reason else ""
    return f"{outcome.status:<10} {outcome.source}: {counts}{reason}"


def summary(outcomes: "list[Outcome]", skipped: int) -> str:
    """The last line: how many of each."""
    statuses = [outcome.status for outcome in outcomes]
    parts = [
        f"{statuses.count(name)} {name}" for name in ("added", "replaced", "unchanged", "refused") if name in statuses
    ]
    if skipped:
        parts.append(f"{plural(skipped, 'other file')} skipped")
    return ", ".join(parts) or "nothing to ingest"


def plural(count: int, noun: str) -> str:
    """The number with its noun.

    >>> plural(1, "page"), plural(2, "page")
    ('1 page', '2 pages')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def run_extract(arguments: argparse.Namespace) -> int:
    """Print a line for each source; the exit code is 1 where one of them was refused."""
    from ingest import collect
    from ingest.errors import IngestError

    refused = 0
    for source in collect(arguments.paths).sources:
        try:
            emit_json(extract_one(source.path, arguments.password))
        except (IngestError, OSError) as error:
            refused += 1
            say(f"refused    {source.path}: {error}")
            emit_json(refusal(source.path, str(error)))
    return 1 if refused else 0


def extract_one(path: str, password: str | None = None) -> dict[str, Any]:
    """The line of one file, with the boxes of every mention and of every passage. Raises IngestError."""
    from graph.build import read_bytes
    from ingest import Span, locate, read
    from nlp import annotate, state, to_json

    data = read_bytes(path)
    extract = state(annotate(read(data, path, password)))
    spans = {Span(mention.start, mention.end) for mention in extract.mentions}
    spans |= {evidence.span for statement in extract.statements for evidence in statement.evidence}
    return to_json(extract, locate(data, extract.document, sorted(spans), password))


def refusal(source: str, reason: str) -> dict[str, Any]:
    """The line of a source that was not read: as empty as it is, and why."""
    document: dict[str, Any] = {"source": source, "id": None, "title": None, "language": None, "pages": []}
    return {"document": document, "mentions": [], "statements": [], "status": "refused", "reason": reason}
