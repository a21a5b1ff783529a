"""What a reader of a PDF relies on: the right order, whole words, tables, and a reason for what is missing."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from ingest import Document, read
from ingest.errors import Damaged, Encrypted, NoText, UnknownMedia
from tests.ingest.conftest import BOLD, Paper, both, lines

LEFT = (
    "Первая колонка начинается здесь и",
    "продолжается второй строкой текста,",
    "а кончается третьей строкой слева.",
)
RIGHT = ("Вторая колонка стоит справа рядом", "и читается только после первой, как", "и положено читать две колонки.")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def cells(document: Document) -> list[list[str]]:
    table = document.tables[0]
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return rows


def grid(canvas: Any, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def test_two_columns_are_read_one_after_the_other_though_drawn_row_by_row(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("DejaVuSans", 14)
        canvas.drawString(60, 800, "Заголовок над обеими колонками обзора, который шире каждой из них")
        canvas.setFont("DejaVuSans", 11)
        for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            canvas.drawString(320, 770 - 15 * index, right)
            canvas.drawString(60, 770 - 15 * index, left)

    document = read(paper(draw), "two.pdf")
    assert document.text.index("Заголовок") < document.text.index("Первая") < document.text.index("третьей")
    assert document.text.index("третьей") < document.text.index("Вторая") < document.text.index("две колонки")
    assert "\n".join(LEFT) in document.text


def test_a_big_number_stays_with_the_label_below_or_beside_it(paper: Paper) -> None:
    above = both(
        lines("94", x=80, top=700, size=32),
        lines("37", x=330, top=700, size=32),
        lines("заявки поступило", "до 20 апреля", x=80, top=670),
        lines("заявок оценено", "высоко", x=330, top=670),
    )
    beside = both(
        lines("25", x=80, top=690, size=32), lines("пилотных кластеров", "отобрано комиссией", x=160, top=703)
    )
    document = read(paper(above), "above.pdf")
    first = document.text
    pairs = [(first[p.value.start : p.value.end], first[p.label.start : p.label.end]) for p in document.pairs]
    assert pairs == [("94", "заявки поступило\nдо 20 апреля"), ("37", "заявок оценено\nвысоко")]
    assert first.split() == ["94", "заявки", "поступило", "до", "20", "апреля", "37", "заявок", "оценено", "высоко"]
    assert read(paper(beside), "beside.pdf").text.split() == ["25", "пилотных", "кластеров", "отобрано", "комиссией"]


def test_line_end_hyphens_are_undone_and_compounds_keep_theirs(paper: Paper) -> None:
    data = paper(lines("Программа поддерживает промышлен-", "ность и социально-", "экономическое развитие регионов."))
    document = read(data, "hyphens.pdf")
    assert document.text == "Программа поддерживает промышленность и социально-экономическое развитие регионов."


def test_running_headers_and_page_numbers_are_kept_apart_from_the_text(paper: Paper) -> None:
    pages = [
        both(
            lines("Обзор кластерной политики", top=815, size=8),
            lines(f"Страница рассказывает о {word} кластере и ничего", "не повторяет из сказанного раньше в обзоре."),
            lines(str(number), x=300, top=20, size=8),
        )
        for number, word in enumerate(("первом", "втором", "третьем"), start=1)
    ]
    document = read(paper(*pages), "running.pdf")
    assert [kind for kind, text in kinds(document) if text == "Обзор кластерной политики"] == ["header"] * 3
    assert [text for kind, text in kinds(document) if kind == "footer"] == ["1", "2", "3"]
    assert document.page_text(document.pages[0]).startswith("Страница рассказывает о первом")


def test_a_ruled_table_keeps_its_cells_its_merged_ones_and_its_header(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        grid(canvas, (60, 200, 320, 440), (700, 660, 620, 580))
        canvas.setStrokeColorRGB(1, 1, 1)
        for x, y, text in (
            (65, 680, "Регион"),
            (205, 680, "Кластеров"),
            (325, 680, "Субсидия, млн руб."),
            (65, 645, "Пермский"),
            (65, 630, "край"),
            (205, 640, "1"),
            (325, 640, "118,0"),
            (65, 600, "Томская область"),
            (205, 600, "5"),
            (325, 600, "94"),
        ):
            canvas.drawString(x, y, text)

    document = read(paper(draw), "table.pdf")
    assert cells(document) == [
        ["Регион", "Кластеров", "Субсидия, млн руб."],
        ["Пермский край", "1", "118,0"],
        ["Томская область", "5", "94"],
    ]
    assert [cell.is_header for cell in document.tables[0].cells[:4]] == [True, True, True, True]
    assert document.text.split("\n") == [
        "Регион\tКластеров\tСубсидия, млн руб.",
        "Пермский край\t1\t118,0",
        "Томская область\t5\t94",
    ]
    box = document.tables[0].cells[5].box
    assert box == pytest.approx((320, 182, 440, 222), abs=1)


def test_a_merged_cell_stands_once(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        for y in (700, 640):
            canvas.line(60, y, 420, y)
        canvas.line(180, 670, 420, 670)
        for x in (60, 180, 420):
            canvas.line(x, 700, x, 640)
        canvas.line(300, 670, 300, 640)
        for x, y, text in ((65, 668, "Год"), (185, 680, "Субсидия"), (185, 650, "план"), (305, 650, "факт")):
            canvas.drawString(x, y, text)

    document = read(paper(draw), "merged.pdf")
    table = document.tables[0]
    spans = {document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span) for c in table.cells}
    assert spans == {"Год": (0, 0, 2, 1), "Субсидия": (0, 1, 1, 2), "план": (1, 1, 1, 1), "факт": (1, 2, 1, 1)}


def test_a_table_without_rules_is_found_by_its_alignment(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 760, "Субсидии центрам кластерного развития из федерального бюджета по годам")
        for index, (year, value) in enumerate(zip(range(2010, 2014), ("94", "114", "120", "152"), strict=True)):
            canvas.drawString(260 + 60 * index, 720, str(year))
            canvas.drawString(260 + 60 * index, 700, value)
        canvas.drawString(60, 700, "Субсидия, млн рублей")

    document = read(paper(draw), "aligned.pdf")
    assert cells(document) == [
        ["", "2010", "2011", "2012", "2013"],
        ["Субсидия, млн рублей", "94", "114", "120", "152"],
    ]


def test_two_columns_of_text_are_no_table(paper: Paper) -> None:
    draw = both(lines(*LEFT * 3), lines(*RIGHT * 3, x=320))
    assert read(paper(draw), "columns.pdf").tables == ()


def test_a_bullet_set_apart_belongs_to_its_item(paper: Paper) -> None:
    draw = both(
        lines("•", "•", x=60),
        lines("70 кластеров сопровождают центры", "28 регионов имеют такой центр", x=80),
    )
    assert kinds(read(paper(draw), "bullets.pdf")) == [
        ("list_item", "• 70 кластеров сопровождают центры"),
        ("list_item", "• 28 регионов имеют такой центр"),
    ]


def test_headings_stand_out_by_size_and_labels_give_pairs(paper: Paper) -> None:
    draw = both(
        lines("Кластер «Фотоника»", top=780, size=20, font=BOLD),
        lines("Регион: Пермский край", "• Менеджер кластера: Галицкий Сергей", top=740, leading=18),
        lines("Кластер объединяет производителей волоконной оптики и их поставщиков в крае.", top=660),
    )
    document = read(paper(draw), "card.pdf")
    assert document.blocks[0].kind == "heading"
    assert document.title == "Кластер «Фотоника»"
    assert document.language == "ru"
    pairs = [
        (document.text[p.label.start : p.label.end], document.text[p.value.start : p.value.end]) for p in document.pairs
    ]
    assert pairs == [("Регион", "Пермский край"), ("Менеджер кластера", "Галицкий Сергей")]


def test_a_page_without_text_beside_others_is_a_finding(paper: Paper) -> None:
    document = read(paper(lines("Первая страница с текстом."), lambda canvas: canvas.rect(50, 50, 100, 100)), "two.pdf")
    assert document.unreadable_pages == ()
    assert document.findings == ("Page 2 shows no text: OCR found none on it.",)
    assert document.text == "Первая страница с текстом.\f"


def test_a_text_layer_that_lies_is_not_indexed(paper: Paper) -> None:
    gibberish = ("Ih^jy^qbd h[yaZg h[_ki_qblv dhgljhev", "imlzf aZdexq_gby ^h]hjZ gZ kljhbl_evguc") * 4
    document = read(paper(lines("Читаемая страница с обычным русским текстом."), lines(*gibberish)), "lie.pdf")
    assert "Ih^jy^qbd" not in document.text
    assert document.unreadable_pages == (2,)
    with pytest.raises(NoText, match="not what the page shows"):
        read(paper(lines(*gibberish)), "lie.pdf")


def test_a_file_that_cannot_be_read_says_why(paper: Paper) -> None:
    whole = paper(lines("text"))
    with pytest.raises(Encrypted, match="password"):
        read(paper(lines("secret"), encrypt="secret"), "locked.pdf")
    with pytest.raises(UnknownMedia, match=r"a ZIP archive named \.pdf"):
        read(b"PK\x03\x04....", "acts.pdf")
    with pytest.raises(Damaged, match="begins as an image does"):
        read(b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture.pdf")
    with pytest.raises(Damaged, match="truncated or damaged"):
        read(b"%PDF-1.4\n%junk", "cut.pdf")
    with pytest.raises(NoText, match="OCR"):
        read(paper(lambda canvas: canvas.rect(50, 50, 100, 100)), "scan.pdf")
    assert read(b"\xef\xbb\xbfjunk\n" + whole, "junk.pdf").text == "text"


def test_a_page_turned_by_its_rotate_entry_reads_upright(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(90)
        canvas.translate(842, 0)
        canvas.rotate(90)
        lines("Первая строка повёрнутой страницы.", "Вторая строка повёрнутой страницы.")(canvas)

    document = read(paper(draw), "turned.pdf")
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((595, 842), abs=1)
    assert document.text == "Первая строка повёрнутой страницы.\nВторая строка повёрнутой страницы."
    assert document.blocks[0].box == pytest.approx((60, 50, 280, 82), abs=15)


def test_text_set_sideways_reads_in_its_own_direction(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines("Первая строка набрана снизу вверх", "и вторая строка стоит справа от неё", top=300)(canvas)

    document = read(paper(draw), "sideways.pdf")
    assert document.text == "Первая строка набрана снизу вверх\nи вторая строка стоит справа от неё"


def test_whole_documents_come_out_whole() -> None:
    folder = Path(__file__).parents[2] / "corpus" / "documents"
    for pdf in sorted(folder.glob("*.pdf")):
        with pypdfium2.PdfDocument(pdf) as opened:
            bare = " ".join(page.get_textpage().get_text_range() for page in opened)
        words = {word for word in bare.replace("\ufffe\r\n", "").replace("\x02", "").split() if len(word) > 4}
        text = read(pdf.read_bytes(), pdf.name).text
        missing = {word for word in words if word not in text}
        assert len(words) > 50
        assert len(missing) <= 0.02 * len(words), missing


def test_the_title_is_no_table_no_list_of_contents_and_no_address(paper: Paper) -> None:
    contents = both(
        lines("ТЕХНИЧЕСКОЕ ЗАДАНИЕ", x=220, font=BOLD),
        lines("на разведение и уход, принято министерством по делам кластеров и промышленности.", top=764),
        lines("СОДЕРЖАНИЕ", top=700, size=18, font=BOLD),
    )
    document = read(paper(contents), "contents.pdf")
    assert document.title == "ТЕХНИЧЕСКОЕ ЗАДАНИЕ"
    assert document.blocks[0].kind == "heading"

    def table(canvas: Any) -> None:
        grid(canvas, (60, 200, 320), (700, 660, 620))
        for x, y, text in ((65, 680, "Регион"), (205, 680, "Место"), (65, 640, "Томск"), (205, 640, "1")):
            canvas.drawString(x, y, text)

    assert read(paper(table), "gdp table.pdf").title == "gdp table"
    printed = lines("file:///home/x/cp1251.txt", "Стоит здесь и далее текст печатной страницы.", top=800, leading=60)
    assert "file:" not in read(paper(printed), "printed.pdf").title


def test_an_item_number_of_several_parts_set_apart_begins_its_text(paper: Paper) -> None:
    draw = both(
        lines("6. Общие требования к работам", x=110, top=724, font=BOLD),
        lines("6.1.", "6.2.", x=60, top=710),
        lines("Подрядчик представляет смету.", "Заказчик её утверждает в срок.", x=90, top=710),
    )
    text = " ".join(read(paper(draw), "items.pdf").text.split())
    assert text.endswith("6.1. Подрядчик представляет смету. 6.2. Заказчик её утверждает в срок.")


def test_mirror_writing_is_read_from_the_top_and_said(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(595, 0)
        canvas.scale(-1, 1)
        lines("Первая строка зеркального письма", "и вторая его строка под нею")(canvas)

    document = read(paper(draw), "mirror.pdf")
    assert document.text == "Первая строка зеркального письма\nи вторая его строка под нею"
    assert document.findings == ("Page 1 holds text in mirror writing; it is read line by line.",)


def test_text_upside_down_is_no_mirror_writing(paper: Paper) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(595, 842)
        canvas.rotate(180)
        lines("Первая строка вверх ногами", "и вторая строка за нею")(canvas)

    document = read(paper(draw), "down.pdf")
    assert (document.text, document.findings) == ("Первая строка вверх ногами\nи вторая строка за нею", ())
