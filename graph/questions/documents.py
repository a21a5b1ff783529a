"""Questions about what documents mention, and which documents mention a thing."""

from pyoxigraph import NamedNode

from graph.queries import select
from graph.questions.context import Context
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.relations import Understood, clear_things
from graph.questions.schema import is_a
from graph.questions.words import Word, keys

MENTION = frozenset(keys("упоминать упоминаться упомянуть упомянутый говориться mention mentioned mentions"))
MENTIONING = ("schema:mentions", "dcterms:references")
DOCUMENT = "svod:Document"
ACT = "svod:LegalAct"
TEXT_OF = "schema:encodesCreativeWork"


def in_document(reading: Reading, context: Context) -> Understood | None:
    """Which clusters does the document «X» mention? Что упоминается в документе «X»?"""
    title = _quoted_after_document(reading)
    if not title or not says_mention(reading):
        return None
    wanted = [word.key for word in title]
    rows = [row for row in select(context.snapshot, "documents") if row["title"] is not None]
    named: tuple[Parameter, ...] = tuple(
        NamedNode(row["document"].value) for row in rows if keys(row["title"].value) == wanted
    )
    if not named:
        return None
    quoted = {word.start for word in title}
    target = next(
        (
            use.curies[0]
            for use in reading.classes
            if use.curies[0] != DOCUMENT and reading.words[use.start].start not in quoted
        ),
        None,
    )
    plan = Plan(
        "things",
        "answer",
        (Pattern("document", MENTIONING, "answer"),),
        {"document": named},
        {"answer": target} if target else {},
    )
    asked = f" · {context.term(target)}" if target else ""
    return Understood(f"{context.term(MENTIONING[0])} · «{' '.join(word.text for word in title)}»{asked}", (plan,))


def in_act(reading: Reading, context: Context) -> Understood | None:
    """Which clusters does act N mention? Какие кластеры упоминает приказ № …? (in the document that is the act)"""
    acts = [thing for thing in clear_things(reading) if is_a(thing.type, (ACT,))]
    asked = [use.curies[0] for use in reading.classes if not is_a(use.curies[0], (ACT, DOCUMENT))]
    if len(acts) != 1 or not says_mention(reading) or reading.unread:
        return None
    if not asked and (reading.asks not in ("what", "who") or len(clear_things(reading)) > 1):
        return None
    patterns = (Pattern("document", (TEXT_OF,), "act"), Pattern("document", ("schema:mentions",), "answer"))
    types = {"answer": asked[0]} if asked else {}
    plan = Plan("things", "answer", patterns, {"act": acts[0].parameter}, types)
    said = f" · {context.term(asked[0])}" if asked else ""
    return Understood(f"{context.term(MENTIONING[0])} · {context.label(acts[0].iri)}{said}", (plan,))


def documents(reading: Reading, context: Context) -> Understood | None:
    """Which documents mention X? В каких документах упоминается X?"""
    asks_documents = bool(reading.classes) and DOCUMENT in reading.classes[0].curies
    things = [thing for thing in clear_things(reading) if thing.type != DOCUMENT]
    if len(things) != 1 or not (asks_documents or (says_mention(reading) and reading.asks in ("where", "which"))):
        return None
    if not asks_documents and any(not is_a(things[0].type, use.curies) for use in reading.classes):
        return None  # "какие кластеры упоминаются в постановлении" asks for clusters
    plan = Plan("things", "document", (Pattern("document", MENTIONING, "thing"),), {"thing": things[0].parameter})
    words = {"ru": "документы, в которых упоминается", "en": "documents that mention"}[reading.language]
    return Understood(f"{words} {context.label(things[0].iri)}", (plan,))


def says_mention(reading: Reading) -> bool:
    """Whether a word of the question asks what is mentioned."""
    return any(word.forms & MENTION for word in reading.words)


def _quoted_after_document(reading: Reading) -> list[Word]:
    """The words in quotation marks right after the word "document"."""
    for use in reading.classes:
        if DOCUMENT in use.curies and use.end < len(reading.words) and reading.words[use.end].is_quoted:
            rest = reading.words[use.end :]
            end = next((at for at, word in enumerate(rest) if not word.is_quoted), len(rest))
            return list(rest[:end])
    return []
