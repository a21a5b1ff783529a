"""Roles of people in official Russian: the phrase that stands before or after a name, and its nominative."""

import re
from functools import lru_cache

from ingest.record import record
from nlp.morphology import WORD, lemma, nominative, parse, words_of
from nlp.words import word_set

HEADS = word_set(
    """
    глава губернатор президент министр директор руководитель заместитель начальник председатель управляющий ректор
    проректор заведующий заведующая секретарь мэр премьер премьер-министр вице-премьер вице-губернатор
    вице-президент вице-мэр специалист инспектор консультант советник помощник депутат сенатор спикер вице-спикер
    координатор менеджер прокурор судья бухгалтер архитектор представитель полпред посол консул аудитор эксперт
    декан учредитель основатель совладелец владелец уполномоченный руководительница пресс-секретарь гендиректор
    замминистра замдиректора врио сити-менеджер референт комиссар командующий главнокомандующий главком комендант
    куратор лидер менеджер-координатор модератор исполнительный атаман старшина староста следователь генпрокурор
    обер-прокурор тренер редактор главред продюсер режиссер академик профессор доцент научный сотрудник супруга
    замглавы замруководителя замначальника замгубернатора замгенпрокурора зампред зам
    канцлер король королева император папа патриарх митрополит епископ
    """
) - {
    "исполнительный",
    "научный",
    "супруга",
    "академик",
    "профессор",
    "доцент",
}
"""Words that a role hangs on, in their dictionary form."""

DEGREES = frozenset(
    {"академик", "профессор", "доцент", "депутат", "сенатор", "эксперт", "сотрудник", "инженер", "врач", "учитель"}
)
HEAD_LEMMAS = HEADS | DEGREES

PARTICIPLE_HEAD = re.compile(
    r"(?:управляющ|заведующ|командующ|главнокомандующ|уполномоченн)(?:ий|ый|ая|его|ого|ей|ой|ему|ому|им|ым|ую|ем|ом)"
)

ACTING = (
    r"(?:[Вв]ременно\s+)?[Ии]сполняющ\w+\s+(?:обязанности|полномочия)|[Вв]р[Ии][оОпП](?!\w)|ВРИ[ОП](?!\w)"
    r"|[Ии]\.?\s?[Оо]\.|[Вв]р?\.?\s?[Ии]\.?\s?[Оо]\."
)
ACTING_START = re.compile(rf"(?<![\w.])(?:{ACTING})\s*")
REACH = 320  # characters before a name: the longest role of the open gold has 130, and signatures add blanks
NEAR = 80  # characters before a name where a break is looked for first: most stand there
BREAK = re.compile(
    r"\n[^\S\n]*\n|\f|[;:!?]|(?<!\b[ИиОоВв])(?<!\b[гГ])(?<!\b(?:им|ул|св))\.(?=\s)|[«»\"“”()\[\]|\t](?!\S)"
)
SAFE_ABBREVIATION = re.compile(r"(?:\b(?:им|ул|г|гг|св|обл|р|[Зз]ам|[Рр]ук|[Нн]ач)|\b[ИиОоВв])\.$")
BLANK = re.compile(r"\s+")
VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "NPRO", "PRED"})
SMALL_WORDS = frozenset({"PREP", "CONJ", "PRCL"})
LINKS = frozenset({"по", "в", "во", "на", "при", "и", "с", "со", "для", "–", "-", "—"})


@record
class RolePhrase:
    """A role where it stands: offsets into the text, its nominative, the cases its head may have."""

    start: int
    end: int
    name: str
    cases: tuple[str, ...]


@lru_cache(maxsize=50_000)
def is_head(word: str) -> bool:
    """Whether a role can hang on this word."""
    low = word.lower()
    if low in HEAD_LEMMAS or low.rpartition("-")[2] in HEAD_LEMMAS:
        return True
    if PARTICIPLE_HEAD.fullmatch(low):
        return True
    if parse(low)[0].part in SMALL_WORDS:
        return False  # "после" is a form of "посол" as well
    return any(
        reading.lemma.rpartition("-")[2] in HEAD_LEMMAS and reading.part in {"NOUN", "PRTF", "ADJF"}
        for reading in parse(low)[:4]
    )


