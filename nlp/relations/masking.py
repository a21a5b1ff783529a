"""A sentence with its mentions as slots, so that a rule's pattern reads as the sentence does: `⟦C0⟧ возглавляет ⟦P1⟧`.

The letter is the kind of thing: C cluster, P person, R region, O organization or authority, G programme, Z centre for
cluster development, S specialization, T status, V level of organization, D date, L legal act, N amount. A cluster slot
is also made of "кластер" alone where it stands for the one named last.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ingest.document import Span
from ingest.record import record
from nlp.entity import Entity
from nlp.figures.amount import Amount, joined_bounds, read_amounts
from nlp.mention import Mention
from nlp.modality import denies, modality_of
from nlp.morphology import parse
from nlp.relations.reading import Reading, span_of
from nlp.statement import Modality

KINDS: Mapping[str, str] = {
    "Cluster": "C",
    "Person": "P",
    "Region": "R",
    "Organization": "O",
    "ManagementOrganization": "O",
    "Authority": "O",
    "Programme": "G",
    "CentreForClusterDevelopment": "Z",
    "Specialization": "S",
    "ClusterStatus": "T",
    "Date": "D",
    "LegalAct": "L",
    "OrganizationalLevel": "V",
}
"""The letter of each type of mention that may fill a slot."""

SUBJECTS = frozenset("CGZO")
"""Kinds that a relation can start from."""

ORDER = "CLGZPORSTVD"
"""Of mentions that overlap the earlier kind fills the slot; within a kind the longer mention."""

SLOT = re.compile(r"⟦([A-Z])(\d+)⟧")
GAP = r"[^⟦⟧.;!?\n]"
WIDE = r"(?:[^⟦⟧.;!?\n]|⟦[RST]\d+⟧)"
"""What may stand between the slots of a relation; the wide one steps over regions, specializations and statuses too."""

GENERIC = re.compile(
    r"(?<![\w-])(?:(?:данн|этот|эт[оиу]|указанн|назван)\w*\s+)?кластер(?:а|у|ом|е)?(?![\w-])|\b(?:the|this)\s+cluster\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"(?:(?:в|из|с|у|на|для|о)\s+)?(?P<pronoun>он|его|ему|им|н[её]м|него|ним|нему)(?![\w-])|(?:in\s+)?(?P<en>it|its)(?![\w-])",
    re.IGNORECASE,
)
"""A pronoun that begins a sentence and may stand for the cluster that the sentence before tells of."""

CLAUSE_PRONOUN = re.compile(
    r"[;,]\s+(?:(?:и|а)\s+)?(?:(?:в|из|с|у|на|для|о)\s+)?(?P<pronoun>он|его|ему|им|н[её]м|него|ним)\s+"
    r"(?=возгла|руковод|управля|объедин|работа|занят|труд|вход|вош|участник|резидент|член|специализ|выпуск|производ|координ)"
)
"""A pronoun that begins a clause behind the cluster that it stands for, and the verbs that are said of clusters."""

ASIDE = re.compile(r"⟧ \((?:[^()⟦⟧]|⟦[RDTSP]\d+⟧){1,80}\)(?= )")
"""What stands in brackets behind a slot."""

OTHERS = frozenset("GPZO")
"""Kinds of which a pronoun may as well be meant."""

BARE_LINE = re.compile(
    r"[\W_]*(?:established|founded|created|set\s+up|launched|supported|создан|основан|образован|учрежд|поддерж)",
    re.IGNORECASE,
)
"""How a line begins whose subject stands in the title above it."""

TRIGGER = re.compile(
    r"созда|основан|образован|учрежд|сформирован|организован|сотруднич|взаимодейств|соглашени|establish|found|creat|set\s+up|"
    r"launch|formed|cooperat|collaborat|support|поддерж|выпуска|производ[ия]т|изготавлива|изготовля|на\s+выпуске|на\s+производстве|"
    r"produc|manufactur|makes?\s"
)
"""What a sentence says at least, in small letters, when it tells of an organization that is no cluster."""

LEADING = re.compile(r"возгла|руковод|head|led\s+by|lead|chair|runs?\s|direct")
"""What a sentence says at least, in small letters, when it tells who leads an organization."""

CLUSTER_WORD = re.compile(r"кластер|cluster", re.IGNORECASE)
ANOTHER = re.compile(r"\W*([А-ЯЁ][а-яё-]+)(?:\s[а-яё-]+){0,2}\sкластер(?![\w-])")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
POINTING = frozenset({"данный", "этот", "указанный", "названный", "весь", "сам"})
REACH = 3  # sentences over which "кластер" still stands for the one named last


@record
class Slot:
    """What fills a slot: where it stands, and the thing, the amount or the mention that stands there."""

    span: Span
    entity: Entity | None = None
    mention: Mention | None = None
    amount: Amount | None = None
    named: Span | None = None

    @property
    def name_span(self) -> Span:
        """Where the thing's name stands: elsewhere when "кластер" alone fills the slot."""
        return self.named or self.span


