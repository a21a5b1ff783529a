"""A fact that a person adds with its passage: the quote found on its page, and found again in the next edition."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from graph.change import Change
from graph.claims import Claim, End
from graph.digests import digest
from graph.edition import Edition
from graph.errors import JudgementError
from graph.judgement import Judgement, Judgements, weigh
from graph.kept import kept_file, kept_read
from graph.library import Library
from graph.plain import PlainQuad
from graph.quads import passage_quads
from graph.terms import (
    BY_HAND,
    DIGEST,
    OBJECT,
    OF_STATEMENT,
    PREDICATE,
    ROLES,
    RULE,
    SOURCE,
    STATEMENT,
    SUBJECT,
    TYPE,
    Graphs,
)
from graph.values import term_of
from ingest.document import Document, Page, Span
from ingest.errors import IngestError
from ingest.media import PDF
from ingest.passage import Passage
from ontology.iri import expand

log = logging.getLogger(__name__)


def anchored(row: Judgement, edition: Edition, sources: Iterable[str]) -> tuple[Judgement, Span]:
    """The judgement with what it claims of the document that was read, and where its quote stands.

    Raises JudgementError where the document has no such page, or its page holds the quote nowhere or several times.
    """
    document, page, quote = edition.document, row.page or 0, row.quote or ""
    if not 1 <= page <= len(document.pages):
        raise JudgementError(f"{document.id} has pages 1 to {len(document.pages)}, not {page}")
    found = places(document, quote, document.pages[page - 1])
    if not found:
        elsewhere = [str(other.number) for other in document.pages if places(document, quote, other)]
        where = f": it stands on page {', '.join(elsewhere)}" if elsewhere else " nor on any other: give it as written"
        raise JudgementError(f"the quote does not stand on page {page} of {document.id}{where}")
    if len(found) > 1:
        raise JudgementError(f"the quote stands {len(found)} times on page {page} of {document.id}: give more words")
    ends = End(thing=row.subject or ""), End(thing=row.value or "")
    claim = Claim(tuple(sorted(sources)), ends[0], row.predicate or "", ends[1], quote, edition.key)
    return replace(row, document=document.id, claims=(claim,)), found[0]


def found_again(row: Judgement, document: Document) -> Span | None:
    """Where the quote of an added fact stands in another edition: on the page it had, else on one page alone; None
    where it stands nowhere or no one can say which of several places is meant."""
    quote, number = row.quote or "", row.page or 0
    same = places(document, quote, document.pages[number - 1]) if number <= len(document.pages) else []
    found = same or [span for page in document.pages for span in places(document, quote, page)]
    return found[0] if len(found) == 1 else None


def places(document: Document, quote: str, page: Page) -> list[Span]:
    """Where a quote stands on a page, whatever its white space and hyphens at line ends.

    >>> page = Page(1, 0, 0, 0, 20)
    >>> places(Document("a", "0", "text/plain", "", "ru", "Пермский край.\\nКрай.", (page,)), "пермский  край", page)
    []
    >>> places(Document("a", "0", "text/plain", "", "ru", "Пермский\\nкрай. Край.", (page,)), "Пермский край", page)
    [Span(start=0, end=13)]
    """
    kept = [offset for offset in range(page.start, page.end) if not _is_loose(document.text[offset])]
    text = "".join(document.text[offset] for offset in kept)
    wanted = "".join(letter for letter in quote if not _is_loose(letter))
    found, at = [], text.find(wanted) if wanted else -1
    while at >= 0:
        span = Span(kept[at], kept[at + len(wanted) - 1] + 1)
        if not _cuts_word(document.text, span.start) and not _cuts_word(document.text, span.end):
            found.append(span)
        at = text.find(wanted, at + 1)
    return found


def _cuts_word(text: str, offset: int) -> bool:
    """Whether a letter or digit stands on both sides of an offset."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _is_loose(letter: str) -> bool:
    """White space, hyphens and soft hyphens: what a line's end may add or take away."""
    return letter.isspace() or letter in "-\u00ad\u2010\u2011"


