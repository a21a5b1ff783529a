"""Editions that wait for the librarian, put there by `svod ingest --review`: `svod review`, `approve`, `rollback`."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_json, emit_line, emit_table, shortened

if TYPE_CHECKING:
    from graph.approval import Decision
    from graph.report import Difference, Quoted, Report
    from graph.snapshot import Snapshot
    from graph.staging import Staged

LISTS = ("contradicted", "lost", "added", "resupported")


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands, each with `--json`."""
    for name, help_text, named, run in (
        ("review", "list the editions that wait, and what they would change", "all that wait", run_review),
        ("approve", "commit editions that wait, all of them or none", "all that wait", run_approve),
        (
            "rollback",
            "let editions that wait go, or take back an approval, a commit, a document's last change",
            "all that wait are let go",
            run_rollback,
        ),
    ):
        command = commands.add_parser(name, parents=[shared], help=help_text)
        command.add_argument("names", nargs="*", metavar="ID", help=f"an id or a source (default: {named})")
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")
        command.set_defaults(run=run)


def run_review(arguments: argparse.Namespace) -> int:
    """Show what waits and what it would change."""
    from graph.staging import chosen, waiting
    from ui.snapshots import current

    snapshot = current(Path(arguments.library))
    rows = waiting(snapshot.library)
    if arguments.names:
        rows = chosen(snapshot.library, arguments.names)
    return show_report(snapshot, rows, is_json=arguments.json)


def show_report(snapshot: "Snapshot", rows: "Sequence[Staged]", *, is_json: bool) -> int:
    """Print the report of editions that wait."""
    from graph.report import report

    found = report(snapshot, rows)
    if is_json:
        emit_json(asdict(found))
    elif not rows:
        emit_line("nothing waits for review")
    else:
        print_report(found)
    return 0


def print_report(found: "Report") -> None:
    """The report for people: each fact with its old and its new passage."""
    heads = ("id", "what", "source", "reason", "by", "since")
    emit_table(heads, [(row.id, row.status, row.source, row.reason, row.who, row.when) for row in found.documents])
    for name in LISTS:
        for row in getattr(found, name):
            emit_line(headline(name, row))
            for mark, quotes in (("−", row.old), ("+", row.new)):
                for quoted in quotes:
                    emit_line(f"  {mark} {place(quoted)}")
    counts = ", ".join(f"{len(getattr(found, name))} {name}" for name in LISTS)
    emit_line(f"{counts}, {found.kept} as before")
    emit_line("svod approve commits this, svod rollback lets it go")


def headline(name: str, row: "Difference") -> str:
    """One fact on one line: the list, the ends, and of a contradiction both values."""
    value = f"{row.instead_of} → {row.object_name}" if row.instead_of else row.object_name
    return f"{name:<12} {row.subject_name} · {row.predicate} · {shortened(value, 120)}"


def place(quoted: "Quoted") -> str:
    """A passage on one line."""
    return f"«{shortened(quoted.quote)}» — {quoted.title or quoted.document}, p. {quoted.page}"


def run_approve(arguments: argparse.Namespace) -> int:
    """Commit what waits."""
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        decision = ledger.approve(arguments.names)
        ledger.publish()
    return tell(arguments, decision)


def run_rollback(arguments: argparse.Namespace) -> int:
    """Let go what waits, or take back what was committed."""
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        decision = ledger.roll_back(arguments.names)
        ledger.publish()
    return tell(arguments, decision)


def tell(arguments: argparse.Namespace, decision: "Decision") -> int:
    """Say what was done."""
    from ui.snapshots import current, sync_index

    sync_index(current(Path(arguments.library)).library)
    if arguments.json:
        emit_json(asdict(decision))
        return 0
    for commit, document in zip(decision.commits, decision.documents, strict=True):
        facts = f"+{commit.facts_added} −{commit.facts_removed} facts"
        emit_line(f"commit {commit.number}: {commit.status} {document}, {facts}")
    for dropped in decision.dropped:
        emit_line(f"let go {dropped}")
    return 0
