"""How a figure is meant: a fact, a goal, a condition; by its clause, and by the head of the list that it stands in."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from nlp.figures.amount import Amount
from nlp.modality import denies, modality_of
from nlp.morphology import parse
from nlp.statement import Modality

AIMED = re.compile(
    r"\b(?:цел(?:ь|и|ью|ями|ей)|задач\w*|целев\w+|ожидаем\w+|конечн\w+\s+результат\w*)\b|\b(?:goals?|targets?|objectives?|aims?)\b",
    re.IGNORECASE,
)
"""What the head of a list says where its items are goals."""

ASKED = re.compile(r"\b(?:требовани|условия\b|критери|requirements?\b|conditions\b|criteria\b)", re.IGNORECASE)
"""What the head of a list says where its items are asked for, not told."""

ITEM = re.compile(r"[-–—•●▪*]|\d{1,2}[.)]\s|[а-яёa-z]\)|[а-яёa-z]")
"""How the items of a list begin: a mark, a number, a small letter."""

CHANGE_NOUN = re.compile(
    r"[\s\-–—•●▪*\d.)]*(?:увеличени|повышени|снижени|сокращени|уменьшени|рост|прирост|доведени|достижени|сохранени|обеспечени)\w*\s"
    r".*(?<!\w)(?:на|до|с|c)\s+(?:уровне\s+)?(?:не\s+(?:менее|более|ниже)\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
"""An item of a list of results: "увеличение доли до", which says of no verb that it came about."""

ACTION_NOUN = re.compile(
    r"[\s\-–—•●▪*\d.)]*(?:подготовк|проведени|строительств|изготовлени|выполнени|приобретени|создани|организаци[яюи]\s|открыти|издани|"
    r"разработк|установк|замен|ремонт|ввод|привлечени|предоставлени|обучени|реконструкц|ликвидаци|рекультивац|благоустройств)\w*\s",
    re.IGNORECASE,
)
"""An action without a verb that tells that it came about: an item of a plan, or of a list of measures."""

NEEDED = re.compile(
    r"(?<!\w)(?:необходим[аоы]?\s|долж(?:ен|на|но|ны)\s+(?:[^\W\d_]+\s+)?[а-яё]+(?:ть|сти|чь)(?:ся)?(?!\w))",
    re.IGNORECASE,
)
"""What is needed, or shall be, is not yet there."""

POSSIBLE = re.compile(r"(?<!\w)возможн[аоы]?\s", re.IGNORECASE)
"""What is possible is no fact either."""

AIMED_AT = re.compile(r"(?<!\w)направлен\w*\s+на\s+\w+(?:ение|ание|ию)\s+$", re.IGNORECASE)
"""Measures that are aimed at a number: "направленные на обеспечение 100 %"."""

PLAN = re.compile(r"\W*(?:утвержд[её]нн\w+\s+)?план(?:ов\w+)?\s+(?:на|\w+\s+на)\s|\W*план\s*[-–—:]", re.IGNORECASE)
"""What names the number a plan's: "план на 2013 год – 100 млн рублей"."""

LIMITED = re.compile(r"(?<!\w)не\s+(?:менее|более|ниже|выше|позднее|позже)\s+[*_]*$", re.IGNORECASE)
"""A limit without a verb is set, not observed: "степень сжатия не более 30 %"."""

RELATIVE = re.compile(r"(?<!\w)(?:где|котор\w+)\s[^,;–—]*", re.IGNORECASE)
"""A relative clause, which denies or plans nothing of what stands around it."""

IS_AIM = re.compile(
    r"\b(?:цел(?:ью|ями)|задач(?:ей|ами))\b.*\bявля(?:ется|ются)\b|\bthe\s+(?:goal|aim|objective)\b", re.I | re.S
)
WORD = re.compile(r"[^\W\d_]+")
INFINITIVE = re.compile(r"(?<![\w-])[а-яё]+(?:[аеиоуыюя]ть|сти|зти|чь)(?:ся)?(?![\w-])", re.IGNORECASE)
MANAGED = re.compile(
    r"име[ею]т\s+возможность|начал|стал[аио]?\b|продолж|позволил|позволя[ею]т\b|удалось|смогл|сумел|помог(?:л|\b)|дало?\s+возможность",
    re.IGNORECASE,
)
"""Verbs after which an infinitive tells what was done."""


