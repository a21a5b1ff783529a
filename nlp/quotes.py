"""Names in quotation marks: nested, of mixed kinds, and unclosed, as official texts have them."""

import re

OPENING = "«“„"
CLOSING = "»”"
STRAIGHT = "\"'″"
ANY = OPENING + CLOSING + STRAIGHT + "‟’‘"
LONGEST = 200  # characters of a name; what runs on longer has lost its closing mark
BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\f")


def quoted_end(text: str, start: int, limit: int | None = None) -> int | None:
    """Where the quotation that opens at `start` ends (after its closing mark); None where nothing closes it.

    A nested name may lack its own closing mark: the last mark that can close then closes all.

    >>> text = 'кластер "Технополис "Новый Звездный" создан'
    >>> text[8:quoted_end(text, 8)]
    '"Технополис "Новый Звездный"'
    >>> text = "«Завод «Луч»» и «Свет»"
    >>> text[: quoted_end(text, 0)]
    '«Завод «Луч»»'
    """
    end = min(len(text), start + LONGEST, limit if limit is not None else len(text))
    if broken := BLANK_LINE.search(text, start, end):
        end = broken.start()
    depth, last = 0, None
    for place in range(start, end):
        mark = text[place]
        if mark not in ANY:
            if depth and last is not None and mark in ".;:(\n" and not _closes_later(text, place, end):
                return last
            continue
        if _opens(text, place, depth):
            if depth and last is not None and not _is_inside(text, last, place):
                return last
            depth += 1
        elif _closes(text, place):
            depth -= 1
            last = place + 1
            if depth <= 0:
                return last
    return last


def _opens(text: str, place: int, depth: int) -> bool:
    mark = text[place]
    if mark in OPENING:
        return not (mark == "“" and depth and place and not text[place - 1].isspace())
    if mark in CLOSING or mark not in STRAIGHT:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return (
        (before.isspace() or before in "(" + OPENING + STRAIGHT or not depth)
        and not after.isspace()
        and after not in ").,;:"
    )


def _closes(text: str, place: int) -> bool:
    mark = text[place]
    if mark in CLOSING or mark in STRAIGHT:
        return True
    return mark == "“" and not text[place - 1].isspace()


def _is_inside(text: str, closed: int, place: int) -> bool:
    """Whether a new opening mark still belongs to the outer name: only blanks and a few words stand between."""
    between = text[closed:place]
    return bool(re.fullmatch(r"[\s\w–-]{0,40}", between)) and "," not in between


def _closes_later(text: str, place: int, end: int) -> bool:
    nearest = re.compile(f"[{re.escape(CLOSING + STRAIGHT)}]").search(text, place, min(end, place + 60))
    return nearest is not None and _closes(text, nearest.start()) and not _opens(text, nearest.start(), 1)


def opening_after(text: str, place: int) -> int | None:
    """Where a quotation opens that follows `place` with at most blanks between; None where none does.

    >>> opening_after("ООО «Луч»", 3), opening_after('завод"', 5)
    (4, None)
    """
    found = OPENING_AFTER.match(text, place)
    return found.end() if found else None


OPENING_AFTER = re.compile(r"\s*(?=[«“„])|\s+(?=[\"][^\s\"])|\s*(?=\"[А-ЯЁA-Z])")


def stripped(name: str) -> str:
    """A quoted name without its outer marks, inner ones in pairs «…».

    >>> stripped('"Технополис "Новый Звездный"')
    'Технополис «Новый Звездный»'
    >>> stripped("«НПО «Луч» – завод»")
    'НПО «Луч» – завод'
    """
    inner = name.strip()
    while inner and inner[0] in ANY:
        inner = inner[1:].strip()
    pieces, depth = [], 0
    for place, mark in enumerate(inner):
        if mark not in OPENING + CLOSING + '"':
            pieces.append(mark)
        elif _opens(inner, place, 1):
            depth += 1
            pieces.append("«")
        elif depth:
            depth -= 1
            pieces.append("»")
    return ("".join(pieces).strip() + "»" * depth).strip()
