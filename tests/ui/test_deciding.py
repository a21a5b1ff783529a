"""The librarian's judgements on the command line, by themselves and through a server."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

Svod = Callable[..., Any]
STATUS = "SELECT ?s { GRAPH ?g { ?s a svod:Statement ; rdf:predicate svod:manager } }"
MANAGERS = "SELECT ?name { <cluster/proba> svod:manager/rdfs:label ?name }"
PHONES = "SELECT ?p { <cluster/proba> schema:telephone ?p }"


def _values(svod: Svod, library: Path, query: str) -> list[str]:
    rows = svod("query", query, "--format", "json", "--library", library).json["results"]["bindings"]
    return [value["value"] for row in rows for value in row.values()]


def test_a_value_is_corrected_and_the_correction_holds_on_new_bytes(svod: Svod, own: Path, card: Path) -> None:
    (statement,) = _values(svod, own, STATUS.replace("svod:manager", "schema:location"))
    ran = svod("correct", statement, "region/RU-PSK", "--why", "опечатка", "--library", own, "--json")
    assert (ran.code, ran.json["status"], ran.json["facts_added"], ran.json["facts_removed"]) == (0, "judged", 1, 1)
    regions = "SELECT ?r { <cluster/proba> schema:location ?r }"
    assert [iri.rpartition("/")[2] for iri in _values(svod, own, regions)] == ["RU-PSK"]
    card.write_text(card.read_text(encoding="utf-8").replace("</dl>", "<dt>Сайт</dt><dd>proba.ru</dd></dl>"), "utf-8")
    assert svod("ingest", card, "--library", own, "--json").json["documents"][0]["status"] == "replaced"
    assert [iri.rpartition("/")[2] for iri in _values(svod, own, regions)] == ["RU-PSK"]


def test_a_missing_fact_is_added_with_its_passage(svod: Svod, own: Path, card: Path) -> None:
    fact = ("add", "cluster/proba", "schema:telephone", "+7 000 000-00-00", "--library", own, "--json")
    refused = svod(*fact, "--document", card, "--quote", "Нет такого")
    assert (refused.code, refused.out) == (1, "")
    assert "does not stand on page 1" in refused.err
    assert svod(*fact, "--document", card, "--page", "1", "--quote", "Тверская область").json["facts_added"] == 1
    assert _values(svod, own, PHONES) == ["+7 000 000-00-00"]
    assert svod("undo", "--library", own).code == 0
    assert _values(svod, own, PHONES) == []


def test_corrections_and_additions_go_through_the_server(svod: Svod, server: Any, card: Path) -> None:
    assert svod("ingest", card, "--library", server.library).code == 0
    try:
        added = ("add", "cluster/proba", "memberCount", "12", "--document", card, "--quote", "Тверская область")
        assert svod(*added, "--library", server.library, "--json").json["facts_added"] == 1
        page = httpx.get(f"{server.url}/page/cluster/proba", follow_redirects=True)
        assert "12" in page.text
        fact = "SELECT ?f { GRAPH <graph/facts> { ?f rdf:subject <cluster/proba> ; rdf:predicate svod:memberCount } }"
        (iri,) = _values(svod, server.library, fact)
        assert svod("correct", iri, "13", "--library", server.library, "--json").json["facts_added"] == 1
        count = "SELECT ?n { <cluster/proba> svod:memberCount ?n }"
        assert _values(svod, server.library, count) == ["13"]
    finally:
        for _ in range(2):
            svod("undo", "--library", server.library)
        assert svod("withdraw", card, "--library", server.library).code == 0


@pytest.mark.parametrize("missing", [["--quote", "x"], ["--document", "d"]])
def test_an_added_fact_asks_for_its_passage(svod: Svod, small: Path, missing: list[str]) -> None:
    assert svod("add", "cluster/proba", "svod:memberCount", "12", *missing, "--library", small).code == 2


def test_a_person_and_a_document_are_erased(svod: Svod, own: Path, card: Path) -> None:
    assert svod("erase", "--library", own).code == 2
    ran = svod("erase", "--person", "person/smirnova-anna-pavlovna", "--library", own, "--json")
    assert (ran.code, ran.json["status"]) == (0, "erased")
    assert _values(svod, own, MANAGERS) == []
    assert "Смирнова" not in svod("export", "--format", "nquads", "--library", own).out
    assert svod("erase", card, "--library", own).code == 0
    assert svod("status", "--library", own, "--json").json["documents"] == []
    assert svod("erase", card, "--library", own).code == 1


def test_who_adds_and_withdraws_through_the_server_is_named(
    svod: Svod, server: Any, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = Path(shutil.copy(card, card.with_name("again.html")))
    for who, command in (("Вера", "ingest"), ("Олег", "ingest"), ("Вера из архива", "withdraw")):
        monkeypatch.setenv("SVOD_USER", who)
        name = again if who == "Олег" else card
        assert svod(command, name, "--library", server.library).code == 0
    last = svod("history", "--library", server.library, "--json").json["commits"][-3:]
    assert [(commit["kind"], commit["who"]) for commit in last] == [
        ("added", "Вера"),
        ("source", "Олег"),
        ("withdrawn", "Вера из архива"),
    ]


def test_what_is_erased_through_the_server_is_not_even_gone(svod: Svod, server: Any, card: Path) -> None:
    document = svod("ingest", card, "--library", server.library, "--json").json["documents"][0]["id"]
    assert svod("erase", card, "--library", server.library, "--json").json["status"] == "erased"
    assert httpx.get(f"{server.url}/data/{document}").status_code == 404
    assert httpx.get(f"{server.url}/id/cluster/proba").status_code == 404


def test_judgements_are_carried_to_another_library_and_a_thing_tells_its_story(
    svod: Svod, own: Path, small: Path, tmp_path: Path
) -> None:
    (statement,) = _values(svod, own, STATUS)
    assert svod("reject", statement, "--why", "ушла", "--library", own).code == 0
    lines = tmp_path / "judgements.jsonl"
    assert svod("judgements", "export", "-o", lines, "--library", own).code == 0
    there = tmp_path / "there" / "library"
    shutil.copytree(small, there, symlinks=True)
    ran = svod("judgements", "import", lines, "--library", there, "--json")
    assert (ran.code, ran.json["made"], ran.json["waiting"]) == (0, 1, 0)
    assert _values(svod, there, MANAGERS) == []
    assert svod("judgements", "import", lines, "--library", there, "--json").json["known"] == 1
    story = svod("history", "cluster/proba", "--library", there, "--json").json["events"]
    assert [(event["kind"], event["why"]) for event in story] == [("added", ""), ("reject", "ушла")]
    assert "Тверская область" in {said["quote"] for said in story[0]["came"]}
