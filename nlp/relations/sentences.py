"""What sentences say of clusters, programmes and organizations, in Russian and English.

Each rule is a list of patterns over masked sentences (`nlp/relations/masking.py`); plans, conditions and denials become
the statement's modality.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from nlp.linking import local_entity
from nlp.modality import modality_of
from nlp.relations.masking import GAP, SLOT, WIDE, Masked, Pattern, Slot, compiled, masked_sentences, slot
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.values import date_value, whole_number
from nlp.statement import Evidence, Qualifiers, Statement

C, P, R, ORG, G, D, N, S, T, L = (slot(letter, group=letter.lower()) for letter in "CPROGDNSTL")
THING = slot("C", "O", "Z", group="c")
"""A cluster, an organization or a centre."""

HEADS = (
    r"(?:руководител\w+|менеджер\w*|директор\w*|глав(?:а|ой|у)|председател\w+|управляющ\w+|координатор\w*|"
    r"manager|head|director|chair\w*|leader)"
)
FOUNDED = (
    r"(?:созда(?:н[аоы]?|вал\w+)\b|основан[аоы]?|образован[аоы]?|учрежд[её]н[аоы]?|сформирован[аоы]?|организован[аоы]?|"
    r"объедин[её]н\w*\s+в\s+рамках|зарегистрирован[аоы]?|открыт[аоы]?|откро(?:ет|ют)ся|"
    r"established|founded|created|set\s+up|launched|formed)"
)
MEMBERS = (
    r"(?:организац\w+|предприят\w+|участник\w*|компан\w+|резидент\w*|вуз\w*|"
    r"members?|compan\w+|enterprises|organi[sz]ations|participants|firms)"
)
STAFF = r"(?:человек|чел\.|работник\w*|сотрудник\w*|people|employees|workers|staff)"

LED = compiled(
    rf"{C}{GAP}{{0,40}}\b(?:возглавля\w+|возглавил\w*|руководит|управляет)\b{GAP}{{0,70}}{P}",
    rf"{P}{GAP}{{0,80}}\b(?:возглавля\w+|возглавил\w*|руководит|управляет)\b{GAP}{{0,20}}{C}",
    rf"\b{HEADS}\s{GAP}{{0,12}}{C}\s*(?:является|назначен\w?|стал\w?|избран\w?|[,–—:(-]|is|was\s+appointed)*{GAP}{{0,15}}{P}",
    rf"{P}\s*(?:[,–—(-]|является|назначен\w?|избран\w?|стал\w?|is|was)+\s*(?:the\s+)?(?:\w+\s+)?{HEADS}\s+(?:of\s+(?:the\s+)?)?{C}",
    rf"{C}{GAP}{{0,30}}\b(?:headed|led|managed|run|directed)\s+by\b{GAP}{{0,40}}{P}",
    rf"{P}{GAP}{{0,40}}\b(?:manages|heads|leads|runs|directs|is\s+in\s+charge\s+of)\s+(?:the\s+)?{C}",
    rf"\b{HEADS}\s+of\s+(?:the\s+)?{C}\s*(?:is|,|–|—|:|-)*\s*{P}",
)
LOCATED = compiled(
    rf"{C}{GAP}{{0,25}}\b(?:располож\w+|наход[ия]тся|размеща\w+|размещ[её]н\w*|базиру\w+|действу\w+|функциониру\w+|работа(?:ет|ют)|"
    rf"созда(?:н|ётся|ется)\w*|локализован\w*|located|based|situated|operates?|operating|established)\b{GAP}{{0,30}}{R}",
    rf"{C}\s*[(,]?\s*{R}",
    rf"(?:\bв|\bна\s+территории|\bin)\s+(?:the\s+)?{R}{GAP}{{0,30}}\b(?:создан\w*|действу\w+|функциониру\w+|располож\w+|наход[ия]тся|"
    rf"работа(?:ет|ют)|is\s+located|operates)\b{GAP}{{0,25}}{C}",
)
FOUNDING = compiled(
    rf"{D}{WIDE}{{0,80}}\b{FOUNDED}{WIDE}{{0,40}}{THING}",
    rf"{THING}{WIDE}{{0,40}}\b{FOUNDED}\b{WIDE}{{0,30}}{D}",
    rf"\bсрок{WIDE}{{0,15}}(?:реализации|создания|ввода|открытия){WIDE}{{0,40}}{C}\s*[–—-]\s*{D}",
)
COUNTED = compiled(
    rf"{C}{GAP}{{0,40}}\b(?:объединя\w+|включа\w+|насчитыва\w+|состо\w+\s+из|вход[ия]т|unites?|comprises?|includes?|consists\s+of|"
    rf"brings\s+together|has)\b{GAP}{{0,25}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
    rf"\bв\s+(?:состав\s+)?{C}{GAP}{{0,20}}\b(?:вход[ия]т|вошл[иo]|участву\w+){GAP}{{0,15}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
    rf"\b(?:число|количество)\s+(?:\w+\s+)?{MEMBERS}\s+{C}\s*(?:[–—:-]|составля\w+|достиг\w+){GAP}{{0,10}}{N}",
    rf"\bучастниками\s+{C}\s+(?:явля\w+|стали){GAP}{{0,10}}{N}\s+(?:\w+\s+){{0,3}}?{MEMBERS}",
)
EMPLOYED = compiled(
    rf"\b(?:в|на\s+предприятиях)\s+{C}{GAP}{{0,30}}\b(?:занят\w*|работа(?:ет|ют)|труд[ия]тся){GAP}{{0,15}}{N}\s+{STAFF}",
    rf"\b(?:численность|число|количество)\s+(?:работ\w+|занят\w+|персонал\w*|сотрудник\w*)(?:\s+\w+){{0,2}}\s+{C}\s*(?:[–—:-]|составля\w+){GAP}{{0,10}}{N}",
    rf"{C}{GAP}{{0,20}}\b(?:employs|employing)\b{GAP}{{0,10}}{N}\s+{STAFF}",
)
SPECIALIZED = compiled(
    rf"{C}{GAP}{{0,20}}\b(?:специализиру\w+|specializ\w+|specialis\w+)\s+(?:на|в|in){GAP}{{0,25}}{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
    rf"\bспециализаци\w+\s+{C}\s*(?:[–—:-]|явля\w+)\s*{S}(?P<more>(?:{GAP}{{0,6}}⟦S\d+⟧)*)",
)
HAS_STATUS = compiled(
    rf"{C}{GAP}{{0,25}}\b(?:является|имеет|получил|признан|включ[её]н\w*|вош[её]л|отнес[её]н|is|has|received|recogni[sz]ed|included)\b{GAP}{{0,40}}{T}",
)
JOINED = compiled(
    rf"{ORG}{GAP}{{0,40}}\b(?:явля\w+\s+(?:\w+\s+)?участник\w+|вход[ия]т\s+в(?:\s+состав)?|вош[её]?л\w*\s+в(?:\s+состав)?|вступил\w*\s+в|"
    rf"стал\w?\s+участник\w+|(?:is|are)\s+(?:a\s+)?(?:members?|participants?)\s+of|joined|belongs?\s+to)\s+(?:the\s+)?{C}",
)
LISTED = compiled(
    rf"\bв\s+(?:состав\s+)?{C}{GAP}{{0,20}}\b(?:вход[ия]т|вошли)\b{GAP}{{0,25}}:?\s*{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"\bучастник\w+\s+{C}\s*(?:явля\w+|[–—:-]){GAP}{{0,20}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
    rf"{C}{GAP}{{0,15}}\b(?:объединя\w+|включа\w+|includes|unites|comprises){GAP}{{0,20}}{ORG}(?P<more>(?:{GAP}{{0,8}}⟦O\d+⟧)*)",
)
OPERATED = compiled(
    rf"\b(?:управляющ\w+|специализированн\w+)\s+(?:организаци\w+|компани\w+)(?:\s*[-–—]\s*координатор\w*)?\s+{C}\s*(?:явля\w+|выступа\w+|назначен\w?|[–—:,-])*{GAP}{{0,10}}{ORG}",
    rf"{ORG}\s*(?:[,–—-]|явля\w+|выступа\w+)+{GAP}{{0,15}}\b(?:управляющ\w+|специализированн\w+)\s+(?:организаци\w+|компани\w+)\s+{C}",
    rf"\b(?:организаци\w+\s*[-–—]\s*)?координатор\w*\s+{C}\s*(?:явля\w+|выступа\w+|[–—:,-])+{GAP}{{0,10}}{ORG}",
    rf"{ORG}\s+(?:управляет|координирует\s+деятельность|manages|coordinates|operates)\s+(?:the\s+)?{C}",
    rf"{C}{GAP}{{0,20}}\b(?:managed|coordinated|operated)\s+by\s+(?:the\s+)?{ORG}",
)
SUPPORTED = compiled(
    rf"{C}{GAP}{{0,60}}\b(?:поддерж\w+|поддержк\w+|субсиди\w+|финансиру\w+|supported|funded|support|subsid\w+)\b{GAP}{{0,40}}"
    rf"\b(?:в\s+рамках|по|within|under|through)\b{GAP}{{0,30}}{G}",
    rf"{C}{GAP}{{0,30}}\b(?:участвует\s+в|участник\w*|participates\s+in|participant\s+of){GAP}{{0,10}}{G}",
)
ADMINISTERED = compiled(
    rf"{G}\s*(?:by|of)\s+(?:the\s+)?{ORG}",
    rf"{ORG}(?:'s)?\s+{G}",
    rf"{G}\s+{ORG}",
    rf"\b(?:оператор\w*|координатор\w*|ответственн\w+\s+исполнител\w+|заказчик\w*)\s+{G}\s*(?:явля\w+|выступа\w+|[–—:-])+\s*{ORG}",
    rf"{ORG}{GAP}{{0,15}}\b(?:реализу\w+|администриру\w+|куриру\w+|вед[её]т|administers|runs|implements|launched)\s+(?:the\s+)?{G}",
)
GROUNDED = compiled(rf"{G}\s*,?\s*\(?(?:утвержд[её]н\w*|принят\w*|approved\s+by|established\s+by){GAP}{{0,20}}{L}")
ACTIVE = compiled(
    rf"^\W*(?:с|since)\s+{D}{WIDE}{{0,110}}\b(?:на\s+базе|в\s+рамках|силами|on\s+the\s+basis\s+of|within)\b{WIDE}{{0,60}}{C}",
    rf"{C}{WIDE}{{0,20}}\b(?:действует|работает|функционирует|operates|has\s+operated|active)\s+(?:с|since)\s+{D}",
)
FACILITY = (
    r"(?P<facility>\b(?:центр|лаборатори[яи]|инжиниринговый\s+центр|технопарк|полигон|испытательный\s+центр|"
    r"бизнес-инкубатор)(?:\s+[а-яё-]+){1,6}?)(?=\s*(?:[,.;(]|$))"
)
SERVED = compiled(
    rf"\b(?:в\s+интересах|для(?:\s+нужд)?|при|на\s+базе)\s+{C}{GAP}{{0,40}}\b(?P<verb>откро(?:ет|ют)ся|открыт\w*|создан\w*|"
    rf"построен\w*|введ[её]н\w*|действует|работает)\s+{FACILITY}",
)
COOPERATES = compiled(
    rf"{THING}{GAP}{{0,30}}\b(?:сотруднича\w+|взаимодейству\w+|заключил\w*\s+соглашени\w+{GAP}{{0,30}}|"
    rf"cooperates?|collaborates?)\s+(?:с|со|with)\s+(?:the\s+)?{slot('C', 'O', group='o')}",
)


def manager_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says who heads, leads or manages the cluster."""
    yield from _things(reading, LED, "svod:manager", "p", "manager_in_sentence")


