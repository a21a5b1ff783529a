"""What the library says in English has its Russian, all of it."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import SH

import graph.errors
import ingest.errors
from graph.russian import SENTENCES as OF_GRAPH
from ingest.media import NAMES
from ingest.russian import SENTENCES as OF_INGEST
from ontology.triples import SHAPES
from ui.translating import BLANK, told

ROOT = Path(__file__).resolve().parent.parent.parent
ERRORS = {name for module in (graph.errors, ingest.errors) for name, _ in inspect.getmembers(module, inspect.isclass)}
SENTENCE = re.compile(r"(?:[A-Z][a-z'’]+|\{\}) [^<>|]*[a-z)}]\.")  # how a finding is written


def modules(room: str) -> list[ast.Module]:
    """The code of a room, but for its Russian."""
    paths = sorted(path for path in (ROOT / room).rglob("*.py") if path.name != "russian.py")
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


def english(node: ast.expr) -> str | None:
    """The text that an expression writes, `{}` for each value; None for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            parts.append("{!r}" if part.conversion == ord("r") else "{}")
        else:
            parts.append(str(english(part)))
    return "".join(parts)


def refusals(room: str) -> Iterator[str]:
    """What is written where a room raises its errors or makes one to be raised."""
    for module in modules(room):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                said = english(node.args[0])
                if said is not None:
                    yield said


def written(room: str) -> set[str]:
    """Every text that a room writes, its docstrings aside."""
    found = set()
    for module in modules(room):
        bare = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        texts = (english(node) for node in ast.walk(module) if isinstance(node, ast.expr) and id(node) not in bare)
        found |= {text for text in texts if text is not None}
    return found


@pytest.mark.parametrize(("room", "sentences"), [("graph", OF_GRAPH), ("ingest", OF_INGEST)])
def test_every_refusal_has_its_russian_and_every_russian_is_of_something_said(
    room: str, sentences: Mapping[str, str]
) -> None:
    assert set(refusals(room)) - sentences.keys() == set()
    messages = {str(text) for text in Graph().parse(SHAPES, format="turtle").objects(None, SH.message)}
    said = written(room) | (messages if room == "graph" else set())
    counted = {f"{{}} {text}" for text in said}
    assert sentences.keys() - said - counted == set()


def test_every_finding_has_its_russian() -> None:
    assert {text for text in written("ingest") if SENTENCE.fullmatch(text)} - OF_INGEST.keys() == set()


def test_every_message_of_the_shapes_and_every_kind_of_file_has_its_russian() -> None:
    messages = {str(text) for text in Graph().parse(SHAPES, format="turtle").objects(None, SH.message)}
    assert messages <= OF_GRAPH.keys()
    assert {name for name in NAMES.values() if " " in name} <= OF_INGEST.keys()


@pytest.mark.parametrize("sentences", [OF_GRAPH, OF_INGEST])
def test_no_russian_asks_for_a_value_that_its_english_has_not(sentences: Mapping[str, str]) -> None:
    for one, russian in sentences.items():
        assert russian.format(*("7" for _ in BLANK.findall(one))), one
        assert bool(BLANK.search(one)) == ("{" in russian) or one.startswith("page {} cannot"), one


def test_values_are_told_too() -> None:
    said = "'много' is no integer, which '12' is: give a value like it"
    assert told(said, "ru") == "«много» не подходит: нужно целое число, например «12»"
    said = "Page 3 was left out: no text layer, and OCR was stopped after 60 seconds."
    assert told(said, "ru") == "Страница 3 пропущена: нет текстового слоя, и распознавание остановлено через 60 с."
    assert told(said, "en") == said
