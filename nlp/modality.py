"""Whether words state a fact, a plan, a condition or a denial."""

import re

from nlp.morphology import parse
from nlp.statement import Modality

PLANNED = re.compile(
    r"\b(?:планиру|запланир|предполага|предполож|намеч|намерен|собира(?:ет|ют)ся\s|готов\w{0,2}\s+(?:войти|вступить)\b|долж(?:ен|на|но|ны)\s+(?:(?:войти|вступить|возглавить|стать|быть)\b|⟦)|возглавить\s\S+\sдолж|прогноз|ожида[ею]|ориентировочн|перспективн|создаваем|формируем|планов|"
    r"предстоит|возможност[ьи]\s+(?:создани|формировани)|буд(?:ет|ут)\b|стан(?:ет|ут)\b|откро(?:ет|ют)ся\b|появится\b|"
    r"позволит\b|в\s+ближайшем\s+будущем|проект(?:ируем|а\s+создани)|"
    r"will\b|plann?(?:ed|s\s+to|ing\s+to)\b|expect(?:ed|s)\b|is\s+to\s+be\b|are\s+to\s+be\b|intend|proposed\b|"
    r"to\s+be\s+(?:established|created|launched|set\s+up)\b|launching\s+in\b)"
)
NEGATED = re.compile(
    r"\b(?:не\s+(?:был|явля|име|вход|созда|включ|возглавл|расположен|наход|относ|производ|выпуска|зарегистрир|поддерж|состо|"
    r"учрежд|сотруднич|руковод)|не\s*т\b(?!\s+сомнени)|отсутству|утратил|прекращ|исключ[её]н|выш(?:ел|л[аои])\s+из\b|бывш(?!их|ими?\b)|"
    r"not\b|no\s+longer\b|never\b|former(?:ly)?\b|ceased\b|withdrew\s+from|excluded\s+from)|n't\b"
)
CONDITIONAL = re.compile(
    r"\b(?:в\s+случае\b|если\b|при\s+условии\b|при\s+наличии\b|может\b|могут\b|бы\b|"
    r"при\s+(?:увеличени|уменьшени|превышени|снижени|невыполнени|недостижени|отклонени)|"
    r"in\s+case\b|if\b|provided\s+that\b|unless\b|may\b|might\b|could\b|would\b)"
)
"""All three read small letters: a pattern that is blind to case tries its alternatives one by one."""

NOT_DONE = re.compile(r"(?<![\w-])не\s+(?:был[аои]?\s+|буд(?:ет|ут)\s+)?(?P<verb>[а-яё]+)")
"""What stands before a verb that is denied."""

ENDS_AS_FUTURE = re.compile(r"(?<![\w-])[а-яё]+(?:[иеёая]т|[ую]т)(?:ся)?\Z")
"""How verbs of a perfective future end: составит, достигнут, увеличится."""

OF_BOTH_TIMES = frozenset({"организуется", "организуются"})  # the dictionary knows them as of the future alone

FUTURE_END = re.compile(r"т(?:ся)?(?![\w-])")
LONGEST_VERB = 30  # letters


def modality_of(words: str) -> Modality:
    """How the words mean it: a denial weighs more than a condition, a condition more than a plan.

    >>> modality_of("планируется создать кластер"), modality_of("кластер создан"), modality_of("не является участником")
    ('planned', 'asserted', 'negated')
    """
    small = words.lower()
    if NEGATED.search(small):
        return "negated"
    if CONDITIONAL.search(small):
        return "conditional"
    return "planned" if PLANNED.search(small) or _tells_of_future(small) else "asserted"


def denies(words: str) -> bool:
    """Whether a verb of the words stands under "не", whichever verb it is.

    >>> denies("кластер не специализируется на"), denies("объединяет не только"), denies("не менее 25")
    (True, False, False)
    """
    verbs = (match["verb"] for match in NOT_DONE.finditer(words.lower()))
    return any(parse(verb)[0].part in {"VERB", "PRTS", "INFN", "ADJS"} for verb in verbs)


def _tells_of_future(words: str) -> bool:
    """Whether a verb stands in the perfective future.

    >>> _tells_of_future("доля составит 43,5 %"), _tells_of_future("доля составляет 43,5 %")
    (True, False)
    >>> _tells_of_future("министерство реализует программу"), _tells_of_future("завод войдёт в кластер")
    (False, True)
    """
    ends = (end.end() for end in FUTURE_END.finditer(words))
    verbs = (ENDS_AS_FUTURE.search(words, max(0, end - LONGEST_VERB), end) for end in ends)
    return any(_is_future(verb[0]) for verb in verbs if verb is not None)


def _is_future(verb: str) -> bool:
    """Whether the verb can only be of the future: "реализует" is of the present as well."""
    readings = parse(verb)
    if verb in OF_BOTH_TIMES:
        return False
    return "futr" in readings[0].grammemes and not any("pres" in reading.grammemes for reading in readings)
