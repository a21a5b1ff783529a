"""Named clusters in English: "Kaluga pharmaceutical cluster", "Novy Zvezdny Technopolis", "the cluster “Titanium”"."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from nlp.quotes import opening_after, quoted_end, stripped
from nlp.words import word_set

Found = TypeVar("Found")

HEAD = re.compile(r"(?<![\w-])(?:[Cc]luster|CLUSTER|[Tt]echnopolis|[Nn]aukopolis)\b(?!s)")
HEAD_PARTS = ("luster", "CLUSTER", "echnopolis", "aukopolis")  # one of them stands in every head
ATTRIBUTIVE = re.compile(
    r"[ \xa0\n]+(?:polic|observator|map|initiativ|member|participant|develop|manage|support|program|approach"
    r"|council|organi[sz]ation|project|strateg|"
    r"compan|enterprise|concept|theor|analys|list|selection|status|level|card|registry|register|portal|centre"
    r"|center|categor|type|name\b|platform|"
    r"Polic|Observator|Map|Initiativ|Member|Participant|Develop|Manage|Support|Program|Approach|Council"
    r"|Organi[sz]ation|Project|Strateg|Regist|List|Portal|Excellence)"
)
WORD_BEFORE = re.compile(r"([A-Za-z][\w’'-]*)[ \xa0]*\n?[ \xa0]*\Z")  # not $: it passes a line end
GENERIC = word_set(
    """
    the a an this that each every any its their our one first second new pilot innovative innovation industrial
    territorial regional national federal russian russia's european other such same former leading promising large
    small and or of in for to with by joint every’s all some certain particular whole existing technology
    technological technical high-tech hi-tech economic creative local international global inter-regional
    interregional registered supported selected candidate potential successful typical world state case key main
    respective
    """
)
TAIL = re.compile(
    r"(?:[ \xa0]+of[ \xa0]+(?:the[ \xa0]+)?(?:[A-Z][\w’-]*(?:[ \xa0]+(?:and[ \xa0]+)?[A-Z][\w’-]*){0,7})(?:["
    r" \xa0]+(?:region|krai|oblast|republic))?){1,2}"
)
QUOTED_BEFORE = re.compile(r"[«\"“](?P<proper>[A-Z][^«»\"“”\n]{1,60})[»\"”][ \xa0]+\Z")
DEFINITE = re.compile(r"(?<!\w)[Tt]he\s+\Z")
LONGEST_QUOTED = 70  # characters of a quoted name before "cluster"
QUOTE = '«"“„'


def find_english(text: str, make: Callable[..., Found]) -> Iterator[Found]:
    """The named clusters of an English text. `make(start, end, name, rule, proper, score)` builds the result."""
    if not any(part in text for part in HEAD_PARTS):
        return
    for head in HEAD.finditer(text):
        opening = opening_after(text, head.end())
        start, specific, proper_noun = _before(text, head.start())
        if opening is not None and (end := quoted_end(text, opening)):
            proper = stripped(text[opening:end])
            name = f"{_flat(text[start : head.end()])} «{proper}»"
            yield make(start, end, name, "quoted name", proper, 1.0)
            continue
        if ATTRIBUTIVE.match(text, head.end()):
            continue
        if (before := QUOTED_BEFORE.search(text, max(0, head.start() - LONGEST_QUOTED), head.start())) is not None:
            name = f"{head.group()} «{before['proper']}»"
            yield make(before.start(), head.end(), name, "quoted name", before["proper"], 1.0)
            continue
        tail = TAIL.match(text, head.end()) if head.group()[0].isupper() else None
        end = tail.end() if tail else head.end()
        if proper_noun and (specific or tail or head.group().lower() != "cluster"):
            yield make(start, end, _flat(text[start:end]), "described name", "", 1.0 if specific else 0.9)
        elif proper_noun and head.group() == "Cluster" and _is_titled(text, start, head.start()):
            yield make(start, end, _flat(text[start:end]), "described name", "", 0.9)
        elif tail and head.group()[0].isupper():
            yield make(start, end, _flat(text[start:end]), "described name", "", 0.85)


def _is_titled(text: str, start: int, head: int) -> bool:
    """Whether the words before "Cluster" are a name by their capitals: "the Kama Innovation Cluster", not a heading's
    first word."""
    is_definite = DEFINITE.search(text, max(0, start - 5), start) is not None
    return all(word[:1].isupper() for word in text[start:head].split()) and is_definite


def _before(text: str, head: int) -> tuple[int, bool, bool]:
    """The start of the name, whether a word says what it is about, and whether a proper noun (a capital inside, no
    generic word) leads it."""
    start, place, count = head, head, 0
    specific = proper = False
    while count < 7 and (found := WORD_BEFORE.search(text, max(0, place - 40), place)):
        word = found.group(1)
        low = word.lower()
        if low in {"and"} and count:
            place, count = found.start(), count + 1
            continue
        if low in STOPS:
            break
        if low not in GENERIC:
            if word[0].isupper():
                proper = True
            else:
                if proper:
                    break
                specific = True
        elif proper and word[0].islower():
            break
        start = place = found.start()
        count += 1
    words = re.findall(r"[A-Za-z][\w’'-]*", text[start:head])
    while words and words[0].lower() in LEADING:
        start = text.index(words[1], start) if len(words) > 1 else head
        words = words[1:]
    fine = [word for word in words if word.lower() not in GENERIC]
    proper = bool(fine) and fine[0][0].isupper()
    return start, len(fine) > 1 or specific, proper


STOPS = word_set(
    """
    the a an this that these those each every any its their our of in for to with by from is are was were has have
    as at on which who called named into
    """
)
LEADING = STOPS | {"and", "or", "other", "such"}


def _flat(written: str) -> str:
    return " ".join(written.split())
