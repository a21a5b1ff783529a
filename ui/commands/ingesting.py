"""`svod ingest` and `svod refresh`: files and addresses into the library."""

import argparse
import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_json, emit_line, say
from ui.watching import watching

if TYPE_CHECKING:
    from graph.addresses import Addresses
    from graph.batch import Outcome, Taker
    from graph.workers import Limits

SECONDS, MEMORY = 120.0, 2048  # for one document, and MiB: as `graph.workers.Limits` has them


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `ingest` and `refresh`."""
    ingest = commands.add_parser("ingest", parents=[shared], help="add files, folders and addresses to the library")
    ingest.add_argument("paths", nargs="+", metavar="PATH")
    ingest.add_argument("--cards", action="store_true", help="of addresses that list cards, add the cards as well")
    ingest.add_argument("--password", help="opens encrypted PDFs among them; it is kept nowhere")
    ingest.add_argument("--review", action="store_true", help="commit nothing: show what would change, and let it wait")
    add_limits(ingest)
    ingest.set_defaults(run=run_ingest)
    refresh = commands.add_parser("refresh", parents=[shared], help="ask the addresses of the library again")
    refresh.add_argument("addresses", nargs="*", metavar="URL", help="only these (default: all of them)")
    add_limits(refresh)
    refresh.set_defaults(run=run_refresh)


def add_limits(command: argparse.ArgumentParser) -> None:
    """Add what a batch may use, and `--json`."""
    command.add_argument("--workers", type=whole, default=0, metavar="N", help="processes (default: one a core)")
    command.add_argument(
        "--time-limit",
        type=positive,
        default=SECONDS,
        metavar="S",
        help="seconds for a document, and 5 for each page (default: %(default)g)",
    )
    command.add_argument(
        "--memory-limit", type=whole, default=MEMORY, metavar="MIB", help="MiB for a process (default: %(default)s)"
    )
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def whole(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


def positive(text: str) -> float:
    """A number of seconds above 0."""
    try:
        seconds = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds") from error
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return seconds


def run_ingest(arguments: argparse.Namespace) -> int:
    """Add every source; the exit code is 1 where one of them was refused."""
    from ingest import collect
    from ui.writer import writer

    collection = collect(arguments.paths)
    sources = [source.path for source in collection.sources]
    if arguments.review:
        return run_for_review(arguments, sources, collection.skipped)
    with writer(Path(arguments.library), is_making=True) as ledger:
        addresses = asked(ledger)
        if arguments.cards:
            sources = with_cards(addresses, sources)
        outcomes = run_batch(ledger, sources, arguments, addresses)
    return close_batch(ledger, outcomes, collection.skipped, is_json=arguments.json)


def run_for_review(arguments: argparse.Namespace, sources: list[str], skipped: int) -> int:
    """Put every source that is new or changed where it waits, and show what it would change."""
    from graph.report import report
    from graph.staging import Reviewer, waiting
    from ui.commands.reviewing import print_report
    from ui.snapshots import current
    from ui.writer import writer

    with writer(Path(arguments.library), is_making=True) as ledger:
        ledger.publish()
    snapshot = current(Path(arguments.library))
    reviewer = Reviewer(snapshot.library, snapshot)
    addresses = asked(reviewer)
    if arguments.cards:
        sources = with_cards(addresses, sources)
    before = {row.id: row.when for row in waiting(snapshot.library)}
    outcomes = run_batch(reviewer, sources, arguments, addresses)
    rows = [row for row in waiting(snapshot.library) if before.get(row.id) != row.when]
    found = report(snapshot, rows)
    if arguments.json:
        documents = [asdict(outcome) for outcome in outcomes]
        emit_json({"documents": documents, "skipped": skipped, "report": asdict(found)})
    else:
        print_report(found)
    return 1 if any(outcome.status == "refused" for outcome in outcomes) else 0


def run_refresh(arguments: argparse.Namespace) -> int:
    """Ask the known addresses again; the exit code is 1 where one of them gave nothing."""
    from graph.addresses import known_addresses
    from graph.snapshot import Snapshot
    from ui.errors import UnknownAddressError
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        known = known_addresses(Snapshot.open(ledger.library))
        for address in arguments.addresses:
            if address not in known:
                raise UnknownAddressError(f"no document comes from {address}: `svod ingest` adds it")
        outcomes = run_batch(ledger, arguments.addresses or known, arguments, asked(ledger))
    return close_batch(ledger, outcomes, 0, is_json=arguments.json)


def asked(ledger: "Taker") -> "Addresses":
    """The addresses of a library; `SVOD_ALLOW_LOOPBACK=1` lets tests ask servers of this machine."""
    from graph.addresses import Addresses

    return Addresses(ledger.library, allow_loopback=os.environ.get("SVOD_ALLOW_LOOPBACK") == "1")


def with_cards(addresses: "Addresses", sources: Sequence[str]) -> list[str]:
    """The sources, each address followed by those of the cards that its page lists; what cannot be asked stays, to be
    refused in its turn."""
    from graph.addresses import is_address
    from ingest.errors import IngestError

    found: dict[str, None] = {}
    for source in sources:
        found[source] = None
        if is_address(source):
            try:
                cards = addresses.cards(source)
            except IngestError as error:
                say(f"no cards of {source}: {error}")
                continue
            say(f"{plural(len(cards), 'card')} on {source}")
            found.update(dict.fromkeys(cards))
    return list(found)


def run_batch(
    ledger: "Taker", sources: Sequence[str], arguments: argparse.Namespace, addresses: "Addresses"
) -> "list[Outcome]":
    """What became of each source, said as it happens."""
    from graph.build import build

    outcomes: list[Outcome] = []
    with watching(len(sources)) as watched:
        batch = build(
            ledger,
            sources,
            progress=watched.began,
            password=getattr(arguments, "password", None),
            workers=limits(arguments),
            addresses=addresses,
        )
        with closing(batch):  # Ctrl-C between two documents ends the workers too
            for outcome in batch:
                watched.ended(outcome.pages)
                outcomes.append(outcome)
                if outcome.status == "refused" or not arguments.json:
                    say(describe(outcome))
    return outcomes


def limits(arguments: argparse.Namespace) -> "Limits":
    """What the arguments let a batch use."""
    from graph.workers import Limits

    return Limits(arguments.workers, arguments.time_limit, memory=arguments.memory_limit << 20)


def close_batch(ledger: "Taker", outcomes: "list[Outcome]", skipped: int, *, is_json: bool) -> int:
    """Bring the index up to date, and give the result; the exit code."""
    from ui.snapshots import sync_index

    sync_index(ledger.library)
    if is_json:
        emit_json({"documents": [asdict(outcome) for outcome in outcomes], "skipped": skipped})
    else:
        emit_line(summary(outcomes, skipped))
    return 1 if any(outcome.status == "refused" for outcome in outcomes) else 0


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
