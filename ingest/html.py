"""An HTML page as a Document."""

import hashlib
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


def read_html(data: bytes, source: str, charset: str = "") -> Document:
    """The page's own content as one page of 0 × 0 points: navigation, scripts and banners left out. Raises NoText.

    `charset` is what the server says of it.
    """
    page = decode(data, charset, declared_charset(data))
    tree = LexborHTMLParser(page)
    markup = flowed(page, tree, marked_elements(page, tree))
    text = markup.text
    if not text.strip():
        raise NoText("this HTML page holds no text of its own: it may be filled in by a script")
    known = {pair.value for pair in markup.pairs}
    shown = [
        pair for pair in written_pairs(text, markup.blocks) if not any(_overlap(pair.value, span) for span in known)
    ]
    pairs = {bare(text, pair) for pair in (*markup.pairs, *shown, *table_pairs(text, markup.tables))}
    unseen = metadata_of(page, tree, text, pairs, markup.spans)
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


def _place(pair: Pair) -> tuple[int, int, int, int]:
    return pair.label.start, pair.label.end, pair.value.start, pair.value.end


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
