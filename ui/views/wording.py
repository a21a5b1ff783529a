"""Moments, decisions and changes as a person reads them."""

from datetime import datetime

from pyoxigraph import Literal, NamedNode

from graph.judgement import Judgement
from graph.plain import matching
from graph.terms import LABEL, NAMED_FOR, OBJECT, PREDICATE, SUBJECT
from graph.values import term_of
from ui.selecting import predicate_label
from ui.texts import Language
from ui.views.visit import Visit


def moment(when: str, language: Language) -> str:
    """A time of the log on the reader's clock, to the minute.

    >>> moment("2026-03-01T12:30:00.000+00:00", "ru")[:10], moment("2026-03-01T12:30:00+00:00", "en")[:10]
    ('01.03.2026', '2026-03-01')
    """
    local = datetime.fromisoformat(when).astimezone()
    return local.strftime("%d.%m.%Y %H:%M" if language == "ru" else "%Y-%m-%d %H:%M")


def about(visit: Visit, row: Judgement) -> str:
    """What a judgement says, on one line."""
    if row.kind in ("same", "different"):
        sign = "=" if row.kind == "same" else "≠"
        return f"{end_of(visit, row.left)} {sign} {end_of(visit, row.right)}"
    if row.kind == "undo":
        return visit.say("undo_of", number=row.undoes)
    if row.subject and row.predicate:
        ends = f"{name_of(visit, row.subject)} · {predicate_label(row.predicate, visit.language)}"
        return f"{ends} · {name_of(visit, row.value)}"
    if row.claims:
        claim = row.claims[0]
        was = claim.object.value if claim.object.value is not None else name_of(visit, claim.object.thing)
        said = f"{name_of(visit, claim.subject.thing)} · {predicate_label(claim.predicate, visit.language)} · {was}"
        return f"{said} → {name_of(visit, row.value)}" if row.kind == "correct" else said
    return ", ".join(row.statements)


def name_of(visit: Visit, name: str | None) -> str:
    """A thing by its label, also where it was merged with another since; a value by its text."""
    if not name:
        return ""
    term = term_of(name, visit.snapshot.base)
    if isinstance(term, Literal):
        return term.value
    return visit.label(visit.snapshot.merged_into(term) or term.value)


def end_of(visit: Visit, name: str | None) -> str:
    """An end of a decision on who is who: by the name that it had before it was merged, or that its document gives."""
    snapshot, node = visit.snapshot, visit.snapshot.iri(name or "")
    if snapshot.graphs.is_local(node):
        return local_name(visit, node)
    if name and snapshot.merged_into(node):
        for quad in matching(snapshot.store, node, NAMED_FOR, None, snapshot.graphs.names):
            return str(quad.object.value).partition("|")[2] or name
    return name_of(visit, name)


def local_name(visit: Visit, node: NamedNode) -> str:
    """What a document calls its own entity, and the document."""
    snapshot = visit.snapshot
    document = snapshot.graphs.document_of(node)
    names = {
        said.object.value
        for stated in matching(snapshot.store, None, SUBJECT, node, document)
        if any(matching(snapshot.store, stated.subject, PREDICATE, LABEL, document))
        for said in matching(snapshot.store, stated.subject, OBJECT, None, document)
    }
    name = min(names, default="")
    return " — ".join(filter(None, (name, snapshot.label(document, visit.language))))


REASONS: dict[str, str] = {
    "new bytes": "новые байты",
    "bytes of another source": "байты другого источника",
    "new reader": "новая версия чтения",
    "new extractor": "новая версия разбора",
    "new vocabulary": "новый словарь",
    "new password": "дан пароль",
    "new ocr": "другие языки распознавания",
}


def reason_in(reason: str, language: Language) -> str:
    """Why an edition takes the place of another, as the ledger says it, in the reader's language."""
    if language != "ru":
        return reason
    return ", ".join(REASONS.get(part, part) for part in reason.split(", ")) if reason else ""