def role_before(text: str, name_start: int, floor: int = 0) -> RolePhrase | None:
    """The role that ends where the name begins: the leftmost head from which only a noun phrase leads to the name."""
    end = before_blanks(text, name_start, floor)
    if end <= floor or ("\n" in text[end:name_start] and THREE_LINES.search(text, end, name_start)):
        return None
    begin = _segment_start(text, max(floor, end - REACH), end)
    start = _role_start(text, begin, end)
    if start is None or _is_of_several(text[start:end]):
        return None
    return phrase(text, start, end)


def before_blanks(text: str, end: int, floor: int = 0) -> int:
    """Where the text before `end` ends, blanks and the line for a signature left out."""
    while end > floor and (text[end - 1].isspace() or text[end - 1] == "_"):
        end -= 1
    return end


def _is_of_several(written: str) -> bool:
    """Whether the head of a role is a plural: "совет директоров" or "сотрудники банка" before a name is not his."""
    head = next((word.group() for word in words_of(written) if is_head(word.group())), "")
    readings = [reading for reading in parse(head) if reading.part == "NOUN"] if head else []
    return bool(readings) and all(reading.is_plural for reading in readings)


COPULA = re.compile(
    r"\s+(?:был[аи]?|является|явля[ею]тся|стал[аи]?|остаётся|назначен[аы]?|избран[аы]?)\s*$|\s+[–—-]\s*$", re.IGNORECASE
)
"""What may link a role to the name after it: "директором завода был Иванов", "руководитель — Иванов"."""


def before_copula(text: str, name_start: int, floor: int) -> int:
    """Where the words before a name end when the verb or the dash that links them to it is left out."""
    link = COPULA.search(text, max(floor, name_start - COPULA_REACH), name_start)
    return link.start() if link else name_start


COPULA_REACH = 24  # characters: the longest of the verbs with blanks around it


def role_of_body(text: str, start: int, end: int, floor: int = 0) -> RolePhrase | None:
    """The role whose body's name stands at `start:end`, in quotation marks as a rule: "директором ОАО «Протон»"."""
    head = role_before(text, start, floor)
    if head is None or text[head.end : start].strip():
        return None
    return RolePhrase(head.start, end, f"{head.name} {BLANK.sub(' ', text[start:end])}", head.cases)


def _segment_start(text: str, begin: int, end: int) -> int:
    """Where the stretch before the name begins: after the last break."""
    near = max(begin, end - NEAR)
    found = _after_last_break(text, begin, near, end)
    if found is None and near > begin:
        found = _after_last_break(text, begin, begin, end)
    return begin if found is None else found


def _after_last_break(text: str, begin: int, first: int, end: int) -> int | None:
    """Where the stretch after the last break of `first:end` begins; None where there is none."""
    start = None
    for stop in BREAK.finditer(text, first, end):
        if stop.group()[0] == "." and SAFE_ABBREVIATION.search(text, max(begin, stop.start() - 6), stop.end()):
            continue
        start = stop.end()
    return start


def _role_start(text: str, begin: int, end: int) -> int | None:
    """The leftmost role head of the stretch that leads to its end through a noun phrase."""
    words = words_of(text[begin:end])
    first: int | None = None
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group()
        after = text[
            begin + words[index].end() : begin + (words[index + 1].start() if index + 1 < len(words) else end - begin)
        ]
        if "," in after and not _is_series(words[index + 1 :]):
            break
        if is_head(word):
            first = index
        elif _is_verbal(word):
            break
    if first is None:
        return None
    return _with_modifiers(text, begin, begin + words[first].start())


def _is_series(rest: list[re.Match[str]]) -> bool:
    """Whether what follows a comma goes on with the same phrase ("экономики, торговли и туризма")."""
    return (
        bool(rest)
        and rest[0].group()[0].islower()
        and not is_head(rest[0].group())
        and any(word.group() == "и" for word in rest[:6])
    )


@lru_cache(maxsize=50_000)
def _is_verbal(word: str) -> bool:
    if not word[0].islower():
        return False
    best = parse(word)[0]
    return best.part in VERBS and best.score > 0.4


