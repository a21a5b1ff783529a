"""Cards of registries, in every markup that is read."""

from collections.abc import Callable
from itertools import zip_longest

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

NAME = "Нефтехимический кластер Республики Башкортостан"
FIELDS = {
    "Статус кластера": "Пилотный инновационный территориальный кластер",
    "Уровень организационного развития": "Высокий",
    "Ключевая специализация": "Нефтехимия",
    "Год создания": "2012",
    "Число участников": "62",
    "Численность работников, тыс. чел.": "21,5",
    "Регион": "Республика Башкортостан",
    "Управляющая организация": "ОАО «Региональный фонд»",
    "Менеджер кластера": "Иванов Пётр Сергеевич",
    "Участники": "ОАО «Уфаоргсинтез»; ООО «Полиэф»",
    "Телефон": "+7 (347) 123-45-67",
    "E-mail": "info@cluster-rb.ru",
    "Адрес": "450000, г. Уфа, ул. Ленина, д. 1",
}
PAIRS = tuple(FIELDS.items())
FACTS = {
    (NAME, "svod:status", "status/pilot"),
    (NAME, "svod:organizationalLevel", "level/high"),
    (NAME, "svod:keySpecialization", "specialization/petrochemistry"),
    (NAME, "schema:foundingDate", "2012"),
    (NAME, "svod:memberCount", "62"),
    (NAME, "svod:staffCount", "21500"),
    (NAME, "schema:location", "region/RU-BA"),
    (NAME, "svod:managementOrganization", "ОАО «Региональный фонд»"),
    (NAME, "svod:manager", "Иванов Пётр Сергеевич"),
    ("ОАО «Уфаоргсинтез»", "org:memberOf", NAME),
    ("ООО «Полиэф»", "org:memberOf", NAME),
    (NAME, "schema:telephone", "+7 (347) 123-45-67"),
    (NAME, "schema:email", "info@cluster-rb.ru"),
    (NAME, "schema:address", "450000, г. Уфа, ул. Ленина, д. 1"),
}


def page(body: str) -> str:
    """An HTML page with a menu and a footer that hold what looks like fields."""
    return (
        f"<!doctype html><html><head><title>{NAME}</title></head><body><nav><a href='/'>Реестр</a></nav>"
        f"<main><h1>{NAME}</h1>{body}</main><footer>Телефон: +7 495 000-00-00</footer></body></html>"
    )


MARKUPS = {
    "dl": page("<dl>" + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in FIELDS.items()) + "</dl>"),
    "table": page("<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in FIELDS.items()) + "</table>"),
    "spans": page(
        "".join(
            f"<div class='f'><span class='l'>{k}:</span><span class='v'>{v}</span></div>" for k, v in FIELDS.items()
        )
    ),
    "nested lists": page("<ul>" + "".join(f"<li>{k}<ul><li>{v}</li></ul></li>" for k, v in FIELDS.items()) + "</ul>"),
    "titles": page("".join(f"<h3>{k}</h3><p>{v}</p>" for k, v in FIELDS.items())),
    "small words above": page("".join(f"<p><small>{k}</small><br>{v}</p>" for k, v in FIELDS.items())),
    "sections": page("".join(f"<section><header>{k}</header><p>{v}</p></section>" for k, v in FIELDS.items())),
    "capitals": page("".join(f"<div><div>{k.upper()}</div><div>{v}</div></div>" for k, v in FIELDS.items())),
    "property values": page(
        "<div itemscope itemtype='https://schema.org/Organization'>"
        + "".join(
            "<div itemprop='additionalProperty' itemscope itemtype='https://schema.org/PropertyValue'>"
            f"<span itemprop='name'>{k}</span><span itemprop='value'>{v}</span></div>"
            for k, v in FIELDS.items()
        )
        + "</div>"
    ),
    "form": page(
        "<form>" + "".join(f"<label>{k}</label><input readonly value='{v}'>" for k, v in FIELDS.items()) + "</form>"
    ),
    "two pairs a row": page(
        "<table>"
        + "".join(
            f"<tr><td>{k}</td><td>{v}</td><td>{other}</td><td>{said}</td></tr>"
            for (k, v), (other, said) in zip_longest(PAIRS[::2], PAIRS[1::2], fillvalue=("", ""))
        )
        + "</table>"
    ),
    "dashes": f"{NAME}\n\n" + "\n".join(f"{k} – {v}" for k, v in FIELDS.items()) + "\n",
    "dots": f"{NAME}\n\n" + "\n".join(f"{k} ........ {v}" for k, v in FIELDS.items()) + "\n",
    "tabs": f"{NAME}\n\n" + "\n".join(f"{k}\t{v}" for k, v in FIELDS.items()) + "\n",
    "labels above": f"{NAME}\n\n" + "\n\n".join(f"{k}:\n{v}" for k, v in FIELDS.items()) + "\n",
    "lines": page("".join(f"<p>{k}: {v}</p>" for k, v in FIELDS.items())),
    "text": f"{NAME}\n\n" + "\n\n".join(f"{k}: {v}" for k, v in FIELDS.items()) + "\n",
}


