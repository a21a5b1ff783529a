"""The clause of a number: how far the words reach that say what it counts or measures, and which date is its own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.document import Span
from nlp.dates import MONTH_RU
from nlp.dictionary import Reading
from nlp.figures.amount import SCALES, Amount
from nlp.figures.figure import Part
from nlp.figures.measures import GIVEN, UNIT_NOUNS, says_nothing, says_what
from nlp.figures.periods import own_date, period_of
from nlp.figures.wording import COUNT_UNITS, EQUALS, is_broken_off, names_a_measure, worded
from nlp.mention import Mention
from nlp.morphology import parse
from nlp.outline import flat

CUT = re.compile(
    r";|\((?!или\))|(?<!\(или)\)|,(?=\s)|:\s|\s[-–—]\s|\n\s*[-•●▪–—]\s|\n\s*(?=(?:More|Over|About|Более|Свыше|Около)\b)|"
    r"\s(?=из\s+(?:них|которых)\b|в\s+том\s+числе\b|of\s+(?:them|which)\b|при\s+(?:планов|норм)\w+\b)|"
    r"\s(?=(?:и|а\s+также|and)\s+(?:один|одна|одно|два|две|три|четыре|пять|one|two|three|four|five)\s)|"
    r"\s(?=(?:и|но)\s+(?:будет|составит|составил\w*|увелич\w+|сниз\w+|сократ\w+|вырос\w*|возраст\w+)\b)"
)
MONTH_END = re.compile(rf"(?<!\w){MONTH_RU}\Z", re.IGNORECASE)
MONTH_AFTER = re.compile(rf"{MONTH_RU}(?!\w)", re.IGNORECASE)
DASH = re.compile(r"\s[-–—]\s")
ENDED = re.compile(r"[*_]*\s+(?=[A-ZА-ЯЁ])")
"""What follows a unit's full stop where it is the sentence's as well."""

AND_BEFORE = re.compile(r"\s(?:и|а\s+также|and)\s+\Z", re.IGNORECASE)
AND_REACH = 12  # characters before a number in which the word stands that joins it to another
"""What stands between two numbers that count two things: "5 школ и 3 больницы"."""

JOINED = re.compile(r"[*_]*\s*(?:и|а|но|или|что|and|or|but|while)\s(?!более)", re.IGNORECASE)
"""What follows a number with its unit where another thing is said after it."""

LINE_END = re.compile(r"[*_.,;]*[^\S\n]*\n")
"""What ends a line after a number that a dash led to: the next line is another's."""

OF_THEM = re.compile(r"\s*(?:of\s+(?:them|these|which|those)|из\s+(?:них|которых))\b", re.IGNORECASE)
GOES_ON = re.compile(r",\s+(?:(?:в|на|из|по|с|о|у|к|для)\s+)?(?P<word>[^\W\d_]+)")
BEFORE_DATE = re.compile(
    r"(?:\b(?:in|on|since|during|for|as\s+of|by|before|until|at\s+the\s+(?:end|beginning|start)\s+of|по\s+данным(?:\s+\w+)?(?:\s+на|\s+за)?|по\s+оценке(?:\s+на)?|"
    r"(?:на|в|за|к)\s+(?:начал|кон[её]?ц|период|течение|середин)\w*(?:\s+с)?|по\s+состоянию(?:\s+на)?|по\s+итогам|с|в|за|на|к|до|по)\s+|\(\s*)$",
    re.IGNORECASE,
)
AFTER_DATE = re.compile(
    r"\s+(?:учебн|календарн|финансов)\w+\s+год\w*|\.?\s*г\.(?:\s?г\.)?(?!\w)|\s+г(?!\w)", re.IGNORECASE
)
NOUN_PAIR = re.compile(r"(?P<one>[^\W\d_]+)\s+(?:и|или)\s+(?P<other>[^\W\d_]+)\s")
LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
GENITIVES = re.compile(r",\s+(?:[^\W\d_]+\s?,\s+){0,6}[^\W\d_]+\s+и\s+[^\W\d_]+(?!\w)")
SAYING = re.compile(r"(?:сообщи|ответи|счита|отмети|указа|заяви|полага)[а-яё]+")  # "4 % жителей сообщили, что"
LONGEST_WORD = 40  # characters before a comma in which the adjective before it stands
WEAK = re.compile(r"(?:к|по|в|на|от|с|из|при|до)\s+\S+(?:\s+\S+)?", re.IGNORECASE)
"""Words that only say against what or where: "125 % к уровню 2015 года"."""

