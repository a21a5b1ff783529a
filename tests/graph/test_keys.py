"""The keys under which documents meet: what of a name is one thing, and what keeps two of one name apart."""

import pytest

from graph.keys import thing_key
from graph.names import UNSHARED
from nlp.normal import normal_name
from ontology.vocabulary import vocabulary


def key(name: str, *regions: str, kind: str = "organization") -> str:
    return thing_key(kind, name, normal_name(name, f"svod:{kind.title()}"), regions)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ОАО «Протон-ПМ»", "ПАО «Протон-ПМ»"), ("ОАО «Вектор»", "АО «Вектор»")],
)
def test_a_company_that_becomes_another_kind_of_joint_stock_company_keeps_its_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ООО «Вектор»", "АО «Вектор»"), ("ООО «Вектор»", "«Вектор»"), ("ООО «Протон-ПМ»", "АО «Протон-ПМ»")],
)
def test_two_kinds_of_legal_person_do_not_meet_by_their_name(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_word_of_the_dictionary_names_a_thing_only_together_with_its_region() -> None:
    assert key("ООО «Вектор»", "region/RU-OMS") != key("ООО «Вектор»", "region/RU-TVE")
    assert key("Кластер «Маяк»", "region/RU-PNZ", kind="cluster") != key("«Маяк»", "region/RU-TUL", kind="cluster")
    assert key("Кластер «Липецкмаш»", "region/RU-LIP", kind="cluster") == key("«Липецкмаш»", kind="cluster")


@pytest.mark.parametrize("name", ["«Кванториум»", "Детский технопарк «Кванториум»", "Кванториум", "Завод «Кванториум»"])
def test_a_body_without_a_legal_form_is_named_only_together_with_its_region(name: str) -> None:
    assert key(name, "region/RU-TOM") != key(name, "region/RU-PER")
    assert key(f"АО {name}", "region/RU-TOM") == key(f"АО {name}", "region/RU-PER")


def test_a_name_that_says_its_place_needs_no_region() -> None:
    assert key("Томский Кванториум", "region/RU-TOM") == key("Томский Кванториум")


def test_names_of_clusters_organizations_and_people_are_no_natural_keys() -> None:
    known = vocabulary()
    own = {*known.concepts, *(region.id for region in known.regions), *(body.id for body in known.authorities)}
    assert own
    assert [id_ for id_ in own if id_.startswith(UNSHARED)] == []
