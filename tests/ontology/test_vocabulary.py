"""The vocabulary: complete in both languages, regions as ISO 3166-2 has them."""

import itertools
from collections import Counter

import pyoxigraph
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from ontology import triples, vocabulary
from ontology.iri import DEFAULT_BASE, NAMESPACE, expand
from ontology.triples import FILES, FOLDER, SHAPES
from ontology.vocabulary import Authority, Concept, Region, Term

WORDS = vocabulary()
EVERYTHING: list[Term | Concept | Region | Authority] = [
    *WORDS.classes.values(),
    *WORDS.properties.values(),
    *WORDS.concepts.values(),
    *WORDS.regions,
    *WORDS.authorities,
]
RELATIONS = """
rdfs:label skos:altLabel schema:location svod:keySpecialization svod:relatedSpecialization svod:produces
svod:manager svod:managementOrganization svod:status svod:organizationalLevel svod:memberCount svod:staffCount
schema:telephone schema:email schema:url schema:address schema:foundingDate svod:registeredOn org:memberOf
svod:cooperatesWith svod:supportedUnder svod:administeredBy svod:legalBasis org:member org:organization
svod:roleName eli:type_document eli:id_local eli:date_document eli:title eli:passed_by eli:amends eli:repeals
eli:cites eli:based_on dcterms:references schema:mentions svod:measure svod:observationOf sdmx-dimension:refArea
sdmx-dimension:refPeriod sdmx-measure:obsValue sdmx-attribute:unitMeasure
"""
CLASSES = """
Cluster ClusterStatus OrganizationalLevel Specialization Product Region FederalDistrict Person Membership
ManagementOrganization Organization Authority IndustrialPark TechnologyPark LegalAct Programme SupportMeasure
Requirement Indicator Goal CentreForClusterDevelopment SelectionStage Observation Document Passage Statement
Contact Place Settlement Role
"""


def test_everything_has_a_label_in_both_languages() -> None:
    assert [thing for thing in EVERYTHING if not (thing.ru and thing.en)] == []


def test_labels_are_in_the_letters_of_their_language() -> None:
    russian = [thing.ru for thing in EVERYTHING if not any("а" <= letter <= "я" for letter in thing.ru.casefold())]
    english = [thing.en for thing in EVERYTHING if any("а" <= letter <= "я" for letter in thing.en.casefold())]
    assert (russian, english) == ([], [])


def test_terms_are_defined_in_both_languages() -> None:
    terms = [*WORDS.classes.values(), *WORDS.properties.values()]
    assert [term.curie for term in terms if not (term.definition_ru and term.definition_en)] == []


def test_no_name_is_given_twice_to_one_thing() -> None:
    for thing in EVERYTHING:
        for names in (thing.alt_ru, thing.alt_en):
            assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize(
    "curie",
    RELATIONS.split(),
)
def test_every_relation_of_an_extract_can_be_asked_for(curie: str) -> None:
    term = WORDS.properties[curie]
    assert len(term.alt_ru) >= 2
    assert len(term.alt_en) >= 1


@pytest.mark.parametrize(
    "name",
    CLASSES.split(),
)
def test_every_class_of_the_design_is_there(name: str) -> None:
    assert WORDS.classes[f"svod:{name}"].iri == NAMESPACE + name


def test_domains_and_ranges_are_classes_or_datatypes() -> None:
    for term in WORDS.properties.values():
        for name in (*term.domain, *term.range):
            assert name in WORDS.classes or name.startswith(("xsd:", "rdf:")), (term.curie, name)


def test_what_has_one_value_is_marked() -> None:
    functional = {curie for curie, term in WORDS.properties.items() if term.is_functional}
    assert {"svod:memberCount", "svod:organizationalLevel", "eli:date_document", "sdmx-dimension:refArea"} <= functional
    assert not {"svod:manager", "skos:altLabel", "schema:telephone", "eli:amends"} & functional


def test_the_federal_subjects_are_those_of_the_list() -> None:
    isos = [region.iso for region in WORDS.regions]
    assert len(set(isos)) == len(isos) == 85
    assert sum(iso.startswith("RU-") for iso in isos) == 83
    assert {"UA-43", "UA-40", "RU-KHM", "RU-MOW", "RU-SPE", "RU-PER", "RU-CU"} <= set(isos)
    kinds = Counter(region.kind for region in WORDS.regions)
    assert kinds == {
        "svod:Republic": 22,
        "svod:Krai": 9,
        "svod:Oblast": 46,
        "svod:FederalCity": 3,
        "svod:AutonomousOblast": 1,
        "svod:AutonomousOkrug": 4,
    }


def test_codes_of_regions_are_unique() -> None:
    for field in ("id", "okato", "oktmo", "ru", "en", "capital_id"):
        values = [getattr(region, field) for region in WORDS.regions]
        assert len(set(values)) == len(values), field


def test_a_capital_lies_in_russia() -> None:
    for region in WORDS.regions:
        assert 42 < region.latitude < 70, region.iso
        assert 20 < region.longitude < 178, region.iso
        assert region.capital_ru
        assert region.capital_en
        assert region.district in {district.id for district in WORDS.districts}


@pytest.mark.parametrize(
    ("iso", "name"),
    [
        ("RU-TUL", "Tula Region"),
        ("RU-PER", "Perm Krai"),
        ("RU-PER", "Perm Region"),
        ("RU-PER", "Прикамье"),
        ("RU-KEM", "Кузбасс"),
        ("RU-MOS", "Подмосковье"),
        ("RU-TA", "Tatarstan"),
        ("RU-TA", "Tatarstan Region"),
        ("RU-SPE", "St. Petersburg"),
        ("RU-SPE", "Saint Petersburg"),
        ("RU-SA", "Sakha (Yakutia) Republic"),
        ("RU-CU", "Чувашская Республика"),
        ("RU-KHM", "Ханты-Мансийский (Югра)"),
        ("UA-43", "Крым"),
    ],
)
def test_regions_go_by_their_common_names(iso: str, name: str) -> None:
    assert name in WORDS.regions_by_iso[iso].names


