"""One page as laid out, before its text is composed."""

from dataclasses import dataclass

from ingest.blocks import Part


@dataclass(frozen=True, slots=True)
class Sheet:
    """Its number from 1, its size in points, its blocks in reading order, and why it could not be read, if so."""

    number: int
    width: float
    height: float
    parts: tuple[Part, ...] = ()
    finding: str = ""
