"""Queries of the interfaces: fixed texts, values given beside them; and the labels of what comes back."""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ontology import compress, vocabulary
from ui.texts import Language

Term = ox.NamedNode | ox.Literal


def select(snapshot: Snapshot, query: str, **given: Term) -> Iterator[ox.QuerySolution]:
    """The solutions of a SELECT with the variables of `given` set beforehand; the SELECT names them too."""
    found = snapshot.query(query, given)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(f"not a SELECT: {query}")
    return iter(found)


def holds(snapshot: Snapshot, query: str, **given: Term) -> bool:
    """Whether a SELECT finds anything."""
    return next(select(snapshot, query, **given), None) is not None


def graph_named(snapshot: Snapshot, name: str) -> ox.NamedNode:
    """The IRI of one of the ledger's own graphs (`facts`, `names`, …)."""
    return ox.NamedNode(f"{snapshot.base}graph/{name}")


def label_of(snapshot: Snapshot, term: Term, language: Language) -> str:
    """What people call the thing, or the value itself."""
    return snapshot.label(term.value, language) if isinstance(term, ox.NamedNode) else term.value


def predicate_label(curie: str, language: Language) -> str:
    """The vocabulary's name of a relation; the CURIE itself where it has none."""
    term = vocabulary().properties.get(curie)
    return (term.ru if language == "ru" else term.en) if term else curie


def class_label(curie: str, language: Language) -> str:
    """The vocabulary's name of a class; the CURIE itself where it has none."""
    term = vocabulary().classes.get(curie)
    return (term.ru if language == "ru" else term.en) if term else curie


def short(snapshot: Snapshot, term: Term) -> str:
    """The id below the base, or the CURIE, of an IRI."""
    return compress(term.value, snapshot.base)
