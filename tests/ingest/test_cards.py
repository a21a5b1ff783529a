"""Which links of a list page are its cards."""

import pytest

from ingest.cards import links_to_cards

URL = "https://map.example.org/clusters/"
NAMES = ("Фотоника", "Технополис «Новый Звездный»", "Жигулёвская долина")


def cards(body: str, url: str = URL) -> tuple[str, ...]:
    return links_to_cards(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode(), url)


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ("<tr><td>{i}<td><a href='/clusters/{i}'>{name}</a></tr>", "https://map.example.org/clusters/{i}"),
        ("<li><a href='?cluster_id={i}'>{name}</a>", "https://map.example.org/clusters/?cluster_id={i}"),
        (
            "<div class=c><h3><a href='card-{i}.html'>{name}</a></h3></div>",
            "https://map.example.org/clusters/card-{i}.html",
        ),
        ("<p><a href='/o/novyi-{i}-x/'>{name}</a></p>", "https://map.example.org/o/novyi-{i}-x/"),
        ("<a href='/c/{i}'><img src='{i}.png' alt='{name}'></a>", "https://map.example.org/c/{i}"),
    ],
)
def test_cards_are_found_in_every_markup(row: str, target: str) -> None:
    rows = "".join(row.format(i=index, name=name) for index, name in enumerate(NAMES, 1))
    holder = f"<table>{rows}</table>" if row.startswith("<tr") else f"<div>{rows}</div>"
    assert cards(holder) == tuple(target.format(i=index) for index in (1, 2, 3))


def test_menus_footers_page_numbers_and_other_hosts_are_no_cards() -> None:
    menu = "".join(f"<li><a href='/menu/{i}'>Раздел меню {i}</a>" for i in range(9))
    pages = "".join(f"<a href='?page={i}'>{i}</a> <a href='?sort=a{i}'>Сортировка</a>" for i in range(9))
    partners = "".join(f"<a href='https://other.example.org/c/{i}'>Партнёр</a>" for i in range(9))
    files = "".join(f"<a href='/img/{i}.jpg'>Снимок</a>" for i in range(9))
    rows = "".join(
        f"<li><a href='/clusters/{i}'>{name}</a> <a href='/region/59'>Пермь</a>" for i, name in enumerate(NAMES)
    )
    body = (
        f"<nav><ul>{menu}</ul></nav><ul>{rows}</ul><div>{pages}{partners}{files}</div><footer><ul>{menu}</ul></footer>"
    )
    assert cards(body) == tuple(f"https://map.example.org/clusters/{i}" for i in range(3))


def test_what_lies_below_the_list_comes_before_a_longer_list_of_others() -> None:
    news = "".join(f"<li><a href='/news/{i}'>Новость номер {i}</a>" for i in range(9))
    rows = "".join(f"<li><a href='/clusters/{i}'>{name}</a>" for i, name in enumerate(NAMES))
    assert cards(f"<ul>{news}</ul><ul>{rows}</ul>") == tuple(f"https://map.example.org/clusters/{i}" for i in range(3))


def test_a_card_is_no_list() -> None:
    assert cards("<h1>Фотоника</h1><p><a href='/clusters/'>Все кластеры</a> <a href='/a/1.pdf'>Устав</a></p>") == ()
