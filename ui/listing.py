"""What a page of a document states."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ontology import compress
from ui.selecting import Term, label_of, predicate_label, select
from ui.texts import Language

ON_PAGE = """
SELECT ?document ?page ?statement ?s ?p ?o ?role ?start ?end ?quote WHERE {
  GRAPH ?document {
    ?passage svod:page ?page ; svod:start ?start ; svod:end ?end ; svod:quote ?quote .
    ?statement ?role ?passage ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  }
}"""


WHOLE = "SELECT ?part ?members ?whole WHERE { GRAPH ?members { ?part svod:memberOf ?whole } }"
MEASURE = "SELECT ?thing ?measure WHERE { ?thing svod:measure ?measure }"


@dataclass(frozen=True, slots=True)
class PageStatement:
    """A statement that rests on a page: labels of its ends, its value's quote there, and its spans on that page."""

    id: str
    subject: str
    predicate: str
    object: str
    quote: str
    spans: tuple[tuple[int, int], ...]


def statements_of_page(snapshot: Snapshot, document: str, page: int, language: Language) -> tuple[PageStatement, ...]:
    """What the page states, in the order of the text."""
    given: dict[str, Term] = {"document": snapshot.iri(document), "page": ox.Literal(page)}
    found: dict[str, list[ox.QuerySolution]] = defaultdict(list)
    for row in select(snapshot, ON_PAGE, **given):
        found[row["statement"].value].append(row)
    stated = [_statement(snapshot, statement, rows, language) for statement, rows in found.items()]
    return tuple(sorted(stated, key=lambda item: (item.spans, item.id)))


def _statement(
    snapshot: Snapshot, statement: str, rows: Sequence[ox.QuerySolution], language: Language
) -> PageStatement:
    values = [row for row in rows if compress(row["role"].value, snapshot.base) == "svod:passage"]
    first = (values or list(rows))[0]
    spans = tuple(sorted({(int(row["start"].value), int(row["end"].value)) for row in rows}))
    return PageStatement(
        id=compress(statement, snapshot.base),
        subject=stated_label(snapshot, first["s"], language),
        predicate=predicate_label(compress(first["p"].value, snapshot.base), language),
        object=stated_label(snapshot, first["o"], language),
        quote=" ".join(first["quote"].value.split()),
        spans=spans,
    )


def stated_label(snapshot: Snapshot, term: Term, language: Language) -> str:
    """The name of a value, a thing, or what a document-local entity belongs to; of a figure, what it measures."""
    if isinstance(term, ox.Literal):
        return term.value
    whole = next((row["whole"] for row in select(snapshot, WHOLE, part=term, members=snapshot.graphs.members)), term)
    measure = next((row["measure"].value for row in select(snapshot, MEASURE, thing=whole)), None)
    return measure or label_of(snapshot, whole, language)
