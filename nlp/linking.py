"""Which mentions of a document name one thing: by natural key, else by type and normal name.

Clusters and organizations meet by their normal name, people by their full name; a name with initials joins a fuller one
only when exactly one in the document fits. Two documents never meet here: that is resolution's work, in `graph`.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.document import Document, Span
from nlp.acts.issuing import issuer_key
from nlp.entity import Entity
from nlp.legal_forms import legal_kind
from nlp.mention import Attribute, Mention
from nlp.normal import fits, normal_name
from nlp.outline import flat
from ontology.vocabulary import vocabulary

UNLINKED = frozenset({"Date", "Role", "Contact", "ActReference", "Observation"})
"""Types of mention that name no thing of their own."""

Place = tuple[int, int]

SURE = 0.6
"""The score from which a mention makes a thing: below it only its context could say which one is meant."""

SURE_OF_A_SURNAME = 0.75
"""The same for a person's name of one word that no rule and no fuller name in the document confirms."""

NAMED_FIRST = re.compile(r"(?!(?:от|from|of|и)\b)[^\W\d_]{3}", re.IGNORECASE)
WITH_ISSUER = frozenset({"ministry_order", "regional_resolution", "municipal", "regional_law"})
"""Kinds of act that several bodies pass: the name says which."""

COMPANIES = frozenset({"svod:Organization", "svod:ManagementOrganization"})
"""Classes whose things have legal forms."""

COMMON_HEAD = re.compile(r"(?:организаци|компани|предприяти|участник)[а-яё]*\s+[^«\"“„]+\Z")
"""What an organization is of a cluster ("компания Воронежского кластера") is no name."""

CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def link(document: Document, mentions: Sequence[Mention]) -> dict[int, Entity]:
    """The entity of each mention that names a thing, by the mention's index. Mentions of one thing share one entity."""
    keyed: dict[tuple[str, str], list[int]] = {}
    clusters = {(mention.start, mention.end) for mention in mentions if mention.type == "Cluster"}
    companies = {(mention.start, mention.end) for mention in mentions if mention.attributes.get("legal_form")}
    for index, mention in enumerate(mentions):
        if _is_sure(mention, clusters, companies) and not _is_cluster(mention, clusters):
            keyed.setdefault(_key(mention), []).append(index)
    for short, full in _fuller_names(keyed).items():
        keyed[full] = sorted(keyed[full] + keyed.pop(short))
    found: dict[int, Entity] = {}
    for key, together in keyed.items():
        for kind, indexes in _by_legal_kind(key[0], together, mentions).items():
            entity = _entity(document, key, [mentions[index] for index in indexes], kind)
            found.update(dict.fromkeys(indexes, entity))
    by_place = {(mentions[index].start, mentions[index].end): entity for index, entity in found.items()}
    for index, mention in enumerate(mentions):
        if _is_cluster(mention, clusters):
            found[index] = by_place[mention.start, mention.end]
    return found


def class_of(mention_type: str) -> str:
    """The class of the vocabulary that a type of mention is.

    >>> class_of("Cluster")
    'svod:Cluster'
    """
    return f"svod:{mention_type}"


MASCULINE, NEUTER = "|а|у|ом|е|ы|ов|ам|ами|ах", "е|я|ю|ем|и|й|ям|ями|ях"
NOMINATIVE_KINDS = tuple(
    (re.compile(rf"{stem}(?:{endings})(?!\w)", re.IGNORECASE), kind)
    for stem, endings, kind in (
        (r"федеральн\w+\s+конституционн\w+\s+закон", MASCULINE, "Федеральный конституционный закон"),
        (r"федеральн\w+\s+закон", MASCULINE, "Федеральный закон"),
        ("закон", MASCULINE, "Закон"),
        ("указ", MASCULINE, "Указ"),
        ("устав", MASCULINE, "Устав"),
        ("приказ", MASCULINE, "Приказ"),
        ("постановлени", NEUTER, "Постановление"),
        ("распоряжени", NEUTER, "Распоряжение"),
        ("решени", NEUTER, "Решение"),
    )
)
"""How a citation begins in any case and number, and the kind of act as a name has it."""


