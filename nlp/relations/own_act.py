"""The act that a document itself is."""

import re

from ingest.document import Span
from nlp.entity import Entity
from nlp.morphology import parse
from nlp.relations.reading import Reading, span_of

HEADER = 1500  # characters at the head of a document in which its own act stands
SHOUTED = re.compile(
    r"\s*(?:ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|ПРИКАЗ|РЕШЕНИЕ|ЗАКОН|УКАЗ|ФЕДЕРАЛЬНЫЙ\s+ЗАКОН|П\s*О\s*С\s*Т\s*А\s*Н\s*О\s*В\s*Л\s*Е\s*Н\s*И\s*Е)"
)
APPROVED = re.compile(
    r"[\W_]*(?:утвержд[её]н[оаы]?|одобрен[оаы]?|принят[оаы]?|приложение(?:\s*№?\s*\d+)?(?:\s+к)?|к|approved\s+by|annex(?:\s+\d+)?(?:\s+to)?)"
    r"[\W_]*",
    re.IGNORECASE,
)
"""What stands alone before the citation of the act that a document belongs to."""


def own_act(reading: Reading) -> tuple[Entity, Span] | None:
    """The act that the document itself is: its type shouted over its number at the head, or "утверждено" before it."""
    for index, mention in reading.of_type("LegalAct"):
        if mention.start > HEADER:
            return None
        belongs = APPROVED.fullmatch(_line_before(reading, mention.start)) and not _is_subject(mention.text)
        if SHOUTED.match(mention.text) or belongs:
            return reading.links[index], span_of(mention)
    return None


def _is_subject(words: str) -> bool:
    """Whether the act is what was passed, not what approved the document: "Принят Федеральный закон …".

    >>> _is_subject("Федеральный закон от 31.12.2014"), _is_subject("постановлением Правительства")
    (True, False)
    """
    first = words.split(maxsplit=1)[0] if words.split() else ""
    cases = {reading.case for reading in parse(first)} if first.isalpha() and not first.isascii() else set()
    return "nomn" in cases and not cases & {"ablt", "datv", "gent"}


def _line_before(reading: Reading, offset: int) -> str:
    """The words before `offset` in its line, or in the line above where there are none."""
    text = reading.document.text
    start = text.rfind("\n", 0, offset) + 1
    while start > 0 and not text[start:offset].strip():
        start = text.rfind("\n", 0, start - 1) + 1
    return text[start:offset]
