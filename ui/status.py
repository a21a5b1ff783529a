"""What is in a library, in numbers."""

from pathlib import Path
from typing import Any

from ontology import compress
from ui.selecting import graph_named, select
from ui.snapshots import current

DOCUMENTS = (
    "SELECT (COUNT(?d) AS ?documents) (SUM(?n) AS ?pages) WHERE { GRAPH ?d { ?d a svod:Document ; svod:pages ?n } }"
)
STATEMENTS = "SELECT (COUNT(?st) AS ?n) WHERE { GRAPH ?g { ?st a svod:Statement } }"
FACTS = "SELECT (COUNT(?f) AS ?n) WHERE { GRAPH ?facts { ?f rdf:predicate ?p } }"
THINGS = "SELECT ?class (COUNT(?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class ORDER BY DESC(?n)"


def status(library: Path) -> dict[str, Any]:
    """Commit, documents, pages, statements, facts, and how many things of each class."""
    snapshot = current(library)
    counted = next(select(snapshot, DOCUMENTS))
    facts = next(select(snapshot, FACTS, facts=graph_named(snapshot, "facts")))
    return {
        "library": str(library),
        "base": snapshot.base,
        "commit": snapshot.commit,
        "documents": int(counted["documents"].value),
        "pages": int(counted["pages"].value),
        "statements": int(next(select(snapshot, STATEMENTS))["n"].value),
        "facts": int(facts["n"].value),
        "things": {
            compress(row["class"].value, snapshot.base): int(row["n"].value) for row in select(snapshot, THINGS)
        },
    }
