"""The ledger as a property graph: nodes and edges, each once. `to_neo4j` and `to_networkx` write them.

A node is a thing; its labels are its classes; its literal facts are its properties, with the language at the end of the
name (`label_ru`), and the IRIs of what the vocabulary joins it to (a region's federal district). An edge is a fact
between two things, as documents state it; it carries the fact's IRI, where its evidence hangs.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.queries import select
from ontology.iri import NAMESPACE, PREFIXES, compress

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

Scalar = str | int | float | bool
Property = Scalar | list[str] | list[int] | list[float]

_NUMBERS = {PREFIXES["xsd"] + name: kind for name, kind in (("integer", int), ("decimal", float), ("double", float))}


@dataclass(frozen=True, slots=True)
class Node:
    """A thing. `labels` are local names of its classes, sorted; `properties` its literal facts, several of a name as a
    sorted list."""

    iri: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact between two things: its IRI, its type (`KEY_SPECIALIZATION`) and its ends."""

    fact: str
    type: str
    source: str
    target: str


def nodes(snapshot: "Snapshot") -> Iterator[Node]:
    """Every thing of the resolved view, by IRI."""
    labels: dict[str, set[str]] = defaultdict(set)
    properties: dict[str, dict[str, set[Scalar]]] = defaultdict(lambda: defaultdict(set))
    for row in select(snapshot, "things"):
        if not row["thing"].value.startswith(NAMESPACE):
            labels[row["thing"].value].add(local_name(row["type"].value))
    for row in select(snapshot, "literals"):
        if row["thing"].value in labels:
            name = property_name(compress(row["predicate"].value, snapshot.base), row["value"].language)
            properties[row["thing"].value][name].add(scalar(row["value"]))
    for row in select(snapshot, "references", ontology=snapshot.graphs.ontology):
        if row["thing"].value in labels and isinstance(row["other"], NamedNode):
            name = property_name(compress(row["predicate"].value, snapshot.base))
            properties[row["thing"].value][name].add(row["other"].value)
    for edge in edges(snapshot):
        for end in (edge.source, edge.target):
            labels.setdefault(end, set())
    for iri in sorted(labels):
        own = {name: one_or_all(values) for name, values in sorted(properties[iri].items())}
        yield Node(iri, tuple(sorted(labels[iri])), own)


def edges(snapshot: "Snapshot") -> Iterator[Edge]:
    """Every fact of the resolved view that joins two things, by IRI of the fact."""
    for row in select(snapshot, "edges", facts=snapshot.graphs.facts):
        predicate = compress(row["predicate"].value, snapshot.base)
        if isinstance(row["object"], NamedNode):
            yield Edge(row["fact"].value, relationship_type(predicate), row["subject"].value, row["object"].value)


def local_name(iri_or_curie: str) -> str:
    """The last part of a name: the label of a class.

    >>> local_name("https://w3id.org/svod/Cluster"), local_name("org:Membership")
    ('Cluster', 'Membership')
    """
    return re.split(r"[/#:]", iri_or_curie)[-1]


def relationship_type(curie: str) -> str:
    """A predicate as a type of relationship.

    >>> relationship_type("svod:keySpecialization"), relationship_type("sdmx-dimension:refArea")
    ('KEY_SPECIALIZATION', 'REF_AREA')
    """
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", local_name(curie))
    return re.sub(r"\W+", "_", words).upper()


def property_name(curie: str, language: str | None = None) -> str:
    """A predicate as a property: its local name, and the language of the text.

    >>> property_name("rdfs:label", "ru"), property_name("schema:telephone")
    ('label_ru', 'telephone')
    """
    name = re.sub(r"\W+", "_", local_name(curie))
    return f"{name}_{re.sub(r'[^a-z0-9]+', '_', language.lower())}" if language else name


def scalar(value: Literal) -> Scalar:
    """A literal as a number where it is one, else as it stands.

    >>> scalar(Literal("9", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")))
    9
    """
    kind = _NUMBERS.get(value.datatype.value)
    return kind(value.value) if kind else value.value


def one_or_all(values: Collection[Scalar]) -> Property:
    """The value, or all in order and of one type, since a list in a property graph holds one: numbers as floats where
    one is, texts where one is.

    >>> one_or_all({9}), one_or_all({2.5, 21}), one_or_all({2008, "2008-05"})
    (9, [2.5, 21.0], ['2008', '2008-05'])
    """
    if len(values) == 1:
        return next(iter(values))
    if any(isinstance(value, str) for value in values):
        return sorted(str(value) for value in values)
    if any(isinstance(value, float) for value in values):
        return sorted(float(value) for value in values)
    return sorted(int(value) for value in values)
