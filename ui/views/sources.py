"""Where documents came from: what tells two of one title apart."""

from collections.abc import Iterable

import streamlit as st

from graph.plain import matching
from graph.terms import SOURCE
from ui.views.evidence import escaped
from ui.views.visit import Visit


def show_origins(visit: Visit, documents: Iterable[str]) -> None:
    """The files and addresses of documents (ids below the base), on one line."""
    found = dict.fromkeys(source for document in documents for source in origins(visit, document))
    if found:
        st.caption(escaped(" · ".join(found)))


def origins(visit: Visit, document: str) -> list[str]:
    """The sources of one document, sorted."""
    node = visit.snapshot.iri(document)
    return sorted(quad.object.value for quad in matching(visit.snapshot.store, node, SOURCE, None, node))
