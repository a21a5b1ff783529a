"""Figures in running text and list items: each number with the words around it that say what is counted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document, Span
from nlp.dates import month_number
from nlp.dictionary import Reading
from nlp.figures.amount import (
    TIMES,
    Amount,
    begins_amount,
    has_share,
    joined_bounds,
    read_amounts,
    split_unit,
    with_unit,
)
from nlp.figures.clause import (
    COUNTED_WORDS,
    OF_THEM,
    SCALE_NAMES,
    measure_of,
)
from nlp.figures.doubts import is_doubtful
from nlp.figures.enumerated import Lead, lead_of, with_lead
from nlp.figures.figure import Figure, Part
from nlp.figures.meaning import meant, tells_of_past, under_heads
from nlp.figures.measures import CHANGE
from nlp.figures.periods import BY, is_compared, is_since, own_date, period_of
from nlp.figures.wording import without_change
from nlp.mention import Mention
from nlp.morphology import parse
from nlp.statement import Modality
from nlp.triggers import numbers_in
from nlp.words import word_set

LABELLED = re.compile(
    r"(?:№|#|\b(?:no\.?|п\.?|пп\.?|ст\.?|ч\.?|част\w+|пункт\w*|подпункт\w*|раздел\w*|глав\w+|приложени\w+|"
    r"таблиц\w+|рис\w*\.?|форм\w+|групп\w+|этап\w*|задач\w+|цел\w+|стать\w+|столб\w+|позици\w+|строк\w+|граф\w{1,2}|дом\w*|д\.|кв\.|корп\w*\.?|"
    r"ул\.|тел\.?|номер\w*|код\w*|вариант\w*|тип\w*|класс\w*|подпрограмм\w+|мероприяти\w+|показател\w+|"
    r"в\s+расч[её]те\s+на|из\s+расч[её]та\s+на|table|figure|page|step|phase|section|article|paragraph|item|goal|version|chapter|annex))\s*$"
)
"""Words after which a number is a name, not an amount."""

NO_MEASURE = re.compile(
    r"\s*(?:раза?\b|приложени|мест(?:о|а|у|ом)\b|экз|лист|страниц|стр\b|час|минут|сут|год|г\.|лет\b|разряд|степен|категори|курс|класс|квартал|числ|пункт|стать|"
    r"times?\b|pages?\b|hours?\b|minutes?\b|[A-Za-zА-Яа-яЁё]\b)",
    re.IGNORECASE,
)
"""What may follow a number that counts nothing of interest."""

BASE = re.compile(
    r"(?<![\w-])(?:на|per)\s+(?:кажд\w+\s+)?(?:10{0,4}|10{0,2}\s?(?:тыс\w*\.?|000|thousand))$", re.IGNORECASE
)
"""What a rate is counted on: "на 10 тыс. жителей"."""

CHANGED_FROM = re.compile(r"(?:(?<!\w)(?:с|c|со|from)|[а-яё]{3,}[аеийоуыьюя]с)\s+[*_]*$", re.IGNORECASE)
CHANGED_ENDS = frozenset("сcоСCОmM")  # the last letters of these prepositions
CHANGED_TO = re.compile(
    r"[^.;,\d]{0,30}?(?:(?:19|20)\d\d[^.;,\d]{0,12}?)?(?:\b|год[ау]?)(?:до|to)\s*[*_]*\d", re.IGNORECASE
)
"""What stands before and after the value that something had before it changed; in some texts without blanks."""

MONTHS_EN = word_set(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec
    """
)
WORD_AFTER = re.compile(r"\s+([A-Za-z]+)")
LAST_LETTERS = re.compile(r"(?<![A-Za-z])([A-Za-z]+)\.?\s+[*_]*\Z")
ON_ITS_LINE = re.compile(r"[^\S\n]*\n\s*[A-Z]")
PART_OF_NAME = re.compile(r"[A-Za-z][–—]\Z")  # "GOES–11"
MORE_DIGITS = re.compile(r"[*_]*\s+\d")
SCALED = re.compile(r"\d\s*(?:тыс|млн|млрд)\.?\s+$", re.IGNORECASE)
AWAY = re.compile(
    r"(?<![\w-])(?:в|(?:на\s+)?(?:расстояни|удалени|глубин|высот)\w+(?:\s+до)?|at\s+a\s+(?:distance|depth|height)\s+of)\s*$",
    re.IGNORECASE,
)
OF_TOTAL = re.compile(
    r"\s*[-–—:]?\s*\d[\d\s\xa0.,]*(?:тыс|млн|млрд)?\.?\s*руб\w*\.?\s*[,(]?\s*(?:\(|в\s+т\.\s?ч\.|в\s+том\s+числе|из\s+них)[^()]*",
    re.IGNORECASE,
)
"""What stands between a year and the parts of its total."""

