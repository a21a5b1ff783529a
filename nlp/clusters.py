"""Named clusters, with and without quotation marks, in registry pages, tables, lists and prose.

A cluster in general ("промышленные кластеры", "формирование кластера") is not a cluster: a name has a proper part in
quotation marks, a region before or after it, or a place where only names stand (a title, a field, a column).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc

from nlp.clusters_en import find_english
from nlp.mention import Attribute, Mention
from nlp.morphology import inflect, nominative, parse
from nlp.quotes import opening_after, quoted_end, stripped
from nlp.spacing import is_torn, joined
from nlp.words import Word, word_set, words
from ontology import vocabulary

HEADS = frozenset(
    {"кластер", "технополис", "биотехнополис", "наукополис", "агрокластер", "биокластер", "турклaстер", "нанокластер"}
)
SELF_NAMED = HEADS - {"кластер", "агрокластер", "биокластер", "нанокластер"}
QUOTE = '«"“„'
BLANK = re.compile(r"\s+")
GENERIC = word_set(
    """
    инновационный территориальный промышленный пилотный региональный отраслевой новый крупный крупнейший первый
    второй третий единый данный указанный другой иной настоящий существующий действующий создаваемый формируемый
    российский национальный федеральный производственный технологический научный научно научно-производственный
    производственно территориально межрегиональный международный отечественный соответствующий специализированный
    успешный перспективный потенциальный высокотехнологичный конкурентоспособный приоритетный областной краевой
    республиканский местный муниципальный городской весь каждый любой один современный мощный реальный ведущий
    зарубежный европейский мировой американский экономический индустриальный цифровой виртуальный пространственный
    собственный подобный будущий сильный эффективный
    """
)
"""Adjectives that say what sort of cluster it is, not which one."""

DETERMINERS = word_set(
    """
    данный указанный другой иной настоящий существующий действующий новый соответствующий первый второй третий весь
    каждый любой один крупный крупнейший
    """
)
ROMAN = re.compile(r"[IVXLC]+")
LABEL = re.compile(
    r"\s*(?:полное\s+|сокращ[её]нное\s+)?(?:наименование|название|имя)(?:\s+\w+){0,2}\s+кластера\s*|\s*кластер\s*"
    r"|\s*(?:full\s+|short\s+)?name\s+of\s+(?:the\s+)?cluster\s*|\s*cluster(?:\s+name)?\s*",
    re.IGNORECASE,
)
CARD = re.compile(
    r"(?:статус|специализаци\w+|менеджер|руководитель|продукция|участник\w*|год\s+создания)\s+кластера"
    r"|уровень\s+организационного\s+развития"
    r"|cluster\s+(?:status|manager|specialization|specialisation|members)"
    r"|organi[sz]ational\s+(?:development\s+)?level|level\s+of\s+organi[sz]ational",
    re.IGNORECASE,
)
PLACE_TAIL = re.compile(
    r"\s+(?:в\s+)?(?:(?:г\.|гор\.|город[еа]?|ЗАТО)\s*[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)?|(?:[А-ЯЁ][\w-]+(?:ой"
    r"|ого)\s+(?:области|края|района|округа))"
    r"|Республик[еи]\s+[А-ЯЁ][\w-]+(?:\s*[-–]\s*[А-ЯЁ]\w+)?|[А-ЯЁ][а-яё]+ии|Санкт-Петербурга|Москвы|Севастополя"
    r"|Татарстана|Башкортостана|Дагестана|Алтая|Крыма|Подмосковья|Поволжья|Урала|Прикамья|Зауралья|Приморья"
    r"|Ставрополья|Кубани|Дона)(?!\w)"
)
IN_REGION = re.compile(r"\sв\s+(?!г)\S+(?:\s\S+)?$")
ALIAS = re.compile(r"[»\"”]?\s*\(\s*(?:далее\s*[-–—:]?\s*)?([А-ЯЁA-Z][\w«»\"\s-]{2,40})\)")
DASH = re.compile(r"\s+[-–—](?=\s)")
SHORTEST = 4  # characters of a quotation, its marks among them
LONGEST = 14  # words after the head


@dataclass(frozen=True, slots=True)
class Found:
    """A cluster's name where it stands; `proper` is the part in quotation marks."""

    start: int
    end: int
    name: str
    rule: str
    proper: str = ""
    score: float = 1.0


