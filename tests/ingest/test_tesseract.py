"""Tesseract as a process: its answer read, its absence and its delays said."""

import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from ingest import read
from ingest.capabilities import capabilities
from ingest.errors import NoText, Unrecognized
from ingest.tesseract import engine, lines_of, recognized
from tests.ingest.conftest import Paper, lines
from tests.ingest.scanning import RUSSIAN, SMALL, bound, saved, shot

HOCR = """
 <p class='ocr_par' id='par_1_1' lang='rus' title="bbox 10 10 200 80">
  <span class='ocr_line' id='line_1_1' title="bbox 10 10 200 40; baseline 0 -6; x_size 32; x_descenders 8">
   <span class='ocrx_word' id='word_1_1' title='bbox 10 10 90 40; x_wconf 96'>&laquo;Мир&raquo;</span>
   <span class='ocrx_word' id='word_1_2' title='bbox 100 10 104 40; x_wconf 95'> </span>
   <span class='ocrx_word' id='word_1_3' title='bbox 110 12 200 34; x_wconf 41'><strong>труд</strong></span>
  </span>
  <span class='ocr_header' id='line_1_2' title="bbox 10 50 60 80; baseline 0 0">
   <span class='ocrx_word' id='word_1_4' title='bbox 10 50 60 80; x_wconf 90'>май</span>
  </span>
 </p>
"""


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH: what is put there is all that is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def scan(paper: Paper) -> bytes:
    return bound(shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL)))


def pretend(folder: Path, *, languages: str = "rus\neng", then: str = "exit 1") -> None:
    """Put a program that answers as Tesseract does, and does `then` when it is given an image."""
    program = folder / "tesseract"
    listed = "\n".join(f"echo {line}" for line in ["Languages:", *languages.split()])
    program.write_text(
        f'#!/bin/sh\ncase "$1" in\n--version) echo "tesseract 5.3.0" ;;\n--list-langs) {listed} ;;\n'
        f"*) {then} ;;\nesac\n"
    )
    program.chmod(0o755)


def test_lines_and_words_come_with_the_font_s_reach() -> None:
    first, second = lines_of(HOCR)
    assert [(word.text, word.confidence) for word in first.words] == [("«Мир»", 0.96), ("труд", 0.41)]
    assert (first.top, first.bottom) == (10.0, 42.0)
    assert first.paragraph == 0
    assert first.words[1].box == (110.0, 12.0, 200.0, 34.0)
    assert (second.top, second.bottom) == (50.0, 80.0)


def test_this_machine_has_russian_and_english() -> None:
    found = engine()
    assert found is not None
    assert {"rus", "eng"} <= found.languages
    assert capabilities(b"%PDF-1.7") == f"ocr=eng+rus-{found.version}"
    assert capabilities(b"<!DOCTYPE html>") == "none"


def test_without_tesseract_the_page_says_what_to_install(paper: Paper, scan: bytes, nowhere: Path) -> None:
    def mixed(canvas: object) -> None:
        image = shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL))
        canvas.drawInlineImage(image, 0, 0, *SMALL)  # type: ignore[attr-defined]

    assert not list(nowhere.iterdir())
    with pytest.raises(NoText, match="apt install tesseract-ocr tesseract-ocr-rus"):
        read(scan, "scan.pdf")
    document = read(paper(lines("Страница с текстом.", top=200), mixed, size=SMALL), "mixed.pdf")
    assert document.unreadable_pages == (2,)
    assert "tesseract-ocr-rus" in document.findings[0]
    assert document.text == "Страница с текстом.\f"
    assert capabilities(scan) == "none"


def test_without_russian_data_a_russian_page_says_what_to_install(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    data = Path(listed.partition('"')[2].partition('"')[0]) / "eng.traineddata"
    (tmp_path / data.name).symlink_to(data)
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(NoText, match="install tesseract-ocr-rus"):
        read(scan, "scan.pdf")
    assert capabilities(scan).startswith("ocr=eng-")


def test_a_tesseract_that_fails_costs_only_its_page(scan: bytes, nowhere: Path) -> None:
    pretend(nowhere, then="echo 'out of memory' >&2; exit 3")
    with pytest.raises(NoText, match="OCR failed: out of memory"):
        read(scan, "scan.pdf")


def test_a_tesseract_that_hangs_is_killed(nowhere: Path) -> None:
    mark = nowhere / "pid"
    pretend(nowhere, then=f"echo $$ > {mark}; exec /bin/sleep 60")
    with pytest.raises(Unrecognized, match="stopped after 1 seconds"):
        recognized(Image.new("L", (40, 40), 255), "rus", dpi=300, seconds=1)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_an_unknown_program_of_that_name_is_none(nowhere: Path) -> None:
    program = nowhere / "tesseract"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    assert engine() is None


def test_an_image_without_tesseract_is_refused_with_what_to_install(nowhere: Path) -> None:
    image = Image.new("L", (400, 200), 255)
    image.paste(0, (100, 80, 300, 120))
    assert not list(nowhere.iterdir())
    with pytest.raises(NoText, match="an image, and reading it needs OCR"):
        read(saved(image, "PNG"), "photo.png")
