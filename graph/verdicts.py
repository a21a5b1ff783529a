"""What people decided of each statement: which judgement rejects or corrects it, and which to look at again.

A judgement on a statement names it by id, and says by its claims what it says in the words of its source. The id
decides in the edition that was judged; the claims decide in every other edition of the same source. So a rejection or
correction outlives new bytes, a better reader and a better extractor, and another source is heard on its own.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Self

from pyoxigraph import Literal, NamedNode, Store

from graph.change import Change
from graph.claims import Claim, Said, View, is_meant
from graph.judgement import Judgement, Judgements
from graph.names import Names
from graph.plain import Term
from graph.terms import (
    CORRECTED_BY,
    DIGEST,
    MERGED_INTO,
    MODALITY,
    OBJECT,
    OF_DOCUMENT,
    PREDICATE,
    ROLES,
    SOURCE,
    SUBJECT,
    Graphs,
)
from graph.things import Things
from graph.values import term_of
from ontology.iri import expand


class ChangeView:
    """The ledger as it will be after a change."""

    def __init__(self, change: Change, things: Things) -> None:
        self._change = change
        self._things = things

    @classmethod
    def of_store(cls, store: Store, judgements: Judgements) -> Self:
        """The ledger as it is."""
        change = Change(store, judgements.base)
        return cls(change, Things(change, judgements, Names(change)))

    @property
    def graphs(self) -> Graphs:
        """The names of its graphs."""
        return self._change.graphs

    def said(self, subject: NamedNode, graph: NamedNode) -> Said:
        """All that a graph will say of a subject."""
        return self._change.said(subject, graph)

    def about(self, entity: NamedNode, graph: NamedNode) -> Iterable[NamedNode]:
        """The statements whose subject an entity will be."""
        return [quad.subject for quad in self._change.after(None, SUBJECT, entity, graph)]

    def thing(self, node: NamedNode) -> NamedNode:
        """The thing that an entity or a thing will be."""
        return self._things.thing(node)

    def merged(self, thing: NamedNode) -> NamedNode:
        """What a thing will have been merged into, else itself."""
        found = next(iter(self._change.after(thing, MERGED_INTO, None, self.graphs.members)), None)
        return found.object if found else thing


def decides(judgements: Judgements, view: View, statement: NamedNode, said: Said, graph: NamedNode) -> Judgement | None:
    """The judgement that rejects a statement, else the last that corrects it, else None."""
    found = list(judgements.named.get(statement.value, ()))
    if judgements.claimed and view.graphs.is_document(graph):
        for source in view.said(graph, graph).get(SOURCE, ()):
            rows = judgements.claimed.get(source.value, ())
            found += [row for row, claim in rows if is_meant(claim, view, said, graph)]
    rejecting = [row for row in found if row.kind == "reject"]
    return max(rejecting or found, key=lambda row: row.number, default=None)


def resolved(view: View, said: Said, row: Judgement | None, graph: NamedNode) -> tuple[NamedNode, Term]:
    """Subject and object of the fact that a statement of that graph supports, as corrected."""
    subject, object_ = said[SUBJECT][0], said[OBJECT][0]
    is_by_hand = graph == view.graphs.judgements
    if row is not None and row.value is not None:
        object_ = term_of(row.value, view.graphs.base)
        if isinstance(object_, NamedNode):
            object_ = view.merged(object_)
    elif isinstance(object_, NamedNode):
        object_ = view.merged(object_) if is_by_hand else view.thing(object_)
    return view.merged(subject) if is_by_hand else view.thing(subject), object_


def counts(judgements: Judgements, view: View, statement: NamedNode, said: Said, graph: NamedNode) -> bool:
    """Whether a statement may support a fact: asserted; where a person added it, with its document and judgement."""
    if SUBJECT not in said or MODALITY in said:
        return False
    if graph != view.graphs.judgements:
        return True
    if statement.value not in judgements.additions:
        return False
    documents = {view.said(passage, graph)[OF_DOCUMENT][0] for passage in said.get(ROLES["value"], ())}
    return all(DIGEST in view.said(document, document) for document in documents)


def reconsidered(change: Change, before: Judgements, after: Judgements) -> Iterator[tuple[NamedNode, NamedNode | None]]:
    """The statements on which judgements may say something else after a change, each with its graph where known.

    Statements that come, or whose ends move, are looked at anyhow and not among them.
    """
    if not (before.rows or after.rows):
        return
    yield from _added(change)
    yield from _of_rows(change, _differing(before, after))
    yield from _of_documents(change, after)
    yield from _of_merged(change, after)


def _differing(before: Judgements, after: Judgements) -> list[Judgement]:
    """The judgements that stand now and did not, or no longer."""
    if before is after:
        return []
    old = {row.number: row for row in before.standing}
    new = {row.number: row for row in after.standing}
    return [row for number, row in {**old, **new}.items() if (number in old) != (number in new)]


def _added(change: Change) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Statements that people added, whose documents come or go, or that this change writes."""
    graph = change.graphs.judgements
    yield from [(q.subject, graph) for q in change.added if q.graph_name == graph and q.predicate in ROLES.values()]
    for document in (*change.fresh, *change.dropped):
        assert isinstance(document, NamedNode)  # only documents come and go whole
        for quad in list(change.after(None, OF_DOCUMENT, document, graph)):
            for role in list(change.after(None, ROLES["value"], quad.subject, graph)):
                yield role.subject, graph


