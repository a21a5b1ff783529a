"""Where a text has words that can name a federal subject."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.record import record
from nlp.region_forms import Form
from nlp.triggers import triggers
from ontology.vocabulary import vocabulary

WINDOW = 40  # characters looked at on either side of a name


@record
class Name:
    """A federal subject named at `start:end`; `form` is how, in the words of `data/README.md`."""

    start: int
    end: int
    iso: str
    form: str


@record
class Hit:
    """A word form, widened over what must stand beside it, and all it can mean."""

    start: int
    end: int
    forms: tuple[Form, ...]


def find_hits(text: str) -> list[Hit]:
    """The words of `text` that can name a federal subject, in order of their ends."""
    held = triggers(text)
    small = held.small
    hits = []
    for start, end, forms in held.regions:
        if (end < len(small) and (small[end].isalnum() or small[end] == "_")) or (start and small[start - 1].isalnum()):
            continue
        hit = _fitting(text, small, start, end, forms)
        if hit is not None:
            hits.append(hit)
    return hits


def _fitting(text: str, small: str, start: int, end: int, forms: Iterable[Form]) -> Hit | None:
    """The forms whose surroundings suit, widened over what must stand beside them."""
    best: list[tuple[int, int, Form]] = []
    for form in forms:
        left, right = start, end
        if form.before:
            match = _before(form.before).search(small, max(0, start - WINDOW), start)
            if match is None:
                continue
            left = match.start()
        elif start and small[start - 1] in "-‑–" and start > 1 and small[start - 2].isalpha():
            continue
        if form.after:
            rest = _after(form.after).match(small, end)
            if rest is None:
                continue
            right = rest.end()
        best.append((left, right, form))
    if not best:
        return None
    widest = max(right - left for left, right, _ in best)
    kept = [(left, right, form) for left, right, form in best if right - left == widest]
    left, right, _ = kept[0]
    return Hit(left, right, tuple(form for _, _, form in kept))


@cache
def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}$")


@cache
def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def kind_of(iso: str) -> str:
    """The class of a subject (`svod:Oblast`) by its ISO code."""
    return vocabulary().regions_by_iso[iso].kind
