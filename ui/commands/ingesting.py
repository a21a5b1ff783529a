"""`svod ingest` and `svod extract`: files in, statements out."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_json, emit_line, progress_bar, say

if TYPE_CHECKING:
    from graph.build import Outcome


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `ingest` and `extract`."""
    ingest = commands.add_parser("ingest", parents=[shared], help="add files and folders to the library")
    ingest.add_argument("paths", nargs="+", metavar="PATH")
    ingest.add_argument("--json", action="store_true", help="one JSON object on standard output")
    ingest.set_defaults(run=run_ingest)
    extract = commands.add_parser("extract", parents=[shared], help="read and understand files, storing nothing")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument("--json", action="store_true", help="JSON Lines, one object a document (always so)")
    extract.set_defaults(run=run_extract)


def run_ingest(arguments: argparse.Namespace) -> int:
    """Add every source; the exit code is 1 where one of them was refused."""
    from graph.build import build
    from ingest import collect
    from ui.writer import writer

    collection = collect(arguments.paths)
    outcomes: list[Outcome] = []
    with writer(Path(arguments.library), is_making=True) as ledger:
        for outcome in _watched(build(ledger, collection.sources), len(collection.sources)):
            outcomes.append(outcome)
            if outcome.status == "refused" or not arguments.json:
                say(describe(outcome))
        ledger.publish()
    if arguments.json:
        emit_json({"documents": [outcome_json(outcome) for outcome in outcomes], "skipped": collection.skipped})
    else:
        emit_line(summary(outcomes, collection.skipped))
    return 1 if any(outcome.status == "refused" for outcome in outcomes) else 0


def _watched(outcomes: "Iterator[Outcome]", total: int) -> "Iterator[Outcome]":
    """The outcomes as they come, with a bar on a terminal."""
    with progress_bar(total, "ingest") as bar:
        for outcome in outcomes:
            if bar is not None:
                bar.advance(bar.task_ids[0])
            yield outcome


def outcome_json(outcome: "Outcome") -> dict[str, Any]:
    """One document as `svod ingest --json` lists it."""
    names = ("source", "id", "status", "reason", "pages", "mentions", "statements", "seconds")
    return {name: getattr(outcome, name) for name in names}


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
    from ui.extract_json import refusal

    refused = 0
    for source in collect(arguments.paths).sources:
        try:
            emit_json(extract_one(source.path))
        except (IngestError, OSError) as error:
            refused += 1
            say(f"refused    {source.path}: {error}")
            emit_json(refusal(source.path, str(error)))
    return 1 if refused else 0


def extract_one(path: str) -> dict[str, Any]:
    """The line of one file. Raises IngestError."""
    from graph.build import load
    from ingest import locate, read
    from nlp import annotate, state
    from ui.extract_json import line, spans_of

    data = load(path)
    extract = state(annotate(read(data, path)))
    return line(extract, locate(data, extract.document, sorted(spans_of(extract))))
