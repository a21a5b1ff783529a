"""OpenDocument texts, each made on the spot with what its test is named after."""

from collections.abc import Callable
from io import BytesIO

import odfdo

from ingest import Document, read


def read_back(write: Callable[[odfdo.Document], None]) -> Document:
    document = odfdo.Document("text")
    document.body.clear()
    write(document)
    out = BytesIO()
    document.save(out)
    return read(out.getvalue(), "a.odt")


def add(document: odfdo.Document, *xml: str) -> None:
    for element in xml:
        document.body.append(odfdo.Element.from_tag(element))


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def test_headings_lists_and_pairs_keep_their_place() -> None:
    def write(document: odfdo.Document) -> None:
        add(
            document,
            '<text:h text:outline-level="1">Положение</text:h>',
            "<text:p>Регион: <text:span>Пермский</text:span> край</text:p>",
            "<text:list><text:list-item><text:p>раз</text:p></text:list-item><text:list-item><text:p>два</text:p>"
            "</text:list-item></text:list>",
            "<text:section><text:p>Всего<text:s/>37<text:line-break/>участников.</text:p></text:section>",
        )

    document = read_back(write)
    assert blocks(document) == [
        ("heading", 1, "Положение"),
        ("paragraph", 0, "Регион: Пермский край"),
        ("list_item", 0, "раз"),
        ("list_item", 0, "два"),
        ("paragraph", 0, "Всего 37\nучастников."),
    ]
    (pair,) = document.pairs
    assert document.text[pair.value.start : pair.value.end] == "Пермский край"
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def test_numbers_that_a_list_draws_stand_in_the_text() -> None:
    style = (
        '<text:list-style style:name="Items"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="а" style:num-suffix=")" '
        'text:display-levels="2"/></text:list-style>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('кластеров;', '')}{item.format('парков.', '')}</text:list>"

    def write(document: odfdo.Document) -> None:
        document.content.root.get_elements("//office:automatic-styles")[0].append(odfdo.Element.from_tag(style))
        begun = f"{item.format('Утвердить перечень.', inner)}{item.format('Опубликовать.', '')}"
        add(
            document,
            f'<text:list text:style-name="Items">{begun}</text:list>',
            "<text:p>Далее.</text:p>",
            '<text:list text:style-name="Items" text:continue-numbering="true">'
            f"{item.format('Контроль.', '')}</text:list>",
        )

    assert [text for _, _, text in blocks(read_back(write))] == [
        "1. Утвердить перечень.",
        "1.а) кластеров;",
        "1.б) парков.",
        "2. Опубликовать.",
        "Далее.",
        "3. Контроль.",
    ]


def test_a_table_keeps_merged_cells_and_header_rows() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    rows = (
        "<table:table-header-rows><table:table-row>"
        + cell.format("", "Кластер")
        + cell.format("", "Регион")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell.format(' table:number-rows-spanned="2"', "Фотоника")
        + cell.format("", "Пермь")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell.format("", "Кунгур")
        + '</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2"/></table:table-row>'
    )
    document = read_back(
        lambda each: add(each, f'<table:table table:name="T"><table:table-column/>{rows}</table:table>')
    )
    (table,) = document.tables
    cells = {document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.is_header) for c in table.cells}
    assert cells["Регион"] == (0, 1, 1, True)
    assert cells["Фотоника"] == (1, 0, 2, False)
    assert cells["Кунгур"] == (2, 1, 1, False)


def test_a_page_begins_where_the_author_broke_it_and_notes_end_it() -> None:
    def write(document: odfdo.Document) -> None:
        style = odfdo.Style("paragraph", name="Broken")
        style.set_properties({"fo:break-before": "page"}, area="paragraph")
        document.insert_style(style, automatic=True)
        add(
            document,
            '<text:p>Их 37<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>По данным министерства.</text:p></text:note-body></text:note>.</text:p>",
            '<text:p text:style-name="Broken">Далее.</text:p>',
        )

    document = read_back(write)
    assert [document.page_text(page) for page in document.pages] == ["Их 37.\n\n[1] По данным министерства.", "Далее."]


def test_what_is_not_shown_is_left_out_and_said() -> None:
    def write(document: odfdo.Document) -> None:
        add(
            document,
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>старое</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>",
            "<text:p>Новое<office:annotation><text:p>замечание</text:p></office:annotation>.</text:p>",
        )

    document = read_back(write)
    assert document.text == "Новое."
    assert document.findings == (
        "1 passages deleted under change tracking were left out",
        "1 comments were left out",
    )
