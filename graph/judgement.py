"""What people decided: rows that are added and never changed. Undoing one is another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Store

from graph.claims import Claim, load_claim
from graph.plain import PlainQuad, matching
from graph.terms import (
    CLAIM,
    FROM_SOURCE,
    JUDGEMENT,
    KIND,
    LEFT,
    OBJECT,
    OF_DOCUMENT,
    OF_STATEMENT,
    ORDER,
    PAGE,
    PREDICATE,
    QUOTE,
    RIGHT,
    SCORE,
    SUBJECT,
    TYPE,
    UNDOES,
    WHEN,
    WHO,
    WHY,
    Graphs,
)
from graph.values import term_of, text_of
from ontology.iri import compress, expand

Kind = Literal["same", "different", "unsure", "reject", "correct", "add", "uphold", "supersede", "undo"]
T = TypeVar("T")
KINDS: tuple[Kind, ...] = ("same", "different", "unsure", "reject", "correct", "add", "uphold", "supersede", "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. Ids are below the base. `when` is ISO 8601; `number` counts from 1, 0 while not yet made.

    `left` and `right` are things or document-local entities that are the same or different (when different, the right
    one leaves); `sources` say where the documents of local ones come from (`document/ab12 a.txt`), so that the
    judgement holds on the same entities of the sources' next editions. `statements` are rejected, or corrected to
    `value`, or were added (one an edition in which the quote stands); `claims` say what those say in the words of their
    sources, so that the judgement holds on their next editions. An added fact has `subject`, `predicate`, `value`, and
    `document`, `page` and `quote`, its passage.
    `value` is an id, or text as a person gave it (once made, as `graph.values` writes it). `undoes` is the number of
    the judgement taken back. `score` is how sure it is, None where a person said so.
    """

    kind: Kind
    left: str | None = None
    right: str | None = None
    statements: tuple[str, ...] = ()
    undoes: int | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    number: int = 0
    score: float | None = None
    subject: str | None = None
    predicate: str | None = None
    value: str | None = None
    document: str | None = None
    page: int | None = None
    quote: str | None = None
    claims: tuple[Claim, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The judgement's id below the base."""
        return f"judgement/{self.number}"


@dataclass(frozen=True)
class Judgements:
    """All judgements, and what follows from those that stand.

    `links` and `apart` map a node's IRI to its partners, `named` a statement's IRI to what rejects or corrects it by
    name, `claimed` a source to what does so by its claims.
    """

    rows: tuple[Judgement, ...]
    standing: tuple[Judgement, ...]
    named: Mapping[str, tuple[Judgement, ...]]
    claimed: Mapping[str, tuple[tuple[Judgement, Claim], ...]]
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

    @cached_property
    def additions(self) -> frozenset[str]:
        """The IRIs of the statements that standing judgements add."""
        return frozenset(
            expand(name, self.base) for row in self.standing if row.kind == "add" for name in row.statements
        )

    @property
    def next_number(self) -> int:
        """The number of the next judgement: numbers are never given twice, also where a judgement was erased."""
        return max((row.number for row in self.rows), default=0) + 1

    @cached_property
    def continued(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The document-local entities that standing judgements name, with the sources in whose next editions they are
        found again, by what stays the same of their ids: `{"ab12…": ((IRI, source), …)}`."""
        found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        for row in self.standing:
            for iri, source in ends_with_sources(row, self.base):
                found[local_part(iri)][iri, source] = None
        return _frozen({part: list(rows) for part, rows in found.items()})

    @property
    def pairs_apart(self) -> frozenset[frozenset[str]]:
        """Every pair of IRIs that stands as different."""
        return frozenset(frozenset((node, other)) for node, others in self.apart.items() for other in others)


def local_part(iri: str) -> str:
    """What stays the same of a document-local entity's id in another edition: the digest of its class and name.

    >>> local_part("http://localhost:8765/id/document/12/entity/34")
    '34'
    """
    return iri.partition("/entity/")[2]


def ends_with_sources(row: Judgement, base: str) -> list[tuple[str, str]]:
    """The document-local ends of a judgement of identity as IRIs, each with a source of its document."""
    if row.kind not in {"same", "different"}:
        return []
    known = [source.partition(" ") for source in row.sources]
    return [
        (expand(end, base), source)
        for end in (row.left or "", row.right or "")
        if local_part(end)
        for document, _, source in known
        if end.startswith(f"{document}/")
    ]


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
    named, claimed = _of_statements(standing, base)
    return Judgements(ordered, standing, named, claimed, _frozen(links), _frozen(apart), base)


def _of_statements(
    standing: Iterable[Judgement], base: str
) -> tuple[dict[str, tuple[Judgement, ...]], dict[str, tuple[tuple[Judgement, Claim], ...]]]:
    """What rejects or corrects a statement, by the statement's IRI, and by the sources of the claims."""
    named: dict[str, list[Judgement]] = defaultdict(list)
    claimed: dict[str, list[tuple[Judgement, Claim]]] = defaultdict(list)
    for row in standing:
        if row.kind in ("reject", "correct"):
            for name in row.statements:
                named[expand(name, base)].append(row)
            for claim in row.claims:
                for source in claim.sources:
                    claimed[source].append((row, claim))
    return _frozen(named), _frozen(claimed)


def _frozen(found: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {name: tuple(rows) for name, rows in found.items()}


def judgement_quads(row: Judgement, base: str) -> list[PlainQuad]:
    """A judgement as it stands in the graph `judgements`."""
    graph = Graphs.below(base).judgements
    node = NamedNode(base + row.id)

    def iri(name: str) -> NamedNode:
        return NamedNode(expand(name, base))

    texts = [(KIND, row.kind), (WHO, row.who), (WHEN, row.when), (WHY, row.why), (QUOTE, row.quote)]
    texts += [(CLAIM, claim.dump()) for claim in row.claims]
    texts += [(FROM_SOURCE, source) for source in row.sources]
    things = [(LEFT, row.left), (RIGHT, row.right), (SUBJECT, row.subject), (PREDICATE, row.predicate)]
    things += [(OF_DOCUMENT, row.document)] + [(OF_STATEMENT, name) for name in row.statements]
    numbers = [(ORDER, row.number), (PAGE, row.page), (SCORE, row.score)]
    quads = [PlainQuad(node, TYPE, JUDGEMENT, graph)]
    quads += [PlainQuad(node, name, pyoxigraph.Literal(n), graph) for name, n in numbers if n is not None]
    quads += [PlainQuad(node, predicate, pyoxigraph.Literal(text), graph) for predicate, text in texts if text]
    quads += [PlainQuad(node, end, iri(name), graph) for end, name in things if name]
    if row.value is not None:
        quads.append(PlainQuad(node, OBJECT, term_of(row.value, base), graph))
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
        name = _FIELDS.get(quad.predicate)
        if name is None or not quad.subject.value.startswith(f"{base}judgement/"):
            continue
        read: Callable[[Any, str], Any] = _READ.get(name, _text)
        row, value = fields[quad.subject.value], read(quad.object, base)
        row[name] = tuple(sorted((*row.get(name, ()), value), key=str)) if name in _SEVERAL else value
    return weigh([Judgement(**row) for row in fields.values()], base)


def _text(term: Any, base: str) -> str:
    return compress(term.value, base) if isinstance(term, NamedNode) else str(term.value)


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
    SCORE: "score",
    SUBJECT: "subject",
    PREDICATE: "predicate",
    OBJECT: "value",
    OF_DOCUMENT: "document",
    PAGE: "page",
    QUOTE: "quote",
    CLAIM: "claims",
    FROM_SOURCE: "sources",
}
_SEVERAL = frozenset({"statements", "claims", "sources"})
_READ: Mapping[str, Callable[[Any, str], Any]] = {
    "undoes": lambda term, base: int(term.value.rpartition("/")[2]),
    "number": lambda term, base: int(term.value),
    "page": lambda term, base: int(term.value),
    "score": lambda term, base: float(term.value),
    "value": text_of,
    "claims": lambda term, base: load_claim(term.value),
}
