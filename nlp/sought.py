"""Where the words stand that steps look for by their dictionary form: six words in a hundred."""

from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from nlp.gazetteers import authorities, concepts
from nlp.head_words import AUTHORITIES, CLUSTERS, COMMON_HEADS, INSTITUTIONS
from nlp.lookup import Lookup
from nlp.words import index_of, lemma_of, words

GROUPS = ("specializations", "sectors", "statuses", "programmes")
"""The groups of the vocabulary whose names are looked for."""


@cache
def sought() -> frozenset[str]:
    """Every dictionary form that is looked for."""
    gazetteers = (authorities(), *map(concepts, GROUPS))
    return frozenset().union(
        INSTITUTIONS, AUTHORITIES, COMMON_HEADS, CLUSTERS, *(gazetteer.first_words for gazetteer in gazetteers)
    )


def places(doc: Doc) -> Mapping[str, Sequence[int]]:
    """The indexes of the document's words by dictionary form, of those in `sought()`; computed once a document."""
    if "places" not in doc.user_data:
        doc.user_data["places"] = index_of(words(doc).texts, _lookup().__getitem__)
    found: Mapping[str, Sequence[int]] = doc.user_data["places"]
    return found


@cache
def _lookup() -> Lookup:
    return Lookup(sought(), lemma_of)
