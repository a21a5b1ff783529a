"""Names as resolution compares them."""

import doctest

import pytest

import nlp.modality
import nlp.normal
import nlp.outline
from nlp.normal import fits, normal_name


@pytest.mark.parametrize("module", [nlp.normal, nlp.modality, nlp.outline])
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_the_seed_clusters_two_names_are_one() -> None:
    names = (
        'Инновационный территориальный кластер "Технополис "Новый Звездный"',
        'Технологический кластер "Технополис "Новый Звездный""',
        "кластер «Технополис «Новый Звёздный»",
        'Технополис "Новый Звездный"',
    )
    assert {normal_name(name, "svod:Cluster") for name in names} == {"технополис новый звездный"}


def test_clusters_without_quotes_keep_their_words() -> None:
    one = normal_name("Алтайский полимерный композитный кластер", "svod:Cluster")
    assert one == "алтайский полимерный композитный кластер"
    assert one != normal_name("Алтайский биофармацевтический кластер", "svod:Cluster")


def test_legal_forms_do_not_part_an_organization() -> None:
    assert normal_name("ОАО «Протон-ПМ»", "svod:Organization") == normal_name('АО "Протон-ПМ"', "svod:Organization")


def test_initials_fit_only_the_same_surname() -> None:
    assert fits("иванов п с", "иванов петр сергеевич")
    assert not fits("иванов п с", "иванова полина сергеевна")
    assert not fits("иванов а", "иванов петр")
