"""Which figures of the library a question asks for.

A figure fits when every content word of the question is covered: by its measure ("number of industrial clusters"), by
what it is a figure of, by its area or period, or by the heading and context it stands under. A word is covered in
either language where the vocabulary knows it. Measures that say nothing more than the question come first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from graph.queries import select
from graph.questions.context import Context
from graph.questions.lexicon import lexicon
from graph.questions.nearness import Figure, Nearness, Sought, nearest, nearness
from graph.questions.reading import Reading
from graph.questions.schema import is_a
from graph.questions.stopwords import STOPWORDS
from graph.questions.units import Unit, unit_of
from graph.questions.words import keys, words
from graph.search import Name
from ontology.vocabulary import vocabulary

MEASURES_LOOKED_AT = 400  # of one question; beyond this the words asked with are too common to tell figures apart


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the units to be covered, the areas (IRIs), the years (none, or first and last)."""

    units: tuple[Unit, ...]
    areas: tuple[str, ...]
    years: tuple[int, ...]


def wanted(reading: Reading, context: Context, implied: Collection[int] = ()) -> Wanted:
    """The question as units, areas and years, without the words in the places `implied`."""
    terms = lexicon()
    units, areas, taken = [], [], set(implied)
    for named in reading.named:
        span = set(range(named.start, named.end))
        iris = {candidate.iri for candidate in named.candidates}
        types = {candidate.type for candidate in named.candidates}
        if all(is_a(type_, ("svod:Region",)) for type_ in types):
            areas += sorted(iris)
            taken |= span
        elif named.is_clear and types.isdisjoint(_OF_VOCABULARY):
            names = [
                tuple(word.key for word in words(n.text)) for iri in sorted(iris) for n in context.index.names_of(iri)
            ]
            own = _own(reading, named.start, named.end)
            units.append(Unit(frozenset(), (*names, own), iris=frozenset(iris)))
            taken |= span
    found = sorted(terms.find(reading.words), key=lambda one: (one.start - one.end, one.start))
    for one in found:
        span = set(range(one.start, one.end))
        if span & taken or not _says_something(reading, span):
            continue
        taken |= span
        units.append(unit_of(one, reading, terms))
    content = {word.start for word in reading.content}
    units += [Unit(word.forms) for at, word in enumerate(reading.words) if at not in taken and word.start in content]
    return Wanted(tuple(units), tuple(areas), reading.years)


_OF_VOCABULARY = frozenset(
    {"svod:ClusterStatus", "svod:OrganizationalLevel", "svod:Specialization", "svod:Sector", "svod:Programme"}
)
"""Classes whose things the vocabulary names: their words are compared in both languages, like those of its terms."""


def _own(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.key for word in reading.words[start:end])


def _says_something(reading: Reading, span: set[int]) -> bool:
    content = {word.start for word in reading.content}
    return any(reading.words[at].start in content for at in span)


def find_figures(
    reading: Reading, context: Context, *, is_plain: bool, implied: Collection[int] = ()
) -> tuple[Figure, ...]:
    """The figures that fit, the closest measures only, in the order of periods. A question that is not plainly for a
    figure is answered by one only where the measure says what it says, in words of the same meaning. Words that are
    `implied` (places in the question) need not be said."""
    sought = wanted(reading, context, implied)
    if not sought.units:
        return ()
    loosened = replace(sought, units=tuple(unit.loosened for unit in sought.units))
    for asked in (sought, loosened) if is_plain else (sought,):
        found = [
            figure
            for name, missing, near in _measures(asked, context)
            for figure in _figures(name, missing, asked, context, near)
        ]
        kept = nearest(found, kind_of_figure(reading, sought))
        if kept:
            return kept
    return ()


def kind_of_figure(reading: Reading, sought: Wanted) -> Sought:
    """Whether a count or a sum is asked for, of areas and years."""
    is_money = _asks_money(reading)
    is_support = any("svod:SupportMeasure" in use.curies for use in reading.classes)
    return Sought(
        is_count=reading.asks == "how_many" and not is_money and not is_support,
        is_money=is_money,
        has_areas=bool(sought.areas),
        has_years=bool(sought.years),
    )


def _asks_money(reading: Reading) -> bool:
    """Whether the question is "how much" was given, or how much money: сколько денег, рублей, средств."""
    asked = [word.text.casefold() for word in reading.words]
    gives = any(
        "svod:Observation" in vocabulary().properties[curie].range for use in reading.properties for curie in use.curies
    )
    is_how_many = reading.asks == "how_many"
    return "much" in asked or (is_how_many and (gives or any(word.key in _MONEY for word in reading.words)))


_MONEY = frozenset(keys("деньги рубль средства"))


def _measures(sought: Wanted, context: Context) -> Iterable[tuple[Name, tuple[Unit, ...], Nearness]]:
    """Measures that cover a unit, the units that they leave to the context, and how near they are."""
    forms = {form for unit in sought.units for form in unit.forms}
    forms |= {part for unit in sought.units for phrase in unit.phrases for part in phrase}
    names = {name.text: name for name in context.index.names(forms - STOPWORDS) if name.kind == "measure"}
    for name in sorted(names.values(), key=lambda name: name.text)[:MEASURES_LOOKED_AT]:
        ordered = keys(name.text)
        said = [unit.covered_by(frozenset(ordered)) for unit in sought.units]
        if any(said):
            missing = tuple(unit for unit, own in zip(sought.units, said, strict=True) if not own)
            yield name, missing, nearness(name.text, frozenset().union(*said))


def _figures(name: Name, missing: Sequence[Unit], sought: Wanted, context: Context, near: Nearness) -> Iterable[Figure]:
    measure = Literal(name.text, language=name.language or None)
    for row in select(context.snapshot, "observations", measure=measure):
        area = row["area"].value if row["area"] is not None else ""
        period = row["period"].value if row["period"] is not None else ""
        subject = row["subject"].value if row["subject"] is not None else ""
        if not fits_area(area, sought.areas) or not fits_period(period, sought.years):
            continue
        left = [unit for unit in missing if subject not in unit.iris]
        if left and not _said_around(left, row["observation"], subject, context):
            continue
        unit = row["unit"].value if row["unit"] is not None else ""
        yield Figure(row["observation"].value, name.text, period, area, unit, near)


def fits_area(area: str, areas: Sequence[str]) -> bool:
    """Whether a figure of this area ("" where none) is of one of those asked for; any is where none is."""
    return not areas or area in areas


def fits_period(period: str, years: Sequence[int]) -> bool:
    """Whether a figure of this period ("" where none) is of the years asked for, the first and the last."""
    if not years:
        return True
    parts = [int(part[:4]) for part in period.split("/") if part[:4].isdigit()]
    if len(parts) > 1:
        return parts == [years[0], years[-1]]
    return bool(parts) and years[0] <= parts[0] <= years[-1]


def _said_around(left: Sequence[Unit], observation: NamedNode, subject: str, context: Context) -> bool:
    """Whether what the measure leaves out stands in the name of what is counted, or in the passages of the figure."""
    texts = [name.text for name in context.index.names_of(subject)] if subject else []
    texts += context.passages(observation, "sdmx-measure:obsValue", roles=("subject", "label", "context"))
    keys = frozenset(word.key for text in texts for word in words(text))
    return all(unit.covered_by(keys) for unit in left)
