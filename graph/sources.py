"""Which document a source gives, and what its bytes would do to a ledger."""

from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Store

from graph.edition import what_changed
from graph.library import Library
from graph.plain import matching
from graph.terms import EDITION_KEY, SOURCE

Planned = OneOf["added", "replaced", "unchanged"]


def planned(store: Store, library: Library, source: str, digest: str, key: str) -> tuple[Planned, str]:
    """What adding these bytes from this source, read under this key, would do to a ledger, and why."""
    document = document_of(library, digest)
    old = next((quad.object.value for quad in matching(store, document, EDITION_KEY, None, document)), None)
    if old is not None and old != key:
        return "replaced", what_changed(old, key)
    if old is not None:
        return "unchanged", ""
    is_new = not superseded(store, library.source_name(source), document)
    return ("added", "") if is_new else ("replaced", "new bytes")


def superseded(store: Store, source: str, document: NamedNode) -> list[NamedNode]:
    """The documents that this source gave before, by IRI."""
    quads = matching(store, None, SOURCE, Literal(source), None)
    return sorted((quad.graph_name for quad in quads if quad.graph_name != document), key=str)


def document_of(library: Library, digest: str) -> NamedNode:
    """The document of these bytes, by their SHA-256."""
    return NamedNode(f"{library.base}document/{digest[:16]}")
