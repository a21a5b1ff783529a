"""Every question of the corpus, asked of the corpus library: the answers, each with its passages, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph import Library, Snapshot
from graph.answer import Row, ask
from nlp.normal import normal_name

GOLD = Path(__file__).resolve().parent.parent / "corpus" / "gold" / "questions.jsonl"
QUESTIONS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def snapshot(corpus_library: Library) -> Snapshot:
    return Snapshot.open(corpus_library)


def is_answer(wanted: str, row: Row, snapshot: Snapshot) -> bool:
    names = {row.label, str(row.value)}
    if row.iri is not None:
        names |= {
            row.iri.removeprefix(snapshot.base),
            *(snapshot.label(row.iri, language) for language in ("ru", "en")),
        }
    return wanted in names or normal_name(wanted, "svod:Cluster") in {normal_name(n, "svod:Cluster") for n in names}


@pytest.mark.parametrize("gold", QUESTIONS, ids=[row["question"] for row in QUESTIONS])
def test_question(gold: dict[str, Any], snapshot: Snapshot) -> None:
    answer = ask(gold["question"], snapshot)
    shown = [(row.label, row.value) for row in answer.rows]
    assert (answer.verdict, answer.question.language) == (gold["verdict"], gold["language"]), shown
    for wanted in gold["answers"]:
        assert any(is_answer(wanted, row, snapshot) for row in answer.rows), (wanted, shown)
    for row in answer.rows:
        assert any(is_answer(wanted, row, snapshot) for wanted in gold["answers"]), (row.label, row.value)
        assert row.evidence or row.is_counted
