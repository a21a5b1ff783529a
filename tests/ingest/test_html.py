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
        ("<div>{}</div>", "<b>{}:</b> {}<br>"),
        ("<div><p>О кластере.</p>{}</div>", "<b>{}</b> {}<br>"),
        ("<p>{}</p>", "<strong>{}</strong><br>{}<br>"),
        ("<div>{}</div>", "<p><b>{}</b> {}</p>"),
        ("<div>{}</div>", "<p><strong>{}</strong></p><p>{}</p>"),
        ("<div>{}</div>", "<h4>{}</h4><p>{}</p>"),
        ("<ul>{}</ul>", "<li><strong>{}</strong> — {}</li>"),
        (
            "<div>{}</div>",
            "<div class='r'><div class='c'><p class='l'>{}</p></div><div class='c'><b>{}</b></div></div>",
        ),
        ("<div>{}</div>", "<div class='r'><i class='icon'></i><span class='l'>{}</span><span>{}</span></div>"),
        ("<div>{}</div>", "<div class='r'><b class='wide'>{0}</b><b class='narrow'>{0}</b><i>{1}</i></div>"),
        ("<table>{}</table>", "<tr><th>{0}</th><td><span class='narrow'>{0}:</span> {1}</td></tr>"),
        ("<div>{}</div>", "<div class='tile'><div class='v'>{1}</div><div class='l'>{0}</div></div>"),
        ("<main>{}</main>", "<div><div class='box'><div class='n'>{}</div><div class='t'>{}</div></div></div>"),
        ("<div>{}</div>", "<div data-label='{}'>{}</div>"),
        ("<div>{}</div>", "<p aria-label='{}:'>{}</p>"),
        ("<table><tr>{}</tr></table>", "<td data-title='{}'>{}</td>"),
        ("<table>{}</table>", "<tr><th>{0}</th><td data-label='{0}'>{1}</td></tr>"),
        ("<table><tr>{}</tr></table>", "<td>{}:</td><td>{}</td>"),
        ("<table><tr>{}</tr></table>", "<th>{}</th><td>{}</td>"),
        ("<form>{}</form>", "<div><label>{}</label><input readonly value='{}'></div>"),
        ("<form>{}</form>", "<div><label>{}</label><textarea disabled>{}</textarea></div>"),
        ("<div>{}</div>", "<p>{}: {}</p>"),
        ("<div><h2>Паспорт</h2>{}</div>", "<div class='l'>{}</div><div class='v'>{}</div>"),
        ("<div><h2>Паспорт</h2>{}</div>", "<b>{}</b><br>{}<br><br>"),
        ("<site-card>{}</site-card>", "<site-field><label>{}</label><output>{}</output></site-field>"),
    ],
)
def test_labels_and_values_come_out_of_every_shape(holder: str, row: str) -> None:
    document = page("<h1>Кластер «Фотоника»</h1>" + holder.format("".join(row.format(*field) for field in FIELDS)))
    assert sorted(pairs(document)) == sorted(FIELDS)
    assert document.title == "Кластер «Фотоника»"
    assert document.language == "ru"


def test_a_value_may_be_a_link_or_a_list_among_plain_ones() -> None:
    values = ("<span>Пермский край</span>", "<a href='/2012'>2012</a>", "<ul><li>37</li></ul>")
    rows = "".join(
        f"<li><span class='l'>{label}</span>{value}</li>" for (label, _), value in zip(FIELDS, values, strict=True)
    )
    assert pairs(page(f"<ul>{rows}</ul>")) == FIELDS


def test_a_column_of_numbers_stands_before_labels_and_values() -> None:
    rows = "".join(f"<tr><td>{at}.<td>{label}<td>{value}</tr>" for at, (label, value) in enumerate(FIELDS, 1))
    assert pairs(page(f"<table>{rows}</table>")) == FIELDS
    headed = "<tr><th>№ п/п<th>Наименование показателя<th>Значение</tr>"
    assert pairs(page(f"<table>{headed}{rows}</table>")) == FIELDS
    plain = "<tr><td>№<td>Показатель<td>Значение</tr>"
    assert pairs(page(f"<table>{plain}{rows}</table>")) == FIELDS
    listed = "<tr><th>№<th>Кластер<th>Регион</tr>"
    assert pairs(page(f"<table>{listed}{rows}</table>")) == []


