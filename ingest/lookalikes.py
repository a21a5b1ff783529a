"""Latin letters that stand in Russian words for the Cyrillic ones of the same look: read as what a person reads."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.lines import Line
from ingest.sheets import Sheet

LATIN, CYRILLIC = "ABEKMHOPCTYXaekopcyxë", "АВЕКМНОРСТУХаекорсухё"
ALIKE = str.maketrans(LATIN, CYRILLIC)
MIXED = re.compile(r"[а-яё][A-Za-z]|[A-Za-z][а-яё]")
WORD = re.compile(r"[^\W\d_]+")
RUSSIAN = re.compile(r"[А-Яа-яЁё]")
READ_AS_RUSSIAN = re.compile(rf"[А-Яа-яЁё{LATIN}]+")
LATIN_LETTER, RUSSIAN_SMALL = re.compile("[A-Za-z]"), re.compile("[а-яё]")  # both stand in what is mixed
SAMPLE = 900  # characters of a page that are looked at first
MANY = 0.1  # of its words that mix both scripts: a typing error or two is left as it is
LEAST = 5  # of them


def is_mixed(text: str) -> bool:
    """Whether Latin letters stand in so many Russian words of a page that no hand put them there by chance.

    >>> is_mixed("Пoлoжeниe o peecтpe пpoмышлeнныx клacтepoв"), is_mixed("Положение о реестре кластеров ИT-отрасли")
    (True, False)
    """
    if any(letters.search(text, 0, SAMPLE) is None for letters in (LATIN_LETTER, RUSSIAN_SMALL, MIXED)):
        return False
    words = WORD.findall(text)
    mixed = sum(MIXED.search(word) is not None and READ_AS_RUSSIAN.fullmatch(word) is not None for word in words)
    return mixed >= min(LEAST, max(2, len(words) // 2)) and mixed >= MANY * len(words)


def unmixed(sheet: Sheet) -> Sheet:
    """The sheet with its mixed words in Cyrillic letters, character for character, and a finding that says how many;
    the sheet itself where none of its lines holds one."""
    count = 0

    def read(line: Line) -> Line:
        nonlocal count
        text, changed = _russian(line.text)
        count += changed
        return replace(line, text=text) if changed else line

    def each(lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(read(line) for line in lines)

    lines = each(sheet.lines)
    grids = tuple(
        replace(grid, cells=tuple(replace(cell, lines=each(cell.lines)) for cell in grid.cells)) for grid in sheet.grids
    )
    if not count:  # what mixes them is not shown
        return sheet
    said = f"Page {sheet.number} writes {count} Russian words with Latin letters that look alike; read in Cyrillic."
    return replace(sheet, lines=lines, grids=grids, finding=f"{sheet.finding} {said}".strip())


def _russian(text: str) -> tuple[str, int]:
    """The text with words of look-alikes alone, or of both scripts, in Cyrillic letters; how many there were.

    >>> _russian("Сaйт www.cluster.ru, центр Smart и peecтp")
    ('Сайт www.cluster.ru, центр Smart и реестр', 2)
    """
    count = 0

    def word(found: re.Match[str]) -> str:
        nonlocal count
        whole = found.group()
        if not READ_AS_RUSSIAN.fullmatch(whole) or not (RUSSIAN.search(whole) or len(whole) == 1):
            return whole
        russian = whole.translate(ALIKE)
        count += russian != whole
        return russian

    return (WORD.sub(word, text), count) if RUSSIAN.search(text) else (text, 0)
