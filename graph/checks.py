"""Whether a judgement can be made: it names things that are there, and decides nothing that follows from others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from graph.claims import Claim, claim_of
from graph.conflicts import DECIDING
from graph.errors import JudgementError, UnknownThing
from graph.judgement import Judgement, Judgements
from graph.plain import DEFAULT, Term, matching
from graph.terms import DOCUMENT, MEMBER_OF, NAMED_FOR, OBJECT, PREDICATE, SIDE, SOURCE, SUBJECT, SUPPORTS, TYPE, Graphs
from graph.values import like, text_of
from graph.verdicts import ChangeView
from ontology.iri import compress, expand
from ontology.vocabulary import vocabulary

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def checked(row: Judgement, store: Store, judgements: Judgements) -> Judgement:
    """The judgement, names made relative, a rejected or corrected fact as its statements with their claims.

    Raises JudgementError, UnknownThing.
    """
    base = judgements.base
    row = replace(row, claims=(), sources=())
    if row.kind == "undo":
        numbers = {known.number for known in judgements.rows}
        if row.undoes not in numbers:
            raise JudgementError(f"there is no judgement {row.undoes} to undo: there are {len(numbers)}")
        return row
    if row.kind == "reject":
        return _on_statements(row, store, judgements)
    if row.kind == "correct":
        return _with_value(_on_statements(row, store, judgements), store, base)
    if row.kind == "add":
        return _addition(row, store, base)
    if row.kind in DECIDING:
        return _decision(row, store, base)
    if not row.left or not row.right or expand(row.left, base) == expand(row.right, base):
        raise JudgementError(f"{row.kind!r} is said of two things, not of {row.left!r} and {row.right!r}")
    left, right = _thing(row.left, store, base), _thing(row.right, store, base)
    return replace(row, left=left, right=right, sources=tuple(_sources((left, right), store, base)))


def _sources(ends: Iterable[str], store: Store, base: str) -> list[str]:
    """Where the documents of document-local ends come from: `document/ab12 a.txt`, sorted."""
    documents = {end.partition("/entity/")[0] for end in ends if "/entity/" in end}
    return sorted(
        f"{document} {quad.object.value}"
        for document in documents
        for quad in matching(store, NamedNode(base + document), SOURCE)
    )


def _on_statements(row: Judgement, store: Store, judgements: Judgements) -> Judgement:
    """The judgement with every statement that it is about, and what these claim."""
    if not row.statements:
        what = "rejection" if row.kind == "reject" else "correction"
        raise JudgementError(f"a {what} names the statement or fact that it is about")
    base = judgements.base
    view = ChangeView.of_store(store, judgements)
    names: dict[str, None] = {}
    claims: dict[Claim, None] = {}
    for iri, graph, is_fact in _statements(row.statements, store, base):
        names[compress(iri.value, base)] = None
        if view.graphs.is_document(graph):
            claims[claim_of(view, iri, graph, is_fact=is_fact)] = None
    return replace(row, statements=tuple(names), claims=tuple(claims))


def _statements(names: Iterable[str], store: Store, base: str) -> Iterator[tuple[NamedNode, NamedNode, bool]]:
    """Statements by their ids, with their graphs; a fact stands for all that support it now."""
    graphs = Graphs.below(base)
    for name in names:
        node = NamedNode(expand(name, base))
        support = sorted((quad.subject for quad in matching(store, None, SUPPORTS, node, graphs.facts)), key=str)
        for statement in support or [node]:
            stated = [quad.graph_name for quad in matching(store, statement, OBJECT)]
            graph = next((g for g in stated if graphs.is_document(g) or g == graphs.judgements), None)
            if graph is None or "/statement/" not in statement.value:
                raise UnknownThing(f"no statement or fact is {name!r}")
            yield statement, graph, bool(support)


def _with_value(row: Judgement, store: Store, base: str) -> Judgement:
    """The correction with its value as a term of the kind that stands there."""
    if not (row.value or "").strip():
        raise JudgementError("a correction gives the value that holds")
    nodes = [NamedNode(expand(name, base)) for name in row.statements]
    old = [quad.object for node in nodes for quad in matching(store, node, OBJECT)]
    if len({isinstance(term, Literal) for term in old}) > 1:
        raise JudgementError("some of these statements give a thing and some a value: correct one statement at a time")
    now = {quad.object for node in nodes for quad in matching(store, node, SUPPORTS)}
    new = _value(str(row.value), old[0], store, base)
    if any(quad.object == new for fact in now for quad in matching(store, fact, OBJECT)):
        raise JudgementError(f"{row.value!r} is what stands there")
    return replace(row, value=text_of(new, base))


def _value(text: str, old: Term, store: Store, base: str) -> Term:
    return like(old, text) if isinstance(old, Literal) else NamedNode(expand(_thing(text, store, base), base))


def _addition(row: Judgement, store: Store, base: str) -> Judgement:
    """An added fact with its thing, its property and its value as they are written; its passage is looked up later."""
    if not (row.subject and row.predicate and (row.value or "").strip() and row.document and row.quote):
        raise JudgementError("an added fact has a subject, a predicate, a value, a document, a page and a quote")
    predicate = _property(row.predicate, base)
    subject = _whole(_thing(row.subject, store, base), store, base)
    value = _added_value(str(row.value), predicate, store, base)
    return replace(row, subject=subject, predicate=predicate, value=text_of(value, base), statements=())


def _decision(row: Judgement, store: Store, base: str) -> Judgement:
    """A side of a conflict by its thing, property and value, so that it is found again in other editions."""
    if row.subject and row.predicate and row.value:
        return row
    graphs = Graphs.below(base)
    fact = NamedNode(expand(row.statements[0] if row.statements else "", base))
    if not any(matching(store, None, SIDE, fact, graphs.conflicts)):
        raise JudgementError(f"{compress(fact.value, base)!r} is no side of a conflict: `svod conflicts` lists them")
    ends = {quad.predicate: quad.object for quad in matching(store, fact, None, None, graphs.facts)}
    subject, predicate = (compress(ends[end].value, base) for end in (SUBJECT, PREDICATE))
    return replace(row, subject=subject, predicate=predicate, value=text_of(ends[OBJECT], base), statements=())


def _property(name: str, base: str) -> str:
    """A property of the vocabulary by its CURIE, its IRI, its local name or one of its labels."""
    properties = vocabulary().properties
    curie = compress(expand(name, base), base)
    if curie in properties:
        return curie
    found = [p.curie for p in properties.values() if name in (p.curie.partition(":")[2], p.ru, p.en)]
    if len(found) != 1:
        raise JudgementError(f"{name!r} is no property of the vocabulary: give its name there, as svod:memberCount")
    return found[0]


def _added_value(text: str, predicate: str, store: Store, base: str) -> Term:
    """A person's words as a value of the kind that the property has in the library, else in the vocabulary."""
    stated = vocabulary().properties[predicate]
    known = next((quad.object for quad in matching(store, None, NamedNode(stated.iri), None, DEFAULT)), None)
    if stated.kind == "object" or isinstance(known, NamedNode):
        return NamedNode(expand(_whole(_thing(text, store, base), store, base), base))
    if known is not None and not known.language:
        return like(known, text)
    kinds = [range_ for range_ in stated.range if range_.startswith("xsd:")]
    if kinds and known is None:
        return like(Literal("", datatype=NamedNode(expand(kinds[0]))), text)
    return like(Literal("", language="ru" if _CYRILLIC.search(text) else "en"), text)


def _whole(name: str, store: Store, base: str) -> str:
    """A document-local entity as the thing that it belongs to."""
    found = next(iter(matching(store, NamedNode(expand(name, base)), MEMBER_OF)), None)
    return compress(found.object.value, base) if found else name


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
