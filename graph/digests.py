"""Identifiers that are digests of what they name: the same on every machine."""

import hashlib
import json
from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

Json = str | int | float | None | Sequence["Json"]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SHORT = 16
"""Hex digits kept of a SHA-256: 64 bits; two of a million ids meet once in 37 million libraries."""


def digest(value: Json) -> str:
    """The first 16 hex digits of the SHA-256 of the value's canonical JSON.

    >>> digest(["a", 1])
    '135f17a475a61afd'
    """
    return hashlib.sha256(_JSON.encode(value).encode()).hexdigest()[:SHORT]


def term_key(term: NamedNode | Literal) -> Json:
    """A term as the digests write it: an IRI as itself, a literal as value, datatype and language."""
    if isinstance(term, NamedNode):
        return term.value
    return [term.value, term.datatype.value, term.language]
