"""What the vocabulary calls things: classes, properties and concepts by the words of their labels.

Nothing here knows a term of the vocabulary: a term added to the ontology can be asked for by its labels at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.questions.stopwords import STOPWORDS
from graph.questions.words import Word, key, words
from ontology.vocabulary import Authority, Concept, Region, Term, Vocabulary, vocabulary

SenseKind = Literal["class", "property", "thing", "part"]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase may mean: a class or property (`id` a CURIE), or a thing of the vocabulary (`id` relative to the
    base). `type` is a thing's class. A `part` is what is left of a thing's name without the words of its class
    ("industrial clusters" of the industrial clusters programme): it may mean the thing where nothing else fits."""

    kind: SenseKind
    id: str
    type: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of the question, from word `start` to before word `end`, and its senses."""

    start: int
    end: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary by phrase: `phrases` maps the keys of a label's words to its senses, `firsts` their first keys to
    the phrases, longest first; `spoken` maps a sense's id to its phrases in every language. `general` are the words of
    labels of classes and properties."""

    phrases: Mapping[tuple[str, ...], tuple[Sense, ...]]
    firsts: Mapping[str, tuple[tuple[str, ...], ...]]
    general: frozenset[str]
    terms: Mapping[str, Term]
    spoken: Mapping[str, tuple[tuple[str, ...], ...]]

    def find(self, asked: Sequence[Word]) -> tuple[Found, ...]:
        """Every phrase of the vocabulary in the question; they may overlap."""
        return tuple(found for at in range(len(asked)) for found in self._at(asked, at))

    def _at(self, asked: Sequence[Word], at: int) -> Iterator[Found]:
        for phrase in sorted({p for form in asked[at].forms for p in self.firsts.get(form, ())}):
            end = at + len(phrase)
            if end <= len(asked) and all(k in w.forms for k, w in zip(phrase, asked[at:end], strict=True)):
                yield Found(at, end, self.phrases[phrase])


@cache
def lexicon() -> Lexicon:
    """The lexicon of the vocabulary, made once a process."""
    return build(vocabulary())


def build(source: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary."""
    phrases: dict[tuple[str, ...], dict[Sense, None]] = defaultdict(dict)
    terms = {**source.classes, **source.properties}
    general: set[str] = set()
    for term in terms.values():
        sense = Sense("class" if term.kind == "class" else "property", term.curie, "")
        for text in _texts(term, source):
            phrases[_keys(text)][sense] = None
            general.update(_keys(text))
    for sense, names in _things(source):
        for text in names:
            phrases[_keys(text)][sense] = None
    for sense, phrase in _parts(source):
        if phrase in phrases and not any(other.id == sense.id for other in phrases[phrase]):
            phrases[phrase][sense] = None
    short = {_keys(text) for _, names in _things(source) for text in names if text.isupper()}
    for phrase in [phrase for phrase in phrases if STOPWORDS.issuperset(phrase) and phrase not in short]:
        del phrases[phrase]
    firsts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    spoken: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase, senses in phrases.items():
        firsts[phrase[0]].append(phrase)
        for sense in senses:
            if sense.kind != "part":
                spoken[sense.id].append(phrase)
    return Lexicon(
        {phrase: tuple(senses) for phrase, senses in phrases.items()},
        {first: tuple(sorted(found, key=len, reverse=True)) for first, found in firsts.items()},
        frozenset(general),
        terms,
        {id_: tuple(found) for id_, found in spoken.items()},
    )


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _texts(term: Term, source: Vocabulary) -> Iterator[str]:
    """The labels of a term, and those of a property without its class ("менеджер кластера": "менеджер")."""
    labels = tuple(filter(None, (term.ru, term.en, *term.alt_ru, *term.alt_en)))
    yield from labels
    owners = [source.classes[curie] for curie in term.domain if curie in source.classes]
    heads = {key(word) for owner in owners for word in (owner.ru, owner.en) if " " not in word}
    for label in labels if term.kind != "class" else ():
        kept = _without_edges([word for word in words(label) if word.key not in heads])
        if kept and len(kept) < len(words(label)):
            yield " ".join(word.text for word in kept)


def _parts(source: Vocabulary) -> Iterator[tuple[Sense, tuple[str, ...]]]:
    """The names of things without the label of their class that begins or ends them."""
    for sense, names in _things(source):
        term = source.classes.get(sense.type)
        heads = [_keys(text) for text in (term.ru, term.en, *term.alt_ru, *term.alt_en)] if term else []
        for name in map(_keys, names):
            for head in filter(None, heads):
                left = name[len(head) :] if name[: len(head)] == head else ()
                left = left or (name[: -len(head)] if name[-len(head) :] == head else ())
                if left:
                    yield Sense("part", sense.id, sense.type), left


def _without_edges(label: Sequence[Word]) -> Sequence[Word]:
    """A phrase without the prepositions at its ends: they stand elsewhere in a question ("на какие акты ссылается")."""
    said = [at for at, word in enumerate(label) if word.key not in STOPWORDS]
    return label[said[0] : said[-1] + 1] if said else ()


def _things(source: Vocabulary) -> Iterator[tuple[Sense, Iterable[str]]]:
    concepts: Sequence[Concept] = tuple(source.concepts.values())
    for concept in concepts:
        yield Sense("thing", concept.id, concept.type), concept.names
    for region in source.regions:
        yield Sense("thing", region.id, "svod:Region"), _names_of_region(region)
    authorities: Sequence[Authority] = source.authorities
    for authority in authorities:
        yield Sense("thing", authority.id, "svod:Authority"), authority.names


def _names_of_region(region: Region) -> tuple[str, ...]:
    return (*region.names, *region.abbreviations, *region.adjectives)
