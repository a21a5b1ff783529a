"""Where statements stand on a page."""

import json
from collections.abc import Sequence

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ingest.document import Box
from ui.selecting import Term, select

BOXES = """
SELECT DISTINCT ?document ?statement ?page ?boxes WHERE {
  GRAPH ?document { ?statement ?role ?passage . ?passage svod:page ?page ; svod:boxes ?boxes }
}"""


def boxes_on_page(snapshot: Snapshot, document: str, page: int, statements: Sequence[str]) -> tuple[Box, ...]:
    """The boxes of every passage of the statements (hex digits of their ids) on that page, each once."""
    found: dict[Box, None] = {}
    for statement in statements:
        given: dict[str, Term] = {
            "document": snapshot.iri(document),
            "statement": snapshot.iri(f"statement/{statement}"),
            "page": ox.Literal(page),
        }
        for row in select(snapshot, BOXES, **given):
            for x0, y0, x1, y1 in json.loads(row["boxes"].value):
                found[(x0, y0, x1, y1)] = None
    return tuple(found)
