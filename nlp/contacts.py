"""Telephone numbers, e-mail and web addresses, postal addresses (`Contact`; `kind` phone, email, url or address)."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.anchors import matches_at
from nlp.mention import Mention
from nlp.triggers import numbers, triggers

BLANK = re.compile(r"\s+")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![.-])")
URL = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>\"'«»“”()\[\]]+|www\.[^\s<>\"'«»“”()\[\]]+"
    r"|(?:[a-zа-яё0-9](?:[a-zа-яё0-9-]*[a-zа-яё0-9])?\.)+(?:ru|рф|su|com|org|net|info|gov|edu|eu|io|pro|biz|tech"
    r"|center|online|site|moscow|tatar|academy)(?:/[^\s<>\"'«»“”()\[\]]*)?)(?![\w@])",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,/№-])(?:\+\s?7|8)[ \xa0‑–-]?\(?\d{3,5}\)?(?:[ \xa0‑–-]?\d){5,7}(?!\d|[.,]\d)"
    r"|(?<![\w.,/№-])8[ \xa0]?\(\d{3}[ \xa0]\d{2}\)(?:[ \xa0‑–-]?\d){5}(?!\d)"
    r"|(?<![\w.,/№-])\(\d{3,5}\)[ \xa0]?\d{1,3}(?:[‑–-]\d{2}){2}(?!\d)"
    r"|(?<![\w.,/№-])\+(?!\s?7)\d{1,3}[ \xa0-]?\(?\d{2,4}\)?(?:[ \xa0-]?\d){6,8}(?!\d)"
)
LOCAL_PHONE = re.compile(
    r"(?:\b(?:тел(?:ефоны?)?|факс|phone|tel|fax)\b\.?(?:\s*/\s*факс)?\s*[:.]?\s*)((?:\(\d{3,5}\)\s?)?\d{1,3}(?:["
    r" ‑–-]\d{2}){1,3})(?!\d)",
    re.IGNORECASE,
)
EXTENSION = re.compile(r"\s*(?:,\s*)?(?:доб\.?|ext\.?)\s*\d{1,6}", re.IGNORECASE)
ZIP = r"(?<!\d)[1-6]\d{5}(?!\d)"
STREET = (
    r"(?:ул\.|улица|пр\.|просп\.|проспект|пр-т|пер\.|переулок|пл\.|площадь|б-р|бульвар|наб\.|набережная|шоссе|ш\."
    r"|мкр\.?|тракт|проезд|пр-д|линия)"
)
HOUSE = r"(?:д(?:ом)?\.?\s?)?\d+[а-яА-Я]?(?:/\d+[а-яА-Я]?)?"
PART = (
    r"(?:корп(?:ус)?\.?|стр(?:оение)?\.?|оф(?:ис)?\.?|каб(?:инет)?\.?|кв\.?|литер[а]?\.?|помещ(?:ение)?\.?|ком\.?"
    r"|эт(?:аж)?\.?)\s?[\w-]+"
)
ADDRESS = re.compile(
    rf"(?:{ZIP}\s*,\s*)(?:[^\n;:]|\n(?!\s*\n)){{3,120}}?(?:{STREET}\s*[^\n,;]{{2,40}}"
    rf"|[^\n,;]{{2,40}}\s{STREET})\s*,?\s*(?:{HOUSE})?(?:\s*,\s*{PART})*"
    rf"|(?:г\.|город)\s?[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?\s*,\s*{STREET}\s?[^\n,;]{{2,40}},\s*{HOUSE}(?:\s*,\s*{PART})*"
    rf"|(?<![\w-]){STREET}\s?[А-ЯЁ][^\n,;.]{{2,35}},\s*(?:д(?:ом)?\.?\s?)\d+[а-яА-Я]?(?:/\d+)?(?:\s*,\s*{PART})*",
    re.IGNORECASE,
)
LATIN_ADDRESS = re.compile(
    r"(?<!\d)\d{1,4}[A-Za-z]?(?:/\d+)?,?\s+(?:[A-Z][\w-]+\s+){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Lane|Square"
    r"|Prospekt|Embankment|Boulevard)(?:,[ \xa0]*(?:St\.[ \xa0])?[A-Z][\w-]+"
    r"(?:[ \xa0](?:[A-Z][\w-]+|region|oblast|krai)){0,3}){1,3}(?:,?\s*\d{6})?"
)
ZIP_DIGITS = 6
LATIN_STREETS = ("Street", "St.", "Ave", "Road", "Lane", "Square", "Prospekt", "Embankment", "Boulevard")


def find_contacts(doc: Doc) -> list[Mention]:
    """Mentions of contacts with their `kind` and `value`, in order of place, none inside another."""
    text = doc._.document.text
    kept: list[Mention] = []
    for mention in sorted(_all(text), key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _all(text: str) -> Iterator[Mention]:
    if "@" in text:
        for match in EMAIL.finditer(text):
            yield _contact(text, match.start(), match.end(), "email", match.group().lower())
    for match in _addresses_of_web(text):
        end = match.start() + len(match.group().rstrip(".,;:!?"))
        yield _contact(text, match.start(), end, "url", text[match.start() : end])
    stems = triggers(text).stems
    for match in matches_at(PHONE, _phone_starts(text), text):
        if _is_phone(match.group()):
            yield _phone(text, match.start(), match.end())
    for match in matches_at(LOCAL_PHONE, stems["telephone"], text):
        yield _phone(text, match.start(1), match.end(1))
    has_latin = any(word in text for word in LATIN_STREETS)
    zips = (start for start, end in numbers(text) if end - start == ZIP_DIGITS)
    addresses = matches_at(ADDRESS, sorted({*stems["address"], *zips}), text)
    for match in (*addresses, *(LATIN_ADDRESS.finditer(text) if has_latin else ())):
        value = BLANK.sub(" ", match.group()).strip(" ,")
        end = match.start() + len(match.group().rstrip(" ,\n\xa0"))
        yield _contact(text, match.start(), end, "address", value)


def _addresses_of_web(text: str) -> Iterator[re.Match[str]]:
    """The web addresses, looked for between the blanks around what each of them holds."""
    done = 0
    for mark in triggers(text).stems["web"]:
        if mark < done:
            continue
        start = mark
        while start > done and not text[start - 1].isspace():
            start -= 1
        after = BLANK.search(text, mark)
        done = after.start() if after else len(text)
        yield from URL.finditer(text, start, done)


def _phone_starts(text: str) -> Iterator[int]:
    """Where a telephone number may begin: at an 8, or at the plus or the bracket before its first digits."""
    for start, _ in numbers(text):
        before = text[start - 1 : start]
        if before and before in "+(":
            yield start - 1
        elif before.isspace() and text[max(0, start - 2) : start - 1] == "+":
            yield start - 2
        elif text[start] == "8":
            yield start


def _is_phone(written: str) -> bool:
    """Whether the digits are those of a telephone: eleven of a Russian one, and groups as people write them.

    >>> _is_phone("+7 342 212 17 47"), _is_phone("8 100 000 000")
    (True, False)
    """
    digits = re.sub(r"\D", "", written)
    is_foreign = written.startswith("+") and not digits.startswith("7")
    return is_foreign or len(digits) == 11 or (written.startswith("(") and 8 <= len(digits) <= 10)


def _phone(text: str, start: int, end: int) -> Mention:
    if extension := EXTENSION.match(text, end):
        end = extension.end()
    return _contact(text, start, end, "phone", BLANK.sub(" ", text[start:end]))


def _contact(text: str, start: int, end: int, kind: str, value: str) -> Mention:
    return Mention("Contact", start, end, text[start:end], attributes={"kind": kind, "value": value}, rule=kind)
