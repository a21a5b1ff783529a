"""The prose is tested: what the README shows is what the program has."""

import argparse
import re
from pathlib import Path

import pytest

from corpus.readme import extracts, types_table, with_table
from graph import Library
from ui.cli import main, parser

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def commands() -> set[str]:
    actions = parser()._subparsers._group_actions  # type: ignore[union-attr]  # argparse has no public way to ask
    return {name for action in actions if isinstance(action, argparse._SubParsersAction) for name in action.choices}


def test_every_command_is_in_the_table_and_none_else() -> None:
    rows = [line.split("|")[1] for line in README.splitlines() if line.startswith("| `svod ")]
    assert {name for row in rows for name in re.findall(r"`svod (\w+)", row)} == commands()


def test_the_table_of_types_is_the_one_that_the_corpus_gives() -> None:
    assert with_table(README, types_table(extracts())) == README


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make (\w+)", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_every_setting_is_in_the_docs() -> None:
    settings = (CHECKOUT / "docs" / "settings.md").read_text(encoding="utf-8")
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("ingest", "nlp", "graph", "ui", "tests", "bench", "corpus")
        for path in (CHECKOUT / room).rglob("*.py")
    )
    asked = set(re.findall(r"environ(?:\.get\(|\[)\"([A-Z0-9_]+)\"", code)) - {"PATH", "HOME"}
    assert asked
    assert {name for name in asked if f"`{name}`" not in settings} == set()


def test_every_error_is_in_the_docs() -> None:
    settings = (CHECKOUT / "docs" / "settings.md").read_text(encoding="utf-8")
    for room in ("ingest", "graph", "ui"):
        code = (CHECKOUT / room / "errors.py").read_text(encoding="utf-8")
        leaves = re.findall(r"^class (\w+)\((?!Exception)", code, re.M)
        assert leaves
        assert [leaf for leaf in leaves if f"`{leaf}`" not in settings] == []


def test_the_answer_that_is_shown_is_the_one_that_the_corpus_gives(
    corpus_library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"^\$ svod ask \"(.*)\"\n(.*?)^```", README, re.M | re.S)
    assert shown is not None
    assert main(["--library", str(corpus_library.path), "ask", shown[1]]) == 0
    assert capsys.readouterr().out == shown[2]
