"""Organizations and authorities: companies with their legal forms, institutions by their head word, bodies of the
state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc

from nlp.anchors import matches_at
from nlp.borders import crosses_border
from nlp.cluster_words import masculine, region_adjectives
from nlp.gazetteers import authorities
from nlp.head_words import AUTHORITIES, COMMON, COMMON_HEADS, COMMON_PHRASES, INSTITUTIONS
from nlp.mention import Attribute, Mention
from nlp.morphology import is_in_dictionary, nominative, parse
from nlp.organization_words import BLANK, NAMELESS, QUOTE, VAGUE, Found
from nlp.organizations_by_model import by_model
from nlp.organizations_en import find_latin
from nlp.overlaps import Overlaps
from nlp.quotes import opening_after, quoted_end, stripped
from nlp.sought import places
from nlp.words import Word, indexes, word_set, words
from ontology import vocabulary

LEGAL_FORMS = word_set(
    """
    ООО ОАО ЗАО ПАО НАО АО НПАО НП АНО НКО НО ФГУП ГУП МУП ФГБУ ФГБОУ ФГАОУ ФГКУ ФБУ ФКП ФГУ ФГБУН ФГБНУ ФГАНУ
    ФГАУ ФАНУ ГНЦ НИУ ГБУ ГКУ ГАУ ГУ ГАОУ ГБОУ ГАПОУ ГБПОУ КГБУ КГАУ КГКУ КГБПОУ ОГБУ ОГКУ ОГАУ ОГАПОУ МБУ МАУ МКУ МУ
    МБОУ МКОУ МАОУ МБДОУ МКДОУ МАДОУ СПК СХПК КФХ ТСЖ
    ГК НПО НПП НПК НИИ ОКБ ЦКБ УК ТПП ОЭЗ ЦКР СРО РОО ОО ИП ПО ПК ВО ВПО
    """
)
SCHOOLING = r"(?:дошкольн|общеобразовательн|образовательн|профессиональн)\w+\s+"
STATE_OWNED = r"(?:муниципальн|(?:федеральн\w+\s+|краев\w+\s+|областн\w+\s+)?государственн)\w+\s+"
LONG_FORMS = "|".join(
    (
        r"обществ\w+\s+с\s+ограниченной\s+ответственностью",
        r"(?:(?:открыт|закрыт|публичн|непубличн)\w+\s+)?акционерн\w+\s+обществ\w+",
        r"не\s?коммерческ\w+\s+партн[её]рств\w+",
        r"(?:автономн\w+\s+)?не\s?коммерческ\w+\s+организаци\w+",
        rf"{STATE_OWNED}унитарн\w+\s+предприяти\w+",
        rf"{STATE_OWNED}(?:(?:бюджетн|казенн|казённ|автономн)\w+\s+)?(?:{SCHOOLING})*учреждени\w+"
        r"(?:\s+высшего\s+(?:профессионального\s+)?образования)?",
    )
)
FORM = "|".join(sorted(map(re.escape, LEGAL_FORMS), key=len, reverse=True))
COMPANY = re.compile(
    rf"(?<![\w-])(?:(?P<short>(?:{FORM})(?:\s+(?:{FORM}))?)|(?P<long>(?i:{LONG_FORMS})))\s*(?=[{QUOTE}])"
)
QUOTED_FORM = re.compile(
    r"(?:[А-ЯЁ]{2}|(?i:ответственност|обществ|партн[её]рств|организац|предприят|учрежден|образован))\w*\s*\Z"
)
OPENING = re.compile(f"[{QUOTE}]")
LONGEST_WORD = 30  # characters of a form's last word and the blanks after it
LONGEST_FORM = 250  # characters of a legal form in full
BARE_FORM = r"ООО|ОАО|ЗАО|ПАО|АО|ФГУП|ГУП|МУП|НПО|АНО"
BARE_FORMS = re.compile(rf"(?:{BARE_FORM})\s")
BARE_COMPANY = re.compile(rf"(?<![\w-])(?P<short>{BARE_FORM})\s+(?P<name>[А-ЯЁA-Z][\w-]+(?:\s+[А-ЯЁA-Z][\w-]+){{0,2}})")
DISTRICT = r"(?:края|области|округа|района|республики|сельсовета|поселения|городского\s+округа)"
REGION_TAIL = re.compile(
    rf"\s+(?:[А-ЯЁ][\w-]+(?:ого|ой|ей|его)\s+(?:\w+(?:ого|ой)\s+)?{DISTRICT}"
    r"|Республики\s+[А-ЯЁ][\w-]+(?:\s*[-–(]\s*[А-ЯЁ][\w-]+\)?)?|Чувашии|Татарстана|Башкортостана|Мордовии"
    r"|города\s+[А-ЯЁ][\w-]+|г\.\s*[А-ЯЁ][\w-]+|(?:ХМАО|ЯНАО|РТ|РБ|РК|РД|РМ|УР|ЧР|КБР|КЧР)(?!\w))"
)
LEAGUES = word_set(
    """
    ЕС НАТО ООН ОПЕК ВОЗ МВФ ВТО СНГ ЕАЭС ОБСЕ ЕСПЧ ЕЦБ МОК ФИФА УЕФА ЮНЕСКО БРИКС ШОС ОДКБ ОЗХО МАГАТЭ
    """
)
"""International organizations that are written in capitals."""

ALIAS = re.compile(
    r"\s*\(\s*(?:далее\s*[-–—:]?\s*(?:именуем\w+\s+)?"
    r"|сокращ[её]нно\s*[-–—:]?\s*)?(?P<alias>[«\"“]?[А-ЯЁA-Z][\w«»\"\s.-]{1,60}?[»\"”]?)\s*\)"
)


def find_organizations(doc: Doc) -> list[Mention]:
    """Mentions of organizations (`Organization`) and bodies of the state (`Authority`), in order of place."""
    document = doc._.document
    text = document.text
    found: list[Found] = [*_known(doc)]
    if document.language == "ru" or CYRILLIC.search(text):
        found += [*_companies(text), *_by_head(doc)]
        found += by_model(doc)
        found += [*_abbreviated(text, found), *_common(doc)]
    if document.language == "en":
        known = Overlaps(found)
        found += (item for item in _latin(text) if not known.has(item.start, item.start + 1))
    named = (item for item in found if NAMELESS.fullmatch(item.name) is None)
    inside = (item for item in named if not crosses_border(doc, item.start, item.end))
    return [_mention(text, item) for item in _outermost(inside)]


CYRILLIC = re.compile("[А-Яа-яЁё]{3}")


def _latin(text: str) -> Iterator[Found]:
    for item in find_latin(text):
        type_ = "Authority" if item.is_body else "Organization"
        yield Found(
            type_, item.start, item.end, item.name, "english name", legal_form=item.legal_form, score=item.score
        )


def _mention(text: str, found: Found) -> Mention:
    attributes: dict[str, Attribute] = {"name": found.name}
    if found.legal_form:
        attributes["legal_form"] = found.legal_form
    if found.candidates:
        attributes["candidates"] = found.candidates
    if alias := _alias(text, found.end):
        attributes["alias"] = alias
    return Mention(
        found.type, found.start, found.end, text[found.start : found.end], found.id, attributes, found.score, found.rule
    )


def _alias(text: str, end: int) -> str:
    """The short name given in brackets after the full one: "(далее – Фонд)", "(АЛТАКАМ)"."""
    match = ALIAS.match(text, end, min(len(text), end + 100))
    if match is None:
        return ""
    alias = stripped(match["alias"])
    return alias if "далее" in match.group() or alias.isupper() else ""


def _outermost(found: Iterable[Found]) -> list[Found]:
    """Every organization once a place; one inside another stays only where it ends the outer one (it is the parent
    body)."""
    kept: Overlaps[Found] = Overlaps()
    for item in sorted(found, key=lambda one: (-(one.end - one.start), one.rule == "model", one.id is None)):
        if all(
            other.start < item.start and item.end == other.end and item.type == "Authority" and item.rule != "model"
            for other in kept.at(item.start, item.end)
        ):
            kept.add(item)
    return sorted(kept, key=lambda one: (one.start, -one.end))


def _companies(text: str) -> Iterator[Found]:
    """A legal form and a name in quotation marks (or in capitals without them)."""
    taken = 0
    for match in _before_quotes(text):
        if match.start() < taken:
            continue
        end = quoted_end(text, match.end())
        if end is None:
            continue
        taken = end
        form = match["short"] or nominative(BLANK.sub(" ", match["long"]), "sing")
        form = form.replace("Не коммерческ", "Некоммерческ").replace("не коммерческ", "некоммерческ")
        proper = BLANK.sub(" ", stripped(text[match.end() : end]))
        yield Found("Organization", match.start(), end, f"{form} «{proper}»", "legal form and name", legal_form=form)
    for match in matches_at(BARE_COMPANY, (form.start() for form in BARE_FORMS.finditer(text)), text):
        yield Found(
            "Organization",
            match.start(),
            match.end(),
            BLANK.sub(" ", match.group()),
            "legal form and name",
            legal_form=match["short"],
        )


def _before_quotes(text: str) -> Iterator[re.Match[str]]:
    """What `COMPANY.finditer(text)` gives, from the quotation marks back."""
    done = 0
    for mark in OPENING.finditer(text):
        before = text[max(done, mark.start() - LONGEST_WORD) : mark.start()].rstrip()
        if not (before[-1:].isalnum() or before[-1:] == "_") or QUOTED_FORM.search(before) is None:
            continue
        match = COMPANY.search(text, max(done, mark.start() - LONGEST_FORM), mark.end())
        if match is not None:
            yield match
            done = match.end()


@cache
def _official(id_: str) -> str:
    return next((authority.ru for authority in vocabulary().authorities if authority.id == id_), id_)


def _known(doc: Doc) -> Iterator[Found]:
    """A federal body of the vocabulary, by any of its names, unless a region follows (then it is that region's)."""
    text = doc._.document.text
    found = words(doc)
    for hit in authorities().find(text, found, places(doc)):
        start, end = found[hit.first].start, found[hit.last - 1].end
        if not text[start].isupper() and not _is_long(hit.entries[0][1]):
            continue
        if _is_office(hit.entries[0][1]) and NAME_AFTER.match(text, end):
            continue
        tail = None if _is_federal(hit.entries[0][1]) else REGION_TAIL.match(text, end)
        if tail:
            name = BLANK.sub(" ", nominative(text[start : tail.end()], "sing"))
            yield Found("Authority", start, tail.end(), name, "regional body")
            continue
        ids = tuple(dict.fromkeys(id_ for id_, _ in hit.entries))
        written = BLANK.sub(" ", text[start:end])
        name = nominative(written, "sing") if doc._.document.language == "ru" else written
        yield Found(
            "Authority",
            start,
            end,
            name,
            "known body",
            ids[0] if len(ids) == 1 else None,
            candidates=ids if len(ids) > 1 else (),
        )


NAME_AFTER = re.compile(r"\s+[А-ЯЁ](?:[а-яё]+\s+[А-ЯЁ]|\.\s?[А-ЯЁ])|\s+[A-Z][a-z]+\s+[A-Z]")


def _is_office(name: str) -> bool:
    """Whether a body is one person's office (Президент России): before a name it is that person's role."""
    return name.startswith(("Президент", "President"))


def _is_long(name: str) -> bool:
    return name.count(" ") >= 2


def _is_federal(name: str) -> bool:
    return name.endswith(("Российской Федерации", "России", "РФ", "Russia", "Russian Federation"))


STATES = re.compile(r"(?:Российск\w+\s+Федераци\w+|Советск\w+\s+Союз\w*)(?:\s.*)?", re.DOTALL)
PERSONAL = frozenset({"Name", "Patr"})
"""What marks a first name or a patronymic: in the nominative it begins the name of the person in office."""

GENITIVE_BREAK = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADVB", "NPRO", "PRED", "ADJS", "COMP", "PRCL"})
WITH_PO = word_set("комитет управление отдел комиссия служба инспекция департамент агентство совет центр")
LONGEST_NAME = 14  # words after the head: "управление по …" of the open texts run to eleven


def _by_head(doc: Doc) -> Iterator[Found]:
    """A head word (университет, министерство, фонд) with the adjectives before it and the genitives after it, when a
    capital or a name in quotation marks makes it one body and not a kind of bodies."""
    text = doc._.document.text
    found = words(doc)
    for index in indexes(places(doc), INSTITUTIONS | AUTHORITIES):
        word = found[index]
        if any(reading.part != "NOUN" for reading in parse(word.text)[:1]) or _is_plural(word.text):
            continue
        first = _first(text, found, index)
        end, has_name = _name_end(text, found, index, is_body=word.lemma in AUTHORITIES)
        start = found[first].start
        if not _is_name(text, found, first, index, has_name):
            continue
        type_ = "Authority" if word.lemma in AUTHORITIES else "Organization"
        if STATES.fullmatch(text[start:end]):
            continue
        written = BLANK.sub(" ", text[start:end])
        yield Found(type_, start, end, _tidy(nominative(written, "sing")), "head word and name")


@lru_cache(maxsize=10_000)
def _is_plural(word: str) -> bool:
    readings = [reading for reading in parse(word) if reading.part == "NOUN"]
    return bool(readings) and all(reading.is_plural for reading in readings)


def _first(text: str, found: Sequence[Word], index: int) -> int:
    """The first of the adjectives that stand before the head, back to the one with the capital."""
    first = index
    best = index
    while first and index - first < 7 and text[found[first - 1].end : found[first].start].strip(" \n\xa0-–") == "":
        word = found[first - 1]
        if not _is_adjective(word.text):
            break
        first -= 1
        if word.text[0].isupper():
            best = first
            if not _before_is_capital_adjective(text, found, first):
                break
    return best


def _before_is_capital_adjective(text: str, found: Sequence[Word], first: int) -> bool:
    return bool(first) and found[first - 1].text[0].isupper() and _is_adjective(found[first - 1].text)


@lru_cache(maxsize=50_000)
def _is_adjective(word: str) -> bool:
    best = parse(word)[0]
    return best.part == "ADJF" and not best.grammemes & {"Apro", "Anum"}


def _name_end(text: str, found: Sequence[Word], index: int, *, is_body: bool) -> tuple[int, bool]:
    """Where the name ends, and whether what follows the head makes it a name (a quotation, a word with a capital)."""
    head = found[index]
    opening = opening_after(text, head.end)
    if opening is not None and (close := quoted_end(text, opening)):
        return close, True
    end, has_name, pending = head.end, False, ""
    for place in range(index + 1, min(len(found), index + LONGEST_NAME)):
        word = found[place]
        gap = text[found[place - 1].end : word.start]
        if not _continues(
            gap, word, pending, is_body=is_body and head.lemma not in UNDIVIDED, takes_po=head.lemma in WITH_PO
        ):
            break
        if (
            word.text in {"и", "по", "в", "на", "при", "сфере", "области"}
            and not word.text[0].isupper()
            and len(word.text) <= 3
        ):
            pending = word.text
            continue
        goes_on = pending == "по" and parse(word.text)[0].part in {"ADJF", "PRTF"}  # "по Судиславскому району"
        end, pending = word.end, pending if goes_on else ""
        has_name = has_name or (word.text[0].isupper() and word.lemma not in DOCUMENTS)
    return end, has_name


UNDIVIDED = word_set("правительство администрация дума собрание совет прокуратура суд парламент сенат мэрия")
"""Bodies whose names list no fields of work after a comma."""

DOCUMENTS = word_set(
    "программа подпрограмма закон порядок положение план перечень реестр приложение договор соглашение"
)
"""Words with a capital that name a document, and no body that deals with it."""


def _continues(gap: str, word: Word, pending: str, *, is_body: bool, takes_po: bool) -> bool:
    """Whether a word goes on with the name: a genitive (a dative after "по"), with nothing but blanks before it."""
    if gap.strip(" \n\xa0\t") not in {"", "-", ","} or "\n\n" in gap:
        return False
    text = word.text
    if text == "и":
        return "," not in gap and not pending
    if text == "по":
        return takes_po and "," not in gap and not pending
    if text.isdigit() or ("a" <= text[0].lower() <= "z") or (len(text) == 1 and text.isupper()):
        return False
    readings = parse(text)
    if text[0].isupper() and readings[0].case == "nomn" and readings[0].grammemes & PERSONAL:
        return False
    if readings[0].part in GENITIVE_BREAK or readings[0].part in {"PREP", "CONJ"}:
        return False
    if "," in gap and not (is_body and text[0].islower()):
        return False
    if text.isupper():
        return len(text) <= 5 and not pending
    cases = {reading.case for reading in readings if reading.part in {"NOUN", "ADJF", "PRTF", "NUMR"}}
    if pending == "по":
        return bool(cases & {"datv", "loct"})
    return "gent" in cases or ("datv" in cases and is_body and pending == "и")


def _is_name(text: str, found: Sequence[Word], first: int, index: int, has_name: bool) -> bool:
    """Whether the phrase names one body: a capital adjective before the head, a name after it, or a capital head
    inside a sentence."""
    if found[first].text[0].isupper() and first < index:
        return has_name or not _starts(text, found[first].start) or masculine(found[first].text) in region_adjectives()
    return has_name


def _starts(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' \xa0«"')
    return not before or before[-1] in ".!?…\n•:;"


def _tidy(name: str) -> str:
    return name.strip(" ,-–\n")


CAPITALS = re.compile(r"[А-ЯЁA-Z](?<![\w-].)[А-ЯЁA-Z]{1,6}(?![\w-])")  # a first letter first: twice as quick
BRACKETED = re.compile(r"\s?\(([А-ЯЁA-Z]{2,8})\)")


def _abbreviated(text: str, found: list[Found]) -> Iterator[Found]:
    """Abbreviations given in brackets after an organization, wherever the text uses them, and those of the world's
    organizations."""
    short = {match.group(1): item for item in found if (match := BRACKETED.match(text, item.end))}
    for match in CAPITALS.finditer(text):
        written = match.group()
        if written in short and not _is_shouted(written):
            full = short[written]
            yield Found(full.type, match.start(), match.end(), written, "abbreviation", full.id, score=0.9)
        elif written in LEAGUES:
            yield Found("Organization", match.start(), match.end(), written, "abbreviation")


def _is_shouted(written: str) -> bool:
    """Whether capitals are a word of the language, not its first letters: "(ФОРМА)"."""
    return len(written) >= LONGEST_LETTERS and is_in_dictionary(written.lower())


LONGEST_LETTERS = 5  # letters: shorter words in capitals may well be abbreviations (МЕРА, ЦЕХ)


def _common(doc: Doc) -> Iterator[Found]:
    """Bodies named by their kind alone ("полиция", "совет директоров"), with a low score."""
    found = words(doc)
    for index in indexes(places(doc), COMMON_HEADS):
        word = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and (word.lemma, following.lemma) in COMMON_PHRASES:
            name = f"{nominative(word.text, 'sing')} {following.text}"
            yield Found("Organization", word.start, following.end, name.lower(), "common name", score=VAGUE)
        elif word.lemma in COMMON and not _is_plural(word.text):
            yield Found("Organization", word.start, word.end, word.lemma, "common name", score=VAGUE)
