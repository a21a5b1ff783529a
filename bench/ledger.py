"""Times of the ledger's changes beside a bare store's, at several sizes in one run, interleaved.

    python -m bench.ledger [--rounds 15] [--keep FOLDER] [QUADS …]     # default: 10,000 and 100,000

A million quads take minutes to make, ten million half an hour or more and some gigabytes: `--keep` makes them once for
each format of libraries. Each document has 100 statements, a fifth of them about things that every document names. The
bare store holds the same quads and has no ledger around it: it is given what the document made the ledger write, as
one `extend`, and what the document states, alone; and what the withdrawal of the document removed, as one update after
a look at each fact for other support. Additions are compared with the first, all else with the last.
"""

import argparse
import hashlib
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from pyoxigraph import QuerySolutions, Store

from graph.change import Change
from graph.edition import Edition, edition_key
from graph.facts import Turnover
from graph.judgement import Judgement, Judgements
from graph.ledger import Commit, Ledger, Status
from graph.library import FORMAT, create, open_library
from graph.log import Cause
from graph.plain import DEFAULT, PlainQuad, as_rdf
from graph.quads import document_quads
from graph.snapshot import Snapshot
from graph.terms import SUPPORTS, Graphs
from ingest.document import Document, Page, Span
from ingest.passage import Passage
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.statement import Evidence, Statement, Value

FIRST = 1_000_000
"""The number of the first document that is timed: no library is filled as far."""
FLUSH_EVERY = 50
ALMOST = 0.98
"""The part of the documents that are missing which is added before the quads are counted again."""
QUADS_OF_A_DOCUMENT = 2_300
BARE, STATED = "bare store: what the document writes", "bare store: what the document states"
WITHDRAWN = "bare store: what its withdrawal removes"
FIELDS = ("by_clock", "of_processor")
TOP_TEN = "SELECT ?r (COUNT(?c) AS ?n) { ?c schema:location ?r } GROUP BY ?r ORDER BY DESC(?n) LIMIT 10"
REGIONS = ("region/RU-PER", "region/RU-TUL", "region/RU-VOR", "region/RU-TA", "region/RU-SAR")


class _Draft:
    """A document while it is made up, a line a statement."""

    def __init__(self, number: int, kind: str) -> None:
        self._name = f"{kind}-{number}"
        self._digest = hashlib.sha256(self._name.encode()).hexdigest()
        self._lines: list[str] = []
        self._offset = 0
        self._entities: dict[str, Entity] = {}
        self._statements: list[Statement] = []

    def thing(self, type_: str, name: str) -> str:
        """An entity of the document, by class and name."""
        local = hashlib.sha256(f"{type_}|{name}".encode()).hexdigest()[:16]
        id_ = f"document/{self._digest[:16]}/entity/{local}"
        self._entities.setdefault(id_, Entity(id_, type_, name, "ru", name.casefold()))
        return id_

    def known(self, type_: str, id_: str) -> str:
        """A thing with a natural key."""
        self._entities.setdefault(id_, Entity(id_, type_, id_, "ru", id_))
        return id_

    def state(self, subject: str, predicate: str, object_: str | Value) -> None:
        """Add a line that states this."""
        line = f"{predicate} {object_} — строка {len(self._lines)} документа {self._name}"
        passage = Evidence("value", Span(self._offset, self._offset + len(line)))
        self._lines.append(line)
        self._offset += len(line) + 1
        self._statements.append(Statement(subject, predicate, object_, (passage,), "made"))

    def edition(self) -> Edition:
        """The document as it would come from a worker."""
        text = "\n".join(self._lines)
        page = Page(1, 0, 0, 0, len(text))
        document = Document(f"{self._name}.txt", self._digest, "text/plain", self._name, "ru", text, (page,))
        spans = {evidence.span for statement in self._statements for evidence in statement.evidence}
        passages = {span: (Passage(1, span.start, span.end, text[span.start : span.end]),) for span in spans}
        extract = Extract(document, (), tuple(self._entities.values()), tuple(self._statements))
        return Edition(extract, passages, document.source, edition_key(self._digest))


def made_edition(number: int) -> Edition:
    """A document of 100 statements: twenty clusters with name, region, manager, a count, and an organization in it."""
    draft = _Draft(number, "list")
    for index in range(20):
        name = f"Кластер {index}" if index < 4 else f"Кластер {number}-{index}"  # the first four are everybody's
        cluster = draft.thing("svod:Cluster", name)
        draft.state(cluster, "rdfs:label", Value(name, "rdf:langString", "ru"))
        draft.state(cluster, "schema:location", draft.known("svod:Region", REGIONS[index % len(REGIONS)]))
        draft.state(cluster, "svod:manager", draft.thing("svod:Person", f"Иванов {index}"))
        draft.state(cluster, "svod:memberCount", Value(str(number % 50), "xsd:integer"))
        draft.state(draft.thing("svod:Organization", f"Завод {number}-{index}"), "org:memberOf", cluster)
    return draft.edition()


