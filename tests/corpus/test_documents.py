"""The corpus: PDFs are what their sources say, documents read well, every gold answer stands in its document."""

import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

import ingest
from corpus.make_documents import DOCUMENTS, FOLDER, make, sources
from ontology import vocabulary

NAMES = sorted(path.name for path in DOCUMENTS.iterdir())
GOLD = FOLDER / "gold"
SCHEMES = ("region/", "specialization/", "sector/", "status/", "level/", "programme/", "authority/", "centre/")
"""What ids of the vocabulary begin with; acts may have ids that the vocabulary does not list."""


@cache
def document(name: str) -> ingest.Document:
    return ingest.read((DOCUMENTS / name).read_bytes(), f"corpus/documents/{name}")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> str:
    """Without white space, as a quote is compared: lines of a PDF break where its page does."""
    return re.sub(r"\s+", "", text)


FACTS = rows("facts.jsonl")
QUESTIONS = rows("questions.jsonl")


@pytest.mark.parametrize("name", sorted(sources()))
def test_a_pdf_is_what_its_source_makes(name: str) -> None:
    made = make(sources()[name])
    committed = (DOCUMENTS / f"{name}.pdf").read_bytes()
    assert made == committed, f"{name}.pdf is stale: run `python -m corpus.make_documents`"


def test_every_pdf_has_a_source() -> None:
    assert {path.stem for path in DOCUMENTS.glob("*.pdf")} == set(sources())


def test_the_corpus_has_every_kind() -> None:
    assert len(NAMES) >= 12
    assert {source["kind"] for source in sources().values()} == {"slides", "review", "resolution", "register"}
    pages = {path.name: path.read_text(encoding="utf-8") for path in DOCUMENTS.glob("*.html")}
    markups = {"<dl>": 0, "<th ": 0, "<span ": 0, "<p>Region: ": 0, "<p>Регион: ": 0}
    for text in pages.values():
        for mark in markups:
            markups[mark] += mark in text
    assert all(markups.values()), markups
    assert len(pages) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_a_document_reads_well(name: str) -> None:
    read = document(name)
    assert read.findings == ()
    assert read.title.strip()
    english = name.endswith("-en.html") or name in {"tomsk.html", "programme-note.txt", "cluster-policy-slides.pdf"}
    assert read.language == ("en" if english else "ru")


def test_the_register_spans_pages() -> None:
    read = document("register-pilot-clusters.pdf")
    assert len(read.pages) > 1
    (table,) = read.tables
    assert {read.page_at(cell.start).number for cell in table.cells} == {page.number for page in read.pages}


@pytest.mark.parametrize("name", [name for name, source in sources().items() if source["kind"] == "register"])
def test_no_cell_tears_a_word(name: str) -> None:
    text = " ".join(document(f"{name}.pdf").text.split())
    cells = {cell for row in sources()[name]["rows"] for cell in row}
    assert [cell for cell in cells if cell not in text] == []


def test_the_gold_is_there_for_every_document() -> None:
    assert len(FACTS) >= 120
    assert {fact["document"] for fact in FACTS} == set(NAMES)


def test_a_gold_fact_stands_once() -> None:
    times = Counter(json.dumps(fact, sort_keys=True) for fact in FACTS)
    assert [fact for fact, count in times.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_gold_quote_stands_in_its_document(name: str) -> None:
    text = plain(document(name).text)
    quotes = [fact["quote"] for fact in FACTS if fact["document"] == name]
    assert [quote for quote in quotes if plain(quote) not in text] == []


def test_gold_uses_the_vocabulary() -> None:
    words = vocabulary()
    known = {region.id for region in words.regions} | {authority.id for authority in words.authorities}
    known |= set(words.concepts)
    assert {fact["predicate"] for fact in FACTS} <= set(words.properties)
    named = {value for fact in FACTS for value in (fact["subject"], fact["object"], fact.get("area", ""))}
    named |= {answer for question in QUESTIONS for answer in question["answers"]}
    assert {value for value in named if value.startswith(SCHEMES)} <= known


def test_questions_are_of_every_sort() -> None:
    assert len(QUESTIONS) >= 30
    assert {question["language"] for question in QUESTIONS} == {"ru", "en"}
    assert {question["verdict"] for question in QUESTIONS} == {"answered", "not_stated", "not_understood"}
    assert sum(len(question["answers"]) > 1 for question in QUESTIONS) >= 5
    assert len({question["question"] for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["question"])
def test_an_answer_follows_from_the_gold_facts(question: dict[str, Any]) -> None:
    answered = question["verdict"] == "answered"
    assert bool(question["answers"]) == bool(question["documents"]) == answered
    facts = [fact for fact in FACTS if fact["document"] in question["documents"]]
    values = {fact[end] for fact in facts for end in ("subject", "object")}
    assert [answer for answer in question["answers"] if answer not in values] == []
