"""Short forms in wide use, written out: минпромторг, НИУ ВШЭ, FNPTs."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from graph.resolution.letters import skeleton
from graph.resolution.meanings import WORD, meanings
from nlp.normal import plain
from ontology.vocabulary import vocabulary

ABBREVIATIONS = {
    short: tuple(words.split())
    for short, words in {
        "минэкономразвития": "министерство экономического развития",
        "минпромторг": "министерство промышленности торговли",
        "минфин": "министерство финансов",
        "минобрнауки": "министерство образования науки",
        "минсельхоз": "министерство сельского хозяйства",
        "минздрав": "министерство здравоохранения",
        "минэнерго": "министерство энергетики",
        "минтранс": "министерство транспорта",
        "минстрой": "министерство строительства",
        "минприроды": "министерство природных ресурсов",
        "госкорпорация": "государственная корпорация",
        "госдума": "государственная дума",
        "уфас": "управление федеральной антимонопольной службы",
        "фас": "федеральная антимонопольная служба",
        "оэз": "особая экономическая зона",
        "sez": "special economic zone",
        "ран": "российской академии наук",
        "ras": "russian academy sciences",
        "ниу": "национальный исследовательский",
        "nru": "national research",
        "вшэ": "высшая школа экономики",
        "hse": "higher school economics",
        "мгу": "московский государственный университет",
        "msu": "moscow state university",
        "мгту": "московский государственный технический университет",
        "спбгу": "петербург государственный университет",
        "цкр": "центр кластерного развития",
        "ниц": "исследовательский центр",
        "нии": "исследовательский институт",
        "спб": "петербург",
        "ржд": "российские железные дороги",
        "нк": "нефтяная компания",
        "нияу": "национальный исследовательский ядерный университет",
        "ниту": "национальный исследовательский технологический университет",
        "nust": "national university science technology",
        "фнпц": "федеральный научно производственный центр",
        "нпц": "научно производственный центр",
        "гнц": "государственный научный центр",
        "рфяц": "российский федеральный ядерный центр",
        "одк": "объединенная двигателестроительная корпорация",
        "цнии": "центральный исследовательский институт",
        "тпп": "торгово промышленная палата",
        "рспп": "российский союз промышленников предпринимателей",
        "рнф": "российский научный фонд",
        "рффи": "российский фонд фундаментальных исследований",
        "рфпи": "российский фонд прямых инвестиций",
        "фрп": "фонд развития промышленности",
        "аси": "агентство стратегических инициатив",
        "мсп": "малого среднего предпринимательства",
        "sme": "small medium entrepreneurship",
        "smes": "small medium entrepreneurship",
        "фнс": "федеральная налоговая служба",
        "уфнс": "управление федеральной налоговой службы",
        "мвд": "министерство внутренних дел",
        "мид": "министерство иностранных дел",
        "минобороны": "министерство обороны",
        "минюст": "министерство юстиции",
        "минкультуры": "министерство культуры",
        "минцифры": "министерство цифрового развития связи массовых коммуникаций",
        "минспорт": "министерство спорта",
        "минтруд": "министерство труда социальной защиты",
        "mephi": "мифи",
        "нпо": "научно производственное объединение",
        "npo": "научно производственное объединение",
        "нпп": "научно производственное предприятие",
        "npp": "научно производственное предприятие",
        "ноц": "научно образовательный центр",
        "фиц": "федеральный исследовательский центр",
        "нтц": "научно технический центр",
        "окб": "опытно конструкторское бюро",
        "okb": "опытно конструкторское бюро",
        "скб": "специальное конструкторское бюро",
        "цкб": "центральное конструкторское бюро",
        "внии": "всероссийский исследовательский институт",
        "гниц": "государственный исследовательский центр",
        "ифнс": "инспекция федеральной налоговой службы",
        "икт": "информационно коммуникационных технологий",
        "ict": "information communication technology",
        "итк": "инновационный территориальный кластер",
        "гу": "главное управление",
        "рт": "республики татарстан",
        "хмао": "ханты мансийского автономного округа",
        "янао": "ямало ненецкого автономного округа",
        "еао": "еврейской автономной области",
        "кбр": "кабардино балкарской республики",
        "кчр": "карачаево черкесской республики",
        "уро": "уральское отделение",
        "дво": "дальневосточное отделение",
        "рвк": "российская венчурная компания",
        "rvc": "russian venture company",
    }.items()
}
"""What short forms in wide use stand for, without words that say nothing."""

PARENTS = frozenset({"ран", "ras", "ниу", "nru", "вшэ", "hse", "мгу", "msu"})
"""Short forms that name, behind the name of a body, the one it belongs to."""

APPOSED = frozenset({"university", "университет"})
"""Kinds that stand beside a short name for the reader's sake."""
MINISTRY = "мин"
SHORTEST_WORK = 5
"""Letters of what a ministry is about in its short name: минспорт."""
BODY_HEADS = ("федеральн", "министерств")
"""How the names in full begin of bodies that have offices in the regions."""
OF_THE_COUNTRY = " российской федерации"
LONG_SHORT = 4
"""Letters from which a short form in Latin letters is no common word."""


