"""Legal acts: their own particulars, and what the document's act does to the acts that it names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ingest.document import Block, Span
from nlp.entity import Entity
from nlp.linking import language_of
from nlp.mention import Mention
from nlp.relations.labels import key
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value
from ontology.vocabulary import vocabulary

HEADER = 1500  # characters at the head of a document in which its own act stands
TITLE_REACH = 900  # characters after a citation within which its quoted title ends
SHOUTED = re.compile(
    r"\s*(?:ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|ПРИКАЗ|РЕШЕНИЕ|ЗАКОН|УКАЗ|ФЕДЕРАЛЬНЫЙ\s+ЗАКОН|П\s*О\s*С\s*Т\s*А\s*Н\s*О\s*В\s*Л\s*Е\s*Н\s*И\s*Е)"
)
APPROVED = re.compile(
    r"[\W_]*(?:утвержд[её]н[оаы]?|одобрен[оаы]?|принят[оаы]?|приложение(?:\s*№?\s*\d+)?(?:\s+к)?|к|approved\s+by|annex(?:\s+\d+)?(?:\s+to)?)"
    r"[\W_]*",
    re.IGNORECASE,
)
"""What stands alone before the citation of the act that a document belongs to."""

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
QUOTED = re.compile(r"[«\"“][^«»\"“”]*[»\"”]")
LEGAL_BASIS = "svod:legalBasis"


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
    characters = [re.escape(character) for character in re.sub(r"\s+", "", words)]
    pattern = r"[\s*_]*".join(character if character != r"\-" else r"[-‐‑–—]" for character in characters)
    match = re.search(pattern, reading.text(reach), re.IGNORECASE)
    return Span(reach.start + match.start(), reach.start + match.end()) if match else None


def act_to_act(reading: Reading) -> Iterator[Finding]:
    """The document is an act itself: its words say whether it amends, repeals, rests on or only cites the other act."""
    own = own_act(reading)
    if own is None:
        return
    act, place = own
    for index, mention, sentence in _cited(reading):
        other = reading.links[index]
        if other.id == act.id:
            continue
        predicate = _relation(reading, sentence, mention)
        yield Statement(act.id, predicate, other.id, evidence(span_of(mention), subject=place), "act_to_act")


def document_references(reading: Reading) -> Iterator[Finding]:
    """The document names the act."""
    if own_act(reading) is not None:
        return
    for index, mention in reading.of_type("LegalAct"):
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


def own_act(reading: Reading) -> tuple[Entity, Span] | None:
    """The act that the document itself is: its type shouted over its number at the head, or "утверждено" before it."""
    for index, mention in reading.of_type("LegalAct"):
        if mention.start > HEADER:
            return None
        if SHOUTED.match(mention.text) or APPROVED.fullmatch(_line_before(reading, mention.start)):
            return reading.links[index], span_of(mention)
    return None


def _line_before(reading: Reading, offset: int) -> str:
    """The words before `offset` in its line, or in the line above where there are none."""
    text = reading.document.text
    start = text.rfind("\n", 0, offset) + 1
    while start > 0 and not text[start:offset].strip():
        start = text.rfind("\n", 0, start - 1) + 1
    return text[start:offset]


def _cited(reading: Reading) -> Iterator[tuple[int, Mention, Span]]:
    sentences = iter(reading.sentences)
    sentence = next(sentences, None)
    for index, mention in reading.of_type("LegalAct"):
        while sentence is not None and sentence.end <= mention.start:
            sentence = next(sentences, None)
        yield index, mention, sentence if sentence is not None else span_of(mention)


def _relation(reading: Reading, sentence: Span, mention: Mention) -> str:
    before = QUOTED.sub(" ", reading.text(Span(min(sentence.start, mention.start), mention.start)))
    clause = reading.text(Span(mention.end, max(sentence.end, mention.end)))
    last = {
        "eli:amends": _last(AMENDS, before),
        "eli:repeals": _last(REPEALS, before),
        "eli:based_on": _last(BASED, before),
    }
    predicate = max(last, key=lambda name: last[name])
    if last[predicate] >= 0:
        return predicate
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
        return title if key(reading.outline.text_of(title)) in _basis_names() else None
    return None


def _programme_above(reading: Reading, title: Block) -> tuple[Entity, Span] | None:
    for above in reading.outline.titles_before(title.start):
        found = reading.inside(Span(above.start, above.end), "Programme")
        if found:
            index, mention = found[0]
            return reading.links[index], span_of(mention)
    return None
