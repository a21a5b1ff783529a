"""What OCR reads on scanned pages: upright, turned, aslant, in either script, beside text, and in tables."""

import subprocess
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from ingest import Document, Span, locate, read
from ingest.errors import NoText
from ingest.lines import union
from tests.ingest.conftest import FONT, Paper, both, lines
from tests.ingest.scanning import ENGLISH, RUSSIAN, SMALL, bound, shot


def likeness(text: str, truth: str) -> float:
    """How alike two texts are but for white space, 0 to 1."""
    return SequenceMatcher(None, text.split(), truth.split(), autojunk=False).ratio()


def letters_alike(text: str, truth: str) -> float:
    return SequenceMatcher(None, "".join(text.split()), "".join(truth.split()), autojunk=False).ratio()


def drawn(*texts: str) -> Any:
    return lines(*texts, top=210, size=15, leading=30)


def words(document: Document) -> list[str]:
    return [document.text[word.start : word.end] for page in document.pages for word in page.words]


@pytest.mark.parametrize("texts", [RUSSIAN, ENGLISH], ids=["russian", "english"])
def test_a_scan_reads_as_well_as_bare_tesseract_does(paper: Paper, texts: tuple[str, ...]) -> None:
    image = shot(paper(drawn(*texts), size=SMALL))
    document = read(bound(image), "scan.pdf")
    out = BytesIO()
    image.save(out, format="PNG")
    command = ["tesseract", "stdin", "stdout", "-l", "rus+eng", "--dpi", "300"]
    bare = subprocess.run(command, input=out.getvalue(), capture_output=True, check=True).stdout.decode()
    truth = " ".join(texts)
    assert letters_alike(document.text, truth) >= max(0.98, letters_alike(bare, truth) - 0.005)
    assert document.unreadable_pages == ()
    (finding,) = document.findings
    assert finding.startswith("Page 1 was read by OCR (Tesseract")
    assert finding.endswith("no text layer.")


@pytest.mark.parametrize(("turn", "skew"), [(1, 0.0), (2, 0.0), (3, 0.0), (0, 4.0), (0, -2.0), (1, 3.0)])
def test_a_turned_or_slanting_scan_is_set_upright(paper: Paper, turn: int, skew: float) -> None:
    page = paper(drawn(*RUSSIAN), size=SMALL)
    document = read(bound(shot(page, turn=turn, skew=skew)), "turned.pdf")
    assert letters_alike(document.text, " ".join(RUSSIAN)) >= 0.97
    assert (document.pages[0].width > document.pages[0].height) is (turn % 2 == 0)


