"""How a cluster or an organization can be reached: its phone, e-mail, site and address beside its name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingest.document import Span
from ingest.record import record
from nlp.entity import Entity
from nlp.mention import Mention
from nlp.modality import modality_of
from nlp.overlaps import Overlaps
from nlp.relations.masking import masked_sentences
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.relations.values import CONTACTS
from nlp.statement import Qualifiers, Statement, Value

OWNERS = ("Cluster", "Organization", "ManagementOrganization", "CentreForClusterDevelopment")
LABEL = (
    r"(?:(?:официальн|юридическ|почтов|фактическ|контактн|электронн|горяч|official|postal|legal|contact)\w*\s+)?"
    r"(?:адрес\w*|тел(?:ефон\w*)?|факс\w*|(?:веб-?)?сайт\w*|e-?mail|эл|почт\w*|контакт\w*|лини\w+|страниц\w*|портал\w*|"
    r"tele?(?:phone)?s?|phone|fax|web\s?-?site|web|site|home\s?page|address|contacts?|e-?mail)"
)
LEAD = re.compile(
    rf"[\s,;:()*|/–—-]*(?:{LABEL}(?:\s+(?:почт\w+|адрес\w*|number))?[\s.:()–—|*/-]*(?:(?:,|и|and|or)\s*)?){{1,3}}",
    re.IGNORECASE,
)
"""The label of a contact, and what stands around it."""

NAMED = re.compile(
    rf"[\s,*–—-]*(?:(?:также|офис|it|which|that|the|its|office|оно|он|она|его)\s+){{0,2}}"
    r"(?:(?:располага\w+|расположен\w*|наход\w+|размеща\w+|зарегистрирован\w*|доступ\w+|"
    r"связаться|можно|обратиться|подробн\w+|информаци\w+|is|are|can\s+be|located|situated|registered|reached|available|found|at)\s*){1,4}"
    rf"(?:(?:по|на|at|by|on|via|through|in)\s+(?:the\s+)?)?(?:{LABEL}[\s.:–—-]*)?",
    re.IGNORECASE,
)
"""A verb between a name and its address."""

BEFORE_NAME = re.compile(
    rf"(?<![\w-]){LABEL}(?:\s+(?:почты|адрес|number))?[\s.:]*(?:(?:of|for)\s+(?:the\s+)?)?\Z", re.IGNORECASE
)
AFTER_NAME = re.compile(r"[\s*»\"”]*(?:[:–—-]|is|are|это)\s*", re.IGNORECASE)
"""A label before a name, and what then joins the contact to it: "Сайт кластера «X» – www…"."""

AND_NEXT = re.compile(r"[\s,;|/]*(?:(?:и|and|or|или)\s+)?(?:(?:at|via|по)\s+)?")
SIGNATURE = re.compile(r"[^\S\n]*\n[^\S\n]*")
NO_WORD = re.compile(r"[\W_]*")
LABEL_REACH = 40  # characters before a name in which the label of its contact stands
LONGEST_LEAD = 120  # characters between a name and its contact, or between two contacts


@record
class Named:
    """A thing where it is named, or where "кластер" stands for it; `name` is where its name stands."""

    span: Span
    entity: Entity
    name: Span


def contact_of_thing(reading: Reading) -> Iterator[Finding]:
    """The phone, e-mail, site or address stands beside the name, under it in a signature, or behind their label."""
    if not reading.has("Contact"):
        return
    things = _things(reading)
    starts = [thing.span.start for thing in things]
    others = Overlaps(span_of(mention) for _, mention in reading.of_type("Person", "Authority"))
    last: tuple[int, Named] | None = None
    for _, mention in reading.of_type("Contact"):
        at = bisect_right(starts, mention.start) - 1
        before = things[at] if at >= 0 else None
        if last is not None and _goes_on(reading, last[0], mention) and (before is None or before == last[1]):
            owner: Named | None = last[1]
        else:
            owner = before if before is not None and _is_own(reading, before, mention, others) else None
        if owner is None:
            last = None
            continue
        last = (mention.end, owner)
        yield from _contact(reading, owner, mention)


def _things(reading: Reading) -> Sequence[Named]:
    """What may own a contact, in order of place: outermost mentions, and "кластер" where it stands for one."""
    found: list[Named] = []
    for index, mention in sorted(reading.of_type(*OWNERS), key=lambda pair: (pair[1].start, -pair[1].end)):
        if index in reading.links and (not found or mention.end > found[-1].span.end):
            found.append(Named(span_of(mention), reading.links[index], span_of(mention)))
    for sentence in masked_sentences(reading):
        found += [Named(one.span, one.entity, one.named) for one in sentence.slots if one.entity and one.named]
    return sorted(found, key=lambda one: one.span)


def _is_own(reading: Reading, thing: Named, contact: Mention, others: Overlaps[Span]) -> bool:
    """Whether the words between a name and a contact, or a label before the name, say that the contact is its own."""
    between = Span(thing.span.end, contact.start)
    if between.end - between.start > LONGEST_LEAD or others.has(between.start, max(between.start + 1, between.end)):
        return False
    words = reading.text(between).lstrip('»"” ')
    if words.count("\n") > 1 or "\n\n" in words:
        return False
    if LEAD.fullmatch(words) or NAMED.fullmatch(words):
        return "\n" not in words or _is_line(reading, thing.span)
    if SIGNATURE.fullmatch(words):
        return _is_line(reading, thing.span)
    label = BEFORE_NAME.search(reading.document.text, max(0, thing.span.start - LABEL_REACH), thing.span.start)
    return label is not None and AFTER_NAME.fullmatch(words) is not None


def _is_line(reading: Reading, span: Span) -> bool:
    """Whether a name is its whole line, as in a signature."""
    text = reading.document.text
    stop = text.find("\n", span.end)
    rest = text[text.rfind("\n", 0, span.start) + 1 : span.start] + text[span.end : stop if stop >= 0 else len(text)]
    return NO_WORD.fullmatch(rest) is not None


def _goes_on(reading: Reading, end: int, contact: Mention) -> bool:
    """Whether the contact stands right behind the one before it, or behind a label of its own."""
    words = reading.document.text[end : contact.start]
    if len(words) > LONGEST_LEAD or "\n\n" in words:
        return False
    return AND_NEXT.fullmatch(words) is not None or LEAD.fullmatch(words) is not None


def _contact(reading: Reading, owner: Named, mention: Mention) -> Iterator[Finding]:
    predicate = CONTACTS.get(str(mention.attributes.get("kind")))
    if predicate is None:
        return
    value = Value(str(mention.attributes.get("value") or mention.text), "xsd:string", as_written=mention.text)
    words = reading.text(Span(min(owner.span.start, mention.start), mention.start))
    context = owner.span if owner.span != owner.name else None
    passages = evidence(span_of(mention), subject=owner.name, context=context)
    limits = Qualifiers(modality=modality_of(words))
    yield Statement(owner.entity.id, predicate, value, passages, "contact_of_thing", limits)
