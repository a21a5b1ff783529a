"""Questions about the acts that stood on a day: of all of them, or of one that is named."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from graph.acts import acts_on
from graph.questions.context import Context
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.relations import Thing, Understood, clear_things
from graph.questions.schema import is_a
from graph.questions.words import key
from ingest.document import Span
from nlp.dates import read_dates
from ontology.iri import compress, expand


def _keys(text: str) -> frozenset[str]:
    return frozenset(key(word) for word in text.split())


ACT = "svod:LegalAct"
STAND = _keys("действовать действующий действует сила stand stood standing force valid apply")
PRESENT = _keys("сегодня сейчас ныне today now currently")
ACTS = _keys("акт закон постановление распоряжение приказ указ act law resolution decree order")
DAY = len("2015-12-31")


def standing(reading: Reading, context: Context) -> Understood | None:
    """Which acts stood on 31.12.2015? Какие акты действовали на 31 декабря 2015 года? Did No. 779 stand on that day?"""
    if not any(word.forms & STAND for word in reading.words):
        return None
    dates = [one for one in read_dates(reading.text) if len(one.value) == DAY]
    named = [one for one in reading.named if not any(_covers(date, _span(one, reading)) for date in dates)]
    things = clear_things(replace(reading, named=tuple(named)))
    acts = [thing for thing in things if is_a(thing.type, (ACT,))]
    if len(acts) != len(things) or len(acts) > 1 or not all(one.is_clear for one in named):
        return None
    if not acts and not any(word.forms & ACTS for word in reading.words):
        return None
    day = _day(reading, [one.value for one in dates if not any(_covers(_span(act, reading), one) for act in acts)])
    if day is None:
        return None
    return _of_act(acts[0], day, context) if acts else _of_all(day, context)


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _span(named: _Spanned, reading: Reading) -> Span:
    """Where the words of something named stand in the text."""
    return Span(reading.words[named.start].start, reading.words[named.end - 1].end)


def _covers(one: _Spanned, other: _Spanned) -> bool:
    """Whether a stretch of text holds another: a date that gives an act its name, words that only name a date."""
    return one.start <= other.start and other.end <= one.end


def _day(reading: Reading, dates: Sequence[str]) -> date | None:
    """The one day that the question gives; today where it says so."""
    if len(dates) == 1:
        return date.fromisoformat(dates[0])
    says_now = any(word.forms & PRESENT for word in reading.words)
    return datetime.now(UTC).date() if says_now and not dates and not reading.years else None


def _of_all(day: date, context: Context) -> Understood:
    words = {"ru": "акты, действовавшие на день", "en": "legal acts that stood on"}[context.language]
    return Understood(f"{words} {_spoken(day, context)}", (Plan("acts", "act", (), limits(day)),))


def _of_act(act: Thing, day: date, context: Context) -> Understood:
    """Whether one act stood; where another had repealed it by then, which one."""
    own = [compress(term.value, context.snapshot.base) for term in act.parameter]
    found = next((one for one in acts_on(context.snapshot, day) if one.id in own), None)
    words = {"ru": "действовал ли на день", "en": "did it stand on"}[context.language]
    said = f"{words} {_spoken(day, context)}: {context.label(act.iri)}"
    if found is None or found.standing != "repealed":
        return Understood(said, (Plan("acts", "act", (), {**limits(day), "act": act.parameter}),))
    ended = {"ru": "нет, отменён актом", "en": "no, repealed by"}[context.language]
    later = tuple(NamedNode(expand(one.id, context.snapshot.base)) for one in found.repealed_by)
    plan = Plan("things", "later", (Pattern("later", ("eli:repeals",), "act"),), {"act": act.parameter, "later": later})
    return Understood(f"{said} — {ended}", (plan,))


def limits(day: date) -> dict[str, tuple[Parameter, ...]]:
    """The day, and the last month and year that had ended with it: what dates of less precision are compared with."""
    tomorrow = day + timedelta(days=1)
    month = tomorrow.replace(day=1) - timedelta(days=1)
    year = str(tomorrow.year - 1)
    texts = {"day": day.isoformat(), "month": month.isoformat()[: len("2015-12")], "year": year}
    return {name: (Literal(text),) for name, text in texts.items()}


def _spoken(day: date, context: Context) -> str:
    return day.strftime("%d.%m.%Y") if context.language == "ru" else day.isoformat()