def _with_modifiers(text: str, begin: int, start: int) -> int:
    """The start of a role with the adjectives before its head ("первый", "генеральный") and "и.о."."""
    while True:
        before = text[begin:start].rstrip()
        acting = list(ACTING_START.finditer(text, begin, start))
        if acting and acting[-1].end() >= start - 1 and not text[acting[-1].end() : start].strip():
            return acting[-1].start()
        word = LAST_WORD.search(before)
        if word is None or not _is_adjective(word.group()) or text[begin + word.end() : start].strip():
            return start
        if before[: word.start()].endswith("-") or not _cases(word.group()) & _cases(_word_at(text, start)):
            return start  # "43-летний" is an age; "ответственным главного специалиста" are two phrases
        start = begin + word.start()


def _word_at(text: str, start: int) -> str:
    match = WORD.match(text, start)
    return match.group() if match else ""


@lru_cache(maxsize=50_000)
def _cases(word: str) -> frozenset[str]:
    return frozenset(reading.case for reading in parse(word) if reading.case)


@lru_cache(maxsize=50_000)
def _is_adjective(word: str) -> bool:
    likely = parse(word)[:2]
    is_adjective = any(reading.part == "ADJF" and "Apro" not in reading.grammemes for reading in likely)
    return is_adjective and lemma(word) not in {"настоящий", "данный", "другой"}


LINK = re.compile(r"\s*(?:,|[-–—])\s*")
STOP = re.compile(r"[;:!?()\n]|\.(?=\s|$)|,|\s[–—]\s")
LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
THREE_LINES = re.compile(r"\n\s*\n\s*\n")


def role_after(text: str, name_end: int, ceiling: int) -> RolePhrase | None:
    """The role after a name and a dash or a comma ("Иванов И.И. – директор ООО «…»"), up to the next stop."""
    link = LINK.match(text, name_end, ceiling)
    if link is None:
        return None
    acting = ACTING_START.match(text, link.end(), ceiling)
    stop = STOP.search(text, acting.end() if acting else link.end(), ceiling)
    end = stop.start() if stop else ceiling
    begin = acting.end() if acting else link.end()
    words = words_of(text[begin:end])
    if not words or not any(is_head(word.group()) for word in words[:4]):
        return None
    first = next(index for index, word in enumerate(words) if is_head(word.group()))
    if not all(_is_adjective(word.group()) for word in words[:first]):
        return None
    if stop is None and link[0].strip() == "," and not text[end:ceiling].strip() and ceiling < len(text):
        return None  # the next name follows: the role is of it
    verb = next((word for word in words[first:] if _is_verbal(word.group())), None)
    if verb is not None:
        end = begin + verb.start()
    return phrase(text, link.end(), len(text[:end].rstrip()))


def phrase(text: str, start: int, end: int) -> RolePhrase:
    """The role at these offsets, its name in the nominative and its blanks collapsed."""
    written = BLANK.sub(" ", text[start:end]).strip()
    acting = ACTING_START.match(written)
    words = words_of(written[acting.end() :] if acting else written)
    head = next((word.group() for word in words if is_head(word.group())), "")
    cases = (
        tuple(dict.fromkeys(reading.case for reading in parse(head) if reading.case and not reading.is_plural))
        if head
        else ()
    )
    if acting and "сполня" not in acting.group():
        return RolePhrase(start, end, written, ("accs",) if CHARGED.search(text, max(0, start - 4), start) else ())
    name = "".join(_nominative(part) for part in SPACED_DASH.split(written))
    return RolePhrase(start, end, name, cases)


CHARGED = re.compile(r"(?<!\w)на\s+$", re.IGNORECASE)
"""What stands before an acting official whom an act charges: "возложить на врио начальника отдела И.Е. Шарапову"."""

SPACED_DASH = re.compile(r"(\s[–—-]\s)")


@lru_cache(maxsize=50_000)
def _nominative(part: str) -> str:
    """A part of a role in the nominative where its first noun is a role's: "заместителя главы – начальника отдела"."""
    first = next((word.group() for word in words_of(part) if not _is_adjective(word.group())), "")
    return nominative(part, "sing") if first and is_head(first) else part
