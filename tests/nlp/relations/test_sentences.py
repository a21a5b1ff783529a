"""What sentences say of clusters, programmes and organizations."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

PHYSTECH = "Кластер «Физтех XXI»"
SAID = [
    ("Кластер «Физтех XXI» возглавляет Иванов Пётр Сергеевич.", (PHYSTECH, "svod:manager", "Иванов Пётр Сергеевич")),
    ("Кластер «Физтех XXI» расположен в Московской области.", (PHYSTECH, "schema:location", "region/RU-MOS")),
    ("Кластер «Физтех XXI» создан в 2012 году.", (PHYSTECH, "schema:foundingDate", "2012")),
    ("Кластер «Физтех XXI» объединяет более 40 предприятий.", (PHYSTECH, "svod:memberCount", "40")),
    ("Кластер «Физтех XXI» включён в перечень пилотных инновационных территориальных кластеров.",
     (PHYSTECH, "svod:status", "status/pilot")),
    ("ОАО «Протон-ПМ» является участником кластера «Звезда».", ("ОАО «Протон-ПМ»", "org:memberOf", "кластер «Звезда»")),
    ("Управляющей организацией кластера «Звезда» является ООО «Технополис».",
     ("кластер «Звезда»", "svod:managementOrganization", "ООО «Технополис»")),
    ("Кластер «Звезда» получил субсидию в рамках программы поддержки пилотных инновационных территориальных кластеров.",
     ("Кластер «Звезда»", "svod:supportedUnder", "programme/pilot-innovative-clusters")),
    ("Оператором программы поддержки промышленных кластеров является Минпромторг России.",
     ("programme/industrial-clusters", "svod:administeredBy", "authority/minpromtorg")),
    ("Их создают по программе поддержки малого и среднего предпринимательства, которую ведёт Минэкономразвития России.",
     ("programme/sme-support", "svod:administeredBy", "authority/minekonomrazvitiia")),
    ("Кластер «Звезда» специализируется на космической промышленности.",
     ("Кластер «Звезда»", "svod:keySpecialization", "specialization/space-industry")),
    ("Кластер «Звезда» сотрудничает с кластером «Физтех XXI».",
     ("Кластер «Звезда»", "svod:cooperatesWith", "кластер «Физтех XXI»")),
    ("Кластер «Звезда», созданный в 2016 году, растёт.", ("Кластер «Звезда»", "schema:foundingDate", "2016")),
    ("Кластер «Звезда» расположен в Томской области и объединяет 28 организаций.",
     ("Кластер «Звезда»", "svod:memberCount", "28")),
    ("Кластер «Звезда» (Томская область) возглавляет Иванов Пётр Сергеевич.",
     ("Кластер «Звезда»", "svod:manager", "Иванов Пётр Сергеевич")),
    ("В Томской области сложился кластер «Звезда»; его возглавляет Иванов Пётр Сергеевич.",
     ("кластер «Звезда»", "svod:manager", "Иванов Пётр Сергеевич")),
    ("Кластер «Звезда» создан в 2013 году, специализируется на космической промышленности.",
     ("Кластер «Звезда»", "svod:keySpecialization", "specialization/space-industry")),
    ("Кластер «Звезда» действует в Томской области, в нём работает 3 100 человек.",
     ("Кластер «Звезда»", "svod:staffCount", "3100")),
    ("Кластер «Звезда» создан в 2013 году и сотрудничает с кластером «Физтех XXI».",
     ("Кластер «Звезда»", "svod:cooperatesWith", "кластер «Физтех XXI»")),
    ("Уровень организационного развития кластера «Звезда» — высокий.",
     ("кластер «Звезда»", "svod:organizationalLevel", "level/high")),
    ("Членом кластера «Звезда» является ООО «Ситец».", ("ООО «Ситец»", "org:memberOf", "кластер «Звезда»")),
    ("The Kaluga Pharmaceutical Cluster in the Kaluga region includes 19 companies.",
     ("Kaluga Pharmaceutical Cluster", "svod:memberCount", "19")),
    ("The Kaluga Pharmaceutical Cluster is located in the Kaluga region.",
     ("Kaluga Pharmaceutical Cluster", "schema:location", "region/RU-KLU")),
    ("The Kaluga Pharmaceutical Cluster was established in 2012.",
     ("Kaluga Pharmaceutical Cluster", "schema:foundingDate", "2012")),
    ("The Kaluga Pharmaceutical Cluster employs 11,5 thousand people.",
     ("Kaluga Pharmaceutical Cluster", "svod:staffCount", "11500")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact"), SAID, ids=[fact[1] for _, fact in SAID])
def test_a_sentence_states_its_relation(stated: Stated, text: str, fact: tuple[str, str, str]) -> None:
    found = dict(stated(f"{text}\n", fact[1]))
    assert list(found) == [fact]
    assert found[fact].qualifiers.modality == "asserted"


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("В 2020 году планируется создать кластер «Полюс» в Тульской области.", "schema:location", "planned"),
        ("Кластер «Звезда» не является пилотным инновационным территориальным кластером.", "svod:status", "negated"),
        ("ОАО «Протон-ПМ» не является участником кластера «Звезда».", "org:memberOf", "negated"),
        ("В 2026 году появится кластер «Полюс».", "schema:foundingDate", "planned"),
        ("The Amber Steel Cluster will be created in the Tula region.", "schema:location", "planned"),
        ("ОАО «Протон-ПМ» исключено из состава кластера «Звезда».", "org:memberOf", "negated"),
        ("ОАО «Протон-ПМ» вышло из состава кластера «Звезда».", "org:memberOf", "negated"),
        ("Участниками кластера «Звезда» станут ОАО «Протон-ПМ» и ООО «Ситец».", "org:memberOf", "planned"),
        ("Возглавить кластер «Звезда» должен Иванов Пётр Сергеевич.", "svod:manager", "planned"),
        ("В случае отбора кластер «Полюс» возглавит Иванов Пётр Сергеевич.", "svod:manager", "conditional"),
        ("The Kaluga Pharmaceutical Cluster is not located in the Tula region.", "schema:location", "negated"),
    ],
)  # fmt: skip
def test_plans_denials_and_conditions_are_never_asserted(
    stated: Stated, text: str, predicate: str, modality: str
) -> None:
    assert {statement.qualifiers.modality for _, statement in stated(f"{text}\n", predicate)} == {modality}


def test_a_list_of_members_is_read_to_its_end(stated: Stated) -> None:
    text = "Участниками кластера «Звезда» являются ОАО «Протон-ПМ», ПАО «Мотовилихинские заводы» и АО «Искра».\n"
    members = {fact[0] for fact, _ in stated(text, "org:memberOf")}
    assert members == {"ОАО «Протон-ПМ»", "ПАО «Мотовилихинские заводы»", "АО «Искра»"}


def test_all_of_a_list_before_the_verb_are_members_and_all_after_it_are_there(stated: Stated) -> None:
    text = "ООО «Вектор» и АО «Искра» не входят в кластер «Звезда».\n"
    text += "В Томской области действуют кластер «Пар» и кластер «Лён».\n"
    members = stated(text, "org:memberOf")
    assert {fact[0] for fact, _ in members} == {"ООО «Вектор»", "АО «Искра»"}
    assert {statement.qualifiers.modality for _, statement in members} == {"negated"}
    assert {fact[0] for fact, _ in stated(text, "schema:location")} == {"кластер «Пар»", "кластер «Лён»"}


def test_words_that_tell_of_more_than_the_product_are_none(stated: Stated) -> None:
    assert stated("Завод сообщил, что трубы выпускаются ООО «Вектор».\n", "svod:produces") == []


def test_what_a_person_must_do_is_no_requirement(stated: Stated) -> None:
    text = "Возглавить кластер «Звезда» должен Иванов Пётр Сергеевич.\n"
    assert {fact[1] for fact, _ in stated(text, "svod:requirement", "svod:manager")} == {"svod:manager"}


def test_what_a_company_of_a_cluster_is_is_no_name(stated: Stated) -> None:
    text = "АО «Искра» — управляющая компания Алтайского биофармацевтического кластера.\n"
    assert {fact[2] for fact, _ in stated(text, "svod:managementOrganization")} == {"АО «Искра»"}


def test_cluster_alone_stands_for_the_one_named_last(stated: Stated) -> None:
    text = "Кластер «Звезда» создан в 2012 году. В кластер входят 62 организации.\n"
    [(fact, statement)] = stated(text, "svod:memberCount")
    assert fact == ("Кластер «Звезда»", "svod:memberCount", "62")
    roles = {evidence.role: text[evidence.span.start : evidence.span.end] for evidence in statement.evidence}
    assert roles == {"value": "62", "subject": "Кластер «Звезда»", "context": "кластер"}


def test_a_cluster_of_something_else_is_not_the_one_named_last(stated: Stated) -> None:
    text = "Кластер «Звезда» создан в 2012 году. В кластер промышленных биотехнологий входят 62 организации.\n"
    assert stated(text, "svod:memberCount") == []


def test_a_list_says_of_what_sort_and_where_its_clusters_are(stated: Stated) -> None:
    text = (
        "Созданы два инновационных кластера: Алтайский био фармацевтический кластер, "
        "Алтайский кластер аграрного машиностроения.\n"
    )
    names = {"Алтайский биофармацевтический кластер", "Алтайский кластер аграрного машиностроения"}
    assert {fact[0] for fact, _ in stated(text, "svod:status")} == names
    assert {fact[0] for fact, _ in stated(text, "schema:location")} == names
    assert {fact[2] for fact, _ in stated(text, "schema:location")} == {"region/RU-ALT"}


def test_a_name_brings_its_legal_form_and_its_short_form(stated: Stated) -> None:
    text = 'В 2010 г. создано НП "Алтайский кластер аграрного машиностроения" (АЛТАКАМ).\n'
    facts = {fact for fact, _ in stated(text, "svod:legalForm", "skos:altLabel", "schema:foundingDate")}
    name = "Алтайский кластер аграрного машиностроения"
    assert {
        (name, "svod:legalForm", "некоммерческое партнёрство"),
        (name, "skos:altLabel", "АЛТАКАМ"),
        (name, "schema:foundingDate", "2010"),
    } <= facts


def test_on_the_basis_of_is_no_founding(stated: Stated) -> None:
    text = "Методика от 07 июня 2010 г. с учётом и на основании данных АО «Звезда».\n"
    assert stated(text, "schema:foundingDate") == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Кластер «Вертикаль» создан в Томской области. Он объединяет 24 предприятия.",
            ("Кластер «Вертикаль»", "svod:memberCount", "24"),
        ),
        (
            "Кластер «Вертикаль» создан в Томской области. Его возглавляет Пётр Ильич Сомов.",
            ("Кластер «Вертикаль»", "svod:manager", "Сомов Пётр Ильич"),
        ),
        (
            "Кластер «Вертикаль» создан в Томской области. В него входят 24 организации.",
            ("Кластер «Вертикаль»", "svod:memberCount", "24"),
        ),
        (
            "Кластер «Вертикаль» создан в Томской области в 2013 году.",
            ("Кластер «Вертикаль»", "schema:foundingDate", "2013"),
        ),
    ],
)
def test_a_pronoun_means_the_one_cluster_of_the_sentence_before(
    stated: Stated, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in [found for found, _ in stated(f"{text}\n")]


def test_a_pronoun_may_mean_the_person_of_the_sentence_before(stated: Stated) -> None:
    text = "Кластером «Вертикаль» руководит Пётр Ильич Сомов. Его участником станет АО «Бета».\n"
    assert stated(text, "org:memberOf") == []


def test_what_is_planned_after_a_pronoun_is_planned(stated: Stated) -> None:
    text = "Кластер «Орбита» будет создан в Пермском крае. Его участниками станут ООО «Альфа» и АО «Бета».\n"
    assert {one.qualifiers.modality for _, one in stated(text, "org:memberOf")} == {"planned"}


def test_an_english_name_may_stand_in_quotes_before_its_head(stated: Stated) -> None:
    text = 'The "Horizon" cluster is located in Perm Krai. It unites 1,240 companies.\n'
    assert [fact for fact, _ in stated(text, "svod:memberCount")] == [("cluster «Horizon»", "svod:memberCount", "1240")]


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "object_", "modality"),
    [
        (
            "В Омской области сформирован кластер «Титан».",
            "schema:location",
            "кластер «Титан»",
            "region/RU-OMS",
            "asserted",
        ),
        (
            "Кластер «Титан» располагается в Омской области.",
            "schema:location",
            "Кластер «Титан»",
            "region/RU-OMS",
            "asserted",
        ),
        (
            "Кластер «Титан», которым руководит А. С. Климова, объединяет 18 фирм.",
            "svod:memberCount",
            "",
            "18",
            "asserted",
        ),
        ("ООО «Гамма» планирует войти в кластер «Титан».", "org:memberOf", "", "кластер «Титан»", "planned"),
        (
            "Кластер «Титан» имеет высокий уровень организационного развития.",
            "svod:organizationalLevel",
            "Кластер «Титан»",
            "level/high",
            "asserted",
        ),
        (
            "Кластеру «Титан» присвоен статус пилотного инновационного территориального кластера.",
            "svod:status",
            "",
            "status/pilot",
            "asserted",
        ),
        (
            "The cluster «Baltic Marine» specializes in shipbuilding.",
            "svod:keySpecialization",
            "",
            "specialization/shipbuilding",
            "asserted",
        ),
        (
            "Кластер «Титан» подписал соглашение о сотрудничестве с кластером «Волна».",
            "svod:cooperatesWith",
            "",
            "кластер «Волна»",
            "asserted",
        ),
        (
            "Программу «Рост и дело» реализует Минэкономразвития России.",
            "svod:administeredBy",
            "",
            "authority/minekonomrazvitiia",
            "asserted",
        ),
    ],
)
def test_a_sentence_says_it_in_other_words_too(
    stated: Stated, text: str, predicate: str, subject: str, object_: str, modality: str
) -> None:
    found = stated(f"{text}\n", predicate)
    assert [(fact[2], statement.qualifiers.modality) for fact, statement in found] == [(object_, modality)]
    assert subject in found[0][0][0]


@pytest.mark.parametrize("plan", ["войдёт", "собирается войти", "готово войти", "намерено войти"])
def test_who_is_to_become_a_member_is_none_yet(stated: Stated, plan: str) -> None:
    found = stated(f"ООО «Гамма» {plan} в состав кластера «Титан».\n", "org:memberOf")
    assert [statement.qualifiers.modality for _, statement in found] == ["planned"]


def test_members_stand_in_a_list_under_the_words_that_promise_them(stated: Stated) -> None:
    text = "Участники кластера «Титан»:\n- ООО «Альфа»;\n- АО «Бета» (поставщик ООО «Дельта»).\nООО «Гамма» закрыто.\n"
    found = stated(text, "org:memberOf")
    assert [fact[0] for fact, _ in found] == ["ООО «Альфа»", "АО «Бета»"]
    assert {one.role for one in found[0][1].evidence} == {"value", "context"}


@pytest.mark.parametrize("head", ["В состав кластера «Титан» входят:", "В кластер «Титан» вошли:"])
def test_what_a_cluster_is_made_of_are_its_members(stated: Stated, head: str) -> None:
    found = stated(f"{head}\n- ООО «Альфа»;\n- АО «Бета».\n", "org:memberOf")
    assert [fact[0] for fact, _ in found] == ["ООО «Альфа»", "АО «Бета»"]


@pytest.mark.parametrize(
    "head",
    [
        "Бывшие участники кластера «Титан»:",
        "Поставщики кластера «Титан»:",
        "Потенциальные участники кластера «Титан»:",
        "Кандидаты в участники кластера «Титан»:",
        "Инвестиции в кластер «Титан»:",
        "Субсидии получили в кластере «Титан»:",
    ],
)
def test_a_list_of_others_names_no_members(stated: Stated, head: str) -> None:
    assert stated(f"{head}\n- ООО «Альфа»;\n- АО «Бета».\n", "org:memberOf") == []


def test_a_cluster_that_a_sentence_begins_with_is_not_the_one_named_before(stated: Stated) -> None:
    text = (
        "Кластер «БиоДолина» работает в Пермском крае. Химический кластер расположен в Тульской области. "
        "Координатором кластера является АО «Азот».\n"
    )
    assert stated(text, "svod:managementOrganization") == []
    places = {fact[2] for fact, _ in stated(text, "schema:location")}
    assert places == {"region/RU-PER"}
