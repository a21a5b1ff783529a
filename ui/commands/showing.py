"""`svod show`: a page as it was read, painted on its image."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.output import emit_bytes, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest import Document
    from ingest.document import Claims
    from nlp.mention import Mention


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `show`."""
    show = commands.add_parser("show", parents=[shared], help="paint what was read on the image of a page")
    show.add_argument("document", metavar="DOCUMENT", help="a file, or the id of a document of the library")
    show.add_argument("page", metavar="PAGE", type=int, help="the page's number, from 1")
    show.add_argument("-o", "--output", metavar="FILE", help="the PNG to write (default: standard output)")
    show.add_argument("--scale", type=float, default=2.0, help="pixels a point (default 2, which is 144 dpi)")
    show.add_argument("--no-mentions", action="store_true", help="leave the mentions out, which takes less time")
    show.add_argument("--password", help="opens an encrypted PDF; it is kept nowhere")
    show.set_defaults(run=run_show)


def run_show(arguments: argparse.Namespace) -> int:
    """Paint one page: blocks in their order, lines, cells, mentions."""
    from ingest import Span
    from ingest.show import Mark, painted

    if arguments.output is None and sys.stdout.isatty():
        say("svod show: name a file with -o, or send the PNG elsewhere; this is a terminal")
        return 2
    data, document, mentions = opened(arguments)
    if not 1 <= arguments.page <= len(document.pages):
        say(f"svod show: {arguments.document} has pages 1 to {len(document.pages)}, not {arguments.page}")
        return 2
    marks = [Mark(Span(mention.start, mention.end), mention.type) for mention in mentions]
    picture = painted(data, document, arguments.page, marks, scale=arguments.scale, password=arguments.password)
    if arguments.output is None:
        emit_bytes([picture])
    else:
        Path(arguments.output).write_bytes(picture)
        say(f"wrote {arguments.output}: page {arguments.page} of {len(document.pages)}")
    for finding in (*_claimed(document.claims), *document.findings):
        say(finding)
    return 0


def _claimed(claims: "Claims") -> list[str]:
    """What a file says of itself, a line each: of title, authors, dates and PDF/A level those that it gives."""
    said = {
        "title": claims.title,
        "authors": ", ".join(claims.authors),
        "created": claims.created,
        "modified": claims.modified,
        "conforms to": claims.conforms_to,
    }
    return [f"the file says: {name} {value}" for name, value in said.items() if value]


def opened(arguments: argparse.Namespace) -> "tuple[bytes, Document, Sequence[Mention]]":
    """The bytes, the Document and the mentions of a file, or of what the library holds under that id."""
    path = Path(arguments.document)
    if not path.is_file():
        from ui.snapshots import current

        snapshot = current(Path(arguments.library))
        name = arguments.document if "/" in arguments.document else f"document/{arguments.document}"
        kept = snapshot.edition(name).extract
        return snapshot.data(name), kept.document, () if arguments.no_mentions else kept.mentions
    from ingest import read

    data = path.read_bytes()
    document = read(data, arguments.document, arguments.password)
    if arguments.no_mentions:
        return data, document, ()
    from nlp import annotate

    return data, document, annotate(document)._.mentions
