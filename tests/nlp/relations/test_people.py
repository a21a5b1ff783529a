"""People in office."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

SIGNED = "Глава администрации Щучанского района                                    О.К. Фёдорова\n"


def test_a_signature_gives_a_membership_with_person_post_and_body(stated: Stated) -> None:
    facts = stated(SIGNED, "org:member", "svod:roleName", "org:organization")
    assert {fact[1:] for fact, _ in facts} == {
        ("org:member", "Фёдорова О. К."),
        ("svod:roleName", "Глава администрации Щучанского района"),
        ("org:organization", "администрация Щучанского района"),
    }
    assert len({statement.subject for _, statement in facts}) == 1


def test_a_label_of_a_card_is_no_post(stated: Stated) -> None:
    text = "Кластер «Звезда»\n\nРуководитель: Иванов Пётр Сергеевич\n"
    assert stated(text, "svod:roleName") == []
    assert [fact[2] for fact, _ in stated(text, "svod:manager")] == ["Иванов Пётр Сергеевич"]


LED = [
    (
        "АНО «Центр развития кластеров» возглавляет Пётр Ильич Громов.",
        "Громов Пётр Ильич",
        "АНО «Центр развития кластеров»",
    ),
    ("С 2019 года ООО «Заря» руководит Анна Серова.", "Серова Анна", "ООО «Заря»"),
    (
        "Управляющей компанией кластера «Вектор» является АО «Луч», которое возглавляет Мария Белова.",
        "Белова Мария",
        "АО «Луч»",
    ),
    ("Пётр Громов возглавил Минпромторг России.", "Громов Пётр", "authority/minpromtorg"),
    ("Olga Sinitsyna heads JSC Zarya since May.", "Sinitsyna Olga", "JSC Zarya"),
]


@pytest.mark.parametrize(("text", "person", "body"), LED, ids=[body for *_, body in LED])
def test_a_verb_says_who_heads_an_organization(stated: Stated, text: str, person: str, body: str) -> None:
    facts = {fact[1]: (fact[2], statement) for fact, statement in stated(text, "org:member", "org:organization")}
    assert (facts["org:member"][0], facts["org:organization"][0]) == (person, body)
    assert facts["org:member"][1].subject == facts["org:organization"][1].subject


@pytest.mark.parametrize(
    "text",
    [
        "Кластер «Вектор», в который входит АО «Луч», возглавляет Мария Белова.",
        "Рабочую группу при ООО «Заря» возглавляет Анна Серова.",
        "Работает совет директоров ООО «Заря», который возглавляет Анна Серова.",
    ],
)
def test_who_heads_something_else_heads_no_organization(stated: Stated, text: str) -> None:
    assert stated(text, "org:organization") == []


SAID = [
    (
        "В 2013 году генеральным директором ОАО «Протон-ПМ» был Игорь Арбузов.",
        "генеральный директор",
        "ОАО «Протон-ПМ»",
    ),
    (
        "Карту ведёт Российская кластерная обсерватория НИУ ВШЭ, её руководитель — Евгений Куценко.",
        "руководитель",
        "Российская кластерная обсерватория НИУ ВШЭ",
    ),
    (
        "Этим занимался директор Департамента инновационного развития Минэкономразвития России Артём Шадрин.",
        "директор Департамента инновационного развития",
        "authority/minekonomrazvitiia",
    ),
    (
        "Evgeny Kutsenko is head of the Russian Cluster Observatory at HSE University.",
        "head",
        "Russian Cluster Observatory",
    ),
    (
        "Artem Shadrin was director of the Department of Innovative Development of the Ministry of Economic "
        "Development.",
        "director of the Department of Innovative Development",
        "authority/minekonomrazvitiia",
    ),
]


@pytest.mark.parametrize(("text", "role", "body"), SAID, ids=[body for *_, body in SAID])
def test_a_sentence_gives_the_post_and_its_body(stated: Stated, text: str, role: str, body: str) -> None:
    facts = {fact[1:] for fact, _ in stated(f"{text}\n", "svod:roleName", "org:organization")}
    assert facts == {("svod:roleName", role), ("org:organization", body)}


@pytest.mark.parametrize(
    "text",
    [
        "Об этом сообщил после смерти Йосиды Масамицу представитель клуба.",
        "Заседание совета директоров Билл Гейтс покинул.",
    ],
)
def test_small_words_and_plurals_are_no_posts(stated: Stated, text: str) -> None:
    assert stated(f"{text}\n", "svod:roleName") == []


def test_a_region_is_no_organization(stated: Stated) -> None:
    assert stated("Об этом сообщил глава Республики Крым Сергей Аксёнов.\n", "org:organization") == []
