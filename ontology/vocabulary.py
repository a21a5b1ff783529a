"""What the Turtle files say, as frozen Python values.

Names are kept as the files give them; comparing them without regard to letter case, dashes and ё is the caller's work.
Ids are relative to the library's base (`region/RU-PER`), classes and properties are CURIEs (`svod:Cluster`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.nodes import Nodes

Kind = str
"""`class`, `object`, `datatype` or `property` (an RDF property of either sort)."""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property. `ru` and `en` are its labels, the `alt_…` are the other words people use for it.

    `domain` and `range` are alternatives, as CURIEs; `broader` are its super-classes or super-properties.
    """

    curie: str
    iri: str
    kind: Kind
    ru: str
    en: str
    alt_ru: tuple[str, ...]
    alt_en: tuple[str, ...]
    definition_ru: str
    definition_en: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    broader: tuple[str, ...]
    is_functional: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that the vocabulary itself names: a specialization, a sector, a status, a level, a kind of act, a code.

    `matches` are concepts of another scheme that mean about the same or more; `notation` is a code (`federal_law`).
    """

    id: str
    type: str
    ru: str
    en: str
    alt_ru: tuple[str, ...] = ()
    alt_en: tuple[str, ...] = ()
    definition_ru: str = ""
    definition_en: str = ""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    notation: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in either language, labels first."""
        return tuple(dict.fromkeys((self.ru, self.en, *self.alt_ru, *self.alt_en)))


