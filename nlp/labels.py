"""What the label of a field or the header of a column means: a property of the vocabulary, by any of its names."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from nlp.morphology import lemma
from nlp.normal import plain
from ontology.vocabulary import Concept, Term, vocabulary

GENERIC = frozenset({"кластер", "cluster", "the", "of", "a", "этот", "данный"})
"""Words of a label that only repeat whose field it is."""

CONTACT = "svod:contact"
NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s+|[-–—•●▪*]+\s*)")
UNIT_IN_LABEL = re.compile(
    r"[,(]\s*(?:чел\.?|человек|ед\.?|шт\.?|тыс\.?.*|млн.*|год[аы]?|гг?\.?|units?|people)\s*\)?$", re.IGNORECASE
)
BRACKETS = re.compile(r"\([^()]*\)")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=50_000)
def key(text: str) -> tuple[str, ...]:
    """The dictionary forms of the words of a label, without numbering, units and generic words, in order.

    >>> key("  1. СТАТУС КЛАСТЕРА: "), key("Число участников, ед.")
    (('статус',), ('число', 'участник'))
    """
    words = WORD.findall(plain(UNIT_IN_LABEL.sub("", NUMBERING.sub("", text.strip().rstrip(":：")))))
    lemmas = tuple(_word(word) for word in words)
    kept = tuple(word for word in lemmas if word not in GENERIC)
    return kept or lemmas


def property_of(label: str) -> Term | None:
    """The property that a label names, or None.

    Brackets are left out where the label does not name one with them ("Участники (организации)").
    """
    found = _properties()
    return found.get(key(label)) or found.get(key(BRACKETS.sub(" ", label)))


def concept_of(name: str, type_: str) -> Concept | None:
    """The concept of class `type_` that the vocabulary calls so, in either language and any inflection."""
    return _concepts(type_).get(key(name))


def form_of(word: str) -> str:
    """The dictionary form of a word of a label; of an English one the singular.

    >>> form_of("Кластеров"), form_of("goals")
    ('кластер', 'goal')
    """
    return _word(word.casefold().replace("ё", "е"))


def _word(word: str) -> str:
    if word.isascii():
        return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word
    return lemma(word)


@cache
def _properties() -> Mapping[tuple[str, ...], Term]:
    """Every name of every property that a cluster's card may give; labels win over alternative names.

    A name that several ways to be reached share ("Контакты") is the general one's.
    """
    terms = [term for term in vocabulary().properties.values() if _is_of_card(term)]
    found: dict[tuple[str, ...], Term] = {}
    terms.sort(key=lambda term: (term.curie != CONTACT, term.curie))
    labels = [(name, term) for term in terms for name in (term.ru, term.en)]
    others = [(name, term) for term in terms for name in (*term.alt_ru, *term.alt_en)]
    for name, term in (*labels, *others):
        if key(name):
            found.setdefault(key(name), term)
    return found


def _is_of_card(term: Term) -> bool:
    known = term.curie in {CONTACT, "skos:altLabel"} or CONTACT in term.broader
    return known or "svod:Cluster" in (*term.domain, *term.range)


@cache
def _concepts(type_: str) -> Mapping[tuple[str, ...], Concept]:
    words = vocabulary()
    groups = {
        "svod:Specialization": (*words.specializations, *words.sectors),
        "svod:ClusterStatus": words.statuses,
        "svod:OrganizationalLevel": words.levels,
        "svod:Programme": words.programmes,
    }
    found: dict[tuple[str, ...], Concept] = {}
    for concept in groups.get(type_, ()):
        for name in concept.names:
            found.setdefault(key(name), concept)
    return found