AGE = re.compile(
    r"возраст|дожи[лв]|\b(?:дет|реб[её]н|подрост|молод[её]ж|гражд|лиц)\w*[^,;]{0,12}$|\bages?\b|\baged\b", re.IGNORECASE
)
"""Words before a number of years that is someone's age."""

PER_UNIT = re.compile(r"\.?/[^\W\d_]")  # what the unit is of is a rate: чел./ч
HOURS = re.compile(r"[\s·*×-]*ч(?:ас\w*)?(?!\w)", re.IGNORECASE)  # "чел. ч." are no people
UNKNOWN_UNIT = re.compile(
    r"\s*([бвгджзйклмнпрстфхцчшщbcdfghjklmnpqrstvwxz]{2,4}|к?эв|м?ва|[kmg]ev|bits?)(?!\w|-\w)", re.IGNORECASE
)
KNOWN_SHORT = frozenset({"шт", "чел", "км", "кг", "кв", "тыс", "млн", "млрд", "km", "kg", "mln", "bln"})
"""A unit of measure that statements have no name for, letters without a vowel that are not all capitals (кГц, мм); and
those they have one for."""

RATE = re.compile(r"\s*[^\W\d_]+\.?/[^\W\d_]")  # a unit of measure that is a rate: Мбит/с, км/ч
LIKELY = 0.05  # of a reading: "средних" is seldom a noun
SHOUTED = re.compile(r"\s*[А-ЯЁA-Z]{5,}(?![а-яёa-z])")  # the next line of a table of contents
AREAS = frozenset({"кв. м", "sq. m", "куб. м", "cu. m", "кв. км", "sq. km", "га", "ha"})
LENGTHS = frozenset({"км", "km", "м", "m"})
RANGE_AFTER = re.compile(r"\s*[-–—]\s*\d")
RANGE_BEFORE = re.compile(r"\d\s*[-–—]\s*$")
NEAR = 300  # characters after a number in which the words stand that it counts

COUNTING = re.compile(
    r"числ[оа]|количеств|объ[её]м|сумм|дол[яи]\b|всего|итого|number|total|quantity|amount", re.IGNORECASE
)
SAYS = re.compile(
    r"(?:состав\w+|равн\w+|достиг\w*|превы\w+|насчит\w+|is|was|were|are|totall?ed|reached|:|–|—|-)\s*$", re.IGNORECASE
)
ROSE_TO = re.compile(r"(?<!\w)(?:с|from)\s+\d[\d\s]*(?:[.,]\d+)?\s+(?:до|to)\s+$", re.IGNORECASE)
"""What stands before the later of two numbers without a unit: "число школ выросло с 19 до 33"."""

DAY_LENGTH, YEAR_LENGTH = len("2012-04-20"), len("2012")
ENGLISH_STOP = re.compile(
    r"\s*(?:of|in|and|or|to|by|for|on|at|is|are|was|were|with|from|the|a|an|per|as|x)\b", re.IGNORECASE
)

BASE_YEAR = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}[\s*_]*\(\s*(?:(?:в|на|за|in)\s+)?(?:19|20)\d\d\s*(?:год[ау]?|г\.)?\s*[-–—:]\s*[*_]*",
    re.IGNORECASE,
)
"""What stands between a goal and the value that it starts from."""

CAME_TO = re.compile(r"[\s*_]*(?:,\s+)?и\s+(?:состав|достиг)[а-яё]*\s+", re.IGNORECASE)
"""What joins a change to the value that it led to."""