def statement_name(row: Judgement, document: Document) -> str:
    """The id of the statement that an added fact is in one edition."""
    stated = [document.digest, row.subject, row.predicate, row.value, "".join((row.quote or "").split()), BY_HAND]
    return f"statement/{digest(stated)}"


def statement_quads(row: Judgement, document: Document, passages: Iterable[Passage], base: str) -> list[PlainQuad]:
    """The statement of an added fact in one edition, its passages, and that the judgement is about it."""
    graph = Graphs.below(base).judgements
    node = NamedNode(expand(statement_name(row, document), base))
    quads = [
        PlainQuad(NamedNode(expand(row.id, base)), OF_STATEMENT, node, graph),
        PlainQuad(node, TYPE, STATEMENT, graph),
        PlainQuad(node, SUBJECT, NamedNode(expand(row.subject or "", base)), graph),
        PlainQuad(node, PREDICATE, NamedNode(expand(row.predicate or "", base)), graph),
        PlainQuad(node, OBJECT, term_of(row.value or "", base), graph),
        PlainQuad(node, RULE, Literal(BY_HAND), graph),
    ]
    for passage in passages:
        described = passage_quads(passage, document, base, graph)
        quads += [PlainQuad(node, ROLES["value"], described[0].subject, graph), *described]
    return quads


def add_passage(change: Change, row: Judgement, library: Library, document: NamedNode) -> Judgement:
    """Write the statement of an added fact with its passage; comes back with what the judgement is about.

    Raises JudgementError where the quote does not stand there once, UnknownDocument where its bytes are not kept.
    """
    said = change.said(document, document)
    edition = kept_read(library, said[DIGEST][0].value)
    row, span = anchored(row, edition, [source.value for source in said[SOURCE]])
    try:
        passages = _located(library, edition.document, span)
    except IngestError as error:
        raise JudgementError(f"the place of the quote cannot be found: {error}") from error
    for quad in statement_quads(row, edition.document, passages, library.base):
        change.add_quad(quad)
    return replace(row, statements=(statement_name(row, edition.document),))


def find_additions(change: Change, judgements: Judgements, library: Library, edition: Edition) -> Judgements:
    """Find the quotes of facts that people added to earlier editions of a source in this one, and write their
    statements; comes back with the judgements as they are then. A quote that is not found leaves its fact without
    support."""
    rows = [
        _found_in(change, row, library, edition)
        if row.kind == "add" and any(edition.source in claim.sources for claim in row.claims)
        else row
        for row in judgements.rows
    ]
    return judgements if rows == list(judgements.rows) else weigh(rows, judgements.base)


def _found_in(change: Change, row: Judgement, library: Library, edition: Edition) -> Judgement:
    """An added fact with its statement in an edition; where another reader read the same bytes, found there anew."""
    base, name, graph = library.base, statement_name(row, edition.document), change.graphs.judgements
    node = NamedNode(expand(name, base))
    for quad in list(change.after(node, None, None, graph)):
        change.remove_quad(quad)
    change.remove(NamedNode(expand(row.id, base)), OF_STATEMENT, node, graph)
    others = tuple(other for other in row.statements if other != name)
    span = found_again(row, edition.document)
    try:
        passages = _located(library, edition.document, span) if span else ()
    except IngestError as error:
        log.warning("%s: what judgement %d added could not be placed: %s", edition.source, row.number, error)
        passages = ()
    if not passages:
        return replace(row, statements=others)
    for quad in statement_quads(row, edition.document, passages, base):
        change.add_quad(quad)
    return replace(row, statements=tuple(sorted((*others, name))))


def _located(library: Library, document: Document, span: Span) -> tuple[Passage, ...]:
    from ingest import locate  # a PDF library that no reader of the ledger needs

    data = kept_file(library, document.digest) if document.media_type == PDF else b""
    return locate(data, document, [span])[span]
