"""Which figures of the library a question asks for.

A figure fits when every content word of the question is covered: by its measure ("number of industrial clusters"), by
what it is a figure of, by its area or period, or by the heading and context it stands under. A word is covered in
either language where the vocabulary knows it. Measures that say nothing more than the question come first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz

from graph.queries import select
from graph.questions.context import Context
from graph.questions.lexicon import Found, Lexicon, lexicon
from graph.questions.reading import Reading
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import sound, words
from graph.search import Name

COGNATE = 70.0  # rapidfuzz ratio 0-100 of two words by sound: субсидия and subsidy are 80, поддержка and support 40
SAME_WORD = 80.0  # the same for words that the vocabulary does not know
LONG = 5  # letters of a word that may be told by its sound
FEW = 2  # words that a measure may have besides those asked for, and still be near
MEASURES_LOOKED_AT = 400  # of one question; beyond this the words asked with are too common to tell figures apart


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said: the forms of a word, the ways to say just that (phrases of keys), the words near it in meaning,
    and the IRIs that it names."""

    forms: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    iris: frozenset[str] = frozenset()

    def covered_by(self, keys: frozenset[str]) -> frozenset[str]:
        """The words among `keys` that say it; empty when they do not."""
        said = sorted((len(phrase), phrase) for phrase in self.phrases if keys.issuperset(phrase))
        own = keys & self.forms
        return frozenset(said[-1][1] if said else own or (key for key in keys if self._is_cognate(key)))

    def _is_cognate(self, key: str) -> bool:
        """Whether a word of the other alphabet is the same one (федеральный, federal; бюджет, budget)."""
        heard = sound(key)
        return len(heard) >= LONG and any(
            form.isascii() != key.isascii() and fuzz.ratio(heard, sound(form)) >= SAME_WORD for form in self.forms
        )

    @property
    def loosened(self) -> "Unit":
        """The same, said in any words that the vocabulary holds to be near it."""
        return Unit(self.forms, (*self.phrases, *self.loose), (), self.iris)


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near a measure is to what was asked: the words of it that were not, and whether it begins with what was."""

    extra: int
    leads: bool


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
        units.append(_unit(one, reading, terms))
    content = {word.start for word in reading.content}
    units += [Unit(word.forms) for at, word in enumerate(reading.words) if at not in taken and word.start in content]
    return Wanted(tuple(units), tuple(areas), reading.years)


_OF_VOCABULARY = frozenset(
    {"svod:ClusterStatus", "svod:OrganizationalLevel", "svod:Specialization", "svod:Sector", "svod:Programme"}
)
"""Classes whose things the vocabulary names: their words are compared in both languages, like those of its terms."""


def _unit(found: Found, reading: Reading, terms: Lexicon) -> Unit:
    """A phrase of the vocabulary: a concept is said by any of its names; a class or property by its labels where one
    was used, and by what sounds alike in the other language (субсидия, subsidy); by its other words only loosely."""
    own = _own(reading, found.start, found.end)
    strict, loose = [own], list[tuple[str, ...]]()
    for sense in found.senses:
        spoken = terms.spoken[sense.id]
        labels = [] if sense.kind == "thing" else _labels(sense.id, terms)
        for phrase in spoken:
            is_same = sense.kind == "thing" or (own in labels and phrase in labels) or _sounds_like(phrase, own)
            (strict if is_same else loose).append(phrase)
    forms = reading.words[found.start].forms if found.end - found.start == 1 else frozenset[str]()
    return Unit(forms, tuple(dict.fromkeys(strict)), tuple(dict.fromkeys(loose)))


def _labels(curie: str, terms: Lexicon) -> list[tuple[str, ...]]:
    term = terms.terms[curie]
    return [tuple(word.key for word in words(label)) for label in (term.ru, term.en)]


def _sounds_like(phrase: tuple[str, ...], own: tuple[str, ...]) -> bool:
    one, other = (" ".join(sound(word) or word for word in words_) for words_ in (phrase, own))
    return fuzz.ratio(one, other) >= COGNATE


def _own(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.key for word in reading.words[start:end])


def _says_something(reading: Reading, span: set[int]) -> bool:
    content = {word.start for word in reading.content}
    return any(reading.words[at].start in content for at in span)


def find_figures(reading: Reading, context: Context) -> tuple[Figure, ...]:
    """The figures that fit, the closest measures only, in the order of periods."""
    sought = wanted(reading, context)
    if not sought.units:
        return ()
    for asked in (sought, replace(sought, units=tuple(unit.loosened for unit in sought.units))):
        found = [
            figure
            for name, missing, extra, leads in _measures(asked, context)
            for figure in _figures(name, missing, asked, context, Closeness(extra, leads))
        ]
        if found:
            counts = reading.asks == "how_many" and not any("svod:SupportMeasure" in u.curies for u in reading.classes)
            return _closest(found, asked, counts=counts)
    return ()


def _measures(sought: Wanted, context: Context) -> Iterable[tuple[Name, tuple[Unit, ...], int, bool]]:
    """Measures that cover a unit, the units that they leave to the context, and how near they are."""
    forms = {form for unit in sought.units for form in unit.forms}
    forms |= {part for unit in sought.units for phrase in unit.phrases for part in phrase}
    names = {name.text: name for name in context.index.names(forms - STOPWORDS) if name.kind == "measure"}
    for name in sorted(names.values(), key=lambda name: name.text)[:MEASURES_LOOKED_AT]:
        ordered = [word.key for word in words(name.text)]
        keys = frozenset(ordered)
        said = [unit.covered_by(keys) for unit in sought.units]
        if any(said):
            missing = tuple(unit for unit, own in zip(sought.units, said, strict=True) if not own)
            others = {key for key in keys.difference(*said) if not _is_common(key)}
            first = next((key for key in ordered if not _is_common(key)), "")
            yield name, missing, len(others), first not in others


def _figures(
    name: Name, missing: Sequence[Unit], sought: Wanted, context: Context, close: Closeness
) -> Iterable[Figure]:
    measure = Literal(name.text, language=name.language or None)
    for row in select(context.snapshot, "observations", measure=measure):
        area = row["area"].value if row["area"] is not None else ""
        period = row["period"].value if row["period"] is not None else ""
        subject = row["subject"].value if row["subject"] is not None else ""
        if not _fits_area(area, sought.areas) or not _fits_period(period, sought.years):
            continue
        left = [unit for unit in missing if subject not in unit.iris]
        if left and not _said_around(left, row["observation"], subject, context):
            continue
        unit = row["unit"].value if row["unit"] is not None else ""
        yield Figure(row["observation"].value, name.text, period, area, close.extra, close.leads, unit)


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


def _closest(figures: Sequence[Figure], sought: Wanted, *, counts: bool) -> tuple[Figure, ...]:
    """Measures that say just what was asked, else all that fit; figures without an area first when none was asked."""
    least = [figure for figure in figures if figure.extra == 0]
    least = least or [figure for figure in figures if figure.leads or figure.extra <= FEW] or list(figures)
    if counts and least[0].extra:  # how many clusters there are is no sum of money
        least = [figure for figure in least if not figure.unit] or least
    if not sought.areas:
        least = [figure for figure in least if not figure.area] or least
    singles = [figure for figure in least if "/" not in figure.period]
    if sought.years and len(singles) > 1:
        least = singles
    return tuple(
        sorted(least, key=lambda figure: (figure.extra, figure.measure, figure.period, figure.area, figure.iri))
    )


def _is_common(key: str) -> bool:
    return key not in PART_OF and (key in STOPWORDS or key in NEUTRAL or key.isdigit())


PART_OF = frozenset({"them", "они", "list", "список"})
"""A measure with one of these ("11 of them are pilot clusters") counts part of something that was said before it."""
