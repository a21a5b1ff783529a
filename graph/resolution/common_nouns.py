"""Names that are a word of the dictionary and nothing more («Вектор», «Маяк»): many things are called so."""

from functools import lru_cache

from graph.resolution.lexicon import PLAIN_HEADS
from graph.resolution.words import Name
from nlp.cluster_words import is_of_town, masculine
from nlp.dictionary import is_known
from nlp.morphology import parse

NAMING = frozenset({"Orgn", "Geox", "Name", "Surn", "Patr", "Abbr", "Trad"})
"""Grammemes of words that the dictionary has as names (OpenCorpora)."""
OF_ONE_COMPANY = frozenset({"камаз", "зил", "уаз", "газ", "ваз", "автоваз", "маз", "белаз", "сбербанк"})
"""Words that came into the dictionary from the name of one company."""


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether a word, in small letters, is a common noun.

    >>> is_common("вектор"), is_common("роснефть"), is_common("алабуга"), is_common("vector")
    (True, False, False, False)
    """
    if word.isascii() or word in OF_ONE_COMPANY or not is_known(word):
        return False
    likeliest = parse(word)[0]
    return likeliest.part == "NOUN" and not likeliest.grammemes & NAMING


@lru_cache(maxsize=20_000)
def is_town(word: str) -> bool:
    """Whether a word, in small letters, is a town's name, or an adjective as one is made from it.

    >>> is_town("зеленоград"), is_town("саровский"), is_town("вектор")
    (True, True, False)
    """
    if word.isascii():
        return False
    return is_of_town(masculine(word)) or any("Geox" in reading.grammemes for reading in parse(word))


def is_word(name: Name) -> bool:
    """Whether a name is one common noun, kinds that say little apart.

    >>> from graph.resolution.words import name_parts
    >>> is_word(name_parts("ооо вектор")), is_word(name_parts("завод вектор")), is_word(name_parts("протон-пм"))
    (True, False, False)
    """
    own = [token.word for token in name.tokens if token.part == "proper"]
    return len(own) == 1 and is_common(own[0]) and not (name.heads - PLAIN_HEADS or name.domains or name.places)
