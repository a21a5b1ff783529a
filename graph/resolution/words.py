"""What the words of a name do: which kind of thing it is, what it is about, where it is, and what is its own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from graph.resolution.letters import skeleton, stem
from graph.resolution.lexicon import (
    ABBREVIATIONS,
    DOMAINS,
    GENERIC,
    HEADS,
    LEGAL_FORMS,
    MERGED,
    NUMERALS,
    PARENTS,
    PLAIN_HEADS,
    STOP,
    TITLES,
    WEAK,
    lines,
)
from nlp.normal import plain
from ontology.vocabulary import vocabulary

Part = Literal["head", "generic", "domain", "place", "number", "proper", "form"]
WORD = re.compile(r"[^\W\d_]+|\d+")
ROMAN = re.compile(r"[ivx]{2,5}")
SPLITTING = frozenset({"bio", "nano", "agro", "radio", "power"})
"""Meanings that begin longer words, each part of which counts: биофармацевтический."""
LONG = 6
"""Letters from which the beginning of a word tells its meaning whatever follows (технолог-ический)."""
LINK = 4
"""Letters from which the rest of a word may be a word of its own, after a vowel that links both."""
SHORT_ENDING, LONG_ENDING = 4, 12
"""Letters that may follow a shorter and a longer beginning."""
COUNTRY = frozenset({"россии", "россия", "рф", "russia", "russian", "rf"})
"""What says that a body is one of the whole country."""
CITY = frozenset({"г", "город", "города", "городе", "city", "городская", "городской", "мэрия", "мэрии"})
OBLAST, KRAI, REPUBLIC = (
    frozenset({"область", "области", "обл", "областная", "областной", "oblast", "region", "regional"}),
    frozenset({"край", "края", "крае", "krai", "kray", "territory"}),
    frozenset({"республика", "республики", "республике", "republic"}),
)
KINDS = {"svod:Oblast": OBLAST, "svod:Krai": KRAI, "svod:Republic": REPUBLIC}
ENGLISH_KINDS = frozenset({"region", "territory", "oblast", "krai", "kray", "republic", "federal"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name: what it does there and what it means. `word` is the word itself."""

    part: Part
    value: str
    word: str


