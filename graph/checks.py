"""Whether a judgement can be made: it names things that are there, and decides nothing that follows from others."""

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Store

from graph.errors import JudgementError, UnknownThing
from graph.judgement import Judgement, Judgements
from graph.plain import DEFAULT, matching
from graph.terms import DOCUMENT, MEMBER_OF, NAMED_FOR, OBJECT, SUPPORTS, TYPE, Graphs
from ontology.iri import compress, expand


def checked(row: Judgement, store: Store, judgements: Judgements) -> Judgement:
    """The judgement, names made relative, a rejected fact as its statements. Raises JudgementError, UnknownThing."""
    base, count = judgements.base, len(judgements.rows)
    if row.kind == "undo":
        if row.undoes is None or not 1 <= row.undoes <= count:
            raise JudgementError(f"there is no judgement {row.undoes} to undo: there are {count}")
        return row
    if row.kind == "reject":
        if not row.statements:
            raise JudgementError("a rejection names the statement or fact that it rejects")
        return replace(row, statements=tuple(dict.fromkeys(_statements(row.statements, store, base))))
    if not row.left or not row.right or expand(row.left, base) == expand(row.right, base):
        raise JudgementError(f"{row.kind!r} is said of two things, not of {row.left!r} and {row.right!r}")
    return replace(row, left=_thing(row.left, store, base), right=_thing(row.right, store, base))


def _statements(names: Iterable[str], store: Store, base: str) -> Iterable[str]:
    """Statements by their ids; a fact stands for all that support it now."""
    facts = Graphs.below(base).facts
    for name in names:
        node = NamedNode(expand(name, base))
        found = sorted(quad.subject.value for quad in matching(store, None, SUPPORTS, node, facts)) or [node.value]
        for iri in found:
            if "/statement/" not in iri or not any(matching(store, NamedNode(iri), OBJECT)):
                raise UnknownThing(f"no statement or fact is {name!r}")
            yield compress(iri, base)


def _thing(name: str, store: Store, base: str) -> str:
    node = NamedNode(expand(name, base))
    relative = compress(node.value, base)
    member = next((quad.object for quad in matching(store, node, MEMBER_OF)), node)
    if member.value.startswith((f"{base}observation/", f"{base}membership/")):
        raise JudgementError(f"{relative} follows from its parts: judge those instead")
    is_named = any(matching(store, node, NAMED_FOR))
    types = {quad.object for quad in matching(store, node, TYPE, None, DEFAULT)}
    if member == node and not is_named and (not types or DOCUMENT in types):
        raise UnknownThing(f"no thing in the library is {name!r}")
    return relative
