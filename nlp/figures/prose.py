"""Figures in running text and list items: each number with the words around it that say what is counted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document, Span
from nlp.dates import month_number
from nlp.figures.amount import SHARE, TIMES, Amount, has_share, read_amounts, split_unit
from nlp.figures.figure import Figure, Part
from nlp.figures.measures import (
    CHANGE,
    GIVEN,
    UNIT_NOUNS,
    begins_with_participle,
    is_compared_with,
    says_nothing,
    says_what,
)
from nlp.mention import Mention
from nlp.modality import modality_of
from nlp.morphology import Reading, parse
from nlp.outline import flat
from nlp.words import word_set

DIGIT = re.compile(r"\d")
CUT = re.compile(r"[;()]|,(?=\s)|:\s|\s[-–—]\s|\n\s*[-•●▪–—]\s|\n\s*(?=(?:More|Over|About|Более|Свыше|Около)\b)")
DASH = re.compile(r"\s[-–—]\s")
LABELLED = re.compile(
    r"(?:№|#|\bno\.?|\bп\.?|\bпп\.?|\bст\.?|\bч\.?|\bчаст\w+|\bпункт\w*|\bподпункт\w*|\bраздел\w*|\bглав\w+|\bприложени\w+|"
    r"\bтаблиц\w+|\bрис\w*\.?|\bформ\w+|\bгрупп\w+|\bэтап\w*|\bзадач\w+|\bцел\w+|\bстать\w+|\bдом\w*|\bд\.|\bкв\.|\bкорп\w*\.?|"
    r"\bул\.|\bтел\.?|\bномер\w*|\bкод\w*|\bвариант\w*|\bтип\w*|\bкласс\w*|\bподпрограмм\w+|\bмероприяти\w+|\bпоказател\w+|"
    r"\bв\s+расч[её]те\s+на|\bиз\s+расч[её]та\s+на|\btable|\bfigure|\bpage|\bstep|\bphase|\bsection|\barticle|\bparagraph|\bitem|\bgoal|\bversion|\bchapter|\bannex)\s*$",
    re.IGNORECASE,
)
"""Words after which a number is a name, not an amount."""

NO_MEASURE = re.compile(
    r"\s*(?:раза?\b|мест(?:о|а|у|ом)\b|экз|лист|страниц|стр\b|час|минут|сут|год|г\.|лет\b|курс|класс|квартал|числ|пункт|стать|"
    r"times?\b|pages?\b|hours?\b|minutes?\b|[A-Za-zА-Яа-яЁё]\b)",
    re.IGNORECASE,
)
"""What may follow a number that counts nothing of interest."""

LEAD = re.compile(
    r"^(?:[\s\-–—•●▪*.:,(]|\d+[.)]\s|[«\"“](?!.*[»\"”])|there\s+(?:is|are|were|was|should\s+be|will\s+be)\b|(?:and|or|including|of\s+which|among\s+them)\b|"
    r"(?:и|а|а\s+также|что|в\s+том\s+числе|из\s+них|из\s+которых|при\s+этом|также|всего\s+лишь)(?=\s))+",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"(?:\b(?:состав\w+|равн\w+|достиг\w*|насчитыва\w+|is|was|were|are|totall?ed|reached)\s*$|[\s\-–—:,.;*(]|(?<!\w)(?:and|or|than|by|to|of|in|at|for|и|или|а|в|на|по|с|до|от|к|за|из|о|об|при|не)(?=\W*$))+$",
    re.IGNORECASE,
)
LAST_WORD = re.compile(r"[^\W\d_]+\Z")
TRAIL_WORDS = word_set("and or than by to of in at for и или а в на по с до от к за из о об при не is was were are")
TRAIL_VERB = re.compile(r"состав|равн|достиг|насчитыва|total|reached", re.IGNORECASE)
RANGE_WORD = re.compile(r"от|from", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"(?:\b(?:in|on|since|during|for|as\s+of|by|с|в|за|на|к|по\s+состоянию\s+на|по\s+итогам)\s+|\(\s*)$", re.IGNORECASE
)
COUNTED_WORDS = re.compile(
    r"\s+([^\W\d_]+(?:-[^\W\d_]+)*)(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?(?:\s+([^\W\d_]+(?:-[^\W\d_]+)*))?"
)
RANGE_AFTER = re.compile(r"\s*[-–—]\s*\d")
RANGE_BEFORE = re.compile(r"\d\s*[-–—]\s*$")
NEAR = 300  # characters after a number in which the words stand that it counts
WEAK = re.compile(r"(?:к|по|в|на|от|с|из|при|до)\s+\S+(?:\s+\S+)?", re.IGNORECASE)
"""Words that only say against what or where: "125 % к уровню 2015 года"."""

RANGE = re.compile(r"(?<!\w)(?:от|from)\s+\d+(?:[.,]\d+)?(?:\s*%)?\s*$|(?<!\w)(?:от|from)\s+\d+(?:[.,]\d+)?\s+(?=$)")
LEFT_NUMBER = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)?(?![\w-])")
"""A number that is still in the words: they are of another figure as well."""

CONTENT = re.compile(r"[A-ZА-ЯЁ]{3,}|[^\W\d_]{4,}")
COUNTING = re.compile(
    r"числ[оа]|количеств|объ[её]м|сумм|дол[яи]\b|всего|итого|number|total|quantity|amount", re.IGNORECASE
)
SAYS = re.compile(
    r"(?:состав\w+|равн\w+|достиг\w*|превы\w+|насчит\w+|is|was|were|are|totall?ed|reached|:|–|—|-)\s*$", re.IGNORECASE
)
DAY_LENGTH, YEAR_LENGTH = len("2012-04-20"), len("2012")
COMPARISON_REACH = 60  # characters before a date within which the words of a comparison stand
MEASURE_WORDS = 30  # longer measures are sentences that a reader would not take for one
ENGLISH_STOP = re.compile(
    r"\s*(?:of|in|and|or|to|by|for|on|at|is|are|was|were|with|from|the|a|an|per|as|x)\b", re.IGNORECASE
)

NOW = re.compile(r"\b(?:сейчас|теперь|ныне|сегодня|now|today|currently)\b|[;:]", re.IGNORECASE)
"""What ends the reach of a date: another time begins here."""

OF_THEM = re.compile(r"\s*(?:of\s+(?:them|these|which|those)|из\s+(?:них|которых))\b", re.IGNORECASE)

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
    for sentence in sentences:
        if DIGIT.search(text, sentence.start, sentence.end) is None and not (
            has_share(text, sentence.start, sentence.end) and SHARE.search(text, sentence.start, sentence.end)
        ):
            continue
        amounts = [
            amount
            for amount in read_amounts(text, sentence.start, sentence.end, document.language)
            if not taken.holds(amount.at, amount.stop) and is_amount(document, sentence, amount)
        ]
        if amounts:
            inside = within(dates, sentence)
            for figure in _figures(document.language, text, sentence, amounts, inside):
                yield sentence, figure


def within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Those of the mentions, which are in order of place, that lie in the span."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, span.end, lo=first, key=lambda mention: mention.start)
    return [mention for mention in mentions[first:last] if mention.end <= span.end]


def is_amount(document: Document, sentence: Span, amount: Amount) -> bool:
    """Whether the number counts or measures something: it has a unit, or a noun that can be counted stands after it."""
    text = document.text
    before = text[max(sentence.start, amount.at - 30) : amount.at]
    after = text[amount.end : min(sentence.end, amount.end + NEAR)]
    if _is_labelled(before) or RANGE_AFTER.match(after) or RANGE_BEFORE.search(before):
        return False
    if amount.unit is not None:
        return not (set(amount.unit.split()) & TIMES) or amount.approximation is not None
    if NO_MEASURE.match(after):
        return False
    if OF_THEM.match(after):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", amount.value) and amount.approximation is None:
        return False
    if document.language == "ru" and "." in amount.as_written:
        return False
    if re.match(r"[*_]*\s*(?:[.,;)]|$)", after):
        said = SAYS.search(text, sentence.start, amount.at)
        return (
            said is not None
            and said.end() == amount.at
            and COUNTING.search(text, sentence.start, amount.at) is not None
        )
    return _counts(after.lstrip("*_"), document.language, amount.value)


def _is_labelled(before: str) -> bool:
    """Whether what stands before a number makes it a name; its last letters tell whether to look closely."""
    last = before.rstrip()[-1:]
    if not (last.isalnum() or last in ".№#_"):
        return False
    words = before.rstrip().rstrip(".").split()
    first = words[-1].lstrip('«"(“[').lower()[:2] if words else ""
    return (last in "№#." or not first.isalpha() or first in LABEL_BEGINS) and LABELLED.search(before) is not None


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
        if any(reading.part in {"NOUN", "PRTF", "ADJF"} and _agrees(reading, value) for reading in readings) and (
            group == [one for one in word.groups() if one][-1] or any(reading.part == "NOUN" for reading in readings)
        ):
            return month_number(group) is None
        if not any(reading.part in {"ADJF", "PRTF", "NOUN"} for reading in readings):
            return False
    return False


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
    language: str, text: str, sentence: Span, amounts: Sequence[Amount], dates: Sequence[Mention]
) -> Iterator[Figure]:
    previous: Figure | None = None
    for at, amount in enumerate(amounts):
        left = amounts[at - 1].end if at else sentence.start
        right = amounts[at + 1].start if at + 1 < len(amounts) else sentence.end
        measure, clause = _measure(text, Span(left, right), amount, dates, is_first=at == 0)
        period = _period(text, clause, amount, amounts, dates)
        if (
            measure is None
            and previous is not None
            and period is not None
            and previous.amount.unit == amount.unit is not None
        ):
            measure = previous.measure  # "в 2013 году — 94 млн, в 2014 году — 114 млн"
        if measure is None:
            continue
        words, unit = split_unit(measure.value, language) if amount.unit is None else (measure.value, amount.unit)
        modality = modality_of(text[clause.start : clause.end])
        given = _without_goal(text, clause, replace(amount, unit=unit))
        if period is None and previous is not None and modality == previous.modality:
            period = _shared(text, previous, given, dates)
        previous = Figure(given, Part(words, measure.span), "prose_figure", period, modality=modality)
        yield previous


def _without_goal(text: str, clause: Span, amount: Amount) -> Amount:
    """The amount without "at most" where "до" says to what something rises or falls."""
    until = amount.approximation == "at_most" and text[amount.start : amount.at].strip(" *_\n").casefold() == "до"
    return replace(amount, approximation=None) if until and CHANGE.search(text, clause.start, amount.start) else amount


def _shared(text: str, previous: Figure, amount: Amount, dates: Sequence[Mention]) -> Part | None:
    """The period of the figure before, which the sentence's one date gives to both: "в 2012 году поступило 94 заявки,
    отобрали 25". Of a day only the year is shared."""
    part = previous.period
    if part is None or len(dates) != 1 or part.span.start > previous.span.start:
        return None
    if amount.unit is not None or NOW.search(text, previous.span.end, amount.start):
        return None
    return Part(part.value[:YEAR_LENGTH] if len(part.value) == DAY_LENGTH else part.value, part.span)


