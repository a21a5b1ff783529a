"""What a page says to machines: each value a field with a place in the text, nothing said twice."""

import json

import pytest

from ingest import Document, read


def page(body: str, head: str = "", charset: str = "utf-8") -> Document:
    html = f"<!DOCTYPE html><html><head><meta charset='{charset}'>{head}</head><body>{body}</body></html>"
    return read(html.encode(charset), "p.html")


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def hidden(document: Document) -> list[str]:
    """The text of each block of metadata."""
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == "metadata"]


def pairs(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [(text[p.label.start : p.label.end], text[p.value.start : p.value.end]) for p in document.pairs]


CLUSTER = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "name": "Кластер «Фотоника»",
    "telephone": "+7 342 212-17-47",
    "foundingDate": "2012-03-01",
    "numberOfEmployees": {"@type": "QuantitativeValue", "value": 250},
    "founder": {"@type": "Person", "name": "Иванов Иван", "jobTitle": "директор"},
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "ул. Ленина, 5",
        "addressLocality": "Пермь",
        "postalCode": "614990",
    },
    "member": [{"@type": "Organization", "name": "ПАО «ПНППК»"}, "ПГНИУ"],
    "logo": "https://a.ru/logo.png",
    "url": "https://a.ru/",
}


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_json_ld_is_fields_behind_the_text(charset: str) -> None:
    document = page("<h1>Кластер «Фотоника»</h1><p>Открыт для новых участников.</p>", script(CLUSTER), charset)
    assert document.text.startswith("Кластер «Фотоника»\n\nОткрыт для новых участников.\n\norganization\nname\n")
    assert sorted(pairs(document)) == [
        ("address", "614990, Пермь, ул. Ленина, 5"),
        ("founder", "Иванов Иван"),
        ("founding date", "2012-03-01"),
        ("job title", "директор"),
        ("member", "ПАО «ПНППК»"),
        ("member", "ПГНИУ"),
        ("name", "Иванов Иван"),
        ("name", "Кластер «Фотоника»"),
        ("number of employees", "250"),
        ("telephone", "+7 342 212-17-47"),
        ("url", "https://a.ru/"),
    ]
    assert hidden(document)[1] == "person\nname\njob title: директор"
    assert document.language == "ru"
    assert document.pages[0].end == len(document.text)


def test_what_the_page_shows_is_not_said_twice() -> None:
    body = (
        "<h1>Кластер «Фотоника»</h1><dl><dt>Телефон</dt><dd>+7 342 212-17-47</dd><dt>Участников</dt><dd>2</dd></dl>"
        "<p>Пишите по адресу 614990, Пермь, ул. Ленина, 5, мы ответим.</p>"
    )
    shown = {name: CLUSTER[name] for name in ("@type", "name", "telephone", "address")}
    document = page(body, script(shown))
    assert hidden(document) == ["organization\nname\naddress"]
    assert ("address", "614990, Пермь, ул. Ленина, 5") in pairs(document)
    assert "telephone" not in dict(pairs(document))
    described = page(body, "<meta name='description' content='Кластер «Фотоника»'>")
    assert hidden(described) == []


def test_the_head_says_what_the_page_is_about() -> None:
    head = (
        "<meta name='Description' content='Объединяет  37\n участников'><meta name='author' content='Минпромторг'>"
        "<meta name='DC.Date' content='2016-04-01'><meta name='viewport' content='width=device-width'>"
        "<meta property='article:published_time' content='2016-05-02'><meta property='og:type' content='website'>"
        "<meta property='og:title' content='Кластер «Фотоника»'><meta property='og:phone_number' content='+7 342 1'>"
        "<meta property='og:image' content='https://a.ru/a.png'>"
    )
    assert hidden(page("<h1>Кластер «Фотоника»</h1>", head)) == [
        "description: Объединяет 37 участников\nauthor: Минпромторг\ndate: 2016-04-01\npublished time: 2016-05-02",
        "name\nphone number: +7 342 1",
    ]


def test_a_graph_leaves_the_site_and_its_menus_out() -> None:
    graph = [
        {"@type": "WebSite", "name": "Портал", "publisher": {"@id": "#owner"}},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Реестр", "position": 1}]},
        {"@type": "Organization", "name": "Кластер", "parentOrganization": {"@id": "#owner"}},
        {"@type": "Organization", "@id": "#owner", "name": "Фонд", "taxID": "5902"},
    ]
    document = page("<h1>Кластер</h1>", script({"@context": "https://schema.org", "@graph": graph}))
    assert hidden(document) == [
        "organization\nname\nparent organization: Фонд",
        "organization\nname\ntax ID: 5902",
    ]


