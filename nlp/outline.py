"""What stands above what: the blocks of a document in order, and which of them title what follows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.document import Block, Document, Span

BLANK_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*|\f\s*")
TITLE_WORDS = 18  # words of the longest slide title of the seeds is 15
LONGEST_TITLE = 1500  # characters of a title, blanks and markup included
STOPS = (".", ";", ",", ":", "!", "?")
LETTER = re.compile(r"[^\W\d_]")
TITLE_END = re.compile(r"[.;,:!?][»\"”)*]*$")
ONLY_NUMBER = re.compile(r"[\W\d_]*")


@dataclass(frozen=True, eq=False)
class Outline:
    """The blocks of a document, in order of place, none inside another."""

    document: Document
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def index_at(self, offset: int) -> int:
        """The number of the block at or before `offset`, -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`."""
        at = self.index_at(offset)
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None

    def text_of(self, block: Block) -> str:
        """The block's text with blanks collapsed and markup left out."""
        return flat(self.document.text[block.start : block.end])

    def is_title(self, block: Block) -> bool:
        """Whether the block, one of the outline's, titles what follows: a heading, or a short line that is no sentence,
        item or number."""
        return block.start in self._title_starts

    def _titles_what_follows(self, block: Block) -> bool:
        if block.kind == "heading":
            return True
        if block.kind != "paragraph" or self.document.text[block.start : block.end].rstrip()[-1:] in STOPS:
            return False
        if block.end - block.start > LONGEST_TITLE:
            return False
        text = self.text_of(block)
        first = LETTER.search(text)
        return (
            first is not None
            and first.start() < 3
            and first[0].isupper()
            and len(text.split()) <= TITLE_WORDS
            and TITLE_END.search(text) is None
            and "\t" not in self.document.text[block.start : block.end]
        )

    def titles_before(self, offset: int, reach: int = 1) -> Iterator[Block]:
        """The titles above `offset`, nearest first: those of its page, then those of at most `reach` pages before."""
        page = self.document.page_at(offset).number
        for at in range(bisect_left(self._titles, offset, key=lambda block: block.start) - 1, -1, -1):
            block = self._titles[at]
            if self.document.page_at(block.start).number < page - reach:
                return
            if block.end <= offset:
                yield block

    @cached_property
    def _titles(self) -> Sequence[Block]:
        return [block for block in self.blocks if self._titles_what_follows(block)]

    @cached_property
    def _title_starts(self) -> frozenset[int]:
        return frozenset(block.start for block in self._titles)


def flat(text: str) -> str:
    """The text with runs of blanks as one and emphasis marks left out.

    >>> flat("about\\n**125**  clusters")
    'about 125 clusters'
    """
    return " ".join(text.replace("**", "").replace("__", "").split())


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document by its identity: what a document holds takes as long to hash as to read."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document


def outline_of(document: Document) -> Outline:
    """The outline; a document without blocks is cut at its blank lines."""
    return _outline(_Same(document))


@lru_cache(maxsize=4)
def _outline(same: _Same) -> Outline:
    document = same.document
    blocks: list[Block] = []
    for block in sorted(document.blocks or tuple(_paragraphs(document)), key=lambda block: (block.start, -block.end)):
        if (not blocks or block.start >= blocks[-1].end) and block.start < block.end:
            blocks.append(block)
    return Outline(document, tuple(blocks), tuple(block.start for block in blocks))


def _paragraphs(document: Document) -> Iterator[Block]:
    start = 0
    for gap in (*BLANK_LINE.finditer(document.text), None):
        end = gap.start() if gap else len(document.text)
        part = Span(start, end)
        text = document.text[part.start : part.end]
        lead = len(text) - len(text.lstrip())
        if text.strip():
            yield Block("paragraph", part.start + lead, part.start + len(text.rstrip()))
        start = gap.end() if gap else end
