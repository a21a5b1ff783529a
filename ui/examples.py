"""Questions that this library can answer: made from what it holds, tried, and shown to be clicked on."""

import re

from graph.answer import ask
from graph.snapshot import Snapshot
from ui.selecting import select
from ui.texts import Language

STATED = """
SELECT ?thing ?predicate ?other WHERE { ?thing a svod:Cluster ; ?predicate ?other } ORDER BY ?thing ?other LIMIT 3"""
QUESTIONS: tuple[tuple[str, str, str, str], ...] = (
    # predicate, whose name goes in, Russian, English
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
INNERMOST = re.compile(r"[«“\"]([^«»“”\"]{3,})[»”\"]")


def examples(snapshot: Snapshot, language: Language) -> list[str]:
    """One question for each relation that the library states of a cluster; only those that it answers."""
    return [question for line in QUESTIONS if (question := _answerable(snapshot, line, language))]


def _answerable(snapshot: Snapshot, line: tuple[str, str, str, str], language: Language) -> str | None:
    """The first question of this kind that is answered."""
    predicate, end, russian, english = line
    for row in select(snapshot, STATED, predicate=snapshot.iri(predicate)):
        name = short_name(snapshot.label(row[end], language))
        question = (russian if language == "ru" else english).format(name=name)
        if ask(question, snapshot).verdict == "answered":
            return question
    return None


def short_name(label: str) -> str:
    """The proper name inside the innermost quotation marks, else the label.

    >>> short_name("Кластер «Технополис «Новый Звездный»»")
    'Новый Звездный'
    """
    found = INNERMOST.search(label)
    return found[1] if found else label
