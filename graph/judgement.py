"""What people decided: rows that are added and never changed. Undoing one is another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import pyoxigraph
from pyoxigraph import NamedNode, Store

from graph.plain import PlainQuad, matching
from graph.terms import (
    JUDGEMENT,
    KIND,
    LEFT,
    OF_STATEMENT,
    ORDER,
    RIGHT,
    TYPE,
    UNDOES,
    WHEN,
    WHO,
    WHY,
    Graphs,
)
from ontology.iri import compress, expand

Kind = Literal["same", "different", "unsure", "reject", "undo"]
KINDS: tuple[Kind, ...] = ("same", "different", "unsure", "reject", "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `left` and `right` are things or document-local entities that are the same or different (when
    different, the right one leaves); `statements` are rejected; `undoes` is the number of the judgement taken back.
    Ids are below the base. `when` is ISO 8601; `number` counts from 1, 0 while not yet made."""

    kind: Kind
    left: str | None = None
    right: str | None = None
    statements: tuple[str, ...] = ()
    undoes: int | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        """The judgement's id below the base."""
        return f"judgement/{self.number}"


@dataclass(frozen=True)
class Judgements:
    """All judgements, and what follows from those that stand. `links` and `apart` map a node's IRI to its partners."""

    rows: tuple[Judgement, ...]
    standing: tuple[Judgement, ...]
    rejected: frozenset[str]
    links: Mapping[str, tuple[Judgement, ...]]
    apart: Mapping[str, tuple[str, ...]]
    base: str = field(repr=False, default="")

    @property
    def is_identity_judged(self) -> bool:
        """Whether any standing judgement says who is who."""
        return bool(self.links or self.apart)

    def touches(self, iri: str) -> bool:
        """Whether a standing judgement says who this is."""
        return iri in self.links or iri in self.apart

    @property
    def judged(self) -> frozenset[str]:
        """Every node that a standing judgement joins or parts."""
        return frozenset(self.links) | frozenset(self.apart)

    def partners(self, iri: str) -> Iterator[str]:
        """The nodes that standing judgements say are the same as this one."""
        for row in self.links.get(iri, ()):
            left, right = self.ends(row)
            yield right if left == iri else left

    def ends(self, row: Judgement) -> tuple[str, str]:
        """The IRIs of a judgement's left and right."""
        return expand(row.left or "", self.base), expand(row.right or "", self.base)

    @property
    def pairs_apart(self) -> frozenset[frozenset[str]]:
        """Every pair of IRIs that stands as different."""
        return frozenset(frozenset((node, other)) for node, others in self.apart.items() for other in others)


def weigh(rows: Iterable[Judgement], base: str) -> Judgements:
    """What follows from these judgements, in the order of their numbers.

    A judgement stands unless a standing undo names it; an undo comes after what it undoes.

    >>> same = Judgement("same", "a", "b", number=1)
    >>> weigh([same, Judgement("undo", undoes=1, number=2)], "http://x/").standing
    ()
    """
    ordered = tuple(sorted(rows, key=lambda row: row.number))
    undone: set[int] = set()
    for row in reversed(ordered):
        if row.kind == "undo" and row.number not in undone and row.undoes is not None:
            undone.add(row.undoes)
    standing = tuple(row for row in ordered if row.kind != "undo" and row.number not in undone)
    links: dict[str, list[Judgement]] = defaultdict(list)
    apart: dict[str, list[str]] = defaultdict(list)
    for row in standing:
        left, right = expand(row.left or "", base), expand(row.right or "", base)
        if row.kind == "same":
            links[left].append(row)
            links[right].append(row)
        elif row.kind == "different":
            apart[left].append(right)
            apart[right].append(left)
    rejected = frozenset(expand(name, base) for row in standing if row.kind == "reject" for name in row.statements)
    return Judgements(
        ordered,
        standing,
        rejected,
        {iri: tuple(found) for iri, found in links.items()},
        {iri: tuple(found) for iri, found in apart.items()},
        base,
    )


def judgement_quads(row: Judgement, base: str) -> list[PlainQuad]:
    """A judgement as it stands in the graph `judgements`."""
    graph = Graphs.below(base).judgements
    node = NamedNode(base + row.id)

    def iri(name: str) -> NamedNode:
        return NamedNode(expand(name, base))

    texts = [(KIND, row.kind), (WHO, row.who), (WHEN, row.when), (WHY, row.why)]
    quads = [PlainQuad(node, TYPE, JUDGEMENT, graph)]
    quads += [PlainQuad(node, ORDER, pyoxigraph.Literal(row.number), graph)]
    quads += [PlainQuad(node, predicate, pyoxigraph.Literal(text), graph) for predicate, text in texts if text]
    quads += [PlainQuad(node, end, iri(name), graph) for end, name in ((LEFT, row.left), (RIGHT, row.right)) if name]
    quads += [PlainQuad(node, OF_STATEMENT, iri(name), graph) for name in row.statements]
    if row.undoes is not None:
        quads.append(PlainQuad(node, UNDOES, iri(f"judgement/{row.undoes}"), graph))
    return quads


def read_judgements(source: Store, base: str) -> Judgements:
    """The judgements of a store or snapshot."""
    return judgements_of(matching(source, None, None, None, Graphs.below(base).judgements), base)


def judgements_of(quads: Iterable[PlainQuad], base: str) -> Judgements:
    """The judgements that these quads of the graph `judgements` say."""
    fields: dict[str, dict[str, Any]] = defaultdict(dict)
    for quad in quads:
        row, term = fields[quad.subject.value], quad.object
        name = _FIELDS.get(quad.predicate)
        if name is None:
            continue
        if name == "statements":
            row[name] = tuple(sorted((*row.get(name, ()), compress(term.value, base))))
        elif name == "undoes":
            row[name] = int(term.value.rpartition("/")[2])
        elif name == "number":
            row[name] = int(term.value)
        else:
            row[name] = compress(term.value, base) if isinstance(term, NamedNode) else term.value
    return weigh([Judgement(**row) for row in fields.values()], base)


_FIELDS: Mapping[NamedNode, str] = {
    KIND: "kind",
    LEFT: "left",
    RIGHT: "right",
    OF_STATEMENT: "statements",
    UNDOES: "undoes",
    WHO: "who",
    WHEN: "when",
    WHY: "why",
    ORDER: "number",
}


def numbered(row: Judgement, number: int) -> Judgement:
    """The judgement with its number."""
    return replace(row, number=number)
