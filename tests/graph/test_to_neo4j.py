"""The projection in a real Neo4j: written once, kept equal, compared."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString

import pytest
from neo4j import Driver, GraphDatabase

from graph.answer import ask
from graph.build import build
from graph.ledger import Ledger
from graph.library import open_library
from graph.projection import edges, nodes
from graph.questions.shapes import BEFORE_NAMES, SHAPES
from graph.snapshot import Snapshot
from graph.to_neo4j import Neo4jUnreachable, Server, as_json, check, sync
from tests.graph.conftest import card, deck, make_library, register
from tests.graph.test_standing import ORDER
from tests.neo4j_server import neo4j_server

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with neo4j_server() as address:
        yield Server(address.uri, address.user, address.password, address.database)


@pytest.fixture(scope="session")
def driver(server: Server) -> Iterator[Driver]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as opened:
        yield opened


@pytest.fixture
def empty(server: Server, driver: Driver) -> Driver:
    """A driver on an empty database."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_=server.database)
    return driver


def rows(driver: Driver, query: LiteralString, **parameters: Any) -> list[dict[str, Any]]:
    return [dict(record) for record in driver.execute_query(query, parameters).records]


def test_sync_writes_the_ledger_and_a_second_one_nothing(asked: Snapshot, server: Server, empty: Driver) -> None:
    driver = empty
    parity = sync(asked, server)
    assert parity.is_equal
    assert (parity.nodes.neo4j, parity.relationships.neo4j) == (len(list(nodes(asked))), len(list(edges(asked))))
    ids: LiteralString = "MATCH (n) RETURN elementId(n) AS id UNION MATCH ()-[r]->() RETURN elementId(r) AS id"
    before = rows(driver, ids)
    assert sync(asked, server) == parity
    assert rows(driver, ids) == before
    assert check(asked, server).commit == asked.commit


def test_labels_types_properties_and_the_fact_of_a_relationship(
    asked: Snapshot, server: Server, driver: Driver
) -> None:
    sync(asked, server)
    query: LiteralString = (
        "MATCH (c:Cluster)-[r:MANAGER]->(p:Person {label_ru: $name}) RETURN c.memberCount AS n, r.fact AS fact"
    )
    (row,) = rows(driver, query, name="Галицкий Сергей")
    assert row["n"] == 46
    assert [piece.quote for piece in asked.evidence(row["fact"])] == ["Галицкий Сергей"]
    regions = rows(driver, "MATCH (:Cluster)-[:LOCATION]->(r:Region) RETURN DISTINCT r.label_en AS en ORDER BY en")
    assert [region["en"] for region in regions] == ["Perm Krai", "Republic of Tatarstan", "Tula Oblast"]


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (:Cluster)-[r:MANAGER]->() WITH r LIMIT 1 DELETE r",
        "MATCH (p:Person) WITH p LIMIT 1 DETACH DELETE p",
        "MATCH (c:Cluster) WITH c LIMIT 1 SET c.memberCount = 1000",
        "MATCH (c:Cluster) WITH c LIMIT 1 SET c:Banana",
        "MATCH (c:Cluster) WITH c LIMIT 1 MATCH (p:Person) WITH c, p LIMIT 1 CREATE (c)-[:MANAGER {fact: 'mine'}]->(p)",
        "MATCH (c:Cluster) WITH c LIMIT 1 CREATE (c)-[:OWNS]->(:Thing {iri: 'mine'})",
        "MATCH (:Cluster)-[r:MANAGER]->() WITH r LIMIT 1 SET r.since = 2010",
    ],
)
def test_what_hands_changed_is_seen_and_mended(
    asked: Snapshot, server: Server, driver: Driver, damage: LiteralString
) -> None:
    sync(asked, server)
    rows(driver, damage)
    assert not check(asked, server).is_equal
    assert not as_json(check(asked, server))["equal"]
    assert sync(asked, server).is_equal
    assert check(asked, server).is_equal


def test_other_peoples_nodes_stay(asked: Snapshot, server: Server, driver: Driver) -> None:
    rows(driver, "CREATE (:Note {text: 'mine'})-[:ON]->(:Note)")
    sync(asked, server)
    assert rows(driver, "MATCH (n:Note) RETURN count(n) AS n") == [{"n": 2}]


