"""`svod ask`, `svod path` and `svod query`: answers, with what they rest on."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ui.commands.timing import add_as_of, asked_snapshot
from ui.output import console, emit_bytes, emit_json, emit_line, say, shortened

if TYPE_CHECKING:
    from graph.answer import Answer, Row
    from graph.evidence import Evidence

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
    add_as_of(ask, path, query)


def run_ask(arguments: argparse.Namespace) -> int:
    """Answer one question, or each line of standard input."""
    from graph.answer import as_json, ask
    from graph.search import open_index

    snapshot = asked_snapshot(arguments)
    with open_index(snapshot.library.search, snapshot) as index:
        if arguments.question == "-":
            for line in filter(None, map(str.strip, sys.stdin)):
                emit_json(as_json(ask(line, snapshot, index)))
            return 0
        answer = ask(arguments.question, snapshot, index)
    if arguments.json:
        emit_json(as_json(answer))
    else:
        print_answer(answer)
    return 0


def print_answer(answer: "Answer") -> None:
    """The answers with their quotes; or why there is none."""
    from rich.text import Text

    screen = console()
    if answer.verdict != "answered":
        emit_line(verdict_text(answer))
    for row in answer.rows:
        screen.print(Text(answer_text(row), style="bold"))
        if row.is_counted:
            emit_line("  counted by the library over the things it holds")
        statements = by_statement(row.evidence)
        for passages in statements[:STATEMENTS_SHOWN]:
            screen.print(Text(f"  {quotes_text(passages)}"))
            screen.print(Text(f"  — {passages[0].title}, p. {passages[0].page}", style="dim"))
        if len(statements) > STATEMENTS_SHOWN:
            screen.print(Text(f"  … and {len(statements) - STATEMENTS_SHOWN} more in --json", style="dim"))


STATEMENTS_SHOWN = 2  # statements of one answer that a terminal shows


def by_statement(evidence: "Iterable[Evidence]") -> "list[list[Evidence]]":
    """The passages of each statement, in the order of the statements; the value's first."""
    found: dict[str, list[Evidence]] = {}
    for item in evidence:
        found.setdefault(item.statement, []).append(item)
    return [sorted(passages, key=lambda item: item.role != "value") for passages in found.values()]


def quotes_text(passages: "Sequence[Evidence]") -> str:
    """The value's quote, and in brackets what the passage elsewhere gives of subject and label."""
    value, *others = passages
    beside = dict.fromkeys(f"{item.role} «{shortened(item.quote, BESIDE)}»" for item in others)
    return f"«{shortened(value.quote)}»" + (f" ({'; '.join(beside)})" if beside else "")


BESIDE = 80  # characters of a quote in brackets


def answer_text(row: "Row") -> str:
    """An answer's own line: its label, and a figure's value with its unit."""
    if row.value is None or str(row.value) == row.label:
        return row.label
    return f"{row.label}: {row.value}{f' {row.unit}' if row.unit else ''}"


def verdict_text(answer: "Answer") -> str:
    """Why there is no answer, in the language of the question, and what was searched."""
    from ui.texts import Language, text

    language: Language = "ru" if answer.question.language == "ru" else "en"
    coverage = answer.coverage
    searched = text("searched", language).format(documents=coverage.documents, pages=coverage.pages)
    return "\n".join(filter(None, (text(answer.verdict, language), answer.question.understood, searched)))


def run_path(arguments: argparse.Namespace) -> int:
    """Show the ways between two things, hop by hop."""
    from graph.path import as_json, paths
    from ui.naming import identify

    snapshot = asked_snapshot(arguments)
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

    text = sys.stdin.read() if arguments.sparql == "-" else arguments.sparql
    wanted = arguments.format or ("table" if sys.stdout.isatty() else "json")
    result = query(asked_snapshot(arguments), text, wanted)
    emit_bytes([result if result.endswith(b"\n") else result + b"\n"])
    return 0