def name_of(mention: Mention) -> str:
    """The name that a mention gives: its clean form where the step found one, else its text.

    >>> name_of(Mention("Cluster", 0, 8, "Камского\\nкластера", attributes={"name": "Камский кластер"}))
    'Камский кластер'
    """
    if mention.type == "LegalAct" and not NAMED_FIRST.match(mention.text):
        return _act_name(mention)
    name = mention.attributes.get("name")
    if mention.type == "LegalAct" and not name:
        return act_title_case(flat(mention.text))
    return flat(str(name)) if name else flat(mention.text)


def act_title_case(words: str) -> str:
    """An act's citation with its kind in the nominative singular, as a name stands alone.

    >>> act_title_case("постановлениями Правительства Российской Федерации от 31 июля 2015 г. № 779")
    'Постановление Правительства Российской Федерации от 31 июля 2015 г. № 779'
    >>> act_title_case("Федеральным законом № 488-ФЗ"), act_title_case("Government Resolution No. 779")
    ('Федеральный закон № 488-ФЗ', 'Government Resolution No. 779')
    """
    for pattern, kind in NOMINATIVE_KINDS:
        match = pattern.match(words)
        if match:
            return kind + words[match.end() :]
    return words


def _act_name(mention: Mention) -> str:
    """A name for an act of a list, whose type and issuer stand at the list's head: "Указ Президента от … № …"."""
    given = mention.attributes
    kinds = {concept.id.rpartition("/")[2].replace("-", "_"): concept for concept in vocabulary().act_kinds}
    concept = kinds.get(str(given.get("subtype"))) or kinds.get(str(given.get("kind")))
    words = flat(mention.text)
    kind = concept.ru if concept and language_of(words) == "ru" else concept.en if concept else ""
    issuer = str(given.get("issuer") or "") if given.get("kind") in WITH_ISSUER else ""
    return " ".join(part for part in (kind, issuer, words) if part)


def language_of(text: str) -> str:
    """`ru` where the text holds a Cyrillic letter, else `en`."""
    return "ru" if CYRILLIC.search(text) else "en"


def local_entity(document: Document, type_: str, name: str, span: Span, *, context: str = "") -> Entity:
    """A thing known by this document's words alone; `context` keeps apart what one name would join."""
    normal = normal_name(name, type_)
    return Entity(local_id(document, type_, normal, context), type_, name, language_of(name), normal, (), (span,))


def local_id(document: Document, type_: str, normal: str, context: str = "") -> str:
    """The id of a thing that only this document knows: a digest of its class and normal name."""
    parts = (type_, normal, context) if context else (type_, normal)
    return f"{document.id}/entity/{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"


def merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Those of one id joined: the first one's name, everyone's aliases and spans; sorted by place and id."""
    same: dict[str, list[Entity]] = {}
    for entity in {id(entity): entity for entity in entities}.values():
        same.setdefault(entity.id, []).append(entity)
    joined = (group[0] if len(group) == 1 else _joined(group) for group in same.values())
    return tuple(sorted(joined, key=_first_place))


def _first_place(entity: Entity) -> tuple[int, int, str]:
    first = entity.spans[0] if entity.spans else Span(-1, -1)
    return first.start, first.end, entity.id


def _joined(group: Sequence[Entity]) -> Entity:
    aliases = dict.fromkeys(name for entity in group for name in (entity.name, *entity.aliases))
    spans = {span for entity in group for span in entity.spans}
    first = group[0]
    return replace(first, aliases=tuple(name for name in aliases if name != first.name), spans=tuple(sorted(spans)))


def _is_sure(mention: Mention, clusters: Collection[Place], companies: Collection[Place]) -> bool:
    """Whether a mention names a thing: not by its kind alone, not by a lone surname that the model has guessed, not as
    part of a cluster's name that the model takes for an organization, and not as the name of a company that is a centre
    for cluster development."""
    if mention.type in UNLINKED or mention.score < SURE:
        return False
    if mention.type == "Organization" and COMMON_HEAD.match(mention.text):
        return not any(mention.start < start and end == mention.end for start, end in clusters)
    if mention.type == "Person" and mention.score < SURE_OF_A_SURNAME:
        return " " in str(mention.attributes.get("name", mention.text)).strip()
    if mention.type in {"Organization", "Person"} and mention.rule == "model" and _is_within(mention, clusters):
        return False
    return mention.type != "CentreForClusterDevelopment" or not _is_within(mention, companies)


def _is_within(mention: Mention, places: Collection[Place]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in places)


def _is_cluster(mention: Mention, clusters: set[tuple[int, int]]) -> bool:
    """Whether an organization's mention is a cluster's as well: then it names the cluster."""
    return mention.type in {"Organization", "ManagementOrganization"} and (mention.start, mention.end) in clusters


def _key(mention: Mention) -> tuple[str, str]:
    if mention.id is not None:
        return (class_of(mention.type), mention.id)
    if mention.type == "LegalAct":
        given = mention.attributes
        is_told = given.get("number") or given.get("date")
        words = "" if is_told else str(given.get("title") or "") or flat(mention.text)
        return ("svod:LegalAct", _act_key(mention, given.get("date"), given.get("number"), words))
    type_ = class_of(mention.type)
    return (type_, normal_name(name_of(mention), type_))


def name_by_title(mention: Mention) -> str:
    """The normal name that a mention of the same act by its title alone has."""
    return _act_key(mention, None, None, str(mention.attributes.get("title") or ""))


def _act_key(mention: Mention, date: Attribute, number: Attribute, words: str) -> str:
    given = mention.attributes
    issuer = issuer_key(str(given.get("issuer") or ""))
    parts = (given.get("kind"), date, number, given.get("region"), issuer, words)
    return "|".join(str(part or "") for part in parts).casefold()


def _fuller_names(keyed: Mapping[tuple[str, str], list[int]]) -> dict[tuple[str, str], tuple[str, str]]:
    people = [key for key in keyed if key[0] == "svod:Person"]
    by_surname: dict[str, list[tuple[str, str]]] = {}
    for key in people:
        by_surname.setdefault(key[1].split(" ")[0], []).append(key)
    joined = {}
    for key in people:
        fuller = [other for other in by_surname[key[1].split(" ")[0]] if fits(key[1], other[1])]
        fullest = [other for other in fuller if not any(fits(other[1], third[1]) for third in fuller)]
        if len(fullest) == 1:
            joined[key] = fullest[0]
    return joined


def _fullness(name: str) -> tuple[int, int]:
    """How much of a person's name is written out, then how many parts it has."""
    parts = name.replace(".", " ").split()
    return (sum(len(part) > 1 for part in parts), len(parts))


def _by_legal_kind(type_: str, indexes: list[int], mentions: Sequence[Mention]) -> dict[str, list[int]]:
    """The mentions of one name by the kind of legal person, where the document gives it two: ООО and АО «Вектор»."""
    kinds: dict[str, list[int]] = {}
    for index in indexes:
        kinds.setdefault(legal_kind(str(mentions[index].attributes.get("legal_form") or "")), []).append(index)
    return kinds if type_ in COMPANIES and len(kinds.keys() - {""}) > 1 else {"": indexes}


def _entity(document: Document, key: tuple[str, str], mentions: Sequence[Mention], context: str = "") -> Entity:
    type_, normal = key
    names = list(dict.fromkeys(name_of(mention) for mention in mentions))
    best = max(names, key=_fullness) if type_ == "svod:Person" else names[0]
    natural = mentions[0].id
    if natural is not None:
        normal = normal_name(best, type_)
    return Entity(
        id=natural or local_id(document, type_, normal, context),
        type=type_,
        name=best,
        language=language_of(best),
        normal=normal,
        aliases=tuple(name for name in names if name != best),
        spans=tuple(Span(*place) for place in sorted({(mention.start, mention.end) for mention in mentions})),
    )
