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
    if known is None and kind == "regional_resolution" and region is not None:
        return _dictionary_form(_without_region(issuer, region)) or _dictionary_form(issuer) or None
    return known or _dictionary_form(issuer) or None


def _without_region(issuer: str, region: str) -> str:
    for name in reversed(find_names(issuer)):
        if name.iso == region:
            issuer = f"{issuer[: name.start]} {issuer[name.end :]}"
    words = re.findall(r"\w+", issuer)
    return " ".join(word for word in words if lemma(word) not in OF_REGION)


def _lemmas(name: str) -> list[str]:
    return [lemma(word) for word in re.findall(r"\w+", name)]


def _dictionary_form(name: str) -> str:
    return slug(" ".join(_lemmas(name)))


@cache
def _authorities() -> Mapping[str, str]:
    """The ids of the authorities by the dictionary form of each of their names."""
    return {_dictionary_form(name): authority.id for authority in vocabulary().authorities for name in authority.names}