COMPARED_TO = re.compile(
    r"(?<!\w)(?:по\s+сравнению|в\s+сравнении|по\s+отношению|к\s+уровню|compared)(?!\w)", re.IGNORECASE
)
"""Words of a measure that compare it with one year."""

AS_OF = re.compile(r"(?<!\w)(?:на|по\s+состоянию\s+на|as\s+of|on)\s+$", re.IGNORECASE)
YEAR_HEAD = re.compile(
    r"[\s\d.)\-–—•]{0,12}(?:(?:на|в|за)\s+)?(?P<year>(?:19|20)\d\d)\s*(?:год[а-я]*|г\.)?\s*:", re.IGNORECASE
)
OPENING = re.compile(
    r"[\s\-–—•●▪*]*(?:(?:по\s+(?:состоянию\s+на|итогам|результатам|данным\s+(?:на|за))|на|в|за|as\s+of|in|on|at\s+the\s+end\s+of)\s+)?",
    re.IGNORECASE,
)
"""What may stand before the date that a sentence begins with."""

NOW = re.compile(r"\b(?:сейчас|теперь|ныне|сегодня|now|today|currently)\b|[;:]", re.IGNORECASE)
"""What ends the reach of a date: another time begins here."""

EXCLUDED = ("LegalAct", "ActReference", "Date", "Contact", "Cluster", "Organization")
"""Mentions whose digits are no amounts."""


