"""Every example in a docstring gives what it shows."""

import doctest
import importlib
import pkgutil

import pytest

ROOMS = ("ingest", "nlp", "ontology", "graph", "ui", "corpus")
MODULES = [
    module.name
    for room in ROOMS
    for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}.")
    if not module.name.startswith("ui.app")  # the page's script: importing it draws it
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
