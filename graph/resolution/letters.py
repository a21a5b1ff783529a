"""One spelling for many: Cyrillic and its transliterations (BGN, ICAO, GOST, ISO 9, custom) folded to one skeleton."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from graph.resolution.spellings import chinese, french

CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e e Z z i i k l m n o p r s t u f h C Q S S - i - e iu ia".replace("-", "").split(" "),
            strict=True,
        )
    )
)
"""Capitals stand for one sound that Latin letters write with several."""

MARKED = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ŝ": "shch", "â": "ia", "û": "iu", "ß": "ss", "ʹ": "", "ʺ": "", "'": ""}
)
SOUNDS = (
    (re.compile("shch|sch|shh"), "S"),
    (re.compile("zh"), "Z"),
    (re.compile("gli(?=[aeo])"), "li"),
    (re.compile("tech|tec$"), "teh"),
    (re.compile("kh"), "h"),
    (re.compile("ch(?=[lnrt])"), "h"),
    (re.compile("ch"), "Q"),
    (re.compile("sh"), "S"),
    (re.compile("ts|tz(?!y)|cz"), "C"),
    (re.compile("c(?=[eiy])"), "C"),
    (re.compile("ck|c|q"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("x"), "ks"),
    (re.compile("(?<=[aeo])w(?=[bdfgklmnprstz])"), "u"),
    (re.compile("w"), "v"),
    (re.compile("[jy]"), "i"),
)
"""Letters of Latin spellings, in the order in which they are read."""
JOINED = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("i[oe]"), "e"),
    (re.compile("iu"), "u"),
    (re.compile("ia"), "a"),
    (re.compile("(?<=[ZQSC])o"), "e"),
)
"""What spellings differ in: doubled letters, ё and е, how ю and я are written."""
RUSSIAN_ENDING = re.compile(
    "(?<=[бвгджзклмнпрстфхцчшщ])(?:ого|его|ому|ему|ыми|ими|ых|их|ой|ый|ий|ая|ое|ые|ие|ую)$|(?<=[сц]к)(?:ом|им)$"
)
ENDING = re.compile("[aeiou]+$")
ADJECTIVE = re.compile("(?<=..)sk$")
UMLAUT = re.compile("([aou])e")
POLISH = re.compile("(?<=[сц]к)ая$")
SHORTEST_STEM = 3
VOWELS = re.compile("[aeiou]")
VOICELESS = str.maketrans("bvgdzZhC", "pfktsSks")
"""Consonants that transcriptions waver between: voiced and voiceless at the end of a syllable, Гарвард and Harvard,
Цейс and Zeiss."""
OF_A_PLACE = ("ov", "ev", "in")
"""What Russian puts before the ending of an adjective that is made from a name: горьковский."""
PLURAL = "s"
LAST_VOWELS = 2
"""Vowels that a stem may have lost: Yenisei."""
ENOUGH_CONSONANTS = 3
NEAR = 75.0
"""rapidfuzz ratio, 0-100, of two stems that are one name in two transcriptions; Сименс and Siemens have 80."""


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The sounds of a word in small letters, whichever alphabet and scheme it is written in.

    >>> skeleton("звёздный") == skeleton("zvezdny") == skeleton("zvyozdnyy") == skeleton("zvezdnyj")
    True
    >>> skeleton("щукин"), skeleton("хайруллин") == skeleton("khairullin")
    ('Sukin', True)
    """
    text = word.translate(CYRILLIC) if is_cyrillic(word) else _latin(word)
    for pattern, sound in JOINED:
        text = pattern.sub(sound, text)
    return text


def skeletons(word: str) -> frozenset[str]:
    """The skeleton, and those of the word with j as English has it (Jalilov) or with umlauts written out (Mueller).

    >>> sorted(skeletons("jalilov")), skeleton("джалилов") in skeletons("jalilov")
    (['alilov', 'dZalilov'], True)
    """
    if is_cyrillic(word):
        return frozenset({skeleton(word)})
    return frozenset({skeleton(word), skeleton(word.replace("j", "dzh")), skeleton(UMLAUT.sub(r"\1", word))})


@lru_cache(maxsize=100_000)
def skeletons_abroad(word: str) -> frozenset[str]:
    """The same, and as the other alphabet may write the word: French and Chinese by ear (Dubois, Zhang), Polish
    surnames with a Russian ending (Ковальская).

    >>> skeleton("дюбуа") in skeletons_abroad("dubois"), skeleton("чжан") in skeletons_abroad("zhang")
    (True, True)
    """
    read = {POLISH.sub("а", word)} if is_cyrillic(word) else {french(word), chinese(word)}
    return skeletons(word) | frozenset(map(skeleton, read))


def sound_alike(one: str, other: str) -> bool:
    """Whether two names of people are spellings of one, each in its alphabet.

    >>> sound_alike("дюбуа", "dubois"), sound_alike("walters", "walter")
    (True, False)
    """
    if is_cyrillic(one) == is_cyrillic(other):
        return bool(skeletons(one) & skeletons(other))
    return bool(skeletons_abroad(one) & skeletons_abroad(other))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The skeleton without its ending, and without -sk-, so that a place and what is named for it meet.

    >>> stem("саровский") == stem("сарове") == stem("sarov"), stem("камский") == stem("kama")
    (True, True)
    """
    whole = skeleton(word)
    short = ENDING.sub("", skeleton(RUSSIAN_ENDING.sub("", word)))
    without = ADJECTIVE.sub("", short)
    return without if len(without) >= SHORTEST_STEM else short if len(short) >= SHORTEST_STEM else whole


@lru_cache(maxsize=100_000)
def frame(sounds: str) -> str:
    """The consonants of a skeleton or stem, voiceless: what transcriptions of one word keep.

    >>> frame(stem("сименс")) == frame(stem("siemens")), frame(stem("нефтегаз")) == frame(stem("neftegas"))
    (True, True)
    """
    return VOWELS.sub("", sounds).translate(VOICELESS) or sounds


def is_near(one: str, other: str) -> bool:
    """Whether two skeletons or stems of different alphabets are one word, transcribed by ear.

    >>> is_near(stem("сименс"), stem("siemens")), is_near(stem("сокол"), stem("сакля"))
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > SHORTEST_STEM and any(long == short + between for between in OF_A_PLACE):
        return True
    kept = frame(one)
    return kept == frame(other) and len(kept) >= ENOUGH_CONSONANTS and fuzz.ratio(one, other) >= NEAR


def is_near_word(one: str, other: str) -> bool:
    """The same of two words of names of things, one of which may have the vowels of its ending, or an English plural.

    >>> is_near_word(stem("енисейская"), stem("yenisei")), is_near_word(stem("геосистем"), stem("geosystems"))
    (True, True)
    """
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :] if long.startswith(short) and len(short) > SHORTEST_STEM else ""
    return is_near(one, other) or rest == PLURAL or (0 < len(rest) <= LAST_VOWELS and not VOWELS.sub("", rest))


def is_cyrillic(word: str) -> bool:
    """Whether a word in small letters has a Cyrillic one.

    >>> is_cyrillic("мюллер"), is_cyrillic("müller")
    (True, False)
    """
    return any("а" <= letter <= "ё" for letter in word)


def _latin(word: str) -> str:
    text = unicodedata.normalize("NFKD", word.translate(MARKED)).encode("ascii", "ignore").decode()
    for pattern, sound in SOUNDS:
        text = pattern.sub(sound, text)
    return text
