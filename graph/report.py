"""What editions that wait would change, fact by fact, with the old and the new passage side by side.

They are added to a copy of the ledger as it stands (`graph.rehearsal`), so the report says exactly what their approval
will do: who is who, judgements and all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.conflicts import ONE_AT_A_TIME, Limits, are_alike, fact_limits
from graph.evidence import Evidence, statement_evidence
from graph.log import entries
from graph.plain import Term, matching
from graph.rehearsal import rehearsed
from graph.snapshot import Snapshot
from graph.staging import Staged
from graph.terms import OBJECT, PREDICATE, STATEMENT, SUBJECT, SUPPORTS, TYPE
from ontology.iri import compress
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage: the document's id and title, page, quote, boxes."""

    document: str
    title: str
    page: int
    quote: str
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that changes: its IRI below the base, its ends as ids and as names, and the passages before and after.

    Of a contradiction, `object` is the new value and `instead_of` the name of the old one, whose passages `old` are.
    """

    fact: str
    subject: str
    predicate: str
    object: str
    subject_name: str
    object_name: str
    old: tuple[Quoted, ...]
    new: tuple[Quoted, ...]
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an approval would do. Each fact stands in one list: `contradicted` those of a property with one value that
    get another than the library had, `resupported` those that stand as before on other passages. `kept` counts the
    facts of these documents that stand as before on the same words of the same page."""

    documents: tuple[Staged, ...]
    added: tuple[Difference, ...]
    lost: tuple[Difference, ...]
    resupported: tuple[Difference, ...]
    contradicted: tuple[Difference, ...]
    kept: int


def report(before: Snapshot, rows: Sequence[Staged]) -> Report:
    """What the approval of these editions would change in the library as the snapshot shows it."""
    with rehearsed(before, rows) as after:
        return _Comparison(before, after, rows).report()


