"""Does what one document states keep to the shapes? Asked before the ledger has it; the answer is a finding."""

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from graph.edition import Edition
from graph.plain import PlainQuad
from graph.quads import document_quads
from graph.shapes import violations
from graph.terms import LABEL, MODALITY, OBJECT, PREDICATE, SUBJECT
from ontology.iri import DEFAULT_BASE, compress


def examined(edition: Edition) -> Edition:
    """The edition, with a finding for each shape that its graph, or the facts in it, do not keep to.

    It is examined alone: two documents that disagree are a conflict, not an error, so no shape is about both.
    """
    quads = document_quads(edition, DEFAULT_BASE)
    found: dict[str, list[str]] = {}
    for violation in violations([*quads, *_own_view(edition, quads)]):
        found.setdefault(violation.message, []).append(compress(violation.focus, DEFAULT_BASE))
    if not found:
        return edition
    document = edition.document
    findings = (*document.findings, *(_finding(message, focus) for message, focus in sorted(found.items())))
    return replace(edition, extract=replace(edition.extract, document=replace(document, findings=findings)))


def _finding(message: str, focus: list[str]) -> str:
    more = f" and {len(focus) - 1} more" if len(focus) > 1 else ""
    return f"Does not keep to the shapes: {message} ({focus[0]}{more})."


def _own_view(edition: Edition, quads: list[PlainQuad]) -> Iterator[PlainQuad]:
    """The asserted statements as plain triples, and the names of what the vocabulary knows."""
    stated: dict[NamedNode, dict[NamedNode, NamedNode | Literal]] = {}
    for quad in quads:
        if quad.predicate in _ENDS:
            stated.setdefault(quad.subject, {})[quad.predicate] = quad.object
    for ends in stated.values():
        subject, predicate = ends.get(SUBJECT), ends.get(PREDICATE)
        if MODALITY not in ends and isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
            yield PlainQuad(subject, predicate, ends[OBJECT])
    for entity in edition.extract.entities:
        if not entity.is_local and entity.name:
            yield PlainQuad(NamedNode(DEFAULT_BASE + entity.id), LABEL, Literal(entity.name))


_ENDS = frozenset({SUBJECT, PREDICATE, OBJECT, MODALITY})
