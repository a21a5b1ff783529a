"""Whether the words beside a number say what is counted, and what a date and a limit beside it mean."""

import re
from collections.abc import Sequence
from functools import lru_cache

from nlp.dictionary import Reading
from nlp.morphology import parse
from nlp.words import word_set

TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,;]")
UNIT_NOUNS = word_set(
    """
    человек единица ед штука гектар голова центнер литр гражданин лицо процент пункт рубль тонна километр метр год раз
    период уровень размер вариант сравнение отношение
    """
)
"""Nouns that only count or compare: they say of what kind a number is, not what it is of."""

GIVEN = re.compile(
    r"(?:направл|выдел|инвестир|вложен|привлеч|израсход|потрач|освоен|перечисл|получен|заплач|выплач|просил|запрос)\w*",
    re.IGNORECASE,
)
"""Verbs that say by themselves what is done with a sum."""

NAMING = frozenset({"nomn", "accs", "gent"})
"""Cases in which a noun names what is measured; in the others it says by what means, where or to whom."""

PARTS_AFTER = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
POINTING = re.compile(
    r"(?:[^\W\d_]+\s+){0,4}?(?:эт|данн|указанн)\w+\s+(?:показател|уров|рост|величин|значени)\w*|"
    r"(?:[^\W\d_]+\s+){0,4}?(?:повышени|снижени|увеличени|рост|значени)\w*\s+показателя\b(?!\s*[«\"])",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?:за\s+год\s+)?(?:(?:темпы?|процент|индекс|общ\w+)\s+)?(?:рост|площад|протяж[её]нност|стоимост|мощност|прирост|снижени|увеличени|уменьшени|сокращени|повышени|дол[яи]|объ[её]м|сумм|"
    r"количеств|удельн\w+\s+вес|числ[ео]|численност|всего|итого|показател|индекс|уров)\w*"
    r"(?:\s+(?:составил\w*|произош\w*|наблюда\w*|отмеча\w*|к|относительно|по\s+сравнению|по\s+отношению)\b.*)?",
    re.IGNORECASE,
)
"""Words that say how something changed or was counted, and not what."""

ONLY_CHANGE = re.compile(
    r"(?:(?:по\s+сравнению|в\s+сравнении|по\s+отношению|относительно|к)\s.{0,60}?\s)?"
    r"(?:(?:наблюда|отмеча|произош|ожида|прогнозиру|планиру)[а-яё]+\s+(?:незначительн\w+\s+|небольш\w+\s+)?)"
    r"(?:рост|прирост|снижени[ея]|увеличени[ея]|уменьшени[ея]|сокращени[ея]|повышени[ея])"
    r"(?:\s+(?:числа|количества|доли|объ[её]ма|удельного\s+веса))?",
    re.IGNORECASE,
)
"""The same with the verb first: "по сравнению с 2015 годом наблюдается рост"."""

COMPARED = re.compile(
    r"\b(?:к\s+(?:уровню|показателю|показателям|значению|соответствующему\s+периоду|аналогичному\s+периоду|итогам|оценке)|"
    r"(?:по\s+сравнению|в\s+сравнении)\s+с(?:\s+\w+){0,3}?|по\s+отношению\s+к(?:\s+\w+){0,2}?|относительно(?:\s+\w+){0,2}?|"
    r"уров(?:ня|не|нем|ень)|compared\s+(?:to|with)(?:\s+\w+){0,2}?|against)\s*$"
)
"""What stands before a date that a figure is only compared with, in small letters."""

CHANGE = re.compile(
    r"увелич|повыс|повыш|возраст(?!н)|сниж|сниз|сокра[тщ]|рост\w*|вырос|возрос|довед|довести|расшир|умень|increas|reduc|rais|grow|grew",
    re.IGNORECASE,
)
"""Verbs after which "до" names where a change leads, not a limit."""


ROUTE = re.compile(
    r"(?:граница\s+)?(?:который|которая|которое|далее|затем|вверх|вниз)\b|(?:д|с|п|пос|г)\.|.*(?<!\w)шт(?!\w)|"
    r"(?:выше|ниже|больше|меньше|более|менее|превыша\w+|higher|lower|more|less)\s+(?:чем|than|\S+\s+)?.*(?:показател|уровн|периода|year|level)|"
    r"[а-яё-]+(?:ое|ий|ая|ый)\s+(?:(?:сельск|городск|муниципальн)\w+\s+)?(?:поселение|район|округ|СП|ГП)(?:\s+\S+)?$",
    re.IGNORECASE,
)
"""Words that tell of a way, of a place alone or of a comparison, and a unit that is taken for a measure."""


