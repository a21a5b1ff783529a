"""Places other than federal subjects."""

from collections.abc import Callable

from nlp.mention import Mention

Find = Callable[..., list[Mention]]


def test_the_capital_in_a_regions_name_is_no_settlement(find: Find) -> None:
    assert find("Clusters of Tula region and of Perm Krai.", "Settlement", language="en") == []
    assert [found.text for found in find("Clusters work in Tula and Perm.", "Settlement", language="en")] == [
        "Tula",
        "Perm",
    ]


def test_a_village_may_have_a_name_of_two_words(find: Find) -> None:
    assert [found.text for found in find("от деревни Старый Менгер до села Кошар", "Settlement")] == [
        "Старый Менгер",
        "Кошар",
    ]


def test_a_year_before_a_word_is_no_town(find: Find) -> None:
    assert find("Подписано в 2019 г. Исполнитель и «__» ____ г. Дата", "Settlement") == []


def test_districts_and_settlements_are_named_in_the_nominative(find: Find) -> None:
    found = find("В Алейском районе и в городе Собинке открыты школы, в селе Бусаево — клуб.", "Place", "Settlement")
    assert [one.attributes["name"] for one in found] == ["Алейский район", "Собинка", "Бусаево"]
