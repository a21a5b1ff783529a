"""What one source says, as a judgement remembers it: so that it holds on the fact, not on the place where it stood.

A statement's id carries the digest of its edition, and so do the ids of the things local to it. A judgement that named
these alone would be lost with the next bytes of its source. It therefore keeps, beside the ids, the *claim*: sources,
subject, predicate, object and quote, in words that the next edition uses again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from pyoxigraph import Literal, NamedNode

from graph.digests import Json, digest
from graph.keys import COMPOSITES
from graph.plain import Term
from graph.terms import EDITION_KEY, OBJECT, PAGE, PREDICATE, QUOTE, ROLES, SOURCE, START, SUBJECT, TYPE, Graphs
from ontology.iri import compress

Said = Mapping[NamedNode, list[Any]]
"""All that a graph says of a subject: its values by predicate."""


class View(Protocol):
    """A ledger in which claims are looked up."""

    @property
    def graphs(self) -> Graphs:
        """The names of its graphs."""

    def said(self, subject: NamedNode, graph: NamedNode) -> Said:
        """All that a graph says of a subject."""

    def about(self, entity: NamedNode, graph: NamedNode) -> Iterable[NamedNode]:
        """The statements whose subject an entity is."""

    def thing(self, node: NamedNode) -> NamedNode:
        """The thing that an entity or a thing is."""

    def merged(self, thing: NamedNode) -> NamedNode:
        """What a thing was merged into, else itself."""


@dataclass(frozen=True, slots=True)
class End:
    """A subject or an object: `name` as its source names it (an id below the base, or a class and a digest that other
    editions of the source give too), and the `thing` that it was; of a literal, `value` alone."""

    name: str = ""
    thing: str = ""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says. `quote` holds the letters and digits of the passage, and is empty where a whole fact was
    judged, whatever its passages; `edition` is the key of the edition that was judged."""

    sources: tuple[str, ...]
    subject: End
    predicate: str
    object: End
    quote: str
    edition: str

    def dump(self) -> str:
        """The claim as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def load_claim(text: str) -> Claim:
    """The claim that `Claim.dump` was called on."""
    fields = json.loads(text)
    ends = {name: End(**fields[name]) for name in ("subject", "object")}
    return Claim(**{**fields, **ends, "sources": tuple(fields["sources"])})


def claim_of(view: View, statement: NamedNode, graph: NamedNode, *, is_fact: bool) -> Claim:
    """What a statement of a document says; the whole fact where `is_fact`."""
    said, document = view.said(statement, graph), view.said(graph, graph)
    return Claim(
        sources=tuple(sorted(source.value for source in document.get(SOURCE, ()))),
        subject=_end(view, said[SUBJECT][0], graph),
        predicate=compress(said[PREDICATE][0].value, view.graphs.base),
        object=_end(view, said[OBJECT][0], graph),
        quote="" if is_fact else letters(quote_of(view, said, graph)),
        edition=document[EDITION_KEY][0].value,
    )


def is_meant(claim: Claim, view: View, said: Said, graph: NamedNode) -> bool:
    """Whether a statement of another edition says what the claim does.

    It is of one of the claim's sources, has its predicate, and at each end the same name or the same thing. Where one
    statement was judged and not a whole fact, its passage is the same, or holds the judged one, or is held by it
    (letters and digits alone compared), and within the very edition that was judged only the statements named count.
    """
    if compress(said[PREDICATE][0].value, view.graphs.base) != claim.predicate:
        return False
    if claim.quote:
        if view.said(graph, graph)[EDITION_KEY][0].value == claim.edition:
            return False
        quote = letters(quote_of(view, said, graph))
        if not quote or not (quote in claim.quote or claim.quote in quote):
            return False
    ends = ((claim.subject, said[SUBJECT][0]), (claim.object, said[OBJECT][0]))
    return all(_is_end(end, term, view, graph) for end, term in ends)


def quote_of(view: View, said: Said, graph: NamedNode) -> str:
    """The passages that state the value, in the order of the pages."""
    passages = [view.said(passage, graph) for passage in said.get(ROLES["value"], ())]
    ordered = sorted((int(p[PAGE][0].value), int(p[START][0].value), p[QUOTE][0].value) for p in passages)
    return " ".join(quote for _, _, quote in ordered)


def letters(text: str) -> str:
    """The letters and digits of a text, without case: what a better reader does not change.

    >>> letters("Перм-\\nский край, № 5")
    'пермскийкрай5'
    """
    return "".join(filter(str.isalnum, text.casefold()))


def stated_name(view: View, node: NamedNode, graph: NamedNode) -> str:
    """How a source names a thing: what the next edition of the source calls it too.

    Of a thing with a natural key, its id; of a local one, the part of its id that is a digest of class and name; of a
    composite, a digest of the names of its parts.
    """
    graphs = view.graphs
    if not graphs.is_local(node):
        return compress(node.value, graphs.base)
    for stated in view.said(node, graph).get(TYPE, ()):
        type_ = compress(stated.value, graphs.base)
        if type_ in COMPOSITES:
            return f"{type_}|{digest(_parts(view, node, graph, type_))}"
    return "entity/" + node.value.partition("/entity/")[2]


def _parts(view: View, node: NamedNode, graph: NamedNode, type_: str) -> Json:
    """The parts that make a composite what it is, sorted."""
    parts: set[tuple[str, str]] = set()
    for statement in view.about(node, graph):
        said = view.said(statement, graph)
        predicate = compress(said[PREDICATE][0].value, view.graphs.base)
        if predicate in COMPOSITES[type_]:
            term = said[OBJECT][0]
            is_text = isinstance(term, Literal)
            parts.add((predicate, letters(term.value) if is_text else stated_name(view, term, graph)))
    return [list(part) for part in sorted(parts)]


def _end(view: View, term: Term, graph: NamedNode) -> End:
    if isinstance(term, Literal):
        return End(value=term.value)
    return End(stated_name(view, term, graph), compress(view.thing(term).value, view.graphs.base))


def _is_end(end: End, term: Term, view: View, graph: NamedNode) -> bool:
    if isinstance(term, Literal):
        return term.value == end.value
    if end.value is not None:
        return False
    thing = NamedNode(view.graphs.base + end.thing)
    return view.thing(term) == view.merged(thing) or stated_name(view, term, graph) == end.name
