"""The numbers of acts: how they are written, and their one form."""

import re

DASH = "[-–—‑−]"
BLANK = r"[^\S\n]"

LAW_MARK = "(?:ФКЗ|ФЗ|Ф3|фкз|фз|FKZ|FZ|fz)"
"""What ends the number of a federal law; the digit three often stands for the letter З."""

SIGN = r"(?:№\s?№?|(?<!\w)(?:N[oо]?(?!\w)|No|nos?|Nr|номер(?:ом)?)\.?|(?<!\w)N(?=\d)|(?<!\w)N[°º]|#)[\s*]*"
"""№, N, No., номер; emphasis marks of converted text may stand before the digits."""

PREFIX = rf"(?:(?:[А-ЯЁA-Z]{{1,5}}|[А-ЯЁ][а-яё]{{1,2}})\d{{0,3}}\s?[{DASH[1:-1]}/]\s?){{0,3}}"
SPACED_END = (
    rf"\s?{DASH}\s?(?:{LAW_MARK}|[А-ЯЁ]{{0,4}}[ЗO]3?|[пП]{{1,2}}|[рР][пПаАгГ]?|[пП][аАгГ]|нпа|НПА|p)(?![\w.]\w|\w)"
)
_WITHIN = rf"[{DASH[1:-1]}/.](?:\d+[а-яёА-ЯЁ]?(?!\w)|[A-Za-zА-Яа-яёЁ]{{1,6}}(?!\w)|\d+)"
PART = rf"(?:{_WITHIN}|{DASH}\s?\d+(?=\s?{DASH}\s?[А-ЯЁ]{{2}}))"
GROUPED = rf"\d{{1,3}}(?:{BLANK}\d{{1,3}}){{1,2}}(?=\s?{DASH}\s?(?:{LAW_MARK}|[а-яё]{{1,3}}(?!\w)))"
_LETTERED = rf"(?:{BLANK}?{LAW_MARK}(?!\w)|[А-Яа-яёA-Za-z]{{1,4}}(?!\w))"
NUMBER = rf"(?>{PREFIX}(?:{GROUPED}|\d+)(?:{SPACED_END}|{PART}|\\\d+){{0,9}}{_LETTERED}?@?)"
"""The number after a sign: "488-ФЗ", "УП-127", "206/267-II-ОЗ", "131 - ФЗ", "1 037-пп", "ММВ-7-6/25@"."""

LAW_NUMBER = rf"(?<![\w/.-])\d{{1,3}}\s?{DASH}?\s?{LAW_MARK}(?!\w)"
"""The number of a federal law, known without a sign: "261-ФЗ"."""

_BLANKS = re.compile(r"[\s*]+")
_DASHES = re.compile(DASH)
_LAW = re.compile(r"(\d)-?(ФКЗ|ФЗ|Ф3|фкз|фз|ф3)$")
_LETTERS = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_ROMAN = re.compile(r"[IVXLC]+")
_LOOK_ALIKES = str.maketrans("AaBCcEeHKMOoPpTXxy", "АаВСсЕеНКМОоРрТХху")


def normal_number(written: str, *, is_russian: bool = True) -> str:
    """The number without blanks, with "-" for every dash and before ФЗ; among Russian words with Cyrillic letters for
    Latin ones that look the same.

    >>> normal_number("131 - Ф3"), normal_number("2446–p"), normal_number("206/267-II-ОЗ"), normal_number("44 ФЗ")
    ('131-ФЗ', '2446-р', '206/267-II-ОЗ', '44-ФЗ')
    """
    number = _DASHES.sub("-", _BLANKS.sub("", written)).rstrip("-/.")
    number = _LAW.sub(lambda match: f"{match[1]}-{match[2].upper().replace('3', 'З')}", number)
    if not is_russian:
        return number
    return _LETTERS.sub(lambda match: _cyrillic(match[0]), number)


def _cyrillic(letters: str) -> str:
    if _ROMAN.fullmatch(letters):
        return letters
    swapped = letters.translate(_LOOK_ALIKES)
    return letters if re.search("[A-Za-z]", swapped) else swapped
