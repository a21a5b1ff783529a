"""Where documents disagree: `svod conflicts` lists it, `svod uphold` and `svod supersede` decide it."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commands.deciding import judge
from ui.commands.timing import add_as_of, asked_snapshot
from ui.output import emit_json, emit_line, say, shortened

if TYPE_CHECKING:
    from graph.disputes import Dispute
    from graph.snapshot import Snapshot


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands, each with `--json`."""
    conflicts = commands.add_parser("conflicts", parents=[shared], help="list where documents disagree")
    conflicts.set_defaults(run=run_conflicts)
    add_as_of(conflicts)
    uphold = commands.add_parser("uphold", parents=[shared], help="say which side of a conflict holds")
    uphold.set_defaults(run=run_uphold)
    supersede = commands.add_parser(
        "supersede", parents=[shared], help="say which side of a conflict took the place of the others"
    )
    supersede.set_defaults(run=run_supersede)
    for command in (uphold, supersede):
        command.add_argument("fact", metavar="FACT", help="the side, as `svod conflicts` names it")
        command.add_argument("--why", default="", help="the reason, kept with the judgement")
    for command in (conflicts, uphold, supersede):
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def run_conflicts(arguments: argparse.Namespace) -> int:
    """List the conflicts, each side with a passage."""
    from graph.disputes import disputes

    snapshot = asked_snapshot(arguments)
    found = disputes(snapshot)
    if arguments.json:
        emit_json({"conflicts": [asdict(dispute) for dispute in found]})
        return 0
    if not found:
        say(f"no documents in {Path(arguments.library)} disagree")
    for dispute in found:
        print_dispute(dispute, snapshot)
    return 0


def print_dispute(dispute: "Dispute", snapshot: "Snapshot") -> None:
    """One conflict: what about, its state, its sides."""
    limits = ", ".join(filter(None, (dispute.period, dispute.area)))
    about = f"{snapshot.label(dispute.subject)} — {dispute.predicate}" + (f" ({limits})" if limits else "")
    emit_line(f"{dispute.state}: {about}")
    for side in dispute.sides:
        mark = "*" if side.fact == dispute.stands else " "
        emit_line(f"  {mark} {side.value}  ({side.fact})")
        for item in [item for item in side.evidence if item.role == "value"][:2]:
            emit_line(f"      «{shortened(item.quote)}» — {item.title}, p. {item.page}")


def run_uphold(arguments: argparse.Namespace) -> int:
    """This side holds."""
    return judge(arguments, "uphold", statements=(arguments.fact,))


def run_supersede(arguments: argparse.Namespace) -> int:
    """This side holds now; the others held before."""
    return judge(arguments, "supersede", statements=(arguments.fact,))