@dataclass(frozen=True)
class Name:
    """A name by its parts. `places` are sets of regions that one word may name; `initials` of all its words."""

    tokens: tuple[Token, ...]
    heads: frozenset[str]
    generic: frozenset[str]
    domains: frozenset[str]
    places: tuple[frozenset[str], ...]
    numbers: frozenset[str]
    propers: frozenset[str]
    is_city: bool
    is_latin: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the parts were read from."""
        return tuple(token.word for token in self.tokens)

    @property
    def telling(self) -> frozenset[str]:
        """Whatever tells this thing from others: all but general words, plain kinds and legal forms."""
        return (self.heads - PLAIN_HEADS) | self.domains | self.regions | self.numbers | self.propers

    def subject(self, family: str) -> frozenset[str]:
        """What the name says of what it does; of a cluster without the words that are given or left out."""
        return (self.domains - WEAK or self.domains) if family == "cluster" else self.domains

    @property
    def regions(self) -> frozenset[str]:
        """Every region that the name may name."""
        return frozenset().union(*self.places)


@lru_cache(maxsize=50_000)
def name_parts(text: str) -> Name:
    """The parts of a name.

    >>> parts = name_parts("Алтайский био-фармацевтический кластер")
    >>> sorted(parts.heads), sorted(parts.domains), sorted(parts.regions)
    (['cluster'], ['bio', 'pharma'], ['region/RU-ALT'])
    >>> sorted(name_parts("Технополис «Новый Звездный»").propers)
    ['new', 'zvezdn']
    """
    words = WORD.findall(plain(text))
    words = [long for word in _without_parent(words) for long in ABBREVIATIONS.get(word, (word,))]
    tokens = tuple(_merged(_without_honour(list(_tokens(words)))))
    found: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        found[token.part].add(token.value)
    places = tuple(frozenset(value.split()) for value in sorted(found["place"]))
    parts = ("head", "generic", "domain", "number", "proper")
    heads, generic, domains, numbers, propers = (frozenset(found[part]) for part in parts)
    is_latin = not re.search("[а-я]", " ".join(words))
    return Name(tokens, heads, generic, domains, places, numbers, propers, bool(CITY & set(words)), is_latin)


def _tokens(words: Sequence[str]) -> Iterator[Token]:
    kinds = {kind for kind, marks in KINDS.items() if marks & set(words)}
    index = 0
    while index < len(words):
        word = words[index]
        pair = _place((stem(word), stem(words[index + 1])), kinds) if index + 1 < len(words) else ""
        if pair:
            yield Token("place", pair, f"{word} {words[index + 1]}")
            index += 2
            continue
        index += 1
        yield from _token(word, kinds)


def _token(word: str, kinds: set[str]) -> Iterator[Token]:
    if word.isdigit() or ROMAN.fullmatch(word):
        yield Token("number", word.lstrip("0"), word)
    elif word in COUNTRY or word.startswith("российск"):
        yield Token("place", "country/RU", word)
    elif word in LEGAL_FORMS:
        yield Token("form", word, word)
    elif word in STOP or (word in CITY and not word.startswith("мэр")):
        return
    elif number := _ordinal(word):
        yield Token("number", number, word)
    elif place := _place((stem(word),), kinds):
        yield Token("place", place, word)
    elif meanings := _meanings(word):
        yield from (Token(part, meaning, word) for part, meaning in meanings)
    elif len(word) > 1:
        yield Token("proper", stem(word), word)


def _without_parent(words: list[str]) -> list[str]:
    """The words without the short name of the body that the named one belongs to: Институт … РАН."""
    head = next((place for place, word in enumerate(words) if _is_head(word)), len(words))
    return [word for place, word in enumerate(words) if word not in PARENTS or place < head]


def _is_head(word: str) -> bool:
    return word not in PARENTS and any(part == "head" and value != "branch" for part, value in _meanings(word))


def _without_honour(tokens: list[Token]) -> list[Token]:
    """The tokens before a dedication (имени …), where they say anything."""
    place = next((index for index, token in enumerate(tokens) if token.value == "named"), None)
    return tokens[:place] if place else tokens


def _merged(tokens: list[Token]) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        pair = tuple(token.value for token in tokens[index : index + 2])
        meaning = MERGED.get(pair)  # type: ignore[arg-type]
        token = tokens[index]
        part: Part = "head" if meaning == "technopark" else token.part
        yield Token(part, meaning, token.word) if meaning else token
        index += 2 if meaning else 1


def _ordinal(word: str) -> str:
    return next((number for number, beginning in NUMERALS.items() if word.startswith(beginning)), "")


@lru_cache(maxsize=50_000)
def _meanings(word: str) -> tuple[tuple[Part, str], ...]:
    """What the beginning of a word means, or each part of a compound; nothing where the lexicon has no such word."""
    whole = _whole().get(word)
    if whole:
        return (whole,)
    found = _by_beginning(word, _beginnings())
    if found or not word.isascii():
        return found
    sound = skeleton(word)
    known = _sounds_whole().get(sound)
    return (known,) if known else _by_beginning(sound, _sounds(), shortest=4)


def _by_beginning(
    word: str, table: Mapping[str, tuple[Part, str]], *, shortest: int = 3
) -> tuple[tuple[Part, str], ...]:
    for end in range(len(word), shortest - 1, -1):
        known = table.get(word[:end])
        if known is None:
            continue
        rest = word[end:]
        others = _meanings(rest) or _meanings(rest[1:]) if len(rest) > LINK else ()
        if others and word.isascii() == rest.isascii():
            return (known, *others)
        if known[1] in SPLITTING and rest and end < LONG:
            continue
        if len(rest) <= (LONG_ENDING if end >= LONG else SHORT_ENDING):
            return (known,)
    return ()


@cache
def _beginnings() -> Mapping[str, tuple[Part, str]]:
    return {word: meaning for word, meaning in _lexicon() if not word.startswith("=")}


@cache
def _sounds() -> Mapping[str, tuple[Part, str]]:
    """The Russian beginnings as transliterations sound."""
    return {skeleton(word): meaning for word, meaning in _lexicon() if not word.startswith("=") and not word.isascii()}


@cache
def _sounds_whole() -> Mapping[str, tuple[Part, str]]:
    return {skeleton(word): meaning for word, meaning in _whole().items() if not word.isascii()}


@cache
def _whole() -> Mapping[str, tuple[Part, str]]:
    return {word[1:]: meaning for word, meaning in _lexicon() if word.startswith("=")}


def _lexicon() -> Iterator[tuple[str, tuple[Part, str]]]:
    tables: tuple[tuple[Part, str], ...] = (
        ("domain", DOMAINS),
        ("generic", GENERIC),
        ("head", HEADS),
        ("proper", TITLES),
    )
    for part, table in tables:
        for meaning, (russian, english) in lines(table).items():
            yield from ((word, (part, meaning)) for word in (*russian, *english))


def _place(stems: tuple[str, ...], kinds: Iterable[str]) -> str:
    """The regions that a word or two name, by their ids; of several, those of the kind that stands beside."""
    found = _places().get(stems)
    if not found:
        return ""
    fitting = {id_ for id_ in found if _kind(id_) in kinds} or found
    if len(fitting) > 1 and not (set(kinds) & set(KINDS)):
        fitting = {id_ for id_ in fitting if _kind(id_) == "svod:FederalCity"} or fitting
    return " ".join(sorted(fitting))


@cache
def _kind(id_: str) -> str:
    return next(region.kind for region in vocabulary().regions if region.id == id_)


@cache
def _places() -> Mapping[tuple[str, ...], set[str]]:
    """The regions by the stems of their names and adjectives, and of the names of their capitals."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for region in vocabulary().regions:
        for name in (*region.names, *region.adjectives, region.capital_ru, region.capital_en):
            words = [word for word in WORD.findall(plain(name)) if word not in STOP and word not in ENGLISH_KINDS]
            if 1 <= len(words) <= 2 and all(len(word) > 1 for word in words):
                found[tuple(stem(word) for word in words)].add(region.id)
    return found
