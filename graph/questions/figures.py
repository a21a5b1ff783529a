"""Which figures of the library a question asks for.

A figure fits when every content word of the question is covered: by its measure ("number of industrial clusters"), by
what it is a figure of, by its area or period, or by the heading and context it stands under. A word is covered in
either language where the vocabulary knows it. Measures that say nothing more than the question come first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.queries import select
from graph.questions.context import Context
from graph.questions.lexicon import Lexicon, lexicon
from graph.questions.reading import Reading
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import words
from graph.search import Name

MEASURES_LOOKED_AT = 400  # of one question; beyond this the words asked with are too common to tell figures apart


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said: the forms of a word, the ways the vocabulary has to say it (phrases of keys), or an IRI named."""

    forms: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()
    iri: str = ""

    def covered_by(self, keys: frozenset[str]) -> frozenset[str]:
        """The words among `keys` that say it; empty when they do not."""
        said = [phrase for phrase in self.phrases if keys.issuperset(phrase)]
        return frozenset(max(said, key=len)) if said else keys & self.forms


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation that fits: its IRI, its period ("" where none), and the words of its measure that were not asked."""

    iri: str
    measure: str
    period: str
    area: str
    extra: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the units to be covered, the areas (IRIs), the years (none, or first and last)."""

    units: tuple[Unit, ...]
    areas: tuple[str, ...]
    years: tuple[int, ...]


def wanted(reading: Reading, context: Context) -> Wanted:
    """The question as units, areas and years."""
    terms = lexicon()
    units, areas, taken = [], [], set[int]()
    for named in reading.named:
        span = set(range(named.start, named.end))
        iris = {candidate.iri for candidate in named.candidates}
        types = {candidate.type for candidate in named.candidates}
        if types == {"svod:Region"}:
            areas += sorted(iris)
            taken |= span
        elif len(iris) == 1 and types.isdisjoint(_OF_VOCABULARY):
            names = [tuple(word.key for word in words(name.text)) for name in context.index.names_of(min(iris))]
            units.append(Unit(frozenset(), (*names, *_own(reading, named.start, named.end)), min(iris)))
            taken |= span
    found = sorted(terms.find(reading.words), key=lambda one: (one.start - one.end, one.start))
    for one in found:
        span = set(range(one.start, one.end))
        if span & taken or not _says_something(reading, span):
            continue
        taken |= span
        phrases = tuple(phrase for sense in one.senses for phrase in terms.spoken[sense.id])
        forms = reading.words[one.start].forms if one.end - one.start == 1 else frozenset()
        units.append(Unit(forms, tuple(dict.fromkeys((*phrases, *_own(reading, one.start, one.end))))))
    content = {word.start for word in reading.content}
    units += [Unit(word.forms) for at, word in enumerate(reading.words) if at not in taken and word.start in content]
    return Wanted(tuple(units), tuple(areas), reading.years)


_OF_VOCABULARY = frozenset(
    {"svod:ClusterStatus", "svod:OrganizationalLevel", "svod:Specialization", "svod:Sector", "svod:Programme"}
)
"""Classes whose things the vocabulary names: their words are compared in both languages, like those of its terms."""


def _own(reading: Reading, start: int, end: int) -> list[tuple[str, ...]]:
    return [tuple(word.key for word in reading.words[start:end])]


def _says_something(reading: Reading, span: set[int]) -> bool:
    content = {word.start for word in reading.content}
    return any(reading.words[at].start in content for at in span)


def find_figures(reading: Reading, context: Context) -> tuple[Figure, ...]:
    """The figures that fit, the closest measures only, in the order of periods."""
    sought = wanted(reading, context)
    if not sought.units:
        return ()
    fitting = [
        figure
        for name, missing, extra in _measures(sought, context, lexicon())
        for figure in _figures(name, missing, extra, sought, context)
    ]
    return _closest(fitting, sought)


def _measures(sought: Wanted, context: Context, terms: Lexicon) -> Iterable[tuple[Name, tuple[Unit, ...], int]]:
    """Measures that cover at least one unit, with the units that they leave to the context and their own other words."""
    forms = {form for unit in sought.units for form in unit.forms}
    forms |= {part for unit in sought.units for phrase in unit.phrases for part in phrase}
    names = {name.text: name for name in context.index.names(forms - STOPWORDS) if name.kind == "measure"}
    for name in sorted(names.values(), key=lambda name: name.text)[:MEASURES_LOOKED_AT]:
        keys = frozenset(word.key for word in words(name.text))
        said = [unit.covered_by(keys) for unit in sought.units]
        if any(said):
            missing = tuple(unit for unit, own in zip(sought.units, said, strict=True) if not own)
            others = {key for key in keys.difference(*said) if not _is_common(key)}
            yield name, missing, len(others)


def _figures(name: Name, missing: tuple[Unit, ...], extra: int, sought: Wanted, context: Context) -> Iterable[Figure]:
    measure = Literal(name.text, language=name.language or None)
    for row in select(context.snapshot, "observations", measure=measure):
        area = row["area"].value if row["area"] is not None else ""
        period = row["period"].value if row["period"] is not None else ""
        subject = row["subject"].value if row["subject"] is not None else ""
        if not _fits_area(area, sought.areas) or not _fits_period(period, sought.years):
            continue
        left = [unit for unit in missing if not unit.iri or unit.iri != subject]
        if left and not _said_around(left, row["observation"], subject, context):
            continue
        yield Figure(row["observation"].value, name.text, period, area, extra)


def _fits_area(area: str, areas: Sequence[str]) -> bool:
    return not areas or area in areas


def _fits_period(period: str, years: Sequence[int]) -> bool:
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


def _closest(figures: Sequence[Figure], sought: Wanted) -> tuple[Figure, ...]:
    """Measures that say just what was asked, else all that fit; figures without an area first when none was asked."""
    least = [figure for figure in figures if figure.extra == 0] or list(figures)
    if not sought.areas:
        least = [figure for figure in least if not figure.area] or least
    singles = [figure for figure in least if "/" not in figure.period]
    if sought.years and len(singles) > 1:
        least = singles
    return tuple(
        sorted(least, key=lambda figure: (figure.extra, figure.measure, figure.period, figure.area, figure.iri))
    )


def _is_common(key: str) -> bool:
    return key in STOPWORDS or key in NEUTRAL or key.isdigit()
