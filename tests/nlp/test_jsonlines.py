"""One line of `svod extract`, as the contract writes it."""

import json
from dataclasses import replace

import pytest

from ingest import read
from ingest.document import Span
from ingest.passage import Passage
from nlp import annotate, state, to_json
from nlp.extract import Extract

TEXT = "Кластер «Звезда»\n\nЧисло участников: более 60\n"


@pytest.fixture(scope="module")
def extract() -> Extract:
    """The extract of a small card."""
    return state(annotate(read(TEXT.encode(), "card.txt")))


def test_the_line_has_the_contracts_shape(extract: Extract) -> None:
    line = json.loads(json.dumps(to_json(extract, {})))
    assert set(line) == {"document", "mentions", "statements"}
    assert set(line["document"]) == {"source", "id", "title", "language", "pages"}
    assert line["document"]["pages"] == [{"number": 1, "width": 0.0, "height": 0.0, "text": TEXT}]
    for mention in line["mentions"]:
        assert list(mention) == ["type", "page", "start", "end", "text", "id", "boxes", "attributes", "score", "rule"]
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]
    for statement in line["statements"]:
        assert set(statement) == {
            "subject", "predicate", "object", "qualifiers", "rule", "score", "page", "quote", "boxes", "evidence",
        }  # fmt: skip
        assert statement["quote"] == statement["evidence"][0]["quote"]


def test_a_literal_and_its_qualifiers_say_only_what_is_known(extract: Extract) -> None:
    line = to_json(extract, {})
    [count] = [one for one in line["statements"] if one["predicate"] == "svod:memberCount"]
    assert count["object"] == {"value": "60", "datatype": "xsd:integer", "as_written": "60"}
    assert count["qualifiers"] == {"approximation": "more_than"}
    assert [evidence["role"] for evidence in count["evidence"]] == ["value", "subject", "label"]
    [location] = [one for one in line["statements"] if one["predicate"] == "rdfs:label"]
    assert location["object"]["lang"] == "ru"


def test_boxes_come_from_the_passages_given(extract: Extract) -> None:
    [count] = [one for one in extract.statements if one.predicate == "svod:memberCount"]
    span = count.evidence[0].span
    passage = Passage(1, span.start, span.end, TEXT[span.start : span.end], ((1.0, 2.0, 3.0, 4.0),))
    line = to_json(extract, {span: (passage,)})
    [stated] = [one for one in line["statements"] if one["predicate"] == "svod:memberCount"]
    assert stated["boxes"] == [[1.0, 2.0, 3.0, 4.0]]


def test_a_span_over_a_page_break_is_evidence_on_both_pages(extract: Extract) -> None:
    [count] = [one for one in extract.statements if one.predicate == "svod:memberCount"]
    span = count.evidence[0].span
    halves = (Passage(1, span.start, span.end, "6"), Passage(2, 0, 1, "0"))
    line = to_json(replace(extract, statements=(count,)), {span: halves})
    evidence = line["statements"][0]["evidence"]
    assert [(one["role"], one["page"]) for one in evidence][:2] == [("value", 1), ("value", 2)]


def test_a_statement_without_a_passage_is_left_out(extract: Extract) -> None:
    [count] = [one for one in extract.statements if one.predicate == "svod:memberCount"]
    nowhere = replace(count, evidence=(replace(count.evidence[0], span=Span(17, 18)),))
    assert to_json(replace(extract, statements=(nowhere,)), {})["statements"] == []
