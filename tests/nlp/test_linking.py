"""Which mentions of a document name one thing."""

import doctest

import nlp.linking
from ingest import read
from nlp.linking import link
from nlp.mention import Mention
from nlp.normal import normal_name

DOCUMENT = read("Иванов Пётр, П. Иванов, кластер «Звезда»\n".encode(), "text.txt")


def person(start: int, name: str) -> Mention:
    """A person's mention with its clean name."""
    return Mention("Person", start, start + 5, name, attributes={"name": name})


def test_doctests() -> None:
    assert doctest.testmod(nlp.linking).failed == 0


def test_initials_join_the_only_fuller_name() -> None:
    linked = link(DOCUMENT, [person(0, "Иванов П."), person(10, "Иванов Пётр"), person(20, "Иванов Пётр")])
    assert len({entity.id for entity in linked.values()}) == 1
    assert linked[0].name == "Иванов Пётр"
    assert linked[0].aliases == ("Иванов П.",)


def test_initials_that_fit_two_names_join_neither() -> None:
    linked = link(DOCUMENT, [person(0, "Иванов П."), person(10, "Иванов Пётр"), person(20, "Иванов Павел")])
    assert len({entity.id for entity in linked.values()}) == 3


def test_a_natural_key_is_the_things_id_and_others_are_local() -> None:
    mentions = [
        Mention("Region", 0, 5, "Пермский край", "region/RU-PER"),
        Mention("Region", 9, 12, "Пермского края", "region/RU-PER"),
        Mention("Cluster", 20, 25, "кластер «Звезда»", attributes={"name": "кластер «Звезда»"}),
    ]
    linked = link(DOCUMENT, mentions)
    assert linked[0] is linked[1]
    assert (linked[0].id, linked[0].is_local) == ("region/RU-PER", False)
    assert linked[2].id.startswith(f"{DOCUMENT.id}/entity/")
    assert linked[2].normal == normal_name("кластер «Звезда»", "svod:Cluster") == "звезда"


def test_roles_dates_and_contacts_are_no_things() -> None:
    mentions = [Mention(type_, 0, 3, "abc") for type_ in ("Role", "Date", "Contact", "ActReference", "Observation")]
    assert link(DOCUMENT, mentions) == {}


def test_an_organization_that_is_a_cluster_is_the_cluster() -> None:
    linked = link(DOCUMENT, [Mention("Organization", 0, 9, "Кластер А"), Mention("Cluster", 0, 9, "Кластер А")])
    assert linked[0] is linked[1]
    assert linked[0].type == "svod:Cluster"


def test_an_act_of_a_list_is_named_by_its_kind_and_issuer() -> None:
    act = Mention(
        "LegalAct", 0, 9, "от 1 мая 2012 г. № 5", "act/x",
        {"kind": "federal_law", "number": "5", "date": "2012-05-01", "issuer": None},
    )  # fmt: skip
    assert link(DOCUMENT, [act])[0].name == "Федеральный закон от 1 мая 2012 г. № 5"


def test_what_says_too_little_is_no_thing() -> None:
    vague = Mention("Organization", 0, 5, "полиция", score=0.5)
    guessed = Mention("Person", 6, 12, "Алтайкрайстата", attributes={"name": "Алтайкрайстат"}, score=0.7)
    cluster = Mention("Cluster", 20, 37, "кластер «Звезда»", attributes={"name": "кластер «Звезда»"})
    inside = Mention("Organization", 29, 36, "Звезда", score=0.8, rule="model")
    company = Mention("Organization", 40, 80, "АО «Центр кластерного развития»", attributes={"legal_form": "АО"})
    centre = Mention("CentreForClusterDevelopment", 44, 79, "Центр кластерного развития")
    linked = link(DOCUMENT, [vague, guessed, cluster, inside, company, centre])
    assert {entity.name for entity in linked.values()} == {"кластер «Звезда»", "АО «Центр кластерного развития»"}


def company(start: int, name: str, form: str = "") -> Mention:
    """An organization's mention, with the legal form that stands before its name."""
    return Mention("Organization", start, start + 5, name, attributes={"name": name, "legal_form": form})


def test_two_legal_forms_of_one_name_are_two_companies() -> None:
    mentions = [company(0, "ООО «Вектор»", "ООО"), company(10, "АО «Вектор»", "АО"), company(20, "ПАО «Вектор»", "ПАО")]
    linked = link(DOCUMENT, mentions)
    assert linked[0].id != linked[1].id == linked[2].id
    assert linked[0].aliases == ()


def test_a_name_joins_the_one_legal_form_that_the_document_gives_it() -> None:
    linked = link(DOCUMENT, [company(0, "ООО «Вектор»", "ООО"), company(10, "«Вектор»")])
    assert linked[0].id == linked[1].id