def _measure(
    text: str, room: Span, amount: Amount, dates: Sequence[Mention], *, is_first: bool
) -> tuple[Part | None, Span]:
    """What is counted, and the clause that says so; `room` reaches from the number before to the number after."""
    cuts = [cut for cut in CUT.finditer(text, room.start, amount.start) if not _is_in_date(cut, dates)]
    starts = [match.end() for match in cuts] or ([room.start] if is_first else [])
    start = starts[-1] if starts else amount.start
    end = _right_end(text, amount, room.end)
    words = _clean(text, Span(start, end), amount, dates)
    for earlier in (*reversed(starts[:-1]), *([room.start] if is_first else [])):
        if _is_whole(words, is_measured=amount.unit is not None) or words.count(" ") > 2 * MEASURE_WORDS:
            break
        start = earlier
        words = _clean(text, Span(start, end), amount, dates)
    clause = Span(start, end)
    if (
        not _names_something(words)
        or len(words.split()) > MEASURE_WORDS
        or _holds_number(words, dates)
        or WEAK.fullmatch(words)
        or says_nothing(words)
    ):
        return None, clause
    if words.count("(") != words.count(")") or not _counts_something(text, amount, words):
        return None, clause
    return Part(words, _span_of_words(text, clause, amount)), clause


def _is_in_date(cut: re.Match[str], dates: Sequence[Mention]) -> bool:
    """Whether the dash or bracket belongs to a date: "2010 – 2015 годы"."""
    return any(date.start < cut.end() and cut.start() < date.end for date in dates)


