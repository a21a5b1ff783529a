"""Dictionary forms and the nominative of phrases."""

import pytest

from nlp.morphology import inflect, is_in_dictionary, lemma, like, nominative, parse


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("заместителя Главы администрации Асиновского района", "заместитель Главы администрации Асиновского района"),
        ("управляющего делами Администрации Щучанского района", "управляющий делами Администрации Щучанского района"),
        ("временно исполняющего обязанности губернатора", "временно исполняющий обязанности губернатора"),
        ("первому заместителю министра", "первый заместитель министра"),
        ("Министерством промышленности и торговли", "Министерство промышленности и торговли"),
        (
            "Пермским национальным исследовательским университетом",
            "Пермский национальный исследовательский университет",
        ),
        ("Главы", "Глава"),
        ("директору ООО «Луч»", "директор ООО «Луч»"),
    ],
)
def test_a_phrase_comes_in_the_nominative_and_keeps_its_capitals(written: str, expected: str) -> None:
    assert nominative(written, "sing") == expected


def test_what_is_nominative_stays_as_it_is() -> None:
    assert nominative("Космическая промышленность") == "Космическая промышленность"


def test_text_without_a_noun_stays_as_it_is() -> None:
    assert nominative("2015, 17 %") == "2015, 17 %"


def test_readings_know_case_gender_and_number() -> None:
    best = parse("кластером")[0]
    assert (best.lemma, best.case, best.gender, best.is_plural) == ("кластер", "ablt", "masc", False)


def test_a_form_keeps_spelling_without_yo() -> None:
    assert inflect("Семеном", "nomn") == "Семен"


def test_lemma_does_not_mind_capitals() -> None:
    assert lemma("КЛАСТЕРОВ") == lemma("кластеров") == "кластер"


def test_capitals_follow_the_model() -> None:
    assert like("салтыков-щедрин", "Салтыкова-Щедрина") == "Салтыков-Щедрин"


def test_guessed_forms_are_not_in_the_dictionary() -> None:
    assert is_in_dictionary("кластер")
    assert not is_in_dictionary("хисамутдинов")
