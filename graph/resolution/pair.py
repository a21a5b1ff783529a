"""Two entities side by side, under one name of each: what features look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from graph.resolution.acronyms import common_short, words_of
from graph.resolution.persons import PersonFit, compare
from graph.resolution.profile import Profile
from graph.resolution.words import Name, name_parts
from nlp.normal import plain
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class ThingPair:
    """Two clusters or organizations. Where one name is shortened in the other, `rests` are what is left of both."""

    left: Profile
    right: Profile
    one: Name
    other: Name
    rests: tuple[tuple[str, ...], tuple[str, ...]] | None
    bodies: tuple[str, str]

    @classmethod
    def of(cls, left: Profile, right: Profile, names: tuple[str, str]) -> Self:
        """The pair under these two names."""
        short = common_short(words_of(names[0]), words_of(names[1]))
        rests = (tuple(short[0]), tuple(short[1])) if short else None
        shown = tuple(map(" ".join, rests)) if rests else names
        bodies = ("" if left.regions else authority_of(names[0]), "" if right.regions else authority_of(names[1]))
        return cls(left, right, name_parts(shown[0]), name_parts(shown[1]), rests, bodies)

    @property
    def family(self) -> str:
        """The word under which both are named."""
        return self.left.family

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
