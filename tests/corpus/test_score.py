"""The scorer is measured too: known mentions against known answers give known counts."""

import json
from pathlib import Path

import pytest

from corpus.gold import GoldError, read_gold
from corpus.score import LAYERS, Count, count_layer, evaluate, overlaps
from nlp.mention import Mention

TEXT = "Согласно Федеральному закону от 31.12.2014 № 488-ФЗ в Пермском крае и Тульской области созданы кластеры."


def region(start: int, end: int, iso: str) -> Mention:
    return Mention("Region", start, end, "", id=f"region/{iso}")


def write_gold(folder: Path, **files: list[dict[str, object]]) -> Path:
    gold = folder / "gold"
    gold.mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "A.txt").write_text(TEXT, encoding="utf-8")
    for name, rows in files.items():
        (gold / f"{name}.jsonl").write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
        )
    return gold


def test_one_answer_is_found_by_one_mention_only() -> None:
    count = Count()
    row = {"start": 0, "end": 10}
    count_layer([row], [region(0, 5, "RU-PER"), region(5, 10, "RU-PER")], lambda _row, _mention: True, count)
    assert (count.found, count.false, count.missed) == (1, 1, 0)


def test_an_optional_answer_counts_neither_as_a_miss_nor_as_a_false_hit() -> None:
    count = Count()
    rows = [{"start": 0, "end": 10, "optional": True}]
    count_layer(rows, [], lambda _row, _mention: True, count)
    count_layer(rows, [region(0, 5, "RU-PER")], lambda _row, _mention: True, count)
    assert (count.found, count.false, count.missed) == (0, 0, 0)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not overlaps({"start": 0, "end": 5}, region(5, 9, "RU-PER"))
    assert overlaps({"start": 0, "end": 6}, region(5, 9, "RU-PER"))


def test_counts_give_precision_recall_and_f1() -> None:
    assert Count(found=3, false=1, missed=2).as_json() == {"precision": 0.75, "recall": 0.6, "f1": 0.6667, "n": 5}


def test_of_facts_only_recall_is_measured(tmp_path: Path) -> None:
    row: dict[str, object] = {"doc": "A", "subject": "", "predicate": "", "object": "x", "start": 0, "end": 5}
    scored = evaluate(write_gold(tmp_path, seed_facts=[row]))
    assert scored["types"] == {"seed_facts": {"precision": None, "recall": 0.0, "f1": None, "n": 1}}


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert Count().as_json() == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 0}


def test_evaluate_finds_the_act_and_both_regions(tmp_path: Path) -> None:
    act = TEXT.index("Федеральному")
    perm, tula = TEXT.index("Пермском"), TEXT.index("Тульской")
    gold = write_gold(
        tmp_path,
        citations=[
            {
                "doc": "A",
                "start": act,
                "end": act + 42,
                "kind": "federal_law",
                "number": "488-ФЗ",
                "date": "2014-12-31",
                "articles": [],
            }
        ],
        regions=[
            {"doc": "A", "start": perm, "end": perm + 13, "iso": "RU-PER"},
            {"doc": "A", "start": tula, "end": tula + 16, "iso": "RU-TUL"},
        ],
    )
    result = evaluate(gold)
    assert result["failed"] == []
    assert result["types"]["LegalAct+articles"]["f1"] == 1.0
    assert result["types"]["LegalAct:federal_law"]["n"] == 1
    assert result["types"]["Region"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 2}


def test_a_document_without_answers_is_a_negative(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, regions=[], docs=[{"doc": "A", "gold": ["regions"]}])
    assert evaluate(gold)["types"]["Region"]["precision"] == 0.0


def test_a_trap_that_is_taken_costs(tmp_path: Path) -> None:
    start = TEXT.index("Пермском")
    gold = write_gold(tmp_path, region_traps=[{"doc": "A", "start": start, "end": start + len("Пермском крае")}])
    assert evaluate(gold)["types"]["Region:traps"]["precision"] == 0.0


def test_a_gold_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such gold"):
        read_gold(tmp_path / "none.jsonl")


def test_a_gold_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, regions=[])
    (gold / "regions.jsonl").write_text("{}\n{oops\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"regions\.jsonl, line 2"):
        read_gold(gold)


def test_any_of_several_alternative_numbers_is_right() -> None:
    row = {"start": 0, "end": 1, "number": "7-ФЗ", "date": "2007-10-10", "number_alt": ["7-ОЗ"]}
    mention = Mention("LegalAct", 0, 1, "x", attributes={"number": "7-ОЗ", "date": "2007-10-10"})
    count = Count()
    count_layer([row], [mention], LAYERS["citations"][0][2], count)
    assert (count.found, count.missed) == (1, 0)
