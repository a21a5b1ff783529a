"""What stands between the things of a document: one named rule a kind of relation, in the order of `RULES`.

A rule's name stands in its statements; `why(rule)` is the sentence shown to a user who asks why a statement was made.
"""

from nlp.relations.cards import cluster_card_field
from nlp.relations.mentions import mentions, names
from nlp.relations.observations import figure_in_callout, figure_in_series, figure_in_text
from nlp.relations.reading import Finding, Reading, Rule
from nlp.relations.tables import register_row

RULES: tuple[Rule, ...] = (
    names,
    cluster_card_field,
    register_row,
    figure_in_callout,
    figure_in_series,
    figure_in_text,
    mentions,
)
"""Every rule; of two that state the same thing with the same words the earlier one's statement stays."""


def why(rule: str) -> str:
    """The sentence that says what a rule reads, or "" for a name that no rule has."""
    found = next((known for known in RULES if known.__name__ == rule), None)
    return " ".join((found.__doc__ or "").split()) if found else ""


__all__ = ["RULES", "Finding", "Reading", "Rule", "why"]
