"""What a name says by itself: its region, its other forms, its legal form, and the sort that a list counts it among."""

import re
from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.labels import concept_of
from nlp.linking import language_of, local_entity
from nlp.morphology import nominative, parse
from nlp.relations.acts import located
from nlp.relations.masking import GAP, SLOT, Masked, Slot, compiled, masked_sentences
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value

ALIAS_REACH = 80  # characters after a name within which its other form stands in brackets
LEGAL_FORMS = {
    "НП": "некоммерческое партнёрство",
    "АНО": "автономная некоммерческая организация",
    "НКО": "некоммерческая организация",
    "ООО": "общество с ограниченной ответственностью",
    "ОАО": "открытое акционерное общество",
    "АО": "акционерное общество",
    "ПАО": "публичное акционерное общество",
    "ЗАО": "закрытое акционерное общество",
    "Ассоциация": "ассоциация",
    "Фонд": "фонд",
    "Союз": "союз",
}
FORM = re.compile(
    r"(?P<short>\b(?:НП|АНО|НКО|ООО|ОАО|ПАО|ЗАО|АО|Ассоциаци\w+|Фонд\w*|Союз\w*))\s*[«\"“„]?\s*$|"
    r"(?P<long>не\s?коммерческ\w+\s+партн[её]рств\w+|автономн\w+\s+некоммерческ\w+\s+организаци\w+)\s*[«\"“„]?\s*$",
    re.IGNORECASE,
)
SORTED = compiled(
    rf"(?P<sort>(?:[а-яё-]+(?:ых|их)\s+){{1,4}}кластер(?:а|ов))\s*:\s*⟦[C](?P<c>\d+)⟧(?P<more>(?:{GAP}{{0,8}}⟦C\d+⟧)*)"
)


def region_in_name(reading: Reading) -> Iterator[Finding]:
    """The cluster's name holds its region's ("Алтайский …", "… Пермского края")."""
    lists = _lists(reading)
    for index, mention in reading.of_type("Cluster"):
        cluster, whole = reading.links[index], span_of(mention)
        regions = reading.inside(whole, "Region")
        context = next((span for span in lists if span.start <= whole.start and whole.end <= span.end), None)
        if len({region.id for _, region in regions}) == 1 and regions[0][1].id:
            place = span_of(regions[0][1])
            id_ = str(regions[0][1].id)
        elif mention.attributes.get("region") and not regions:
            place, id_ = whole, str(mention.attributes["region"])
        else:
            continue
        passages = evidence(place, subject=whole, context=context)
        yield Entity(id_, "svod:Region", reading.words(place), language_of(reading.words(place)), "", (), (place,))
        yield Statement(cluster.id, "schema:location", id_, passages, "region_in_name")


def other_name(reading: Reading) -> Iterator[Finding]:
    """The name's other form stands after it in brackets."""
    for index, mention in reading.of_type("Cluster", "Organization", "ManagementOrganization"):
        alias = mention.attributes.get("alias")
        if not alias:
            continue
        reach = Span(mention.start, min(len(reading.document.text), mention.end + ALIAS_REACH))
        place = located(reading, str(alias), Span(mention.end, reach.end)) or located(reading, str(alias), reach)
        if place is None or str(alias) == reading.links[index].name:
            continue
        words = Value(str(alias), "rdf:langString", lang=language_of(str(alias)))
        passages = evidence(place, subject=span_of(mention))
        yield Statement(reading.links[index].id, "skos:altLabel", words, passages, "other_name")


def legal_form_of_cluster(reading: Reading) -> Iterator[Finding]:
    """The legal form of the organization that the cluster is stands before its name."""
    for index, mention in reading.of_type("Cluster"):
        before = reading.document.text[max(0, mention.start - 60) : mention.start]
        match = FORM.search(before)
        if match is None:
            continue
        group = "short" if match["short"] else "long"
        start = mention.start - len(before) + match.start(group)
        place = Span(start, start + len(match[group]))
        value = Value(_form(match[group]), "rdf:langString", lang="ru", as_written=match[group])
        passages = evidence(place, subject=span_of(mention))
        yield Statement(reading.links[index].id, "svod:legalForm", value, passages, "legal_form_of_cluster")


def sort_in_list(reading: Reading) -> Iterator[Finding]:
    """The list that names the cluster says at its head of what sort its members are."""
    for sentence in masked_sentences(reading):
        for pattern in SORTED:
            for match in sentence.find(pattern):
                place = sentence.span(match.start("sort"), match.end("sort"))
                sort = _singular(reading.words(place))
                concept = concept_of(sort, "svod:ClusterStatus")
                status = (
                    Entity(concept.id, concept.type, sort, "ru", sort, (), (place,))
                    if concept
                    else local_entity(reading.document, "svod:ClusterStatus", sort, place)
                )
                yield status
                for slot in _members(sentence, match):
                    if slot.entity is not None:
                        passages = evidence(place, subject=slot.span)
                        yield Statement(slot.entity.id, "svod:status", status.id, passages, "sort_in_list")


def _members(sentence: Masked, match: re.Match[str]) -> Iterator[Slot]:
    yield sentence.slot(match, "c")
    for more in SLOT.finditer(match["more"] or ""):
        yield sentence.slots[int(more[2])]


def _lists(reading: Reading) -> list[Span]:
    """The lists of clusters, from their heads to their last names."""
    return [
        sentence.span(match.start("sort"), match.end())
        for sentence in masked_sentences(reading)
        for pattern in SORTED
        for match in sentence.find(pattern)
    ]


def _form(written: str) -> str:
    """The legal form in full and in the nominative.

    >>> _form("НП"), _form("Не коммерческого партнерства")
    ('некоммерческое партнёрство', 'некоммерческое партнёрство')
    """
    folded = " ".join(written.split()).casefold().replace("ё", "е").replace("не ком", "неком")
    for short, full in LEGAL_FORMS.items():
        if folded == short.casefold() or folded[:9] == full.replace("ё", "е")[:9]:
            return full
    return nominative(folded)


def _singular(words: str) -> str:
    """The plural sort of a list as one of it: "инновационных кластера" is "инновационный кластер"."""
    *adjectives, _ = words.split()
    forms = [
        next((reading.lemma for reading in parse(word) if reading.part in {"ADJF", "PRTF"}), word)
        for word in adjectives
    ]
    return " ".join([*forms, "кластер"]).casefold()
