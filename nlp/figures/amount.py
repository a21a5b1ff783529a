"""Amounts: a number as it is written, with its scale, its unit and the word that qualifies it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.record import record
from nlp.anchors import lowered
from nlp.figures.measures import CHANGE
from nlp.statement import Approximation
from nlp.triggers import numbers_in, triggers
from nlp.words import word_set

FROM = re.compile(r"(?<!\w)(?:от|from|between)\s+[*_]*\Z", re.IGNORECASE)
TO = re.compile(r"[\s,*_]*(?:до|to|and)\s+[*_]*", re.IGNORECASE)
"""What stands before the lower bound of a range, and between both."""

THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
YEAR = re.compile(r"(?:19|20)\d\d")
BLANK = r"[\s\u00a0\u202f]"
NUMBER = rf"\d{{1,3}}(?:{BLANK}\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
LIMITS: tuple[tuple[Approximation, str], ...] = (
    (
        "at_least",
        r"не\s+(?:мо(?:жет|гут)\s+(?:быть\s+|составлять\s+)?|долж(?:ен|на|но|ны)\s+(?:быть\s+|составлять\s+)?)?(?:менее|ниже)|не\s+меньше|как\s+минимум|минимум|at\s+least|no\s+less\s+than|not\s+less\s+than|"
        r"no\s+fewer\s+than|от",
    ),
    (
        "at_most",
        r"не\s+(?:мо(?:жет|гут)\s+(?:быть\s+|составлять\s+)?|долж(?:ен|на|но|ны)\s+(?:быть\s+|составлять\s+)?)?более(?:\s+чем)?|не\s+свыше|не\s+выше|не\s+позднее(?:\s+чем\s+через)?|максимум|до|up\s+to|at\s+most|"
        r"не\s+(?:мо(?:жет|гут)\s+|долж(?:ен|на|но|ны)\s+)?превы(?:ша(?:ет|ют|ть|л[аои]?)|сит|сил[аои]?)|"
        r"(?:does|do|did)\s+not\s+exceed|"
        r"no\s+more\s+than|not\s+more\s+than|no\s+later\s+than|not\s+later\s+than|within",
    ),
    (
        "more_than",
        r"более(?:\s+чем)?|больше|свыше|выше|превыша(?:ет|ют|л[аои]?)|превысил[аои]?|more\s+than|over|exceeds?",
    ),
    ("less_than", r"менее(?:\s+чем)?|меньше|ниже|less\s+than|fewer\s+than|under"),
    ("about", r"около|порядка|примерно|приблизительно|почти|about|around|approximately|nearly|almost|some|~|≈"),
)
"""What stands before a number and widens it, by the approximation it means."""

SCALES: tuple[tuple[str, str, str], ...] = (
    (r"тыс(?:яч[аиуей]*\b|\.|\b)", "тыс.", "K"),
    (r"млн\b\.?|миллион\w*", "млн", "mln"),
    (r"млрд\b\.?|миллиард\w*", "млрд", "bln"),
    (r"трлн\b\.?|триллион\w*", "трлн", "trln"),
    (r"thousand\b|thou\b|K\b", "тыс.", "K"),
    (r"mln\b\.?|million\b|mio\b", "млн", "mln"),
    (r"bln\b\.?|billion\b|bn\b", "млрд", "bln"),
    (r"trln\b\.?|trillion\b", "трлн", "trln"),
)
"""Words of scale, and how a Russian and an English unit writes them."""

UNITS: tuple[tuple[str, str, str], ...] = (
    (r"руб(?:\.|л[а-я]+|\b)|RUB\b|RUR\b|ro?ubles?\b|₽", "руб.", "RUB"),
    (r"долл(?:\.|ар[а-я]*)(?:\s+США)?|USD\b|US\s?dollars\b|dollars\b|\$", "долл.", "USD"),
    (r"евро\b|EUR\b|euros?\b|€", "евро", "EUR"),
    (r"фунт\w*\s+стерлингов|GBP\b|pounds\s+sterling|£", "ф. ст.", "GBP"),
    (
        r"(?:%|процентн\w+)\s*-?\s*пункт\w*|п\.\s?п\.(?!\s?\d)|percentage\s+points?\b",
        "п. п.",
        "pp",
    ),
    (r"%|процент[а-я]*|per\s?cent\b", "%", "%"),
    (r"кв\.?\s?м(?:етр\w*)?\b\.?|м2\b|м²|квадратн\w+\s+метр\w*", "кв. м", "sq. m"),
    (r"кв\.?\s?км\b", "кв. км", "sq. km"),
    (r"куб\.?\s?м(?:етр\w*)?\b\.?|м3\b|м³|кубическ\w+\s+метр\w*", "куб. м", "cu. m"),
    (r"км\b|километр\w*", "км", "km"),
    (r"метр(?:а|ов|ы)?\b|п(?:ог)?\.\s?м\b\.?", "м", "m"),
    (r"кв[тt]\s*[*·×./-]?\s*\.?\s?ч(?:ас\w*)?\b\.?", "кВт·ч", "kWh"),
    (r"кв[тt]\b", "кВт", "kW"),
    (r"га\b", "га", "ha"),
    (r"кг\b", "кг", "kg"),
    (r"тонн(?:[аыу]|ой)?\b", "т", "t"),
    (r"МВт\b", "МВт", "MW"),
    (r"Гкал\b", "Гкал", "Gcal"),
    (r"чел\.", "чел.", "people"),
    (r"(?:календарных\s+|рабочих\s+)?дн(?:ей|я)\b|days?\b", "дн.", "days"),
    (r"месяц(?:ев|а)?\b|months?\b", "мес.", "months"),
    (r"лет\b|years?\b", "лет", "years"),
)
"""Units of measure, and how a Russian and an English statement writes them."""

TIMES = frozenset({"дн.", "мес.", "лет", "days", "months", "years"})
"""Units of a length of time: a figure only where a limit stands before them."""

ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
RUSSIAN = ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
GENITIVE = ("одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
WORDS: Mapping[str, int] = {
    word: number for words in (ENGLISH, RUSSIAN, GENITIVE) for number, word in enumerate(words, 1)
}
"""Small numbers in words."""

_LIMIT = "|".join(f"(?P<{name}>{words})" for name, words in LIMITS)
_SCALE = "|".join(words for words, _, _ in SCALES)
_UNIT = "|".join(words for words, _, _ in UNITS)
_WORD = "|".join(WORDS)
MARK = r"[*_]{0,2}"
AMOUNT = re.compile(  # of small letters: alternatives that are blind to case are tried one by one
    (
        rf"(?:(?<!\w)(?:{_LIMIT}){BLANK}*)?{MARK}[$€£]?(?<![\w.,/№#+-])(?P<number>{NUMBER})(?P<plus>\+)?"
        rf"(?:\s?[-–—]\s?(?P<upper>{NUMBER})(?![\d./:]|[-–—]\d|,\d))?(?!\d|[.,:/]\d|[-–—]?[а-яёa-z]{{1,3}}\b(?<!\d[KК])(?<![тм]лн)|\)|°)"
        rf"{MARK}(?:{BLANK}*(?P<scale>{_SCALE}))?{MARK}(?:{BLANK}*(?P<unit>{_UNIT}))?{MARK}"
        rf"(?P<more>{BLANK}+(?:or{BLANK}+more|и{BLANK}+более)\b)?"
    )
    .lower()
    .replace("(?p<", "(?P<")
)
NOT_BEFORE = "_.,/№#+-"  # after these, as after letters, a digit is no beginning of an amount
LIMIT_AT_END = re.compile(rf"(?:(?<!\w)(?:{'|'.join(words for _, words in LIMITS)}){BLANK}*)?{MARK}\Z", re.IGNORECASE)
LIMIT_ENDS = word_set(
    """
    менее ниже меньше минимум least than от более чем свыше выше позднее через максимум до to most within больше over
    under превышает превышают превышал превышала превышало превышали превысил превысила превысило превысили
    превышать превысит exceed exceeds около порядка примерно приблизительно почти
    about around approximately nearly almost some ~ ≈
    """
)
"""The last words of what widens a number."""

LETTERS_AT_END = re.compile(r"[^\W\d_]+\Z|[~≈]\Z")
LAST_WORD = re.compile(r"\w+\Z")
LONGEST_NUMBER = 20  # characters of a number in words and the blanks after it
LONGEST_LIMIT = 60  # characters of the words before a number that widen it, their blanks included
SHARE = re.compile(rf"(?<!\w)(?P<part>{_WORD}|\d+){BLANK}+(?:of|из){BLANK}+(?P<whole>{_WORD}|\d+)(?!\w)", re.IGNORECASE)
"""A part of a small whole: "two of five", "11 из 22"."""


@record
class Amount:
    """A number at `start:end` (its qualifier and unit included; `at:stop` is the number with scale and unit).

    `value` is a decimal in the document's scale, `unit` scale and unit ("mln RUB"), None where only things are counted.
    Of a range it is the lower bound, and `upper` the other; both then stand at the whole range.
    """

    start: int
    end: int
    at: int
    stop: int
    value: str
    unit: str | None
    as_written: str
    approximation: Approximation | None
    upper: "Amount | None" = None

    @property
    def datatype(self) -> str:
        """`xsd:integer` for whole numbers, else `xsd:decimal`."""
        return "xsd:decimal" if "." in self.value else "xsd:integer"

    @property
    def bounds(self) -> "tuple[Amount, ...]":
        """The amount itself; of a range its lower and its upper bound."""
        return (self,) if self.upper is None else (self, self.upper)

    @property
    def is_bare(self) -> bool:
        """Whether neither unit nor qualifier says that this number is an amount."""
        return self.unit is None and self.approximation is None


@lru_cache(maxsize=1000)
def read_amounts(text: str, start: int, end: int, language: str) -> tuple[Amount, ...]:
    """The amounts of `text[start:end]` in order; what is only a label number (№ 5, 1.2.3, 2-й) is none.

    >>> [(a.value, a.unit, a.approximation) for a in read_amounts("свыше 6 тыс. человек, 1,4 млрд.", 0, 31, "ru")]
    [('6', 'тыс.', 'more_than'), ('1.4', 'млрд', None)]
    >>> [(a.value, a.unit) for a in read_amounts("893 mln RUB, 2,5 K SMEs, 50% of costs", 0, 37, "en")]
    [('893', 'mln RUB'), ('2.5', 'K'), ('50', '%')]
    """
    return tuple(_amounts(text, start, end, language))


def has_share(text: str, start: int, end: int) -> bool:
    """Whether a part of a small whole may stand in `text[start:end]`."""
    places = _wholes(text)
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@lru_cache(maxsize=2)
def _wholes(text: str) -> Sequence[int]:
    """Where "of" or "из" follows a number."""
    held = triggers(text)
    starts = held.stems["part_of_whole"]
    return [start for start in starts if _ends_with_number(held.small[max(0, start - LONGEST_NUMBER) : start])]


def _ends_with_number(words: str) -> bool:
    last = LAST_WORD.search(words.rstrip())
    return last is not None and (last[0] in WORDS or last[0].isdigit())


def _amounts(text: str, start: int, end: int, language: str) -> Iterator[Amount]:
    done = start
    for match in SHARE.finditer(text, start, end) if has_share(text, start, end) else ():
        value = WORDS.get(match["part"].casefold(), None)
        yield from _plain_amounts(text, done, match.start(), language)
        number = str(value) if value is not None else match["part"]
        yield Amount(match.start(), match.end(), match.start(), match.end(), number, None, match[0], None)
        done = match.end()
    yield from _plain_amounts(text, done, end, language)


def read_amount(text: str, start: int, end: int, language: str) -> Amount | None:
    """The amount that `text[start:end]` is, markup and blanks aside, or None where it is anything else.

    >>> read_amount("**1 250,5**", 0, 11, "ru").value
    '1250.5'
    """
    amounts = list(_plain_amounts(text, start, end, language))
    if len(amounts) != 1:
        return None
    rest = text[start : amounts[0].start] + text[amounts[0].end : end]
    return None if rest.strip(" \t\r\n\u00a0*_~≈") else amounts[0]


def _plain_amounts(text: str, start: int, end: int, language: str) -> Iterator[Amount]:
    done = start
    small = lowered(text)
    for digit, _ in numbers_in(text, start, end):
        if digit < done or not begins_amount(text, digit):
            continue
        first = digit - len(_sign(text, digit))
        match = AMOUNT.match(small, _with_limit(small, max(done, first - LONGEST_LIMIT), first), end)
        if match is not None:
            done = match.end()
            amount = _amount(text, match, language)
            if amount is not None:
                yield amount


def _sign(text: str, digit: int) -> str:
    """The sign of a currency right before the digit, or nothing: "$27 млн"."""
    sign = text[max(0, digit - 1) : digit]
    return sign if sign in {"$", "€", "£"} else ""


def begins_amount(text: str, digit: int) -> bool:
    """Whether an amount can begin with the digit: it is no part of a word, a longer number or a label."""
    return not digit or not (text[digit - 1].isalnum() or text[digit - 1] in NOT_BEFORE)


def _with_limit(small: str, left: int, digit: int) -> int:
    """Where the words begin that widen the number at `digit`, or its markup; `digit` where there are none."""
    before = small[left:digit]
    last = before.rstrip("*_").split()[-1:]
    word = LETTERS_AT_END.search(last[0]) if last else None
    if word is not None and word[0] in LIMIT_ENDS:
        found = LIMIT_AT_END.search(small, left, digit)
        return found.start() if found else digit
    return digit - min(2, len(before) - len(before.rstrip("*_")))


def _amount(text: str, match: re.Match[str], language: str) -> Amount | None:
    number = decimal_of(match["number"], language if match["scale"] is None else "ru")
    if len(number) > 1 and number[0] == "0" and not number.startswith("0."):
        return None
    has_limit = match.start() < match.start("number")
    limit = next((name for name, _ in LIMITS if match[name]), None) if has_limit else None
    if match["upper"]:
        return _range(text, match, number, language)
    if limit is None and (match["plus"] or match["more"]):
        limit = "at_least"
    sign = _sign(text, match.start("number"))
    unit = unit_of(match["scale"] or "", match["unit"] or sign, language)
    if unit is None and limit == "at_least" and _limit_words(match).casefold() == "от":
        limit = None  # "от 5 кластеров" may be a share of them
    stop = max(match.end(group) for group in ("number", "plus", "scale", "unit"))
    at = match.start("number") - len(sign)
    as_written = text[at:stop].replace("*", "")
    return Amount(match.start(), match.end(), at, stop, number, unit, as_written, limit)


def decimal_of(written: str, language: str) -> str:
    """A number with a point before its decimals; English parts thousands by commas, unless a scale stands behind.

    >>> decimal_of("1 250,5", "ru"), decimal_of("2,000", "en"), decimal_of("2,5", "en")
    ('1250.5', '2000', '2.5')
    """
    number = "".join(written.split())
    if language == "en" and THOUSANDS.fullmatch(number):
        return number.replace(",", "")
    return number.replace(",", ".")


def _range(text: str, match: re.Match[str], number: str, language: str) -> Amount | None:
    """The amount of "10–15 %", or None where the second number is not the larger one, or both are years."""
    upper = decimal_of(match["upper"], language if match["scale"] is None else "ru")
    if float(upper) <= float(number) or (YEAR.fullmatch(number) and YEAR.fullmatch(upper)):
        return None
    sign = _sign(text, match.start("number"))
    unit = unit_of(match["scale"] or "", match["unit"] or sign, language)
    at, stop = match.start("number") - len(sign), max(match.end(group) for group in ("upper", "scale", "unit"))
    written = text[match.start("upper") : stop].replace("*", "")
    higher = Amount(match.start(), match.end(), at, stop, upper, unit, written, "at_most")
    return Amount(match.start(), match.end(), at, stop, number, unit, match["number"], "at_least", higher)


def joined_bounds(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with those two that name the ends of a range as one: "от 5 до 30 процентов", "from 5 to 30 %".

    >>> text = "от 5 до 30 процентов"
    >>> [one] = joined_bounds(text, read_amounts(text, 0, len(text), "ru"))
    >>> one.value, one.upper and one.upper.value, one.unit
    ('5', '30', '%')
    """
    kept: list[Amount] = []
    for amount in amounts:
        joint = _joint(text, kept[-1], amount) if kept else None
        if joint is not None:
            kept[-1] = joint
        else:
            kept.append(amount)
    return kept


