"""One source as read and understood in one way: what is handed to the ledger."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import zstandard
from pydantic import TypeAdapter

from ingest.document import Document, Span
from ingest.passage import Passage
from ingest.version import READER
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.mention import Attribute, Mention
from nlp.statement import Statement
from nlp.version import EXTRACTOR
from ontology.triples import FILES, FOLDER

LEVEL = 6  # zstd: 3 saves little time here, 9 saves little room

Passages = Mapping[Span, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Edition:
    """What one document states, and where. `passages` has an entry for every span that a statement rests on.

    `source` is the path or URL as the library keeps it, `key` says which bytes were read by which versions.
    """

    extract: Extract
    passages: Passages
    source: str
    key: str

    @property
    def id(self) -> str:
        """The document's id below the base."""
        return self.extract.document.id

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.extract.document


@cache
def vocabulary_digest() -> str:
    """The first 16 hex digits of the SHA-256 of the vocabulary's files."""
    total = hashlib.sha256()
    for name in FILES:
        total.update((FOLDER / name).read_bytes() + b"\0")
    return total.hexdigest()[:16]


def edition_key(digest: str, capabilities: str = "none") -> str:
    """What must be equal for an edition to be skipped: bytes, reader, extractor, vocabulary, capabilities (OCR…).

    >>> edition_key("ab12").split()[0]
    'bytes=ab12'
    """
    parts = {"bytes": digest, "reader": READER, "extractor": EXTRACTOR, "vocabulary": vocabulary_digest()}
    return " ".join(f"{name}={value}" for name, value in {**parts, "capabilities": capabilities}.items())


def what_changed(old: str, new: str) -> str:
    """Which parts of two keys differ, in words.

    >>> what_changed("bytes=a reader=1", "bytes=a reader=2")
    'new reader'
    """
    before = dict(part.partition("=")[::2] for part in old.split())
    after = dict(part.partition("=")[::2] for part in new.split())
    return ", ".join(f"new {name}" for name in after if before.get(name) != after[name])


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention whose attributes are plain JSON: pydantic does not take the recursive type of `Mention.attributes`."""

    type: str
    start: int
    end: int
    text: str
    id: str | None
    attributes: dict[str, Any]
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Edition:
    document: Document
    mentions: tuple[_Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    passages: tuple[tuple[Span, tuple[Passage, ...]], ...]
    source: str
    key: str


_EDITION = TypeAdapter(_Edition)


def dump(edition: Edition) -> bytes:
    """The edition as compressed JSON; equal editions give equal bytes."""
    extract = edition.extract
    shown = _Edition(
        document=extract.document,
        mentions=tuple(_shown(mention) for mention in extract.mentions),
        entities=extract.entities,
        statements=extract.statements,
        passages=tuple(sorted(edition.passages.items())),
        source=edition.source,
        key=edition.key,
    )
    return zstandard.ZstdCompressor(level=LEVEL).compress(_EDITION.dump_json(shown))


def load(data: bytes) -> Edition:
    """The edition that `dump` was given. Raises `zstandard.ZstdError` or `pydantic.ValidationError` on other bytes."""
    shown = _EDITION.validate_json(zstandard.ZstdDecompressor().decompress(data))
    mentions = tuple(_mention(mention) for mention in shown.mentions)
    extract = Extract(shown.document, mentions, shown.entities, shown.statements)
    return Edition(extract, dict(shown.passages), shown.source, shown.key)


def _shown(mention: Mention) -> _Mention:
    return _Mention(
        mention.type,
        mention.start,
        mention.end,
        mention.text,
        mention.id,
        dict(mention.attributes),
        mention.score,
        mention.rule,
    )


def _mention(shown: _Mention) -> Mention:
    attributes = {name: _frozen(value) for name, value in shown.attributes.items()}
    return Mention(shown.type, shown.start, shown.end, shown.text, shown.id, attributes, shown.score, shown.rule)


def _frozen(value: Any) -> Attribute:
    """JSON's lists as the tuples that attributes hold."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {name: _frozen(item) for name, item in value.items()}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{value!r} is no attribute")
