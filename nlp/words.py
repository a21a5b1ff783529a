"""The words of a document with their dictionary forms, computed once, and the finding of known names among them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc

from ingest.record import record
from nlp.morphology import lemma

WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"[\s\-‑–'’.]*")  # what may stand between the words of one name


class Word(NamedTuple):
    """A word where it stands; `lemma` is its dictionary form, of a Latin word the word in small letters."""

    start: int
    end: int
    text: str
    lemma: str


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


def words(doc: Doc) -> list[Word]:
    """The words of the document's text in order, computed once a document."""
    if "words" not in doc.user_data:
        doc.user_data["words"] = words_of_tokens(doc._.document.text, doc.user_data.pop("tokens"))
    found: list[Word] = doc.user_data["words"]
    return found


def places(doc: Doc) -> Mapping[str, Sequence[int]]:
    """The indexes of the document's words by their dictionary form, computed once a document."""
    if "places" not in doc.user_data:
        doc.user_data["places"] = index_of(words(doc))
    found: Mapping[str, Sequence[int]] = doc.user_data["places"]
    return found


def index_of(found: Iterable[Word]) -> Mapping[str, Sequence[int]]:
    """The indexes of words by their dictionary form."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(found):
        places[word[3]].append(index)
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
    return [made(Word, (*match.span(), word := match[0], _key(word))) for match in WORD.finditer(text)]


def words_of_tokens(text: str, tokens: Sequence[str]) -> list[Word]:
    """What `read_words(text)` gives, where the text is cut into tokens already (`nlp/tokens.py`).

    >>> words_of_tokens("Пилотных кластеров", ["Пилотных ", "кластеров"]) == read_words("Пилотных кластеров")
    True
    """
    if len(_CUTS) > TOKENS_KEPT:
        _CUTS.clear()
    made = tuple.__new__
    found = [
        made(Word, (start, start + size, word, lemma))
        for start, (size, word, lemma) in zip(_starts(tokens), map(_CUTS.__getitem__, tokens), strict=False)
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


class _Cuts(dict[str, tuple[int, str, str]]):
    """Of each token the length, the text and the dictionary form of the word that it is; a length of 0 where it is
    none, or words that an underscore joins."""

    def __missing__(self, token: str) -> tuple[int, str, str]:
        word = WORD.match(token) if "_" not in token else None
        self[token] = cut = (word.end(), word[0], _key(word[0])) if word else (0, "", "")
        return cut


_CUTS = _Cuts()
TOKENS_KEPT = 400_000  # tokens with and without the blank after them; a large library has about 150,000 words


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    return word.lower() if word[0] < "Ѐ" else lemma(word).replace("ё", "е")


@dataclass(slots=True)
class Node:
    """A place in the tree of names: what may follow, and whose name ends here (with the name as the list has it)."""

    following: dict[str, "Node"] = field(default_factory=dict)
    entries: list[tuple[str, str]] = field(default_factory=list)


@record
class Hit:
    """Known names that stand at `first:last` of the words (last excluded): pairs of an id and the name as listed."""

    first: int
    last: int
    entries: tuple[tuple[str, str], ...]


class Gazetteer:
    """Names to be found in any case and number. A name in capitals (МЭР) is found in capitals only."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """`names` are pairs of an id and a name."""
        self._root = Node()
        for id_, name in names:
            node = self._root
            for word in read_words(name):
                node = node.following.setdefault(word.lemma, Node())
            if node is not self._root and (id_, name) not in node.entries:
                node.entries.append((id_, name))

    def find(self, text: str, found: Sequence[Word], places: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """The longest names, left to right, not overlapping; `places` are the indexes of the words by lemma."""
        root = self._root.following
        done = 0
        for index in indexes(places, root.keys()):
            if index < done:
                continue
            hit = self._longest(text, found, index, root[found[index].lemma])
            if hit is not None:
                yield hit
                done = hit.last

    def _longest(self, text: str, found: Sequence[Word], first: int, node: Node) -> Hit | None:
        best: Hit | None = None
        last = first
        here: Node | None = node
        while here is not None:
            entries = tuple(
                entry for entry in here.entries if _fits(entry[1], text[found[first].start : found[last].end])
            )
            if entries:
                best = Hit(first, last + 1, entries)
            last += 1
            if last >= len(found) or not GAP.fullmatch(text, found[last - 1].end, found[last].start):
                break
            here = here.following.get(found[last].lemma)
        return best


def _fits(name: str, written: str) -> bool:
    """Whether the letters' case suits: a short name in capitals is an abbreviation and has to be written so."""
    return not (name.isupper() and len(name) <= LONGEST_ABBREVIATION) or written == name


LONGEST_ABBREVIATION = 8