def location_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says in which region the cluster is, works or was created."""
    yield from _things(reading, LOCATED, "schema:location", "r", "location_in_sentence")


def founding_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says when the cluster or the organization was founded."""
    for sentence, match in _matches(reading, FOUNDING):
        subject, date = sentence.slot(match, "c"), sentence.slot(match, "d")
        if subject.entity is None or date.mention is None or "/" in str(date.mention.attributes.get("value", "/")):
            continue
        value = date_value(str(date.mention.attributes["value"]), date.mention.text)
        limits = Qualifiers(modality=sentence.modality(match))
        passages = _passages(date.span, subject)
        yield Statement(subject.entity.id, "schema:foundingDate", value, passages, "founding_in_sentence", limits)


def member_count_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says how many organizations the cluster unites."""
    yield from _counts(reading, COUNTED, "svod:memberCount", "member_count_in_sentence")


def staff_count_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says how many people work in the cluster."""
    yield from _counts(reading, EMPLOYED, "svod:staffCount", "staff_count_in_sentence")


def specialization_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says what the cluster specializes in."""
    yield from _things(reading, SPECIALIZED, "svod:keySpecialization", "s", "specialization_in_sentence")


def status_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which status the cluster has, or in whose list it is."""
    yield from _things(reading, HAS_STATUS, "svod:status", "t", "status_in_sentence")


