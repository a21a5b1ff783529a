"""How the words around a number become the name of what it counts: in reading order, without the number, in a form that
stands on its own."""

import re
from collections.abc import Sequence
from functools import lru_cache

from nlp.anchors import small_letters
from nlp.dictionary import Reading
from nlp.figures.measures import CHANGE, begins_with_participle, says_what
from nlp.morphology import inflect, nominative, parse
from nlp.outline import flat
from nlp.words import word_set

LEAD = re.compile(
    r"^(?:[\s\-–—•●▪*.:,(]|\d+[.)]\s|[«\"“](?!.*[»\"”])|(?:они|он|она|оно|they|it)(?=\s)|there\s+(?:is|are|were|was|should\s+be|will\s+be)\b|"
    r"(?:and|or|including|of\s+which|among\s+them|as\s+well\s+as|in\s+addition|moreover|thus)\b|"
    r"(?:и|а|но|а\s+также|что|в\s+том\s+числе|в\s+т\.\s?ч\.(?:\s*-)?|из\s+них|из\s+которых|так\s+и|при\s+этом|при\s+том|также|всего\s+лишь|кроме\s+того|"
    r"кроме\s+этого|это|вместе\s+с\s+тем|тем\s+не\s+менее|если|таким\s+образом|однако|например|то\s+есть|так\s+как|поскольку|потому\s+что|то)(?=[\s,]|$))+",
)
"""What joins a clause to what stands before it, and says nothing of what is counted."""

TRAIL = re.compile(
    r"(?:\b(?:состав(?:ил|ля|ит|ят)\w*|равн\w+|достиг\w*|насчитыва\w+|is|was|were|are|totall?ed|reached|will\s+be)\s*$|"
    r"\b(?:общ\w+\s+)?(?:объ[её]м|площадь|стоимость|протяж[её]нность|мощность|вместимость)(?<=ь)ю[\s\-–—:]*$|\b(?:общей\s+)?численностью[\s\-–—:]*$|\bобщим\s+объ[её]мом\s*$|"
    r"\b(?:в\s+среднем|лишь|только|всего|уже|ещё|еще|на\s+сумму|с\s+общим\s+охватом|(?:составл\w+)?\s*в\s+размере|в\s+объ[её]ме|в\s+сумме)\s*$|"
    r"[\s\-–—:,.;*(]|[-–—]\s+это(?=\W*$)|"
    r"(?<!\w)(?:and|or|than|by|to|of|in|at|for|и|или|а|в|на|по|с|со|до|от|к|за|из|о|об|при|не|против|в\s+т\.\s?ч\.?|г\.\s?г\.?|г)(?=\W*$))+$",
)
"""What stands last before a number, and only says that it follows."""

TRAIL_STEMS = ("состав", "равн", "достиг", "насчитыва")
TRAIL_WORDS = word_set(
    """
    is was were are be totaled totalled reached площадью стоимостью протяженностью протяжённостью мощностью вместимостью
    численностью объемом объёмом среднем лишь только всего уже ещё еще сумму охватом размере объеме объёме сумме ч г
    and or than by to of in at for и или а в на по с со до от к за из о об при не против
    """
)
"""The last words of those phrases: what ends with another one is not looked at."""

BROKEN_OFF = re.compile(
    r"(?:(?:в|на|из|по|с|о|у|к|для|при|от|за)\s+)?(?:котор\w+|чь[яиё]\w*)\b|(?:где|чем|их|им|ими|его|её|ее|либо|their|its|whose)\b",
    re.I,
)
"""How words begin that need those before them: a relative clause, a pronoun."""

VERB_ALONE = re.compile(r"(?:[^\W\d_]+(?:ют|ат|ят|ут|ет|ит)(?:ся)?), [^\W\d_]+$")
"""A verb of which only a unit is left: "посещают, детей"."""

COUNT_UNITS = word_set("человек единица ед штука шт голова место экземпляр случай балл")
"""Nouns that count what is named before them: "поголовье скота, голов"."""

EQUALS = re.compile(r"(?:состав(?:ил|ля|ит|ят)\w*|равн\w+|достиг\w*|[-–—:])\s*$", re.IGNORECASE)
"""What makes the words before a number the name of what is measured, and the noun after it a unit."""

