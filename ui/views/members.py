"""The mentions of documents that are one thing."""

from graph.plain import matching
from graph.terms import MEMBER_OF
from ontology.iri import compress
from ui.views.visit import Visit
from ui.views.wording import local_name


def members(visit: Visit, thing: str) -> dict[str, str]:
    """The document-local entities that the thing is made of, by id: the name that each has, and its document."""
    snapshot = visit.snapshot
    found = [
        quad.subject
        for quad in matching(snapshot.store, None, MEMBER_OF, snapshot.iri(thing), snapshot.graphs.members)
        if snapshot.graphs.is_local(quad.subject)
    ]
    names = {compress(node.value, snapshot.base): local_name(visit, node) for node in found}
    return dict(sorted(names.items(), key=lambda row: row[1]))
