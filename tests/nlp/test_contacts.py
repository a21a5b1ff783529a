"""Telephones, mail, web and postal addresses."""

from collections.abc import Callable

import pytest

from nlp.mention import Mention

Find = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Контакты: +7 342 212 17 47, +7 952 339 66 66", ["+7 342 212 17 47", "+7 952 339 66 66"]),
        ("тел. 8 (494 33) 9-75-65.", ["8 (494 33) 9-75-65"]),
        ("(342) 239-12-34 приёмная", ["(342) 239-12-34"]),
        ("8-800-555-35-35 бесплатно", ["8-800-555-35-35"]),
        ("тел./факс: 22-13-45", ["22-13-45"]),
        ("+7 (495) 123-45-67 доб. 123", ["+7 (495) 123-45-67 доб. 123"]),
        ("объём 86 862 998,7 тыс. рублей, 13 342 204,2", []),
        ("ИНН 5902291029, ОГРН 1035900082206", []),
        ("№ 8 123 456 789", []),
    ],
)
def test_telephones(find: Find, text: str, expected: list[str]) -> None:
    found = [mention for mention in find(text, "Contact") if mention.attributes["kind"] == "phone"]
    assert [mention.attributes["value"] for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("пишите на Info@Cluster.ru.", "email", "info@cluster.ru"),
        ("на сайте map.cluster.hse.ru, раздел", "url", "map.cluster.hse.ru"),
        ("см. https://example.org/a/b?c=1.", "url", "https://example.org/a/b?c=1"),
        ("портал кластер.рф открыт", "url", "кластер.рф"),
        ("614990, г. Пермь, ул. Ленина, д. 51, офис 5", "address", "614990, г. Пермь, ул. Ленина, д. 51, офис 5"),
        ("г. Пермь, ул. Революции, 22", "address", "г. Пермь, ул. Революции, 22"),
    ],
)
def test_other_contacts(find: Find, text: str, kind: str, value: str) -> None:
    (found,) = find(text, "Contact")
    assert (found.attributes["kind"], found.attributes["value"]) == (kind, value)
