"""What speaks for and against two people being one. A name alone never joins two people.

Each function is one feature: its weight where it holds, else 0. Its docstring is the sentence shown to who asks why.
"""

from collections.abc import Callable
from functools import lru_cache

from graph.resolution.pair import PeoplePair, ThingPair, names_of_authority
from graph.resolution.profile import Profile
from graph.resolution.things import CLUSTERS, ORGANIZATIONS
from graph.resolution.words import Name, name_parts
from nlp.normal import plain

Feature = Callable[[PeoplePair], float]

ALIKE = 0.35
"""The score from which two names of clusters or organizations are taken for one where a person is stated with them."""
OFFICES = frozenset({"governor", "mayor", "president", "minister", "chairman", "premier"})
"""Offices that one person holds in a place at a time."""
LEADERS = frozenset({"director", "head"})
ENOUGH_WORDS = 3
"""Words of a role that say whose leader one is: director of the Centre for Cluster Development of a region."""


def same_surname(pair: PeoplePair) -> float:
    """The surname is the same, whatever the alphabet."""
    return 0.0 if pair.fit and not pair.fit.last else 0.3 if pair.fit else -2.0


def near_surname(pair: PeoplePair) -> float:
    """The surname is the same but for how it is transcribed."""
    return 0.2 if pair.fit and not pair.fit.last and not pair.fit.is_part else 0.0


def part_of_surname(pair: PeoplePair) -> float:
    """The surname of one is a part of the other's double one."""
    return 0.1 if pair.fit and not pair.fit.last and pair.fit.is_part else 0.0


def same_first_name(pair: PeoplePair) -> float:
    """The first name is the same."""
    return 0.3 if pair.fit and pair.fit.first == "equal" else 0.0


def same_first_initial(pair: PeoplePair) -> float:
    """The first name begins with the other's initial."""
    return 0.2 if pair.fit and pair.fit.first == "initial" else 0.0


def familiar_first_name(pair: PeoplePair) -> float:
    """The first name of one is a familiar form of the other's."""
    return 0.1 if pair.fit and pair.fit.first == "familiar" else 0.0


def other_first_name(pair: PeoplePair) -> float:
    """The first names differ."""
    return -2.0 if pair.fit and pair.fit.first == "conflict" else 0.0


def same_patronymic(pair: PeoplePair) -> float:
    """The patronymic is the same."""
    return 0.1 if pair.fit and pair.fit.middle == "equal" else 0.0


def same_second_initial(pair: PeoplePair) -> float:
    """The patronymic begins with the other's initial."""
    return 0.05 if pair.fit and pair.fit.middle == "initial" else 0.0


def other_patronymic(pair: PeoplePair) -> float:
    """The patronymics differ."""
    return -2.0 if pair.fit and pair.fit.middle == "conflict" else 0.0


def same_context(pair: PeoplePair) -> float:
    """Both are stated with the same cluster or organization."""
    return 0.4 if any(are_alike(a, b) for a in pair.left.contexts for b in pair.right.contexts) else 0.0


def same_office(pair: PeoplePair) -> float:
    """Both hold the same office, of which there is one."""
    return 0.4 if any(_is_office(a, b, pair) for a in pair.left.roles for b in pair.right.roles) else 0.0


def same_own_contact(pair: PeoplePair) -> float:
    """Both have the same telephone or e-mail."""
    return 0.4 if set(pair.left.contacts) & set(pair.right.contacts) else 0.0


def _is_office(one: str, other: str, pair: PeoplePair) -> bool:
    left, right = name_parts(one), name_parts(other)
    if _sense(left) != _sense(right):
        return False
    if _sense(left) == {"head"}:
        is_of_region = bool(left.regions) and left.regions == right.regions
        return is_of_region and (left.is_city, left.is_region) == (right.is_city, right.is_region)
    if _sense(left) & LEADERS:
        return len(_sense(left)) >= ENOUGH_WORDS and bool(left.regions) and left.regions == right.regions
    if not _sense(left) & OFFICES:
        return False
    if left.regions or right.regions or len(_sense(left)) > 1:
        return left.regions == right.regions
    return bool(set(pair.left.regions) & set(pair.right.regions))


def _sense(name: Name) -> frozenset[str]:
    return name.domains | name.heads | name.propers


@lru_cache(maxsize=20_000)
def are_alike(one: str, other: str) -> bool:
    """Whether two contexts are one: the same id, or names of one kind of thing that are joined by themselves.

    >>> are_alike("cluster|технополис новый звездный", "cluster|novy zvezdny")
    True
    """
    if one == other:
        return True
    return any(_is_one(left, right) for left in _named(one) for right in _named(other))


def _named(context: str) -> tuple[tuple[str, str], ...]:
    """The kinds and names of a context: of a body of the state all those that the vocabulary has."""
    kind, bar, name = context.partition("|")
    if bar:
        return ((kind, name),)
    return tuple(("organization", plain(known)) for known in names_of_authority(context))


def _is_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] != other[0]:
        return False
    left, right = sorted((one[1], other[1]))
    profile = Profile(one[0], (), ())
    pair = ThingPair.of(profile, profile, (left, right))
    features = CLUSTERS if one[0] == "cluster" else ORGANIZATIONS
    return sum(feature(pair) for feature in features) >= ALIKE


PEOPLE: tuple[Feature, ...] = (
    same_surname,
    near_surname,
    part_of_surname,
    same_first_name,
    same_first_initial,
    familiar_first_name,
    other_first_name,
    same_patronymic,
    same_second_initial,
    other_patronymic,
    same_context,
    same_office,
    same_own_contact,
)
"""What is asked of two people, in the order in which it is shown."""
