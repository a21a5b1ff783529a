"""Whether the library still holds a thing: known, one with another now, gone, or never there."""

from dataclasses import dataclass

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ui.selecting import graph_named, holds

IN_VIEW = "SELECT ?thing WHERE { { ?thing ?p ?o } UNION { ?s ?p ?thing } } LIMIT 1"
IN_GRAPHS = """
SELECT ?thing ?names ?log WHERE { GRAPH ?g { ?thing ?p ?o } FILTER (?g NOT IN (?names, ?log)) } LIMIT 1"""
NAMED = "SELECT ?thing ?names WHERE { GRAPH ?names { ?thing svod:namedFor ?key } } LIMIT 1"
LOGGED = "SELECT ?thing ?log WHERE { GRAPH ?log { { ?thing ?p ?o } UNION { ?s ?p ?thing } } } LIMIT 1"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thing stands. At most one of the three is set; none is for what never was."""

    is_known: bool = False
    moved_to: str | None = None
    is_gone: bool = False


def standing(snapshot: Snapshot, iri: str) -> Standing:
    """Where the thing of this IRI stands at the snapshot's commit."""
    thing = ox.NamedNode(iri)
    names, log = graph_named(snapshot, "names"), graph_named(snapshot, "log")
    if holds(snapshot, IN_VIEW, thing=thing):
        return Standing(is_known=True)
    target = snapshot.merged_into(thing)
    if target is not None:
        return Standing(moved_to=target)
    if holds(snapshot, IN_GRAPHS, thing=thing, names=names, log=log):
        return Standing(is_known=True)
    was_here = holds(snapshot, NAMED, thing=thing, names=names) or holds(snapshot, LOGGED, thing=thing, log=log)
    return Standing(is_gone=was_here)