def test_a_header_above_one_row_labels_its_cells() -> None:
    fields = [*FIELDS, ("Статус", "Пилотный")]
    head, row = ("".join(f"<{tag}>{field[at]}" for field in fields) for at, tag in enumerate(("th", "td")))
    assert pairs(page(f"<table><tr>{head}</tr><tr>{row}</tr></table>")) == fields
    series = "<tr><th>Регион<th>Томск<th>Тула</tr><tr><td>Число кластеров<td>5<td>9</tr>"
    assert pairs(page(f"<table>{series}</table>")) == []
    assert pairs(page(f"<table><tr>{head}</tr><tr>{row}</tr><tr>{row}</tr></table>")) == []


def test_sentences_that_begin_in_bold_are_no_fields() -> None:
    body = (
        "<p><b>Кластер</b> создан в 2012 году.</p><p><b>Фонд</b> управляет кластером.</p>"
        "<div class='row'><div class='col'><p>Томск</p></div><div class='col'><p>Пермь</p></div></div>"
        "<div class='row'><div class='col'><p>Казань</p></div><div class='col'><p>Уфа</p></div></div>"
        "<form><label>Поиск</label><input value='кластер'></form><p title='Подсказка' data-title='Важно'>Текст.</p>"
    )
    assert pairs(page(body)) == []


def test_titles_over_texts_are_no_fields_and_titles_over_lists_are() -> None:
    long = "Кластер объединяет предприятия и вузы, которые вместе работают над приборами. " * 5
    body = f"<h3>История</h3><p>{long}</p><h3>Цели</h3><p>{long}</p>"
    assert pairs(page(body)) == []
    lists = "<h3>Участники</h3><ul><li>ПНППК</li><li>ПГНИУ</li></ul><h3>Регион</h3><p>Пермский край</p>"
    assert pairs(page(lists)) == [("Участники", "ПНППК\n\nПГНИУ"), ("Регион", "Пермский край")]


def test_two_fields_side_by_side_are_no_label_and_value() -> None:
    box = "<div><p><b>{}:</b> {}</p><p><b>{}:</b> {}</p></div>"
    told = [("Регион", "Тула"), ("Отрасль", "оптика"), ("Телефон", "+7 4872 20-30-40"), ("Директор", "Орлов И. П.")]
    boxes = "".join(box.format(*first, *second) for first, second in zip(told[::2], told[1::2], strict=True))
    assert pairs(page(f"<div>{boxes}</div>")) == told


def test_the_title_of_a_box_of_fields_is_no_label() -> None:
    row = "<div class='kv'><span>{}</span><span>{}</span></div>"
    box = "<div class='card'><div class='head'>{}</div><div class='body'>{}</div></div>"
    told = [("Название", "АНО «Долина»"), ("Директор", "Фомин Егор"), ("Город", "Тула"), ("Почта", "a@dolina.example")]
    rows = [row.format(*field) for field in told]
    body = box.format("Организация", "".join(rows[:2])) + box.format("Контакты", "".join(rows[2:]))
    assert pairs(page(f"<h1>Кластер</h1>{body}")) == told


def test_a_value_behind_a_dash_may_begin_small() -> None:
    listed = "<ul><li><b>Якорь</b> — завод «Волна»</li><li><b>Рабочих мест</b> — более тысячи</li></ul>"
    assert pairs(page(listed)) == [("Якорь", "завод «Волна»"), ("Рабочих мест", "более тысячи")]


def test_a_short_word_with_a_full_stop_is_part_of_its_label() -> None:
    told = [("Эл. почта", "a@b.example"), ("Рук.", "Лыткин В. А."), ("Юр. адрес", "г. Сыктывкар")]
    assert pairs(page("".join(f"<p>{label}: {value}</p>" for label, value in told))) == told


def test_who_says_a_sentence_is_no_label() -> None:
    assert pairs(page("<p>Губернатор сообщил: работа продолжится.</p><p>The minister said: it goes on.</p>")) == []


def test_a_property_of_machines_is_no_label_of_the_number_before_it() -> None:
    shown = (
        "<h1 itemprop='name'>Север</h1><span itemprop='foundingDate'>2009</span><div itemprop='address'>Апатиты</div>"
    )
    document = page(f"<div itemscope itemtype='https://schema.org/Organization'>{shown}</div>")
    assert ("founding date", "2009") in pairs(document)
    assert ("Апатиты", "2009") not in pairs(document)


def test_the_panels_of_tabs_and_accordions_are_content() -> None:
    panel = "<p>Директор: {}</p>"
    hidden = (
        "<div role='tabpanel' hidden>{}</div>",
        "<div class='tab-pane fade' style='display:none'>{}</div>",
        "<div class='accordion__collapse collapse' aria-hidden='true'>{}</div>",
    )
    for each in hidden:
        assert ("Директор", "Орлов") in pairs(page("<h1>Кластер</h1>" + each.format(panel.format("Орлов"))))
    others = "<div hidden>{}</div>", "<div class='modal' style='display:none'>{}</div>"
    assert "Орлов" not in page("<h1>Кластер</h1>" + "".join(each.format("Орлов") for each in others)).text


