"""A place's name in a question, and the clusters whose names have the adjective that is made from it."""

from collections.abc import Callable

import pytest

from graph.edition import Edition
from graph.ledger import Ledger
from graph.questions.reading import read
from graph.search import Index
from graph.snapshot import Snapshot

Draft = Callable[..., Edition]
PLACE = "schema:location"
SAROV = ("cluster:Саровский инновационный кластер", PLACE, "region/RU-NIZ")
SARATOV = ("cluster:Саратовский инновационный кластер", PLACE, "region/RU-SAR")
OBNINSK = [
    ("cluster:Обнинский кластер ядерной медицины", PLACE, "region/RU-KLU"),
    ("cluster:Обнинский кластер новых материалов", PLACE, "region/RU-KLU"),
]


@pytest.fixture
def named(ledger: Ledger, draft: Draft) -> Callable[[str], list[str]]:
    ledger.add(draft("a.txt", [SAROV, SARATOV, *OBNINSK]))
    ledger.publish()
    snapshot = Snapshot.open(ledger.library)
    index = Index()
    index.sync(snapshot, with_pages=False)

    def find(question: str) -> list[str]:
        named = read(question, index, snapshot.base).named
        return [one.name for found in named for one in found.candidates]

    return find


@pytest.mark.parametrize(
    "question", ["Где находится кластер Саров?", "Where is the Sarov cluster located?", "Саров: какой регион?"]
)
def test_a_place_finds_the_cluster_that_is_named_for_it(named: Callable[[str], list[str]], question: str) -> None:
    assert named(question) == ["Саровский инновационный кластер"]


def test_a_place_of_several_clusters_leaves_them_as_candidates(named: Callable[[str], list[str]]) -> None:
    assert sorted(named("Where is the Obninsk cluster?")) == sorted(row[0].partition(":")[2] for row in OBNINSK)


def test_where_something_is_names_no_cluster(named: Callable[[str], list[str]]) -> None:
    assert named("Какие компании есть в Сарове?") == []
