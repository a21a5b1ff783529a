"""Asking about the past, on the command line and over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

Svod = Callable[..., Any]
QUESTION = "Кто управляет кластером «Проба»?"


def now() -> str:
    """This moment, as `--as-of` takes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def test_a_question_about_the_past_knows_what_was_known(svod: Svod, own: Path, card: Path) -> None:
    then = now()
    assert svod("withdraw", card, "--library", own).code == 0
    assert svod("ask", QUESTION, "--library", own, "--json").json["verdict"] != "answered"
    past = svod("ask", QUESTION, "--as-of", then, "--library", own, "--json").json
    assert [row["label"] for row in past["answers"]] == ["Смирнова Анна Павловна"]
    assert past["answers"][0]["evidence"][0]["quote"] == "Смирнова Анна Павловна"


def test_queries_exports_and_counts_go_back_too(svod: Svod, own: Path, card: Path) -> None:
    before = svod("export", "--format", "nquads", "--with-log", "--library", own).out
    then = now()
    svod("withdraw", card, "--library", own)
    past = ("--as-of", then, "--library", own)
    assert svod("export", "--format", "nquads", "--with-log", *past).out == before
    assert svod("query", "ASK { ?c a svod:Cluster }", *past).json["boolean"] is True
    assert svod("status", "--json", *past).json["totals"]["documents"] == 1
    assert svod("validate", "--json", *past).json["conforms"] is True


def test_a_time_before_the_library_is_refused_with_its_beginning(svod: Svod, own: Path) -> None:
    ran = svod("ask", QUESTION, "--as-of", "2001-01-01", "--library", own)
    assert ran.code == 1
    assert "it begins at" in ran.err


def test_the_server_goes_back_too(svod: Svod, server: Any, card: Path) -> None:
    svod("ingest", card, "--library", server.library)
    then = now()
    svod("withdraw", card, "--library", server.library)
    asked = {"question": QUESTION, "as-of": then}
    assert httpx.get(f"{server.url}/api/ask", params=asked).json()["verdict"] == "answered"
    query = {"query": "ASK { <cluster/proba> svod:manager ?m }", "as-of": then}
    assert httpx.get(f"{server.url}/sparql", params=query).json()["boolean"] is True
    assert httpx.get(f"{server.url}/sparql", params=query | {"as-of": "вчера"}).status_code == 400
