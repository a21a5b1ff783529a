"""Pictures of text beside a text layer: read where they show text, left alone where they do not, never read twice."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from ingest import Span, locate, read
from ingest.ocr import MOST_PIXELS
from ingest.pdfium import PdfFile
from tests.ingest.conftest import FONT, Paper, both, lines
from tests.ingest.scanning import ENGLISH, RUSSIAN, SMALL, shot

image_of = PdfFile.image
HEAD = ("Заявку подаёт управляющая компания кластера.", "К ней приложена копия прежнего решения:")
FOOT = "Решение хранится в деле кластера."
TALL = (595, 600)


def pasted(image: Image.Image, *box: float) -> Any:
    return lambda canvas: canvas.drawInlineImage(image, *box)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("texts", "skew"), [(RUSSIAN, 0.0), (ENGLISH, 1.5)], ids=["russian", "english aslant"])
def test_a_picture_of_text_is_read_where_it_stands(paper: Paper, texts: tuple[str, ...], skew: float) -> None:
    image = shot(paper(lines(*texts, top=210, size=15, leading=30), size=SMALL), skew=skew)
    draw = both(lines(*HEAD, top=570), pasted(image, 40, 260, 520, 230), lines(FOOT, top=100))
    data = paper(draw, size=TALL)
    document = read(data, "mixed.pdf")
    truth = squeezed("".join((*HEAD, *texts, FOOT)))
    assert SequenceMatcher(None, squeezed(document.text), truth, autojunk=False).ratio() >= 0.98
    assert "only the text in its pictures" in document.findings[0]
    (page,) = document.pages
    assert page.runs
    assert page.words
    for quote, top, bottom in ((texts[4].split()[-1], 110, 340), ("хранится", 480, 520)):
        span = Span(document.text.index(quote), document.text.index(quote) + len(quote))
        (passage,) = locate(data, document, [span])[span]
        (box,) = passage.boxes
        assert top < box[1] < box[3] < bottom


def test_a_scan_under_the_stamp_of_a_signature_is_read(paper: Paper) -> None:
    image = shot(paper(lines(*RUSSIAN, top=560, size=15, leading=60), size=TALL))
    stamp = (
        "Документ подписан усиленной электронной подписью",
        "Сертификат 00AB12, владелец Тарасова Наталья",
        HEAD[0],
    )
    draw = both(pasted(image, 0, 0, *TALL), lines(*stamp, top=200, size=9, leading=12))
    document = read(paper(draw, size=TALL), "signed.pdf")
    assert squeezed(document.text) == squeezed("".join((*RUSSIAN, *stamp)))


def test_a_large_sheet_with_a_picture_of_text_is_drawn_more_coarsely(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL))
    draw = both(lines(*HEAD, top=1700, size=24, leading=40), pasted(image, 100, 400, 1190, 520))
    drawn: list[Image.Image] = []

    def kept(pdf: PdfFile, number: int, scale: float) -> Image.Image:
        drawn.append(image_of(pdf, number, scale))
        return drawn[-1]

    monkeypatch.setattr(PdfFile, "image", kept)
    document = read(paper(draw, size=(1800, 1800)), "poster.pdf")
    assert squeezed("".join(RUSSIAN)) in squeezed(document.text)
    assert max(each.width * each.height for each in drawn) <= 1.01 * MOST_PIXELS


def test_a_table_in_a_picture_keeps_its_cells(paper: Paper) -> None:
    rows = [["Год", "Участники"], ["2021", "34"], ["2022", "40"]]

    def table(canvas: Any) -> None:
        canvas.setFont(FONT, 14)
        for x in (60, 260, 420):
            canvas.line(x, 100, x, 220)
        for y in (100, 140, 180, 220):
            canvas.line(60, y, 420, y)
        for index, row in enumerate(rows):
            for x, text in zip((66, 266), row, strict=True):
                canvas.drawString(x, 194 - 40 * index, text)

    image = shot(paper(table, size=SMALL))
    document = read(paper(both(lines(*HEAD, top=570), pasted(image, 0, 200, *SMALL)), size=TALL), "table.pdf")
    (found,) = document.tables
    assert [document.text[cell.start : cell.end] for cell in found.cells] == [text for row in rows for text in row]


def test_photographs_and_charts_are_no_text(paper: Paper) -> None:
    rough = np.random.default_rng(2).normal(120, 60, (150, 200)).clip(0, 255).astype(np.uint8)

    def bars(canvas: Any) -> None:
        for index, height in enumerate((40, 90, 160)):
            canvas.rect(60 + index * 110, 40, 60, height, fill=1)
            canvas.drawString(65 + index * 110, 20, str(2019 + index))

    for image in (Image.fromarray(rough).resize((800, 600)), shot(paper(bars, size=SMALL))):
        document = read(paper(both(lines(*HEAD, top=570), pasted(image, 60, 200, 400, 230)), size=TALL), "photo.pdf")
        assert document.text == "\n".join(HEAD)
        assert document.findings == ()


def test_without_tesseract_a_picture_of_text_is_said(
    paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = shot(paper(lines(*RUSSIAN, top=210, size=15, leading=30), size=SMALL))
    data = paper(both(lines(*HEAD, top=570), pasted(image, 0, 200, *SMALL)), size=TALL)
    monkeypatch.setenv("PATH", str(tmp_path))
    document = read(data, "mixed.pdf")
    assert document.text == "\n".join(HEAD)
    assert document.unreadable_pages == ()
    assert "seems to show text that was not read" in document.findings[0]
    assert "tesseract-ocr-rus" in document.findings[0]