def _joint(text: str, low: Amount, high: Amount) -> Amount | None:
    left = max(0, low.start - LONGEST_LIMIT)
    before, lead = text[left : low.at], FROM.search(text, left, low.at)
    is_range = lead is not None and TO.fullmatch(text, low.stop, high.at) and not CHANGE.search(before)
    is_same_unit = low.unit in {None, high.unit} or (high.unit or "").startswith(f"{low.unit} ")
    if lead is None or not is_range or not is_same_unit or float(high.value) <= float(low.value):
        return None
    start, stop = lead.start(), high.stop
    upper = replace(high, start=start, at=start, stop=stop, approximation="at_most")
    return replace(
        low, start=start, at=start, end=high.end, stop=stop, unit=high.unit, approximation="at_least", upper=upper
    )


def _limit_words(match: re.Match[str]) -> str:
    return next((match[name] for name, _ in LIMITS if match[name]), "")


@lru_cache(maxsize=2000)
def unit_of(scale: str, unit: str, language: str) -> str | None:
    """Scale and unit as statements write them in `language`, or None where both are empty.

    >>> unit_of("млн.", "рублей", "ru"), unit_of("million", "rubles", "en"), unit_of("", "", "en")
    ('млн руб.', 'mln RUB', None)
    """
    column = 1 if language == "ru" else 2
    parts = [
        next((row[column] for row in table if re.fullmatch(row[0], words.strip(), re.IGNORECASE)), "")
        for table, words in ((SCALES, scale), (UNITS, unit))
        if words
    ]
    return " ".join(part for part in parts if part) or None


UNIT_AT_END = re.compile(
    rf"[,(;]\s*(?P<scale>{_SCALE})?\s*(?P<unit>{_UNIT}|ед\.?|шт\.?|units?)?\s*\)?\s*$", re.IGNORECASE
)
"""The unit that a row's or column's header gives for all its cells: "Объем субсидии, млн рублей"."""


def with_unit(amount: Amount, unit: str | None) -> Amount:
    """The amount in this unit, both bounds of a range alike."""
    upper = replace(amount.upper, unit=unit) if amount.upper is not None else None
    return replace(amount, unit=unit, upper=upper)


def split_unit(header: str, language: str) -> tuple[str, str | None]:
    """A header without its unit, and that unit.

    >>> split_unit("Subsidy volume from the Federal budget, mln RUB", "en")
    ('Subsidy volume from the Federal budget', 'mln RUB')
    """
    match = UNIT_AT_END.search(header)
    if match is None or not (match["scale"] or match["unit"]):
        return header.strip(), None
    return header[: match.start()].strip(), unit_of(match["scale"] or "", match["unit"] or "", language)