HARDLY = re.compile(r"\b(?:в\s+среднем|лишь|только|всего|уже|ещё|еще|чуть|немного|несколько|a\s+total\s+of)\s*$")
HARDLY_WORDS = word_set("среднем лишь только всего уже ещё еще чуть немного несколько of")
END_WORDS = 5  # more than any phrase of `TRAIL` or `HARDLY` has: what ends further back is found phrase by phrase

LABEL_AFTER = re.compile(r"\s*[-–—]\s+[^\W\d_]{3}")
"""How the words begin that a number stands before as in a legend: "20 % – образование"."""


NUMERAL_PREPOSITIONS = word_set("на в за через о об про под")
"""Prepositions after which a counted noun stands in the numeral's genitive, not in their own case."""

ACTION = re.compile(r"(?<!\w)[а-яё]{5,}(?:ция|ние)\s", re.IGNORECASE)  # "регистрация права на 6 участков"
PREPOSITION = re.compile(r"(?<!\w)([^\W\d_]+)\s*$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MODIFIERS = frozenset({"ADJF", "PRTF"})
OBLIQUE = frozenset({"datv", "ablt", "loct"})
LONGEST_PHRASE = 6  # words of a counted noun with what agrees with it


def worded(before: str, after: str, value: str, *, is_counted: bool) -> str:
    """What is counted, from the words on either side of the number `value`; "" where they make no name.

    >>> worded("В системе дошкольного образования работают", "педагогов", "26", is_counted=True)
    'В системе дошкольного образования работают педагоги'
    >>> worded("Количество юридических лиц составило", "единиц", "300", is_counted=True)
    'Количество юридических лиц, единиц'
    >>> worded("", "муниципальных детских сада", "2", is_counted=True)
    'муниципальные детские сады'
    >>> worded("стадион на", "мест", "300", is_counted=True)
    ''
    >>> worded("Уровень обеспеченности залами составляет", "от норматива", "27.2", is_counted=False)
    'Уровень обеспеченности залами от норматива'
    """
    raw, before, after = after, without_hardly(_without_lead(flat(before))).rstrip(), flat(after).lstrip(" -–—")
    if LABEL_AFTER.match(raw) and (not before or before[-1] in ":,"):
        return flat(without_trail(after))
    words = _counted(before, after, value) if is_counted and after[:1].isalpha() else None
    if words is None:
        words = flat(f"{without_trail(before)} {after}") if before else _without_lead(after)
    return flat(without_trail(words)).replace(" ,", ",")


def _without_lead(words: str) -> str:
    lead = LEAD.match(small_letters(words))
    return words[lead.end() :] if lead else words


def without_trail(words: str) -> str:
    """The words without what only says that a number follows.

    >>> without_trail("Объём инвестиций составил"), without_trail("педагогов школы")
    ('Объём инвестиций', 'педагогов школы')
    """
    small = small_letters(words)
    last = _last_word(small)
    return words if last and last not in TRAIL_WORDS and not last.startswith(TRAIL_STEMS) else _cut(TRAIL, small, words)


def without_hardly(words: str) -> str:
    """The words without what weighs the number after them.

    >>> without_hardly("построено лишь"), without_hardly("построено")
    ('построено ', 'построено')
    """
    small = small_letters(words)
    last = _last_word(small)
    return words if last and last not in HARDLY_WORDS else _cut(HARDLY, small, words)


def _last_word(words: str) -> str:
    """The word that they end with; "" where they end with a mark or a blank."""
    last = words[words.rfind(" ") + 1 :]
    return last if last.isalnum() else LAST_LETTERS.split(last)[-1]


LAST_LETTERS = re.compile(r"[\W_]")


def _cut(end: re.Pattern[str], small: str, words: str) -> str:
    """The words without that end, one phrase of the pattern or several; the patterns read small letters, in which
    alternatives are tried quicker."""
    start = len(small)
    while (match := end.search(small, _words_back(small, start))) is not None and match.start() < start:
        start = match.start()
    return words[:start] if start < len(small) else words


def _words_back(words: str, at: int) -> int:
    """Where the last few words before `at` begin: a whole search would try every one of them all."""
    for _ in range(END_WORDS):
        at = words.rfind(" ", 0, at)
        if at < 0:
            return 0
    return at


def _counted(before: str, after: str, value: str) -> str | None:
    """The words with the noun that the number counts in a form that needs no number; None where none follows it."""
    phrase = _phrase(after)
    if phrase is None or after[:1].isascii():
        return None
    noun, rest = phrase[-1], after[_end_of(after, len(phrase)) :]
    last = PREPOSITION.search(before)
    part = parse(last[1])[0].part if last is not None else ""
    if last is not None and part == "PREP":
        if " " in before and (last[1].casefold() not in NUMERAL_PREPOSITIONS or _stands_oblique(noun)):
            return f"{before} {after}"
        if any(parse(match[0])[0].part == "VERB" for match in WORD.finditer(rest)):
            return f"{before} {after}"
        named = _named(phrase, value) + rest if len(phrase) > 1 else ""
        return f"{before} {named}" if named and ACTION.search(before) else named
    counts = any(reading.lemma in COUNT_UNITS for reading in parse(noun)[:2])  # "голов" is of "голова", not of "гол"
    is_unit = counts or EQUALS.search(before) is not None
    if is_unit and len(phrase) == 1 and WORD.search(before):
        return f"{without_trail(before)}, {_several(noun, 'gent')}{rest}"
    if (counts and not before and rest) or rest.lstrip().startswith(",") or (before and _stands_oblique(noun)):
        return f"{before} {after}".lstrip()
    is_one = value.endswith("1") and not value.endswith("11")
    is_object = _ends_with_transitive(last[1] if last is not None else "") and "anim" in parse(noun)[0].grammemes
    if not is_one and (is_object or _is_impersonal(before) or (part == "NOUN" and not EQUALS.search(before))):
        return f"{before} {' '.join(_several(word, 'gent') for word in phrase)}{rest}"
    if not before and (verdict := _verdict(rest)) is not None:
        if not rest[verdict.end() :].strip(" *_.,;:"):
            return f"{_named(phrase, value)}{rest[: verdict.start()].rstrip()}"
        return f"{' '.join(_several(word, 'gent') for word in phrase)}{rest}"
    return f"{before} {_named(phrase, value)}{rest}".lstrip()


def _verdict(rest: str) -> re.Match[str] | None:
    """The verb without a subject that goes on after a counted noun: "подростков снято с учёта"."""
    return next((match for match in WORD.finditer(rest) if _has_no_subject(parse(match[0])[0])), None)


def _phrase(after: str) -> list[str] | None:
    """The first words of `after` up to the noun that those before it agree with."""
    words: list[str] = []
    for match in WORD.finditer(after):
        words.append(match[0])
        readings = parse(match[0])
        if readings[0].part == "NOUN" or (words[:-1] and any(one.part == "NOUN" for one in readings[:2])):
            return words
        if readings[0].part not in MODIFIERS or len(words) > LONGEST_PHRASE:
            return None
    return None


def _end_of(after: str, count: int) -> int:
    for number, match in enumerate(WORD.finditer(after), 1):
        if number == count:
            return match.end()
    return len(after)


def _named(phrase: Sequence[str], value: str) -> str:
    """The phrase in the nominative: of one thing, or of several."""
    if value.endswith("1") and not value.endswith("11"):
        return nominative(" ".join(phrase), "sing")
    return " ".join(_several(word, "nomn") for word in phrase)


def _several(word: str, case: str) -> str:
    """The word in the plural; abbreviations stay, and so does "человек" where people are counted."""
    part = parse(word)[0].part
    if (word.isupper() and len(word) > 1) or part not in {"NOUN", *MODIFIERS}:
        return word
    if case == "gent" and parse(word)[0].lemma == "человек":
        return "человек"
    form = inflect(word, case, "plur", part=part)
    capitals = len(word) - len(word.lstrip("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ"))
    return form if capitals < 2 else word[:capitals] + form[capitals:]  # "ФАПа" is of ФАП


def _stands_oblique(noun: str) -> bool:
    cases = {reading.case for reading in parse(noun) if reading.part == "NOUN"}
    return bool(cases & OBLIQUE) and "gent" not in cases


def _is_impersonal(before: str) -> bool:
    """Whether the last verb before the number has no subject, so that the genitive stays: "создано рабочих мест"."""
    for match in reversed(list(WORD.finditer(before))):
        reading = parse(match[0])[0]
        if reading.part in {"VERB", "PRTS", "ADJS"}:
            return _has_no_subject(reading)
    return False


def _ends_with_transitive(word: str) -> bool:
    """Whether the word is a verb whose subject is one thing, so that the number counts its objects: "парк принял".

    >>> _ends_with_transitive("принял"), _ends_with_transitive("объединяет"), _ends_with_transitive("работают")
    (True, True, False)
    """
    reading = parse(word)[0] if word and not word.isascii() else None
    if reading is None or reading.part != "VERB" or not {"tran", "sing"} <= reading.grammemes:
        return False
    return "past" not in reading.grammemes or reading.gender in {"masc", "femn"}


def _has_no_subject(reading: Reading) -> bool:
    if reading.part in {"PRTS", "ADJS"} or (reading.part == "VERB" and "past" in reading.grammemes):
        return reading.gender == "neut"
    return reading.part == "VERB" and {"sing", "3per", "intr"} <= reading.grammemes


def without_change(words: str) -> str:
    """What is to change, where the words begin with the change; "" where they do not.

    >>> without_change("увеличение доли малых предприятий"), without_change("Увеличить среднюю зарплату")
    ('доля малых предприятий', 'средняя зарплата')
    >>> without_change("доля малых предприятий")
    ''
    """
    change, _, rest = words.partition(" ")
    phrase = _phrase(rest) if CHANGE.match(change) else None
    if phrase is None:
        return ""
    nouns = [reading for reading in parse(phrase[-1]) if reading.part == "NOUN" and reading.case in {"gent", "accs"}]
    number = "plur" if nouns and nouns[0].is_plural else "sing"
    return nominative(" ".join(phrase), number) + rest[_end_of(rest, len(phrase)) :] if nouns else ""


@lru_cache(maxsize=1000)
def is_broken_off(words: str) -> bool:
    """Whether the words go on with something before them: a relative clause, a participle, a lone instrumental.

    >>> is_broken_off("которую посещают дети"), is_broken_off("стоимостью для обслуживания дорог")
    (True, True)
    >>> is_broken_off("ведущим личное хозяйство выплачено"), is_broken_off("Предполагаемая стоимость кластера")
    (True, False)
    """
    return (
        BROKEN_OFF.match(words) is not None
        or VERB_ALONE.match(words) is not None
        or begins_with_participle(words)
        or _begins_with_means(words)
    )


def _begins_with_means(words: str) -> bool:
    """Whether the first noun is in an oblique case that nothing governs: "общей площадью", "низкой зарплате"."""
    has_noun = False
    for match in WORD.finditer(words):
        readings = parse(match[0])
        if any(one.part in {"VERB", "PRTS", "INFN"} for one in readings[:1]):
            return False
        if has_noun:
            continue
        nouns = [one for one in readings if one.part == "NOUN"]
        if nouns and readings[0].part == "NOUN":
            if any(one.case not in OBLIQUE for one in nouns):
                return False
            has_noun = True
        elif readings[0].part not in {*MODIFIERS, "ADVB", "CONJ"}:
            return False
    return has_noun


def is_lone_place(words: str) -> bool:
    """Whether the words are a preposition with what is counted, and no more: "у педагогов".

    >>> is_lone_place("у педагогов"), is_lone_place("у педагогов района")
    (True, False)
    """
    parts = words.split()
    return len(parts) <= 2 and not words.isascii() and parse(parts[0])[0].part == "PREP"


def names_a_measure(words: str, *, is_measured: bool) -> bool:
    """Whether the words say on their own what is counted; a number with a unit needs words for what it measures."""
    return not is_broken_off(words) and not is_lone_place(words) and (not is_measured or says_what(words))
