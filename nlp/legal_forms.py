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


def legal_kind(form: str) -> str:
    """The kind of legal person that a legal form makes, "" for others.

    >>> legal_kind("ООО"), legal_kind("Публичное акционерное общество"), legal_kind("ФГУП")
    ('llc', 'jsc', '')
    """
    return next((FORM_KINDS[word] for word in WORD.findall(form.casefold()) if word in FORM_KINDS), "")
