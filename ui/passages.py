"""Passages in the text of their page, and the statements that stand on a page."""

from collections.abc import Iterable
from html import escape

AROUND = 400  # characters of the page's text shown before and after a passage


def in_context(text: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> str:
    """The text around the spans as HTML, the spans marked; what is left out shows as "…".

    >>> in_context("one two three", [(4, 7)], around=2)
    '…e <mark>two</mark> t…'
    """
    merged = joined(spans)
    start = max(0, merged[0][0] - around) if merged else 0
    end = min(len(text), merged[-1][1] + around) if merged else len(text)
    pieces, position = ["…" if start else ""], start
    for left, right in merged:
        pieces += [escape(text[position:left]), f"<mark>{escape(text[left:right])}</mark>"]
        position = right
    return "".join((*pieces, escape(text[position:end]), "…" if end < len(text) else ""))


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
