"""Names of the vocabulary, and where they stand among the words of a text in any case and number."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from ingest.record import record
from nlp.words import Word, indexes, read_words
from ontology import vocabulary
from ontology.vocabulary import Concept

GAP = re.compile(r"[\s\-‑–'’.]*")  # what may stand between the words of one name


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

    @property
    def first_words(self) -> Set[str]:
        """The dictionary forms with which names begin."""
        return self._root.following.keys()

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


@cache
def authorities() -> Gazetteer:
    """The federal bodies by all their names, also the former ones."""
    return Gazetteer((authority.id, name) for authority in vocabulary().authorities for name in authority.names)


@cache
def concepts(group: str) -> Gazetteer:
    """The concepts of a group of the vocabulary (`specializations`, `programmes`, …) by all their names."""
    found: Iterable[Concept] = getattr(vocabulary(), group)
    return Gazetteer((concept.id, name) for concept in found for name in concept.names)