def is_written_out(names: Iterable[str]) -> bool:
    """Whether one of the names holds a short form that `name_parts` writes out."""
    return any(word in ABBREVIATIONS for name in names for word in WORD.findall(name))


def in_full(words: Sequence[str]) -> list[str]:
    """The words with short forms written out. A kind that stands beside a short form alone says what it stands for:
    HSE University."""
    full: list[str] = []
    for place, word in enumerate(words):
        beside = words[max(0, place - 1) : place + 2]
        if word not in APPOSED or not any(map(_is_body, beside)):
            full += _long(word, is_alone=len(words) == 1)
    return full


def _is_body(word: str) -> bool:
    """Whether a word is a short form that says the kind itself."""
    return word in PARENTS and any(map(is_kind, ABBREVIATIONS[word]))


def _long(word: str, *, is_alone: bool) -> tuple[str, ...]:
    """What a short form stands for, or the word; a name that is one body's short form is known as that body's."""
    known = ABBREVIATIONS.get(word) or _short_by_sound(word) or _ministry(word)
    return known or (() if is_alone else _body(word)) or (word,)


def _body(word: str) -> tuple[str, ...]:
    """The name in full of a federal body, by its short one in any case: роспотребнадзора."""
    bodies = _bodies()
    return bodies.get(word) or bodies.get(word[:-1]) or ()


@cache
def _bodies() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for body in vocabulary().authorities:
        full = tuple(WORD.findall(plain(body.names[0]).removesuffix(OF_THE_COUNTRY)))
        for name in body.names[1:] if full[0].startswith(BODY_HEADS) else ():
            if len(WORD.findall(name)) == 1:
                found.setdefault(plain(name), set()).add(full)
    return {name: min(full) for name, full in found.items() if len(full) == 1}


def _ministry(word: str) -> tuple[str, ...]:
    """A ministry's short name in any case, or by what it is about: минпромторга, минэкономики."""
    about = word.removeprefix(MINISTRY)
    if about != word and word[:-1] in ABBREVIATIONS:
        return ABBREVIATIONS[word[:-1]]
    return ("министерство", about) if about != word and len(about) >= SHORTEST_WORK and meanings(about) else ()


@lru_cache(maxsize=50_000)
def _short_by_sound(word: str) -> tuple[str, ...]:
    """What a Russian short form stands for that is written in Latin letters: FNPTs."""
    return _shorts().get(skeleton(word), ()) if word.isascii() and len(word) >= LONG_SHORT else ()


@cache
def _shorts() -> Mapping[str, tuple[str, ...]]:
    return {skeleton(short): full for short, full in ABBREVIATIONS.items() if not short.isascii()}


def is_kind(word: str) -> bool:
    return any(part == "head" and value != "branch" for part, value in meanings(word))
