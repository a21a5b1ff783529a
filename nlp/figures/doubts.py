"""Why a number is not stated although words stand beside it: what it counts is not certain from them."""

import re
from collections.abc import Callable

from ingest.document import Span
from nlp.figures.amount import TIMES, Amount
from nlp.figures.clause import is_count
from nlp.figures.enumerated import has_verb
from nlp.figures.said import AFTER, AND, BY, MEASURED_SHARE, NOMINAL, REACH, RELATIVE, WORD, Said
from nlp.figures.unfinished import UNFINISHED
from nlp.figures.wording import COUNT_UNITS
from nlp.morphology import parse

COMPARED = re.compile(
    r"[\s*_]*(?:меньше|больше|ниже|выше|менее|более|less|more|lower|higher)\b(?!\s+на)", re.IGNORECASE
)
AND_AMOUNTS = re.compile(r"\s(?:и|а)\s+(?:состав\w+|достиг\w*|равн\w+)\s+[*_]*$", re.IGNORECASE)
EXCEPT = re.compile(r"(?<!\w)(?:за\s+исключением|кроме|помимо|except)\s+[*_]*$", re.IGNORECASE)
BASE_OF = re.compile(r"(?<!\w)(?:из|среди|out\s+of)\s+[*_]*$", re.IGNORECASE)
CONSISTS = re.compile(r"(?:состо|сет|комплекс|состав|представл|групп)\w*(?:\s+\w+)?\s+из\s+[*_]*$", re.IGNORECASE)
BROAD = re.compile(r"(?<!\w)чем\s+(?:в|на|из|у)\s+[*_]*$", re.IGNORECASE)
TIME_NAMED = re.compile(r"срок|период|стаж|возраст|длительн|продолжит|term|period|duration|age", re.IGNORECASE)
RELATIVE_AFTER = re.compile(r"[\s*_]*(?:из\s+)?котор\w+", re.IGNORECASE)
CUT_NUMBER = re.compile(r"\d\s?,\s$")
RANKED = re.compile(r"(?<!\w)(?:перв(?:ых|ые|ой|ую)|топ|top|номер\w*)[\s–-]*[*_]*$", re.IGNORECASE)
PEOPLE = frozenset({"чел.", "people"})
NO_NAME = re.compile(
    r"(?:кв|куб|м|г|ул|пос|с|д|п|пст)\.|.*№|в\s+(?:количеств|размер|объ[её]м)е(?!\w)|"
    r"(?:(?:тыс|млн|млрд)\.?\s+)?(?:тонн\w*|промилле|баллов|центнер\w*|литр\w*|пасс\S*|штук\s.*|мин\.?)$|"
    r".*(?<!\w)(?:тыс|млн|млрд)\.\s+(?:тонн|руб|кв)\w*\.?$|"
    r"(?:годов|проектн|установленн|общ)\w+\s+(?:добыч|мощност|объ[её]м\w*\s+запас|запас)\w*(?:\s+в\s+год)?$",
    re.IGNORECASE,
)
"""Words that hold no name of what is counted: an abbreviation's rest, "с установкой", a unit, a measure of nothing."""

PAIRED = re.compile(r"(?<!\w)соответственно\b|\brespectively\b", re.IGNORECASE)
CHOICE = re.compile(r"(?<!\w)(?:или|либо|or)\s+[*_]*$", re.IGNORECASE)
EACH = re.compile(r"(?<!\w)по\s+$", re.IGNORECASE)
THRESHOLD = re.compile(
    r"(?<!\w)[а-яё]{3,}(?:ения|ании|ания|ении|тия|тии|инок|иноков)\s+$|(?<!\w)(?:exceeding|receipt\s+of)\s+$",
    re.IGNORECASE,
)
"""A noun of action in the genitive or the prepositional, which the number limits: "в случае превышения 100 %"."""

BEFORE = re.compile(r"(?P<word>[^\W\d_]+)(?:\s+(?:из|до|с|со|в|на))?\s+[*_]*$")
BROKEN_WORD = re.compile(r"[^\W\d_]-\s*\n\s*\Z")
QUALITY = re.compile(r"(?:ость|ости|ение|ения|ание|ания|ация|ации)(?!\w)", re.IGNORECASE)
"""How nouns end that name a quality or a change, which percentages measure as well."""

OF_WHOLE = re.compile(r"\s*от\s+(?:общ|всего|числ|количеств)", re.IGNORECASE)
PRONOUN = re.compile(
    r"(?<!\w)(?:его|её|ее|их|эт(?:и|их|им|ими|ого|ому|ой|у|от))\s+"
    r"(?:увелич|сниж|рост|повыш|сокращ|дол|объ|числ|количеств|состоян|налич|уров|стоим|размер|сумм|цел|событи|показател|вид|мер)|"
    r"невыполнени\w+\s+прогнозн",
    re.IGNORECASE,
)
"""What is measured, where a word only points at it."""

