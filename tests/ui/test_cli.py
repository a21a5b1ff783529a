"""The command line: exit codes, one JSON object on standard output, messages on standard error."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Svod = Callable[..., Any]

READING = "ingest extract ask path query serve status doctor history validate evaluate export"
WRITING = "init review approve rollback withdraw merge split reject correct add undo sync erase judgements"
KEEPING = "backup restore upgrade rebuild release conflicts uphold supersede acts"
CLUSTER = "cluster/proba"


@pytest.fixture
def broken(tmp_path: Path) -> list[Path]:
    """Files that cannot be read, each in its own way."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "truncated.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog")
    Image.new("RGB", (4, 4)).save(folder / "picture.pdf", "PNG")
    (folder / "script.html").write_text("<html><body><script>draw()</script></body></html>", encoding="utf-8")
    return [*sorted(folder.iterdir()), folder / "missing.pdf"]


@pytest.mark.parametrize("command", f"{READING} {WRITING} {KEEPING}".split())
def test_every_command_of_the_contract_explains_itself(svod: Svod, command: str) -> None:
    ran = svod(command, "--help")
    assert ran.code == 0
    assert f"svod {command}" in ran.out


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["ask"], ["serve", "--port", "99999"], ["export", "--format", "doc"]]
)
def test_wrong_use_exits_2(svod: Svod, arguments: list[str]) -> None:
    ran = svod(*arguments)
    assert ran.code == 2
    assert ran.out == ""


def test_a_second_ingest_changes_nothing(svod: Svod, own: Path, card: Path) -> None:
    ran = svod("ingest", card, "--library", own, "--json")
    (document,) = ran.json["documents"]
    assert ran.code == 0
    assert document["status"] == "unchanged"
    assert document["source"] == str(card)
    assert set(document) == {"source", "id", "status", "reason", "pages", "mentions", "statements", "seconds"}


def test_other_files_of_a_folder_are_counted_not_refused(svod: Svod, tmp_path: Path, card: Path) -> None:
    (tmp_path / "notes.xyz").write_text("x", encoding="utf-8")
    ran = svod("ingest", tmp_path, "--library", tmp_path / "library", "--json")
    assert ran.code == 0
    assert ran.json["skipped"] == 1


def test_bad_files_are_refused_with_a_reason_and_the_others_go_on(
    svod: Svod, tmp_path: Path, card: Path, broken: list[Path]
) -> None:
    ran = svod("ingest", *broken, card, "--library", tmp_path / "library", "--json")
    outcomes = {Path(document["source"]).name: document for document in ran.json["documents"]}
    assert ran.code == 1
    assert outcomes["proba.html"]["status"] == "added"
    for path in broken:
        outcome = outcomes[path.name]
        assert outcome["status"] == "refused"
        assert outcome["id"] is None
        assert outcome["reason"]
        assert f"{path}: {outcome['reason']}" in ran.err


def test_extract_prints_a_line_a_document_and_stores_nothing(svod: Svod, tmp_path: Path, card: Path) -> None:
    ran = svod("extract", card, tmp_path / "missing.txt", "--library", tmp_path / "library")
    read, refused = map(json.loads, ran.out.splitlines())
    assert ran.code == 1
    assert not (tmp_path / "library").exists()
    page = read["document"]["pages"][0]["text"]
    assert read["mentions"]
    assert all(page[mention["start"] : mention["end"]] == mention["text"] for mention in read["mentions"])
    assert any(statement["predicate"] == "svod:manager" for statement in read["statements"])
    assert refused["status"] == "refused"
    assert refused["document"]["source"] == str(tmp_path / "missing.txt")


def test_ask_answers_with_its_quote_and_page(svod: Svod, small: Path) -> None:
    ran = svod("ask", "Кто менеджер кластера «Проба»?", "--library", small, "--json")
    answer = ran.json
    assert ran.code == 0
    assert answer["verdict"] == "answered"
    assert [row["label"] for row in answer["answers"]] == ["Смирнова Анна Павловна"]
    value = answer["answers"][0]["evidence"][0]
    assert (value["role"], value["quote"], value["page"]) == ("value", "Смирнова Анна Павловна", 1)
    assert answer["coverage"] == {"documents": 1, "pages": 1, "unreadable_pages": 0}


def test_ask_on_the_terminal_is_short_and_shows_the_source(svod: Svod, small: Path) -> None:
    ran = svod("ask", "Кто менеджер кластера «Проба»?", "--library", small)
    assert ran.out.splitlines()[0] == "Смирнова Анна Павловна"
    assert "«Смирнова Анна Павловна»" in ran.out
    assert "Кластер «Проба», p. 1" in ran.out


def test_what_no_document_states_is_said_and_is_no_failure(svod: Svod, small: Path) -> None:
    ran = svod("ask", "Какой телефон у кластера «Проба»?", "--library", small)
    assert ran.code == 0
    assert ran.out.startswith("Ни один документ этого не утверждает.")
    assert "Просмотрено документов: 1" in ran.out


def test_ask_dash_answers_each_line_of_standard_input(svod_apart: Svod, small: Path) -> None:
    questions = "Кто менеджер кластера «Проба»?\n\nWhere is the cluster «Проба»?\n"
    ran = svod_apart("ask", "-", "--library", small, given=questions)
    assert ran.code == 0, ran.err
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["language"] for answer in answers] == ["ru", "en"]
    assert [answer["verdict"] for answer in answers] == ["answered", "answered"]


