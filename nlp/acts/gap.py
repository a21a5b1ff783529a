"""What stands between the word that names a type of act and the act's date or number: its issuer and its title."""

import re

from nlp.acts.issuers import is_issuer

LONGEST = 320  # characters between type and core; longer ones joined strangers on RuREBus
LONGEST_WEAK = 140  # the same for a core that is a date or a number alone

_STOP = re.compile(
    r"[;№]|\n[^\S\n]*\n|:(?!\s*$)"
    r"|(?<![\s.][А-ЯЁA-Zгснпдр])(?<!\bобл)(?<!\bим)(?<!\bгор)(?<!\bпос)(?<!\bресп)\.\s+(?:[А-ЯЁA-Z]|\d)"
    r"|(?<!\w)(?i:приложени|утвержд(?:ен[аоы]?|ает|ить)\b|постановля|внес(?:ти|ены)|признать|вступ|изложить|is|was|shall)"
)
_CLOSED = re.compile(r"[»\"”]")
_AFTER_TITLE = re.compile(
    r"[\s,»\"”)]*(?:\(?(?i:принят|одобрен|подписан|adopted)[^«»\";№]{0,100}\)?)?(?:№?\s*)?[\s,(]*$", re.IGNORECASE
)
_TITLE_WORDS = re.compile(r"(?:^|\s)(?:об?|обо|on|\(далее)\s", re.IGNORECASE)
_EDGE = re.compile(r"^(?:by|of|from|issued by)?\s*(?:the\s+)?", re.IGNORECASE)
HEADER_WINDOW = 400  # characters above "ПОСТАНОВЛЕНИЕ" in which the issuer stands
LONGEST_ISSUER = 200


_NATIVE = re.compile(
    r"(?<!\w)(?:[КҠ]АРАР|ЙЫШ[ĂА]НУ|ПУНЧАЛ|ПУКТЭМ|ПУКТӦД|ШУ[ӦО]М|УУРААХ|ТОГТООЛ|ДОКТААЛ|ТОГТАВР|УЫНАФФӔ)Ы?(?!\w)"
)


def without_native(gap: str) -> str:
    """The words between type and core of a header without the type in a republic's other language.

    >>> without_native("      КАРАР\\n").strip()
    ''
    """
    return _NATIVE.sub("", gap) if "\n" in gap else gap


def joins(gap: str, is_weak: bool) -> bool:
    """Whether the words between a type and a core let the two belong together.

    >>> joins(" Правительства РФ ", False), joins(" вступает в силу; ", False)
    (True, False)
    """
    if not gap.strip(" \t\n\xa0_*"):
        return True
    if len(gap) > (LONGEST_WEAK if is_weak else LONGEST):
        return False
    before, title, after = split_title(_listed(gap))
    if _STOP.search(before) or (title is not None and (is_weak or not _AFTER_TITLE.fullmatch(after))):
        return False
    return not (is_weak and ("," in before or "(" in before))


def _listed(gap: str) -> str:
    """The words after the colon of a list whose members begin with their issuers: "постановлений:\\nадминистрации"."""
    body = gap.lstrip().removeprefix(":")
    return body if gap.lstrip() != body and is_issuer(body) else gap


def split_title(gap: str) -> tuple[str, str | None, str]:
    """The words before a quoted title, the title, and the words after it; a quoted name inside an issuer is no title.

    >>> split_title(" области «О молодежи», принятый ")
    (' области ', 'О молодежи', ', принятый ')
    """
    opening = re.search(r"[«\"“„]\s*(?:Об?|Обо|On)\s", gap)
    if opening is None:
        return gap, None, ""
    closings = [match.start() for match in _CLOSED.finditer(gap, opening.end())]
    if not closings:
        return gap[: opening.start()], gap[opening.start() + 1 :].strip(), ""
    return gap[: opening.start()], gap[opening.start() + 1 : closings[-1]].strip(), gap[closings[-1] + 1 :]


def issuer_in(gap: str) -> str | None:
    """The issuer that the words between type and core name, blanks collapsed, or None.

    >>> issuer_in(" Правительства\\nРФ "), issuer_in(" ")
    ('Правительства РФ', None)
    """
    words = split_title(gap)[0]
    title = _TITLE_WORDS.search(words)
    words = words[: title.start()] if title else words
    words = " ".join(_EDGE.sub("", words.strip(" \t\n\xa0,:*_")).split()).strip(" ,:-–")
    return words or None


def issuer_above(text: str, start: int) -> str | None:
    """The issuer in the capital lines right above a header's type word, or None.

    >>> issuer_above("ПРАВИТЕЛЬСТВО ОБЛАСТИ\\n\\nПОСТАНОВЛЕНИЕ", 23)
    'ПРАВИТЕЛЬСТВО ОБЛАСТИ'
    """
    lines = [line.strip() for line in text[max(0, start - HEADER_WINDOW) : start].split("\n") if line.strip()]
    kept: list[str] = []
    for line in reversed(lines):
        letters = [letter for letter in line if letter.isalpha()]
        if len(letters) < 5 or sum(letter.isupper() for letter in letters) < 0.8 * len(letters):
            break
        kept.insert(0, line)
    issuer = " ".join(" ".join(kept).split())
    return issuer if 0 < len(issuer) <= LONGEST_ISSUER else None
