"""Legal forms by the kind of legal person that they make."""

import re

FORM_KINDS = {
    word: kind
    for kind, words in {
        "llc": "ооо llc ltd ooo ограниченной",
        "jsc": "оао зао пао ао нао jsc ojsc cjsc pjsc pao oao zao ao plc inc акционерное",
        "partnership": "нп ано анпо нко партнерство partnership",
    }.items()
    for word in words.split()
}
"""Words of legal form; an open company that becomes a public one stays of its kind."""
WORD = re.compile(r"[^\W\d_]+")
INSTITUTION = re.compile(
    r"^(?:[а-я-]+(?:ое|ее) )*(?:учреждение|(?:унитарное|казенное) предприятие)(?![а-я])"
    r"(?: (?:высшего|среднего|общего|дополнительного|профессионального|образования|науки|здравоохранения|культуры"
    r"|социального|обслуживания))*"
)
"""The legal form of what the state owns, in full, at the head of a name."""
BUDGET = re.compile("(?:фг?|[кт]?о?г|м|рм)[абк]?(?:[дип]?оу|[нп]?у)(?:[нзк]|во|впо|до|спо|со)?")
"""The same in letters: ФГБОУ, МАУ, ГБУЗ."""


def legal_kind(form: str) -> str:
    """The kind of legal person that a legal form makes, "" for others.

    >>> legal_kind("ООО"), legal_kind("Публичное акционерное общество"), legal_kind("ФГУП")
    ('llc', 'jsc', '')
    """
    return next((FORM_KINDS[word] for word in WORD.findall(form.casefold()) if word in FORM_KINDS), "")


def without_institution(name: str) -> str:
    """A plain name without the form of an institution of the state at its head, where more follows.

    >>> without_institution("муниципальное бюджетное общеобразовательное учреждение лицей № 1")
    'лицей № 1'
    """
    match = INSTITUTION.match(name)
    rest = name[match.end() :].strip() if match else ""
    return rest or name
