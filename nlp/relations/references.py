"""What is said of an act by words that point back to it: "указанный закон", "тот же приказ", "the said resolution"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.document import Span
from ingest.record import record
from nlp.entity import Entity
from nlp.mention import Mention
from nlp.relations.acts import LEGAL_BASIS, relation_to
from nlp.relations.own_act import own_act
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement

CITES = "eli:cites"
BY_IT = (
    (re.compile(r"\s+(?:были\s+)?внесен\w*\s+(?:\w+\s+)?изменени\w*\s+в\s+", re.IGNORECASE), "eli:amends"),
    (re.compile(r"\s+(?:был\w*\s+)?признан\w*\s+утративш\w+\s+силу\s+", re.IGNORECASE), "eli:repeals"),
    (re.compile(r"\s+(?:amended|amends)\s+(?:the\s+)?", re.IGNORECASE), "eli:amends"),
    (re.compile(r"\s+(?:repealed|repeals)\s+(?:the\s+)?", re.IGNORECASE), "eli:repeals"),
)
"""What stands between the words for an act and the act that it changed."""

APPROVES_BEFORE = re.compile(
    r"(?:утвержд[её]нн?\w*|принят\w*|approved\s+by|established\s+by)\s+(?:the\s+)?$", re.IGNORECASE
)
APPROVES_AFTER = re.compile(
    r"\s+(?:был\w*\s+)?(?:утвержд[её]н\w*|принят\w*|approved|establishes|established)\s+[^.;,«\"“]{0,40}[«\"“]?\s*$",
    re.IGNORECASE,
)
BY = re.compile(r"(?:ым|им|ем)\b|that|said|same|this|above|present", re.IGNORECASE)
"""How the pointing word ends where the act is the doer: "указанным законом"."""

REACH = 60  # characters before the words within which "утверждённая" stands


@record
class Reference:
    """Words that point to an act, where they stand, and where the act was named before."""

    mention: Mention
    act: Entity
    named: Span

    @property
    def span(self) -> Span:
        """Where the pointing words stand."""
        return span_of(self.mention)


def act_pointed_to(reading: Reading) -> Iterator[Finding]:
    """The document's act amends, repeals or rests on an act that the words point back to; it was named before."""
    own = own_act(reading)
    if own is None:
        return
    act, place = own
    for reference, sentence in _references(reading):
        predicate = relation_to(reading, sentence, reference.mention)
        if reference.act.id != act.id and predicate != CITES:
            passages = evidence(reference.span, subject=place, context=reference.named)
            yield Statement(act.id, predicate, reference.act.id, passages, "act_pointed_to")


def act_that_points(reading: Reading) -> Iterator[Finding]:
    """The act that the words point back to amended or repealed the act named after them."""
    for reference, sentence in _references(reading):
        if BY.search(reference.mention.text) is None:
            continue
        for index, other in reading.inside(Span(reference.span.end, sentence.end), "LegalAct")[:1]:
            between = reading.document.text[reference.span.end : other.start]
            predicate = next((predicate for words, predicate in BY_IT if words.fullmatch(between)), None)
            if predicate is not None and reading.links[index].id != reference.act.id:
                passages = evidence(span_of(other), subject=reference.span, context=reference.named)
                yield Statement(reference.act.id, predicate, reading.links[index].id, passages, "act_that_points")


def basis_pointed_to(reading: Reading) -> Iterator[Finding]:
    """The programme was approved by the act that the words point back to."""
    if not reading.has("Programme"):
        return
    for reference, sentence in _references(reading):
        named = reading.inside(sentence, "Programme")
        if len({reading.links[index].id for index, _ in named if index in reading.links}) != 1:
            continue
        index, programme = named[0]
        if _approves(reading, reference, sentence, programme):
            passages = evidence(reference.span, subject=span_of(programme), context=reference.named)
            yield Statement(reading.links[index].id, LEGAL_BASIS, reference.act.id, passages, "basis_pointed_to")


def _approves(reading: Reading, reference: Reference, sentence: Span, programme: Mention) -> bool:
    text, start, end = reading.document.text, reference.span.start, reference.span.end
    if APPROVES_BEFORE.search(text, max(sentence.start, start - REACH), start) and programme.end <= start:
        return True
    return programme.start >= end and APPROVES_AFTER.fullmatch(text, end, programme.start) is not None


def _references(reading: Reading) -> Iterator[tuple[Reference, Span]]:
    """The references whose act the document names, each with its sentence."""
    pointing = [mention for _, mention in reading.of_type("ActReference")]
    if not pointing:
        return
    acts = {mention.start: index for index, mention in reading.of_type("LegalAct")}
    for mention in pointing:
        start = mention.attributes.get("to_start")
        index = acts.get(start) if isinstance(start, int) else None
        at = bisect_right(reading.sentences, mention.start, key=lambda sentence: sentence.start) - 1
        if index is not None and at >= 0 and _is_clear(reading, index, mention, at):
            yield Reference(mention, reading.links[index], span_of(reading.mentions[index])), reading.sentences[at]


def _is_clear(reading: Reading, index: int, mention: Mention, at: int) -> bool:
    """Whether no other act of the kind stands in this sentence or the one before, which could be meant as well."""
    act = reading.mentions[index]
    near = reading.inside(Span(reading.sentences[max(0, at - 1)].start, mention.start), "LegalAct")
    same = {reading.links[other].id for other, one in near if one.attributes.get("kind") == act.attributes.get("kind")}
    return same <= {reading.links[index].id}
