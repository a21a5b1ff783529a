"""`svod show` writes the picture of a page, and says what it cannot show."""

from pathlib import Path

import pytest

from ui.cli import main

SLIDES = str(Path(__file__).parents[2] / "corpus" / "documents" / "cluster-policy-slides.pdf")


def test_a_page_is_painted_into_the_file(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert main(["show", SLIDES, "1", "-o", str(out), "--no-mentions"]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_page_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "page.png"
    assert main(["show", SLIDES, "999", "-o", str(out), "--no-mentions"]) == 2
    assert "has pages 1 to" in capsys.readouterr().err
    assert not out.exists()
