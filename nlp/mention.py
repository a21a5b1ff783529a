"""A stretch of text that names something."""

from collections.abc import Mapping
from dataclasses import field

from ingest.record import record

Attribute = str | int | float | None | tuple["Attribute", ...] | Mapping[str, "Attribute"]


@record
class Mention:
    """A named stretch of `Document.text` (document offsets, end excluded). Mentions may nest and overlap.

    `type` is a class of the vocabulary in CamelCase (`LegalAct`, `Region`, `Cluster`, `Person`, …) or `Place`,
    `Settlement`, `Role`, `Date`, `ActReference`. `id` is an IRI below the base where the mention alone fixes the thing
    (`region/RU-PER`), else None. `attributes` are as written, with what a list shares filled in. `rule` names the
    function that found it; `score` is 1 unless the rule doubts.
    """

    type: str
    start: int
    end: int
    text: str
    id: str | None = None
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    score: float = 1.0
    rule: str = ""
