"""What an HTML page says to machines, as text: `meta`, Open Graph, JSON-LD, Microdata and RDFa Lite.

Each thing that is described gets a block of kind `metadata` behind the page's own text: a line a field, its label and
its value. A value that the page shows anyway is not written again: its line is the label alone, and the pair's value is
where the page shows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.described import Item, Leaf, Thing, items_of, label_of
from ingest.document import Block, Pair, Span
from ingest.jsonld import things_of
from ingest.microdata import MICRODATA, RDFA, things_in
from ingest.parts import Element, Parts

NAMED = frozenset({"author", "copyright", "date", "description", "keywords", "publisher", "subject"})
"""Names of `meta` that speak of the content."""

PREFIXES = ("dc.", "dcterms.", "dc:", "dcterms:", "article:", "business:contact_data:", "place:", "profile:")
# fmt: off
OPEN_GRAPH = frozenset((
    "title", "description", "email", "phone_number", "fax_number", "street-address", "street_address", "locality",
    "region", "postal-code", "postal_code", "country-name", "country_name",
))
# fmt: on
"""Properties of Open Graph that describe what the page is about, not the picture or the site."""

DISTINCT = 12  # characters: a value so long does not stand in other words by chance
MOST_LEAF = 1500
LINE = re.compile(r"[^\s][^\n\t\f]*")
JSON_LD = "application/ld+json"


@dataclass(slots=True)
class Metadata:
    """What is put behind a page's text: `text` begins with the blank line; offsets are of the whole."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)


def marked_elements(source: str, page: Parts) -> list[Element]:
    """The elements that show a value of Microdata or RDFa."""
    if "itemprop" not in source and "typeof=" not in source:
        return []
    return [each for each in page.elements if "itemprop" in each.attributes or "property" in each.attributes]


def metadata_of(
    source: str, tree: LexborHTMLParser, page: Parts, text: str, pairs: Iterable[Pair], spans: Mapping[int, Span]
) -> Metadata:
    """What the page says to machines beyond its `text` and the `pairs` it shows.

    `spans` are the places of the elements that show a value, by their `mem_id`.
    """
    found = Metadata()
    head = list(tree.head.iter()) if tree.head is not None else []
    scripts = [node for node in head if node.tag == "script" and "type" in node.attributes]
    things = _scripted([*scripts, *page.scripts], found.findings)
    for attribute, words in (("itemscope", MICRODATA), ("typeof=", RDFA)):
        if tree.root is not None and attribute in source:
            things.extend(things_in(tree.root, words))
    items = [*_heads(head), *(items_of(things) if things else ())]
    if items:
        writer = _Writer(text, pairs, spans, found)
        for item in items:
            writer.write(item)
    return found


def _scripted(scripts: Sequence[LexborNode], findings: list[str]) -> list[Thing]:
    """The things that scripts describe, those of other types left out."""
    things: list[Thing] = []
    for number, script in enumerate(scripts, 1):
        if (script.attributes.get("type") or "").strip().lower().partition(";")[0] != JSON_LD:
            continue
        try:
            things.extend(things_of(script.text() or ""))
        except ValueError as error:
            findings.append(f"The page's structured data (JSON-LD, script {number}) is damaged: {error}.")
    return things


def _heads(head: Sequence[LexborNode]) -> Iterator[Item]:
    """What `meta` says of the page, and what Open Graph says of the thing that the page shows."""
    page: dict[tuple[str, str], None] = {}
    thing: dict[tuple[str, str], None] = {}
    for node in head:
        if node.tag != "meta":
            continue
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        is_open_graph = name.startswith("og:") and name[3:] in OPEN_GRAPH
        if not is_open_graph and name not in NAMED and not name.startswith(PREFIXES):
            continue
        value = " ".join((attributes.get("content") or "").split())[:MOST_LEAF]
        if not value or not any(letter.isalnum() for letter in value):
            continue
        if is_open_graph:
            thing["name" if name == "og:title" else label_of(name), value] = None
        elif name in NAMED or not value.startswith(("http:", "https:")):
            page[label_of(name), value] = None
    if not page and not thing:
        return
    told = {value for _, value in page}
    own = [(label, value) for label, value in thing if label == "name" or value not in told]
    for fields in (list(page), own):
        if any(label != "name" for label, _ in fields):
            yield Item("", tuple((label, Leaf(value)) for label, value in fields))


class _Writer:
    """Writes items behind a text, each value once."""

    def __init__(self, text: str, pairs: Iterable[Pair], spans: Mapping[int, Span], found: Metadata) -> None:
        self._text = text
        self._spans = spans
        self._found = found
        self._labelled = {_same(text[pair.value.start : pair.value.end]) for pair in pairs}
        self._lines: dict[str, Span] = {}
        for match in LINE.finditer(text):
            self._lines.setdefault(_same(match.group()), Span(*match.span()))

    def write(self, item: Item) -> None:
        """One block, unless the item says nothing that the page does not say to people."""
        fields = [
            (label, leaf.text, self._place(leaf))
            for label, leaf in item.fields
            if label == "name" or _same(leaf.text) not in self._labelled
        ]
        said = [place for label, _, place in fields if label != "name"]
        if not said or (not item.type and None not in said):
            return
        start = at = len(self._text) + len(self._found.text) + 2
        lines = [label_of(item.type)] if item.type else []
        at += len(lines[0]) + 1 if lines else 0
        for label, value, place in fields:
            lines.append(label if place is not None else f"{label}: {value}")
            name = Span(at, at + len(label))
            at += len(lines[-1]) + 1
            self._found.pairs.append(Pair(name, place or Span(name.end + 2, at - 1)))
            self._lines.setdefault(_same(value), self._found.pairs[-1].value)
        self._found.text += "\n\n" + "\n".join(lines)
        self._found.blocks.append(Block("metadata", start, at - 1))

    def _place(self, leaf: Leaf) -> Span | None:
        """Where the page shows a value: its element, a line or cell of its own, or words too many for chance."""
        span = self._spans.get(leaf.element)
        if span is not None and span.start < span.end:
            return span
        line = self._lines.get(_same(leaf.text))
        if line is not None:
            return line
        at = self._text.find(leaf.text) if len(leaf.text) >= DISTINCT else -1
        return Span(at, at + len(leaf.text)) if at >= 0 else None


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()