def member_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says that the organization belongs to the cluster."""
    yield from _inverse(reading, JOINED, "member_in_sentence")
    yield from _inverse(reading, LISTED, "member_in_sentence")


def management_organization_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which organization manages or coordinates the cluster."""
    yield from _things(reading, OPERATED, "svod:managementOrganization", "o", "management_organization_in_sentence")


def support_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says under which programme the cluster is supported."""
    yield from _things(reading, SUPPORTED, "svod:supportedUnder", "g", "support_in_sentence")


def administration_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The words beside the programme's name say which body runs it."""
    for sentence, match in _matches(reading, ADMINISTERED):
        programme, body = sentence.slot(match, "g"), sentence.slot(match, "o")
        if programme.entity and body.entity and body.entity.type == "svod:Authority":
            limits = Qualifiers(modality=sentence.modality(match))
            passages = _passages(body.span, programme)
            yield Statement(
                programme.entity.id,
                "svod:administeredBy",
                body.entity.id,
                passages,
                "administration_in_sentence",
                limits,
            )


def administration_in_name(reading: Reading) -> Iterator[Finding]:
    """The programme's name holds the name of the body that runs it."""
    for index, mention in reading.of_type("Programme"):
        bodies = reading.inside(span_of(mention), "Authority")
        if len(bodies) == 1 and bodies[0][1].id and index in reading.links:
            at, body = bodies[0]
            passages = evidence(span_of(body), subject=span_of(mention))
            programme = reading.links[index]
            yield Statement(
                programme.id, "svod:administeredBy", reading.links[at].id, passages, "administration_in_name"
            )