def find_clusters(doc: Doc) -> list[Mention]:
    """Mentions of named clusters (`Cluster`), in order of place."""
    document = doc._.document
    text = document.text
    found: list[Found] = [*_by_place(doc)]
    if document.language == "ru" or _has_russian(text):
        found += _quoted(doc)
        found += _described(doc)
        found += _plural(doc)
    found += find_english(text, Found)
    return [_mention(doc, item) for item in _distinct(found)]


def _has_russian(text: str) -> bool:
    return "ластер" in text or "КЛАСТЕР" in text or "ехнополис" in text


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
    inside = {
        m.id for m in doc._.mentions if m.type == "Region" and m.id and found.start <= m.start and m.end <= found.end
    }
    return inside.pop() if len(inside) == 1 else ""


RANK = {"quoted name": 0, "several quoted names": 1, "described name": 2, "several names": 3, "field": 4, "card": 4}


def _distinct(found: Iterable[Found]) -> list[Found]:
    """One name a place: the widest of those that overlap."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda one: (-(one.end - one.start), RANK.get(one.rule, 9))):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda one: one.start)


@cache
def _region_adjectives() -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for region in vocabulary().regions:
        for adjective in region.adjectives:
            owners.setdefault(adjective.lower().replace("ё", "е"), set()).add(region.id)
    return {adjective: next(iter(ids)) for adjective, ids in owners.items() if len(ids) == 1}


def region_of(name: str) -> str:
    """The region whose adjective the name has ("Алтайский …"), as an id; empty where it has none or several."""
    adjectives = _region_adjectives()
    outside = re.split(f"[{QUOTE}]", name)[0]
    found = {
        adjectives[low]
        for word in re.findall(r"[А-ЯЁ][а-яё]+(?:-[а-яё]+)?", outside)
        if (low := _masculine(word)) in adjectives
    }
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=20_000)
def _masculine(word: str) -> str:
    reading = next((reading for reading in parse(word) if reading.part == "ADJF"), None)
    return (reading.lemma if reading else word.lower()).replace("ё", "е")


def _heads(doc: Doc) -> Iterator[tuple[int, Word]]:
    for index, word in enumerate(words(doc)):
        if word.lemma in HEADS:
            yield index, word


@lru_cache(maxsize=1000)
def _is_plural(word: str) -> bool:
    readings = [reading for reading in parse(word) if reading.part == "NOUN"]
    return bool(readings) and all(reading.is_plural for reading in readings)


def _quoted(doc: Doc) -> Iterator[Found]:
    """A head word and a name in quotation marks: технологический кластер «Технополис «Новый Звездный»; or the head
    inside them."""
    text = doc._.document.text
    found = words(doc)
    for index, word in _heads(doc):
        dash = DASH.match(text, word.end)
        opening = opening_after(text, dash.end() if dash else word.end)
        end = quoted_end(text, opening) if opening is not None else None
        if opening is None or end is None or end - opening < SHORTEST:
            continue
        proper = joined(stripped(text[opening:end]))
        if _is_plural(word.text):
            yield from _listed(text, opening)
            continue
        first = _first(text, found, index)
        start = found[first].start
        head = joined(nominative(joined(text[start : word.end]), "sing"))
        yield Found(start, end, f"{head} «{proper}»", "quoted name", proper)


def _listed(text: str, start: int) -> Iterator[Found]:
    """Names in quotation marks one after the other behind a plural: кластеры «А», «Б» и «В»."""
    place = start
    link = re.compile(rf"\s*(?:,|;|\sи|,\s*а\s+также)\s*(?=[{QUOTE}])")
    while (end := quoted_end(text, place)) is not None:
        proper = joined(stripped(text[place:end]))
        yield Found(place, end, proper, "several quoted names", proper)
        following = link.match(text, end)
        if following is None:
            return
        place = following.end()


def _first(text: str, found: list[Word], index: int) -> int:
    """The first of the adjectives before a head that belong to its name (determiners and participles left out)."""
    first = index
    while first and index - first < 9:
        before, here = found[first - 1], found[first]
        gap = text[before.end : here.start]
        if gap.strip(" \n\xa0\t") not in {"", "-", "‑", "–"} or "\n\n" in gap:
            break
        if gap.strip() == "–" and " " in gap:
            break
        if before.text == "и" and first - 1 and _is_adjective(found[first - 2].text) and _joins(text, found, first):
            first -= 2
            continue
        if is_torn(before.text, here.text) or (gap in {"-", "‑"} and before.text[-1] in "оае"):
            first -= 1
            continue
        if not _is_adjective(before.text) or _masculine(before.text) in DETERMINERS:
            break
        first -= 1
        if before.text[0].isupper() and not found[first].text[0].isupper():
            break
    return first


def _joins(text: str, found: list[Word], first: int) -> bool:
    """Whether "и" before `found[first]` joins two adjectives of one head, blanks only between."""
    left = text[found[first - 2].end : found[first - 1].start]
    right = text[found[first - 1].end : found[first].start]
    return not left.strip() and not right.strip()


@lru_cache(maxsize=50_000)
def _is_adjective(word: str) -> bool:
    if ROMAN.fullmatch(word):
        return False
    readings = parse(word)
    if readings[0].part == "PRTF":
        return False
    return any(reading.part == "ADJF" and not reading.grammemes & {"Apro", "Anum"} for reading in readings[:3])


def _described(doc: Doc) -> Iterator[Found]:
    """A head without quotation marks that a region before or after it, or a capital inside a sentence, makes a name."""
    text = doc._.document.text
    found = words(doc)
    for index, word in _heads(doc):
        if _is_plural(word.text) or opening_after(text, word.end) is not None:
            continue
        first = _first(text, found, index)
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


def _score(text: str, found: list[Word], first: int, index: int, end: int, content: bool) -> float:
    """How sure it is that the phrase is a name; 0 where it is not."""
    before = [_masculine(word.text) for word in found[first:index]]
    specific = [word for word in before if word not in GENERIC and word not in _region_adjectives()]
    has_region = any(
        word in _region_adjectives() and found[first + place].text[0].isupper() for place, word in enumerate(before)
    )
    has_capital_adjective = any(
        found[first + place].text[0].isupper() and word not in GENERIC for place, word in enumerate(before)
    )
    inside = not _starts(text, found[first].start)
    ends_in_place = bool(PLACE_TAIL.search(text, found[index].end, end))
    if has_region and (len(before) > 1 or content):
        return 1.0
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
    return 0.0


def _is_capital_inside(text: str, found: list[Word], first: int) -> bool:
    return found[first].text[0].isupper() and not _starts(text, found[first].start)


def _starts(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \xa0\t")
    return not before or before[-1] in ".!?…\n•:;-–—" + QUOTE


def _tail(text: str, found: list[Word], index: int) -> tuple[int, bool]:
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


def _next(text: str, found: list[Word], place: int) -> int:
    """How many of the next words go on with the name: a genitive, a torn word, a link and the genitive after it; 0
    where none."""
    gap = text[found[place - 1].end : found[place].start]
    bare = gap.strip(" \n\xa0\t")
    if "\n\n" in gap or bare not in {"", "-", "‑", ","}:
        return 0
    word = found[place]
    if bare == ",":
        series = _is_adjective(found[place - 1].text) or "ие" in found[place - 1].text[-3:]
        return 1 if series and _is_genitive(word.text) and word.text[0].islower() and _is_adjective(word.text) else 0
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
    if _is_genitive(word.text) and word.lemma not in HEADS and not word.text.isdigit():
        return 1 if word.text[0].islower() else 0
    return 0


def _is_half(text: str, word: Word, following: Word) -> bool:
    """Whether two words make one: torn apart, or joined by a hyphen (волоконно-оптических)."""
    return is_torn(word.text, following.text) or text[word.end : following.start] in {"-", "‑"}


def _reaches_head(text: str, found: list[Word], place: int) -> bool:
    """Whether the words after "и" lead to another head: "и Алтайского кластера" is another cluster."""
    for word in found[place : place + 5]:
        if word.lemma in HEADS:
            return True
        if not _is_adjective(word.text):
            return False
    return False


@lru_cache(maxsize=50_000)
def _is_genitive(word: str) -> bool:
    readings = parse(word)
    if word.isupper() and len(word) > 1:
        return False
    return readings[0].part in {"NOUN", "ADJF", "PRTF"} and any(reading.case == "gent" for reading in readings)


def _plural(doc: Doc) -> Iterator[Found]:
    """Several clusters that share their head: Калужский фармацевтический, автомобильный и ядерный кластеры."""
    text = doc._.document.text
    found = words(doc)
    for index, word in _heads(doc):
        if not _is_plural(word.text):
            continue
        groups = _groups(text, found, index)
        if len(groups) < 2:
            continue
        lead = found[groups[0][0]]
        if not lead.text[0].isupper() or _masculine(lead.text) in GENERIC:
            continue
        shares = _masculine(lead.text) in _region_adjectives() and not found[groups[-1][0]].text[0].isupper()
        for first, last in groups:
            own = [_agreed(item.text) for item in found[first:last]]
            if shares and first != groups[0][0]:
                own = [_agreed(lead.text), *own]
            if all(_masculine(part) in GENERIC for part in own):
                continue
            yield Found(
                found[first].start,
                found[last - 1].end,
                joined(" ".join([*own, word.lemma])),
                "several names",
                score=0.9,
            )


def _agreed(word: str) -> str:
    return inflect(word, "nomn", "sing", "masc", part="ADJF")


def _groups(text: str, found: list[Word], index: int) -> list[tuple[int, int]]:
    """The runs of adjectives before a plural head that commas and "и" part, in order."""
    groups: list[tuple[int, int]] = []
    last = index
    place = index
    while place and index - place < 16:
        word = found[place - 1]
        gap = text[word.end : found[place].start]
        if word.text == "и" and last == place:
            break
        if gap.strip() not in {"", ",", "-", "‑"}:
            break
        if word.text == "и" or "," in gap:
            if place < last:
                groups.append((place, last))
            if "," in gap and _is_adjective(word.text):
                last = place
                place -= 1
                continue
            place -= 1
            last = place
            continue
        if not _is_adjective(word.text) or gap.strip(" \n\xa0-‑"):
            break
        place -= 1
    if place < last:
        groups.append((place, last))
    return groups[::-1]


def _by_place(doc: Doc) -> Iterator[Found]:
    """What stands where only a cluster's name can: the field "Кластер", a column "Наименование кластера", a card's
    title."""
    document = doc._.document
    text = document.text
    for pair in document.pairs:
        if LABEL.fullmatch(text[pair.label.start : pair.label.end].rstrip(": \n\xa0")):
            yield from _named(text, pair.value.start, pair.value.end, "field")
    for table in document.tables:
        columns = {
            cell.column
            for cell in table.cells
            if cell.row == 0 and LABEL.fullmatch(text[cell.start : cell.end].strip())
        }
        for cell in table.cells:
            if cell.row and cell.column in columns and not cell.is_header:
                yield from _named(text, cell.start, cell.end, "field")
    yield from _titles(doc)


def _titles(doc: Doc) -> Iterator[Found]:
    """The heading of a card: the nearest one before fields such as "Статус кластера"."""
    document = doc._.document
    text = document.text
    headings = [block for block in document.blocks if block.kind == "heading"]
    seen = set()
    for pair in document.pairs:
        if not CARD.search(text, pair.label.start, pair.label.end):
            continue
        before = [
            block for block in headings if block.end <= pair.label.start and _is_title(text[block.start : block.end])
        ]
        if before and before[-1].start not in seen:
            seen.add(before[-1].start)
            yield from _named(text, before[-1].start, before[-1].end, "card")


NO_TITLE = re.compile(
    r"\s*(?:общ\w+\s+информаци|контакт|о\s+кластере|о\s+проекте|участник|продукци|специализаци|реестр|карт[аы]"
    r"|описани|документ|новост|general|contact|about"
    r"|description|overview|members|participants|products|specializ|registry|map\b|статус|уровень|числ|количеств"
    r"|status|level|организац|сведени|проект)",
    re.IGNORECASE,
)


def _is_title(title: str) -> bool:
    return not NO_TITLE.match(title) and ":" not in title and len(title) < 200


def _named(text: str, start: int, end: int, rule: str) -> Iterator[Found]:
    written = text[start:end].strip()
    if not written or not re.search(r"[^\W\d_]{3}", written) or len(written) > 250:
        return
    begin = text.index(written, start)
    proper = ""
    opening = re.search(f"[{QUOTE}]", written)
    if opening and (close := quoted_end(written, opening.start())):
        proper = joined(stripped(written[opening.start() : close]))
        name = f"{joined(written[: opening.start()])} «{proper}»".strip() if opening.start() else proper
    else:
        name = joined(written)
    yield Found(begin, begin + len(written), name, rule, proper, 0.95)
