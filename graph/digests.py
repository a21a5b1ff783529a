"""Identifiers that are digests of what they name: the same on every machine."""

import hashlib
from collections.abc import Sequence

from pydantic_core import to_json
from pyoxigraph import Literal, NamedNode

Json = str | int | None | Sequence["Json"]
"""What digests are made of: no floats, which encoders write in different ways."""

SHORT = 16
"""Hex digits kept of a SHA-256: 64 bits; two of a million ids meet once in 37 million libraries."""


def digest(value: Json) -> str:
    """The first 16 hex digits of the SHA-256 of the value's JSON: UTF-8, no blanks, only what must be escaped is.

    >>> digest(["a", 1])
    '135f17a475a61afd'
    """
    return hashlib.sha256(to_json(value)).hexdigest()[:SHORT]


def term_key(term: NamedNode | Literal) -> Json:
    """A term as the digests write it: an IRI as itself, a literal as value, datatype and language."""
    if isinstance(term, NamedNode):
        return term.value
    return [term.value, term.datatype.value, term.language]