AFTER_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:год\w*|г\.?)?\s*[-–—:]\s*[*_]*\Z", re.IGNORECASE)
LEGEND = re.compile(r"\s*[-–—]\s+[^\W\d_]")
ADJECTIVE_EN = re.compile(r"\w+(?:ous|ive|able|ible|ic|ary|less|ful)", re.IGNORECASE)
SMALL = frozenset({"1"})
BEST = re.compile(r"\s+(?:лучш|крупнейш|ведущ|сильнейш|best\b|largest\b|leading\b|top\b)", re.IGNORECASE)


def is_doubtful(text: str, sentence: Span, clause: Span, amount: Amount, words: str) -> bool:
    """Whether the clause leaves open what its number counts."""
    said = Said(text, sentence, clause, amount, words)
    return any(doubt(said) for doubt in DOUBTS)


def is_of_relative(said: Said) -> bool:
    """The number stands in a relative clause, whose noun may be any of those before it: "финиш, в котором до 500"."""
    return RELATIVE.search(said.before) is not None or RELATIVE_AFTER.match(said.after) is not None


def is_paired(said: Said) -> bool:
    """Several numbers are given to several things in turn: "составит соответственно 5 и 7"."""
    return PAIRED.search(said.before) is not None or PAIRED.search(said.after) is not None


def is_choice(said: Said) -> bool:
    """One of two things is meant: "супруги или 1 родитель"."""
    return is_count(said.amount) and CHOICE.search(said.before) is not None


def is_of_each(said: Said) -> bool:
    """A share of each of some things: "по 100 % заявлений"."""
    return said.amount.unit == "%" and EACH.search(said.before) is not None


def is_threshold(said: Said) -> bool:
    """The number bounds an action that is spoken of, and says nothing of how much there was: "превышения 100 %"."""
    return said.amount.unit == "%" and THRESHOLD.search(said.before) is not None


def is_defining(said: Said) -> bool:
    """The number says of which kind of thing the rest speaks: "семьи, имеющие 1 ребёнка", "3 и более детей"."""
    if not is_count(said.amount):
        return False
    written = said.text[said.amount.stop : said.amount.end]
    if said.amount.approximation == "at_least" and written.strip():
        return said.words.isascii() is False
    word = BEFORE.search(said.before[-REACH:])
    if word is not None and any(reading.part == "PRTF" for reading in parse(word["word"])[:1]):
        return True
    if RANKED.search(said.before) is not None or BEST.match(said.after) is not None:
        return True
    return said.amount.value in SMALL and _is_oblique(said.after)


def _is_oblique(after: str) -> bool:
    """Whether the first noun after "1" stands in another case than the nominative: "1 родителя"."""
    for match in AFTER.finditer(after):
        readings = parse(match["word"])
        if readings[0].part not in {"NOUN", "ADJF", "PRTF"}:
            return False
        cases = {reading.case for reading in readings}
        if "nomn" not in cases and ("accs" not in cases or "gent" in cases):
            return True
        if readings[0].part == "NOUN":
            return False
    return False


def is_share_of_nothing(said: Said) -> bool:
    """A percentage whose words name a thing and no share, level or change of it: "9 % – транспортировка"."""
    if said.amount.unit != "%" or said.words.isascii() or has_verb(f"{said.before} {said.words}"):
        return False
    if MEASURED_SHARE.search(said.words):
        return False
    if LEGEND.match(said.after) is not None or not QUALITY.search(said.words):
        return True
    is_item = said.before.rstrip(" *_")[-1:] in {*"-–—"}
    return is_item and any(mark in said.text[said.sentence.start : said.clause.start] for mark in ";:%")


def is_share_in_brackets(said: Said) -> bool:
    """A share of a whole in brackets, of which the words before say no number: "детский сад (25 % от числа садов)"."""
    return (
        said.amount.unit == "%" and said.before.rstrip(" *_").endswith("(") and OF_WHOLE.match(said.after) is not None
    )


def is_of_pronoun(said: Said) -> bool:
    """What is measured is only pointed at: "прогнозируется его увеличение"."""
    return PRONOUN.search(said.words) is not None


def is_difference(said: Said) -> bool:
    """The number says by how much one thing is above or below another: "на 76 тыс. рублей меньше, чем"."""
    return BY.search(said.before) is not None and COMPARED.match(said.after) is not None


def is_second_predicate(said: Said) -> bool:
    """What changed and what it came to are told in one breath: "произойдёт снижение инвестиций и составит 85 млн"."""
    return AND_AMOUNTS.search(said.before) is not None


