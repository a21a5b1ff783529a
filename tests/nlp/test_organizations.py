"""Organizations and authorities."""

from collections.abc import Callable

import pytest

from nlp.mention import Mention
from nlp.organizations_en import find_latin

Find = Callable[..., list[Mention]]


def names(find: Find, text: str, *types: str, language: str = "ru") -> list[str]:
    wanted = types or ("Organization", "Authority")
    return [str(found.attributes["name"]) for found in find(text, *wanted, language=language)]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("создано ООО «Луч» в городе", "ООО «Луч»", "ООО"),
        ('на площадке ОАО "Сибэнергомаш" в интересах', "ОАО «Сибэнергомаш»", "ОАО"),
        ("заключён с ПАО “Протон” договор", "ПАО «Протон»", "ПАО"),
        ("учредителем является АО «НПО «Луч» города", "АО «НПО «Луч»»", "АО"),
        (
            "с обществом с ограниченной ответственностью «Луч»",
            "общество с ограниченной ответственностью «Луч»",
            "общество с ограниченной ответственностью",
        ),
        (
            'создано КГБУ "Алтайский центр кластерного развития" -',
            "КГБУ «Алтайский центр кластерного развития»",
            "КГБУ",
        ),
    ],
)
def test_companies_have_a_form_and_a_name(find: Find, text: str, name: str, form: str) -> None:
    found = [mention for mention in find(text, "Organization") if mention.attributes.get("legal_form")]
    assert [(mention.attributes["name"], mention.attributes["legal_form"]) for mention in found] == [(name, form)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("приказом Минпромторга России утверждён", "authority/minpromtorg"),
        ("приказ Министерства промышленности и торговли Российской Федерации", "authority/minpromtorg"),
        ("в Министерстве экономического развития Российской Федерации", "authority/minekonomrazvitiia"),
        ("постановлением Правительства Российской Федерации", "authority/pravitelstvo-rf"),
    ],
)
def test_federal_bodies_are_known_by_all_their_names(find: Find, text: str, id_: str) -> None:
    assert [found.id for found in find(text, "Authority")] == [id_]


def test_the_ministry_of_a_region_is_not_the_federal_one(find: Find) -> None:
    (found,) = find("согласовано с Министерством финансов Пермского края вчера", "Authority")
    assert (found.id, found.attributes["name"]) == (None, "Министерство финансов Пермского края")


def test_two_ministries_of_one_short_name_stay_candidates(find: Find) -> None:
    (found,) = find("по данным Минобрнауки России в 2017 году", "Authority")
    assert found.id is None
    assert set(found.attributes["candidates"] or ()) == {"authority/minobrnauki", "authority/minobrnauki-2004"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "в Пермском национальном исследовательском политехническом университете прошёл",
            "Пермский национальный исследовательский политехнический университет",
        ),
        (
            "средства Фонда развития промышленности Пермского края выделены",
            "Фонд развития промышленности Пермского края",
        ),
        ("администрацией Асиновского района принято", "администрация Асиновского района"),
        (
            "Отдел образования администрации Судиславского муниципального района исполняет",
            "Отдел образования администрации Судиславского муниципального района",
        ),
    ],
)
def test_institutions_by_their_head_word(find: Find, text: str, name: str) -> None:
    assert name in names(find, text)


@pytest.mark.parametrize(
    "text",
    [
        "Российская Федерация гарантирует права граждан.",
        "университеты и научные организации региона участвуют в работе",
        "органы местного самоуправления и организации всех форм",
        "новость опубликована в Facebook",
    ],
)
def test_kinds_and_countries_are_no_organizations(find: Find, text: str) -> None:
    assert names(find, text) == []


def test_an_abbreviation_in_brackets_is_found_again(find: Find) -> None:
    text = "Российский союз правообладателей (РСП) собирает сборы. Доходы РСП выросли."
    assert [found.text for found in find(text, "Organization")].count("РСП") == 2


def test_a_body_named_by_its_kind_alone_is_unsure(find: Find) -> None:
    (found,) = find("Об этом вчера сообщила полиция.", "Organization")
    assert found.score < 0.6


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was given to JSC Proton-PM in May.", "JSC Proton-PM"),
        ("They met LLC “Luch” there.", "LLC «Luch»"),
        (
            "The Perm National Research Polytechnic University took part.",
            "Perm National Research Polytechnic University",
        ),
        ("students of the University of Helsinki", "University of Helsinki"),
        ("The Government of Samara Region approved it.", "Government of Samara Region"),
        ("bought by Siemens AG.", "Siemens AG"),
    ],
)
def test_english_organizations(text: str, name: str) -> None:
    assert [found.name for found in find_latin(text)] == [name]


def test_english_kinds_are_no_organizations() -> None:
    assert list(find_latin("Cluster Council / Steering Committee / General Meeting / Working Group")) == []


def test_english_authorities_are_known_by_their_variants(find: Find) -> None:
    text = "Support by the Ministry for Industry and Trade of Russia and the Ministry of Economic Development."
    found = [mention.id for mention in find(text, "Authority", language="en")]
    assert found == ["authority/minpromtorg", "authority/minekonomrazvitiia"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "ОАО «Протон-ПМ»; Пермский национальный исследовательский политехнический университет",
            "Пермский национальный исследовательский политехнический университет",
        ),
        ("ФГБНУ «Институт углеродных материалов»", "ФГБНУ «Институт углеродных материалов»"),
        (
            "директор Департамента инновационного развития Минэкономразвития России Артём Шадрин сообщил",
            "Департамент инновационного развития Минэкономразвития России",
        ),
    ],
)
def test_names_begin_and_end_where_they_should(find: Find, text: str, name: str) -> None:
    assert name in names(find, text)


@pytest.mark.parametrize("words", ["предприятие ЖКХ", "Жилищный фонд", "ПНП «Образование»", "Новиковское СП", "УДП+Уф"])
def test_kinds_and_norms_are_no_organizations(find: Find, words: str) -> None:
    assert find(f"Работу района ведёт {words} с 2015 года.", "Organization") == []


def test_a_name_goes_on_to_the_noun_after_its_adjective(find: Find) -> None:
    found = find("Работу ведёт центр занятости населения по Судиславскому району с 2015 года.", "Organization")
    assert [one.text for one in found] == ["центр занятости населения по Судиславскому району"]


def test_what_is_done_with_a_document_is_no_body(find: Find) -> None:
    assert find("Ведётся организация контроля исполнения Программы в районе.", "Organization") == []