@pytest.mark.parametrize(("turn", "skew"), [(0, 0.0), (2, 0.0), (3, 0.0), (0, 3.0)])
def test_the_boxes_hold_the_ink_of_their_words(paper: Paper, turn: int, skew: float) -> None:
    data = bound(shot(paper(drawn(*RUSSIAN), size=SMALL), turn=turn, skew=skew))
    document = read(data, "scan.pdf")
    start = document.text.index("Менеджер")
    span = Span(start, document.text.index("Иванович") + len("Иванович"))
    (passage,) = locate(data, document, [span])[span]
    assert passage.quote == document.text[span.start : span.end]
    alone = shot(paper(drawn("", "", "", "", RUSSIAN[4]), size=SMALL), turn=turn, skew=skew)
    ink = alone.point(lambda value: 255 * (value < 128)).getbbox()
    assert ink is not None
    assert union(passage.boxes) == pytest.approx(tuple(edge * 72 / 300 for edge in ink), abs=4)
    for word in document.pages[0].words:
        middle = ((word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2)
        is_inside = any(x0 <= middle[0] <= x1 and y0 <= middle[1] <= y1 for x0, y0, x1, y1 in passage.boxes)
        assert is_inside is (word.start < span.end and word.end > span.start)


def test_every_character_of_a_scanned_page_belongs_to_a_word(paper: Paper) -> None:
    document = read(bound(shot(paper(drawn(*RUSSIAN), size=SMALL))), "scan.pdf")
    (page,) = document.pages
    assert page.runs == ()
    assert "".join(words(document)) == "".join(document.text.split())
    assert all(0 < word.confidence <= 1 for word in page.words)


def test_scanned_pages_stand_beside_pages_with_text(paper: Paper) -> None:
    def mixed(canvas: Any) -> None:
        canvas.drawInlineImage(shot(paper(drawn(*RUSSIAN), size=SMALL)), 0, 0, *SMALL)

    document = read(paper(drawn("Первая страница с текстовым слоем."), mixed, size=SMALL), "mixed.pdf")
    first, second = document.pages
    assert document.page_text(first) == "Первая страница с текстовым слоем."
    assert first.runs
    assert not first.words
    assert letters_alike(document.page_text(second), " ".join(RUSSIAN)) >= 0.97
    assert [finding[:10] for finding in document.findings] == ["Page 2 was"]


def test_a_stamp_on_a_scan_does_not_pass_for_its_text(paper: Paper) -> None:
    def stamped(canvas: Any) -> None:
        canvas.drawInlineImage(shot(paper(drawn(*RUSSIAN), size=SMALL)), 0, 0, *SMALL)
        canvas.setFont(FONT, 8)
        canvas.drawString(500, 10, "стр. 7")

    document = read(paper(stamped, size=SMALL), "stamped.pdf")
    assert "Галицкий" in document.text
    assert "little of what the page shows" in document.findings[0]


def test_a_slide_over_a_picture_keeps_its_text_layer(paper: Paper) -> None:
    def slide(canvas: Any) -> None:
        canvas.drawInlineImage(Image.new("RGB", (60, 26), (200, 220, 240)), 0, 0, *SMALL)
        lines("Спасибо за внимание!", top=120, size=24)(canvas)

    document = read(paper(slide, size=SMALL), "slide.pdf")
    assert document.text == "Спасибо за внимание!"
    assert document.findings == ()
    assert document.pages[0].runs


def test_mojibake_under_a_legible_page_is_replaced_by_what_the_page_shows(paper: Paper) -> None:
    gibberish = ("Ih^jy^qbd h[yaZg h[_ki_qblv dhgljhev", "imlzf aZdexq_gby ^h]hjZ gZ kljhbl_evguc") * 2

    def hidden(canvas: Any) -> None:
        for index, text in enumerate(gibberish):
            written = canvas.beginText(60, 210 - 30 * index)
            written.setTextRenderMode(3)
            written.textLine(text)
            canvas.drawText(written)

    image = shot(paper(drawn(*RUSSIAN), size=SMALL))
    draw = both(lambda canvas: canvas.drawInlineImage(image, 0, 0, *SMALL), hidden)
    document = read(paper(draw, size=SMALL), "lying.pdf")
    assert "^" not in document.text
    assert "Галицкий" in document.text
    assert "not what the page shows" in document.findings[0]


@pytest.mark.parametrize(
    ("layer", "is_kept"),
    [(RUSSIAN, True), (("OegepanbHbin 3akoH ot 31 gekabpa 2014", "Knactep o6begnHaet npon3BognteneN"), False)],
    ids=["true", "of another script"],
)
def test_a_hidden_layer_is_kept_only_where_the_page_shows_its_words(
    paper: Paper, layer: tuple[str, ...], is_kept: bool
) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawInlineImage(shot(paper(drawn(*RUSSIAN), size=SMALL)), 0, 0, *SMALL)
        for index, text in enumerate(layer):
            written = canvas.beginText(60, 210 - 30 * index)
            written.setTextRenderMode(3)
            written.textLine(text)
            canvas.drawText(written)

    document = read(paper(draw, size=SMALL), "layered.pdf")
    assert "Галицкий" in document.text
    assert "gekabpa" not in document.text
    assert bool(document.pages[0].runs) is is_kept
    assert bool(document.findings) is not is_kept


def test_latin_words_in_russian_text_are_read_in_their_own_script(paper: Paper) -> None:
    texts = ("Сайт кластера: www.cluster-perm.ru и его почта", "info@new-star.ru, центр Smart Technologies Tomsk.")
    document = read(bound(shot(paper(drawn(*texts), size=SMALL))), "mixed.pdf")
    assert {"www.cluster-perm.ru", "Smart", "Technologies", "Tomsk."} <= set(document.text.split())


def test_one_language_is_enough_once_a_document_has_shown_its_script(paper: Paper) -> None:
    first = shot(paper(lines(*RUSSIAN, *RUSSIAN, top=230, size=12, leading=20), size=SMALL))
    latin = ("Innovative cluster Smart Technologies Tomsk", "shows another script on its second page.")
    document = read(bound(first, first, shot(paper(drawn(*latin), size=SMALL))), "three.pdf")
    assert any("Page 2 was read by OCR" in finding and ", rus;" in finding for finding in document.findings)
    assert likeness(document.page_text(document.pages[2]), " ".join(latin)) >= 0.9


def test_a_ruled_table_on_a_scan_keeps_its_cells(paper: Paper) -> None:
    rows = [["Регион", "Кластер", "Год"], ["Пермский край", "Фотоника", "2012"], ["Томская область", "Фарма", "2013"]]

    def table(canvas: Any) -> None:
        canvas.setFont(FONT, 14)
        for x in (60, 260, 420, 520):
            canvas.line(x, 100, x, 220)
        for y in (100, 140, 180, 220):
            canvas.line(60, y, 520, y)
        for index, row in enumerate(rows):
            for x, text in zip((66, 266, 426), row, strict=True):
                canvas.drawString(x, 194 - 40 * index, text)

    document = read(bound(shot(paper(table, size=SMALL), skew=1.5)), "table.pdf")
    (found,) = document.tables
    assert (found.rows, found.columns) == (3, 3)
    assert [document.text[cell.start : cell.end] for cell in found.cells] == [text for row in rows for text in row]


def test_blank_scans_are_no_findings_and_a_file_of_them_is_refused(paper: Paper) -> None:
    blank = Image.new("L", (1200, 800), 255)
    document = read(bound(shot(paper(drawn(*RUSSIAN[:2]), size=SMALL)), blank), "two.pdf")
    assert document.unreadable_pages == ()
    assert len(document.findings) == 1
    with pytest.raises(NoText, match="white paper"):
        read(bound(blank), "blank.pdf")
