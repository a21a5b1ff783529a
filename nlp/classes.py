"""Terms of the vocabulary where a text uses them: specializations, sectors, statuses, levels, programmes, centres for
cluster development, support measures and parks."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from ingest.record import record
from nlp.anchors import lowered, matches
from nlp.gazetteers import concepts
from nlp.mention import Attribute, Mention
from nlp.morphology import nominative
from nlp.overlaps import Overlaps
from nlp.quotes import quoted_end, stripped
from nlp.sought import places
from nlp.spacing import joined
from nlp.triggers import triggers
from nlp.words import words
from ontology import vocabulary

BLANK = re.compile(r"\s+")
QUOTE = '«"“„'
SPECIALIZATION_LABEL = re.compile(
    r"специализац|отрасл|направлени\w+\s+деятельности|speciali[sz]ation|sector|industr", re.IGNORECASE
)
STATUS_LABEL = re.compile(r"статус|status", re.IGNORECASE)
LEVEL_LABEL = re.compile(
    r"уров\w+\s+(?:организац|развити)|level\s+of\s+organi[sz]|organi[sz]ational\s+(?:development\s+)?level",
    re.IGNORECASE,
)
LINE = re.compile(
    r"(?m)^[^\S\n]*[•●*–-]?[^\S\n]*(?P<label>[^\n:]{3,70}):[^\S\n]*(?P<value>\S[^\n]*(?:\n(?![^\n]{0,70}:)(?=[а-яёa-z(])[^\n]+)*)"
)
LEVEL_PROSE = re.compile(
    r"(?P<word>начальн|средн|высок)\w+\s+уров\w+\s+организационного\s+развития|(?P<en>initial|medium"
    r"|high)\s+level\s+of\s+organi[sz]ational\s+development",
    re.IGNORECASE,
)
LEVEL_AFTER = re.compile(
    r"(?:уров\w+\s+организационного\s+развития(?:\s+кластера)?(?:\s+[^\n.;:–—()]{3,70}(?=\s[–—]\s))?"
    r"|level\s+of\s+organi[sz]ational\s+development)\s*(?:[-–—:]|is)?\s*(?P<value>начальный|средний|высокий"
    r"|initial|medium|high)(?!\w)",
    re.IGNORECASE,
)
TERM_TYPES = (
    "Specialization",
    "Sector",
    "ClusterStatus",
    "OrganizationalLevel",
    "Programme",
    "CentreForClusterDevelopment",
    "SupportMeasure",
    "TechnologyPark",
    "IndustrialPark",
)
SHORTEST = 6  # characters of a programme's name in quotation marks
DISTINCTIVE = 9  # letters: a single word as long as this is a term of industry (судостроение), a shorter one any word


@record
class Zone:
    """The value of a field, and what its label asks for: `specialization`, `status` or `level`."""

    kind: str
    start: int
    end: int


def find_terms(doc: Doc) -> list[Mention]:
    """Mentions of the vocabulary's terms (`Specialization Sector ClusterStatus OrganizationalLevel Programme
    CentreForClusterDevelopment SupportMeasure TechnologyPark IndustrialPark`), in order of place."""
    zones = list(_zones(doc))
    found = [
        *_concepts(doc, zones),
        *_levels(doc, zones),
        *_programmes(doc),
        *_centres(doc),
        *_parks(doc),
        *_measures(doc),
    ]
    return sorted(found, key=lambda one: (one.start, -one.end, one.type))


def _zones(doc: Doc) -> Iterator[Zone]:
    """The values of fields and the cells of columns whose label names a specialization, a status or a level, and what
    stands after "специализируется на"."""
    document = doc._.document
    text = document.text
    for pair in document.pairs:
        if kind := _kind(text[pair.label.start : pair.label.end]):
            yield Zone(kind, pair.value.start, pair.value.end)
    yield from _verbal_zones(text)
    for line in _labelled_lines(text):
        if kind := _kind(line["label"]):
            yield Zone(kind, line.start("value"), line.end("value"))
    for table in document.tables:
        kinds = {cell.column: _kind(text[cell.start : cell.end]) for cell in table.cells if cell.row == 0}
        for cell in table.cells:
            if cell.row and (name := kinds.get(cell.column, "")):
                yield Zone(name, cell.start, cell.end)


SPECIALIZES = re.compile(r"(?:специализиру\w+\s+(?:на|в)|speciali[sz](?:es?|ed|ing)\s+in)\s+(?P<what>[^.;\n]+)")
"""What a sentence says where the names after it are of specializations; in small letters."""


def _verbal_zones(text: str) -> Iterator[Zone]:
    """What stands after "специализируется на": names there are asked for as in a field."""
    low = lowered(text)
    if "специализиру" in low or "specializ" in low or "specialis" in low:
        for match in SPECIALIZES.finditer(low):
            yield Zone("specialization", match.start("what"), match.end("what"))


def _labelled_lines(text: str) -> Iterator[re.Match[str]]:
    """The lines "label: value" whose label may ask for a term."""
    done = 0
    for word in triggers(text).stems["label"]:
        if word < done or LABEL_END.match(text, word) is None:
            continue
        if match := LINE.match(text, text.rfind("\n", done, word) + 1 or done):
            yield match
            done = match.end()


LABEL_END = re.compile(r"[^\n:]{0,70}:")


def _kind(label: str) -> str:
    if LEVEL_LABEL.search(label):
        return "level"
    if STATUS_LABEL.search(label):
        return "status"
    return "specialization" if SPECIALIZATION_LABEL.search(label) else ""


TYPES = {"specializations": "Specialization", "sectors": "Sector", "statuses": "ClusterStatus"}
NOT_INSIDE = frozenset({"Cluster", "Organization", "Authority", "LegalAct"})


def _concepts(doc: Doc, zones: list[Zone]) -> Iterator[Mention]:
    """Specializations, sectors and statuses by their names: every name in a field that asks for them, elsewhere only
    names of several words or long ones."""
    text = doc._.document.text
    found = words(doc)
    for group, type_ in TYPES.items():
        kind = "status" if group == "statuses" else "specialization"
        own = [zone for zone in zones if zone.kind == kind]
        for hit in concepts(group).find(text, found, places(doc)):
            start, end = found[hit.first].start, found[hit.last - 1].end
            asked = any(zone.start <= start and end <= zone.end for zone in own)
            if not asked and not _is_distinctive(text[start:end], type_) and not _fills_item(text, start, end):
                continue
            if not asked and _is_inside(doc, start, end):
                continue
            yield _term(text, start, end, type_, hit.entries[0][0], 1.0 if asked else 0.8)


def _is_distinctive(written: str, type_: str) -> bool:
    """Whether a name says by itself what it is: several words, or one long word."""
    if type_ == "ClusterStatus":
        return written.count(" ") >= 1 or "\n" in written
    parts = re.findall(r"\w+", written)
    return len(parts) > 1 or (
        len(written) >= DISTINCTIVE
        and bool(
            re.search(r"(?i)(?:строени|хими|фармацевтик|металлурги|электроник|фотоник|обработк|технологи)", written)
        )
    )


def _fills_item(text: str, start: int, end: int) -> bool:
    """Whether the name is a whole item of a bulleted list."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)]
    return bool(BULLET.fullmatch(text[line:start])) and not rest.strip(" ,.;\xa0\r")


BULLET = re.compile(r"\s*[•●▪◦*‣–-]\s+")


def _is_inside(doc: Doc, start: int, end: int) -> bool:
    if "outer" not in doc.user_data:
        doc.user_data["outer"] = Overlaps(mention for mention in doc._.mentions if mention.type in NOT_INSIDE)
    outer: Overlaps[Mention] = doc.user_data["outer"]
    return any(
        other.start <= start and end <= other.end and (other.start, other.end) != (start, end)
        for other in outer.at(start, end)
    )


def _term(text: str, start: int, end: int, type_: str, id_: str, score: float = 1.0) -> Mention:
    name = vocabulary().concepts[id_].ru or vocabulary().concepts[id_].en
    return Mention(type_, start, end, text[start:end], id_, {"name": name}, score, "vocabulary")


@cache
def _level_ids() -> dict[str, str]:
    return {name.lower(): concept.id for concept in vocabulary().levels for name in (concept.ru, concept.en)}


STEM_LEVELS = {"начальн": "начальный", "средн": "средний", "высок": "высокий"}


def _levels(doc: Doc, zones: list[Zone]) -> Iterator[Mention]:
    """Levels of organizational development, only where the text speaks of that level."""
    text = doc._.document.text
    ids = _level_ids()
    for zone in zones:
        if zone.kind == "level":
            value = re.compile(r"\s*(начальный|средний|высокий|initial|medium|high)(?!\w)", re.IGNORECASE).match(
                text, zone.start, zone.end
            )
            if value and _is_only(text, value.end(), zone.end):
                yield _term(text, value.start(1), value.end(1), "OrganizationalLevel", ids[value.group(1).lower()])
    low = lowered(text)
    if "организационного" not in low and "organi" not in low:
        return
    taken = {(zone.start, zone.end) for zone in zones if zone.kind == "level"}
    for match in LEVEL_AFTER.finditer(text):
        if not any(start <= match.start("value") < end for start, end in taken):
            yield _term(
                text, match.start("value"), match.end("value"), "OrganizationalLevel", ids[match["value"].lower()]
            )
    for match in LEVEL_PROSE.finditer(text):
        word = (match["word"] or match["en"]).lower()
        yield _term(text, match.start(), match.end(), "OrganizationalLevel", ids[STEM_LEVELS.get(word, word)])


def _is_only(text: str, start: int, end: int) -> bool:
    """Whether the field holds one level and no other (a legend lists all three)."""
    return not re.compile(r"начальный|средний|высокий|initial|medium|high", re.IGNORECASE).search(text, start, end)


PROGRAMME_TAIL = (
    rf"(?P<area>\s+(?:Российской\s+Федерации|[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|района|округа)"
    rf"|(?:[А-ЯЁ][\w-]+\s+){{1,4}}муниципального\s+района|Республики\s+[А-ЯЁ]\w+|города\s+[А-ЯЁ]\w+))?"
    rf"(?P<years>\s+на\s+(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d\s*(?:годы|гг\.?))?\s*(?=[{QUOTE}])"
)
PROGRAMME = re.compile(
    rf"(?<!\w)(?P<head>(?:(?:федеральн\w+\s+целев|государственн|муниципальн|ведомственн\w+\s+целев"
    rf"|долгосрочн\w+\s+целев|краев|областн|целев|комплексн|региональн|республиканск|национальн|федеральн)\w+\s+)*"
    rf"(?:под)?программ(?:а|ы|е|у|ой|ою)|национальн\w+\s+проект(?:а|у|ом|е)?|приоритетн\w+\s+проект(?:а|у|ом|е)?"
    rf"|федеральн\w+\s+проект(?:а|у|ом|е)?){PROGRAMME_TAIL}",
    re.IGNORECASE,
)
PROGRAMME_ENDS = re.compile(rf"(?:програм(?:ма|мы|ме|му|мой|мою)|проект(?:а|у|ом|е)?){PROGRAMME_TAIL}", re.IGNORECASE)
PROGRAMME_BEGINS = re.compile(r"п(?=рограмм|роект)")
LONGEST_HEAD = 250  # characters of the adjectives before "программа"
PROGRAMME_EN = re.compile(
    r"(?<![\w-])(?:[Tt]he\s+)?(?P<name>(?:[Pp]rogramme|[Pp]rogram)\s+(?:of"
    r"|for)\s+(?:[A-Z][\w-]+)(?:\s+(?:[A-Z][\w-]+|of|and|for)){1,8}(?<!\sof)(?<!\sand)(?<!\sfor)"
    r"|(?:[A-Z][\w-]+\s+)(?:(?:[A-Z][\w-]+|of|and|for)\s+){1,10}(?:Programme|Program)(?!\w))"
)


def _programmes(doc: Doc) -> Iterator[Mention]:
    """Programmes and projects by a name in quotation marks, or by a name of the vocabulary."""
    text = doc._.document.text
    found = words(doc)
    kept: list[tuple[int, int]] = []
    for hit in concepts("programmes").find(text, found, places(doc)):
        start, end = found[hit.first].start, found[hit.last - 1].end
        kept.append((start, end))
        yield _term(text, start, end, "Programme", hit.entries[0][0])
    for match in _quoted_programmes(text):
        close = quoted_end(text, match.end())
        if close is None or close - match.end() < SHORTEST:
            continue
        head = BLANK.sub(" ", nominative(match["head"], "sing"))
        area = BLANK.sub(" ", match["area"] or "")
        proper = joined(stripped(text[match.end() : close]))
        yield _named(
            "Programme", text, (match.start(), close), f"{head}{area} «{proper}»", "programme in quotation marks"
        )
    for match in PROGRAMME_EN.finditer(text) if "rogram" in text else ():
        start, end = match.span("name")
        if "\n\n" not in match.group() and not any(start < b and a < end for a, b in kept):
            yield _named("Programme", text, (start, end), BLANK.sub(" ", match["name"]), "programme by its head word")


def _quoted_programmes(text: str) -> Iterator[re.Match[str]]:
    """What `PROGRAMME.finditer(text)` gives, from its last word back."""
    done = 0
    for word in matches(PROGRAMME_ENDS, PROGRAMME_BEGINS, text):
        if word.start() < done:
            continue
        match = PROGRAMME.search(text, max(done, word.start() - LONGEST_HEAD), word.end() + 1)
        if match is not None:
            yield match
            done = match.end()


def _named(type_: str, text: str, span: tuple[int, int], name: str, rule: str, score: float = 1.0) -> Mention:
    start, end = span
    attributes: dict[str, Attribute] = {"name": name}
    return Mention(type_, start, end, text[start:end], None, attributes, score, rule)


CENTRE = re.compile(
    r"(?P<before>(?:[А-ЯЁ][а-яё]+(?:ский|ского|скому|ским|ском)\s+(?:\w+(?:ый|ого|ому|ым|ом)\s+)?)?)(?i:центр(?:а"
    r"|у|ом|е)?)\s+кластерного\s+развития(?P<after>(?:\s+(?:[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|округа)"
    r"|Республики\s+[А-ЯЁ][\w-]+(?:\s*[-–]\s*[А-ЯЁ]\w+)?|[А-ЯЁ][а-яё]+ии|г\.\s*[А-ЯЁ]\w+|города\s+[А-ЯЁ]\w+|Москвы"
    r"|Санкт-Петербурга|Татарстана))?)"
)
CENTRE_EN = re.compile(
    r"(?P<before>(?:[A-Z][\w-]+\s+)?(?:[Rr]egional\s+)?)(?:Cent(?:re|er)\s+(?:for|of)\s+Cluster\s+Development|Cluster\s+Development\s+Cent(?:re|er))(?P<after>(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z]?[\w-]+)?)?)(?!s)"
)


DEVELOPMENT, DEVELOPMENT_EN = re.compile(r"кластерного\s+развития"), re.compile(r"Cluster\s+Development")


def _centres(doc: Doc) -> Iterator[Mention]:
    """A centre for cluster development of a region. Those in general ("28 центров") are not named."""
    text = doc._.document.text
    for match in CENTRE.finditer(text) if DEVELOPMENT.search(text) else ():
        if match["before"].strip() or match["after"].strip():
            name = BLANK.sub(" ", nominative(match.group(), "sing"))
            yield _named("CentreForClusterDevelopment", text, (match.start(), match.end()), name, "centre of a region")
    for match in CENTRE_EN.finditer(text) if DEVELOPMENT_EN.search(text) else ():
        if match["before"].strip() not in {"", "The", "A", "Regional"} or match["after"].strip():
            written = BLANK.sub(" ", match.group()).strip()
            yield _named(
                "CentreForClusterDevelopment", text, (match.start(), match.end()), written, "centre of a region"
            )


PARK = re.compile(
    rf"(?<!\w)(?P<head>(?i:(?:индустриальн|промышленн|технологическ|научно-технологическ"
    rf"|агропромышленн)\w*\s+парк(?:а|у|ом|е)?|технопарк(?:а|у|ом|е)?))\s*(?=[{QUOTE}])"
)
PARK_ENDS, PARK_EN_ENDS = re.compile(rf"парк(?:а|у|ом|е)?\s*[{QUOTE}]"), re.compile(r"Park(?!s)|Technopark(?!s)")
PARK_EN = re.compile(r"(?:[A-Z][\w-]+\s+){1,3}(?:Industrial\s+Park|Technology\s+Park|Technopark|Science\s+Park)(?!s)")


def _parks(doc: Doc) -> Iterator[Mention]:
    """Industrial and technology parks by their name."""
    text = doc._.document.text
    for match in PARK.finditer(text) if PARK_ENDS.search(lowered(text)) else ():
        end = quoted_end(text, match.end())
        if end is not None:
            type_ = "IndustrialPark" if re.match(r"(?i)индустр|промышл|агро", match["head"]) else "TechnologyPark"
            name = f"{BLANK.sub(' ', nominative(match['head'], 'sing'))} «{joined(stripped(text[match.end() : end]))}»"
            yield _named(type_, text, (match.start(), end), name, "park in quotation marks")
    for match in PARK_EN.finditer(text) if PARK_EN_ENDS.search(text) else ():
        type_ = "IndustrialPark" if "Industrial" in match.group() else "TechnologyPark"
        yield _named(
            type_, text, (match.start(), match.end()), BLANK.sub(" ", match.group()), "park by its head word", 0.9
        )


MEASURE = re.compile(
    r"(?<!\w)(?:субсиди(?:я|и|ю|й|ей|ям|ями|ях)\s+(?:из\s+(?:федерального|областного|краевого|регионального"
    r"|республиканского|местного)\s+бюджета(?:\s+бюджетам\s+субъектов(?:\s+Российской\s+Федерации)?)?"
    r"|на\s+(?:возмещение|компенсацию|финансирование|софинансирование|реализацию)(?:\s+части)?(?:\s+(?:затрат"
    r"|расходов|недополученных\s+доходов|мероприятий|процентн\w+\s+став\w+))?)"
    r"|налогов\w+\s+льгот\w*|льготн\w+\s+(?:за[йи]м\w*|кредит\w*|аренд\w+)|грант\w*\s+в\s+форме\s+субсидии"
    r"|возмещени\w+\s+(?:части\s+)?затрат|специальн\w+\s+инвестиционн\w+\s+контракт\w*"
    r"|federal\s+subsid(?:y|ies)|refund\w*\s+(?:of\s+)?(?:the\s+)?costs(?:\s+(?:of|on|for)\s+[A-Z][^\n.;:,()]{3,90})?"
    r"|tax\s+(?:incentives?|benefits?|relief)|soft\s+loans?)(?!\w)",
    re.IGNORECASE,
)
MEASURE_BEGINS = re.compile(
    r"с(?=убсиди|пециальн)|н(?=алогов)|л(?=ьготн)|г(?=рант)|в(?=озмещени)|f(?=ederal)|s(?=ubsidy|oft)|r(?=efund)|t(?=ax)"
)


def _measures(doc: Doc) -> Iterator[Mention]:
    """Measures of support: subsidies, tax relief, loans, contracts."""
    text = doc._.document.text
    for match in matches(MEASURE, MEASURE_BEGINS, text):
        written = BLANK.sub(" ", match.group())
        name = nominative(written) if doc._.document.language == "ru" else written
        score = 0.5 if BARE_REFUND.fullmatch(written) else 0.8
        yield _named("SupportMeasure", text, (match.start(), match.end()), name, "kind of support", score)


BARE_REFUND = re.compile(r"(?i:refund\w*\s+(?:of\s+)?(?:the\s+)?costs|возмещени\w+\s+(?:части\s+)?затрат)")
"""A refund that does not say of what: its kind alone, no measure."""
