"""What the words of a name do: which kind of thing it is, what it is about, where it is, and what is its own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

from graph.resolution.letters import is_near, skeleton, stem
from graph.resolution.lexicon import (
    ABBREVIATIONS,
    GENERIC,
    HEADS,
    LEGAL_FORMS,
    MERGED,
    NUMERALS,
    PARENT_NAMES,
    PARENTS,
    PLAIN_HEADS,
    STOP,
    TITLES,
    WEAK,
    lines,
)
from graph.resolution.subjects import DOMAINS
from nlp.legal_forms import FORM_KINDS
from nlp.normal import plain
from ontology.vocabulary import vocabulary

Part = Literal["head", "generic", "domain", "place", "number", "proper", "form"]
WORD = re.compile(r"[^\W\d_]+|\d+")
ROMAN = re.compile(r"[ivx]{2,5}")
SPLITTING = frozenset({"bio", "nano", "agro", "radio", "power"})
"""Meanings that begin longer words, each part of which counts: биофармацевтический."""
LONG = 6
"""Letters from which the beginning of a word tells its meaning whatever follows (технолог-ический)."""
CONSTRUCTION: tuple[Part, str] = ("domain", "construction")
MAKING: tuple[Part, str] = ("generic", "making")
"""What construction is as the second part of a word: двигателестроительный."""
MINISTRY = "мин"
LONG_SHORT = 4
"""Letters from which a short form in Latin letters is no common word."""
LINK = 4
"""Letters from which the rest of a word may be a word of its own, after a vowel that links both."""
ENDINGS = {3: 4, 4: 5, 5: 7}
LONG_ENDING = 12
"""Letters that may follow a beginning of so many letters, and a longer one."""
TITLE_ENDING = re.compile("(?:[еиь]?й?н?ск)?[а-я]{0,3}|[a-z]{0,3}")
"""What may follow the beginning of a word of a title: Северсталь is not north."""
COUNTRY = frozenset({"россии", "россия", "рф", "russia", "russian", "rf", "rossiya", "rossii", "rossiia"})
OF_COUNTRY = ("российск", "всероссийск", "общероссийск")
"""What says that a body is one of the whole country."""
CITY = frozenset({"г", "город", "города", "городе", "city", "городская", "городской", "мэрия", "мэрии"})
OBLAST, KRAI, REPUBLIC = (
    frozenset({"область", "области", "обл", "областная", "областной", "oblast", "region", "regional"}),
    frozenset({"край", "края", "крае", "krai", "kray", "territory"}),
    frozenset({"республика", "республики", "республике", "republic"}),
)
KINDS = {"svod:Oblast": OBLAST, "svod:Krai": KRAI, "svod:Republic": REPUBLIC}
OF_CONTROL = "управления"
"""A directorate's where the name begins with it, else control: школа управления."""
APPOSED = frozenset({"university", "университет"})
"""Kinds that stand beside a short name for the reader's sake."""
BODIES = frozenset({"ministry", "department", "committee", "service", "agency", "directorate"})
"""Bodies of the state that are told apart by their work."""
WORK_OF_BODIES = frozenset({"science", "education", "territorial", "regional"})
"""General words of other names that are the work of bodies."""
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
    `form` the kind of legal person, "" where none is said."""

    tokens: tuple[Token, ...]
    heads: frozenset[str]
    generic: frozenset[str]
    domains: frozenset[str]
    places: tuple[frozenset[str], ...]
    numbers: frozenset[str]
    propers: frozenset[str]
    honours: frozenset[str]
    form: str
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
    words = _in_full(_without_parent(WORD.findall(plain(text))))
    before, honours = _without_honour(list(_tokens(words)))
    tokens = tuple(_merged(before))
    is_latin = not re.search("[а-я]", plain(text))
    form = next((FORM_KINDS[token.word] for token in tokens if token.word in FORM_KINDS), "")
    is_city, is_region = bool(CITY & set(words)), any(marks & set(words) for marks in KINDS.values())
    return Name(**_parts(tokens), honours=honours, form=form, is_city=is_city, is_region=is_region, is_latin=is_latin)


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
        near = next((word for word in other.words if is_near(stem(token.word), stem(word))), "")
        like = [one for one in other.tokens if one.word == near]
        is_read = not near or " " in near or any(one.value == token.value for one in like)
        tokens += [token] if is_read else like
    return replace(name, **_parts(tuple(dict.fromkeys(tokens))))


def is_written_out(names: Iterable[str]) -> bool:
    """Whether one of the names holds a short form that `name_parts` writes out."""
    return any(word in ABBREVIATIONS for name in names for word in WORD.findall(name))


def _in_full(words: Sequence[str]) -> list[str]:
    """The words with short forms written out. A kind that stands beside a short form alone says what it stands for:
    HSE University."""
    full = [
        long
        for word in words
        for long in ABBREVIATIONS.get(word) or _short_by_sound(word) or _ministry(word) or (word,)
    ]
    short = [word for word in words if word in PARENTS and any(_is_kind(long) for long in ABBREVIATIONS[word])]
    others = [word for word in words if word not in short]
    if short and len(others) == 1 and others[0] in APPOSED:
        full.remove(others[0])
    return full


def _ministry(word: str) -> tuple[str, ...]:
    """A ministry's short name in any case, or by what it is about: минпромторга, минэкономики."""
    about = word.removeprefix(MINISTRY)
    if about != word and word[:-1] in ABBREVIATIONS:
        return ABBREVIATIONS[word[:-1]]
    return ("министерство", about) if about != word and len(about) > LONG and _meanings(about) else ()


