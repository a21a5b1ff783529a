"""Paths between things, hop by hop."""

from graph.path import as_json, paths
from graph.snapshot import Snapshot


def test_the_shortest_way_over_facts_with_its_passages(asked: Snapshot) -> None:
    (path,) = paths("person/galitskii-sergei", "organization/sokol", asked)
    assert [hop.predicate for hop in path] == ["svod:manager", "org:memberOf", "svod:cooperatesWith"]
    assert all(hop.evidence for hop in path)


def test_ways_through_documents_are_a_last_resort(asked: Snapshot) -> None:
    found = paths("person/galitskii-sergei", "person/pavlov-oleg", asked)
    assert found
    assert not {"schema:mentions", "dcterms:references"} & {hop.predicate for path in found for hop in path}
    (named, *_) = paths("observation/none", "person/pavlov-oleg", asked) or [()]
    assert named == ()


def test_a_thing_is_not_connected_with_itself_or_with_nothing(asked: Snapshot) -> None:
    assert paths("person/pavlov-oleg", "person/pavlov-oleg", asked) == ()
    assert paths("person/pavlov-oleg", "person/nobody", asked) == ()


def test_json_is_as_promised(asked: Snapshot) -> None:
    shown = as_json(paths("person/galitskii-sergei", "cluster/tekhnopolis-novyi-zvezdnyi", asked))
    ((hop,),) = shown["paths"]
    assert list(hop) == ["subject", "predicate", "object", "evidence"]
    assert hop["evidence"][0]["quote"] == "Галицкий Сергей"
