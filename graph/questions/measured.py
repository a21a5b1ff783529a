"""Questions for all figures of a time or a place, whatever they measure."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.plain import DEFAULT, matching
from graph.questions.context import Context
from graph.questions.figures import fits_period
from graph.questions.plan import ROWS_SHOWN, Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.relations import Understood, clear_things
from graph.questions.schema import is_a

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

FIGURE = frozenset({"svod:Indicator", "svod:Observation"})
PARTS = frozenset(
    {"svod:indicator", "svod:measure", "sdmx-measure:obsValue", "sdmx-dimension:refPeriod", "sdmx-dimension:refArea"}
)
"""Properties that every figure has: a question that says them asks for no other."""


def every_figure(reading: Reading, context: Context) -> Understood | None:
    """Which indicators are there for 2022? Какие показатели есть по Тульской области за 2012 год?"""
    things = clear_things(reading)
    asked = [use for use in reading.classes if FIGURE.intersection(use.curies)]
    others = [use for use in reading.classes if use not in asked and not _names_region(use.curies)]
    said = {curie for use in reading.properties for curie in use.curies}
    if not asked or others or said - PARTS or reading.unread or reading.asks == "how_many":
        return None
    if not all(is_a(thing.type, ("svod:Region",)) for thing in things) or not (things or reading.years):
        return None
    areas = [thing.iri for thing in things]
    found = sorted(_observations(areas, reading.years, context.snapshot), key=str)
    limits = [*map(context.label, areas), *("–".join(str(year) for year in dict.fromkeys(reading.years)),)]
    words = {"ru": "все показатели", "en": "every figure"}[reading.language]
    return Understood(" · ".join([words, *filter(None, limits)]), (figure_plan(found[:ROWS_SHOWN]),))


def _observations(areas: Sequence[str], years: Sequence[int], snapshot: "Snapshot") -> set[NamedNode]:
    """The figures of any of these areas, where some are named, and of these years, where some are."""
    area, period = snapshot.iri("sdmx-dimension:refArea"), snapshot.iri("sdmx-dimension:refPeriod")
    store = snapshot.store
    here = {quad.subject for iri in areas for quad in matching(store, None, area, NamedNode(iri), DEFAULT)}
    if not years:
        return here
    dated = (
        (quad for node in here for quad in matching(store, node, period, None, DEFAULT))
        if areas
        else matching(store, None, period, None, DEFAULT)
    )
    return {quad.subject for quad in dated if fits_period(quad.object.value, years)}


def figure_plan(observations: Iterable[NamedNode]) -> Plan:
    """The plan that shows these figures: what each measures, of where, when, in which unit."""
    patterns = (
        Pattern("observation", ("svod:measure",), "measure"),
        Pattern("observation", ("sdmx-measure:obsValue",), "value"),
        Pattern("observation", ("sdmx-dimension:refArea",), "area", is_optional=True),
        Pattern("observation", ("sdmx-dimension:refPeriod",), "period", is_optional=True),
        Pattern("observation", ("sdmx-attribute:unitMeasure",), "unit", is_optional=True),
    )
    values: tuple[Parameter, ...] = tuple(observations)
    return Plan("figures", "value", patterns, {"observation": values}, {"observation": "svod:Observation"})


def _names_region(curies: Iterable[str]) -> bool:
    """Whether a class is a word of a region's name ("область")."""
    return all(is_a(curie, ("svod:Region", "svod:Place")) for curie in curies)
