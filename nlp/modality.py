"""Whether words state a fact, a plan, a condition or a denial."""

import re

from nlp.morphology import parse
from nlp.statement import Modality

PLANNED = re.compile(
    r"\bпланиру|\bзапланир|\bпредполага|\bпредполож|\bнамеч|\bнамерен|\bпрогноз|\bожида[ею]|\bориентировочн|\bперспективн|\bсоздаваем|"
    r"\bформируем|\bпланов|\bпредстоит|\bвозможност[ьи]\s+(?:создани|формировани)|\bбуд(?:ет|ут)\b|\bстан(?:ет|ут)\b|"
    r"\bоткро(?:ет|ют)ся\b|\bпоявится\b|\bпозволит\b|\bв\s+ближайшем\s+будущем|\bпроект(?:ируем|а\s+создани)|"
    r"\bwill\b|\bplann?(?:ed|s\s+to|ing\s+to)\b|\bexpect(?:ed|s)\b|\bis\s+to\s+be\b|\bare\s+to\s+be\b|\bintend|\bproposed\b|"
    r"\bto\s+be\s+(?:established|created|launched|set\s+up)\b|\blaunching\s+in\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\bне\s+(?:был|явля|име|вход|созда|включ|возглавл|расположен|наход|относ|производ|выпуска|зарегистрир|поддерж|состо|"
    r"учрежд|сотруднич|руковод)|\bне\s*т\b(?!\s+сомнени)|\bотсутству|\bутратил|\bпрекращ|\bисключ[её]н|\bбывш(?!их|ими?\b)|"
    r"\bnot\b|\bno\s+longer\b|\bnever\b|n't\b|\bformer(?:ly)?\b|\bceased\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\bв\s+случае\b|\bесли\b|\bпри\s+условии\b|\bпри\s+наличии\b|\bможет\b|\bмогут\b|\bбы\b|"
    r"\bпри\s+(?:увеличени|уменьшени|превышени|снижени|невыполнени|недостижени|отклонени)|"
    r"\bin\s+case\b|\bif\b|\bprovided\s+that\b|\bunless\b|\bmay\b|\bmight\b|\bcould\b|\bwould\b",
    re.IGNORECASE,
)


ENDS_AS_FUTURE = re.compile(r"(?<![\w-])[а-яё]+(?:[иеая]т|[ую]т)(?:ся)?(?![\w-])", re.IGNORECASE)
"""How verbs of a perfective future end: составит, достигнут, увеличится."""


def modality_of(words: str) -> Modality:
    """How the words mean it: a denial weighs more than a condition, a condition more than a plan.

    >>> modality_of("планируется создать кластер"), modality_of("кластер создан"), modality_of("не является участником")
    ('planned', 'asserted', 'negated')
    """
    if NEGATED.search(words):
        return "negated"
    if CONDITIONAL.search(words):
        return "conditional"
    return "planned" if PLANNED.search(words) or _tells_of_future(words) else "asserted"


def _tells_of_future(words: str) -> bool:
    """Whether a verb stands in the perfective future.

    >>> _tells_of_future("доля составит 43,5 %"), _tells_of_future("доля составляет 43,5 %")
    (True, False)
    """
    return any("futr" in parse(match[0])[0].grammemes for match in ENDS_AS_FUTURE.finditer(words))
