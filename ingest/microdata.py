"""Microdata (HTML Standard, 5) and RDFa Lite 1.1 of a page, as described things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ingest.described import DEEPEST, Leaf, Thing

ADDRESSED = {"a": "href", "link": "href", "area": "href", "object": "data", "data": "value", "meter": "value"}
SHOWN_ELSE = {"time": "datetime"}
REACHED = frozenset({"url", "website", "email", "telephone", "faxNumber"})
PICTURES = frozenset({"img", "audio", "video", "source", "iframe", "embed", "track"})
SCHEME = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)
MOST_LEAF = 1500  # characters: a longer value is a text of its own


@dataclass(frozen=True, slots=True)
class Words:
    """The attributes by which a way of writing marks a thing, its type, its address and its properties."""

    thing: str
    type: str
    id: str
    property: str


MICRODATA = Words("itemscope", "itemtype", "itemid", "itemprop")
RDFA = Words("typeof", "typeof", "resource", "property")


def things_in(root: LexborNode, words: Words) -> list[Thing]:
    """The things that no other thing of the page has as a property, in order."""
    return [
        _thing(node, words, 0)
        for node in root.css(f"[{words.thing}]")
        if not (words.property in node.attributes and _owner(node, words))
    ]


def _owner(node: LexborNode, words: Words) -> bool:
    """Whether the element stands inside a thing."""
    parent = node.parent
    while parent is not None:
        if words.thing in parent.attributes:
            return True
        parent = parent.parent
    return False


def _thing(node: LexborNode, words: Words, depth: int) -> Thing:
    attributes = node.attributes
    type_ = (attributes.get(words.type) or "").split()
    shown = _shown(node)
    return Thing(
        _term(type_[0]) if type_ else "",
        attributes.get(words.id) or "",
        tuple(_properties(node, words, depth)) if depth <= DEEPEST else (),
        Leaf(shown, node.mem_id) if any(letter.isalnum() for letter in shown) else None,
    )


def _properties(node: LexborNode, words: Words, depth: int) -> Iterator[tuple[str, Leaf | Thing]]:
    """The properties that stand below an element and belong to its thing."""
    pending = list(node.iter())
    while pending:
        child = pending.pop(0)
        attributes = child.attributes
        names = (attributes.get(words.property) or "").split()
        if words.thing in attributes:
            if names:
                thing = _thing(child, words, depth + 1)
                yield from ((_term(name), thing) for name in names)
            continue
        if names:
            for name in names:
                leaf = _leaf(child, _term(name))
                if leaf is not None:
                    yield _term(name), leaf
        pending[:0] = child.iter()


def _leaf(node: LexborNode, name: str) -> Leaf | None:
    """A property's value (HTML Standard, 5.2.4): the words that the page shows, else what its attribute says.

    Of a link the address counts where an address is asked for, else its words.
    """
    attributes, tag = node.attributes, node.tag or ""
    shown = _shown(node)
    if tag in PICTURES or len(shown) > MOST_LEAF:
        return None
    said = " ".join((attributes.get("content") or "").split())
    if tag in ADDRESSED:
        said = said or SCHEME.sub("", (attributes.get(ADDRESSED[tag]) or "").strip())
        if name in REACHED and said and _bare(said) not in _bare(shown):
            return Leaf(said)
    if any(letter.isalnum() for letter in shown):
        return Leaf(shown, node.mem_id)
    said = said or (attributes.get(SHOWN_ELSE.get(tag, "")) or "").strip()
    return Leaf(said) if said else None


def _shown(node: LexborNode) -> str:
    return " ".join((node.text(separator=" ") or "").split())


def _bare(address: str) -> str:
    """An address or number as it is compared: http://www.a.ru/ and "a.ru", tel:+7342… and "+7 342 …" are one."""
    return re.sub(r"[\W_]+", "", re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()))


def _term(name: str) -> str:
    return re.split(r"[:/#]", name.rstrip("/#"))[-1]
