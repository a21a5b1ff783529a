"""Questions as people type them, asked of the corpus library: what is answered, and what is not."""

import pytest

from graph.answer import Answer, ask
from graph.library import Library
from graph.queries import select
from graph.snapshot import Snapshot

ZVEZDNYI = "cluster/tekhnopolis-novyi-zvezdnyi"
SUBSIDIES = {94, 114, 120, 152, 164, 248}  # to centres for cluster development by year, mln RUB


@pytest.fixture(scope="module")
def snapshot(corpus_library: Library) -> Snapshot:
    return Snapshot.open(corpus_library)


def shown(answer: Answer, snapshot: Snapshot) -> set[object]:
    """The values of an answer, and the ids of its things."""
    return {row.iri.removeprefix(snapshot.base) if row.iri and row.value is None else row.value for row in answer.rows}


def labels(answer: Answer) -> list[str]:
    return [row.label for row in answer.rows]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("менеджер Новый Звездный", {"person/galitskii-sergei"}),
        ("кто управляет новым звездным", {"person/galitskii-sergei"}),
        ("who runs novy zvezdny", {"person/galitskii-sergei"}),
        ("менеджеры кластеров", {"person/galitskii-sergei"}),
        ("год основания алтайского биофармацевтического кластера", {"2008"}),
        ("founding year of the Алтайский биофармацевтический кластер", {"2008"}),
        ("телефон нового звездного", {"+7 342 212 17 47", "+7 952 339 66 66"}),
        ("контакты технополиса", {"+7 342 212 17 47", "+7 952 339 66 66"}),
        ("дай контакты кластера новый звездный пожалуйста", {"+7 342 212 17 47", "+7 952 339 66 66"}),
        ("уровень новый звездный", {"level/medium"}),
        ("статус технополис Новый звездный", {"status/pilot"}),
        ("status of Zelenograd cluster", {"status/pilot"}),
        ("управляющая организация кластер зеленоград", {"organization/korporatsiia-razvitiia-zelenograda"}),
        ("кластер зеленоград регион", {"region/RU-MOW"}),
        ("физтех XXI где", {"region/RU-MOS"}),
        ("сайт калужского кластера", {"https://airko.org"}),
        ("что такое 209-ФЗ когда принят", {"2007-07-24"}),
        ("когда принято постановление № 779", {"2015-07-31"}),
        ("who issued resolution 779", {"authority/pravitelstvo-rf"}),
        ("в какой кластер входит камаз", {"cluster/kamskii-innovatsionnyi-territorialno-proizvodstvennyi-klaster"}),
        ("программа поддержки саровского инновационного кластера", {"programme/pilot-innovative-clusters"}),
        ("сколько человек работает в кластере Образец судов", {5120}),
        ("how many people work in the cluster Образец судов", {5120}),
    ],
)
def test_what_a_thing_has(snapshot: Snapshot, question: str, expected: set[object]) -> None:
    answer = ask(question, snapshot)
    assert shown(answer, snapshot) == expected
    assert all(row.evidence for row in answer.rows)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("кластеры Татарстан", {"cluster/kamskii-innovatsionnyi-territorialno-proizvodstvennyi-klaster"}),
        ("кластеры москвы", {"cluster/novye-materialy-lazernye-i-radiatsionnye-tekhnologii", "cluster/zelenograd"}),
        ("which clusters are in Perm", {ZVEZDNYI}),
        ("в каких регионах есть судостроительные кластеры", {"region/RU-ARK", "region/RU-AST"}),
        ("кто курирует программу промышленных кластеров", {"authority/minpromtorg"}),
        ("какое министерство отвечает за промышленные кластеры", {"authority/minpromtorg"}),
        ("кто директор департамента инновационного развития", {"person/shadrin-artem"}),
        ("who is head of the Russian cluster observatory", {"person/kutsenko-evgenii"}),
        ("кто возглавляет российскую кластерную обсерваторию", {"person/kutsenko-evgenii"}),
        ("генеральный директор протон-пм", {"person/arbuzov-igor"}),
        ("глава администрации района", {"person/obraztsov-a-a"}),
    ],
)
def test_what_is_joined_to_what(snapshot: Snapshot, question: str, expected: set[object]) -> None:
    answer = ask(question, snapshot)
    assert shown(answer, snapshot) == expected
    assert all(row.evidence for row in answer.rows)