@record
class Masked:
    """A sentence as a pattern sees it: blanks are single, and `offsets[i]` is where character i stands in the text.
    `letters` are the kinds of its slots."""

    text: str
    slots: tuple[Slot, ...]
    offsets: tuple[int, ...]
    letters: frozenset[str]

    def find(self, pattern: "Pattern") -> Iterator[re.Match[str]]:
        """The places where the pattern holds."""
        if any(map(self.letters.isdisjoint, pattern.needs)):
            return iter(())
        return pattern.words.finditer(self.text)

    def slot(self, match: re.Match[str], letter: str) -> Slot:
        """The slot that the pattern's group `letter` caught."""
        return self.slots[int(match[letter])]

    def span(self, start: int, end: int) -> Span:
        """The document's span of the masked text's characters `start:end`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def modality(self, match: re.Match[str]) -> Modality:
        """How the clause around the match means it."""
        start = max(self.text.rfind(mark, 0, match.start()) for mark in (",", ";", ":", "(")) + 1
        stops = [at for mark in (",", ";", "(") if (at := self.text.find(mark, match.end())) >= 0]
        clause = self.text[start : min(stops, default=len(self.text))]
        return "negated" if denies(clause) else modality_of(clause)


@record
class Pattern:
    """Words with slots in them; `needs` are the kinds of which a sentence must have one each."""

    words: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


def compiled(*patterns: str) -> tuple[Pattern, ...]:
    """The patterns, blind to letter case."""
    return tuple(
        Pattern(re.compile(words, re.IGNORECASE), tuple(map(frozenset, re.findall(r"⟦\[([A-Z]+)\]\(", words))))
        for words in patterns
    )


def slot(*letters: str, group: str) -> str:
    """The pattern of a slot of any of these kinds, its number caught as `group`.

    >>> slot("C", group="c")
    '⟦[C](?P<c>\\\\d+)⟧'
    """
    return rf"⟦[{''.join(letters)}](?P<{group}>\d+)⟧"


@lru_cache(maxsize=2)
def masked_sentences(reading: Reading) -> Sequence[Masked]:
    """The sentences that can hold a relation, masked once a reading."""
    return tuple(_masked(reading))


def _masked(reading: Reading) -> Iterator[Masked]:
    """Every sentence that can hold a relation: it names a thing, or says "кластер" of one named shortly before."""
    last: tuple[int, Slot] | None = None
    alone = -1  # the sentence that tells of one cluster and of nobody else: the next one's pronoun means it
    names = _proper_names(reading)
    named = reading.sentences_with("Cluster", "Programme", "CentreForClusterDevelopment")
    bodies = reading.sentences_with("Organization", "ManagementOrganization", "Authority")
    people = reading.sentences_with("Person")
    for number, sentence in enumerate(reading.sentences):
        text = reading.text(sentence)
        known = last[1] if last and number - last[0] <= REACH else None
        pronoun = PRONOUN.match(text) if known and alone == number - 1 else None
        is_meant = known is not None and (pronoun is not None or CLUSTER_WORD.search(text) is not None)
        is_told = number in named or bool(names) or is_meant
        if not is_told and not _tells_of_body(text, has_body=number in bodies, has_person=number in people):
            continue
        slots = _slots(reading, sentence, names)
        clusters = [slot for slot in slots if slot.entity is not None and slot.entity.type == "svod:Cluster"]
        if clusters:
            only = len({slot.entity.id for slot in clusters if slot.entity}) == 1
            last = (number, clusters[0]) if only else None
        elif known is not None and _tells_of_another(text):
            last = None
        elif known is not None:
            slots += _generic(sentence, text, slots, known)
            if pronoun is not None:
                group = "en" if pronoun["en"] else "pronoun"
                place = Span(sentence.start + pronoun.start(group), sentence.start + pronoun.end(group))
                slots.append(Slot(place, known.entity, None, None, known.span))
                clusters = slots[-1:]
        if clusters and not any(_letter(slot) in OTHERS for slot in slots):
            alone = number
        if len(clusters) == 1 and (again := CLAUSE_PRONOUN.search(text)) is not None:
            slots += _pronoun(sentence, again, slots, clusters[0])
        if any(_letter(slot) in SUBJECTS for slot in slots) or BARE_LINE.match(text):
            masked = _mask(reading, sentence, _with_amounts(reading, sentence, slots))
            yield masked
            if (bare := _without_brackets(masked)) is not None:
                yield bare


def _pronoun(sentence: Span, again: re.Match[str], slots: Sequence[Slot], known: Slot) -> list[Slot]:
    """The slot of a pronoun that begins a clause behind the sentence's one cluster, where nothing else can be meant."""
    place = Span(sentence.start + again.start("pronoun"), sentence.start + again.end("pronoun"))
    before = [slot for slot in slots if slot.span.start < place.start]
    is_meant = known in before and not any(_letter(slot) in OTHERS for slot in before)
    return [Slot(place, known.entity, None, None, known.name_span)] if is_meant else []


