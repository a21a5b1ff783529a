"""Where a span stands, exactly: the page, the text as it stands there, and the boxes that hold those characters."""

from dataclasses import dataclass

from ingest.document import Box


@dataclass(frozen=True, slots=True)
class Passage:
    """One contiguous span of one page.

    `quote` is the page's text at `start:end` (page offsets); text and HTML have no boxes.
    """

    page: int
    start: int
    end: int
    quote: str
    boxes: tuple[Box, ...] = ()