def test_a_sector_holds_the_clusters_of_its_specializations(snapshot: Snapshot) -> None:
    found = shown(ask("aerospace clusters", snapshot), snapshot)
    assert {ZVEZDNYI, "cluster/ulianovsk-avia"} <= found
    assert "cluster/zelenograd" not in found


def test_an_abbreviation_in_capitals_is_no_pronoun(snapshot: Snapshot) -> None:
    found = shown(ask("IT кластеры", snapshot), snapshot)
    assert "cluster/fiztekh-xxi" in found
    assert ZVEZDNYI not in found


def test_the_members_of_clusters_are_no_clusters(snapshot: Snapshot) -> None:
    for question in ("участники кластеров", "какие организации участвуют в кластерах"):
        found = shown(ask(question, snapshot), snapshot)
        assert "organization/kamaz" in found
        assert not [one for one in found if str(one).startswith("cluster/")]


def test_only_people_are_mentioned_people(snapshot: Snapshot) -> None:
    found = shown(ask("какие люди упоминаются", snapshot), snapshot)
    assert "person/galitskii-sergei" in found
    assert all(str(one).startswith("person/") for one in found)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("сколько пилотных кластеров было отобрано в 2012 году", {25}),
        ("how many clusters were selected in 2012", {25}),
        ("субсидия на ЦКР по годам", SUBSIDIES),
        ("какая субсидия была ЦКР в 2013", {152}),
        ("how much was allocated to CCD 2010-2015", {893}),
        ("сколько денег выделено пилотным кластерам в 2014", {2.5}),
        ("сколько кластеров на карте", {88}),
        ("how many clusters are on the cluster map", {88}),
        ("сколько промышленных кластеров в России", {125}),
        ("how many industrial clusters are there", {125}),
        ("сколько промышленных кластеров в петербурге", {12}),
        ("how many members do clusters have", {2000}),
        ("сколько участников в кластерах", {2000}),
        ("how many clusters have management bodies", {72}),
        ("сколько кластерных инициатив было в 2015", {200}),
        ("сколько центров кластерного развития", {28}),
        ("в скольких регионах работают ЦКР", {28}),
        ("сколько совместных проектов", {218}),
        ("how many joint projects", {218}),
    ],
)
def test_figures_that_are_asked_for(snapshot: Snapshot, question: str, expected: set[object]) -> None:
    answer = ask(question, snapshot)
    assert {row.value for row in answer.rows} == expected
    assert all(row.evidence for row in answer.rows)


@pytest.mark.parametrize("question", ["How many pilot innovative clusters", "сколько пилотных кластеров в России"])
def test_a_part_is_not_the_whole(snapshot: Snapshot, question: str) -> None:
    values = {row.value for row in ask(question, snapshot).rows}
    assert values <= {25, 26, 27}
    assert 27 in values


@pytest.mark.parametrize(
    ("question", "nearly"),
    [
        ("how many members do clusters have", "2000+"),
        ("сколько кластеров на карте", "88+"),
        ("сколько кластерных инициатив было в 2015", "более 200"),
    ],
)
def test_what_is_said_nearly_is_shown_so(snapshot: Snapshot, question: str, nearly: str) -> None:
    assert any(nearly in label for label in labels(ask(question, snapshot)))


@pytest.mark.parametrize("question", ["сколько кластеров в библиотеке", "how many clusters are in the library"])
def test_what_the_library_holds_is_counted(snapshot: Snapshot, question: str) -> None:
    (row,) = ask(question, snapshot).rows
    assert row.is_counted


