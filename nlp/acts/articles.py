"""The parts of an act that a citation names: "подпункт 2 пункта 1 части 3 статьи 5", ranges and enumerations."""

import re

from ingest.record import record

WINDOW = 240  # characters before a citation in which its parts stand

_UNITS: tuple[tuple[str, str], ...] = (
    ("абз", r"абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?|абз\.?|(?:sub)?indents?"),
    ("пп", r"подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|подп\.|пп\.?|п\.п\.|п/п|subparagraphs?"),
    ("п", r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|п\.?|paragraphs?|items?|clauses?"),
    ("ч", r"част(?:ь|и|ью|ей|ям|ями|ях)|чч?\.?|parts?"),
    ("ст", r"стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями|ьях)|ст\.\s?ст\.|стст\.|ст\.?|articles?|art\.|sections?"),
    ("гл", r"глав(?:а|ы|е|у|ой|ам|ами|ах)|гл\.|chapters?"),
    ("разд", r"раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?|разд\.|titles?"),
)
ORDER = {name: rank for rank, (name, _) in enumerate(_UNITS)}
_ORDINALS = ("перв", "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ORDINAL_STEMS = tuple(stem.replace("[её]", "е") for stem in _ORDINALS)
_ORDINAL_END = r"(?:ого|ому|ым|ом|ый|ой|ая|ую|ые|ых|ыми|ий|ья|ью|ьего|ьему|ьим|ьем|ьей|ье)"
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}){_ORDINAL_END}"
_NUMBER = (
    rf"(?:\d+(?:[.-]\d+)*(?!\d)|[«\"']\s?[а-я]\s?[»\"']|(?<![а-я])[а-я](?=[\s,)])|(?i:{_ORDINAL})|[IVX]+(?!\w))\)?"
)
_JOIN = r"\s*(?:,\s*(?:и\s+)?|(?<!\w)(?:и|или|and|or|по|to)(?!\w)|[-–—])\s*"
_UNIT = "|".join(f"(?P<{name}>(?i:{pattern}))" for name, pattern in _UNITS)
_PLAIN_UNIT = "|".join(f"(?i:{pattern})" for _, pattern in _UNITS)
_NUMBERS = rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*"
_GROUP = rf"(?<!\w)(?:{_PLAIN_UNIT})\s*(?:№\s*)?{_NUMBERS}"
_BEFORE = re.compile(
    rf"({_GROUP}(?:[\s,;]*(?:и\s+|в\s+|of\s+(?:the\s+)?|к\s+)?{_GROUP})*)[\s,]*(?:of\s+(?:the\s+)?|указанн\w+\s+)?$"
)
_AFTER = re.compile(rf"\s*\(?\s*({_GROUP}(?:[\s,]*{_GROUP})*)")
_PIECE = re.compile(rf"(?<!\w)(?:{_UNIT})\s*(?:№\s*)?(?P<numbers>{_NUMBERS})")
_SPLIT = re.compile(r"\s*(?:,|;|(?<!\w)(?:и|или|and|or)(?!\w))\s*")
_RANGE = re.compile(r"\s*(?:[–—]|\s-\s|(?<=[\d»\"'])-(?=[\d«\"'])|(?<!\w)(?:по|to)(?!\w))\s*")


@record
class Parts:
    """Parts and where they stand; `names` such as "п.7 ст.17", the small before the large."""

    start: int
    end: int
    names: tuple[str, ...]


def parts_before(text: str, end: int) -> Parts | None:
    """The parts named right before `end`, where the act's own words begin.

    >>> parts_before("в пункте 12 части 1 статьи 15 закона", 30).names
    ('п.12 ч.1 ст.15',)
    >>> parts_before("статьями 179 и 179.3 кодекса", 21).names
    ('ст.179', 'ст.179.3')
    """
    start = max(0, end - WINDOW)
    match = _BEFORE.search(text, start, end)
    bracket = _closed_within(text, start, match) if match is not None else None
    if bracket is not None:
        match = _BEFORE.search(text, bracket, end)
    if match is None:
        return None
    return Parts(match.start(1), match.end(1), _names(match.group(1)))


def _closed_within(text: str, start: int, match: re.Match[str]) -> int | None:
    """Where a bracket that opens before the parts closes among them: what stands in it is of another act, as in
    "(Собрание законодательства, 2014, ст. 5062); пункт 7 …"."""
    opening = text.rfind("(", start, match.start(1))
    closing = text.find(")", opening, match.end(1)) if opening >= 0 else -1
    return closing + 1 if closing > match.start(1) else None


