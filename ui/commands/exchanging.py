"""What goes out: `svod sync`, `svod export`; and what is measured: `svod validate`, `svod evaluate`."""

import argparse
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from ui.commands.timing import add_as_of, asked_snapshot
from ui.output import emit_bytes, emit_json, emit_line, emit_table, say

SIDE_COLUMNS = ("ledger", "neo4j", "missing", "unexpected", "different")
EXPORT_FORMATS = ("nquads", "trig", "turtle", "jsonld", "rdfxml", "graphml", "csv")


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `sync`, `export`, `validate` and `evaluate`."""
    sync = commands.add_parser("sync", parents=[shared], help="bring another store to the library's state")
    sync.add_argument("target", choices=("neo4j",))
    sync.add_argument("--check", action="store_true", help="change nothing; compare both sides")
    sync.set_defaults(run=run_sync)
    export = commands.add_parser("export", parents=[shared], help="dump the library")
    export.add_argument("--format", choices=EXPORT_FORMATS, required=True)
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help="a file instead of standard output")
    export.add_argument("--with-log", action="store_true", help="include the log: who did what, and when")
    export.set_defaults(run=run_export)
    validate = commands.add_parser("validate", parents=[shared], help="check the library against its shapes (SHACL)")
    validate.set_defaults(run=run_validate)
    evaluate = commands.add_parser("evaluate", parents=[shared], help="score extraction against gold answers")
    evaluate.add_argument("gold", metavar="GOLD", type=Path)
    evaluate.set_defaults(run=run_evaluate)
    add_as_of(export, validate)
    for command in (sync, validate, evaluate):
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def run_export(arguments: argparse.Namespace) -> int:
    """Write the dump; a file is replaced only when the whole of it is there."""
    from graph.export import export

    chunks = export(asked_snapshot(arguments), arguments.format, with_log=arguments.with_log)
    if arguments.output is None:
        emit_bytes(chunks)
        return 0
    draft = arguments.output.with_name(arguments.output.name + ".part")
    with draft.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
    draft.replace(arguments.output)
    return 0


def run_validate(arguments: argparse.Namespace) -> int:
    """The exit code is 1 where the library does not conform."""
    from graph.validate import validate

    report = validate(asked_snapshot(arguments))
    if arguments.json:
        emit_json({"conforms": report.conforms, "results": [asdict(result) for result in report.results]})
        return 0 if report.conforms else 1
    emit_line("conforms" if report.conforms else f"does not conform: {len(report.results)} results")
    for result in report.results:
        emit_line("  " + "; ".join(f"{key}: {value}" for key, value in asdict(result).items() if value))
    return 0 if report.conforms else 1


def run_evaluate(arguments: argparse.Namespace) -> int:
    """Score against gold; the scorer is the corpus's, above this room, so it is looked up when it is asked for."""
    scored = import_module("corpus.score").evaluate(arguments.gold)
    for failure in scored["failed"]:
        say(f"failed     {failure['document']}: {failure['error']}")
    for pair in scored.get("false_merges", ()):
        say(f"false merge: {pair}")
    if arguments.json:
        emit_json(scored)
    else:
        columns = ("precision", "recall", "f1")
        rows = [
            (name, *("—" if numbers[one] is None else f"{numbers[one]:.3f}" for one in columns), str(numbers["n"]))
            for name, numbers in scored["types"].items()
        ]
        emit_table(("type", *columns, "n"), rows)
    return 1 if scored["failed"] else 0


def run_sync(arguments: argparse.Namespace) -> int:
    """Bring Neo4j to the ledger's state, or only compare; the exit code is 1 where the two are unequal."""
    from graph import to_neo4j
    from ui.snapshots import current

    snapshot, server = current(Path(arguments.library)), to_neo4j.Server.from_environment()
    parity = (to_neo4j.check if arguments.check else to_neo4j.sync)(snapshot, server)
    if arguments.json:
        emit_json(to_neo4j.as_json(parity))
    else:
        rows = [
            (name, *(str(getattr(side, column)) for column in SIDE_COLUMNS))
            for name, side in (("nodes", parity.nodes), ("relationships", parity.relationships))
        ]
        emit_table(("", *SIDE_COLUMNS), rows)
        emit_line("equal" if parity.is_equal else "unequal")
    return 0 if parity.is_equal else 1