@pytest.mark.parametrize("markup", sorted(MARKUPS))
def test_every_field_of_a_card_is_stated_in_every_markup(stated: Stated, markup: str) -> None:
    facts = {fact for fact, statement in stated(MARKUPS[markup]) if statement.rule == "cluster_card_field"}
    assert facts == FACTS


def test_a_field_rests_on_its_value_its_label_and_the_cards_name(stated: Stated) -> None:
    text = MARKUPS["text"]
    [(_, statement)] = stated(text, "svod:organizationalLevel")
    quotes = {evidence.role: text[evidence.span.start : evidence.span.end] for evidence in statement.evidence}
    assert quotes == {"value": "Высокий", "subject": NAME, "label": "Уровень организационного развития"}
    assert statement.evidence[0].role == "value"


def test_cards_that_follow_each_other_keep_their_fields(stated: Stated) -> None:
    text = (
        "Кластер «Первый»\n\nСтатус кластера: Промышленный кластер\n\nМенеджер кластера: Иванов Пётр\n\n"
        "Кластер «Второй»\n\nУровень организационного развития: Начальный\n"
    )
    facts = {fact for fact, statement in stated(text) if statement.rule == "cluster_card_field"}
    assert facts == {
        ("Кластер «Первый»", "svod:status", "status/industrial"),
        ("Кластер «Первый»", "svod:manager", "Иванов Пётр"),
        ("Кластер «Второй»", "svod:organizationalLevel", "level/initial"),
    }


def test_a_card_repeated_under_another_name_of_the_cluster_states_each_fact_once(stated: Stated) -> None:
    card = "\n\nСТАТУС КЛАСТЕРА: Пилотный инновационный территориальный кластер\n\nКонтакты: +7 342 212 17 47\n\n"
    text = f'Инновационный кластер "Технополис "Звезда"{card}Технологический кластер "Технополис "Звезда"{card}'
    facts = stated(text, "svod:status", "schema:telephone", "skos:altLabel")
    assert [fact[1] for fact, _ in facts].count("svod:status") == 1
    assert [fact[1] for fact, _ in facts].count("schema:telephone") == 1
    assert [fact[1] for fact, _ in facts].count("skos:altLabel") == 1


def test_a_heading_that_calls_itself_a_cluster_is_a_cards_name(stated: Stated) -> None:
    fields = "<tr><th>Статус</th><td>Промышленный кластер</td></tr><tr><th>Сайт</th><td>www.sarov.ru</td></tr>"
    text = f"<html><body><h1>Саровский инновационный кластер</h1><table>{fields}</table></body></html>"
    facts = {fact for fact, _ in stated(text, "svod:status", "schema:url", "rdfs:label")}
    name = "Саровский инновационный кластер"
    assert facts == {
        (name, "svod:status", "status/industrial"),
        (name, "schema:url", "www.sarov.ru"),
        (name, "rdfs:label", name),
    }


