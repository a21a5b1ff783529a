"""The things of a library by kind, to choose one of them."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from graph.plain import DEFAULT, matching
from graph.terms import TYPE
from ontology import vocabulary
from ontology.iri import compress
from ui.selecting import class_label
from ui.views.visit import Visit

INNER = frozenset({"svod:Document", "svod:Observation", "svod:Membership", "svod:Passage", "svod:Statement"})
"""Classes whose members have screens of their own, or are judged by their parts."""


def kinds(visit: Visit) -> list[str]:
    """The classes that things of the library have, by their names."""
    return list(_kinds(visit.snapshot.commit, visit.language, visit))


@st.cache_data(show_spinner=False, max_entries=4)
def _kinds(commit: int, language: str, _visit: Visit) -> list[str]:
    found = [
        curie
        for curie, term in vocabulary().classes.items()
        if curie.startswith("svod:")
        and curie not in INNER
        and any(matching(_visit.snapshot.store, None, TYPE, _visit.snapshot.iri(term.iri), DEFAULT))
    ]
    return sorted(found, key=lambda curie: class_label(curie, _visit.language))


def named(visit: Visit, classes: Sequence[str]) -> dict[str, str]:
    """The things of these classes: name by id, by name; two of one name with their ids."""
    return _named(visit.snapshot.commit, visit.language, tuple(classes), visit)


@st.cache_data(show_spinner=False, max_entries=16)
def _named(commit: int, language: str, classes: tuple[str, ...], _visit: Visit) -> dict[str, str]:
    snapshot = _visit.snapshot
    iris = {
        quad.subject.value
        for curie in classes
        for quad in matching(snapshot.store, None, TYPE, snapshot.iri(curie), DEFAULT)
        if quad.subject.value.startswith(snapshot.base)
    }
    labels = {compress(iri, snapshot.base): snapshot.label(iri, _visit.language) for iri in iris}
    names = Counter(labels.values())
    shown = {id_: f"{name} ({id_})" if names[name] > 1 else name for id_, name in labels.items()}
    return dict(sorted(shown.items(), key=lambda row: (row[1].casefold(), row[0])))
