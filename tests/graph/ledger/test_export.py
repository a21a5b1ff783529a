"""What leaves the library can be read by others, and is the same each time."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
import rdflib

from graph.edition import Edition
from graph.errors import UnknownFormat
from graph.export import FORMATS, export
from graph.ledger import Ledger
from graph.plain import DEFAULT, matching
from graph.snapshot import Snapshot

Draft = Callable[..., Edition]
RDFLIB = {"nquads": "nquads", "trig": "trig", "turtle": "turtle", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture
def snapshot(ledger: Ledger, draft: Draft) -> Snapshot:
    ledger.add(
        draft("a.txt", [("cluster:А", "schema:location", "region/RU-PER"), ("cluster:А", "svod:memberCount", "=3")])
    )
    ledger.publish()
    return Snapshot.open(ledger.library)


def _data(snapshot: Snapshot, name: str, *, with_log: bool = False) -> bytes:
    return b"".join(export(snapshot, name, with_log=with_log))


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_the_same_each_time(snapshot: Snapshot, name: str) -> None:
    assert _data(snapshot, name) == _data(snapshot, name) != b""


@pytest.mark.parametrize("name", ["turtle", "rdfxml"])
def test_formats_of_graphs_hold_the_resolved_view(snapshot: Snapshot, name: str) -> None:
    graph = rdflib.Graph().parse(data=_data(snapshot, name), format=RDFLIB[name])
    assert len(graph) == sum(1 for _ in matching(snapshot.store, graph=DEFAULT))


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # rdflib calls what it deprecates
@pytest.mark.parametrize("name", ["nquads", "trig", "jsonld"])
def test_formats_of_datasets_hold_every_graph_but_the_log(snapshot: Snapshot, name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=_data(snapshot, name), format=RDFLIB[name])
    graphs = {str(graph) for _, _, _, graph in dataset.quads() if graph is not None}
    assert snapshot.graphs.facts.value in graphs
    assert snapshot.graphs.log.value not in graphs
    kept = [quad for quad in matching(snapshot.store) if quad.graph_name != snapshot.graphs.log]
    assert len(list(dataset.quads())) == len(kept)


def test_n_quads_are_sorted_and_hold_the_log_when_asked(snapshot: Snapshot) -> None:
    lines = _data(snapshot, "nquads", with_log=True).splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(snapshot.store)


def test_graphml_is_read_by_networkx_with_a_fact_on_each_edge(snapshot: Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "library.graphml"
    file.write_bytes(_data(snapshot, "graphml"))
    graph = networkx.read_graphml(file, force_multigraph=True)
    (edge,) = graph["cluster/a"]["region/RU-PER"].items()
    assert (edge[0].startswith("fact/"), edge[1]["label"]) == (True, "schema:location")


def test_csv_has_a_row_for_each_fact_and_its_source(snapshot: Snapshot) -> None:
    rows = list(csv.DictReader(io.StringIO(_data(snapshot, "csv").decode())))
    (place,) = (row for row in rows if row["predicate"] == "schema:location")
    assert (place["subject"], place["object"], place["page"]) == ("А", "Perm Krai", "1")
    assert "schema:location" in place["quote"]


def test_an_unknown_format_is_refused_with_those_there_are(snapshot: Snapshot) -> None:
    with pytest.raises(UnknownFormat, match="turtle"):
        export(snapshot, "docx")
