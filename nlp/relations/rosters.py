"""Members of a cluster in a list under the words that promise them."""

import re
from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement

HEAD = re.compile(
    r"(?:участник|член|резидент|member|participant|resident)\w*\s+(?:of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
"""What stands before the cluster's name where a list of its members follows."""

INTO = re.compile(r"(?<!\w)в\s+(?P<whole>состав\s+)?$", re.IGNORECASE)
"""What does so only with "входят" after the name, or with "состав": "инвестиции в кластер «Титан»:" promise none."""

TAIL = re.compile(r"\s*(?P<verb>явля\w+(?:\s+следующие\s+\w+)?|вход[ия]т|вошли|are|include)?\s*:\s*$", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[-–—•●▪*]|\d{1,2}[.)]|[а-яa-z]\))\s*")
DENIED = re.compile(
    r"(?<!\w)(?:не|вышл\w*|вышел|бывш\w*|кроме|not|former|"
    r"потенциальн\w*|будущ\w*|планиру\w*|возможн\w*|кандидат\w*|potential|future|prospective|planned|candidate\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words of those who are no members, no more or not yet."""

ORGANIZATIONS = ("Organization", "ManagementOrganization")


def member_in_roster(reading: Reading) -> Iterator[Finding]:
    """The organization stands in the list under the words "участники кластера"."""
    if not reading.has("Cluster"):
        return
    head: tuple[Entity, Span] | None = None
    for sentence in reading.sentences:
        for line in _lines(reading, sentence):
            if head is not None and ITEM.match(reading.document.text, line.start, line.end):
                yield from _member(reading, line, *head)
            else:
                head = _head(reading, line)


def _lines(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The lines of a sentence that hold anything: a list may be one sentence."""
    start = sentence.start
    while start < sentence.end:
        stop = reading.document.text.find("\n", start, sentence.end)
        stop = sentence.end if stop < 0 else stop
        if reading.document.text[start:stop].strip():
            yield Span(start, stop)
        start = stop + 1


def _head(reading: Reading, line: Span) -> tuple[Entity, Span] | None:
    """The cluster whose members the line promises."""
    text = reading.document.text
    if not text[line.start : line.end].rstrip().endswith(":") or DENIED.search(text, line.start, line.end):
        return None
    named = reading.inside(line, "Cluster")
    if len(named) != 1 or named[0][0] not in reading.links:
        return None
    index, cluster = named[0]
    tail = TAIL.fullmatch(text, cluster.end, line.end)
    into = INTO.search(text, line.start, cluster.start)
    is_head = HEAD.search(text, line.start, cluster.start) or (into and (into["whole"] or (tail and tail["verb"])))
    return (reading.links[index], span_of(cluster)) if tail and is_head else None


def _member(reading: Reading, line: Span, cluster: Entity, named: Span) -> Iterator[Finding]:
    """The organization that the item begins with."""
    found = reading.inside(line, *ORGANIZATIONS)
    item = ITEM.match(reading.document.text, line.start, line.end)
    if item is None or not found or found[0][0] not in reading.links or found[0][1].start > item.end() + 2:
        return
    index, organization = found[0]
    passages = evidence(span_of(organization), context=named)
    yield Statement(reading.links[index].id, "org:memberOf", cluster.id, passages, "member_in_roster")
