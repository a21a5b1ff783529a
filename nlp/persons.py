"""Where the names of people stand in a Russian text: by their form, by the field they fill, by the model, and again."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from ingest.record import record
from nlp.anchors import matches
from nlp.initials import (
    FIRST_WORD,
    GAP,
    WORD,
    initials_first,
    initials_first_in_capitals,
    initials_last,
    initials_last_in_capitals,
)
from nlp.line_ends import BROKEN
from nlp.morphology import is_in_dictionary, parse
from nlp.names import PATRONYMIC, PATRONYMIC_PARTICLES, PersonName, person_name, surname_readings
from nlp.ner import ADJECTIVES, QUOTES, Named, find_names
from nlp.roles import is_head
from nlp.words import word_set

WITH_PATRONYMIC = re.compile(rf"{FIRST_WORD}(?:{GAP}{WORD}){{1,3}}(?:\s(?:оглы|кызы|улы))?(?![\w-])")
STREET = re.compile(
    r"(?:\b(?:ул(?:иц\w+)?|просп(?:ект\w*)?|пр|пер(?:еул\w+)?|площад\w+|пл|бульвар\w*|б-р|наб(?:ережн\w+)?|шоссе"
    r"|станци\w+)\.?"
    r"|\b(?:г|гор|с|пос|п|дер|д|ст|р|оз|х|пгт|рп|м|мкр)\.)\s*$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:менеджер|руководител|директор|председател|контактное\s+лицо|координатор|ответственн|куратор|исполнител"
    r"|разработчик|ф\.?\s?и\.?\s?о"
    r"|manager|director|head|chair|contact\s+person|coordinator)",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf"(?m)^[^\S\n]*[•*\-–]?[^\S\n]*(?P<label>[А-ЯЁA-Z][^\n:]{{2,60}}):[^\S\n]*\n?[^\S\n]*(?P<name>{WORD}(?:[^\S\n]+{WORD}){{1,2}})(?=[^\S\n]*(?:[,;.(\n]|$))"
)
LABELLED_VALUE = re.compile(rf"\s*({WORD}(?:\s+{WORD}){{1,2}})(?=\s*(?:[,;.(\n]|$))")
NAMED_AFTER = re.compile(rf"(?<!\w)(?:имени|им\.)\s*((?:[А-ЯЁ]\.\s?){{0,2}}{WORD}(?:[^\S\n]{WORD}){{0,2}})(?![\w-])")
NAMED_BEGINS = re.compile(r"и(?=мени|м\.)")
PAIR = re.compile(rf"(?<![\w-])({WORD})\s+и\s+$")
FAMILY = re.compile(
    r"\b(?:семь\w+|семей\w*|клан\w*|род[ау]?|династи\w+|супруг(?:и|ов|ами)|брать\w+|отравлени\w+|чет\w)\s+$",
    re.IGNORECASE,
)
NO_NAMES = frozenset({"папа", "папа римский", "дед мороз", "господь", "бог", "викиновости", "инстаграм"})
NOT_PARTS = word_set(
    """
    россия федерация область район край республика москва президент министр губернатор глава директор председатель
    подпрограмма постановление стратегия концепция порядок правило устав план
    город улица закон приказ указ приложение раздел таблица рисунок программа правительство администрация
    администрации центр страна мир день год господин госпожа доктор святой князь король императрица император
    """
)
ROMAN = re.compile(r"[IVXLC]+")
NO_ABBREVIATIONS = word_set(
    "РФ ФЗ ООО ОАО ЗАО ПАО МО РК РТ СМИ АПК ДТП ГОСТ ТЭК ЖКХ МКД НПА ФГОС СССР США ИП ЦР ЗС МР ФАП ПК ВВП"
)
LONGEST_ABBREVIATION = 6
PERSONAL = frozenset({"Name", "Surn", "Patr"})
RANK = {"patronymic": 0, "initials": 1, "label": 2, "model": 3, "named after": 4, "pair": 5, "again": 6}
STEM = 4  # letters that all forms of a surname share
SINGLE = re.compile(r"[А-ЯЁ](?<![\w-].)[а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?(?![\w-])")


@record
class Found:
    """A name where it stands, with the rule that found it. `score` is below 1 where only the model says so."""

    start: int
    end: int
    rule: str
    score: float = 1.0


def find_persons(doc: Doc) -> list[Found]:
    """The names of people, in order of place, none overlapping."""
    text = doc._.document.text
    found = _distinct(
        [*_by_initials(text), *_by_patronymic(text), *_by_label(doc), *_named_after(text), *_by_model(doc)]
    )
    return _distinct([*found, *_again(text, found), *_paired(text, found)])


def named(doc: Doc) -> list[Named]:
    """What the model takes for names in a Russian document, computed once a document."""
    if "named" not in doc.user_data:
        document = doc._.document
        doc.user_data["named"] = (
            find_names(document.text, doc._.sentences, is_possible) if document.language == "ru" else []
        )
    names: list[Named] = doc.user_data["named"]
    return names


@lru_cache(maxsize=200_000)
def is_possible(word: str, is_first: bool) -> bool:
    """Whether a word with a capital may belong to the name of a person or of an organization: not at the beginning of a
    sentence a common word, not elsewhere a word of geography or of the language of acts."""
    low = word.lower()
    if len(word) == 1 or ROMAN.fullmatch(word):
        return False
    is_shouted = word.isupper()
    if is_shouted and (len(word) > LONGEST_ABBREVIATION or word in NO_ABBREVIATIONS):
        return False
    if not ("а" <= low[0] <= "я" or low[0] == "ё"):
        return is_shouted or not is_first
    readings = parse(low)
    if (is_first or is_shouted) and readings[0].part in SMALL_WORDS and is_in_dictionary(low):
        return False
    if is_shouted:
        return len(word) < SHORTEST_SHOUT or not is_in_dictionary(low) or any(r.grammemes & NAMING for r in readings)
    if any(reading.lemma in NOT_PARTS for reading in readings[:2]):
        return False
    if any(reading.grammemes & PERSONAL for reading in readings):
        return True
    return not is_first or not is_in_dictionary(low)


SMALL_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
NAMING = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
SHORTEST_SHOUT = 4  # letters: a shorter word in capitals may be an abbreviation even where the dictionary has it (МОК)


def _by_initials(text: str) -> Iterator[Found]:
    """Initials and a surname in either order: "А.Н. Потехин", "Сафину Л.Р.", "Г.С. НИКИТИН"."""
    for match in initials_first(text):
        if "\n" in text[match.end(1) - 1 : match.start(2)] and _has_surname_before(text, match.start()):
            continue
        is_double = len(re.findall(r"\.", match.group(1))) > 1
        if not _is_street(text, match.start()) and (is_double or _is_surname(match.group(2))):
            yield Found(match.start(), match.end(), "initials", 1.0 if is_double else 0.9)
    for match in initials_last(text):
        is_apart = match.start(2) - match.end(1) > NEAR and SURNAME_AFTER.match(text, match.end())
        if not is_apart and not _is_street(text, match.start()) and not _is_common(match.group(1)):
            yield Found(match.start(), match.end(), "initials")
    for matches_of, group in ((initials_first_in_capitals, 2), (initials_last_in_capitals, 1)):
        for match in matches_of(text):
            if not _is_street(text, match.start()) and _is_surname(match.group(group).capitalize()):
                yield Found(match.start(), match.end(), "initials")


def _has_surname_before(text: str, initials: int) -> bool:
    """Whether initials at a line's end follow their surname: "Дятлова О.Ю." above "Контроль …"."""
    match = SURNAME_BEFORE.search(text, max(0, initials - SURNAME_REACH), initials)
    return match is not None and not _is_common(match.group(1)) and not is_head(match.group(1))


