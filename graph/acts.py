"""The life of legal acts, as far as the documents of a library tell it: which stood on a day, in which edition.

An act is taken to stand from the day that dates it (few documents say when one enters into force) until the day that
dates an act which repeals it. What cannot be told from the dates stated is `unsure`, with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pyoxigraph import NamedNode

from graph.errors import UnknownTime
from graph.evidence import Evidence
from graph.plain import DEFAULT, matching
from graph.snapshot import Snapshot
from graph.terms import TYPE, named
from ontology.iri import compress

ACT, DATED = named("svod:LegalAct"), named("eli:date_document")
AMENDS, REPEALS = named("eli:amends"), named("eli:repeals")

Standing = Literal["stands", "repealed", "unsure"]


@dataclass(frozen=True, slots=True)
class Later:
    """An act that amends or repeals another: its id, name and date as stated ("" where none is), and the passages."""

    id: str
    label: str
    date: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActOnDay:
    """An act dated on or before a day: id, name, date as stated, whether it stood, and why that is not sure; the acts
    that had amended it by then, oldest first (it stood "in the edition of" the last one), those that had repealed it,
    and the passages that date it."""

    id: str
    label: str
    date: str
    standing: Standing
    reason: str
    amended_by: tuple[Later, ...]
    repealed_by: tuple[Later, ...]
    evidence: tuple[Evidence, ...]


def day_of(text: str) -> date:
    """The day that a person writes. Raises UnknownTime.

    >>> day_of("2015-12-31"), day_of("31.12.2015")
    (datetime.date(2015, 12, 31), datetime.date(2015, 12, 31))
    """
    parts = text.split(".")
    try:
        return date.fromisoformat("-".join(reversed(parts)) if len(parts) == 3 else text)
    except ValueError as error:
        raise UnknownTime(f"{text!r} is no day: give 2015-12-31 or 31.12.2015") from error


def acts_on(snapshot: Snapshot, day: date, language: str = "en") -> tuple[ActOnDay, ...]:
    """The acts that documents date on or before a day, and whether they stood, by date and id."""
    nodes = {quad.subject for quad in matching(snapshot.store, None, TYPE, ACT, DEFAULT)}
    found = [act for node in nodes for act in _act_on(snapshot, node, day, language)]
    return tuple(sorted(found, key=lambda act: (act.date, act.id)))


def _act_on(snapshot: Snapshot, node: NamedNode, day: date, language: str) -> Iterator[ActOnDay]:
    dates = _dates(snapshot, node)
    if not dates or _bounds(min(dates))[0] > day:
        return
    amended = [later for later in _later(snapshot, node, AMENDS, language) if _is_by(later.date, day)]
    repeals = _later(snapshot, node, REPEALS, language)
    repealed = [later for later in repeals if _is_by(later.date, day)]
    possible = [later for later in repeals if _is_by(later.date, day) is None]
    standing, reason = _judged(dates, repealed, possible, day)
    said = _REASONS[reason][language != "ru"] if reason else ""
    yield ActOnDay(
        id=compress(node.value, snapshot.base),
        label=snapshot.label(node, language),
        date=min(dates),
        standing=standing,
        reason=said.format(
            later=possible[0].label if possible else "",
            day=day,
            dates=_AND[language != "ru"].join(dates),
            date=dates[0],
        ),
        amended_by=tuple(amended),
        repealed_by=(*repealed, *possible),
        evidence=tuple(item for text in dates for item in _dating(snapshot, node, text)),
    )


_REASONS: Mapping[str, tuple[str, str]] = {
    # reason: (ru, en)
    "repealed some day": (
        "«{later}» отменяет его, но не сказано, что к {day}",
        "{later} repeals it, but whether by {day} is not stated",
    ),
    "several dates": ("документы датируют его по-разному: {dates}", "documents date it {dates}"),
    "dated loosely": (
        "он датирован {date}, а это может быть и после {day}",
        "it is dated {date}, which may be after {day}",
    ),
}
_AND = (" и ", " and ")


def _judged(dates: list[str], repealed: list[Later], possible: list[Later], day: date) -> tuple[Standing, str]:
    """Whether an act stood, and the name of the reason for which that is not sure."""
    if repealed:
        return "repealed", ""
    if possible:
        return "unsure", "repealed some day"
    if len(dates) > 1:
        return "unsure", "several dates"
    if _bounds(dates[0])[1] > day:
        return "unsure", "dated loosely"
    return "stands", ""


def _dates(snapshot: Snapshot, node: NamedNode) -> list[str]:
    """The dates that documents give an act, sorted."""
    return sorted({str(quad.object.value) for quad in matching(snapshot.store, node, DATED, None, DEFAULT)})


def _dating(snapshot: Snapshot, node: NamedNode, text: str) -> tuple[Evidence, ...]:
    for quad in matching(snapshot.store, node, DATED, None, DEFAULT):
        if quad.object.value == text:
            return snapshot.evidence((node, DATED, quad.object))
    return ()


def _later(snapshot: Snapshot, node: NamedNode, predicate: NamedNode, language: str) -> list[Later]:
    """The acts that amend or repeal this one, by date; those without a date last."""
    found = []
    for quad in matching(snapshot.store, None, predicate, node, DEFAULT):
        if quad.subject != node:
            dates = _dates(snapshot, quad.subject)
            identifier, label = compress(quad.subject.value, snapshot.base), snapshot.label(quad.subject, language)
            evidence = snapshot.evidence((quad.subject, predicate, node))
            found.append(Later(identifier, label, dates[0] if len(dates) == 1 else "", evidence))
    return sorted(found, key=lambda later: (not later.date, later.date, later.id))


def _is_by(text: str, day: date) -> bool | None:
    """Whether a date as precise as it is stated lies on or before a day; None where that cannot be told.

    >>> _is_by("2015", date(2015, 6, 1)), _is_by("2014-12", date(2015, 6, 1)), _is_by("", date(2015, 6, 1))
    (None, True, None)
    """
    if not text:
        return None
    first, last = _bounds(text)
    return True if last <= day else False if first > day else None


def _bounds(text: str) -> tuple[date, date]:
    """The first and last day of a date of XML Schema: a day, a month (`2015-07`) or a year (`2015`).

    >>> _bounds("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    if len(text) == len("2015"):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == len("2015-07"):
        first = date.fromisoformat(f"{text}-01")
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, date.fromordinal(following.toordinal() - 1)
    day = date.fromisoformat(text)
    return day, day
