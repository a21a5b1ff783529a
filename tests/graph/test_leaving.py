"""Graphs that go with a change are taken from the store as they were written."""

from pyoxigraph import Literal, NamedNode, Store

from graph.leaving import Leaving
from graph.plain import PlainQuad, as_rdf, graph_lines, matching, n_quads

GRAPH, OTHER = NamedNode("http://x/document/1"), NamedNode("http://x/document/2")
NAME, COUNT = NamedNode("http://x/name"), NamedNode("http://x/count")
AWKWARD = 'строка\nс "кавычками", \\ и\tтабуляцией <http://x/count> .'


def _quads() -> list[PlainQuad]:
    subjects = [NamedNode(f"http://x/{number}") for number in range(3)]
    named = [PlainQuad(subject, NAME, Literal(AWKWARD, language="ru"), GRAPH) for subject in subjects]
    return [*named, PlainQuad(subjects[0], COUNT, Literal(5), GRAPH), PlainQuad(subjects[0], COUNT, Literal(6), OTHER)]


def test_the_lines_of_a_graph_are_those_of_its_quads() -> None:
    store = Store()
    store.extend(as_rdf(_quads()))
    assert graph_lines(store, GRAPH) == n_quads(matching(store, graph=GRAPH))


def test_what_leaves_is_found_by_predicate_and_subject() -> None:
    leaving = Leaving()
    leaving.add(n_quads(quad for quad in _quads() if quad.graph_name == GRAPH))
    assert {quad.object.value for quad in leaving.of(NAME)} == {AWKWARD}
    assert leaving.values(NamedNode("http://x/0"), COUNT) == [Literal(5)]
    assert (leaving.values(NamedNode("http://x/1"), COUNT), leaving.of(NamedNode("http://x/none"))) == ([], [])
