"""The pipeline keeps its promises to spaCy and to the steps after it."""

import importlib

import pytest
import spacy

from nlp.sentences import find_sentences
from nlp.steps import STEPS, annotate
from nlp.tokens import Tokenizer
from tests.nlp.conftest import document

TEXT = "В Пермском крае действует Федеральный закон\nот 31.12.2014 №\xa0488-ФЗ.\n\nОн  важен."


def test_every_step_is_there_in_the_order_of_the_flow() -> None:
    names = [step.name for step in STEPS]
    expected = ["dates", "acts", "regions", "organizations", "people", "clusters", "terms", "contacts", "figures"]
    assert [name for name in names if name in expected] == expected
    assert all(callable(step.find) and step.types for step in STEPS)


def test_a_doc_holds_the_text_unchanged_and_mentions_in_order_of_place() -> None:
    doc = annotate(document(TEXT))
    assert doc.text == TEXT
    assert doc._.document.text == TEXT
    assert [mention.text for mention in doc._.mentions] == [
        TEXT[mention.start : mention.end] for mention in doc._.mentions
    ]
    assert [mention.start for mention in doc._.mentions] == sorted(mention.start for mention in doc._.mentions)
    assert {"LegalAct", "Region", "Date"} <= {mention.type for mention in doc._.mentions}


def test_sentences_are_kept_with_the_doc() -> None:
    doc = annotate(document(TEXT))
    assert doc._.sentences == find_sentences(document(TEXT))


def test_span_groups_are_whole_tokens_around_the_mentions() -> None:
    doc = annotate(document(TEXT))
    (region,) = doc.spans["regions"]
    assert (region.text, region.label_) == ("Пермском крае", "Region")
    (act,) = doc.spans["acts"]
    assert act.text == "Федеральный закон\nот 31.12.2014 №\xa0488-ФЗ"


def test_mentions_of_one_document_do_not_reach_the_next() -> None:
    annotate(document(TEXT))
    assert annotate(document("Ничего."))._.mentions == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "  два  слова\t\n", "«Новый Звездный»–2"])
def test_tokens_hold_every_character(text: str) -> None:
    assert Tokenizer(spacy.blank("ru").vocab)(text).text == text


def test_an_empty_text_has_no_mentions() -> None:
    assert annotate(document(""))._.mentions == []


def test_every_step_lives_in_the_room() -> None:
    assert all(importlib.import_module(step.find.__module__).__name__.startswith("nlp.") for step in STEPS)