NEAR = 2  # blanks between a surname and its initials; with more, initials in a signature are of the surname after them
SURNAME_AFTER = re.compile(rf"[^\S\n]?{WORD}(?![\w.])")
SURNAME_BEFORE = re.compile(rf"({FIRST_WORD})[^\S\n]{{1,{NEAR}}}\Z")
SURNAME_REACH = 40  # characters of the longest double surname


def _is_street(text: str, start: int) -> bool:
    return bool(STREET.search(text, max(0, start - 14), start))


@lru_cache(maxsize=50_000)
def _is_surname(word: str) -> bool:
    return any("Surn" in reading.grammemes for reading in parse(word)) or bool(
        re.search(r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ой|ого|ому|им|ая)|енко|чук|дзе|швили|ян)(?:а|у|ым|ой|ом|е)?$", word)
        and not is_in_dictionary(word.lower())
    )


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    """Whether the word is a word of the language and no name (Приложение А. Б.)."""
    readings = parse(word)
    return (
        is_in_dictionary(word.lower())
        and not any(reading.grammemes & PERSONAL for reading in readings)
        and (readings[0].lemma in NOT_PARTS or readings[0].part not in {"NOUN", "ADJF", "ADJS"})
    )


def _by_patronymic(text: str) -> Iterator[Found]:
    """A first name and a patronymic, with the surname before or after them."""
    for match in WITH_PATRONYMIC.finditer(text):
        if "ич" not in match[0] and "вн" not in match[0]:  # every patronymic has one of them
            continue
        words = list(re.finditer(WORD, match.group()))
        if PATRONYMIC.fullmatch(words[-1].group()) and (more := WORD_AFTER.match(text, match.end())):
            words = list(re.finditer(WORD, text[match.start() : more.end()]))
        for index, word in enumerate(words):
            if index and PATRONYMIC.fullmatch(word.group()) and _may_be_first(words[index - 1].group()):
                first, last = index - 1, index
                if _stands_after(text, match.start(), words, first, last):
                    last += 1
                elif first and _may_be_last(words[first - 1].group()) and not _is_of_role(words, first - 1):
                    first -= 1
                yield Found(match.start() + words[first].start(), match.start() + words[last].end(), "patronymic")
                break


