"""The light page of a thing: its facts, each with the passages that state it; and the page of the vocabulary."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import urlencode

import pyoxigraph as ox

from graph.evidence import Evidence
from graph.former import Former
from graph.snapshot import Snapshot
from ontology import expand, vocabulary
from ontology.vocabulary import Term as Word
from ui.description import statements_about
from ui.markup import Html, Link, anchor, joined, page, tag
from ui.selecting import Term, class_label, label_of, predicate_label, short
from ui.texts import Language, text
from ui.thing import Fact, find
from ui.views.links import document_address

LOCAL = ("document/", "statement/", "passage/", "fact/", "judgement/", "observation/", "membership/", "conflict/")
"""Ids of what has no card to put right: documents have a screen of their own, the others follow from their parts."""
DATA_SUFFIXES = (("Turtle", "ttl"), ("JSON-LD", "jsonld"), ("N-Triples", "nt"))


def thing_page(snapshot: Snapshot, identifier: str, language: Language) -> str:
    """The page of a thing, a statement, a passage or a document; whatever has an IRI opens."""
    feet = [Link(f"/data/{identifier}.{suffix}", name) for name, suffix in DATA_SUFFIXES]
    other: Language = "en" if language == "ru" else "ru"
    links = [Link(f"/page/{identifier}?lang={other}", "English" if other == "en" else "Русский")]
    thing = find(snapshot, identifier, language)
    if thing is None:
        body = joined((tag("h1", identifier), triple_table(snapshot, identifier, language)))
        return page(identifier, body, language, links=links, feet=feet)
    if not identifier.startswith(LOCAL):
        links.append(
            Link(f"/thing?{urlencode({'thing': identifier, 'lang': language})}", text("judge_title", language))
        )
    kinds = ", ".join(class_label(kind, language) for kind in thing.types)
    relations = [
        relation(snapshot, list(facts), language)
        for _, facts in groupby(thing.facts, key=lambda fact: (fact.predicate, fact.is_inbound))
    ]
    pieces = [tag("h1", thing.label), tag("p", kinds, class_="kind"), tag("dl", *relations)]
    if thing.mentions:
        pieces += [tag("h2", text("mentioned_in", language)), tag("dl", relation(snapshot, thing.mentions, language))]
    return page(thing.label, joined(pieces), language, links=links, feet=feet)


def former_page(snapshot: Snapshot, edition: Former, language: Language) -> str:
    """The page of an edition that another replaced: what took its place, and what it stated."""
    feet = [Link(f"/data/{edition.id}.{suffix}", name) for name, suffix in DATA_SUFFIXES]
    quads = edition.quads(snapshot)
    after = edition.replaced_by or edition.document
    rows = [
        tag("tr", *(tag("td", term_shown(snapshot, term, language)) for term in (q.subject, q.predicate, q.object)))
        for q in sorted(quads, key=lambda quad: (quad.subject.value != snapshot.base + edition.id, str(quad)))
    ]
    pieces = [
        tag("h1", edition.title(snapshot)),
        tag("p", text("replaced_by", language), " ", anchor(Link(f"/page/{after}?lang={language}", after))),
        tag("div", tag("table", *rows), class_="scroll"),
    ]
    return page(edition.title(snapshot), joined(pieces), language, feet=feet)


def relation(snapshot: Snapshot, facts: Sequence[Fact], language: Language) -> Html:
    """One relation: its name, and each value with its passages."""
    values = (
        tag("dd", shown_end(fact, language), *(quoted(snapshot, item, language) for item in fact.evidence))
        for fact in facts
    )
    return joined((tag("dt", facts[0].label), *values))


def shown_end(fact: Fact, language: Language) -> Html:
    """The other end of a fact: a link where it is a thing; the fact's own IRI beside it."""
    other = fact.other
    shown = anchor(Link(f"/page/{other.id}?lang={language}", other.label)) if other.id else tag("span", other.label)
    return joined((shown, " ", anchor(Link(f"/page/{fact.id}?lang={language}", "¶"))))


def quoted(snapshot: Snapshot, item: Evidence, language: Language) -> Html:
    """A passage: its quote, its document, and a link to the place on the page."""
    where = f"{item.title or item.document}, {text('page', language).format(page=item.page)}"
    address = document_address(item.document, item.page, item.statement) | {"lang": language}
    source = tag("cite", anchor(Link(f"/documents?{urlencode(address)}", where)))
    return tag("blockquote", " ".join(item.quote.split()), source)


def triple_table(snapshot: Snapshot, identifier: str, language: Language) -> Html:
    """Everything that is said of a thing that is no card: a statement, a passage, a fact, a judgement."""
    rows = statements_about(snapshot, identifier)
    cells = (
        tag(
            "tr", tag("th", predicate_label(short(snapshot, p), language)), tag("td", term_shown(snapshot, o, language))
        )
        for p, o in rows
    )
    return tag("div", tag("table", *cells), class_="scroll")


def term_shown(snapshot: Snapshot, term: Term, language: Language) -> Html:
    """A value as text, a thing of the library as a link to its page, any other IRI as a link to itself."""
    if isinstance(term, ox.Literal):
        return tag("span", term.value)
    identifier = short(snapshot, term)
    if term.value.startswith(snapshot.base):
        return anchor(Link(f"/page/{identifier}?lang={language}", label_of(snapshot, term, language)))
    return anchor(Link(term.value, identifier))


def ontology_page(language: Language) -> str:
    """The vocabulary: classes and properties with their labels and definitions."""
    known = vocabulary()
    pieces = [tag("h1", text("vocabulary", language)), tag("p", expand("svod:"), class_="kind")]
    for heading, terms in (("classes", known.classes), ("properties", known.properties)):
        pieces += [tag("h2", text(heading, language)), tag("dl", *(defined(term, language) for term in terms.values()))]
    feet = [Link(f"/ontology.{suffix}", name) for name, suffix in DATA_SUFFIXES]
    return page(text("vocabulary", language), joined(pieces), language, feet=feet)


def defined(term: Word, language: Language) -> Html:
    """A term with its labels and its definition."""
    label, definition = (term.ru, term.definition_ru) if language == "ru" else (term.en, term.definition_en)
    names: Iterable[str] = term.alt_ru if language == "ru" else term.alt_en
    others = f" ({', '.join(names)})" if names else ""
    return joined((tag("dt", f"{label}{others}", id=term.curie), tag("dd", tag("code", term.curie), " ", definition)))
