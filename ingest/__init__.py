"""Bytes in, Document out.

`read` returns a text in which every character has a place, or refuses with a reason (`ingest.errors`); `locate` finds
the boxes of spans; `collect` lists what paths name.
"""

from ingest.document import Document, Span
from ingest.locate import locate
from ingest.passage import Passage
from ingest.readers import read
from ingest.sources import collect

__all__ = ["Document", "Passage", "Span", "collect", "locate", "read"]