def _without_brackets(masked: Masked) -> Masked | None:
    """The sentence without what stands in brackets behind its slots: "⟦C0⟧ (⟦R1⟧) получил" reads as "⟦C0⟧ получил"."""
    asides = [match.span() for match in ASIDE.finditer(masked.text)]
    if not asides:
        return None
    kept = [at for at in range(len(masked.text)) if not any(start < at < end for start, end in asides)]
    text = "".join(masked.text[at] for at in kept)
    letters = frozenset(match[1] for match in SLOT.finditer(text))
    return Masked(text, masked.slots, tuple(masked.offsets[at] for at in kept), letters)


def _tells_of_body(text: str, *, has_body: bool, has_person: bool) -> bool:
    """Whether the sentence names an organization, or has the title's for its subject, and tells something of it."""
    if not has_body and not BARE_LINE.match(text):
        return False
    low = text.lower()
    return TRIGGER.search(low) is not None or (has_person and LEADING.search(low) is not None)


def _slots(reading: Reading, sentence: Span, names: Sequence[tuple[Span, Entity]]) -> list[Slot]:
    """The slots of a sentence in order of place, none over another."""
    found = reading.inside(sentence, *KINDS)
    found.sort(key=lambda pair: (ORDER.index(KINDS[pair[1].type]), pair[1].start - pair[1].end))
    kept: list[tuple[int, int, Slot]] = []
    for index, mention in found:
        _keep(kept, Slot(span_of(mention), reading.links.get(index), mention))
    for span, entity in names[bisect_left(names, sentence.start, key=lambda name: name[0].start) :]:
        if span.start >= sentence.end:
            break
        if span.end <= sentence.end:
            _keep(kept, Slot(span, entity))
    return [slot for _, _, slot in kept]


def _keep(kept: list[tuple[int, int, Slot]], slot: Slot) -> None:
    """Put the slot where it belongs unless one stands there."""
    at = bisect_left(kept, (slot.span.start, slot.span.end), key=lambda item: item[:2])
    if at > 0 and kept[at - 1][1] > slot.span.start:
        return
    if at < len(kept) and kept[at][0] < slot.span.end:
        return
    kept.insert(at, (slot.span.start, slot.span.end, slot))


