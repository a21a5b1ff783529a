"""Lists of names set in columns: each line of every column names a thing of one kind, people or organizations.

A row of a table says something of what it names. Two names of people beside each other say nothing of one another, so
such columns are one list, read downwards, whether it is sorted or not.
"""

import re
from collections.abc import Sequence

from ingest.lines import Line

LEAST = 3  # names in each column
MOST = 0.75  # of a column's lines that must be such names: others are the second lines of long ones
OUTRIGHT = 60  # characters: a longer line is a sentence

WORD = r"[A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ][a-zа-яё]+)*"
INITIAL = r"[A-ZА-ЯЁ][a-zа-яё]?\."
PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|ьич|мич|кич|вна|чна)\b|\b(?:оглы|кызы)\b"
PERSON = re.compile(
    rf"(?:\d+[.)]\s*)?(?:(?=.*(?:{PATRONYMIC}))(?:{WORD}\s*){{3}}(?:оглы|кызы)?|{WORD}\s+{INITIAL}(?:\s?{INITIAL})?"
    rf"|{INITIAL}\s?(?:{INITIAL}\s?)?{WORD}|{WORD},\s+{WORD}(?:\s+{INITIAL})?|(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+{WORD}.*)[;,.]?"
)
"""A surname with a given name and patronymic, or with initials; a surname before or behind a comma."""

ORGANIZATION = re.compile(
    r"(?:(?:П?АО|ЗАО|ОАО|ООО|НАО|ФГУП|ГУП|МУП|ФГБУ|ФГБОУ|ФГАОУ|ГБУ|ГАУ|МБУ|АНО|НКО|НП|НПО|НПП|НПФ|НПЦ|НИИ|ОКБ|КБ|ИП|ТД|ТПП|"
    r"(?:[Зз]авод|[Кк]омбинат|[Ии]нститут|[Ии]нжиниринговый центр|[Тт]ехнопарк|"
    r"[Фф]онд|[Аа]ссоциация|[Сс]оюз|[Уу]ниверситет))\s.*"
    r"|.*\b(?:Ltd|LLC|LLP|Inc|GmbH|PLC|plc|Corp|AG|S\.A|Oy|AB)\b\.?,?)[;,.]?"
)
"""An organization with its legal form."""


def is_one_list(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether all columns hold names of one kind, the first line of each among them."""
    if min(map(len, columns)) < LEAST or not columns[0][0].text[:1].isupper():
        return False
    return any(all(_are(kind, column) for column in columns) for kind in (PERSON, ORGANIZATION))


def _are(kind: re.Pattern[str], column: Sequence[Line]) -> bool:
    """Whether nearly all lines of a column are names of a kind; a line may go on with the one above it."""
    texts = [line.text.strip() for line in sorted(column, key=lambda line: line.middle)]
    if not kind.fullmatch(texts[0]) or max(map(len, texts)) > OUTRIGHT:
        return False
    return sum(kind.fullmatch(text) is not None for text in texts) >= MOST * len(texts)
