"""`svod acts` and `svod conflicts` on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Svod = Callable[..., Any]


def test_acts_are_listed_with_the_passages_that_date_them(svod: Svod, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(
        "Поддержка кластеров\n\nСубсидии даются по постановлению Правительства РФ от 28.01.2016 № 41.\n",
        encoding="utf-8",
    )
    library = tmp_path / "library"
    assert svod("ingest", tmp_path / "note.txt", "--library", library).code == 0
    found = svod("acts", "--on", "31.12.2016", "--library", library, "--json").json
    (act,) = found["acts"]
    assert (found["on"], act["standing"], act["date"]) == ("2016-12-31", "stands", "2016-01-28")
    assert "28.01.2016" in act["evidence"][0]["quote"]
    assert svod("acts", "--on", "2015-12-31", "--library", library, "--json").json["acts"] == []
    assert svod("acts", "--on", "вчера", "--library", library).code == 1


def test_a_conflict_is_listed_and_decided(svod: Svod, tmp_path: Path) -> None:
    for name, count in (("one", 26), ("two", 27)):
        (tmp_path / f"{name}.html").write_text(
            f"<html lang=ru><body><h1>Кластер «Проба»</h1><dl><dt>Количество участников</dt><dd>{count}</dd></dl>"
            f"<p>{name}</p></body></html>",
            encoding="utf-8",
        )
    library = tmp_path / "library"
    assert svod("ingest", tmp_path / "one.html", tmp_path / "two.html", "--library", library).code == 0
    (conflict,) = svod("conflicts", "--library", library, "--json").json["conflicts"]
    assert [(side["value"], side["evidence"][0]["quote"]) for side in conflict["sides"]] == [("26", "26"), ("27", "27")]
    assert svod("uphold", conflict["sides"][1]["fact"], "--why", "later", "--library", library).code == 0
    (decided,) = svod("conflicts", "--library", library, "--json").json["conflicts"]
    assert (decided["state"], decided["stands"]) == ("upheld", conflict["sides"][1]["fact"])
    assert svod("uphold", "fact/0123456789abcdef", "--library", library).code == 1
