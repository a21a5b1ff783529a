"""Where the words stand that steps look for by their dictionary form.

Few words are: six in a hundred. A word that begins otherwise than every form of those is not asked for its own, which
costs as much as all else that is done with a word of a text.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from nlp.dictionary import forms_of
from nlp.gazetteers import authorities, concepts
from nlp.head_words import AUTHORITIES, CLUSTERS, COMMON_HEADS, INSTITUTIONS
from nlp.words import index_of, lemma_of, words

GROUPS = ("specializations", "sectors", "statuses", "programmes")
"""The groups of the vocabulary whose names are looked for."""

ENDING = 5  # letters: the dictionary guesses by the last five, so a word keeps those before them in every form
SIZES = range(3, 8)  # letters at the beginning of a word that tell it from what is looked for


@cache
def sought() -> frozenset[str]:
    """Every dictionary form that is looked for."""
    gazetteers = (authorities(), *map(concepts, GROUPS))
    return frozenset().union(
        INSTITUTIONS, AUTHORITIES, COMMON_HEADS, CLUSTERS, *(gazetteer.first_words for gazetteer in gazetteers)
    )


def places(doc: Doc) -> Mapping[str, Sequence[int]]:
    """The indexes of the document's words by dictionary form, of those in `sought()`; computed once a document."""
    if "places" not in doc.user_data:
        known = _known()
        if len(known) > WORDS_KEPT:
            known.clear()
        doc.user_data["places"] = index_of(words(doc), known.__getitem__)
    found: Mapping[str, Sequence[int]] = doc.user_data["places"]
    return found


class _Known(dict[str, str]):
    """Of each word its dictionary form where it is looked for, else nothing."""

    def __missing__(self, word: str) -> str:
        self[word] = found = self._read(word)
        return found

    def _read(self, word: str) -> str:
        if word[0] >= "Ѐ" and not _may_be_sought(word):
            return ""
        lemma = lemma_of(word)
        return lemma if lemma in sought() else ""


WORDS_KEPT = 400_000  # words as written; a large library has about 150,000
_known = cache(_Known)


def _may_be_sought(word: str) -> bool:
    size = min(max(len(word) - ENDING, SIZES[0]), SIZES[-1])
    return word[:size].lower().replace("ё", "е") in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """How words begin, with е for ё, that may have a dictionary form that is looked for."""
    forms = {form.replace("ё", "е") for lemma in sought() for form in _forms(lemma)}
    return frozenset(form[:size] for form in forms for size in SIZES)


def _forms(lemma: str) -> Iterator[str]:
    """The dictionary form itself, and every form that the dictionary has of it or of what is left of it without its
    first letters: so words are guessed."""
    yield lemma
    for size in range(len(lemma)):
        yield from (lemma[:size] + form for form in forms_of(lemma[size:]))
