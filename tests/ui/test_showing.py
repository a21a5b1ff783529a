"""`svod show` writes the picture of a page, and says what it cannot show."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

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


def test_an_encrypted_file_is_painted_with_its_password(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "closed.pdf", tmp_path / "page.png"
    canvas = Canvas(str(source), encrypt="key-1")
    canvas.setTitle("Cluster passport")
    canvas.drawString(60, 700, "The cluster has 48 members and a managing company.")
    canvas.showPage()
    canvas.save()
    wanted = ["show", str(source), "1", "-o", str(out), "--no-mentions"]
    assert main(wanted) == 1
    assert not out.exists()
    assert main([*wanted, "--password", "key-1"]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert "title Cluster passport" in capsys.readouterr().err
