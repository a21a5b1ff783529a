"""The clause of a number: how far the words reach that say what it counts or measures, and which date is its own."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from nlp.dates import MONTH_RU
from nlp.figures.amount import SCALES, Amount
from nlp.figures.figure import Part
from nlp.figures.measures import GIVEN, UNIT_NOUNS, is_compared_with, says_nothing, says_what
from nlp.figures.wording import COUNT_UNITS, is_broken_off, names_a_measure, worded
from nlp.mention import Mention
from nlp.morphology import parse
from nlp.outline import flat

CUT = re.compile(
    r";|\((?!или\))|(?<!\(или)\)|,(?=\s)|:\s|\s[-–—]\s|\n\s*[-•●▪–—]\s|\n\s*(?=(?:More|Over|About|Более|Свыше|Около)\b)|"
    r"\s(?=из\s+(?:них|которых)\b|в\s+том\s+числе\b|of\s+(?:them|which)\b|при\s+(?:планов|норм)\w+\b)|"
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
BY = re.compile(r"(?<!\w)на\s+[*_]*\Z", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\([^()]*%[^()]*(?<!\w)к\s+", re.IGNORECASE)
TOWARDS = re.compile(r"[\s*_]*(?<!\w)к\s+\Z", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"(?:\b(?:in|on|since|during|for|as\s+of|by|before|until|at\s+the\s+(?:end|beginning|start)\s+of|по\s+данным(?:\s+\w+)?(?:\s+на|\s+за)?|по\s+оценке(?:\s+на)?|"
    r"(?:на|в|за|к)\s+(?:начал|кон[её]?ц|период|течение|середин)\w*(?:\s+с)?|по\s+состоянию\s+на|по\s+итогам|с|в|за|на|к|до|по)\s+|\(\s*)$",
    re.IGNORECASE,
)
EDGE = re.compile(
    r"(?<!\w)(?:(?:на|к)\s+(?:(?P<last>кон(?:ец|цу))|начал[оу])|(?:at|by|as\s+of)\s+the\s+(?:(?P<last_en>end)|beginning|start)\s+of)\s+\Z",
    re.IGNORECASE,
)
"""What makes a year its last or its first day."""

EDGE_REACH = 30  # characters before a year in which they stand
YEAR_LENGTH = 4
AFTER_DATE = re.compile(
    r"\s+(?:учебн|календарн|финансов)\w+\s+год\w*|\.?\s*г\.(?:\s?г\.)?(?!\w)|\s+г(?!\w)", re.IGNORECASE
)
LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
LONGEST_WORD = 40  # characters before a comma in which the adjective before it stands
WEAK = re.compile(r"(?:к|по|в|на|от|с|из|при|до)\s+\S+(?:\s+\S+)?", re.IGNORECASE)
"""Words that only say against what or where: "125 % к уровню 2015 года"."""

RANGE_WORD = re.compile(r"(?<!\w)(?:от|from|с|c|со)\s+\d", re.IGNORECASE)
RANGE = re.compile(
    r"(?<!\w)(?:от|from|с|c|со)\s+\d+(?:[.,]\d+)?(?:\s*%)?\s*$|(?<!\w)(?:от|from|с|c|со)\s+\d+(?:[.,]\d+)?\s+(?=$)"
)
LEFT_NUMBER = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)?(?!\w|-\w)")
"""A number that is still in the words: they are of another figure as well."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DIGIT = re.compile(r"\d")
CONTENT = re.compile(r"[A-ZА-ЯЁ]{3,}|[^\W\d_]{4,}")
COUNTED_WORDS = re.compile(
    r"\s+([^\W\d_]+(?:-[^\W\d_]+)*)(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?"
)
ALSO = re.compile(r"[\s*,–—-]*(?:(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них|и|а\s+также)[\s*:–—-]*)?", re.IGNORECASE)
WITH_NAME = re.compile(r"дол[яи]\b|процент|уровень|удельн", re.IGNORECASE)
GOES_ON_AFTER = re.compile(r"(?:,|\)|\s[-–—]\s)\s*\Z")
SCALE_NAMES = frozenset(name for _, *names in SCALES for name in names)
TOKENIZED_REACH = 200  # characters around a clause in which blanks before commas show that all marks stand apart
SINCE = re.compile(r"(?<!\w)(?:с|со|since)\s+\Z", re.IGNORECASE)
COMPARISON_REACH = 60  # characters before a date within which the words of a comparison stand
MEASURE_WORDS = 30  # longer measures are sentences that a reader would not take for one


def measure_of(
    text: str, room: Span, amount: Amount, dates: Sequence[Mention], *, is_first: bool
) -> tuple[Part | None, Span]:
    """What is counted, and the clause that says so; `room` reaches from the number before to the number after."""
    end = _right_end(text, amount, room.end)
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


