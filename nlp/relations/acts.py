"""Legal acts: their own particulars, and what the document's act does to the acts that it names."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate

from ingest.document import Block, Span
from nlp.anchors import small_letters
from nlp.entity import Entity
from nlp.labels import key
from nlp.linking import language_of
from nlp.mention import Mention
from nlp.relations.own_act import SHOUTED, own_act
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.revisions import is_revising, title_of_act
from nlp.statement import Statement, Value
from ontology.vocabulary import vocabulary

TITLE_REACH = 900  # characters after a citation within which its quoted title ends
AMENDS = re.compile(
    r"внес(?:ти|ении|ены|ти\s+следующие)\b.{0,80}?\bизменени|изложить\s+в\s+(?:следующей|новой)\s+редакции|\bдополнить\b|"
    r"\bamend(?:s|ed|ing|ments?)?\b",
    re.IGNORECASE | re.DOTALL,
)
REPEALS = re.compile(
    r"признать\s+утратившими?\s+силу|признании\s+утратившими?|считать\s+утратившими?\s+силу|отменить\b|"
    r"\brepeal(?:s|ed)?\b|\bceases?\s+to\s+have\s+effect",
    re.IGNORECASE,
)
BASED = re.compile(
    r"в\s+соответстви[ие]\s+с|на\s+основании|во\s+исполнение|руководствуясь|в\s+целях\s+реализации|в\s+целях\s+исполнения|"
    r"\bin\s+accordance\s+with|\bpursuant\s+to|\bon\s+the\s+basis\s+of",
    re.IGNORECASE,
)
RECOGNIZE = re.compile(r"\b(?:призна(?:ть|ны?|но|на)|считать)\s+$", re.IGNORECASE)
LOST = re.compile(r"[^.;]{0,120}?\bутративш\w+\s+силу", re.IGNORECASE)
"""The two halves of "признать указанное постановление утратившим силу"."""

QUOTED = re.compile(r"[«\"“][^«»\"“”]*[»\"”]")
INTO = re.compile(r"\bвнес(?:ти|ены|ении|ения)\s+в\b", re.IGNORECASE)
CHANGES = re.compile(r"[^;]{0,400}?\bизменени", re.IGNORECASE)
"""The two halves of "внести в … изменение": the acts that are changed stand between them."""

SOLID = re.compile(r"[^\s*_]+")
"""What stands between blanks and emphasis marks."""

DASHES = str.maketrans("‐‑–—", "----")
TITLE_PARTS = re.compile(r"\s*[:–—|]\s*")
LEGAL_BASIS = "svod:legalBasis"
ACT_OF = "schema:encodesCreativeWork"


def act_particulars(reading: Reading) -> Iterator[Finding]:
    """A citation names the act by its kind, its number, its date, its title and the body that passed it."""
    for index, mention in reading.of_type("LegalAct"):
        act = reading.links[index]
        whole = span_of(mention)
        for predicate, value, span in _particulars(reading, mention):
            yield Statement(act.id, predicate, value, evidence(span, subject=whole), "act_particulars")
        issuers = [pair for pair in reading.inside(whole, "Authority") if reading.words(span_of(pair[1])) != ""]
        if len({reading.links[at].id for at, _ in issuers}) == 1 and mention.attributes.get("issuer"):
            at, authority = issuers[0]
            passages = evidence(span_of(authority), subject=whole)
            yield Statement(act.id, "eli:passed_by", reading.links[at].id, passages, "act_particulars")


def _particulars(reading: Reading, mention: Mention) -> Iterator[tuple[str, Value, Span]]:
    whole = span_of(mention)
    given: Mapping[str, object] = mention.attributes
    if kind := given.get("kind"):
        yield "eli:type_document", Value(str(kind)), _kind_span(reading, mention)
    if (number := given.get("number")) and (span := located(reading, str(number), whole)):
        yield "eli:id_local", Value(str(number), as_written=reading.words(span)), span
    if date := given.get("date"):
        inside = [other for _, other in reading.inside(whole, "Date") if other.attributes.get("value") == date]
        span = span_of(inside[0]) if inside else whole
        yield "eli:date_document", Value(str(date), "xsd:date", as_written=reading.words(span)), span
    if title := given.get("title"):
        reach = Span(mention.start, min(len(reading.document.text), mention.end + TITLE_REACH))
        if span := located(reading, str(title), reach):
            yield "eli:title", Value(str(title), "rdf:langString", lang=language_of(str(title))), span


def _kind_span(reading: Reading, mention: Mention) -> Span:
    """The words before the number and the date; the whole citation where it begins with them."""
    words = re.match(
        r"(?!(?:от|from|of|и)\b)[^\W\d_]{3}[^\d№]*?(?=\s+(?:от|from|dated|№|N|\d)|\s*$)", reading.text(span_of(mention))
    )
    return Span(mention.start, mention.start + words.end()) if words and words[0].strip() else span_of(mention)


def located(reading: Reading, words: str, reach: Span) -> Span | None:
    """Where `words` stand in `reach`, blanks and emphasis marks apart; None where they do not."""
    at = reading.document.text.find(words, reach.start, reach.end)
    if at >= 0:
        return Span(at, at + len(words))
    solid = list(SOLID.finditer(reading.document.text, reach.start, reach.end))
    wanted = _folded(SOLID.findall(words))
    at = _folded(piece[0] for piece in solid).find(wanted) if wanted else -1
    if at < 0:
        return None
    ends = list(accumulate(piece.end() - piece.start() for piece in solid))
    first, last = bisect_right(ends, at), bisect_right(ends, at + len(wanted) - 1)
    start, end = solid[first].end() - ends[first] + at, solid[last].end() - ends[last] + at + len(wanted)
    return Span(start, end)


def _folded(pieces: Iterable[str]) -> str:
    return small_letters("".join(pieces)).translate(DASHES)


def act_to_act(reading: Reading) -> Iterator[Finding]:
    """The document is an act itself: its words say whether it amends, repeals, rests on or only cites the other act."""
    own = own_act(reading)
    if own is None:
        return
    act, place = own
    keys = {_key(mention) for index, mention in reading.of_type("LegalAct") if reading.links[index].id == act.id}
    keys -= {(None, None)}
    for index, mention, sentence in _cited(reading):
        other = reading.links[index]
        if other.id == act.id or _key(mention) in keys or is_revising(reading, mention):
            continue
        predicate = relation_to(reading, sentence, mention)
        yield Statement(act.id, predicate, other.id, evidence(span_of(mention), subject=place), "act_to_act")


def act_of_document(reading: Reading) -> Iterator[Finding]:
    """The document is an act itself: its kind and number stand at the head, or those of the act that approved it."""
    own = own_act(reading)
    if own is not None:
        act, place = own
        yield Statement(reading.document.id, ACT_OF, act.id, evidence(place), "act_of_document")


def title_under_number(reading: Reading) -> Iterator[Finding]:
    """The document is an act itself: its title stands under its number."""
    own = own_act(reading)
    if own is None or not SHOUTED.match(reading.text(own[1])):
        return
    title = title_of_act(reading, own[1])
    if title is not None:
        yield Statement(own[0].id, "eli:title", title[0], evidence(title[1], subject=own[1]), "title_under_number")


def _key(mention: Mention) -> tuple[object, object]:
    """Date and number: an act that has both of the own act's is that act, under whichever issuer's name."""
    date, number = mention.attributes.get("date"), mention.attributes.get("number")
    return (date, number) if date and number else (None, None)


def document_references(reading: Reading) -> Iterator[Finding]:
    """The document names the act; of a document that is an act, another than its own."""
    own = own_act(reading)
    for index, mention in reading.of_type("LegalAct"):
        if own is not None and reading.links[index].id == own[0].id:
            continue
        title = _basis_title(reading, mention.start)
        passages = evidence(span_of(mention), context=Span(title.start, title.end) if title else None)
        yield Statement(
            reading.document.id, "dcterms:references", reading.links[index].id, passages, "document_references"
        )


def legal_basis(reading: Reading) -> Iterator[Finding]:
    """The act stands under a title that promises the legal basis, on a page about a programme."""
    for index, mention in reading.of_type("LegalAct"):
        title = _basis_title(reading, mention.start)
        if title is None:
            continue
        programme = _programme_above(reading, title)
        if programme is None:
            continue
        entity, place = programme
        passages = evidence(span_of(mention), subject=place, label=Span(title.start, title.end))
        yield Statement(entity.id, LEGAL_BASIS, reading.links[index].id, passages, "legal_basis")


def _cited(reading: Reading) -> Iterator[tuple[int, Mention, Span]]:
    sentences = iter(reading.sentences)
    sentence = next(sentences, None)
    for index, mention in reading.of_type("LegalAct"):
        while sentence is not None and sentence.end <= mention.start:
            sentence = next(sentences, None)
        yield index, mention, sentence if sentence is not None else span_of(mention)


def relation_to(reading: Reading, sentence: Span, mention: Mention) -> str:
    """What the document's act does to the act that is mentioned: amend, repeal, rest on, else only cite it."""
    before = QUOTED.sub(" ", reading.text(Span(min(sentence.start, mention.start), mention.start)))
    before = before[: before.rfind("«")] if before.count("«") > before.count("»") else before  # inside a title
    clause = reading.text(Span(mention.end, max(sentence.end, mention.end)))
    last = {
        "eli:amends": _last(AMENDS, before),
        "eli:repeals": _last(REPEALS, before),
        "eli:based_on": _last(BASED, before),
    }
    if CHANGES.match(clause):
        last["eli:amends"] = max(last["eli:amends"], _last(INTO, before))
    predicate = max(last, key=lambda name: last[name])
    if last[predicate] >= 0:
        return predicate
    if RECOGNIZE.search(before) and LOST.match(clause):
        return "eli:repeals"
    if re.match(r".{0,200}?\bпризнать\s+утратившими?\s+силу", clause, re.IGNORECASE | re.DOTALL):
        return "eli:repeals"
    if re.match(r"[^.]{0,200}?\b(?:изложить\s+в|внести\s+(?:следующие\s+)?изменени)", clause, re.IGNORECASE):
        return "eli:amends"
    return "eli:cites"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


