"""What the words of a name do: which kind of thing it is, what it is about, where it is, and what is its own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from graph.resolution.letters import is_near_word, stem
from graph.resolution.lexicon import (
    DEDICATION,
    LEGAL_FORMS,
    MERGED,
    MERGED_HEADS,
    NUMERALS,
    PARENT_NAMES,
    PLAIN_HEADS,
    STOP,
    WEAK,
)
from graph.resolution.meanings import COUNTRY, OF_COUNTRY, WORD, Part, meanings
from graph.resolution.short_forms import ABBREVIATIONS, PARENTS, in_full, is_kind
from nlp.legal_forms import BUDGET, FORM_KINDS, without_institution
from nlp.morphology import parse
from nlp.normal import plain
from ontology.vocabulary import vocabulary

INITIAL = re.compile(r"\b(?!г\.)[^\W\d_]\.")
"""Of a first name; of a city it is none: г. Пермь."""
STATISTICS = "стат"
"""What ends the short names of the bodies that keep the statistics of regions."""
MOST_MERGED = 3
"""Meanings that together may mean another."""
ROMAN = re.compile(r"[ivx]{2,5}")
CITY = frozenset({"г", "город", "города", "городе", "city", "городская", "городской", "городского", "мэрия", "мэрии"})
OBLAST, KRAI, REPUBLIC = (
    frozenset({"область", "области", "обл", "областная", "областной", "oblast", "region", "regional"}),
    frozenset({"край", "края", "крае", "краю", "krai", "kray", "territory"}),
    frozenset({"республика", "республики", "республике", "republic"}),
)
KINDS = {"svod:Oblast": OBLAST, "svod:Krai": KRAI, "svod:Republic": REPUBLIC}
OF_CONTROL = "управления"
"""A directorate's where the name begins with it, else control: школа управления."""
BODIES = frozenset({"ministry", "department", "committee", "service", "agency", "directorate"})
"""Bodies of the state that are told apart by their work."""
WORK_OF_BODIES = frozenset({"science", "education", "territorial", "regional"})
"""General words of other names that are the work of bodies."""
OF_A_RULER = ("the", "great")
NAMED = "имени"
HONOURING = frozenset({NAMED, "им"})
LEARNED = ("университет", "институт", "академи", "консерватори", "училищ")
"""How institutions are called that honour somebody."""
RANKS_OF_UNIVERSITIES = (
    ("национальный", "исследовательский", "университет"),
    ("national", "research", "university"),
)
"""What names of national research universities give or leave out: Национальный исследовательский университет «Высшая
школа экономики»."""
ENGLISH_KINDS = frozenset({"region", "territory", "oblast", "krai", "kray", "republic", "federal"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name: what it does there and what it means. `word` is the word itself."""

    part: Part
    value: str
    word: str


@dataclass(frozen=True)
class Name:
    """A name by its parts. `places` are sets of regions that one word may name; `honours` whom it is named after;
    `form` the kind of legal person, `parent` the branch of the Academy of Sciences, "" where none is said."""

    tokens: tuple[Token, ...]
    heads: frozenset[str]
    generic: frozenset[str]
    domains: frozenset[str]
    places: tuple[frozenset[str], ...]
    numbers: frozenset[str]
    propers: frozenset[str]
    honours: frozenset[str]
    form: str
    parent: str
    is_city: bool
    is_region: bool
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
        """What the name says of what it does; of a cluster without the words that are given or left out, of a body of
        the state with science and education, which are its work there."""
        if family == "cluster":
            return self.domains - WEAK or self.domains
        return self.domains | (self.generic & WORK_OF_BODIES if self.heads & BODIES else frozenset())

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
    own, parent = _without_parent(_without_rank(_dedicated(words_in(text))))
    words = in_full(own)
    before, honours = _without_honour(list(_tokens(words)))
    tokens = tuple(_merged(before))
    is_latin = not re.search("[а-я]", plain(text))
    form = next((FORM_KINDS[token.word] for token in tokens if token.word in FORM_KINDS), "")
    is_city, is_region = bool(CITY & set(words)), any(marks & set(words) for marks in KINDS.values())
    return Name(
        **_parts(tokens),
        honours=honours,
        form=form,
        parent=parent,
        is_city=is_city,
        is_region=is_region,
        is_latin=is_latin,
    )


def _are_places(one: Token, other: Token) -> bool:
    return one.part == other.part == "place"


def words_in(text: str) -> list[str]:
    """The words of a name in small letters, without initials and the legal form of an institution at its head.

    >>> words_in("ФГУП «НПО Энергомаш имени В. П. Глушко»")
    ['фгуп', 'нпо', 'энергомаш', 'имени', 'глушко']
    """
    return WORD.findall(INITIAL.sub(" ", without_institution(plain(text))))


def _parts(tokens: tuple[Token, ...]) -> dict[str, Any]:
    """The fields of a name that its tokens fill."""
    found: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        found[token.part].add(token.value)
    return {
        "tokens": tokens,
        "heads": frozenset(found["head"]),
        "generic": frozenset(found["generic"]),
        "domains": frozenset(found["domain"]),
        "places": tuple(frozenset(value.split()) for value in sorted(found["place"])),
        "numbers": frozenset(found["number"]),
        "propers": frozenset(found["proper"]),
    }


def respelt(name: Name, other: Name) -> Name:
    """The name with each word that only spelling tells from one of the other's read as the other reads it."""
    tokens: list[Token] = []
    for token in name.tokens:
        near = next((word for word in other.words if is_near_word(stem(token.word), stem(word))), "")
        like = [one for one in other.tokens if one.word == near]
        is_read = not near or " " in near or any(one.value == token.value or _are_places(one, token) for one in like)
        tokens += [token] if is_read else like
    return replace(name, **_parts(tuple(dict.fromkeys(tokens))))


def _tokens(words: Sequence[str]) -> Iterator[Token]:
    kinds = {kind for kind, marks in KINDS.items() if marks & set(words)}
    index, before = 0, ""
    while index < len(words):
        word = words[index]
        pair = _place((stem(word), stem(words[index + 1])), kinds) if index + 1 < len(words) else ""
        if pair:
            yield Token("place", pair, f"{word} {words[index + 1]}")
            before = "place"
            index += 2
            continue
        index += 1
        found = [_own(word)] if is_own_letters(words, index - 1) else list(_token(word, kinds))
        if word == OF_CONTROL and before in ("head", "domain"):
            found = [Token("domain", "control", word)]
        before = found[-1].part if found else before
        yield from found


def _token(word: str, kinds: set[str]) -> Iterator[Token]:
    if word.isdigit() or ROMAN.fullmatch(word):
        yield Token("number", word.lstrip("0"), word)
    elif word in COUNTRY or word.startswith(OF_COUNTRY):
        yield Token("place", "country/RU", word)
    elif word in LEGAL_FORMS or BUDGET.fullmatch(word):
        yield Token("form", word, word)
    elif word in STOP or (word in CITY and not word.startswith("мэр")):
        return
    elif place := _statistics_of(word, kinds):
        yield Token("generic", "territorial", word)
        yield from (Token("head", "service", word), Token("domain", "statistics", word), Token("place", place, word))
    elif number := _ordinal(word):
        yield Token("number", number, word)
    elif place := _place((stem(word),), kinds):
        yield Token("place", place, word)
    elif known := meanings(word):
        yield from (Token(part, meaning, word) for part, meaning in known)
    else:
        yield _own(word)


def is_own_letters(words: Sequence[str], place: int) -> bool:
    """Whether letters that may be a legal form are the name: КГУ, ТГУ имени Державина.

    >>> is_own_letters(["тгу", "имени", "державина"], 0), is_own_letters(["кгу", "центр", "занятости"], 0)
    (True, False)
    """
    is_name = len(words) == 1 or words[place + 1 : place + 2] in (["имени"], ["им"])
    return is_name and bool(BUDGET.fullmatch(words[place]))


def _own(word: str) -> Token:
    return Token("proper", stem(word), word)


def _statistics_of(word: str, kinds: set[str]) -> str:
    """The region whose statistics a body keeps, by its short name: Пермьстат."""
    place = word.removesuffix(STATISTICS)
    return _place((stem(place),), kinds) if len(place) < len(word) else ""


def _dedicated(words: list[str]) -> list[str]:
    """The words with "имени" before whom an institution honours without it: университет Петра Великого, Peter the Great
    University."""
    if tuple(words[1:3]) == OF_A_RULER and len(words) > len(OF_A_RULER) + 1:
        return [*words[3:], NAMED, words[0], words[2]]
    at = next((place for place, word in enumerate(words) if word.startswith(LEARNED)), len(words))
    for place, word in enumerate(words[at + 1 :], at + 1):
        if word in HONOURING:
            break
        if any({"Name", "gent"} <= reading.grammemes for reading in parse(word)[:1]):
            return [*words[:place], NAMED, *words[place:]]
    return words


def _without_rank(words: list[str]) -> list[str]:
    """The words without the rank of a national research university, where they say another kind too."""
    for rank in RANKS_OF_UNIVERSITIES:
        start = next((at for at in range(len(words)) if tuple(words[at : at + len(rank)]) == rank), None)
        rest = words if start is None else words[:start] + words[start + len(rank) :]
        if rest != words and any(map(is_kind, rest)):
            return rest
    return words


def _without_parent(words: list[str]) -> tuple[list[str], str]:
    """The words without the name of the body that the named one belongs to (Институт … РАН), and which branch of the
    Academy of Sciences that is."""
    head = next((place for place, word in enumerate(words) if _is_head(word)), len(words))
    found = ""
    for parent, branch in PARENT_NAMES.items():
        start = next((at for at in range(len(words)) if tuple(words[at : at + len(parent)]) == parent), 0)
        if start > head:
            words = words[:start] + words[start + len(parent) :]
            found = found or branch
    return [word for place, word in enumerate(words) if word not in PARENTS or place < head], found


def _is_head(word: str) -> bool:
    return word not in PARENTS and any(map(is_kind, ABBREVIATIONS.get(word, (word,))))


def _without_honour(tokens: list[Token]) -> tuple[list[Token], frozenset[str]]:
    """The tokens without a dedication (имени …), and whom it honours."""
    place = next((index for index, token in enumerate(tokens) if token.value == "named"), 0)
    if not place:
        return tokens, frozenset()
    rest = [token for token in tokens[place:] if token.value != "named" and token.word not in DEDICATION]
    whom = next((index for index, token in enumerate(rest) if token.part == "proper"), 0)
    after = [token for token in rest[whom + 1 :] if token.part == "place"]
    return tokens[:place] + after, frozenset(stem(t.word) for t in rest if t.part == "proper") or frozenset(
        stem(token.word) for token in rest[:1]
    )


def _merged(tokens: list[Token]) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        values = tuple(token.value for token in tokens[index : index + MOST_MERGED])
        size = next((size for size in range(MOST_MERGED, 1, -1) if values[:size] in MERGED), 1)
        meaning, token = MERGED.get(values[:size]), tokens[index]
        part: Part = "head" if meaning in MERGED_HEADS else token.part
        yield from [token] if meaning is None else [Token(part, one, token.word) for one in meaning.split()]
        index += size


def _ordinal(word: str) -> str:
    return next((number for number, beginning in NUMERALS.items() if word.startswith(beginning)), "")


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
