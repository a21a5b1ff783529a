"""People in Latin letters, by rules: a known first name, a title, initials or a field that asks for a person.

What is free and offline does not reach a model's recall here; what these rules say is sure. The first names are our own
list (`nlp/first_names.py`).
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest.record import record
from nlp.first_names import ENGLISH_FIRST, OTHER_FIRST, RUSSIAN_FIRST
from nlp.overlaps import Overlaps
from nlp.words import word_set

TITLES = r"Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Academician|Sir|Lord|Senator"
OFFICES = (
    r"President|Vice[- ]President|Prime Minister|Minister|Governor|Vice[- ]Governor|Mayor|Chancellor|Rector|Ambassador"
    r"|Secretary|Chairman|Chairwoman|Director|CEO"
)
HEAD = (
    r"(?:director|head|deputy head|prime minister|minister|vice[- ]president|president|vice[- ]governor|governor"
    r"|vice[- ]mayor|rector|vice[- ]rector|chairman|chairwoman"
    r"|chairperson|chair|chief|ceo|cfo|cto|manager|coordinator|secretary"
    r"|mayor|professor|officer|advisor|adviser|expert|fellow|researcher|dean|founder|ambassador|commissioner"
    r"|representative|leader|partner|economist|analyst|lecturer)"
)
PART = r"[A-Z](?:['’][A-Z])?[a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*"
GAP = r"[ \xa0]+"
NAME = re.compile(rf"(?<![\w-]){PART}(?:{GAP}(?:{PART}|[A-Z]\.|de|van|von|der|la|bin|al)){{1,4}}(?![\w-])")
TITLED = re.compile(
    rf"(?<![\w-])(?:(?:{TITLES})\.?{GAP}(?P<any>(?:{PART}|[A-Z]\.)(?:{GAP}?(?:{PART}|[A-Z]\.)){{0,3}})"
    rf"|(?:{OFFICES}){GAP}(?P<full>{PART}(?:{GAP}?(?:{PART}|[A-Z]\.)){{1,2}}))(?![\w-])"
)
INITIALS = re.compile(
    rf"(?<![\w.-])((?:[A-Z][a-z]?\.[ \xa0]?){{1,2}})({PART})(?![\w-])|(?<![\w-])({PART}){GAP}((?:[A-Z][a-z]?\.["
    rf" \xa0]?){{2}})"
)
LABELLED = re.compile(
    rf"(?i:manager|director|head|chair(?:man|person)?|contact person|coordinator|author|supervisor)(?: of the"
    rf" cluster)?[ \xa0]*:[ \xa0]*\n?[ \xa0]*({PART}(?:{GAP}{PART}){{1,2}})(?=\s*(?:[,;.(\n]|$))"
)
ROLE_AFTER = re.compile(
    rf"\s*(?:,|[-–—]|\(|\b(?:is|was|became|serves\s+as|served\s+as|has\s+been)\s)\s*(?:now\s+|currently\s+)?(?:the\s+|an?\s+)?(?P<role>(?:[\w&’'-]+["
    rf" \xa0]+){{0,5}}?{HEAD}\b[^,;.()\n]{{0,90}})(?=[,;.()\n]|$)",
    re.IGNORECASE,
)
SECOND_ROLE = re.compile(rf",\s*(?:[\w&’'-]+[ \xa0]+){{0,3}}?{HEAD}\b[^,;.()\n]{{0,90}}(?=[,;.()\n]|$)", re.IGNORECASE)
ROLE_BEFORE = re.compile(
    rf"(?:\A|[.,;:(\n]\s*|\b(?:the|by|with|of|and)\s+)(?P<role>(?:[A-Z][\w&’'-]*[ \xa0]+){{0,4}}?(?:{HEAD})(?:["
    rf" \xa0]+(?:of|for|at|on)[ \xa0]+(?:the[ \xa0]+)?[^,;.()\n]{{3,80}}?)?)[ \xa0,]+$",
    re.IGNORECASE,
)
SURNAME_ENDING = re.compile(
    r".{2,}(?:ov|ev|yov|ova|eva|yova|sky|skiy|skii|skaya|tsky|enko|chuk|shvili|adze|yan|ukhin|ykh|ikh)$"
)
NOT_NAMES = word_set(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday russia russian federation republic region district city street avenue square
    university institute centre center ministry government federal state national cluster clusters programme program
    policy law resolution order decree the this these new north south east west saint st general council committee
    department development industry trade economic innovation innovative industrial pilot technology agency group
    company bank fund park support river lake island islands sea university's church cathedral cup league prize
    award house palace museum school station county park airport bay mountain valley
    """
)


NAMESAKE = re.compile(
    r"\s*(?:(?:State |Polytechnic )?(?:University|College|Institute|Academy|School|Library|Museum|Foundation|Hospital)"
    r"|GmbH|AG|Inc|Ltd|LLC|PLC|Corp(?:oration)?|Co|Company|Holdings?|Group|Partners|Industries|Cosmetics|Bank"
    r"|Street|Avenue|Square|Boulevard|Road|Lane|Embankment|Bridge|[Aa]irport|[Ss]tation|Harbour|Bay"
    r"|Act|Prize|Award|Medal|Plan|Doctrine|(?:[Ee]xhibition |[Cc]oncert )?[Hh]all|(?:[\w-]+ )?[Pp]ark|Stadium)(?!\w)"
)
"""What follows a name that is a thing's: a university, a company, a street or a law named for a person."""