def _counts_something(text: str, amount: Amount, words: str) -> bool:
    """Whether what follows a bare number is counted, or else the words name what is measured."""
    if amount.unit is None and (counted := COUNTED_WORDS.match(text, amount.end)):
        nouns = [word for word in counted.groups() if word and _is_noun(word)]
        if nouns and parse(nouns[0])[0].lemma not in UNIT_NOUNS:
            return True
    return says_what(words)


def _is_noun(word: str) -> bool:
    return word.isascii() or parse(word)[0].part == "NOUN"


def _is_whole(words: str, *, is_measured: bool) -> bool:
    """Whether the words say what is counted on their own: no lone noun or verb, no bracket without its other half. A
    number with a unit needs words for what it measures."""
    first = words.split(" ", maxsplit=1)[0]
    begins_with_verb = (
        any(reading.part in {"VERB", "PRTS"} for reading in parse(first)[:1]) if first.isalpha() else False
    )
    return (
        len(words.split()) >= 2
        and _names_something(words)
        and words.count("(") == words.count(")")
        and not (begins_with_verb and not first.isascii())
        and not begins_with_participle(words)
        and (not is_measured or says_what(words))
    )


def _names_something(words: str) -> bool:
    """Whether the words hold a noun: "снизился" alone says of nothing that it fell."""
    found = CONTENT.findall(words)
    return GIVEN.search(words) is not None or any(
        word.isascii() or any(reading.part == "NOUN" for reading in parse(word)) for word in found
    )


