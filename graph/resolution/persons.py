"""Names of people part by part, in both alphabets and in either order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from graph.resolution.letters import skeleton
from nlp.first_names import ENGLISH_FIRST, RUSSIAN_FIRST

Fit = Literal["equal", "initial", "open", "conflict"]
"""How two parts meet: the same, one is the other's initial, one is not given, or they differ."""

PATRONYMIC = re.compile(r"(?:ovi|evi|ii?)Q$|(?:ovn|evn|iQn|iniQn)a$|^(?:ogli|kizi|oglu|gizi|uli)$")
VARIANTS = """
aleksandr aleksander sasha / aleksandra sandra / aleksei aleks / mihail mihael maikl / petr peter / pavel paul
evgeni eugene / nikolai nikolas / daniil danila daniel danil / artem artemi / sofa sofia / ekaterina katerina katherine
elena helena / viktor victor / kristan hristan christan / urgen ergen / georgi egor urii / dmitri dimitri / uli ula
maria mara / natala nataliia / maksim / fedor teodor / ilia ila / semen simon / timofei timoti / iosif josef josif
feliks / igor / lev leo / filip / konstantin / anastas / karl / david / roman / anton antoni / andrei andre andrev
"""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KNOWN_FIRST = """
александр алексей анатолий андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий
владимир владислав вячеслав геннадий георгий герман глеб григорий даниил денис дмитрий евгений егор иван игорь ильдар
илья кирилл константин лев леонид максим марат михаил николай олег павел петр роман руслан рустам семен сергей
станислав степан тимур федор эдуард юрий ярослав анна валентина вера галина дарья екатерина елена ирина ксения лариса
любовь людмила марина мария надежда наталья нина оксана ольга светлана татьяна юлия
"""


@dataclass(frozen=True, slots=True)
class PersonParts:
    """A person's name as it can be read: each part as written (small letters), "" where it is not given."""

    last: str
    first: str = ""
    middle: str = ""


@dataclass(frozen=True, slots=True)
class PersonFit:
    """How two names of people meet, part by part."""

    last: bool
    first: Fit
    middle: Fit

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The better of two readings has the higher rank."""
        order = ("conflict", "open", "initial", "equal")
        return (self.last, order.index(self.first), order.index(self.middle))


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
    firsts = [word for word in rest if skeleton(word) in _first_names()]
    found = []
    for last, first in ((rest[0], rest[1]), (rest[-1], rest[0])):
        if len(firsts) == 1 and firsts[0] in {rest[0], rest[1], rest[-1]} and first != firsts[0]:
            continue
        found.append(PersonParts(last, first, middle or (short[0] if short else "")))
    return tuple(dict.fromkeys(found))


def _patronymic(words: list[str]) -> str:
    """The patronymic of a name of three words: after a first name, else the last that looks like one."""
    looks = [word for word in words if PATRONYMIC.search(skeleton(word))] if len(words) > 2 else []
    after = [b for a, b in pairwise(words) if b in looks and skeleton(a) in _first_names()]
    return next(iter(after), looks[-1] if looks else "")


def compare(one: str, other: str) -> PersonFit | None:
    """The best way in which two names meet; None where no reading gives one surname.

    >>> compare("иванов и и", "иван иванович иванов")
    PersonFit(last=True, first='initial', middle='initial')
    >>> compare("галицкий сергей", "sergey galitsky").first, compare("иванов иван", "иванова ирина") is None
    ('equal', True)
    """
    fits = [
        PersonFit(True, _fit(a.first, b.first), _fit(a.middle, b.middle))
        for a in readings(one)
        for b in readings(other)
        if skeleton(a.last) == skeleton(b.last)
    ]
    return max(fits, key=lambda fit: fit.rank) if fits else None


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
        if one.isascii() == other.isascii():
            return "initial" if one[0] == other[0] else "conflict"
        return "initial" if skeleton(one)[:1] == skeleton(other)[:1] else "conflict"
    return "equal" if _group(skeleton(one)) == _group(skeleton(other)) else "conflict"


def _group(first: str) -> str:
    return _variants().get(first, first)


@cache
def _variants() -> dict[str, str]:
    groups = (group.split() for group in VARIANTS.replace("\n", " / ").split("/"))
    return {skeleton(name): group[0] for group in groups if group for name in group}


@cache
def _first_names() -> frozenset[str]:
    names = f"{RUSSIAN_FIRST} {ENGLISH_FIRST} {KNOWN_FIRST}".casefold().split()
    return frozenset(map(skeleton, names)) | frozenset(_variants())