@cache
def _basis_names() -> frozenset[tuple[str, ...]]:
    """Every name of the legal basis, as keys of labels."""
    term = vocabulary().properties[LEGAL_BASIS]
    return frozenset(key(name) for name in (term.ru, term.en, *term.alt_ru, *term.alt_en))


def _basis_title(reading: Reading, offset: int) -> Block | None:
    """The nearest title above, when it is one of the vocabulary's names for a legal basis."""
    for title in reading.outline.titles_before(offset):
        if reading.inside(Span(title.start, title.end), "LegalAct"):
            continue
        words = reading.outline.text_of(title)
        return title if any(key(part) in _basis_names() for part in (words, TITLE_PARTS.split(words)[-1])) else None
    return None


def _programme_above(reading: Reading, title: Block) -> tuple[Entity, Span] | None:
    """The programme of the titles above, or the only one that the title's page names."""
    for above in reading.outline.titles_before(title.start):
        found = reading.inside(Span(above.start, above.end), "Programme")
        if found:
            index, mention = found[0]
            return reading.links[index], span_of(mention)
    page = reading.document.page_at(title.start)
    found = reading.inside(Span(page.start, page.end), "Programme")
    if len({reading.links[index].id for index, _ in found}) != 1:
        return None
    return reading.links[found[0][0]], span_of(found[0][1])
