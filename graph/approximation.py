"""How nearly a document gives a figure, in words: "about 125", "88+", "более 2000"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from graph.queries import select
from nlp.statement import Approximation

if TYPE_CHECKING:
    from graph.evidence import Evidence
    from graph.snapshot import Snapshot

WORDS: Final[dict[str, dict[Approximation, str]]] = {
    "ru": {
        "about": "около",
        "more_than": "более",
        "at_least": "не менее",
        "less_than": "менее",
        "at_most": "не более",
    },
    "en": {
        "about": "about",
        "more_than": "more than",
        "at_least": "at least",
        "less_than": "less than",
        "at_most": "at most",
    },
}


def approximation_of(evidence: "Sequence[Evidence]", snapshot: "Snapshot", language: str) -> str:
    """The figure as its first statement gives it, where that is not exactly; "" where it is."""
    first = next((piece for piece in evidence if piece.role == "value"), None)
    if first is None:
        return ""
    for row in select(snapshot, "approximation", statement=NamedNode(snapshot.base + first.statement)):
        written = " ".join((row["written"].value if row["written"] is not None else first.quote).split())
        return in_words(row["approximation"].value, written, language)
    return ""


def in_words(approximation: str, written: str, language: str) -> str:
    """A value as written with the word that widens it, unless it is written with one.

    >>> in_words("about", "125", "en"), in_words("at_least", "88+", "en"), in_words("more_than", "2000", "ru")
    ('about 125', '88+', 'более 2000')
    """
    word = next((word for kind, word in WORDS[language].items() if kind == approximation), approximation)
    is_said = not written[:1].isdigit() or written.endswith("+")
    return written if is_said else f"{word} {written}"
