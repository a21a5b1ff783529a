"""The guards of the house: flat packages with everyday names must never be somebody else's."""

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
ROOMS = ("ingest", "nlp", "ontology", "graph", "ui", "corpus")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_resolves_inside_the_checkout(room: str) -> None:
    file = importlib.import_module(room).__file__
    assert file is not None
    assert Path(file).resolve().is_relative_to(CHECKOUT / room)


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_resolves_inside_the_checkout_from_any_folder(room: str, tmp_path: Path) -> None:
    code = f"import importlib.util as u; print(u.find_spec({room!r}).origin)"
    origin = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert Path(origin.strip()).resolve().is_relative_to(CHECKOUT / room)


def test_the_application_can_not_be_uploaded() -> None:
    assert "Private :: Do Not Upload" in PROJECT["project"]["classifiers"]


def test_nothing_in_ui_is_named_after_a_room() -> None:
    names = {path.stem for path in (CHECKOUT / "ui").rglob("*.py")} | {
        path.name for path in (CHECKOUT / "ui").iterdir() if path.is_dir()
    }
    assert names.isdisjoint(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_each_door_has_at_most_six_names(room: str) -> None:
    assert len(getattr(importlib.import_module(room), "__all__", ())) <= 6


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_every_dependency_with_its_digest_and_names_no_registry(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    pinned = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^([\w.-]+)==", text, re.M)}
    asked = {
        re.sub(r"[-_.]+", "-", re.split(r"[<>=\[ ]", line)[0]).lower() for line in PROJECT["project"]["dependencies"]
    }
    assert asked <= pinned
    assert len(re.findall(r"^[\w.-]+==", text, re.M)) == len(
        re.findall(r"^[\w.-]+==.*\\\n +--hash=sha256:", text, re.M)
    )
    assert "://" not in text
    assert "--find-links" not in text
