"""`svod extract`: files in, statements out, nothing stored."""

import argparse
import logging
from typing import Any

from ui.output import emit_json, say

log = logging.getLogger(__name__)


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `extract`."""
    extract = commands.add_parser("extract", parents=[shared], help="read and understand files, storing nothing")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument("--password", help="opens encrypted PDFs among them")
    extract.add_argument("--json", action="store_true", help="JSON Lines, one object a document (always so)")
    extract.set_defaults(run=run_extract)


def run_extract(arguments: argparse.Namespace) -> int:
    """Print a line for each source; the exit code is 1 where one of them was refused."""
    from graph.batch import MISTAKES
    from graph.workers import fault
    from ingest import collect
    from ingest.errors import IngestError

    refused = 0
    for source in collect(arguments.paths).sources:
        try:
            line = extract_one(source.path, arguments.password)
        except (IngestError, OSError) as error:
            line = refusal(source.path, str(error))
        except MISTAKES as error:
            log.exception("%s could not be understood", source.path)
            line = refusal(source.path, fault(f"{type(error).__name__}: {error}", "understood"))
        if "reason" in line:
            refused += 1
            say(f"refused    {source.path}: {line['reason']}")
        emit_json(line)
    return 1 if refused else 0


def extract_one(path: str, password: str | None = None) -> dict[str, Any]:
    """The line of one file, with the boxes of every mention and of every passage. Raises IngestError."""
    from graph.batch import read_bytes
    from ingest import Span, locate, read
    from nlp import annotate, state, to_json

    data = read_bytes(path)
    extract = state(annotate(read(data, path, password)))
    spans = {Span(mention.start, mention.end) for mention in extract.mentions}
    spans |= {evidence.span for statement in extract.statements for evidence in statement.evidence}
    return to_json(extract, locate(data, extract.document, sorted(spans), password))


def refusal(source: str, reason: str) -> dict[str, Any]:
    """The line of a source that was not read: as empty as it is, and why."""
    document: dict[str, Any] = {"source": source, "id": None, "title": None, "language": None, "pages": []}
    return {"document": document, "mentions": [], "statements": [], "status": "refused", "reason": reason}