TELLS = re.compile(
    r"(?:\w{2,}ed|said|says|told|met|came|took|sent|gave|went|led|spoke|wrote|left|has|have|had|will|would|and|but|who"
    r"|which|while|when|as|if)(?!\w)",
    re.IGNORECASE,
)
"""How a stretch begins that says what a person does, not what he is."""


@record
class EnglishName:
    """A name in Latin letters where it stands: surname first in `name`, the role beside it and where that stands."""

    start: int
    end: int
    name: str
    rule: str
    score: float = 1.0
    role: str = ""
    role_start: int = 0
    role_end: int = 0


@cache
def first_names() -> frozenset[str]:
    """The first names that the rules know."""
    return word_set(RUSSIAN_FIRST) | word_set(ENGLISH_FIRST) | word_set(OTHER_FIRST)


def _is_first(word: str) -> bool:
    """Whether the rules know a first name, or the first half of a double one (Jean-Luc)."""
    return word in first_names() or word.partition("-")[0] in first_names()


def find_latin(text: str) -> list[EnglishName]:
    """The people of a text in Latin letters, in order of place, none overlapping."""
    kept: Overlaps[EnglishName] = Overlaps()
    for item in sorted(_all(text), key=lambda one: (-(one.end - one.start), -one.score)):
        if not kept.has(item.start, item.end):
            kept.add(item)
    return [_with_role(text, item) for item in kept]


def _all(text: str) -> Iterator[EnglishName]:
    for match in LABELLED.finditer(text):
        yield EnglishName(match.start(1), match.end(1), turned(match.group(1)), "label")
    for match in TITLED.finditer(text):
        part = "any" if match["any"] else "full"
        words = _cut(match[part])
        if len(words) > (0 if part == "any" else 1):
            start = match.start(part)
            written = _written(text, start, words)
            yield EnglishName(start, start + len(written), turned(written), "title", 0.9)
    for match in INITIALS.finditer(text):
        surname = match.group(2) or match.group(3)
        if surname.lower() not in NOT_NAMES and surname not in first_names():
            initials = " ".join(re.findall(r"[A-Z][a-z]?\.", match.group(1) or match.group(4)))
            end = match.start() + len(match.group().rstrip())
            double = initials.count(".") > 1
            if double or SURNAME_ENDING.match(surname):
                yield EnglishName(match.start(), end, f"{surname} {initials}", "initials", 1.0 if double else 0.8)
    yield from _by_first_name(text)


def _by_first_name(text: str) -> Iterator[EnglishName]:
    """Words with capitals of which one is a known first name and another may be a surname."""
    for match in NAME.finditer(text):
        words = list(re.finditer(r"\S+", match.group()))
        for index, word in enumerate(words):
            if not _is_first(word.group()):
                continue
            first, last = index, index
            while last + 1 < len(words) and _is_part(words[last + 1].group()) and last - index < 3:
                last += 1
            if last == index and index and SURNAME_ENDING.match(words[index - 1].group()):
                first -= 1
            if first == last:
                continue
            start, end = match.start() + words[first].start(), match.start() + words[last].end()
            if not NAMESAKE.match(text, end) and not any(NAMESAKE.fullmatch(word.group()) for word in words[first:]):
                written = text[start:end]
                yield EnglishName(start, end, turned(written), "first name", 0.9)
            break


def _is_part(word: str) -> bool:
    return word.lower() not in NOT_NAMES


def _cut(written: str) -> list[str]:
    words = written.split()
    for index, word in enumerate(words):
        if word.lower() in NOT_NAMES:
            return words[:index]
    return words


def _written(text: str, start: int, words: list[str]) -> str:
    place = start
    for word in words:
        place = text.index(word, place) + len(word)
    return text[start:place]


def turned(written: str) -> str:
    """The name with its surname first.

    >>> turned("Sergei Galitsky"), turned("Kutsenko Evgeny"), turned("Galitsky")
    ('Galitsky Sergei', 'Kutsenko Evgeny', 'Galitsky')
    """
    words = written.split()
    if len(words) < 2:
        return written
    if _is_first(words[1]) and not _is_first(words[0]):
        return " ".join(words)
    return " ".join([words[-1], *words[:-1]])


def _with_role(text: str, item: EnglishName) -> EnglishName:
    """The name with the role after it (a comma, a dash or a bracket between) or before it."""
    after = ROLE_AFTER.match(text, item.end)
    if after and not TELLS.match(after["role"]):
        second = SECOND_ROLE.match(text, after.end())
        return _roled(item, text, after.start("role"), second.end() if second else after.end("role"))
    begin = max(0, item.start - 160)
    before = ROLE_BEFORE.search(text, begin, item.start)
    while before and TELLS.match(before["role"]):
        before = ROLE_BEFORE.search(text, before.start("role") + 1, item.start)
    if before:
        article = ARTICLE.match(before["role"])
        return _roled(item, text, before.start("role") + (article.end() if article else 0), before.end("role"))
    return item


ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


COPULA = re.compile(r"\s+(?:is|was|are|were)\s*\Z")
"""What joins a role to the name after it: "the manager of the cluster is Natalia Voronina"."""


def _roled(item: EnglishName, text: str, start: int, end: int) -> EnglishName:
    copula = COPULA.search(text, start, end)
    end = copula.start() if copula else end
    written = " ".join(text[start:end].split()).strip(" ,")
    stop = start + len(text[start:end].rstrip(" ,\n"))
    return EnglishName(item.start, item.end, item.name, item.rule, item.score, written, start, stop)