def _of_rows(change: Change, rows: Iterable[Judgement]) -> Iterator[tuple[NamedNode, NamedNode | None]]:
    for row in rows:
        if row.kind in ("reject", "correct", "add"):
            yield from ((NamedNode(expand(name, change.graphs.base)), None) for name in row.statements)
        if row.kind in ("reject", "correct"):
            for claim in row.claims:
                yield from _claimed(change, claim)


def _claimed(change: Change, claim: Claim) -> Iterator[tuple[NamedNode, NamedNode]]:
    """The statements that a claim may be about, in the editions of its sources that were here before the change."""
    for source in claim.sources:
        for quad in list(change.after(None, SOURCE, Literal(source), None)):
            if quad.graph_name not in change.fresh:
                yield from _stating(change, quad.graph_name, claim)


def _stating(change: Change, document: NamedNode, claim: Claim) -> Iterator[tuple[NamedNode, NamedNode]]:
    predicate = NamedNode(expand(claim.predicate, change.graphs.base))
    yield from [(quad.subject, document) for quad in change.after(None, PREDICATE, predicate, document)]


def _of_documents(change: Change, judgements: Judgements) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Of documents that change in their place (a source, another reader): what claims on their sources may mean."""
    touched = {quad.graph_name for quad in chain(change.added, change.removed)}
    changed = [graph for graph in touched if change.graphs.is_document(graph)]
    for document in changed:
        gone = [q.object for q in change.removed if q.predicate == SOURCE and q.graph_name == document]
        for source in [*change.said(document, document).get(SOURCE, ()), *gone]:
            for _, claim in judgements.claimed.get(source.value, ()):
                yield from _stating(change, document, claim)


def _of_merged(change: Change, judgements: Judgements) -> Iterator[tuple[NamedNode, NamedNode | None]]:
    """What judgements say of things that are merged with others now, or no longer."""
    graphs = change.graphs
    moved = {
        quad.subject.value
        for quad in chain(change.added, change.removed)
        if quad.predicate == MERGED_INTO and quad.graph_name == graphs.members
    }
    if not moved:
        return
    for row in judgements.standing:
        own = {expand(name, graphs.base) for name in (row.subject, row.value) if name}
        if row.kind in ("add", "correct") and own & moved:
            yield from ((NamedNode(expand(name, graphs.base)), None) for name in row.statements)
            corrected = change.before(None, CORRECTED_BY, NamedNode(graphs.base + row.id), graphs.facts)
            yield from [(quad.subject, None) for quad in corrected]
        for claim in row.claims:
            if moved & {expand(end.thing, graphs.base) for end in (claim.subject, claim.object) if end.thing}:
                yield from _claimed(change, claim)
