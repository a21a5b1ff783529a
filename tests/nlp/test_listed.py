"""What stands listed under a title that says of what kind it is."""

import doctest
from collections.abc import Callable

import pytest

import nlp.listed
from ingest import read
from nlp import annotate
from nlp.mention import Mention

Find = Callable[..., list[Mention]]


def test_doctests() -> None:
    assert doctest.testmod(nlp.listed).failed == 0


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("Цели программы:\n- растить экспорт;\n- готовить кадры.\n", "Goal", ["растить экспорт", "готовить кадры"]),
        ("Задача отдела: вести реестр; отвечать на письма.\n", "Goal", ["вести реестр", "отвечать на письма"]),
        (
            "К заявителям предъявляются следующие требования:\n1) опыт работы;\n2) свой завод.\n",
            "Requirement",
            ["опыт работы", "свой завод"],
        ),
        ("Этапы отбора\n\n1. Приём заявок\n2. Оценка\n", "SelectionStage", ["Приём заявок", "Оценка"]),
        ("Support areas\n\n- Leasing;\n- HR training.\n", "SupportMeasure", ["Leasing", "HR training"]),
        ("KPI\n\n- New jobs in the cluster;\n- Export.\n", "Indicator", ["New jobs in the cluster", "Export"]),
        (
            "Key goals of the policy\n\nFirst, to support new industries.\n\nSecond, to help small firms.\n",
            "Goal",
            ["to support new industries", "to help small firms"],
        ),
    ],
)
def test_a_title_says_what_its_items_are(find: Find, text: str, type_: str, names: list[str]) -> None:
    language = "ru" if any("а" <= character <= "я" for character in text) else "en"
    assert [found.attributes["name"] for found in find(text, type_, language=language)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Программные методы достижения цели\n\n- сбор данных;\n",
        "С целью развития спорта:\n- проводятся соревнования;\n",
        "Цели программы:\n- экспорт;\n\nПрограмма принята в 2015 году.\n\n- кадры;\n",
        "Задачи:\n- экспорт;\n5. Сроки\n6. Средства\n",
    ],
)
def test_other_titles_and_other_lists_give_nothing_more(find: Find, text: str) -> None:
    assert [found.attributes["name"] for found in find(text, "Goal")] in ([], ["экспорт"])


def test_the_products_of_a_card_are_mentioned() -> None:
    text = "Кластер «Звезда»\n\nПродукция: станки и роботы\n"
    mentions = annotate(read(text.encode(), "text.txt"))._.mentions
    assert [one.text for one in mentions if one.type == "Product"] == ["станки и роботы"]