def _proper_names(reading: Reading) -> list[tuple[Span, Entity]]:
    """Where a cluster's quoted name stands again without the word "cluster"."""
    clusters: dict[str, dict[str, Entity]] = {}
    for index, mention in reading.of_type("Cluster"):
        proper = str(mention.attributes.get("proper") or "")
        if len(proper) > 3:
            clusters.setdefault(_folded(proper), {}).setdefault(proper, reading.links[index])
    if not clusters:
        return []
    text = reading.document.text
    longest = 2 * max(map(len, clusters))  # blanks between words may be many
    found = []
    for mark in OPENING_MARK.finditer(text):
        for close in CLOSING_MARK.finditer(text, mark.end(), mark.end() + longest):
            known = clusters.get(_folded(text[mark.end() : close.start()]), {})
            found += [(Span(mark.start(), close.end()), entity) for entity in known.values()]
    return found


OPENING_MARK, CLOSING_MARK = re.compile('[«"“„]'), re.compile('[»"”]')


def _folded(name: str) -> str:
    return " ".join(name.split()).lower()


def _generic(sentence: Span, text: str, slots: Sequence[Slot], known: Slot) -> list[Slot]:
    """Slots of "кластер" alone, where no adjective and no genitive makes it another one."""
    found = []
    for match in GENERIC.finditer(text):
        span = Span(sentence.start + match.start(), sentence.start + match.end())
        before, after = LAST_WORD.search(text, 0, match.start()), NEXT_WORD.match(text, match.end())
        if after and _qualifies(after[1]):
            continue
        if before and any(
            reading.part in {"ADJF", "PRTF"} and reading.lemma not in POINTING for reading in parse(before[1])[:1]
        ):
            continue
        if all(span.end <= slot.span.start or slot.span.end <= span.start for slot in slots):
            found.append(Slot(span, known.entity, None, None, known.span))
    return found


def _tells_of_another(text: str) -> bool:
    """Whether a sentence begins with a cluster that it does not name: "Химический кластер расположен"."""
    begun = ANOTHER.match(text)
    if begun is None:
        return False
    first = parse(begun[1])[:1]
    return any(reading.part == "ADJF" and reading.lemma not in POINTING for reading in first)


def _qualifies(word: str) -> bool:
    first = parse(word)[:1]
    return any(reading.part in {"NOUN", "ADJF", "PRTF"} and reading.case == "gent" for reading in first)


def _with_amounts(reading: Reading, sentence: Span, slots: list[Slot]) -> list[Slot]:
    language = reading.document.language
    text = reading.document.text
    for amount in joined_bounds(text, read_amounts(text, sentence.start, sentence.end, language)):
        if all(amount.end <= slot.span.start or slot.span.end <= amount.start for slot in slots):
            slots.append(Slot(Span(amount.start, amount.end), amount=amount))
    return sorted(slots, key=lambda slot: slot.span)


def _mask(reading: Reading, sentence: Span, slots: Sequence[Slot]) -> Masked:
    pieces: list[str] = []
    offsets: list[int] = []
    is_blank = True

    def put(start: int, end: int) -> None:
        """Take over a stretch of the text, its blanks single."""
        nonlocal is_blank
        for piece in PIECE.finditer(text, start, end):
            if piece[1]:
                pieces.append(piece[1])
                offsets.extend(range(piece.start(), piece.end()))
                is_blank = False
            elif not is_blank:
                pieces.append(" ")
                offsets.append(piece.start())
                is_blank = True

    text, done = reading.document.text, sentence.start
    for number, slot in enumerate(slots):
        put(done, slot.span.start)
        pieces.append(f"⟦{_letter(slot)}{number}⟧")
        offsets += [slot.span.start] * (len(pieces[-1]) - 1) + [slot.span.end - 1]
        is_blank = False
        done = slot.span.end
    put(done, sentence.end)
    return Masked("".join(pieces), tuple(slots), tuple(offsets), frozenset(map(_letter, slots)))


PIECE = re.compile(r"([^\s*]+)|[\s*]+")  # marks of emphasis are blanks


def _letter(slot: Slot) -> str:
    if slot.amount is not None:
        return "N"
    return KINDS[slot.mention.type] if slot.mention else "C"