def test_an_empty_field_states_nothing(stated: Stated) -> None:
    text = "Кластер «Первый»\n\nМенеджер кластера: нет данных\n\nУправляющая организация: –\n"
    assert stated(text, "svod:manager", "svod:managementOrganization") == []


def test_labels_are_known_in_english_too(stated: Stated) -> None:
    fields = "Cluster status: Pilot innovative territorial cluster\n\nNumber of members: 62\n"
    text = f"Kaluga Pharmaceutical Cluster\n\n{fields}"
    facts = {fact[1:] for fact, statement in stated(text) if statement.rule == "cluster_card_field"}
    assert facts == {("svod:status", "status/pilot"), ("svod:memberCount", "62")}


def test_a_short_name_under_the_heading_is_another_name_of_the_card(stated: Stated) -> None:
    text = (
        "<html><body><h1>Кластер «Новые материалы»</h1><table><tr><th>Краткое название</th><td>Инновационный кластер "
        "«Троицк»</td></tr><tr><th>Статус кластера</th><td>Пилотный инновационный территориальный кластер</td></tr>"
        "<tr><th>Регион</th><td>Москва</td></tr></table></body></html>"
    )
    facts = {fact for fact, _ in stated(text, "skos:altLabel", "schema:location", "rdfs:label")}
    name = "Кластер «Новые материалы»"
    assert facts >= {
        (name, "rdfs:label", name),
        (name, "skos:altLabel", "Инновационный кластер «Троицк»"),
        (name, "schema:location", "region/RU-MOW"),
    }
    assert {subject for subject, *_ in facts} == {name}


def test_what_a_page_says_to_machines_is_a_field_of_its_own_thing(stated: Stated) -> None:
    head = (
        '<script type="application/ld+json">[{"@type": "Organization", "name": "NAME", "telephone": "+7 342 212-17-47",'
        '"alternateName": "Нефтехим", "foundingDate": "2012-03-01", "member": {"name": "ПАО «Заря»"}},'
        '{"@type": "GovernmentOrganization", "name": "Министерство", "email": "info@min.ru"}]</script>'
    ).replace("NAME", NAME)
    body = "<p>Управляет кластером фонд.</p><p itemscope><i itemprop='name'>Портал</i> <i itemprop='url'>a.ru</i></p>"
    found = stated(head + page(body))
    facts = {fact for fact, _ in found}
    assert {
        (NAME, "schema:telephone", "+7 342 212-17-47"),
        (NAME, "skos:altLabel", "Нефтехим"),
        (NAME, "schema:foundingDate", "2012-03-01"),
        ("ПАО «Заря»", "org:memberOf", NAME),
    } <= facts
    assert not [fact for fact in facts if fact[1] in ("schema:email", "schema:url") and fact[0] == NAME]


def test_terms_and_their_definitions_are_no_card(stated: Stated) -> None:
    text = (
        "Кластер «Первый»\n\nСтатус кластера – совокупность признаков, по которым его вносят в реестр;\n"
        "Регион – часть страны, в которой стоят заводы;\nПродукция – то, что делают участники;\n"
        "Адрес – место, где сидит дирекция;\n"
    )
    assert stated(text, "svod:status", "svod:produces", "schema:address") == []


def test_a_register_of_four_columns_is_no_card(stated: Stated) -> None:
    text = (
        "<html><body><table><tr><td>Кластер</td><td>Регион</td><td>Число участников</td><td>Год создания</td></tr>"
        "<tr><td>Кластер «Первый»</td><td>Пермский край</td><td>12</td><td>2014</td></tr>"
        "<tr><td>Кластер «Второй»</td><td>Томская область</td><td>20</td><td>2015</td></tr></table></body></html>"
    )
    assert {fact for fact, _ in stated(text, "svod:memberCount")} == {
        ("Кластер «Первый»", "svod:memberCount", "12"),
        ("Кластер «Второй»", "svod:memberCount", "20"),
    }
