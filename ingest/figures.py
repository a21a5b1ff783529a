"""Lines that are figures: numbers with their units, and big ones that stand above or beside what they count."""

import re
from collections.abc import Sequence

from ingest.lines import Line

BIG = 1.35  # times its neighbour's height: a number set that much larger is a callout
NUMBER = re.compile(r"^[<>≈~+\-–−]?[\d.,\s\u00a0]+\+?\s?(?:%|[KkМмКк]|тыс|(?:мл|млр|трл)[нд]|mln|bln|bn)?\+?\.?$")
FIGURE = re.compile(r"^[<>≈~+$€₽№]?\s?\d")
FIGURE_REACH = 20  # characters


def is_number(text: str) -> bool:
    """Whether the text is a number, perhaps with a sign and a unit.

    >>> is_number("1 234,5"), is_number("+94 %"), is_number("1,3 млрд"), is_number("94 заявки")
    (True, True, True, False)
    """
    return not text[:1].isalpha() and NUMBER.match(text) is not None


def is_figure(line: Line) -> bool:
    """A number, with a short unit perhaps: "893 mln RUB"."""
    text = line.text
    if text[:1].isalpha():
        return False
    return bool(NUMBER.match(text)) or (len(text) <= FIGURE_REACH and bool(FIGURE.match(text)))


def is_callout(column: Sequence[Line]) -> bool:
    """A big number above its label, or below it."""
    *others, second, largest = sorted([0.0, *[line.size for line in column]])
    if not others or largest <= BIG * second:
        return False
    ends = (min(column, key=lambda line: line.middle), max(column, key=lambda line: line.middle))
    return any(line.size == largest and is_figure(line) for line in ends)