@lru_cache(maxsize=50_000)
def _short_by_sound(word: str) -> tuple[str, ...]:
    """What a Russian short form stands for that is written in Latin letters: FNPTs."""
    return _shorts().get(skeleton(word), ()) if word.isascii() and len(word) >= LONG_SHORT else ()


@cache
def _shorts() -> Mapping[str, tuple[str, ...]]:
    return {skeleton(short): full for short, full in ABBREVIATIONS.items() if not short.isascii()}


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
        found = list(_token(word, kinds))
        if word == OF_CONTROL and before in ("head", "domain"):
            found = [Token("domain", "control", word)]
        before = found[-1].part if found else before
        yield from found


def _token(word: str, kinds: set[str]) -> Iterator[Token]:
    if word.isdigit() or ROMAN.fullmatch(word):
        yield Token("number", word.lstrip("0"), word)
    elif word in COUNTRY or word.startswith(OF_COUNTRY):
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
    for parent in PARENT_NAMES:
        start = next((at for at in range(len(words)) if tuple(words[at : at + len(parent)]) == parent), 0)
        if start > head:
            words = words[:start] + words[start + len(parent) :]
    return [word for place, word in enumerate(words) if word not in PARENTS or place < head]


def _is_head(word: str) -> bool:
    return word not in PARENTS and _is_kind(word)


def _is_kind(word: str) -> bool:
    return any(part == "head" and value != "branch" for part, value in _meanings(word))


def _without_honour(tokens: list[Token]) -> tuple[list[Token], frozenset[str]]:
    """The tokens without a dedication (имени …), and whom it honours."""
    place = next((index for index, token in enumerate(tokens) if token.value == "named"), 0)
    if not place:
        return tokens, frozenset()
    rest = [token for token in tokens[place:] if token.value != "named"]
    whom = next((index for index, token in enumerate(rest) if token.part == "proper"), 0)
    after = [token for token in rest[whom + 1 :] if token.part == "place"]
    return tokens[:place] + after, frozenset(stem(t.word) for t in rest if t.part == "proper") or frozenset(
        stem(token.word) for token in rest[:1]
    )


def _merged(tokens: list[Token]) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        pair = tuple(token.value for token in tokens[index : index + 2])
        meaning = MERGED.get(pair)  # type: ignore[arg-type]
        token = tokens[index]
        part: Part = "head" if meaning == "technopark" else token.part
        yield from [Token(part, one, token.word) for one in meaning.split()] if meaning else [token]
        index += 2 if meaning else 1


def _ordinal(word: str) -> str:
    return next((number for number, beginning in NUMERALS.items() if word.startswith(beginning)), "")


def has_meaning(word: str) -> bool:
    """Whether the lexicon knows the word, or it is the country's name."""
    return bool(_meanings(word)) or word in COUNTRY or word.startswith(OF_COUNTRY)


@lru_cache(maxsize=50_000)
def letter_abroad(word: str) -> str:
    """The likeliest of `letters_abroad`.

    >>> letter_abroad("institute"), letter_abroad("rocket")
    ('i', 'k')
    """
    meanings = _meanings(word)
    return _first_letters()[meanings[0]][0 if word.isascii() else 1][0] if meanings else skeleton(word)[:1]


@lru_cache(maxsize=50_000)
def letters_abroad(word: str) -> frozenset[str]:
    """The first letters, by sound, that a word may have in the other language: by its meaning, else its own.

    >>> sorted(letters_abroad("rocket")), letters_abroad("кемеровский")
    (['k', 'r'], frozenset({'k'}))
    """
    side = 0 if word.isascii() else 1
    found = {sound for meaning in _meanings(word) for sound in _first_letters()[meaning][side]}
    return frozenset(found or {skeleton(word)[:1]})


@cache
def _first_letters() -> Mapping[tuple[Part, str], tuple[list[str], list[str]]]:
    """The first letters of the Russian and of the English words of each meaning, in the lexicon's order."""
    found: dict[tuple[Part, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for word, meaning in _lexicon():
        found[meaning][word.lstrip("=").isascii()].append(skeleton(word.lstrip("="))[:1])
    return found


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
        is_word = len(rest) > LINK or (known[1] in SPLITTING and rest in _whole())
        others = _meanings(rest) or _meanings(rest[1:]) if is_word else ()
        if known[0] == "proper" and any(part != "proper" for part, _ in others):
            others = ()
        if others and word.isascii() == rest.isascii():
            return (known, *(MAKING if meaning == CONSTRUCTION else meaning for meaning in others))
        if known[1] in SPLITTING and rest and end < LONG:
            continue
        if known[0] == "proper" and not TITLE_ENDING.fullmatch(rest):
            continue
        if len(rest) <= ENDINGS.get(end, LONG_ENDING):
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
