"""Questions for figures that are planned: they are no facts, and are asked of what documents state."""

from collections.abc import Collection, Sequence

from pyoxigraph import NamedNode

from graph.planned import Planned
from graph.questions.context import Context
from graph.questions.figures import fits_area, fits_period, kind_of_figure, wanted
from graph.questions.nearness import Figure, nearest, nearness
from graph.questions.plan import Plan
from graph.questions.reading import Reading
from graph.questions.relations import Understood
from graph.questions.units import Unit
from graph.questions.words import Word, keys
from nlp.morphology import parse

PLANNED = frozenset(
    keys(
        "план планировать планироваться планируемый запланировать запланированный плановый прогноз прогнозировать "
        "прогнозироваться прогнозируемый ожидать ожидаться ожидаемый намечать намечено намечаться предполагаться "
        "целевой plan planned forecast expected target targeted will"
    )
)
"""Words that ask for what is not yet so."""

FUTURE = frozenset({"будет", "будут"})
"""The same in one form only: "было" asks for what was."""


def planned_figures(reading: Reading, context: Context) -> Understood | None:
    """How many jobs are planned? Сколько рабочих мест планируется создать к 2025 году?"""
    said = [at for at, word in enumerate(reading.words) if word.forms & PLANNED or word.text.casefold() in FUTURE]
    if not said or reading.asks in ("when", "where", "who", "why", ""):
        return None
    sought = wanted(reading, context, _implied(reading.words, said))
    if not sought.units:
        return None
    found = [
        figure
        for planned in context.snapshot.figures_planned
        if (figure := _figure(planned, sought.units)) is not None
        and fits_area(figure.area, sought.areas)
        and fits_period(figure.period, sought.years)
    ]
    kept = nearest(found, kind_of_figure(reading, sought))
    if not kept and reading.asks != "how_many":
        return None
    plan = Plan("planned", "value", (), {"statement": tuple(NamedNode(figure.iri) for figure in kept)})
    heads = {"ru": "планируется", "en": "planned"}[reading.language]
    measures = "; ".join(dict.fromkeys(f"«{figure.measure}»" for figure in kept))
    return Understood(f"{heads}: {measures or context.term('sdmx-measure:obsValue')}", (plan,))


def _figure(planned: Planned, units: Sequence[Unit]) -> Figure | None:
    """The planned figure, where its measure and the name of what it is of say all that is asked for."""
    own, name = frozenset(keys(planned.measure)), frozenset(keys(planned.name))
    said = [unit.covered_by(own) for unit in units]
    if not any(said) or not all(unit.covered_by(own | name) for unit in units):
        return None
    near = nearness(planned.measure, name.union(*said))
    return Figure(planned.statement.value, planned.measure, planned.period, planned.area, planned.unit, near)


def _implied(asked: Sequence[Word], said: Collection[int]) -> set[int]:
    """The words that ask for a plan, and the verb that says what is planned to be done: nouns may say it as well."""
    behind = {at for at, word in enumerate(asked) if at and asked[at - 1].text.casefold() in ("be", "to")}
    return set(said) | behind | {at for at, word in enumerate(asked) if parse(word.text)[0].part == "INFN"}
