"""`terms.py` says what `svod.ttl` says."""

import doctest
from pathlib import Path

import pytest

from ontology import generate, terms, vocabulary


def test_terms_are_not_stale() -> None:
    assert generate.TERMS.read_text(encoding="utf-8") == generate.source(), "run `python -m ontology.generate`"


def test_doctests_hold() -> None:
    assert doctest.testmod(generate).failed == 0


def test_a_constant_is_a_term() -> None:
    words = vocabulary()
    assert terms.MANAGER == "svod:manager"
    assert terms.CLASS_CLUSTER in words.classes
    assert terms.SDMX_DIMENSION_REF_AREA in words.properties


def test_constants_do_not_collide() -> None:
    every = [*vocabulary().classes.values(), *vocabulary().properties.values()]
    assert len({generate.constant(term) for term in every}) == len(every)


def test_check_sees_a_stale_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "terms.py"
    stale.write_text("MANAGER = 'svod:boss'\n", encoding="utf-8")
    monkeypatch.setattr(generate, "TERMS", stale)
    assert generate.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