def test_a_column_of_links_goes_with_its_title() -> None:
    links = "".join(f"<li><a href='/{at}'>Новость о кластерах и их участниках номер {at}</a></li>" for at in range(3))
    aside = f"<aside><h2>Свежие записи</h2><ul>{links}</ul></aside>"
    low = "<center><a href='/'>На главную</a> | <a href='/m'>Карта сайта</a> | <a href='/k'>Контакты</a></center>"
    assert page(f"<h1>Кластер</h1><p>Регион: Тула</p>{aside}{low}").text == "Кластер\n\nРегион: Тула"


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


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8", "utf-16", "iso-8859-5", "x-mac-cyrillic"])
def test_the_letters_are_right_in_every_charset(charset: str) -> None:
    html = f"<html><head><meta charset='{charset}'></head><body><p>Реестр промышленных кластеров</p></body></html>"
    assert read(html.encode(charset.removeprefix("x-")), "p.html").text == "Реестр промышленных кластеров"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "cp866", "iso-8859-5"])
@pytest.mark.parametrize("text", ["РЕЕСТР ПРОМЫШЛЕННЫХ КЛАСТЕРОВ", "Реестр Промышленных Кластеров"])
def test_letters_are_right_without_a_declaration_and_in_capitals(text: str, charset: str) -> None:
    assert read(f"<html><body><p>{text}</p></body></html>".encode(charset), "p.html").text == text


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


def test_a_numbered_item_is_no_figure_of_what_follows() -> None:
    assert pairs(page("<p>2. второй</p><p>Заявки поданы</p>")) == []
    assert pairs(page("<p>2,5 тыс. чел.</p><p>Работники заняты</p>")) == [("Работники заняты", "2,5 тыс. чел.")]


def test_a_comment_between_inline_elements_does_not_join_their_words() -> None:
    assert page("<p><b>Регион</b><!-- --><i>Тула</i></p>").text == "Регион Тула"


@pytest.mark.parametrize("holder", ["<div>{}</div>", "<table><tr><th>Регион</th><td>{}</td></tr></table>"])
def test_what_is_nested_deeper_than_any_page_is_still_read(holder: str) -> None:
    assert "Пермский край" in page(holder.format("<b>" * 3000 + "Пермский край")).text


def test_a_description_for_machines_may_stand_anywhere_in_the_page() -> None:
    said = '{"@type": "Organization", "name": "Кластер", "telephone": "+7 342"}'
    script = f'<script type="Application/LD+JSON">{said}</script>'
    assert ("telephone", "+7 342") in pairs(page("<div><p>О кластере.</p>" + script + "</div>"))


def test_a_card_that_holds_a_table_keeps_its_own_fields() -> None:
    inner = "<table><tr><th>Название</th><th>Город</th></tr><tr><td>Завод</td><td>Пермь</td></tr></table>"
    for tag, colon in (("th", ""), ("td", ":")):
        rows = (("Регион", "Пермский край"), ("Участники", inner), ("Год создания", "2014"))
        card = "".join(f"<tr><{tag}>{label}{colon}</{tag}><td>{value}</td></tr>" for label, value in rows)
        document = read(f"<html><body><table>{card}</table></body></html>".encode(), "card.html")
        found = [
            (document.text[p.label.start : p.label.end], document.text[p.value.start : p.value.end])
            for p in document.pairs
        ]
        assert ("Регион", "Пермский край") in found
        assert ("Год создания", "2014") in found
        assert "Участники" not in dict(found)


def test_a_mark_behind_a_number_is_no_digit_of_it() -> None:
    table = "<table><tr><td>Год</td><td>37<sup>2</sup></td></tr><tr><td>Б</td><td>4</td></tr></table>"
    text = read(f"<p>В 2022<sup>1</sup> году, 100 м<sup>2</sup></p>{table}".encode(), "marks.html").text
    assert "В 2022 1 году, 100 м2" in text
    assert "37 2" in text


def test_bold_cells_in_every_second_column_are_labels() -> None:
    rows = (("Наименование", "Кластер «Луч»", "Регион", "Северская область"), ("ИНН", "526", "ОГРН", "115"))
    cells = [
        "".join(f"<td>{f'<b>{text}</b>' if not place % 2 else text}</td>" for place, text in enumerate(row))
        for row in rows
    ]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    assert pairs(read(f"<table>{table}</table>".encode(), "card.html")) == [
        (row[at], row[at + 1]) for row in rows for at in (0, 2)
    ]
