"""Lists of acts: what a member without a type word of its own shares with the act before it."""

import re
from dataclasses import replace

from nlp.acts.citation import Citation
from nlp.acts.grammar import Core
from nlp.acts.issuers import is_issuer, level_of
from nlp.acts.titles import title_after

LONGEST_GAP = 1500  # characters between two members of a list: a quoted title fits in

LISTED = re.compile(r"[\s,]*(?:[«\"“][^«»\"“”]{0,300}[»\"”])?[\s,]*(?:(?:а\s+также|и|или|and|or)(?!\w))?[\s,]*")
"""What stands between two acts of a list: a title, a comma, a conjunction."""

_SEPARATOR = re.compile(
    r"[\s.,;:()*]*(?:г(?:ода)?\.?)?[\s.,;:()]*(?:(?:и|а также|или|and)(?!\w))?[\s.,;()]*(?:\d{1,2}[).]\s+)?[-–•]?\s*"
)
_AMENDED = re.compile(r"(?:(?<!\w)ред(?:\.|акц\w+)|измен\w+|(?<!\w)изм\.|дополн\w+)[^.;№]{0,60}$", re.IGNORECASE)
_NEXT_MEMBER = re.compile(r"[;,»\"”)]\s*(?:\d{1,2}[).]\s*)?[-–•]?\s*(?:и\s+)?$")
_NEXT_TITLED = re.compile(r"[»\"”]\s*[,;]?\s*(?:и\s+)?$")
_OTHER_BODY = re.compile(r"(?:\s*[,;]\s*|\s*\n\s*)(?:и\s+)?[^\d№;:.()]{5,120}")
_AND_FIRST = re.compile(r"^и\s+")
_PERIODICAL = re.compile(
    r"(?<!\w)(?:газет|журнал|бюллет|вестник|сборник|выпуск)\w*\s*(?:[«\"“][^«»\"“”]{0,80}[»\"”])?[\s,(]*$",
    re.IGNORECASE,
)
_NOT_ACTS = re.compile(
    r"(?<!\w)(?:лицензи|свидетельств|договор|контракт|доверенност|сч[её]т|заявлени|заявк|извещени|уведомлени|накладн|полис"
    r"|сертификат|паспорт|аттестат|диплом|удостоверени|разрешени|выписк|дел[оауе]м?(?!\w)|таблиц|форм[аеыу](?!\w)|соглашени"
    r"|справк|жалоб|заключени|ордер|license|contract|certificate)\w*[^;»\"”]{0,60}$",
    re.IGNORECASE,
)


def is_private(before: str) -> bool:
    """Whether the words before a date and number name a paper that is no act: a contract, a licence, a newspaper.

    >>> is_private("по договору поставки "), is_private("в редакции ")
    (True, False)
    """
    return _NOT_ACTS.search(before) is not None or _PERIODICAL.search(before) is not None


def head_of(text: str, found: list[Citation], core: Core) -> Citation | None:
    """The citation whose type and issuer an untyped core shares, or None."""
    if not found or core.start - found[-1].end > LONGEST_GAP:
        return None
    gap = text[found[-1].end : core.start]
    if _SEPARATOR.fullmatch(gap):
        if core.form in ("number", "date"):
            return found[-1] if gap.strip() and _continues(found[-1], core) else None
        return found[-1]
    if core.form == "number":
        has_title = _NEXT_TITLED.search(gap) and title_after(text, core.end)
        return found[_enclosing(text, found, gap)] if has_title and found[-1].number else None
    if core.form not in ("date_number", "number_date"):
        return None
    if _AMENDED.search(gap):
        return found[_enclosing(text, found, gap)]
    if _OTHER_BODY.fullmatch(gap) and is_issuer(gap):
        issuer = _AND_FIRST.sub("", " ".join(gap.split()).strip(" ,;"))
        return replace(found[-1], issuer=issuer, level=level_of(issuer))
    if (core.has_from or core.form == "number_date") and _NEXT_MEMBER.search(gap) and not is_private(gap):
        return found[_enclosing(text, found, gap)]
    return None


def _continues(last: Citation, core: Core) -> bool:
    """A number after a number, a date after a date: "№ 1, № 2"; "приложение № 1" never starts such a list."""
    return (core.form == "number") == (last.number is not None)


def _enclosing(text: str, found: list[Citation], gap: str) -> int:
    """The index of the citation at the level of quotes that `gap` ends on: a title may cite acts of its own."""
    depth = gap.count("»") - gap.count("«")
    index = len(found) - 1
    while depth > 0 and index > 0:
        between = text[found[index - 1].end : found[index].start]
        depth -= between.count("«") - between.count("»")
        index -= 1
    return index if depth <= 0 else len(found) - 1
