"""The IRIs of acts below the base, and what to do when the text does not fix one."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from nlp.acts.citation import Citation
from nlp.morphology import lemma
from nlp.region_hits import Name
from nlp.regions import find_names
from ontology.iri import act_iri, slug
from ontology.vocabulary import vocabulary

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


def own_region(citations: Sequence[Citation], regions: Sequence[str | None]) -> str | None:
    """The document's own region: that of its own act, else the only one whose bodies' acts it cites."""
    own = {region for citation, region in zip(citations, regions, strict=True) if citation.is_own and region}
    every = own or {region for region in regions if region}
    return next(iter(every)) if len(every) == 1 else None


def id_of(citation: Citation, region: str | None) -> str | None:
    """The act's IRI below the base, or None where kind, issuer, date and number do not make a key.

    `region` is the citation's own or, where it names none, the document's.
    """
    if citation.kind == "code" and citation.slug:
        return f"act/ru/code/{citation.slug}"
    if citation.subtype == "constitution" and citation.slug:
        return CONSTITUTION
    return act_iri(citation.kind, citation.number, citation.date, issuer=issuer_key(citation.issuer), region=region)


@lru_cache(maxsize=4096)
def issuer_key(issuer: str | None) -> str | None:
    """An issuer in any case as one key: a known authority's id, else its words in the dictionary form as a slug.

    >>> issuer_key("Администрации города Перми") == issuer_key("АДМИНИСТРАЦИЯ ГОРОДА ПЕРМИ")
    True
    """
    if not issuer:
        return None
    key = _dictionary_form(issuer)
    return _authorities().get(key) or key or None


def _dictionary_form(name: str) -> str:
    return slug(" ".join(lemma(word) for word in re.findall(r"\w+", name)))


@cache
def _authorities() -> Mapping[str, str]:
    """The ids of the authorities by the dictionary form of each of their names."""
    return {_dictionary_form(name): authority.id for authority in vocabulary().authorities for name in authority.names}


def fixed_by_document(citations: Sequence[Citation], ids: Sequence[str | None]) -> Mapping[int, tuple[str, ...]]:
    """For each citation of a number without a date, by its index: the ids of the acts of the same kind and number that
    the document cites with a date. One id fixes the act; several are its candidates."""
    dated: dict[tuple[str, str], list[str]] = {}
    for citation, id_ in zip(citations, ids, strict=True):
        if id_ is not None and citation.number is not None:
            same = dated.setdefault((citation.kind, citation.number.lower()), [])
            if id_ not in same:
                same.append(id_)
    return {
        index: tuple(dated.get((citation.kind, citation.number.lower()), ()))
        for index, citation in enumerate(citations)
        if citation.number is not None and citation.date is None and ids[index] is None
    }
