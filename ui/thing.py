"""A thing of the library with its facts and their passages: what its card and its page show."""

from dataclasses import dataclass

import pyoxigraph as ox

from graph.evidence import Evidence
from graph.plain import DEFAULT, matching
from graph.queries import select as stored
from graph.snapshot import Snapshot
from ui.selecting import Term, graph_named, label_of, predicate_label, select, short
from ui.texts import Language

TYPES = "SELECT ?thing ?class WHERE { ?thing a ?class }"
OUTWARD = """
SELECT ?thing ?facts ?f ?p ?other WHERE {
  GRAPH ?facts { ?f rdf:subject ?thing ; rdf:predicate ?p ; rdf:object ?other }
  FILTER EXISTS { ?thing ?p ?other }
}"""
INWARD = """
SELECT ?thing ?facts ?f ?p ?other WHERE {
  GRAPH ?facts { ?f rdf:object ?thing ; rdf:predicate ?p ; rdf:subject ?other }
  FILTER EXISTS { ?other ?p ?thing }
} LIMIT 500"""
FIGURE = ("svod:measure", "sdmx-dimension:refPeriod", "sdmx-measure:obsValue", "sdmx-attribute:unitMeasure")
"""What a figure is called by."""

MENTIONS = frozenset({"schema:mentions", "dcterms:references"})
"""From a document to a thing; shown after what is stated of the thing."""

FIRST = (
    "rdfs:label",
    "skos:altLabel",
    "schema:location",
    "svod:status",
    "svod:organizationalLevel",
    "svod:keySpecialization",
    "svod:relatedSpecialization",
    "svod:produces",
    "svod:manager",
    "svod:managementOrganization",
    "svod:memberCount",
    "svod:staffCount",
    "schema:telephone",
    "schema:email",
    "schema:url",
    "schema:address",
)
"""The relations that a card shows first, in this order; the others follow by their names."""


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a fact: its label, and the thing's id below the base, or None for a value."""

    label: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge of the thing, away from it or towards it, with every passage that states it.

    `id` is below the base, `predicate` a CURIE, `label` the relation's name in the reader's language.
    """

    id: str
    predicate: str
    label: str
    other: End
    is_inbound: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as the library knows it. `types` are CURIEs; `facts` go by relation; `mentions` come from documents."""

    id: str
    label: str
    types: tuple[str, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Fact, ...]


def find(snapshot: Snapshot, identifier: str, language: Language) -> Thing | None:
    """The thing of that id below the base; None where the resolved view holds nothing of it."""
    thing = snapshot.iri(identifier)
    types = tuple(short(snapshot, row["class"]) for row in select(snapshot, TYPES, thing=thing))
    facts = graph_named(snapshot, "facts")
    outward = [_fact(snapshot, row, language) for row in select(snapshot, OUTWARD, thing=thing, facts=facts)]
    inward = [
        _fact(snapshot, row, language, is_inbound=True) for row in select(snapshot, INWARD, thing=thing, facts=facts)
    ]
    if not (types or outward or inward):
        return None
    ordered = sorted((*outward, *inward), key=_order)
    return Thing(
        identifier,
        snapshot.label(thing, language),
        types,
        tuple(fact for fact in ordered if fact.predicate not in MENTIONS),
        tuple(fact for fact in ordered if fact.predicate in MENTIONS),
    )


def _fact(snapshot: Snapshot, row: ox.QuerySolution, language: Language, *, is_inbound: bool = False) -> Fact:
    predicate, other = short(snapshot, row["p"]), row["other"]
    label = predicate_label(predicate, language)
    end = End(
        end_label(snapshot, other, row["thing"], language),
        short(snapshot, other) if isinstance(other, ox.NamedNode) else None,
    )
    evidence = snapshot.evidence(row["f"])
    return Fact(short(snapshot, row["f"]), predicate, f"← {label}" if is_inbound else label, end, is_inbound, evidence)


def end_label(snapshot: Snapshot, other: Term, thing: Term, language: Language) -> str:
    """What the other end is called; of a post its role, and the person or organization that is not the thing itself."""
    if isinstance(other, ox.NamedNode) and short(snapshot, other).startswith("membership/"):
        for post in stored(snapshot, "membership", membership=other):
            ends = [post[end] for end in ("member", "organization") if post[end] and post[end] != thing]
            return " · ".join([post["role"].value, *(label_of(snapshot, end, language) for end in ends)])
    if isinstance(other, ox.NamedNode) and short(snapshot, other).startswith("observation/"):
        return figure_label(snapshot, other)
    return label_of(snapshot, other, language)


def figure_label(snapshot: Snapshot, figure: ox.NamedNode) -> str:
    """What a figure measures, when, and its value; its id where no document says."""
    said = {
        curie: sorted(
            quad.object.value for quad in matching(snapshot.store, figure, snapshot.iri(curie), None, DEFAULT)
        )
        for curie in FIGURE
    }
    return " · ".join(value for values in said.values() for value in values[:1]) or short(snapshot, figure)


def _order(fact: Fact) -> tuple[bool, int, str, str]:
    place = FIRST.index(fact.predicate) if fact.predicate in FIRST else len(FIRST)
    return fact.is_inbound, place, fact.label, fact.other.label