def activity_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says since when the cluster is at work."""
    for sentence, match in _matches(reading, ACTIVE):
        cluster, date = sentence.slot(match, "c"), sentence.slot(match, "d")
        value = str(date.mention.attributes.get("value") or "") if date.mention else ""
        if cluster.entity is None or date.mention is None or not value or "/" in value:
            continue
        limits = Qualifiers(modality=sentence.modality(match))
        literal = date_value(value, date.mention.text)
        passages = _passages(date.span, cluster)
        yield Statement(cluster.entity.id, "svod:activeSince", literal, passages, "activity_in_sentence", limits)


def facility_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which facility serves the cluster, and when it opens."""
    for sentence, match in _matches(reading, SERVED):
        cluster = sentence.slot(match, "c")
        if cluster.entity is None:
            continue
        place = sentence.span(match.start("facility"), match.end("facility"))
        facility = local_entity(reading.document, "svod:Organization", reading.words(place), place)
        yield facility
        limits = Qualifiers(modality=modality_of(match["verb"]))
        yield Statement(
            cluster.entity.id, "svod:facility", facility.id, _passages(place, cluster), "facility_in_sentence", limits
        )
        dates = [slot for slot in sentence.slots if slot.mention is not None and slot.mention.type == "Date"]
        value = str(dates[0].mention.attributes.get("value") or "") if len(dates) == 1 and dates[0].mention else ""
        if value and "/" not in value:
            literal = date_value(value, reading.words(dates[0].span))
            opening = sentence.span(match.start("verb"), match.end("verb"))
            passages = evidence(dates[0].span, subject=place, label=opening)
            yield Statement(facility.id, "schema:foundingDate", literal, passages, "facility_in_sentence", limits)


def legal_basis_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says which act approved the programme."""
    yield from _things(reading, GROUNDED, "svod:legalBasis", "l", "legal_basis_in_sentence", subject="g")


def cooperation_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says with whom the cluster or the organization works together."""
    yield from _things(reading, COOPERATES, "svod:cooperatesWith", "o", "cooperation_in_sentence")


def _matches(reading: Reading, patterns: Sequence[Pattern]) -> Iterator[tuple[Masked, re.Match[str]]]:
    for sentence in masked_sentences(reading):
        for pattern in patterns:
            for match in sentence.find(pattern):
                yield sentence, match


def _passages(value: Span, subject: Slot, context: Span | None = None) -> tuple[Evidence, ...]:
    return evidence(value, subject=subject.name_span, context=context or (subject.span if subject.named else None))


def _things(
    reading: Reading, patterns: Sequence[Pattern], predicate: str, value: str, rule: str, *, subject: str = "c"
) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        about = sentence.slot(match, subject)
        for found in _caught(sentence, match, value):
            if about.entity is None or found.entity is None or about.entity.id == found.entity.id:
                continue
            limits = Qualifiers(modality=sentence.modality(match))
            yield Statement(about.entity.id, predicate, found.entity.id, _passages(found.span, about), rule, limits)


def _inverse(reading: Reading, patterns: Sequence[Pattern], rule: str) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        whole = sentence.slot(match, "c")
        for found in _caught(sentence, match, "o"):
            if whole.entity is None or found.entity is None or found.entity.type == "svod:Authority":
                continue
            limits = Qualifiers(modality=sentence.modality(match))
            passages = evidence(whole.span, subject=found.span, context=whole.named)
            yield Statement(found.entity.id, "org:memberOf", whole.entity.id, passages, rule, limits)


def _caught(sentence: Masked, match: re.Match[str], group: str) -> Iterator[Slot]:
    """The slot of the group, and those of a list that goes on after it."""
    yield sentence.slot(match, group)
    for more in SLOT.finditer(match.groupdict().get("more") or ""):
        yield sentence.slots[int(more[2])]


def _counts(reading: Reading, patterns: Sequence[Pattern], predicate: str, rule: str) -> Iterator[Finding]:
    for sentence, match in _matches(reading, patterns):
        subject, number = sentence.slot(match, "c"), sentence.slot(match, "n")
        if subject.entity is None or number.amount is None:
            continue
        value = whole_number(number.amount)
        limits = Qualifiers(approximation=number.amount.approximation, modality=sentence.modality(match))
        passages = _passages(Span(number.amount.at, number.amount.stop), subject)
        yield Statement(subject.entity.id, predicate, value, passages, rule, limits)