WORD_AFTER = re.compile(rf"[^\S\n]+{WORD}(?![\w-])")


def _is_of_role(words: list[re.Match[str]], index: int) -> bool:
    """Whether a word belongs to the role before it, and is no surname: "Председатель Правления Анна Павловна"."""
    is_surname = any("Surn" in reading.grammemes for reading in parse(words[index].group()))
    return index > 0 and is_head(words[index - 1].group()) and not is_surname


def _stands_after(text: str, at: int, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether the surname stands after first name and patronymic; at a line's end the one before them goes first."""
    if last + 1 == len(words) or not _may_be_last(words[last + 1].group()):
        return False
    is_below = "\n" in text[at + words[last].end() : at + words[last + 1].start()]
    return not (is_below and first and _may_be_last(words[first - 1].group()))


@lru_cache(maxsize=50_000)
def _may_be_first(word: str) -> bool:
    readings = parse(word)
    return any("Name" in reading.grammemes for reading in readings) or not is_in_dictionary(word.lower())


@lru_cache(maxsize=50_000)
def _may_be_last(word: str) -> bool:
    readings = parse(word)
    if any(reading.lemma in NOT_PARTS for reading in readings[:2]):
        return False
    return any("Surn" in reading.grammemes for reading in readings) or not _is_common(word)


def _by_label(doc: Doc) -> Iterator[Found]:
    """Two or three words with capitals beside a label that asks for a person ("Менеджер кластера: Галицкий Сергей")."""
    document = doc._.document
    text = document.text
    for pair in document.pairs:
        if LABEL.search(text, pair.label.start, pair.label.end):
            value = LABELLED_VALUE.match(text, pair.value.start, pair.value.end)
            if value and _is_person(value.group(1)):
                yield Found(value.start(1), value.end(1), "label")
    for line in _labelled(text):
        if LABEL.search(line["label"]) and _is_person(line["name"]):
            yield Found(line.start("name"), line.end("name"), "label")


def _labelled(text: str) -> Iterator[re.Match[str]]:
    """What `LABELLED.finditer(text)` gives, from the colons back."""
    done = 0
    while (colon := text.find(":", done)) >= 0:
        line = LABELLED.match(text, max(done, text.rfind("\n", done, colon) + 1))
        if line is not None:
            yield line
        end = text.find("\n", colon) if line is None else line.end()
        done = end if end >= 0 else len(text)


def _is_person(words: str) -> bool:
    parts = words.split()
    return any(_may_be_first(part) for part in parts) and not any(_is_common(part) for part in parts)


def _named_after(text: str) -> Iterator[Found]:
    """The person that an institution is named after: имени А. С. Пушкина."""
    for match in matches(NAMED_AFTER, NAMED_BEGINS, text):
        words = re.findall(WORD, match.group(1))
        if "." in match.group(1) or any(_is_surname(word) for word in words):
            yield Found(match.start(1), match.end(1), "named after", 0.7)


def _paired(text: str, found: list[Found]) -> Iterator[Found]:
    """A first name that shares the surname of the next: "Билла и Мелинды Гейтс"."""
    for item in found:
        if " " not in text[item.start : item.end]:
            continue
        first = PAIR.search(text, max(0, item.start - 40), item.start)
        if first and _is_name(first.group(1)) and not _is_surname(first.group(1)):
            yield Found(first.start(1), first.end(1), "pair", 0.8)


def _by_model(doc: Doc) -> Iterator[Found]:
    """What the model takes for a person, unless it is a common word, a family or a street."""
    text = doc._.document.text
    for name in named(doc):
        if name.kind == "PER":
            for start, end in _lines(text, name.start, name.end):
                if _is_plausible(text, start, end):
                    yield Found(start, end, "model", 0.9 if " " in text[start:end] else 0.7)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut where a bracket opens, at a blank line, and where two lines each hold a whole name."""
    written = re.split(r"\(|\n\s*\n", text[start:end])[0].rstrip()
    lines = written.split("\n")
    if len(lines) > 1 and all(len(line.split()) > 1 for line in lines):
        place = start
        for line in lines:
            yield place, place + len(line.rstrip())
            place += len(line) + 1
    else:
        yield start, start + len(written)


def _is_plausible(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", written)
    if not words or BROKEN.match(text, end) or _is_street(text, start) or not any(word[0].isupper() for word in words):
        return False
    if written.lower() in NO_NAMES or " ".join(parse(word)[0].lemma for word in words) in NO_NAMES:
        return False
    if len(words) > 1:
        return True
    if words[0].endswith(ADJECTIVES) and _is_before_noun(text, end):
        return False
    return not _is_plain(words[0], starts=_starts(text, start)) and not _is_family(text, start, words[0])


def _is_family(text: str, start: int, word: str) -> bool:
    """Whether a surname names a family (род Фроловых, семья Бекхэмов)."""
    is_plural = all(reading.is_plural for reading in parse(word)) or bool(re.search(r"(?:[оеё]в|[иы]н)ых$", word))
    return is_plural or bool(FAMILY.search(text, max(0, start - 20), start))


def _starts(text: str, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    before = text[max(0, start - 3) : start].rstrip(' \xa0«"')
    return not before or before[-1] in ".!?…\n•"


@lru_cache(maxsize=50_000)
def _is_plain(word: str, *, starts: bool) -> bool:
    """Whether a single word that the model takes for a name is a word of the language (Заключённый, Патриархом)."""
    if len(word) == 1:
        return True
    if "-" in word:
        return all(_is_plain(part, starts=starts) for part in word.split("-") if part)
    readings = parse(word)
    if any(reading.grammemes & PERSONAL for reading in readings) or not is_in_dictionary(word.lower()):
        return False
    return (
        starts
        or readings[0].part != "NOUN"
        or is_head(word)
        or any("Geox" in reading.grammemes for reading in readings)
    )


def _distinct(names: Iterable[Found]) -> list[Found]:
    """One name a place, in order: of those that overlap, the widest, and of equals the surest rule."""
    kept: list[Found] = []
    for name in sorted(names, key=lambda item: (RANK[item.rule] > 2, -(item.end - item.start), RANK[item.rule])):
        at = bisect_left(kept, name.start, key=lambda item: item.start)
        if (at == 0 or kept[at - 1].end <= name.start) and (at == len(kept) or name.end <= kept[at].start):
            kept.insert(at, name)
    return kept


def surnames(text: str, found: Iterable[Found]) -> Iterator[str]:
    """The surnames, in the nominative, of the people whose names are given with more than a surname."""
    for item in found:
        written = text[item.start : item.end]
        if (" " in written or "." in written) and len(last := parsed(written).last) >= STEM:
            yield last


def _again(text: str, found: list[Found]) -> Iterator[Found]:
    """The surnames of the people found, wherever they stand alone: "Мантуров … Мантурова"."""
    known: dict[str, set[str]] = {}
    for last in surnames(text, found):
        known.setdefault(last[:STEM].lower(), set()).add(last)
    if not known:
        return
    for match in SINGLE.finditer(text):
        word = match.group()
        lasts = known.get(word[:STEM].lower())
        if not lasts or _is_place(word) or _is_street(text, match.start()) or _opens_title(text, match):
            continue
        if word.endswith(ADJECTIVES) and _is_before_noun(text, match.end()):
            continue
        if any(reading.nominative in lasts for reading in surname_readings(word)):
            yield Found(match.start(), match.end(), "again", 0.8)


def _is_before_noun(text: str, end: int) -> bool:
    """Whether a word that may be an adjective goes on to a common noun: "Курский вокзал", "Саровский новый завод"."""
    following = NOUN_AFTER.match(text, end)
    return following is not None and parse(following[1])[0].part in {"NOUN", "ADJF"}


NOUN_AFTER = re.compile(r"[^\S\n]([а-яё]+)(?![\w-])")


def _opens_title(text: str, word: re.Match[str]) -> bool:
    """Whether the word is the first of several in quotation marks: «Московский комсомолец»."""
    before, after = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    return before != "" and before in QUOTES and after == " "


@lru_cache(maxsize=50_000)
def _is_place(word: str) -> bool:
    return any("Geox" in reading.grammemes for reading in parse(word))


INITIAL = re.compile(r"(?<![^\W\d_])[А-ЯЁA-Z](?=\.|\s|$)")
NAME_WORD = re.compile(r"[^\W\d_]{2,}(?:[-‑'’][^\W\d_]+)*")


@lru_cache(maxsize=50_000)
def parsed(written: str, cases: tuple[str, ...] = ()) -> PersonName:
    """The parts of a name as written, in the nominative.

    >>> parsed("Антохину Т.В.", ("accs",)).full
    'Антохина Т. В.'
    >>> parsed("Михаила Игнатьева").full
    'Игнатьев Михаил'
    """
    initials = " ".join(INITIAL.findall(written))
    words: list[str] = [_with_one_capital(word) for word in NAME_WORD.findall(written)]
    patronymic = next((word for word in words[1:] if PATRONYMIC.fullmatch(word)), "")
    if patronymic and len(words) == 2 and not _may_be_first(words[0]):
        patronymic = ""
    rest = [word for word in words if word != patronymic and word not in PATRONYMIC_PARTICLES]
    if initials or len(rest) == 1:
        if patronymic or (len(rest) == 1 and not initials and _is_first_only(rest[0])):
            return person_name(first=" ".join(rest), patronymic=patronymic, cases=cases)
        return person_name(last=" ".join(rest), initials=initials, cases=cases)
    first, last = _order(rest, bool(patronymic), written.find(patronymic) if patronymic else -1, written)
    return person_name(last=last, first=first, patronymic=patronymic, cases=cases)


def _with_one_capital(word: str) -> str:
    """A word in capitals as names are written: "НИКИТИН" is "Никитин"."""
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 2 else word


def _is_first_only(word: str) -> bool:
    readings = parse(word)
    return any("Name" in reading.grammemes for reading in readings[:2]) and not any(
        "Surn" in reading.grammemes for reading in readings
    )


def _order(words: list[str], has_patronymic: bool, place: int, written: str) -> tuple[str, str]:
    """First name and surname of the words beside the patronymic: the first name stands before the patronymic; else
    the surname stands first where only the second word is a first name."""
    if not words:
        return "", ""
    if has_patronymic:
        before = [word for word in words if written.find(word) < place]
        after = words[len(before) :]
        return (before[-1] if before else ""), " ".join(before[:-1] + after)
    is_turned = len(words) == 2 and _is_name(words[1]) and not _is_name(words[0])
    return (words[1], words[0]) if is_turned else (words[0], " ".join(words[1:]))


@lru_cache(maxsize=50_000)
def _is_name(word: str) -> bool:
    return any({"Name", "sing"} <= reading.grammemes for reading in parse(word)) and is_in_dictionary(word.lower())
