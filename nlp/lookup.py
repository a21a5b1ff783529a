"""Dictionary forms looked for among words, most of which are not asked for their own: that costs as much as all else
that is done with a word of a text."""

from collections.abc import Callable, Iterable, Iterator

from nlp.dictionary import forms_of

WORDS_KEPT = 400_000  # words as written; a large library has about 150,000
ENDING = 5  # letters: the dictionary guesses by the last five, so a word keeps those before them in every form
SIZES = range(3, 8)  # letters at the beginning of a word that tell it from what is looked for


class Lookup(dict[str, str]):
    """Of each word its dictionary form if that is one of some, else nothing.

    A word that begins otherwise than every form of those is not asked for its own.

    >>> from nlp.words import lemma_of
    >>> found = Lookup({"фонд", "центр"}, lemma_of)
    >>> [found[word] for word in ("Фонды", "центров", "центральный", "районы")]
    ['фонд', 'центр', '', '']
    """

    def __init__(self, lemmas: Iterable[str], lemma_of: Callable[[str], str]) -> None:
        """`lemma_of` gives the dictionary form of a word; `lemmas` are spelt as it spells them."""
        super().__init__()
        self._lemma_of = lemma_of
        self._lemmas = frozenset(lemmas)
        forms = {_with_e(form) for lemma in self._lemmas for form in _forms(lemma)}
        self._beginnings = frozenset(form[:size] for form in forms for size in SIZES)

    def __missing__(self, word: str) -> str:
        if len(self) > WORDS_KEPT:
            self.clear()
        self[word] = found = self._read(word)
        return found

    def _read(self, word: str) -> str:
        size = min(max(len(word) - ENDING, SIZES[0]), SIZES[-1])
        if _with_e(word[:size].lower()) not in self._beginnings:
            return ""
        lemma = self._lemma_of(word)
        return lemma if lemma in self._lemmas else ""


def _with_e(letters: str) -> str:
    return letters.replace("ё", "е")


def _forms(lemma: str) -> Iterator[str]:
    """The dictionary form itself, and every form that the dictionary has of it or of what is left of it without its
    first letters: so words are guessed."""
    yield lemma
    for size in range(len(lemma)):
        yield from (lemma[:size] + form for form in forms_of(lemma[size:]))