def parts_after(text: str, start: int) -> Parts | None:
    """The parts named right after `start`, where the act's own words end: "УК РФ часть 2", "№ 131-ФЗ (статья 15)"."""
    match = _AFTER.match(text, start, start + WINDOW)
    if match is None:
        return None
    return Parts(match.start(1), match.end(1), _names(match.group(1)))


def joined(small: tuple[str, ...], large: tuple[str, ...]) -> tuple[str, ...]:
    """Parts named on both sides of an act as one: ("ст.105",) before and ("ч.2",) after give "ч.2 ст.105"."""
    if len(small) == len(large) == 1 and _rank(small[0]) < _rank(large[0]):
        return (f"{small[0]} {large[0]}",)
    if len(small) == len(large) == 1:
        return (f"{large[0]} {small[0]}",)
    return small + large


def _rank(name: str) -> int:
    return ORDER[name.split(".", 1)[0]]


def _names(text: str) -> tuple[str, ...]:
    chains: list[list[tuple[str, list[str]]]] = []
    for piece in _PIECE.finditer(text):
        unit = piece.lastgroup if piece.lastgroup != "numbers" else None
        unit = unit or next(name for name, _ in _UNITS if piece.group(name))
        numbers = _numbers(piece.group("numbers"))
        if len(numbers) > 1 and _DOUBLED.match(piece.group()) and not _PARAGRAPH_NEXT.match(text, piece.end()):
            unit = "п"
        if chains and _goes_on(chains[-1], unit):
            chains[-1].append((unit, numbers))
        else:
            chains.append([(unit, numbers)])
    _share_upper(chains)
    return tuple(name for chain in chains for name in _spelled(chain))


_DOUBLED = re.compile(r"(?:пп|п\.\s?п)\.?\s", re.IGNORECASE)
_PARAGRAPH_NEXT = re.compile(r"\s*(?:п(?:ункт\w{0,3})?\.?\s*\d)", re.IGNORECASE)
"""Paragraphs in the plural ("пп. 1, 2 ст. 5") are subparagraphs where a paragraph follows ("пп. 1, 2 п. 3")."""


def _goes_on(chain: list[tuple[str, list[str]]], unit: str) -> bool:
    ranks = [ORDER[name] for name, _ in chain]
    rising = ranks == sorted(ranks)
    falling = ranks == sorted(ranks, reverse=True)
    return (rising and ORDER[unit] > ranks[-1] and ranks[-1] < ORDER["ст"]) or (falling and ORDER[unit] < ranks[-1])


def _share_upper(chains: list[list[tuple[str, list[str]]]]) -> None:
    """ "п. 1 и п. 2 ст. 5": the first chain takes the article of the second."""
    for this, following in zip(reversed(chains[:-1]), reversed(chains[1:]), strict=True):
        top = max(ORDER[name] for name, _ in this)
        if top < ORDER["ст"] and this[0][0] == following[0][0]:
            this.extend(part for part in following if ORDER[part[0]] > top)


def _spelled(chain: list[tuple[str, list[str]]]) -> list[str]:
    names = [""]
    for unit, numbers in sorted(chain, key=lambda part: ORDER[part[0]]):
        names = [f"{name} {unit}.{number}".strip() for number in numbers for name in names]
    return names


def _numbers(text: str) -> list[str]:
    numbers: list[str] = []
    for part in _SPLIT.split(text):
        ends = [_number(end) for end in _RANGE.split(part) if end]
        numbers.extend(_between(*ends) if len(ends) == 2 else ends)
    return numbers


def _between(first: str, last: str) -> list[str]:
    """The parts of a range: "1" and "3" give 1, 2 and 3, "а" and "в" give а, б and в; else the two ends."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1 and first in LETTERS and last in LETTERS and first < last:
        return list(LETTERS[LETTERS.index(first) : LETTERS.index(last) + 1])
    return [first, last]


LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that count subparagraphs, in their order: without ё, й, ъ, ы and ь."""


LONGEST_RANGE = 60  # "статьи 5-40" is spelled out; a longer range is a misreading


def _number(text: str) -> str:
    text = text.strip(" «»\"')\n\t")
    small = text.lower().replace("ё", "е")
    stem = next((rank for rank, stem in enumerate(_ORDINAL_STEMS, 1) if small.startswith(stem)), None)
    return str(stem) if stem and not text[0].isdigit() else text
