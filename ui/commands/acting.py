"""`svod acts`: which legal acts stood on a day, as far as the documents tell."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commands.timing import add_as_of, asked_snapshot
from ui.output import emit_json, emit_line, say, shortened

if TYPE_CHECKING:
    from graph.acts import ActOnDay


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `acts`."""
    acts = commands.add_parser("acts", parents=[shared], help="list the legal acts that stood on a day")
    acts.add_argument("--on", metavar="DATE", help="2015-12-31 or 31.12.2015 (default: today)")
    acts.add_argument("--json", action="store_true", help="one JSON object on standard output")
    acts.set_defaults(run=run_acts)
    add_as_of(acts)


def run_acts(arguments: argparse.Namespace) -> int:
    """List them with the passages that date, amend and repeal them."""
    from graph.acts import acts_on, day_of

    day = day_of(arguments.on) if arguments.on else datetime.now(UTC).date()
    found = acts_on(asked_snapshot(arguments), day)
    if arguments.json:
        emit_json({"on": day.isoformat(), "acts": [asdict(act) for act in found]})
        return 0
    if not found:
        say(f"no document in {Path(arguments.library)} dates an act on or before {day}")
    for act in found:
        print_act(act)
    return 0


def print_act(act: "ActOnDay") -> None:
    """One act: whether it stood, in which edition, and a passage for each."""
    emit_line(f"{act.standing:9} {act.date:10} {act.label}  ({act.id})")
    if act.reason:
        emit_line(f"    {act.reason}")
    for heading, later in (("in the edition of", act.amended_by[-1:]), ("repealed by", act.repealed_by)):
        for one in later:
            emit_line(f"    {heading} {one.label}{f', {one.date}' if one.date else ''}")
            for item in [item for item in one.evidence if item.role == "value"][:1]:
                emit_line(f"      «{shortened(item.quote)}» — {item.title}, p. {item.page}")
