"""Who heads an organization, where a verb says so: the post has no name of its own in the text."""

from collections.abc import Iterator

from nlp.entity import Entity
from nlp.linking import local_id
from nlp.normal import plain
from nlp.relations.masking import GAP, compiled, masked_sentences, slot
from nlp.relations.reading import Finding, Reading, evidence
from nlp.statement import Qualifiers, Statement, Value

BODY, PERSON = slot("O", "Z", group="o"), slot("P", group="p")
HEADING = r"(?P<verb>возглавля(?:ет|л[аи]?)|возглавил[аи]?|возглавит|руководи(?:т|л[аи]?))"
HEADED_BY = r"(?P<verb>(?:headed|led|chaired|run|directed)\s+by)"
HEADS = r"(?P<verb>heads|leads|chairs|runs|directs|headed|led|chaired)"
SINCE = r"(?:(?:сейчас|ныне|также|теперь|(?:с|в)\s+⟦D\d+⟧)\s+)?"
ALONE = r"(?:^|[,;:—–-]\s*|⟦D\d+⟧\s*(?:год\w*\s+)?|\b(?:а|и|но|является|стал[аои]?|выступает|это|is)\s+)"
"""What stands before a body that is named itself: not the noun of which it is a part ("совет при ⟦O1⟧")."""

HEADED = compiled(
    rf"{ALONE}{BODY}\s*(?:,\s*котор\w+\s+)?{SINCE}{HEADING}\s{GAP}{{0,40}}{PERSON}",
    rf"{PERSON}\s+{SINCE}{HEADING}\s{GAP}{{0,20}}{BODY}",
    rf"{BODY}\s*,?\s*(?:(?:which|that)\s+)?(?:(?:is|was|has\s+been)\s+)?(?:now\s+)?{HEADED_BY}\s{GAP}{{0,30}}{PERSON}",
    rf"{PERSON}\s+(?:now\s+)?{HEADS}\s+(?:the\s+)?{BODY}",
)
POST = {"ru": "руководитель", "en": "head"}
"""What the post is called that a verb tells of."""


def head_in_sentence(reading: Reading) -> Iterator[Finding]:
    """The sentence says who heads, leads or runs the organization."""
    for sentence in masked_sentences(reading):
        for pattern in HEADED:
            for match in sentence.find(pattern):
                body, person = sentence.slot(match, "o"), sentence.slot(match, "p")
                if body.entity is None or person.entity is None:
                    continue
                verb = sentence.span(*match.span("verb"))
                language = "en" if match["verb"].isascii() else "ru"
                normal = "|".join((person.entity.normal, plain(POST[language]), body.entity.normal))
                id_ = local_id(reading.document, "svod:Membership", normal)
                name = f"{person.entity.name}, {POST[language]}"
                yield Entity(id_, "svod:Membership", name, language, normal, (), (verb,))
                limits = Qualifiers(modality=sentence.modality(match))
                post = Value(POST[language], "rdf:langString", lang=language, as_written=reading.words(verb))
                who = evidence(person.span, label=verb)
                what = evidence(verb, subject=person.span)
                where = evidence(body.span, subject=person.span, label=verb)
                yield Statement(id_, "org:member", person.entity.id, who, "head_in_sentence", limits)
                yield Statement(id_, "svod:roleName", post, what, "head_in_sentence", limits)
                yield Statement(id_, "org:organization", body.entity.id, where, "head_in_sentence", limits)
