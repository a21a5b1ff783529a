"""The projection in Neo4j: brought to the ledger's state, and compared with it.

Every node has the label `Thing` and its `iri` (unique), every relationship its `fact` (unique in its type), so that a
sync finds what it wrote: it compares both sides and writes what differs, in batches, with parameters. Nodes that are
not `Thing` and their relationships are other people's and stay. `(:SvodProjection)` remembers the commit.

    Neo4jError
    ├── Neo4jUnreachable   no server answers at the address, or it does not take the user and password
    └── Neo4jRefused       the server refused a statement
"""

import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, LiteralString

from graph.projection import Edge, Node, edges, nodes

if TYPE_CHECKING:
    from neo4j import Session

    from graph.snapshot import Snapshot

BATCH = 5_000  # rows of one transaction; 10,000 is no faster (12-14 k rows/s) and holds twice the memory


class Neo4jError(Exception):
    """Root of everything that Neo4j refuses."""


class Neo4jUnreachable(Neo4jError):
    """No server at the address, or one that does not let us in."""


class Neo4jRefused(Neo4jError):
    """The server refused a statement."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where Neo4j is, and as whom to enter."""

    uri: str = "bolt://localhost:7687"
    user: str = "neo4j"
    password: str = ""
    database: str = "neo4j"

    @classmethod
    def from_environment(cls) -> "Server":
        """The server that NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE name."""
        given = {name: os.environ.get(f"NEO4J_{name.upper()}") for name in ("uri", "user", "password", "database")}
        return cls(**{name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class Side:
    """How the two sides compare in nodes or relationships: the numbers, what Neo4j lacks, has too much of, has
    otherwise, and the digest of each side."""

    ledger: int
    neo4j: int
    missing: int
    unexpected: int
    different: int
    ledger_digest: str
    neo4j_digest: str


@dataclass(frozen=True, slots=True)
class Parity:
    """The parity certificate: both sides, and whether they are equal. `commit` is the one that Neo4j has reached."""

    nodes: Side
    relationships: Side
    commit: int | None

    @property
    def is_equal(self) -> bool:
        """Whether Neo4j holds the ledger's state, no more and no less."""
        return all(side.ledger_digest == side.neo4j_digest for side in (self.nodes, self.relationships))


@dataclass(frozen=True, slots=True)
class _State:
    """One side: each node and relationship by IRI, as the JSON that says all of it."""

    nodes: Mapping[str, str]
    edges: Mapping[str, str]


def sync(snapshot: "Snapshot", server: Server) -> Parity:
    """Bring Neo4j to the snapshot's state; a second run writes nothing. Raises Neo4jError."""
    wanted_nodes = {node.iri: node for node in nodes(snapshot)}
    wanted_edges = {edge.fact: edge for edge in edges(snapshot)}
    wanted = _ledger_state(wanted_nodes, wanted_edges)
    with _session(server) as session:
        _constrain(session, {edge.type for edge in wanted_edges.values()})
        had = _neo4j_state(session)
        _remove(session, "relationships", [fact for fact, said in had.edges.items() if wanted.edges.get(fact) != said])
        _remove(session, "nodes", [iri for iri in had.nodes if iri not in wanted.nodes])
        _write_nodes(session, [wanted_nodes[iri] for iri, said in wanted.nodes.items() if had.nodes.get(iri) != said])
        _write_edges(
            session, [wanted_edges[fact] for fact, said in wanted.edges.items() if had.edges.get(fact) != said]
        )
        session.run(_REMEMBER, commit=snapshot.commit, base=snapshot.base).consume()
        return _parity(wanted, _neo4j_state(session), snapshot.commit)


def check(snapshot: "Snapshot", server: Server) -> Parity:
    """Compare Neo4j with the snapshot, writing nothing. Raises Neo4jError."""
    own_nodes = {node.iri: node for node in nodes(snapshot)}
    own_edges = {edge.fact: edge for edge in edges(snapshot)}
    with _session(server) as session:
        found = session.run("MATCH (p:SvodProjection) RETURN p.commit AS commit").single()
        return _parity(_ledger_state(own_nodes, own_edges), _neo4j_state(session), found["commit"] if found else None)


def as_json(parity: Parity) -> dict[str, Any]:
    """The certificate as `svod sync neo4j --json` gives it."""
    sides = {name: getattr(parity, name) for name in ("nodes", "relationships")}
    shown = {name: {field: getattr(side, field) for field in Side.__slots__} for name, side in sides.items()}
    return {**shown, "equal": parity.is_equal, "commit": parity.commit}


@contextmanager
def _session(server: Server) -> "Iterator[Session]":
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, ConfigurationError, DriverError, ServiceUnavailable
    from neo4j.exceptions import Neo4jError as ServerError

    try:
        with (
            GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
            driver.session(database=server.database) as session,
        ):
            yield session
    except (ServiceUnavailable, AuthError, ConfigurationError) as error:
        reason = str(error).splitlines()[0]
        raise Neo4jUnreachable(
            f"no Neo4j lets {server.user!r} in at {server.uri}: {reason}. Set NEO4J_URI, NEO4J_USER and "
            "NEO4J_PASSWORD, or start one with `make neo4j`"
        ) from error
    except (ServerError, DriverError) as error:
        raise Neo4jRefused(f"Neo4j at {server.uri} refused: {error}") from error


_REMEMBER: LiteralString = """
MERGE (p:SvodProjection) SET p.commit = $commit, p.base = $base
"""

_NODES: LiteralString = """
UNWIND $rows AS row
MERGE (n:Thing {iri: row.iri})
SET n = row.properties, n.iri = row.iri
"""

_EDGES: LiteralString = """
UNWIND $rows AS row
MATCH (s:Thing {iri: row.source}) MATCH (o:Thing {iri: row.target})
"""

_REMOVALS: Mapping[str, LiteralString] = {
    "relationships": "UNWIND $ids AS id MATCH (:Thing)-[r]->(:Thing) WHERE r.fact = id DELETE r",
    "nodes": "UNWIND $ids AS id MATCH (n:Thing {iri: id}) DETACH DELETE n",
}


def _name(name: str) -> LiteralString:
    """A label or type in a statement: Cypher takes no parameters there, so only names of ours are let through."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        raise Neo4jRefused(f"{name!r} cannot be a label or a type of relationship")
    return name


def _constrain(session: "Session", types: set[str]) -> None:
    had = {record["name"] for record in session.run("SHOW CONSTRAINTS YIELD name")}
    if "svod_thing" not in had:
        session.run("CREATE CONSTRAINT svod_thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE").consume()
    for type_ in sorted(type_ for type_ in types if f"svod_fact_{type_}" not in had):
        name = _name(type_)
        session.run(
            f"CREATE CONSTRAINT svod_fact_{name} IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.fact IS UNIQUE"
        ).consume()


def _remove(session: "Session", what: str, ids: Sequence[str]) -> None:
    for batch in _batches(ids):
        session.run(_REMOVALS[what], ids=batch).consume()


def _write_nodes(session: "Session", changed: Sequence[Node]) -> None:
    """Properties in one statement, labels in one for each set of classes: labels cannot be parameters in Cypher 5."""
    by_labels: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for node in changed:
        by_labels[node.labels].append({"iri": node.iri, "properties": dict(node.properties)})
    stale = [{"iri": row["iri"]} for rows in by_labels.values() for row in rows]
    _strip_labels(session, [row["iri"] for row in stale])
    for labels, rows in sorted(by_labels.items()):
        setting: LiteralString = _NODES
        for label in labels:
            setting += " SET n:" + _name(label)
        for batch in _batches(rows):
            session.run(setting, rows=batch).consume()


def _strip_labels(session: "Session", iris: Sequence[str]) -> None:
    found: set[str] = set()
    query: LiteralString = "UNWIND $ids AS id MATCH (n:Thing {iri: id}) UNWIND labels(n) AS label RETURN DISTINCT label"
    for batch in _batches(iris):
        found.update(record["label"] for record in session.run(query, ids=batch))
    for label in sorted(found - {"Thing"}):
        remove: LiteralString = "UNWIND $ids AS id MATCH (n:Thing {iri: id}) REMOVE n:" + _name(label)
        for batch in _batches(iris):
            session.run(remove, ids=batch).consume()


def _write_edges(session: "Session", changed: Sequence[Edge]) -> None:
    by_type: dict[str, list[dict[str, str]]] = defaultdict(list)
    for edge in changed:
        by_type[edge.type].append({"fact": edge.fact, "source": edge.source, "target": edge.target})
    for type_, rows in sorted(by_type.items()):
        statement: LiteralString = _EDGES + "MERGE (s)-[r:" + _name(type_) + " {fact: row.fact}]->(o)"
        for batch in _batches(rows):
            session.run(statement, rows=batch).consume()


def _batches(rows: "Sequence[Any]") -> Iterator[list[Any]]:
    for at in range(0, len(rows), BATCH):
        yield list(rows[at : at + BATCH])


def _ledger_state(own_nodes: Mapping[str, Node], own_edges: Mapping[str, Edge]) -> _State:
    return _State(
        {iri: _said([*node.labels], {**node.properties}) for iri, node in own_nodes.items()},
        {fact: _said(edge.type, edge.source, edge.target, {}) for fact, edge in own_edges.items()},
    )


def _neo4j_state(session: "Session") -> _State:
    """What stands in Neo4j between things; relationships without a fact, or with one twice, show as unexpected."""
    found_nodes: dict[str, str] = {}
    for record in session.run("MATCH (n:Thing) RETURN n.iri AS iri, labels(n) AS labels, properties(n) AS properties"):
        labels = sorted(set(record["labels"]) - {"Thing"})
        properties = {name: value for name, value in record["properties"].items() if name != "iri"}
        found_nodes[record["iri"] or ""] = _said(labels, properties)
    found_edges: dict[str, str] = {}
    query: LiteralString = (
        "MATCH (s:Thing)-[r]->(o:Thing) RETURN r.fact AS fact, elementId(r) AS id, type(r) AS type, s.iri AS source, "
        "o.iri AS target, properties(r) AS properties"
    )
    for record in session.run(query):
        properties = {name: value for name, value in record["properties"].items() if name != "fact"}
        key = record["fact"] if record["fact"] and record["fact"] not in found_edges else f"unknown {record['id']}"
        found_edges[key] = _said(record["type"], record["source"], record["target"], properties)
    return _State(found_nodes, found_edges)


def _said(*parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def _parity(ledger: _State, neo4j: _State, commit: int | None) -> Parity:
    return Parity(_side(ledger.nodes, neo4j.nodes), _side(ledger.edges, neo4j.edges), commit)


def _side(ledger: Mapping[str, str], neo4j: Mapping[str, str]) -> Side:
    shared = ledger.keys() & neo4j.keys()
    return Side(
        ledger=len(ledger),
        neo4j=len(neo4j),
        missing=len(ledger.keys() - neo4j.keys()),
        unexpected=len(neo4j.keys() - ledger.keys()),
        different=sum(ledger[key] != neo4j[key] for key in shared),
        ledger_digest=_digest(ledger),
        neo4j_digest=_digest(neo4j),
    )


def _digest(state: Mapping[str, str]) -> str:
    total = hashlib.sha256()
    for key in sorted(state):
        total.update(f"{key} {state[key]}\n".encode())
    return total.hexdigest()
