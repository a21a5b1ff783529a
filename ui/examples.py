"""Questions that this library can answer: made from what it holds, to be clicked on."""

from graph.snapshot import Snapshot
from ui.selecting import select
from ui.texts import Language

PLACES = (
    "SELECT ?thing ?predicate ?other WHERE { ?thing a svod:Cluster ; ?predicate ?other } ORDER BY ?thing ?other LIMIT 1"
)
QUESTIONS: tuple[tuple[str, str, str, str], ...] = (
    # predicate, whose label goes in, Russian, English
    ("svod:manager", "thing", "Кто менеджер кластера «{name}»?", "Who manages the cluster “{name}”?"),
    ("svod:status", "thing", "Какой статус у кластера «{name}»?", "What is the status of the cluster “{name}”?"),
    ("schema:location", "other", "Какие кластеры есть в регионе {name}?", "Which clusters are in {name}?"),
    (
        "svod:keySpecialization",
        "other",
        "Какие кластеры со специализацией «{name}»?",
        "Which clusters specialize in {name}?",
    ),
)


def examples(snapshot: Snapshot, language: Language) -> list[str]:
    """One question for each relation that the library states of a cluster."""
    found = []
    for predicate, end, russian, english in QUESTIONS:
        for row in select(snapshot, PLACES, predicate=snapshot.iri(predicate)):
            name = snapshot.label(row[end], language)
            found.append((russian if language == "ru" else english).format(name=name))
    return found
