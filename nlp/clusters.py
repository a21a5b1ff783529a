"""Named clusters, with and without quotation marks, in registry pages, tables, lists and prose.

A cluster in general ("промышленные кластеры", "формирование кластера") is not a cluster: a name has a proper part in
quotation marks, a region before or after it, or a place where only names stand (a title, a field, a column).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from nlp.borders import crosses_border
from nlp.cluster_lists import find_listed, find_several
from nlp.cluster_places import find_by_place
from nlp.cluster_words import (
    GENERIC,
    QUOTE,
    SORTS,
    Found,
    first_word,
    heads,
    is_adjective,
    is_of_town,
    is_plural,
    is_prefix,
    masculine,
    region_adjectives,
    region_of,
)
from nlp.clusters_en import find_english
from nlp.head_words import CLUSTERS
from nlp.mention import Attribute, Mention
from nlp.morphology import nominative, parse
from nlp.overlaps import Overlaps
from nlp.quotes import opening_after, quoted_end, stripped
from nlp.spacing import is_torn, joined
from nlp.words import Word, words

SELF_NAMED = frozenset({"технополис", "биотехнополис", "наукополис", "туркластер"})
ABBREVIATED = frozenset({"итк"})
LEGAL_FORM = re.compile(r"(?:ООО|АО|ОАО|ПАО|ЗАО|АНО|НП)\s*[«\"“„]?\s*$")
LONGEST_FORM = 8  # characters of a legal form and the quotation mark after it
CONFIRMED = 0.85
UNCONFIRMED = 0.5  # the score of what begins a sentence: a name where the document has it inside one too
BLANK = re.compile(r"\s+")
PLACE_TAIL = re.compile(
    r"\s+(?:в\s+)?(?:(?:г\.|гор\.|город[еа]?|ЗАТО)\s*[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)?|(?:[А-ЯЁ][\w-]+(?:ой"
    r"|ого)\s+(?:области|края|района|округа))"
    r"|Республик[еи]\s+[А-ЯЁ][\w-]+(?:\s*[-–]\s*[А-ЯЁ]\w+)?|[А-ЯЁ][\w-]+ской\s+Республики|[А-ЯЁ][а-яё]+ии|Санкт-Петербурга|Москвы|Севастополя"
    r"|Татарстана|Башкортостана|Дагестана|Алтая|Крыма|Подмосковья|Поволжья|Урала|Прикамья|Зауралья|Приморья|Югры|Кузбасса"
    r"|Ставрополья|Кубани|Дона)(?!\w)"
)
IN_PLACE = re.compile(r"\s+в\s", re.IGNORECASE)
IN_REGION = re.compile(r"\sв\s+(?!г)\S+(?:\s\S+)?$")
ALIAS = re.compile(r"[»\"”]?\s*\(\s*(?:далее\s*[-–—:]?\s*)?([А-ЯЁA-Z][\w«»\"\s-]{2,40})\)")
DASH = re.compile(r"\s+[-–—](?=\s)")
SHORTEST = 4  # characters of a quotation, its marks among them
LONGEST = 14  # words after the head


def find_clusters(doc: Doc) -> list[Mention]:
    """Mentions of named clusters (`Cluster`), in order of place."""
    document = doc._.document
    text = document.text
    found: list[Found] = [*find_by_place(doc)]
    if document.language == "ru" or _has_russian(text):
        found += _quoted(doc)
        found += _described(doc)
        found += find_several(doc)
    found += find_english(text, Found)
    found = _confirmed(found)
    inside = (item for item in found if not crosses_border(doc, item.start, item.end))
    return [_mention(doc, item) for item in _distinct(inside)]


def _confirmed(found: list[Found]) -> list[Found]:
    """What is found, without the beginnings of sentences that the document names nowhere else."""
    named = {item.name.casefold() for item in found if item.score > UNCONFIRMED}
    return [
        item if item.score > UNCONFIRMED else replace(item, score=CONFIRMED)
        for item in found
        if item.score > UNCONFIRMED or item.name.casefold() in named
    ]


def _has_russian(text: str) -> bool:
    return "ластер" in text or "КЛАСТЕР" in text or "ехнополис" in text or "ИТК" in text


def _mention(doc: Doc, found: Found) -> Mention:
    text = doc._.document.text
    attributes: dict[str, Attribute] = {"name": found.name}
    if found.proper:
        attributes["proper"] = found.proper
    if region := region_of(found.name) or _region_inside(doc, found):
        attributes["region"] = region
    if alias := ALIAS.match(text, found.end):
        short = stripped(alias.group(1))
        if (short.isupper() or "далее" in alias.group()) and short.lower() not in {"кластер", "проект"}:
            attributes["alias"] = short
    return Mention(
        "Cluster", found.start, found.end, text[found.start : found.end], None, attributes, found.score, found.rule
    )


def _region_inside(doc: Doc, found: Found) -> str:
    """The one region that is mentioned inside the name, as an id; empty where none or several are."""
    if "regions" not in doc.user_data:
        doc.user_data["regions"] = Overlaps(mention for mention in doc._.mentions if mention.type == "Region")
    regions: Overlaps[Mention] = doc.user_data["regions"]
    inside = {
        region.id
        for region in regions.at(found.start, found.end)
        if region.id and found.start <= region.start and region.end <= found.end
    }
    return inside.pop() if len(inside) == 1 else ""


RANK = {"quoted name": 0, "several quoted names": 1, "described name": 2, "several names": 3, "field": 4, "card": 4}


def _distinct(found: Iterable[Found]) -> list[Found]:
    """One name a place: the widest of those that overlap."""
    kept: Overlaps[Found] = Overlaps()
    for item in sorted(found, key=lambda one: (-(one.end - one.start), RANK.get(one.rule, 9))):
        if not kept.has(item.start, item.end):
            kept.add(item)
    return list(kept)


def _quoted(doc: Doc) -> Iterator[Found]:
    """A head word and a name in quotation marks: технологический кластер «Технополис «Новый Звездный»; or the head
    inside them."""
    text = doc._.document.text
    found = words(doc)
    for index, word in heads(doc):
        if word.lemma in ABBREVIATED and _is_company(text, word):
            continue
        dash = DASH.match(text, word.end)
        opening = opening_after(text, dash.end() if dash else word.end)
        end = quoted_end(text, opening) if opening is not None else None
        if opening is None or end is None or end - opening < SHORTEST:
            continue
        proper = joined(stripped(text[opening:end]))
        if is_plural(word.text):
            yield from find_listed(text, opening)
            continue
        first = first_word(text, found, index)
        start = found[first].start
        written = joined(text[start : word.end])
        head = written if word.lemma in ABBREVIATED else joined(nominative(written, "sing"))
        yield Found(start, end, f"{head} «{proper}»", "quoted name", proper)


def _described(doc: Doc) -> Iterator[Found]:
    """A head without quotation marks that a region before or after it, or a capital inside a sentence, makes a name."""
    text = doc._.document.text
    found = words(doc)
    for index, word in heads(doc):
        if is_plural(word.text) or word.lemma in ABBREVIATED or opening_after(text, word.end) is not None:
            continue
        first = first_word(text, found, index)
        end, content = _tail(text, found, index)
        if word.lemma in SELF_NAMED and not _is_capital_inside(text, found, first):
            continue
        score = _score(text, found, first, index, end, content)
        start = found[first].start
        opening = opening_after(text, end)
        close = quoted_end(text, opening) if opening is not None else None
        if content and opening is not None and close is not None:
            proper = joined(stripped(text[opening:close]))
            name = joined(nominative(joined(text[start:end]), "sing"))
            yield Found(start, close, f"{name} «{proper}»", "quoted name", proper)
        elif score:
            name = joined(nominative(joined(text[start:end]), "sing"))
            yield Found(start, end, name, "described name", score=score)


def _score(text: str, found: Sequence[Word], first: int, index: int, end: int, content: bool) -> float:
    """How sure it is that the phrase is a name; 0 where it is not."""
    if first < index and is_prefix(text, found, first):  # "ИТ-кластер": the capitals are those of an abbreviation
        return 0.9 if PLACE_TAIL.search(text, found[index].end, end) else 0.0
    before = [masculine(word.text) for word in found[first:index]]
    specific = [word for word in before if word not in GENERIC and word not in region_adjectives()]
    has_region = any(
        word in region_adjectives() and found[first + place].text[0].isupper() for place, word in enumerate(before)
    )
    has_capital_adjective = any(
        found[first + place].text[0].isupper() and word not in GENERIC for place, word in enumerate(before)
    )
    inside = not _starts(text, found[first].start)
    ends_in_place = bool(PLACE_TAIL.search(text, found[index].end, end))
    if has_region and (len(before) > 1 or content):
        return 1.0
    if found[first].text[0].isupper() and before and is_of_town(before[0]) and before[0] not in GENERIC:
        return 0.95 if len(before) > 1 or content else 0.8
    if has_capital_adjective and inside and (len(before) > 1 or content):
        return 0.95
    if (has_region or (has_capital_adjective and inside)) and before:
        return 0.8
    is_common = found[first].text[0].islower() and bool(
        re.search(r"\sв\s+\S+(?:\s\S+)?$", text[found[index].end : end])
    )
    if ends_in_place and not is_common and (specific or content):
        return 0.9
    if found[first].text[0].isupper() and inside and (specific or content):
        return 0.85
    if found[first].text[0].isupper() and ends_in_place and not content and not SORTS.isdisjoint(before):
        return 0.0 if IN_PLACE.match(text, found[index].end) else 0.8  # "Инновационный кластер Республики Мордовия"
    is_named = found[first].text[0].isupper() and before and is_adjective(found[first].text)
    return UNCONFIRMED if is_named and (len(specific) > 1 or has_capital_adjective) else 0.0


def _is_company(text: str, word: Word) -> bool:
    """Whether a legal form stands before the head: ООО «ИТК «Вектор»."""
    return LEGAL_FORM.search(text, max(0, word.start - LONGEST_FORM), word.start) is not None


def _is_capital_inside(text: str, found: Sequence[Word], first: int) -> bool:
    return found[first].text[0].isupper() and not _starts(text, found[first].start)


def _starts(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \xa0\t")
    return not before or before[-1] in ".!?…\n•:;-–—" + QUOTE


def _tail(text: str, found: Sequence[Word], index: int) -> tuple[int, bool]:
    """Where the name ends after its head, and whether what follows the head says what the cluster is about."""
    end, content, place = found[index].end, False, index + 1
    while place < min(len(found), index + LONGEST):
        tail = PLACE_TAIL.match(text, end)
        if tail and "\n\n" not in tail.group():
            return tail.end(), content
        taken = _next(text, found, place)
        if not taken:
            break
        place += taken
        end, content = found[place - 1].end, True
    tail = PLACE_TAIL.match(text, end)
    return (tail.end() if tail and "\n\n" not in tail.group() else end), content


LINK = re.compile(r"\s*(?:,|и|,\s*и|в\s+(?:области|сфере)|по)\s*")


def _next(text: str, found: Sequence[Word], place: int) -> int:
    """How many of the next words go on with the name: a genitive, a torn word, a link and the genitive after it; 0
    where none."""
    gap = text[found[place - 1].end : found[place].start]
    bare = gap.strip(" \n\xa0\t")
    if "\n\n" in gap or bare not in {"", "-", "‑", ","}:
        return 0
    word = found[place]
    if bare == ",":
        series = is_adjective(found[place - 1].text) or "ие" in found[place - 1].text[-3:]
        return 1 if series and _is_genitive(word.text) and word.text[0].islower() and is_adjective(word.text) else 0
    if word.text in {"и", "по"} or (
        word.text == "в" and place + 1 < len(found) and found[place + 1].lemma in {"область", "сфера"}
    ):
        skip = 2 if word.text == "в" else 1
        if place + skip >= len(found) or text[word.end : found[place + skip].start].strip(" \nобластифер\xa0"):
            return 0
        if _reaches_head(text, found, place + skip):
            return 0
        following = found[place + skip].text
        fits = _is_genitive(following) or (word.text == "по" and following[0].islower())
        return skip + 1 if fits and following[0].islower() else 0
    if place + 1 < len(found) and _is_half(text, word, found[place + 1]):
        return 2 if _is_genitive(found[place + 1].text) and word.text[0].islower() else 0
    if _is_genitive(word.text) and word.lemma not in CLUSTERS and not word.text.isdigit():
        return 1 if word.text[0].islower() else 0
    return 0


def _is_half(text: str, word: Word, following: Word) -> bool:
    """Whether two words make one: torn apart, or joined by a hyphen (волоконно-оптических)."""
    return is_torn(word.text, following.text) or text[word.end : following.start] in {"-", "‑"}


def _reaches_head(text: str, found: Sequence[Word], place: int) -> bool:
    """Whether the words after "и" lead to another head: "и Алтайского кластера" is another cluster."""
    for word in found[place : place + 5]:
        if word.lemma in CLUSTERS:
            return True
        if not is_adjective(word.text):
            return False
    return False


@lru_cache(maxsize=50_000)
def _is_genitive(word: str) -> bool:
    readings = parse(word)
    if word.isupper() and len(word) > 1:
        return False
    return readings[0].part in {"NOUN", "ADJF", "PRTF"} and any(reading.case == "gent" for reading in readings)
