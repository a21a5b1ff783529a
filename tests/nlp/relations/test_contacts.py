"""How clusters and organizations can be reached, in sentences and in signatures."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

CONTACTS = ("schema:telephone", "schema:email", "schema:url", "schema:address")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "АНО «Центр развития» расположена по адресу: 614000, г. Пермь, ул. Ленина, д. 51, тел. +7 (342) 212-17-47.",
            {
                ("АНО «Центр развития»", "614000, г. Пермь, ул. Ленина, д. 51"),
                ("АНО «Центр развития»", "+7 (342) 212-17-47"),
            },
        ),
        (
            "Сайт кластера «Композиты Дона» – www.kompozity.ru, телефон +7 863 200-11-22.",
            {("кластер «Композиты Дона»", "www.kompozity.ru"), ("кластер «Композиты Дона»", "+7 863 200-11-22")},
        ),
        (
            "Кластер «Заря» создан в 2012 году. Телефон кластера: +7 342 212 17 47.",
            {("Кластер «Заря»", "+7 342 212 17 47")},
        ),
        (
            "ООО «Вектор» (e-mail: office@vektor.ru) входит в кластер «Сибирский наукополис».",
            {("ООО «Вектор»", "office@vektor.ru")},
        ),
        (
            "Kursk Cluster Centre\n12 Lenin Street, Kursk\nTel.: +7 4712 55-44-33\nE-mail: info@kcc.ru",
            {
                ("Kursk Cluster Centre", value)
                for value in ("12 Lenin Street, Kursk", "+7 4712 55-44-33", "info@kcc.ru")
            },
        ),
        (
            "The Kursk Cluster Centre can be reached by phone +7 4712 55-44-33 or at info@kcc.ru.",
            {("Kursk Cluster Centre", "+7 4712 55-44-33"), ("Kursk Cluster Centre", "info@kcc.ru")},
        ),
        ("The website of the Samara aerospace cluster is www.aero.ru.", {("Samara aerospace cluster", "www.aero.ru")}),
    ],
)
def test_a_contact_is_of_the_name_beside_it(stated: Stated, text: str, facts: set[tuple[str, str]]) -> None:
    found = stated(f"{text}\n", *CONTACTS)
    assert {(subject, value) for (subject, _, value), _ in found} == facts
    assert {statement.rule for _, statement in found} == {"contact_of_thing"}


@pytest.mark.parametrize(
    "text",
    [
        "Директор АНО «Центр развития» Иванов И. И., тел. +7 (342) 212-17-47.",
        "Постановление опубликовано на сайте www.pravo.gov.ru. Кластер «Заря» создан в 2012 году.",
        "Кластер «Заря» создан. Справки в Министерстве экономики края по тел. +7 342 200-00-01.",
    ],
)
def test_a_contact_of_somebody_else_is_nobodys(stated: Stated, text: str) -> None:
    assert stated(f"{text}\n", *CONTACTS) == []
