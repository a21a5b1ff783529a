"""The story of a thing: the commits and judgements that touched it, in order, with the passages that came and went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.archive import archived_graphs
from graph.errors import UnknownThing
from graph.former import former
from graph.judgement import Judgement
from graph.log import Entry
from graph.plain import PlainQuad, matching
from graph.snapshot import Snapshot
from graph.terms import (
    KEY,
    LABEL,
    MEMBER_OF,
    MERGED_INTO,
    MODALITY,
    NAMED_FOR,
    OBJECT,
    PAGE,
    PREDICATE,
    QUOTE,
    ROLES,
    SHARED_KEY,
    SUBJECT,
)
from ontology.iri import compress, expand


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """What a document says of the thing: predicate, the other end or value as stated, document, page and quote."""

    predicate: str
    value: str
    document: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Event:
    """A commit that touched the thing: number, when, who, what was done, to what, why; the judgement where it is one;
    the passages that came and went with it."""

    commit: int
    when: str
    who: str
    kind: str
    of: str
    why: str
    judgement: Judgement | None
    came: tuple[Said, ...]
    went: tuple[Said, ...]


def story(snapshot: Snapshot, name: str) -> list[Event]:
    """What happened to a thing or a document, oldest first. Raises UnknownThing."""
    return _Story(snapshot, name).events()


class _Story:
    def __init__(self, snapshot: Snapshot, name: str) -> None:
        self._snapshot, self._store, self._base = snapshot, snapshot.store, snapshot.base
        self._thing = NamedNode(expand(name, self._base))
        merged = snapshot.merged_into(self._thing)
        self._thing = NamedNode(self._base + merged) if merged else self._thing
        self._is_document = snapshot.graphs.is_document(self._thing) and "/entity/" not in self._thing.value
        into = matching(self._store, None, MERGED_INTO, self._thing, snapshot.graphs.members)
        self._names = {self._thing.value, *(quad.subject.value for quad in into)}
        members = matching(self._store, None, MEMBER_OF, self._thing, snapshot.graphs.members)
        self._local = {quad.subject.value.partition("/entity/")[2] for quad in members} - {""}
        self._keys = {
            quad.object.value
            for thing in self._names
            for quad in matching(self._store, NamedNode(thing), NAMED_FOR, None, snapshot.graphs.names)
        }
        self._statements: set[str] = set()
        self._archive = [(row.document, row.commit, row.quads()) for row in archived_graphs(snapshot.library)]
        if not (self._keys or self._local or self._is_known(name)):
            raise UnknownThing(f"the library knows nothing of {name!r}")

    def _is_known(self, name: str) -> bool:
        if any(matching(self._store, self._thing)):
            return True
        return former(self._snapshot, compress(self._thing.value, self._base)) is not None

    def events(self) -> list[Event]:
        """Every commit that touched it."""
        changes = [(entry, *self._change(entry)) for entry in self._snapshot.history()]
        rows = {f"judgement/{row.number}": row for row in self._snapshot.judgements.rows}
        concerned = {name for name, row in rows.items() if self._concerns(row)}
        concerned |= {name for name, row in rows.items() if f"judgement/{row.undoes}" in concerned}
        return [
            _event(entry, rows.get(entry.cause.of), came, went)
            for entry, came, went in changes
            if came or went or entry.cause.of in concerned or self._is_of(entry)
        ]

    def _is_of(self, entry: Entry) -> bool:
        return self._is_document and compress(self._thing.value, self._base) in entry.documents

    def _change(self, entry: Entry) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """What was said of it after a commit and not before, and before and not after."""
        came: set[Said] = set()
        went: set[Said] = set()
        kept = {document for document, commit, _ in self._archive if commit == entry.number}
        for document in {*entry.documents, *kept}:
            before = self._said(document, entry.number - 1) if document not in entry.arrived else set()
            after = self._said(document, entry.number) if document not in entry.left else set()
            came, went = came | (after - before), went | (before - after)
        return tuple(sorted(came)), tuple(sorted(went))

    def _said(self, document: str, commit: int) -> set[Said]:
        """What a document says of it after a commit."""
        later = [quads for name, left, quads in self._archive if name == document and left > commit]
        node = NamedNode(self._base + document)
        quads = later[0] if later else list(matching(self._store, graph=node))
        said: dict[NamedNode, dict[NamedNode, list[PlainQuad]]] = {}
        for quad in quads:
            said.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad)
        own = {subject for subject, found in said.items() if self._is_it(subject, found)} | {
            NamedNode(name) for name in self._names
        }
        found = set()
        for statement, about in said.items():
            if SUBJECT in about and {about[SUBJECT][0].object, about[OBJECT][0].object} & own and MODALITY not in about:
                self._statements.add(statement.value)
                found |= self._passages(about, said, document)
        return found

    def _is_it(self, subject: NamedNode, found: dict[NamedNode, list[PlainQuad]]) -> bool:
        """Whether a node of a document is the thing, by the name or the key that it has there."""
        keys = {quad.object.value for predicate in (KEY, SHARED_KEY) for quad in found.get(predicate, ())}
        return bool(keys & self._keys) or subject.value.partition("/entity/")[2] in self._local

    def _passages(
        self,
        about: dict[NamedNode, list[PlainQuad]],
        said: dict[NamedNode, dict[NamedNode, list[PlainQuad]]],
        document: str,
    ) -> set[Said]:
        term = about[OBJECT][0].object
        shown = self._name(term, said) if isinstance(term, NamedNode) else term.value
        predicate = compress(about[PREDICATE][0].object.value, self._base)
        passages = [said[quad.object] for quad in about.get(ROLES["value"], ())]
        return {
            Said(predicate, shown, document, int(p[PAGE][0].object.value), p[QUOTE][0].object.value) for p in passages
        }

    def _name(self, node: NamedNode, said: dict[NamedNode, dict[NamedNode, list[PlainQuad]]]) -> str:
        """What people call the other end: of a document-local one the thing that it is, else its name there."""
        if not self._snapshot.graphs.is_local(node):
            return self._snapshot.label(node, "ru")
        for quad in matching(self._store, node, MEMBER_OF, None, self._snapshot.graphs.members):
            return self._snapshot.label(quad.object, "ru")
        named = (about for about in said.values() if SUBJECT in about and about[SUBJECT][0].object == node)
        labels = (str(about[OBJECT][0].object.value) for about in named if about[PREDICATE][0].object == LABEL)
        return min(labels, default=compress(node.value, self._base))

    def _concerns(self, row: Judgement) -> bool:
        """Whether a judgement is about the thing or about what is said of it."""
        named = [row.left, row.right, row.subject, row.value]
        ends = [end for claim in row.claims for end in (claim.subject, claim.object)]
        own = {expand(name, self._base) for name in (*named, *(end.thing for end in ends)) if name}
        stated = {expand(name, self._base) for name in row.statements}
        local = {name.partition("/entity/")[2] for name in own} - {""}
        return bool(own & self._names or local & self._local or stated & self._statements)


def _event(entry: Entry, row: Judgement | None, came: Sequence[Said], went: Iterable[Said]) -> Event:
    cause = entry.cause
    judged = row if cause.kind == "judged" else None
    return Event(
        entry.number, cause.ended, cause.who, judged.kind if judged else cause.kind, cause.of, cause.why, judged,
        tuple(came), tuple(went),
    )  # fmt: skip
