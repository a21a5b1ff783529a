"""The projection as a NetworkX graph, and what its shape says: which things hold the rest together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx

from graph.projection import Node, edges, nodes

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

CENTRAL = 10  # things shown
SAMPLE = 200  # nodes that betweenness is estimated from in larger graphs: exact below, a few per cent off above
SEED = 7  # of the sample: the same on every run
NAMING = frozenset({"MENTIONS", "REFERENCES"})
"""Relationships by which a document only names a thing: they say nothing of how things are tied."""


@dataclass(frozen=True, slots=True)
class Central:
    """A thing that ties others: IRI, name, how many it is joined to, and the share of shortest ways through it."""

    iri: str
    label: str
    degree: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A graph in numbers: its nodes and edges by label and type, its connected parts by size, its central things."""

    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    components: tuple[int, ...]
    central: tuple[Central, ...]


def to_networkx(snapshot: "Snapshot") -> "networkx.MultiDiGraph[str]":
    """A directed multigraph: nodes by IRI with `labels` and their properties, edges keyed by their fact with `type`."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes(snapshot):
        graph.add_node(node.iri, labels=node.labels, name=name_of(node), **node.properties)
    for edge in edges(snapshot):
        graph.add_edge(edge.source, edge.target, key=edge.fact, type=edge.type)
    return graph


def shape(graph: "networkx.MultiDiGraph[str]") -> Shape:
    """What the graph looks like; documents that only name things are left out of the ties."""
    kinds: dict[str, int] = {}
    types: dict[str, int] = {}
    for _, labels in graph.nodes(data="labels"):
        for label in labels or ():
            kinds[label] = kinds.get(label, 0) + 1
    for _, _, type_ in graph.edges(data="type"):
        types[type_] = types.get(type_, 0) + 1
    ties = _ties(graph)
    parts = sorted((len(part) for part in networkx.connected_components(ties)), reverse=True)
    return Shape(dict(sorted(kinds.items())), dict(sorted(types.items())), tuple(parts), _central(graph, ties))


def _ties(graph: "networkx.MultiDiGraph[str]") -> "networkx.Graph[str]":
    ties: networkx.Graph[str] = networkx.Graph()
    ties.add_edges_from((one, other) for one, other, type_ in graph.edges(data="type") if type_ not in NAMING)
    return ties


def _central(graph: "networkx.MultiDiGraph[str]", ties: "networkx.Graph[str]") -> tuple[Central, ...]:
    sample = min(SAMPLE, len(ties)) if len(ties) > SAMPLE else None
    between: Mapping[str, float] = networkx.betweenness_centrality(ties, k=sample, seed=SEED)
    ranked = sorted(ties.nodes, key=lambda iri: (-between[iri], -ties.degree[iri], iri))[:CENTRAL]
    return tuple(
        Central(iri, str(graph.nodes[iri].get("name", iri)), int(ties.degree[iri]), round(between[iri], 6))
        for iri in ranked
    )


def name_of(node: Node) -> str:
    """What a node is called: its Russian label, its English one, its title, or its IRI."""
    for name in ("label_ru", "label_en", "title_ru", "title_en", "title"):
        value: Any = node.properties.get(name)
        if value:
            return str(value[0] if isinstance(value, list) else value)
    return node.iri
