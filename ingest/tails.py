"""A word that is broken over the end of a page is written whole on the page where it begins."""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.blocks import Part
from ingest.hyphens import HYPHENS, undone
from ingest.record import record

REST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[^\w\s]*(?: |$)")
"""The rest of a word at the head of a page, and the marks and the blank behind it."""


@record
class Tail:
    """What stands on the next page of the last word of this one: its `text`, which has no place on this page.

    `left_out` counts the hyphens at the end of this page that go, `taken` the characters at the head of the next one
    that are written here.
    """

    text: str
    left_out: int
    taken: int


def word_rest(last: Part, first: Part, is_written: Callable[[str], bool]) -> Tail | None:
    """The rest of the word that the `last` part of a page ends in the middle of; `first` begins the next page.

    None where no word is broken, or nothing would be left of the line that the rest stands on.
    """
    before, after = last.lines[-1].text, first.lines[0].text
    if before[-1:] not in HYPHENS:
        return None
    hyphen = undone(before, after, is_written)
    rest = REST.match(after)
    if hyphen is None or rest is None or rest.end() == len(after):
        return None
    return Tail(rest.group().rstrip(), 0 if hyphen else 1, rest.end())


def without_beginning(part: Part, count: int) -> Part:
    """The part without so many characters at its beginning."""
    line = part.lines[0]
    return replace(part, lines=(replace(line, text=line.text[count:], chars=line.chars[count:]), *part.lines[1:]))
