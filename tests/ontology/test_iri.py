"""IRIs: what goes out comes back, and keys are ASCII."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import iri
from ontology.iri import DEFAULT_BASE, PREFIXES, act_iri, compress, expand, number_slug, slug, transliterate


def test_doctests_hold() -> None:
    assert doctest.testmod(iri).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Технополис Новый Звездный", "tekhnopolis-novyi-zvezdnyi"),
        ("Технополис «Новый Звёздный»", "tekhnopolis-novyi-zvezdnyi"),
        ("Минпромторг", "minpromtorg"),
        ("Ульяновск-Авиа", "ulianovsk-avia"),
        ("Щёголев, Юрий Яковлевич", "shchegolev-iurii-iakovlevich"),
        ("подъезд", "podieezd"),
        ("São Paulo & Co.", "sao-paulo-co"),
        ("«»", ""),
    ],
)
def test_slug_follows_icao_9303(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_transliteration_keeps_case_and_decomposed_letters() -> None:
    assert transliterate("ЩЁЛКОВО Щёлково") == "ShchELKOVO Shchelkovo"
    assert transliterate("и\u0306") == "i"  # й written as и and a breve


@given(st.text(max_size=60))
def test_a_slug_is_ascii_words(text: str) -> None:
    result = slug(text)
    assert result.isascii()
    assert result == slug(result)
    assert not result.startswith("-")
    assert not result.endswith("-")


@pytest.mark.parametrize(
    "name",
    ["region/RU-PER", "svod:Cluster", "sdmx-dimension:refArea", "act/ru/federal-law/2014-12-31/488-fz", "rdf:type"],
)
@pytest.mark.parametrize("base", [DEFAULT_BASE, "https://example.org/svod/id/"])
def test_expand_and_compress_are_inverse(name: str, base: str) -> None:
    assert compress(expand(name, base), base) == name


def test_an_absolute_iri_stays() -> None:
    assert expand("https://example.org/x") == "https://example.org/x"
    assert expand("urn:isbn:1") == "urn:isbn:1"
    assert compress("https://example.org/x") == "https://example.org/x"


def test_an_iri_that_is_no_clean_curie_is_not_compressed() -> None:
    for tail in ("", "a/b", "x#y", "a b", "é"):
        whole = PREFIXES["schema"] + tail
        assert compress(whole) == whole


def test_no_prefix_hides_another() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    for prefix, namespace in PREFIXES.items():
        assert compress(namespace + "x") == f"{prefix}:x"


@pytest.mark.parametrize(
    ("kind", "number", "issued", "extra", "expected"),
    [
        ("federal_law", "488-ФЗ", "2014-12-31", {}, "act/ru/federal-law/2014-12-31/488-fz"),
        ("federal_law", "488", "2014-12-31", {}, "act/ru/federal-law/2014-12-31/488-fz"),
        ("federal_law", "488-FZ", "2014-12-31", {}, "act/ru/federal-law/2014-12-31/488-fz"),
        ("federal_law", "131 - Ф3", "2003-10-06", {}, "act/ru/federal-law/2003-10-06/131-fz"),
        ("government_resolution", "779", "2015-07-31", {}, "act/ru/government-resolution/2015-07-31/779"),
        ("regional_law", "84-ЗСО", "2014-06-30", {"region": "RU-SAR"}, "act/RU-SAR/regional-law/2014-06-30/84-zso"),
        (
            "municipal",
            "12/1",
            "2010-03-01",
            {"region": "RU-KOS", "issuer": "Дума города"},
            "act/RU-KOS/duma-goroda/municipal/2010-03-01/12_1",
        ),
    ],
)
def test_an_act_is_named_by_its_key(kind: str, number: str, issued: str, extra: dict[str, str], expected: str) -> None:
    assert act_iri(kind, number, issued, **extra) == expected


@pytest.mark.parametrize(
    ("kind", "number", "issued", "extra"),
    [
        ("federal_law", "488-ФЗ", None, {}),
        ("federal_law", "488-ФЗ", "2014", {}),
        ("federal_law", "488-ФЗ", "2014-02-30", {}),
        ("federal_law", None, "2014-12-31", {}),
        ("federal_law", "№", "2014-12-31", {}),
        ("ministry_order", "12", "2014-12-31", {}),
        ("municipal", "12", "2014-12-31", {"region": "RU-KOS"}),
        ("regional_law", "12", "2014-12-31", {}),
    ],
)
def test_what_is_no_key_names_no_act(kind: str, number: str | None, issued: str | None, extra: dict[str, str]) -> None:
    assert act_iri(kind, number, issued, **extra) is None


def test_a_slash_is_not_a_hyphen() -> None:
    assert number_slug("12/1") != number_slug("12-1")
