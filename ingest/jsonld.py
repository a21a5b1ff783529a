"""JSON-LD of a page (W3C JSON-LD 1.1, 7.2): `<script type="application/ld+json">`, as described things."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ingest.described import DEEPEST, Leaf, Thing

WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)?\s*;?\s*$"
)
SPARE_COMMA = re.compile(r",(?=\s*[}\]])")
TAG = re.compile(r"<[^<>]{1,200}>")
MOST_LEAF = 1500  # characters: a longer value is a text of its own


def things_of(script: str) -> list[Thing]:
    """The things that one script describes: an object, an array of them, or a `@graph`. Raises ValueError.

    >>> thing = things_of('{"@type": "Organization", "name": "Кластер", "founder": [{"name": "А"}, "Б"],}')[0]
    >>> thing.type, [name for name, _ in thing.properties]
    ('Organization', ['name', 'founder', 'founder'])
    """
    bare = WRAPPED.sub("", script)
    try:
        try:
            data = json.loads(bare, strict=False)
        except ValueError:
            data = json.loads(SPARE_COMMA.sub("", bare), strict=False)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return [thing for thing in _values(data, 0) if isinstance(thing, Thing)]


def _values(data: Any, depth: int) -> Iterator[Leaf | Thing]:
    """What a JSON value stands for; nothing for null, true and false."""
    if depth > 2 * DEEPEST or isinstance(data, bool) or data is None:
        return
    if isinstance(data, list):
        for each in data:
            yield from _values(each, depth + 1)
    elif not isinstance(data, dict):
        text = _plain(str(data))
        if text:
            yield Leaf(text)
    elif "@value" in data:
        yield from _values(data["@value"], depth + 1)
    else:
        yield from _things(data, depth)


def _things(data: dict[str, Any], depth: int) -> Iterator[Thing]:
    properties = tuple(
        (_term(name), value)
        for name, values in data.items()
        if not name.startswith("@")
        for value in _values(values, depth + 1)
    )
    type_ = data.get("@type")
    kind = next((each for each in type_ if isinstance(each, str)), "") if isinstance(type_, list) else type_
    if properties or "@id" in data:
        yield Thing(_term(kind) if isinstance(kind, str) else "", str(data.get("@id", "")), properties)
    for value in _values(data.get("@graph"), depth + 1):
        if isinstance(value, Thing):
            yield value


def _term(name: str) -> str:
    """The last part of a name: `schema:founder` and `https://schema.org/founder` are `founder`."""
    return re.split(r"[:/#]", name)[-1]


def _plain(text: str) -> str:
    """A value without the markup that pages leave in it, white space collapsed."""
    return " ".join(TAG.sub(" ", unescape(text)).split())[:MOST_LEAF]
