"""What leaves two things of one name to a person, however much speaks for them being one.

Each function is one doubt. Its docstring is the sentence shown to who asks why.
"""

from collections.abc import Callable

from graph.resolution.acronyms import OF_PLACE
from graph.resolution.common_nouns import is_word
from graph.resolution.lexicon import word_list
from graph.resolution.pair import ThingPair
from graph.resolution.words import name_parts

Doubt = Callable[[ThingPair], bool]

DOUBTFUL = 0.6
"""The score to which a doubt takes a pair down: a person is asked."""
EVERYWHERE = word_list(
    """
    centre department administration directorate committee hospital library gymnasium lyceum clinic
    """
)
"""Kinds of which each place has its own, under one name."""


def other_legal_form(pair: ThingPair) -> bool:
    """The names give two kinds of legal person: a company may be renamed, or two share a name."""
    return bool(pair.one.form and pair.other.form) and pair.one.form != pair.other.form and not _is_reached(pair)


def common_noun(pair: ThingPair) -> bool:
    """The name is a word of the dictionary, which several go by, and only one of them is given a legal form."""
    if pair.one.form == pair.other.form or _is_reached(pair) or pair.places[0] & pair.places[1]:
        return False
    return is_word(pair.one) or is_word(pair.other)


def word_of_one_only(pair: ThingPair) -> bool:
    """Only one name has words of its own, which may tell it from the other."""
    is_known = all(pair.bodies) or pair.one.honours & pair.other.honours or _is_reached(pair)
    return bool(pair.one.propers) != bool(pair.other.propers) and not is_known


def one_in_every_place(pair: ThingPair) -> bool:
    """Every place may have one of this name, and neither says where it is."""
    is_anywhere = not any((*pair.places, *(name_parts(name).propers for name in pair.names)))
    return is_anywhere and bool(pair.one.heads & pair.other.heads & EVERYWHERE) and not _is_reached(pair)


def stated_elsewhere(pair: ThingPair) -> bool:
    """The documents, or the names, place them in different regions."""
    one, other = pair.places
    return bool(one) and bool(other) and not one & other and not _is_reached(pair)


def town_of_short_name(pair: ThingPair) -> bool:
    """The short name stands in a region, and the long one is a town's, of which it is not said where it lies."""
    if pair.rests is None or bool(pair.places[0]) == bool(pair.places[1]) or _is_reached(pair):
        return False
    short, long = sorted(zip(pair.names, pair.places, strict=True), key=lambda side: len(side[0]))
    is_towns = any(token.part == "proper" and OF_PLACE.search(token.word) for token in name_parts(long[0]).tokens)
    return bool(short[1]) and is_towns


def _is_reached(pair: ThingPair) -> bool:
    """Whether a telephone, e-mail, web address or number of registration is the same."""
    one, other = pair.left, pair.right
    return bool({*one.contacts, *one.registered} & {*other.contacts, *other.registered})


DOUBTS: tuple[Doubt, ...] = (
    other_legal_form,
    common_noun,
    word_of_one_only,
    one_in_every_place,
    stated_elsewhere,
    town_of_short_name,
)
"""What is asked of two organizations after all else."""
CLUSTER_DOUBTS: tuple[Doubt, ...] = (stated_elsewhere,)
"""What is asked of two clusters."""
