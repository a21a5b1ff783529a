"""Why a number is not stated whose words are finished elsewhere: items of lists, parts of wholes, sizes in brackets."""

import re
from collections.abc import Callable

from nlp.figures.clause import OF_THEM, is_count
from nlp.figures.enumerated import JOINT, JOINT_REACH, PART, PARTED, has_verb
from nlp.figures.measures import CHANGE
from nlp.figures.said import AFTER, AND, BY, MEASURED_SHARE, NOMINAL, WORD, Said
from nlp.figures.wording import is_broken_off
from nlp.morphology import parse

CHANGES = re.compile(r"(?<!\w)динамик", re.IGNORECASE)
FOR_EACH = re.compile(r"\s+(?:на|для)\s+(?:кажд|одн)", re.IGNORECASE)
INHABITED = re.compile(
    r"(?:(?<!\w)население|численность|вместимость)(?:м|ю)(?:\s+[^\W\d_]+)?[\s*_–—-]*\Z", re.IGNORECASE
)
INTERRUPTED = re.compile(r"[^()\d.;]*\(\s*\d[\d.,]*\s*%\s*\)\s+(?!и\s|а\s|но\s|and\s)[^\W\d_]", re.IGNORECASE)
IN_ALL = re.compile(r"\s[-–—]\s+(?:всего|итого)\s+[*_]*\Z|\b(?:in\s+all|in\s+total)\s+\Z", re.IGNORECASE)
LEADS_ON = re.compile(r"(?<!\w)(?:в|на|с|со|по|из|к|у|in|at|of|on|with)\s+[*_]*\Z", re.IGNORECASE)
NAMED_AFTER = re.compile(
    r"\s+(?:человек\w*|чел\.|единиц\w*|ед\.|штук\w*|шт\.)\s*[-–—]\s+(?!в\s)[^\W\d_]", re.IGNORECASE
)
OPENED = re.compile(
    r"\(\s*(?:по|(?P<size>(?:[^\W\d_]+\s+)?(?:мощность|площадь|стоимость|численность|протяж[её]нность|вместимость|длин|высот)(?:ю|ой)\b[^()]*))\s*\Z",
    re.IGNORECASE,
)
PER_ONE = re.compile(r"(?<![\w-])на\s+(?:1|один|каждый)\s+(?:вложенн\w+\s+)?(?:рубл|доллар|евро)", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"(?:(?:аналогичный|средний|этот)\s+)?показател\w+(?:\s+(?:по|в)(?:\s+[^\W\d_]+){1,3})?", re.IGNORECASE
)
PLACE = re.compile(r"[\s*_]*(?:в|во|на|у|для|по|с|со|из|от|к)\s+[*_]*", re.IGNORECASE)
SIZES = (["км"], ["м"], ["га"], ["km"], ["m"], ["ha"])
FALLS = re.compile(r"(?<!\w)приход(?:ит|ят|ил)\w{0,2}ся", re.IGNORECASE)
FALLS_TO = re.compile(r"(?<!\w)на\s", re.IGNORECASE)
ON_BASE = re.compile(r"[\s*_]*(?:на\s+базе|в\s+рамках|при\s+участии|при\s+поддержке)\s+[*_]*", re.IGNORECASE)
SHORT_ITEM = 3  # words that name an item, and not what was done with it
WITH_SIZE = re.compile(
    r"(?<!\w)(?:с|со|with)\s+(?:[^\W\d_]+\s+){0,3}(?:численность|площадь|мощность|стоимость|вместимость|протяж[её]нность)ю\b[^,;]*\Z",
    re.IGNORECASE,
)


def is_part_of_nothing(said: Said) -> bool:
    """A part of what was counted before, or what stands behind one: "из них 42 педагога, 10 воспитателей"."""
    if PARTED.search(said.words) is not None or has_verb(said.words):
        return False
    if PART.match(said.before) is not None:
        return True
    if not is_count(said.amount):
        return False
    parted = list(PARTED.finditer(said.text, said.sentence.start, said.clause.start))
    return bool(parted) and not has_verb(said.text[parted[-1].end() : said.clause.start])


def is_item_alone(said: Said) -> bool:
    """An item of an enumeration whose verb stands before it, in words that are not read: "открыты: кафе, 10 аптек"."""
    is_share = said.amount.unit == "%" and MEASURED_SHARE.search(said.words) is None
    if not (is_count(said.amount) or is_share) or said.before.strip(" *_\n") or len(said.words.split()) > SHORT_ITEM:
        return False
    left = said.text[max(0, said.amount.start - JOINT_REACH) : said.amount.start]
    if JOINT.search(left) is None and not left.rstrip(" *_").endswith(")"):
        return False
    ahead = said.text[said.sentence.start : said.clause.start]
    return bool(WORD.search(ahead)) and not has_verb(said.words)


def is_size_in_brackets(said: Said) -> bool:
    """The size of what stands before the brackets, or a norm for each of it: "станция (мощностью 660 МВт)"."""
    inside = OPENED.search(said.before)
    return inside is not None and (inside["size"] is not None or FOR_EACH.match(said.after) is not None)


def is_length_in_brackets(said: Said) -> bool:
    """A length or an area alone in brackets is of the last thing before them, and not of what the verb tells."""
    is_alone = said.before.rstrip(" *_").endswith("(") and said.after.lstrip(" *_").startswith(")")
    return is_alone and (said.amount.unit or "").split()[-1:] in SIZES and has_verb(said.words)


def is_size_of_some(said: Said) -> bool:
    """The size of some things that are told from others by it: "хозяйства с численностью работников 100 человек"."""
    return WITH_SIZE.search(said.before) is not None


