"""When a gold fact counts as stated: a statement rests on its passage and gives its value of its subject."""

import re
from collections.abc import Mapping

from corpus.gold import Row
from nlp import Extract
from nlp.entity import Entity
from nlp.normal import normal_name
from nlp.statement import Statement, Value
from ontology.iri import number_slug

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
ACT = re.compile(r"от (\d\d\.\d\d\.\d{4}) № (\S+)")
"""How the gold writes an act without a natural key of its own; its date and number are compared."""
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "тыс": 1e3, "млн": 1e6, "mln": 1e6, "млрд": 1e9, "bln": 1e9}
"""Words of scale and what they multiply by."""


def is_stated(row: Row, extract: Extract) -> bool:
    """Whether some statement's value stands in the gold's passage and says what the gold says."""
    entities = {entity.id: entity for entity in extract.entities}
    return any(_rests_on(row, statement) and says(row, statement, entities) for statement in extract.statements)


def is_given(row: Row, extract: Extract) -> bool:
    """Whether some statement has the gold's subject, predicate and object, and rests on its quote.

    A figure's subject is the thing it is of, or not compared; its period and its area must be the gold's.
    """
    entities = {entity.id: entity for entity in extract.entities}
    if row["predicate"] == "sdmx-measure:obsValue":
        return any(_is_figure(row, statement, extract) for statement in extract.statements)
    return any(
        statement.predicate == row["predicate"]
        and _is_given_subject(row, statement.subject, extract)
        and _is_object(str(row["object"]), statement, entities)
        and _quotes(row, statement, extract)
        for statement in extract.statements
    )


OF_OFFICE = {"svod:roleName", "org:organization"}
"""What a membership says of its member, whom the gold names as the subject."""


def _is_given_subject(row: Row, subject: str, extract: Extract) -> bool:
    entities = {entity.id: entity for entity in extract.entities}
    if row["subject"] == row["document"]:
        return subject == extract.document.id
    if row["predicate"] in OF_OFFICE:
        members = [s.object for s in extract.statements if s.subject == subject and s.predicate == "org:member"]
        return any(isinstance(one, str) and is_named(str(row["subject"]), one, entities) for one in members)
    return is_named(str(row["subject"]), subject, entities)


def _is_figure(row: Row, statement: Statement, extract: Extract) -> bool:
    if statement.predicate != row["predicate"] or not isinstance(statement.object, Value):
        return False
    said = {s.predicate: s.object for s in extract.statements if s.subject == statement.subject}
    period = said.get("sdmx-dimension:refPeriod")
    return (
        is_same_value(str(row["object"]), statement.object)
        and row.get("area") in {None, said.get("sdmx-dimension:refArea")}
        and ("period" not in row or (isinstance(period, Value) and period.value.startswith(str(row["period"]))))
        and _quotes(row, statement, extract)
    )


def _quotes(row: Row, statement: Statement, extract: Extract) -> bool:
    wanted = _plain(str(row["quote"]))
    quotes = [_plain(extract.document.text[e.span.start : e.span.end]) for e in statement.evidence]
    return any(wanted in quote or (quote and quote in wanted) for quote in quotes)


def _is_object(wanted: str, statement: Statement, entities: Mapping[str, Entity]) -> bool:
    if isinstance(statement.object, Value):
        return is_same_value(wanted, statement.object)
    return is_named(wanted, statement.object, entities)


def is_named(wanted: str, name: str, entities: Mapping[str, Entity]) -> bool:
    """Whether an id is the wanted one, or is an entity that goes by the wanted name."""
    thing = entities.get(name)
    if name == wanted:
        return True
    if thing is None:
        return False
    act = ACT.search(wanted)
    if act and thing.type == "svod:LegalAct":
        date = "-".join(reversed(act[1].split(".")))
        return thing.id.endswith(f"/{date}/{number_slug(act[2])}")
    names = {thing.normal, *(normal_name(form, thing.type) for form in (thing.name, *thing.aliases))}
    return normal_name(wanted, thing.type) in names


def _rests_on(row: Row, statement: Statement) -> bool:
    return any(e.span.start < row["end"] and row["start"] < e.span.end for e in statement.evidence)


def says(row: Row, statement: Statement, entities: Mapping[str, Entity]) -> bool:
    """Whether the statement's object is the gold's, and its subject too where that is a cluster."""
    if not _is_subject(str(row["subject"]), entities.get(statement.subject)):
        return False
    wanted = str(row["object"])
    if isinstance(statement.object, Value):
        return is_same_value(wanted, statement.object)
    thing = entities.get(statement.object)
    if thing is None:
        return statement.object.endswith(wanted)
    names = {thing.normal, *(normal_name(name, thing.type) for name in (thing.name, *thing.aliases))}
    return thing.id.endswith(f"/{wanted}") or bool(names & {normal_name(wanted, thing.type), KINDS.get(wanted)})


KINDS = {
    "innovative cluster": "инновационный кластер",
    "industrial cluster": "промышленный кластер",
    "territorial cluster": "территориальный кластер",
}
"""What the open gold calls a sort of cluster in English, whatever its text's language, and the Russian for it."""


def _is_subject(wanted: str, subject: Entity | None) -> bool:
    """A cluster that is a statement's subject must be the gold's; general subjects are not compared."""
    if subject is None or subject.type != "svod:Cluster":
        return True
    names = {subject.normal, *(normal_name(name, subject.type) for name in (subject.name, *subject.aliases))}
    return normal_name(wanted, subject.type) in names


def is_same_value(wanted: str, value: Value) -> bool:
    """Whether a literal says the gold's words: equal as text, as a number with its scale, or as a date.

    >>> is_same_value("893 million RUB", Value("893", "xsd:decimal", unit="mln RUB"))
    True
    >>> is_same_value("about 125", Value("125", "xsd:integer"))
    True
    """
    if _plain(wanted) in {_plain(value.value), _plain(value.as_written or "")}:
        return True
    number = NUMBER.search(wanted)
    if number is None or not NUMBER.fullmatch(value.value):
        return False
    return _amount(wanted, number[0]) in {_amount(value.unit or "", value.value), float(value.value)}


def _amount(words: str, number: str) -> float:
    scale = next((factor for word, factor in SCALES.items() if word in words.casefold()), 1.0)
    return float(number.replace(",", ".")) * scale


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold().replace("ё", "е")).strip()
