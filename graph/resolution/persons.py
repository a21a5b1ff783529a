"""Names of people part by part, in both alphabets and in either order."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from graph.resolution.first_names import is_familiar, is_first, is_one_first
from graph.resolution.letters import is_cyrillic, is_near, skeleton, sound_alike

Fit = Literal["equal", "initial", "familiar", "open", "conflict"]
"""How two parts meet: the same, one is the other's initial or a familiar form of it, one is not given, or they
differ."""

PATRONYMIC = re.compile(r"(?:ovi|evi|ii?)Q$|(?:ovn|evn|iQn|iniQn)a$|^(?:ogli|kizi|oglu|gizi|uli)$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class PersonParts:
    """A person's name as it can be read: each part as written (small letters), "" where it is not given."""

    last: str
    first: str = ""
    middle: str = ""


@dataclass(frozen=True, slots=True)
class PersonFit:
    """How two names of people meet, part by part; `last` is False where the surname is transcribed in two ways, or one
    is a part of the other: `is_part`."""

    last: bool
    first: Fit
    middle: Fit
    is_part: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """The better of two readings has the higher rank."""
        order = ("conflict", "open", "familiar", "initial", "equal")
        return (self.first != "conflict", self.last, order.index(self.first), order.index(self.middle))


@lru_cache(maxsize=50_000)
def readings(name: str) -> tuple[PersonParts, ...]:
    """Every way in which a name can be read: surname first, as Russian lists have it, or last.

    >>> readings("иванов и и")
    (PersonParts(last='иванов', first='и', middle='и'),)
    >>> readings("иван иванович иванов")
    (PersonParts(last='иванов', first='иван', middle='иванович'),)
    """
    words = WORD.findall(name)
    short = [word for word in words if is_initial(word)]
    long = [word for word in words if not is_initial(word)]
    if not long:
        return ()
    middle = _patronymic(long)
    rest = [word for word in long if word != middle]
    if len(rest) == 1:
        given = [*short, ""]
        return (PersonParts(rest[0], given[0], middle or (given[1] if len(short) > 1 else "")),)
    firsts = [word for word in rest if is_first(word)]
    found = []
    for last, first in ((rest[0], rest[1]), (rest[-1], rest[0])):
        if len(firsts) == 1 and firsts[0] in {rest[0], rest[1], rest[-1]} and first != firsts[0]:
            continue
        found.append(PersonParts(last, first, middle or (short[0] if short else "")))
    return tuple(dict.fromkeys(found))


def _patronymic(words: list[str]) -> str:
    """The patronymic of a name of three words: after a first name, else the last that looks like one."""
    looks = [word for word in words if PATRONYMIC.search(skeleton(word))] if len(words) > 2 else []
    after = [b for a, b in pairwise(words) if b in looks and is_first(a)]
    return next(iter(after), looks[-1] if looks else "")


def compare(one: str, other: str) -> PersonFit | None:
    """The best way in which two names meet; None where no reading gives one surname.

    >>> compare("иванов и и", "иван иванович иванов")
    PersonFit(last=True, first='initial', middle='initial', is_part=False)
    >>> compare("галицкий сергей", "sergey galitsky").first, compare("иванов иван", "иванова ирина") is None
    ('equal', True)
    """
    fits = [
        PersonFit(
            sound_alike(a.last, b.last),
            _fit(a.first, b.first),
            _fit(a.middle, b.middle),
            is_part=not _is_surname(a.last, b.last),
        )
        for a in readings(one)
        for b in readings(other)
        if _is_surname(a.last, b.last) or _is_part(a.last, b.last)
    ]
    return max(fits, key=lambda fit: fit.rank) if fits else None


def _is_surname(one: str, other: str) -> bool:
    if sound_alike(one, other):
        return True
    return is_cyrillic(one) != is_cyrillic(other) and is_near(skeleton(one), skeleton(other))


def _is_part(one: str, other: str) -> bool:
    """Whether one surname is a part of the other, double one: Петрова, Петрова-Водкина."""
    short, long = sorted((one.split("-"), other.split("-")), key=len)
    return len(short) == 1 < len(long) and any(sound_alike(short[0], part) for part in long)


def is_initial(word: str) -> bool:
    """Whether a word is an initial: one letter, or the two that write one (Yu, Ya, Kh).

    >>> is_initial("и"), is_initial("yu"), is_initial("ли")
    (True, True, False)
    """
    return len(word) == 1 or (word.isascii() and word in {"yu", "ya", "iu", "ia", "kh", "ts", "ch", "sh", "zh", "ye"})


def _fit(one: str, other: str) -> Fit:
    if not one or not other:
        return "open"
    if is_initial(one) or is_initial(other):
        if is_cyrillic(one) == is_cyrillic(other):
            return "initial" if one[0] == other[0] else "conflict"
        return "initial" if skeleton(one)[:1] == skeleton(other)[:1] else "conflict"
    if is_one_first(one, other):
        return "equal"
    return "familiar" if is_familiar(one, other) else "conflict"
