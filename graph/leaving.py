"""Graphs that go with a change: their N-Quads, looked into as far as somebody asks, which is for few predicates."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import NamedNode

from graph.plain import PlainQuad, parsed


class Leaving:
    """The quads of graphs that go, by predicate."""

    def __init__(self) -> None:
        self._lines: dict[bytes, list[bytes]] = defaultdict(list)
        self._quads: dict[NamedNode, list[PlainQuad]] = {}
        self._values: dict[NamedNode, dict[NamedNode, list[Any]]] = {}

    def add(self, lines: Iterable[bytes]) -> None:
        """Quads that go, as N-Quads, one a line with its line end."""
        for line in lines:
            self._lines[line.split(b" ", 2)[1]].append(line)
        self._quads.clear()
        self._values.clear()

    def of(self, predicate: NamedNode) -> Sequence[PlainQuad]:
        """The quads of a predicate."""
        quads = self._quads.get(predicate)
        if quads is None:
            quads = self._quads[predicate] = parsed(b"".join(self._lines.get(str(predicate).encode(), ())))
        return quads

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Any]:
        """The objects of a subject's quads of a predicate."""
        by_subject = self._values.get(predicate)
        if by_subject is None:
            by_subject = self._values[predicate] = defaultdict(list)
            for quad in self.of(predicate):
                by_subject[quad.subject].append(quad.object)
        return by_subject.get(subject, [])
