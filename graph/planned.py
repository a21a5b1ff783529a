"""The figures that documents plan. They are no facts: what people decided of them is looked up when they are asked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.queries import select
from graph.values import term_of
from graph.verdicts import ChangeView, decides
from ingest.record import record

if TYPE_CHECKING:
    from graph.snapshot import Snapshot


@record
class Planned:
    """A figure as a document plans it: IRIs of the statement of its value and of its area; `name` of what it is of."""

    statement: NamedNode
    measure: str
    value: Literal
    unit: str
    area: str
    period: str
    name: str


def figures_planned(snapshot: "Snapshot") -> Iterator[Planned]:
    """Every planned figure with its value as corrected; none whose value or measure a person rejected."""
    judgements = snapshot.judgements
    view = ChangeView.of_store(snapshot.store, judgements)
    for row in select(snapshot, "planned"):
        judged = [
            decides(judgements, view, row[name], view.said(row[name], row["document"]), row["document"])
            for name in ("statement", "named")
        ]
        if any(one is not None and one.kind == "reject" for one in judged):
            continue
        corrected = [term_of(one.value, snapshot.base) if one and one.value else None for one in judged]
        value, measure = (
            term if isinstance(term, Literal) else row[name]
            for term, name in zip(corrected, ("value", "measure"), strict=True)
        )
        unit, area, period, name = (
            row[part].value if row[part] is not None else "" for part in ("unit", "area", "period", "name")
        )
        yield Planned(row["statement"], measure.value, value, unit, area, period, name)
