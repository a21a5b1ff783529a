"""Two entities side by side, under one name of each: what features look at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Self

from graph.resolution.acronyms import common_short, common_short_abroad, words_of
from graph.resolution.letters import is_near
from graph.resolution.persons import PersonFit, compare
from graph.resolution.profile import Profile
from graph.resolution.words import LONG_SHORT, Name, has_meaning, is_written_out, name_parts, respelt
from nlp.normal import plain
from ontology.vocabulary import vocabulary


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
        words = words_of(names[0]), words_of(names[1])
        same_language = common_short(*words)
        short = same_language or (None if is_written_out(names) else common_short_abroad(*words))
        rests = (tuple(short[0]), tuple(short[1])) if short else None
        shown = tuple(map(" ".join, rests)) if rests else names
        bodies = ("" if left.regions else authority_of(names[0]), "" if right.regions else authority_of(names[1]))
        one, other = _aligned(name_parts(shown[0]), name_parts(shown[1]))
        return cls(left, right, one, other, rests, same_language is None, bodies, names)

    @property
    def family(self) -> str:
        """The word under which both are named."""
        return self.left.family

    @property
    def is_long_short(self) -> bool:
        """Whether one name is many letters, each of which begins a word whose meaning is known: few names fit them."""
        words = sorted((words_of(name) for name in self.names), key=len)
        return len("".join(words[0])) >= LONG_SHORT and len(words[0]) == 1 and all(map(has_meaning, words[1]))

    @property
    def are_titles(self) -> bool:
        """Whether both documents give the name without the word for its kind, in quotation marks as a rule."""
        return not any("cluster" in name_parts(profile.normal).heads for profile in (self.left, self.right))

    @property
    def subjects(self) -> tuple[frozenset[str], frozenset[str]]:
        """What both names say of what the thing does."""
        return self.one.subject(self.family), self.other.subject(self.family)

    @property
    def places(self) -> tuple[frozenset[str], frozenset[str]]:
        """The regions of both: those in the name, else those that the document states."""
        return (
            self.one.regions or frozenset(self.left.regions),
            self.other.regions or frozenset(self.right.regions),
        )


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


def _honouring(name: Name, honours: frozenset[str]) -> Name:
    said = frozenset(word for word in name.propers if any(is_near(word, honour) for honour in honours))
    return replace(name, propers=name.propers - said, honours=honours if said else frozenset())


@lru_cache(maxsize=20_000)
def authority_of(name: str) -> str:
    """The id of the state's body that goes by this plain name and no other does; "" where there is none.

    >>> authority_of("минпромторг россии"), authority_of("минобрнауки россии"), authority_of("протон")
    ('authority/minpromtorg', '', '')
    """
    found = _bodies().get(name, set())
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _bodies() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for body in vocabulary().authorities:
        for name in body.names:
            found.setdefault(plain(name), set()).add(body.id)
    return found