def made_card(number: int) -> Edition:
    """A document of 100 statements about one cluster."""
    draft = _Draft(number, "card")
    name = f"Карточка {number}"
    cluster = draft.thing("svod:Cluster", name)
    draft.state(cluster, "rdfs:label", Value(name, "rdf:langString", "ru"))
    for index in range(33):
        organization = draft.thing("svod:Organization", f"Цех {number}-{index}")
        speciality = draft.known("svod:Specialization", f"specialization/made-{index}")
        draft.state(cluster, "svod:cooperatesWith", organization)
        draft.state(organization, "org:memberOf", cluster)
        draft.state(cluster, "svod:relatedSpecialization", speciality)
    return draft.edition()


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds by the clock, and of processor in this thread: what other programs do hardly counts for these."""

    by_clock: float = 0.0
    of_processor: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.by_clock + other.by_clock, self.of_processor + other.of_processor)

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(self.by_clock - other.by_clock, self.of_processor - other.of_processor)


def spent(job: Callable[[], object]) -> Spent:
    """What a job takes."""
    clock, processor = time.perf_counter(), time.thread_time()
    job()
    return Spent((time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000)


class TimedLedger(Ledger):
    """A ledger that counts what it spends on the disk (`flush`, and keeping what was read), and remembers what it wrote
    and removed last."""

    disk = Spent()
    written: tuple[PlainQuad, ...] = ()
    removed: tuple[PlainQuad, ...] = ()

    def _flush(self) -> None:
        self.disk += spent(super()._flush)

    def _keep(self, edition: Edition, data: bytes | None) -> None:
        self.disk += spent(lambda: super(TimedLedger, self)._keep(edition, data))

    def _write(
        self, change: Change, cause: Cause, status: Status, turnover: Turnover, judgements: Judgements
    ) -> Commit:
        commit = super()._write(change, cause, status, turnover, judgements)
        self.written, self.removed = (*change.added, *change.stated()), tuple(change.removed)
        return commit


class FillingLedger(Ledger):
    """A ledger that leaves to the system when its store is written out: for making a library that may be made again."""

    def _flush(self) -> None:
        if self.number % FLUSH_EVERY == 0:
            super()._flush()

    def _keep(self, edition: Edition, data: bytes | None) -> None:
        """Nothing reads these documents again."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A library of one size, and a store of the same quads with no ledger around it."""

    size: int
    ledger: TimedLedger
    bare: Store


