"""What a question is asked of: a snapshot and the index of its names."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.queries import run
from graph.questions.schema import label
from graph.search import Index
from ontology.iri import expand

if TYPE_CHECKING:
    from graph.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Context:
    """A snapshot, its index, and the language to answer in."""

    snapshot: "Snapshot"
    index: Index
    language: str

    def label(self, iri: str) -> str:
        """A thing in words."""
        return self.snapshot.label(iri, self.language)

    def term(self, curie: str) -> str:
        """A class or property in words."""
        return label(curie, self.language)

    def passages(self, subject: NamedNode, predicate: str, roles: Collection[str]) -> list[str]:
        """The quotes in those roles of the facts that a subject has under a predicate."""
        query = "SELECT ?subject ?predicate ?object WHERE { ?subject ?predicate ?object }"
        bound = {"subject": subject, "predicate": NamedNode(expand(predicate))}
        return [
            evidence.quote
            for row in run(self.snapshot, query, bound)
            for evidence in self.snapshot.evidence((subject, NamedNode(expand(predicate)), row["object"]))
            if evidence.role in roles
        ]
