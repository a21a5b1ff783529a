"""What leaves two things of one name to a person, however much speaks for them being one.

Each function is one doubt. Its docstring is the sentence shown to who asks why.
"""

from collections.abc import Callable

from graph.resolution.common_nouns import is_word
from graph.resolution.lexicon import word_list
from graph.resolution.pair import ThingPair

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


def one_in_every_place(pair: ThingPair) -> bool:
    """Every place may have one of this name, and neither says where it is."""
    is_anywhere = not any((*pair.places, pair.one.propers, pair.other.propers))
    return is_anywhere and bool(pair.one.heads & pair.other.heads & EVERYWHERE) and not _is_reached(pair)


def stated_elsewhere(pair: ThingPair) -> bool:
    """The documents, or the names, place them in different regions."""
    one, other = pair.places
    return bool(one) and bool(other) and not one & other and not _is_reached(pair)


def _is_reached(pair: ThingPair) -> bool:
    """Whether a telephone, e-mail, web address or number of registration is the same."""
    one, other = pair.left, pair.right
    return bool({*one.contacts, *one.registered} & {*other.contacts, *other.registered})


DOUBTS: tuple[Doubt, ...] = (other_legal_form, common_noun, one_in_every_place, stated_elsewhere)
"""What is asked of two organizations after all else."""
CLUSTER_DOUBTS: tuple[Doubt, ...] = (stated_elsewhere,)
"""What is asked of two clusters."""
