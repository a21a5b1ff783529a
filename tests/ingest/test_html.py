"""Registry pages in every common shape, none of them known by name."""

import pytest

from ingest import Document, read
from ingest.errors import NoText


def pairs(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [(text[p.label.start : p.label.end], text[p.value.start : p.value.end]) for p in document.pairs]


def page(body: str, head: str = "") -> Document:
    return read(
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode(), "p.html"
    )


FIELDS = [("Регион", "Пермский край"), ("Год создания", "2012"), ("Число участников", "37")]


@pytest.mark.parametrize(
    ("holder", "row"),
    [
        ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
        ("<dl>{}</dl>", "<div><dt>{}:</dt><dd>{}</dd></div>"),
        ("<table>{}</table>", "<tr><th>{}</th><td>{}</td></tr>"),
        ("<table>{}</table>", "<tr><td>{}:</td><td><b>{}</b></td></tr>"),
        ("<div>{}</div>", "<div class='r'><div class='a'>{}</div><div class='b'>{}</div></div>"),
        ("<section>{}</section>", "<p><strong>{}</strong><span>{}</span></p>"),
        ("<ul>{}</ul>", "<li><span>{}</span> <span>{}</span></li>"),
        ("<ul>{}</ul>", "<li><b>{}:</b> {}</li>"),
        ("<div>{}</div>", "<span class='l'>{}</span><span class='r'>{}</span>"),
        ("<div>{}</div>", "{}: {}<br>"),
        ("<div>{}</div>", "<p>{}: {}</p>"),
    ],
)
def test_labels_and_values_come_out_of_every_shape(holder: str, row: str) -> None:
    document = page("<h1>Кластер «Фотоника»</h1>" + holder.format("".join(row.format(*field) for field in FIELDS)))
    assert pairs(document) == FIELDS
    assert document.title == "Кластер «Фотоника»"
    assert document.language == "ru"


def test_a_label_with_several_values_keeps_them_all() -> None:
    document = page(
        "<dl><dt>Контакты</dt><dd>+7 342 212 17 47</dd><dd>+7 952 339 66 66</dd><dt>Сайт</dt><dd>a.ru</dd></dl>"
    )
    assert pairs(document) == [("Контакты", "+7 342 212 17 47\n\n+7 952 339 66 66"), ("Сайт", "a.ru")]


def test_what_is_not_content_is_left_out() -> None:
    document = page(
        "<header><a href='/'>Портал</a></header><nav><a href='/r'>Реестр</a></nav>"
        "<div class='cookie-consent'>Мы используем cookie</div><div hidden>спрятано</div><script>var x = 'код'</script>"
        "<div><a href='1'>Главная</a> | <a href='2'>Карта</a> | <a href='3'>Поиск</a></div>"
        "<main><h1>Кластер</h1><p>Кластер создан в 2012 году и объединяет 37 участников из Пермского края.</p></main>"
        "<footer>© 2016 Министерство</footer>"
    )
    assert document.text == "Кластер\n\nКластер создан в 2012 году и объединяет 37 участников из Пермского края."


def test_blocks_are_told_apart_and_entities_decoded() -> None:
    document = page(
        "<h2>Участники &amp; партнёры</h2><ul><li>ПАО&nbsp;«ПНППК»<li>ПГНИУ</ul><p>Всего <b>37</b>\n участников.</p>"
    )
    assert [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", 2, "Участники & партнёры"),
        ("list_item", 0, "ПАО\u00a0«ПНППК»"),
        ("list_item", 0, "ПГНИУ"),
        ("paragraph", 0, "Всего 37 участников."),
    ]


def test_a_table_keeps_rows_columns_and_merged_cells() -> None:
    document = page(
        "<table><tr><th rowspan=2>Регион</th><th colspan=2>Субсидия</th></tr><tr><th>план</th><th>факт</th></tr>"
        "<tr><td>Томск</td><td>94</td><td>90</td></tr></table>"
    )
    (table,) = document.tables
    assert (table.rows, table.columns) == (3, 3)
    cells = {
        document.text[c.start : c.end]: (c.row, c.column, c.row_span, c.column_span, c.is_header) for c in table.cells
    }
    assert cells["Регион"] == (0, 0, 2, 1, True)
    assert cells["факт"] == (1, 2, 1, 1, True)
    assert cells["90"] == (2, 2, 1, 1, False)
    assert document.text == "Регион\tСубсидия\nплан\tфакт\nТомск\t94\t90"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8", "utf-16"])
def test_the_letters_are_right_in_every_charset(charset: str) -> None:
    html = f"<html><head><meta charset='{charset}'></head><body><p>Реестр промышленных кластеров</p></body></html>"
    assert read(html.encode(charset), "p.html").text == "Реестр промышленных кластеров"


def test_a_wrong_charset_in_the_head_is_not_believed() -> None:
    html = (
        "<html><head><meta charset='iso-8859-1'></head><body><p>Реестр промышленных кластеров России</p></body></html>"
    )
    assert read(html.encode("cp1251"), "p.html").text == "Реестр промышленных кластеров России"


def test_a_page_filled_in_by_a_script_is_refused() -> None:
    with pytest.raises(NoText, match="script"):
        page("<div id='root'></div><script>render()</script>")


def test_a_page_nested_without_end_is_read() -> None:
    document = page("<div>" * 3000 + "<p>Кластер создан в 2012 году</p>" + "</div>" * 3000)
    assert document.text == "Кластер создан в 2012 году"


def test_a_line_break_in_a_cell_parts_what_stands_on_its_lines() -> None:
    rows = "<tr><th>Регион<th>Участники<tr><td>Томская<br>область<td><p>АО «Заря»</p><p>ООО <b>«Пол</b>ёт»</p>"
    document = read(f"<html><body><h1>Реестр</h1><table>{rows}</table>".encode(), "page.html")
    cells = [document.text[cell.start : cell.end] for cell in document.tables[0].cells]
    assert cells == ["Регион", "Участники", "Томская\nобласть", "АО «Заря»\nООО «Полёт»"]


def test_what_leads_away_from_the_page_is_no_field() -> None:
    body = "<h1>Кластер</h1><p>Регион: Пермский край</p><aside><p>Смотрите также: Кластер «Фотоника»</p></aside>"
    document = read(f"<html><body>{body}".encode(), "page.html")
    assert "Смотрите также" in document.text
    assert [document.text[pair.label.start : pair.label.end] for pair in document.pairs] == ["Регион"]