def test_abbreviations_and_adjectives_of_regions() -> None:
    regions = WORDS.regions_by_iso
    assert "ХМАО" in regions["RU-KHM"].abbreviations
    assert "ЯНАО" in regions["RU-YAN"].abbreviations
    assert regions["RU-PER"].adjectives == ("пермский",)
    assert regions["RU-TUL"].adjectives == ("тульский",)
    assert all(adjective.endswith("ий") for region in WORDS.regions for adjective in region.adjectives)


def test_a_full_name_names_one_region() -> None:
    seen: dict[str, str] = {}
    for region in WORDS.regions:
        for name in region.names:
            assert seen.setdefault(name.casefold(), region.iso) == region.iso, name


def test_the_twenty_sectors_and_the_scales() -> None:
    assert len(WORDS.sectors) == 20
    assert {sector.en for sector in WORDS.sectors} >= {"Aerospace", "New Materials", "Medical and Pharma"}
    assert [status.id for status in WORDS.statuses] == ["status/ccd", "status/industrial", "status/pilot"]
    assert [level.id for level in WORDS.levels] == ["level/high", "level/initial", "level/medium"]
    assert {"specialization/space-industry", "specialization/aviation"} <= set(WORDS.concepts)


def test_links_between_concepts_lead_somewhere() -> None:
    for concept in WORDS.concepts.values():
        for other in (*concept.broader, *concept.related, *concept.matches):
            assert other in WORDS.concepts, (concept.id, other)


def test_a_name_in_one_scheme_names_one_concept() -> None:
    for scheme in (WORDS.specializations, WORDS.sectors, WORDS.statuses, WORDS.levels, WORDS.programmes, WORDS.codes):
        seen: dict[str, str] = {}
        for id_, name in ((concept.id, name) for concept in scheme for name in concept.names):
            assert seen.setdefault(name.casefold(), id_) == id_, name


def test_ministries_and_their_names() -> None:
    authorities = {authority.id: authority for authority in WORDS.authorities}
    industry = authorities["authority/minpromtorg"]
    assert industry.short_ru == "Минпромторг России"
    assert {"Ministry for Industry and Trade of Russia", "Ministry of Industry and Trade"} <= set(industry.names)
    assert "authority/minpromenergo" in industry.predecessors
    old, new = authorities["authority/minobrnauki-2004"], authorities["authority/minobrnauki"]
    assert old.short_ru == new.short_ru == "Минобрнауки России"
    assert old.valid_to == new.valid_from == "2018-05-15"
    assert new.id in old.successors
    for authority in WORDS.authorities:
        assert all(other in authorities for other in (*authority.predecessors, *authority.successors))
        assert all(authority.id in authorities[other].predecessors for other in authority.successors)


def test_kinds_of_acts_are_those_of_the_gold_and_orders_of_the_president() -> None:
    kinds = """federal_law federal_constitutional_law presidential_decree government_resolution government_order
    ministry_order regional_law regional_resolution municipal code other"""
    assert {kind.notation for kind in WORDS.act_kinds} == {*kinds.split(), "presidential_order"}


def test_ids_are_ascii() -> None:
    assert all(triple.subject.value.isascii() for triple in triples() if hasattr(triple.subject, "value"))


def test_concepts_have_the_preferred_label_they_are_shown_with() -> None:
    label, preferred = (pyoxigraph.NamedNode(expand(curie)) for curie in ("rdfs:label", "skos:prefLabel"))
    everything = list(triples())
    labels = {(t.subject, t.object) for t in everything if t.predicate == label}
    assert {(t.subject, t.object) for t in everything if t.predicate == preferred} <= labels


def test_the_base_is_the_callers() -> None:
    other = "https://example.org/id/"
    values = {t.subject.value for t in triples(other) if isinstance(t.subject, pyoxigraph.NamedNode)}
    assert other + "region/RU-PER" in values
    assert not any(value.startswith(DEFAULT_BASE) for value in values)


def test_no_triple_stands_twice() -> None:
    everything = [str(triple) for triple in triples()]
    repeated = [triple for triple, times in Counter(everything).items() if times > 1]
    assert repeated == []


@pytest.mark.parametrize("name", [*FILES, SHAPES.name])
def test_rdflib_reads_the_same_triples(name: str) -> None:
    graph = Graph().parse(FOLDER / name, format="turtle", publicID=DEFAULT_BASE)
    ours = sum(1 for _ in itertools.chain(triples(files=(name,))))
    assert len(graph) == ours > 0


def test_no_file_is_left_out() -> None:
    assert {path.name for path in FOLDER.glob("*.ttl")} == {*FILES, SHAPES.name}


def test_shapes_name_terms_of_the_vocabulary() -> None:
    shacl = Namespace("http://www.w3.org/ns/shacl#")
    graph = Graph().parse(SHAPES, format="turtle")
    used = {str(value) for value in graph.objects(None, shacl.path)}
    used |= {str(value) for value in graph.objects(None, shacl.targetClass)}
    known = {term.iri for term in (*WORDS.classes.values(), *WORDS.properties.values())}
    assert {iri for iri in used if iri.startswith(NAMESPACE)} <= known
    assert (None, RDF.type, shacl.NodeShape) in graph
