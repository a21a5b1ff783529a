"""Goals, requirements, indicators, support measures and stages: of what the title over their list says they are."""

import re
from collections.abc import Iterator
from itertools import islice

from ingest.document import Span
from nlp.entity import Entity
from nlp.linking import local_entity
from nlp.listed import LISTED_TYPES
from nlp.modality import modality_of
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Qualifiers, Statement

OWNERS = ("Programme", "CentreForClusterDevelopment", "Cluster", "ClusterStatus", "SupportMeasure")
"""What has goals, requirements and the rest, the likeliest first."""

GENERIC = (
    (re.compile(r"(?:of\s+(?:the\s+)?)?(?:программ\w+|programme?)", re.IGNORECASE), "Programme"),
    (re.compile(r"(?:of\s+(?:the\s+)?)?(?:кластер\w*|cluster)", re.IGNORECASE), "Cluster"),
)
"""Words after a list's name that say of what it is, and leave its name to the titles above."""

TITLES_LOOKED_AT = 5  # titles above a list in which its owner may be named
OBLIGED = re.compile(r"\b(?:долж(?:ен|на|но|ны)|обязан[аоы]?|must|shall|(?:is|are)\s+required\s+to)\b", re.IGNORECASE)
OWNER_REACH = 90  # characters before the verb of an obligation in which its subject stands


def item_under_title(reading: Reading) -> Iterator[Finding]:
    """The item stands in a list whose title says what it is, and of what: goals, requirements, indicators, measures of
    support or stages of a programme, a status, a centre, else of the policy that the document sets out."""
    for index, mention in reading.of_type(*LISTED_TYPES):
        predicate, start = mention.attributes.get("property"), mention.attributes.get("head_start")
        end = mention.attributes.get("head_end")
        if not predicate or not isinstance(start, int) or not isinstance(end, int) or index not in reading.links:
            continue
        head = Span(start, end)
        owner = _owner(reading, head, str(mention.attributes.get("of") or ""))
        subject, named = (owner[0].id, owner[1]) if owner else (reading.document.id, None)
        item = reading.links[index]
        if owner is not None:
            yield owner[0]
        if subject != item.id:
            passages = evidence(span_of(mention), subject=named, label=head)
            yield Statement(subject, str(predicate), item.id, passages, "item_under_title")


def obligation_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says what a cluster of some status, a programme or a centre must meet."""
    for number in sorted(reading.sentences_with(*OWNERS)):
        sentence = reading.sentences[number]
        text = reading.text(sentence)
        verb = OBLIGED.search(text)
        if verb is None:
            continue
        at = sentence.start + verb.start()
        found = reading.inside(Span(max(sentence.start, at - OWNER_REACH), at), *OWNERS)
        owner = next((pair for type_ in OWNERS for pair in found if pair[1].type == type_), None)
        if owner is None or owner[0] not in reading.links or text.rstrip().endswith(":"):
            continue
        behind = sentence.start + verb.end()
        if any(one.start <= behind + 1 for _, one in reading.inside(Span(behind, sentence.end), "Person")):
            continue  # "Возглавить кластер должен …": it is the person who must
        words = reading.words(sentence).rstrip(" .;")
        item = local_entity(reading.document, "svod:Requirement", words, sentence)
        yield item
        said = modality_of(text[: verb.start()])
        limits = Qualifiers(modality=said if said == "conditional" else "asserted")
        passages = evidence(sentence, subject=span_of(owner[1]))
        yield Statement(
            reading.links[owner[0]].id, "svod:requirement", item.id, passages, "obligation_in_sentence", limits
        )


def _owner(reading: Reading, head: Span, of: str) -> tuple[Entity, Span] | None:
    """What the title names; where it names nothing, or only says "программы" or "кластера", what the titles over it
    name."""
    kinds = OWNERS if not of else tuple(type_ for words, type_ in GENERIC if words.fullmatch(of))
    above = islice(reading.outline.titles_before(head.start, 0), TITLES_LOOKED_AT)
    spans = [(head, OWNERS), *((Span(one.start, one.end), kinds) for one in above)]
    for span, types in spans:
        inside = reading.inside(span, *types)
        found = [pair for pair in inside if pair[0] in reading.links and "property" not in pair[1].attributes]
        if found:
            index, mention = min(found, key=lambda pair: (types.index(pair[1].type), pair[1].start))
            return reading.links[index], span_of(mention)
    return None
