"""One act, one issuer: the same body written with its region, without it, or not at all."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from nlp.acts.citation import Citation
from nlp.morphology import lemma
from nlp.regions import find_names
from ontology.iri import slug
from ontology.vocabulary import vocabulary

OF_REGION = frozenset({"область", "край", "республика", "округ", "автономный", "oblast", "region", "krai", "republic"})
"""Words that stand for the region in the name of its body, where the document says which it is."""

SILENT = frozenset({"resolution", "order"})
"""Types of act that one body passes side by side."""


def issuers_of(citations: Sequence[Citation]) -> list[str | None]:
    """For each citation who issued it, in the fullest words: its own, else those of the document's own act where it
    names none, or only a part of them ("администрации города" in a paper of "Администрация города Перми")."""
    own = next((citation for citation in citations if citation.is_own and citation.issuer), None)
    return [citation.issuer if own is None else _issuer(citation, own) for citation in citations]


def _issuer(citation: Citation, own: Citation) -> str | None:
    is_same_sort = citation.type == own.type or {citation.type, own.type} <= SILENT
    if citation.kind != own.kind or not is_same_sort:
        return citation.issuer
    if citation.issuer is None:
        return own.issuer
    words = frozenset(_lemmas(citation.issuer))
    return own.issuer if words < frozenset(_lemmas(own.issuer or "")) else citation.issuer


@lru_cache(maxsize=4096)
def issuer_key(issuer: str | None, kind: str = "", region: str | None = None) -> str | None:
    """An issuer in any case as one key: a known authority's id, else its words in the dictionary form as a slug. The
    body of a region goes without the region's name, which the act's key holds already.

    >>> issuer_key("Администрации города Перми") == issuer_key("АДМИНИСТРАЦИЯ ГОРОДА ПЕРМИ")
    True
    >>> issuer_key("Правительства Самарской области", "regional_resolution", "RU-SAM")
    'pravitelstvo'
    >>> issuer_key("Правительства области", "regional_resolution", "RU-SAM")
    'pravitelstvo'
    """
    if not issuer:
        return None
    known = _authorities().get(_dictionary_form(issuer))
    if known is None and kind in {"regional_resolution", "municipal"} and region is not None:
        rest = _without_region(issuer, region)
        if kind == "regional_resolution":
            rest = " ".join(word for word in re.findall(r"\w+", rest) if lemma(word) not in OF_REGION)
        return _dictionary_form(rest) or _dictionary_form(issuer) or None
    return known or _dictionary_form(issuer) or None


def union_key(issuer: str) -> str:
    """A body of a union of states as a key: its council and its collegium count their decisions apart.

    >>> union_key("Коллегии ЕЭК") == union_key("Коллегии Евразийской экономической комиссии")
    True
    """
    return _dictionary_form(re.sub(r"(?<!\w)ЕЭК(?!\w)", "Евразийской экономической комиссии", issuer))


def region_of_capital(issuer: str | None) -> str | None:
    """The ISO code of the subject whose capital the issuer is of, where no other town has that name.

    >>> region_of_capital("администрации города Перми"), region_of_capital("администрации города Кирова")
    ('RU-PER', None)
    """
    of_city = _OF_CITY.search(_dictionary_form(issuer)) if issuer else None
    if of_city is None:
        return None
    name = f"{of_city[1]}-"
    return next((iso for capital, iso in _capitals().items() if name.startswith(f"{capital}-")), None)


_OF_CITY = re.compile(r"(?:^|-)(?:gorod|gor|g)-(.+)")
_SHARED = frozenset({"Киров", "Благовещенск"})
"""Capitals whose name another town has: in Kaluga Oblast and in Bashkortostan."""


@cache
def _capitals() -> Mapping[str, str]:
    """The ISO codes of the federal subjects by the dictionary form of their capitals."""
    regions = [region for region in vocabulary().regions if region.kind != "svod:FederalCity"]
    return {_dictionary_form(one.capital_ru): one.iso for one in regions if one.capital_ru not in _SHARED}


def _without_region(issuer: str, region: str) -> str:
    for name in reversed(find_names(issuer)):
        if name.iso == region:
            issuer = f"{issuer[: name.start]} {issuer[name.end :]}"
    return issuer


def _lemmas(name: str) -> list[str]:
    return [lemma(word) for word in re.findall(r"\w+", name)]


def _dictionary_form(name: str) -> str:
    return slug(" ".join(_lemmas(name)))


@cache
def _authorities() -> Mapping[str, str]:
    """The ids of the authorities by the dictionary form of each of their names."""
    return {_dictionary_form(name): authority.id for authority in vocabulary().authorities for name in authority.names}