def _holds_number(words: str, dates: Sequence[Mention]) -> bool:
    """Whether a number beside the dates is left in the words."""
    if DIGIT.search(words) is None:
        return False
    for date in dates:
        words = words.replace(flat(date.text), " ")
    return LEFT_NUMBER.search(words) is not None


def _right_end(text: str, amount: Amount, limit: int) -> int:
    at = amount.end
    while (cut := CUT.search(text, at, limit)) is not None:
        if DASH.fullmatch(cut[0]):
            at = cut.end()
            continue
        closing = text.find(")", cut.end(), limit) if cut[0] == "(" else -1
        if closing == -1:
            return cut.start()
        if re.search(r"[^\W\d_]{4,}", text[cut.end() : closing]):
            return cut.start()
        at = closing + 1  # "(2010 – 2015)" interrupts the words, it does not end them
    return limit


def _clean(text: str, clause: Span, amount: Amount, dates: Sequence[Mention]) -> str:
    """The clause without the amount and without its dates."""
    holes = [(amount.start, amount.end)]
    for date in dates:
        if clause.start <= date.start and date.end <= clause.end and len(str(date.attributes.get("value"))) in {4, 9}:
            lead = BEFORE_DATE.search(text, clause.start, date.start)
            start = lead.start() if lead else date.start
            closes = text[start] == "(" and text[date.end : date.end + 1] == ")"
            holes.append((start, date.end + closes))
    words, at = [], clause.start
    for start, end in sorted(holes):
        if start >= at:
            words.append(text[at:start])
            at = end
    words.append(text[at : clause.end])
    measure = flat(" ".join(words)).replace(" ,", ",").replace("( )", " ")
    measure = LEAD.sub("", RANGE.sub(" ", measure) if RANGE_WORD.search(measure) else measure)
    last = LAST_WORD.search(measure)
    is_bare = last is not None and last[0].casefold() not in TRAIL_WORDS and TRAIL_VERB.match(last[0]) is None
    return flat(measure if is_bare else TRAIL.sub("", measure))


def _span_of_words(text: str, clause: Span, amount: Amount) -> Span:
    """Where the measure stands: after the number if words follow it there, else before."""
    after = text[amount.end : clause.end]
    if CONTENT.search(after):
        start = amount.end + len(after) - len(after.lstrip(" \t\n*_\u00a0"))
        return Span(start, start + len(text[start : clause.end].rstrip(" \t\n*_.,;:\u00a0")))
    before = text[clause.start : amount.start]
    start = clause.start + len(before) - len(before.lstrip(" \t\n-–—•*"))
    return Span(start, start + len(text[start : amount.start].rstrip(" \t\n*_\u00a0")))


def _period(
    text: str, clause: Span, amount: Amount, amounts: Sequence[Amount], dates: Sequence[Mention]
) -> Part | None:
    """The clause's last date before the figure, else its first; or the sentence's only one, for its only figure."""
    dates = [date for date in dates if not is_compared_with(text, max(0, date.start - COMPARISON_REACH), date.start)]
    inside = [date for date in dates if clause.start <= date.start and date.end <= clause.end]
    if not inside and len(dates) == 1 and len(amounts) == 1:
        inside = list(dates)
    before = [date for date in inside if date.end <= amount.start]
    nearest = before[-1] if before else inside[0] if inside else None
    if nearest is None or nearest.attributes.get("value") is None:
        return None
    return Part(str(nearest.attributes["value"]), Span(nearest.start, nearest.end))