def is_exception(said: Said) -> bool:
    """The number is of what is left out, or of what is chosen from: "кроме 2 зданий", "выбрать из 144 дворов"; or its
    limit stands apart from it: "более чем в 54 городах"."""
    if EXCEPT.search(said.before) is not None or BROAD.search(said.before) is not None:
        return True
    is_base = is_count(said.amount) and BASE_OF.search(said.before) is not None
    return is_base and CONSISTS.search(said.before) is None


def is_time_of_nothing(said: Said) -> bool:
    """A length of time whose words name no term, age or duration: "проработавшим не менее 15 лет"."""
    is_time = bool(TIMES & set((said.amount.unit or "").split()))
    return (
        is_time
        and said.amount.approximation != "at_most"
        and not said.words.isascii()
        and TIME_NAMED.search(said.words) is None
    )


def is_cut_number(said: Said) -> bool:
    """The rest of a number that a blank after its comma cut in two: "25320, 0 руб."."""
    return len(said.amount.value) <= 2 and CUT_NUMBER.search(said.before) is not None


def is_of_what_is_left_out(said: Said) -> bool:
    """A thing in the genitive whose measure or verb stands elsewhere: "площадь лугов – 9 га, хозяйств – 467 га"."""
    unit = said.amount.unit
    if is_count(said.amount) or unit in PEOPLE or said.words.isascii() or has_verb(f"{said.before} {said.words}"):
        return False
    first = next((word for word in WORD.findall(said.words) if parse(word)[0].part in NOMINAL), None)
    if first is None or parse(first)[0].case != "gent" or any(one.case == "nomn" for one in parse(first)):
        return False
    is_after = not said.before.strip(" *_\n-–—•")
    return (
        not is_after
        or LEGEND.match(said.after) is not None
        or AND.search(said.text, max(0, said.amount.start - REACH), said.amount.start) is not None
    )


def is_nameless(said: Said) -> bool:
    """The words hold no name of what is counted, or begin with an adverbial participle: "оплатив взнос"."""
    first = WORD.match(said.words)
    if NO_NAME.match(said.words) or (first is not None and parse(first[0])[0].part == "GRND"):
        return True
    return first is not None and first[0].casefold() in {"с", "со"} and not has_verb(said.words)


def is_lone_word(said: Said) -> bool:
    """One word that is no measure: "расходы" without what for, "мест" without where."""
    if said.words.isascii():
        return ADJECTIVE_EN.fullmatch(said.words) is not None
    if " " in said.words:
        return False
    return not is_count(said.amount) or parse(said.words)[0].lemma in COUNT_UNITS


def is_without_noun(said: Said) -> bool:
    """The words end with an adjective whose noun stands after the number: "объём дебиторской (2 млн) задолженности"."""
    last = WORD.findall(said.words)[-1:]
    if not last or said.words.isascii() or not said.before.rstrip(" *_").endswith("("):
        return False
    readings = parse(last[0])
    return all(one.part in {"ADJF", "PRTF"} for one in readings) and not any(one.case == "nomn" for one in readings)


def is_of_kind(said: Said) -> bool:
    """The number counts what is named elsewhere, and only its kind follows: "7 общего образования", "15 средних, …"."""
    if not is_count(said.amount) or (match := AFTER.match(said.after)) is None:
        return False
    readings = parse(match["word"])
    if readings[0].part not in {"ADJF", "PRTF"}:
        return False
    is_several = not said.amount.value.endswith("1")
    if is_several and not any(one.is_plural for one in readings if one.part in {"ADJF", "PRTF"}):
        return True
    return said.after[match.end() :].lstrip(" *_")[:1] in {",", ";"}


def is_lone_after_date(said: Said) -> bool:
    """A year and a lone noun, whose measure stands before the list: "2014 год – 62 ребёнка, 2015 год – 67 детей"."""
    if not is_count(said.amount) or " " in said.words:
        return False
    return AFTER_YEAR.search(said.text, max(0, said.amount.start - REACH), said.amount.start) is not None


def is_second_half(said: Said) -> bool:
    """The clause begins in the middle of a word that a line end broke."""
    return BROKEN_WORD.search(said.text[max(0, said.clause.start - REACH) : said.clause.start]) is not None


DOUBTS: tuple[Callable[[Said], bool], ...] = (
    is_of_relative,
    is_paired,
    is_choice,
    is_of_each,
    is_threshold,
    is_defining,
    is_share_of_nothing,
    is_share_in_brackets,
    is_of_pronoun,
    is_difference,
    is_second_predicate,
    is_exception,
    is_time_of_nothing,
    is_cut_number,
    is_of_what_is_left_out,
    is_nameless,
    is_lone_word,
    is_without_noun,
    is_of_kind,
    is_lone_after_date,
    is_second_half,
    *UNFINISHED,
)
"""Every reason not to state a number; the docstring of each is why."""
