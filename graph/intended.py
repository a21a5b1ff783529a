"""The relations that documents plan: a manager to be, a member to come. They are no facts: what people decided of them
is looked up when they are asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.plain import DEFAULT, Term, matching
from graph.queries import select
from graph.questions.plan import Pattern, Plan
from graph.terms import TYPE
from graph.verdicts import ChangeView, decides, resolved
from ingest.record import record
from ontology.iri import expand

if TYPE_CHECKING:
    from graph.snapshot import Snapshot


@record
class Intended:
    """A relation as a document plans it, between things of the library or of a thing and a value."""

    statement: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: Term


def relations_intended(snapshot: "Snapshot") -> Iterator[Intended]:
    """Every planned relation with its ends as resolved and corrected, by statement; none that a person rejected."""
    judgements = snapshot.judgements
    view = ChangeView.of_store(snapshot.store, judgements)
    for row in sorted(select(snapshot, "intended"), key=lambda row: row["statement"].value):
        said = view.said(row["statement"], row["document"])
        judged = decides(judgements, view, row["statement"], said, row["document"])
        if judged is None or judged.kind != "reject":
            subject, object_ = resolved(view, said, judged, row["document"])
            yield Intended(row["statement"], subject, row["predicate"], object_)


Bound = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Found:
    """An answer to a plan that planned relations give, with the statements it rests on."""

    answer: Term
    statements: tuple[NamedNode, ...]


def answers(plan: Plan, known: Sequence[Intended], snapshot: "Snapshot") -> Iterator[Found]:
    """What the patterns of a plan find when at least one of them is planned and the others are planned or facts."""
    for bound, statements in _joined(plan.patterns, {}, plan, known, snapshot):
        if statements and plan.answer in bound and _fits(bound, plan, snapshot):
            yield Found(bound[plan.answer], statements)


def _joined(
    patterns: Sequence[Pattern], bound: Bound, plan: Plan, known: Sequence[Intended], snapshot: "Snapshot"
) -> Iterator[tuple[Bound, tuple[NamedNode, ...]]]:
    if not patterns:
        yield bound, ()
        return
    first = max(patterns, key=lambda one: _boundness(one, bound, plan))
    others = [pattern for pattern in patterns if pattern is not first]
    for ends, statement in (*_planned(first, known), *_stated(first, bound, plan, snapshot)):
        more = _with(bound, dict(zip((first.subject, first.object), ends, strict=True)), plan)
        if more is not None:
            for last, statements in _joined(others, more, plan, known, snapshot):
                yield last, (*([statement] if statement else []), *statements)


def _boundness(pattern: Pattern, bound: Bound, plan: Plan) -> int:
    return sum(name in bound or name in plan.parameters for name in (pattern.subject, pattern.object))


Edge = tuple[tuple[Term, Term], NamedNode | None]


def _planned(pattern: Pattern, known: Sequence[Intended]) -> Iterator[Edge]:
    asked = {expand(curie) for curie in pattern.predicates}
    for one in known if not pattern.is_reference else ():
        if one.predicate.value in asked:
            yield (one.subject, one.object), one.statement


def _stated(pattern: Pattern, bound: Bound, plan: Plan, snapshot: "Snapshot") -> Iterator[Edge]:
    """The facts of a pattern one of whose ends is known."""
    subjects, objects = (_values(name, bound, plan) for name in (pattern.subject, pattern.object))
    for curie in pattern.predicates:
        predicate = NamedNode(expand(curie))
        for subject in subjects or ():
            if isinstance(subject, NamedNode):
                for quad in matching(snapshot.store, subject, predicate, None, DEFAULT):
                    yield (subject, quad.object), None
        for object_ in objects or () if not subjects else ():
            for quad in matching(snapshot.store, None, predicate, object_, DEFAULT):
                yield (quad.subject, object_), None


def _values(name: str, bound: Bound, plan: Plan) -> tuple[Term, ...]:
    return (bound[name],) if name in bound else plan.parameters.get(name, ())


def _with(bound: Bound, ends: Bound, plan: Plan) -> Bound | None:
    """The variables with these too; None where they have other values."""
    for name, term in ends.items():
        known = _values(name, bound, plan)
        if known and term not in known:
            return None
    return {**bound, **ends}


def _fits(bound: Bound, plan: Plan, snapshot: "Snapshot") -> bool:
    """Whether what is found is of the classes that the plan asks for."""
    asked = ((bound[name], class_) for name, class_ in plan.types.items() if name in bound)
    return all(is_of(thing, class_, snapshot) for thing, class_ in asked)


def is_of(thing: Term, class_: str, snapshot: "Snapshot") -> bool:
    """Whether the library has a thing under a class (a CURIE)."""
    type_ = NamedNode(expand(class_))
    return isinstance(thing, NamedNode) and any(True for _ in matching(snapshot.store, thing, TYPE, type_, DEFAULT))
