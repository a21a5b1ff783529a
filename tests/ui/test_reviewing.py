"""New editions wait, are shown, approved and rolled back: on the command line, and through a server."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

Svod = Callable[..., Any]
STATUSES = "SELECT ?s { <cluster/proba> svod:status ?s }"
INDUSTRIAL, PILOT = "Промышленный кластер", "Пилотный инновационный территориальный кластер"


def _statuses(svod: Svod, library: Path) -> list[str]:
    rows = svod("query", STATUSES, "--format", "json", "--library", library).json["results"]["bindings"]
    return [row["s"]["value"].rpartition("/")[2] for row in rows]


def _changed(card: Path) -> Path:
    card.write_text(card.read_text(encoding="utf-8").replace(INDUSTRIAL, PILOT), encoding="utf-8")
    return card


def test_a_new_edition_waits_until_it_is_approved(svod: Svod, own: Path, card: Path) -> None:
    ran = svod("ingest", "--review", _changed(card), "--library", own, "--json")
    assert [document["status"] for document in ran.json["documents"]] == ["replaced"]
    (lost,) = (row for row in ran.json["report"]["lost"] if row["predicate"] == "svod:status")
    assert (lost["object"], lost["old"][0]["quote"], lost["old"][0]["page"]) == ("status/industrial", INDUSTRIAL, 1)
    assert _statuses(svod, own) == ["industrial"]
    listed = svod("review", "--library", own)
    assert f"− «{INDUSTRIAL}»" in listed.out
    assert f"+ «{PILOT}»" in listed.out
    approved = svod("approve", "--library", own, "--json").json
    assert [commit["status"] for commit in approved["commits"]] == ["replaced"]
    assert _statuses(svod, own) == ["pilot"]
    assert svod("review", "--library", own, "--json").json["documents"] == []
    assert svod("rollback", card, "--library", own, "--json").json["commits"][0]["status"] == "rolled back"
    assert _statuses(svod, own) == ["industrial"]


def test_what_waits_is_let_go(svod: Svod, own: Path, card: Path) -> None:
    assert svod("ingest", "--review", _changed(card), "--library", own).code == 0
    assert len(svod("rollback", "--library", own, "--json").json["dropped"]) == 1
    assert (svod("rollback", "--library", own).code, svod("approve", "--library", own).code) == (1, 1)
    assert _statuses(svod, own) == ["industrial"]


def test_review_works_through_the_server_and_the_old_edition_stays_addressable(
    svod: Svod, server: Any, card: Path
) -> None:
    old = svod("ingest", card, "--library", server.library, "--json").json["documents"][0]["id"]
    ran = svod("ingest", "--review", _changed(card), "--library", server.library, "--json")
    new = ran.json["documents"][0]["id"]
    assert httpx.get(f"{server.url}/id/{new}").status_code == 404
    assert svod("approve", card, "--library", server.library, "--json").json["documents"] == [new]
    assert _statuses(svod, server.library) == ["pilot"]
    data = httpx.get(f"{server.url}/id/{old}", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert (data.status_code, "Тверская область" in data.text) == (200, True)
    assert f"dcterms:isReplacedBy <{server.url}/id/{new}>" in data.text.replace("http://localhost:8765", server.url)
    page = httpx.get(f"{server.url}/page/{old}", headers={"Accept-Language": "ru"})
    assert "Заменён редакцией" in page.text
    assert svod("rollback", new, "--library", server.library).code == 0
    assert _statuses(svod, server.library) == ["industrial"]
    assert svod("withdraw", card, "--library", server.library).code == 0
    assert httpx.get(f"{server.url}/data/{old}").status_code == 410