RANGE_WORD = re.compile(r"(?<!\w)(?:от|from|с|c|со)\s+\d", re.IGNORECASE)
RANGE = re.compile(
    r"(?<!\w)(?:от\s+[*_]*\d+(?:[.,]\d+)?(?:\s*%)?|"
    r"(?:до\s+)?(?:from|с|c|со)\s+[*_]*(?!(?:19|20)\d\d\s+г)\d[\d\s]*(?:[.,]\d+)?(?:\s*(?:%|(?!год|лет|мес|year)[^\W\d_]+\.?)){0,2}?"
    r"(?:\s+(?:в|in)\s+(?:19|20)\d\d(?:\s*(?:год\w*|г\.?))?)?)\s*$"
)
"""The value before a change, with its unit and its year: "с 9,5 млн рублей в 2014 году"."""
LEFT_NUMBER = re.compile(r"(?:(?<![\w.,-])|(?<=\s[-–]))(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)?(?!\w|-\w)")
"""A number that is still in the words: they are of another figure as well."""

NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
TELLING = frozenset({"VERB", "PRTS"})
OTHER_AFTER = re.compile(r"\s(?:и|а\s+также)\s+(?P<word>[^\W\d_]+)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DIGIT = re.compile(r"\d")
CONTENT = re.compile(r"[^\W\d_]{4,}|[A-ZА-ЯЁ]{3,}")
COUNTED_WORDS = re.compile(
    r"\s+([^\W\d_]+(?:-[^\W\d_]+)*)(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?"
)
ALSO = re.compile(r"[\s*,–—-]*(?:(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них|и|а\s+также)[\s*:–—-]*)?", re.IGNORECASE)
WITH_NAME = re.compile(r"дол[яи]\b|процент|уровень|удельн", re.IGNORECASE)
GOES_ON_AFTER = re.compile(r"(?:,|\)|\s[-–—]\s)\s*\Z")
SCALE_NAMES = frozenset(name for _, *names in SCALES for name in names)
TOKENIZED_REACH = 200  # characters around a clause in which blanks before commas show that all marks stand apart
MEASURE_WORDS = 30  # longer measures are sentences that a reader would not take for one


def measure_of(
    text: str, room: Span, amount: Amount, dates: Sequence[Mention], *, is_first: bool
) -> tuple[Part | None, Span]:
    """What is counted, and the clause that says so; `room` reaches from the number before to the number after."""
    end = _before_other(text, amount, _right_end(text, amount, room.end))
    words, clause = "", Span(amount.start, end)
    for start in _starts(text, room, amount, dates, is_first=is_first):
        if words.count(" ") > 2 * MEASURE_WORDS:
            break
        clause = Span(start, end)
        words = _words(text, clause, amount, dates)
        if _is_whole(text, clause, words, amount):
            break
    if not _is_measure(text, clause, words, amount, dates):
        return None, clause
    return Part(words, _span_of_words(text, clause, amount)), clause


def is_count(amount: Amount) -> bool:
    """Whether the number counts things: it has no unit but its scale."""
    return amount.unit is None or amount.unit in SCALE_NAMES


def _starts(text: str, room: Span, amount: Amount, dates: Sequence[Mention], *, is_first: bool) -> Iterator[int]:
    """Where the clause may begin, nearest first."""
    joint = AND_BEFORE.search(text, max(room.start, amount.start - AND_REACH), amount.start)
    if joint is not None and is_count(amount) and not is_first:
        yield joint.end()
    found = CUT.finditer(text, room.start, amount.start)
    cuts = [cut for cut in found if not _is_in_date(cut, dates) and not _is_within_phrase(text, cut, room)]
    yield from (cut.end() for cut in reversed(cuts))
    line = None if is_first else LINE_END.match(text, room.start, amount.start) or _stop(text, room.start)
    if is_first or line is not None:
        yield line.end() if line is not None else room.start
    elif not cuts and (start := _loose_start(text, room.start, amount.start)) is not None:
        yield start


def _loose_start(text: str, left: int, right: int) -> int | None:
    """Where the words of a number begin that nothing cuts off from the number before: with its own verb ("28 школ и
    учится 9 тыс. детей"); with itself, but not after a noun that governs it: "15 дворов с включением 8 элементов"."""
    words = list(WORD.finditer(text, left, right))
    verbs = [word for word in words if parse(word[0])[0].part in {"VERB", "PRTS", "INFN"}]
    last = parse(words[-1][0])[0].part if words else ""
    if verbs:
        return None if last == "PREP" or EQUALS.search(verbs[-1][0]) else verbs[-1].start()
    return None if last == "NOUN" else right


def _stop(text: str, at: int) -> re.Match[str] | None:
    """What stands between a unit's full stop that is the sentence's as well, and the next sentence."""
    return ENDED.match(text, at) if text[at - 1 : at] == "." else None


def _is_in_date(cut: re.Match[str], dates: Sequence[Mention]) -> bool:
    """Whether the dash or bracket belongs to a date: "2010 – 2015 годы"."""
    return any(date.start < cut.end() and cut.start() < date.end for date in dates)


def _is_within_phrase(text: str, cut: re.Match[str], room: Span) -> bool:
    """Whether the comma joins adjectives, the dash two months, or the hyphen two parts of a word in a text that puts
    blanks around both."""
    if DASH.fullmatch(cut[0]) and MONTH_AFTER.match(text, cut.end()) and MONTH_END.search(text[: cut.start()][-12:]):
        return True
    if cut[0].strip() == "-" and text[cut.end() : cut.end() + 1].isalpha():
        return " ," in text[max(0, room.start - TOKENIZED_REACH) : room.end + TOKENIZED_REACH]
    return _joins_adjectives(text, cut) or _joins_compound(text, cut)


def _joins_compound(text: str, cut: re.Match[str]) -> bool:
    """Whether the dash stands inside a compound adjective: "культурно – досуговых учреждений"."""
    if DASH.fullmatch(cut[0]) is None or text[cut.start() - 1 : cut.start()] != "о":
        return False
    after = NEXT_WORD.match(text, cut.end() - 1)
    return after is not None and parse(after[1])[0].part == "ADJF"


def _joins_adjectives(text: str, cut: re.Match[str]) -> bool:
    """Whether the comma stands between two adjectives of one noun: "федерального, областного бюджетов"."""
    if cut[0] != ",":
        return False
    before = LAST_WORD.search(text, max(0, cut.start() - LONGEST_WORD), cut.start())
    after = NEXT_WORD.match(text, cut.end())
    if before is None or after is None:
        return False
    one, other = parse(before[1])[0], parse(after[1])[0]
    return one.part == other.part == "ADJF" and one.case == other.case


def _right_end(text: str, amount: Amount, limit: int) -> int:
    if (text[amount.end - 1] == "." and ENDED.match(text, amount.end)) or JOINED.match(text, amount.end):
        return amount.end
    if LINE_END.match(text, amount.end) and text[max(0, amount.start - 3) : amount.start].rstrip()[-1:] in {*"-–—:"}:
        return amount.end
    at, attribute = amount.end, False
    while (cut := CUT.search(text, at, limit)) is not None:
        if attribute and cut[0] == "," and _is_verb_after(text, cut.end()):
            at, attribute = cut.end(), False
            continue
        is_next = not text[amount.end : cut.start()].strip(" *_") and OF_THEM.match(text, cut.start())
        counted = is_count(amount) and WORD.search(text, amount.end, cut.start()) is not None
        is_inside = (DASH.fullmatch(cut[0]) and not counted) or is_next or _joins_adjectives(text, cut)
        is_inside = is_inside or _joins_compound(text, cut) or _is_said_after(text, cut.start())
        if cut[0] == "," and (listed := _end_of_genitives(text, amount, cut.start(), limit)) is not None:
            at = listed
            continue
        attribute = at == amount.end and _is_attribute(text, cut.start(), amount)
        if is_inside or attribute:
            at = cut.end()
            continue
        closing = text.find(")", cut.end(), limit) if cut[0] == "(" else -1
        if closing == -1:
            return cut.start()
        if re.search(r"[^\W\d_]{4,}", text[cut.end() : closing]) and not _ends_with_adjective(text, cut.start()):
            return cut.start()
        at = closing + 1  # "(2010 – 2015)" interrupts the words, it does not end them
    return limit


def _end_of_genitives(text: str, amount: Amount, comma: int, limit: int) -> int | None:
    """Where a list of nouns in the genitive ends that all belong to what is counted: "90 памятников истории, науки и
    культуры"; None where the comma begins no such list."""
    found = GENITIVES.match(text, comma, limit)
    before = LAST_WORD.search(text, max(amount.end, comma - LONGEST_WORD), comma)
    if found is None or before is None:
        return None
    nouns = [before[1], *(match[0] for match in WORD.finditer(text, found.start(), found.end()) if match[0] != "и")]
    is_list = all(_is_genitive(parse(noun)) for noun in nouns)
    return found.end() if is_list and text[found.end() : found.end() + 1] in {"", ".", ",", ";", " "} else None


def _is_genitive(readings: Sequence[Reading]) -> bool:
    return readings[0].part == "NOUN" and any(one.part == "NOUN" and one.case == "gent" for one in readings)


def _is_said_after(text: str, comma: int) -> bool:
    """Whether after the comma stands what those who are counted say: "4 % жителей сообщили, что"."""
    if text[comma + 1 : comma + 6].strip() != "что":
        return False
    word = LAST_WORD.search(text, max(0, comma - LONGEST_WORD), comma)
    return word is not None and SAYING.match(word[1]) is not None


def _ends_with_adjective(text: str, end: int) -> bool:
    """Whether what stands in brackets interrupts an adjective and its noun: "от расчётной (средней) стоимости"."""
    word = LAST_WORD.search(text, max(0, end - LONGEST_WORD), end)
    return word is not None and all(one.part in {"ADJF", "PRTF"} for one in parse(word[1]))


def _is_verb_after(text: str, start: int) -> bool:
    """Whether the words go on with the verb of what is counted: "37 детей, живущих в районе, посещают школу"."""
    word = NEXT_WORD.match(text, start)
    return word is not None and parse(word[1])[0].part in {"VERB", "PRTS"}


def _before_other(text: str, amount: Amount, end: int) -> int:
    """Where the words of a count end, of which a thing beside it in the nominative is no part: "8 групп и детский
    сад"."""
    if text[end : end + 1].isdigit() and (joint := _second_verb(text, amount.end, end)) is not None:
        return joint
    other = OTHER_AFTER.search(text, amount.end, end) if is_count(amount) else None
    if other is None or (amount.value.endswith("1") and not amount.value.endswith("11")):
        return end
    cases = {reading.case for reading in parse(other["word"]) if reading.part in NOMINAL}
    return other.start() if "nomn" in cases and "gent" not in cases else end


def _second_verb(text: str, start: int, end: int) -> int | None:
    """Where "и" joins what was done with the next number: "12 залов и за лето построено" before "5 кафе"."""
    joint = OTHER_AFTER.search(text, start, end)
    return joint.start() if joint is not None and _has_verb(text[joint.start("word") : end]) else None


def _is_attribute(text: str, comma: int, amount: Amount) -> bool:
    """Whether after the comma goes on what is counted: "37 детей, проживающих в районе"."""
    if not is_count(amount) or not text[amount.end : comma].strip():
        return False
    match = GOES_ON.match(text, comma)
    return match is not None and any(one.part == "PRTF" and one.case == "gent" for one in parse(match["word"]))


def sides(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> tuple[str, str]:
    """The words of the clause on either side of the amount, without its own date."""
    own = own_date(text, clause, amount, dates)
    before, after = text[clause.start : amount.start], text[amount.end : clause.end]
    if own is not None and own.end <= amount.start:
        start, end = _hole(text, clause, own)
        before = f"{text[clause.start : start]} {text[end : amount.start]}"
    elif own is not None:
        start, end = _hole(text, clause, own)
        after = f"{text[amount.end : start]} {text[end : clause.end]}"
    return (RANGE.sub(" ", before) if RANGE_WORD.search(before) else before), after


def _words(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> str:
    """The clause in words, without the amount and without its own date."""
    before, after = sides(text, clause, amount, dates)
    return worded(before, after, amount.value, is_counted=is_count(amount)).replace("( )", " ")


def _hole(text: str, clause: Span, date: Mention) -> tuple[int, int]:
    """Where the date stands with the words that lead to it and go on with it."""
    first = max(clause.start, period_of(text, date).span.start)
    lead = BEFORE_DATE.search(text, clause.start, first)
    start = lead.start() if lead else first
    closes = text[start] == "(" and text[date.end : date.end + 1] == ")"
    more = AFTER_DATE.match(text, date.end, clause.end)
    return start, more.end() if more else date.end + closes


REFLEXIVE = re.compile(r"[^\W\d_]+с[яь]\s")  # "прогнозируется рост": what stands after the verb is its subject


def _is_counted_alone(text: str, clause: Span, words: str, amount: Amount) -> bool:
    """Whether one noun after the number says what is counted: "6 аптек" in a list; "5 человек" leaves open who."""
    if not is_count(amount) or text[clause.start : amount.start].strip(" *_\n") or not words.isalpha():
        return False
    return not words.isascii() and parse(words)[0].lemma not in UNIT_NOUNS | COUNT_UNITS


def _begins_with_verb(words: str) -> bool:
    first = words.split(" ", maxsplit=1)[0]
    return first.isalpha() and not first.isascii() and parse(first)[0].part in {"VERB", "PRTS"}


def _is_whole(text: str, clause: Span, words: str, amount: Amount) -> bool:
    """Whether the words say what is counted on their own: no lone noun or verb, no bracket without its other half, no
    second half of a list."""
    return (
        (len(words.split()) >= 2 or _is_counted_alone(text, clause, words, amount))
        and _names_something(words)
        and words.count("(") == words.count(")")
        and not _begins_with_verb(words)
        and not _goes_on_with_list(text, clause, words, amount)
        and names_a_measure(words, is_measured=not is_count(amount))
    )


def _goes_on_with_list(text: str, clause: Span, words: str, amount: Amount) -> bool:
    """Whether the words are the rest of a list or of a name in the genitive: "газа и воды" after "распределение
    электроэнергии,", "жилищного фонда" after "газопроводом –"."""
    if not GOES_ON_AFTER.search(text, max(0, clause.start - 3), clause.start):
        return False
    if text[clause.start - 2 : clause.start].rstrip().endswith(",") and _goes_on_with_nouns(text, clause, words):
        return True
    if is_count(amount) and (ALSO.fullmatch(text, clause.start, amount.start) or _has_verb(words)):
        return False
    first = next((found for word in WORD.findall(words) if (found := parse(word))[0].part in NOMINAL), ())
    mark = text[max(0, clause.start - 3) : clause.start].rstrip()[-1:]
    if (
        mark == ")"
        and first
        and first[0].case != "nomn"
        and _ends_with_adjective(text, text.rfind("(", 0, clause.start))
    ):
        return True
    if mark == "," and first and all(one.case == "ablt" for one in first) and _has_verb(words):
        return True
    if not any(one.case == "gent" for one in (first if mark == ")" else first[:1])):
        return False
    return text[clause.start : amount.start].strip(" *-–—") != "" or not _has_verb(words)


def _goes_on_with_nouns(text: str, clause: Span, words: str) -> bool:
    """Whether the words begin with the last two of several nouns of one case: "для детей," before "подростков и
    молодёжи организовано"."""
    pair = NOUN_PAIR.match(words)
    before = LAST_WORD.search(text, max(0, clause.start - LONGEST_WORD), text.rfind(",", 0, clause.start))
    if pair is None or before is None:
        return False
    nouns = [_oblique_cases(word) for word in (before[1], pair["one"], pair["other"])]
    return bool(set.intersection(*nouns))


def _oblique_cases(word: str) -> set[str]:
    readings = parse(word)
    if readings[0].part != "NOUN" or readings[0].case == "nomn":
        return set()
    return {one.case for one in readings if one.part == "NOUN"} - {"nomn"}


@lru_cache(maxsize=1000)
def _has_verb(words: str) -> bool:
    return any(parse(word)[0].part in TELLING for word in WORD.findall(words))


def _is_measure(text: str, clause: Span, words: str, amount: Amount, dates: Sequence[Mention]) -> bool:
    """Whether the words can stand as the name of a figure."""
    return (
        _names_something(words)
        and not _goes_on_with_list(text, clause, words, amount)
        and not (amount.unit == "%" and _begins_with_verb(words) and not REFLEXIVE.match(words))
        and len(words.split()) <= MEASURE_WORDS
        and not _holds_number(words, dates)
        and not WEAK.fullmatch(words)
        and "=" not in words
        and not _is_share_alone(text, clause, words, amount)
        and not says_nothing(words)
        and not is_broken_off(words)
        and words.count("(") == words.count(")")
        and _counts_something(text, amount, words)
    )


def _is_share_alone(text: str, clause: Span, words: str, amount: Amount) -> bool:
    """Whether a percentage says of what it is a part, and not what that part does: "15 % электрической энергии"."""
    if amount.unit != "%" or _has_verb(words) or WITH_NAME.search(words):
        return False
    first = next((one for word in words.split() if (one := parse(word)[0]).part in {"NOUN", "ADJF", "PRTF"}), None)
    return first is not None and first.case == "gent"


def _counts_something(text: str, amount: Amount, words: str) -> bool:
    """Whether what follows a bare number is counted, or else the words name what is measured."""
    if is_count(amount) and (counted := COUNTED_WORDS.match(text, amount.end)):
        nouns = [word for word in counted.groups() if word and _is_noun(word)]
        if nouns and parse(nouns[0])[0].lemma not in UNIT_NOUNS:
            return True
    return says_what(words)


def _is_noun(word: str) -> bool:
    return word.isascii() or parse(word)[0].part == "NOUN"


@lru_cache(maxsize=1000)
def _names_something(words: str) -> bool:
    """Whether the words hold a noun: "снизился" alone says of nothing that it fell."""
    found = CONTENT.findall(words)
    has_noun = any(word.isascii() or any(reading.part == "NOUN" for reading in parse(word)) for word in found)
    return has_noun or GIVEN.search(words) is not None


def _holds_number(words: str, dates: Sequence[Mention]) -> bool:
    """Whether a number beside the dates is left in the words."""
    if DIGIT.search(words) is None:
        return False
    for date in dates:
        words = words.replace(flat(date.text), " ")
    return LEFT_NUMBER.search(words) is not None


def _span_of_words(text: str, clause: Span, amount: Amount) -> Span:
    """Where the measure stands: after the number if words follow it there, else before."""
    after = text[amount.end : clause.end]
    if CONTENT.search(after):
        start = amount.end + len(after) - len(after.lstrip(" \t\n*_\u00a0"))
        return Span(start, start + len(text[start : clause.end].rstrip(" \t\n*_.,;:\u00a0")))
    before = text[clause.start : amount.start]
    start = clause.start + len(before) - len(before.lstrip(" \t\n-–—•*"))
    return Span(start, start + len(text[start : amount.start].rstrip(" \t\n*_\u00a0")))
