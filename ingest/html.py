"""An HTML page as a Document."""

import hashlib
from pathlib import PurePath

from ingest.charset import declared_charset, decode
from ingest.document import Document, Page, Span
from ingest.errors import NoText
from ingest.language import language
from ingest.markup import flowed
from ingest.media import HTML
from ingest.pairs import table_pairs, written_pairs


def read_html(data: bytes, source: str, charset: str = "") -> Document:
    """The page's own content as one page of 0 × 0 points: navigation, scripts and banners left out. Raises NoText.

    `charset` is what the server says of it.
    """
    markup = flowed(decode(data, charset, declared_charset(data)))
    text = markup.text
    if not text.strip():
        raise NoText("this HTML page holds no text of its own: it may be filled in by a script")
    known = {pair.value for pair in markup.pairs}
    shown = [
        pair for pair in written_pairs(text, markup.blocks) if not any(_overlap(pair.value, span) for span in known)
    ]
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        media_type=HTML,
        title=markup.title or PurePath(source).stem,
        language=language(text),
        text=text,
        pages=(Page(1, 0.0, 0.0, 0, len(text)),),
        blocks=tuple(markup.blocks),
        tables=tuple(markup.tables),
        pairs=tuple(
            sorted(
                {*markup.pairs, *shown, *table_pairs(text, markup.tables)}, key=lambda pair: (pair.label, pair.value)
            )
        ),
    )


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
