"""Places other than federal subjects: settlements, municipal districts, federal districts and the country itself."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from nlp.anchors import matches_at
from nlp.mention import Mention
from nlp.morphology import nominative_of, parse
from nlp.triggers import Triggers, triggers

_MARKER = re.compile(
    r"(?<!\w)(?:город(?:|а|е|у|ом)|посел(?:ок|ка|ке|ку|ком)|сел(?:о|а|е|у|ом)|деревн(?:я|и|е|ю|ей)|г\.|гор\.|пос\.|пгт\.?"
    r"|р\.\s?п\.|дер\.|с\.|д\.)\s*$",
    re.IGNORECASE,
)
_SETTLEMENT = re.compile(
    r"(?:[Гг]ород(?:а|е|у|ом)?|[Пп]осел(?:ок|ка|ке|ку|ком)|[Сс]ел(?:о|а|е|у|ом)|[Дд]еревн(?:я|и|е|ю|ей)"
    r"|(?<![\d_]\s)(?<![\d_])г\.|пгт\.?)\s*"  # after a number "г." is a year
    r"(?P<name>(?:[А-ЯЁ][а-яё]+(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]м|ых|их)\s)?[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ]?[а-яё]+){0,2})(?!\w)"
)
_DISTRICT = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ск|цк)(?:ий|ого|ому|им|ом)\s+(?:муниципальн\w{2,3}\s+)?район(?:|а|у|ом|е)(?!\w)"
)
_DISTRICT_CASE = re.compile(r"(?<=[сц]к)(?:ого|ому|им|ом)(?=\s)")
SHORTEST_KIND = 4  # letters of a word for a settlement that shows its case: "село", not "г"
_DISTRICT_ENDS = ("ий", "ого", "ому", "им", "ом")
_LONGEST_NAME = 240  # characters before "район" in which its name stands
_COUNTRY = re.compile(r"Российск(?:ая|ой|ую)\s+Федераци(?:я|и|ю|ей)|Росси(?:я|и|ю|ей)|РФ|Russian\s+Federation|Russia")
_FEDERAL = re.compile(r"\s+(?:федеральн\w{2,3}\s+округ\w{0,2}|ФО)(?!\w)")
_NAMES_AS_WELL = frozenset({"владимир", "киров", "орел", "грозный", "магас"})
"""Capitals whose name is also a person's or a common word: they count after "город" alone."""


def find_places(doc: Doc) -> list[Mention]:
    """`Settlement` and `Place` mentions. A capital has its id (`settlement/RU-PER`), a federal district too
    (`district/volga`); other places go by their words alone."""
    text = doc._.document.text
    held = triggers(text)
    found = [*_known(text, held), *_marked(text, held), *_countries(text, held)]
    longer = {mention.start: mention.end for mention in doc._.mentions if mention.type == "Region"}
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end, mention.id is None)):
        if mention.type == "Settlement" and longer.get(mention.start, 0) > mention.end:
            continue  # "Perm" of "Perm Krai" is no city
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _known(text: str, held: Triggers) -> Iterator[Mention]:
    """Capitals of federal subjects in any case, and federal districts."""
    for start, end, (id_, name) in held.places:
        if (start and (text[start - 1].isalnum() or text[start - 1] == "-")) or text[end : end + 1].isalnum():
            continue
        if id_.startswith("district/"):
            kind = _FEDERAL.match(text, end)
            if kind is not None:
                yield Mention(
                    "Place", start, kind.end(), text[start : kind.end()], id_, {"name": name}, rule="district"
                )
        elif text[start].isupper() and (_is_plain(name) or _MARKER.search(text, max(0, start - 12), start)):
            yield Mention("Settlement", start, end, text[start:end], id_, {"name": name}, rule="capital")


def _is_plain(name: str) -> bool:
    return name.lower().replace("ё", "е") not in _NAMES_AS_WELL


def _marked(text: str, held: Triggers) -> Iterator[Mention]:
    """ "г. Чусовой", "села Ивановка", "Буинский муниципальный район"."""
    for match in matches_at(_SETTLEMENT, held.stems["settlement"], text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            start, end = match.span("name")
            name = settlement_name(text[match.start() : start], match["name"])
            yield Mention("Settlement", start, end, match["name"], None, {"name": name}, rule="settlement")
    for match in _districts(text, held.stems["district"]):
        yield Mention(
            "Place", match.start(), match.end(), match[0], None, {"name": district_name(match[0])}, rule="district"
        )


def district_name(written: str) -> str:
    """A district's name in the nominative.

    >>> district_name("Алейском районе"), district_name("Александро-Невского муниципального района")
    ('Алейский район', 'Александро-Невский муниципальный район')
    """
    named = _DISTRICT_CASE.sub("ий", " ".join(written.split()))
    return re.sub(r"муниципальн\w+", "муниципальный", re.sub(r"район\w*", "район", named))


@lru_cache(maxsize=10_000)
def settlement_name(kind: str, name: str) -> str:
    """A settlement's name in the nominative, where the word for its kind stands in another case and the name with it.

    >>> settlement_name("городе ", "Собинке"), settlement_name("г. ", "Собинка"), settlement_name("селе ", "Бусаево")
    ('Собинка', 'Собинка', 'Бусаево')
    """
    word = kind.strip().rstrip(".").lower()
    if len(word) < SHORTEST_KIND or not name.isalpha() or name[-1] == "о":
        return name
    cases = {reading.case for reading in parse(word) if reading.part == "NOUN" and not reading.is_plural}
    if "nomn" in cases:
        return name
    for reading in parse(name):
        if reading.part == "NOUN" and reading.case in cases and not reading.is_plural and "Geox" in reading.grammemes:
            return nominative_of(name, reading)
    return _by_ending(name, cases)


def _by_ending(name: str, cases: set[str]) -> str:
    """Names in -ка: no other name ends so in the case of the word before it."""
    ends = {"ке"} if "loct" in cases else {"ки"} if "gent" in cases else set[str]()
    return name[:-1] + "а" if name[-2:] in ends else name


def _districts(text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `_DISTRICT.finditer(text)` gives, from its last word back."""
    done = 0
    for start in starts:
        left = max(done, start - _LONGEST_NAME)
        words = text[left:start].rsplit(None, 2)
        name = words[-2:-1] if words and words[-1].startswith("муниципальн") else words[-1:]
        if not name or not name[0].endswith(_DISTRICT_ENDS):
            continue
        match = _DISTRICT.search(text, left, start + len("района") + 2)
        if match is not None:
            yield match
            done = match.end()


def _countries(text: str, held: Triggers) -> Iterator[Mention]:
    for match in matches_at(_COUNTRY, held.stems["country"], text):
        if not (
            text[max(0, match.start() - 1) : match.start()].isalnum() or text[match.end() : match.end() + 1].isalnum()
        ):
            yield Mention("Place", match.start(), match.end(), match[0], None, {"name": "Россия"}, rule="country")
