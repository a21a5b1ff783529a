"""Names of people in the nominative, surname first."""

import pytest

from nlp.names import patronymic_readings, person_name, spaced_initials


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Михаила", "Игнатьева", "Игнатьев Михаил"),
        ("Сергеем", "Собяниным", "Собянин Сергей"),
        ("Эльвиры", "Набиуллиной", "Набиуллина Эльвира"),
        ("Льва", "Толстого", "Толстой Лев"),
        ("Барака", "Обамы", "Обама Барак"),
        ("Сергея", "Шойгу", "Шойгу Сергей"),
        ("Марии", "Черных", "Черных Мария"),
        ("Отто", "Шмидту", "Шмидт Отто"),
        ("Ангелой", "Меркель", "Меркель Ангела"),
        ("Николая", "Римского-Корсакова", "Римский-Корсаков Николай"),
        ("Александром", "Лукашенко", "Лукашенко Александр"),
        ("Сергей", "Галицкий", "Галицкий Сергей"),
    ],
)
def test_first_name_and_surname_agree(first: str, last: str, expected: str) -> None:
    assert person_name(last=last, first=first).full == expected


def test_a_patronymic_tells_the_gender() -> None:
    assert person_name(last="Голиковой", first="Татьяне", patronymic="Алексеевне").full == "Голикова Татьяна Алексеевна"


@pytest.mark.parametrize(
    ("last", "cases", "expected"),
    [
        ("Булыгину", ("accs", "gent"), "Булыгина О. В."),
        ("Сульдина", ("gent", "accs"), "Сульдин О. В."),
        ("Рамазанову", ("datv",), "Рамазанов О. В."),
        ("Потехин", (), "Потехин О. В."),
        ("Смирнова", (), "Смирнова О. В."),
        ("Ткаченко", ("accs",), "Ткаченко О. В."),
    ],
)
def test_with_initials_the_case_that_is_asked_for_decides(last: str, cases: tuple[str, ...], expected: str) -> None:
    assert person_name(last=last, initials="О.В.", cases=cases).full == expected


def test_initials_have_one_form() -> None:
    assert spaced_initials("О.В") == spaced_initials("О. В.") == "О. В."


def test_a_surname_is_no_patronymic() -> None:
    assert patronymic_readings("Игнатьев") == ()
