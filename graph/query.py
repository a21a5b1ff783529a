"""SPARQL from anyone, read only: in a process of its own over a snapshot, killed past its deadline or its memory.

QueryError
├── WrongQuery     the query is no SPARQL 1.1 query, or asks for another server's data
├── WrongFormat    the format does not fit what the query gives
└── QueryLimit     the query took longer, or more memory, or gave more than it may
"""

import json
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import query_worker
from ontology.iri import PREFIXES

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

WIDEST = 60  # characters a column is padded to; a longer cell is shown whole, so that its IRI can be copied


class QueryError(Exception):
    """Root of everything that a query is refused for."""


class WrongQuery(QueryError):
    """Not a SPARQL 1.1 query, or one that reaches out to another server."""


class WrongFormat(QueryError):
    """The format is unknown, or not for this kind of query."""


class QueryLimit(QueryError):
    """The query was stopped at a limit."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds of time, bytes of address space, bytes of result."""

    seconds: int = 20
    memory: int = 2 << 30
    output: int = 64 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its media types for tables (SELECT, ASK) and for graphs (CONSTRUCT, DESCRIBE); None: it has none."""

    select: str | None
    construct: str | None


FORMATS: Mapping[str, Format] = {
    "table": Format("application/sparql-results+json", "text/turtle"),
    "json": Format("application/sparql-results+json", "application/ld+json"),
    "csv": Format("text/csv", None),
    "tsv": Format("text/tab-separated-values", None),
    "xml": Format("application/sparql-results+xml", "application/rdf+xml"),
    "turtle": Format(None, "text/turtle"),
    "ntriples": Format(None, "application/n-triples"),
    "jsonld": Format(None, "application/ld+json"),
}


def query(snapshot: "Snapshot", sparql: str, format_: str = "json", limits: Limits | None = None) -> bytes:
    """The result of a query over a snapshot in one of `FORMATS`. Raises QueryError."""
    if format_ not in FORMATS:
        raise WrongFormat(f"{format_!r} is no format of results: choose one of {', '.join(FORMATS)}")
    _refuse_service(sparql)
    data = _run(snapshot, sparql, format_, limits or Limits())
    return _table(data) if format_ == "table" else data


def _run(snapshot: "Snapshot", sparql: str, format_: str, limits: Limits) -> bytes:
    job: dict[str, Any] = {
        "store": str(snapshot.folder),
        "sparql": sparql,
        "base": snapshot.base,
        "prefixes": dict(PREFIXES),
        "select": FORMATS[format_].select,
        "construct": FORMATS[format_].construct,
        "seconds": limits.seconds,
        "memory": limits.memory,
        "output": limits.output,
    }
    command = [sys.executable, "-I", str(Path(query_worker.__file__))]
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                command,
                input=json.dumps(job).encode(),
                stdout=output,
                stderr=subprocess.PIPE,
                timeout=limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise QueryLimit(f"the query was stopped after {limits.seconds} s: ask for less, or add LIMIT") from error
        _check(done.returncode, done.stderr.decode(errors="replace").strip(), format_, limits)
        output.seek(0)
        return output.read()


def _check(status: int, reason: str, format_: str, limits: Limits) -> None:
    if status == 0:
        return
    if status == query_worker.WRONG_QUERY:
        raise WrongQuery(f"not a SPARQL 1.1 query: {reason}")
    if status == query_worker.WRONG_FORMAT:
        raise WrongFormat(f"{reason}: {format_} cannot hold it, choose one of {', '.join(_fitting(reason))}")
    if status == -signal.SIGXCPU:
        raise QueryLimit(f"the query was stopped after {limits.seconds} s: ask for less, or add LIMIT")
    if status == -signal.SIGXFSZ or "File too large" in reason:
        raise QueryLimit(f"the result is larger than {limits.output >> 20} MiB: ask for less, or add LIMIT")
    if status < 0 or "memory" in reason.casefold():
        raise QueryLimit(f"the query needed more than {limits.memory >> 20} MiB of memory: ask for less, or add LIMIT")
    raise QueryError(f"the query failed: {reason or f'status {status}'}")


def _fitting(reason: str) -> list[str]:
    is_graph = reason.startswith("CONSTRUCT")
    return [name for name, format_ in FORMATS.items() if (format_.construct if is_graph else format_.select)]


_NOT_CODE = re.compile(
    r"<[^<>\"{}|^`\\\s]*>|\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|#[^\n]*", re.DOTALL
)
_SERVICE = re.compile(r"(?<![\w?$:.-])SERVICE(?![\w:-])", re.IGNORECASE)


def _refuse_service(sparql: str) -> None:
    """SERVICE would make this machine ask others: it is refused before anything runs."""
    if _SERVICE.search(_NOT_CODE.sub(" ", sparql)):
        raise WrongQuery(
            "SERVICE asks other servers, which this one does not do: query them yourself and join the results"
        )


def _table(data: bytes) -> bytes:
    """SPARQL results as text in columns; a graph stays Turtle."""
    if not data.startswith(b"{"):
        return data
    found = json.loads(data)
    if "boolean" in found:
        return f"{str(found['boolean']).lower()}\n".encode()
    names = found["head"]["vars"]
    rows = [[_cell(row.get(name)) for name in names] for row in found["results"]["bindings"]]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(names, *rows, strict=True)]
    lines = [names, ["-" * width for width in widths], *rows]
    text = "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
    return f"{text}\n".encode()


def _cell(term: Mapping[str, str] | None) -> str:
    if term is None:
        return ""
    value = " ".join(term["value"].split())
    return f"{value}@{term['xml:lang']}" if "xml:lang" in term else value
