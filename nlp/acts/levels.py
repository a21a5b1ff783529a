"""Which kind an act is, where its own words leave the issuer's level of power open."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nlp.acts.citation import Citation
from nlp.acts.issuers import is_federal
from nlp.acts.kinds import LAWS, kind_of
from nlp.regions import find_names

HEAD = 1500  # characters at the head of a document that tell whose it is
PRESIDENTIAL_ORDER = "presidential_order"
_PRESIDENTIAL_ORDER = re.compile(r"\d-(?:рп|rp)$")
_REGIONAL_NUMBER = re.compile(r"\d-(?!р$|рс$)[а-яё]{1,4}$", re.IGNORECASE)
_LOCAL = re.compile(r"муниципальн|район|городск\w+ (?:округ|поселени)|сельск\w+ поселени", re.IGNORECASE)
_OF_REGION = re.compile(
    r"(?:правительств|губернатор|администраци|законодательн|министерств|департамент)\w*\s+[^.;\n]{0,40}(?:област|кра[яею]\b|республик)"
    r"|государственн\w+\s+программ|областн\w+\s+(?:целев|программ)",
    re.IGNORECASE,
)


OLDEST = "1917-11-07"
"""The day before which no body of today's kinds passed acts."""


def with_kinds(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations with kind and level; an issuer that names no level ("администрации") has the document's own."""
    if all(citation.kind for citation in citations):
        return list(citations)
    default = _own_level(text, citations)
    return [citation if citation.kind else _decided(citation, default) for citation in citations]


def _decided(citation: Citation, default: str) -> Citation:
    level = citation.level
    is_open = citation.type in ("resolution", "order", "decision", "act") or citation.issuer is not None
    if level is None and is_open and citation.type not in (*LAWS, "decree"):
        level = default
    if level == "government" and _is_of_region(citation, default):
        level = "region"
    if level is None and citation.type == "law" and citation.number is None and find_names(citation.title or ""):
        level = "region"
    if level is None and citation.type == "decree" and (citation.issuer or "").lower().startswith("глав"):
        level = "region"
    kind = kind_of(citation.type, level, citation.number)
    if citation.date is not None and citation.date < OLDEST:
        kind = "other"
    return replace(citation, level=level, kind=kind, subtype=citation.subtype or _subtype(citation, kind))


def _subtype(citation: Citation, kind: str) -> str | None:
    """What the kind leaves open: a treaty; an order of the President, whose number ends in -рп."""
    if citation.type == "treaty":
        return "treaty"
    is_order = citation.type == "order" or _PRESIDENTIAL_ORDER.search(citation.number or "") is not None
    return PRESIDENTIAL_ORDER if kind == "presidential_decree" and is_order else None


def _is_of_region(citation: Citation, default: str) -> bool:
    """ "Правительства" alone: the federal government numbers its acts 779 and 2446-р, regional ones 734-пп."""
    if citation.type not in ("resolution", "order") or citation.issuer is None or is_federal(citation.issuer):
        return False
    return default == "region" and _REGIONAL_NUMBER.search(citation.number or "") is not None


def _own_level(text: str, citations: Sequence[Citation]) -> str:
    """The level of power that the document itself belongs to, region or municipal."""
    own = [citation.level for citation in citations if citation.is_own and citation.level in ("region", "municipal")]
    if own:
        return own[0] or "municipal"
    votes = Counter(
        citation.level
        for citation in citations
        if citation.type in ("resolution", "order", "decision") and citation.level in ("region", "municipal")
    )
    if votes and votes["municipal"] != votes["region"]:
        return "municipal" if votes["municipal"] > votes["region"] else "region"
    is_local = _LOCAL.search(text) is not None
    return "region" if not is_local and _OF_REGION.search(text, 0, HEAD) else "municipal"
