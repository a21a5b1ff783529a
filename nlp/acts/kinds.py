"""The types of act by the word that names them, in Russian and English, in every case and common abbreviation."""

import re

from ingest.record import record

_I = "(?:|а|у|ом|е|ы|ов|ам|ами|ах)"  # masculine: закон, указ, приказ, кодекс
_E = r"(?:е|я|ю|ем|и|й|ям|ями|ях)"  # neuter: постановление
_FEDERAL = r"федер(?:альн\w{2,3}|\.)"

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "federal_constitutional_law",
        rf"{_FEDERAL}\s+конституционн\w{{2,3}}\s+закон{_I}|federal\s+constitutional\s+laws?",
    ),
    ("federal_law", rf"{_FEDERAL}\s+закон{_I}|federal\s+(?:laws?|act)"),
    ("law", rf"закон{_I}|laws?"),
    ("decree", rf"указ{_I}|presidential\s+(?:decrees?|edicts?)|executive\s+orders?|decrees?|edicts?"),
    (
        "resolution",
        rf"постановлени{_E}|п\s+о\s+с\s+т\s+а\s+н\s+о\s+в\s+л\s+е\s+н\s+и\s+[еяю]|пост\.|government(?:al)?\s+(?:resolutions?|decrees?)|resolutions?",
    ),
    (
        "order",
        rf"распоряжени{_E}|р\s+а\s+с\s+п\s+о\s+р\s+я\s+ж\s+е\s+н\s+и\s+[еяю]|расп\.|government(?:al)?\s+(?:orders?|ordinances?|directives?)|ordinances?|directives?",
    ),
    ("prikaz", rf"приказ{_I}|п\s+р\s+и\s+к\s+а\s+з|orders?"),
    ("decision", rf"решени{_E}|р\s+е\s+ш\s+е\s+н\s+и\s+[еяю]|decisions?"),
    ("letter", r"письм(?:о|а|у|ом|е|ами|ам)"),
    ("instruction", rf"поручени{_E}|инструкци(?:я|и|ю|ей|ями)|указани{_E}|инструктивн\w+\s+письм\w+"),
    ("minutes", rf"протокол{_I}"),
    ("treaty", rf"соглашени{_E}|конвенци(?:я|и|ю|ей)|(?:международн\w+\s+)?договор{_I}"),
)
_ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    ("federal_constitutional_law", "ФКЗ"),
    ("federal_law", "ФЗ"),
    ("government_resolution", r"ПП\s?РФ|ППРФ"),
    ("government_order", r"РП\s?РФ"),
)
_CODE = r"кодекс(?:а|у|ом|е|ы|ов|ам|ами|ах)?"

TYPE = re.compile(
    r"(?=[ЗзУуФфПпРрСсКкИиМмДдLlFfGgOoDdEeRrP])(?<![\w])(?:"
    + "|".join(f"(?P<{name}>(?i:{pattern}))" for name, pattern in _WORDS)
    + "|"
    + "|".join(f"(?P<{name}_>{pattern})" for name, pattern in _ABBREVIATIONS)
    + r")(?!\w)"
)


LAWS = frozenset({"law", "federal_law", "federal_constitutional_law"})
"""The types that are laws."""


@record
class TypeWord:
    """Where a word names a type of act: `name` is one of the types above."""

    start: int
    end: int
    name: str


def find_types(text: str, start: int = 0, end: int | None = None) -> list[TypeWord]:
    """Every word of `text[start:end]` that names a type of act, in order.

    >>> [(word.name, word.start) for word in find_types("Указом Президента и Федеральному закону")]
    [('decree', 0), ('federal_law', 20)]
    """
    found = TYPE.finditer(text, start, len(text) if end is None else end)
    return [TypeWord(match.start(), match.end(), (match.lastgroup or "").removesuffix("_")) for match in found]


def kind_of(type_name: str, level: str | None, number: str | None) -> str:
    """The kind of act (a value of `data/README.md`) by its type, the level of its issuer and its number.

    >>> kind_of("resolution", "government", "779"), kind_of("law", "region", "17"), kind_of("decree", None, "596")
    ('government_resolution', 'regional_law', 'presidential_decree')
    """
    number = number or ""
    if level == "union" and type_name not in LAWS:
        return "other"
    match type_name:
        case "federal_law" | "federal_constitutional_law":
            return "federal_constitutional_law" if number.upper().endswith(("ФКЗ", "FKZ")) else type_name
        case "government_resolution" | "government_order":
            return type_name
        case "law":
            return _law(level, number)
        case "decree":
            by_level = {
                "region": "regional_resolution",
                "government": "government_resolution",
                "federal": "ministry_order",
            }
            return by_level.get(level or "", "presidential_decree")
        case "minutes" | "instruction" | "treaty":
            return "other"
        case "letter":
            return {"region": "regional_resolution", "municipal": "municipal"}.get(level or "", "ministry_order")
        case "prikaz":
            return _BY_LEVEL["prikaz"].get(level or "federal", "ministry_order")
    return _BY_LEVEL.get(type_name, _BY_LEVEL["resolution"]).get(level or "municipal", "municipal")


_BY_LEVEL = {
    "prikaz": {
        "government": "government_order",  # English: an order of the Government
        "president": "presidential_decree",
        "region": "regional_resolution",
        "municipal": "municipal",
        "federal": "ministry_order",
    },
    "resolution": {
        "government": "government_resolution",
        "president": "presidential_decree",
        "federal": "ministry_order",
        "region": "regional_resolution",
        "municipal": "municipal",
    },
    "order": {
        "government": "government_order",
        "president": "presidential_decree",
        "federal": "ministry_order",
        "region": "regional_resolution",
        "municipal": "municipal",
    },
    "decision": {
        "government": "government_resolution",
        "federal": "ministry_order",
        "region": "regional_resolution",
        "municipal": "municipal",
    },
}
_OLD_FEDERAL = re.compile(r"\d{3,4}-(?:1|I|XI?I?)")
_REGIONAL_MARK = re.compile(r"(?:[А-ЯЁ]{0,4}З(?:[А-ЯЁ]{1,3})?|рз|оз|кз|з)$")


def _law(level: str | None, number: str) -> str:
    if level in ("region", "municipal"):
        return "regional_law"
    if level is not None or number.endswith("ФЗ") or _OLD_FEDERAL.fullmatch(number):
        return "federal_law"
    return "regional_law" if _REGIONAL_MARK.search(number) else "federal_law"