def test_what_left_the_ledger_leaves_neo4j(tmp_path: Path, server: Server, driver: Driver) -> None:
    before = make_library(tmp_path / "library", [card(), register(), deck()])
    sync(before, server)
    with Ledger.open(open_library(tmp_path / "library")) as ledger:
        ledger.withdraw("register.txt")
    after = Snapshot.open(before.library)
    assert not check(after, server).is_equal
    assert sync(after, server).is_equal
    assert rows(driver, "MATCH (p:Person) RETURN p.label_ru AS name") == [{"name": "Галицкий Сергей"}]


REVIEW = Path(__file__).resolve().parent.parent.parent / "corpus/documents/cluster-policy-review.pdf"
ASKED = {
    # shape: questions that it understands
    "standing": (
        "Какие акты действовали на 31.12.2015?",
        "Which legal acts were in force on 1 March 2016?",
        "Действовало ли постановление № 779 на 31 декабря 2015 года?",
        "Действовало ли постановление № 779 на 1 марта 2016 года?",
    ),
    "connection": ("Как связаны Пермский край и Галицкий Сергей?",),
    "in_document": ("Какие кластеры упоминаются в документе «Реестр»?",),
    "in_act": ("Какие кластеры упоминает постановление № 41?",),
    "documents": ("В каких документах упоминается ООО «Сокол»?",),
    "number_of": ("Сколько участников в Технополисе «Новый Звездный»?",),
    "every_figure": ("Какие показатели есть за 2011 год?", "Какие показатели есть по Тульской области?"),
    "figures": ("субсидия ЦКР по годам", "How many industrial clusters are there in the Tula region?"),
    "post": ("кто директор департамента инновационного развития",),
    "attributes": (
        "кто управляет кластером «Новый Звездный»",
        "кластеры, которыми управляет Павлов",
        "контакты Технополиса «Новый Звездный»",
        "Who manages «Новый Звездный», its status and contacts?",
        "Какие акты отменяет постановление № 41?",
        "Каким актом отменено постановление № 779?",
        "What does resolution No. 41 amend?",
        "На какие акты ссылается постановление № 779?",
    ),
    "question_word": ("Где Технополис «Новый Звездный»?",),
    "kind_of": ("В каком кластере ООО «Сокол»?",),
    "what_of": ("В каких регионах есть кластеры нефтехимии?",),
    "anything_under": ("which acts are the legal background", "менеджеры кластеров"),
    "selection": (
        "какие пилотные кластеры есть в Пермском крае",
        "какие кластеры есть в Приволжском федеральном округе",
        "какие кластеры есть в Пермском крае и Тульской области",
        "Сколько кластеров в библиотеке?",
    ),
    "about": ("Что известно о кластере «Фотоника»?",),
}

NOT_PROJECTED = {"planned_figures", "planned_relation"}
"""Shapes whose answers are no facts, so that Neo4j has none of them."""


@pytest.fixture(scope="module")
def questioned(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """A library with all that questions are about: cards, a register, figures, posts, an act that changes others."""
    folder = tmp_path_factory.mktemp("questioned")
    snapshot = make_library(folder / "library", [card(), register(), deck()])
    (folder / "order.txt").write_text(f"{ORDER}\n3. Поддержать кластер «Фотоника».\n", encoding="utf-8")
    paths = [str(folder / "order.txt"), str(REVIEW)]
    assert [outcome.status for outcome in build(snapshot.library, paths)] == ["added", "added"]
    return Snapshot.open(snapshot.library)


@pytest.mark.parametrize("question", [question for questions in ASKED.values() for question in questions])
def test_the_cypher_shown_gives_the_same_answers(
    questioned: Snapshot, server: Server, driver: Driver, question: str
) -> None:
    sync(questioned, server)
    answer = ask(question, questioned)
    assert answer.rows
    found = [dict(record) for record in driver.execute_query(answer.cypher).records]
    told = [next(row[name] for name in ("count", "value", "iri") if row.get(name) is not None) for row in found]
    assert sorted(map(str, told)) == sorted(str(row.iri if row.value is None else row.value) for row in answer.rows)


def test_every_shape_of_question_is_asked_of_neo4j() -> None:
    assert ASKED.keys() | NOT_PROJECTED == {shape.__name__ for shape in (*BEFORE_NAMES, *SHAPES)}


def test_no_server_is_said_with_what_to_do(asked: Snapshot) -> None:
    with pytest.raises(Neo4jUnreachable, match="NEO4J_URI"):
        check(asked, Server("bolt://127.0.0.1:1", "neo4j", "x"))