def says_nothing(words: str) -> bool:
    """Whether the words are the rest of another phrase: a participle without its noun, a place, a way, a lone locative.

    >>> says_nothing("привлеченных из внебюджетных источников"), says_nothing("здравоохранении"), says_nothing("Доля")
    (True, True, True)
    """
    if begins_with_participle(words) or ROUTE.match(words) or POINTING.match(words) or RELATIVE.fullmatch(words):
        return True
    if ONLY_CHANGE.fullmatch(words):
        return True
    if " " in words or words.isascii() or not words.isalpha():
        return False
    return all(reading.case in {"loct", "ablt", "datv"} for reading in parse(words))


@lru_cache(maxsize=1000)
def says_what(words: str) -> bool:
    """Whether the words name what is measured outside of phrases that only say where, when or against what.

    >>> says_what("Объём инвестиций составил"), says_what("в целом по краю"), says_what("на них направлено")
    (True, False, True)
    >>> says_what("человек по второму варианту"), says_what("joint project costs")
    (False, True)
    """
    phrase: list[str] | None = None
    for word in TOKEN.findall(words):
        if word in ",;":
            phrase = None
            continue
        if word.isascii():
            if len(word) > 3:
                return True
            continue
        best = parse(word)
        if best[0].part == "PREP":
            phrase = []
        elif phrase is not None and _goes_on(phrase, best):
            phrase.append(best[0].part)
        elif GIVEN.fullmatch(word) or _is_done(best) or _is_noun(best):
            return True
        elif best[0].part not in {"ADJF", "PRTF", "CONJ"}:
            phrase = None
    return False


def _is_done(readings: Sequence[Reading]) -> bool:
    """Whether the word says without a subject what was done: "построено", not "выполнен", which something was."""
    return any(one.part == "PRTS" and one.gender == "neut" for one in readings[:2])


def _is_noun(readings: Sequence[Reading]) -> bool:
    if readings[0].part != "NOUN" or readings[0].lemma in UNIT_NOUNS:
        return False
    return any(one.part == "NOUN" and one.case in NAMING for one in readings)


def _goes_on(phrase: Sequence[str], readings: Sequence[Reading]) -> bool:
    """Whether a word belongs to the phrase of the preposition before it: its noun, or a genitive after that."""
    if readings[0].part in {"CONJ", "ADVB"}:
        return True
    if readings[0].part not in PARTS_AFTER:
        return False
    return "NOUN" not in phrase or any(reading.case == "gent" for reading in readings)


def is_compared_with(text: str, clause_start: int, date_start: int) -> bool:
    """Whether the date at `date_start` is only what the figure is compared with."""
    return COMPARED.search(text[clause_start:date_start].lower()) is not None


@lru_cache(maxsize=1000)
def begins_with_participle(words: str) -> bool:
    """Whether the words go on with something before them: "занятых на предприятиях, составила".

    >>> begins_with_participle("зарегистрированных по месту жительства, составляет")
    True
    >>> begins_with_participle("ведущим личное хозяйство"), begins_with_participle("созданных рабочих мест")
    (True, False)
    """
    first, *others = _without_adverbs([word.rstrip(":,") for word in words.split()[:6]]) or [""]
    if not first.isalpha() or first.isascii() or not first[0].islower():
        return False
    readings = parse(first)
    participles = [one for one in readings if one.part == "PRTF"] if readings[0].part in {"PRTF", "ADJF"} else []
    return bool(participles) and not any(_is_of(participles, other) for other in _up_to_noun(others))


def _without_adverbs(words: Sequence[str]) -> Sequence[str]:
    at = next((at for at, word in enumerate(words) if parse(word)[0].part != "ADVB"), len(words))
    return words[at:]


def _up_to_noun(words: Sequence[str]) -> Sequence[str]:
    """The first noun, where only adjectives stand before it."""
    for word in words:
        part = parse(word)[0].part
        if part == "NOUN":
            return [word]
        if part not in {"ADJF", "PRTF"}:
            return []
    return []


def _is_of(participles: Sequence[Reading], noun: str) -> bool:
    """Whether a participle agrees with the noun after it."""
    return any(
        one.case == other.case
        and one.is_plural == other.is_plural
        and (one.is_plural or not other.gender or one.gender == other.gender)
        and not (one.case == "accs" and "anim" in one.grammemes and "inan" in other.grammemes)
        for one in participles
        for other in parse(noun)
        if other.part == "NOUN"
    )
