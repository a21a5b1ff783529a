"""Which properties may join which classes, as the vocabulary's domains and ranges say."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from ontology.vocabulary import Term, vocabulary

Asks = Literal["who", "what", "which", "when", "where", "how_many", "why", ""]

_DATES = frozenset({"xsd:date", "xsd:gYear", "xsd:gYearMonth", "xsd:dateTime"})
_NUMBERS = frozenset({"xsd:integer", "xsd:decimal", "xsd:nonNegativeInteger", "xsd:double"})
_ACTORS = ("foaf:Person", "svod:Person", "foaf:Agent", "org:Organization", "svod:Organization", "svod:Authority")
_PLACES = ("svod:Region", "svod:FederalDistrict", "svod:Settlement", "svod:Place")


@cache
def ancestors(curie: str) -> frozenset[str]:
    """A class with all its broader classes."""
    term = vocabulary().classes.get(curie)
    above = (ancestors(broader) for broader in (term.broader if term else ()) if broader != curie)
    return frozenset({curie}).union(*above)


def is_a(curie: str, classes: Iterable[str]) -> bool:
    """Whether a class is one of `classes` or below one."""
    return not ancestors(curie).isdisjoint(classes)


def is_literal(curie: str) -> bool:
    """Whether a property's objects are values and not things."""
    term = vocabulary().properties[curie]
    return term.kind == "datatype" or any(
        range_.startswith("xsd:") or range_ == "rdf:langString" for range_ in term.range
    )


@cache
def narrower(curie: str) -> tuple[str, ...]:
    """The properties that say a special case of this one: who amends an act cites it."""
    return tuple(name for name, term in vocabulary().properties.items() if curie in term.broader)


def takes_subject(curie: str, class_: str) -> bool:
    """Whether things of the class may be subjects of the property; one that names no domain is for any."""
    domain = vocabulary().properties[curie].domain
    return not domain or is_a(class_, domain)


def takes_object(curie: str, class_: str) -> bool:
    """Whether things of the class may be objects of the property."""
    return not is_literal(curie) and is_a(class_, vocabulary().properties[curie].range)


def is_date(curie: str) -> bool:
    """Whether the property gives a date."""
    term = vocabulary().properties[curie]
    return not _DATES.isdisjoint(term.range) or "date" in curie.casefold()


def is_number(curie: str) -> bool:
    """Whether the property gives a number."""
    return not _NUMBERS.isdisjoint(vocabulary().properties[curie].range)


def answers(curie: str, asks: Asks) -> bool:
    """Whether the property's objects are of the kind that the question word asks for."""
    if asks == "when":
        return is_date(curie)
    if asks == "how_many":
        return is_number(curie)
    if asks == "who":
        return any(is_a(range_, _ACTORS) for range_ in vocabulary().properties[curie].range)
    if asks == "where":
        return any(is_a(range_, _PLACES) for range_ in vocabulary().properties[curie].range)
    return True


@cache
def properties_of(class_: str, asks: Asks = "") -> tuple[str, ...]:
    """The properties that things of the class may have, of those that answer the question word."""
    return tuple(curie for curie in vocabulary().properties if takes_subject(curie, class_) and answers(curie, asks))


@cache
def links(subject: str, object_: str) -> tuple[str, ...]:
    """The properties that may join a thing of one class to a thing of another."""
    return tuple(
        curie for curie in vocabulary().properties if takes_subject(curie, subject) and takes_object(curie, object_)
    )


@cache
def chains(subject: str, object_: str) -> tuple[tuple[str, str], ...]:
    """Two properties in a row that may join the classes (a cluster's region, and that region's district)."""
    own = vocabulary().properties
    return tuple(
        (first, second)
        for first in properties_of(subject)
        if not is_literal(first)
        for second, term in own.items()
        if takes_object(second, object_) and any(is_a(class_, own[first].range) for class_ in term.domain)
    )


def label(curie: str, language: str) -> str:
    """A class or property in words."""
    term: Term | None = vocabulary().properties.get(curie) or vocabulary().classes.get(curie)
    return ((term.ru if language == "ru" else term.en) or term.ru or term.en) if term else curie
