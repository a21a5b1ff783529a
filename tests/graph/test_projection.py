"""The ledger as nodes and edges, and as a NetworkX graph."""

from graph.projection import edges, nodes
from graph.snapshot import Snapshot
from graph.to_networkx import shape, to_networkx


def test_a_node_has_labels_and_properties_in_both_languages(asked: Snapshot) -> None:
    found = {node.iri.removeprefix(asked.base): node for node in nodes(asked)}
    cluster, region = found["cluster/tekhnopolis-novyi-zvezdnyi"], found["region/RU-PER"]
    assert "Cluster" in cluster.labels
    assert cluster.properties["memberCount"] == 46
    assert cluster.properties["telephone"] == ["+7 342 212 17 47", "+7 952 339 66 66"]
    assert (region.properties["label_ru"], region.properties["label_en"]) == ("Пермский край", "Perm Krai")


def test_an_edge_carries_its_fact_and_the_fact_its_passages(asked: Snapshot) -> None:
    (edge,) = [e for e in edges(asked) if e.type == "MANAGER" and e.target.endswith("galitskii-sergei")]
    assert edge.source.endswith("cluster/tekhnopolis-novyi-zvezdnyi")
    assert [piece.quote for piece in asked.evidence(edge.fact)] == ["Галицкий Сергей"]


def test_ends_of_edges_are_nodes_and_nothing_comes_twice(asked: Snapshot) -> None:
    all_nodes, all_edges = [node.iri for node in nodes(asked)], list(edges(asked))
    assert len(all_nodes) == len(set(all_nodes))
    assert len(all_edges) == len({edge.fact for edge in all_edges})
    assert {end for edge in all_edges for end in (edge.source, edge.target)} <= set(all_nodes)


def test_the_vocabulary_itself_is_no_node(asked: Snapshot) -> None:
    assert not [node.iri for node in nodes(asked) if node.iri.startswith("https://w3id.org/svod/")]


def test_networkx_holds_the_same_and_says_what_is_central(asked: Snapshot) -> None:
    graph = to_networkx(asked)
    assert graph.number_of_nodes() == len(list(nodes(asked)))
    assert graph.number_of_edges() == len(list(edges(asked)))
    found = shape(graph)
    assert found.relationships["MANAGER"] == 3
    assert found.nodes["Cluster"] == 4
    assert sum(found.components) <= graph.number_of_nodes()
    assert found.central[0].degree >= 3
