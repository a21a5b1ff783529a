"""Working beside a server: the command line writes through it, and others are told who holds the library."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

Svod = Callable[..., Any]


def test_ingest_and_withdraw_work_through_the_server(svod: Svod, server: Any, card: Path) -> None:
    ran = svod("ingest", card, card.with_name("missing.pdf"), "--library", server.library, "--json")
    statuses = [document["status"] for document in ran.json["documents"]]
    assert ran.code == 1
    assert statuses == ["added", "refused"]
    assert httpx.get(f"{server.url}/id/cluster/proba").status_code == 303
    again = svod("ingest", card, "--library", server.library, "--json")
    assert [document["status"] for document in again.json["documents"]] == ["unchanged"]
    taken = svod("withdraw", card, "--library", server.library, "--json")
    assert taken.json["status"] == "withdrawn"
    assert httpx.get(f"{server.url}/id/cluster/proba").status_code == 410


def test_judgements_go_through_the_server_too(svod: Svod, server: Any) -> None:
    query = "SELECT ?st WHERE { GRAPH ?g { ?st a svod:Statement ; rdf:predicate svod:status } } LIMIT 1"
    statement = svod("query", query, "--library", server.library).json["results"]["bindings"][0]["st"]["value"]
    assert svod("reject", statement, "--library", server.library, "--json").json["status"] == "judged"
    assert svod("undo", "--library", server.library, "--json").json["status"] == "judged"


def test_a_merged_thing_leads_to_what_it_became_until_that_is_undone(svod: Svod, server: Any) -> None:
    query = "SELECT ?c WHERE { ?c a svod:Cluster } ORDER BY ?c LIMIT 2"
    rows = svod("query", query, "--library", server.library).json["results"]["bindings"]
    things = [row["c"]["value"].partition("/id/")[2] for row in rows]
    assert svod("merge", *things, "--library", server.library).code == 0
    answers = {thing: httpx.get(f"{server.url}/id/{thing}") for thing in things}
    assert sorted(answer.status_code for answer in answers.values()) == [301, 303]
    (moved,) = (thing for thing, answer in answers.items() if answer.status_code == 301)
    (kept,) = set(things) - {moved}
    assert answers[moved].headers["location"] == f"/id/{kept}"
    assert httpx.get(f"{server.url}/data/{moved}").headers["location"] == f"/data/{kept}"
    assert svod("undo", "--library", server.library).code == 0
    assert [httpx.get(f"{server.url}/id/{thing}").status_code for thing in things] == [303, 303]


def test_refusals_of_the_server_reach_the_person(svod: Svod, server: Any) -> None:
    ran = svod("merge", "cluster/one", "cluster/two", "--library", server.library)
    assert ran.code == 1
    assert "cluster/one" in ran.err


def test_a_second_server_is_told_who_holds_the_library(svod: Svod, server: Any) -> None:
    ran = svod("serve", "--port", "0", "--library", server.library)
    holder = json.loads((server.library / "server.json").read_text(encoding="utf-8"))["pid"]
    assert ran.code == 1
    assert str(holder) in ran.err


def test_a_second_writer_is_told_who_holds_the_library(svod: Svod, own: Path, card: Path) -> None:
    holding = (
        "import sys\nfrom graph import Ledger, open_library\n"
        "with Ledger.open(open_library(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(own)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        ran = svod("ingest", card, "--library", own)
        holder.communicate("")
    assert ran.code == 1
    assert f"process {holder.pid}" in ran.err
    assert svod("ingest", card, "--library", own).code == 0


def test_the_address_of_a_dead_server_is_passed_over(svod: Svod, own: Path, card: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    stale = {"url": "http://127.0.0.1:9", "token": "x", "pid": gone.pid}
    (own / "server.json").write_text(json.dumps(stale), encoding="utf-8")
    assert svod("ingest", card, "--library", own).code == 0
