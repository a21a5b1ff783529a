"""Times of the ledger's changes at a given size: `python -m bench.ledger [QUADS]` (default 100,000), in milliseconds.

Each document has 100 statements, a fifth of them about things that every document names. The library is made in a
temporary folder, and every number is a median with the least and the most.
"""

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

from pyoxigraph import QuerySolutions, Store

from graph.edition import Edition, edition_key
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import create
from graph.plain import as_rdf
from graph.quads import document_quads
from graph.snapshot import Snapshot
from ingest.document import Document, Page, Span
from ingest.passage import Passage
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.statement import Evidence, Statement, Value

REPEATS = 15
TOP_TEN = "SELECT ?r (COUNT(?c) AS ?n) { ?c schema:location ?r } GROUP BY ?r ORDER BY DESC(?n) LIMIT 10"
REGIONS = ("region/RU-PER", "region/RU-TUL", "region/RU-VOR", "region/RU-TA", "region/RU-SAR")


def made_edition(number: int) -> Edition:
    """A document of 100 statements: twenty clusters with name, region, manager, a count, and an organization in it."""
    lines: list[str] = []
    entities: dict[str, Entity] = {}
    statements: list[Statement] = []
    digest = hashlib.sha256(str(number).encode()).hexdigest()

    def thing(type_: str, name: str) -> str:
        id_ = f"document/{digest[:16]}/entity/{hashlib.sha256(f'{type_}|{name}'.encode()).hexdigest()[:16]}"
        entities.setdefault(id_, Entity(id_, type_, name, "ru", name.casefold()))
        return id_

    def state(subject: str, predicate: str, object_: str | Value) -> None:
        start = sum(len(line) + 1 for line in lines)
        lines.append(f"{predicate} {object_} — строка {len(lines)} документа {number}")
        statements.append(
            Statement(subject, predicate, object_, (Evidence("value", Span(start, start + len(lines[-1]))),), "made")
        )

    for index in range(20):
        name = f"Кластер {index}" if index < 4 else f"Кластер {number}-{index}"  # the first four are everybody's
        cluster = thing("svod:Cluster", name)
        region = REGIONS[index % len(REGIONS)]
        entities.setdefault(region, Entity(region, "svod:Region", region, "ru", region))
        state(cluster, "rdfs:label", Value(name, "rdf:langString", "ru"))
        state(cluster, "schema:location", region)
        state(cluster, "svod:manager", thing("svod:Person", f"Иванов {index}"))
        state(cluster, "svod:memberCount", Value(str(number % 50), "xsd:integer"))
        state(thing("svod:Organization", f"Завод {number}-{index}"), "org:memberOf", cluster)
    text = "\n".join(lines)
    document = Document(
        f"{number}.txt", digest, "text/plain", f"Документ {number}", "ru", text, (Page(1, 0, 0, 0, len(text)),)
    )
    spans = {evidence.span for statement in statements for evidence in statement.evidence}
    passages = {span: (Passage(1, span.start, span.end, text[span.start : span.end]),) for span in spans}
    extract = Extract(document, (), tuple(entities.values()), tuple(statements))
    return Edition(extract, passages, document.source, edition_key(digest))


class TimedLedger(Ledger):
    """A ledger that counts the milliseconds it spends waiting for the disk: `flush`, and keeping what was read."""

    waited = 0.0

    def _flush(self) -> None:
        self.waited += timed(super()._flush)

    def _keep(self, edition: Edition, data: bytes | None) -> None:
        self.waited += timed(lambda: super(TimedLedger, self)._keep(edition, data))


def timed(job: Callable[[], object]) -> float:
    """Milliseconds that a job takes."""
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1000


def measure_writes(ledger: TimedLedger, bare: Store, first: int) -> Iterator[tuple[str, float]]:
    """Every change REPEATS times: a document added, two things merged, that undone, the document withdrawn; and
    what its quads cost in a store without a ledger."""
    for number in range(first, first + REPEATS):
        edition = made_edition(number)
        left, right = (f"cluster/klaster-{number}-{index}" for index in (7, 8))
        jobs: dict[str, Callable[[], object]] = {
            "add a document of 100 statements": partial(ledger.add, edition),
            "merge two things": partial(ledger.judge, Judgement("same", left, right, who="bench")),
            "undo the merge": lambda: ledger.judge(Judgement("undo", undoes=len(ledger.judgements.rows), who="bench")),
            "withdraw the document": partial(ledger.withdraw, edition.id),
        }
        for name, job in jobs.items():
            ledger.waited = 0.0
            whole = timed(job)
            yield name, whole - ledger.waited
            yield f"{name}, with the disk", whole
        quads = list(as_rdf(document_quads(edition, ledger.library.base)))
        yield f"beside it: bare Oxigraph, {len(quads)} stated quads", timed(partial(bare.extend, quads))
        yield "publish a snapshot", timed(ledger.publish)


def measure_reads(snapshot: Snapshot) -> Iterator[tuple[str, float]]:
    """What readers ask, REPEATS times."""
    fact = snapshot.fact("cluster/klaster-0-7", "schema:location", REGIONS[2])
    for _ in range(REPEATS):
        yield "open a snapshot", timed(lambda: Snapshot.open(snapshot.library))
        yield "the evidence of a fact", timed(lambda: snapshot.evidence(fact))
        yield "a top-ten count", timed(lambda: list(cast("QuerySolutions", snapshot.query(TOP_TEN))))


def main() -> None:
    """Fill a library and print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, TimedLedger.open(create(Path(folder) / "library")) as ledger:
        number = 0
        filling = time.perf_counter()
        while len(ledger.store) < size:
            ledger.add(made_edition(number))
            number += 1
        print(f"{number} documents, {len(ledger.store):,} quads, filled in {time.perf_counter() - filling:.1f} s")
        times: dict[str, list[float]] = {}
        for name, spent in measure_writes(ledger, Store(Path(folder) / "bare"), number):
            times.setdefault(name, []).append(spent)
        for name, spent in measure_reads(Snapshot.open(ledger.library)):
            times.setdefault(name, []).append(spent)
        for name, runs in times.items():
            print(f"{name:48} median {statistics.median(runs):7.2f} ms, {min(runs):7.2f} to {max(runs):7.2f}")


if __name__ == "__main__":
    main()
