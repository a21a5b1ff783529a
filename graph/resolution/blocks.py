"""Under which keys an entity is looked for: rare ones, few each, functions of its profile alone."""

from collections.abc import Iterator
from functools import lru_cache

from graph.resolution.acronyms import (
    AND,
    LONGEST,
    PIECE,
    SHORTEST,
    core,
    initials,
    short_names,
    without_honours,
    words_of,
)
from graph.resolution.letters import frame, skeleton, skeletons_abroad
from graph.resolution.meanings import has_subject, letter_abroad
from graph.resolution.pair import authority_of
from graph.resolution.persons import readings
from graph.resolution.profile import Profile
from graph.resolution.words import Name, name_parts

LARGEST = 24
"""Profiles that one key may hold; a key that holds more is common, says little, and decides nothing."""


OF_LEARNING = frozenset({"university", "institute", "academy"})
"""What is often named after somebody besides what it is of: университет Петра Великого."""
JOINED_ABROAD = {"petersburg": "pb"}
"""What Russian short names have of a place, by sound."""
MOST_SHORTS = 8
"""Short names of a long one under which it is looked for."""
MOST_WORDS = 4
"""Words of a subject under which a thing of a place is looked for."""


@lru_cache(maxsize=20_000)
def blocks(profile: Profile) -> tuple[str, ...]:
    """The blocking keys of a profile, sorted: `cluster/own/sfstn`, `person/name/galicki/s`.

    >>> blocks(Profile("cluster", (), ("технополис новый звездный",)))
    ('cluster/own/nw', 'cluster/own/sfstn')
    """
    of_family = _of_person if profile.family == "person" else _of_thing
    found = {key for name in profile.names for key in of_family(profile, name)}
    found |= {f"contact/{contact}" for contact in profile.contacts}
    found |= {f"number/{number.replace(' ', '/')}" for number in profile.registered}
    return tuple(sorted(f"{profile.family}/{key}" for key in found))


def _of_person(profile: Profile, name: str) -> Iterator[str]:
    for parts in readings(name):
        last = skeleton(parts.last)
        for first in {sound[:1] for sound in skeletons_abroad(parts.first)} | {skeleton(parts.first[:1])}:
            yield from (f"name/{sound}/{first or '-'}" for sound in skeletons_abroad(parts.last))
            yield from (f"name/{skeleton(half)}/{first or '-'}" for half in parts.last.split("-") if half != parts.last)
        for context in profile.contexts:
            kind, _, own = context.partition("|")
            for key in (_things(name_parts(own), kind) or [own]) if own else [kind]:
                yield f"with/{frame(last)}/{key}"


def _of_thing(profile: Profile, name: str) -> Iterator[str]:
    yield from _things(name_parts(name), profile.family, profile.regions)
    if body := authority_of(name):
        yield f"body/{body}"
    if profile.family == "organization":
        yield from _shorts(without_honours(words_of(name), name_parts(name).honours))


def _shorts(words: tuple[str, ...]) -> Iterator[str]:
    """By the letters that a short name would have, in alphabetical order; of an English name in Russian too."""
    words = tuple(word for word in words if not word.isdigit())
    own = core(words) or words
    alone = (*own, *(word.replace(AND, "", 1) for word in own))
    shorts = short_names(own) if len(own) > 1 else frozenset(alone)
    if own != words:
        shorts |= {initials(words)}
    if len(own) > 1 and all(word.isascii() for word in own):
        shorts |= set(_abroad(own))
    for short in sorted(shorts, key=lambda name: (len(name), name))[:MOST_SHORTS]:
        if SHORTEST <= len(short) <= LONGEST:
            yield f"short/{_sorted(skeleton(short))}"


def _abroad(words: tuple[str, ...]) -> Iterator[str]:
    """The short names that Russian would make of English words, of which one of the first two may give a piece."""
    letters = [JOINED_ABROAD.get(word, letter_abroad(word)) for word in words]
    yield "".join(letters)
    for place, word in enumerate(words[:2]):
        for size in range(2, PIECE + 1) if not has_subject(word) else ():
            yield "".join((*letters[:place], skeleton(word)[:size], *letters[place + 1 :]))


def _sorted(letters: str) -> str:
    return "".join(sorted(set(letters)))


def _things(name: Name, family: str, regions: tuple[str, ...] = ()) -> list[str]:
    """By its own words where it has any, else by what it is about and where."""
    honours = [f"own/{frame(honour)}" for honour in sorted(name.honours)]
    return honours + _of_words(name, family, regions)


def _of_words(name: Name, family: str, regions: tuple[str, ...]) -> list[str]:
    subject = sorted(name.subject(family)) or sorted(name.heads)
    places = sorted(name.regions) or sorted(regions)
    there = [f"at/{place}/{word}" for place in places for word in subject[:MOST_WORDS]]
    if name.propers:
        own = [f"own/{frame(proper)}" for proper in sorted(name.propers, key=lambda word: (-len(word), word))[:2]]
        return own + (there if name.heads & OF_LEARNING else [])
    return [f"about/{'-'.join(subject)}", *there] if subject else []
