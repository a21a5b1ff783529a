"""Which of the figures that fit a question are nearest to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import Word, words
from nlp.morphology import parse

FEW = 2  # words that a measure may have besides those asked for, and still be near
PART_OF = frozenset({"them", "они", "list", "список", "only", "только", "лишь"})
"""A measure with one of these ("11 of them are pilot clusters") counts part of something that was said before it."""

OF = frozenset({"of", "in", "for", "by", "from", "at", "to", "with", "among"})
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
class Nearness:
    """How near a measure is to what was asked: how many of its words were not asked for, whether it begins with what
    was asked, whether it counts what belongs to that ("members of the cluster")."""

    extra: int
    leads: bool
    is_of_another: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation that fits: its IRI, its period ("" where none), area and unit ("" where it is a plain number)."""

    iri: str
    measure: str
    period: str
    area: str
    unit: str
    near: Nearness


@dataclass(frozen=True, slots=True)
class Sought:
    """What kind of figure is asked for: a count of things, a sum of money, and whether for an area, for years."""

    is_count: bool
    is_money: bool
    has_areas: bool
    has_years: bool


def nearness(measure: str, said: frozenset[str]) -> Nearness:
    """How near a measure is to what was asked for, asides and dates left out.

    >>> nearness("Industrial clusters, selected by the ministry", frozenset({"industrial", "cluster"}))
    Nearness(extra=0, leads=True, is_of_another=False)
    >>> nearness("of them are pilot clusters", frozenset({"pilot", "cluster"}))
    Nearness(extra=3, leads=False, is_of_another=False)
    >>> nearness("Число участников кластера", frozenset({"кластер"})).is_of_another
    True
    >>> nearness("Создано пилотных кластеров", frozenset({"кластер"})).is_of_another
    False
    """
    head = _ASIDE.split(_WHEN.sub(" ", measure), maxsplit=1)[0]
    written = words(head if words(head) else measure)
    ordered = [word.key for word in written]
    others = [key for key in dict.fromkeys(ordered) if key not in said and not _is_common(key)]
    first = next((key for key in ordered if not _is_common(key)), "")
    parts = PART_OF.difference(said).intersection(ordered)
    return Nearness(len(others) + FEW * len(parts), first not in others, _counts_another(written, said))


def _counts_another(written: Sequence[Word], said: frozenset[str]) -> bool:
    """Whether the measure counts what belongs to the thing asked for, not the thing."""
    at = next((at for at, word in enumerate(written) if word.key in said), 0)
    before = [place for place in range(at) if not _is_common(written[place].key)]
    if not before:
        return False
    last = written[before[-1]]
    if last.text.isascii():
        return any(word.key in OF for word in written[before[-1] : at])
    return parse(last.text)[0].part == "NOUN"


def nearest(figures: Sequence[Figure], sought: Sought) -> tuple[Figure, ...]:
    """The figures of the kind asked for whose measures say the least besides what was asked; those without an area
    first when none was asked for, and the years one by one before their sum, unless it is the sum that is asked for."""
    if sought.is_count:
        figures = [figure for figure in figures if not figure.near.is_of_another]
    kept = [figure for figure in figures if figure.near.extra == 0]
    kept = kept or [figure for figure in figures if figure.near.leads or figure.near.extra <= FEW]
    kept = _of_kind(kept if kept or sought.is_count else list(figures), sought)
    if not sought.has_areas:
        kept = [figure for figure in kept if not figure.area] or kept
    if sought.has_years:
        sums = [figure for figure in kept if "/" in figure.period]
        singles = [figure for figure in kept if "/" not in figure.period]
        kept = (sums if sought.is_money else singles) or kept
    return tuple(
        sorted(kept, key=lambda figure: (figure.near.extra, figure.measure, figure.period, figure.area, figure.iri))
    )


def _of_kind(figures: Sequence[Figure], sought: Sought) -> list[Figure]:
    """How many clusters there are is no sum of money, and how much they got no number of clusters. A count is of what
    was asked for, not of some of it: only the nearest measures."""
    if sought.is_money:
        return [figure for figure in figures if MONEY.search(figure.unit)]
    if not sought.is_count or not figures:
        return list(figures)
    counts = [figure for figure in figures if not MONEY.search(figure.unit)] or figures
    least = min((figure.near.extra for figure in counts), default=0)
    return [figure for figure in counts if figure.near.extra == least]


def _is_common(key: str) -> bool:
    return key not in PART_OF and (key in STOPWORDS or key in NEUTRAL or key.isdigit())
