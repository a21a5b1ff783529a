"""The vocabulary's triples, looked up by subject and predicate."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Self

import pyoxigraph

from ontology.iri import DEFAULT_BASE, compress, expand
from ontology.triples import triples

_Objects = dict[str, list[pyoxigraph.Literal | pyoxigraph.NamedNode]]


@dataclass(frozen=True, slots=True)
class Nodes:
    """What is said of each thing. Things and predicates go by their compressed form (`region/RU-PER`, `rdfs:label`)."""

    objects: dict[str, _Objects]
    by_type: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls) -> Self:
        """All Turtle files of the vocabulary, read once."""
        objects: dict[str, _Objects] = defaultdict(lambda: defaultdict(list))
        by_type: dict[str, set[str]] = defaultdict(set)
        for triple in triples():
            if not isinstance(triple.subject, pyoxigraph.NamedNode):
                raise TypeError(f"the vocabulary has no blank nodes, but a subject is {triple.subject}")
            subject, predicate = compress(triple.subject.value), compress(triple.predicate.value)
            if isinstance(triple.object, pyoxigraph.Literal | pyoxigraph.NamedNode):
                objects[subject][predicate].append(triple.object)
            if predicate == "rdf:type" and isinstance(triple.object, pyoxigraph.NamedNode):
                by_type[compress(triple.object.value)].add(subject)
        return cls(dict(objects), {type_: tuple(sorted(members)) for type_, members in by_type.items()})

    def of_type(self, type_: str) -> tuple[str, ...]:
        """Everything said to be of this type, sorted."""
        return self.by_type.get(type_, ())

    def texts(self, subject: str, predicate: str, language: str | None = None) -> tuple[str, ...]:
        """The literals in this language (None: those without one), in the order of the file."""
        found = self.objects[subject].get(predicate, [])
        return tuple(o.value for o in found if isinstance(o, pyoxigraph.Literal) and o.language == language)

    def text(self, subject: str, predicate: str, language: str | None = None) -> str:
        """The first of `texts`, or ""."""
        return next(iter(self.texts(subject, predicate, language)), "")

    def links(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The things it points to, in the order of the file."""
        found = self.objects[subject].get(predicate, [])
        return tuple(compress(o.value) for o in found if isinstance(o, pyoxigraph.NamedNode))

    @staticmethod
    def iri(subject: str) -> str:
        """The absolute IRI, below the default base for an id."""
        return expand(subject, DEFAULT_BASE)
