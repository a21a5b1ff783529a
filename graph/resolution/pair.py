"""Two entities side by side, under one name of each: what features look at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Self

from graph.resolution.acronyms import common_short, common_short_abroad, without_honours, words_of
from graph.resolution.first_names import is_first
from graph.resolution.letters import is_near
from graph.resolution.lexicon import STOP
from graph.resolution.meanings import has_meaning
from graph.resolution.persons import PersonFit, compare
from graph.resolution.profile import Profile
from graph.resolution.short_forms import LONG_SHORT, is_written_out
from graph.resolution.words import Name, name_parts, respelt
from nlp.normal import plain
from ontology.vocabulary import vocabulary

COUNTRY_ID = "country/RU"
"""What says that a body is of the whole country, among regions."""


@dataclass(frozen=True, slots=True)
class ThingPair:
    """Two clusters or organizations. Where one name is shortened in the other, `rests` are what is left of both;
    `is_abroad` where the letters are those of a translation."""

    left: Profile
    right: Profile
    one: Name
    other: Name
    rests: tuple[tuple[str, ...], tuple[str, ...]] | None
    is_abroad: bool
    bodies: tuple[str, str]
    names: tuple[str, str]

    @classmethod
    def of(cls, left: Profile, right: Profile, names: tuple[str, str]) -> Self:
        """The pair under these two names."""
        whole = _aligned(name_parts(names[0]), name_parts(names[1]))
        honours = whole[0].honours | whole[1].honours
        words = without_honours(words_of(names[0]), honours), without_honours(words_of(names[1]), honours)
        same_language = common_short(*words)
        short = same_language or (None if is_written_out(names) else common_short_abroad(*words))
        rests = (tuple(short[0]), tuple(short[1])) if short else None
        bodies = ("" if left.regions else authority_of(names[0]), "" if right.regions else authority_of(names[1]))
        one, other = _shortened(whole, rests) if rests else whole
        return cls(left, right, one, other, rests, same_language is None, bodies, names)

    @property
    def family(self) -> str:
        """The word under which both are named."""
        return self.left.family

    @property
    def is_long_short(self) -> bool:
        """Whether one name is many letters, each of which begins a word whose meaning is known: few names fit them."""
        words = sorted((words_of(name) for name in self.names), key=len)
        is_known = all(word in STOP or has_meaning(word) or name_parts(word).places for word in words[1])
        return len("".join(words[0])) >= LONG_SHORT and len(words[0]) == 1 and is_known

    @property
    def are_titles(self) -> bool:
        """Whether both documents give the name without the word for its kind, in quotation marks as a rule."""
        is_said = ["cluster" in name_parts(profile.normal).heads for profile in (self.left, self.right)]
        return not any(is_said) or (not all(is_said) and _wording(self.one) == _wording(self.other))

    @property
    def subjects(self) -> tuple[frozenset[str], frozenset[str]]:
        """What both names say of what the thing does."""
        return self.one.subject(self.family), self.other.subject(self.family)

    @property
    def places(self) -> tuple[frozenset[str], frozenset[str]]:
        """The regions of both: those in the name, else those that the document states."""
        wholes = name_parts(self.names[0]), name_parts(self.names[1])
        return _places(self.one, self.left, wholes[0]), _places(self.other, self.right, wholes[1])


@dataclass(frozen=True, slots=True)
class PeoplePair:
    """Two people; `fit` is None where their surnames differ."""

    left: Profile
    right: Profile
    fit: PersonFit | None

    @classmethod
    def of(cls, left: Profile, right: Profile, names: tuple[str, str]) -> Self:
        """The pair under these two names."""
        return cls(left, right, compare(*names))

    @property
    def family(self) -> str:
        """The word under which both are named."""
        return self.left.family


Pair = ThingPair | PeoplePair


def _wording(name: Name) -> list[str]:
    return [token.word for token in name.tokens if token.part != "head"]


def _places(name: Name, profile: Profile, whole: Name) -> frozenset[str]:
    """Where it is: as the name or the document says, else as what is short for the other's name says; the country only
    where no region is named, as that of a service whose office it is."""
    return (name.regions - {COUNTRY_ID}) or frozenset(profile.regions) or whole.regions - {COUNTRY_ID} or name.regions


def _aligned(one: Name, other: Name) -> tuple[Name, Name]:
    """Both names with their own words in one spelling, and without whom only one of them says that it honours: Bauman
    … University, … университет имени Баумана."""
    if one.is_latin != other.is_latin:
        other = respelt(other, one)
    if one.honours and not other.honours:
        other = _honouring(other, one.honours)
    elif other.honours and not one.honours:
        one = _honouring(one, other.honours)
    return one, other


def _shortened(whole: tuple[Name, Name], rests: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Name, Name]:
    """Both names by what is left of them, after whom they are named as before."""
    one, other = _aligned(*(name_parts(" ".join(rest)) for rest in rests))
    return replace(one, honours=whole[0].honours), replace(other, honours=whole[1].honours)


def _honouring(name: Name, honours: frozenset[str]) -> Name:
    said = frozenset(word for word in name.propers if any(is_near(word, honour) for honour in honours))
    firsts = frozenset(token.value for token in name.tokens if token.part == "proper" and is_first(token.word))
    return replace(name, propers=name.propers - said - firsts, honours=honours) if said else replace(name, honours=said)


@lru_cache(maxsize=20_000)
def authority_of(name: str) -> str:
    """The id of the state's body that goes by this plain name and no other does; "" where there is none.

    >>> authority_of("минпромторг россии"), authority_of("минобрнауки россии"), authority_of("протон")
    ('authority/minpromtorg', '', '')
    """
    found = _bodies().get(name, set())
    return next(iter(found)) if len(found) == 1 else ""


@cache
def names_of_authority(id_: str) -> tuple[str, ...]:
    """The names of the body of the state that has this id; none where there is none.

    >>> "Росатом" in names_of_authority("authority/rosatom")
    True
    """
    return next((body.names for body in vocabulary().authorities if body.id == id_), ())


@cache
def _bodies() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for body in vocabulary().authorities:
        for name in body.names:
            found.setdefault(plain(name), set()).add(body.id)
    return found
