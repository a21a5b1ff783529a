"""A question with its words put to use: the things it names, the terms it uses, the years, and what was left over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.questions.lexicon import Found, lexicon
from graph.questions.names import Named, find_names
from graph.questions.schema import Asks, is_a, links, takes_object
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import Word, key, keys, language_of, words
from graph.search import Index
from ontology.vocabulary import vocabulary

_ASKS: tuple[tuple[Asks, tuple[str, ...]], ...] = (
    ("how_many", ("сколько", "how many", "how much", "число", "количество", "численность", "number of", "count of")),
    (
        "when",
        ("когда", "when", "в каком году", "какого числа", "в каких годах", "what year", "which year", "what date"),
    ),
    ("where", ("где", "куда", "where")),
    ("who", ("кто", "кем", "кому", "кого", "ком", "чей", "who", "whom", "whose")),
    ("why", ("почему", "зачем", "why")),
    ("which", ("какой", "каков", "который", "which")),
    ("what", ("что", "чем", "what")),
)
FIRST_YEAR, LAST_YEAR = 1990, 2100  # of policy documents that the library may hold


@dataclass(frozen=True, slots=True)
class Use:
    """A phrase read as terms: words from `start` to before `end`, and what it may mean (CURIEs)."""

    start: int
    end: int
    curies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, read. `years` is empty, or the first and last year asked for. `unread` are content words that neither
    name a thing nor use a term."""

    text: str
    language: str
    words: tuple[Word, ...]
    asks: Asks
    named: tuple[Named, ...]
    properties: tuple[Use, ...]
    classes: tuple[Use, ...]
    years: tuple[int, ...]
    unread: tuple[Word, ...]

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say something: no question words, no neutral ones, no years."""
        return tuple(word for word in self.words if _says_something(word))


def read(text: str, index: Index, base: str) -> Reading:
    """The question as its words, the vocabulary and the library's names give it."""
    asked, terms = words(text), lexicon()
    named = find_names(asked, index, terms, base)
    inside = {at for one in named for at in range(one.start, one.end) if _is_of_library(one)}
    every = terms.find(asked)
    own = _longest(_uses([one for one in every if inside.issuperset(range(one.start, one.end))], "class"))
    found = [one for one in every if not inside & set(range(one.start, one.end))]
    properties = _longest(_uses(found, "property"))
    classes = _outside(_longest(_uses(found, "class")), properties, asked)
    named = tuple(_fitting(_of_own_class(one, own), (*properties, *classes)) for one in named)
    spans = [(one.start, one.end) for one in named] + [(use.start, use.end) for use in (*properties, *classes)]
    taken = inside.union(*(range(start, end) for start, end in spans))
    told = _told_of(named, index)
    return Reading(
        text=text,
        language=language_of(text),
        words=asked,
        asks=asks_for(asked),
        named=named,
        properties=tuple(properties),
        classes=tuple(classes),
        years=_years(asked),
        unread=tuple(
            word for at, word in enumerate(asked) if at not in taken and _says_something(word) and not word.forms & told
        ),
    )


def asks_for(asked: Sequence[Word]) -> Asks:
    """The kind of answer that the question words ask for, the more telling word first.

    >>> asks_for(words("В каком году принят закон?")), asks_for(words("how many clusters are there"))
    ('when', 'how_many')
    """
    keys = [word.key for word in asked]
    for asks, phrases in _ASKS:
        for phrase in phrases:
            parts = [key(part) for part in phrase.split()]
            if any(keys[at : at + len(parts)] == parts for at in range(len(keys))):
                return asks
    return ""


def _told_of(named: Sequence[Named], index: Index) -> frozenset[str]:
    """The words of the names of what is named clearly: more of them in the question say no more ("488-ФЗ о промышленной
    политике", "от 30.12.2020")."""
    iris = [candidate.iri for one in named if one.is_clear for candidate in one.candidates]
    return frozenset(form for iri in iris for name in index.names_of(iri) for form in keys(name.text))


def _uses(found: Sequence[Found], kind: str) -> list[Use]:
    uses = []
    for one in found:
        curies = tuple(sense.id for sense in one.senses if sense.kind == kind)
        if curies:
            uses.append(Use(one.start, one.end, curies))
    return uses


def _longest(uses: Sequence[Use]) -> list[Use]:
    kept: list[Use] = []
    for use in sorted(uses, key=lambda use: (use.start - use.end, use.start)):
        if all(use.end <= other.start or other.end <= use.start for other in kept):
            kept.append(use)
    return sorted(kept, key=lambda use: use.start)


def _outside(classes: Sequence[Use], properties: Sequence[Use], asked: Sequence[Word]) -> list[Use]:
    """Classes that do not stand behind a property in its own phrase ("менеджер кластера", but "какие акты")."""
    return [
        use
        for use in classes
        if not any(
            use.end <= other.end and any(word.key not in STOPWORDS for word in asked[other.start : use.start])
            for other in properties
        )
    ]


def _is_of_library(named: Named) -> bool:
    """Whether the phrase is a proper name, whose words say nothing else; a status or a region may also hold a class."""
    concepts = ("svod:ClusterStatus", "svod:OrganizationalLevel", "svod:Specialization", "svod:Sector", "svod:ActKind")
    return not all(candidate.type in concepts for candidate in named.candidates)


def _of_own_class(named: Named, classes: Sequence[Use]) -> Named:
    """Among several candidates, those of the class that stands in the name itself (the cluster «Алтайский
    биофармацевтический кластер», not the partnership called after it)."""
    inside = [curie for use in classes if named.start <= use.start < named.end for curie in use.curies]
    kept = tuple(one for one in named.candidates if any(_is_of(one.type, curie) for curie in inside))
    return replace(named, candidates=kept) if kept and not named.is_clear else named


def _fitting(named: Named, uses: Sequence[Use]) -> Named:
    """Among several candidates, those of a class that the question names, or that may have a property it asks for."""
    if named.is_clear and not named.parts:
        return named
    curies = [curie for use in uses for curie in use.curies]
    for fits in (_is_of, _may_have, _may_be, _may_join):
        for candidates in (named.candidates, named.parts):
            kept = tuple(one for one in candidates if any(fits(one.type, curie) for curie in curies))
            if kept:
                return replace(named, candidates=kept)
    return named


def _is_of(type_: str, curie: str) -> bool:
    return curie in vocabulary().classes and is_a(type_, (curie,))


def _may_have(type_: str, curie: str) -> bool:
    domain = vocabulary().properties[curie].domain if curie in vocabulary().properties else ()
    return is_a(type_, domain)


def _may_be(type_: str, curie: str) -> bool:
    return curie in vocabulary().properties and takes_object(curie, type_)


def _may_join(type_: str, curie: str) -> bool:
    return curie in vocabulary().classes and bool(links(curie, type_))


def _says_something(word: Word) -> bool:
    is_common = (word.key in STOPWORDS and not word.is_short_name) or word.key in NEUTRAL
    return not is_common and not _is_year(word)


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == 4 and FIRST_YEAR <= int(word.text) <= LAST_YEAR


def _years(asked: Sequence[Word]) -> tuple[int, ...]:
    years = sorted(int(word.text) for word in asked if _is_year(word))
    return (years[0], years[-1]) if years else ()