@dataclass(frozen=True, slots=True)
class Region:
    """A federal subject. `ru` and `en` are official; `adjectives` are nominative masculine lower case ("пермский").

    `abbreviations` may be shared by several subjects (РК). Latitude and longitude (WGS 84 degrees) are the capital's.
    """

    id: str
    iso: str
    kind: str
    ru: str
    en: str
    short_ru: str
    short_en: str
    alt_ru: tuple[str, ...]
    alt_en: tuple[str, ...]
    informal_ru: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital_id: str
    capital_ru: str
    capital_en: str
    latitude: float
    longitude: float
    district: str
    okato: str
    oktmo: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name in either language: official, short, other, informal; not adjectives, not abbreviations."""
        shorts = (self.short_ru, self.short_en)
        names = (self.ru, self.en, *shorts, *self.alt_ru, *self.alt_en, *self.informal_ru)
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Authority:
    """A body of the state. `former_ru` are names it had itself; a body that was replaced names its `successors`.

    `valid_from` and `valid_to` are as precise as known (`2004-05`, `2012-05-21`), "" where open or unknown.
    """

    id: str
    kind: str
    ru: str
    en: str
    short_ru: str
    short_en: str
    alt_ru: tuple[str, ...]
    alt_en: tuple[str, ...]
    former_ru: tuple[str, ...]
    former_en: tuple[str, ...]
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    valid_from: str
    valid_to: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in either language, official first, former last."""
        shorts = (self.short_ru, self.short_en)
        names = (self.ru, self.en, *shorts, *self.alt_ru, *self.alt_en, *self.former_ru, *self.former_en)
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the ontology names. `classes` and `properties` by CURIE; the tuples are sorted by id."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    regions: tuple[Region, ...]
    districts: tuple[Concept, ...]
    specializations: tuple[Concept, ...]
    sectors: tuple[Concept, ...]
    statuses: tuple[Concept, ...]
    levels: tuple[Concept, ...]
    authorities: tuple[Authority, ...]
    programmes: tuple[Concept, ...]
    centres: tuple[Concept, ...]
    act_kinds: tuple[Concept, ...]
    codes: tuple[Concept, ...]

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """Every concept by its id."""
        groups = (self.districts, self.specializations, self.sectors, self.statuses, self.levels)
        others = (self.programmes, self.centres, self.act_kinds, self.codes)
        return {concept.id: concept for group in (*groups, *others) for concept in group}

    @property
    def regions_by_iso(self) -> Mapping[str, Region]:
        """Every federal subject by its ISO 3166-2 code."""
        return {region.iso: region for region in self.regions}


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once a process."""
    nodes = Nodes.read()
    return Vocabulary(
        classes={term.curie: term for term in _terms(nodes, ("owl:Class",))},
        properties={term.curie: term for term in _terms(nodes, tuple(_PROPERTY_KINDS))},
        regions=tuple(_region(nodes, id_) for id_ in nodes.of_type("svod:Region")),
        districts=_concepts(nodes, "svod:FederalDistrict"),
        specializations=_concepts(nodes, "svod:Specialization"),
        sectors=_concepts(nodes, "svod:Sector"),
        statuses=_concepts(nodes, "svod:ClusterStatus"),
        levels=_concepts(nodes, "svod:OrganizationalLevel"),
        authorities=tuple(_authority(nodes, id_) for id_ in nodes.of_type("svod:Authority")),
        programmes=_concepts(nodes, "svod:Programme"),
        centres=_concepts(nodes, "svod:CentreForClusterDevelopment"),
        act_kinds=_concepts(nodes, "svod:ActKind"),
        codes=_concepts(nodes, "svod:Code") + _concepts(nodes, "svod:Constitution"),
    )


_PROPERTY_KINDS: Mapping[str, Kind] = {
    "owl:ObjectProperty": "object",
    "owl:DatatypeProperty": "datatype",
    "rdf:Property": "property",
}


def _terms(nodes: Nodes, types: tuple[str, ...]) -> list[Term]:
    curies = sorted({curie for type_ in types for curie in nodes.of_type(type_)})
    return [_term(nodes, curie) for curie in curies]


def _term(nodes: Nodes, curie: str) -> Term:
    types = nodes.links(curie, "rdf:type")
    kind = next((_PROPERTY_KINDS[type_] for type_ in types if type_ in _PROPERTY_KINDS), "class")
    return Term(
        curie=curie,
        iri=nodes.iri(curie),
        kind=kind,
        ru=nodes.text(curie, "rdfs:label", "ru"),
        en=nodes.text(curie, "rdfs:label", "en"),
        alt_ru=nodes.texts(curie, "skos:altLabel", "ru"),
        alt_en=nodes.texts(curie, "skos:altLabel", "en"),
        definition_ru=nodes.text(curie, "skos:definition", "ru"),
        definition_en=nodes.text(curie, "skos:definition", "en"),
        domain=nodes.links(curie, "rdfs:domain") + nodes.links(curie, "svod:usedOn"),
        range=nodes.links(curie, "rdfs:range") + nodes.links(curie, "svod:usedWith"),
        broader=nodes.links(curie, "rdfs:subClassOf" if kind == "class" else "rdfs:subPropertyOf"),
        is_functional="owl:FunctionalProperty" in types,
    )


def _concepts(nodes: Nodes, type_: str) -> tuple[Concept, ...]:
    return tuple(_concept(nodes, id_, type_) for id_ in nodes.of_type(type_))


def _concept(nodes: Nodes, id_: str, type_: str) -> Concept:
    return Concept(
        id=id_,
        type=type_,
        ru=nodes.text(id_, "rdfs:label", "ru"),
        en=nodes.text(id_, "rdfs:label", "en"),
        alt_ru=nodes.texts(id_, "skos:altLabel", "ru") + nodes.texts(id_, "svod:abbreviation", "ru"),
        alt_en=nodes.texts(id_, "skos:altLabel", "en") + nodes.texts(id_, "svod:abbreviation", "en"),
        definition_ru=nodes.text(id_, "skos:definition", "ru"),
        definition_en=nodes.text(id_, "skos:definition", "en"),
        broader=nodes.links(id_, "skos:broader"),
        related=nodes.links(id_, "skos:related"),
        matches=nodes.links(id_, "skos:closeMatch") + nodes.links(id_, "skos:broadMatch"),
        notation=nodes.text(id_, "skos:notation"),
    )


def _region(nodes: Nodes, id_: str) -> Region:
    capital = nodes.links(id_, "svod:capital")[0]
    kinds = [type_ for type_ in nodes.links(id_, "rdf:type") if type_ != "svod:Region"]
    return Region(
        id=id_,
        iso=nodes.text(id_, "svod:isoCode"),
        kind=kinds[0],
        ru=nodes.text(id_, "rdfs:label", "ru"),
        en=nodes.text(id_, "rdfs:label", "en"),
        short_ru=nodes.text(id_, "svod:shortName", "ru"),
        short_en=nodes.text(id_, "svod:shortName", "en"),
        alt_ru=nodes.texts(id_, "skos:altLabel", "ru"),
        alt_en=nodes.texts(id_, "skos:altLabel", "en"),
        informal_ru=nodes.texts(id_, "svod:informalName", "ru"),
        abbreviations=nodes.texts(id_, "svod:abbreviation", "ru"),
        adjectives=nodes.texts(id_, "svod:adjective", "ru"),
        capital_id=capital,
        capital_ru=nodes.text(capital, "rdfs:label", "ru"),
        capital_en=nodes.text(capital, "rdfs:label", "en"),
        latitude=float(nodes.text(capital, "geo:lat")),
        longitude=float(nodes.text(capital, "geo:long")),
        district=nodes.links(id_, "svod:federalDistrict")[0],
        okato=nodes.text(id_, "svod:okato"),
        oktmo=nodes.text(id_, "svod:oktmo"),
    )


def _authority(nodes: Nodes, id_: str) -> Authority:
    kinds = [type_ for type_ in nodes.links(id_, "rdf:type") if type_ != "svod:Authority"]
    return Authority(
        id=id_,
        kind=kinds[0] if kinds else "svod:Authority",
        ru=nodes.text(id_, "rdfs:label", "ru"),
        en=nodes.text(id_, "rdfs:label", "en"),
        short_ru=nodes.text(id_, "svod:shortName", "ru"),
        short_en=nodes.text(id_, "svod:shortName", "en"),
        alt_ru=nodes.texts(id_, "skos:altLabel", "ru") + nodes.texts(id_, "svod:abbreviation", "ru"),
        alt_en=nodes.texts(id_, "skos:altLabel", "en") + nodes.texts(id_, "svod:abbreviation", "en"),
        former_ru=nodes.texts(id_, "svod:formerName", "ru"),
        former_en=nodes.texts(id_, "svod:formerName", "en"),
        predecessors=nodes.links(id_, "dcterms:replaces"),
        successors=nodes.links(id_, "dcterms:isReplacedBy"),
        valid_from=nodes.text(id_, "svod:validFrom"),
        valid_to=nodes.text(id_, "svod:validTo"),
    )
