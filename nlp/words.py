"""The words of a document, computed once, with their dictionary forms, computed when they are asked."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple, overload

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


class Words(Sequence[Word]):
    """The words of a text in order, each made when it is asked for: of a hundred, six are.

    `texts` are all of them as they are written.
    """

    def __init__(self, starts: Sequence[int], texts: Sequence[str]) -> None:
        """`starts` are where they begin."""
        self._starts = starts
        self.texts = texts

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return list(map(self.__getitem__, range(*at.indices(len(self.texts)))))
        start, text = self._starts[at], self.texts[at]
        # made as the tuple that it is: a third of the time of its own constructor
        return tuple.__new__(Word, (start, start + len(text), text))


def words(doc: Doc) -> Words:
    """The words of the document's text in order, computed once a document."""
    if "words" not in doc.user_data:
        doc.user_data["words"] = words_of_tokens(doc._.document.text, doc.user_data.pop("tokens"))
    found: Words = doc.user_data["words"]
    return found


def index_of(texts: Sequence[str], lemma: Callable[[str], str] = lemma_of) -> Mapping[str, Sequence[int]]:
    """The indexes of words by dictionary form; of those left out for which `lemma` gives nothing."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    forms = list(map(lemma, texts))
    for index in compress(range(len(forms)), forms):
        places[forms[index]].append(index)
    places.default_factory = None
    return places


def indexes(places: Mapping[str, Sequence[int]], lemmas: Iterable[str]) -> list[int]:
    """Where words of these dictionary forms stand, in order.

    >>> indexes(index_of(["Фонд", "и", "фонды", "центр"]), {"фонд", "центр"})
    [0, 2, 3]
    """
    return sorted(index for lemma in places.keys() & lemmas for index in places[lemma])


def read_words(text: str) -> list[Word]:
    """The words of a text.

    >>> [word.lemma for word in read_words("Пилотных кластеров")]
    ['пилотный', 'кластер']
    """
    return [Word(*match.span(), match[0]) for match in WORD.finditer(text)]


def words_of_tokens(text: str, tokens: Sequence[str]) -> Words:
    """What `read_words(text)` gives, where the text is cut into tokens already (`nlp/tokens.py`).

    >>> list(words_of_tokens("Пилотных кластеров", ["Пилотных ", "кластеров"])) == read_words("Пилотных кластеров")
    True
    """
    if len(_CUTS) > TOKENS_KEPT:
        _CUTS.clear()
    starts = list(accumulate(map(len, tokens), initial=0))
    cuts = list(map(_CUTS.__getitem__, tokens))
    found = Words(list(compress(starts, cuts)), list(filter(None, cuts)))
    if "_" not in text:
        return found
    return _with_parts(found, ((at, token) for at, token in zip(starts, tokens, strict=False) if "_" in token))


def _with_parts(found: Words, joined: Iterable[tuple[int, str]]) -> Words:
    """The words with those that underscores join in the tokens at these places."""
    parts = [(start + word.start, word.text) for start, token in joined for word in read_words(token)]
    whole = sorted([*((word.start, word.text) for word in found), *parts])
    return Words([start for start, _ in whole], [text for _, text in whole])


class _Cuts(dict[str, str]):
    """Of each token the word that it begins with; nothing where it is none, or words that an underscore joins."""

    def __missing__(self, token: str) -> str:
        word = token.rstrip()
        self[token] = cut = word if word.isalnum() else ""
        return cut


_CUTS = _Cuts()
TOKENS_KEPT = 400_000  # tokens with and without the blank after them; a large library has about 150,000 words
