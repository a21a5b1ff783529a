"""The words of a cluster's name: its head, the adjectives before it, the regions they name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc

from ingest.record import record
from nlp.dictionary import is_known
from nlp.head_words import CLUSTERS
from nlp.morphology import parse
from nlp.sought import places
from nlp.spacing import is_torn
from nlp.words import Word, indexes, word_set, words
from ontology import vocabulary

QUOTE = '«"“„'
GENERIC = word_set(
    """
    инновационный территориальный промышленный пилотный региональный отраслевой новый крупный крупнейший первый
    второй третий единый данный указанный другой иной настоящий существующий действующий создаваемый формируемый
    российский национальный федеральный производственный технологический научный научно научно-производственный
    производственно территориально межрегиональный международный отечественный соответствующий специализированный
    успешный перспективный потенциальный высокотехнологичный конкурентоспособный приоритетный областной краевой
    республиканский местный муниципальный городской весь каждый любой один современный мощный реальный ведущий
    зарубежный европейский мировой американский экономический индустриальный цифровой виртуальный пространственный
    собственный подобный будущий сильный эффективный русский советский
    """
)
"""Adjectives that say what sort of cluster it is, not which one."""
SORTS = word_set(
    """
    инновационный территориальный промышленный производственный технологический научный научно-производственный
    пилотный индустриальный межрегиональный международный специализированный высокотехнологичный цифровой
    """
)
"""Those of them that stand in names: with the region after the head, and a capital, they are the name of its one."""

DETERMINERS = word_set(
    """
    данный указанный другой иной настоящий существующий действующий новый соответствующий первый второй третий весь
    каждый любой один крупный крупнейший
    """
)
HYPHENS = frozenset({"-", "‑"})
ROMAN = re.compile(r"[IVXLC]+")


@record
class Found:
    """A cluster's name where it stands; `proper` is the part in quotation marks."""

    start: int
    end: int
    name: str
    rule: str
    proper: str = ""
    score: float = 1.0


@lru_cache(maxsize=20_000)
def is_of_town(adjective: str) -> bool:
    """Whether an adjective (masculine, in small letters) is formed from a town's name.

    >>> [word for word in ("саровский", "обнинский", "дубненский", "химический", "городской") if is_of_town(word)]
    ['саровский', 'обнинский', 'дубненский']
    """
    if not adjective.endswith(("ский", "цкий")):
        return False
    bare = adjective.removesuffix("ский")
    short = bare.removesuffix("ен") if bare.endswith("ен") else bare.removesuffix("н")
    stems = (
        adjective.removesuffix("ий"),
        bare,
        adjective.removesuffix("кий"),
        bare + "а",
        bare + "ь",
        short + "а",
        short,
    )
    return any(is_known(stem) and all("Geox" in one.grammemes for one in parse(stem)) for stem in stems if stem)


@cache
def region_adjectives() -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for region in vocabulary().regions:
        for adjective in region.adjectives:
            owners.setdefault(adjective.lower().replace("ё", "е"), set()).add(region.id)
    return {adjective: next(iter(ids)) for adjective, ids in owners.items() if len(ids) == 1}


def region_of(name: str) -> str:
    """The region whose adjective the name has ("Алтайский …"), as an id; empty where it has none or several."""
    adjectives = region_adjectives()
    outside = re.split(f"[{QUOTE}]", name)[0]
    found = {
        adjectives[low]
        for word in re.findall(r"[А-ЯЁ][а-яё]+(?:-[а-яё]+)?", outside)
        if (low := masculine(word)) in adjectives
    }
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=20_000)
def masculine(word: str) -> str:
    reading = next((reading for reading in parse(word) if reading.part == "ADJF"), None)
    return (reading.lemma if reading else word.lower()).replace("ё", "е")


def heads(doc: Doc) -> Iterator[tuple[int, Word]]:
    found = words(doc)
    for index in indexes(places(doc), CLUSTERS):
        yield index, found[index]


@lru_cache(maxsize=1000)
def is_plural(word: str) -> bool:
    readings = [reading for reading in parse(word) if reading.part == "NOUN"]
    return bool(readings) and all(reading.is_plural for reading in readings)


def is_prefix(text: str, found: Sequence[Word], index: int) -> bool:
    """Whether a hyphen joins the word to the next one, as an abbreviation before its head: "ИТ-кластер"."""
    return found[index].text.isupper() and text[found[index].end : found[index + 1].start] in HYPHENS


def first_word(text: str, found: Sequence[Word], index: int) -> int:
    """The first of the adjectives before a head that belong to its name (determiners and participles left out)."""
    first = index
    while first and index - first < 9:
        before, here = found[first - 1], found[first]
        gap = text[before.end : here.start]
        if gap.strip(" \n\xa0\t") not in {"", "-", "‑", "–"} or "\n\n" in gap:
            break
        if gap.strip() == "–" and " " in gap:
            break
        if before.text == "и" and first - 1 and is_adjective(found[first - 2].text) and _joins(text, found, first):
            first -= 2
            continue
        if is_torn(before.text, here.text) or (gap in HYPHENS and (before.text[-1] in "оае" or first == index)):
            first -= 1
            continue
        if not is_adjective(before.text) or masculine(before.text) in DETERMINERS:
            break
        first -= 1
        if before.text[0].isupper() and not found[first].text[0].isupper():
            break
    return first


def _joins(text: str, found: Sequence[Word], first: int) -> bool:
    """Whether "и" before `found[first]` joins two adjectives of one head, blanks only between."""
    left = text[found[first - 2].end : found[first - 1].start]
    right = text[found[first - 1].end : found[first].start]
    return not left.strip() and not right.strip()


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    if ROMAN.fullmatch(word):
        return False
    readings = parse(word)
    if readings[0].part == "PRTF":
        return False
    return any(reading.part == "ADJF" and not reading.grammemes & {"Apro", "Anum"} for reading in readings[:3])
