"""When a gold fact counts as stated: a statement rests on its passage and gives its value of its subject."""

import re
from collections.abc import Mapping

from corpus.gold import Row
from nlp import Extract
from nlp.entity import Entity
from nlp.normal import normal_name
from nlp.statement import Statement, Value

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "тыс": 1e3, "млн": 1e6, "mln": 1e6, "млрд": 1e9, "bln": 1e9}
"""Words of scale and what they multiply by."""


def is_stated(row: Row, extract: Extract) -> bool:
    """Whether some statement's value stands in the gold's passage and says what the gold says."""
    entities = {entity.id: entity for entity in extract.entities}
    return any(_rests_on(row, statement) and says(row, statement, entities) for statement in extract.statements)


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
    return thing.id.endswith(f"/{wanted}") or normal_name(wanted, thing.type) in names


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
