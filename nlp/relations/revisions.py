"""What an act is called by itself, and which later acts the brackets after an act name as its amendments."""

import re
from collections.abc import Iterator

from ingest.document import Span
from nlp.entity import Entity
from nlp.linking import language_of
from nlp.mention import Mention
from nlp.relations.own_act import HEADER, own_act
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value

REACH = 1200  # characters from an opening bracket to the last of the acts that it lists
REVISED = re.compile(
    r"\(\s*(?:в\s+ред(?:\.|акци[ия])|с\s+изм(?:\.|енениями)(?:\s+и\s+дополнениями)?|ред\.|as\s+amended\s+by)[^()]*$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[\s,]*(?:[«\"“][^«»\"“”]{3,600}[»\"”])?[\s,]*")
"""What may stand between an act and the bracket after it: its title."""

TITLE = re.compile(r"(?:О|Об|Обо|On)\s+\w", re.IGNORECASE)
TITLE_BLOCKS = 4  # blocks under an act's number within which its own title stands: a place and a bracket come between
TITLE_WORDS = 80


def act_revised(reading: Reading) -> Iterator[Finding]:
    """The brackets after the act name the later acts that amended it."""
    for index, mention in reading.of_type("LegalAct"):
        opening = _opening(reading, mention)
        base = _before(reading, opening) if opening is not None else None
        if base is None:
            continue
        act, amending = base[0], reading.links[index]
        if act.id != amending.id:
            passages = evidence(span_of(mention), context=base[1])
            yield Statement(amending.id, "eli:amends", act.id, passages, "act_revised")


def is_revising(reading: Reading, mention: Mention) -> bool:
    """Whether the act stands in brackets as one that amended another."""
    return _opening(reading, mention) is not None


def _opening(reading: Reading, mention: Mention) -> int | None:
    text, start = reading.document.text, max(0, mention.start - REACH)
    opening = text.rfind("(", start, mention.start)
    if opening < 0 or text.rfind(")", opening, mention.start) >= 0:
        return None
    return opening if REVISED.match(text, opening, mention.start) else None


def _before(reading: Reading, opening: int) -> tuple[Entity, Span] | None:
    """The act that ends right before the bracket, its title apart; at the head of an act that act itself."""
    acts = reading.inside(Span(max(0, opening - REACH), opening), "LegalAct")
    if acts and BETWEEN.fullmatch(reading.document.text, acts[-1][1].end, opening):
        return reading.links[acts[-1][0]], span_of(acts[-1][1])
    own = own_act(reading)
    block = reading.outline.block_at(opening)
    begins = block is not None and not reading.document.text[block.start : opening].strip()
    return own if own is not None and begins and own[1].end <= opening < HEADER else None


def title_of_act(reading: Reading, place: Span) -> tuple[Value, Span] | None:
    """The title of the act whose number stands at `place`: the line under it that begins with "О" or "Об"."""
    at = reading.outline.index_at(place.start)
    for block in reading.outline.blocks[at + 1 : at + 1 + TITLE_BLOCKS]:
        span = Span(block.start, block.end)
        words = reading.words(span).rstrip(" .")
        if TITLE.match(words) and not words.endswith((":", ";", ",")):
            span = _with_quotation(reading, span)
            words = reading.words(span).rstrip(" .")
            return (Value(words, "rdf:langString", lang=language_of(words)), span) if _is_short(words) else None
    return None


def _is_short(words: str) -> bool:
    return len(words.split()) <= TITLE_WORDS


def _with_quotation(reading: Reading, span: Span) -> Span:
    """The title with the lines under it that go on with it: a quotation that opens there, or words in small letters."""
    at = reading.outline.index_at(span.start)
    for block in reading.outline.blocks[at + 1 : at + 1 + TITLE_BLOCKS]:
        text = reading.document.text[span.start : span.end]
        first = reading.document.text[block.start]
        is_open = text.count("«") > text.count("»") or text.count('"') % 2 == 1
        if not (is_open or first in '«"“' or first.islower()):
            break
        span = Span(span.start, block.end)
    return span
