"""What a document states, and the passages that state it."""

from typing import Literal

from ingest.document import Span
from ingest.record import record

Role = Literal["value", "subject", "label", "context"]
Modality = Literal["asserted", "planned", "negated", "conditional"]
Approximation = Literal["about", "more_than", "at_least", "less_than", "at_most"]


@record
class Value:
    """A literal. `value` is its normal form (`402.7`, `2014-12-31`), `datatype` a CURIE (`xsd:decimal`), `unit` as the
    document scales it (`mln RUB`), `as_written` the text that was read as this value. `lang` only with
    `rdf:langString`."""

    value: str
    datatype: str = "xsd:string"
    lang: str | None = None
    unit: str | None = None
    as_written: str | None = None


@record
class Qualifiers:
    """What limits a statement. Dates are ISO 8601 as precise as the source (`2015`, `2015-12-31`); `area` an IRI below
    the base."""

    valid_from: str | None = None
    valid_to: str | None = None
    period: str | None = None
    area: str | None = None
    approximation: Approximation | None = None
    modality: Modality = "asserted"


@record
class Evidence:
    """A stretch of `Document.text` that a statement rests on, and what it gives: the value, the subject's name, the
    label, the context."""

    role: Role
    span: Span


@record
class Statement:
    """Subject, predicate, object, and why. `subject` and a `str` object are entity or document ids below the base;
    `predicate` is a CURIE of the vocabulary; `evidence` starts with the passage that states the value; `rule` names the
    function that read it, whose docstring is the sentence shown when someone asks why."""

    subject: str
    predicate: str
    object: str | Value
    evidence: tuple[Evidence, ...]
    rule: str
    qualifiers: Qualifiers = Qualifiers()
    score: float = 1.0
