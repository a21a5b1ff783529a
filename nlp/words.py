"""The words of a document, computed once, with their dictionary forms, computed when they are asked."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.morphology import lemma

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=200_000)
def lemma_of(word: str) -> str:
    """The dictionary form of a word with е for ё; of a Latin word the word in small letters."""
    return word.lower() if word[0] < "Ѐ" else lemma(word).replace("ё", "е")


class Word(NamedTuple):
    """A word where it stands."""

    start: int
    end: int
    text: str

    @property
    def lemma(self) -> str:
        """Its dictionary form with е for ё; of a Latin word the word in small letters."""
        return lemma_of(self.text)


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


def words(doc: Doc) -> list[Word]:
    """The words of the document's text in order, computed once a document."""
    if "words" not in doc.user_data:
        doc.user_data["words"] = words_of_tokens(doc._.document.text, doc.user_data.pop("tokens"))
    found: list[Word] = doc.user_data["words"]
    return found


def index_of(found: Iterable[Word], lemma: Callable[[str], str] = lemma_of) -> Mapping[str, Sequence[int]]:
    """The indexes of words by dictionary form; of those left out for which `lemma` gives nothing."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, form in enumerate([lemma(word) for _, _, word in found]):
        if form:
            places[form].append(index)
    places.default_factory = None
    return places


def indexes(places: Mapping[str, Sequence[int]], lemmas: Iterable[str]) -> list[int]:
    """Where words of these dictionary forms stand, in order.

    >>> indexes(index_of(read_words("Фонд и фонды, центр")), {"фонд", "центр"})
    [0, 2, 3]
    """
    return sorted(index for lemma in places.keys() & lemmas for index in places[lemma])


def read_words(text: str) -> list[Word]:
    """The words of a text.

    >>> [word.lemma for word in read_words("Пилотных кластеров")]
    ['пилотный', 'кластер']
    """
    # a word is made as the tuple that it is: a third of the time of its own constructor, for every word of a text
    made = tuple.__new__
    return [made(Word, (*match.span(), match[0])) for match in WORD.finditer(text)]


def words_of_tokens(text: str, tokens: Sequence[str]) -> list[Word]:
    """What `read_words(text)` gives, where the text is cut into tokens already (`nlp/tokens.py`).

    >>> words_of_tokens("Пилотных кластеров", ["Пилотных ", "кластеров"]) == read_words("Пилотных кластеров")
    True
    """
    if len(_CUTS) > TOKENS_KEPT:
        _CUTS.clear()
    made = tuple.__new__
    found = [
        made(Word, (start, start + size, word))
        for start, (size, word) in zip(_starts(tokens), map(_CUTS.__getitem__, tokens), strict=False)
        if size
    ]
    if "_" not in text:
        return found
    joined = [(start, token) for start, token in zip(_starts(tokens), tokens, strict=False) if "_" in token]
    parts = [
        word._replace(start=start + word.start, end=start + word.end)
        for start, token in joined
        for word in read_words(token)
    ]
    return sorted([*found, *parts])


def _starts(tokens: Iterable[str]) -> Iterator[int]:
    return accumulate(map(len, tokens), initial=0)


class _Cuts(dict[str, tuple[int, str]]):
    """Of each token the length and the text of the word that it is; a length of 0 where it is none, or words that an
    underscore joins."""

    def __missing__(self, token: str) -> tuple[int, str]:
        word = WORD.match(token) if "_" not in token else None
        self[token] = cut = (word.end(), word[0]) if word else (0, "")
        return cut


_CUTS = _Cuts()
TOKENS_KEPT = 400_000  # tokens with and without the blank after them; a large library has about 150,000 words
