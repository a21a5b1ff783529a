"""Values of spreadsheet cells as the cell shows them, by its number format (ECMA-376, part 1, 18.8.31)."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
DIGITS = re.compile(r"[#0?](?:[#0?,.\s]*[#0?])?,*")
MOST_DECIMALS = 10  # that the format General shows


def shown(value: object, form: str) -> str:
    """The text of a cell: dates as dd.mm.yyyy (or ISO where the format begins with the year), numbers with the
    decimals, leading zeros, per cent sign and unit of their format, without grouping and with a decimal point.

    >>> shown(0.254, "0.0%"), shown(402.7, '#,##0.00" млн руб."'), shown(7700, "000000"), shown(0.1 + 0.2, "General")
    ('25.4%', '402.70 млн руб.', '007700', '0.3')
    >>> shown(date(2015, 7, 31), "mm-dd-yy"), shown(date(2015, 7, 31), "yyyy-mm-dd"), shown(date(2015, 1, 1), "yyyy")
    ('31.07.2015', '2015-07-31', '2015')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date):
        return _day(value, form.lower())
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, int | float | Decimal):
        return _number(float(value) if isinstance(value, Decimal) else value, form)
    return str(value)


def _day(value: datetime | date, form: str) -> str:
    """A date, as precise as its format shows it."""
    bare = LITERAL.sub("", form.split(";", maxsplit=1)[0])
    clock = f" {value:%H:%M}" if isinstance(value, datetime) and (value.hour or value.minute) and "h" in bare else ""
    if "d" not in bare and "y" in bare and "h" not in bare:
        if "m" not in bare:
            return f"{value.year:04d}"
        return f"{value.year:04d}-{value.month:02d}" if bare.startswith("y") else f"{value.month:02d}.{value.year:04d}"
    if bare.startswith("yyyy"):
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}{clock}"
    return f"{value.day:02d}.{value.month:02d}.{value.year:04d}{clock}"


def _number(value: float, form: str) -> str:
    """A number by the section of the format for its sign."""
    sections = form.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    has_own_sign = section is not sections[0]
    bare = LITERAL.sub("", section)
    digits = DIGITS.search(bare)
    if digits is None or "General" in section or "/" in bare or "E" in bare:
        return _general(value)
    pattern = digits[0]
    scaled = value * (100 if "%" in bare else 1) / 1000 ** (len(pattern) - len(pattern.rstrip(",")))
    whole, _, fraction = pattern.partition(".")
    decimals = sum(fraction.count(mark) for mark in "0#?")
    text = f"{abs(scaled):.{decimals}f}"
    if "0" not in fraction and decimals:
        text = text.rstrip("0").rstrip(".")
    before, dot, after = text.partition(".")
    text = before.zfill(whole.count("0")) + dot + after
    sign = "-" if scaled < 0 and not has_own_sign and text.strip("0.") else ""
    return " ".join(f"{_words(section, 0, bare, sign)}{text}{_words(section, 1, bare, '')}".split())


def _words(section: str, side: int, bare: str, sign: str) -> str:
    """What the format writes before (0) or after (1) the digits: quoted words, signs, units."""
    match = re.search(r"[#0?]", LITERAL.sub(lambda found: "\x00" * len(found[0]), section))
    if match is None:
        return sign
    first = match.start()
    hidden = LITERAL.sub(lambda found: "\x00" * len(found[0]), section)
    last = max(hidden.rfind(mark) for mark in "#0?") + 1
    part = section[:first] if side == 0 else section[last:].lstrip(",")
    return sign + LITERAL.sub(_literal, part)


def _literal(found: re.Match[str]) -> str:
    """Quoted or escaped characters as they are; a currency sign of `[$руб.-419]`; fillers as a blank."""
    if found[1] is not None:
        return found[1]
    if found[2] is not None:
        return found[2]
    currency = re.match(r"\[\$([^\]-]*)", found[0])
    return currency[1] if currency else " " if found[0].startswith("_") else ""


def _general(value: float) -> str:
    """The format General: as many digits as the number needs."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    text = f"{value:.15g}"
    if "e" in text:
        return text
    whole, _, fraction = text.partition(".")
    return (
        f"{value:.{MOST_DECIMALS}f}".rstrip("0").rstrip(".") if len(fraction) > MOST_DECIMALS and whole != "0" else text
    )
