"""Pages a second of the whole of `svod ingest`, beside pdfium's bare text and a naive pipeline, on one core in one run.

    python -m bench.ingest [--rounds 5] [PDF or folder …]

Rounds are interleaved, so that a noisy machine slows all four alike; best and median are printed, and what each is
of Svod's median.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from rdflib import Graph

from bench import naive
from graph import Ledger, build
from graph.library import create
from graph.workers import Limits, Workers
from ingest import read
from nlp import annotate, state

Timed = tuple[int, float]
"""Pages, and the seconds they took."""


def pdfium_text(data: bytes) -> int:
    """All text of a PDF, as pdfium gives it. Returns its pages."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()
        return len(pdf)


def svod_read(data: bytes) -> int:
    """Blocks, tables, pairs and reading order. Returns the pages."""
    return len(read(data, "bench.pdf").pages)


def svod_extract(data: bytes) -> int:
    """Reading and understanding, nothing stored. Returns the pages."""
    return len(state(annotate(read(data, "bench.pdf"))).document.pages)


def timed(run: Callable[[], int]) -> Timed:
    """The pages that `run` returns, and its seconds."""
    begun = time.perf_counter()
    pages = run()
    return pages, time.perf_counter() - begun


def each(run: Callable[[bytes], int], paths: list[Path]) -> Callable[[], Timed]:
    """One round over all files, as one call."""
    files = [path.read_bytes() for path in paths]
    return lambda: timed(lambda: sum(run(data) for data in files))


def svod_ingest(paths: list[Path], workers: Workers) -> Timed:
    """The whole flow into a new library, commits, flushes and snapshots included; making the library is not timed, nor
    starting the worker, which the round that is thrown away does."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(create(Path(folder) / "library")) as ledger:
        return timed(
            lambda: sum(outcome.pages for outcome in build(ledger, [str(path) for path in paths], workers=workers))
        )


def naive_ingest(paths: list[Path]) -> Timed:
    """The naive pipeline into one rdflib graph."""
    graph = Graph()
    return timed(lambda: sum(naive.ingest(path.read_bytes(), graph) for path in paths))


def measure(runs: dict[str, Callable[[], Timed]], rounds: int) -> dict[str, list[float]]:
    """Pages a second of each run in each round, after one round that is thrown away."""
    rates: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            pages, seconds = run()
            if number:
                rates[name].append(pages / seconds)
    return rates


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("corpus/documents")])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = sorted(file for path in arguments.paths for file in (path.rglob("*.pdf") if path.is_dir() else [path]))
    workers = Workers(Limits(workers=1))
    runs: dict[str, Callable[[], Timed]] = {
        "svod ingest (all of it)": lambda: svod_ingest(paths, workers),
        "svod extract": each(svod_extract, paths),
        "svod read": each(svod_read, paths),
        "pdfium bare text": each(pdfium_text, paths),
        "naive pipeline": lambda: naive_ingest(paths),
    }
    with workers:
        rates = measure(runs, arguments.rounds)
    base = statistics.median(rates["svod ingest (all of it)"])
    print(f"{len(paths)} PDFs, {pdfium_pages(paths)} pages, one core, {arguments.rounds} rounds; pages/s")
    print(f"{'':<26}{'best':>10}{'median':>10}{'x ingest':>10}")
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:<26}{max(values):>10.1f}{median:>10.1f}{median / base:>10.2f}")


def pdfium_pages(paths: list[Path]) -> int:
    """How many pages the files have."""
    return sum(len(pypdfium2.PdfDocument(path)) for path in paths)


if __name__ == "__main__":
    main()
