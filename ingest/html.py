"""An HTML page as a Document."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import PurePath

from selectolax.lexbor import LexborHTMLParser

from ingest.charset import declared_charset, decode
from ingest.document import Document, Page, Pair, Span
from ingest.errors import NoText
from ingest.language import language
from ingest.markup import flowed
from ingest.media import HTML
from ingest.metadata import marked_elements, metadata_of
from ingest.pairs import bare, table_pairs, written_pairs
from ingest.parts import parts_of


def read_html(data: bytes, source: str, charset: str = "") -> Document:
    """The page's own content as one page of 0 × 0 points: navigation, scripts and banners left out. Raises NoText.

    `charset` is what the server says of it.
    """
    written = decode(data, charset, declared_charset(data))
    tree = LexborHTMLParser(written)
    page = parts_of(tree.body)
    marked = marked_elements(written, page)
    markup = flowed(written, tree, page, marked)
    text = markup.text
    if not text.strip():
        raise NoText("this HTML page holds no text of its own: it may be filled in by a script")
    spans = {each.node.mem_id: Span(*markup.places[each]) for each in marked if each in markup.places}
    written_out = _unmarked(written_pairs(text, markup.blocks), spans.values())
    shown = (*markup.pairs, *_apart(written_out, markup.pairs), *table_pairs(text, markup.tables))
    pairs = {bare(text, pair) for pair in shown}
    unseen = metadata_of(written, tree, page, text, pairs, spans)
    whole = text + unseen.text
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=HTML,
        title=markup.title or PurePath(source).stem,
        language=language(text),
        text=whole,
        pages=(Page(1, 0.0, 0.0, 0, len(whole)),),
        blocks=(*markup.blocks, *unseen.blocks),
        tables=tuple(markup.tables),
        pairs=tuple(sorted(pairs.union(unseen.pairs), key=_place)),
        findings=tuple(unseen.findings),
    )


def _unmarked(pairs: Iterable[Pair], marked: Iterable[Span]) -> Iterator[Pair]:
    """The pairs, no number among them that what follows it would count but whose markup says what it is."""
    known = set(marked)
    return (pair for pair in pairs if pair.label.start < pair.value.start or pair.value not in known)


def _apart(pairs: Iterable[Pair], known: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs whose value shares no character with that of a known one."""
    taken = sorted((pair.value.start, pair.value.end) for pair in known)
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max))  # of all that begin no later
    for pair in pairs:
        before = bisect_left(starts, pair.value.end)
        if before == 0 or ends[before - 1] <= pair.value.start:
            yield pair


def _place(pair: Pair) -> tuple[int, int, int, int]:
    return pair.label.start, pair.label.end, pair.value.start, pair.value.end
