"""A Document as kept in the library's `read/`: JSON, compressed. `load(dump(document)) == document`."""

import zstandard
from pydantic import TypeAdapter

from ingest.document import Document

LEVEL = 6  # zstd: 3 saves little time here, 9 saves little room

_DOCUMENT = TypeAdapter(Document)


def dump(document: Document) -> bytes:
    """The document's JSON, zstd-compressed; equal documents give equal bytes."""
    return zstandard.ZstdCompressor(level=LEVEL).compress(_DOCUMENT.dump_json(document))


def load(data: bytes) -> Document:
    """The document that `dump` was given. Raises `zstandard.ZstdError` or `pydantic.ValidationError` on other bytes."""
    return _DOCUMENT.validate_json(zstandard.ZstdDecompressor().decompress(data))
