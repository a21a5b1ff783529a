"""The librarian's decisions: `withdraw`, `merge`, `split`, `reject`, `correct`, `add`, `undo`, and `history`."""

import argparse
import getpass
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_json, emit_line, emit_table, shortened

if TYPE_CHECKING:
    from graph.judgement import Kind
    from graph.ledger import Commit
    from graph.log import Entry
    from graph.snapshot import Snapshot


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands, each with `--json`, those that judge with `--why`."""
    withdraw = commands.add_parser("withdraw", parents=[shared], help="take a document out of the library")
    withdraw.add_argument("document", metavar="DOC", help="its id, its source or its digest")
    withdraw.set_defaults(run=run_withdraw)
    judgements = (
        ("merge", "say that two things are one", ("A", "B"), run_merge),
        ("split", "say that two things are not one", ("A", "B"), run_split),
        ("reject", "say that a statement is wrong", ("STATEMENT",), run_reject),
        ("correct", "give the value that a statement should have", ("STATEMENT", "VALUE"), run_correct),
        ("add", "add a fact that was missed, with its passage", ("SUBJECT", "PREDICATE", "OBJECT"), run_add),
        ("undo", "take back a judgement (the last one, or the one named)", (), run_undo),
    )
    parsers = {"withdraw": withdraw}
    for name, help_text, things, run in judgements:
        command = commands.add_parser(name, parents=[shared], help=help_text)
        for thing in things:
            command.add_argument(thing.lower(), metavar=thing)
        command.add_argument("--why", default="", help="the reason, kept with the judgement")
        command.set_defaults(run=run)
        parsers[name] = command
    parsers["undo"].add_argument(
        "judgement", nargs="?", type=int, metavar="NUMBER", help="as `svod history --json` counts them"
    )
    parsers["add"].add_argument("--document", required=True, metavar="DOC", help="its id, its source or its digest")
    parsers["add"].add_argument("--page", type=int, default=1, metavar="N", help="from 1 (default: 1)")
    parsers["add"].add_argument("--quote", required=True, help="the words that state it, as they stand on that page")
    erase = commands.add_parser(
        "erase", parents=[shared], help="take a document or a person out of everything, for good"
    )
    what = erase.add_mutually_exclusive_group(required=True)
    what.add_argument("document", nargs="?", metavar="DOC", help="its id, its source or its digest")
    what.add_argument("--person", nargs="+", metavar="THING", help="the ids of all that go by the person's name")
    erase.set_defaults(run=run_erase)
    parsers["erase"] = erase
    history = commands.add_parser("history", parents=[shared], help="list the commits of the library")
    history.add_argument("thing", nargs="?", metavar="THING", help="the story of this thing or document alone")
    history.set_defaults(run=run_history)
    for command in (*parsers.values(), history):
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def run_withdraw(arguments: argparse.Namespace) -> int:
    """Withdraw one document."""
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        commit = ledger.withdraw(arguments.document)
        ledger.publish()
    return report(arguments, commit)


def run_erase(arguments: argparse.Namespace) -> int:
    """Erase one document, with every edition of its sources, or one person."""
    from ui.snapshots import sync_index
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        if arguments.document:
            commit = ledger.erase_document(arguments.document)
        else:
            commit = ledger.erase_person(arguments.person)
        ledger.publish()
    sync_index(ledger.library)
    return report(arguments, commit)


def run_merge(arguments: argparse.Namespace) -> int:
    """Two things are one."""
    return judge(arguments, "same", left=arguments.a, right=arguments.b)


def run_split(arguments: argparse.Namespace) -> int:
    """Two things are not one: B leaves A."""
    return judge(arguments, "different", left=arguments.a, right=arguments.b)


def run_reject(arguments: argparse.Namespace) -> int:
    """A statement, or every statement of a fact, is wrong."""
    return judge(arguments, "reject", statements=(arguments.statement,))


def run_correct(arguments: argparse.Namespace) -> int:
    """A statement, or every statement of a fact, gives the wrong value: this one holds."""
    return judge(arguments, "correct", statements=(arguments.statement,), value=arguments.value)


def run_add(arguments: argparse.Namespace) -> int:
    """A document states this, and it was not read."""
    fact = {"subject": arguments.subject, "predicate": arguments.predicate, "value": arguments.object}
    passage = {"document": arguments.document, "page": arguments.page, "quote": arguments.quote}
    return judge(arguments, "add", **fact, **passage)


def run_undo(arguments: argparse.Namespace) -> int:
    """A judgement no longer holds: the one of that number, else the last that stands."""
    from graph.errors import JudgementError
    from ui.snapshots import current

    number = arguments.judgement
    if number is None:
        standing = current(Path(arguments.library)).judgements.standing
        if not standing:
            raise JudgementError("there is nothing to undo: no judgement stands")
        number = standing[-1].number
    return judge(arguments, "undo", undoes=number)


def judge(arguments: argparse.Namespace, kind: "Kind", **about: Any) -> int:
    """Record a judgement of the person who runs the command."""
    from graph.judgement import Judgement
    from ui.writer import writer

    who = os.environ.get("SVOD_USER") or getpass.getuser()
    with writer(Path(arguments.library)) as ledger:
        commit = ledger.judge(Judgement(kind, who=who, why=arguments.why, **about))
        ledger.publish()
    return report(arguments, commit)


def report(arguments: argparse.Namespace, commit: "Commit") -> int:
    """Say what the commit changed."""
    if arguments.json:
        emit_json(asdict(commit))
    else:
        emit_line(f"commit {commit.number}: {commit.status}, +{commit.facts_added} −{commit.facts_removed} facts")
    return 0


def run_history(arguments: argparse.Namespace) -> int:
    """List the commits, and the judgements by their numbers."""
    from ui.snapshots import current

    snapshot = current(Path(arguments.library))
    if arguments.thing:
        return tell_story(arguments, snapshot)
    entries = snapshot.history()
    if arguments.json:
        emit_json(
            {
                "commits": [entry_json(entry) for entry in entries],
                "judgements": [asdict(row) for row in snapshot.judgements.rows],
            }
        )
        return 0
    heads = ("commit", "when", "who", "what", "of", "facts", "why")
    rows = [
        (
            str(entry.number),
            entry.cause.ended,
            entry.cause.who,
            entry.cause.kind,
            entry.cause.of,
            f"+{entry.facts_added} −{entry.facts_removed}",
            entry.cause.why,
        )
        for entry in entries
    ]
    emit_table(heads, rows)
    return 0


def tell_story(arguments: argparse.Namespace, snapshot: "Snapshot") -> int:
    """What happened to one thing, oldest first, with the passages that came and went."""
    from graph.story import story

    events = story(snapshot, arguments.thing)
    if arguments.json:
        emit_json({"thing": arguments.thing, "events": [asdict(event) for event in events]})
        return 0
    for event in events:
        why = f": {event.why}" if event.why else ""
        emit_line(f"commit {event.commit}  {event.when}  {event.who}  {event.kind} {event.of}{why}")
        for mark, rows in (("−", event.went), ("+", event.came)):
            for row in rows:
                place = f"{row.document}, p. {row.page}"
                emit_line(f"  {mark} {row.predicate} · {row.value} · «{shortened(row.quote)}» — {place}")
    return 0


def entry_json(entry: "Entry") -> dict[str, Any]:
    """A commit as `svod history --json` lists it."""
    counts = {"facts_added": entry.facts_added, "facts_removed": entry.facts_removed}
    return {"number": entry.number} | asdict(entry.cause) | counts | {"added": entry.added, "removed": entry.removed}
