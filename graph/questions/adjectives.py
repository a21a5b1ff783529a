"""Adjectives that Russian makes from a place's name: who asks for Sarov or Саров means «Саровский … кластер»."""

import re

from graph.questions.words import Word, key, sound

ENDINGS = ("ский", "инский", "енский", "овский")
"""What follows the stem of a place's name: саровский, пущинский, дубненский, орловский."""
OWN_ENDING = "ий"
"""What follows a name in -ск or -цк: обнинский, липецкий."""
_LAST = re.compile("[аеиоуыьйяё]$|[aeiouy]$")
_OWN = ("ск", "цк", "sk", "ck")
SHORTEST = 4  # letters of a place's name; shorter ones make adjectives that are other words
PLACED = frozenset({"в", "во", "около", "под", "близ", "in", "at", "near", "around"})
"""Words after which a place is where something is, and not what is asked for."""


def adjectives_of(word: Word) -> frozenset[str]:
    """The keys under which the index of names may have an adjective that is made from a place's name.

    >>> from graph.questions.words import words
    >>> "саровский" in adjectives_of(words("Сарова")[0]), "~sarovski" in adjectives_of(words("Sarov")[0])
    (True, True)
    """
    if not word.text.isalpha() or len(word.text) < SHORTEST:
        return frozenset()
    if word.text.isascii():
        return frozenset(f"~{made}" for made in _made(word.text.casefold()))
    return frozenset(made for form in word.forms for made in _made(form))


def _made(name: str) -> list[str]:
    is_latin = name.isascii()
    if name.endswith(_OWN):
        return [sound(name + "iy")] if is_latin else [name + OWN_ENDING]
    stem = _LAST.sub("", name)
    return [sound(stem) + sound(ending) for ending in ENDINGS] if is_latin else [stem + ending for ending in ENDINGS]


def is_made_from(part: Word, place: Word) -> bool:
    """Whether a word of a name is an adjective that is made from a place's name.

    >>> from graph.questions.words import words
    >>> is_made_from(*words("Саровский Sarov")), is_made_from(*words("Саратовский Саров"))
    (True, False)
    """
    return bool(adjectives_of(place) & {key(part.text), f"~{sound(part.text)}"})
