"""`svod init`, `svod status` and `svod doctor`: a library made, counted, examined."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ui.commands.timing import add_as_of, asked_snapshot
from ui.output import emit_json, emit_line, emit_table

PARTS = (
    "pypdfium2",
    "pdfplumber",
    "selectolax",
    "spacy",
    "pymorphy3",
    "slovnet",
    "pyoxigraph",
    "pyshacl",
    "neo4j",
    "streamlit",
)
"""Libraries without which some command does not work."""


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `init`, `status` and `doctor`."""
    init = commands.add_parser("init", parents=[shared], help="make a library")
    init.add_argument("--base", metavar="IRI", default=None, help="base of the library's IRIs; ends in / or #")
    init.set_defaults(run=run_init)
    status = commands.add_parser("status", parents=[shared], help="say what is in the library")
    status.set_defaults(run=run_status)
    add_as_of(status)
    doctor = commands.add_parser("doctor", parents=[shared], help="say what is installed, reachable and wrong")
    doctor.set_defaults(run=run_doctor)
    for command in (init, status, doctor):
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def run_init(arguments: argparse.Namespace) -> int:
    """Make an empty library."""
    from graph.ledger import Ledger
    from graph.library import create
    from ontology.iri import DEFAULT_BASE

    made = create(arguments.library, arguments.base or DEFAULT_BASE)
    Ledger.open(made).close()  # loads the vocabulary and publishes a first, empty snapshot
    if arguments.json:
        emit_json({"library": str(made.path), "base": made.base, "format": made.format})
    else:
        emit_line(f"made the library {made.path} with the base {made.base}")
    return 0


def run_status(arguments: argparse.Namespace) -> int:
    """Count what the library holds."""
    from graph.status import status

    found = status(asked_snapshot(arguments))
    totals = {
        "documents": len(found.documents),
        "pages": sum(document.pages for document in found.documents),
        "statements": sum(document.statements for document in found.documents),
        "facts": found.facts,
    }
    if arguments.json:
        emit_json(asdict(found) | {"totals": totals})
        return 0
    emit_line(f"{found.path} at commit {found.commit}, base {found.base}")
    emit_line(", ".join(f"{number} {name}" for name, number in totals.items()))
    rows = [(one.id, str(one.pages), str(one.statements), one.title, ", ".join(one.sources)) for one in found.documents]
    if rows:
        emit_table(("document", "pages", "statements", "title", "source"), rows)
    return 0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the doctor looked at. `is_needed` is false for what only some commands want."""

    name: str
    is_well: bool
    detail: str
    is_needed: bool = True


def run_doctor(arguments: argparse.Namespace) -> int:
    """Look at the installation and the library; the exit code is 1 where something needed is wrong."""
    checks = [check for look in CHECKS for check in look(Path(arguments.library))]
    is_well = all(check.is_well for check in checks if check.is_needed)
    if arguments.json:
        listed = [{"name": c.name, "ok": c.is_well, "needed": c.is_needed, "detail": c.detail} for c in checks]
        emit_json({"ok": is_well, "checks": listed})
    else:
        marks: Mapping[tuple[bool, bool], str] = {(False, True): "WRONG", (False, False): "absent"}
        emit_table(
            ("check", "", "detail"), [(c.name, marks.get((c.is_well, c.is_needed), "ok"), c.detail) for c in checks]
        )
    return 0 if is_well else 1


def check_python(library: Path) -> Iterator[Check]:
    """The interpreter is new enough."""
    yield Check("python", sys.version_info >= (3, 11), sys.version.split()[0])


def check_parts(library: Path) -> Iterator[Check]:
    """Every library is installed."""
    for name in PARTS:
        try:
            yield Check(name, True, version(name))
        except PackageNotFoundError:
            yield Check(name, False, "not installed: run `make setup`")


def check_library(library: Path) -> Iterator[Check]:
    """The library opens, and nobody holds it unseen."""
    from graph.errors import NotALibrary
    from graph.library import open_library
    from ui.address import find

    try:
        opened = open_library(library)
    except NotALibrary as error:
        yield Check("library", False, str(error), is_needed=False)
        return
    yield Check("library", True, f"{opened.path}, base {opened.base}")
    yield Check("writable", os.access(opened.path, os.W_OK), str(opened.path))
    address = find(opened.path)
    yield Check("server", address is not None, address.url if address else "not running", is_needed=False)


def check_neo4j(library: Path) -> Iterator[Check]:
    """Neo4j answers, where one is named."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        yield Check("neo4j server", False, "NEO4J_URI is not set", is_needed=False)
        return
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    user, password = os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    try:
        with GraphDatabase.driver(uri, auth=(user, password), connection_timeout=5) as driver:
            driver.verify_connectivity()
    except (DriverError, Neo4jError, OSError) as error:
        yield Check("neo4j server", False, f"{uri}: {error}")
    else:
        yield Check("neo4j server", True, uri)


CHECKS: tuple[Callable[[Path], Iterator[Check]], ...] = (check_python, check_parts, check_library, check_neo4j)
