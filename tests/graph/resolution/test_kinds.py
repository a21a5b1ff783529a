"""Kinds in which names of one thing differ, and of two things agree: one example each, none of them from the gold."""

import pytest

from graph.keys import thing_key
from graph.resolution.blocks import blocks
from graph.resolution.decision import contradict, decide
from graph.resolution.profile import Profile, plain_names
from nlp.normal import normal_name


def body(name: str, *numbers: str, region: str = "") -> Profile:
    normal = normal_name(name, "svod:Organization")
    regions = (region,) if region else ()
    key = thing_key("organization", name, normal, regions, numbers)
    return Profile("organization", (key,), plain_names("organization", normal, [name]), regions, registered=numbers)


def person(name: str, context: str) -> Profile:
    return Profile("person", (f"person|{name.casefold()}|{context}",), (name.casefold(),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ФГБОУ ВО «Удмуртский государственный университет»", "УдГУ"),
        ("Муниципальное бюджетное учреждение культуры «Городской музей Тулы»", "МБУК «Городской музей Тулы»"),
        ("ЮУрГУ", "Южно-Уральский государственный университет"),
        ("ЮУрГУ", "South Ural State University"),
        ("ЦАГИ", "Центральный аэрогидродинамический институт имени профессора Н. Е. Жуковского"),
        ("РАНХиГС", "Российская академия народного хозяйства и государственной службы при Президенте РФ"),
        ("ПАО «Новолипецкий металлургический комбинат»", "NLMK"),
        ("АО «НПО «Наука»", "NPO Nauka JSC"),
        ("АО «Завод им. В. А. Дегтярёва»", "Degtyarev Plant"),
        ("МАИ (национальный исследовательский университет)", "Московский авиационный институт"),
        ("Управление Росреестра по Тульской области", "Управление Федеральной службы государственной регистрации, "
         "кадастра и картографии по Тульской области"),
        ("Татарстанстат", "Территориальный орган Федеральной службы государственной статистики по Татарстану"),
        ("Администрация городского округа Самара", "Samara City Administration"),
        ("Саратовский университет", "Саратовский национальный исследовательский государственный университет"),
    ],
)  # fmt: skip
def test_short_and_long_names_of_one_body_are_joined(one: str, other: str) -> None:
    left, right = body(one), body(other)
    assert set(blocks(left)) & set(blocks(right))
    assert decide(left, right).outcome == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("НПО «Луч»", "НПП «Луч»"),
        ("АО «12 Авиационный ремонтный завод»", "АО «20 Авиационный ремонтный завод»"),
        ("УГАТУ", "Уфимский государственный нефтяной технический университет"),
        ("ГУ МВД России по Пермскому краю", "ГУ МВД России по Алтайскому краю"),
        ("Правительство Республики Алтай", "Government of Altai Krai"),
        ("Пермьстат", "Росстат"),
        ("ПАО «Т Плюс»", "ПАО «Э Плюс»"),
        ("Второй МГМУ имени Н. И. Пирогова", "Первый Московский государственный медицинский университет"),
    ],
)
def test_names_that_differ_in_what_tells_bodies_apart_are_not_joined(one: str, other: str) -> None:
    assert decide(body(one), body(other)).outcome == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lomonosov University", "Московский государственный университет имени Ломоносова"),
        ("НГТУ имени Р. Е. Алексеева", "Новосибирский государственный технический университет"),
        ("Южно-Российский университет", "Южный федеральный университет"),
    ],
)
def test_a_name_that_fits_several_is_asked_about(one: str, other: str) -> None:
    assert decide(body(one), body(other)).outcome == "unsure"


def test_numbers_of_registration_decide_whatever_the_names_say() -> None:
    renamed = body("ООО «Свет»", "inn 7707083893"), body("АО «Технологии освещения»", "inn 7707083893")
    assert set(blocks(renamed[0])) & set(blocks(renamed[1]))
    assert decide(*renamed).outcome == "same"
    namesakes = body("ООО «Свет»", "inn 7707083893"), body("ООО «Свет»", "inn 7736050003")
    assert namesakes[0].keys != namesakes[1].keys
    assert decide(*namesakes).outcome == "different"
    assert contradict([namesakes[0]], [namesakes[1]])


def test_a_branch_is_not_the_whole_though_it_has_its_number() -> None:
    whole, branch = body("АО «Полимер»", "inn 7707083893"), body("Пермский филиал АО «Полимер»", "inn 7707083893")
    assert decide(whole, branch).outcome == "different"


@pytest.mark.parametrize(("one", "other"), [("Timur Jalilov", "Джалилов Тимур"), ("Angela Müller", "Мюллер Ангела")])
def test_a_person_is_known_by_other_letters(one: str, other: str) -> None:
    assert decide(person(one, "organization|siemens"), person(other, "organization|siemens ag")).outcome == "same"


def test_letters_with_marks_are_not_those_of_another_alphabet() -> None:
    assert (
        decide(person("hans müller", "organization|ран"), person("hans miller", "organization|ран")).outcome != "same"
    )
