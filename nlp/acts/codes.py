"""Acts that go by a name: codes, constitutions, charters and standards."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ingest.record import record
from nlp.anchors import matches_at
from nlp.triggers import triggers

_STEMS: tuple[tuple[str, str, str], ...] = (
    ("budget", "Бюджетный кодекс", r"бюджетн"),
    ("civil-procedure", "Гражданский процессуальный кодекс", r"гражданск\w{2,3}[-\s]+процессуальн"),
    ("civil", "Гражданский кодекс", r"гражданск"),
    ("arbitration-procedure", "Арбитражный процессуальный кодекс", r"арбитражн\w{2,3}[-\s]+процессуальн"),
    ("criminal-procedure", "Уголовно-процессуальный кодекс", r"уголовно[-\s]+процессуальн"),
    ("criminal-executive", "Уголовно-исполнительный кодекс", r"уголовно[-\s]+исполнительн"),
    ("criminal", "Уголовный кодекс", r"уголовн"),
    ("labour", "Трудовой кодекс", r"трудов"),
    ("tax", "Налоговый кодекс", r"налогов"),
    ("land", "Земельный кодекс", r"земельн"),
    ("housing", "Жилищный кодекс", r"жилищн"),
    ("forest", "Лесной кодекс", r"лесн"),
    ("water", "Водный кодекс", r"водн"),
    ("family", "Семейный кодекс", r"семейн"),
    ("town-planning", "Градостроительный кодекс", r"градостроительн"),
    ("customs-eaeu", "Таможенный кодекс", r"таможенн"),
    ("air", "Воздушный кодекс", r"воздушн"),
)
_CASE = r"(?:|а|у|ом|е)"
_ENGLISH = (
    r"(?P<english>(?i:(?:budget|civil|civil\s+procedure|criminal\s+procedure|criminal|labou?r|tax|land|housing|forest|water|"
    r"family|(?:urban|town)\s+planning|customs|air))\s+(?i:code))"
)
_ABBREVIATIONS: Mapping[str, str] = {
    "БК": "budget", "ГК": "civil", "ГПК": "civil-procedure", "АПК": "arbitration-procedure",
    "УК": "criminal", "УПК": "criminal-procedure", "УИК": "criminal-executive", "ТК": "labour",
    "НК": "tax", "ЗК": "land", "ЖК": "housing", "ЛК": "forest", "ВК": "water", "СК": "family",
    "ГрК": "town-planning", "КоАП": "administrative-offences", "КАС": "administrative-procedure",
}  # fmt: skip
_SAFE = "|".join(sorted(_ABBREVIATIONS.keys() - {"СК", "ВК"}, key=len, reverse=True))
"""The abbreviations that name nothing but a code: СК РФ is the Investigative Committee as well."""

NAMES: Mapping[str, str] = {
    **{slug: name for slug, name, _ in _STEMS},
    "administrative-offences": "Кодекс об административных правонарушениях",
    "administrative-procedure": "Кодекс административного судопроизводства",
    "inland-water-transport": "Кодекс внутреннего водного транспорта",
    "merchant-shipping": "Кодекс торгового мореплавания",
}
_LAND = r"(?:\s+(?:РФ|(?i:российск\w+\s+федераци\w+|россии)))"
_BY_STEM = "|".join(f"(?P<c{index}>{stem}\\w{{2,3}})" for index, (_, _, stem) in enumerate(_STEMS))
_TAILED = (
    rf"(?i:кодекс{_CASE})(?!\w)(?P<middle>[^.;:\n]{{0,60}}?)\s+(?i:(?P<offences>об\s+админист\w+\s+правонаруш\w+)|(?P<procedure>административного\s+"
    r"судопроизводства)|(?P<inland>внутреннего\s+водного\s+транспорта)|(?P<shipping>торгового\s+мореплавания))"
)
_LONG = re.compile(
    rf"(?<!\w)(?:(?:(?i:{_BY_STEM})\s+(?i:кодекс{_CASE})|{_TAILED}){_LAND}?"
    rf"|{_ENGLISH}(?:\s+of\s+(?:the\s+)?(?:Russian\s+Federation|Russia|RF))?)(?!\w)"
)
_ALL = "|".join(sorted(_ABBREVIATIONS, key=len, reverse=True))
_SHORT = re.compile(
    rf"(?:(?P<short>{_SAFE}){_LAND}|(?P<lone>КоАП)|(?P<cited>(?<=\d\s)(?:{_ALL})(?![\w-])){_LAND}?)(?!\w)"
)
_CODE_WORD = re.compile(r"[Кк]одекс|КОДЕКС|[Cc]ode(?!\w)")
BEFORE_K = 2  # letters of an abbreviation before its К: ГПК
NEAR = 90  # characters around the word "кодекс" that its name needs
_TAILS = {"offences": "administrative-offences", "procedure": "administrative-procedure"} | {
    "inland": "inland-water-transport",
    "shipping": "merchant-shipping",
}
CONSTITUTION = re.compile(
    rf"(?<!\w)(?i:конституци[яиюей]{{1,2}})(?:(?P<russia>{_LAND})|(?P<region>\s+(?:Республики\s+[А-ЯЁ][\w-]+(?:\s*[-–]\s*[А-ЯЁ]\w+)?|"
    r"РТ|РБ|РК|[А-ЯЁ][\w-]+\s+Республики|[А-ЯЁ][а-яё]+стана)))?(?!\w)|(?<!\w)(?P<english>Constitution\s+of\s+(?:the\s+)?(?:Russian\s+Federation|Russia))"
)
_LAND_WORD = (
    r"(?:(?i:района?|районом|города|городского|поселени\w|округа|области|края|образования|сельсовета|села)"
    r"|Москвы|Санкт-Петербурга|Севастополя)"
)
_LAND_NAME = (
    r"(?:\s+[«\"“]?[А-ЯЁ][\w-]+[»\"”]?(?:\s+(?:муниципальн\w+\s+)?(?:область|области|район\w?|края|округа?)(?!\w))?)"
)
CHARTER = re.compile(
    rf"(?<!\w)(?i:устав(?:|а|у|ом|е))(?P<owner>(?:\s+[^\s.,;:()]+){{0,4}}?\s+{_LAND_WORD}(?!\w){_LAND_NAME}{{0,3}})"
)
_MARKS = (
    r"ГОСТ(?:\s?Р)?(?:\s(?:ИСО|МЭК|ИСО/МЭК|ISO|IEC|ISO/IEC|EN))?|СНиП|СанПиН|СП|ВСН|ОСТ|РД|МДС|ГН|НПБ|ППБ|ТР\s?(?:ТС|ЕАЭС)"
    r"|GOST(?:\s?R)?"
)
STANDARD = re.compile(rf"(?P<name>{_MARKS})\s*(?:№\s*)?(?P<number>(?:[IVX]+-)?\d[\d./]*\d(?:\s?[-–—]\s?\d+)*\*?)")


@record
class Named:
    """An act known by its name: `slug` for its id, `name` in the nominative, `owner` as the text names it."""

    start: int
    end: int
    kind: str
    slug: str | None
    name: str | None
    subtype: str | None = None
    number: str | None = None
    owner: str | None = None


def find_named(text: str) -> list[Named]:
    """Codes, constitutions, charters and numbered standards of a text, in order.

    >>> [(act.kind, act.name) for act in find_named("статья 105 УК РФ и Бюджетного кодекса")]
    [('code', 'Уголовный кодекс Российской Федерации'), ('code', 'Бюджетный кодекс Российской Федерации')]
    """
    held = triggers(text)
    constitutions = matches_at(CONSTITUTION, held.stems["constitution"], text)
    found = [_code(match) for match in _codes(text)]
    found += [act for match in constitutions if (act := _constitution(match, text)) is not None]
    found += [
        Named(m.start(), m.end(), _charter_kind(m["owner"]), None, None, "charter", None, m["owner"].strip())
        for m in matches_at(CHARTER, held.stems["charter"], text)
    ]
    found += [
        _standard(match)
        for match in matches_at(STANDARD, held.signs["standard"], text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    ]
    return sorted(found, key=lambda act: act.start)


def _codes(text: str) -> Iterator[re.Match[str]]:
    done = 0
    held = triggers(text)
    for word in matches_at(_CODE_WORD, held.stems["code"], text):
        match = _LONG.search(text, max(done, word.start() - NEAR), word.end() + NEAR)
        if match is not None and match.start() <= word.start() < match.end():
            done = match.end()
            yield match
    starts = sorted({at for k in held.signs["code_in_capitals"] for at in range(max(0, k - BEFORE_K), k + 1)})
    for match in matches_at(_SHORT, starts, text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield match


def _code(match: re.Match[str]) -> Named:
    groups = defaultdict(str, {name: written for name, written in match.groupdict().items() if written})
    short = groups["short"] or groups["lone"] or groups["cited"]
    slug = _ABBREVIATIONS.get(short)
    slug = slug or next((name for group, name in _TAILS.items() if groups[group]), None)
    slug = slug or next((name for i, (name, _, _) in enumerate(_STEMS) if groups[f"c{i}"]), None)
    slug = slug or _english_slug(groups["english"])
    middle = groups["middle"].strip()
    if middle and not re.fullmatch(_LAND.removeprefix(r"(?:\s+").removesuffix(")"), middle):
        return Named(match.start(), match.end(), "regional_law", None, None, None, None, middle)
    return Named(match.start(), match.end(), "code", slug, f"{NAMES[slug]} Российской Федерации")


def _english_slug(name: str) -> str:
    words = "-".join(name.lower().split()[:-1]).replace("labor", "labour").replace("urban", "town")
    return "customs-eaeu" if words == "customs" else words


def _constitution(match: re.Match[str], text: str) -> Named | None:
    if match["region"]:
        return Named(
            match.start(), match.end(), "regional_law", None, None, "constitution", None, match["region"].strip()
        )
    is_cited = re.search(r"(?i:ст\.|стат\w+)\s*\d+\s*$", text[max(0, match.start() - 20) : match.start()])
    if not (match["russia"] or match["english"] or is_cited):
        return None
    name = "Конституция Российской Федерации"
    return Named(match.start(), match.end(), "other", "constitution", name, "constitution")


def _charter_kind(owner: str) -> str:
    words = owner.lower()
    is_region = re.search(r"област|края|москвы|санкт|севастоп|автономн", words)
    return (
        "regional_law" if is_region and not re.search(r"муниц|район|город[а ]|поселен|округа", words) else "municipal"
    )


def _standard(match: re.Match[str]) -> Named:
    number = re.sub(r"\s", "", match["number"]).replace("–", "-").replace("—", "-")
    return Named(match.start(), match.end(), "other", None, None, "standard", number, match["name"])