def is_lone_in_brackets(said: Said) -> bool:
    """One noun in brackets, whose whole stands before them: "детский сад (7 зданий, 3 из которых"."""
    ahead = said.text[said.sentence.start : said.amount.start].rstrip(" *_")
    return is_count(said.amount) and " " not in said.words and ahead.endswith("(")


def is_change_of_no_verb(said: Said) -> bool:
    """A percentage by which something changed, in words that say no change: "численность по варианту на 3 %"."""
    if said.amount.unit != "%" or BY.search(said.before) is None or has_verb(said.words):
        return False
    return CHANGE.search(said.words) is None and said.words.isascii() is False


def is_of_elided(said: Said) -> bool:
    """The noun that is counted stands before: "39 разрешений, 31 из общего количества на строительство домов"."""
    if not is_count(said.amount) or said.before.strip(" *_\n") or (match := AFTER.match(said.after)) is None:
        return False
    return parse(match["word"])[0].part == "PREP" and OF_THEM.match(said.after) is None


def is_of_clause_before(said: Said) -> bool:
    """The words that an item shares with those before it are a relative clause: "в которых приняло участие"."""
    return is_broken_off(said.words)


def is_of_them(said: Said) -> bool:
    """A part of what is not named before it: "6 из них попали под программу"."""
    is_part = is_count(said.amount) and OF_THEM.match(said.after) is not None
    return is_part and PARTED.search(said.words) is None


def is_before_its_name(said: Said) -> bool:
    """The words before are another number's, and its own stand after a dash: "9 человек – дети, 7 человек – отцы"."""
    return is_count(said.amount) and bool(said.before.strip(" *_\n,")) and NAMED_AFTER.match(said.after) is not None


def is_total_of_list(said: Said) -> bool:
    """The total of things that are listed before it, the last in its clause: "слепые, глухие – всего 90"."""
    is_after_comma = said.text[max(0, said.clause.start - 2) : said.clause.start].rstrip().endswith(",")
    return is_after_comma and IN_ALL.search(said.before) is not None and not has_verb(said.before)


def is_cut_by_next(said: Said) -> bool:
    """What was done ends in the next number: "более 7 тыс. человек приняли участие в 51 мероприятии"."""
    after = said.text[said.amount.end : said.clause.end]
    return has_verb(after) and LEADS_ON.search(after) is not None and said.text[said.clause.end].isdigit()


def is_of_place(said: Said) -> bool:
    """The number says in how many places something is told that other words tell: "в 7 школах (…) создана среда"."""
    if not is_count(said.amount):
        return False
    if ON_BASE.fullmatch(said.before):
        return True
    if has_verb(said.words):
        return False
    left = said.text[max(0, said.amount.start - JOINT_REACH) : said.amount.start]
    return PLACE.fullmatch(said.before or left[left.rstrip(" *_").rfind(" ") + 1 :]) is not None


def is_last_of_list(said: Said) -> bool:
    """The last item of a list whose other items are no numbers: "имеют все школы и 16 детских садов"."""
    if not is_count(said.amount) or (joint := AND.search(said.before)) is None:
        return False
    last = WORD.findall(said.before[: joint.start()])[-1:]
    return bool(last) and parse(last[0])[0].part in NOMINAL and said.words.startswith(said.before.split()[0])


def is_interrupted(said: Said) -> bool:
    """What is counted goes on behind a share in brackets: "13 педагогов (18 %) моложе 35 лет"."""
    return is_count(said.amount) and INTERRUPTED.match(said.after) is not None


def is_of_inhabitants(said: Said) -> bool:
    """How many live in a place that is only named beside: "подача воды в город Асино населением 26 тыс. человек"."""
    return INHABITED.search(said.before) is not None


def is_sum_of_people(said: Said) -> bool:
    """A sum beside whom it is paid to, with no word of what it is: "- работники школ – 24694 рубля"."""
    if not (said.amount.unit or "").endswith("руб.") or said.words.isascii() or has_verb(said.words):
        return False
    first = next((found for word in WORD.findall(said.words) if (found := parse(word)[0]).part == "NOUN"), None)
    return first is not None and first.case == "nomn" and "anim" in first.grammemes


def is_share_for_others(said: Said) -> bool:
    """What falls to some things, of which the words have only the last: "на уголь, нефть и газ приходится 40 %"."""
    return FALLS.search(said.words) is not None and FALLS_TO.search(said.words) is None


def is_of_unit(said: Said) -> bool:
    """How much comes to one of another: "на 1 рубль субсидии привлечено 29 рублей"."""
    return PER_ONE.search(said.text, said.sentence.start, said.amount.end) is not None


def is_of_what_is_compared(said: Said) -> bool:
    """The same elsewhere, beside what is told of: "(показатель по стране – 20 %)"."""
    return ELSEWHERE.fullmatch(said.words) is not None


def is_signless(said: Said) -> bool:
    """A change whose direction only its name gives: "отрицательная динамика по количеству – 52"."""
    return CHANGES.search(said.words) is not None


UNFINISHED: tuple[Callable[[Said], bool], ...] = (
    is_part_of_nothing,
    is_item_alone,
    is_size_in_brackets,
    is_length_in_brackets,
    is_size_of_some,
    is_lone_in_brackets,
    is_change_of_no_verb,
    is_of_elided,
    is_of_clause_before,
    is_of_them,
    is_before_its_name,
    is_total_of_list,
    is_cut_by_next,
    is_of_place,
    is_last_of_list,
    is_interrupted,
    is_of_inhabitants,
    is_sum_of_people,
    is_share_for_others,
    is_of_unit,
    is_of_what_is_compared,
    is_signless,
)
"""Every such reason; the docstring of each is why."""
