"""A figure as a document gives it, with the place of each of its parts."""

from ingest.document import Span
from ingest.record import record
from nlp.figures.amount import Amount
from nlp.mention import Mention
from nlp.statement import Modality


@record
class Part:
    """Something that a figure has, and where it stands."""

    value: str
    span: Span


@record
class Figure:
    """`measure` is what is counted in the document's words without the number; `period` ISO 8601, `area` a region's id,
    `thing` the mention of what the figure is about, `context` the heading that it stands under."""

    amount: Amount
    measure: Part
    rule: str
    period: Part | None = None
    area: Part | None = None
    thing: Mention | None = None
    context: Span | None = None
    modality: Modality = "asserted"

    @property
    def span(self) -> Span:
        """The number with its scale and unit."""
        return Span(self.amount.at, self.amount.stop)
