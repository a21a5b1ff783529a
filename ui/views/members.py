"""The mentions of documents that are one thing."""

from collections import Counter

from pyoxigraph import NamedNode

from graph.plain import matching
from graph.terms import MEMBER_OF, SOURCE
from ontology.iri import compress
from ui.views.visit import Visit
from ui.views.wording import local_name


def members(visit: Visit, thing: str) -> dict[str, str]:
    """The document-local entities that the thing is made of, by id: the name that each has, and its document; of
    documents with one title the source too."""
    snapshot = visit.snapshot
    found = [
        quad.subject
        for quad in matching(snapshot.store, None, MEMBER_OF, snapshot.iri(thing), snapshot.graphs.members)
        if snapshot.graphs.is_local(quad.subject)
    ]
    names = {node: local_name(visit, node) for node in found}
    alike = Counter(names.values())
    shown = {
        compress(node.value, snapshot.base): f"{name} ({_source(visit, node)})" if alike[name] > 1 else name
        for node, name in names.items()
    }
    return dict(sorted(shown.items(), key=lambda row: (row[1], row[0])))


def _source(visit: Visit, node: NamedNode) -> str:
    """Where the document of an entity comes from, the first of its sources."""
    snapshot = visit.snapshot
    document = snapshot.graphs.document_of(node)
    return min(
        (str(quad.object.value) for quad in matching(snapshot.store, document, SOURCE, None, document)), default=""
    )
