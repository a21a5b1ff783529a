"""Passages in the text of their page, and the statements that stand on a page."""

from collections.abc import Iterable
from html import escape

AROUND = 160  # characters of the page's text shown before and after a passage: about two lines


def in_context(text: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> str:
    """The text around the spans as HTML, the spans marked; what is left out shows as "…".

    >>> in_context("one two three", [(4, 7)], around=2)
    '…e <mark>two</mark> t…'
    >>> in_context("one two three", [(0, 3), (8, 13)], around=1)
    '<mark>one</mark> … <mark>three</mark>'
    """
    marked = joined(spans)
    windows = joined((max(0, start - around), min(len(text), end + around)) for start, end in marked)
    pieces, shown_to = [], 0
    for left, right in windows or [(0, len(text))]:
        pieces.append("…" if left > shown_to else "")
        position = left
        for start, end in marked:
            if left <= start and end <= right:
                pieces += [escape(text[position:start]), f"<mark>{escape(text[start:end])}</mark>"]
                position = end
        pieces.append(escape(text[position:right]))
        shown_to = right
    return "".join((*pieces, "…" if shown_to < len(text) else ""))


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