def filled(folder: Path, sizes: Sequence[int]) -> dict[int, Path]:
    """A library of each size below `folder`, made where it is not there; each is the next one's beginning."""
    made: dict[int, Path] = {}
    last: Path | None = None
    for size in sorted(sizes):
        path = folder / f"{size}-format-{FORMAT}"
        if not (path / "made").exists():
            begun = time.perf_counter()
            if not (path / "library").exists():
                _begin(path, last)
            quads = fill(path / "library", size)
            (path / "made").touch()
            print(f"{quads:>12,} quads made in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        made[size] = last = path
    return made


def _begin(path: Path, last: Path | None) -> None:
    """An empty library, or a copy of a smaller one: there whole, or not at all."""
    draft = path / "draft"
    shutil.rmtree(draft, ignore_errors=True)
    if last is None:
        create(draft)
    else:
        shutil.copytree(last / "library", draft, symlinks=True)
    draft.rename(path / "library")


def fill(path: Path, size: int) -> int:
    """Add documents to a library up to so many quads; comes back with how many there are. Killed, it can go on."""
    with FillingLedger.open(open_library(path)) as ledger:
        while (quads := len(ledger.store)) < size:  # counting reads them all
            for _ in range(max(1, int((size - quads) / QUADS_OF_A_DOCUMENT * ALMOST))):
                ledger.add(made_edition(ledger.number))
    return quads


@contextmanager
def opened(made: Mapping[int, Path], folder: Path) -> Iterator[list[Bench]]:
    """Copies of the libraries, open for writing, and beside each a copy of its store alone."""
    with ExitStack() as stack:
        benches = []
        for size, path in made.items():
            place = folder / str(size)
            shutil.copytree(path / "library", place, symlinks=True, ignore=shutil.ignore_patterns("snapshots"))
            (place / "snapshots").mkdir()
            shutil.copytree(place / "store", folder / f"{size}-bare")
            ledger = stack.enter_context(TimedLedger.open(open_library(place)))
            benches.append(Bench(size, ledger, Store(folder / f"{size}-bare")))
        yield benches


def jobs(ledger: TimedLedger, number: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is timed, in order: each leaves the library as the next needs it, the last as it was."""
    card = made_card(number)
    left, right = f"cluster/kartochka-{number}", f"cluster/klaster-{number}-8"
    yield "add a document of 100 statements", partial(ledger.add, made_edition(number))
    yield "add a card of 100 statements about one thing", partial(ledger.add, card)
    yield "merge a thing of 100 statements", partial(ledger.judge, Judgement("same", left, right, who="bench"))
    undo = Judgement("undo", undoes=len(ledger.judgements.rows), who="bench")
    yield "undo the merge", partial(ledger.judge, undo)
    yield "withdraw the card", partial(ledger.withdraw, card.id)
    yield "withdraw the document", partial(ledger.withdraw, made_edition(number).id)


def measure(bench: Bench, number: int) -> Iterator[tuple[str, Spent]]:
    """Every change once, the disk aside; beside them the bare store's; then what readers ask."""
    ledger = bench.ledger
    for name, job in jobs(ledger, number):
        ledger.disk = Spent()
        whole = spent(job)
        yield name, whole - ledger.disk
        yield f"{name}: the disk", ledger.disk
        if name.startswith("add a document"):
            yield from _bare_additions(bench, number)
    yield from _bare_withdrawal(bench, number)
    yield "publish a snapshot", spent(ledger.publish)
    snapshot = Snapshot.open(ledger.library)
    fact = snapshot.fact("cluster/klaster-0-7", "schema:location", REGIONS[2])
    yield "the evidence of a fact", spent(lambda: snapshot.evidence(fact))
    yield "a top-ten count", spent(lambda: list(cast("QuerySolutions", snapshot.query(TOP_TEN))))


def _bare_additions(bench: Bench, number: int) -> Iterator[tuple[str, Spent]]:
    for label, quads in (
        (BARE, bench.ledger.written),
        (STATED, document_quads(made_edition(number), bench.ledger.library.base)),
    ):
        yield label, spent(partial(bench.bare.extend, list(as_rdf(quads))))
        bench.bare.flush()


def _bare_withdrawal(bench: Bench, number: int) -> Iterator[tuple[str, Spent]]:
    """What the ledger removed last, the document of this number, removed from the bare store."""
    graphs, removed = Graphs.below(bench.ledger.library.base), bench.ledger.removed
    facts = {quad.object for quad in removed if quad.predicate == SUPPORTS}
    lines = [f"DROP GRAPH <{graphs.base}{made_edition(number).id}> ; DELETE DATA {{"]
    for quad in removed:
        triple = f"{quad.subject} {quad.predicate} {quad.object}"
        lines.append(f"{triple} ." if quad.graph_name == DEFAULT else f"GRAPH {quad.graph_name} {{ {triple} }}")
    update = "\n".join((*lines, "}"))

    def withdraw() -> None:
        for fact in facts:
            next(bench.bare.quads_for_pattern(None, SUPPORTS, fact, graphs.facts), None)
        bench.bare.update(update)

    yield WITHDRAWN, spent(withdraw)
    bench.bare.flush()


def main() -> None:
    """Make the libraries and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--keep", type=Path, help="a folder where the libraries stay for the next run")
    arguments = parser.parse_args()
    times: dict[str, dict[int, list[Spent]]] = {}
    with tempfile.TemporaryDirectory(dir=arguments.keep) as folder:
        made = filled(arguments.keep or Path(folder) / "made", arguments.sizes)
        with opened(made, Path(folder)) as benches:
            for count in range(arguments.rounds * len(benches)):
                bench = benches[count % len(benches)]  # each its own documents: nothing is remembered from another
                for name, one in measure(bench, FIRST + count):
                    times.setdefault(name, {}).setdefault(bench.size, []).append(one)
    report(times, list(made))


def report(times: Mapping[str, Mapping[int, Sequence[Spent]]], sizes: Sequence[int]) -> None:
    """Print medians by size: milliseconds, of processor, and how often the bare store's of the same round."""
    print("ms without the disk | ms of processor | times the bare store's processor in the same round")
    print(f"{'median at':<48}" + "".join(f"{size:>24,}" for size in sizes))
    for name, by_size in times.items():
        cells = []
        for size in sizes:
            own, bare = by_size[size], times[BARE if "add" in name or "bare" in name else WITHDRAWN][size]
            ratio = statistics.median(
                one.of_processor / other.of_processor for one, other in zip(own, bare, strict=True)
            )
            by_clock, of_processor = (statistics.median(getattr(one, each) for one in own) for each in FIELDS)
            cells.append(f"{by_clock:9.1f}{of_processor:8.1f}{ratio:7.2f}")
        print(f"{name:<48}" + "".join(cells))


if __name__ == "__main__":
    main()
