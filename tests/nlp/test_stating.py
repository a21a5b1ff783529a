"""Everything that a document states: located, ordered, each once, the same every time."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import read
from ingest.document import Span, Word
from nlp import Extract, annotate, state
from nlp.relations import RULES
from nlp.statement import Evidence, Statement, Value
from nlp.stating import is_located, ordered

TEXT = (
    "Кластер «Звезда»\n\nСТАТУС КЛАСТЕРА: Пилотный инновационный территориальный кластер\n\n"
    "Менеджер кластера: Галицкий Сергей\n\nКонтакты: +7 342 212 17 47, +7 952 339 66 66\n\n"
    "Кластер создан в 2012 году в соответствии с Федеральным законом от 31 декабря 2014 г. № 488-ФЗ.\n"
)


@pytest.fixture(scope="module")
def extract() -> Extract:
    """The extract of the text."""
    return state(annotate(read(TEXT.encode(), "text.txt")))


def test_every_passage_stands_in_the_document_and_the_values_comes_first(extract: Extract) -> None:
    assert extract.statements
    for statement in extract.statements:
        assert statement.evidence[0].role == "value"
        for evidence in statement.evidence:
            assert TEXT[evidence.span.start : evidence.span.end].strip()


def test_what_rests_on_ocr_is_as_sure_as_its_words(extract: Extract) -> None:
    read_once = extract.document
    start = TEXT.index("Галицкий")
    page = replace(
        read_once.pages[0],
        words=tuple(
            Word(found.start(), found.end(), (0, 0, 1, 1), 0.5 if found.start() == start else 0.9)
            for found in re.finditer(r"\S+", TEXT)
        ),
    )
    scanned = state(annotate(replace(read_once, pages=(page,))))
    assert len(scanned.statements) == len(extract.statements)
    assert {statement.score for statement in extract.statements} == {1.0}
    for statement in scanned.statements:
        doubtful = any(evidence.span.start <= start < evidence.span.end for evidence in statement.evidence)
        assert statement.score == (0.5 if doubtful else 0.9)
    assert all(mention.score <= 0.9 for mention in scanned.mentions)


def test_subjects_and_objects_are_the_extracts_entities(extract: Extract) -> None:
    known = {entity.id for entity in extract.entities} | {extract.document.id}
    assert len(known) == len(extract.entities) + 1
    for statement in extract.statements:
        assert statement.subject in known
        assert isinstance(statement.object, Value) or statement.object in known


def test_every_statement_says_which_rule_made_it(extract: Extract) -> None:
    assert {statement.rule for statement in extract.statements} <= {rule.__name__ for rule in RULES}


def test_the_same_text_gives_the_same_extract(extract: Extract) -> None:
    assert state(annotate(read(TEXT.encode(), "text.txt"))) == extract


def test_what_is_stated_twice_in_the_same_words_stays_once() -> None:
    document = read("62 и ещё раз 62\n".encode(), "text.txt")
    said = [
        Statement("a", "svod:memberCount", Value("62"), (Evidence("value", Span(start, start + 2)),), "rule")
        for start in (13, 0)
    ]
    assert ordered(document, said) == (said[1],)


def test_a_statement_without_a_place_is_not_located() -> None:
    document = read(b"some text\n", "text.txt")
    for evidence in (
        (),
        (Evidence("value", Span(4, 5)),),
        (Evidence("subject", Span(0, 4)),),
        (Evidence("value", Span(0, 99)),),
    ):
        assert not is_located(document, Statement("a", "b", "c", evidence, "rule"))
    assert is_located(document, Statement("a", "b", "c", (Evidence("value", Span(0, 4)),), "rule"))


def test_an_empty_document_states_nothing() -> None:
    extract = state(annotate(read(b"no facts here\n", str(Path("text.txt")))))
    assert [s for s in extract.statements if s.predicate != "schema:mentions"] == []