def own_date(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> Mention | None:
    """The date that the clause gives for the number: the last one before it, else the first one after it."""
    inside = [
        date
        for date in dates
        if clause.start <= date.start
        and date.end <= clause.end
        and not is_compared(text, date)
        and not is_since(text, date)
        and not _is_base(text, amount, date, dates)
    ]
    before = [date for date in inside if date.end <= amount.start]
    return before[-1] if before else inside[0] if inside else None


def _is_base(text: str, amount: Amount, date: Mention, dates: Sequence[Mention]) -> bool:
    """Whether "к 2016 году" says against which year a share is taken: right after it, or beside a later year."""
    if IN_BRACKETS.fullmatch(text, amount.end, date.start):
        return True
    if amount.unit != "%" or not TOWARDS.search(text, max(0, date.start - AND_REACH), date.start):
        return False
    value = str(date.attributes["value"])
    later = any(str(other.attributes["value"]) > value for other in dates if other.start < date.start)
    is_change = BY.search(text, max(0, amount.start - AND_REACH), amount.start) is not None
    return later or (not is_change and TOWARDS.fullmatch(text, amount.end, date.start) is not None)


def period_of(text: str, date: Mention) -> Part:
    """When a figure holds by its date: "на конец 2015 года" is the last day of the year, "at the beginning of" the
    first."""
    value, edge = str(date.attributes["value"]), None
    if len(value) == YEAR_LENGTH:
        edge = EDGE.search(text, max(0, date.start - EDGE_REACH), date.start)
    if edge is None:
        return Part(value, Span(date.start, date.end))
    day = "12-31" if edge["last"] or edge["last_en"] else "01-01"
    return Part(f"{value}-{day}", Span(edge.start(), date.end))


def is_count(amount: Amount) -> bool:
    """Whether the number counts things: it has no unit but its scale."""
    return amount.unit is None or amount.unit in SCALE_NAMES


def is_compared(text: str, date: Mention) -> bool:
    """Whether a figure is only compared with what was at that date."""
    return is_compared_with(text, max(0, date.start - COMPARISON_REACH), date.start)


def is_since(text: str, date: Mention) -> bool:
    """Whether the date only begins a time that goes on: "с 2003 года"."""
    return SINCE.search(text, max(0, date.start - AND_REACH), date.start) is not None and "/" not in str(
        date.attributes["value"]
    )


def _starts(text: str, room: Span, amount: Amount, dates: Sequence[Mention], *, is_first: bool) -> Iterator[int]:
    """Where the clause may begin, nearest first."""
    joint = AND_BEFORE.search(text, max(room.start, amount.start - AND_REACH), amount.start)
    if joint is not None and is_count(amount) and not is_first:
        yield joint.end()
    found = CUT.finditer(text, room.start, amount.start)
    cuts = [cut for cut in found if not _is_in_date(cut, dates) and not _is_within_phrase(text, cut, room)]
    yield from (cut.end() for cut in reversed(cuts))
    line = None if is_first else LINE_END.match(text, room.start, amount.start)
    if is_first or line is not None:
        yield line.end() if line is not None else room.start
    elif not cuts:
        yield amount.start


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
    return _joins_adjectives(text, cut)


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
    at = amount.end
    while (cut := CUT.search(text, at, limit)) is not None:
        is_next = not text[amount.end : cut.start()].strip(" *_") and OF_THEM.match(text, cut.start())
        is_inside = DASH.fullmatch(cut[0]) or is_next or _joins_adjectives(text, cut)
        if is_inside or (at == amount.end and _is_attribute(text, cut.start(), amount)):
            at = cut.end()
            continue
        closing = text.find(")", cut.end(), limit) if cut[0] == "(" else -1
        if closing == -1:
            return cut.start()
        if re.search(r"[^\W\d_]{4,}", text[cut.end() : closing]):
            return cut.start()
        at = closing + 1  # "(2010 – 2015)" interrupts the words, it does not end them
    return limit


def _is_attribute(text: str, comma: int, amount: Amount) -> bool:
    """Whether after the comma goes on what is counted: "37 детей, проживающих в районе"."""
    if not is_count(amount) or not text[amount.end : comma].strip():
        return False
    match = GOES_ON.match(text, comma)
    return match is not None and any(reading.part == "PRTF" for reading in parse(match["word"])[:2])


def _words(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> str:
    """The clause in words, without the amount and without its own date."""
    own = own_date(text, clause, amount, dates)
    before, after = text[clause.start : amount.start], text[amount.end : clause.end]
    if own is not None and own.end <= amount.start:
        start, end = _hole(text, clause, own)
        before = f"{text[clause.start : start]} {text[end : amount.start]}"
    elif own is not None:
        start, end = _hole(text, clause, own)
        after = f"{text[amount.end : start]} {text[end : clause.end]}"
    before = RANGE.sub(" ", before) if RANGE_WORD.search(before) else before
    return worded(before, after, amount.value, is_counted=is_count(amount)).replace("( )", " ")


def _hole(text: str, clause: Span, date: Mention) -> tuple[int, int]:
    """Where the date stands with the words that lead to it and go on with it."""
    lead = BEFORE_DATE.search(text, clause.start, date.start)
    start = lead.start() if lead else date.start
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
    if is_count(amount) and (ALSO.fullmatch(text, clause.start, amount.start) or _has_verb(words)):
        return False
    first = next(
        (one for word in WORD.findall(words) if (one := parse(word)[0]).part in {"NOUN", "ADJF", "PRTF"}), None
    )
    if first is None or first.case != "gent":
        return False
    return text[clause.start : amount.start].strip(" *-–—") != "" or not _has_verb(words)


def _has_verb(words: str) -> bool:
    return any(parse(word)[0].part in {"VERB", "PRTS"} for word in WORD.findall(words))


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