class _Comparison:
    """Facts before and after."""

    def __init__(self, before: Snapshot, after: Snapshot, rows: Sequence[Staged]) -> None:
        self._before, self._after, self._rows = before, after, rows
        own = {row.document for row in rows} | {name for row in rows for name, _ in row.stands}
        self._own = {before.library.base + name for name in own}
        self._old, self._new = self._support(before), self._support(after)

    def report(self) -> Report:
        """The facts that differ, each in one list."""
        added, lost = self._turnover()
        renamed = self._of_renamed(added, lost)
        added, lost = added - renamed, lost - renamed
        contradicted = {fact: old for fact in sorted(added, key=str) if (old := self._contradicted(fact, lost))}
        spoken = set(contradicted) | set(contradicted.values())
        both = (set(self._old) | set(self._new)) - added - lost - renamed
        changed = {fact for fact in both if self._words(self._old, fact) != self._words(self._new, fact)}
        return Report(
            documents=tuple(self._rows),
            added=self._listed(added - spoken),
            lost=self._listed(lost - spoken),
            resupported=self._listed(changed),
            contradicted=tuple(self._difference(fact, old) for fact, old in contradicted.items()),
            kept=len(both - changed) + len(renamed) // 2,
        )

    def _turnover(self) -> tuple[set[NamedNode], set[NamedNode]]:
        """The facts that stand after all the commits and did not before, and those that stood and do not."""
        base = self._after.base
        commits = entries(self._after.store, base, self._before.commit)
        touched = {NamedNode(base + fact) for entry in commits for fact in (*entry.added, *entry.removed)}
        before = {fact for fact in touched if _stands(self._before, fact)}
        after = {fact for fact in touched if _stands(self._after, fact)}
        return after - before, before - after

    def _of_renamed(self, added: Iterable[NamedNode], lost: Iterable[NamedNode]) -> set[NamedNode]:
        """What the old document mentioned under its id and the new one mentions under its own."""
        gone, come = (
            {_ends(snapshot, fact)[1:]: fact for fact in facts if _ends(snapshot, fact)[0].value in self._own}
            for snapshot, facts in ((self._before, lost), (self._after, added))
        )
        return {fact for ends in gone.keys() & come.keys() for fact in (gone[ends], come[ends])}

    def _support(self, snapshot: Snapshot) -> dict[NamedNode, list[Evidence]]:
        """What the documents of the report say of each fact: the passages that state its value."""
        found: dict[NamedNode, list[Evidence]] = defaultdict(list)
        for document in sorted(self._own):
            for quad in matching(snapshot.store, None, TYPE, STATEMENT, NamedNode(document)):
                for support in matching(snapshot.store, quad.subject, SUPPORTS, None, snapshot.graphs.facts):
                    found[support.object] += statement_evidence(snapshot.store, snapshot.base, quad.subject)
        for quad in matching(snapshot.store, None, TYPE, STATEMENT, snapshot.graphs.judgements):
            evidence = statement_evidence(snapshot.store, snapshot.base, quad.subject)
            if any(snapshot.base + row.document in self._own for row in evidence):
                for support in matching(snapshot.store, quad.subject, SUPPORTS, None, snapshot.graphs.facts):
                    found[support.object] += evidence
        return found

    def _words(self, support: Mapping[NamedNode, Iterable[Evidence]], fact: NamedNode) -> set[tuple[int, str]]:
        return {(row.page, "".join(row.quote.split())) for row in support.get(fact, ()) if row.role == "value"}

    def _contradicted(self, fact: NamedNode, lost: Iterable[NamedNode]) -> NamedNode | None:
        """The fact that gave the same property of the same thing another value: one that is lost, else that stands."""
        subject, predicate, object_ = _ends(self._after, fact)
        if not _is_one_valued(predicate, self._after.base):
            return None
        limits, others = _limits(self._after, fact), []
        for snapshot in (self._before, self._after):
            for quad in matching(snapshot.store, None, SUBJECT, subject, snapshot.graphs.facts):
                _, other, value = _ends(snapshot, quad.subject)
                if other == predicate and not are_alike(value, object_) and limits & _limits(snapshot, quad.subject):
                    others.append(quad.subject)
        known = [other for other in others if _stands(self._before, other)]
        return min(known, key=lambda other: (other not in set(lost), other.value), default=None)

    def _listed(self, facts: Iterable[NamedNode]) -> tuple[Difference, ...]:
        found = [self._difference(fact) for fact in facts]
        return tuple(sorted(found, key=lambda row: (row.subject_name, row.predicate, row.object_name, row.fact)))

    def _difference(self, fact: NamedNode, old: NamedNode | None = None) -> Difference:
        snapshot = self._after if _stands(self._after, fact) else self._before
        subject, predicate, object_ = _ends(snapshot, fact)
        return Difference(
            fact=compress(fact.value, snapshot.base),
            subject=compress(subject.value, snapshot.base),
            predicate=compress(predicate.value, snapshot.base),
            object=_value(snapshot, object_),
            subject_name=snapshot.label(subject, "ru"),
            object_name=_name(snapshot, object_),
            old=_quoted(self._passages(self._before, self._old, old or fact)),
            new=_quoted(self._passages(self._after, self._new, fact)),
            instead_of=_name(self._before, _ends(self._before, old)[2]) if old else "",
        )

    def _passages(
        self, snapshot: Snapshot, support: Mapping[NamedNode, Sequence[Evidence]], fact: NamedNode
    ) -> Sequence[Evidence]:
        """The passages of these documents, else those of the others that state the fact."""
        return support.get(fact) or snapshot.evidence(fact)


def _is_one_valued(predicate: NamedNode, base: str) -> bool:
    """Whether a thing has one value of a property, at least at a time."""
    term = vocabulary().properties.get(compress(predicate.value, base))
    return predicate in ONE_AT_A_TIME or (term is not None and term.is_functional)


def _limits(snapshot: Snapshot, fact: NamedNode) -> frozenset[Limits]:
    return fact_limits(snapshot.store, snapshot.graphs.facts, fact)


def _stands(snapshot: Snapshot, fact: NamedNode) -> bool:
    return any(matching(snapshot.store, fact, SUBJECT, None, snapshot.graphs.facts))


def _ends(snapshot: Snapshot, fact: NamedNode) -> tuple[NamedNode, NamedNode, Term]:
    said = {q.predicate: q.object for q in matching(snapshot.store, fact, None, None, snapshot.graphs.facts)}
    return said[SUBJECT], said[PREDICATE], said[OBJECT]


def _value(snapshot: Snapshot, term: Term) -> str:
    return compress(term.value, snapshot.base) if isinstance(term, NamedNode) else term.value


def _name(snapshot: Snapshot, term: Term) -> str:
    return snapshot.label(term, "ru") if isinstance(term, NamedNode) else _value(snapshot, term)


def _quoted(evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
    rows = [row for row in evidence if row.role == "value"]
    return tuple(dict.fromkeys(Quoted(row.document, row.title, row.page, row.quote, row.boxes) for row in rows))
