"""Names on the web: prefixes, the base, and how natural keys become IRIs.

A *relative id* (`region/RU-PER`) is what the rooms pass to each other: it expands below the library's base. A *CURIE*
(`svod:Cluster`) expands by its prefix. Natural keys are ASCII, transliterated by ICAO 9303, because Cyrillic IRIs
break at proxies.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

DEFAULT_BASE = "http://localhost:8765/id/"
NAMESPACE = "https://w3id.org/svod/"

PREFIXES: Mapping[str, str] = {
    "svod": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "sh": "http://www.w3.org/ns/shacl#",
}

_CURIE = re.compile(r"([a-z][a-z0-9-]*):(?!//)(.*)", re.DOTALL)
_SAFE_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

# ICAO Doc 9303, part 3, section 6.B (2021): the soft sign has no letter.
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".replace("-", "").split(" "),
        strict=True,
    )
)
_UPPER = {letter.upper(): latin.capitalize() for letter, latin in _LATIN.items()}
_TABLE = str.maketrans({**_LATIN, **_UPPER, "№": ""})


def expand(curie_or_relative: str, base: str = DEFAULT_BASE) -> str:
    """The absolute IRI of a CURIE, or of an id below `base`; an absolute IRI comes back as it is.

    >>> expand("svod:Cluster"), expand("region/RU-PER", "https://example.org/id/")
    ('https://w3id.org/svod/Cluster', 'https://example.org/id/region/RU-PER')
    """
    match = _CURIE.fullmatch(curie_or_relative)
    if match and match[1] in PREFIXES:
        return PREFIXES[match[1]] + match[2]
    if _ABSOLUTE.match(curie_or_relative):
        return curie_or_relative
    return base + curie_or_relative


def compress(iri: str, base: str = DEFAULT_BASE) -> str:
    """The shortest form that `expand` brings back to `iri`: an id below `base`, a CURIE, or the IRI itself.

    >>> compress("https://w3id.org/svod/Cluster"), compress("http://localhost:8765/id/region/RU-PER")
    ('svod:Cluster', 'region/RU-PER')
    """
    if iri.startswith(base) and len(iri) > len(base):
        relative = iri[len(base) :]
        return relative if not _ABSOLUTE.match(relative) else iri
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _SAFE_LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def transliterate(text: str) -> str:
    """Cyrillic in Latin letters by ICAO 9303; every other character stays.

    >>> transliterate("Щёлково-1")
    'Shchelkovo-1'
    """
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def slug(text: str) -> str:
    """`text` as ASCII lower-case words joined by hyphens; "" when no letter or digit is left.

    >>> slug("Технополис «Новый Звездный»"), slug("488-ФЗ")
    ('tekhnopolis-novyi-zvezdnyi', '488-fz')
    """
    decomposed = unicodedata.normalize("NFKD", transliterate(text))
    return "-".join(re.findall(r"[a-z0-9]+", decomposed.encode("ascii", "ignore").decode().casefold()))


def region_iri(iso: str) -> str:
    """The id of a federal subject by its ISO 3166-2 code.

    >>> region_iri("RU-PER")
    'region/RU-PER'
    """
    return f"region/{iso}"


# What a number is followed by where the kind alone decides it: "Federal law № 488" is 488-ФЗ.
_NUMBER_SUFFIX = {"federal_law": "fz", "federal_constitutional_law": "fkz"}
# One issuer passes all acts of these kinds, so that it need not stand in the key.
_ISSUED_BY_ONE = {"federal_law", "federal_constitutional_law", "presidential_decree", "presidential_order"} | {
    "government_resolution",
    "government_order",
}
_OLD_LAW = re.compile(r"\d{3,4}-i")  # "3520-I" is 3520-1, with the one in Roman


def act_iri(
    kind: str, number: str | None, issued: str | None, *, issuer: str | None = None, region: str | None = None
) -> str | None:
    """The id of a legal act by issuer, kind, date and number, or None where these do not make a key.

    `kind` is one of the kinds of `acts.ttl` with underscores (`federal_law`) or `union_decision`, `issued` an ISO day,
    `issuer` a slug or an authority's id, `region` an ISO 3166-2 code. A number alone is not an act: "488-ФЗ" names
    three laws.

    >>> act_iri("federal_law", "488-ФЗ", "2014-12-31")
    'act/ru/federal-law/2014-12-31/488-fz'
    >>> act_iri("regional_law", "84-ЗСО", "2014-06-30", region="RU-SAR")
    'act/RU-SAR/regional-law/2014-06-30/84-zso'
    >>> act_iri("ministry_order", "12", "2016-02-01", issuer="authority/minpromtorg")
    'act/ru/minpromtorg/ministry-order/2016-02-01/12'
    >>> act_iri("union_decision", "50", "2017-05-30", issuer="kollegiia-eek")
    'act/eaeu/kollegiia-eek/decision/2017-05-30/50'
    >>> act_iri("federal_law", "488-ФЗ", None) is None
    True
    """
    if number is None or issued is None or not _is_day(issued):
        return None
    local = number_slug(number)
    if not local:
        return None
    if kind in _NUMBER_SUFFIX and local.isdigit():
        local = f"{local}-{_NUMBER_SUFFIX[kind]}"
    if kind == "federal_law" and _OLD_LAW.fullmatch(local):
        local = f"{local[:-1]}1"
    issuer = issuer and issuer.removeprefix("authority/")
    tail = (kind.replace("_", "-"), issued, local)
    if kind in _ISSUED_BY_ONE:
        return "/".join(("act", "ru", *tail))
    if kind == "regional_law" and region:
        return "/".join(("act", region, *tail))
    if kind == "ministry_order" and issuer:
        return "/".join(("act", "ru", slug(issuer), *tail))
    if kind in {"regional_resolution", "municipal"} and region and issuer:
        return "/".join(("act", region, slug(issuer), *tail))
    if kind == "union_decision" and issuer:
        return "/".join(("act", "eaeu", slug(issuer), "decision", issued, local))
    return None


_DATED_STANDARD = re.compile(r".*(?:-\d\d|[-./](?:19|20)\d\d)\*?")


def standard_iri(mark: str, number: str) -> str | None:
    """The id of a standard by its mark and number, or None where the number has no year: such words name no edition.

    >>> standard_iri("ГОСТ Р", "51303-2013"), standard_iri("СанПиН", "2.1.3684-21"), standard_iri("ТР ТС", "004/2011")
    ('act/standard/gost-r-51303-2013', 'act/standard/sanpin-2-1-3684-21', 'act/standard/tr-ts-004_2011')
    >>> standard_iri("ГОСТ", "12.1.004") is None
    True
    """
    return f"act/standard/{slug(mark)}-{number_slug(number)}" if _DATED_STANDARD.fullmatch(number) else None


def number_slug(number: str) -> str:
    """An act's number as it stands in its id: a slash is kept apart from a hyphen ("12/1" is not "12-1").

    >>> number_slug("131 - ФЗ"), number_slug("505-П"), number_slug("12/1")
    ('131-fz', '505-p', '12_1')
    """
    return "_".join(slug(part) for part in re.split(r"[/\\]", number.replace("Ф3", "ФЗ")) if slug(part))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
