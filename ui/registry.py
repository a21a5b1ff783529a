"""The registry of clusters as rows: what the table filters and the CSV carries."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO

import pyoxigraph as ox

from graph.snapshot import Snapshot
from ontology import compress, expand
from ui.selecting import Term, label_of, select
from ui.texts import Language, text

COLUMNS: Mapping[str, str] = {
    # column: predicate
    "region": "schema:location",
    "specialization": "svod:keySpecialization",
    "status": "svod:status",
    "level": "svod:organizationalLevel",
    "manager": "svod:manager",
    "members": "svod:memberCount",
}
CLUSTERS = "SELECT DISTINCT ?thing WHERE { ?thing a svod:Cluster }"
VALUES = "SELECT ?thing ?predicate ?value WHERE { ?thing a svod:Cluster ; ?predicate ?value }"


@dataclass(frozen=True, slots=True)
class Row:
    """A cluster: its id below the base, its label; by column its values' labels, and the ids of things among them."""

    id: str
    name: str
    values: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, tuple[str, ...]]


def rows(snapshot: Snapshot, language: Language) -> tuple[Row, ...]:
    """Every cluster of the library, by name."""
    columns = {name: _values(snapshot, predicate) for name, predicate in COLUMNS.items()}
    found = [_row(snapshot, solution["thing"], columns, language) for solution in select(snapshot, CLUSTERS)]
    return tuple(sorted(found, key=lambda row: (row.name.casefold(), row.id)))


def _values(snapshot: Snapshot, predicate: str) -> Mapping[str, list[Term]]:
    """For each cluster's IRI its values of one predicate."""
    found: dict[str, list[Term]] = defaultdict(list)
    for solution in select(snapshot, VALUES, predicate=snapshot.iri(predicate)):
        found[solution["thing"].value].append(solution["value"])
    return found


def _row(
    snapshot: Snapshot, thing: ox.NamedNode, columns: Mapping[str, Mapping[str, list[Term]]], language: Language
) -> Row:
    terms = {name: values.get(thing.value, []) for name, values in columns.items()}
    labels = {
        name: tuple(sorted(label_of(snapshot, term, language) for term in found)) for name, found in terms.items()
    }
    ids = {
        name: tuple(sorted(compress(term.value, snapshot.base) for term in found if isinstance(term, ox.NamedNode)))
        for name, found in terms.items()
    }
    return Row(compress(thing.value, snapshot.base), snapshot.label(thing.value, language), labels, ids)


def to_csv(snapshot: Snapshot, chosen: Iterable[Row], language: Language) -> str:
    """The rows as CSV (RFC 4180): every column's values, and beside them the documents and pages that state them."""
    out = StringIO()
    writer = csv.writer(out)
    heads = [
        head
        for name in COLUMNS
        for head in (text(name, language), f"{text(name, language)}: {text('source', language)}")
    ]
    writer.writerow([text("name", language), *heads, "IRI"])
    for row in chosen:
        cells = [
            cell for name in COLUMNS for cell in ("; ".join(row.values[name]), sources(snapshot, row, name, language))
        ]
        writer.writerow([row.name, *cells, expand(row.id, snapshot.base)])
    return out.getvalue()


def sources(snapshot: Snapshot, row: Row, column: str, language: Language) -> str:
    """Where a row's values of one column are stated: titles and pages, each once."""
    subject, predicate = snapshot.iri(row.id), snapshot.iri(COLUMNS[column])
    places: dict[str, None] = {}
    for solution in select(snapshot, VALUES, thing=subject, predicate=predicate):
        for evidence in snapshot.evidence((subject, predicate, solution["value"])):
            if evidence.role == "value":
                places[f"{evidence.title}, {text('page', language).format(page=evidence.page)}"] = None
    return "; ".join(places)
