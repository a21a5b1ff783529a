"""Passages in the text of their page, and the statements that stand on a page."""

import re
from collections.abc import Iterable, Sequence
from html import escape

AROUND = 160  # characters of the page's text shown before and after a passage: about two lines
LINES = 2  # lines of it at most: those of cards are short, and what states the fact has to be in sight
BREAK = re.compile(r"(\s*\n\s*)")
CUT_BEFORE, CUT_AFTER = re.compile(r"\A\S+"), re.compile(r"\S+\Z")  # the word that an edge cuts


def in_context(text: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> str:
    """The text around the spans as HTML, the spans marked; what is left out shows as "…".

    >>> in_context("one two three", [(4, 7)], around=3)
    '… <mark>two</mark> …'
    >>> in_context("one two three", [(0, 3), (8, 13)], around=1)
    '<mark>one</mark> … <mark>three</mark>'
    >>> in_context("one\\ntwo or so\\nthree", [(0, 3), (14, 19)], around=1)
    '<mark>one</mark>\\n…\\n<mark>three</mark>'
    """
    marked = joined(spans)
    return _shown(text, marked, joined(_window(text, *span, around) for span in marked))


def whole(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The whole text as HTML, the spans marked.

    >>> whole("one two", [(4, 7)])
    'one <mark>two</mark>'
    """
    return _shown(text, joined(spans), [(0, len(text))])


def _shown(text: str, marked: Sequence[tuple[int, int]], windows: Sequence[tuple[int, int]]) -> str:
    """The windows of a text, with what is marked in them."""
    pieces: list[str] = []
    shown_to = 0
    for left, right in windows:
        if left > shown_to:
            pieces.append("\n…\n" if pieces and "\n" in text[shown_to:left] else "…")
        position = left
        for start, end in marked:
            if left <= start and end <= right:
                pieces += [escape(text[position:start]), f"<mark>{escape(text[start:end])}</mark>"]
                position = end
        pieces.append(escape(text[position:right]))
        shown_to = right
    return "".join((*pieces, "…" if shown_to < len(text) else ""))


def _window(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """The stretch around a span: whole words, at most so many characters and lines on either side.

    >>> _window("a\\nb\\nc\\nd e", 6, 7, 20)
    (2, 9)
    """
    before, after = text[max(0, start - around) : start], text[end : end + around]
    if start > around and not text[start - around - 1].isspace():
        before = CUT_BEFORE.sub("", before)
    if end + around < len(text) and not text[end + around].isspace():
        after = CUT_AFTER.sub("", after)
    kept = 2 * LINES + 1  # lines and the breaks between them
    return start - len("".join(BREAK.split(before)[-kept:])), end + len("".join(BREAK.split(after)[:kept]))


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap or touch made one.

    >>> joined([(5, 8), (0, 2), (1, 3)])
    [(0, 3), (5, 8)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