class Taken:
    """Stretches of the text whose digits belong to something else."""

    def __init__(self, spans: Sequence[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._starts = [span.start for span in merged]
        self._ends = [span.end for span in merged]

    def holds(self, start: int, end: int) -> bool:
        """Whether `start:end` shares a character with one of them."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def prose_figures(
    document: Document, sentences: Sequence[Span], taken: Taken, dates: Sequence[Mention]
) -> Iterator[tuple[Span, Figure]]:
    """Each figure of the sentences, with its sentence."""
    text = document.text
    year: Part | None = None
    for sentence, above in under_heads(text, sentences):
        year = _year_over(text, sentence, year)
        if not _has_amount(text, sentence, taken):
            continue
        read = read_amounts(text, sentence.start, sentence.end, document.language)
        amounts = [
            amount
            for amount in joined_bounds(text, read)
            if not taken.holds(amount.at, amount.stop) and is_amount(document, sentence, amount)
        ]
        if amounts:
            inside = within(dates, sentence)
            for figure in _figures(document, sentence, amounts, inside, above):
                yield sentence, figure if figure.period is not None else replace(figure, period=year)


def _year_over(text: str, sentence: Span, before: Part | None) -> Part | None:
    """The year of the list that the sentence stands in: its head says no more ("на 2021 год:"), and its items begin
    with a number, a mark or a small letter."""
    ends = text[sentence.end - 1] == ":"
    head = YEAR_HEAD.fullmatch(text, sentence.start, sentence.end) if ends else None
    if head is not None:
        return Part(head["year"], Span(head.start("year"), head.end("year")))
    return None if text[sentence.start].isupper() else before


def _has_amount(text: str, sentence: Span, taken: Taken) -> bool:
    """Whether the sentence has a number that belongs to nothing else."""
    return has_share(text, sentence.start, sentence.end) or any(
        begins_amount(text, start) and not taken.holds(start, end)
        for start, end in numbers_in(text, sentence.start, sentence.end)
    )


def within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Those of the mentions, which are in order of place, that lie in the span."""
    if not mentions:
        return []
    first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, span.end, lo=first, key=lambda mention: mention.start)
    return [mention for mention in mentions[first:last] if mention.end <= span.end]


def is_amount(document: Document, sentence: Span, amount: Amount) -> bool:
    """Whether the number counts or measures something: it has a unit, or a noun that can be counted stands after it."""
    text = document.text
    before = text[max(sentence.start, amount.at - 30) : amount.at]
    after = text[amount.end : min(sentence.end, amount.end + NEAR)]
    if (
        _is_labelled(before)
        or (amount.value[0] == "1" and BASE.search(before + text[amount.at : amount.end]))
        or RANGE_AFTER.match(after)
        or RANGE_BEFORE.search(before)
        or (_last_letter(before) in CHANGED_ENDS and CHANGED_FROM.search(before) and CHANGED_TO.match(after))
        or (amount.unit in AREAS and amount.value == "1")  # what a price is for
        or (amount.unit in LENGTHS and AWAY.search(before))
        or _is_part_of_number(amount, before, after)
    ):
        return False
    if document.language == "en" and _is_in_name(text, sentence, amount, before, after):
        return False
    if amount.unit is not None and (PER_UNIT.match(after) or HOURS.match(after)):
        return False
    if amount.unit is not None:
        if TIMES.isdisjoint(amount.unit.split()):
            return True
        is_age = AGE.search(before) is not None or (amount.upper is not None and amount.unit in {"лет", "years"})
        return amount.approximation is not None and not is_age
    is_footnote = text[amount.stop : amount.stop + 1] == "*" != before[-1:]
    if SHOUTED.match(after) or NO_MEASURE.match(after) or RATE.match(after) or is_footnote or _has_unknown_unit(after):
        return False
    if OF_THEM.match(after):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", amount.as_written) and amount.approximation is None:
        return False
    if document.language == "ru" and "." in amount.as_written:
        return False
    if re.match(r"[*_]*\s*(?:[.,;)]|$)", after):
        said = SAYS.search(text, sentence.start, amount.at) or ROSE_TO.search(text, sentence.start, amount.at)
        return (
            said is not None
            and said.end() == amount.at
            and COUNTING.search(text, sentence.start, amount.at) is not None
        )
    return _counts(after.lstrip("*_"), document.language, amount.value)


def _has_unknown_unit(after: str) -> bool:
    unit = UNKNOWN_UNIT.match(after)
    return unit is not None and not unit[1].isupper() and unit[1].casefold() not in KNOWN_SHORT


def _is_in_name(text: str, sentence: Span, amount: Amount, before: str, after: str) -> bool:
    """Whether an English number is of a day of a month without its year, of a name, or marks a note: "on 5 March"."""
    if amount.unit is not None:
        return False
    first, last = WORD_AFTER.match(after), LAST_LETTERS.search(before)
    if (first is not None and first[1] in MONTHS_EN) or (last is not None and last[1] in MONTHS_EN):
        return True
    is_mark = not text[sentence.start : amount.at].strip() and ON_ITS_LINE.match(after) is not None
    return is_mark or PART_OF_NAME.search(before) is not None


def _last_letter(before: str) -> str:
    return before.rstrip().rstrip("*_").rstrip()[-1:]


def _is_part_of_number(amount: Amount, before: str, after: str) -> bool:
    """Whether the number is written in two parts: "125 тыс. 963 гектара"."""
    return SCALED.search(before) is not None or (amount.unit in SCALE_NAMES and MORE_DIGITS.match(after) is not None)


def _is_labelled(before: str) -> bool:
    """Whether what stands before a number makes it a name; its last letters tell whether to look closely."""
    last = before.rstrip()[-1:]
    if not (last.isalnum() or last in ".№#_"):
        return False
    words = before.rstrip().rstrip(".").split()
    first = words[-1].lstrip('«"(“[').lower()[:2] if words else ""
    return (last in "№#." or not first.isalpha() or first in LABEL_BEGINS) and LABELLED.search(
        before.lower()
    ) is not None


LABEL_BEGINS = word_set(
    """
    no п пп ст ч ча пу по ра гл пр та ри рс фо гр эт за це до д дм кв ко ул те но ва ти кл ме на ta fi pa st ph se ar
    it go ve ch an
    """
)
"""How the words begin after which a number is a name; what is no plain word is looked at as well."""


def _counts(after: str, language: str, value: str) -> bool:
    """Whether the words after a number are what it counts; Russian ones agree with it (28 регионов, not 8 сентября)."""
    word = COUNTED_WORDS.match(after)
    if word is None:
        return False
    if language == "en" and word[1].isascii():
        return ENGLISH_STOP.match(after) is None and len(word[1]) > 2
    for group in word.groups():
        readings = parse(group) if group else ()
        nouns = [reading for reading in readings if reading.part == "NOUN"]
        if nouns and len(nouns) == len(readings) and not any(_agrees(reading, value) for reading in nouns):
            return False
        if any(_is_likely_noun(reading) and _agrees(reading, value) for reading in readings):
            return month_number(group) is None
        if not any(reading.part in {"ADJF", "PRTF", "NOUN"} for reading in readings):
            return False
    return False


def _is_likely_noun(reading: Reading) -> bool:
    return reading.part == "NOUN" and reading.score >= LIKELY


def _agrees(reading: Reading, value: str) -> bool:
    """Whether a noun stands in the number and case that a numeral asks for, or in the plural of an oblique case."""
    if "." in value:
        return reading.case == "gent"
    last, teens = int(value[-1]), value[-2:-1] == "1"
    if last == 1 and not teens:
        return not reading.is_plural
    if 2 <= last <= 4 and not teens:
        return reading.case == "gent" or reading.is_plural
    return reading.is_plural and reading.case != "nomn"


def _figures(
    document: Document, sentence: Span, amounts: Sequence[Amount], dates: Sequence[Mention], above: Modality
) -> Iterator[Figure]:
    text = document.text
    previous: Figure | None = None
    lead: Lead | None = None
    for at, amount in enumerate(amounts):
        left = amounts[at - 1].end if at else sentence.start
        right = amounts[at + 1].start if at + 1 < len(amounts) else sentence.end
        measure, clause = measure_of(text, Span(left, right), amount, dates, is_first=at == 0)
        whole = previous if at and previous is not None and previous.amount.at == amounts[at - 1].at else None
        own = lead_of(text, clause, amount, dates, before=lead, whole=whole)
        lead = lead if OF_THEM.match(text, amount.end, clause.end) else own
        period = _period(text, clause, amount, amounts, dates)
        inherited: Modality = "asserted"
        is_base = False
        if measure is not None:
            measure = replace(measure, value=with_lead(text, clause, amount, measure.value, own))
        elif previous is not None and (words_before := _changed(text, clause, amount, previous)):
            measure = Part(words_before, previous.measure.span)  # "выпуск упал на 5 % и составил 70 тонн"
            period = period or previous.period
        elif previous is not None and period is not None and (words_before := _base(text, amount, previous)):
            measure, is_base = Part(words_before, previous.measure.span), True
        elif previous is not None and period is not None and _goes_on_with(text, previous, amount):
            measure = previous.measure  # "в 2013 году — 94 млн, в 2014 году — 114 млн"
            inherited = previous.modality
        if measure is None or is_doubtful(text, sentence, clause, amount, measure.value):
            continue
        words, unit = (
            split_unit(measure.value, document.language) if amount.unit is None else (measure.value, amount.unit)
        )
        own_words = above == "asserted" or (above == "planned" and tells_of_past(text[clause.start : amount.start]))
        modality = "asserted" if is_base else meant(text, sentence, clause, amount) if own_words else above
        modality = inherited if modality == "asserted" else modality
        given = _without_goal(text, sentence, clause, with_unit(amount, unit), words)
        if period is None:
            period = _period_around(text, sentence, given, previous if _means(previous, modality) else None, dates)
        if period is None and modality == "asserted":
            period = _of_opening(text, sentence, amount, dates)
        previous = Figure(given, Part(words, measure.span), "prose_figure", period, modality=modality)
        yield previous


def _changed(text: str, clause: Span, amount: Amount, previous: Figure) -> str:
    """What changed by the figure before and came to the amount: "выпуск упал на 5 % и составил 70 тонн"; "" where the
    words say otherwise."""
    if not CAME_TO.fullmatch(text, previous.amount.end, amount.start) or previous.amount.unit == amount.unit is None:
        return ""
    words, _, verb = previous.measure.value.rpartition(" ")
    reading = parse(verb)[0] if verb and CHANGE.match(verb) else None
    is_change = reading is not None and reading.part == "VERB" and COMPARED_TO.search(words) is None
    return words.rstrip(" ,") if is_change else ""


def _base(text: str, amount: Amount, previous: Figure) -> str:
    """What was measured before what is planned: "увеличение доли до 16 % (в 2013 году – 11 %)"; "" where no such number
    stands in brackets."""
    is_base = previous.modality == "planned" and BASE_YEAR.fullmatch(text, previous.amount.end, amount.start)
    return without_change(previous.measure.value) if is_base else ""


def _goes_on_with(text: str, previous: Figure, amount: Amount) -> bool:
    """Whether a sum or share of another period can have the words of the figure before: not what they compare with,
    and not by how much it changed where they say how much there is."""
    if BY.search(text, previous.amount.end, amount.start) and CHANGE.search(previous.measure.value) is None:
        return False
    return previous.amount.unit == amount.unit is not None and COMPARED_TO.search(previous.measure.value) is None


def _means(figure: Figure | None, modality: Modality) -> bool:
    return figure is not None and figure.modality == modality


def _period_around(
    text: str, sentence: Span, amount: Amount, previous: Figure | None, dates: Sequence[Mention]
) -> Part | None:
    """The period that the figure before shares with this one, or the year to whose total it belongs."""
    shared = _shared(text, sentence, previous, amount, dates) if previous is not None else None
    return shared or _of_year_before(text, amount, dates)


def _of_year_before(text: str, amount: Amount, dates: Sequence[Mention]) -> Part | None:
    """The year to whose total the part in brackets belongs: "2014 год – 38 млн рублей (из них местный бюджет – 3"."""
    before = [date for date in dates if date.end <= amount.start]
    if not before or OF_TOTAL.fullmatch(text, before[-1].end, amount.start) is None:
        return None
    return period_of(text, before[-1])


def _without_goal(text: str, sentence: Span, clause: Span, amount: Amount, words: str) -> Amount:
    """The amount without "at most" where "до" says to what something rises or falls."""
    until = amount.approximation == "at_most" and text[amount.start : amount.at].strip(" *_\n").casefold() == "до"
    start = sentence.start if text[clause.start : amount.start].rstrip().endswith(("-", "–", "—")) else clause.start
    changes = until and (CHANGE.search(text, start, amount.start) or CHANGE.search(words))
    return replace(amount, approximation=None) if changes else amount


def _of_opening(text: str, sentence: Span, amount: Amount, dates: Sequence[Mention]) -> Part | None:
    """The sentence's one date, where it begins with it and nothing before the number speaks of another time."""
    said = [date for date in dates if not is_compared(text, date)]
    if (
        len(said) != 1
        or said[0].end > amount.start
        or is_since(text, said[0])
        or NOW.search(text, said[0].end, amount.start)
    ):
        return None
    period = period_of(text, said[0])
    return period if _opens(text, sentence, period) else None


def _opens(text: str, sentence: Span, period: Part) -> bool:
    """Whether the sentence begins with the period, which then is of all that it tells: "На 1 января 2017 года …"."""
    return OPENING.fullmatch(text, sentence.start, period.span.start) is not None


def _shared(text: str, sentence: Span, previous: Figure, amount: Amount, dates: Sequence[Mention]) -> Part | None:
    """The period of the figure before, which the sentence's one date gives to both: "в 2012 году поступило 94 заявки,
    отобрали 25". Of a day only the year is shared, unless all was counted on it: "на 1 января 2016 года"."""
    part = previous.period
    if part is None or len(dates) != 1 or part.span.start > previous.span.start:
        return None
    if (amount.unit is not None and not _opens(text, sentence, part)) or NOW.search(
        text, previous.span.end, amount.start
    ):
        return None
    is_until = len(part.value) == DAY_LENGTH and not AS_OF.search(text, max(0, part.span.start - 30), part.span.start)
    return Part(part.value[:YEAR_LENGTH] if is_until else part.value, part.span)


def _period(
    text: str, clause: Span, amount: Amount, amounts: Sequence[Amount], dates: Sequence[Mention]
) -> Part | None:
    """The clause's own date; or the sentence's only one, for its only figure."""
    date = own_date(text, clause, amount, dates)
    said = [one for one in dates if not is_compared(text, one)]
    if date is None and len(said) == 1 and len(amounts) == 1:
        date = said[0] if not is_since(text, said[0]) else None
    if date is None or date.attributes.get("value") is None:
        return None
    return period_of(text, date)
