"""Who issued an act: the level of power that the words of a citation name."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_MUNICIPAL = _any(
    r"муниципал|местного самоуправления|\bм\.?\s?о\.?\s|\bмо\b|\bмр\b|\bмэр",
    r"район(?!а? крайнего)|\bр-на|улус|кожуун|аймак|волост|станиц|наслег",
    r"\bгород(?!ов федерального|ск\w+ дум\w+ москвы)|\bгор\.|\bг\.(?!\s*(?:москв|санкт|севастоп))",
    r"сельск|сельсовет|поселени|посел(?:ок|ка)|\bсела\b|\bпос\.|\bпгт",
    r"совет\w*\s+(?:народных\s+)?депутатов|исполнительн\w+\s+комитет|исполком",
    r"municipal|\bcity\b|\bdistrict\b",
)
_MUNICIPAL_STRONG = _any(r"муниципал|район|поселени|сельс|городско\w+ округ")
_CITY_REGION = _any(
    r"(?:города?|г\.|гор\.)\s*(?:федерального значения\s+)?(?:москв|санкт|севастоп)",
    r"\bмосквы\b|санкт-петербург|московск\w+\s+городск\w+\s+дум",
)
_REGION = _any(
    r"област|\bобл\b|кра[йяею]м?\b|краев|республик(?!и беларусь|и казахстан)|республиканск|автономн|\bокруга?\b|\bао\b",
    r"губернатор|кабинет\w*\s+министров|\bкм\b|законодательн\w+\s+собрани|государственн\w+\s+собрани|госсовет",
    r"народн\w+\s+хурал|ямал|югр",
    r"\bрс\s?\(я\)|\b(?:ри|ра|рт|рб|рк|рд|рм|рх|рсо-алания|кбр|кчр|чр|ур|рмэ|хмао|янао|нао|еао)\b",
    r"\b(?:oblast|krai|region|republic|regional|governor)\b",
)
_FEDERAL_LAND = _any(
    r"\bрф\b|российск\w+\s+федераци|\bроссии\b|рсфср|ссср|союза сср|russian\s+federation|\brf\b|\brussia\b"
)
_UNION = _any(
    r"евразийск\w+\s+(?:экономическ|межправительственн)|высш\w+\s+евразийск|таможенн\w+\s+союз|\bеэк\b|\bеаэс\b|\bевразэс\b",
    r"содружеств\w+\s+независим|\bснг\b|eurasian\s+economic|customs\s+union",
)
_PRESIDENT = _any(r"президент|\bpresident")
_GOVERNMENT = _any(r"правительств|совет\w*\s+министров|\bgovernment")
_FEDERAL_BODY = _any(
    r"\bмин(?:истерств|эк|пром|фин|энерго|здрав|обр|труд|строй|сельхоз|транс|природ|культ|спорт|юст|ком|рег|цифр|восток)",
    r"\bмин(?:просв|печат|связ|обороны|соц|нац)|\bрос[а-я]{3,}|\bроссийск\w+\s+агентств",
    r"\bфедеральн\w+\s+(?:служб|агентств|казнач|комисс|дорожн|фонд|орган)",
    r"\bф(?:нс|ст|ас|сб|ссп|мс|омс|сс|со|стэк|ано)\b|\bцб\b|\bмвд\b|\bмчс\b|\bмид\b|госстро|госком",
    r"банк\w*\s+росси|центральн\w+\s+банк|главн\w+\s+государственн\w+\s+санитарн",
    r"верховн\w+|конституционн\w+\s+суд|федеральн\w+\s+собрани|государственн\w+\s+дум|пленум",
    r"ministry|\bmin[a-z]{4,}|\bros[a-z]{4,}|federal\s+(?:service|agency)|bank\s+of\s+russia",
)


def level_of(issuer: str | None) -> str | None:
    """The level of power of an issuer as written in any case, or None when the words do not tell: `union` (of
    states), `president`, `government`, `federal`, `region` or `municipal`.

    >>> [level_of(name) for name in ("Правительства РФ", "Президента Республики Коми", "КМ РТ", "Минэнерго России")]
    ['government', 'region', 'region', 'federal']
    >>> level_of("Совета Апастовского муниципального района Республики Татарстан"), level_of("администрации")
    ('municipal', None)
    """
    words = (issuer or "").lower().replace("ё", "е")
    if not words.strip():
        return None
    if _UNION.search(words):
        return "union"
    if _CITY_REGION.search(words) and not _MUNICIPAL_STRONG.search(words):
        return "region"
    if _MUNICIPAL.search(words):
        return "municipal"
    is_region, is_federal = _REGION.search(words) is not None, _FEDERAL_LAND.search(words) is not None
    if is_region and not (is_federal and _GOVERNMENT.search(words) is None and _FEDERAL_BODY.search(words)):
        return "region"
    if _PRESIDENT.search(words):
        return "president"
    if _GOVERNMENT.search(words):
        return "government"
    if is_federal or _FEDERAL_BODY.search(words):
        return "federal"
    return None


_HEADS = _any(
    r"(?i:президент|правительств|министерств|мин[а-я]{3,}|администраци|глав[аыеуо]|совет|дум[аыеуо]|кабинет|собрани)",
    r"(?i:губернатор|департамент|комитет|управлени|служб|агентств|федераци|росси|област|республик|кра[йяею]|рос[а-я]{3,})",
    r"(?i:мэр|исполком|суд|фонд|банк|хурал|палат|инспекци|ведомств|коллеги|комисси)",
    r"(?i:government|president|ministry|min[a-z]{4,}|ros[a-z]{4,}|duma|russia|service|agency|region)",
    r"\b(?:РФ|РТ|КМ|МВД|МЧС|МИД|ФНС|ФСТ|ФАС|ЦБ|RF|РСФСР|СССР|РБ|РК|ХМАО|ЯНАО)\b",
)


def is_issuer(words: str) -> bool:
    """Whether the words hold the name of a body that issues acts."""
    return _HEADS.search(words) is not None


def is_federal(words: str) -> bool:
    """Whether the words name the Russian Federation."""
    return _FEDERAL_LAND.search(words.lower()) is not None
