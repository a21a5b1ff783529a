"""Which of the figures that fit a question are nearest to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import words

FEW = 2  # words that a measure may have besides those asked for, and still be near
PART_OF = frozenset({"them", "они", "list", "список", "only", "только", "лишь"})
"""A measure with one of these ("11 of them are pilot clusters") counts part of something that was said before it."""

MONEY = re.compile(r"rub|руб|₽|usd|eur|доллар|dollar|евро|euro|\$|€", re.IGNORECASE)
_ASIDE = re.compile(r"\s[—–]\s|[,;(]|\b(?:varying|differing|different in|различ\w+|разных)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:at|by|in|on|before|after|since|as of)?\s*(?:the\s)?(?:end|beginning|start|middle)\s(?:of\s)?(?=\d{4})"
    r"|\b(?:на|к|в|до|по)?\s*(?:конец|конца|концу|конце|начало|начала|началу|начале)\s(?=\d{4})"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?=\s\d)"
    r"|(?<=\d\s)(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation that fits: its IRI, its period ("" where none), how many words of its measure were
    not asked, whether the measure begins with what was asked, and the unit ("" where it is a plain number)."""

    iri: str
    measure: str
    period: str
    area: str
    extra: int
    leads: bool
    unit: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What kind of figure is asked for: a count of things, a sum of money, and whether for an area, for years."""

    is_count: bool
    is_money: bool
    has_areas: bool
    has_years: bool


def extra_words(measure: str, said: frozenset[str]) -> tuple[int, bool]:
    """How many words of a measure were not asked for, asides and dates left out, and whether it begins with what was.

    >>> extra_words("Industrial clusters, selected by the ministry", frozenset({"industrial", "cluster"}))
    (0, True)
    >>> extra_words("of them are pilot clusters", frozenset({"pilot", "cluster"}))
    (3, False)
    """
    head = _ASIDE.split(_WHEN.sub(" ", measure), maxsplit=1)[0]
    ordered = [word.key for word in words(head if words(head) else measure)]
    others = [key for key in dict.fromkeys(ordered) if key not in said and not _is_common(key)]
    first = next((key for key in ordered if not _is_common(key)), "")
    parts = PART_OF.difference(said).intersection(ordered)
    return len(others) + FEW * len(parts), first not in others


def nearest(figures: Sequence[Figure], sought: Sought) -> tuple[Figure, ...]:
    """The figures of the kind asked for whose measures say the least besides what was asked; those without an area
    first when none was asked for, and the years one by one before their sum, unless it is the sum that is asked for."""
    kept = [figure for figure in figures if figure.extra == 0]
    kept = kept or [figure for figure in figures if figure.leads or figure.extra <= FEW]
    kept = _of_kind(kept if kept or sought.is_count else list(figures), sought)
    if not sought.has_areas:
        kept = [figure for figure in kept if not figure.area] or kept
    if sought.has_years:
        sums = [figure for figure in kept if "/" in figure.period]
        singles = [figure for figure in kept if "/" not in figure.period]
        kept = (sums if sought.is_money else singles) or kept
    return tuple(
        sorted(kept, key=lambda figure: (figure.extra, figure.measure, figure.period, figure.area, figure.iri))
    )


def _of_kind(figures: Sequence[Figure], sought: Sought) -> list[Figure]:
    """How many clusters there are is no sum of money, and how much they got no number of clusters. A count is of what
    was asked for, not of some of it: only the nearest measures."""
    if sought.is_money:
        return [figure for figure in figures if MONEY.search(figure.unit)]
    if not sought.is_count or not figures:
        return list(figures)
    counts = [figure for figure in figures if not MONEY.search(figure.unit)] or figures
    least = min((figure.extra for figure in counts), default=0)
    return [figure for figure in counts if figure.extra == least]


def _is_common(key: str) -> bool:
    return key not in PART_OF and (key in STOPWORDS or key in NEUTRAL or key.isdigit())
