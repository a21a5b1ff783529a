"""What a page tells machines of the things it is about: described things in, labelled fields of each out.

The vocabulary is schema.org's, whichever way it is written down (`ingest/jsonld.py`, `ingest/microdata.py`): a thing
has a type and properties, a property's value is text or another thing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

NAMES = ("name", "headline", "title", "legalName")
"""What a thing is called by, the best first."""

FRAMES = frozenset(
    [
        "BreadcrumbList",
        "ImageObject",
        "SearchAction",
        "SiteNavigationElement",
        "WPFooter",
        "WPHeader",
        "WPSideBar",
        "WebSite",
    ]
)
"""Types of what stands around the content; they and what they hold are left out."""

PARTS = frozenset({"ContactPoint", "ListItem", "ItemList", "PostalAddress", "PropertyValue", "QuantitativeValue"})
"""Types of things that are only a value, or a list, of another."""

ADDRESS = ("postalCode", "addressCountry", "addressRegion", "addressLocality", "postOfficeBoxNumber", "streetAddress")
LISTED = frozenset({"item", "itemListElement", "hasPart", "mainEntity"})
# fmt: off
TECHNICAL = frozenset((
    "acceptedPaymentMethod", "breadcrumb", "contentUrl", "geo", "hasMap", "image", "inLanguage", "isPartOf", "logo",
    "mainEntityOfPage", "potentialAction", "position", "priceRange", "query", "sameAs", "target", "thumbnailUrl",
))
# fmt: on
"""Properties that say nothing to a person, or nothing of the thing."""

ADDRESSES_OF_THE_WEB = frozenset({"url", "website", "email"})
LINK = re.compile(r"(?:https?:)?//\S+$", re.IGNORECASE)
IDENTIFIER = re.compile(r"[A-Za-z0-9_\-.:/#]+")
DUBLIN_CORE = re.compile(r"^dc(?:terms)?\.", re.IGNORECASE)
EDGE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_.]+|(?<=\w\w)-")  # "E-mail" is one word
DEEPEST = 8  # things inside each other; real descriptions stay below 5
MOST_FIELDS = 400  # of a page: a register on one page has them in its table


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is text; `element` is the `mem_id` of the element that shows it, 0 where none does."""

    text: str
    element: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is described: its type and the name others refer to it by (both may be empty), its properties.

    `shown` is what the page shows in its place.
    """

    type: str
    id: str
    properties: tuple[tuple[str, "Leaf | Thing"], ...]
    shown: Leaf | None = None

    def of(self, name: str) -> "Iterator[Leaf | Thing]":
        """The values of one property."""
        return (value for own, value in self.properties if own == name)


@dataclass(frozen=True, slots=True)
class Item:
    """The fields of one thing, in order: their label in plain words, and the value."""

    type: str
    fields: tuple[tuple[str, Leaf], ...]


def items_of(things: Sequence[Thing]) -> list[Item]:
    """One item for each thing that says something of itself, what stands inside another behind it."""
    known = {thing.id: thing for thing in _walk(things) if thing.id and thing.properties}
    items: list[Item] = []
    count = 0
    for thing in _walk(things):
        if thing.type in PARTS - {"PostalAddress"} or count > MOST_FIELDS:
            continue
        fields = tuple(dict.fromkeys(_fields(thing, known)))
        is_said = any(label != "name" for label, _ in fields)
        if is_said and Item(thing.type, fields) not in items:
            items.append(Item(thing.type, fields))
            count += len(fields)
    return items


def label_of(name: str) -> str:
    """A property's name in plain words; a name that is in plain words stays.

    >>> label_of("numberOfEmployees"), label_of("og:phone_number"), label_of("schema:taxID"), label_of("Регион")
    ('number of employees', 'phone number', 'tax ID', 'Регион')
    """
    if not IDENTIFIER.fullmatch(name):
        return name
    words = EDGE.sub(" ", re.split(r"[:/#]", DUBLIN_CORE.sub("", name))[-1]).split()
    return " ".join(word if len(word) > 1 and word.isupper() else word.lower() for word in words)


def _walk(things: Sequence[Thing], depth: int = 0) -> Iterator[Thing]:
    for thing in things:
        if thing.type in FRAMES or depth > DEEPEST:
            continue
        yield thing
        inner = [value for name, value in thing.properties if isinstance(value, Thing) and name not in TECHNICAL]
        # An address, a way to be reached and a number are fields of the thing that has them.
        yield from _walk([each for each in inner if each.type not in PARTS or _is_list(each)], depth + 1)


def _is_list(thing: Thing) -> bool:
    return thing.type in ("ListItem", "ItemList")


def _fields(thing: Thing, known: Mapping[str, Thing], depth: int = 0) -> Iterator[tuple[str, Leaf]]:
    """The labelled texts of a thing, its name first."""
    name = _name(thing)
    if name is not None and depth == 0:
        yield "name", name
    if thing.type == "PostalAddress" and depth == 0:
        return
    for property_, value in thing.properties:
        if property_ in TECHNICAL or property_ in LISTED or value is name:
            continue
        if isinstance(value, Leaf):
            if value.text and (property_ in ADDRESSES_OF_THE_WEB or not LINK.match(value.text)):
                yield label_of(property_), value
        elif depth <= DEEPEST and value.type not in FRAMES:
            yield from _of_thing(property_, known.get(value.id, value) if not value.properties else value, known, depth)


def _of_thing(property_: str, value: Thing, known: Mapping[str, Thing], depth: int) -> Iterator[tuple[str, Leaf]]:
    """What a property says whose value is a thing: an address as one line, a number, else the thing's name."""
    address = next((each for each in value.of("address") if isinstance(each, Thing)), None)
    if _is_address(value):
        yield "address" if property_ != "location" else label_of(property_), _address(value)
    elif value.type == "ContactPoint":
        yield from (field for field in _fields(value, known, depth + 1) if field[0] != "contact type")
    elif value.type in ("QuantitativeValue", "PropertyValue"):
        yield from _quantity(property_, value)
    elif (name := _name(value)) is not None:
        yield label_of(property_), name
    elif address is not None:
        yield label_of(property_), _address(address)


def _quantity(property_: str, value: Thing) -> Iterator[tuple[str, Leaf]]:
    """A number with its unit; a named value ("ИНН": "5902…") by its own name."""
    named = next((each for key in ("name", "propertyID") for each in value.of(key)), None)
    said = next((each for key in ("value", "minValue") for each in value.of(key) if isinstance(each, Leaf)), None)
    unit = next((each for each in value.of("unitText") if isinstance(each, Leaf)), None)
    if said is not None and said.text:
        label = named.text if isinstance(named, Leaf) and value.type == "PropertyValue" else property_
        yield label_of(label), Leaf(f"{said.text} {unit.text}", 0) if unit is not None and unit.text else said


def _is_address(thing: Thing) -> bool:
    return thing.type == "PostalAddress" or any(True for _ in thing.of("streetAddress"))


def _address(thing: Thing) -> Leaf:
    """An address as the page shows it, else its parts as one line, from the code to the house."""
    if thing.shown is not None:
        return thing.shown
    parts = [value for name in ADDRESS for value in thing.of(name)]
    named = [part if isinstance(part, Leaf) else _name(part) for part in parts]
    leaves = [leaf for leaf in named if leaf is not None and leaf.text]
    return leaves[0] if len(leaves) == 1 else Leaf(", ".join(leaf.text for leaf in leaves))


def _name(thing: Thing) -> Leaf | None:
    for name in NAMES:
        for value in thing.of(name):
            if isinstance(value, Leaf) and value.text:
                return value
    return None