def test_path_takes_names_and_shows_each_hop_with_its_passage(svod: Svod, small: Path) -> None:
    ran = svod("path", "Проба", "region/RU-TVE", "--library", small, "--json")
    (path,) = ran.json["paths"]
    assert path[0]["predicate"] == "schema:location"
    assert path[0]["evidence"][0]["quote"] == "Тверская область"


def test_path_between_unknown_things_fails(svod: Svod, small: Path) -> None:
    ran = svod("path", "Нигде и никогда", "region/RU-TVE", "--library", small)
    assert ran.code == 1
    assert "Нигде и никогда" in ran.err


def test_query_prints_what_is_asked_for(svod: Svod, small: Path) -> None:
    query = "SELECT ?o WHERE { ?s svod:manager/rdfs:label ?o }"
    assert (
        svod("query", query, "--library", small).json["results"]["bindings"][0]["o"]["value"]
        == "Смирнова Анна Павловна"
    )
    assert svod("query", query, "--library", small, "--format", "csv").out.splitlines() == [
        "o",
        "Смирнова Анна Павловна",
    ]
    assert svod("query", "DELETE WHERE { ?s ?p ?o }", "--library", small).code == 1


def test_withdrawing_takes_the_facts_out_and_says_so(svod: Svod, own: Path, card: Path) -> None:
    ran = svod("withdraw", card, "--library", own, "--json")
    assert ran.json["status"] == "withdrawn"
    assert ran.json["facts_removed"] > 0
    status = svod("status", "--library", own, "--json").json
    assert status["totals"] == {"documents": 0, "pages": 0, "statements": 0, "facts": 0}
    assert svod("withdraw", card, "--library", own).code == 1


def test_a_rejected_statement_leaves_the_view_until_it_is_undone(svod: Svod, own: Path) -> None:
    statement = "SELECT ?st WHERE { GRAPH ?g { ?st a svod:Statement ; rdf:predicate svod:manager } }"
    iri = svod("query", statement, "--library", own).json["results"]["bindings"][0]["st"]["value"]
    asked = ("query", "ASK { ?c svod:manager ?m }", "--library", own)
    assert svod("reject", iri, "--why", "a test", "--library", own).code == 0
    assert svod(*asked).json["boolean"] is False
    assert svod("undo", "--library", own).code == 0
    assert svod(*asked).json["boolean"] is True
    history = svod("history", "--library", own, "--json").json
    assert [row["kind"] for row in history["judgements"]] == ["reject", "undo"]
    assert history["judgements"][0]["why"] == "a test"
    assert svod("undo", "--library", own).code == 1


def test_merging_unknown_things_fails_with_a_reason(svod: Svod, own: Path) -> None:
    ran = svod("merge", CLUSTER, "cluster/unknown", "--library", own)
    assert ran.code == 1
    assert "cluster/unknown" in ran.err


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "rdfxml", "graphml", "csv"])
def test_export_to_a_file_is_what_standard_output_gets(svod: Svod, small: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "dump"
    assert svod("export", "--format", form, "-o", target, "--library", small).code == 0
    assert target.read_text(encoding="utf-8").replace("\r\n", "\n") == svod(
        "export", "--format", form, "--library", small
    ).out.replace("\r\n", "\n")


def test_a_library_conforms_to_its_shapes(svod: Svod, small: Path) -> None:
    ran = svod("validate", "--library", small, "--json")
    assert ran.json == {"conforms": True, "results": []}
    assert ran.code == 0


def test_init_makes_a_library_once(svod: Svod, tmp_path: Path) -> None:
    library = tmp_path / "new"
    made = svod("init", "--base", "https://example.org/id/", "--library", library, "--json").json
    assert made["base"] == "https://example.org/id/"
    assert svod("ask", "Какие есть кластеры?", "--library", library, "--json").json["coverage"]["documents"] == 0
    assert svod("init", "--library", library).code == 1


def test_where_there_is_no_library_the_message_says_what_to_do(svod: Svod, tmp_path: Path) -> None:
    ran = svod("status", "--library", tmp_path / "nothing")
    assert ran.code == 1
    assert "svod init" in ran.err


def test_the_library_is_named_by_the_environment(
    svod: Svod, small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SVOD_LIBRARY", str(small))
    monkeypatch.chdir(tmp_path / "..")
    assert svod("status", "--json").json["totals"]["documents"] == 1


def test_doctor_looks_at_parts_and_library(svod: Svod, small: Path) -> None:
    ran = svod("doctor", "--library", small, "--json")
    checks = {check["name"]: check["ok"] for check in ran.json["checks"]}
    assert ran.code == 0
    assert checks["pyoxigraph"]
    assert checks["library"]


def test_evaluate_scores_against_gold(svod: Svod, tmp_path: Path) -> None:
    text = "Постановление Правительства Российской Федерации от 31 июля 2015 г. № 779."
    (tmp_path / "docs").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "docs" / "D.txt").write_text(text, encoding="utf-8")
    row = {"doc": "D", "start": 0, "end": len(text) - 1, "text": text[:-1], "kind": "government_resolution"}
    row |= {"number": "779", "date": "2015-07-31", "issuer": None, "region": None, "articles": []}
    (tmp_path / "gold" / "citations.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    ran = svod("evaluate", tmp_path / "gold" / "citations.jsonl", "--json")
    assert ran.code == 0
    assert ran.json["types"]["LegalAct"]["n"] == 1


def test_a_neo4j_that_is_not_there_is_said_to_be(svod: Svod, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    ran = svod("sync", "neo4j", "--check", "--library", small)
    assert ran.code == 1
    assert "bolt://127.0.0.1:1" in ran.err
