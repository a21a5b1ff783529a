"""`svod ask`, `svod path` and `svod query`: answers, with what they rest on."""

import argparse
import sys
from pathlib import Path
from typing import Any

from ui.output import console, emit_bytes, emit_json, emit_line, say, shortened

RESULT_FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "jsonld")


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `ask`, `path` and `query`."""
    ask = commands.add_parser("ask", parents=[shared], help="answer a question from the library")
    ask.add_argument(
        "question", metavar="QUESTION", help="in Russian or English; - reads one a line from standard input"
    )
    ask.add_argument("--json", action="store_true", help="one JSON object on standard output")
    ask.set_defaults(run=run_ask)
    path = commands.add_parser("path", parents=[shared], help="show how two things are connected")
    path.add_argument("left", metavar="A")
    path.add_argument("right", metavar="B")
    path.add_argument("--json", action="store_true", help="one JSON object on standard output")
    path.set_defaults(run=run_path)
    query = commands.add_parser("query", parents=[shared], help="run a SPARQL query")
    query.add_argument("sparql", metavar="SPARQL", help="the query; - reads it from standard input")
    query.add_argument("--format", choices=RESULT_FORMATS, default=None, help="default: table on a terminal, else json")
    query.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    query.set_defaults(run=run_query)


def run_ask(arguments: argparse.Namespace) -> int:
    """Answer one question, or each line of standard input."""
    from graph.answer import as_json, ask
    from graph.search import open_index
    from ui.snapshots import current

    snapshot = current(Path(arguments.library))
    with open_index(snapshot.library.search, snapshot) as index:
        if arguments.question == "-":
            for line in filter(None, map(str.strip, sys.stdin)):
                emit_json(as_json(ask(line, snapshot, index)))
            return 0
        answer = as_json(ask(arguments.question, snapshot, index))
    if arguments.json:
        emit_json(answer)
    else:
        print_answer(answer)
    return 0


def print_answer(answer: dict[str, Any]) -> None:
    """The answers with their quotes; or why there is none."""
    from rich.text import Text

    screen = console()
    if answer["verdict"] != "answered":
        emit_line(verdict_text(answer))
    for item in answer["answers"]:
        screen.print(Text(answer_text(item), style="bold"))
        if item["counted"]:
            emit_line("  counted by the library over the things it holds")
        for evidence in item["evidence"][:EVIDENCE_SHOWN]:
            screen.print(Text(f"  «{shortened(evidence['quote'])}»"))
            screen.print(Text(f"  — {evidence['title'] or evidence['document']}{page_text(evidence)}", style="dim"))
        rest = len(item["evidence"]) - EVIDENCE_SHOWN
        if rest > 0:
            screen.print(Text(f"  … {rest} more in --json", style="dim"))


EVIDENCE_SHOWN = 3  # passages of one answer that a terminal shows


def answer_text(item: dict[str, Any]) -> str:
    """An answer's own line: its label, and the value with its unit where it is not the label."""
    value = item["value"]
    shown = "" if value is None or str(value) == item["label"] else f": {value}"
    return f"{item['label']}{shown}{' ' + item['unit'] if item['unit'] and item['unit'] not in item['label'] else ''}"


def page_text(evidence: dict[str, Any]) -> str:
    """`, p. 5`, or nothing where the document has no pages."""
    return f", p. {evidence['page']}" if evidence.get("page") else ""


def verdict_text(answer: dict[str, Any]) -> str:
    """Why there is no answer, in the language of the question, and what was searched."""
    from ui.texts import Language, text

    language: Language = "ru" if answer["language"] == "ru" else "en"
    coverage = answer["coverage"]
    searched = text("searched", language).format(documents=coverage["documents"], pages=coverage["pages"])
    lines = [text(answer["verdict"], language), answer["understood"], searched]
    return "\n".join(line for line in lines if line)


def run_path(arguments: argparse.Namespace) -> int:
    """Show the ways between two things, hop by hop."""
    from graph.path import as_json, paths
    from ui.naming import identify
    from ui.snapshots import current

    snapshot = current(Path(arguments.library))
    left, right = identify(arguments.left, snapshot), identify(arguments.right, snapshot)
    found = paths(left, right, snapshot)
    if arguments.json:
        emit_json(as_json(found))
        return 0
    if not found:
        say(f"nothing in this library connects {left} and {right}")
    for number, path in enumerate(found, start=1):
        emit_line(f"{number}.")
        for hop in path:
            emit_line(f"  {snapshot.label(hop.subject)} — {hop.predicate} → {snapshot.label(hop.object)}")
            for item in hop.evidence[:1]:
                emit_line(f"      «{shortened(item.quote)}» — {item.title}, p. {item.page}")
    return 0


def run_query(arguments: argparse.Namespace) -> int:
    """Print the results of one query."""
    from graph.query import query
    from ui.snapshots import current

    text = sys.stdin.read() if arguments.sparql == "-" else arguments.sparql
    wanted = arguments.format or ("table" if sys.stdout.isatty() else "json")
    result = query(current(Path(arguments.library)), text, wanted)
    emit_bytes([result if result.endswith(b"\n") else result + b"\n"])
    return 0
