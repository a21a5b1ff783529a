"""`svod unsure`: the pairs of things that may be one, for a person to decide by `svod merge` or `svod split`."""

import argparse
from pathlib import Path
from typing import Any

from ui.output import emit_json, emit_line

SHOWN = 20
"""Pairs that are printed where no limit is given; with `--json` all are."""


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    command = commands.add_parser("unsure", parents=[shared], help="list the pairs of things that may be one")
    command.add_argument("--limit", type=int, metavar="N", default=None, help="at most so many, the likeliest first")
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")
    command.set_defaults(run=run_unsure)


def run_unsure(arguments: argparse.Namespace) -> int:
    """List the pairs with both names, their documents, and what speaks for and against."""
    from graph.unsure import as_json, unsure
    from ui.snapshots import current

    limit = arguments.limit if arguments.limit is not None or arguments.json else SHOWN + 1
    found = unsure(current(Path(arguments.library)), limit)
    if arguments.json:
        emit_json({"unsure": [as_json(one) for one in found]})
        return 0
    if not found:
        emit_line("nothing waits for a decision")
    for one in found[: limit if arguments.limit is not None else SHOWN]:
        emit_line(f"{one.score:.2f}  {one.left.thing}  {one.right.thing}")
        for side in (one.left, one.right):
            emit_line(f"      {' / '.join(side.names)}  — {', '.join(side.documents)}")
        for reason in one.reasons:
            emit_line(f"      {reason.weight:+.2f}  {reason.sentence}")
    if arguments.limit is None and len(found) > SHOWN:
        emit_line(f"the likeliest {SHOWN}; --limit N shows more")
    return 0
