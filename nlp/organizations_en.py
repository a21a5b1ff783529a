"""Organizations in Latin letters: companies with their legal form, institutions by their head word."""

import re
from collections.abc import Iterator

from ingest.record import record
from nlp.quotes import opening_after, quoted_end, stripped
from nlp.words import word_set

PART = r"(?:[A-Z][\w&’'.-]*[\w]|[A-Z])"
LINK = r"(?:of|for|and|the|in|de|on|&)"
FORM = r"(?:Inc|Ltd|LLC|JSC|PJSC|OJSC|CJSC|GmbH|AG|Corp|plc|PLC|S\.A|Co)"
COMPANY_BEFORE = re.compile(
    rf"(?<![\w-])(?P<form>JSC|PJSC|OJSC|CJSC|LLC|FSUE)[ \xa0]+(?:(?P<name>{PART}(?:[ \xa0]+{PART}){{0,3}})|(?=[«\"“„]))"
)
COMPANY_AFTER = re.compile(
    rf"(?<![\w-])(?P<name>{PART}(?:[ \xa0]+(?:{PART}|&)){{0,4}}),?[ \xa0]+(?P<form>{FORM})(?![\w-])(?:(?<=Inc)\."
    rf"|(?<=Ltd)\.|(?<=Corp)\.|(?<=Co)\.)?"
)
HEADS = (
    "University|Institute|Academy|Centre|Center|Agency|Foundation|Fund|Association|Union|Council|Committee"
    "|Corporation|Bank|School|College"
    "|Chamber|Observatory|Bureau|Laboratory|Company|Society|Consortium|Network|Commission|Department"
    "|Administration|Service|Organi[sz]ation"
    "|Ministry|Government|Mission|Embassy|Museum|Hospital|Plant|Factory|Holding|Group|Party|Parliament|Senate"
    "|Court|Library|Theatre|Newspaper|Duma|Assembly"
    "|Hub|Office|Secretariat|Unit|Directorate|Alliance|Partnership|Incubator|Accelerator|Authority|Board|Operator"
)
BODY = re.compile(
    r"Ministry|Government|Administration|Department|Committee|Commission|Agency|Service|Parliament|Senate|Court"
    r"|Duma|Embassy|Mission"
)
INSTITUTION = re.compile(
    rf"(?<![\w-])(?P<before>(?:{PART}[ \xa0\n]+){{0,6}}?)(?P<head>{HEADS})(?![\w-])(?P<after>(?:[ \xa0\n](?:of|for"
    rf"|on)[ \xa0\n](?:the[ \xa0\n])?{PART}(?:[ \xa0\n](?:(?:and|of|the|for|&)[ \xa0\n])*{PART}){{0,7}})?)"
)
COMMON = word_set(
    """
    the a an this that its our their each every all new first second cluster steering working general executive
    joint public expert management supervisory advisory in at by on of and for
    """
)
LEADING = word_set("the a an this in at by on of and for with from to when as while since after before")


@record
class EnglishOrganization:
    """An organization in Latin letters where it stands."""

    start: int
    end: int
    name: str
    is_body: bool
    legal_form: str = ""
    score: float = 1.0


def find_latin(text: str) -> Iterator[EnglishOrganization]:
    """Companies and institutions of a text in Latin letters, in no order; they may overlap."""
    for match in COMPANY_BEFORE.finditer(text):
        end = match.end()
        name = match["name"]
        if name is None:
            opening = opening_after(text, match.end("form"))
            close = quoted_end(text, opening) if opening is not None else None
            if opening is None or close is None:
                continue
            end, name = close, f"«{stripped(text[opening:close])}»"
        yield EnglishOrganization(match.start(), end, f"{match['form']} {name}", False, match["form"])
    for match in COMPANY_AFTER.finditer(text):
        start, name = _trimmed(text, match.start("name"), match["name"])
        if name:
            yield EnglishOrganization(start, match.end(), f"{name} {match['form']}", False, match["form"])
    for match in INSTITUTION.finditer(text):
        yield from _institution(text, match)


def _trimmed(text: str, start: int, written: str) -> tuple[int, str]:
    """The name without the small words before it that a sentence begins with ("The", "In")."""
    end = start + len(written)
    while written and written.split(maxsplit=1)[0].lower() in LEADING:
        start += len(written.split(maxsplit=1)[0])
        start += len(text[start:end]) - len(text[start:end].lstrip())
        written = text[start:end]
    return start, written


def _institution(text: str, match: re.Match[str]) -> Iterator[EnglishOrganization]:
    """The institution, when a word with a capital beside its head tells which one it is."""
    start, before = _trimmed(text, match.start(), match["before"].rstrip())
    if not before:
        start = match.start("head")
    has_specific = any(word.lower() not in COMMON for word in before.split())
    if not has_specific and not match["after"]:
        return
    if "\n\n" in match.group():
        return
    name = " ".join(text[start : match.end()].split())
    yield EnglishOrganization(start, match.end(), name, bool(BODY.fullmatch(match["head"])), score=0.9)
