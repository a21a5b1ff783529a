"""Under which keys an entity is looked for: rare ones, few each, functions of its profile alone."""

from collections.abc import Iterator
from functools import lru_cache

from graph.resolution.acronyms import LONGEST, SHORTEST, initials, words_of
from graph.resolution.letters import skeleton
from graph.resolution.pair import authority_of
from graph.resolution.persons import readings
from graph.resolution.profile import Profile
from graph.resolution.words import Name, name_parts

LARGEST = 24
"""Profiles that one key may hold; a key that holds more is common, says little, and decides nothing."""


MOST_WORDS = 4
"""Words of a subject under which a thing of a place is looked for."""


@lru_cache(maxsize=20_000)
def blocks(profile: Profile) -> tuple[str, ...]:
    """The blocking keys of a profile, sorted: `cluster/own/zvezdn`, `person/name/galicki/s`.

    >>> blocks(Profile("cluster", (), ("технополис новый звездный",)))
    ('cluster/own/new', 'cluster/own/zvezdn')
    """
    of_family = _of_person if profile.family == "person" else _of_thing
    found = {key for name in profile.names for key in of_family(profile, name)}
    found |= {f"contact/{contact}" for contact in profile.contacts}
    return tuple(sorted(f"{profile.family}/{key}" for key in found))


def _of_person(profile: Profile, name: str) -> Iterator[str]:
    for parts in readings(name):
        last = skeleton(parts.last)
        for first in {skeleton(parts.first)[:1], skeleton(parts.first[:1])}:
            yield f"name/{last}/{first or '-'}"
        for context in profile.contexts:
            kind, _, own = context.partition("|")
            for key in (_things(name_parts(own), kind) or [own]) if own else [kind]:
                yield f"with/{last}/{key}"


def _of_thing(profile: Profile, name: str) -> Iterator[str]:
    yield from _things(name_parts(name), profile.family, profile.regions)
    if body := authority_of(name):
        yield f"body/{body}"
    if profile.family == "organization":
        words = words_of(name)
        short = initials(words) if len(words) > 1 else "".join(words)
        if SHORTEST <= len(short) <= LONGEST:
            yield f"short/{skeleton(short)}"


def _things(name: Name, family: str, regions: tuple[str, ...] = ()) -> list[str]:
    """By its own words where it has any, else by what it is about and where."""
    if name.propers:
        return [f"own/{proper}" for proper in sorted(name.propers, key=lambda word: (-len(word), word))[:2]]
    subject = sorted(name.subject(family)) or sorted(name.heads)
    if not subject:
        return []
    places = sorted(name.regions) or sorted(regions)
    return [f"about/{'-'.join(subject)}"] + [f"at/{place}/{word}" for place in places for word in subject[:MOST_WORDS]]