def test_a_list_of_things_is_a_block_each() -> None:
    items = [{"@type": "ListItem", "item": {"@type": "Organization", "name": n, "email": f"{n}@a.ru"}} for n in "ab"]
    document = page("<h1>Register</h1>", script([{"@type": "ItemList", "itemListElement": items}]))
    assert hidden(document) == ["organization\nname: a\nemail: a@a.ru", "organization\nname: b\nemail: b@a.ru"]


def test_a_named_property_is_called_by_its_name() -> None:
    value = {"@type": "PropertyValue", "name": "Регион", "value": "Пермский край"}
    data = {
        "@type": "Organization",
        "name": "К",
        "additionalProperty": [value],
        "description": "<p>Много&nbsp;слов</p>",
    }
    assert hidden(page("<p>К</p>", script(data))) == [
        "organization\nname\nРегион: Пермский край\ndescription: Много слов"
    ]


@pytest.mark.parametrize(
    "written",
    [
        '<!-- {"name": "К", "taxID": "59"} -->',
        '//<![CDATA[\n{"name": "К", "taxID": "59",}\n//]]>',
        '{"name":"К","taxID":59};',
    ],
)
def test_json_ld_that_is_nearly_right_is_read(written: str) -> None:
    document = page("<p>К</p>", f'<script type="application/ld+json">{written}</script>')
    assert hidden(document) == ["name\ntax ID: 59"]
    assert document.findings == ()


def test_damaged_json_costs_itself_only_and_is_said() -> None:
    broken = '<script type="application/ld+json">{"name": "К", </script>'
    document = page("<p>К</p>", broken + script({"name": "К", "taxID": "59"}))
    assert hidden(document) == ["name\ntax ID: 59"]
    assert [finding[:64] for finding in document.findings] == [
        "The page's structured data (JSON-LD, script 1) is damaged: Expec"
    ]


def test_json_nested_without_end_costs_itself_only() -> None:
    document = page("<p>К</p>", f'<script type="application/ld+json">{"[" * 100_000}</script>')
    assert document.text == "К"
    assert len(document.findings) == 1


MICRODATA = (
    '<div itemscope itemtype="https://schema.org/Organization"><h1 itemprop="name">Photonics Cluster</h1>'
    '<p>Write <a itemprop="email" href="mailto:a@b.ru">to us</a> or call <span itemprop="telephone">+7 342 1</span>, '
    'since <time itemprop="foundingDate" datetime="2012-03-01">1 March 2012</time>, by '
    '<span itemprop="founder" itemscope itemtype="http://schema.org/Person">'
    '<a itemprop="name" href="/p/1">John Smith</a>, <i itemprop="jobTitle">head</i></span>.</p>'
    '<meta itemprop="taxID" content="5902">'
    '<p itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">'
    '<b itemprop="streetAddress">5 Main St</b>, <b itemprop="addressLocality">Perm</b></p></div>'
)


def test_microdata_labels_what_the_page_shows_at_its_place() -> None:
    document = page(MICRODATA)
    assert hidden(document) == [
        "organization\nname\nemail: a@b.ru\ntelephone\nfounding date\nfounder\ntax ID: 5902\naddress",
        "person\nname\njob title",
    ]
    found = dict(pairs(document))
    assert found["founding date"] == "1 March 2012"
    assert found["telephone"] == "+7 342 1"
    assert found["founder"] == "John Smith"
    assert found["address"] == "5 Main St, Perm"
    place = next(pair.value for pair in document.pairs if document.text[pair.label.start :].startswith("telephone"))
    assert document.text[: place.start].endswith("or call ")


def test_rdfa_lite_says_the_same() -> None:
    body = (
        '<div vocab="https://schema.org/" typeof="Organization"><h1 property="name">Photonics Cluster</h1>'
        '<p>Call <span property="telephone">+7 342 1</span> or see <a property="schema:url" href="https://a.ru">us</a>.</p></div>'
    )
    document = page(body)
    assert hidden(document) == ["organization\nname\ntelephone\nurl: https://a.ru"]
    assert dict(pairs(document))["telephone"] == "+7 342 1"


def test_each_of_two_things_keeps_its_own_values() -> None:
    one = (
        "<tr itemscope itemtype='https://schema.org/Place'><td itemprop='name'>{}<td itemprop='location'>Perm<td>1</tr>"
    )
    document = page(f"<table><tr><th>Name<th>Place<th>Year</tr>{one.format('A')}{one.format('B')}</table>")
    assert hidden(document) == ["place\nname\nlocation"] * 2
    places = [pair.value for pair in document.pairs]
    assert [document.text[: place.start].count("\n") for place in places] == [1, 1, 2, 2]