def meant(text: str, sentence: Span, clause: Span, amount: Amount) -> Modality:
    """How the clause means its number: by its own words, else by those before the last colon of the sentence."""
    own = modality_of(_without_relative(text[clause.start : clause.end]))
    if own == "negated" and amount.approximation is not None:  # "does not exceed" limits, and denies nothing
        own = modality_of(_without_relative(f"{text[clause.start : amount.start]} {text[amount.at : clause.end]}"))
    if own != "asserted":
        return own
    before = text[clause.start : amount.at]
    if denies(_without_relative(text[clause.start : amount.start])):
        return "negated"
    if (
        (_is_aim(before) and not MANAGED.search(text, sentence.start, clause.start))
        or AIMED_AT.search(before)
        or NEEDED.search(before)
        or PLAN.match(before)
        or IS_AIM.search(before)
        or _is_aim_of_sentence(text[sentence.start : clause.start])
    ):
        return "planned"
    if POSSIBLE.search(before):
        return "conditional"
    if not _has_verb(text[clause.start : clause.end]):
        if CHANGE_NOUN.match(before) or ACTION_NOUN.match(before):
            return "planned"
        if LIMITED.search(before):
            return "conditional"
    stop = max(text.rfind(mark, sentence.start, clause.start) for mark in ";:")
    start = max(stop + 1, sentence.start)
    if start < clause.start and not _has_verb(before) and modality_of(text[start : clause.start]) == "planned":
        return "planned"
    colon = text.rfind(":", sentence.start, clause.start)
    return of_head(text[sentence.start : colon]) if colon >= 0 else "asserted"


def under_heads(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, Modality]]:
    """Each sentence with what the head of its list means: the sentence before the list, which ends with a colon."""
    head: Modality = "asserted"
    for sentence in sentences:
        if text[sentence.start].isupper() or ITEM.match(text, sentence.start, sentence.end) is None:
            head = "asserted"
        yield sentence, head
        if text[sentence.end - 1] == ":":
            head = of_head(text[sentence.start : sentence.end])


def of_head(words: str) -> Modality:
    """How the items under these words are meant; a denial reaches no further than its own sentence.

    >>> of_head("Целевые показатели Программы"), of_head("Считается высокой, если"), of_head("В 2015 году построены")
    ('planned', 'conditional', 'asserted')
    >>> of_head("Требования к промышленным кластерам")
    'conditional'
    """
    said = modality_of(words)
    if said == "negated":
        return "asserted"
    if said != "asserted":
        return said
    return (
        "planned"
        if AIMED.search(words) or NEEDED.search(words)
        else "conditional"
        if ASKED.search(words)
        else "asserted"
    )


def tells_of_past(words: str) -> bool:
    """Whether the words begin with what came about, whatever the head of their list says: "- увеличилась доля".

    >>> tells_of_past("- увеличилась доля"), tells_of_past("увеличение доли")
    (True, False)
    """
    first = WORD.search(words)
    return first is not None and {"VERB", "past"} <= parse(first[0])[0].grammemes


def _has_verb(words: str) -> bool:
    """Whether a verb of its own tells what became of the number."""
    return any(parse(match[0])[0].part in {"VERB", "PRTS"} for match in WORD.finditer(words))


def _without_relative(words: str) -> str:
    """The clause without the relative clauses inside it; one that it begins with is its own."""
    return RELATIVE.sub(" ", words) if RELATIVE.match(words.lstrip(" ,")) is None else words


def _is_aim_of_sentence(before: str) -> bool:
    """Whether the sentence begins with what is to be done: "Увеличить долю с 40 % в 2017 году до"."""
    first = WORD.search(before)
    return first is not None and INFINITIVE.fullmatch(first[0]) is not None and _is_aim(first[0])


def _is_aim(words: str) -> bool:
    """Whether an infinitive without a verb of success says what is to be done: "увеличить долю до".

    >>> _is_aim("увеличить долю до"), _is_aim("позволили создать более"), _is_aim("доля составила")
    (True, False, False)
    """
    found = [match[0] for match in INFINITIVE.finditer(words)]
    return any(parse(word)[0].part == "INFN" for word in found) and not MANAGED.search(words)
