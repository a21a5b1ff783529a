"""`svod judgements export` and `svod judgements import`: decisions carried to another library."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ui.output import emit_json, emit_line, say


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command and its two parts."""
    judgements = commands.add_parser("judgements", parents=[shared], help="carry judgements to another library")
    parts = judgements.add_subparsers(title="parts", metavar="export|import", required=True)
    give = parts.add_parser("export", parents=[shared], help="every judgement as a line of JSON")
    give.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: standard output")
    give.set_defaults(run=run_export)
    take = parts.add_parser("import", parents=[shared], help="make the judgements of a file that are not here yet")
    take.add_argument("file", metavar="FILE", help="JSON Lines; - reads standard input")
    take.add_argument("--json", action="store_true", help="one JSON object on standard output")
    take.set_defaults(run=run_import)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the lines."""
    from graph.exchange import exported
    from ui.snapshots import current

    lines = list(exported(current(Path(arguments.library))))
    if arguments.output:
        arguments.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        say(f"wrote {len(lines)} judgements to {arguments.output}")
    else:
        for line in lines:
            emit_line(line)
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Make what can be matched, and say what waits."""
    from ui.writer import writer

    given = sys.stdin.read() if arguments.file == "-" else Path(arguments.file).read_text(encoding="utf-8")
    with writer(Path(arguments.library)) as ledger:
        found = ledger.import_judgements(given.splitlines())
        ledger.publish()
    if arguments.json:
        emit_json(asdict(found))
        return 0
    emit_line(f"{found.made} made, {found.known} known, {found.waiting} wait until they can be made")
    for reason in found.reasons:
        say(f"waits: {reason}")
    return 0
