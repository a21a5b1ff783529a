"""The IRIs of acts below the base, and what to do when the text does not fix one."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from nlp.acts.citation import Citation
from nlp.acts.issuing import issuer_key, region_of_capital, union_key
from nlp.acts.levels import PRESIDENTIAL_ORDER
from nlp.acts.unquoted import title_key
from nlp.region_hits import Name
from nlp.regions import find_names
from ontology.iri import act_iri, standard_iri

CONSTITUTION = "act/ru/constitution"


def regions_of(citations: Sequence[Citation], names: Sequence[Name], offsets: Callable[[int], int]) -> list[str | None]:
    """For each citation the ISO code of the federal subject that it or its issuer names, or None. A list's members
    share their issuer's region; an annex line ("постановлению Правительства области") takes the document's own."""
    starts = [name.start for name in names]
    by_issuer: dict[str, str] = {}
    regions: list[str | None] = []
    for citation in citations:
        left, right = offsets(citation.start), offsets(citation.end - 1)
        inside = {name.iso for name in names[bisect_left(starts, left) : bisect_left(starts, right)]}
        if citation.is_own and citation.issuer and not inside:
            inside = {name.iso for name in find_names(citation.issuer)}
        issuer = (citation.issuer or "").lower()
        if len(inside) == 1 and citation.kind not in FEDERAL:
            by_issuer.setdefault(issuer, next(iter(inside)))
        region = next(iter(inside)) if len(inside) == 1 else by_issuer.get(issuer)
        regions.append(None if citation.kind in FEDERAL else region)
    return regions


FEDERAL = frozenset(
    {
        "federal_law",
        "federal_constitutional_law",
        "presidential_decree",
        "government_resolution",
        "government_order",
        "code",
    }
)
"""Kinds whose acts belong to no region, whatever their titles name."""


def own_region(
    citations: Sequence[Citation], regions: Sequence[str | None], names: Sequence[Name], offsets: Callable[[int], int]
) -> str | None:
    """The document's own region: that of its own act, else the only one of its letterhead, else the one whose capital
    issued it, else the only one whose bodies' acts it cites."""
    own = {region for citation, region in zip(citations, regions, strict=True) if citation.is_own and region}
    head = next((citation for citation in citations if citation.is_own), None)
    if not own and head is not None and head.kind in {"municipal", "regional_law", "regional_resolution"}:
        own = {name.iso for name in names[: bisect_left([name.start for name in names], offsets(head.start))]}
        capital = region_of_capital(head.issuer)
        own = own or ({capital} if capital else set())
    every = own or {region for region in regions if region}
    return next(iter(every)) if len(every) == 1 else None


def id_of(citation: Citation, region: str | None, issuer: str | None) -> str | None:
    """The act's IRI below the base, or None where kind, issuer, date and number do not make a key.

    `region` and `issuer` are the citation's own or, where it names none, the document's.
    """
    if citation.kind == "code" and citation.slug:
        return f"act/ru/code/{citation.slug}"
    if citation.subtype == "constitution" and citation.slug:
        return CONSTITUTION
    if citation.subtype == "standard" and citation.number:
        return standard_iri(citation.issuer or "", citation.number)
    if citation.level == "union" and citation.kind == "other" and issuer:
        return act_iri("union_decision", citation.number, citation.date, issuer=union_key(issuer))
    if citation.kind == "regional_law" and citation.subtype and citation.number is None and region:
        return f"act/{region}/{citation.subtype}"
    if citation.kind == "municipal":
        region = region or region_of_capital(issuer)
    kind = PRESIDENTIAL_ORDER if citation.subtype == PRESIDENTIAL_ORDER else citation.kind
    key = issuer_key(issuer, citation.kind, region)
    return act_iri(kind, citation.number, citation.date, issuer=key, region=region)


NO_DATE = "a number without a date names no act"
NO_NUMBER = "without a number these words name no act for certain"
NO_YEAR = "a standard without its year names no edition"
NO_REGION = "nothing in the document says of which region this body is"
NO_ISSUER = "nothing in the document says who issued this act"
NO_KEY = "acts of this kind have no number by which documents can meet"


def why_without_id(citation: Citation, region: str | None, issuer: str | None) -> str:
    """Why `id_of` gives None."""
    if citation.subtype == "standard":
        return NO_YEAR
    if citation.number is None:
        return NO_NUMBER
    if citation.date is None:
        return NO_DATE
    if citation.kind == "other":
        return NO_KEY
    return NO_ISSUER if issuer is None and citation.kind in {"municipal", "ministry_order"} else NO_REGION


def fixed_by_document(citations: Sequence[Citation], ids: Sequence[str | None]) -> Mapping[int, tuple[str, ...]]:
    """For each citation of a number without a date, by its index: the ids of the acts of the same kind and number that
    the document cites with a date; for a law named by its title, those of that title. One id fixes the act; several are
    its candidates."""
    dated: dict[tuple[str, str], list[str]] = {}
    for citation, id_ in zip(citations, ids, strict=True):
        if id_ is not None and citation.number is not None:
            same = dated.setdefault((citation.kind, citation.number.lower()), [])
            if id_ not in same:
                same.append(id_)
    by_number = {
        index: tuple(dated.get((citation.kind, citation.number.lower()), ()))
        for index, citation in enumerate(citations)
        if citation.number is not None and citation.date is None and ids[index] is None
    }
    return {**by_number, **_fixed_by_title(citations, ids)}


def _fixed_by_title(citations: Sequence[Citation], ids: Sequence[str | None]) -> Mapping[int, tuple[str, ...]]:
    """For each law named by its title alone: the ids of the acts of the same kind that the document cites in full under
    that title."""
    titled: dict[tuple[str, str], list[str]] = {}
    for citation, id_ in zip(citations, ids, strict=True):
        if id_ is not None and citation.title:
            same = titled.setdefault((citation.kind, title_key(citation.title)), [])
            if id_ not in same:
                same.append(id_)
    return {
        index: tuple(titled.get((citation.kind, title_key(citation.title)), ()))
        for index, citation in enumerate(citations)
        if citation.title and citation.number is None and citation.date is None and ids[index] is None
    }
