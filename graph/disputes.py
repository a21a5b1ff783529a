"""The conflicts of a library, as a person reads them: each side with its value, its passages and its documents."""

from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.evidence import Evidence
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.terms import (
    AREA,
    CONFLICT,
    CONFLICT_OF,
    CONFLICT_ON,
    DECIDED_BY,
    OBJECT,
    PERIOD,
    SIDE,
    STANDS,
    STATE,
    TYPE,
    VALID_FROM,
    VALID_TO,
)
from ontology.iri import compress


@dataclass(frozen=True, slots=True)
class Side:
    """One value: its fact's id, the value as people call it, its passages."""

    fact: str
    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: ids of thing, property, judgement (None while open) and of the fact that stands; the state is `open`,
    `upheld` or `superseded`; period and area as the statements limit themselves, empty where they do not."""

    id: str
    subject: str
    predicate: str
    period: str
    area: str
    state: str
    stands: str | None
    decided_by: str | None
    sides: tuple[Side, ...]


def disputes(snapshot: Snapshot, language: str = "en") -> tuple[Dispute, ...]:
    """Every conflict, the open ones first, then by thing and property."""
    nodes = [quad.subject for quad in matching(snapshot.store, None, TYPE, CONFLICT, snapshot.graphs.conflicts)]
    found = [_dispute(snapshot, node, language) for node in nodes]
    return tuple(sorted(found, key=lambda each: (each.state != "open", each.subject, each.predicate, each.id)))


def _dispute(snapshot: Snapshot, node: NamedNode, language: str) -> Dispute:
    said: dict[NamedNode, list[Any]] = {}
    for quad in matching(snapshot.store, node, None, None, snapshot.graphs.conflicts):
        said.setdefault(quad.predicate, []).append(quad.object)

    def one(predicate: NamedNode) -> str:
        return compress(said[predicate][0].value, snapshot.base) if predicate in said else ""

    limits = [one(VALID_FROM), one(VALID_TO)]
    return Dispute(
        id=compress(node.value, snapshot.base),
        subject=one(CONFLICT_OF),
        predicate=one(CONFLICT_ON),
        period=one(PERIOD) or "/".join(limits if any(limits) else ()),
        area=one(AREA),
        state=one(STATE),
        stands=one(STANDS) or None,
        decided_by=one(DECIDED_BY) or None,
        sides=tuple(sorted((_side(snapshot, fact, language) for fact in said[SIDE]), key=lambda side: side.value)),
    )


def _side(snapshot: Snapshot, fact: NamedNode, language: str) -> Side:
    (quad,) = matching(snapshot.store, fact, OBJECT, None, snapshot.graphs.facts)
    value = quad.object.value if isinstance(quad.object, Literal) else snapshot.label(quad.object, language)
    return Side(compress(fact.value, snapshot.base), value, snapshot.evidence(fact))