@pytest.mark.parametrize(
    "question",
    [
        "кто губернатор Пермского края",
        "кто министр экономического развития",
        "who is the president of Russia",
        "сколько регионов подали заявки",
        "how many people live in Perm",
        "сколько клиентов у КАМАЗа",
        "кластеры с пилотным статусом в Поволжье",
        "кто управлял Новым Звездным в 2010 году",
        "на каком основании действуют ЦКР",
        "адрес кластера зеленоград",
        "субсидия ЦКР в 2019 году",
        "when was Technopolis Novy Zvezdny founded",
        "email of the Sarov cluster",
    ],
)
def test_what_no_document_states(snapshot: Snapshot, question: str) -> None:
    answer = ask(question, snapshot)
    assert (answer.verdict, answer.rows) == ("not_stated", ())
    assert answer.coverage.documents > 10


@pytest.mark.parametrize(
    ("question", "candidate"),
    [("телефон зеленограда", "cluster/zelenograd"), ("email of the Saratof cluster", "region/RU-SAR")],
)
def test_several_things_are_shown_and_none_is_taken(snapshot: Snapshot, question: str, candidate: str) -> None:
    answer = ask(question, snapshot)
    assert (answer.verdict, answer.rows) == ("not_understood", ())
    assert candidate in answer.question.understood


@pytest.mark.parametrize("question", ["как погода", "население Пермского края", "сколько стоит проезд"])
def test_what_nothing_explains_is_not_understood(snapshot: Snapshot, question: str) -> None:
    assert ask(question, snapshot).verdict == "not_understood"


def test_what_is_said_of_a_thing_is_all_that_is_known_of_it(snapshot: Snapshot) -> None:
    said, known = (
        shown(ask(f"{words} кластере Новый Звездный", snapshot), snapshot)
        for words in ("что говорится о", "что известно о")
    )
    assert said == known
    assert {"person/galitskii-sergei", "level/medium"} <= said


def test_the_members_of_a_cluster_are_not_counted_as_clusters(snapshot: Snapshot) -> None:
    answer = ask("сколько всего кластеров", snapshot)
    assert all("участник" not in row.label and "member" not in row.label for row in answer.rows)


def test_what_a_document_mentions_is_asked_by_its_title(snapshot: Snapshot) -> None:
    title = next(select(snapshot, "documents"))["title"].value
    found = ask(f"Какие регионы упоминаются в документе «{title}»?", snapshot)
    assert found.rows
    assert {piece.title for row in found.rows for piece in row.evidence} == {title}
    assert all("/region/" in str(row.iri) for row in found.rows)


def test_a_document_is_asked_about_by_a_title_that_names_nothing_else(asked: Snapshot) -> None:
    found = ask("Какие организации упоминаются в документе «Реестр»?", asked)
    assert {row.label for row in found.rows} == {"ООО «Сокол»", "ПАО «Протон-ПМ»"}
    assert ask("Какие организации упоминаются в документе «Ведомость»?", asked).verdict == "not_stated"


def test_a_class_that_is_asked_for_is_the_class_of_the_answers(asked: Snapshot) -> None:
    found = ask("В каком кластере ООО «Сокол»?", asked)
    assert [row.label for row in found.rows] == ["кластер «Фотоника»"]


def test_what_an_act_mentions_is_not_which_documents_mention_it(snapshot: Snapshot) -> None:
    assert ask("Какие кластеры упоминаются в постановлении № 779?", snapshot).rows == ()


@pytest.mark.parametrize("question", ["Какие показатели есть за 2012 год?", "which figures are there for 2012"])
def test_every_figure_of_a_year_is_shown(snapshot: Snapshot, question: str) -> None:
    found = ask(question, snapshot)
    assert len(found.rows) > 3
    assert all("2012" in row.label and row.evidence for row in found.rows)


def test_a_place_without_figures_is_said_to_have_none(snapshot: Snapshot) -> None:
    assert ask("Показатели Чукотского автономного округа за 2003 год", snapshot).verdict == "not_stated"
