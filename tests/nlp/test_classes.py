"""Terms of the vocabulary: specializations, statuses, levels, programmes, centres, support, parks."""

from collections.abc import Callable

import pytest

from nlp.mention import Mention

Find = Callable[..., list[Mention]]


def ids(find: Find, text: str, type_: str, language: str = "ru") -> list[str | None]:
    return [found.id for found in find(text, type_, language=language)]


def test_a_field_of_specializations_takes_adjectives(find: Find) -> None:
    text = "Сопутствующие специализации кластера: Авиационная, Космическая промышленность"
    assert ids(find, text, "Specialization") == ["specialization/aviation", "specialization/space-industry"]


def test_prose_takes_only_what_says_what_it_is(find: Find) -> None:
    assert ids(find, "Развитие космической промышленности и образования.", "Specialization") == [
        "specialization/space-industry"
    ]
    assert ids(find, "Лёгкая работа, химия и жизнь, космическая скорость.", "Specialization") == []


def test_names_of_clusters_hold_no_specializations(find: Find) -> None:
    assert ids(find, "Участники Алтайского кластера аграрного машиностроения.", "Specialization") == []


def test_the_status_of_a_cluster(find: Find) -> None:
    assert ids(find, "СТАТУС КЛАСТЕРА: Пилотный инновационный территориальный кластер", "ClusterStatus") == [
        "status/pilot"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("УРОВЕНЬ ОРГАНИЗАЦИОННОГО РАЗВИТИЯ: Средний", ["level/medium"]),
        ("Кластер имеет высокий уровень организационного развития.", ["level/high"]),
        ("Средний возраст работников и высокий уровень жизни.", []),
        ("Уровень организационного развития: Начальный, Средний, Высокий", []),
    ],
)
def test_levels_only_where_the_text_speaks_of_that_level(find: Find, text: str, expected: list[str]) -> None:
    assert ids(find, text, "OrganizationalLevel") == expected


def test_programmes_in_quotation_marks(find: Find) -> None:
    (found,) = find(
        "в рамках государственной программы Российской Федерации «Развитие промышленности» выделено", "Programme"
    )
    assert found.attributes["name"] == "государственная программа Российской Федерации «Развитие промышленности»"


def test_english_programmes(find: Find) -> None:
    text = "The Programme of Russian Pilot Innovative Clusters Support started."
    assert ids(find, text, "Programme", "en") == ["programme/pilot-innovative-clusters"]


def test_the_centre_of_a_region_is_named_and_centres_in_general_are_not(find: Find) -> None:
    found = find(
        "Алтайский центр кластерного развития и Центр кластерного развития Самарской области",
        "CentreForClusterDevelopment",
    )
    assert [mention.attributes["name"] for mention in found] == [
        "Алтайский центр кластерного развития",
        "Центр кластерного развития Самарской области",
    ]
    assert find("создание центров кластерного развития", "CentreForClusterDevelopment") == []


def test_parks(find: Find) -> None:
    found = find(
        "резиденты технопарка «Жигулёвская долина» и индустриального парка «Марьино»",
        "TechnologyPark",
        "IndustrialPark",
    )
    assert [(mention.type, mention.attributes["name"]) for mention in found] == [
        ("TechnologyPark", "технопарк «Жигулёвская долина»"),
        ("IndustrialPark", "индустриальный парк «Марьино»"),
    ]


def test_measures_of_support(find: Find) -> None:
    found = find("предоставление субсидий из федерального бюджета и льготных займов", "SupportMeasure")
    assert [mention.text for mention in found] == ["субсидий из федерального бюджета", "льготных займов"]


def test_a_sector_that_fills_its_list_item(find: Find) -> None:
    assert ids(find, "varying in sector:\n• Automotive\n• Forestry\n", "Sector", "en") == [
        "sector/automotive",
        "sector/forestry",
    ]
