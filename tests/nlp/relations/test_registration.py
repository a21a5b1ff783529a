"""Numbers under which organizations are registered."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]
NUMBERS = ("schema:taxID", "svod:ogrn")


def test_numbers_behind_a_name_are_its_own(stated: Stated) -> None:
    facts = stated("Исполнитель: ООО «Вектор-Плюс» (ИНН 7707083893, ОГРН 1027700132195), г. Пермь.\n", *NUMBERS)
    assert {fact for fact, _ in facts} == {
        ("ООО «Вектор-Плюс»", "schema:taxID", "7707083893"),
        ("ООО «Вектор-Плюс»", "svod:ogrn", "1027700132195"),
    }
    assert all({one.role for one in said.evidence} == {"value", "subject", "label"} for _, said in facts)


def test_contacts_may_stand_between(stated: Stated) -> None:
    text = (
        "Управляющая компания: АО «Корпорация развития Пермского края»\n"
        "Адрес: 614000, г. Пермь, ул. Ленина, д. 5\nТелефон: +7 342 212-17-47\nИНН/КПП: 7736050003/590201001\n"
    )
    assert [fact[2] for fact, _ in stated(text, *NUMBERS)] == ["7736050003"]
    assert stated(text, "sdmx-measure:obsValue") == []


@pytest.mark.parametrize(
    "text",
    [
        "ООО «Вектор-Плюс», ИНН 7707083894.",  # the last digit does not follow from the others
        "Компания «Сокол» заключила договор с банком, ИНН 7708004767.",
        "Пётр Ильич Громов, ИНН 500100732259.",
        "Код 7707083893 присвоен ООО «Вектор-Плюс».",
    ],
)
def test_what_is_not_certainly_its_number_is_not_stated(stated: Stated, text: str) -> None:
    assert stated(f"{text}\n", *NUMBERS) == []


def test_a_row_of_a_table_gives_the_number_under_its_head(stated: Stated) -> None:
    rows = [("Наименование", "ИНН"), ("АО «Вектор-Плюс»", "7707083893"), ("ООО «Сокол-М»", "7736050003")]
    cells = "".join(f"<tr><td>{name}</td><td>{number}</td></tr>" for name, number in rows)
    html = f"<html><body><p>Реестр организаций края</p><table>{cells}</table></body></html>"
    assert {fact for fact, _ in stated(html, *NUMBERS)} == {
        ("АО «Вектор-Плюс»", "schema:taxID", "7707083893"),
        ("ООО «Сокол-М»", "schema:taxID", "7736050003"),
    }
