"""The scorer of names: what counts as found, and which merges are false."""

import json
from pathlib import Path

from corpus.names import count_names, false_merges, judge
from corpus.score import evaluate

SAME = {"type": "Cluster", "label": "same", "left": {"name": "Новый Звездный"}, "right": {"name": "Novy Zvezdny"}}
APART = {"type": "Cluster", "label": "different", "left": {"name": "«Фотоника»"}, "right": {"name": "«Протон»"}}
MERGED = {**SAME, "label": "different"}


def test_pairs_are_counted_by_outcome_type_and_alphabets() -> None:
    counts = count_names("names", [SAME, APART])
    assert counts["names:same"] == counts["names:same:Cluster"] == counts["names:same:ru-en"] == (1, 0, 0)
    assert counts["names:different"] == counts["names:kept apart"] == (1, 0, 0)


def test_a_false_merge_is_counted_and_named() -> None:
    assert judge(MERGED) == "same"
    assert count_names("names", [MERGED])["names:kept apart"] == (0, 1, 0)
    assert false_merges([MERGED, SAME, APART]) == ["Новый Звездный = Novy Zvezdny"]


def test_evaluate_scores_pairs_of_names(tmp_path: Path) -> None:
    gold = tmp_path / "names.jsonl"
    gold.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (SAME, MERGED)), encoding="utf-8")
    scored = evaluate(gold)
    assert scored["types"]["names:same"]["precision"] == 0.5
    assert scored["false_merges"] == ["Новый Звездный = Novy Zvezdny"]
